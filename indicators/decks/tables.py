"""Native tables: figures set large, each in a cell of its own, so that they are read one after another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Emu

from indicators.decks.charts import sz
from indicators.decks.layouts import Box
from indicators.decks.runs import put
from indicators.decks.template import Design
from indicators.pictures.grid import ABOVE, COUNTED, GAP, NAME, QUIET, Grid, grid_of
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "no style, no grid"."""


def put_cards(page: Any, slide: Picture, marks: Sequence[Mark], box: Box, design: Design) -> Any:
    """Put figures set large on a slide; return the element of their table.

    Args:
        page: The slide of the deck.
        slide: What it shows.
        marks: The figures.
        box: Where they stand.
        design: What the deck is built on.
    """
    grid = grid_of(slide, marks, design.pixels(box.width), design.pixels(box.height))
    rows = math.ceil(len(marks) / grid.columns)
    box = box._replace(top=box.top + design.emu(grid.down(slide, design.pixels(box.height))))
    frame = page.shapes.add_table(rows, grid.columns, *(Emu(side) for side in box[:3]), Emu(design.emu(grid.height)))
    element = frame._element
    named = element.find(f".//{qn('p:cNvPr')}")
    named.set("name", f"数据 Figures: {slide.title}"[:120])
    named.set("descr", slide.alt_of(marks))
    table = frame.table
    _bare(table)
    for row, height in zip(table.rows, grid.heights, strict=True):
        row.height = Emu(design.emu(height))
    for number in range(rows * grid.columns):
        cell = table.cell(number // grid.columns, number % grid.columns)
        cell.margin_left, cell.margin_right = Emu(0), Emu(design.emu(GAP))
        cell.margin_top, cell.margin_bottom = Emu(design.emu(ABOVE)), Emu(0)
        if number < len(marks):
            _card(cell, marks[number], slide, design, grid)
    return element


def _bare(table: Any) -> None:
    properties = table._tbl.tblPr
    for name in ("firstRow", "bandRow"):
        properties.attrib.pop(name, None)
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = etree.SubElement(properties, qn("a:tableStyleId"))
    style.text = _NO_STYLE


def _card(cell: Any, mark: Mark, slide: Picture, design: Design, grid: Grid) -> None:
    """Fill a cell: the name, the figure set large, what is counted, its date and section."""
    lang, colors, frame = slide.lang, design.colors, cell.text_frame
    put(frame.paragraphs[0], mark.name, lang=lang, size=sz(design, NAME) / 100)
    large = frame.add_paragraph()
    for piece in mark.pieces:
        # In a cell that may be copied no space stands where the figure has none.
        text = piece.spaced if mark.parts.spaced else piece.text
        put(large, text, lang=lang, size=sz(design, grid.size * piece.size) / 100, bold=piece.bold or None,
            color=colors.fill(piece.ink))
    if grid.counted:
        put(frame.add_paragraph(), mark.definition, lang=lang, size=sz(design, COUNTED) / 100)
    if beneath := slide.beneath(mark):
        put(frame.add_paragraph(), beneath, lang=lang, size=sz(design, QUIET) / 100, color=colors.fill(Ink.QUIET))
    properties = cell._tc.get_or_add_tcPr()
    line = etree.Element(qn("a:lnT"))
    line.set("w", "12700")
    line.append(colors.fill(Ink.RULE))
    properties.insert(0, line)
