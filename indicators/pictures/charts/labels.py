"""Finding room for labels beside points, so that none covers another.

Places are worked out for the narrowest width a chart is shown at. On a wider page points only move
apart, while labels keep their size, so what doesn't touch there touches nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

STEPS: Final = (0, 42, 84)
"""Pixels that a label may stand further away from its point."""
GAP: Final = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, down from the top."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Tell whether two rectangles have a point in common."""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place.

    Attributes:
        x: Where its point is, in pixels across.
        y: Where its point is, in pixels down.
        width: Pixels it takes across.
        height: Pixels it takes down.
        above: Pixels its point's mark takes upwards.
        below: Pixels its point's mark takes downwards.
    """

    x: float
    y: float
    width: float
    height: float
    above: float
    below: float

    @property
    def mark(self) -> Box:
        """The rectangle that the point itself takes."""
        return Box(self.x - 9, self.y - self.above, self.x + 9, self.y + self.below)


def place(
    wishes: Sequence[Wish], room: Box, taken: Sequence[Box] = ()
) -> list[Box | None]:
    """Return a place for each label, in the order of the wishes; None where there is none.

    Args:
        wishes: The labels; earlier ones choose first.
        room: Labels stay within it.
        taken: Rectangles that labels keep clear of.
    """
    found: list[Box | None] = []
    busy = [*taken, *(wish.mark for wish in wishes)]
    for wish in wishes:
        box = next(
            (box for box in _candidates(wish, room) if not any(box.touches(b) for b in busy)), None
        )
        found.append(box)
        if box is not None:
            busy.append(box)
    return found


def _candidates(wish: Wish, room: Box) -> list[Box]:
    """Return the places for a label from the best to the worst, all within the room."""
    places: list[Box] = []
    half = wish.width / 2
    across = (-half, -wish.width + 10, -10)
    for step in STEPS:
        for top in (
            wish.y - wish.above - GAP - wish.height - step, wish.y + wish.below + GAP + step
        ):
            for shift in across:
                # The label is pushed inside, not cut off.
                left = min(max(wish.x + shift, room.left), room.right - wish.width)
                places.append(Box(left, top, left + wish.width, top + wish.height))
    for left in (wish.x + 14, wish.x - 14 - wish.width):
        top = wish.y - wish.height / 2
        places.append(Box(left, top, left + wish.width, top + wish.height))
    return [
        box for box in places
        if box.left >= room.left and box.right <= room.right
        and box.top >= room.top and box.bottom <= room.bottom
    ]
