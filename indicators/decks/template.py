"""What a deck is built on: our own template or an office's, at a size, in a palette.

Everything that depends on a template is found out here once: its layouts and where things stand in
them, how large a point is on its slides, which colours mean what on its ground, and what it lacks.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from indicators.decks.checking import DEFAULTS
from indicators.decks.colors import Colors, color_of_ground, is_dark
from indicators.decks.layouts import Layouts, find_layouts
from indicators.decks.package import NotADeckError
from indicators.decks.remarks import Remark, about_faces
from indicators.decks.sizes import resize, scale_of
from indicators.decks.vetting import vetted
from indicators.limits.caps import TEMPLATE
from indicators.pictures.palette import Palette
from indicators.pictures.slides.formats import OWN

FILE: Final = Path(__file__).with_name("template.pptx")
_UNFIT: Final = (
    KeyError, AttributeError, ValueError, TypeError, IndexError, ArithmeticError, NotImplementedError,
    AssertionError, etree.LxmlError, PythonPptxError,
)
"""What the library says of a presentation that is well packed, but not as office programs write it."""
PIXEL: Final = 6350
"""EMU of a pixel of the 1920 × 1080 slide: half a point of type."""


@dataclass(frozen=True, slots=True)
class Design:
    """An empty deck, and what is known of it.

    Attributes:
        deck: The deck, with masters and layouts and no slide.
        layouts: Those that the program fills.
        unit: EMU of a pixel of the slides on screen, for what the layouts don't say.
        colors: What colours mean on its ground.
        remarks: What it lacks.
    """

    deck: Deck
    layouts: Layouts
    unit: float
    colors: Colors
    remarks: tuple[Remark, ...]

    def points(self, pixels: float) -> float:
        """Return the size of type, in points, of so many pixels of the slide on screen."""
        return pixels * self.unit / PIXEL / 2

    def pixels(self, emu: float) -> float:
        """Return EMU in pixels of the slide on screen."""
        return emu / self.unit

    def emu(self, pixels: float) -> int:
        """Return pixels of the slide on screen in EMU."""
        return round(pixels * self.unit)


def own_design(palette: Palette, size: str = OWN) -> Design:
    """Return our own template in a theme's colours.

    Args:
        palette: The theme's colours.
        size: ``16:9``, ``4:3`` or ``A4``.
    """
    deck = Presentation(str(FILE))
    master = deck.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(theme.blob)
    dark = palette.name == "deep"
    _recolor(root, palette, dark=dark)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    mapped = master._element.find(qn("p:clrMap"))
    for place in ("bg1", "bg2", "tx1", "tx2"):
        light = place.startswith("bg") is not dark
        mapped.set(place, ("lt" if light else "dk") + place[-1])
    resize(deck, size)
    return _design(deck, dark=dark)


def office_design(data: bytes, size: str = "") -> Design:
    """Return an office's template, as it is, with its masters, layouts, colours and faces.

    Args:
        data: A ``.pptx`` or ``.potx``, which nobody has looked at yet.
        size: Another size than its own, one of `SIZES`; empty for its own.

    Raises:
        NotADeckError: It can't be used, or isn't safe to open (`indicators.decks.vetting`).
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    found = vetted(data)
    try:
        deck = Presentation(io.BytesIO(found.data))
        if size:
            resize(deck, size)
        made = _design(deck, dark=is_dark(color_of_ground(deck)))
    except _UNFIT:
        raise NotADeckError("unfit") from None
    more = (Remark("slides-dropped", str(found.slides)),) if found.slides else ()
    return replace(made, remarks=(*made.remarks, *more))


def folder_design(folder: Path, palette: Palette, size: str = "") -> Design:
    """Return what decks of a data folder are built on: its own template if it has one, else ours.

    Args:
        folder: The data folder; its template is called as `DEFAULTS` say.
        palette: The colours of ours.
        size: ``16:9``, ``4:3`` or ``A4``; empty for the template's own.

    Raises:
        NotADeckError: The folder's template can't be used.
        TooMuchError: It is larger, or unpacks to more, than is taken.
        OSError: It can't be read.
    """
    for name in DEFAULTS:
        path = folder / name
        if path.is_file():
            with path.open("rb") as file:
                return office_design(file.read(TEMPLATE.most + 1), size)
    return own_design(palette, size or OWN)


def _design(deck: Any, *, dark: bool) -> Design:
    layouts = find_layouts(deck)
    return Design(
        deck, layouts, PIXEL * scale_of(deck), Colors(dark), (*layouts.remarks, *about_faces(deck))
    )


def _recolor(theme: etree._Element, palette: Palette, *, dark: bool) -> None:
    """Put a palette's colours in a theme's scheme; what is dark stands under ``dk``."""
    ground, ink = ("dk", "lt") if dark else ("lt", "dk")
    values = {
        f"{ink}1": palette.ink, f"{ground}1": palette.ground,
        "dk2": palette.pale if dark else palette.quiet,
        "lt2": palette.quiet if dark else palette.pale,
        "accent1": palette.main, "accent2": palette.part, "accent3": palette.context,
        "accent4": palette.alert, "accent5": palette.rule, "accent6": palette.pale,
        "hlink": palette.main, "folHlink": palette.quiet,
    }
    name = f"indicators-{palette.name}"
    theme.set("name", name)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", name)
    for place, value in values.items():
        scheme.find(qn(f"a:{place}")).find(qn("a:srgbClr")).set("val", value[1:].upper())
