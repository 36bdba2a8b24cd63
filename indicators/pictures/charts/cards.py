"""Figures set large: bound small, number large, unit half as large, on one baseline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.language import text
from indicators.pictures import theme
from indicators.pictures.charts.bars import Item
from indicators.pictures.charts.sheet import Run, Sheet, text_width, wrap

MOST_COLUMNS: Final = 4
GAP: Final = 16
SMALLEST: Final = 24


def _width(item: Item, size: float) -> float:
    parts = item.parts
    return (
        text_width(parts.bound, size * 0.45)
        + text_width(parts.number, size) * 1.06
        + text_width(parts.unit, size * 0.5)
        + size * 0.4
    )


def _runs(item: Item, size: int) -> list[Run]:
    """Return the figure as runs on one baseline."""
    parts = item.parts
    color = theme.GREY if item.context else theme.BLUE
    # Grey enough for the number is too pale for the small words beside it.
    beside = theme.QUIET if item.context else theme.BLUE
    runs = []
    if parts.bound:
        runs += [Run(parts.bound, round(size * 0.45), beside, raised=True), Run(" ")]
    runs.append(Run(parts.number, size, color, bold=True))
    if parts.unit:
        runs.append(Run(f" {parts.unit}", round(size * 0.5), beside))
    return runs


def _columns(items: Sequence[Item], room: int, size: int) -> int:
    """Return how many fit beside each other without touching."""
    need = max(_width(item, size) for item in items) + GAP
    return max(1, min(len(items), MOST_COLUMNS, int((room + GAP) // need)))


def draw_cards(sheet: Sheet, items: Sequence[Item], *, lang: str) -> None:
    """Draw the items as cards, in rows."""
    size = theme.SIZE_FIGURE
    columns = _columns(items, sheet.room, size)
    if columns == 1:
        widest = max(_width(item, 1) for item in items)
        size = max(SMALLEST, min(size, int(sheet.room / widest)))
    room = sheet.room / columns - GAP if columns > 1 else sheet.room
    for start in range(0, len(items), columns):
        row = items[start : start + columns]
        # A card alone has its name in the subtitle.
        alone = len(items) == 1
        names = [[] if alone else wrap(item.name, theme.SIZE_TEXT, room) for item in row]
        lines = max(len(name) for name in names)
        top = sheet.y
        bottom = top
        for index, (item, name) in enumerate(zip(row, names, strict=True)):
            x = index / columns
            sheet.y = top
            for line in name:
                sheet.text(line, x=x, y=sheet.y + 10)
                sheet.y += 20
            sheet.y = top + lines * 20 + 2
            sheet.text(_runs(item, size), x=x, y=sheet.y + size * 0.68, size=size)
            sheet.y += round(size * 1.36)
            quiet = text.row_period(item.row, lang)
            if item.row["section"]:
                quiet += f" · {item.row['section']}"
            if item.whose:
                quiet += f" · {item.whose}"
            sheet.lines(quiet, size=theme.SIZE_SMALL, color=theme.QUIET, x=x, room=room)
            bottom = max(bottom, sheet.y)
        sheet.y = bottom + 14
