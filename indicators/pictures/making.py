"""From observations to a picture: each row a mark, and what is said above and beneath them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import hold_of
from indicators.evidence.guard import may_share_axis
from indicators.language import text
from indicators.language.attribution import attribution
from indicators.language.releasing import not_held_against
from indicators.language.sentences import caption, sentence, total_of
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.table.codes import code_of


def short_name(catalog: Catalog, indicator: str, lang: str) -> str:
    """Return an indicator's short name, or its name."""
    entry = catalog.indicators[indicator]
    return (entry.short or entry.name).in_language(lang)


def mark_of(
    catalog: Catalog, row: Mapping[Any, Any], lang: str, *, name: str = "", role: str = "single",
    total: Mapping[Any, Any] | None = None,
) -> Mark:
    """Return an observation as a picture shows it.

    Args:
        catalog: The catalogue.
        row: A row of the table.
        lang: ``zh`` or ``en``.
        name: What it is called in the picture; its indicator's short name by default.
        role: ``whole``, ``part`` or ``single``.
        total: The whole that it may be a part of, for its sentence.
    """
    part = total is not None and row["breakdown"] != TOTAL
    ends = ("lower", "upper") if row["relation"] == "between" else ("obs_value", "obs_value")
    low, high = (float(row[end]) for end in ends)
    return Mark(
        row=row,
        name=name or short_name(catalog, str(row["indicator"]), lang),
        parts=text.set_apart(text.number_text(row, catalog, lang), row, lang),
        role=role,
        context=not catalog.is_leading(str(row["document"])),
        whose=attribution(catalog, row, lang),
        period=text.row_period(row, lang),
        code=code_of(row),
        sentence=sentence(row, catalog, lang, total_of(row, [total]) if part and total else None),
        definition=catalog.indicators[row["indicator"]].definition.in_language(lang),
        low=low if row["relation"] == "between" else min(low, 0.0),
        high=high,
    )


def picture_of(
    catalog: Catalog, kind: Kind, marks: Sequence[Mark], title: str, lang: str, *,
    notes: Sequence[str] = (), more: int = 0, unit: str = "", compared: bool = True,
) -> Picture:
    """Return a picture of marks that stand beside each other.

    Args:
        catalog: The catalogue.
        kind: What the marks are.
        marks: The figures, at least one, in their order.
        title: What the picture shows.
        lang: ``zh`` or ``en``.
        notes: What has to be said beneath.
        more: How many figures there is no room for.
        unit: The unit that is drawn, if not the indicators' own.
        compared: Whether the figures stand beside each other to be compared, so that what speaks
            against it has to be said; a sector's key figures don't.
    """
    english = lang == "en"
    minded = may_share_axis(catalog, [mark.row for mark in marks]).notes if compared else ()
    said = [*notes, *(caption(mark.row, catalog, lang) for mark in marks)]
    rest = f"{more} more in the data" if english else f"另有{more}项见数据表"
    # A figure that stands alone has its date beneath it.
    shared = kind is Kind.BARS or len(marks) > 1
    return Picture(
        kind=kind,
        title=title,
        unit=_unit(catalog, marks, lang, unit) if kind is Kind.BARS else "",
        period=_common([mark.period for mark in marks]) if shared else "",
        area=area_name(catalog, marks, lang),
        marks=tuple(marks),
        notes=tuple(note for note in dict.fromkeys([*said, rest if more else ""]) if note),
        cautions=tuple(
            note.sentence(lang) for note in minded if note.code in ("dates", "forecast")
        ),
        sources=sources_of(catalog, marks, lang),
        lang=lang,
        hold=hold_of(catalog, [mark.row for mark in marks]),
        unheld=not_held_against(catalog, [mark.row for mark in marks], lang),
    )


def _common(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""


def _unit(catalog: Catalog, marks: Sequence[Mark], lang: str, drawn: str) -> str:
    """Return the unit of an axis: its label where all have the same, else its name."""
    first = str(marks[0].row["indicator"])
    label = _common([text.unit_label(str(mark.row["indicator"]), catalog, lang) for mark in marks])
    name = catalog.units[catalog.indicators[first].unit].name.in_language(lang)
    return unit_text(drawn or label or name, lang)


def unit_text(label: str, lang: str) -> str:
    """Return a unit with the word for it, as it stands in a subtitle."""
    return f"Unit: {label}" if lang == "en" else f"单位：{label}"


def area_name(catalog: Catalog, marks: Sequence[Mark], lang: str) -> str:
    """Return the area that all marks speak of; nothing if there are several."""
    area = catalog.areas.get(_common([str(mark.row["ref_area"]) for mark in marks]))
    return area.name.in_language(lang) if area else ""


def sources_of(catalog: Catalog, marks: Sequence[Mark], lang: str) -> tuple[str, ...]:
    """Return what is cited, a text for each document: producer, number, sections, date."""
    sections: dict[str, list[str]] = {}
    for mark in marks:
        sections.setdefault(str(mark.row["document"]), []).append(str(mark.row["section"]))
    return tuple(
        " · ".join((
            text.cited_document(catalog, document, found, lang),
            text.period_text(catalog.documents[document].document.date.isoformat(), lang),
        ))
        for document, found in sections.items()
    )
