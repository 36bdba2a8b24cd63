"""A logarithmic scale: from one power of ten to another, where equal distances are equal multiples.

It has no zero, so nothing drawn on it is compared by its length: points stand there, never bars.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple


class Decades(NamedTuple):
    """The scale.

    Attributes:
        first: The power of ten at which it begins.
        last: The one at which it ends, at least two further on: a point alone would stand on a scale
            that says nothing.
    """

    first: int
    last: int

    def place(self, number: float) -> float:
        """Return where a number above zero stands, from 0 to 1."""
        return (math.log10(number) - self.first) / (self.last - self.first)

    def ticks(self, lang: str, every: int = 1) -> list[tuple[float, str]]:
        """Return powers of ten: where each stands, and how it is written."""
        return [
            ((power - self.first) / (self.last - self.first), power_text(power, lang))
            for power in range(self.first, self.last + 1, every)
        ]


def decades_of(numbers: Iterable[float]) -> Decades:
    """Return the scale on which numbers above zero have their places."""
    found = list(numbers)
    first = math.floor(math.log10(min(found)) + 1e-9)
    return Decades(first, max(first + 2, math.ceil(math.log10(max(found)) - 1e-9)))


def power_text(power: int, lang: str) -> str:
    """Return a power of ten as an axis has it: 10万, 1 million."""
    words = ((12, " trillion"), (9, " billion"), (6, " million")) if lang == "en" else (
        (8, "亿"), (4, "万"))
    base, word = next(((b, w) for b, w in words if power >= b), (0, ""))
    value = 10 ** (power - base) if power >= base else 0
    return f"{value:,}{word}" if power >= 0 else f"{10.0 ** power:.{-power}f}"
