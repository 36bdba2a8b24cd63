"""A chart's data sheet: the numbers it draws, the labels made of them, and where each figure is from.

Labels, open ends and whiskers are cells, so that whoever corrects a number sees bar, label and end
follow. A label is what the document prints as long as the number is the document's; of another number
it is written with the same bound, power of ten and unit.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final, NamedTuple

import xlsxwriter

from indicators.decks.sheet_heads import HEADS
from indicators.language.relations import End
from indicators.pictures.picture import OVER, Mark

NAME: Final = "Sheet1"
_EPOCH: Final = date(1899, 12, 30)
_NUMERAL: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_LONGEST: Final = 250
"""Characters of a text within a formula."""


class Formula(NamedTuple):
    """A cell that is reckoned: its formula without the sign of equality, and what it gives now."""

    text: str
    value: float | str


Cell = float | str | date | Formula | None


def serial(day: date) -> int:
    """Return a day as spreadsheets count them."""
    return (day - _EPOCH).days


class Sheet:
    """Columns with a head each, and references to them with what their cells hold now.

    Args:
        columns: The columns by their key, in their order; all of one length.
        lang: The language of the heads.
        unit: What the numbers count, which stands in the head of the value.
    """

    def __init__(self, columns: dict[str, Sequence[Cell]], lang: str, unit: str) -> None:
        self._columns = columns
        self._lang = lang
        self._unit = unit
        self._letters = {key: _letter(place) for place, key in enumerate(columns)}
        self._count = len(next(iter(columns.values())))

    def column(self, key: str) -> str:
        """Return the letter of a column."""
        return self._letters[key]

    def head(self, key: str) -> str:
        """Return what stands above a column."""
        kind, _, number = key.partition("#")
        said = HEADS[kind][self._lang == "en"] + number
        own = key in ("value", "lower", "upper", "length") and self._unit
        return f"{said} ({self._unit})" if own and self._lang == "en" else f"{said}（{self._unit}）" if own else said

    def numbers(self, key: str, style: str = "General") -> str:
        """Return a ``c:numRef`` to a column."""
        points = "".join(
            f'<c:pt idx="{place}"><c:v>{value:.15g}</c:v></c:pt>'
            for place, value in enumerate(self._values(key)) if isinstance(value, (int, float))
        )
        return (
            f"<c:numRef><c:f>{self.reference(key)}</c:f><c:numCache><c:formatCode>{escape(style)}"
            f'</c:formatCode><c:ptCount val="{self._count}"/>{points}</c:numCache></c:numRef>'
        )

    def texts(self, key: str) -> str:
        """Return a ``c:strRef`` to a column."""
        return (
            f"<c:strRef><c:f>{self.reference(key)}</c:f><c:strCache>{self._said(key, 'c')}</c:strCache></c:strRef>"
        )

    def title(self, key: str) -> str:
        """Return a series' ``c:tx``: the head of its column."""
        return (
            f"<c:tx><c:strRef><c:f>{NAME}!${self.column(key)}$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
            f'<c:pt idx="0"><c:v>{escape(self.head(key))}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        )

    def labels(self, key: str) -> str:
        """Return the extension of a series that takes its labels from a column."""
        return (
            '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
            'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange>'
            f"<c15:f>{self.reference(key)}</c15:f><c15:dlblRangeCache>{self._said(key, 'c')}"
            "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
        )

    def reference(self, key: str) -> str:
        """Return the cells of a column."""
        letter = self.column(key)
        return f"{NAME}!${letter}$2:${letter}${self._count + 1}"

    def _values(self, key: str) -> list[float | str | None]:
        return [
            cell.value if isinstance(cell, Formula) else serial(cell) if isinstance(cell, date) else cell
            for cell in self._columns[key]
        ]

    def _said(self, key: str, space: str) -> str:
        points = "".join(
            f'<{space}:pt idx="{place}"><{space}:v>{escape(str(value), quote=False)}</{space}:v></{space}:pt>'
            for place, value in enumerate(self._values(key)) if value is not None
        )
        return f'<{space}:ptCount val="{self._count}"/>{points}'

    def workbook(self) -> bytes:
        """Return the sheet as a workbook. Text stays text whatever sign it begins with."""
        file = io.BytesIO()
        book = xlsxwriter.Workbook(file, {"in_memory": True})
        sheet = book.add_worksheet(NAME)
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        for place, (key, cells) in enumerate(self._columns.items()):
            sheet.write_string(0, place, self.head(key))
            for line, cell in enumerate(cells, 1):
                if isinstance(cell, Formula):
                    sheet.write_formula(line, place, f"={cell.text}", None, cell.value)
                elif isinstance(cell, str):
                    sheet.write_string(line, place, cell)
                elif isinstance(cell, date):
                    sheet.write_number(line, place, serial(cell), days)
                elif cell is not None:
                    sheet.write_number(line, place, cell)
        book.close()
        return file.getvalue()


def label_cells(marks: Sequence[Mark], numbers: Sequence[Sequence[str]], below: Sequence[str]) -> dict[str, list[Cell]]:
    """Return the columns of labels, and of what a label is made of: bound, power of ten, unit.

    Args:
        marks: The figures, one a row from the second on.
        numbers: The columns of the numbers: one, or of ranges two.
        below: What stands in a second line of each label; all empty for none.
    """
    columns: dict[str, list[Cell]] = {"label": [], "bound": [], "power": [], "unit": []}
    for line, (mark, own, second) in enumerate(zip(marks, numbers, below, strict=True), 2):
        label = "\n".join(part for part in (mark.label, second) if part)
        bound, factor, unit = _made_of(mark)
        columns["bound"].append(bound)
        columns["power"].append(factor)
        columns["unit"].append(unit)
        values = (mark.low, mark.high) if len(own) > 1 else (mark.high,)
        asked = ",".join(f"{letter}{line}={value:.15g}" for letter, value in zip(own, values, strict=True))
        plain = "FALSE" if "," in mark.parts.number or mark.parts.spaced else "TRUE"
        made = '&"—"&'.join(
            f"FIXED({letter}{line}/{{power}}{line},IF({letter}{line}/{{power}}{line}="
            f"INT({letter}{line}/{{power}}{line}),0,{max(2, _decimals(mark))}),{plain})" for letter in own
        )
        last = f"&CHAR(10)&{_quoted(second)}" if second else ""
        columns["label"].append(
            label if len(label) > _LONGEST or "\n" in mark.label
            else Formula(f"IF(AND({asked}),{_spelt(label)},{{bound}}{line}&{made}&{{unit}}{line}{last})", label)
        )
    return columns


def resolved(columns: dict[str, Sequence[Cell]]) -> dict[str, Sequence[Cell]]:
    """Return columns whose formulas name letters where they named other columns by their keys."""
    letters = {key: _letter(place) for place, key in enumerate(columns)}

    def named(cell: Cell) -> Cell:
        if not isinstance(cell, Formula):
            return cell
        # Quoted texts hold what a document prints, braces too.
        pieces = cell.text.split('"')
        pieces[::2] = [piece.format_map(letters) for piece in pieces[::2]]
        return Formula('"'.join(pieces), cell.value)

    return {key: [named(cell) for cell in cells] for key, cells in columns.items()}


def origin_cells(marks: Sequence[Mark]) -> dict[str, list[Cell]]:
    """Return the columns that say what is printed, of which date, where, under which code.

    A derived value has those of each figure that it follows from.
    """
    def of(column: str) -> list[Cell]:
        return [OVER.join(str(one.row[column]) for one in mark.printed) for mark in marks]

    return {
        "figure": of("figure"), "period": [OVER.join(one.period for one in mark.printed) for mark in marks],
        "document": of("document"), "section": of("section"), "code": [mark.code for mark in marks],
    }


def _made_of(mark: Mark) -> tuple[str, float, str]:
    """Return what stands before a figure's number, what its number is multiplied by, what follows it.

    Of a figure without a numeral (全覆盖) the number is taken as it is.
    """
    said = mark.label
    numerals = list(_NUMERAL.finditer(said))
    if not numerals or (len(numerals) > 1 and mark.bound.end is not End.RANGE):
        return f"{mark.sign}{mark.parts.bound}", 1.0, mark.parts.unit
    stated = float(numerals[-1][0].replace(",", ""))
    factor = float(f"{mark.high / stated:.12g}") if stated and mark.high else 1.0
    return said[: numerals[0].start()], factor, said[numerals[-1].end() :]


def _decimals(mark: Mark) -> int:
    return min(8, int(mark.row["decimals"] or 0))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _spelt(text: str) -> str:
    return "&CHAR(10)&".join(_quoted(line) for line in text.split("\n"))


def _letter(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else f"A{chr(ord('A') + place - 26)}"
