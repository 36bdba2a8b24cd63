"""``sheet``: a document as a spreadsheet, and a spreadsheet as a document's YAML."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from indicators.catalog import Catalog

Command = Callable[[str, str], argparse.ArgumentParser]
Settings = Callable[[argparse.Namespace], tuple[Path, str]]

_SHEETS: Final = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt"))
"""How files end that go back into YAML."""


def add_command(command: Command, settings: Settings) -> None:
    """Add the command to the program's parser.

    Args:
        command: Makes a command of a name and a text.
        settings: Returns the data folder and the language of messages.
    """
    sheet = command("sheet", "a document as a spreadsheet to fill in, and back into YAML")
    sheet.add_argument(
        "thing", metavar="DOCUMENT|FILE",
        help="a document's id or YAML file, which gives a spreadsheet; an .xlsx or .csv, which gives YAML",
    )
    sheet.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="the file to write: .xlsx or .csv (default: named after the document); .yaml (default: standard output)",
    )
    sheet.add_argument("--force", action="store_true", help="write over a file that is there")

    def run_sheet(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        return run(folder, options.thing, options.output, lang, force=options.force)

    sheet.set_defaults(run=run_sheet)


def run(folder: Path, thing: str, output: Path | None, lang: str, *, force: bool) -> int:
    """Write a spreadsheet of a document, or the YAML of a spreadsheet.

    Args:
        folder: The data folder.
        thing: A document's id, its YAML, or a spreadsheet.
        output: The file to write.
        lang: Language of messages and of the spreadsheet.
        force: Whether a file that is there is written over.

    Returns:
        0; 1 if something is wrong with the spreadsheet or the data; 2 for wrong use.
    """
    from indicators.catalog import read_catalog
    from indicators.cli.inputs import DataError, UsageError, refuse_errors
    from indicators.limits.caps import RefusedError

    catalog = read_catalog(folder)
    try:
        refuse_errors(catalog, lang)
        if Path(thing).suffix.lower() in _SHEETS:
            return _back(catalog, Path(thing), output, lang, force=force)
        _out(catalog, thing, output, lang, force=force)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError:
        return 1
    except RefusedError as error:
        print(f"{thing}: {error.reason(lang)}", file=sys.stderr)
        return 2
    return 0


def _out(catalog: Catalog, thing: str, output: Path | None, lang: str, *, force: bool) -> None:
    """Write a document's spreadsheet, and its name to standard output."""
    from indicators.cli.inputs import UsageError, find_document, read_limited
    from indicators.limits.caps import DOCUMENT
    from indicators.sheets import moved_comments, to_csv, to_sheet

    path = catalog.folder / "documents" / f"{thing}.yaml"
    if thing not in catalog.documents and not path.is_file():
        path = Path(thing)
        if path.suffix.lower() not in (".yaml", ".yml") or not path.is_file():
            find_document(catalog, thing, lang)  # says which there are
    target = output or Path(f"{path.stem}.xlsx")
    if target.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError(
            f"-o {target}: .xlsx or .csv" if lang == "en" else f"-o {target}：只能是 .xlsx 或 .csv"
        )
    data = read_limited(path, DOCUMENT, lang)
    make = to_csv if target.suffix.lower() == ".csv" else to_sheet
    made = make(data, catalog, lang)
    if moved := moved_comments(data):
        print(
            f"{path.name}: comments that stood behind a value, or within the head, come back above it: {moved}"
            if lang == "en" else f"{path.name}：有 {moved} 条注释写在值的后面或文件说明之中，回到 YAML 时会移到上方",
            file=sys.stderr,
        )
    _write(target, made, lang, force=force)
    print(target)


def _back(catalog: Catalog, path: Path, output: Path | None, lang: str, *, force: bool) -> int:
    """Print or write a spreadsheet's YAML; what is wrong goes to standard error."""
    from indicators.cli.inputs import read_limited
    from indicators.limits.caps import SHEET
    from indicators.sheets.reading import from_sheet_apart

    taken = from_sheet_apart(read_limited(path, SHEET, lang), path.name, catalog)
    for problem in taken.problems:
        print(problem.as_text(lang), file=sys.stderr)
    errors = sum(problem.severity == "error" for problem in taken.problems)
    if errors:
        print(
            f"{errors} to mend" if lang == "en" else f"有 {errors} 处要改", file=sys.stderr,
        )
    if output is not None and taken.yaml:
        _write(output, taken.yaml, lang, force=force)
        print(output)
    else:
        print(taken.yaml.decode(), end="")
    return 1 if errors else 0


def _write(path: Path, data: bytes, lang: str, *, force: bool) -> None:
    from indicators.cli.inputs import UsageError
    from indicators.reading.problems import refused_by_system

    try:
        with path.open("wb" if force else "xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise UsageError(
            f"{path} is there already; --force writes over it" if lang == "en"
            else f"{path} 已经存在；要覆盖就加 --force"
        ) from None
    except OSError as error:
        raise UsageError(refused_by_system(path, error, lang)) from None
