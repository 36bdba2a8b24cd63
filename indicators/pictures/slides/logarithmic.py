"""Points on a logarithmic scale, as a slide shows a comparison whose numbers are far apart."""

from __future__ import annotations

import math
from typing import Final

from indicators.language.relations import End
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import fitted, lines_of, measure
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.canvas import Canvas

_RADIUS: Final = 13
_ARROW: Final = 40
_TICK: Final = 26
_FOOT: Final = 56
_MOST_NAME: Final = 520.0
_STEP: Final = 150.0
_LEAST: Final = 24


def draw_on_log(canvas: Canvas, slide: Picture, box: tuple[float, float, float, float]) -> None:
    """Draw points with their names, bounds and labels, over powers of ten.

    Args:
        canvas: The slide.
        slide: What it shows.
        box: Left, top, right and bottom of the room for it.
    """
    left, top, right, bottom = box
    marks, scale, palette = slide.marks, slide.decades, canvas.palette
    step = min(_STEP, (bottom - _FOOT - top) / len(marks))
    size, label = (36, 44) if step >= 90 else (28, 34) if step >= 60 else (24, 28)
    names = [slide.caption(mark) for mark in marks]
    column = min(max(measure(name, size) for name in names), _MOST_NAME)
    start = left + column + 40
    beyond = max(measure(mark.label, label, bold=True) + _away(mark) for mark in marks)
    wide = max(200.0, right - beyond - start)
    top += max(0.0, (bottom - _FOOT - top - step * len(marks)) * 0.35)
    foot = top + step * len(marks)
    most = 2 if step >= 60 else 1
    size = next(
        (one for one in (size, size - 4, _LEAST) if all(len(lines_of(name, one, column)) <= most for name in names)),
        _LEAST,
    )
    ticks = scale.ticks(slide.lang)
    every = max(1, math.ceil((max(measure(said, _TICK) for _, said in ticks) + 24) * (len(ticks) - 1) / wide))
    for x, said in ticks[::every]:
        canvas.rect(start + x * wide - 1, top, 2, foot - top + 10, palette.rule)
        canvas.text(said, start + x * wide, foot + 42, _TICK, color=palette.quiet, anchor="middle" if x else "start")
    for place, (mark, name) in enumerate(zip(marks, names, strict=True)):
        middle = top + step * (place + 0.5)
        lines, own = fitted(name, (size,), column, most)
        canvas.lines(lines, left, middle - own * (0.5 + 0.625 * (len(lines) - 1)), own, leading=1.25)
        canvas.line(start, middle, start + wide, middle, palette.rule, 2)
        x = start + scale.place(mark.high) * wide
        _point(canvas, mark, x, start + scale.place(mark.low or mark.high) * wide, middle)
        canvas.label(mark.sign, mark.parts.plain, label, x + _away(mark), middle)
    canvas.rect(start, foot - 1, wide, 2, palette.ink)


def _away(mark: Mark) -> float:
    """Return the pixels from a point to its label."""
    return _RADIUS + 16 + (_ARROW if mark.bound.way > 0 else 0)


def _point(canvas: Canvas, mark: Mark, x: float, low: float, y: float) -> None:
    """Draw a point: filled, hollow with an arrow, with a band, or two of them for a range."""
    color, bound = canvas.palette.color(mark.ink), mark.bound
    if bound.end is End.SOFT:
        canvas.rect(x - 2 * _RADIUS, y - _RADIUS, 4 * _RADIUS, 2 * _RADIUS, color, ' opacity="0.25"')
    ends = [x]
    if bound.end is End.RANGE and low < x:
        canvas.rect(low, y - 4, x - low, 8, color)
        ends.insert(0, low)
    if way := bound.way:
        tip = x + way * (_RADIUS + _ARROW)
        canvas.line(x, y, tip - way * 12, y, color, 4)
        canvas.polygon([(tip - way * 17, y - 10), (tip, y), (tip - way * 17, y + 10)], color)
    inside = color if bound.dot is Fill.SOLID else canvas.palette.ground
    for end in ends:
        canvas.ring(end, y, _RADIUS, inside, color, square=False, dash="4 5" if bound.dot is Fill.BROKEN else "")
