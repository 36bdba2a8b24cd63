"""How a bar's end shows its bound, worked out once for charts, slides and whatever draws bars.

Bounds are visible without reading: an open end fades out in strokes and a chevron, for the true
number lies beyond; what is short of its bound is hollow, and closed by a stroke; what is about so
much fades into the ground.
"""

from __future__ import annotations

import math
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


class Mark(NamedTuple):
    """A polygon at the end of a bar.

    Attributes:
        points: Its corners: across from the bar's end, down from the bar's middle.
        opacity: How strong it is, up to 1.
        ground: Whether it has the ground's colour, not the bar's.
    """

    points: tuple[tuple[float, float], ...]
    opacity: float = 1.0
    ground: bool = False


def run_of(relation: str, size: float = 1.0) -> float:
    """Return how far the end of a bar reaches beyond it; the same for all, as it is no quantity."""
    return _RUN * size if end_of(relation) is End.OPEN else 0.0


def is_hollow(relation: str, *, ahead: bool) -> bool:
    """Tell whether a bar is an outline: it is short of its bound, or hasn't come about."""
    return ahead or end_of(relation) is End.SHORT


def end_marks(relation: str, thick: float, *, size: float = 1.0, ahead: bool = False) -> list[Mark]:
    """Return what is drawn at the end of a bar.

    Args:
        relation: How the true number stands to the printed one.
        thick: How thick the bar is.
        size: How large the marks are: 1 on a page, 2 on a slide.
        ahead: Whether it hasn't come about: an outline has nothing that could fade.
    """
    top, bottom = -thick / 2, thick / 2
    match end_of(relation):
        case End.OPEN:
            return _open(top, bottom, size)
        case End.SHORT:
            wide, out = _TICK[0] * size, _TICK[1] * size
            return [Mark(_box(-wide, wide, top - out, bottom + out))]
        case End.SOFT if not ahead:
            each = _SOFT * size / _STEPS
            return [
                Mark(_box((step - _STEPS) * each, (step + 1 - _STEPS) * each, top, bottom),
                     round(math.sqrt((step + 1) / (_STEPS + 1)) * 0.95, 2), ground=True)
                for step in range(_STEPS)
            ]
    return []


def _open(top: float, bottom: float, size: float) -> list[Mark]:
    """Return slanted strokes that fade, then a chevron."""
    lean, thin = _LEAN * size, _THIN * size
    marks = [
        Mark(((left + lean, top), (left + lean + thin, top), (left + thin, bottom), (left, bottom)), faint)
        for left, faint in ((begin * size, opacity) for begin, opacity in _STROKES)
    ]
    start, half = (measure * size for measure in _CHEVRON)
    return [*marks, Mark(((start, -half), (_RUN * size, 0), (start, half)))]


def _box(left: float, right: float, top: float, bottom: float) -> tuple[tuple[float, float], ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))
