"""Claims held against what they are declared to belong to: wholes, levels, the year they lie in.

Parts and wholes of one document and period are the recalculation's; here they may stand in several
documents, or at different times: then the whole may have changed in between by what is plausible.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.catalog import TOTAL
from indicators.evidence.in_time import Finding
from indicators.evidence.neighbours import (
    Key,
    Moment,
    Neighbourhood,
    Series,
    months_between,
    months_in,
)
from indicators.evidence.tolerance import YEAR, allowed, bounds_of, fits, pace

_COUNTED: Final = frozenset({"stock", "flow", "cumulative"})
"""Quantities whose groups make up their total; a group's share may be above the average."""


def parts(near: Neighbourhood, key: Key, series: Series) -> Iterator[Finding]:
    """Yield the parts that exceed their whole, at the same time or at the nearest."""
    for name, breakdown in _wholes(near, key, series):
        whole = near.find(name, key, breakdown)
        if whole is None or not whole.facts:
            continue
        never_falls = near.kind(name) == "cumulative" and whole.bounds.fall == 0
        for moment in series.facts:
            before, after = whole.around(moment.period)
            if after is not None and after.period.end == moment.period.end:
                before = None
            for other in (before, after):
                if other is not None:
                    yield from _above(
                        "part-above-whole", moment, other, whole, exact=never_falls
                    )
        return


def _wholes(near: Neighbourhood, key: Key, series: Series) -> Iterator[tuple[str, str]]:
    """Yield what a series is a part of, the nearest whole first."""
    if key[2] != TOTAL:
        if near.kind(key[0]) in _COUNTED:
            yield key[0], TOTAL
        return
    seen = {key[0]}
    name = series.entry.subset_of
    while name is not None and name in near.catalog.indicators and name not in seen:
        yield name, TOTAL
        seen.add(name)
        name = near.catalog.indicators[name].subset_of


def _above(
    code: str, moment: Moment, other: Moment, whole: Series, *, exact: bool
) -> Iterator[Finding]:
    """Yield the claims of a moment that exceed what the whole may have been then."""
    months = months_between(moment.period, other.period)
    later = other.period.end >= moment.period.end
    high = other.upper
    if other.period.text != moment.period.text and not (later and exact):
        rate = whole.bounds.fall if later else whole.bounds.rise
        high = allowed((None, other.upper), months, rate, None, whole.bounds.slack)[1]
    if high is None:
        return
    for held in moment.held:
        if held.lower is not None and held.lower > high:
            yield Finding(code, held.row, other.held[-1].row, (None, high), months)


def increases(near: Neighbourhood, key: Key, series: Series) -> Iterator[Finding]:
    """Yield the increases that exceed their level, or the level's own rise, or fall far short."""
    name = series.entry.increment_of
    level = None if name is None else near.find(name, key)
    if name is None or level is None or not level.facts:
        return
    never_falls = near.kind(name) == "cumulative" and level.bounds.fall == 0
    for moment in series.facts:
        before, after = level.around(moment.period)
        reached = after or before
        if reached is not None:
            yield from _above("increase-above-level", moment, reached, level, exact=never_falls)
        if never_falls and after is not None:
            yield from _against_rise(near, moment, level, after)


def _against_rise(
    near: Neighbourhood, moment: Moment, level: Series, after: Moment
) -> Iterator[Finding]:
    """Yield the increases of a count that never falls which don't go with how far it rose."""
    start = level.last_before(moment.period.start)
    if start is None:
        return
    months, span = months_between(start.period, after.period), months_in(moment.period)
    if not 0 < span <= months:
        return
    fall = bounds_of(near.declared, "flow", None).fall
    loosely = None if fall is None else fall * near.declared.wide
    within = pace((start.lower, start.upper), (after.lower, after.upper), months, span, loosely)
    for held in moment.held:
        if not fits(held[1:3], within):
            yield Finding(
                "increase-off-level", held.row, after.held[-1].row, within, months
            )


def within_years(near: Neighbourhood, key: Key, series: Series) -> Iterator[Finding]:
    """Yield the flows of part of a year that exceed that of the whole year."""
    valid = series.entry.valid
    if not 0 <= key[3] < YEAR or (valid is not None and valid.min < 0):
        return
    years = near.series.get((*key[:3], YEAR))
    if years is None:
        return
    by_year = {moment.period.text: moment for moment in years.facts}
    for moment in series.facts:
        within = moment.period.start.year == moment.period.end.year
        whole = by_year.get(moment.period.text[:4]) if within else None
        if whole is None or whole.upper is None:
            continue
        for held in moment.held:
            if held.lower is not None and held.lower > whole.upper:
                yield Finding(
                    "part-above-whole", held.row, whole.held[-1].row, (None, whole.upper)
                )

