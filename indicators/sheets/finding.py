"""Which sheet is the table of claims, which tells of the document, and what their columns are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from indicators.catalog import Catalog
from indicators.sheets.columns import (
    BREAKDOWN,
    SECTIONED,
    Column,
    Headers,
    claim_columns,
    folded,
    head_columns,
    ignored_columns,
)
from indicators.sheets.grid import Book, Sheet
from indicators.sheets.problems import letters

MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "document": ("文件", "Document"), "ignore": ("不是数据的数字", "Numerals that are no figures"),
}
"""The tables beneath the claims in a CSV, each after a line ``# 文件 · Document``."""
VALUE: Final = ("填写", "Value")
_HEADER_ROWS: Final = 30
"""Rows in which a header is looked for: titles and notes may stand above it."""

Report = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table within a sheet.

    Attributes:
        sheet: The sheet.
        header: The row of its header.
        last: Its last row.
        columns: What each of its columns is, by number from 1.
    """

    sheet: Sheet
    header: int
    last: int
    columns: Mapping[int, Column]

    @property
    def rows(self) -> list[int]:
        """The rows beneath the header that hold something."""
        return [row for row in self.sheet.rows if self.header < row <= self.last]

    def column_of(self, key: str) -> int:
        """Return the number of a column by its key; 0 if there is none."""
        return next((number for number, column in self.columns.items() if column.key == key), 0)

    def contents(self) -> list[dict[str, str]]:
        """Return what its rows hold, for comparing."""
        cells = self.sheet.cells
        return [
            {c.key: cells[row, n].text for n, c in self.columns.items() if (row, n) in cells} for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a workbook.

    Attributes:
        claims: That of the claims.
        head: That about the document: an item a row.
        ignored: That of numerals that are no figures.
    """

    claims: Table | None
    head: Table | None
    ignored: Table | None


def find(book: Book, catalog: Catalog, report: Report) -> Found:
    """Return the tables of a workbook; what is wrong with their headers is reported."""
    parts = [part for sheet in book.sheets for part in _parts(sheet)]
    claim_headers = claim_columns(catalog, [f"{BREAKDOWN}.{name}" for name in catalog.breakdowns])
    known = {column.key: column for column in claim_headers}
    candidates = []
    for name, sheet in parts:
        if name in ("", "claims") and (table := _table(sheet, claim_headers, SECTIONED)) is not None:
            candidates.append(table)
    claims = _only(candidates, report)
    if claims is None and not candidates:
        nearly = [
            table for name, sheet in parts if not name
            and (table := _table(sheet, claim_headers, ())) is not None
            and any(table.column_of(key) for key in SECTIONED) and len(table.columns) > 2
        ]
        if nearly:
            claims = nearly[0]
            for key in SECTIONED:
                if not claims.column_of(key):
                    place = _likely(claims, known[key])
                    report(
                        "missing-column", claims.sheet.name, claims.header, place, found_zh=known[key].zh,
                        found_en=known[key].en, nearest=_text(claims, place),
                    )
        else:
            report("no-claims", book.sheets[0].name if book.sheets else "", 0, 0)
    if claims is not None:
        _check_header(claims, Headers(claim_headers), report)
    others = [(name, sheet) for name, sheet in parts if claims is None or sheet is not claims.sheet]
    heads = [table for name, sheet in others if (table := _head(name, sheet, catalog)) is not None]
    ignored = [
        table for name, sheet in others if name in ("", "ignore")
        and (table := _table(sheet, ignored_columns(catalog), ("text",))) is not None
        and (table.column_of("reason.zh") or table.column_of("reason.en"))
    ]
    return Found(claims, heads[0] if heads else None, ignored[0] if ignored else None)


def _parts(sheet: Sheet) -> Iterable[tuple[str, Sheet]]:
    """Yield the tables of a sheet: each but the first stands after a line with its name."""
    starts = []
    for row in sheet.rows:
        cell = sheet.cells.get((row, 1))
        if cell is not None and cell.text.lstrip().startswith("#"):
            words = folded(cell.text.partition("·")[0]), folded(cell.text)
            for name, said in MARKS.items():
                if folded(said[0]) in words or folded(said[1]) in words or folded("".join(said)) in words:
                    starts.append((row, name))
    if not starts:
        yield "", sheet
        return
    ends = [row for row, _ in starts[1:]] + [max(sheet.rows) + 1]
    bounds = [(0, starts[0][0], "claims")] + [
        (row, end, name) for (row, name), end in zip(starts, ends, strict=True)
    ]
    for first, end, name in bounds:
        yield name, replace(
            sheet, cells={place: cell for place, cell in sheet.cells.items() if first < place[0] < end}
        )


def _table(sheet: Sheet, columns: list[Column], needed: Iterable[str]) -> Table | None:
    """Return a sheet as a table; None if no row of it is a header that has what is needed."""
    headers = Headers(columns)
    known = {column.key: column for column in columns}
    best: dict[int, Column] = {}
    row_of = 0
    for row in sheet.rows[:_HEADER_ROWS]:
        found: dict[int, Column] = {}
        for (at, number), cell in sheet.cells.items():
            if at == row and (key := headers.key(cell.text)):
                found[number] = known[key]
        keys = {column.key for column in found.values()}
        if len(found) - len(keys) >= len(keys):
            continue  # a line that explains a column says its name again and again
        if len(keys) > len({column.key for column in best.values()}):
            best, row_of = dict(sorted(found.items())), row
    keys = {column.key for column in best.values()}
    if len(keys) < 2 or not set(needed) <= keys:
        return None
    return Table(sheet, row_of, max(sheet.rows), best)


def _only(tables: list[Table], report: Report) -> Table | None:
    """Return the one table of claims; the last of several that say the same."""
    for first, second in pairwise(tables):
        names = {"found": first.sheet.name, "other": second.sheet.name}
        if first.contents() != second.contents():
            report("two-claims", second.sheet.name, 0, 0, **names)
            return None
        report("same-claims", first.sheet.name, 0, 0, **names)
    return tables[-1] if tables else None


def _likely(table: Table, column: Column) -> int:
    """Return the column without a meaning whose header is most like what is wanted; 0 for none."""
    lone = Headers([column])
    for (row, number), cell in sorted(table.sheet.cells.items()):
        if row == table.header and number not in table.columns and lone.near(cell.text):
            return number
    return 0


def _text(table: Table, column: int) -> str:
    cell = table.sheet.cells.get((table.header, column))
    return cell.text.strip() if cell is not None else ""


def _check_header(table: Table, headers: Headers, report: Report) -> None:
    """Report columns that are there twice, and those that mean nothing."""
    seen: dict[str, int] = {}
    for number, column in table.columns.items():
        if column.key in seen and column.key != "comment":
            report(
                "same-column", table.sheet.name, table.header, number, found_zh=column.zh,
                found_en=column.en, other=letters(seen[column.key]),
            )
        seen.setdefault(column.key, number)
    used = {number for row, number in table.sheet.cells if table.header < row <= table.last}
    for number in sorted(used - set(table.columns)):
        text = _text(table, number)
        report(
            "unknown-column", table.sheet.name, table.header, number, found=text or letters(number),
            nearest=headers.near(text) if text else "",
        )


def _head(name: str, sheet: Sheet, catalog: Catalog) -> Table | None:
    """Return the table about the document: what its rows are, is read where they are read."""
    if name not in ("", "document"):
        return None
    headers = Headers(head_columns(catalog))
    named = folded(sheet.name) in {folded(word) for word in MARKS["document"]}
    for row in sheet.rows[:_HEADER_ROWS]:
        for (at, number), cell in sheet.cells.items():
            if at != row or number == 1 or folded(cell.text) not in {folded(word) for word in VALUE}:
                continue
            beneath = {
                headers.key(item.text) for (line, place), item in sheet.cells.items()
                if line > row and place < number
            }
            if named or len(beneath - {""}) > 2:
                value = Column("value", *VALUE, ("", ""), {})
                return Table(sheet, row, max(sheet.rows), {number: value})
    if named or name == "document":
        rows = [row for row in sheet.rows if (row, 1) in sheet.cells and headers.key(sheet.cells[row, 1].text)]
        if rows:
            columns = sorted({number for _, number in sheet.cells})
            last = columns[2] if len(columns) > 2 else columns[-1]
            return Table(sheet, rows[0] - 1, max(sheet.rows), {last: Column("value", *VALUE, ("", ""), {})})
    return None
