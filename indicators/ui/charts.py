"""Showing charts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.charts import build_chart
from indicators.models import Chart, ChartKind
from indicators.ui.state import Dashboard

SIDE_BY_SIDE: Final = 2
_NARROW: Final = {ChartKind.CARD, ChartKind.RANK}

_ZH: Final = {
    "Download plot as a PNG": "下载图片",
    "Download plot as a png": "下载图片",
    "Download plot": "下载图片",
    "Zoom": "缩放", "Pan": "平移", "Zoom in": "放大", "Zoom out": "缩小",
    "Autoscale": "自动缩放", "Reset axes": "还原",
}


def config(lang: str, name: str) -> dict[str, Any]:
    """Return plotly's settings: tools on hover only, in the reader's language."""
    settings: dict[str, Any] = {
        "displayModeBar": "hover",
        "displaylogo": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "zoomIn2d",
                                   "zoomOut2d", "autoScale2d", "resetScale2d"],
        "toImageButtonOptions": {"filename": name, "scale": 2},
    }
    if lang == "zh":
        settings["locale"] = "zh-CN"
        settings["locales"] = {"zh-CN": {"dictionary": _ZH, "format": {}}}
    return settings


def show_charts(
    board: Dashboard, charts: Iterable[Chart], rows: pd.DataFrame, lang: str
) -> None:
    """Show the charts that can be drawn from ``rows``, in the order of the definitions."""
    for narrow, run in groupby(charts, key=lambda chart: chart.kind in _NARROW):
        together = list(run)
        width = SIDE_BY_SIDE if narrow and len(together) > 1 else 1
        for start in range(0, len(together), width):
            places = st.columns(width, gap="large") if width > 1 else [st.container()]
            for place, chart in zip(places, together[start : start + width], strict=False):
                with place:
                    _show_chart(board, chart, rows, lang)


def _show_chart(board: Dashboard, chart: Chart, rows: pd.DataFrame, lang: str) -> None:
    result = build_chart(board.catalog, rows, chart, lang)
    if result is not None:
        st.plotly_chart(
            result.figure, theme=None, alt=result.alt, height=result.height,
            key=f"chart-{chart.id}-{lang}", config=config(lang, chart.id),
        )
