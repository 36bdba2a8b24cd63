"""Showing charts: key figures as a row of cards, then the declared charts, then what else stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.models import Chart, DefinitionsFile
from indicators.pictures import theme
from indicators.pictures.charts import draw
from indicators.pictures.choosing import LONE, card_of, chart_picture
from indicators.pictures.measuring import wrap
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.html import show
from indicators.ui.keys import key_row
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.taking import show_more, slide_of
from indicators.ui.twins import rows_key

GAP: Final = 32
"""Pixels between columns, those of Streamlit's medium gap."""
NARROWEST: Final = 270
_FEW: Final = 2

CONFIG: Final[dict[str, Any]] = {"displayModeBar": False}
"""plotly's settings: what can be taken away is in our own menu, with source, bound and codes inside."""
MOST_UNASKED: Final = 12
"""Cards of a sector whose definitions declare no picture."""


def show_charts(
    board: Dashboard, definitions: DefinitionsFile, rows: pd.DataFrame, lang: str
) -> None:
    """Show a sector's key figures, then its charts, in the order of the definitions.

    A key figure is shown by the card that is declared for it, or by one made for it, so that none
    stands on the page twice.
    """
    cards = {
        chart.indicators[0]: chart for chart in definitions.charts
        if chart.kind in LONE and len(chart.indicators) == 1
    }
    keys = definitions.key_figures or definitions.leading
    # What is drawn, and not: a file that declares nothing shows what it has.
    key = rows_key(rows)
    present = board.once(("present", key), lambda: frozenset(map(str, rows["indicator"].unique())))
    if not definitions.charts and not definitions.key_figures:
        keys = (*keys, *(entry.id for entry in definitions.indicators if entry.id in present - set(keys)))[:MOST_UNASKED]
    first = [
        cards.get(key) or card_of(board.catalog.indicators[key])
        for key in keys if key in board.catalog.indicators
    ]
    rest = [chart for chart in definitions.charts if chart not in first]
    # What has no figures here takes no place either: a document may speak of some only.
    shown = [chart for chart in (*first, *rest) if present & set(chart.indicators)]
    _show_keys(board, definitions, [chart for chart in shown if chart in first and chart.kind in LONE], rows, lang, key)
    for row in rows_of_pictures([chart for chart in shown if chart.kind not in LONE], columns()):
        _show_row(board, definitions, row, rows, lang, key)
    _show_keys(board, definitions, [chart for chart in rest if chart in shown and chart.kind in LONE], rows, lang, key)


def _show_keys(
    board: Dashboard, definitions: DefinitionsFile, charts: Sequence[Chart], rows: pd.DataFrame, lang: str, key: bytes
) -> None:
    """Show figures that stand alone in a row; ``key`` tells these rows from others."""
    names = tuple((chart.id, chart.indicators) for chart in charts)
    made = board.once(
        ("keys", definitions.sector, names, key, lang), lambda: key_row(board, definitions, charts, rows, lang)
    )
    if made:
        show(made)


def columns() -> int:
    """Return how many pictures of single figures stand beside each other: four, two or one.

    Not three: most sectors have four key figures, and none should be left alone in its row.
    """
    room = page_room() + GAP
    return next((count for count in (4, 2) if room >= count * (NARROWEST + GAP)), 1)


def rows_of_pictures(charts: Sequence[Chart], wide: int) -> list[list[tuple[Chart, int]]]:
    """Lay charts out in rows of ``wide`` columns, in their order.

    A single figure takes one column. Bars take two at least and what is left of their row, or all
    of it where there are many bars.

    Returns:
        For each row, its charts with the columns each takes.
    """
    rows: list[list[tuple[Chart, int]]] = []
    used = wide
    for chart in charts:
        bars = chart.kind not in LONE
        many = chart.breakdown is not None or len(chart.indicators) > _FEW
        need = (wide if many else min(2, wide)) if bars else 1
        if used + need > wide:
            rows.append([])
            used = 0
        rows[-1].append((chart, need))
        used += need
    return [_filled(row, wide) for row in rows]


def _filled(row: list[tuple[Chart, int]], wide: int) -> list[tuple[Chart, int]]:
    """Give what a row has left to its first bars."""
    spare = wide - sum(need for _, need in row)
    filled = []
    for chart, need in row:
        extra = spare if chart.kind not in LONE else 0
        spare -= extra
        filled.append((chart, need + extra))
    return filled


def _show_row(
    board: Dashboard, definitions: DefinitionsFile, row: Sequence[tuple[Chart, int]],
    rows: pd.DataFrame, lang: str, key: bytes,
) -> None:
    """Show charts beside each other; ``key`` tells these rows from others."""
    wide, room = columns(), page_room()
    spare = wide - sum(need for _, need in row)
    shares = [need for _, need in row] + ([spare] if spare else [])
    charts = tuple((chart.id, chart.kind, chart.indicators, need) for chart, need in row)
    made = board.once(
        ("row", definitions.sector, charts, key, lang, room),
        lambda: _drawn_row(board, row, rows, lang, room, wide, len(shares)),
    )
    for place, (chart, _), drawn in zip(st.columns(shares, gap="medium"), row, made, strict=False):
        if drawn is not None:
            with place, st.container(key=f"figure-{chart.id}"):
                about = chart.indicators[0] if len(chart.indicators) == 1 else ""
                show_more(slide_of(definitions, chart), chart.title.in_language(lang), lang, about=about)
                show_drawn(drawn, f"chart-{chart.id}-{lang}", CONFIG)


def _drawn_row(
    board: Dashboard, row: Sequence[tuple[Chart, int]], rows: pd.DataFrame, lang: str,
    room: int, wide: int, places: int,
) -> list[Drawn | None]:
    """Draw charts that stand beside each other, their source lines on one height."""
    free = room - GAP * (places - 1)
    widths = [free * need // wide - 4 for _, need in row]
    lines = max(
        len(wrap(chart.title.in_language(lang), theme.SIZE_TITLE, width))
        for (chart, _), width in zip(row, widths, strict=True)
    )
    made = []
    for (chart, _), width in zip(row, widths, strict=True):
        picture = chart_picture(board.catalog, rows, chart, lang)
        made.append(None if picture is None else draw(picture, width=width, title_lines=lines))
    height = max((result.height for result in made if result is not None), default=0)
    return [
        None if result is None else ready(
            result if result.height == height
            else draw(result.picture, width=width, height=height, title_lines=lines)
        )
        for result, width in zip(made, widths, strict=True)
    ]

