"""``schema``: writes the JSON Schemas of the data files and the handbook's generated pages."""

from __future__ import annotations

import sys
from pathlib import Path

from indicators.catalog import read_catalog
from indicators.figures import standard
from indicators.handbook.generated import REFERENCE, pages
from indicators.handbook.schemas import as_json, schema_file, schemas
from indicators.reading.folder import PROJECT_DATA
from indicators.reading.snippets import as_text, read_sources


def run_schema(folder: Path, lang: str) -> int:
    """Write ``schema/*.schema.json`` in a data folder, and ``reference/`` anew where it has one.

    The project's own folder also gives the figure grammar the units that it is used with by itself.
    Files that are right already are left alone. Nothing is written, and 1 returned, where
    codelists or definitions have errors: their codes would be missing from the schemas.
    """
    catalog = read_catalog(folder)
    sources = read_sources(folder)
    faults = [p for p in catalog.errors if not p.file.startswith("documents")]
    for problem in faults:
        print(as_text(problem, sources(problem.file), lang), file=sys.stderr)
    if faults:
        return 1
    wanted = {
        folder / "schema" / schema_file(kind): as_json(schema)
        for kind, schema in schemas(catalog).items()
    }
    if folder.resolve() == PROJECT_DATA.resolve():
        wanted[standard.PATH] = standard.as_json(
            catalog.unit_table, (folder / "units.yaml").read_bytes()
        )
    reference = folder / REFERENCE
    if reference.is_dir():
        wanted |= {reference / name: text for name, text in pages().items()}
    try:
        (folder / "schema").mkdir(exist_ok=True)
        for path, text in wanted.items():
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8", newline="\n")
                print(path.relative_to(folder) if path.is_relative_to(folder) else path.name)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{folder}: {error}", file=sys.stderr)
        return 2
    return 0
