"""From a printed number and its relation to what they assert, exactly.

Everything is integers times a power of ten until the last step, so no context of `decimal` has a
say in any value.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from indicators.figures.model import Change, Relation
from indicators.figures.numerals import Numeral


class Asserted(NamedTuple):
    """The numbers of a figure; see `Figure` for each."""

    relation: Relation
    stated_value: Decimal | None
    unit_mult: int
    decimals: int
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    lower_included: bool
    upper_included: bool
    stated_lower: Decimal | None = None
    stated_upper: Decimal | None = None


# Names for the members: looking one up on an enum's class is slow in Python 3.11, and this runs
# for every figure of a catalogue.
EQUAL: Final = Relation.EQUAL
GREATER_THAN: Final = Relation.GREATER_THAN
AT_LEAST: Final = Relation.AT_LEAST
LESS_THAN: Final = Relation.LESS_THAN
AT_MOST: Final = Relation.AT_MOST
ABOUT: Final = Relation.ABOUT
BETWEEN: Final = Relation.BETWEEN
DECLINE: Final = Change.DECLINE

_TURNED: Final = {
    GREATER_THAN: LESS_THAN,
    LESS_THAN: GREATER_THAN,
    AT_LEAST: AT_MOST,
    AT_MOST: AT_LEAST,
}
_ZERO: Final = Decimal(0)


def bounded(
    number: Numeral, relation: Relation, *, exact: bool, change: Change | None,
    signed: bool = False, negative: bool = False,
) -> Asserted:
    """Return what one number with a relation asserts.

    Args:
        number: The number.
        relation: How the true number stands to it, as the words say.
        exact: Whether a plain integer of this unit is exact.
        change: Growth or decline; a decline is negative and its relation is turned round.
        signed: Whether the unit goes below zero, so that an upper bound alone is open below.
        negative: Whether a minus is printed: 不低于-1.5% is at least -1.5.

    Returns:
        The numbers; less than zero (不足0) is for the caller to refuse.
    """
    coefficient, mult, decimals, pointed = number[:4]
    if negative:
        # The mirror image of the number, with the relation that the words say and not its own.
        relation = _TURNED.get(relation, relation)
        read = asserted(coefficient, mult, decimals, pointed, relation, exact, DECLINE)
        above = read.relation in (GREATER_THAN, AT_LEAST)
        return read._replace(upper=None, upper_included=False) if above else read
    read = asserted(coefficient, mult, decimals, pointed, relation, exact, change)
    if signed and read.relation in (LESS_THAN, AT_MOST):
        return read._replace(lower=None, lower_included=False)
    return read


def asserted(
    coefficient: int, mult: int, decimals: int, pointed: bool, relation: Relation, exact: bool,
    change: Change | None = None, least: int = 0,
) -> Asserted:
    """Return the same as `bounded`, for a number in parts."""
    place = mult - decimals
    value = scaled(coefficient, place)
    lower: Decimal | None
    upper: Decimal | None
    if relation is EQUAL and exact and not mult and not decimals:
        lower = upper = value
        lower_included = upper_included = True
    elif relation is EQUAL or relation is ABOUT:
        step = 0
        if relation is ABOUT and not pointed and coefficient:
            while coefficient % 10 ** (step + 1) == 0:
                step += 1
        # Half of the last digit that counts is five of the next smaller place.
        tenfold, fine = coefficient // 10**step * 10, place + step - 1
        lower = scaled(tenfold - 5, fine) if coefficient or change is not None else _ZERO
        upper = scaled(tenfold + 5, fine)
        lower_included, upper_included = True, False
    elif relation is GREATER_THAN or relation is AT_LEAST:
        lower, upper = value, None
        lower_included, upper_included = relation is AT_LEAST, False
    else:
        lower, upper = Decimal(least) if least else _ZERO, value
        lower_included, upper_included = True, relation is AT_MOST
    stated = scaled(coefficient, -decimals) if mult else value
    if change is DECLINE:
        relation = _TURNED.get(relation, relation)
        lower, upper = _negative(upper), _negative(lower)
        lower_included, upper_included = upper_included, lower_included
        value, stated = _minus(value), _minus(stated)
    return Asserted(
        relation,
        stated,
        mult,
        decimals,
        value,
        lower,
        upper,
        lower_included,
        upper_included,
    )


def shared(
    value: Fraction, lower: Fraction, upper: Fraction, relation: Relation, change: Change | None
) -> Asserted:
    """Return what a share or proportion asserts, whose decimals may have no end.

    Args:
        value: The share.
        lower: The least number that it is the rounded form of; itself if it is exact.
        upper: The number below which those lie that it is the rounded form of.
        relation: How the true number stands to it, as the words say.
        change: Growth or decline.
    """
    ends: tuple[Fraction | None, Fraction | None] = lower, upper
    included = True, lower == upper
    if relation in (GREATER_THAN, AT_LEAST):
        ends, included = (value, None), (relation is AT_LEAST, False)
    elif relation in (LESS_THAN, AT_MOST):
        ends, included = (Fraction(0), value), (True, relation is AT_MOST)
    if change is DECLINE:
        relation = _TURNED.get(relation, relation)
        value = -value
        low, high = ends
        ends = None if high is None else -high, None if low is None else -low
        included = included[1], included[0]
    low, high = ends
    return Asserted(
        relation, None, 0, 0, rounded(value),
        None if low is None else rounded(low, ROUND_FLOOR),
        None if high is None else rounded(high, ROUND_CEILING), *included,
    )


def rounded(number: Fraction, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a fraction as a decimal: exact if it ends, else to 34 significant digits."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    context = Context(prec=34 if rest != 1 else 400, rounding=rounding, traps=[])
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def ranged(low: Numeral, high: Numeral, decline: bool) -> Asserted:
    """Return what a range asserts: both printed ends included, nothing rounded further."""
    low_value, high_value, place = shared_place(low, high)
    return _between(low_value, high_value, place, high.mult, decline, (True, True))


def vague(number: Numeral, decline: bool) -> Asserted:
    """Return what 数十 ([20, 100)), 十几 ((10, 20)) or 三四十 ([30, 40]) asserts."""
    top = number.top if number.top is not None else number.coefficient
    teens = number.inner == "几" and top == number.coefficient + 10 and number.coefficient >= 10
    included = (not teens, number.closed)
    return _between(number.coefficient, top, number.mult, number.mult, decline, included)


def _between(
    low: int, high: int, place: int, mult: int, decline: bool, included: tuple[bool, bool]
) -> Asserted:
    if decline:
        low, high, included = -high, -low, (included[1], included[0])
    return Asserted(
        BETWEEN,
        None,
        mult,
        max(0, mult - place),
        None,
        scaled(low, place),
        scaled(high, place),
        *included,
        scaled(low, place - mult),
        scaled(high, place - mult),
    )


def shared_place(low: Numeral, high: Numeral) -> tuple[int, int, int]:
    """Return both numbers as integers of the smaller of their last places, and that place."""
    low_place, high_place = low.mult - low.decimals, high.mult - high.decimals
    place = min(low_place, high_place)
    return (
        low.coefficient * 10 ** (low_place - place),
        high.coefficient * 10 ** (high_place - place),
        place,
    )


def scaled(coefficient: int, place: int) -> Decimal:
    """Return ``coefficient × 10**place`` exactly, never in scientific notation for integers."""
    if place >= 0:
        return Decimal(coefficient * 10**place)
    # Construction from text is exact whatever the context.
    return Decimal(f"{coefficient}E{place}")


def _negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else _minus(number)


def _minus(number: Decimal) -> Decimal:
    # copy_negate, unlike the operator, asks no context; zero stays without a sign.
    return number.copy_negate() if number else number
