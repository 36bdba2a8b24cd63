"""What all pages of a site are made from, found once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from indicators.catalog import Catalog, Observation
from indicators.derived import Measures
from indicators.edition import Edition
from indicators.evidence.contradictions import Contradiction
from indicators.evidence.judging import Judgement, judge
from indicators.evidence.recalculation import Check
from indicators.evidence.standing import standing_totals
from indicators.table.selection import kept_positions


@dataclass(frozen=True)
class Board:
    """An edition's catalogue and table.

    Attributes:
        edition: The edition.
        catalog: What its source says.
        table: Its observations.
    """

    edition: Edition
    catalog: Catalog
    table: pd.DataFrame

    @cached_property
    def standing(self) -> dict[str, int]:
        """The place of the figure that stands for each indicator."""
        return dict(standing_totals(self.catalog))

    def latest(self, indicator: str) -> dict[Any, Any] | None:
        """Return the row that stands for an indicator; None if it has no total."""
        place = self.standing.get(indicator)
        return None if place is None else self.table.iloc[place].to_dict()

    def latest_here(self, indicator: str) -> dict[Any, Any] | None:
        """Return the row that stands for an indicator, if it is of the place that the site is of."""
        row = self.latest(indicator)
        return row if row is not None and self.catalog.is_home(str(row["ref_area"])) else None

    def places_of(self, column: str, value: str) -> list[int]:
        """Return where the rows with a value stand."""
        return [int(place) for place in kept_positions(self.table).of(column).get(value, ())]

    def rows_of(self, column: str, value: str) -> pd.DataFrame:
        """Return the rows with a value."""
        return self.table.take(self.places_of(column, value))

    def observations_of(self, column: str, value: str) -> list[Observation]:
        """Return the observations with a value."""
        return [self.catalog.observations[place] for place in self.places_of(column, value)]

    def leading_first(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows with those of the leading document first."""
        others = [not self.catalog.is_leading(str(name)) for name in rows["document"]]
        order = sorted(range(len(rows)), key=others.__getitem__)
        return rows.take(order)

    @cached_property
    def measures(self) -> Measures:
        """What follows from the figures, by indicator and place."""
        return Measures(self.catalog)

    @cached_property
    def judged(self) -> Judgement:
        """What follows from all figures together."""
        return judge(self.catalog)

    @cached_property
    def _checks(self) -> dict[str, list[Check]]:
        return _by_indicator((check, check.rows) for check in self.judged.checks)

    @cached_property
    def _against(self) -> dict[str, list[Contradiction]]:
        return _by_indicator((one, one.rows) for one in self.judged.side_by_side)

    def checks_of(self, indicator: str) -> Sequence[Check]:
        """Return the checks that an indicator has a part in."""
        return self._checks.get(indicator, ())

    def against_of(self, indicator: str) -> Sequence[Contradiction]:
        """Return what stands against an indicator's figures."""
        return self._against.get(indicator, ())


def _by_indicator(found: Iterable[tuple[Any, Iterable[Observation]]]) -> dict[str, list[Any]]:
    """Return what was found of several figures by each of their indicators."""
    listed: dict[str, list[Any]] = {}
    for one, rows in found:
        for name in dict.fromkeys(row.indicator for row in rows):
            listed.setdefault(name, []).append(one)
    return listed
