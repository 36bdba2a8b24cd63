"""What a figure can be held against: the same thing at other times, in the order of time.

A *moment* is what all documents say of one thing for one period. What a figure is taken to say here
is narrower than what it asserts: 超43万 asserts any number above 430,000, and nobody writes it of two
million. How far a bound reaches is declared (``reach``), and serves plausibility alone.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from indicators.catalog import Catalog, Observation
from indicators.evidence.tolerance import YEAR, Bounds, bounds_of, kind_of, taken
from indicators.figures.periods import Period, PeriodError, parse_period
from indicators.models import Indicator, Plausible


class Held(NamedTuple):
    """A claim, and what it is taken to say.

    Attributes:
        row: The claim.
        lower: The least it is taken to mean; None for no limit.
        upper: The most.
        dated: The last day its document may be of, as an ordinal: the newer claim is the one to
            look at first.
    """

    row: Observation
    lower: Decimal | None
    upper: Decimal | None
    dated: int


class Moment(NamedTuple):
    """What all documents say of one thing for one period.

    Attributes:
        period: The period.
        held: The claims, that of the newest document last.
        lower: The least that any of them may mean; None for no limit.
        upper: The most.
        dated: The date of the newest document.
    """

    period: Period
    held: tuple[Held, ...]
    lower: Decimal | None
    upper: Decimal | None
    dated: int


def moment_of(period: Period, held: list[Held]) -> Moment:
    """Return the claims of one period as a moment, whatever order they come in."""
    held.sort(key=lambda one: (one.dated, one.row.file, one.row.line))
    lowers = [one.lower for one in held if one.lower is not None]
    uppers = [one.upper for one in held if one.upper is not None]
    return Moment(
        period, tuple(held),
        min(lowers) if len(lowers) == len(held) else None,
        max(uppers) if len(uppers) == len(held) else None,
        held[-1].dated,
    )


@dataclass(slots=True)
class Series:
    """One indicator, area and breakdown through time; flows of periods of one length only.

    Attributes:
        entry: The indicator.
        bounds: What is plausible between two of its figures.
        facts: What happened, in the order of the periods' ends.
        hopes: Forecasts and targets, likewise.
    """

    entry: Indicator
    bounds: Bounds
    facts: list[Moment] = field(default_factory=list)
    hopes: list[Moment] = field(default_factory=list)
    _ends: list[date] = field(default_factory=list)

    def around(self, period: Period) -> tuple[Moment | None, Moment | None]:
        """Return the facts that are next before a period and next from its end on.

        A fact whose period ends on the same day is the second of them.
        """
        place = self._place(period.end)
        return (
            self.facts[place - 1] if place else None,
            self.facts[place] if place < len(self.facts) else None,
        )

    def last_before(self, day: date) -> Moment | None:
        """Return the last fact whose period ended before a day."""
        place = self._place(day)
        return self.facts[place - 1] if place else None

    def _place(self, day: date) -> int:
        if len(self._ends) != len(self.facts):
            self._ends = [moment.period.end for moment in self.facts]
        return bisect_left(self._ends, day)


Key = tuple[str, str, str, int]
"""Indicator, area, breakdown, and the months of a flow's period (-1 for everything else)."""


class Neighbourhood:
    """Every claim of a catalogue among those it can be held against. Takes linear time.

    Args:
        catalog: The catalogue.
        declared: The tolerances.
    """

    def __init__(self, catalog: Catalog, declared: Plausible) -> None:
        self.catalog = catalog
        self.declared = declared
        self.series: dict[Key, Series] = {}
        self._kinds = {name: kind_of(entry) for name, entry in catalog.indicators.items()}
        self._bounds = {
            name: bounds_of(declared, self._kinds[name], entry.plausible)
            for name, entry in catalog.indicators.items()
        }
        self.stock_fall = bounds_of(declared, "stock", None).fall
        dated = {
            name: entry.document.date.end.toordinal() for name, entry in catalog.documents.items()
        }
        found: dict[Key, dict[tuple[str, bool], list[Held]]] = {}
        for row in catalog.observations:
            period = period_of(row.time_period)
            if period is None:
                continue
            lower, upper = taken(row, declared.reach)
            length = months_in(period) if self._kinds[row.indicator] == "flow" else -1
            moments = found.setdefault((row.indicator, row.ref_area, row.breakdown, length), {})
            held = Held(row, lower, upper, dated.get(row.document, 0))
            moments.setdefault((row.time_period, not row.obs_status.happened), []).append(held)
        for key, moments in found.items():
            series = self.series[key] = Series(
                catalog.indicators[key[0]], self._bounds[key[0]]
            )
            for (text, hope), claims in moments.items():
                period = period_of(text)
                if period is not None:
                    (series.hopes if hope else series.facts).append(moment_of(period, claims))
            for some in (series.facts, series.hopes):
                some.sort(key=lambda one: (one.period.end, one.period.start, one.period.text))

    def kind(self, indicator: str) -> str:
        """Return what kind of quantity an indicator is, by the names of the tolerances."""
        return self._kinds[indicator]

    def find(self, indicator: str, like: Key, breakdown: str | None = None) -> Series | None:
        """Return the series of another indicator, or breakdown, that goes with a series."""
        length = like[3]
        if (self._kinds.get(indicator) == "flow") != (length >= 0):
            length = -1
        return self.series.get((indicator, like[1], breakdown or like[2], length))


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """Return the period that a text names; None if it names none."""
    try:
        return parse_period(text)
    except PeriodError:
        return None


def months_in(period: Period) -> int:
    """Return the months of a period; 0 for a day."""
    if period.start == period.end:
        return 0
    return (period.end.year - period.start.year) * YEAR + period.end.month - period.start.month + 1


def months_between(early: Period, late: Period) -> int:
    """Return the whole months from the end of one period to the end of another, without sign."""
    one, other = early.end, late.end
    return abs((other.year - one.year) * YEAR + other.month - one.month)


def overlap(one: Period, other: Period) -> bool:
    """Tell whether two periods share a day."""
    return one.start <= other.end and other.start <= one.end
