"""What a deck isn't cleared for, written across every slide: on its masters, so that none escapes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.util import Emu

from indicators.decks.colors import Colors
from indicators.decks.runs import put
from indicators.decks.template import Design
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink

NAME: Final = "水印 Watermark"
_ID: Final = 9001
_ACROSS: Final = 0.73
"""How much of a slide's width the words take at most."""
_HIGHEST: Final = 150.0
"""Points of the letters at most."""


def put_watermark(design: Design, said: str, lang: str) -> None:
    """Write across all slides of a deck, behind all else, what it isn't cleared for.

    Args:
        design: What the deck is built on. Its masters carry the words, and those layouts that hide what masters carry.
        said: The words.
        lang: ``zh`` or ``en``.
    """
    deck = design.deck
    across = Emu(deck.slide_width or 0), Emu(deck.slide_height or 0)
    for place in _places(deck):
        _write(place, said, lang, design.colors, *across)


def _places(deck: Deck) -> Iterator[Any]:
    for master in deck.slide_masters:
        yield master
        for layout in master.slide_layouts:
            if layout._element.get("showMasterSp") in ("0", "false"):
                yield layout


def _write(place: Any, said: str, lang: str, colors: Colors, wide: Emu, high: Emu) -> None:
    points = min(_HIGHEST, wide.pt * _ACROSS / measure(said, 1, bold=True))
    width, height = Emu(round(wide * 0.98)), Emu(round(points * 1.5 * 12700))
    new: Any = CT_Shape.new_textbox_sp
    element = new(_ID, NAME, (wide - width) // 2, (high - height) // 2, width, height)
    place.shapes._spTree.insert(2, element)
    shape = Shape(element, place.shapes)
    shape.rotation = 360 - 18
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    put(paragraph, said, lang=lang, size=points, bold=True, color=colors.fill(Ink.INK, alpha=8))
    locks = etree.SubElement(element.find(f".//{qn('p:cNvSpPr')}"), qn("a:spLocks"))
    locks.set("noGrp", "1")
    locks.set("noSelect", "1")
