"""Sums, shares, ratios and growth of observations, each behind the guard.

This module alone puts observations into the arithmetic of `indicators.evidence.intervals`; whoever
wants a sum gets it here, or the reason why there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from indicators.catalog import Catalog, Observation
from indicators.evidence import intervals
from indicators.evidence.guard import (
    may_add,
    may_add_increase,
    may_take_growth,
    may_take_ratio,
    may_take_share,
)
from indicators.evidence.intervals import Interval, interval_of
from indicators.evidence.reasons import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """What was calculated, or why not.

    Attributes:
        verdict: The guard's answer, with its notes.
        interval: Every value that the figures allow; None where the guard says no or the figures
            leave everything open.
        printed: The same from the printed numbers alone, without the slack of rounding; what
            bounds leave open stays open.
        reason: Why there is no interval although the guard says yes.
    """

    verdict: Verdict
    interval: Interval | None = None
    printed: Interval | None = None
    reason: Reason | None = None

    @property
    def why(self) -> Reason | None:
        """Why there is no interval: the guard's first reason, or the figures'."""
        if self.interval is not None:
            return None
        return self.verdict.reasons[0] if self.verdict.reasons else self.reason

    def why_not(self, lang: str) -> str:
        """Return why there is no interval, in ``zh`` or ``en``; empty if there is one."""
        if self.interval is not None:
            return ""
        reasons = self.verdict.reasons or ((self.reason,) if self.reason else ())
        return ("" if lang == "zh" else " ").join(reason.sentence(lang) for reason in reasons)


def printed_interval(row: Observation) -> Interval:
    """Return what the printed number says if nothing was rounded: one number, or the bound."""
    if str(row.relation) == "equal" and row.value is not None:
        return intervals.point(Fraction(row.value))
    return interval_of(row)


def total(catalog: Catalog, rows: Sequence[Observation]) -> Result:
    """Return the sum of the rows, if they may be added."""
    verdict = may_add(catalog, rows)
    if not verdict.allowed:
        return Result(verdict)
    return Result(
        verdict,
        intervals.add_all(interval_of(row) for row in rows),
        intervals.add_all(printed_interval(row) for row in rows),
    )


def share(catalog: Catalog, part: Observation, whole: Observation) -> Result:
    """Return the share that ``part`` has of ``whole`` (0.5 is a half), if it may be given.

    A share of which nothing is known but that it lies between nothing and all is left out.
    """
    verdict = may_take_share(catalog, part, whole)
    if not verdict.allowed:
        return Result(verdict)
    found = intervals.share(interval_of(part), interval_of(whole))
    if found is None:
        return Result(verdict, reason=Reason("divisor-zero"))
    if found.is_empty:
        return Result(verdict, reason=Reason("part-exceeds"))
    if found.contains(1) and (found.lower == 0):
        return Result(verdict, reason=Reason("share-open"))
    return Result(verdict, found, intervals.share(printed_interval(part), printed_interval(whole)))


def growth(catalog: Catalog, old: Observation, new: Observation) -> Result:
    """Return the growth rate from ``old`` to ``new`` (0.5 is 50 %), if it may be given.

    Rates that are bounded on one side only are given as such; without any bound there are none.
    """
    verdict = may_take_growth(catalog, old, new)
    if not verdict.allowed:
        return Result(verdict)
    before, after = interval_of(old), interval_of(new)
    found = intervals.growth(before, after)
    if found is None:
        return Result(verdict, reason=Reason("divisor-zero"))
    if before.upper is None and after.upper is None:
        return Result(verdict, reason=Reason("two-lower-bounds"))
    if (found.lower is None or found.lower == -1) and found.upper is None:
        return Result(verdict, reason=Reason("growth-open"))
    return Result(verdict, found, intervals.growth(printed_interval(old), printed_interval(new)))


def growth_in_percent(catalog: Catalog, old: Observation, new: Observation) -> Result:
    """Return the growth rate in per cent, as documents print it."""
    result = growth(catalog, old, new)
    if result.interval is None or result.printed is None:
        return result
    return replace(
        result,
        interval=intervals.multiply(result.interval, 100),
        printed=intervals.multiply(result.printed, 100),
    )


def increased(catalog: Catalog, old: Observation, added: Observation) -> Result:
    """Return the level after the year's increase, if one is declared the other's increase."""
    verdict = may_add_increase(catalog, old, added)
    if not verdict.allowed:
        return Result(verdict)
    return Result(
        verdict,
        intervals.add(interval_of(old), interval_of(added)),
        intervals.add(printed_interval(old), printed_interval(added)),
    )


def quotient(catalog: Catalog, numerator: Observation, denominator: Observation) -> Result:
    """Return the ratio of two observations, if an indicator is declared to be it."""
    verdict = may_take_ratio(catalog, numerator, denominator)
    if not verdict.allowed:
        return Result(verdict)
    found = intervals.divide(interval_of(numerator), interval_of(denominator))
    if found is None:
        return Result(verdict, reason=Reason("divisor-zero"))
    printed = intervals.divide(printed_interval(numerator), printed_interval(denominator))
    return Result(verdict, found, printed)
