"""Colours of a deck by what they mean, said in terms of its theme, so that any theme can be put under.

Two of a theme's colours carry everything: that of text and the first accent. What is paler is a step
of one of them, for what a theme's other accents are nobody knows.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from indicators.pictures.palette import Ink

_ON_LIGHT: Final = {
    Ink.PART: ("accent1", 55, 45), Ink.CONTEXT: ("tx1", 50, 50), Ink.QUIET: ("tx1", 65, 35),
    Ink.RULE: ("tx1", 25, 75), Ink.PALE: ("accent1", 20, 80),
}
_ON_DARK: Final = {
    Ink.PART: ("accent1", 75, 0), Ink.CONTEXT: ("tx1", 65, 0), Ink.QUIET: ("tx1", 80, 0),
    Ink.RULE: ("tx1", 50, 0), Ink.PALE: ("accent1", 50, 0),
}
_PLAIN: Final = {Ink.MAIN: "accent1", Ink.INK: "tx1", Ink.GROUND: "bg1"}
_CALM: Final = 60
_GREY: Final = 30
_DARK: Final = 0.4
"""Below this luminance a ground is dark."""
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Colors(NamedTuple):
    """What colours mean.

    Attributes:
        dark: Whether the ground is dark.
    """

    dark: bool

    def xml(self, ink: Ink, *, alpha: int = 0) -> str:
        """Return a colour as DrawingML, without the declaration of its name space.

        Args:
            ink: What it means.
            alpha: How strong it is, in per cent; 0 for a colour that covers what is behind.
        """
        place, shade, lift = (_ON_DARK if self.dark else _ON_LIGHT).get(ink, (_PLAIN.get(ink, "tx1"), 0, 0))
        # A light step of a deep colour would shout beside it, if it were as saturated; so would a
        # darker one of a text that is nearly white.
        calm = _CALM if place == "accent1" and lift else _GREY if place == "tx1" and self.dark and shade else 0
        inside = "".join(
            f'<a:{name} val="{value * 1000}"/>'
            for name, value in (("satMod", calm), ("lumMod", shade), ("lumOff", lift), ("alpha", alpha))
            if value
        )
        return f'<a:schemeClr val="{place}">{inside}</a:schemeClr>'

    def fill(self, ink: Ink, *, alpha: int = 0) -> etree._Element:
        """Return a solid fill."""
        return parse_xml(f"<a:solidFill {nsdecls('a')}>{self.xml(ink, alpha=alpha)}</a:solidFill>")


def color_of_ground(deck: Any) -> str:
    """Return the colour of a deck's ground as six hexadecimal digits; white where a picture is it."""
    master = deck.slide_master
    theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    mapped = dict(master._element.find(qn("p:clrMap")).attrib)
    ground = master._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
    named = None if ground is None else next(
        ground.iter(f"{_DRAWING}schemeClr", f"{_DRAWING}srgbClr", f"{_DRAWING}sysClr"), None
    )
    if named is not None and named.tag != f"{_DRAWING}schemeClr":
        return str(named.get("lastClr") or named.get("val"))
    place = "bg1" if named is None else str(named.get("val"))
    scheme = theme.find(f".//{_DRAWING}clrScheme")
    value = None if scheme is None else scheme.find(f"{_DRAWING}{mapped.get(place, place)}")
    if value is None or not len(value):
        return "FFFFFF"
    return str(value[0].get("lastClr") or value[0].get("val") or "FFFFFF")


def is_dark(color: str) -> bool:
    """Tell whether light text belongs on a colour of six hexadecimal digits."""
    try:
        red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return False
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < _DARK
