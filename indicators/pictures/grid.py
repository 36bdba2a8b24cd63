"""How figures set large are laid out in so much room: the same on slides and in decks.

Figures that have a slide to themselves say what is counted where that fits without making the numbers small.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from indicators.pictures.measuring import lines_of
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.pictures.set_large import width_of

NAME: Final = 30.0
QUIET: Final = 26.0
"""Sizes of the name above a figure and of what stands beneath it."""
COUNTED: Final = 28.0
"""The size of what is counted."""
GAP: Final = 32.0
ABOVE: Final = 14.0
LEADING: Final = 1.3
_APART: Final = 40.0
"""Pixels between rows at most."""
_NARROW: Final = 1400.0
_BESIDE: Final = (0.4, 0.5)
"""The share of a slide that figures take beside a chart: of a wide one, of a narrow one."""
_LARGEST: Final = 240.0
_WIDELY: Final = 150.0
_SEVERAL: Final = 114.0
"""How large the numbers are at most: of one figure, of a few that have a slide to themselves, of more."""
_SPARE: Final = 0.86
"""The share of its room that a number may take where it is large: in an office's own faces it is wider."""
_FEW: Final = 4
_WORTH: Final = 0.5
"""To say what is counted, numbers may become so much smaller."""
_LOOSE: Final = 0.92
"""The share of their room that figures with much to be said beneath may take: in other programs lines are taller."""
_DOWN: Final = 0.3
"""Figures that have a slide to themselves stand so far down in the room that they leave free."""
_WIDE: Final = 1000.0
_LEAST: Final = 30.0


def beside(width: float) -> float:
    """Return the share that figures take beside a chart, of a room so wide in pixels of the slide on screen."""
    return _BESIDE[width < _NARROW]


class Grid(NamedTuple):
    """A layout, in pixels of the slide on screen.

    Attributes:
        columns: How many figures stand beside each other.
        size: The size of their numbers.
        heights: The height of each row: some figures have more to be said beneath them than others.
        counted: Whether what is counted is said beneath.
    """

    columns: int
    size: float
    heights: tuple[float, ...]
    counted: bool = False

    @property
    def height(self) -> float:
        """The height of all rows together."""
        return sum(self.heights)

    def top(self, number: int) -> float:
        """Return how far down a figure's row begins."""
        above, _ = divmod(number, self.columns)
        return sum(self.heights[:above])

    def down(self, slide: Picture, height: float) -> float:
        """Return how far down in a room of such a height the first row begins."""
        return max(0.0, height - self.height) * _DOWN if slide.kind is Kind.CARDS else 0.0


def grid_of(slide: Picture, marks: Sequence[Mark], width: float, height: float) -> Grid:
    """Return the layout in which figures are largest in so much room, in pixels of the slide on screen."""
    best = _largest(slide, marks, width, height, counted=False)
    if slide.kind is Kind.CARDS:
        told = _largest(slide, marks, width, _LOOSE * height, counted=True)
        if told.height <= _LOOSE * height and told.size >= _WORTH * best.size:
            return told
    return best


def _largest(slide: Picture, marks: Sequence[Mark], width: float, height: float, *, counted: bool) -> Grid:
    """Return the layout with the largest numbers, with what is counted or without."""
    best = Grid(1, 0.0, (height / len(marks),) * len(marks), counted)
    for columns in range(1, min(len(marks), 4) + 1):
        rows = math.ceil(len(marks) / columns)
        room = width / columns - GAP
        words = [
            max(_words(slide, mark, room, counted=counted) for mark in marks[begin : begin + columns])
            for begin in range(0, len(marks), columns)
        ]
        size = min(
            room * (_SPARE if width >= _WIDE else 1) / max(width_of(mark.parts) for mark in marks),
            (height - sum(words)) / rows / LEADING,
            _LARGEST if len(marks) == 1 else _SEVERAL if len(marks) > _FEW or width < _WIDE else _WIDELY,
        )
        # A few stand better in one row than one beneath the other.
        row = rows == 1 and columns <= 3 and size > (0.6 if width >= _WIDE else 0.95) * best.size
        if row or size > 1.08 * best.size:
            gap = min(_APART, height / rows - sum(words) / rows - size * LEADING)
            best = Grid(columns, size, tuple(own + size * LEADING + gap for own in words), counted)
    return best._replace(size=max(_LEAST, best.size))


def _words(slide: Picture, mark: Mark, room: float, *, counted: bool) -> float:
    """Return the height that a figure's words take, without its number."""
    lines = len(lines_of(mark.name, NAME, room)) * NAME + len(lines_of(slide.beneath(mark), QUIET, room)) * QUIET
    if counted:
        lines += len(lines_of(mark.definition, COUNTED, room)) * COUNTED
    return lines * LEADING + ABOVE + 8
