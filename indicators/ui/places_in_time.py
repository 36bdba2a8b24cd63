"""Small multiples: an indicator over time, a chart for each place, of one width beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from indicators.catalog.places import short_area
from indicators.derived import Compared
from indicators.models import Indicator
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.dated import has_trend
from indicators.ui.charts import CONFIG, GAP
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.evidence import evidence_about
from indicators.ui.html import show_note
from indicators.ui.labels import plain
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST: Final = 6
"""So many places are drawn: one's own, the chosen ones, then the greatest."""
_NARROWEST: Final = 336


def show_in_time(
    board: Dashboard, indicator: Indicator, compared: Compared, chosen: Sequence[str], lang: str
) -> None:
    """Show the timelines of several places behind a heading; they are made once it is opened.

    Nothing is shown where fewer than two places have figures of several periods.
    """
    places = board.once(
        ("places-in-time", indicator.id, tuple(value.place for value in compared.values[:MOST]), tuple(chosen)),
        partial(_places, board, indicator.id, compared, chosen),
    )
    if len(places) < 2:
        return
    box = st.expander(word("places_in_time", lang), key=f"in-time-{indicator.id}", on_change="rerun")
    if not box.open:
        return
    with box:
        room = page_room() - 36
        wide = max(1, min(3, (room + GAP) // (_NARROWEST + GAP)))
        width = (room + GAP) // wide - GAP
        for start in range(0, len(places), wide):
            row = places[start : start + wide]
            for column, place in zip(st.columns(wide, gap="medium"), row, strict=False):
                drawn = board.once(
                    ("place-in-time", indicator.id, place, lang, width),
                    partial(_drawn, board, indicator.id, place, lang, width),
                )
                if drawn is not None:
                    with column:
                        st.markdown(f"**{plain(short_area(board.catalog.areas, place, lang))}**")
                        show_drawn(drawn, f"in-time-{indicator.id}-{place}-{lang}", CONFIG)
        show_note(word("own_scales", lang))


def _places(board: Dashboard, indicator: str, compared: Compared, chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the places that are drawn, in that order: those with figures of several periods."""
    own = board.catalog.place or board.catalog.home
    every = dict.fromkeys((own, *chosen, *(value.place for value in (*compared.values, *compared.apart))))
    rows = board.rows_of("indicator", indicator)
    kept: list[str] = []
    for place in every:
        if len(kept) < MOST and has_trend(rows[rows["ref_area"] == place]):
            kept.append(place)
    return tuple(kept)


def _drawn(board: Dashboard, indicator: str, place: str, lang: str, width: int) -> Drawn | None:
    rows = board.rows_of("indicator", indicator)
    rule = evidence_about(board, [indicator]).declared.content
    result = build_timeline(board.catalog, rows[rows["ref_area"] == place], rule, lang, width=width)
    return None if result is None else ready(result)
