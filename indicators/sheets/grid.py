"""What was read of a spreadsheet: sheets of cells, each still knowing how it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell that holds something.

    Attributes:
        text: What it holds as text, as the program shows it; a formula's last result.
        kind: ``text``, ``number``, ``date``, ``error`` or ``shown-otherwise``.
        formula: Whether it is a formula.
        shape: The number format, where that matters.
        guess: What may have been typed, where the program made something else of it.
    """

    text: str
    kind: str = "text"
    formula: bool = False
    shape: str = ""
    guess: str = ""


class Area(NamedTuple):
    """Cells in a rectangle, both ends included, rows and columns from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        name: Its name; empty for a CSV.
        cells: What isn't empty, by row and column, both from 1.
        merged: The rectangles that are merged.
        hidden_rows: Rows that aren't shown, of those that hold something.
        hidden_columns: Columns that aren't shown.
        hidden: Whether the sheet itself isn't shown.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def rows(self) -> list[int]:
        """The rows that hold something, in order."""
        return sorted({row for row, _ in self.cells})


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or the one table of a CSV.

    Attributes:
        sheets: Its sheets, in order.
        notices: What is to be said of the whole: a kind of problem, and what was found.
    """

    sheets: tuple[Sheet, ...]
    notices: tuple[tuple[str, str], ...] = field(default=())
