"""A CSV as cells: comma, semicolon or tab, in any encoding that people's programs save in."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from indicators.documents.plain import decode
from indicators.documents.refusals import UnreadableError
from indicators.limits.caps import SHEET, SHEET_CELLS, check
from indicators.sheets.grid import Book, Cell, Sheet
from indicators.sheets.problems import UnreadableSheetError

SEPARATORS: Final = (",", ";", "\t", "，", "；")
_SAMPLE: Final = 20
"""Lines by which the separator is told."""
_FORMULA: Final = re.compile(r"'+[=+\-@\t\r]")
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MADE_DATE: Final = re.compile(
    r"([0-9]{1,2})-([A-Za-z]{3})|([A-Za-z]{3})-([0-9]{2})|([0-9]{1,2})月([0-9]{1,2})日"
    r"|([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月"
)


def read_csv(data: bytes) -> Book:
    """Return the cells of a CSV.

    Raises:
        UnreadableSheetError: It is no text, or no table.
        TooMuchError: It is larger, or has more cells, than is taken.
    """
    check(SHEET, len(data))
    try:
        text, encoding = decode(data)
    except UnreadableError as error:
        if error.code == "damaged-document":
            raise UnreadableSheetError("damaged-sheet", error.found) from None
        raise UnreadableSheetError("no-sheet") from None
    if "\0" in text or text.lstrip().startswith(("<", "{\\rtf", "%PDF")):
        raise UnreadableSheetError("no-sheet")
    notices = [("sheet-encoding", encoding)] if encoding else []
    cells: dict[tuple[int, int], Cell] = {}
    separator = _separator(text)
    # Rows are counted as a spreadsheet counts them: a line break within quotes doesn't end one.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            for column, value in enumerate(row, 1):
                if value.strip():
                    cells[number, column] = cell(value)
            check(SHEET_CELLS, len(cells))
    except csv.Error:
        notices.append(("odd-quotes", str(number + 1)))
    return Book((Sheet("", cells),), tuple(notices))


def _separator(text: str) -> str:
    """Return what parts the cells: what the first lines have most of, outside of quotes."""
    head = re.sub(r'"[^"]*"', "", "\n".join(text[:20_000].split("\n")[:_SAMPLE]))
    first = head.strip().split("\n")[0]
    return max(SEPARATORS, key=lambda mark: (first.count(mark), head.count(mark)))


def cell(value: str) -> Cell:
    """Return what a CSV's cell holds; an apostrophe that kept a program from running it is taken off."""
    text = value[1:] if _FORMULA.match(value) else value
    date = _MADE_DATE.fullmatch(text.strip())
    if date is None:
        return Cell(text)
    day, month, named, year, m, d, whole, wm, wd, cy, cm = date.groups()
    if month:
        if month.lower() not in _MONTHS:
            return Cell(text)
        return Cell(text.strip(), "date", guess=f"{_MONTHS.index(month.lower()) + 1}-{int(day)}")
    if named:
        if named.lower() not in _MONTHS:
            return Cell(text)
        guess = f"20{year}-{_MONTHS.index(named.lower()) + 1:02d}"
        return Cell(guess, "date", shape="mmm-yy", guess=guess)
    if m:
        return Cell(text.strip(), "date", guess=f"{int(m)}-{int(d)}")
    if whole:
        guess = f"{whole}-{int(wm):02d}"
        return Cell(f"{guess}-{int(wd):02d}", "date", shape="y/m/d", guess=guess if int(wd) == 1 else "")
    return Cell(f"{cy}-{int(cm):02d}", "date", shape="yyyy年m月", guess=f"{cy}-{int(cm):02d}")
