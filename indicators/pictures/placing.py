"""One indicator at several places as a picture: a bar for each place, the place that is looked at in colour."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.catalog.area_codes import level_of
from indicators.catalog.places import peers_of, short_area
from indicators.derived import Compared
from indicators.derived.measuring import YEAR
from indicators.figures.periods import is_period
from indicators.models import MeasureType
from indicators.pictures.choosing import longest_first
from indicators.pictures.comparing import is_drawable
from indicators.pictures.making import mark_of, picture_of
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.table.rows import as_row

MOST: Final = 20
"""So many bars a reader still takes in; of more, the longest and the shortest are drawn, and the chosen ones."""
MOST_MONTHS: Final = 240
MOST_CHOSEN: Final = 10


@dataclass(frozen=True, slots=True)
class Placing:
    """Which figures of other places may stand beside one's own.

    Attributes:
        near: The period that is looked at; empty for the newest.
        within: How many months the ends of their periods may lie from it.
        chosen: Places that are drawn in any case, by code.
    """

    near: str = ""
    within: int = YEAR
    chosen: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """How an entry of a deck says it: ``:2023:0``, ``::36:440300+330100``; nothing as it opens."""
        parts = [self.near, "" if self.within == YEAR else str(self.within), "+".join(self.chosen)]
        while parts and not parts[-1]:
            parts.pop()
        return "".join(f":{part}" for part in parts)


def parse_placing(text: str, catalog: Catalog) -> Placing | None:
    """Return what an entry of a deck says after ``PLACES``; None where it isn't understood."""
    if not text:
        return Placing()
    parts = text.removeprefix(":").split(":")
    near, within, chosen = (*parts, "", "", "")[:3]
    codes = tuple(chosen.split("+")) if chosen else ()
    if not text.startswith(":") or len(parts) > 3 or (near and not is_period(near)):
        return None
    if within and not (re.fullmatch(r"[0-9]{1,3}", within) and int(within) <= MOST_MONTHS):
        return None
    if len(codes) > MOST_CHOSEN or any(code not in catalog.areas for code in codes):
        return None
    return Placing(near, int(within) if within else YEAR, codes)


def beside(catalog: Catalog, compared: Compared, own: str) -> list[dict[Any, Any]]:
    """Return the rows of an indicator that may stand beside each other: cities beside cities.

    The nation stands among them where it is an average: a rate or a share.
    """
    indicator = catalog.indicators[compared.name]
    rate = indicator.measure_type is MeasureType.SHARE or catalog.units[indicator.unit].kind == "rate"
    peers = set(peers_of(catalog.areas, own))

    def stands(place: str) -> bool:
        return place in peers or (rate and place in catalog.areas and level_of(catalog.areas[place]) == "nation")

    rows = [as_row(value.inputs[0]) for value in compared.values if stands(value.place)]
    return [row for row in rows if is_drawable(row)]


def places_picture(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], own: str, lang: str, *, most: int = MOST,
    chosen: Collection[str] = (),
) -> Picture:
    """Return the picture of one indicator's figures at several places.

    Args:
        catalog: The catalogue.
        rows: A row of the table for each place, of one indicator and `is_drawable`; at least one.
        own: The place that is looked at, by code; it is drawn in colour and never left out.
        lang: ``zh`` or ``en``.
        most: How many bars there is room for; what is left out is said to be.
        chosen: Further places that are never left out.
    """
    marks = longest_first([_mark(catalog, row, own, lang) for row in rows])
    shown = some_of(marks, {own, *chosen}, most)
    ranks = any(row["measure_type"] == "rank" for row in rows)
    # The first is the best: a longer bar for a worse rank would mislead. And all at zero is no bar.
    kind = Kind.CARDS if ranks or marks[0].high <= 0 else Kind.BARS
    name = catalog.indicators[str(rows[0]["indicator"])].name.in_language(lang)
    title = f"{name}, by place" if lang == "en" else f"{name}：各地"
    return picture_of(catalog, kind, shown, title, lang, more=len(marks) - len(shown))


def _mark(catalog: Catalog, row: Mapping[Any, Any], own: str, lang: str) -> Mark:
    place = str(row["ref_area"])
    # Which document it is stands among the sources: beside a bar stand the place and its own date.
    made = mark_of(catalog, row, lang, name=short_area(catalog.areas, place, lang))
    return replace(made, context=place != own, whose="")


def some_of(marks: Sequence[Mark], kept: Collection[str], most: int) -> list[Mark]:
    """Return the first and the last of many, and the places that were asked for."""
    if len(marks) <= most:
        return list(marks)
    wanted = {at for at, mark in enumerate(marks) if mark.row["ref_area"] in kept}
    half = most // 2
    ends = [*range(half), *range(len(marks) - (most - half), len(marks))]
    return [mark for at, mark in enumerate(marks) if at in wanted.union(ends)]
