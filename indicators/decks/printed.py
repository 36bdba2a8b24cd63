"""What a deck's slides print: titles, table cells, chart labels, and the numbers that charts draw.

A label is what an office program shows: typed text, or what the data sheet's cells said last. Nothing
is believed; a chart whose parts can't be read is as if it printed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lxml import etree

from indicators.decks.package import NotADeckError, Package
from indicators.decks.sheet_heads import HEADS
from indicators.limits.caps import TooMuchError

_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_POINTS: Final = 400
_MOST_CELLS: Final = 400
_MOST_ROWS: Final = 400
_LONGEST: Final = 400


class Printed(NamedTuple):
    """Something that a slide prints.

    Attributes:
        slide: The slide's number, from 1.
        place: ``title``, ``cell``, ``text``, ``label``, ``value`` (what a chart draws), ``sheet``
            (what its data sheet holds), or ``made`` (the title as the slide's tags keep it).
        text: The text; empty for a number.
        number: The number; None for a text.
        row: Which point of its chart it belongs to, from 0; -1 elsewhere.
        code: The code that the chart's data sheet has in that row; empty where there is none.
    """

    slide: int
    place: str
    text: str = ""
    number: float | None = None
    row: int = -1
    code: str = ""


def texts_printed(slide: int, root: etree._Element) -> list[Printed]:
    """Return the title, the table cells and the other texts of a slide."""
    found: list[Printed] = []
    for cell in root.iter(f"{_A}tc"):
        found.append(Printed(slide, "cell", _text(cell)))
    for shape in root.iter("{*}sp"):
        mark = next(shape.iter("{*}ph"), None)
        kind = "" if mark is None else str(mark.get("type", ""))
        place = "title" if kind in ("title", "ctrTitle") else "" if kind == "sldNum" else "text"
        if place:
            found.append(Printed(slide, place, _text(shape)))
    return [one for one in found if one.text][:_MOST_CELLS]


def _text(node: etree._Element) -> str:
    lines = ("".join(text.text or "" for text in line.iter(f"{_A}t")) for line in node.iter(f"{_A}p"))
    return "\n".join(line for line in lines if line)[:_LONGEST]


def chart_printed(slide: int, chart: etree._Element, workbook: Package | None) -> list[Printed]:
    """Return a chart's labels and numbers, each with the code that its data sheet has for it.

    Args:
        slide: The slide's number.
        chart: The chart's part.
        workbook: Its data sheet; None where there is none that can be read.
    """
    rows = {} if workbook is None else _rows(workbook)
    found: list[Printed] = []
    for row, text in _labels(chart).items():
        found.append(Printed(slide, "label", text, None, row, rows.get(row, _NO_ROW).code))
    for row, number in _values(chart).items():
        found.append(Printed(slide, "value", "", number, row, rows.get(row, _NO_ROW).code))
    for row, said in rows.items():
        if said.number is not None:
            found.append(Printed(slide, "sheet", "", said.number, row, said.code))
    return found[: 3 * _MOST_POINTS]


def _labels(chart: etree._Element) -> dict[int, str]:
    """Return the label that each point shows."""
    found: dict[int, str] = {}
    for series in chart.iter(f"{_C}ser"):
        if _is_silent(series):
            continue
        cells = _points(series, "{*}datalabelsRange/{*}dlblRangeCache/{*}pt")
        for label in series.iter(f"{_C}dLbl"):
            index = label.find(f"{_C}idx")
            rich = label.find(f"{_C}tx/{_C}rich")
            row = -1 if index is None else _whole(index.get("val"))
            if rich is None or row < 0 or len(found) >= _MOST_POINTS:
                continue
            pieces = []
            for node in rich.iter(f"{_A}r", f"{_A}fld"):
                own = "".join(text.text or "" for text in node.iter(f"{_A}t"))
                from_cell = node.tag == f"{_A}fld" and node.get("type") == "CELLRANGE"
                pieces.append(cells.get(row, own) if from_cell else own)
            found[row] = "".join(pieces)[:_LONGEST]
    return found


def _values(chart: etree._Element) -> dict[int, float]:
    """Return the number at which each bar ends, or at which each labelled point stands."""
    found: dict[int, float] = {}
    for plot in chart.iter(f"{_C}barChart", f"{_C}lineChart"):
        grouping = plot.find(f"{_C}grouping")
        series = plot.findall(f"{_C}ser")
        if grouping is not None and grouping.get("val") == "stacked":
            begins, lengths = (_numbers(one) for one in (*series[:2], *[plot] * (2 - len(series))))
            found |= {row: number + begins.get(row, 0.0) for row, number in lengths.items()}
        else:
            for one in series:
                if one.find(f"{_C}dLbls") is not None:
                    found |= _numbers(one)
    for one in chart.iterfind(f".//{_C}scatterChart/{_C}ser"):
        if one.find(f"{_C}dLbls") is not None and not _is_silent(one):
            drawn = _numbers(one)
            found |= {row: number for row, number in _numbers(one, "xVal").items() if row in drawn}
    return found


def _is_silent(series: etree._Element) -> bool:
    """Tell whether points of a logarithmic scale only carry its names and powers of ten."""
    symbol = series.find(f"{_C}marker/{_C}symbol")
    return series.getparent().tag == f"{_C}scatterChart" and symbol is not None and symbol.get("val") == "none"


def _numbers(series: etree._Element, axis: str = "") -> dict[int, float]:
    axis = axis or ("yVal" if series.find(f"{_C}yVal") is not None else "val")
    points = _points(series, f"{_C}{axis}//{_C}numCache/{_C}pt")
    return {row: number for row, text in points.items() if (number := _number(text)) is not None}


def _points(series: etree._Element, path: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for point in series.iterfind(f".//{path}"):
        if len(found) < _MOST_POINTS and len(point):
            found[_whole(point.get("idx"))] = point[0].text or ""
    return found


class _Row(NamedTuple):
    """A row of a data sheet."""

    code: str = ""
    number: float | None = None


_NO_ROW: Final = _Row()


def _rows(workbook: Package) -> dict[int, _Row]:
    """Return the rows of a data sheet by their place from 0: the code, and the number that is drawn."""
    try:
        strings = [
            "".join(text.text or "" for text in one.iter(f"{_S}t"))
            for one in workbook.xml("xl/sharedStrings.xml").iter(f"{_S}si")
        ] if "xl/sharedStrings.xml" in workbook.names else []
        lines = list(workbook.xml("xl/worksheets/sheet1.xml").iter(f"{_S}row"))[:_MOST_ROWS]
    except (NotADeckError, TooMuchError, KeyError):
        return {}
    if not lines:
        return {}
    heads = {letter: text.partition("（")[0].partition(" (")[0] for letter, text in _cells(lines[0], strings).items()}
    wanted = {key: _column(heads, HEADS[key]) for key in ("code", "value", "upper")}
    found = {}
    for line in lines[1:]:
        cells = _cells(line, strings)
        drawn = wanted["value"] or wanted["upper"]
        code = cells.get(wanted["code"], "")
        found[_whole(line.get("r")) - 2] = _Row(code, _number(cells.get(drawn, "")))
    return found


def _cells(line: etree._Element, strings: Sequence[str]) -> dict[str, str]:
    """Return a row's cells by the letters of their columns."""
    found = {}
    for cell in line.iter(f"{_S}c"):
        value = cell.find(f"{_S}v")
        text = "" if value is None else value.text or ""
        if cell.get("t") == "s":
            place = _whole(text)
            text = strings[place] if 0 <= place < len(strings) else ""
        elif cell.get("t") == "inlineStr":
            text = "".join(node.text or "" for node in cell.iter(f"{_S}t"))
        found[str(cell.get("r", "")).rstrip("0123456789")] = text[:_LONGEST]
    return found


def _column(heads: Mapping[str, str], said: Sequence[str]) -> str:
    return next((letter for letter, text in heads.items() if text in said), "")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else -1


def _number(text: str) -> float | None:
    try:
        number = float(text[:40])
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
