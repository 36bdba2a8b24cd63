"""The strip beneath a chart: PNG, SVG and copy, all made in the browser from the chart's slide."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.models import Chart
from indicators.pictures.slides import chart_slide, trend_slide
from indicators.ui.assets import component
from indicators.ui.stage import picture
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_TOOLS: Final[Any] = component("picture-tools", isolate_styles=False)
_WORDS: Final = {
    "png": "png", "svg": "svg", "copy": "copy_picture", "saved": "saved", "copied": "copied",
    "copy_refused": "copy_refused", "picture_failed": "picture_failed",
}


@st.cache_resource(max_entries=512, show_spinner=False)
def _made(
    fingerprint: str, chart: str, lang: str, _board: Dashboard, _chart: Chart
) -> dict[str, Any] | None:
    del fingerprint, chart
    rows = [_board.rows_of("indicator", indicator) for indicator in _chart.indicators]
    slide = chart_slide(_board.catalog, pd.concat(rows), _chart, lang)
    return None if slide is None else picture(slide, "light")


def show_picture_tools(board: Dashboard, chart: Chart, lang: str) -> None:
    """Show the ways to take a chart's picture away, at slide size and with everything inside.

    Args:
        board: The catalogue and table.
        chart: The chart's entry in a definition file.
        lang: ``zh`` or ``en``.
    """
    name = f"{chart.id}/{','.join(chart.indicators)}/{chart.kind}"
    _show(_made(board.catalog.fingerprint, name, lang, board, chart), chart.id, lang)


@st.cache_resource(max_entries=512, show_spinner=False)
def _made_trend(
    fingerprint: str, indicator: str, lang: str, _board: Dashboard
) -> dict[str, Any] | None:
    del fingerprint
    slide = trend_slide(_board.catalog, _board.rows_of("indicator", indicator), lang)
    return None if slide is None else picture(slide, "light")


def show_trend_tools(board: Dashboard, indicator: str, lang: str) -> None:
    """Show the ways to take the picture of an indicator's trend away."""
    made = _made_trend(board.catalog.fingerprint, indicator, lang, board)
    _show(made, f"trend-{indicator}", lang)


def _show(made: dict[str, Any] | None, name: str, lang: str) -> None:
    if made is None:
        return
    _TOOLS(
        key=f"picture-{name}-{lang}",
        width="content",
        data={
            **made,
            "words": {key: word(found, lang) for key, found in _WORDS.items()},
            "lang": "en" if lang == "en" else "zh-CN",
        },
    )
