"""Which figure stands for an indicator, where several claims give one.

The one rule that every page, picture, slide, deck, export and data URL asks; the methodology page
prints it (`vintages.rule_sentences`). In this order, earlier steps deciding first:

1. The place that is looked at (`Catalog.home`) before others; a total before a part.
2. What was before what is expected, and that before what is aimed at.
3. The leading document's own figure before another's.
4. The figure whose period ends last: 2025-06 is later than 2025-Q1, and a year is as late as its end.
5. The precedence that ``evidence.yaml`` declares for claims of one period.

Where all that doesn't tell two apart, the one that comes first in the catalogue stands, and pictures
draw both in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.catalog.columns import fields
from indicators.evidence.vintages import order_documents
from indicators.figures.periods import period_end
from indicators.models import ObsStatus

R = TypeVar("R", bound=Observation | Mapping[Any, Any])
T = TypeVar("T")

_RANKED = ("ref_area", "obs_status", "document", "time_period")
"""What decides beside the breakdown, in the order of `_rank`'s arguments."""

_AHEAD = {ObsStatus.FORECAST.value: 1, ObsStatus.TARGET.value: 2}


def standing(catalog: Catalog, rows: Iterable[R]) -> R | None:
    """Return the row that stands among those of one indicator; None where there are none.

    Args:
        catalog: The catalogue: its leading document and its declared precedence.
        rows: Observations, or rows of the table as mappings; of one indicator, all of them or those
            of a selection.
    """
    home, leading = _home(catalog)
    best: tuple[object, ...] | None = None
    left: list[R] = []
    for row in rows:
        rank = _rank(
            *(_get(row, key) for key in ("breakdown", *_RANKED)), home=home, leading=leading
        )
        if best is None or rank < best:
            best, left = rank, [row]
        elif rank == best:
            left.append(row)
    if len(left) < 2:
        return left[0] if left else None
    return _first(catalog, left, [_get(row, "document") for row in left])


def standing_totals(
    catalog: Catalog, indicators: Collection[str] | None = None
) -> dict[str, int]:
    """Return where, among the catalogue's observations, each indicator's standing total is.

    Args:
        catalog: The catalogue.
        indicators: Which indicators; None for all.
    """
    wanted = catalog.indicators if indicators is None else indicators
    home, leading = _home(catalog)
    best: dict[str, tuple[object, ...]] = {}
    places: dict[str, list[int]] = {}
    ranks: dict[tuple[object, ...], tuple[object, ...]] = {}  # There are few, of a million rows.
    for place, (indicator, breakdown, area, status, document, period) in enumerate(
        fields(catalog.observations, "indicator", "breakdown", *_RANKED)
    ):
        if breakdown != TOTAL or indicator not in wanted:
            continue
        alike = area, status, document == leading, period
        rank = ranks.get(alike)
        if rank is None:
            rank = ranks[alike] = _rank(
                breakdown, area, status, document, period, home=home, leading=leading
            )
        before = best.get(indicator)
        if before is None or rank < before:
            best[indicator], places[indicator] = rank, [place]
        elif rank == before:
            places[indicator].append(place)
    return {
        indicator: left[0] if len(left) < 2 else _first(
            catalog, left, [catalog.observations[place].document for place in left]
        )
        for indicator, left in places.items()
    }


def place_of(catalog: Catalog, rows: Iterable[R]) -> str:
    """Return the place that a picture or a page of these rows speaks of: one, never several.

    Args:
        catalog: The catalogue.
        rows: Observations, or rows of the table as mappings; of one indicator or several.

    Returns:
        The code of the place that is looked at, if one of the rows is of it; else the place of the
        row that stands, and an empty text where there are none.
    """
    found = list(rows)
    if any(_get(row, "ref_area") == catalog.home for row in found):
        return catalog.home
    first = standing(catalog, found)
    return "" if first is None else _get(first, "ref_area")


def of_one_place(catalog: Catalog, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the place that `place_of` says, in their order.

    Of much data only the areas are looked at, unless the place that is looked at isn't among them.
    """
    own = rows[rows["ref_area"] == catalog.home]
    if len(own) or rows.empty:
        return own if len(own) < len(rows) else rows
    return rows[rows["ref_area"] == place_of(catalog, rows.to_dict("records"))]


def _home(catalog: Catalog) -> tuple[str, str]:
    """Return the place that is looked at, and the id of the document that leads there."""
    main = catalog.main_document
    return catalog.home, "" if main is None else main.document.id


def _first(catalog: Catalog, left: Sequence[T], documents: Sequence[str]) -> T:
    """Return of those that rank alike the first whose document the declared precedence puts first."""
    first = order_documents(catalog, documents, catalog.evidence.precedence)
    return next(one for one, document in zip(left, documents, strict=True) if document in first)


def overtaken(
    catalog: Catalog, rows: Iterable[Observation], among: Iterable[Observation]
) -> dict[Observation, Observation]:
    """Return what stands now in the place of older figures: by each of them, the newer one.

    A fact is overtaken by the one that stands for the same indicator, area and part, if it speaks
    of a later time, or of the same time in a later document. What is expected of a time, or aimed
    at by it, is overtaken by a later document's word on the same time only.

    Args:
        catalog: The catalogue.
        rows: The figures that are asked about; of any indicators.
        among: The catalogue's observations, or those of these indicators.
    """
    asked = list(rows)
    groups: dict[tuple[str, ...], list[Observation]] = {_topic(row): [] for row in asked}
    for row in among:
        group = groups.get(_topic(row))
        if group is not None:
            group.append(row)
    chosen = {topic: standing(catalog, group) for topic, group in groups.items()}
    found = {}
    for row in asked:
        newer = chosen[_topic(row)]
        if newer is not None and _age(catalog, newer) > _age(catalog, row):
            found[row] = newer
    return found


def _topic(row: Observation) -> tuple[str, ...]:
    ahead = row.obs_status.ahead
    return (row.indicator, row.ref_area, row.breakdown, ahead, row.time_period if ahead else "")


def _age(catalog: Catalog, row: Observation) -> tuple[date, date]:
    return period_end(row.time_period), catalog.documents[row.document].document.date.end


def _get(row: Observation | Mapping[Any, Any], key: str) -> str:
    return str(getattr(row, key) if isinstance(row, Observation) else row[key])


def _rank(
    breakdown: str, ref_area: str, status: str, document: str, period: str, *, home: str,
    leading: str,
) -> tuple[object, ...]:
    return (
        ref_area != home,
        breakdown != TOTAL,
        _AHEAD.get(str(status), 0),
        document != leading,
        -period_end(period).toordinal(),
    )
