"""Charts ready to be sent: drawn once for all sessions, and as small as plotly.js allows.

plotly makes a figure of Python objects and checks each of its properties, which takes longer than
all the rest of a page, and writes its default look for fifty kinds of charts into every one. What
is drawn is kept for a state of the data (`Dashboard.once`) as what plotly.js reads, without what it
doesn't need; `Plain` hands it to Streamlit, which takes a figure's word for being checked.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from plotly.basedatatypes import BaseFigure

from indicators.pictures.charts import ChartResult

_FLAT: Final = {"bar", "scatter"}
"""Kinds of traces that need none of the looks of maps, three dimensions and colour scales."""
_NOT_FLAT: Final = frozenset({
    "polar", "ternary", "scene", "geo", "coloraxis", "colorscale", "mapbox", "map", "smith",
    "colorway",  # Streamlit's own placeholders; every mark that is seen says its colour
})
_OWN: Final = frozenset({"text", "x", "y", "x0", "x1", "y0", "y1", "path", "name", "templateitemname"})
"""What is each mark's own, and no default."""
_OF_LINES: Final = frozenset({"showgrid", "zeroline", "showline"})
"""What an axis that isn't seen needn't say."""
_DIGITS: Final = 7
"""Significant digits of a place: a hundredth of a pixel on the widest screen."""


class Plain(BaseFigure):  # type: ignore[misc]
    """A figure that is already what plotly.js reads.

    Args:
        content: ``data`` and ``layout``; not to be changed.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self.__dict__["_content"] = content

    def to_dict(self) -> dict[str, Any]:
        """Return the figure; the very one, no copy."""
        content: dict[str, Any] = self.__dict__["_content"]
        return content


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, ready to be sent.

    Attributes:
        figure: What plotly.js reads; None where the chart needs no plotly.
        html: Such a chart as HTML; else empty.
        alt: What it shows, for those who can't see it.
        height: Its height in pixels.
    """

    figure: Plain | None
    html: str
    alt: str
    height: int


def ready(result: ChartResult) -> Drawn:
    """Return a chart as it is sent."""
    if html := result.html:
        return Drawn(None, html, result.alt, result.height)
    return Drawn(Plain(compact(result.figure.to_plotly_json())), "", result.alt, result.height)


def compact(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Return a figure that looks the same in fewer words.

    Places lose digits that no screen shows; what all marks say alike is said once, as a default;
    of plotly's own look only what flat charts use is left.

    Args:
        figure: ``data`` and ``layout`` of plain values, whose numbers are places on the drawing;
            not changed.
    """
    data = _rounded(figure["data"])
    layout: dict[str, Any] = _rounded(figure["layout"])
    kinds = {str(trace.get("type", "scatter")) for trace in data}
    template = layout.get("template")
    if template and kinds <= _FLAT:
        look = {
            key: value for key, value in template.get("layout", {}).items() if key not in _NOT_FLAT
        }
        for marks, defaults in (("annotations", "annotationdefaults"), ("shapes", "shapedefaults")):
            if layout.get(marks):
                look[defaults] = {**look.get(defaults, {}), **_hoist(layout[marks])}
        kept = {kind: value for kind, value in template.get("data", {}).items() if kind in kinds}
        layout["template"] = {"data": kept, "layout": look}
    for axis in ("xaxis", "yaxis"):
        if layout.get(axis, {}).get("visible") is False:
            layout[axis] = {key: value for key, value in layout[axis].items() if key not in _OF_LINES}
    if all(trace.get("hoverinfo") == "skip" for trace in data):
        layout.pop("hoverlabel", None)
    return {"data": data, "layout": layout}


def _rounded(value: Any) -> Any:
    """Return a copy of plain values, its numbers cut to `_DIGITS`."""
    if isinstance(value, float) and math.isfinite(value):
        return float(f"{value:.{_DIGITS}g}")
    if isinstance(value, Mapping):
        return {key: _rounded(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(entry) for entry in value]
    return value


def _hoist(marks: list[dict[str, Any]]) -> dict[str, Any]:
    """Take what most marks say alike out of them, and return it.

    Only what every one of them says: one that is silent would be given a word that it hasn't.
    """
    common: dict[str, Any] = {}
    for key in [key for key in marks[0] if key not in _OWN]:
        values = [mark.get(key) for mark in marks]
        if any(value is None for value in values) or len({_shape(value) for value in values}) > 1:
            continue
        text, count = Counter(json.dumps(value) for value in values).most_common(1)[0]
        if count > 1:
            common[key] = json.loads(text)
            for mark in marks:
                if json.dumps(mark[key]) == text:
                    del mark[key]
    return common


def _shape(value: Any) -> tuple[str, ...]:
    """Return which words a value has: one that lacks a word would be given it."""
    return tuple(sorted(value)) if isinstance(value, dict) else ()


def show_drawn(drawn: Drawn, key: str, config: dict[str, Any]) -> None:
    """Show a chart.

    Args:
        drawn: The chart.
        key: Tells it from others on the page.
        config: plotly's settings.
    """
    if drawn.figure is None:
        # Its place is kept from the first moment on, as a plot's is: nothing jumps when it comes.
        with st.container(height=drawn.height, border=False, key=f"set-{key}"):
            st.html(drawn.html)
        return
    st.plotly_chart(
        drawn.figure, theme=None, alt=drawn.alt, height=drawn.height, key=f"plot-{key}", config=config
    )
