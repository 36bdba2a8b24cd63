"""Native tables: figures set large, the same grid as on screen."""

from __future__ import annotations

import math
from typing import Any, Final

from lxml import etree
from pptx.oxml.ns import qn

from indicators.decks.runs import put
from indicators.decks.template import SCHEME, px
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.svg import ROOM, card_grid

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "no style, no grid"."""


def put_cards(place: Any, slide: Picture, height: float) -> Any:
    """Fill a table placeholder with the slide's figures; return its frame.

    Each has three cells, one beneath the other: name, figure, date and section.
    """
    size, columns = card_grid(slide, height - 20)
    rows = math.ceil(len(slide.marks) / columns)
    extra = slide.alone
    frame = place.insert_table(rows * 3 + extra, columns)
    frame._element.find(f".//{qn('p:cNvPr')}").set("descr", slide.alt)
    table = frame.table
    _bare(table)
    points = min(size * 0.5 * 0.94, 120.0)
    last = 76 if extra else 0
    used = 50 + points * 2 * 1.25
    heights = (50, points * 2 * 1.25, min(150, max(50, (height - last) / rows - used)))
    for row in range(rows):
        for line, height in enumerate(heights):
            table.rows[row * 3 + line].height = px(height)
    width = px(ROOM) // columns
    for column in range(columns):
        table.columns[column].width = width
    for number, mark in enumerate(slide.marks):
        row, column = (number // columns) * 3, number % columns
        _card(table, row, column, mark, slide, points)
    if extra:
        table.rows[rows * 3].height = px(70)
        put(_cell(table, rows * 3, 0), slide.marks[0].definition, lang=slide.lang, size=16,
            color=SCHEME[Ink.QUIET])
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
    table: Any, row: int, column: int, mark: Mark, slide: Picture, points: float
) -> None:
    lang = slide.lang
    put(_cell(table, row, column), mark.name, lang=lang, size=18)
    if row:
        _rule(table.cell(row - 1, column), "a:lnB")
    else:
        _rule(table.cell(row, column), "a:lnT")
    table.cell(row, column).margin_top = px(10)
    paragraph = _cell(table, row + 1, column)
    for piece in mark.pieces:
        # In a cell that may be copied no space stands where the figure has none.
        text = piece.spaced if mark.parts.spaced else piece.text
        put(paragraph, text, lang=lang, size=points * piece.size, bold=piece.bold or None,
            color=SCHEME[piece.ink])
    put(_cell(table, row + 2, column), slide.beneath(mark), lang=lang, size=14, color=SCHEME[Ink.QUIET])


def _rule(cell: Any, edge: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line = etree.Element(qn(edge))
    line.set("w", "12700")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", SCHEME[Ink.RULE])
    properties.insert(0, line)
