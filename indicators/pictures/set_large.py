"""A figure set large: the bound word small and raised, the number large, the unit half as large."""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.language.text import FigureParts
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink

BOUND: Final = 0.45
UNIT: Final = 0.5
RAISED: Final = 0.36
"""How far the bound word stands above the baseline, so that its head is level with the number's."""


class Piece(NamedTuple):
    """One of the three pieces of a figure, which stand on one baseline.

    Attributes:
        role: ``bound``, ``number`` or ``unit``.
        text: What it says.
        ink: What its colour means.
        size: Its size, as a share of the number's.
        raised: How far it stands above the baseline, as a share of the number's size.
        before: The gap before it.
        after: The gap after it. Either is as wide as its own letters ask for.
    """

    role: str
    text: str
    ink: Ink
    size: float = 1.0
    raised: float = 0.0
    before: str = ""
    after: str = ""

    @property
    def bold(self) -> bool:
        """Whether it is bold: the number is."""
        return self.role == "number"

    @property
    def spaced(self) -> str:
        """The text with its gap."""
        return f"{self.before}{self.text}{self.after}"


def pieces(parts: FigureParts, ink: Ink = Ink.MAIN) -> list[Piece]:
    """Return the pieces of a figure that it has, in their order.

    Args:
        parts: The figure.
        ink: What the colour of its number means. The grey of context is too pale for the small
            words beside a number.
    """
    quiet = ink is Ink.CONTEXT
    gap = "" if parts.unit.startswith("%") else " "
    found = [
        Piece("bound", parts.bound, Ink.QUIET if quiet else Ink.INK, BOUND, RAISED, after=" "),
        Piece("number", parts.number, ink),
        Piece("unit", parts.unit, Ink.QUIET if quiet else ink, UNIT, before=gap),
    ]
    return [piece for piece in found if piece.text]


def width_of(parts: FigureParts) -> float:
    """Return the width of a figure whose number is of size 1."""
    return sum(measure(piece.spaced, piece.size, bold=piece.bold) for piece in pieces(parts))
