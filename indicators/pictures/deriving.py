"""A derived measure at several places as a picture: said to be derived, with the codes of all it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.catalog.places import short_area
from indicators.catalog.release import hold_of
from indicators.derived import Compared, Value, text_of, working
from indicators.language.releasing import not_held_against
from indicators.language.text import FigureParts
from indicators.pictures.choosing import longest_first
from indicators.pictures.making import mark_of, sources_of, unit_text
from indicators.pictures.picture import OVER, Kind, Mark, Picture
from indicators.pictures.placing import MOST, some_of
from indicators.table.rows import as_row

_SAID: Final = (
    "算出来的，没有文件这样印。", "Derived; no document prints it.",
)


def derived_picture(
    catalog: Catalog, compared: Compared, own: str, lang: str, *, most: int = MOST, chosen: Collection[str] = ()
) -> Picture | None:
    """Return the picture of a measure's values: bounds as bounds, the place that is looked at in colour.

    Args:
        catalog: The catalogue.
        compared: The measure's values; those of dates too far apart are left out.
        own: The place that is looked at, by code.
        lang: ``zh`` or ``en``.
        most: How many bars there is room for; what is left out is said to be.
        chosen: Places that are never left out.

    Returns:
        The picture; None where fewer than two places have a value, or one that no bar can show.
    """
    entry = catalog.derived[compared.name]
    values = [value for value in compared.values if value.height >= 0]
    if entry.kind == "growth" or len(values) < 2 or max(value.height for value in values) <= 0:
        return None
    marks = longest_first([_mark(catalog, value, own, lang) for value in values])
    shown = some_of(marks, {own, *chosen}, most)
    english = lang == "en"
    inputs = [one for mark in marks for one in mark.inputs]
    more = len(marks) - len(shown)
    rest = f"{more} more in the table" if english else f"另有{more}个见表"
    label = catalog.units[entry.unit].label.in_language(lang)
    return Picture(
        kind=Kind.BARS, title=entry.name.in_language(lang), unit=unit_text(label, lang), period="", area="",
        marks=tuple(shown), notes=(_SAID[english], *((rest,) if more else ())), cautions=(),
        sources=sources_of(catalog, inputs, lang), lang=lang,
        hold=hold_of(catalog, [mark.row for mark in inputs]),
        unheld=not_held_against(catalog, [mark.row for mark in inputs], lang),
    )


def _mark(catalog: Catalog, value: Value, own: str, lang: str) -> Mark:
    """Return a value as a mark: its row is the numerator's, with the value's own ends and bound."""
    row: Mapping[Any, Any] = as_row(value.inputs[0])
    relation, height = bound_of_value(value), float(value.height)
    made = mark_of(catalog, row, lang, name=short_area(catalog.areas, value.place, lang))
    said = text_of(value, lang)
    return replace(
        made, row={**row, "relation": relation, "obs_value": height}, parts=FigureParts("", said, ""), whose="",
        code=OVER.join(value.codes), context=value.place != own, high=height,
        low=float(value.printed.lower or 0) if relation == "between" else 0.0,
        measure=value.measure.id if value.measure is not None else "",
        inputs=tuple(mark_of(catalog, as_row(row), lang) for row in value.inputs),
        sentence=f"{made.name}: {working(catalog, value, lang)[0]}. " if lang == "en"
        else f"{made.name}：{working(catalog, value, lang)[0]}。",
    )


def bound_of_value(value: Value) -> str:
    """Return which bound a bar or a point shows, as a relation."""
    found = value.printed
    if value.interval.soft:
        return "about"
    if found.upper is None:
        return "at_least"
    return "equal" if found.is_point else "between" if found.lower else "at_most"
