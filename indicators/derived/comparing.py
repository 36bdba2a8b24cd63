"""All places beside each other: sorted, those of other dates apart, those without a figure named."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from indicators.catalog import Catalog
from indicators.catalog.area_codes import MUNICIPALITIES, level_of
from indicators.catalog.places import peers_of
from indicators.derived.values import Refusal, Value
from indicators.evidence.intervals import Interval
from indicators.figures.periods import period_end


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a place certainly stands: no better than ``best``, no worse than ``worst``, of ``of``."""

    best: int
    worst: int
    of: int

    @property
    def certain(self) -> bool:
        """Whether the figures allow one rank only."""
        return self.best == self.worst


class _Ends:
    """The ends of many intervals, in their order, so that a rank needn't look at each of them.

    An open lower end lies above its number and an open upper end below it. Of a soft interval
    nothing is certain.
    """

    def __init__(self, found: Sequence[Interval]) -> None:
        firm = [one for one in found if not one.soft]
        self._count = len(found)
        self._lower = sorted(_low(one) for one in firm)
        self._upper = sorted(_high(one) for one in firm)
        self._points = Counter(one.lower for one in firm if one.is_point)

    def rank(self, own: Interval) -> Rank:
        """Return the rank of an interval that is one of them."""
        if own.soft:
            return Rank(1, self._count, self._count)
        ahead = len(self._lower) - bisect_right(self._lower, _high(own))
        behind = bisect_left(self._upper, _low(own))
        # Of equal ones each has the better rank.
        level = self._points[own.lower] - 1 if own.is_point else 0
        return Rank(1 + ahead, self._count - behind - level, self._count)


def _low(one: Interval) -> tuple[float | Fraction, int]:
    return (-math.inf, 0) if one.lower is None else (one.lower, 0 if one.lower_included else 1)


def _high(one: Interval) -> tuple[float | Fraction, int]:
    return (math.inf, 0) if one.upper is None else (one.upper, 0 if one.upper_included else -1)


@dataclass(frozen=True)
class Compared:
    """An indicator or a measure of all places.

    Attributes:
        name: The indicator's code, or the measure's id.
        values: The values whose dates may stand beside each other, the largest first.
        apart: Those whose dates lie further from them than the reader allows, the newest first.
        refused: The places at which nothing follows though they have a figure, with the reason.
        missing: The places without any figure, by code.
    """

    catalog: Catalog
    name: str
    values: tuple[Value, ...]
    apart: tuple[Value, ...]
    refused: tuple[Refusal, ...]
    missing: tuple[str, ...]

    @cached_property
    def _sorted(self) -> dict[str, _Ends]:
        return {}

    @cached_property
    def by_place(self) -> dict[str, Value]:
        """The values by place."""
        return {value.place: value for value in self.values}

    def rank_of(self, place: str) -> Rank | None:
        """Return where a place stands among those of its level that have a value.

        Bounds leave ranks open: only what is certainly greater stands before it, and only what is
        certainly less behind it. The first has most; None where the place has no value.
        """
        own = self.by_place.get(place)
        return None if own is None else self._ends_of(place).rank(own.interval)

    def _ends_of(self, place: str) -> _Ends:
        """Return the ends of the intervals of a place's peers, sorted once for all of its level."""
        area = self.catalog.areas[place]
        key = place if place in MUNICIPALITIES else level_of(area)
        if key not in self._sorted:
            peers = set(peers_of(self.catalog.areas, place))
            self._sorted[key] = _Ends([one.interval for one in self.values if one.place in peers])
        return self._sorted[key]


def compare_places(
    catalog: Catalog, name: str, found: Sequence[Value | Refusal], near: str | None, within: int
) -> Compared:
    """Return what was found at places, sorted and parted by their dates.

    Args:
        catalog: The catalogue.
        name: The indicator or measure.
        found: A value or a refusal for each place.
        near: The period that the dates are held against; None for the newest.
        within: How many months they may lie from it.
    """
    values = [one for one in found if isinstance(one, Value)]
    ends = {value.place: period_end(value.inputs[-1 if value.measure is None else 0].time_period) for value in values}
    at = period_end(near) if near is not None else max(ends.values(), default=None)
    beside = [
        value for value in values
        if at is not None
        and abs((ends[value.place].year - at.year) * 12 + ends[value.place].month - at.month) <= within
    ]
    places = {value.place for value in beside}
    refusals = [one for one in found if isinstance(one, Refusal)]
    return Compared(
        catalog, name,
        tuple(sorted(beside, key=lambda value: value.height, reverse=True)),
        tuple(sorted(
            (value for value in values if value.place not in places),
            key=lambda value: ends[value.place], reverse=True,
        )),
        tuple(one for one in refusals if one.code != "no-figure"),
        tuple(one.place for one in refusals if one.code == "no-figure"),
    )
