"""The sizes of slides, and a template laid out for another one."""

from __future__ import annotations

from typing import Any, Final

from pptx.oxml.ns import qn
from pptx.util import Emu

from indicators.pictures.slides.formats import OWN

SIZES: Final[dict[str, tuple[int, int, str]]] = {
    OWN: (12_192_000, 6_858_000, ""),
    "4:3": (9_144_000, 6_858_000, "screen4x3"),
    "A4": (9_906_000, 6_858_000, "A4"),
}
"""Width and height in EMU, and what the format calls them."""
_HIGH: Final = 6_858_000
_WIDE: Final = 9_144_000
"""At this width and height, or more, type has its full size."""


def scale_of(deck: Any) -> float:
    """Return how much smaller than on our own slides things are drawn: 1 for 16:9, 4:3 and A4."""
    return float(min(deck.slide_height / _HIGH, deck.slide_width / _WIDE))


def resize(deck: Any, size: str) -> None:
    """Lay out masters and layouts for another size: places move and stretch, type stays.

    Args:
        deck: A deck without slides.
        size: One of `SIZES`.
    """
    width, height, kind = SIZES[size]
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = Emu(width), Emu(height)
    element = deck.part._element.find(qn("p:sldSz"))
    element.attrib.pop("type", None)
    if kind:
        element.set("type", kind)
    if across == down == 1:
        return
    for master in deck.slide_masters:
        for one in (master, *master.slide_layouts):
            _stretch(one._element, across, down)


def _stretch(root: Any, across: float, down: float) -> None:
    for name, wide, high in (("a:off", "x", "y"), ("a:ext", "cx", "cy")):
        for node in root.iter(qn(name)):
            if node.get(wide) is None or _is_picture(node):
                continue
            node.set(wide, str(round(int(node.get(wide)) * across)))
            node.set(high, str(round(int(node.get(high)) * down)))
    # What must keep its proportions only moves.
    for picture in root.iter(qn("p:pic")):
        place = picture.find(f".//{qn('a:off')}")
        if place is not None:
            place.set("x", str(round(int(place.get("x")) * across)))
            place.set("y", str(round(int(place.get("y")) * down)))


def _is_picture(node: Any) -> bool:
    return any(True for _ in node.iterancestors(qn("p:pic")))
