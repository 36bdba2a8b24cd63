"""Interval arithmetic never excludes what the figures allow, nor claims what they leave open."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.catalog import Catalog
from indicators.evidence.intervals import (
    EVERYTHING,
    Interval,
    Order,
    Truth,
    add,
    add_all,
    compare,
    divide,
    growth,
    intersection,
    interval_of,
    multiply,
    negative,
    overlap,
    point,
    share,
    subtract,
)
from indicators.table.frame import observations

NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=6)


@st.composite
def intervals(draw: st.DrawFn, positive: bool = False) -> Interval:
    """Any interval, empty ones included."""
    numbers = st.fractions(min_value=0, max_value=50, max_denominator=6) if positive else NUMBERS
    ends = [draw(st.one_of(st.none(), numbers)) for _ in range(2)]
    if ends[0] is not None and ends[1] is not None and draw(st.booleans()):
        ends.sort()
    if positive and ends[0] is None:
        ends[0] = Fraction(0)
    return Interval(*ends, draw(st.booleans()), draw(st.booleans()))


@st.composite
def with_member(draw: st.DrawFn, positive: bool = False) -> tuple[Interval, Fraction]:
    """An interval and a number that it allows."""
    interval = draw(intervals(positive))
    assume(not interval.is_empty)
    low, high = interval.lower, interval.upper
    if low is None:
        low = (high if high is not None else Fraction(0)) - 100
    if high is None:
        high = low + 200
    weight = draw(st.fractions(min_value=0, max_value=1, max_denominator=16))
    member = low + (high - low) * weight
    assume(interval.contains(member))
    return interval, member


@given(with_member(), with_member())
def test_sums_and_differences_allow_every_pair(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    """Whatever two numbers are allowed, so are their sum and difference."""
    (a, x), (b, y) = one, other
    assert add(a, b).contains(x + y)
    assert subtract(a, b).contains(x - y)
    assert negative(a).contains(-x)


@given(with_member(), with_member(positive=True))
def test_quotients_and_growth_allow_every_pair(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    """Whatever numerator and divisor are allowed, so are their quotient and growth rate."""
    (a, x), (b, y) = one, other
    quotient = divide(a, b)
    if quotient is None:
        assert b.contains(0)  # refused only where the divisor may be nothing
        return
    assert y > 0
    assert quotient.contains(x / y)
    rate = growth(b, a)
    assert rate is not None
    assert rate.contains(x / y - 1)
    if 0 <= x <= y:
        portion = share(a, b)
        assert portion is not None
        assert portion.contains(x / y)


@given(with_member(), st.fractions(min_value=Fraction(1, 9), max_value=9, max_denominator=9))
def test_multiples_allow_every_number(one: tuple[Interval, Fraction], factor: Fraction) -> None:
    """A converted unit keeps every allowed number, and no more."""
    interval, member = one
    assert multiply(interval, factor).contains(member * factor)
    assert multiply(multiply(interval, factor), 1 / factor) == interval


@given(intervals(), intervals(), NUMBERS)
def test_an_intersection_is_exactly_what_both_allow(
    one: Interval, other: Interval, number: Fraction
) -> None:
    """A number is in both or not in the intersection."""
    both = intersection(one, other)
    assert both.contains(number) == (one.contains(number) and other.contains(number))


@given(with_member(), with_member())
def test_a_certainty_holds_for_every_pair(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    """Greater, less, equal and "can't both be true" are said only where no pair denies it."""
    (a, x), (b, y) = one, other
    order = compare(a, b)
    if order is Order.GREATER:
        assert x > y
    elif order is Order.LESS:
        assert x < y
    elif order is Order.EQUAL:
        assert x == y
    if overlap(a, b) is Truth.NO:
        assert x != y
    if x == y:
        assert overlap(a, b) is Truth.YES


@given(intervals(), intervals())
def test_comparing_is_the_same_from_both_sides(one: Interval, other: Interval) -> None:
    """What is greater from one side is less from the other."""
    turned = {Order.GREATER: Order.LESS, Order.LESS: Order.GREATER}
    order = compare(one, other)
    assert compare(other, one) is turned.get(order, order)
    assert overlap(one, other) is overlap(other, one)


@given(intervals(), intervals(), st.booleans(), st.booleans())
def test_about_makes_nothing_certain(one: Interval, other: Interval, a: bool, b: bool) -> None:
    """How far 约 reaches isn't printed: nothing is certainly greater, nor impossible."""
    assume(a or b)
    soft = Interval(one.lower, one.upper, one.lower_included, one.upper_included, a)
    against = Interval(other.lower, other.upper, other.lower_included, other.upper_included, b)
    assert compare(soft, against) is Order.UNKNOWN
    assert overlap(soft, against) is not Truth.NO
    assert add(soft, against).soft
    assert intersection(soft, against).soft
    quotient = divide(soft, against)
    assert quotient is None or quotient.soft


@st.composite
def empty_intervals(draw: st.DrawFn) -> Interval:
    """An interval that allows no number: its ends exchanged, or one end that is left out."""
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    included = draw(st.booleans())
    return Interval(high, low, included, not included)


@given(empty_intervals(), intervals(positive=True))
def test_nothing_crashes_on_an_empty_interval(one: Interval, other: Interval) -> None:
    """An empty interval stays empty through every operation, and decides nothing."""
    assert one.is_empty
    assert add(one, other).is_empty
    assert subtract(other, one).is_empty
    quotient = divide(one, other)
    assert quotient is None or quotient.is_empty
    assert overlap(one, other) is Truth.UNKNOWN
    assert compare(one, other) is Order.UNKNOWN


@pytest.mark.parametrize(("one", "other", "lower", "upper"), [
    # Ends that are exact: every end of a tight result is reached or approached.
    (Interval(Fraction(2), Fraction(4)), Interval(Fraction(1), Fraction(2)), 1, 4),
    (Interval(Fraction(-4), Fraction(4)), Interval(Fraction(1), Fraction(2)), -4, 4),
    (Interval(Fraction(-4), Fraction(-2)), Interval(Fraction(1), Fraction(2)), -4, -1),
    (Interval(Fraction(2), None), Interval(Fraction(1), None), 0, None),
    (Interval(Fraction(0), Fraction(3)), Interval(Fraction(0), Fraction(3), False), 0, None),
    (Interval(None, Fraction(-3)), Interval(Fraction(0), Fraction(3), False), None, -1),
])
def test_quotients_by_hand(
    one: Interval, other: Interval, lower: int | None, upper: int | None
) -> None:
    """Numerators below, around and above zero."""
    quotient = divide(one, other)
    assert quotient is not None
    assert (quotient.lower, quotient.upper) == (lower, upper)


def test_a_divisor_that_may_be_zero_says_nothing() -> None:
    """近100 is [0, 100): nothing can be divided by it."""
    nearly = Interval(Fraction(0), Fraction(100), True, False)
    assert divide(point(1), nearly) is None
    assert growth(nearly, point(1)) is None
    assert share(point(1), EVERYTHING) is None
    above_zero = Interval(Fraction(0), Fraction(100), False, False)
    assert divide(point(1), above_zero) == Interval(Fraction(1, 100), None, False, False)


def test_a_factor_that_is_not_positive_is_refused() -> None:
    """Turning an interval round is `negative`, never a factor."""
    with pytest.raises(ValueError, match="positive"):
        multiply(point(1), 0)


def test_the_sum_of_nothing_is_zero() -> None:
    """As with numbers."""
    assert add_all([]) == point(0)


def test_the_cable_by_hand(catalog: Catalog) -> None:
    """23万, 12.8万 and 6.8万 are [22.5, 23.5) + [12.75, 12.85) + [6.75, 6.85) = [42.0, 43.2)万."""
    rows = [
        row for row in catalog.observations
        if row.indicator == "optical_cable_length" and row.breakdown != "_T"
    ]
    assert len(rows) == 3
    assert add_all(map(interval_of, rows)) == Interval(
        Fraction(420000), Fraction(432000), True, False
    )


def test_growth_by_hand() -> None:
    """4.8万 to 10.97万: least 109650 / 48500 − 1 (not reached), most 109750 / 47500 − 1."""
    old = Interval(Fraction(47500), Fraction(48500), True, False)
    new = Interval(Fraction(109650), Fraction(109750), True, False)
    rate = growth(old, new)
    assert rate == Interval(
        Fraction(109650, 48500) - 1, Fraction(109750, 47500) - 1, False, False
    )
    assert rate.lower is not None
    assert rate.upper is not None
    # 109650 / 48500 = 2.26082…, 109750 / 47500 = 2.31052…: between 126 % and 131 %.
    assert Decimal("1.2608") < Decimal(rate.lower.numerator) / rate.lower.denominator
    assert Decimal(rate.upper.numerator) / rate.upper.denominator < Decimal("1.3106")


def test_rows_of_the_table_are_as_exact_as_observations(catalog: Catalog) -> None:
    """The table's floats name the same decimals."""
    rows = observations(catalog).to_dict("records")
    for row, observation in zip(rows, catalog.observations, strict=True):
        assert interval_of(row) == interval_of(observation)


def test_an_infinite_end_is_never_reached() -> None:
    """Infinity isn't a number."""
    assert str(Interval(None, None)) == "(−∞, +∞)"
    assert str(Interval(Fraction(1, 2), None, True, True)) == "[1/2, +∞)"
