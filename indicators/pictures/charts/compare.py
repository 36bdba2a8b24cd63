"""Several indicators beside each other: on one axis where the guard allows it, else apart.

On a linear scale bars begin at zero; a logarithmic scale has no zero, so there points are drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import plotly.graph_objects as go

from indicators.catalog import Catalog
from indicators.evidence.guard import may_share_axis
from indicators.language.numbers import ratio_to, rewritten
from indicators.language.relations import End, end_of
from indicators.models import Chart, ChartKind, Text
from indicators.pictures import theme
from indicators.pictures.charts.bars import Item, draw_bars
from indicators.pictures.charts.build import ChartResult, Task, item_of, picture
from indicators.pictures.charts.cards import draw_cards
from indicators.pictures.charts.sheet import Sheet, escaped, text_width
from indicators.pictures.ends import run_of

_FEW: Final = 3
_RADIUS: Final = 7
_RUN: Final = 30
_ROW: Final = 22
_TICK_ROOM: Final = 70


@dataclass(frozen=True, slots=True)
class Options:
    """How a comparison is drawn.

    Attributes:
        log: Whether on a logarithmic scale.
        form: How figures are written, one of `indicators.language.numbers.FORMS`.
        unit: The unit to convert to, where it does; empty for each one's own.
    """

    log: bool = False
    form: str = "printed"
    unit: str = ""


def groups(catalog: Catalog, rows: Sequence[dict[Any, Any]]) -> list[list[dict[Any, Any]]]:
    """Part the rows into groups that may share an axis, in the order of their first rows.

    Each row joins the first group that the guard lets it into.
    """
    found: list[list[dict[Any, Any]]] = []
    for row in rows:
        for group in found:
            if may_share_axis(catalog, [*group, row]).allowed:
                group.append(row)
                break
        else:
            found.append([row])
    return found


def is_drawable(row: dict[Any, Any]) -> bool:
    """Tell whether a row has a value that an axis from zero can show."""
    ends = [row["lower"], row["upper"]] if row["relation"] == "between" else [row["obs_value"]]
    return all(math.isfinite(float(end)) and float(end) >= 0 for end in ends)


def draw_comparison(
    catalog: Catalog, rows: Sequence[dict[Any, Any]], lang: str, options: Options, *, width: int,
    height: int = 0,
) -> ChartResult:
    """Draw rows that may share an axis.

    Args:
        catalog: The catalogue.
        rows: A group of `groups`, each `is_drawable`.
        lang: ``zh`` or ``en``.
        options: Scale and writing.
        width: The narrowest width in pixels that it will be shown at.
        height: The least height in pixels.

    Returns:
        The chart. Where a value isn't above zero the scale is linear whatever was asked for.
    """
    chart = Chart(
        id="compare", kind=ChartKind.SIDE_BY_SIDE, title=_title(catalog, rows), breakdown=None,
        indicators=tuple(dict.fromkeys(str(row["indicator"]) for row in rows)), note=None,
    )
    task = Task(catalog, chart, lang, max(width, 240), height, unit=_unit(catalog, rows, lang, options))
    items = sorted((_item(task, row, options) for row in rows), key=lambda item: -item.extent[1])
    # The first is the best: a longer bar for a worse rank would mislead.
    ranks = any(row["measure_type"] == "rank" for row in rows)
    logarithmic = options.log and all(item.extent[0] >= 0 and item.extent[1] > 0 for item in items)

    def draw(sheet: Sheet, same: bool) -> None:
        if ranks:
            draw_cards(sheet, items, lang=lang)
        elif logarithmic:
            _draw_points(sheet, items, lang, show_period=not same)
        elif max(item.extent[1] for item in items) > 0:
            draw_bars(sheet, items, lang=lang, show_period=not same)

    return picture(task, items, draw, unit=not ranks)


def _title(catalog: Catalog, rows: Sequence[dict[Any, Any]]) -> Text:
    names = [catalog.indicators[key].name for key in dict.fromkeys(row["indicator"] for row in rows)]
    if len(names) > _FEW:
        return Text(zh=f"{len(names)}项指标的比较", en=f"{len(names)} indicators compared")
    return Text(zh="、".join(name.zh for name in names), en=", ".join(name.en for name in names))


def _unit(catalog: Catalog, rows: Sequence[dict[Any, Any]], lang: str, options: Options) -> str:
    if options.unit and all(ratio_to(catalog, row, options.unit) != 1 for row in rows):
        return str(catalog.units[options.unit].name.in_language(lang))
    return ""


def _item(task: Task, row: dict[Any, Any], options: Options) -> Item:
    """Return a row as an item whose extent is in the unit that is drawn."""
    ratio = float(ratio_to(task.catalog, row, options.unit))
    scaled = {**row, **{end: float(row[end]) * ratio for end in ("obs_value", "lower", "upper")}}
    item = item_of(task, row)
    parts = rewritten(row, task.catalog, task.lang, form=options.form, unit=options.unit)
    sentence = item.sentence
    if parts != item.parts:
        # Who can't see the picture hears what it shows, and what the document prints.
        aside = f" ({parts.plain})" if task.lang == "en" else f"（{parts.plain}）"
        stop = "." if task.lang == "en" else "。"
        sentence = sentence.removesuffix(stop) + aside + stop
    return replace(item, row=scaled, parts=parts, sentence=sentence)


def _draw_points(sheet: Sheet, items: Sequence[Item], lang: str, *, show_period: bool) -> None:
    """Draw each item as a point on a logarithmic scale, its name above, its figure beside it."""
    lows = [item.extent[0] or item.extent[1] for item in items]
    first = math.floor(math.log10(min(lows)) + 1e-9)
    # Two decades at least, or a point alone would stand on a scale that says nothing.
    last = max(first + 2, math.ceil(math.log10(max(item.extent[1] for item in items)) - 1e-9))

    def place(value: float) -> float:
        return (math.log10(value) - first) / (last - first)

    size = theme.SIZE_TEXT
    sheet.right = max(
        sheet.right,
        round(max(text_width(item.parts.plain, size) * 1.06 + _RUN + 16 for item in items)),
    )
    start = sheet.y
    for item in items:
        sheet.lines(item.caption(lang, period=show_period), size=size, color=theme.INK, gap=1)
        middle = sheet.y + _ROW / 2
        sheet.stroke((0, middle), (1, middle), color=theme.RULE)
        _point(sheet, item, middle, place)
        end = place(item.extent[1])
        sheet.text(
            item.parts.plain, x=end, y=middle, xshift=run_of(item.relation) or _RADIUS + 8,
            bold=True,
        )
        sheet.y += _ROW + 8
    foot = sheet.y
    sheet.stroke((0, foot), (1, foot), color=theme.INK)
    step = max(1, math.ceil((last - first) / max(1, (sheet.room - sheet.right) // _TICK_ROOM)))
    for power in range(first, last + 1, step):
        x = (power - first) / (last - first)
        sheet.stroke((x, start), (x, foot + 4), color=theme.RULE)
        sheet.text(
            power_text(power, lang), x=x, y=foot + 14, size=theme.SIZE_SMALL, color=theme.QUIET,
            align="left" if power == first else "center",
        )
    sheet.y = foot + 26


def _point(sheet: Sheet, item: Item, middle: float, place: Any) -> None:
    """Draw a point: filled if it is equal, hollow with an arrow if it is a bound, a bar for a range."""
    low, high = item.extent
    x = place(high)
    color = theme.GREY if item.context else theme.BLUE
    way = end_of(item.relation)
    hollow = item.ahead or way in (End.OPEN, End.SHORT)
    line = {"width": 2, "color": color, "dash": "dot" if item.ahead else "solid"}
    ring = {"type": "circle", "fillcolor": theme.GROUND if hollow else color, "line": line}
    if way is End.SOFT:
        sheet.box(-_RADIUS * 2, _RADIUS * 2, middle - _RADIUS, middle + _RADIUS, anchor=x,
                  fillcolor=color, opacity=0.25)
    if way is End.RANGE and low > 0:
        for shift in (-1, 0, 1):
            sheet.stroke((place(low), middle + shift), (x, middle + shift), color=color)
        sheet.box(-_RADIUS, _RADIUS, middle - _RADIUS, middle + _RADIUS, anchor=place(low), **ring)
    if way is End.OPEN:
        sheet.polygon(
            [(_RADIUS + 3, middle - 6), (_RADIUS + 12, middle), (_RADIUS + 3, middle + 6)], color, x
        )
    elif way is End.SHORT:
        sheet.polygon(
            [(-_RADIUS - 3, middle - 6), (-_RADIUS - 12, middle), (-_RADIUS - 3, middle + 6)], color, x
        )
    sheet.box(-_RADIUS, _RADIUS, middle - _RADIUS, middle + _RADIUS, anchor=x, **ring)
    sheet.traces.append(
        go.Scatter(
            x=[x], y=[middle], mode="markers", marker={"size": 2 * _RADIUS, "opacity": 0},
            hovertext=[escaped(item.sentence)], hoverinfo="text",
        )
    )


def power_text(power: int, lang: str) -> str:
    """Return a power of ten as an axis has it: 10万, 1 million."""
    words = ((12, " trillion"), (9, " billion"), (6, " million")) if lang == "en" else (
        (8, "亿"), (4, "万"))
    base, word = next(((b, w) for b, w in words if power >= b), (0, ""))
    value = 10 ** (power - base) if power >= base else 0
    return f"{value:,}{word}" if power >= 0 else f"{10.0 ** power:.{-power}f}"

