"""A slide as one picture of 1920 × 1080: the stage, the thumbnail, the PNG and the print.

Everything is measured before it is placed, rather too wide than too narrow, so that no font of
the list makes a text leave its place. No text is smaller than 24, well above the 18 promised.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from indicators.language import text
from indicators.language.marks import UNCHECKED
from indicators.pictures.ends import end_marks, is_hollow, run_of
from indicators.pictures.slides.canvas import ASCENT, Canvas, balanced, fitted, lines_of, measure
from indicators.pictures.slides.model import Slide, SlideFigure
from indicators.pictures.slides.palette import Palette

WIDTH: Final = 1920
HEIGHT: Final = 1080
MARGIN: Final = 96
TOP: Final = 56
BOTTOM: Final = 1030
ROOM: Final = WIDTH - 2 * MARGIN
SMALL: Final = 24
QUIET: Final = 28
TITLE_SIZES: Final = (60, 56, 52, 48, 44, 40)
_LARGE: Final = 2.0
"""How much larger the marks at a bar's end are than on a page."""
WATERMARK: Final = ("内部核对稿", "INTERNAL DRAFT")
WATERMARK_NOTE: Final = ("内部核对稿，未核准对外使用", "Internal draft, not cleared for use")
UNCHECKED_NOTE: Final = (
    "有未核对的数据，未核准对外使用", "With unchecked figures, not cleared for use"
)


def render_svg(slide: Slide, palette: Palette, page: int = 1, pages: int = 1) -> str:
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
    if said := watermark(slide):
        _watermark(canvas, said)
    canvas.rect(MARGIN, TOP, 96, 8, palette.main)
    lines, size = balanced(slide.title, TITLE_SIZES, ROOM)
    y = canvas.lines(lines, MARGIN, TOP + 32, size, bold=True, leading=1.28)
    if slide.subtitle:
        lines, size = fitted(slide.subtitle, (32, 28), ROOM, 2)
        y = canvas.lines(lines, MARGIN, y + 6, size, color=palette.quiet)
    bottom = _foot(canvas, slide, page, pages)
    draw = _cards if slide.kind == "cards" else _bars
    draw(canvas, slide, y + 44, bottom - 28)
    return canvas.document(slide.alt, slide.lang)


def watermark(slide: Slide) -> str:
    """Return what stands across a slide that isn't cleared for use; nothing across one that is."""
    english = slide.lang == "en"
    if slide.unchecked:
        return UNCHECKED[english].upper()
    return "" if slide.cleared else WATERMARK[english]


def _watermark(canvas: Canvas, said: str) -> None:
    size = min(300, 1400 / measure(said, 1, bold=True))
    canvas.text(
        said, WIDTH / 2, HEIGHT / 2 + size * 0.38, size, bold=True, anchor="middle",
        extra=f' opacity="0.07" data-watermark="1" transform="rotate(-18 {WIDTH / 2} {HEIGHT / 2})"',
    )


def code_line(slide: Slide) -> str:
    """Return the codes of a slide, with the warning where it isn't cleared."""
    note = UNCHECKED_NOTE if slide.unchecked else WATERMARK_NOTE
    warning = "" if slide.cleared else note[slide.lang == "en"]
    return " · ".join(part for part in (text.code_line(slide.codes, slide.lang), warning) if part)


def _foot(canvas: Canvas, slide: Slide, page: int, pages: int) -> float:
    """Put note, rule, sources, codes and page number; return where they begin."""
    palette = canvas.palette
    number = f"{page} / {pages}" if pages > 1 else ""
    room = ROOM - (measure(number, SMALL) + 40 if number else 0)
    lines: list[str] = []
    for source in slide.sources[:3]:
        lines += lines_of(source, SMALL, ROOM)  # only the last line shares its height
    if len(slide.sources) > 3:
        more = len(slide.sources) - 3
        lines.append(
            f"and {more} more documents" if slide.lang == "en" else f"另有{more}份来源文件"
        )
    lines += lines_of(code_line(slide), SMALL, room)
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


# --- Figures set large ---------------------------------------------------------------------------


def _figure_width(figure: SlideFigure) -> float:
    """Return the width of a figure whose number is set at size 1."""
    parts = figure.parts
    gap = 0.14
    return (
        (measure(parts.bound, 0.42) + gap if parts.bound else 0)
        + measure(parts.number, 1, bold=True)
        + (measure(parts.unit, 0.46) + gap if parts.unit else 0)
    )


def _put_figure(canvas: Canvas, figure: SlideFigure, x: float, y: float, size: float) -> None:
    palette = canvas.palette
    color = palette.context if figure.context else palette.main
    parts = figure.parts
    runs = []
    if parts.bound:
        runs.append((f"{parts.bound} ", size * 0.42, size * 0.34, False, palette.ink))
    runs.append((parts.number, size, 0.0, True, color))
    if parts.unit:
        tight = parts.unit.startswith("%")
        runs.append((parts.unit if tight else f" {parts.unit}", size * 0.46, 0.0, False, color))
    canvas.runs(runs, x, y)


def _below(slide: Slide, figure: SlideFigure) -> str:
    """Return what stands beneath a figure: its period unless all share it, and its section."""
    several = len({one.period for one in slide.figures}) > 1
    return figure.below(period=several, section=len(slide.figures) > 1)


def _cards(canvas: Canvas, slide: Slide, top: float, bottom: float) -> None:
    figures = slide.figures
    alone = len(figures) == 1
    size, columns = card_grid(slide, bottom - top)
    gap, rows = 64, math.ceil(len(figures) / columns)
    room = (ROOM - gap * (columns - 1)) / columns
    name_lines = _name_lines(figures, room)
    height = _card_height(slide, room, size)
    between = 40
    used = rows * height + between * (rows - 1)
    top += max(0.0, (bottom - top - used) * (0.3 if alone else 0.4))
    for index, figure in enumerate(figures):
        x = MARGIN + (index % columns) * (room + gap)
        y = top + (index // columns) * (height + between)
        if not alone:
            canvas.rect(x, y, room, 2, canvas.palette.rule)
            y += 22
        lines, name_size = fitted(figure.name, (36, 32, 28), room, 2)
        canvas.lines(lines, x, y, name_size, color=canvas.palette.ink)
        y += name_lines * 36 * 1.35 + 6
        _put_figure(canvas, figure, x, y + size * 0.9, size)
        y += size * 1.12 + 10
        below = _below(slide, figure)
        if below:
            lines, small = fitted(below, (QUIET, SMALL), room, 2)
            y = canvas.lines(lines, x, y, small, color=canvas.palette.quiet) + 10
        if alone:
            lines, small = fitted(figure.definition, (34, 30, 28), min(ROOM, 1500), 3)
            canvas.lines(lines, x, y + 24, small, color=canvas.palette.quiet, leading=1.45)


def card_grid(slide: Slide, height: float) -> tuple[float, int]:
    """Return the size of the numbers, and how many figures stand beside each other."""
    count = len(slide.figures)
    sizes = {
        columns: _card_size(slide, columns, height) for columns in (count, math.ceil(count / 2))
    }
    # Four stand better two by two than in a row with half the slide empty.
    best = 2 if count == 4 and sizes[2] >= 0.7 * sizes[4] else max(sizes, key=sizes.__getitem__)
    return sizes[best], best


def _name_lines(figures: Sequence[SlideFigure], room: float) -> int:
    return max(len(fitted(figure.name, (36, 32, 28), room, 2)[0]) for figure in figures)


def _card_height(slide: Slide, room: float, size: float) -> float:
    """Return the height of one card, without the gap to the next."""
    alone = len(slide.figures) == 1
    below = max(
        (len(fitted(said, (QUIET, SMALL), room, 2)[0]) if said else 0)
        for said in (_below(slide, figure) for figure in slide.figures)
    )
    definition = 0.0
    if alone:
        lines, small = fitted(slide.figures[0].definition, (34, 30, 28), min(ROOM, 1500), 3)
        definition = 24 + len(lines) * small * 1.45
    return (
        (0 if alone else 22) + _name_lines(slide.figures, room) * 36 * 1.35 + 6
        + size * 1.12 + 10 + below * QUIET * 1.35 + definition
    )


def _card_size(slide: Slide, columns: int, height: float) -> float:
    """Return the largest size of number that fits all cards in so many columns."""
    rows = math.ceil(len(slide.figures) / columns)
    room = (ROOM - 64 * (columns - 1)) / columns
    wide = room / max(_figure_width(figure) for figure in slide.figures)
    each = (height - 40 * (rows - 1)) / rows
    tall = (each - _card_height(slide, room, 0)) / 1.12
    return max(40.0, min(wide, tall, 280.0))


# --- Bars ----------------------------------------------------------------------------------------


def _bars(canvas: Canvas, slide: Slide, top: float, bottom: float) -> None:
    figures = slide.figures
    several = slide.kind == "bars" and len({figure.period for figure in figures}) > 1
    # A trend has its documents numbered in the names.
    names = [
        figure.name if slide.kind == "trend" else figure.caption(period=several)
        for figure in figures
    ]
    step = min(170.0, (bottom - top) / len(figures))
    size = 36 if step >= 110 else 32 if step >= 80 else 26
    thick = min(76.0, step * 0.56)
    most = 2 if step >= 100 else 1
    longest = max(measure(name, size, bold=True) for name in names)
    column = min(longest, 620.0) if most == 1 else min(longest, 460.0)
    label_size = 48 if step >= 110 else 40 if step >= 80 else 30
    labels = max(
        measure(figure.parts.plain, label_size, bold=True) + 24
        + run_of(figure.relation, _LARGE)
        for figure in figures
    )
    left = MARGIN + column + 28
    scale = max(200.0, WIDTH - MARGIN - labels - left)
    top += max(0.0, (bottom - top - step * len(figures)) * 0.35)
    highest = max(figure.ends[1] for figure in figures)
    whole = next((figure for figure in figures if figure.role == "whole"), None)
    for index, (figure, name) in enumerate(zip(figures, names, strict=True)):
        middle = top + step * (index + 0.5)
        lines, name_size = fitted(
            name, (size, max(SMALL, size - 6), SMALL), column, most, bold=figure.role == "whole"
        )
        height = name_size * (1 + 1.25 * (len(lines) - 1))
        canvas.lines(
            lines, MARGIN, middle - height / 2, name_size, bold=figure.role == "whole",
            leading=1.25,
        )
        if whole is not None and figure.role == "part":
            canvas.rect(
                left, middle - thick / 2, whole.ends[1] / highest * scale, thick,
                canvas.palette.pale,
            )
        end = _bar(canvas, figure, left, middle, thick, scale / highest)
        canvas.text(
            figure.parts.plain, end + 24, middle + label_size * 0.36, label_size, bold=True,
        )
    canvas.rect(left - 1, top, 2, step * len(figures), canvas.palette.ink)


def _bar(
    canvas: Canvas, figure: SlideFigure, left: float, middle: float, thick: float, scale: float
) -> float:
    """Draw a bar with its bound and return where its label may begin."""
    palette = canvas.palette
    color = palette.part if figure.role == "part" else palette.main
    if figure.context:
        color = palette.context
    low, high = figure.ends
    start, end = left + low * scale, left + high * scale
    top = middle - thick / 2
    if is_hollow(figure.relation, ahead=figure.ahead):
        border = f' stroke="{color}" stroke-width="4"'
        if figure.ahead:
            # What hasn't happened has a broken outline: nobody takes it for what stands there already.
            border += ' stroke-dasharray="14 8" data-ahead="1"'
        canvas.rect(start + 2, top + 2, end - start - 4, thick - 4, palette.ground, border)
    else:
        canvas.rect(start, top, end - start, thick, color)
    for mark in end_marks(figure.relation, thick, size=_LARGE, ahead=figure.ahead):
        points = [(end + across, middle + down) for across, down in mark.points]
        canvas.polygon(points, palette.ground if mark.ground else color, mark.opacity)
    return end + run_of(figure.relation, _LARGE)
