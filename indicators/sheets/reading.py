"""From a spreadsheet back to a document's YAML, with everything that is wrong, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from typing import Final, NamedTuple

from indicators.catalog import Catalog
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.limits.apart import Pool
from indicators.limits.caps import DOCUMENT_TIME, SHEET, check, refused_alone
from indicators.reading.problems import Problem
from indicators.sheets.columns import (
    BREAKDOWN,
    COMMENT,
    COMMENT_AFTER,
    HEAD_NAMES,
    SECTIONED,
    Column,
    Headers,
    code_of,
    head_columns,
    near_code,
)
from indicators.sheets.csv_text import read_csv
from indicators.sheets.finding import Table, find
from indicators.sheets.grid import Book, Cell
from indicators.sheets.problems import SheetProblem, letters
from indicators.sheets.trees import Row, Tables, Written, yaml_of
from indicators.sheets.xlsx import is_workbook, read_xlsx
from indicators.texts.documents import read_document

_NUMBERS: Final = frozenset(("value", "rounded_to", "text.length"))
"""What is a number in YAML too."""
_DATES: Final = frozenset(("period", "date"))
_PROSE: Final = frozenset((COMMENT, COMMENT_AFTER))
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_LINES: Final = frozenset(("duplicate-claim", "part-exceeds-whole"))
"""Kinds of problem that name another line of the file by its number alone."""


class Taken(NamedTuple):
    """What a spreadsheet gives.

    Attributes:
        yaml: The document's YAML; empty where no table of claims was found.
        problems: What is wrong, in the order of the sheets.
    """

    yaml: bytes
    problems: tuple[SheetProblem, ...]


def from_sheet(data: bytes, name: str, catalog: Catalog) -> Taken:
    """Return a spreadsheet as a document's YAML.

    Args:
        data: The file: an ``.xlsx``, or a CSV.
        name: Its name, for problems and, where it has no code for the document, for that.
        catalog: What may be said.

    Raises:
        UnreadableSheetError: It is no spreadsheet, or one that can't be read.
        TooMuchError: It is larger than is taken.
    """
    return taken(read_book(data), name, catalog)


def from_sheet_apart(data: bytes, name: str, catalog: Catalog) -> Taken:
    """Return the same as `from_sheet`; what has to be unpacked is read in another process.

    Raises:
        RefusedError: As `from_sheet`; or it took too long, or too much memory.
    """
    check(SHEET, len(data))
    book = _pool().run(read_book, data) if is_workbook(data) else read_book(data)
    return taken(book, name, catalog)


def read_book(data: bytes) -> Book:
    """Return the cells of a spreadsheet, whatever it is told to be by its name."""
    check(SHEET, len(data))
    with refused_alone():
        return read_xlsx(data) if is_workbook(data) else read_csv(data)


@cache
def _pool() -> Pool:
    return Pool(count=1, deadline=DOCUMENT_TIME.most)


def taken(book: Book, name: str, catalog: Catalog) -> Taken:
    """Return what the cells of a spreadsheet give."""
    return _Reader(book, PurePath(name).name, catalog).read()


class _Reader:
    """One spreadsheet being read."""

    def __init__(self, book: Book, name: str, catalog: Catalog) -> None:
        self._book = book
        self._name = name
        self._catalog = catalog
        self._problems: list[SheetProblem] = []
        self._cells: dict[tuple[str, int, str], tuple[str, int, int]] = {}
        self._columns: dict[tuple[str, int, int], Column] = {}
        self._wrong: set[tuple[str, int, int]] = set()

    def read(self) -> Taken:
        for code, detail in self._book.notices:
            row = int(detail) if code == "odd-quotes" else 0
            self._report(code, "", row, 0, found=detail)
        found = find(self._book, self._catalog, self._report)
        if found.claims is None:
            return Taken(b"", self._sorted())
        claims = self._rows("claims", found.claims)
        ignored = self._rows("ignore", found.ignored) if found.ignored else []
        head = self._head(found.head) if found.head else self._no_head(found.claims)
        written = yaml_of(Tables(head, claims, ignored))
        file = f"documents/{head.get('id', '')}.yaml"
        for problem in read_document(self._catalog, written.data, file)[1]:
            self._take(problem, written)
        return Taken(written.data, self._sorted())

    def _report(self, code: str, sheet: str, row: int, column: int, **details: str) -> None:
        problem = SheetProblem(self._name, sheet, row, column, code, details)
        self._problems.append(problem)
        if problem.severity == "error" and row and column:
            self._wrong.add((sheet, row, column))

    def _sorted(self) -> tuple[SheetProblem, ...]:
        order = {sheet.name: number for number, sheet in enumerate(self._book.sheets)}
        listed = sorted(
            self._problems, key=lambda one: (order.get(one.sheet, -1), one.row, one.column, one.code)
        )
        return tuple(listed)

    # ---- cells ---------------------------------------------------------------------------

    def _rows(self, name: str, table: Table) -> list[Row]:
        """Return what the rows of a table say; those that are empty are passed over."""
        sheet = table.sheet
        cells = self._filled(table)
        self._say_hidden(table)
        made: list[Row] = []
        spare: list[int] = []
        for row in sorted({row for row, _ in cells if table.header < row <= table.last}):
            said: Row = {}
            places = {}
            for number, column in table.columns.items():
                cell = cells.get((row, number))
                if cell is None or column.key in said:
                    continue
                said[column.key] = self._text(sheet.name, row, number, column, cell)
                places[column.key] = (sheet.name, row, number)
            if name == "claims" and said and not any(key in said for key in SECTIONED):
                spare.append(row)
                continue
            if not said:
                continue
            for number, column in table.columns.items():
                places.setdefault(column.key, (sheet.name, row, number))
            places[""] = (sheet.name, row, 0)
            self._cells |= {(name, len(made), key): place for key, place in places.items()}
            made.append(said)
        if spare:
            self._report("no-indicator", sheet.name, spare[0], 0, found=str(len(spare)))
        return made

    def _filled(self, table: Table) -> dict[tuple[int, int], Cell]:
        """Return a table's cells, those that are merged each with what they show."""
        sheet = table.sheet
        cells = dict(sheet.cells)
        rows = set(table.rows)
        for area in sheet.merged:
            if area.last_row <= table.header or area.first_row > table.last:
                continue
            inside = [n for n in table.columns if area.first_column <= n <= area.last_column]
            if not inside:
                continue
            place = f"{letters(area.first_column)}{area.first_row}:{letters(area.last_column)}{area.last_row}"
            first = cells.get((area.first_row, area.first_column))
            figure = any(table.columns[n].key == "figure" for n in inside)
            if figure or area.first_column != area.last_column:
                self._report("merged-figure", sheet.name, area.first_row, inside[0], found=place)
            elif first is not None:
                self._report(
                    "merged", sheet.name, area.first_row, inside[0], found=place, other=first.text
                )
                for row in rows & set(range(area.first_row + 1, area.last_row + 1)):
                    cells[row, area.first_column] = first
        return cells

    def _say_hidden(self, table: Table) -> None:
        sheet = table.sheet
        if sheet.hidden:
            self._report("hidden", sheet.name, 0, 0, found=sheet.name)
        hidden = [row for row in table.rows if row in sheet.hidden_rows]
        for first, last in _stretches(hidden):
            self._report("hidden", sheet.name, first, 0, found=f"{first}:{last}")
        for number in sorted(sheet.hidden_columns & set(table.columns)):
            self._report("hidden", sheet.name, 0, number, found=f"{letters(number)}:{letters(number)}")

    def _text(self, sheet: str, row: int, number: int, column: Column, cell: Cell) -> str:
        """Return what a cell says; what isn't certain is reported, and left to be filled in."""
        key = column.key
        self._columns[sheet, row, number] = column

        def wrong(code: str, **details: str) -> str:
            self._report(code, sheet, row, number, **details)
            return PLACEHOLDER

        if cell.kind == "error":
            return wrong("cell-error", found=cell.text)
        if cell.formula and key == "figure":
            return wrong("formula-figure", found=cell.text)
        if cell.formula and not cell.text.strip():
            return wrong("empty-formula")
        if cell.kind == "shown-otherwise":
            return wrong("shown-otherwise", found=cell.text, other=cell.shape)
        if cell.kind == "date" and (key not in _DATES or not re.match("[0-9]{4}", cell.text)):
            if key in _PROSE:
                return cell.text
            return wrong("date-for-text", found=cell.text, guess=cell.guess)
        if cell.kind == "date" and cell.guess and cell.guess != cell.text and key == "period":
            self._report("date-read", sheet, row, number, found=cell.text, expected=cell.guess)
        if cell.kind == "number" and key == "figure":
            self._report("number-for-figure", sheet, row, number, found=cell.text)
        if cell.formula:
            self._report("formula", sheet, row, number, found=cell.text)
        text = cell.text if key in _PROSE else cell.text.strip()
        if cell.kind == "number" and key not in _NUMBERS:
            text = text.replace(",", "") if key != "figure" else text
        text, code, other = code_of(text, column)
        if code == "name-and-code":
            name = cell.text.partition("·")[2].strip()
            self._report(code, sheet, row, number, found=text, other=name, expected=other)
        elif code:
            self._report(code, sheet, row, number, found=text, other=other)
        return text

    # ---- the document --------------------------------------------------------------------

    def _head(self, table: Table) -> Row:
        """Return what is said of the document: a row an item, named in one of the first columns."""
        columns = head_columns(self._catalog)
        headers = Headers(columns)
        known = {column.key: column for column in columns}
        value = next(iter(table.columns))
        sheet = table.sheet
        said: Row = {}
        addresses = 0
        for row in table.rows:
            named = [
                cell.text for number in range(1, value)
                if (cell := sheet.cells.get((row, number))) is not None
            ]
            key = next((key for text in named if (key := headers.key(text))), "")
            cell = sheet.cells.get((row, value))
            if not key:
                if cell is not None and named:
                    self._report(
                        "unknown-row", sheet.name, row, value, found=named[0], nearest=headers.near(named[0])
                    )
                continue
            place = (sheet.name, row, value)
            if key == "addresses":
                addresses += cell is not None
                key = f"addresses.{max(addresses, 1)}"
            if cell is None:
                self._cells.setdefault(("head", 0, key), place)
                continue
            if key in said:
                other = f"{letters(value)}{self._cells['head', 0, key][1]}"
                self._report("same-row", sheet.name, row, value, found=named[0], other=other)
                continue
            column = known["addresses" if key.startswith("addresses.") else key]
            said[key] = self._text(sheet.name, row, value, column, cell)
            self._cells["head", 0, key] = place
        self._cells["head", 0, ""] = (sheet.name, 0, 0)
        return self._ordered(said)

    def _no_head(self, claims: Table) -> Row:
        """Return a head in which everything is still to be filled in."""
        self._report("no-head", claims.sheet.name, 0, 0)
        self._wrong.add(("", -1, -1))
        needed = ("title.zh", "title.en", "producer.zh", "producer.en", "producer_basis", "date", "trust", "access",
                  "ref_area")
        self._cells["head", 0, ""] = ("", -1, -1)
        return self._ordered(dict.fromkeys(needed, PLACEHOLDER))

    def _ordered(self, said: Row) -> Row:
        """Return a head in the order of the models, with a code made of the file's name if it lacks one."""
        if not said.get("id"):
            stem = PurePath(self._name).stem.lower()
            said["id"] = _NOT_IN_IDS.sub("-", stem).strip("-")[:64] or "new-document"
        order = {key: number for number, key in enumerate(HEAD_NAMES)}

        def place(key: str) -> tuple[int, int]:
            listed = key.startswith("addresses.")
            return order.get("addresses" if listed else key, len(order)), _number(key) if listed else 0

        return {key: said[key] for key in sorted(said, key=place)}

    # ---- what check says -----------------------------------------------------------------

    def _take(self, problem: Problem, written: Written) -> None:
        """Report what is wrong with the YAML at the cell that it comes from."""
        origin = written.origin(problem.line, problem.column)
        place = self._place(problem, origin)
        if place in self._wrong:
            return  # what is wrong with the cell itself was said, and this follows from it
        details = {
            key: self._cells_for(text, written, key == "other" and problem.code in _LINES)
            for key, text in problem.details.items()
        }
        column = self._columns.get(place)
        if column is not None and column.codes and not details.get("nearest"):
            details["nearest"] = near_code(details.get("found", ""), column)
        inner = replace(problem, details=details)
        self._problems.append(SheetProblem(self._name, *place, problem.code, details, inner))

    def _place(
        self, problem: Problem, origin: tuple[str, int, str] | None
    ) -> tuple[str, int, int]:
        if origin is None:
            return ("", 0, 0)
        table, row, key = origin
        lacking = problem.details.get("found", "") if problem.code == "missing-key" else ""
        lacking = "date" if problem.code == "missing-date" else lacking
        names: Iterable[str] = (
            [lacking, f"{lacking}.zh", key.rpartition(".")[0] + f".{lacking}"] if lacking else
            [key, f"{key}.zh", key.rpartition(".")[0], next(iter(_beneath(key, self._cells, table, row)), "")]
        )
        for name in names:
            if name and (table, row, name) in self._cells:
                return self._cells[table, row, name]
        return self._cells.get((table, row, ""), ("", 0, 0))

    def _cells_for(self, text: str, written: Written, alone: bool) -> str:
        """Return a detail with the sheet's rows in place of the YAML's lines."""
        def row(line: str) -> str:
            origin = written.origin(int(line), 1)
            place = self._cells.get((origin[0], origin[1], "")) if origin else None
            return str(place[1]) if place else line

        if alone and text.isdecimal():
            return row(text)
        return re.sub(r"documents/[^\s:]{1,70}:([0-9]{1,6})", lambda match: row(match[1]), text)


def _beneath(
    key: str, cells: Mapping[tuple[str, int, str], object], table: str, row: int
) -> Iterable[str]:
    """Yield the places beneath a key that have a cell: of a breakdown, its first column."""
    if key == BREAKDOWN:
        yield from (name for at, of, name in cells if (at, of) == (table, row) and name.startswith(f"{key}."))


def _number(key: str) -> int:
    last = key.rpartition(".")[2]
    return int(last) if last.isdecimal() else 0


def _stretches(rows: list[int]) -> Iterable[tuple[int, int]]:
    """Yield the first and last row of each stretch of rows that follow each other."""
    start = previous = 0
    for row in rows:
        if not start:
            start = previous = row
        elif row == previous + 1:
            previous = row
        else:
            yield start, previous
            start = previous = row
    if start:
        yield start, previous
