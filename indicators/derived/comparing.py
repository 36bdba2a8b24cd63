"""All places beside each other: sorted, those of other dates apart, those without a figure named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.catalog import Catalog
from indicators.catalog.places import peers_of
from indicators.derived.values import Refusal, Value
from indicators.evidence.intervals import Order, compare
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
    def by_place(self) -> dict[str, Value]:
        """The values by place."""
        return {value.place: value for value in self.values}

    def rank_of(self, place: str) -> Rank | None:
        """Return where a place stands among those of its level that have a value.

        Bounds leave ranks open: only what is certainly greater stands before it, and only what is
        certainly less behind it. The first has most; None where the place has no value.
        """
        own = self.by_place.get(place)
        if own is None:
            return None
        peers = set(peers_of(self.catalog.areas, place))
        others = [value for value in self.values if value.place in peers and value.place != place]
        orders = [compare(value.interval, own.interval) for value in others]
        ahead = orders.count(Order.GREATER)
        behind = orders.count(Order.LESS)
        level = orders.count(Order.EQUAL)  # of equal ones each has the better rank
        return Rank(1 + ahead, 1 + len(others) - behind - level, 1 + len(others))


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
