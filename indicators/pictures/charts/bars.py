"""Horizontal bars from zero whose ends show the bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from indicators.language import text
from indicators.language.marks import is_ahead
from indicators.language.relations import bound_sign
from indicators.pictures import theme
from indicators.pictures.charts.sheet import Run, Sheet, escaped, text_width
from indicators.pictures.ends import end_marks, is_hollow, run_of

THICK: Final = 22


@dataclass(frozen=True, slots=True)
class Item:
    """One figure to draw.

    Attributes:
        row: The observation.
        name: What it is called in this chart.
        parts: The figure's text.
        role: ``whole``, ``part`` or ``single``.
        context: Whether it comes from another document than the leading one.
        sentence: Its sentence for those who can't see it.
        whose: That document's short name, said beside the figure; else nothing.
    """

    row: dict[Any, Any]
    name: str
    parts: text.FigureParts
    role: str
    context: bool
    sentence: str
    whose: str = ""

    @property
    def ahead(self) -> bool:
        """Whether it is a target or a forecast, which is never drawn solid."""
        return is_ahead(self.row)

    def caption(self, lang: str, *, period: bool) -> str:
        """Return its name, with its period if wanted, and whose it is if another document's."""
        when = text.row_period(self.row, lang) if period else ""
        return " · ".join(part for part in (self.name, when, self.whose) if part)

    @property
    def relation(self) -> str:
        """How the true number stands to the printed one."""
        return str(self.row["relation"])

    @property
    def extent(self) -> tuple[float, float]:
        """Where the bar begins and ends, in the indicator's unit."""
        if self.relation == "between":
            return float(self.row["lower"]), float(self.row["upper"])
        value = float(self.row["obs_value"])
        return min(value, 0.0), value

    @property
    def color(self) -> str:
        """Grey for context, a lighter step for parts."""
        if self.context:
            return theme.GREY
        return theme.BLUE_PART if self.role == "part" else theme.BLUE


def _sign(item: Item) -> str:
    """Return the sign of a bound, with a space after it; nothing where there is none."""
    sign = bound_sign(item.relation)
    # A figure written as a number has the sign for its bound word already.
    return f"{sign} " if sign and item.parts.bound != sign else ""


def _label(item: Item) -> list[Run]:
    """Return what stands at a bar's end: the sign of the bound, then the figure as printed."""
    sign = _sign(item)
    figure = Run(item.parts.plain, bold=True)
    return [Run(sign, color=theme.QUIET), figure] if sign else [figure]


def draw_bars(sheet: Sheet, items: Sequence[Item], *, lang: str, show_period: bool) -> None:
    """Draw the items from the top down, each with its name above and its figure at the end."""
    top = max(item.extent[1] for item in items)
    size = theme.SIZE_TEXT
    sheet.right = max(
        sheet.right,
        round(max(text_width(_sign(i) + i.parts.plain, size) * 1.06 + 12 + run_of(i.relation) for i in items)),
    )
    whole = next((item for item in items if item.role == "whole"), None)
    start = sheet.y
    for item in items:
        name = item.caption(lang, period=show_period)
        sheet.lines(name, size=size, color=theme.INK, bold=item.role == "whole", gap=1)
        middle = sheet.y + THICK / 2
        if whole is not None and item.role == "part":
            _track(sheet, whole.extent[1], middle, top)
        _bar(sheet, item, middle, top)
        end = max(item.extent[1], 0) / top
        sheet.text(
            _label(item),
            x=end,
            y=middle,
            xshift=run_of(item.relation) + 8,
            color=theme.INK,
        )
        sheet.y += THICK + 10
    foot = sheet.y - 4
    sheet.stroke((0, start), (0, foot), color=theme.INK)
    # The zero line would touch the names if they began at the same pixel.
    for line in sheet.texts:
        if line.x == 0 and line.y > start and line.shift == 0:
            line.shift = 6
    _scale(sheet, top, foot, lang)


def _scale(sheet: Sheet, top: float, foot: float, lang: str) -> None:
    """Put the axis beneath the bars: a zero line's foot, ticks, and their values in 万/亿."""
    values, labels = text.axis_ticks(top, lang)
    sheet.stroke((0, foot), (1, foot), color=theme.RULE)
    for value, label in zip(values, labels, strict=True):
        x = value / top
        sheet.stroke((x, foot), (x, foot + 4), color=theme.QUIET)
        align = "left" if value == 0 else "center"
        sheet.text(
            label, x=x, y=foot + 14, size=theme.SIZE_SMALL, color=theme.QUIET, align=align
        )
    sheet.y = foot + 26


def _track(sheet: Sheet, value: float, middle: float, top: float) -> None:
    sheet.traces.append(
        go.Bar(
            x=[value / top],
            y=[middle],
            width=[THICK],
            orientation="h",
            marker={"color": theme.BLUE_PALE, "line": {"width": 0}},
            hoverinfo="skip",
        )
    )


def _bar(sheet: Sheet, item: Item, middle: float, top: float) -> None:
    low, high = item.extent
    base = low / top if item.relation == "between" else 0.0
    end = high / top
    color = item.color
    hollow = is_hollow(item.relation, ahead=item.ahead)
    # What hasn't happened is hatched: nobody takes it for what stands there already.
    hatched = {
        "shape": "/", "size": 7, "solidity": 0.25, "fgcolor": color, "bgcolor": theme.GROUND,
        "fillmode": "replace",
    }
    sheet.traces.append(
        go.Bar(
            x=[end - base],
            base=[base],
            y=[middle],
            width=[THICK - 2 if hollow else THICK],
            orientation="h",
            marker={
                "color": theme.GROUND if hollow else color,
                "line": {"width": 2 if hollow else 0, "color": color},
                **({"pattern": hatched} if item.ahead else {}),
            },
            hovertext=[escaped(item.sentence)],
            hoverinfo="text",
        )
    )
    for mark in end_marks(item.relation, THICK, ahead=item.ahead):
        points = [(across, middle + down) for across, down in mark.points]
        sheet.polygon(points, theme.GROUND if mark.ground else color, end, mark.opacity)
