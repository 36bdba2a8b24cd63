"""The Compare page over time, and by parts: lines, indices, growth, each with its picture and slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pandas as pd
import streamlit as st
from markupsafe import Markup

from indicators.evidence.guard import may_share_axis
from indicators.language.text import period_text
from indicators.pictures.charts.timeline import draw_timeline
from indicators.pictures.comparing import Options
from indicators.pictures.series import Series, index_groups, level_groups, lines_picture, series_of
from indicators.pictures.slides import comparison_key
from indicators.table.rows import CODE, as_row
from indicators.ui.charts import CONFIG
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.evidence import more_note, table
from indicators.ui.html import show
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.taking import show_more
from indicators.ui.trends import from_to, growth_said
from indicators.ui.twins import show_rows
from indicators.ui.words import word

_MOST_CHANGES = 60


@dataclass(frozen=True)
class _Lines:
    """What is shown, made once for all sessions."""

    drawn: tuple[tuple[str, str, Drawn], ...]
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    changes: Markup
    codes: tuple[str, ...]


def lines_of(board: Dashboard, indicators: Sequence[str], by: str) -> list[Series]:
    """Return the lines of indicators at the place that is looked at, in their order."""
    return [
        line for code in indicators for line in series_of(board.catalog, board.rows_of("indicator", code), by)
    ]


def dimensions_of(board: Dashboard, indicators: Sequence[str]) -> list[str]:
    """Return the dimensions in which one of the indicators has parts."""
    found: dict[str, None] = {}
    for code in indicators:
        for breakdown in board.rows_of("indicator", code)["breakdown"].unique():
            dimension, mark, _ = str(breakdown).partition("=")
            if mark and ";" not in str(breakdown) and dimension in board.catalog.breakdowns:
                found[dimension] = None
    return list(found)


def show_lines(board: Dashboard, indicators: Sequence[str], options: Options, lang: str) -> None:
    """Show indicators, or their parts, over time: each group in a picture, how much they grew, the table of all."""
    width = page_room() - 4
    made = board.once(
        ("lines", tuple(indicators), options, lang, width), partial(_made, board, indicators, options, lang, width)
    )
    if made.reasons:
        with st.container(key="why-not"):
            st.text(word("not_one_axis", lang) + made.reasons[0])
    for key, name, drawn in made.drawn:
        with st.container(key=f"figure-lines-{key.replace('@', '-').replace(':', '-')}"):
            show_more(key, name, lang)
            show_drawn(drawn, f"lines-{key}-{lang}", CONFIG)
    if made.missing:
        st.text(word("no_periods", lang) + word("and", lang).join(made.missing))
    if made.changes:
        st.subheader(word("change", lang), anchor=False)
        show(made.changes)
        show(Markup('<p class="kf-quiet">{}</p>').format(word("change_lead", lang)))
    show_table(board, indicators, made.codes, lang)


def show_table(board: Dashboard, indicators: Sequence[str], codes: Sequence[str], lang: str) -> None:
    """Show the figures of some codes as a table, in their order; nothing where there are none."""
    if not codes:
        return
    every = pd.concat([board.rows_of("indicator", code) for code in indicators])
    rows = every[every[CODE].isin(codes)]
    places = {code: at for at, code in enumerate(codes)}
    st.subheader(word("table", lang), anchor=False)
    show_rows(board, rows, lang, key="compared", order=rows[CODE].astype(str).map(places))


def _made(board: Dashboard, indicators: Sequence[str], options: Options, lang: str, width: int) -> _Lines:
    catalog, index = board.catalog, options.over == "index"
    found = lines_of(board, indicators, options.by)
    going = [line for line in found if len(line.rows) > 1]
    groups = (index_groups if index else level_groups)(catalog, going)
    drawn = []
    for group in groups:
        picture = lines_picture(catalog, group, lang, index=index)
        if picture is not None:
            names = list(dict.fromkeys(line.indicator for line in group))
            drawn.append((comparison_key(names, options.suffix), picture.title, ready(draw_timeline(picture, width=width))))
    reasons = []
    if len(groups) > 1:
        verdict = may_share_axis(catalog, [row for line in going for row in line.rows])
        apart = [note for note in verdict.notes if note.code == "areas"]
        reasons = [reason.sentence(lang) for reason in (*verdict.reasons, *apart)] or [word("no_common_period", lang)]
    named = {code: catalog.indicators[code].name.in_language(lang) for code in indicators}
    shown = {line.indicator for line in going}
    return _Lines(
        tuple(drawn), tuple(reasons), tuple(name for code, name in named.items() if code not in shown),
        _changes(board, going, lang), tuple(str(as_row(row)[CODE]) for line in found for row in line.rows),
    )


def _changes(board: Dashboard, found: Sequence[Series], lang: str) -> Markup:
    """Return how much each line grew from figure to figure, as intervals with their working."""
    body = []
    for line in found:
        name = line.name(board.catalog, found, lang)
        for old, new in pairwise(line.rows):
            when = " → ".join(period_text(row.time_period, lang) for row in (old, new))
            body.append((name, when, from_to(board.catalog, old, new, lang), *growth_said(board.catalog, old, new, lang)))
    if not body:
        return Markup("")
    heads = ("indicator", "period", "figure_said", "rate", "calculation")
    made = table([word(head, lang) for head in heads], body[:_MOST_CHANGES])
    return made + more_note(max(0, len(body) - _MOST_CHANGES), lang)
