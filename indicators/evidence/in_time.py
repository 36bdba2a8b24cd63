"""Claims held against the same thing at other times: jumps, falls, last year's figure come again.

Facts are held against the facts next to them in time. Forecasts and targets are no neighbours of
facts; they are held against the nearest facts, more loosely, and nothing is held against them. Where
an indicator has facts of one period only, its other scopes stand in for its history, as loosely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.catalog import Observation
from indicators.evidence.neighbours import (
    Held,
    Key,
    Moment,
    Neighbourhood,
    Series,
    months_between,
    overlap,
)
from indicators.evidence.tolerance import (
    QUARTER,
    YEAR,
    Bounds,
    Range,
    allowed,
    coefficient,
    fits,
)

_A_NEW_PERIOD: Final = 6
"""Months after which a figure printed again is taken for one copied from the period before."""


class Finding(NamedTuple):
    """A claim that doesn't fit what stands beside it.

    Attributes:
        code: Which kind of problem.
        row: The claim to look at.
        other: The claim it is held against; itself where it is held against nothing.
        within: What it may plausibly be.
        months: How far apart the two are in time.
    """

    code: str
    row: Observation
    other: Observation
    within: Range
    months: int = 0


class _Step(NamedTuple):
    """Two moments that don't fit, with the claims of each that fit none of the other's.

    Attributes:
        early: The earlier moment.
        late: The later one.
        of_early: Claims of the earlier one that fit none of the later one's.
        of_late: The other way round.
        before: What the earlier figure may plausibly be, beside the later one.
        after: What the later figure may be, beside the earlier one.
        months: How far apart they are.
        code: Which kind of problem it is.
    """

    early: Moment
    late: Moment
    of_early: list[Held]
    of_late: list[Held]
    before: Range
    after: Range
    months: int
    code: str

    def findings(self, late: bool) -> Iterator[Finding]:
        """Yield the claims at fault: those of the later moment or of the earlier one."""
        late = bool(self.of_late) if not self.of_early else late and bool(self.of_late)
        within, against = (self.after, self.early) if late else (self.before, self.late)
        other = against.held[-1].row
        for held in self.of_late if late else self.of_early:
            yield Finding(self.code, held.row, other, within, self.months)


class InTime:
    """Holds the claims of one series against each other.

    Args:
        near: All claims among their neighbours.
        key: The series' key.
        series: The series.
    """

    def __init__(self, near: Neighbourhood, key: Key, series: Series) -> None:
        self._near = near
        self._key = key
        self._series = series
        self._kind = near.kind(key[0])
        self._never_falls = self._kind == "cumulative" and series.bounds.fall == 0
        self._by_ratio = series.bounds.rise != 0 or series.bounds.fall != 0
        # Flows swing with the season: they are held to what a year allows.
        self._least = YEAR if self._kind == "flow" else QUARTER

    def findings(self) -> Iterator[Finding]:
        """Yield the claims that are out of line with the series."""
        facts = self._series.facts
        steps = [self._step(one, other) for one, other in pairwise(facts)]
        for number, step in enumerate(steps):
            if step is not None:
                yield from step.findings(self._is_late(step, steps, number))
        for early, late in pairwise(facts):
            yield from self._come_again(early, late)
        for moment in facts:
            if len(moment.held) > 1:
                yield from self._weaker(moment)
        yield from self._hopes()

    def _is_late(self, step: _Step, steps: Sequence[_Step | None], number: int) -> bool:
        """Tell whether the later figure of a step is the one to look at.

        A figure between two that fit each other is; else that of the newer document, and of one
        document the later figure.
        """
        facts = self._series.facts
        if number + 1 < len(steps) and steps[number + 1] is not None and (
            self._step(facts[number], facts[number + 2]) is None
        ):
            return True
        if number and steps[number - 1] is not None and (
            self._step(facts[number - 1], facts[number + 1]) is None
        ):
            return False
        return step.late.dated >= step.early.dated

    def _step(self, early: Moment, late: Moment) -> _Step | None:
        bounds, months = self._series.bounds, months_between(early.period, late.period)
        together = overlap(early.period, late.period)
        if together:  # Which of the two moments comes first isn't said.
            bounds = bounds.looser(Decimal(1), self._near.stock_fall)
        if self._kind == "duration":
            bounds = self._run(bounds, months)
        one, other = (early.lower, early.upper), (late.lower, late.upper)
        if self._by_ratio and _negative(early) is not _negative(late):
            return None  # No ratio tells an increase from a decrease.
        after = allowed(one, months, bounds.rise, bounds.fall, bounds.slack, self._least)
        before = allowed(other, months, bounds.fall, bounds.rise, bounds.slack, self._least)
        falls = False
        if self._never_falls and not together:  # Not even by what is otherwise let pass.
            after, before = (early.lower, after[1]), (before[0], late.upper)
            falls = not fits(other, (early.lower, None))
        of_late = [held for held in late.held if not fits(held[1:3], after)]
        of_early = [held for held in early.held if not fits(held[1:3], before)]
        if not of_late and not of_early:
            return None
        code = "falling-cumulative" if falls else "implausible-change"
        return _Step(early, late, of_early, of_late, before, after, months, code)

    def _run(self, bounds: Bounds, months: int) -> Bounds:
        """Return the tolerance of a run of years: it grows by no more than the time that passes."""
        units, unit = self._near.catalog.unit_table, self._series.entry.unit
        if unit not in units or "year" not in units or (
            units.by_id(unit).base != units.by_id("year").base
        ):
            return bounds
        passed = units.convert(Decimal(months) / YEAR, "year", unit) or Decimal(0)
        return Bounds(Decimal(0), bounds.fall, passed + bounds.slack, bounds.repeat)

    def _come_again(self, early: Moment, late: Moment) -> Iterator[Finding]:
        """Yield a figure that stands for a new period just as it did for the one before."""
        months = months_between(early.period, late.period)
        if months < _A_NEW_PERIOD or self._series.bounds.repeat is None:
            return
        printed = {_printed(held.row): held for held in early.held}
        for held in late.held:
            other = printed.get(_printed(held.row))
            if other is not None and self._would_show(held.row):
                newer, older = (held, other) if held.dated >= other.dated else (other, held)
                yield Finding("repeated-figure", newer.row, older.row, (None, None), months)

    def _would_show(self, row: Observation) -> bool:
        """Tell whether a figure is printed so finely that a change would show."""
        repeat = self._series.bounds.repeat
        if repeat is None or row.value is None:
            return False
        if row.lower == row.upper and abs(row.value) < self._near.declared.few:
            return False
        return repeat * coefficient(row) >= 1

    def _weaker(self, moment: Moment) -> Iterator[Finding]:
        """Yield a bound of one document that lies far from another document's figure."""
        bounds = self._series.bounds.looser(Decimal(1), self._near.stock_fall)
        whole = [held for held in moment.held if held[1:3] == (held.row.lower, held.row.upper)]
        for held in moment.held:
            if held in whole or not whole:
                continue
            other = whole[-1]
            within = allowed(other[1:3], 0, bounds.rise, bounds.fall, bounds.slack)
            certain = (held.row.lower, held.row.upper)
            # What can't be true at all is a contradiction, and reported as one.
            if not fits(held[1:3], within) and fits(certain, other[1:3]):
                yield Finding("implausible-change", held.row, other.row, within)

    def _hopes(self) -> Iterator[Finding]:
        """Yield forecasts and targets that are far from the facts, or else from each other."""
        series = self._series
        if series.facts:
            for moment in series.hopes:
                for other in series.around(moment.period):
                    if other is not None:
                        yield from self._far(moment, other)
            return
        for early, late in pairwise(series.hopes):
            yield from self._far(late, early)

    def _far(self, hope: Moment, fact: Moment) -> Iterator[Finding]:
        bounds = self._series.bounds.looser(self._near.declared.wide, self._near.stock_fall)
        months = months_between(hope.period, fact.period)
        # What was hoped for may be missed, or passed by, as far as the facts may rise.
        up = bounds.rise
        down = bounds.fall if hope.period.end >= fact.period.end else bounds.rise
        if self._by_ratio and _negative(hope) is not _negative(fact):
            return
        side = (fact.lower, fact.upper)
        within = allowed(side, months, up, down, bounds.slack, YEAR)
        for held in hope.held:
            if not fits(held[1:3], within):
                other = fact.held[-1].row
                yield Finding("implausible-change", held.row, other, within, months)


def scopes(near: Neighbourhood, key: Key, series: Series, told: set[frozenset[Key]]) -> Iterator[Finding]:
    """Yield figures that have no history of their own and are far from those of another scope.

    Args:
        near: All claims among their neighbours.
        key: The series' key.
        series: The series.
        told: The pairs of series that were held against each other; this one's are added.
    """
    if len(series.facts) != 1:
        return
    (moment,) = series.facts
    for declared in series.entry.other_scope:
        other = near.find(declared.with_, key)
        pair = frozenset((key, (declared.with_, *key[1:])))
        if other is None or pair in told:
            continue
        told.add(pair)
        bounds = series.bounds.looser(near.declared.wide, near.stock_fall)
        rate = None if None in bounds[:2] else max(x for x in bounds[:2] if x is not None)
        for fact in other.around(moment.period):
            if fact is None:
                continue
            months = months_between(moment.period, fact.period)
            within = allowed((fact.lower, fact.upper), months, rate, rate, bounds.slack, YEAR)
            for held in moment.held:
                if not fits(held[1:3], within):
                    yield Finding("implausible-change", held.row, fact.held[-1].row, within, months)


def _negative(moment: Moment) -> bool:
    return moment.lower is not None and moment.lower < 0


def _printed(row: Observation) -> tuple[str, Decimal | None, int]:
    return str(row.relation), row.value, row.unit_mult - row.decimals
