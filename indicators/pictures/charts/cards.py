"""Figures set large, in rows on a sheet."""

from __future__ import annotations

from typing import Final

from indicators.pictures import theme
from indicators.pictures.charts.sheet import Run, Sheet
from indicators.pictures.measuring import wrap
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.set_large import width_of

MOST_COLUMNS: Final = 4
GAP: Final = 16
SMALLEST: Final = 24


def _runs(mark: Mark, size: int) -> list[Run]:
    """Return the figure as runs on one baseline."""
    return [
        Run(piece.spaced, round(size * piece.size), LIGHT.color(piece.ink), piece.bold,
            raised=bool(piece.raised))
        for piece in mark.pieces
    ]


def draw_cards(sheet: Sheet, picture: Picture) -> None:
    """Draw the marks as cards, in rows of as many as fit beside each other without touching."""
    marks, size = picture.marks, theme.SIZE_FIGURE
    widest = max(width_of(mark.parts) for mark in marks)
    columns = max(1, min(len(marks), MOST_COLUMNS, int((sheet.room + GAP) // (widest * size + GAP))))
    if columns == 1:
        size = max(SMALLEST, min(size, int(sheet.room / widest)))
    room = sheet.room / columns - GAP if columns > 1 else sheet.room
    for start in range(0, len(marks), columns):
        row = marks[start : start + columns]
        # What a figure alone is called is said by the title.
        names = [[] if picture.alone else wrap(mark.name, theme.SIZE_TEXT, room) for mark in row]
        lines = max(len(name) for name in names)
        top = sheet.y
        bottom = top
        for index, (mark, name) in enumerate(zip(row, names, strict=True)):
            x = index / columns
            sheet.y = top
            for line in name:
                sheet.text(line, x=x, y=sheet.y + 10)
                sheet.y += 20
            sheet.y = top + lines * 20 + 2
            sheet.text(_runs(mark, size), x=x, y=sheet.y + size * 0.68, size=size)
            sheet.y += round(size * 1.36)
            sheet.lines(
                picture.beneath(mark), size=theme.SIZE_SMALL, color=theme.QUIET, x=x, room=room
            )
            bottom = max(bottom, sheet.y)
        sheet.y = bottom + 14
