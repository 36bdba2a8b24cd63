"""``table``: the observations as CSV, JSON or Parquet."""

from __future__ import annotations

import sys
from pathlib import Path

from indicators.catalog import read_catalog
from indicators.snippets import as_text, read_sources
from indicators.table import observations


def run_table(folder: Path, form: str, output: Path | None, lang: str) -> int:
    """Write the observations; return 1 if the data has errors, which go to standard error.

    Parquet needs a file or a pipe: it is never written to a terminal.
    """
    catalog = read_catalog(folder)
    sources = read_sources(folder)
    for problem in catalog.errors:
        print(as_text(problem, sources(problem.file), lang), file=sys.stderr)
    if catalog.errors:
        return 1
    table = observations(catalog)
    if form == "parquet":
        data = table.to_parquet(index=False)
    elif form == "json":
        data = (table.to_json(orient="records", force_ascii=False, indent=2) + "\n").encode()
    else:
        data = table.to_csv(index=False, lineterminator="\n").encode()
    try:
        if output is not None:
            output.write_bytes(data)
        elif form == "parquet" and sys.stdout.isatty():
            print("用 -o 写明文件 · name a file with -o", file=sys.stderr)
            return 2
        else:
            sys.stdout.buffer.write(data)
    except OSError as error:
        print(f"{output}: {error.strerror}", file=sys.stderr)
        return 2
    return 0
