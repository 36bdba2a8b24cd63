"""Pictures as slides: no more figures than fit, under a title that says what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import pandas as pd

from indicators.catalog import Catalog
from indicators.evidence.standing import of_one_place
from indicators.language.attribution import by_whom
from indicators.language.marks import ahead
from indicators.language.sentences import (
    headline,
    place_and_whole,
    sentence,
    title_case,
)
from indicators.models import Chart
from indicators.pictures.charts.points import key_lines
from indicators.pictures.choosing import chart_picture
from indicators.pictures.dated import has_trend, is_broken
from indicators.pictures.making import mark_of, picture_of
from indicators.pictures.measuring import balanced
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.slides.svg import ROOM, TITLE_SIZES
from indicators.pictures.trends import trend_picture

MOST: Final = {Kind.BARS: 12, Kind.CARDS: 4, Kind.TREND: 12}
"""How many figures a slide has room for."""


def chart_slide(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str, *, key: str = "",
    title: str = "",
) -> Picture | None:
    """Return a chart of a definition file as a slide, or None if there is nothing to draw.

    Args:
        catalog: The catalogue.
        table: The observations, or those of a selection.
        chart: The chart's entry.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.
    """
    picture = chart_picture(catalog, table, chart, lang, most=MOST)
    if picture is None:
        return None
    return picture.as_slide(key, clean(title) or _short(conclusion(catalog, picture), picture.title))


def key_slide(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], heading: str, lang: str, *, key: str,
    title: str = "",
) -> Picture:
    """Return up to four key figures as a slide, titled with what the first one says."""
    marks = [mark_of(catalog, row, lang) for row in rows[: MOST[Kind.CARDS]]]
    said = _said([headline(rows[0], catalog, lang)], rows[:1], catalog, lang)
    made = (f"{heading}: {said}" if lang == "en" else f"{heading}：{said}") if heading else title_case(said)
    picture = picture_of(
        catalog, Kind.CARDS, marks, heading or marks[0].name, lang, compared=False
    )
    return picture.as_slide(key, clean(title) or _short(made, picture.title))


def trend_slide(
    catalog: Catalog, rows: pd.DataFrame, lang: str, *, key: str = "", title: str = ""
) -> Picture | None:
    """Return an indicator's totals over time as a slide, with what its marks mean in the note.

    Returns:
        The slide, titled with the newest fact of the leading document, which is the one that stands
        out, or where it states none with the newest; None if there is but one period, or if the
        figures may not share an axis.
    """
    if not has_trend(of_one_place(catalog, rows)):
        return None
    picture = trend_picture(catalog, rows, catalog.evidence, lang, most=MOST[Kind.TREND])
    if picture is None:
        return None
    facts = [mark for mark in picture.marks if not mark.ahead]
    known = [mark for mark in facts if not mark.context] or facts or picture.marks
    said = sentence(known[-1].row, catalog, lang).rstrip("。.")
    points = [mark.point for mark in picture.marks if mark.point is not None]
    through = [point for point in points if not point.ahead]
    broken = any(is_broken(one, other) for one, other in pairwise(through))
    meant = (line.rstrip("。.") for line in key_lines(picture, points, broken=broken, missing=0))
    picture = replace(picture, notes=(*picture.notes, *meant))
    return picture.as_slide(key, clean(title) or _short(said, picture.title))


def _short(made: str, shown: str) -> str:
    """Return what a slide says where two lines have room for it; else what it shows: none is cut."""
    lines, _ = balanced(made, TITLE_SIZES, ROOM)
    return shown if lines[-1].endswith("…") else made


def conclusion(catalog: Catalog, picture: Picture) -> str:
    """Return a title that says what the figures say; the chart's own where they say too much."""
    rows, lang = [mark.row for mark in picture.marks], picture.lang
    if picture.whole is picture.marks[0] or picture.alone:
        own = rows[:1]
        return title_case(_said([headline(own[0], catalog, lang)], own, catalog, lang))
    if len(rows) > 2:
        return picture.title
    one, other = (headline(row, catalog, lang) for row in rows)
    if lang == "en":
        return _said([title_case(one), other], rows, catalog, lang)
    _, whole = place_and_whole(rows[1], catalog, lang)
    return _said([one, other.removeprefix(whole)], rows, catalog, lang)


def _said(
    texts: Sequence[str], rows: Sequence[Mapping[Any, Any]], catalog: Catalog, lang: str
) -> str:
    """Return what a title says, and in brackets whose it is where it isn't the leading document's.

    Targets and forecasts say so within their own words.
    """
    joint = "; " if lang == "en" else "，"
    if len({row["document"] for row in rows}) > 1:
        return joint.join(
            _said([text], [row], catalog, lang) for text, row in zip(texts, rows, strict=True)
        )
    text = joint.join(texts)
    whose = "" if ahead(rows[0], lang) else by_whom(catalog, rows[0], lang)
    if not whose:
        return text
    return f"{text} ({whose})" if lang == "en" else f"{text}（{whose}）"


def clean(text: str) -> str:
    """Return a text from an address as one line that XML can hold."""
    kept = "".join(
        char for char in text
        if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )
    return " ".join(kept.split())[:500]
