"""Figures set large in a grid on a slide: those that have it to themselves, or those beside a chart."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.pictures.grid import ABOVE, COUNTED, GAP, LEADING, NAME, QUIET, grid_of
from indicators.pictures.measuring import lines_of
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.canvas import Canvas


def draw_numbers(
    canvas: Canvas, slide: Picture, marks: Sequence[Mark], box: tuple[float, float, float, float]
) -> None:
    """Draw figures set large, each with its name above, what is counted and its date and section beneath.

    Args:
        canvas: The slide.
        slide: What it shows.
        marks: The figures.
        box: Left, top, right and bottom of the room for them.
    """
    left, top, right, bottom = box
    grid = grid_of(slide, marks, right - left, bottom - top)
    top += grid.down(slide, bottom - top)
    wide = (right - left) / grid.columns
    for number, mark in enumerate(marks):
        x = left + number % grid.columns * wide
        y = top + grid.top(number)
        canvas.rect(x, y, wide - GAP, 2, canvas.palette.rule)
        y = canvas.lines(lines_of(mark.name, NAME, wide - GAP), x, y + ABOVE, NAME, leading=LEADING)
        canvas.runs([
            (piece.spaced, grid.size * piece.size, grid.size * piece.raised, piece.bold,
             canvas.palette.color(piece.ink))
            for piece in mark.pieces
        ], x, y + grid.size * 0.98)
        y += grid.size * LEADING
        if grid.counted:
            y = canvas.lines(lines_of(mark.definition, COUNTED, wide - GAP), x, y, COUNTED, leading=LEADING)
        canvas.lines(
            lines_of(slide.beneath(mark), QUIET, wide - GAP), x, y, QUIET,
            color=canvas.palette.quiet, leading=LEADING,
        )
