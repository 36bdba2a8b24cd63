"""How a mark shows its bound, decided and measured once for charts, slides and decks.

Bounds are visible without reading: an open end fades out in strokes and a chevron, for the true
number lies beyond; what is short of its bound is hollow, and closed by a stroke; what is about so
much fades into the ground; what hasn't come about has a broken outline and is never solid.
"""

from __future__ import annotations

import math
from enum import Enum
from typing import Final, NamedTuple

from indicators.language.relations import End, end_of

_RUN: Final = 30
_SOFT: Final = 20
_STROKES: Final = ((3, 0.8), (9, 0.6), (15, 0.4))
"""Where each stroke of an open end begins, and how strong it is."""
_LEAN: Final = 5
_THIN: Final = 3
_CHEVRON: Final = (23, 7)
_TICK: Final = (2, 4)
"""Half the width of the stroke that closes a hollow bar, and how far it stands out."""
_STEPS: Final = 8


class Fill(Enum):
    """How a bar or a point is filled."""

    SOLID = "solid"
    HOLLOW = "hollow"
    """An outline: the number itself isn't what is meant."""
    BROKEN = "broken"
    """A broken outline: a target or a forecast, which nobody takes for what stands there already."""


class Shape(NamedTuple):
    """A polygon at the end of a bar.

    Attributes:
        points: Its corners: across from the bar's end, down from the bar's middle.
        opacity: How strong it is, up to 1.
        ground: Whether it has the ground's colour, not the bar's.
    """

    points: tuple[tuple[float, float], ...]
    opacity: float = 1.0
    ground: bool = False


class Bound(NamedTuple):
    """What a mark shows of where the true number lies.

    Attributes:
        end: How its end shows that, by the table of relations.
        ahead: Whether it is a target or a forecast.
    """

    end: End
    ahead: bool = False

    @property
    def bar(self) -> Fill:
        """How a bar is filled: solid up to a lower bound, hollow up to an upper one."""
        if self.ahead:
            return Fill.BROKEN
        return Fill.HOLLOW if self.end is End.SHORT else Fill.SOLID

    @property
    def dot(self) -> Fill:
        """How a point is filled: hollow for either bound."""
        if self.ahead:
            return Fill.BROKEN
        return Fill.HOLLOW if self.way else Fill.SOLID

    @property
    def way(self) -> int:
        """Where the true number lies from the printed one: 1 beyond, -1 short of it, else 0."""
        return (self.end is End.OPEN) - (self.end is End.SHORT)

    @property
    def soft(self) -> bool:
        """Whether the end fades into the ground; an outline has nothing that could fade."""
        return self.end is End.SOFT and not self.ahead

    def run(self, size: float = 1.0) -> float:
        """Return how far a bar's end reaches beyond it: the same for all, as it is no quantity."""
        return _RUN * size if self.way > 0 else 0.0

    def shapes(self, thick: float, *, size: float = 1.0) -> list[Shape]:
        """Return what is drawn at the end of a bar.

        Args:
            thick: How thick the bar is.
            size: How large the shapes are: 1 on a page, 2 on a slide.
        """
        top, bottom = -thick / 2, thick / 2
        if self.way > 0:
            return _open(top, bottom, size)
        if self.way < 0:
            wide, out = _TICK[0] * size, _TICK[1] * size
            return [Shape(_box(-wide, wide, top - out, bottom + out))]
        if not self.soft:
            return []
        each = _SOFT * size / _STEPS
        return [
            Shape(_box((step - _STEPS) * each, (step + 1 - _STEPS) * each, top, bottom),
                  round(math.sqrt((step + 1) / (_STEPS + 1)) * 0.95, 2), ground=True)
            for step in range(_STEPS)
        ]


def bound_of(relation: str, *, ahead: bool) -> Bound:
    """Return what a mark shows, by how the true number stands to the printed one."""
    return Bound(end_of(relation), ahead)


def _open(top: float, bottom: float, size: float) -> list[Shape]:
    """Return slanted strokes that fade, then a chevron."""
    lean, thin = _LEAN * size, _THIN * size
    strokes = [
        Shape(((left + lean, top), (left + lean + thin, top), (left + thin, bottom), (left, bottom)), faint)
        for left, faint in ((begin * size, opacity) for begin, opacity in _STROKES)
    ]
    start, half = (measure * size for measure in _CHEVRON)
    return [*strokes, Shape(((start, -half), (_RUN * size, 0), (start, half)))]


def _box(left: float, right: float, top: float, bottom: float) -> tuple[tuple[float, float], ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))
