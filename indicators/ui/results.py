"""What a search found: as cards, as a table, as charts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st
from markupsafe import Markup

from indicators.evidence.standing import standing
from indicators.language.counting import Count
from indicators.models import DefinitionsFile
from indicators.pictures.choosing import LONE
from indicators.ui import address
from indicators.ui.cards import card
from indicators.ui.charts import NARROWEST, columns, show_charts
from indicators.ui.filters import Asked, search
from indicators.ui.html import show
from indicators.ui.labels import plain
from indicators.ui.links import link_to_indicator, link_to_page
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.twins import rows_key, show_rows
from indicators.ui.words import word

STEP: Final = 24
_SHOWN: Final = "_explore_shown"
MOST_COMPARED: Final = 12


def found_indicators(board: Dashboard, rows: pd.DataFrame, asked: Asked) -> list[str]:
    """Return the indicators of the rows: the best hits first, or in the catalogue's order."""
    present = board.once(
        ("present", rows_key(rows)), lambda: frozenset(map(str, rows["indicator"].unique()))
    )
    order = search(board, asked.query) if asked.query else list(board.catalog.indicators)
    return [key for key in order if key in present]


def show_count(rows: pd.DataFrame, indicators: Sequence[str], lang: str) -> None:
    """Say how much was found, and show the way to the comparison."""
    parts = [_counted("found", len(indicators), lang), _counted("rows", len(rows), lang)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(word("dot", lang).join(parts))
        chosen = compared()
        if chosen:
            label = word("to_compare", lang).format(count=len(chosen))
            link_to_page("compare", label, **address.grouped(address.remembered("compare")))


def _counted(what: str, count: int, lang: str) -> str:
    return word(f"{what}_count", lang).format(count=Count(count))


def compared() -> list[str]:
    """Return the indicators that are being compared in this session."""
    return [code for name, code in address.remembered("compare") if name == "indicator"]


def _compare(indicator: str) -> None:
    """Take an indicator into the comparison, or out of it."""
    rest = [pair for pair in address.remembered("compare") if pair != ("indicator", indicator)]
    added = [] if indicator in compared() else [("indicator", indicator)]
    address.remember("compare", added + rest if not rest else rest + added)


def show_cards(board: Dashboard, rows: pd.DataFrame, indicators: Sequence[str], lang: str) -> None:
    """Show each indicator's newest figure of the rows, with its name and a way to compare it."""
    shown = max(STEP, int(st.session_state.get(_SHOWN, STEP)))
    # Without a picture, three fit where there is no room for four.
    wide = max(columns(), min(3, page_room() // NARROWEST))
    visible = list(indicators[:shown])
    cards = board.once(
        ("results", rows_key(rows), tuple(visible), lang), partial(_cards, board, rows, visible, lang)
    )
    chosen = compared()
    for start in range(0, len(visible), wide):
        places = st.columns(wide, gap="medium")
        for place, key in zip(places, visible[start : start + wide], strict=False):
            with place, st.container(key=f"result-{key}"):
                entry = board.catalog.indicators[key]
                link_to_indicator(key, entry.name.in_language(lang), place="result")
                show(cards[key])
                on = key in chosen
                st.button(
                    word("in_compare" if on else "add_to_compare", lang), key=f"compare-{key}",
                    on_click=_compare, args=(key,), type="secondary" if on else "tertiary",
                    disabled=not on and len(chosen) >= MOST_COMPARED,
                )
    left = len(indicators) - len(visible)
    if left > 0:
        st.button(
            word("more_cards", lang).format(count=min(STEP, left)), key="more-cards",
            on_click=lambda: st.session_state.update({_SHOWN: shown + STEP}),
        )


def _cards(
    board: Dashboard, rows: pd.DataFrame, indicators: Sequence[str], lang: str
) -> dict[str, Markup]:
    newest = _newest(board, rows, indicators)
    return {key: card(board, newest[key], lang) for key in indicators}


def _newest(
    board: Dashboard, rows: pd.DataFrame, indicators: Sequence[str]
) -> dict[str, dict[Any, Any]]:
    """Return the row that stands for each indicator among those found."""
    found: dict[str, dict[Any, Any]] = {}
    for key in indicators:
        # Unless a filter leaves it out, it is the one that is known already.
        latest = board.latest(key)
        if latest is not None and latest.name in rows.index:
            found[key] = latest.to_dict()
    wanted = rows[rows["indicator"].isin([key for key in indicators if key not in found])]
    others: dict[str, list[dict[Any, Any]]] = {}
    for row in wanted.to_dict("records"):
        others.setdefault(str(row["indicator"]), []).append(row)
    chosen = {key: standing(board.catalog, group) for key, group in others.items()}
    return found | {key: row for key, row in chosen.items() if row is not None}


def show_result_charts(
    board: Dashboard, rows: pd.DataFrame, indicators: Sequence[str], lang: str
) -> None:
    """Show the charts that the definitions declare for what was found, and figures for the rest."""
    wanted = set(indicators[:STEP])
    own = {key for key in wanted if _is_own(board, key)}
    found = [
        (sector, narrowed) for sector, definitions in board.catalog.definitions.items()
        if (narrowed := _narrowed(definitions, wanted, own)) is not None
    ]
    # What the leading document says comes first, among sectors as within one.
    for sector, narrowed in sorted(found, key=lambda one: not own & {entry.id for entry in one[1].indicators}):
        st.subheader(plain(board.catalog.sectors[sector].name.in_language(lang)), anchor=False)
        show_charts(board, narrowed, rows[rows["sector"] == sector], lang)
    if len(indicators) > STEP:
        st.text(word("only_first", lang).format(count=STEP))


def _is_own(board: Dashboard, indicator: str) -> bool:
    """Tell whether the figure that stands for an indicator is the leading document's."""
    row = board.latest(indicator)
    return row is not None and board.catalog.is_leading(str(row["document"]))


def _narrowed(definitions: DefinitionsFile, wanted: set[str], own: set[str]) -> DefinitionsFile | None:
    """Return a sector's definitions with the charts of some indicators only, own ones first; None if it has none."""
    keys = [entry.id for entry in definitions.indicators if entry.id in wanted]
    if not keys:
        return None
    charts = tuple(sorted(
        (chart for chart in definitions.charts if wanted & set(chart.indicators)),
        key=lambda chart: not own & set(chart.indicators),
    ))
    # A figure that stands alone has its place among all that do, so that own ones come first.
    drawn = {
        key for chart in charts if chart.kind not in LONE or len(chart.indicators) > 1 for key in chart.indicators
    }
    alone = tuple(sorted((key for key in keys if key not in drawn), key=lambda key: key not in own))
    return definitions.model_copy(
        update={"key_figures": alone or (), "leading": alone, "charts": charts}
    )


def show_result_table(board: Dashboard, rows: pd.DataFrame, indicators: Sequence[str], lang: str) -> None:
    """Show the rows, the best hits' first."""
    order = board.once(
        ("order", rows_key(rows), tuple(indicators)), partial(_order, rows, indicators)
    )
    show_rows(board, rows, lang, key="results", order=order)


def _order(rows: pd.DataFrame, indicators: Sequence[str]) -> pd.Series[int]:
    rank = {key: place for place, key in enumerate(indicators)}
    return rows["indicator"].map(rank)
