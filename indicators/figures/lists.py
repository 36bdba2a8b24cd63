"""Numbers that share the unit of the last in their list: 分别为174.1万、88.7万、104.3万个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.figures.building import After, build
from indicators.figures.errors import Stuck
from indicators.figures.intervals import EQUAL
from indicators.figures.leading import Source, read_words
from indicators.figures.model import Figure
from indicators.figures.quantities import Quantity, read_quantity
from indicators.figures.units import Units

_SEPARATORS: Final = ("以及", "、", "和", "及", "与")
_LONGEST: Final = 16
"""Numbers of a list that are looked through for the unit."""
_NO_ORDINAL: Final = 100


_PARTS: Final = re.compile(r"(?<![0-9.:：∶])[0-9]{1,2}(?:\.[0-9]{1,2})?(?:[:：∶][0-9]{1,2}(?:\.[0-9]{1,2})?){2,4}(?![0-9.:：∶%％])")
_NUMBER: Final = re.compile(r"[0-9.]+")
_WHOLE: Final = 100
_ROUNDED: Final = Decimal("0.2")
"""By how much rounded shares may miss the whole."""


def find_shares(text: str, units: Units) -> Iterator[tuple[int, int, Figure]]:
    """Yield each share of a whole that a ratio of three or more gives: 三次产业结构为4.9:43.6:51.5 is three of them.

    What doesn't add up to a hundred is no whole, so that its numbers are left alone.

    Args:
        text: The text, as it is.
        units: The known units; where none is written %, nothing is yielded.

    Yields:
        Where the number begins and ends, and its figure in per cent.
    """
    percent = units.written.get("%")
    for found in _PARTS.finditer(text) if percent is not None else ():
        numbers = list(_NUMBER.finditer(text, *found.span()))
        if abs(sum((Decimal(number[0]) for number in numbers), Decimal(-_WHOLE))) > _ROUNDED:
            continue
        for number in numbers:
            source = Source(number[0], units, loose=True)
            words = read_words(source, 0)
            quantity = read_quantity(source, 0, words)
            if quantity is not None and percent is not None:
                figure = build(words, quantity, None, percent, After((), "", quantity.number.end), "")
                yield (*number.span(), figure._replace(text=number[0]))


def read_listed(source: Source, start: int) -> tuple[Figure, int] | None:
    """Read a number without a unit whose list goes on to one with it.

    Args:
        source: Running text.
        start: Where the words before the number begin.

    Returns:
        The figure, in the unit of the list, and where its number ends; None if there is no list, or
        its numbers don't have the same multiplier: 1.2、1.5万个 leaves open what 1.2 is.
    """
    try:
        words = read_words(source, start)
        if any(bound.relation is not EQUAL for bound in words.bounds):
            return None
        first = read_quantity(source, words.end, words)
        unit_from = None if first is None else _last(source, first)
        if first is None or unit_from is None or unit_from.unit is None:
            return None
        if not _alike(first, unit_from) or not _is_certain(source, words.start, first):
            return None
        after = After((), "", first.number.end)
        return build(words, first, None, unit_from.unit, after, ""), first.number.end
    except Stuck:
        return None


def _last(source: Source, first: Quantity) -> Quantity | None:
    """Return the member of a list that has the unit."""
    text, position = source.text, first.end
    nothing = read_words(source, len(text))
    for _ in range(_LONGEST):
        sign = next((sign for sign in _SEPARATORS if text.startswith(sign, position)), None)
        if sign is None:
            return None
        member = read_quantity(source, position + len(sign), nothing)
        if member is None or not _alike(first, member):
            return None
        if member.unit is not None:
            # 10000与20000间 is a range, not a list of rooms.
            return None if member.stated_unit == "间" and len(sign) == 1 and sign != "、" else member
        position = member.end
    return None


def _is_certain(source: Source, start: int, first: Quantity) -> bool:
    """Tell whether a number counts something: 1、2、3项 may be the numbers of items."""
    number = first.number
    return (
        number.mult > 0 or number.pointed or number.coefficient >= _NO_ORDINAL
        or source.text.startswith("分别", start)
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    numbers = one.number, other.number
    plain = not any(number.inner or number.top or number.bare for number in numbers)
    return plain and numbers[0].mult == numbers[1].mult and one.fraction is None
