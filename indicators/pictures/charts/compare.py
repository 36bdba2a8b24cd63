"""Several indicators beside each other: on one axis where the guard allows it, else apart.

On a linear scale bars begin at zero; a logarithmic scale has no zero, so there points are drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from indicators.catalog import Catalog
from indicators.language.relations import End
from indicators.pictures import theme
from indicators.pictures.charts.bars import label_runs
from indicators.pictures.charts.build import ChartResult, draw
from indicators.pictures.charts.sheet import Sheet, escaped
from indicators.pictures.comparing import Options, comparison_picture
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark, Picture

_RADIUS: Final = 7
_RUN: Final = 30
_ROW: Final = 22
_TICK_ROOM: Final = 70


def draw_comparison(
    catalog: Catalog, rows: Sequence[dict[Any, Any]], lang: str, options: Options, *, width: int,
    height: int = 0,
) -> ChartResult:
    """Draw rows that may share an axis.

    Args:
        catalog: The catalogue.
        rows: A group of `groups`, each `is_drawable`.
        lang: ``zh`` or ``en``.
        options: Scale and writing.
        width: The narrowest width in pixels that it will be shown at.
        height: The least height in pixels.

    Returns:
        The chart. Where a value isn't above zero the scale is linear whatever was asked for.
    """
    picture = comparison_picture(catalog, rows, lang, options)
    return draw(picture, _draw_points if picture.log else None, width=width, height=height)


def _draw_points(sheet: Sheet, picture: Picture) -> None:
    """Draw each mark as a point on a logarithmic scale, its name above, its figure beside it."""
    marks, scale = picture.marks, picture.decades
    size = theme.SIZE_TEXT
    sheet.right = max(
        sheet.right, round(max(measure(m.label, size, bold=True) + _RUN + 16 for m in marks))
    )
    start = sheet.y
    for mark in marks:
        sheet.lines(picture.caption(mark), size=size, gap=1)
        middle = sheet.y + _ROW / 2
        sheet.stroke((0, middle), (1, middle), color=theme.RULE)
        _point(sheet, mark, middle, scale.place)
        sheet.text(
            label_runs(mark), x=scale.place(mark.high), y=middle, xshift=mark.bound.run() or _RADIUS + 8
        )
        sheet.y += _ROW + 8
    foot = sheet.y
    sheet.stroke((0, foot), (1, foot), color=theme.INK)
    count = scale.last - scale.first
    step = max(1, math.ceil(count / max(1, (sheet.room - sheet.right) // _TICK_ROOM)))
    for x, said in scale.ticks(picture.lang, step):
        sheet.stroke((x, start), (x, foot + 4), color=theme.RULE)
        sheet.text(
            said, x=x, y=foot + 14, size=theme.SIZE_SMALL, color=theme.QUIET, align="center" if x else "left",
        )
    sheet.y = foot + 26


def _point(sheet: Sheet, mark: Mark, middle: float, place: Callable[[float], float]) -> None:
    """Draw a point: filled, hollow with an arrow if it is a bound, or a bar for a range."""
    x = place(mark.high)
    color = LIGHT.color(mark.ink)
    fill = mark.bound.dot
    ring = {
        "type": "circle", "fillcolor": color if fill is Fill.SOLID else theme.GROUND,
        "line": {"width": 2, "color": color, "dash": "dot" if fill is Fill.BROKEN else "solid"},
    }
    if mark.bound.end is End.SOFT:
        sheet.box(-_RADIUS * 2, _RADIUS * 2, middle - _RADIUS, middle + _RADIUS, anchor=x,
                  fillcolor=color, opacity=0.25)
    if mark.bound.end is End.RANGE and mark.low > 0:
        low = place(mark.low)
        for shift in (-1, 0, 1):
            sheet.stroke((low, middle + shift), (x, middle + shift), color=color)
        sheet.box(-_RADIUS, _RADIUS, middle - _RADIUS, middle + _RADIUS, anchor=low, **ring)
    if way := mark.bound.way:
        head = [(way * (_RADIUS + across), middle + down) for across, down in ((3, -6), (12, 0), (3, 6))]
        sheet.polygon(head, color, x)
    sheet.box(-_RADIUS, _RADIUS, middle - _RADIUS, middle + _RADIUS, anchor=x, **ring)
    sheet.traces.append(
        go.Scatter(
            x=[x], y=[middle], mode="markers", marker={"size": 2 * _RADIUS, "opacity": 0},
            hovertext=[escaped(mark.sentence)], hoverinfo="text",
        )
    )
