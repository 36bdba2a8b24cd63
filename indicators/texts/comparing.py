"""What changed between two documents: claims changed, unchanged, new and no longer made.

Whether a number rose or fell is said from what the figures assert, not from what they print: 超1.35万
is any number above 13500, 1.37万 one from 13650 to 13750, so that nothing follows. Both are compared
in the indicator's own unit, exactly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.figures.periods import period_end
from indicators.models import MeasureType


class Outcome(StrEnum):
    """What became of a claim."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NEW = "new"
    DROPPED = "dropped"


class Direction(StrEnum):
    """Which way the printed number went."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Verdict(StrEnum):
    """What the two intervals allow to be said of the true numbers."""

    RISEN = "risen"
    FALLEN = "fallen"
    NOT_FALLEN = "not_fallen"
    NOT_RISEN = "not_risen"
    EQUAL = "equal"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one claim: an indicator, a breakdown, an area.

    Attributes:
        kind: What became of it. Unchanged means the same assertion, whatever its period.
        sector: The sector's id.
        indicator: The indicator's id.
        breakdown: The breakdown, ``_T`` for a total.
        ref_area: The area.
        old: What the old document says; None if it says nothing.
        new: What the new one says; None if it says nothing.
        direction: Which way the printed number went; None unless both print one number.
        verdict: What may be said of the true numbers; None unless both documents speak.
        change: New minus old printed number, in ``unit_measure``; None where ``direction`` is.
        shrunk: Whether a running count certainly fell, which only a new scope explains.
    """

    kind: Outcome
    sector: str
    indicator: str
    breakdown: str
    ref_area: str
    old: Observation | None
    new: Observation | None
    direction: Direction | None
    verdict: Verdict | None
    change: Decimal | None
    shrunk: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared; differences in the order of sectors and definitions."""

    old: str
    new: str
    differences: tuple[Difference, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many claims changed, stayed, are new and are no longer made."""
        kinds = Counter(difference.kind for difference in self.differences)
        return {str(kind): kinds[kind] for kind in Outcome}

    @property
    def by_sector(self) -> Mapping[str, tuple[Difference, ...]]:
        """The differences of each sector that has any, in the sectors' order."""
        sectors: dict[str, list[Difference]] = {}
        for difference in self.differences:
            sectors.setdefault(difference.sector, []).append(difference)
        return {sector: tuple(listed) for sector, listed in sectors.items()}


_Key = tuple[str, str, str, str]


def compare(
    catalog: Catalog,
    old: Iterable[Observation],
    new: Iterable[Observation],
    names: tuple[str, str] = ("", ""),
) -> Comparison:
    """Compare what two documents say.

    Args:
        catalog: For the order of sectors and indicators.
        old: The older document's observations.
        new: The newer document's.
        names: What to call the two.

    Returns:
        One difference for each indicator, breakdown and area that either document speaks of; more
        where a document gives several periods, which are paired by period, then from the latest.
    """
    sides: dict[_Key, tuple[list[Observation], list[Observation]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((old, new)):
        for row in rows:
            # What is aimed at is compared with what was aimed at, not with what came of it.
            key = row.indicator, row.breakdown, row.ref_area, row.obs_status.ahead
            sides[key][side].append(row)
    sectors = {sector: number for number, sector in enumerate(catalog.sectors)}
    order = {indicator: number for number, indicator in enumerate(catalog.indicators)}

    def place(key: _Key) -> tuple[int, int, str, bool, str, int]:
        first = (*sides[key][0], *sides[key][1])[0]
        return (
            sectors.get(first.sector, len(sectors)), order.get(key[0], len(order)), key[2],
            key[1] != TOTAL, key[3], first.line,
        )  # fmt: skip

    differences = [
        _difference(before, after)
        for key in sorted(sides, key=place)
        for before, after in _paired(*sides[key])
    ]
    return Comparison(*names, tuple(differences))


def _paired(
    old: list[Observation], new: list[Observation]
) -> list[tuple[Observation | None, Observation | None]]:
    """Pair the observations of one thing: those of one period, then the rest from the latest."""
    by_period = {row.time_period: row for row in old}
    pairs: list[tuple[Observation | None, Observation | None]] = []
    rest: list[Observation] = []
    for row in new:
        before = by_period.pop(row.time_period, None)
        if before is None:
            rest.append(row)
        else:
            pairs.append((before, row))
    left = sorted(by_period.values(), key=_end)
    rest.sort(key=_end)
    while left and rest:
        pairs.append((left.pop(), rest.pop()))
    pairs += [(row, None) for row in left]
    pairs += [(None, row) for row in rest]
    return sorted(pairs, key=lambda pair: _end(pair[1] or pair[0]))


def _end(row: Observation | None) -> date:
    return date.min if row is None else period_end(row.time_period)


def _difference(old: Observation | None, new: Observation | None) -> Difference:
    row = new or old
    if row is None:  # pragma: no cover - a pair has at least one side
        raise ValueError("nothing to compare")
    direction, change, outcome = None, None, None
    kind = Outcome.NEW if old is None else Outcome.DROPPED
    if old is not None and new is not None:
        kind = Outcome.UNCHANGED if _assertion(old) == _assertion(new) else Outcome.CHANGED
        outcome = verdict(old, new)
        if old.value is not None and new.value is not None:
            change = new.value - old.value
            direction = (
                Direction.UP if change > 0 else Direction.DOWN if change < 0 else Direction.SAME
            )
    return Difference(
        kind, row.sector, row.indicator, row.breakdown, row.ref_area, old, new, direction, outcome,
        change, row.measure_type is MeasureType.CUMULATIVE and outcome is Verdict.FALLEN,
    )  # fmt: skip


def _assertion(row: Observation) -> tuple[object, ...]:
    return (
        row.relation, row.value, row.lower, row.upper, row.lower_included, row.upper_included,
    )  # fmt: skip


def verdict(old: Observation, new: Observation) -> Verdict:
    """Return what the intervals of two observations allow to be said of their true numbers."""
    above = _beyond(new.lower, new.lower_included, old.upper, old.upper_included)
    below = _beyond(
        _minus(new.upper), new.upper_included, _minus(old.lower), old.lower_included
    )
    if above is None and below is None:
        return Verdict.OPEN
    if above is not None and below is not None:
        return Verdict.EQUAL
    if above is not None:
        return Verdict.RISEN if above else Verdict.NOT_FALLEN
    return Verdict.FALLEN if below else Verdict.NOT_RISEN


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.copy_negate()


def _beyond(
    lower: Decimal | None, lower_included: bool, upper: Decimal | None, upper_included: bool
) -> bool | None:
    """Return whether all from ``lower`` on is beyond all up to ``upper``.

    True if it is greater throughout, False if greater or equal, None if neither.
    """
    if lower is None or upper is None or lower < upper:
        return None
    return lower > upper or not (lower_included and upper_included)
