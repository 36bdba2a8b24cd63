"""What may plausibly stand beside a figure: the declared tolerances as numbers.

Nothing here is a result: the numbers decide what `check` asks a maintainer to look at again, and stand
in its messages alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple

from indicators.catalog import Observation
from indicators.models import Indicator, Plausible, Tolerance, narrowed

YEAR: Final = 12
"""Months."""
QUARTER: Final = 3
"""Months: two levels are held to what a quarter allows, however near they are in time."""

Rate = Decimal | None
"""A rate of change; None is no limit."""
Range = tuple[Decimal | None, Decimal | None]
"""The least and the greatest plausible number; None is no limit."""


class Bounds(NamedTuple):
    """A tolerance with nothing left to look up; None is no limit."""

    rise: Rate
    fall: Rate
    slack: Decimal
    repeat: Rate

    def looser(self, rise: Decimal, fall: Rate) -> Bounds:
        """Return the tolerance with its rise multiplied, and a fall of at least ``fall``."""
        wider = None if self.fall is None or fall is None else max(self.fall, fall)
        return self._replace(rise=None if self.rise is None else self.rise * rise, fall=wider)


def kind_of(entry: Indicator) -> str:
    """Return which tolerances an indicator has; a growth rate is no share."""
    return "growth" if entry.growth_of is not None else str(entry.measure_type)


def bounds_of(declared: Plausible, kind: str, own: Tolerance | None) -> Bounds:
    """Return what is plausible for a kind of quantity, as an indicator narrows or widens it."""
    found = narrowed(declared.of(kind), own)
    return Bounds(
        _rate(found.rise), _rate(found.fall), found.slack or Decimal(0), _rate(found.repeat)
    )


def _rate(stated: Decimal | Literal["any"] | None) -> Rate:
    return stated if isinstance(stated, Decimal) else None


def coefficient(row: Observation) -> int:
    """Return the significant digits that a figure prints: 43 of 超43万, 135 of 1.35万, 4 of 4000P.

    Zeros behind a decimal point are printed for what they say and count; 0 where there is no number.
    """
    if row.stated_value is None:
        return 0
    digits = int(abs(row.stated_value).scaleb(row.decimals))
    while digits and not row.decimals and digits % 10 == 0:
        digits //= 10
    return digits


def taken(row: Observation, reach: Decimal) -> Range:
    """Return what a claim is taken to say: a bound reaches a few units of its last digit.

    超43万 is taken for at most 45万 where ``reach`` is 2, 过万 for at most 3万; 近2.5万 for at least
    2.3万, and nothing for less than half of what is printed.
    """
    lower, upper = row.lower, row.upper
    if upper is None:
        if lower is not None and lower > 0:
            upper = lower * (1 + reach / (coefficient(row) or 1))
    elif not lower and upper > 0 and row.relation in _UNDER:
        part = 1 - reach / (coefficient(row) or 1) if row.relation == "less_than" else _HALF
        return upper * max(part, _HALF), upper
    return lower, upper


_UNDER: Final = ("less_than", "at_most")
_HALF: Final = Decimal("0.5")


def allowed(
    side: Range, months: int, up: Rate, down: Rate, slack: Decimal, least: int = QUARTER
) -> Range:
    """Return what a figure may plausibly be beside another one.

    Args:
        side: What the other figure is taken to say.
        months: How far apart the two are in time.
        up: By how many times the other figure it may exceed it, a year.
        down: By how many times itself it may fall short of the other, a year.
        slack: What it may differ by in any case.
        least: Months that any two figures are apart at least.

    Returns:
        The least and the greatest number: with a rate of 2 a figure of 100 may be 300 after a year
        (100 × (1 + 2 × 1)), or was a third of that before.
    """
    lower, upper = side
    apart = max(months, least)
    low = high = None
    if upper is not None and up is not None and (upper >= 0 or not up):
        high = upper * (YEAR + up * apart) / YEAR + slack
    if lower is not None and down is not None and (lower >= 0 or not down):
        low = (lower - slack) * YEAR / (YEAR + down * apart)
    return low, high


def fits(side: Range, within: Range) -> bool:
    """Tell whether a figure may lie within a range, at any number it is taken to say."""
    (lower, upper), (low, high) = side, within
    too_high = high is not None and lower is not None and lower > high
    return not (too_high or (low is not None and upper is not None and upper < low))


def pace(
    start: Range, end: Range, months: int, span: int, fall: Rate
) -> Range:
    """Return what the increase within a part of a rise may plausibly be.

    Args:
        start: The level before.
        end: The level after, of a count that never falls.
        months: From the one to the other.
        span: Months of the increase, no more than those.
        fall: By how many times itself an increase may fall short of the average, no limit if None.

    Returns:
        At most the whole rise; at least its part of these months over ``1 + fall``.
    """
    low = high = None
    if end[1] is not None and start[0] is not None:
        high = end[1] - start[0]
    if end[0] is not None and start[1] is not None and fall is not None:
        low = (end[0] - start[1]) * span / months / (1 + fall)
    return low, high


def times_as_much(one: Decimal, other: Decimal) -> str:
    """Return by how many times a number exceeds another, to two digits or to the whole."""
    times = one / other
    digits = 0 if times >= 10 else 1 if times >= 1 else 1 - times.adjusted()
    said = f"{round(times, digits):f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
