"""What `check` finds implausible: figures held against their neighbours, by declared tolerances.

Nothing here is certain, and nothing is changed: each finding is a warning at one claim, with the
claim it was held against and the slip that would explain it, until someone corrects the figure or
confirms it with a reason (`confirmed`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from indicators.catalog import Catalog, Observation
from indicators.catalog.columns import unpacked
from indicators.evidence.confirmations import confirmations, weighed
from indicators.evidence.early import with_dates
from indicators.evidence.in_time import Finding, InTime, scopes
from indicators.evidence.neighbours import Key, Neighbourhood, months_in, period_of
from indicators.evidence.recalculation import Check, Outcome
from indicators.evidence.related import increases, parts, within_years
from indicators.evidence.remarks import problem_of
from indicators.evidence.tolerance import QUARTER
from indicators.models import Plausible
from indicators.reading.problems import Problem

_WHOLE: frozenset[str] = frozenset({"count", "events", "rank"})
"""Kinds of unit that come in whole numbers."""


def findings(
    catalog: Catalog, declared: Plausible, told: Collection[tuple[Observation, Observation]] = ()
) -> list[Finding]:
    """Return what is implausible, at most one finding a claim, in the order of the claims.

    Takes time in proportion to the claims, but for sorting each indicator's periods.

    Args:
        catalog: The catalogue.
        declared: The tolerances.
        told: Pairs of claims that the recalculation reports as not agreeing.
    """
    catalog = unpacked(catalog)  # Claims are told apart by which object they are.
    near = Neighbourhood(catalog, declared)
    found: dict[int, Finding] = {}
    for finding in _all(near, catalog, frozenset((id(one), id(other)) for one, other in told)):
        found.setdefault(id(finding.row), finding)
    return [found[id(row)] for row in catalog.observations if id(row) in found]


def implausible(
    catalog: Catalog, declared: Plausible, checks: Sequence[Check] = ()
) -> list[Problem]:
    """Return what `check` has to say: what is implausible and not confirmed, and bad confirmations.

    Args:
        catalog: The catalogue, free of errors.
        declared: The tolerances.
        checks: What the recalculation found; what it reports isn't said twice.
    """
    told = [
        (term, check.against) for check in checks
        if check.outcome in (Outcome.CONTRADICTORY, Outcome.EDGE) for term in check.terms
    ]
    doubts = {
        finding.row.identity: problem_of(catalog, declared, finding)
        for finding in findings(catalog, declared, told)
    }
    return with_dates(catalog, weighed(catalog, confirmations(catalog), doubts))


def _all(
    near: Neighbourhood, catalog: Catalog, told: frozenset[tuple[int, int]]
) -> Iterator[Finding]:
    """Yield every finding; of several at one claim the first says most."""
    for row in catalog.observations:
        if _is_broken(catalog, row):
            yield Finding("fractional-count", row, row, (None, None))
        elif _has_hardly_begun(catalog, row):
            yield Finding("period-hardly-begun", row, row, (None, None))
    scopes_told: set[frozenset[Key]] = set()
    for key, series in near.series.items():
        for related in (parts, increases, within_years):
            for found in related(near, key, series):
                if (id(found.row), id(found.other)) not in told:
                    yield found
        yield from InTime(near, key, series).findings()
        yield from scopes(near, key, series, scopes_told)


def _is_broken(catalog: Catalog, row: Observation) -> bool:
    """Tell whether a count isn't whole: there are no 5.3 enterprises."""
    if str(row.measure_type) == "share":  # 平均每村2.4人 is one.
        return False
    unit = catalog.units.get(row.unit_measure)
    if unit is None or unit.kind not in _WHOLE:
        return False
    numbers = [row.value] if row.value is not None else [row.lower, row.upper]
    return any(number is not None and number != number.to_integral_value() for number in numbers)


def _has_hardly_begun(catalog: Catalog, row: Observation) -> bool:
    """Tell whether a document states as a fact what a period brought that had only just begun.

    A work report of January speaks of the year before. A quarter of the period is enough: lists
    that carry the name of their year come out in spring.
    """
    period = period_of(row.time_period)
    if period is None or not row.obs_status.happened or months_in(period) < QUARTER:
        return False
    dated = catalog.documents[row.document].document.date.end
    return (dated - period.start) * 4 < period.end - period.start
