"""Printed figures calculated anew: parts against totals, increases against levels, ratios.

Each check compares two sides by interval and says how far they agree. What is checked follows from
what the definition files declare (``complete``, ``subset_of``, ``increment_of``, ``ratio_of``,
``growth_of``); nothing is repaired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.evidence import sums
from indicators.evidence.declared import Declared
from indicators.evidence.guard import may_take_share
from indicators.evidence.intervals import (
    Interval,
    Order,
    Truth,
    compare,
    intersection,
    interval_of,
    overlap,
)
from indicators.evidence.reasons import Reason
from indicators.evidence.vintages import Vintage, vintages
from indicators.language.text import period_text
from indicators.models import Indicator, Known


class Outcome(StrEnum):
    """How far two sides agree."""

    CONSISTENT = "consistent"
    EDGE = "edge"
    """The printed numbers don't agree, but their rounding allows that the true ones do."""
    CONTRADICTORY = "contradictory"
    OPEN = "open"
    """The figures don't settle it."""


@dataclass(frozen=True, slots=True)
class Check:
    """A calculation done again.

    Attributes:
        kind: ``parts``, ``subset``, ``increment``, ``ratio`` or ``growth``.
        outcome: How far the two sides agree.
        terms: The observations on the left: the parts, the subset, the old level and the increase,
            numerator and denominator.
        against: The observation on the right: the total, the whole, the new level, the printed
            ratio or growth rate.
        left: What the left side allows; None where it can't be calculated.
        printed: The left side of the printed numbers alone.
        right: What the right side allows.
        reason: Why nothing can be said, where that is so.
        breakdown: The breakdown whose parts were added, for ``parts``.
        known: The record of a known inconsistency, if there is one.
        share: The share that a subset, or each part, has of its whole, where one follows.
    """

    kind: str
    outcome: Outcome
    terms: tuple[Observation, ...]
    against: Observation
    left: Interval | None = None
    printed: Interval | None = None
    right: Interval | None = None
    reason: Reason | None = None
    breakdown: str = ""
    known: Known | None = None
    share: Interval | None = None

    @property
    def both(self) -> Interval | None:
        """What both sides allow."""
        if self.left is None or self.right is None:
            return None
        return intersection(self.left, self.right)

    @property
    def recorded(self) -> bool:
        """Whether it is recorded that this is how it comes out, and why."""
        return self.known is not None and self.known.verdict == self.outcome

    @property
    def rows(self) -> tuple[Observation, ...]:
        """Every observation that has a part in it."""
        return (*self.terms, self.against)


def recalculate(catalog: Catalog, declared: Declared) -> list[Check]:
    """Return every check that the definitions ask for, in the order of the indicators.

    Takes time in proportion to the observations.
    """
    index = _Index(catalog, declared)
    found: list[Check] = []
    for name, entry in catalog.indicators.items():
        rows = index.rows.get(name, [])
        found += _parts(catalog, entry, rows)
        if entry.subset_of is not None:
            found += _subsets(catalog, entry.subset_of, rows, index)
        if entry.increment_of is not None:
            found += _increments(catalog, entry.increment_of, rows, index)
        if entry.ratio_of is not None:
            ends = (entry.ratio_of.numerator, entry.ratio_of.denominator)
            found += _ratios(catalog, ends, rows, index)
        if entry.growth_of is not None:
            found += _growth(catalog, entry, rows, index)
    return [_with_record(check, declared) for check in found]


def relatives(catalog: Catalog, indicators: Iterable[str]) -> list[str]:
    """Return indicators with all that their checks and other scopes refer to, in both directions."""
    wanted = set(indicators)
    found = set(wanted)
    for name, entry in catalog.indicators.items():
        ends = {entry.subset_of, entry.increment_of, *(other.with_ for other in entry.other_scope)}
        if entry.ratio_of is not None:
            ends |= {entry.ratio_of.numerator, entry.ratio_of.denominator}
        if entry.growth_of is not None:
            ends.add(entry.growth_of.indicator)
        if name in wanted:
            found |= {end for end in ends if end is not None}
        elif ends & wanted:
            # A check of another indicator needs its other terms too.
            found |= {name, *(end for end in ends if end is not None)}
    return [name for name in catalog.indicators if name in found]


class _Index:
    """The observations by indicator, and the one that the rule puts first by what it says."""

    def __init__(self, catalog: Catalog, declared: Declared) -> None:
        self.rows: dict[str, list[Observation]] = {}
        for row in catalog.observations:
            self.rows.setdefault(row.indicator, []).append(row)
        self._vintages = vintages(catalog, catalog.observations, declared.content)
        self._own = {
            (row.document, row.indicator, row.ref_area, row.breakdown, row.time_period): row
            for row in catalog.observations
        }

    def find(self, row: Observation, indicator: str, period: str) -> Observation | None:
        """Return the claim of another indicator or period that goes with ``row``.

        Its own document's before another's, then the one that the rule puts first.
        """
        own = self._own.get((row.document, indicator, row.ref_area, row.breakdown, period))
        if own is not None:
            return own
        vintage: Vintage | None = self._vintages.get(
            (indicator, row.ref_area, row.breakdown, period, row.obs_status.ahead)
        )
        return None if vintage is None else vintage.first[0]


def _agreement(left: Interval, printed: Interval, right: Interval) -> tuple[Outcome, Reason | None]:
    """Return how far a calculated and a printed number agree."""
    if left.is_empty or right.is_empty:
        return Outcome.OPEN, Reason("empty")
    whole = overlap(left, right)
    if whole is Truth.NO:
        return Outcome.CONTRADICTORY, None
    if whole is Truth.UNKNOWN:
        return Outcome.OPEN, Reason("about-open")
    if overlap(printed, right) is Truth.YES:
        return Outcome.CONSISTENT, None
    return Outcome.EDGE, None


def _parts(
    catalog: Catalog, entry: Indicator, rows: Sequence[Observation]
) -> Iterator[Check]:
    """Check the parts of each complete breakdown against their document's total."""
    totals = {
        (row.document, row.ref_area, row.time_period): row for row in rows
        if row.breakdown == TOTAL
    }
    groups: dict[tuple[str, str, str, str], list[Observation]] = {}
    for row in rows:
        dimension, _, rest = row.breakdown.partition("=")
        if dimension in entry.complete and ";" not in rest:
            key = (dimension, row.document, row.ref_area, row.time_period)
            groups.setdefault(key, []).append(row)
    for (dimension, *place), parts in groups.items():
        total = totals.get((place[0], place[1], place[2]))
        if total is None:
            continue
        codes = {code.id for code in catalog.breakdowns[dimension].codes}
        given = {row.breakdown.partition("=")[2] for row in parts}
        right = interval_of(total)
        result = sums.total(catalog, parts)
        if result.interval is None or result.printed is None:
            yield Check(
                "parts", Outcome.OPEN, tuple(parts), total, right=right, reason=result.why,
                breakdown=dimension,
            )
            continue
        if codes - given:
            # Some parts aren't printed: all one can say is that the rest can't exceed the total.
            outcome, reason = _order(result.interval, result.printed, right, total)
        else:
            outcome, reason = _agreement(result.interval, result.printed, right)
        yield Check(
            "parts", outcome, tuple(parts), total, result.interval, result.printed, right,
            reason, dimension,
        )


def _order(
    part: Interval, printed: Interval, whole: Interval, row: Observation
) -> tuple[Outcome, Reason | None]:
    """Return whether a part is no greater than its whole."""
    if part.is_empty or whole.is_empty:
        return Outcome.OPEN, Reason("empty")
    if part.soft or whole.soft:
        return Outcome.OPEN, Reason("about-open")
    if compare(part, whole) is Order.GREATER:
        return Outcome.CONTRADICTORY, None
    right = sums.printed_interval(row)
    if printed.upper is not None and right.lower is not None and printed.upper <= right.lower:
        return Outcome.CONSISTENT, None
    if printed.is_point and right.is_point:
        return Outcome.EDGE, None
    return Outcome.OPEN, Reason("bounds-open")


def _subsets(
    catalog: Catalog, whole: str, rows: Iterable[Observation], index: _Index
) -> Iterator[Check]:
    for row in rows:
        other = index.find(row, whole, row.time_period)
        if other is None or not may_take_share(catalog, row, other).allowed:
            continue
        left, right = interval_of(row), interval_of(other)
        printed = sums.printed_interval(row)
        outcome, reason = _order(left, printed, right, other)
        share = sums.share(catalog, row, other)
        yield Check(
            "subset", outcome, (row,), other, left, printed, right, reason, share=share.interval
        )


def year_before(period: str) -> str | None:
    """Return the year before a year; None for other periods."""
    return str(int(period) - 1) if len(period) == 4 and period.isdecimal() else None


def _increments(
    catalog: Catalog, level: str, rows: Iterable[Observation], index: _Index
) -> Iterator[Check]:
    for row in rows:
        before = year_before(row.time_period)
        new = index.find(row, level, row.time_period)
        old = None if before is None else index.find(row, level, before)
        if new is None:
            yield Check(
                "increment", Outcome.OPEN, (row,), row,
                reason=_no_level(catalog, level, row.time_period),
            )
        elif old is None:
            yield Check(
                "increment", Outcome.OPEN, (row,), new, right=interval_of(new),
                reason=_no_level(catalog, level, before or row.time_period),
            )
        else:
            yield _result("increment", sums.increased(catalog, old, row), (old, row), new)


def _result(
    kind: str, result: sums.Result, terms: tuple[Observation, ...], against: Observation
) -> Check:
    """Return the check of a calculated against a printed number."""
    right = interval_of(against)
    if result.interval is None or result.printed is None:
        return Check(kind, Outcome.OPEN, terms, against, right=right, reason=result.why)
    outcome, reason = _agreement(result.interval, result.printed, right)
    return Check(kind, outcome, terms, against, result.interval, result.printed, right, reason)


def _no_level(catalog: Catalog, indicator: str, period: str) -> Reason:
    entry = catalog.indicators.get(indicator)
    zh, en = (indicator, indicator) if entry is None else (entry.name.zh, entry.name.en)
    return Reason(
        "no-level",
        {"one_zh": zh, "one_en": en, "periods_zh": period_text(period, "zh"),
         "periods_en": period_text(period, "en")},
    )


def _ratios(
    catalog: Catalog, ends: tuple[str, str], rows: Iterable[Observation], index: _Index
) -> Iterator[Check]:
    for row in rows:
        found = [index.find(row, end, row.time_period) for end in ends]
        missing = next((end for end, one in zip(ends, found, strict=True) if one is None), None)
        if missing is not None:
            yield Check(
                "ratio", Outcome.OPEN, (), row, right=interval_of(row),
                reason=_no_level(catalog, missing, row.time_period),
            )
            continue
        terms = tuple(one for one in found if one is not None)
        yield _result("ratio", sums.quotient(catalog, *terms), terms, row)


def _growth(
    catalog: Catalog, entry: Indicator, rows: Iterable[Observation], index: _Index
) -> Iterator[Check]:
    declared = entry.growth_of
    if declared is None:
        return
    for row in rows:
        right = interval_of(row)
        if declared.prices == "comparable":
            yield Check(
                "growth", Outcome.OPEN, (), row, right=right, reason=Reason("comparable-prices")
            )
            continue
        before = year_before(row.time_period)
        new = index.find(row, declared.indicator, row.time_period)
        old = None if before is None else index.find(row, declared.indicator, before)
        if new is None or old is None:
            period = row.time_period if new is None else before or row.time_period
            yield Check(
                "growth", Outcome.OPEN, (), row, right=right,
                reason=_no_level(catalog, declared.indicator, period),
            )
            continue
        yield _result("growth", sums.growth_in_percent(catalog, old, new), (old, new), row)


def record_of(check: Check) -> Mapping[str, str]:
    """Return what a record of a known inconsistency says of this check."""
    return {
        "check": check.kind, "indicator": check.against.indicator if check.kind != "subset"
        else check.terms[0].indicator, "document": check.against.document,
        "period": check.against.time_period, "breakdown": check.breakdown,
    }


def _with_record(check: Check, declared: Declared) -> Check:
    place = record_of(check)
    for known in declared.content.known:
        if all(getattr(known, key) == content for key, content in place.items()):
            return replace(check, known=known)
    return check
