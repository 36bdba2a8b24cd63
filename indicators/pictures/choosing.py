"""From a chart's entry in a definition file to its picture: which figures, and in which order.

Nothing here knows an indicator's name; what to draw comes from the definition file, and what it
says from the table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.guard import may_share_axis
from indicators.evidence.standing import of_one_place, standing
from indicators.models import Chart, ChartKind, Indicator
from indicators.pictures.making import mark_of, picture_of, short_name
from indicators.pictures.picture import Kind, Mark, Picture

LONE: Final = frozenset({ChartKind.CARD, ChartKind.RANK})
"""Kinds of charts whose figures share no axis."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is drawn, of which observations."""

    catalog: Catalog
    table: pd.DataFrame
    chart: Chart
    lang: str

    def mark(
        self, row: dict[Any, Any], role: str, name: str = "", total: Mapping[Any, Any] | None = None
    ) -> Mark:
        return mark_of(self.catalog, row, self.lang, name=name, role=role, total=total)

    def total(self, indicator: str) -> dict[Any, Any] | None:
        """Return the total that stands for an indicator."""
        if indicator not in self.catalog.indicators:
            return None
        rows = self.table[(self.table["indicator"] == indicator) & (self.table["breakdown"] == TOTAL)]
        return standing(self.catalog, rows.to_dict("records"))

    def totals(self, indicators: Sequence[str], role: str) -> list[Mark]:
        rows = [self.total(indicator) for indicator in indicators]
        return [self.mark(row, role) for row in rows if row is not None]


def card_of(indicator: Indicator) -> Chart:
    """Return the chart that shows an indicator's figure alone, for which no entry is needed."""
    return Chart(
        id=f"figure_{indicator.id}", kind=ChartKind.CARD, title=indicator.name,
        indicators=(indicator.id,), breakdown=None, note=None, headline=None,
    )


def chart_picture(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str, *,
    most: Mapping[Kind, int] | None = None,
) -> Picture | None:
    """Return what a chart draws: bars, or cards where no common axis is allowed.

    Args:
        catalog: The catalogue.
        table: The observations, or those of a selection.
        chart: The chart's entry.
        lang: ``zh`` or ``en``.
        most: How many figures there is room for; what is left out is said to be.

    Returns:
        The picture; None if the table has nothing to draw.
    """
    # One place alone: beside a city's bar another's would be taken for its own.
    own = of_one_place(catalog, table[table["indicator"].isin(chart.indicators)])
    marks = _SELECT.get(chart.kind, _single)(_Task(catalog, own, chart, lang))
    if not marks:
        return None
    kind = Kind.BARS if chart.kind not in LONE and _one_axis(catalog, marks) else Kind.CARDS
    room = most[kind] if most is not None else len(marks)
    return picture_of(
        catalog, kind, marks[:room], chart.title.in_language(lang), lang,
        notes=[chart.note.in_language(lang)] if chart.note is not None else [],
        more=max(0, len(marks) - room),
    )


def longest_first(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks in the order of their length."""
    return sorted(marks, key=lambda mark: -mark.high)


def _single(task: _Task) -> list[Mark]:
    """One figure for each indicator."""
    return task.totals(task.chart.indicators, "single")


def _beside(task: _Task) -> list[Mark]:
    return longest_first(_single(task))


def _with_subset(task: _Task) -> list[Mark]:
    marks: list[Mark] = []
    prefix = "of which: " if task.lang == "en" else "其中："
    for index, indicator in enumerate(task.chart.indicators):
        row = task.total(indicator)
        if row is None:
            continue
        if index == 0:
            marks.append(task.mark(row, "whole"))
            continue
        name = short_name(task.catalog, indicator, task.lang)
        if not name.lower().startswith(prefix[:-1].rstrip(":")):
            name = prefix + name
        marks.append(task.mark(row, "part", name))
    return marks[:1] + longest_first(marks[1:])


def _with_parts(task: _Task) -> list[Mark]:
    first, breakdown = task.chart.indicators[0], task.chart.breakdown
    total = task.total(first)
    if breakdown is None:
        rest = task.totals(task.chart.indicators[1:], "part")
        return ([] if total is None else [task.mark(total, "whole")]) + longest_first(rest)
    marks = []
    if total is not None:
        # The title names the indicator; what the parts are parts of is the place.
        area = task.catalog.areas.get(str(total["ref_area"]))
        marks = [task.mark(total, "whole", area.name.in_language(task.lang) if area else "")]
    if breakdown not in task.catalog.breakdowns or first not in task.catalog.indicators:
        return marks
    rows = task.table[task.table["indicator"] == first]
    if total is not None:
        # Parts of another date or document are not parts of this total.
        same = (rows["document"] == total["document"]) & (rows["time_period"] == total["time_period"])
        rows = rows[same]
    parts = []
    for code in task.catalog.breakdowns[breakdown].codes:
        own = rows[rows["breakdown"] == f"{breakdown}={code.id}"]
        row = standing(task.catalog, own.to_dict("records"))
        if row is not None:
            parts.append(task.mark(row, "part", code.name.in_language(task.lang), total))
    return marks + longest_first(parts)


def _one_axis(catalog: Catalog, marks: Sequence[Mark]) -> bool:
    """Tell whether the marks may share an axis that begins at zero."""
    if any(mark.low < 0 or not math.isfinite(mark.high) for mark in marks):
        return False
    return max(mark.high for mark in marks) > 0 and (
        may_share_axis(catalog, [mark.row for mark in marks]).allowed
    )


_SELECT: Final[dict[ChartKind, Callable[[_Task], list[Mark]]]] = {
    ChartKind.TOTAL_WITH_PARTS: _with_parts,
    ChartKind.WHOLE_WITH_SUBSET: _with_subset,
    ChartKind.SIDE_BY_SIDE: _beside,
}
