"""Pictures as slides: no more figures than fit, under a title that says what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import hold_of
from indicators.evidence.standing import of_one_place
from indicators.language.attribution import by_whom
from indicators.language.marks import ahead
from indicators.language.releasing import not_held_against
from indicators.language.sentences import (
    headline,
    place_and_whole,
    sentence,
    title_case,
)
from indicators.models import Chart
from indicators.pictures.charts.points import key_lines
from indicators.pictures.choosing import chart_picture
from indicators.pictures.dated import has_trend, is_broken, stretches
from indicators.pictures.making import mark_of, picture_of, sources_of
from indicators.pictures.measuring import balanced
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.slides.concluding import doubts, led_by, of_whole, since_last
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
    written = chart.headline.in_language(lang) if chart.headline is not None else ""
    made = (*conclusions(catalog, picture, table), picture.title)
    return titled(catalog, picture, key, title or written, made, table)


def key_slide(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], heading: str, lang: str, *, key: str,
    title: str = "", history: pd.DataFrame | None = None,
) -> Picture:
    """Return up to four key figures as a slide, titled with what the first one says.

    Args:
        catalog: The catalogue.
        rows: The key figures, at least one.
        heading: What they are of; empty for a figure by itself.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.
        history: All rows of their indicators, to say how the first stands to the last one before it.
    """
    table = pd.DataFrame(rows) if history is None else history
    marks = [mark_of(catalog, row, lang) for row in rows[: MOST[Kind.CARDS]]]
    said = _said([headline(rows[0], catalog, lang)], rows[:1], catalog, lang)
    texts = _with(said, since_last(catalog, rows[0], _past(table, rows[0]), lang), lang)
    made = [
        (f"{heading}: {text}" if lang == "en" else f"{heading}：{text}") if heading else title_case(text)
        for text in texts
    ]
    if heading and len(texts) > 1:
        made.insert(1, title_case(texts[0]))  # What changed is worth more than what it is all of.
    picture = picture_of(
        catalog, Kind.CARDS, marks, heading or marks[0].name, lang, compared=False
    )
    return titled(catalog, picture, key, title, (*made, picture.title), table)


def sector_slide(
    catalog: Catalog, table: pd.DataFrame, chart: Chart | None, rows: Sequence[Mapping[Any, Any]],
    heading: str, lang: str, *, key: str, title: str = "",
) -> Picture | None:
    """Return a chart with a sector's other figures beside it, or those alone; None without any figure.

    Args:
        catalog: The catalogue.
        table: The observations of the slide's indicators.
        chart: The chart's entry; None for figures alone.
        rows: The other figures, which aren't in the chart.
        heading: The sector's name.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.
    """
    picture = None if chart is None else chart_picture(catalog, table, chart, lang, most=MOST)
    marks = [mark_of(catalog, row, lang) for row in rows]
    if chart is not None and picture is not None and picture.kind is Kind.BARS:
        every = [*picture.marks, *marks]
        beside = picture_of(catalog, Kind.CARDS, marks, heading, lang, compared=False) if marks else picture
        picture = replace(
            picture, numbers=tuple(marks), notes=tuple(dict.fromkeys((*picture.notes, *beside.notes))),
            sources=sources_of(catalog, every, lang), hold=hold_of(catalog, [mark.row for mark in every]),
            unheld=not_held_against(catalog, [mark.row for mark in every], lang),
        )
        said = conclusions(catalog, picture, table)
        own = chart.headline.in_language(lang) if chart.headline is not None else ""
    else:
        marks = [*(picture.marks if picture is not None else ()), *marks]
        if not marks:
            return None
        first, own = marks[0].row, ""
        picture = picture_of(catalog, Kind.CARDS, marks, heading, lang, compared=False)
        text = _said([headline(first, catalog, lang)], [first], catalog, lang)
        said = _with(text, since_last(catalog, first, _past(table, first), lang), lang)
    joint = ": " if lang == "en" else "："
    made = [f"{heading}{joint}{text}" for text in said]
    if len(said) > 1:
        made.insert(1, title_case(said[0]))  # What it concludes is worth more than what it is all of.
    return titled(catalog, picture, key, title or own, (*made, picture.title), table)


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
    picture = replace(picture, notes=(*picture.notes, *meanings(picture)))
    changed = since_last(catalog, known[-1].row, [mark.row for mark in facts], lang)
    return titled(catalog, picture, key, title, (*_with(said, changed, lang), picture.title), rows)


def meanings(picture: Picture) -> list[str]:
    """Return what the marks of a picture over time mean, for its note."""
    points = [mark.point for mark in picture.marks if mark.point is not None]
    broken = any(is_broken(one, other) for one, other in stretches(points))
    return [line.rstrip("。.") for line in key_lines(picture, points, broken=broken, missing=0)]


def titled(
    catalog: Catalog, picture: Picture, key: str, title: str, made: Sequence[str], rows: pd.DataFrame
) -> Picture:
    """Return a picture as a slide under somebody's title, held against the figures, or under one made of them.

    Of those that were made, the first for which two lines have room: none is cut.
    """
    own = clean(title)
    if own and own not in made:
        ids = [str(mark.row["indicator"]) for mark in picture.figures]
        return picture.as_slide(key, own, doubts(catalog, own, rows[rows["indicator"].isin(ids)].to_dict("records")))
    return picture.as_slide(key, own or next((text for text in made if _fits(text)), made[-1]))


def _fits(text: str) -> bool:
    lines, _ = balanced(text, TITLE_SIZES, ROOM)
    return not lines[-1].endswith("…")


def _with(said: str, changed: str, lang: str, parts: Sequence[str] = ()) -> list[str]:
    """Return what a title says with what is said of its parts, then with what changed, then alone."""
    comma, stop = (", ", "; ") if lang == "en" else ("，", "，")
    return [*(f"{said}{stop}{part}" for part in parts), *([f"{said}{comma}{changed}"] if changed else []), said]


def _past(table: pd.DataFrame, row: Mapping[Any, Any]) -> list[dict[Any, Any]]:
    """Return the rows of a figure's own series."""
    same = table["indicator"] == row["indicator"]
    for column in ("ref_area", "breakdown"):
        same &= table[column] == row[column]
    found: list[dict[Any, Any]] = table[same].to_dict("records")
    return found


def conclusions(catalog: Catalog, picture: Picture, table: pd.DataFrame) -> list[str]:
    """Return titles that say what the figures say, the fullest first; none where they say too much.

    Args:
        catalog: The catalogue.
        picture: The picture of a chart.
        table: The observations, to say how a figure stands to the last one before it.
    """
    rows, lang = [mark.row for mark in picture.marks], picture.lang
    if picture.whole is picture.marks[0] or picture.alone:
        said = title_case(_said([headline(rows[0], catalog, lang)], rows[:1], catalog, lang))
        parts = [mark for mark in picture.marks[1:] if mark.row["breakdown"] != TOTAL]
        further = led_by(catalog, parts, picture.whole, lang)
        if len(picture.marks) == 2 and (part := of_whole(catalog, rows[1], rows[0], lang)):
            name = picture.marks[1].name.removeprefix("of which: ").removeprefix("其中：").removeprefix("其中")
            further.append(f"of which {name[:1].lower()}{name[1:]}: {part}" if lang == "en" else f"其中{name}{part}")
        return _with(said, since_last(catalog, rows[0], _past(table, rows[0]), lang), lang, further)
    if len(rows) > 2:
        joint = ": " if lang == "en" else "："
        return [f"{picture.title}{joint}{more}" for more in led_by(catalog, picture.marks, None, lang)]
    one, other = (headline(row, catalog, lang) for row in rows)
    if lang == "en":
        return [_said([title_case(one), other], rows, catalog, lang)]
    _, whole = place_and_whole(rows[1], catalog, lang)
    return [_said([one, other.removeprefix(whole)], rows, catalog, lang)]


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
