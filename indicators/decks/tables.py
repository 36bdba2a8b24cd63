"""Native tables: figures set large, the same grid as on screen."""

from __future__ import annotations

import math
from typing import Any, Final

from lxml import etree
from pptx.oxml.ns import qn

from indicators.decks.runs import put
from indicators.decks.template import px
from indicators.pictures.slides import Slide, SlideFigure
from indicators.pictures.slides.svg import ROOM, card_grid

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "no style, no grid"."""


def put_cards(place: Any, slide: Slide, height: float) -> Any:
    """Fill a table placeholder with the slide's figures; return its frame.

    Each has three cells, one beneath the other: name, figure, date and section.
    """
    size, columns = card_grid(slide, height - 20)
    rows = math.ceil(len(slide.figures) / columns)
    extra = len(slide.figures) == 1
    frame = place.insert_table(rows * 3 + (1 if extra or slide.note else 0), columns)
    frame._element.find(f".//{qn('p:cNvPr')}").set("descr", slide.alt)
    table = frame.table
    _bare(table)
    points = min(size * 0.5 * 0.94, 120.0)
    last = 76 if extra or slide.note else 0
    used = 50 + points * 2 * 1.25
    heights = (50, points * 2 * 1.25, min(150, max(50, (height - last) / rows - used)))
    for row in range(rows):
        for line, height in enumerate(heights):
            table.rows[row * 3 + line].height = px(height)
    width = px(ROOM) // columns
    for column in range(columns):
        table.columns[column].width = width
    several = len({figure.period for figure in slide.figures}) > 1
    for number, figure in enumerate(slide.figures):
        row, column = (number // columns) * 3, number % columns
        _card(table, row, column, figure, slide.lang, points, period=several or extra)
    if extra or slide.note:
        _last(table, rows * 3, columns, slide, definition=extra)
    return frame


def _bare(table: Any) -> None:
    properties = table._tbl.tblPr
    for name in ("firstRow", "bandRow"):
        properties.attrib.pop(name, None)
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = etree.SubElement(properties, qn("a:tableStyleId"))
    style.text = _NO_STYLE


def _cell(table: Any, row: int, column: int) -> Any:
    cell = table.cell(row, column)
    cell.margin_left = 0
    cell.margin_right = px(16)
    cell.margin_top = cell.margin_bottom = px(2)
    return cell.text_frame.paragraphs[0]


def _card(
    table: Any, row: int, column: int, figure: SlideFigure, lang: str, points: float, *,
    period: bool,
) -> None:
    put(_cell(table, row, column), figure.name, lang=lang, size=18)
    if row:
        _rule(table.cell(row - 1, column), "a:lnB")
    else:
        _rule(table.cell(row, column), "a:lnT")
    table.cell(row, column).margin_top = px(10)
    paragraph = _cell(table, row + 1, column)
    color = "accent3" if figure.context else "accent1"
    parts = figure.parts
    space = " " if figure.parts.spaced else ""
    if parts.bound:
        put(paragraph, parts.bound + space, lang=lang, size=points * 0.45, color="tx1")
    put(paragraph, parts.number, lang=lang, size=points, bold=True, color=color)
    if parts.unit:
        gap = "" if parts.unit.startswith("%") else space
        put(paragraph, gap + parts.unit, lang=lang, size=points * 0.5, color=color)
    text = figure.below(period=period, section=True)
    put(_cell(table, row + 2, column), text, lang=lang, size=14, color="tx2")


def _last(table: Any, row: int, columns: int, slide: Slide, *, definition: bool) -> None:
    """Put the definition of a figure that stands alone, and the note, across the table."""
    if columns > 1:
        table.cell(row, 0).merge(table.cell(row, columns - 1))
    table.rows[row].height = px(70)
    texts = [slide.figures[0].definition if definition else "", slide.note]
    cell = table.cell(row, 0)
    paragraph = _cell(table, row, 0)
    for number, text in enumerate(text for text in texts if text):
        target = paragraph if number == 0 else cell.text_frame.add_paragraph()
        put(target, text, lang=slide.lang, size=16, color="tx2")


def _rule(cell: Any, edge: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line = etree.Element(qn(edge))
    line.set("w", "12700")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", "accent5")
    properties.insert(0, line)
