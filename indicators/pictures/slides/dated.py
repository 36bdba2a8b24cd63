"""A trend on a slide: the same line over true dates as on a page, larger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from indicators.evidence.guard import LEVELS
from indicators.language.relations import End
from indicators.pictures.charts.labels import Box, Wish, place
from indicators.pictures.dated import Point, is_broken, stretches, tick
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.canvas import Canvas

_RADIUS: Final = 11
_ARROW: Final = 48
_LABEL: Final = 32
_UNDER: Final = 24
_HEAD: Final = 150
"""Pixels kept free above the highest point: an arrow and a label."""
_EDGE: Final = 130
"""Pixels kept free before the first point and after the last, for half a label."""
_FOOT: Final = 52
_SEEN: Final = 4
"""Pixels by which a whisker must stick out of its point to be drawn."""


class _Scale(NamedTuple):
    """Where days and numbers are on the slide."""

    first: date
    days: int
    left: float
    right: float
    base: float
    top: float
    most: float

    def x(self, day: date) -> float:
        """Return pixels across."""
        share = (day - self.first).days / self.days if self.days else 0.5
        return self.left + _EDGE + share * (self.right - self.left - 2 * _EDGE)

    def y(self, number: float) -> float:
        """Return pixels down."""
        return self.base - number / self.most * (self.base - self.top)


def draw_trend(canvas: Canvas, slide: Picture, box: tuple[float, float, float, float]) -> None:
    """Draw a trend: axis, line, points with their bounds, labels.

    Args:
        canvas: The slide.
        slide: What it shows.
        box: Left, top, right and bottom of the room for it.
    """
    left, top, right, bottom = box
    dated = [(mark, mark.point) for mark in slide.marks if mark.point is not None]
    points = [point for _, point in dated]
    uppers = [float(point.row.upper) for point in points if point.row.upper is not None]
    scale = _Scale(
        points[0].when, (points[-1].when - points[0].when).days, left, right, bottom - _FOOT, top + _HEAD,
        max(slide.top, *uppers, 0.0),
    )
    _axis(canvas, scale, points, slide.lang)
    for one, other in stretches(points):
        broken = is_broken(one, other)
        canvas.line(
            scale.x(one.when), scale.y(one.height), scale.x(other.when), scale.y(other.height),
            canvas.palette.rule if broken else canvas.palette.context, 4, dash="10 10" if broken else "",
        )
    for mark, point in dated:
        _mark(canvas, mark, point, scale)
    _labels(canvas, dated, scale)


def _axis(canvas: Canvas, scale: _Scale, points: Sequence[Point], lang: str) -> None:
    """Draw the zero line and the years."""
    canvas.rect(scale.left, scale.base, scale.right - scale.left, 2, canvas.palette.ink)
    level = str(points[0].row.measure_type) in LEVELS
    near = timedelta(31)
    marks = [
        (scale.x(day), f"end {day.year}" if level and lang == "en" else f"{day.year}年底" if level else f"{day.year}")
        for day in (tick(year, level=level) for year in range(points[0].when.year - 1, points[-1].when.year + 1))
        if points[0].when - near <= day <= points[-1].when + near
    ]
    if not marks:
        return
    need = max(measure(words, _UNDER) for _, words in marks) + 20
    apart = marks[1][0] - marks[0][0] if len(marks) > 1 else need
    step = max(1, -int(-need // max(apart, 1)))
    for index, (x, words) in enumerate(marks):
        canvas.rect(x - 1, scale.base, 2, 10, canvas.palette.ink)
        if (len(marks) - 1 - index) % step == 0:
            canvas.text(words, x, scale.base + 40, _UNDER, color=canvas.palette.quiet, anchor="middle")


def _mark(canvas: Canvas, mark: Mark, point: Point, scale: _Scale) -> None:
    """Draw one point: filled, hollow, with an arrow, a band, a whisker or as a segment."""
    color, bound = canvas.palette.color(mark.ink), mark.bound
    x, y = scale.x(point.when), scale.y(point.height)
    lower, upper = point.row.lower, point.row.upper
    if lower is not None and upper is not None:
        above, below = scale.y(float(upper)), scale.y(float(lower))
        if bound.end is End.SOFT:
            canvas.rect(x - 18, above, 36, below - above, color, ' opacity="0.18"')
        elif bound.end is End.RANGE:
            canvas.rect(x - 6, above, 12, below - above, color)
        elif bound.end is End.CLOSED and max(y - above, below - y) > _RADIUS + _SEEN:
            canvas.rect(x - 1.5, above, 3, below - above, color)
            for end in (above, below):
                canvas.rect(x - 10, end - 1.5, 20, 3, color)
    if bound.way:
        end = y - bound.way * (_RADIUS + _ARROW)
        canvas.line(x, y, x, end + bound.way * 12, color, 4)
        canvas.polygon([(x - 10, end + bound.way * 17), (x, end), (x + 10, end + bound.way * 17)], color)
    if bound.end is not End.RANGE:
        inside = color if bound.dot is Fill.SOLID else canvas.palette.ground
        dash = "4 5" if bound.dot is Fill.BROKEN else ""
        canvas.ring(x, y, _RADIUS, inside, color, square=point.target, dash=dash)


def _labels(canvas: Canvas, dated: Sequence[tuple[Mark, Point]], scale: _Scale) -> None:
    """Label the points with figure, period and document, those of the leading document first."""
    ordered = sorted(dated, key=lambda one: (one[0].context, -one[1].when.toordinal()))
    wishes = []
    for mark, point in ordered:
        width = max(measure(mark.label, _LABEL, bold=True), measure(mark.name, _UNDER))
        long = _RADIUS + _ARROW + 4
        wishes.append(Wish(
            scale.x(point.when), scale.y(point.height), width, (_LABEL + _UNDER) * 1.3,
            long if mark.bound.way > 0 else _RADIUS + 8, long if mark.bound.way < 0 else _RADIUS + 8,
        ))
    room = Box(scale.left, scale.top - _HEAD, scale.right, scale.base - 6)
    for (mark, _), wish, box in zip(ordered, wishes, place(wishes, room), strict=True):
        # A slide says every figure that it draws: where no place is free, above its point.
        found = box or Box(wish.x - wish.width / 2, wish.y - wish.above - wish.height,
                           wish.x + wish.width / 2, wish.y - wish.above)
        middle = (found.left + found.right) / 2
        color = canvas.palette.color(Ink.MAIN if mark.ink is Ink.MAIN else Ink.INK)
        canvas.text(mark.label, middle, found.top + _LABEL, _LABEL, color=color, bold=True, anchor="middle")
        canvas.text(
            mark.name, middle, found.top + _LABEL * 1.3 + _UNDER, _UNDER, color=canvas.palette.quiet,
            anchor="middle",
        )
