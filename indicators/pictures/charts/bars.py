"""Horizontal bars from zero whose ends show the bound."""

from __future__ import annotations

import math
from typing import Final

import plotly.graph_objects as go

from indicators.pictures import theme
from indicators.pictures.charts.sheet import Run, Sheet, escaped
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark, Picture

THICK: Final = 22


def label_runs(mark: Mark) -> list[Run]:
    """Return what stands at a bar's end."""
    figure = Run(mark.parts.plain, bold=True)
    return [Run(mark.sign, color=theme.QUIET), figure] if mark.sign else [figure]


def draw_bars(sheet: Sheet, picture: Picture) -> None:
    """Draw the marks from the top down, each with its name above and its figure at the end."""
    size = theme.SIZE_TEXT
    sheet.right = max(
        sheet.right,
        round(max(measure(m.label, size, bold=True) + 12 + m.bound.run() for m in picture.marks)),
    )
    start = sheet.y
    for mark in picture.marks:
        sheet.lines(picture.caption(mark), size=size, bold=mark.role == "whole", gap=1)
        middle = sheet.y + THICK / 2
        if picture.whole is not None and mark.role == "part":
            _track(sheet, picture.extent(picture.whole)[1], middle)
        begin, end = picture.extent(mark)
        _bar(sheet, mark, begin, end, middle)
        sheet.text(label_runs(mark), x=end, y=middle, xshift=mark.bound.run() + 8)
        sheet.y += THICK + 10
    foot = sheet.y - 4
    sheet.stroke((0, start), (0, foot), color=theme.INK)
    # The zero line would touch the names if they began at the same pixel.
    for line in sheet.texts:
        if line.x == 0 and line.y > start and line.shift == 0:
            line.shift = 6
    _axis(sheet, picture, foot)


def _axis(sheet: Sheet, picture: Picture, foot: float) -> None:
    """Put the axis beneath the bars: a zero line's foot, ticks, and their values in 万/亿."""
    sheet.stroke((0, foot), (1, foot), color=theme.RULE)
    ticks = picture.ticks
    apart = (ticks[-1][0] / max(1, len(ticks) - 1)) * max(1, sheet.room - sheet.right)
    widest = max(measure(label, theme.SIZE_SMALL) for _, label in ticks)
    # Long labels at the bars' ends leave little room on a phone: then every second has its value.
    every = max(1, math.ceil((widest + 8) / apart)) if apart else 1
    for place, (x, label) in enumerate(ticks):
        sheet.stroke((x, foot), (x, foot + 4), color=theme.QUIET)
        if place % every:
            continue
        align = "left" if x == 0 else "center"
        sheet.text(
            label, x=x, y=foot + 14, size=theme.SIZE_SMALL, color=theme.QUIET, align=align
        )
    sheet.y = foot + 26


def _track(sheet: Sheet, end: float, middle: float) -> None:
    sheet.traces.append(
        go.Bar(
            x=[end], y=[middle], width=[THICK], orientation="h", hoverinfo="skip",
            marker={"color": theme.BLUE_PALE, "line": {"width": 0}},
        )
    )


def _bar(sheet: Sheet, mark: Mark, begin: float, end: float, middle: float) -> None:
    color = LIGHT.color(mark.ink)
    solid = mark.bound.bar is Fill.SOLID
    # plotly has no broken outline for bars; hatched, it isn't taken for what stands there either.
    hatched = {
        "shape": "/", "size": 7, "solidity": 0.25, "fgcolor": color, "bgcolor": theme.GROUND,
        "fillmode": "replace",
    }
    sheet.traces.append(
        go.Bar(
            x=[end - begin],
            base=[begin],
            y=[middle],
            width=[THICK if solid else THICK - 2],
            orientation="h",
            marker={
                "color": color if solid else theme.GROUND,
                "line": {"width": 0 if solid else 2, "color": color},
                **({"pattern": hatched} if mark.bound.bar is Fill.BROKEN else {}),
            },
            hovertext=[escaped(mark.sentence)],
            hoverinfo="text",
        )
    )
    for shape in mark.bound.shapes(THICK):
        points = [(across, middle + down) for across, down in shape.points]
        sheet.polygon(points, theme.GROUND if shape.ground else color, end, shape.opacity)
