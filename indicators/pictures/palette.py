"""The colours of pictures, by what they mean: light for pages, projectors and print, deep for dark rooms.

One blue for what the main document says, its lighter step for parts, grey for context. The names are
those of a PowerPoint colour scheme's places, so that a deck's colours are theme colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Ink(StrEnum):
    """What a colour means; each palette has one of that name."""

    MAIN = "main"
    """What the main document says, and a total; at least 4.5 : 1 on the ground."""
    PART = "part"
    """A part of a whole; at least 3 : 1."""
    CONTEXT = "context"
    """Another document's; at least 3 : 1."""
    INK = "ink"
    """Text; at least 7 : 1."""
    QUIET = "quiet"
    """Secondary text; at least 4.5 : 1."""
    PALE = "pale"
    """The extent of the whole, behind a part."""
    RULE = "rule"
    """Thin lines."""
    GROUND = "ground"
    """Behind everything."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a theme: its key in an address, what `Ink` names, and one that asks for attention."""

    name: str
    ground: str
    ink: str
    quiet: str
    rule: str
    main: str
    part: str
    pale: str
    context: str
    alert: str

    def color(self, ink: Ink) -> str:
        """Return the colour that means something."""
        return str(getattr(self, ink))


LIGHT: Final = Palette(
    "light", "#ffffff", "#1b1f23", "#5a636b", "#c9ced3", "#12406f", "#4f83b5", "#e3ecf5",
    "#7d858c", "#c8321f",
)
DEEP: Final = Palette(
    "deep", "#0c2340", "#f4f7fb", "#b9c7d8", "#47607f", "#a9d0f7", "#6ba3dc", "#1d3d63",
    "#98a5b3", "#ff9a86",
)
PALETTES: Final = {palette.name: palette for palette in (LIGHT, DEEP)}
