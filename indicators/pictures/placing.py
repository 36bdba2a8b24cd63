"""One indicator at several places as a picture: a bar for each place, the place that is looked at in colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.catalog.places import short_area
from indicators.pictures.choosing import longest_first
from indicators.pictures.making import mark_of, picture_of
from indicators.pictures.picture import Kind, Mark, Picture

MOST: Final = 20
"""So many bars a reader still takes in; of more, the longest and the shortest are drawn, and one's own."""


def places_picture(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], own: str, lang: str, *, most: int = MOST
) -> Picture:
    """Return the picture of one indicator's figures at several places.

    Args:
        catalog: The catalogue.
        rows: A row of the table for each place, of one indicator and `is_drawable`; at least one.
        own: The place that is looked at, by code; it is drawn in colour and never left out.
        lang: ``zh`` or ``en``.
        most: How many bars there is room for; what is left out is said to be.
    """
    marks = longest_first([_mark(catalog, row, own, lang) for row in rows])
    shown = _some(marks, own, most)
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


def _some(marks: Sequence[Mark], own: str, most: int) -> list[Mark]:
    """Return the first and the last of many, and the place that is looked at."""
    if len(marks) <= most:
        return list(marks)
    half = most // 2
    kept = {*range(half), *range(len(marks) - (most - half), len(marks))}
    kept |= {at for at, mark in enumerate(marks) if mark.row["ref_area"] == own}
    return [mark for at, mark in enumerate(marks) if at in kept]
