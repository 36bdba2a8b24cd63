"""How old each indicator's newest figure is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indicators.catalog import Observation
from indicators.figures.periods import PeriodError, parse_period


@dataclass(frozen=True, slots=True)
class Age:
    """The newest figure of an indicator and the whole months since its period ended.

    Attributes:
        row: The figure.
        months: Whole months; -1 where the period isn't over yet.
    """

    row: Observation
    months: int


def ages(rows: Iterable[Observation], today: date) -> list[Age]:
    """Return the age of each indicator's newest figure, the oldest first.

    Forecasts and targets don't count.
    """
    newest: dict[str, tuple[date, Observation]] = {}
    for row in rows:
        if not row.obs_status.happened:
            continue
        try:
            end = parse_period(row.time_period).end
        except PeriodError:
            continue
        if row.indicator not in newest or end > newest[row.indicator][0]:
            newest[row.indicator] = (end, row)
    found = [Age(row, months_since(end, today)) for end, row in newest.values()]
    return sorted(found, key=lambda age: -age.months)


def months_since(end: date, today: date) -> int:
    """Return the whole months from a day to another; -1 if it is still to come."""
    if end > today:
        return -1
    months = (today.year - end.year) * 12 + today.month - end.month
    return months - (today.day < end.day)
