"""An indicator's figures over time as a picture: every document's claims, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import hold_of
from indicators.evidence.guard import may_share_axis
from indicators.evidence.standing import of_one_place
from indicators.evidence.vintages import trust_words
from indicators.language.sentences import sentence, title_case
from indicators.language.text import period_text, unit_label
from indicators.models import EvidenceFile
from indicators.pictures.dated import Point, points_of
from indicators.pictures.making import area_name, mark_of, sources_of, unit_text
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.table.rows import as_observation, as_row

MOST_POINTS: Final = 400


def trend_picture(
    catalog: Catalog, rows: pd.DataFrame, rule: EvidenceFile, lang: str, *, most: int | None = None
) -> Picture | None:
    """Return an indicator's totals over time.

    Args:
        catalog: The catalogue.
        rows: The indicator's rows of the table; those of one place are drawn (`of_one_place`).
        rule: Which claim is drawn in full.
        lang: ``zh`` or ``en``.
        most: How many bars there is room for: the newest of those that go first by the rule. None
            for all claims, up to `MOST_POINTS`.

    Returns:
        The picture; None if there is nothing to draw from zero, or if the rows may not share an axis.
    """
    totals = of_one_place(catalog, rows[rows["breakdown"] == TOTAL])
    found = [as_observation(row) for row in totals.head(MOST_POINTS).to_dict("records")]
    if not found or len({row.indicator for row in found}) > 1 or not may_share_axis(catalog, found).allowed:
        return None
    points, _ = points_of(catalog, found, rule)
    more = max(0, len(totals) - MOST_POINTS)
    if most is not None:
        points = [point for point in points if point.first]
        more = max(0, len(points) - most)
        points = points[more:]
    heights = [point.height for point in points]
    if not heights or min(heights) < 0 or max(heights) <= 0:
        return None
    documents = list(dict.fromkeys(point.row.document for point in points))
    marks = tuple(_mark(catalog, point, documents, lang) for point in points)
    older = most is not None
    rest = (
        f"{more} {'older ones' if older else 'more'} in the data" if lang == "en"
        else f"另有{more}个{'更早的数字' if older else ''}见数据表"
    )
    return Picture(
        kind=Kind.TREND, title=_title(catalog, points, lang),
        unit=unit_text(unit_label(points[0].row.indicator, catalog, lang), lang), period="",
        area=area_name(catalog, marks, lang), marks=marks, notes=(rest,) if more else (), cautions=(),
        sources=numbered_sources(catalog, marks, documents, lang), lang=lang,
        hold=hold_of(catalog, [mark.row for mark in marks]),
    )


def _title(catalog: Catalog, points: list[Point], lang: str) -> str:
    name = catalog.indicators[points[0].row.indicator].name.in_language(lang)
    first, last = (period_text(points[place].row.time_period, lang) for place in (0, -1))
    return f"{name}, {first} to {last}" if lang == "en" else f"{name}，{first}至{last}"


def _mark(catalog: Catalog, point: Point, documents: list[str], lang: str) -> Mark:
    """Return a point as a mark, called by its period and its document's number in the list."""
    number = documents.index(point.row.document) + 1
    mark = mark_of(catalog, as_row(point.row), lang)
    return replace(
        mark, name=f"{title_case(mark.period)} [{number}]", number=number, point=point,
        high=mark.high if mark.relation == "between" else point.height,
        sentence=_sentence(catalog, mark, lang),
    )


def _sentence(catalog: Catalog, mark: Mark, lang: str) -> str:
    """Return a mark's sentence and whose it is, for here the leading document's is one of several."""
    words = sentence(mark.row, catalog, lang)
    if mark.context:
        return words  # It says whose it is.
    producer = catalog.documents[mark.row["document"]].document.producer.in_language(lang)
    return f"{words} {producer}." if lang == "en" else f"{words}{producer}。"


def numbered_sources(
    catalog: Catalog, marks: Sequence[Mark], documents: Sequence[str], lang: str
) -> tuple[str, ...]:
    """Return what is cited, numbered as the marks' names are, with how far each is trusted.

    Args:
        catalog: The catalogue.
        marks: The figures.
        documents: All their documents, in the order of their numbers.
        lang: ``zh`` or ``en``.
    """
    return tuple(
        f"[{number}] {cited} · {trust_words(catalog.documents[document].document.trust, lang)}"
        for number, document in enumerate(documents, 1)
        for cited in sources_of(catalog, [mark for mark in marks if mark.row["document"] == document], lang)
    )
