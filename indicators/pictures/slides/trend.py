"""A trend as a slide: a bar for each period, in the order of time, with every document named.

Bars from zero say no more than the figures do: no line leads through a gap, past a bound or from
one document's count to another's.
"""

from __future__ import annotations

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.declared import declared_in
from indicators.evidence.guard import may_share_axis
from indicators.evidence.vintages import trust_words
from indicators.language.marks import with_marks
from indicators.language.sentences import sentence, title_case
from indicators.language.text import cited_document, period_text, unit_label
from indicators.pictures.charts.dated import Point, has_trend, points_of
from indicators.pictures.slides.model import MOST_BARS, Slide, SlideFigure, clean, figure_of
from indicators.table.rows import as_observation, as_row


def trend_slide(
    catalog: Catalog, rows: pd.DataFrame, lang: str, *, key: str = "", title: str = ""
) -> Slide | None:
    """Return an indicator's totals over time as a slide.

    Args:
        catalog: The catalogue.
        rows: The indicator's rows of the table.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.

    Returns:
        The slide, with the newest figures if there are more than twelve; None if there is but one
        period, or if the figures may not share an axis.
    """
    if not has_trend(rows):
        return None
    found = [as_observation(row) for row in rows[rows["breakdown"] == TOTAL].to_dict("records")]
    if len({row.ref_area for row in found}) > 1 or not may_share_axis(catalog, found).allowed:
        return None
    points, _ = points_of(catalog, found, declared_in(catalog).content)
    points = [point for point in points if point.first]
    more = max(0, len(points) - MOST_BARS)
    points = points[more:]
    if not points or not all(point.height > 0 for point in points):
        return None
    documents = list(dict.fromkeys(point.row.document for point in points))
    figures = tuple(_figure(catalog, point, documents, lang) for point in points)
    known = [point for point in points if not point.ahead] or points
    said = sentence(as_row(known[-1].row), catalog, lang).rstrip("。.")
    rest = f"{more} older ones in the data" if lang == "en" else f"另有{more}个更早的数字见数据表"
    return Slide(
        key=key, kind="trend", title=clean(title) or said,
        subtitle=_subtitle(catalog, points, lang), figures=figures, note=rest if more else "",
        sources=(_sources(catalog, points, documents, lang),), lang=lang,
        cleared=all(str(point.row.clearance) == "cleared" for point in points),
    )


def _figure(catalog: Catalog, point: Point, documents: list[str], lang: str) -> SlideFigure:
    period = title_case(period_text(point.row.time_period, lang))
    name = f"{period} [{documents.index(point.row.document) + 1}]"
    row = as_row(point.row)
    return figure_of(catalog, row, lang, name=with_marks(name, row, lang))


def _subtitle(catalog: Catalog, points: list[Point], lang: str) -> str:
    row = points[0].row
    label = unit_label(row.indicator, catalog, lang)
    first, last = (period_text(points[place].row.time_period, lang) for place in (0, -1))
    area = catalog.areas.get(row.ref_area)
    name = catalog.indicators[row.indicator].name.in_language(lang)
    parts = (
        [f"{name}, {first} to {last}", f"Unit: {label}"] if lang == "en"
        else [f"{name}，{first}至{last}", f"单位：{label}"]
    )
    return " · ".join([*parts, area.name.in_language(lang)] if area else parts)


def _sources(
    catalog: Catalog, points: list[Point], documents: list[str], lang: str
) -> str:
    """Return all documents in one line, numbered as the bars' names are."""
    lines = []
    for number, document in enumerate(documents, 1):
        entry = catalog.documents[document].document
        sections = [point.row.section for point in points if point.row.document == document]
        line = cited_document(catalog, document, sections, lang)
        day = period_text(entry.date.isoformat(), lang)
        lines.append(f"[{number}] {line} · {day} · {trust_words(entry.trust, lang)}")
    return ("Sources: " if lang == "en" else "来源：") + ("; " if lang == "en" else "；").join(lines)
