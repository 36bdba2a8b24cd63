"""A figure's trend: real time spacing, bounds as bounds, every document told apart.

One line holds one indicator, area and breakdown: another scope is another indicator and never joins
it. A stretch without figures, or one that ends in a bound, is dashed and said to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from indicators.catalog import Catalog
from indicators.evidence.guard import LEVELS
from indicators.models import EvidenceFile
from indicators.pictures import theme
from indicators.pictures.charts.build import ChartResult, draw_head
from indicators.pictures.charts.labels import GAP, Box, Wish, place
from indicators.pictures.charts.points import draw_mark, key_lines, reach
from indicators.pictures.charts.sheet import NARROW, NARROWEST, Sheet, escaped
from indicators.pictures.dated import Point, is_broken, stretches, tick
from indicators.pictures.measuring import line_height, measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.trends import trend_picture

PLOT_HEIGHT: Final = 250
HEAD: Final = 92
"""Pixels above the highest point: an arrow and a label."""
_EDGE: Final = 46


def build_timeline(
    catalog: Catalog, rows: pd.DataFrame, rule: EvidenceFile, lang: str, *, width: int = NARROW
) -> ChartResult | None:
    """Draw the trend of one indicator.

    Args:
        catalog: The catalogue.
        rows: The indicator's rows of the table; the totals are drawn.
        rule: Which claim is drawn in full.
        lang: ``zh`` or ``en``.
        width: The narrowest width in pixels that it will be shown at.

    Returns:
        The chart; None if there is nothing to draw, or if the rows may not share an axis.
    """
    picture = trend_picture(catalog, rows, rule, lang)
    return None if picture is None else draw_timeline(picture, width=width)


def draw_timeline(picture: Picture, *, width: int = NARROW) -> ChartResult:
    """Draw a picture of points over dates, of one line or several.

    Args:
        picture: The picture, of the kind `Kind.TREND`.
        width: The narrowest width in pixels that it will be shown at.
    """
    sheet = Sheet(room=max(width, NARROWEST), stamp=picture.watermark)
    draw_head(sheet, picture)
    missing = _plot(sheet, picture)
    _foot(sheet, picture, missing)
    return ChartResult(picture, sheet)


def _points(picture: Picture) -> list[Point]:
    return [mark.point for mark in picture.marks if mark.point is not None]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and numbers are on the sheet."""

    first: date
    days: int
    base: float
    top: float
    most: float
    room: float

    def x(self, day: date) -> float:
        """Return the fraction of the plot."""
        inner = (day - self.first).days / self.days if self.days else 0.5
        edge = _EDGE / self.room
        return edge + inner * (1 - 2 * edge)

    def y(self, number: float) -> float:
        """Return the pixels down."""
        return self.base - number / self.most * (self.base - self.top)


def _plot(sheet: Sheet, picture: Picture) -> int:
    """Draw the plot; return how many points have no label."""
    points = _points(picture)
    top = sheet.y + HEAD
    base = top + PLOT_HEIGHT
    uppers = [float(p.row.upper) for p in points if p.row.upper is not None]
    scale = _Scale(
        points[0].when, (points[-1].when - points[0].when).days, base, top,
        max(picture.top, *uppers, 0.0), sheet.room,
    )
    _axis(sheet, scale, points, picture.lang)
    _lines(sheet, scale, points)
    for mark, point in zip(picture.marks, points, strict=True):
        draw_mark(sheet, mark, point, scale.x(point.when), scale.y)
    sheet.traces.append(
        # An invisible mark on each point says it in a sentence.
        go.Scatter(
            x=[scale.x(point.when) for point in points],
            y=[scale.y(point.height) for point in points],
            mode="markers", marker={"size": 18, "opacity": 0}, hoverinfo="text",
            hovertext=[escaped(mark.sentence) for mark in picture.marks],
        )
    )
    missing = _labels(sheet, scale, picture)
    sheet.y = base + 8 + line_height(theme.SIZE_SMALL)
    return missing


def _axis(sheet: Sheet, scale: _Scale, points: Sequence[Point], lang: str) -> None:
    """Draw the zero line and the years; a level's year is marked at its end."""
    sheet.stroke((0, scale.base), (1, scale.base), color=theme.INK)
    level = str(points[0].row.measure_type) in LEVELS
    years = range(points[0].when.year - 1, points[-1].when.year + 1)
    marks = []
    for year in years:
        day = tick(year, level=level)
        if points[0].when - timedelta(31) <= day <= points[-1].when + timedelta(31):
            words = f"end {year}" if level and lang == "en" else f"{year}"
            marks.append((scale.x(day), f"{words}年底" if level and lang != "en" else words))
    if not marks:
        return
    need = max(measure(words, theme.SIZE_SMALL) for _, words in marks) + 10
    apart = sheet.room * (marks[1][0] - marks[0][0]) if len(marks) > 1 else need
    step = max(1, -int(-need // apart))
    for index, (x, words) in enumerate(marks):
        sheet.stroke((x, scale.base), (x, scale.base + 5), color=theme.INK)
        if (len(marks) - 1 - index) % step == 0:
            sheet.text(
                words, x=x, y=scale.base + 6 + line_height(theme.SIZE_SMALL) / 2,
                size=theme.SIZE_SMALL, color=theme.QUIET, align="center",
            )


def _lines(sheet: Sheet, scale: _Scale, points: Sequence[Point]) -> None:
    for one, other in stretches(points):
        sheet.shapes.append(
            {
                "type": "line", "xref": "paper", "yref": "y", "layer": "below",
                "x0": scale.x(one.when), "x1": scale.x(other.when),
                "y0": scale.y(one.height), "y1": scale.y(other.height),
                "line": {
                    "color": theme.RULE if is_broken(one, other) else theme.GREY, "width": 2,
                    "dash": "4px,4px" if is_broken(one, other) else "solid",
                },
            }
        )


def _labels(sheet: Sheet, scale: _Scale, picture: Picture) -> int:
    """Label the points with figure, period and document; return how many have no room."""
    groups: dict[tuple[date, str, str, str], list[tuple[Mark, Point]]] = {}
    for mark, point in zip(picture.marks, _points(picture), strict=True):
        key = (point.when, mark.period, mark.label, point.series)
        groups.setdefault(key, []).append((mark, point))
    # The main document chooses first, then the latest; what isn't drawn in full comes last.
    chosen = sorted(
        groups.values(),
        key=lambda group: (
            not any(point.full for _, point in group), all(mark.context for mark, _ in group),
            -group[0][1].when.toordinal(),
        ),
    )
    wishes, texts = [], []
    for group in chosen:
        mark, point = group[0]
        figure = mark.label
        numbers = ", ".join(str(one.number) for one, _ in group)
        under = mark.name if point.series else f"{mark.period} [{numbers}]"
        width = max(measure(figure, theme.SIZE_TEXT, bold=True), measure(under, theme.SIZE_SMALL))
        height = line_height(theme.SIZE_TEXT) + line_height(theme.SIZE_SMALL) - 6
        wishes.append(
            Wish(scale.x(point.when) * scale.room, scale.y(point.height), width, height,
                 *reach(mark.bound))
        )
        texts.append((figure, under, theme.BLUE if mark.ink is Ink.MAIN else theme.INK))
    room = Box(0, scale.top - HEAD, scale.room, scale.base - 3)
    missing = 0
    for wish, box, (figure, under, color) in zip(wishes, place(wishes, room), texts, strict=True):
        if box is None:
            missing += 1
            continue
        _leader(sheet, wish, box)
        shift = (box.left + box.right) / 2 - wish.x
        x = wish.x / scale.room
        big = line_height(theme.SIZE_TEXT)
        sheet.text(
            figure, x=x, y=box.top + big / 2, xshift=shift, align="center", bold=True,
            color=color, ground=theme.GROUND,
        )
        sheet.text(
            under, x=x, y=box.top + big - 3 + line_height(theme.SIZE_SMALL) / 2,
            xshift=shift, align="center", size=theme.SIZE_SMALL, color=theme.QUIET,
            ground=theme.GROUND,
        )
    return missing


def _leader(sheet: Sheet, wish: Wish, box: Box) -> None:
    """Tie a label to its point by a thin line where it doesn't stand right at it."""
    over = box.bottom < wish.y
    away = wish.y - wish.above - box.bottom if over else box.top - wish.y - wish.below
    beside = box.top < wish.y < box.bottom
    if away <= 2 * GAP or beside:
        return
    foot = min(max(wish.x, box.left + 8), box.right - 8) - wish.x
    ends = (wish.y - wish.above - 2, box.bottom) if over else (wish.y + wish.below + 2, box.top)
    sheet.shapes.append(
        {
            "type": "line", "xref": "paper", "yref": "y", "layer": "above",
            "xsizemode": "pixel", "xanchor": wish.x / sheet.room,
            "x0": 0, "x1": foot, "y0": ends[0], "y1": ends[1],
            "line": {"color": theme.RULE, "width": 1},
        }
    )


def _foot(sheet: Sheet, picture: Picture, missing: int) -> None:
    """Put what the marks mean, then the sources with their numbers, then the codes."""
    sheet.y += 8
    broken = any(is_broken(one, other) for one, other in stretches(_points(picture)))
    keys = key_lines(picture, _points(picture), broken=broken, missing=missing)
    for line in (*keys, *picture.notes):
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.rule()
    sheet.y += 6
    for line in (*picture.sources, " · ".join((picture.code_line, *((picture.warning,) if picture.hold else ())))):
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET)
