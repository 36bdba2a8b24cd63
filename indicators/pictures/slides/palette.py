"""The two themes of slides: light for projectors and print, deep for dark rooms.

The same system of meaning as on the pages: one blue for what the main document says, its lighter
steps for parts, grey for context. The names are those of a PowerPoint colour scheme's places, so
that a deck's colours are theme colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a theme.

    Attributes:
        name: Its key in an address.
        ground: Behind everything.
        ink: Text; at least 7 : 1 on the ground.
        quiet: Secondary text; at least 4.5 : 1.
        rule: Thin lines.
        main: What the main document says, and a total; at least 4.5 : 1.
        part: A part of a whole; at least 3 : 1.
        pale: The extent of the whole behind a part.
        context: Context documents; at least 3 : 1.
        alert: What needs attention, and nothing else.
    """

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


LIGHT: Final = Palette(
    "light", "#ffffff", "#1b1f23", "#5a636b", "#c9ced3", "#12406f", "#4f83b5", "#e3ecf5",
    "#7d858c", "#c8321f",
)
DEEP: Final = Palette(
    "deep", "#0c2340", "#f4f7fb", "#b9c7d8", "#47607f", "#a9d0f7", "#6ba3dc", "#1d3d63",
    "#98a5b3", "#ff9a86",
)
PALETTES: Final = {palette.name: palette for palette in (LIGHT, DEEP)}
