"""Interval arithmetic: what printed figures allow, exactly.

An `Interval` is the set of numbers that a figure allows. All arithmetic is in fractions, so nothing
is rounded; an end is open or closed, and None is infinity. Two promises hold for every function:
no number is excluded that the figures allow, and nothing is called certain that they leave open.

The operands of an operation are taken as independent: each may be anywhere in its interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from indicators.catalog import Observation

Number = int | Fraction | Decimal


class Truth(StrEnum):
    """An answer that may have to stay open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Order(StrEnum):
    """How one number certainly stands to another."""

    GREATER = "greater"
    LESS = "less"
    EQUAL = "equal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of numbers from ``lower`` to ``upper``.

    Attributes:
        lower: Lower end; None if there is none.
        upper: Upper end; None if there is none.
        lower_included: Whether the lower end itself belongs to it.
        upper_included: Whether the upper end does.
        soft: Whether an "about" has a part in it. How far 约 reaches isn't printed, so that beyond
            a soft interval's ends nothing is impossible, and nothing follows from them for certain.
    """

    lower: Fraction | None
    upper: Fraction | None
    lower_included: bool = True
    upper_included: bool = True
    soft: bool = False

    def __post_init__(self) -> None:
        # An infinite end is never reached.
        if self.lower is None and self.lower_included:
            object.__setattr__(self, "lower_included", False)
        if self.upper is None and self.upper_included:
            object.__setattr__(self, "upper_included", False)

    @property
    def is_empty(self) -> bool:
        """Whether no number at all is allowed."""
        if self.lower is None or self.upper is None:
            return False
        if self.lower == self.upper:
            return not (self.lower_included and self.upper_included)
        return self.lower > self.upper

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is allowed."""
        return self.lower is not None and self.lower == self.upper and not self.is_empty

    def contains(self, value: Number) -> bool:
        """Tell whether a number is allowed."""
        number = Fraction(value)
        if self.lower is not None and (
            number < self.lower or (number == self.lower and not self.lower_included)
        ):
            return False
        return not (
            self.upper is not None
            and (number > self.upper or (number == self.upper and not self.upper_included))
        )

    def __str__(self) -> str:
        left = f"{'[' if self.lower_included else '('}{_text(self.lower, '−∞')}"
        return f"{left}, {_text(self.upper, '+∞')}{']' if self.upper_included else ')'}"


def _text(number: Fraction | None, none: str) -> str:
    return none if number is None else str(number)


EVERYTHING: Final = Interval(None, None)
"""Any number at all."""


def point(value: Number, *, soft: bool = False) -> Interval:
    """Return the interval of one number."""
    number = Fraction(value)
    return Interval(number, number, soft=soft)


def interval_of(row: Mapping[Any, Any] | Observation) -> Interval:
    """Return what an observation, or a row of the table, allows, in its unit.

    A row of the table has floats; each is read as the shortest decimal that names it, which is the
    exact value of every figure of up to 15 digits.
    """
    if isinstance(row, Observation):
        lower, upper = row.lower, row.upper
        ends = (
            None if lower is None else Fraction(lower),
            None if upper is None else Fraction(upper),
        )
        included = (row.lower_included, row.upper_included)
        soft = str(row.relation) == "about"
    else:
        ends = (_from_float(row["lower"]), _from_float(row["upper"]))
        included = (bool(row["lower_included"]), bool(row["upper_included"]))
        soft = str(row["relation"]) == "about"
    return Interval(*ends, *included, soft=soft)


def _from_float(number: float) -> Fraction | None:
    return None if math.isnan(number) else Fraction(repr(float(number)))


def _nothing(one: Interval, other: Interval) -> Interval:
    """Return an interval that allows no number."""
    return Interval(Fraction(1), Fraction(0), soft=one.soft or other.soft)


def add(one: Interval, other: Interval) -> Interval:
    """Return every sum of a number of each; none if one of them allows none."""
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    return Interval(
        None if one.lower is None or other.lower is None else one.lower + other.lower,
        None if one.upper is None or other.upper is None else one.upper + other.upper,
        one.lower_included and other.lower_included,
        one.upper_included and other.upper_included,
        one.soft or other.soft,
    )


def add_all(intervals: Iterable[Interval]) -> Interval:
    """Return every sum of a number of each; zero if there are none."""
    total = point(0)
    for interval in intervals:
        total = add(total, interval)
    return total


def negative(one: Interval) -> Interval:
    """Return the interval mirrored at zero."""
    return Interval(
        None if one.upper is None else -one.upper,
        None if one.lower is None else -one.lower,
        one.upper_included,
        one.lower_included,
        one.soft,
    )


def subtract(one: Interval, other: Interval) -> Interval:
    """Return every difference of a number of ``one`` and a number of ``other``."""
    return add(one, negative(other))


def multiply(one: Interval, factor: Number) -> Interval:
    """Return the interval times a positive number.

    Raises:
        ValueError: The factor isn't positive.
    """
    times = Fraction(factor)
    if times <= 0:
        raise ValueError("the factor must be positive")
    return Interval(
        None if one.lower is None else one.lower * times,
        None if one.upper is None else one.upper * times,
        one.lower_included,
        one.upper_included,
        one.soft,
    )


def is_positive(one: Interval) -> bool:
    """Tell whether only numbers above zero are allowed."""
    return one.lower is not None and (
        one.lower > 0 or (one.lower == 0 and not one.lower_included)
    )


def divide(one: Interval, other: Interval) -> Interval | None:
    """Return every quotient of a number of ``one`` and a number of ``other``.

    Returns:
        The quotients; None if the divisor may be zero or less, so that nothing can be said.
    """
    if not is_positive(other):
        return None
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    lower, lower_included = _quotient(one.lower, one.lower_included, other, upwards=False)
    upper, upper_included = _quotient(one.upper, one.upper_included, other, upwards=True)
    return Interval(lower, upper, lower_included, upper_included, one.soft or other.soft)


def _quotient(
    end: Fraction | None, included: bool, other: Interval, *, upwards: bool
) -> tuple[Fraction | None, bool]:
    """Return the least (or greatest) quotient of ``end`` and a positive divisor."""
    if end is None:
        return None, False
    if end == 0:
        return end, included
    # Away from zero the smallest divisor decides, towards zero the greatest.
    if (end > 0) is upwards:
        if not other.lower:  # it is positive, so its lower end is at least zero
            return None, False
        return end / other.lower, included and other.lower_included
    if other.upper is None:
        return Fraction(0), False
    return end / other.upper, included and other.upper_included


def growth(old: Interval, new: Interval) -> Interval | None:
    """Return every growth rate from ``old`` to ``new``: new / old − 1, so that 0.5 is 50 %.

    Returns:
        The rates; None if the old number may be zero or less.
    """
    ratio = divide(new, old)
    return None if ratio is None else subtract(ratio, point(1))


def share(part: Interval, whole: Interval) -> Interval | None:
    """Return every share that ``part`` can have of the ``whole`` it belongs to, from 0 to 1.

    The part is known to be one: whatever would be less than nothing or more than the whole is left
    out, because both can't be so at once.

    Returns:
        The shares; None if the whole may be zero or less.
    """
    ratio = divide(part, whole)
    return None if ratio is None else intersection(ratio, Interval(Fraction(0), Fraction(1)))


def intersection(one: Interval, other: Interval) -> Interval:
    """Return the numbers that both allow; empty if there are none."""
    lower, lower_included = one.lower, one.lower_included
    if other.lower is not None and (lower is None or other.lower >= lower):
        lower_included = other.lower_included and (
            lower != other.lower or lower_included
        )
        lower = other.lower
    upper, upper_included = one.upper, one.upper_included
    if other.upper is not None and (upper is None or other.upper <= upper):
        upper_included = other.upper_included and (
            upper != other.upper or upper_included
        )
        upper = other.upper
    return Interval(lower, upper, lower_included, upper_included, one.soft or other.soft)


def overlap(one: Interval, other: Interval) -> Truth:
    """Tell whether both can be true of one number.

    Returns:
        No only where that is certain: not if an interval is soft or empty (an empty one is a fault
        of its own, and says nothing about the other).
    """
    if one.is_empty or other.is_empty:
        return Truth.UNKNOWN
    if not intersection(one, other).is_empty:
        return Truth.YES
    return Truth.UNKNOWN if one.soft or other.soft else Truth.NO


def compare(one: Interval, other: Interval) -> Order:
    """Tell how the number of ``one`` certainly stands to that of ``other``.

    Returns:
        Greater, less, or equal (two single numbers) only where it is so for every pair.
    """
    if one.soft or other.soft or one.is_empty or other.is_empty:
        return Order.UNKNOWN
    if one.is_point and other.is_point and one.lower == other.lower:
        return Order.EQUAL
    if _above(one, other):
        return Order.GREATER
    return Order.LESS if _above(other, one) else Order.UNKNOWN


def _above(one: Interval, other: Interval) -> bool:
    if one.lower is None or other.upper is None:
        return False
    if one.lower == other.upper:
        return not (one.lower_included and other.upper_included)
    return one.lower > other.upper
