"""The deck's own theme, slide master and layouts: ``template.pptx``, which any office program edits.

Here stands what the program must know of it: where the body is, in the coordinates of the slides on
screen, and which place of the colour scheme a colour has. A test holds both to the file. One pixel of
the 1920 × 1080 slide is 6350 EMU, and half a point of type.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from indicators.pictures.palette import Ink, Palette
from indicators.pictures.slides.svg import BOTTOM, TOP

FILE: Final = Path(__file__).with_name("template.pptx")
EMU: Final = 6350
SCHEME: Final = {
    Ink.MAIN: "accent1", Ink.PART: "accent2", Ink.CONTEXT: "accent3", Ink.RULE: "accent5",
    Ink.PALE: "accent6", Ink.INK: "tx1", Ink.QUIET: "tx2", Ink.GROUND: "bg1",
}
"""Where each colour stands in the deck's colour scheme."""
SUBTITLE, BODY, SOURCE, NUMBER, NOTE = 10, 11, 12, 13, 14
"""The layouts' places, by the numbers that they have in the file."""
SUBTITLE_TOP: Final = TOP + 184
BODY_TOP: Final = 306
FOOT: Final = 118
"""Pixels kept for source and code lines."""
BODY_BOTTOM: Final = BOTTOM - FOOT - 30
NOTE_HEIGHT: Final = 76


def px(pixels: float) -> Emu:
    """Return pixels of the slide in EMU."""
    return Emu(round(pixels * EMU))


def new_deck(palette: Palette) -> Deck:
    """Return an empty deck with our master, the layouts "chart" and "figures", and a theme's colours."""
    deck = Presentation(str(FILE))
    master = deck.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(theme.blob)
    dark = palette.name == "deep"
    _color(root, palette, dark=dark)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    colors = master._element.find(qn("p:clrMap"))
    for place in ("bg1", "bg2", "tx1", "tx2"):
        light = place.startswith("bg") is not dark
        colors.set(place, ("lt" if light else "dk") + place[-1])
    return deck


def _color(theme: etree._Element, palette: Palette, *, dark: bool) -> None:
    """Put a palette's colours in a theme's scheme; what is dark stands under ``dk``."""
    ground, ink = ("dk", "lt") if dark else ("lt", "dk")
    values = {
        f"{ink}1": palette.ink, f"{ground}1": palette.ground,
        "dk2": palette.pale if dark else palette.quiet,
        "lt2": palette.quiet if dark else palette.pale,
        "accent4": palette.alert, "hlink": palette.main, "folHlink": palette.quiet,
        **{SCHEME[ink]: palette.color(ink) for ink in SCHEME if SCHEME[ink].startswith("accent")},
    }
    name = f"indicators-{palette.name}"
    theme.set("name", name)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", name)
    for place, value in values.items():
        scheme.find(qn(f"a:{place}")).find(qn("a:srgbClr")).set("val", value[1:].upper())
