"""An indicator's figures over time: the timeline, where each is from, and how they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.derived import growth_text
from indicators.evidence.intervals import interval_of
from indicators.evidence.sums import growth_in_percent
from indicators.evidence.wording import span
from indicators.language.attribution import attributed, place_named
from indicators.language.text import (
    figure_with_marks,
    number_text,
    period_text,
    row_period,
)
from indicators.models import Indicator
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.dated import Point, has_trend, points_of
from indicators.table.rows import as_observation, as_row
from indicators.ui.charts import CONFIG
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.evidence import (
    document_link,
    evidence_about,
    more_note,
    table,
)
from indicators.ui.html import show
from indicators.ui.links import href
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.taking import show_more, slide_of_trend
from indicators.ui.words import word

FEW: Final = 8
"""Up to so many figures, each is also compared with the latest."""
MOST_LISTED: Final = 40
"""Figures, and changes between them, that are listed: the latest."""


def show_trend(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show an indicator's timeline and the change between its figures, if it has several periods."""
    drawn = _timeline(board, indicator.id, lang)
    points, changes = board.once(
        ("changes", indicator.id, lang), partial(_points_and_changes, board, indicator.id, lang)
    )
    if not points:
        return
    st.subheader(word("trend", lang), anchor=False)
    if drawn is not None:
        _show_timeline(drawn, indicator, lang)
    st.subheader(word("every_figure", lang), anchor=False)
    show(points)
    if changes:
        st.subheader(word("change", lang), anchor=False)
        show(changes)
        show(Markup('<p class="kf-quiet">{}</p>').format(word("change_lead", lang)))


def _points_and_changes(board: Dashboard, indicator: str, lang: str) -> tuple[Markup, Markup]:
    """Return the lists of an indicator's figures and of what changed; nothing without a trend."""
    rows = board.rows_in_one_place(indicator)
    if not has_trend(rows):
        return Markup(""), Markup("")
    rule = evidence_about(board, [indicator]).declared.content
    totals = [as_observation(row) for row in rows[rows["breakdown"] == TOTAL].to_dict("records")]
    points, _ = points_of(board.catalog, totals, rule)
    return _points(board, points, lang), _changes(board, points, lang)


def _timeline(board: Dashboard, indicator: str, lang: str) -> Drawn | None:
    """Return an indicator's timeline, drawn once for all sessions; None without a trend."""
    width = page_room() - 4

    def make() -> Drawn | None:
        rows = board.rows_in_one_place(indicator)
        if not has_trend(rows):
            return None
        rule = evidence_about(board, [indicator]).declared.content
        result = build_timeline(board.catalog, rows, rule, lang, width=width)
        return None if result is None else ready(result)

    return board.once(("timeline", indicator, lang, width), make)


def show_trends(board: Dashboard, indicators: Sequence[str], lang: str) -> None:
    """Show the timelines that a sector's page declares, those of several periods."""
    if not indicators:
        return
    st.subheader(word("trend", lang), anchor=False)
    for indicator in indicators:
        drawn = _timeline(board, indicator, lang) if board.latest_here(indicator) is not None else None
        if drawn is None:
            continue
        _show_timeline(drawn, board.catalog.indicators[indicator], lang)


def _show_timeline(drawn: Drawn, indicator: Indicator, lang: str) -> None:
    """Show a timeline, with the menu that takes it away."""
    name = f"{word('trend', lang)} {indicator.name.in_language(lang)}"
    with st.container(key=f"figure-trend-{indicator.id}"):
        show_more(slide_of_trend(indicator.id), name, lang, about=indicator.id)
        show_drawn(drawn, f"trend-{indicator.id}-{lang}", CONFIG)


def _points(board: Dashboard, points: Sequence[Point], lang: str) -> Markup:
    """Return every figure with its document, which leads to its page's address."""
    several = Counter((point.row.time_period, point.ahead) for point in points)
    body = []
    latest = points[-MOST_LISTED:]
    for point in reversed(latest):
        row = point.row
        status = ""
        if several[row.time_period, point.ahead] > 1:
            status = word("drawn_full" if point.full else "drawn_hollow", lang)
        when = Markup("{}").format(row_period(as_row(row), lang))
        if status:
            when = Markup('{}<br><span class="kf-quiet">{}</span>').format(when, status)
        body.append((
            Markup("<b>{}</b>").format(number_text(as_row(row), board.catalog, lang).plain),
            when, document_link(board, row, lang),
        ))
    made = table([word(head, lang) for head in ("figure_said", "period", "document")], body)
    return made + more_note(len(points) - len(latest), lang)


def _pairs(rows: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """Return neighbouring figures, then the earlier ones with the latest."""
    pairs = list(pairwise(rows))
    earlier = rows[:-2] if len(rows) <= FEW else rows[:1]
    return [*pairs, *((row, rows[-1]) for row in earlier if len(rows) > 2)]


def from_to(catalog: Catalog, old: Observation, new: Observation, lang: str) -> str:
    """Return an earlier figure and a later one, each with whose it is: 9.17万座（据…） → 10.97万座."""
    return " → ".join(
        attributed(figure_with_marks(cells, catalog, lang), catalog, cells, lang) for cells in (as_row(old), as_row(new))
    )


def growth_said(catalog: Catalog, old: Observation, new: Observation, lang: str) -> tuple[str, str]:
    """Return a change as it is said everywhere, and how it is calculated; or why there is none, and nothing.

    The calculation is the later interval ÷ the earlier one − 1, and all that this allows.
    """
    result = growth_in_percent(catalog, old, new)
    if result.interval is None:
        return result.why_not(lang), ""
    later, earlier = (span(interval_of(row), lang, mult=row.unit_mult) for row in (new, old))
    said = growth_text(result.interval, result.printed or result.interval, lang)
    return said, f"{later} ÷ {earlier} − 1 = {span(result.interval, lang)}%"


def _changes(board: Dashboard, points: Sequence[Point], lang: str) -> Markup:
    """Return the change between figures as an interval with its calculation, or why there is none."""
    known = [point.row for point in points if point.first and not point.ahead]
    body = []
    pairs = _pairs(known)
    # The last of them compare the latest figure; before it, the latest neighbours are listed.
    for old, new in pairs[-MOST_LISTED:]:
        when = [period_text(row.time_period, lang) for row in (old, new)]
        found, working = growth_said(board.catalog, old, new, lang)
        body.append((" — ".join(when), from_to(board.catalog, old, new, lang), found, working))
    heads = ("period", "figure_said", "rate", "calculation")
    if not body:
        return Markup("")
    made = table([word(head, lang) for head in heads], body)
    return made + more_note(len(pairs) - MOST_LISTED, lang)


def show_growth(board: Dashboard, lang: str) -> None:
    """Show the change of every indicator that a sector draws over time, with the calculation."""
    cards = board.once(("growth", lang), partial(_growth, board, lang))
    if cards:
        st.subheader(word("change", lang), anchor=False)
        show(Markup('<p class="kf-quiet">{}</p>').format(word("change_lead", lang)))
        show(cards)


def _named(board: Dashboard, indicator: str, row: Mapping[Any, Any], lang: str) -> str:
    """Return an indicator's name, and the place where it isn't the one that is looked at."""
    name = board.catalog.indicators[indicator].name.in_language(lang)
    place = place_named(board.catalog, row, lang)
    return f"{name}{word('dot', lang)}{place}" if place else name


def _growth(board: Dashboard, lang: str) -> Markup:
    named = [
        name for entry in board.catalog.definitions.values() for name in entry.trends
        if name in board.catalog.indicators
    ]
    cards = []
    for name in dict.fromkeys(named):
        rows = board.rows_in_one_place(name)
        totals = rows[rows["breakdown"] == TOTAL].to_dict("records")
        rule = evidence_about(board, [name]).declared.content
        points, _ = points_of(board.catalog, [as_observation(row) for row in totals], rule)
        changes = _changes(board, points, lang)
        if changes:
            cards.append(Markup('<div class="ev"><h3><a href="{}" target="_self">{}</a></h3>{}</div>').format(
                href("indicator", id=name), _named(board, name, totals[0], lang), changes,
            ))
    return Markup("").join(cards)
