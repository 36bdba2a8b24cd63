"""What has to be said with a figure wherever it stands: that it is a target, a forecast, unchecked.

This is the one place that says it. `row_period` and the sentences take it from here, so that cards,
pictures, slides, tables and notes carry it without asking; who shows a figure with neither beside it
writes `figure_with_marks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from indicators.models import Clearance, ObsStatus

UNCHECKED: Final = ("未核对", "unchecked")
"""What stands with a claim that a program wrote and nobody has confirmed."""


AHEAD: Final = {
    ObsStatus.FORECAST.value: ("预测", "forecast"), ObsStatus.TARGET.value: ("目标", "target"),
}
"""What stands with a figure of what hasn't happened: what is expected, and what is aimed at."""


def ahead(row: Mapping[Any, Any], lang: str) -> str:
    """Return 目标 or 预测 where a row's figure is a target or a forecast; nothing for a fact."""
    words = AHEAD.get(str(row.get("obs_status", "")))
    return "" if words is None else words[lang == "en"]


def is_ahead(row: Mapping[Any, Any]) -> bool:
    """Tell whether a row's figure is a target or a forecast, which is never drawn solid."""
    return str(row["obs_status"]) in AHEAD


def is_unchecked(row: Mapping[Any, Any]) -> bool:
    """Tell whether a row of the table is a draft that nobody has held against the document."""
    return str(row.get("clearance", "")) == Clearance.DRAFT.value


def marks(row: Mapping[Any, Any], lang: str) -> tuple[str, ...]:
    """Return what has to be said with a row's figure, in ``zh`` or ``en``; mostly nothing."""
    unchecked = UNCHECKED[lang == "en"] if is_unchecked(row) else ""
    return tuple(mark for mark in (ahead(row, lang), unchecked) if mark)


def marked(text: str, row: Mapping[Any, Any], lang: str) -> str:
    """Return a text about a row's figure with its marks after it: 超43万公里（未核对）."""
    found = marks(row, lang)
    if not found:
        return text
    return f"{text} ({', '.join(found)})" if lang == "en" else f"{text}（{'、'.join(found)}）"


def with_marks(period: str, row: Mapping[Any, Any], lang: str) -> str:
    """Return a period, as it stands beside a figure, with the figure's marks: 2024年 · 未核对."""
    return " · ".join((period, *marks(row, lang)))
