"""The commands about paper: ``brief``, one page of A4, and ``report``, a Word file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.cli.slides import Command, Settings

if TYPE_CHECKING:
    import pandas as pd

    from indicators.catalog import Catalog

FORMS = ("pdf", "svg", "html")


def add_commands(command: Command, settings: Settings) -> None:
    """Add the commands to the program's parser.

    Args:
        command: Makes a command of a name and a text.
        settings: Returns the data folder and the language of messages.
    """
    brief = command("brief", "write one page of A4 of the whole reply or of a sector: .pdf, .svg or .html")
    brief.add_argument("--sector", help="only this sector")
    report = command("report", "write the figures as a Word file: sentences, sources and an annex table")
    report.add_argument("--sector", action="append", default=[], help="only this sector (repeatable)")
    for one in (brief, report):
        one.add_argument("-o", "--output", type=Path, help="file (default: named after the document)")

    def run_brief(options: argparse.Namespace) -> int:
        sectors = [options.sector] if options.sector else []
        return _write(*settings(options), sectors, options.output, _page)

    def run_report(options: argparse.Namespace) -> int:
        return _write(*settings(options), options.sector, options.output, _word)

    brief.set_defaults(run=run_brief)
    report.set_defaults(run=run_report)


Make = Callable[["Catalog", "pd.DataFrame", str, Sequence[str], "Path | None"], "tuple[Path, bytes] | None"]


def _write(folder: Path, lang: str, sectors: Sequence[str], output: Path | None, make: Make) -> int:
    """Write a file; return 0, 1 if the data has errors, 2 if there is nothing to write or no place for it."""
    from indicators.catalog import read_catalog
    from indicators.evidence.judging import sound
    from indicators.reading.problems import refused_by_system
    from indicators.table.frame import observations

    catalog = sound(read_catalog(folder))
    for problem in catalog.errors:
        print(problem.as_text(lang), file=sys.stderr)
    if catalog.errors:
        return 1
    english = lang == "en"
    unknown = [sector for sector in sectors if sector not in catalog.definitions]
    if unknown:
        allowed = ", ".join(catalog.definitions)
        said = "no such sector" if english else "没有这个领域"
        print(f"{said}: {', '.join(unknown)} ({allowed})", file=sys.stderr)
        return 2
    try:
        made = make(catalog, observations(catalog), lang, sectors, output)
    except _RefusedError as error:
        print(error.zh if not english else str(error), file=sys.stderr)
        return 2
    if made is None:
        print("nothing to show" if english else "没有可以写的数据", file=sys.stderr)
        return 2
    path, data = made
    try:
        path.write_bytes(data)
    except OSError as error:
        print(refused_by_system(path, error, lang), file=sys.stderr)
        return 2
    print(path)
    return 0


class _RefusedError(ValueError):
    """Why a file can't be written, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        super().__init__(en)


def _page(
    catalog: Catalog, table: pd.DataFrame, lang: str, sectors: Sequence[str], output: Path | None
) -> tuple[Path, bytes] | None:
    from indicators.exports.pdf import NoLibraryError, pdf_of
    from indicators.pictures.brief import brief

    form = output.suffix.lower().removeprefix(".") if output is not None else "pdf"
    if form not in FORMS:
        raise _RefusedError(
            f"写成哪种文件看文件名：{'、'.join(f'.{name}' for name in FORMS)}",
            f"the file's name says what it is written as: {', '.join(f'.{name}' for name in FORMS)}",
        )
    page = brief(catalog, table, lang, *sectors)
    if page is None:
        return None
    try:
        data = pdf_of(page) if form == "pdf" else (page.svg if form == "svg" else page.html).encode()
    except NoLibraryError:
        raise _RefusedError(
            "写 PDF 要用程序库 weasyprint，还没有装：pip install '.[print]'；或者写成 .html，在浏览器里打印",
            "PDF is written with the library weasyprint, which isn't installed: pip install '.[print]'; or write "
            ".html and print that in a browser",
        ) from None
    return output or Path(f"{page.stem}.{form}"), data


def _word(
    catalog: Catalog, table: pd.DataFrame, lang: str, sectors: Sequence[str], output: Path | None
) -> tuple[Path, bytes] | None:
    from indicators.decks.word import report_name, write_report

    data = write_report(catalog, table, lang, sectors)
    name = report_name(catalog, sectors, lang)
    return None if data is None else (output or Path(name), data)
