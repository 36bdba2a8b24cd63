"""Claims as points in time: the day each is drawn at, and which of several goes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.evidence.guard import LEVELS
from indicators.evidence.vintages import vintages
from indicators.figures.periods import parse_period
from indicators.language.relations import End, end_of
from indicators.models import EvidenceFile, ObsStatus

GAP_DAYS: Final = 460
"""Two points further apart than this have a year between them for which nothing is given."""


@dataclass(frozen=True, slots=True)
class Point:
    """One claim in time.

    Attributes:
        row: The observation.
        when: The day it is drawn at.
        full: Whether it is drawn in full, or hollow because another claim goes first.
        role: What its document is to the leading one, by `Catalog.role_of`.
        reference: Its document's number in the list of sources.
        first: Whether the rule puts it first alone, so that the line goes through it.
        series: The line that it is on, where there are several.
    """

    row: Observation
    when: date
    full: bool
    role: str
    reference: int
    first: bool
    series: str = ""

    @property
    def main(self) -> bool:
        """Whether it is the leading document's."""
        return self.role == "leading"

    @property
    def ahead(self) -> bool:
        """Whether it hadn't happened when it was written: a forecast or a target."""
        return not self.row.obs_status.happened

    @property
    def target(self) -> bool:
        """Whether it is what someone meant to reach."""
        return self.row.obs_status is ObsStatus.TARGET

    @property
    def height(self) -> float:
        """The number it is drawn at: the printed one, or the middle of a range."""
        row = self.row
        if row.value is not None:
            return float(row.value)
        ends = [float(end) for end in (row.lower, row.upper) if end is not None]
        # Both ends are drawn; the middle only carries the label.
        return float(Fraction(max(ends))) if ends else 0.0

    @property
    def bound(self) -> bool:
        """Whether the figure is a bound, so that no line may claim to pass through it."""
        return end_of(str(self.row.relation)) not in (End.CLOSED, End.SOFT)


def when(row: Observation, catalog: Catalog) -> date:
    """Return the day a figure is drawn at.

    A level stands at the end of its period, but not later than its document: what was given on
    23 December isn't the state of the 31st. A flow stands in the middle of its period.
    """
    period = parse_period(row.time_period)
    if str(row.measure_type) not in LEVELS:
        return period.start + (period.end - period.start) / 2
    entry = catalog.documents.get(row.document)
    if entry is None or not row.obs_status.happened:
        return period.end
    return max(period.start, min(period.end, entry.document.date.end))


def points_of(
    catalog: Catalog, rows: Sequence[Observation], rule: EvidenceFile
) -> tuple[list[Point], list[str]]:
    """Return the points in order of time, and the documents in the order of their numbers."""
    groups = vintages(catalog, rows, rule)
    # The claims of one thing stand on one day, the latest that any of their documents allows.
    ordered = sorted(
        ((max(when(one, catalog) for one in vintage.first), row, vintage)
         for vintage in groups.values() for row in vintage.all),
        key=lambda found: (found[0], found[1] not in found[2].first),
    )
    documents = list(dict.fromkeys(row.document for _, row, _ in ordered))
    points = [
        Point(
            row, day, row in vintage.first, catalog.role_of(row.document),
            documents.index(row.document) + 1,
            row is vintage.first[0] and len(vintage.first) == 1,
        )
        for day, row, vintage in ordered
    ]
    return points, documents


def has_trend(rows: pd.DataFrame) -> bool:
    """Tell whether an indicator's totals are given for more than one period."""
    totals = rows[rows["breakdown"] == TOTAL]
    return bool(totals["time_period"].nunique() > 1)


def stretches(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Return the stretches of the lines: from each point that a line goes through to the next one of that line."""
    lines: dict[str, list[Point]] = {}
    for point in points:
        if point.first and not point.ahead:
            lines.setdefault(point.series, []).append(point)
    return [pair for line in lines.values() for pair in pairwise(line)]


def is_broken(one: Point, other: Point) -> bool:
    """Tell whether the stretch between two points is unknown: years missing, or a bound."""
    return one.bound or other.bound or (other.when - one.when).days > GAP_DAYS


def tick(year: int, *, level: bool) -> date:
    """Return the day at which a year is marked on an axis: a level's at its end, a flow's in its middle."""
    return date(year, 12, 31) if level else date(year, 7, 1)


def first_tick(first: date, *, level: bool) -> date:
    """Return the last such day that isn't after a first point."""
    own = tick(first.year, level=level)
    return own if own <= first else tick(first.year - 1, level=level)
