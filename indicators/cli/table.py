"""``table``: the observations as CSV, JSON or Parquet."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from indicators.catalog import read_catalog
from indicators.evidence.judging import sound
from indicators.exports import FORMATS, Extract
from indicators.reading.problems import refused_by_system
from indicators.reading.snippets import as_text, read_sources
from indicators.table.frame import observations
from indicators.table.selection import Selection


def run_table(folder: Path, form: str, output: Path | None, lang: str) -> int:
    """Write the observations; return 1 if the data has errors, which go to standard error.

    Parquet needs a file or a pipe: it is never written to a terminal.
    """
    catalog = sound(read_catalog(folder))
    sources = read_sources(folder)
    for problem in catalog.errors:
        print(as_text(problem, sources(problem.file), lang), file=sys.stderr)
    if catalog.errors:
        return 1
    if form == "parquet" and output is None and sys.stdout.isatty():
        print("用 -o 写明文件 · name a file with -o", file=sys.stderr)
        return 2
    extract = Extract(catalog, observations(catalog), Selection(), lang, date.today())
    data = FORMATS[form].make(extract)
    try:
        if output is not None:
            output.write_bytes(data)
        else:
            sys.stdout.buffer.write(data)
    except OSError as error:
        print(refused_by_system(output or "stdout", error, lang), file=sys.stderr)
        return 2
    return 0
