"""A slide as one picture of 1920 × 1080: the stage, the thumbnail, the PNG and the print.

Everything is measured before it is placed, rather too wide than too narrow, so that no font of
the list makes a text leave its place. No text is smaller than 24, well above the 18 promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.pictures.ends import Fill
from indicators.pictures.grid import beside
from indicators.pictures.measuring import balanced, fitted, lines_of, measure
from indicators.pictures.palette import Palette
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.pictures.slides.canvas import ASCENT, Canvas
from indicators.pictures.slides.dated import draw_trend
from indicators.pictures.slides.logarithmic import draw_on_log
from indicators.pictures.slides.numbers import draw_numbers

WIDTH: Final = 1920
HEIGHT: Final = 1080
MARGIN: Final = 96
TOP: Final = 56
BOTTOM: Final = 1030
ROOM: Final = WIDTH - 2 * MARGIN
SMALL: Final = 24
QUIET: Final = 28
TITLE_SIZES: Final = (60, 56, 52, 48, 44, 40)
_BETWEEN: Final = 48.0
"""Pixels between a chart and the figures beside it."""
_SHORTEST: Final = 200.0
"""Pixels that the longest bar has at least."""
_LABELS: Final = (40, 36, 32, 28, SMALL)
"""The sizes in which the figures at the bars' ends are tried."""
_LARGE: Final = 2.0
"""How much larger the shapes at a bar's end are than on a page."""


def render_svg(slide: Picture, palette: Palette, page: int = 1, pages: int = 1) -> str:
    """Draw a slide.

    Args:
        slide: The slide.
        palette: The theme's colours.
        page: Its number, from 1.
        pages: How many there are; with 1 no number is drawn.

    Returns:
        An SVG document, without any address or script in it.
    """
    canvas = Canvas(palette, WIDTH, HEIGHT)
    canvas.rect(0, 0, WIDTH, HEIGHT, palette.ground)
    if said := slide.watermark:
        _watermark(canvas, said)
    canvas.rect(MARGIN, TOP, 96, 8, palette.main)
    lines, size = balanced(slide.heading, TITLE_SIZES, ROOM)
    y = canvas.lines(lines, MARGIN, TOP + 32, size, bold=True, leading=1.28)
    if slide.subtitle:
        lines, size = fitted(slide.subtitle, (32, 28), ROOM, 2)
        y = canvas.lines(lines, MARGIN, y + 6, size, color=palette.quiet)
    bottom = _foot(canvas, slide, page, pages)
    if slide.kind is Kind.TREND:
        draw_trend(canvas, slide, (MARGIN, y + 30, WIDTH - MARGIN, bottom - 28))
    elif slide.kind is Kind.CARDS:
        draw_numbers(canvas, slide, slide.marks, (MARGIN, y + 44, WIDTH - MARGIN, bottom - 28))
    elif slide.log:
        draw_on_log(canvas, slide, (MARGIN, y + 44, WIDTH - MARGIN, bottom - 28))
    else:
        draw_bars(canvas, slide, y + 44, bottom - 28)
        if slide.numbers:
            left = WIDTH - MARGIN - beside(ROOM) * ROOM
            draw_numbers(canvas, slide, slide.numbers, (left, y + 44, WIDTH - MARGIN, bottom - 28))
    return canvas.document(slide.alt, slide.lang)


def _watermark(canvas: Canvas, said: str) -> None:
    size = min(300, 1400 / measure(said, 1, bold=True))
    canvas.text(
        said, WIDTH / 2, HEIGHT / 2 + size * 0.38, size, bold=True, anchor="middle",
        extra=f' opacity="0.07" data-watermark="1" transform="rotate(-18 {WIDTH / 2} {HEIGHT / 2})"',
    )


def _foot(canvas: Canvas, slide: Picture, page: int, pages: int) -> float:
    """Put note, rule, sources, codes and page number; return where they begin."""
    palette = canvas.palette
    number = f"{page} / {pages}" if pages > 1 else ""
    room = ROOM - (measure(number, SMALL) + 40 if number else 0)
    lines: list[str] = []
    for source in slide.source_lines:
        lines += lines_of(source, SMALL, ROOM)  # only the last line shares its height
    codes = " · ".join(part for part in (slide.code_line, slide.warning) if part)
    lines += lines_of(codes, SMALL, room)
    height = len(lines) * SMALL * 1.4
    top = BOTTOM - height
    canvas.lines(lines, MARGIN, top, SMALL, color=palette.quiet, leading=1.4)
    if number:
        canvas.text(
            number, WIDTH - MARGIN, BOTTOM - SMALL * (1.4 - ASCENT), SMALL, color=palette.quiet,
            anchor="end",
        )
    top -= 18
    canvas.rect(MARGIN, top, ROOM, 2, palette.rule)
    if slide.note:
        lines, size = fitted(slide.note, (QUIET, SMALL), ROOM, 2)
        top -= len(lines) * size * 1.35 + 12
        canvas.lines(lines, MARGIN, top, size, color=palette.quiet)
    return top


def draw_bars(canvas: Canvas, slide: Picture, top: float, bottom: float) -> None:
    """Draw bars with their names, bounds and labels, between two heights of a slide's width."""
    marks, palette = slide.marks, canvas.palette
    step = min(170.0, (bottom - top) / len(marks))
    size = 36 if step >= 110 else 32 if step >= 80 else 26
    thick = min(76.0, step * 0.56)
    names = [slide.caption(mark) for mark in marks]
    most = 300.0 if slide.numbers else 460.0 if step >= 100 else 620.0
    column = min(max(measure(name, size, bold=True) for name in names), most)
    left = MARGIN + column + 28
    right = WIDTH - MARGIN - (beside(ROOM) * ROOM + _BETWEEN if slide.numbers else 0.0)
    largest = 36 if slide.numbers else 48 if step >= 110 else 40 if step >= 80 else 30
    label_size, labels = _label_size(marks, largest, right - left - _SHORTEST)
    scale = max(_SHORTEST, right - labels - left)
    top += max(0.0, (bottom - top - step * len(marks)) * 0.35)
    for index, (mark, name) in enumerate(zip(marks, names, strict=True)):
        middle = top + step * (index + 0.5)
        bold = mark.role == "whole"
        lines, name_size = _beside(name, (size, max(SMALL, size - 6), SMALL), column, step, bold=bold)
        height = name_size * (1 + 1.25 * (len(lines) - 1))
        canvas.lines(lines, MARGIN, middle - height / 2, name_size, bold=bold, leading=1.25)
        if slide.whole is not None and mark.role == "part":
            behind = slide.extent(slide.whole)[1] * scale
            canvas.rect(left, middle - thick / 2, behind, thick, palette.pale)
        begin, end = (left + share * scale for share in slide.extent(mark))
        _bar(canvas, mark, begin, end, middle, thick)
        canvas.label(mark.sign, mark.parts.plain, label_size, end + mark.bound.run(_LARGE) + 24, middle)
    canvas.rect(left - 1, top, 2, step * len(marks), palette.ink)


def _label_size(marks: Sequence[Mark], largest: int, room: float) -> tuple[int, float]:
    """Return the largest size in which all labels leave the bars room, and the widest label's width in it."""
    for size in (largest, *(size for size in _LABELS if size < largest)):
        widest = max(measure(mark.label, size, bold=True) + 24 + mark.bound.run(_LARGE) for mark in marks)
        if widest <= room:
            break
    return size, widest


def _beside(
    name: str, sizes: Sequence[int], room: float, height: float, *, bold: bool
) -> tuple[list[str], int]:
    """Return the lines of a bar's name in the largest size in which they are no higher than its step.

    It says whose a figure is, and so is cut only where even the smallest has no room.
    """
    for size in sizes:
        lines = lines_of(name, size, room, bold=bold)
        if len(lines) == 1 or len(lines) * size * 1.25 <= 0.9 * height:
            return lines, size
    most = max(1, int(0.9 * height // (sizes[-1] * 1.25)))
    return fitted(name, sizes[-1:], room, most, bold=bold)


def _bar(
    canvas: Canvas, mark: Mark, begin: float, end: float, middle: float, thick: float
) -> None:
    """Draw a bar with its bound."""
    palette = canvas.palette
    color = palette.color(mark.ink)
    top = middle - thick / 2
    if mark.bound.bar is Fill.SOLID:
        canvas.rect(begin, top, end - begin, thick, color)
    else:
        border = f' stroke="{color}" stroke-width="4"'
        if mark.bound.bar is Fill.BROKEN:
            border += ' stroke-dasharray="14 8" data-ahead="1"'
        canvas.rect(begin + 2, top + 2, end - begin - 4, thick - 4, palette.ground, border)
    for shape in mark.bound.shapes(thick, size=_LARGE):
        points = [(end + across, middle + down) for across, down in shape.points]
        canvas.polygon(points, palette.ground if shape.ground else color, shape.opacity)
