"""From a chart's entry in a definition file to a figure.

Nothing here knows an indicator's name; what to draw comes from the definition file, and what it
says from the table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.guard import may_share_axis
from indicators.evidence.standing import standing
from indicators.language import text
from indicators.language.attribution import attribution
from indicators.language.sentences import caption, sentence
from indicators.models import Chart, ChartKind, Indicator
from indicators.pictures import theme
from indicators.pictures.charts.bars import Item, draw_bars
from indicators.pictures.charts.cards import draw_cards
from indicators.pictures.charts.set_large import set_picture
from indicators.pictures.charts.sheet import NARROW, Sheet, line_height


@dataclass(frozen=True, slots=True)
class ChartResult:
    """A chart, ready to show; title, source and all, as wide as its container.

    Attributes:
        sheet: What is drawn, as plain data.
        alt: What it shows, for those who can't see it.
        lang: ``zh`` or ``en``.
    """

    sheet: Sheet
    alt: str
    lang: str

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return self.sheet.height

    @property
    def figure(self) -> go.Figure:
        """The chart as plotly has it."""
        return self.sheet.figure()

    @property
    def html(self) -> str:
        """The chart as HTML where figures are set large and nothing is plotted; else nothing."""
        return set_picture(self.sheet, self.alt, self.lang)


@dataclass(frozen=True, slots=True)
class Task:
    """What the drawing functions get."""

    catalog: Catalog
    chart: Chart
    lang: str
    width: int
    height: int = 0
    title_lines: int = 1
    unit: str = ""
    """The unit that the subtitle names, if not the indicators' own."""


def card_of(indicator: Indicator) -> Chart:
    """Return the chart that shows an indicator's figure alone, for which no entry is needed."""
    return Chart(
        id=f"figure_{indicator.id}", kind=ChartKind.CARD, title=indicator.name,
        indicators=(indicator.id,), breakdown=None, note=None,
    )


def build_chart(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str, *, width: int = NARROW,
    height: int = 0, title_lines: int = 1,
) -> ChartResult | None:
    """Draw a chart.

    Args:
        catalog: The catalogue.
        table: The observations, or those of a selection.
        chart: The chart's entry in a definition file.
        lang: ``zh`` or ``en``.
        width: The narrowest width in pixels that it will be shown at; text is wrapped for it.
        height: The least height in pixels; the source line moves down to the foot of it.
        title_lines: The lines that the title has room for at least, so that the figures of
            pictures beside each other stand on one height.

    Returns:
        The chart; None if the table has nothing to draw.
    """
    task = Task(catalog, chart, lang, max(width, 240), height, title_lines)
    kind, items = chart_items(catalog, table, chart, lang)
    return KINDS[kind](task, items) if items else None


def chart_items(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str
) -> tuple[ChartKind, list[Item]]:
    """Return what a chart draws, in order, and how: cards where no common axis is allowed."""
    task = Task(catalog, chart, lang, NARROW)
    items = _SELECT.get(chart.kind, _single)(task, table)
    kind = chart.kind
    if kind not in (ChartKind.CARD, ChartKind.RANK) and items and not _one_axis(catalog, items):
        kind = ChartKind.CARD
    return kind, items


def _choose(catalog: Catalog, rows: pd.DataFrame) -> dict[Any, Any] | None:
    """Return the row that stands among those of one indicator, or of one part of it."""
    records: list[dict[Any, Any]] = rows.to_dict("records")
    return standing(catalog, records)


def _item(task: Task, row: dict[Any, Any], role: str, name: str | None = None) -> Item:
    indicator = task.catalog.indicators[row["indicator"]]
    short = indicator.short or indicator.name
    return Item(
        row=row,
        name=name or short.in_language(task.lang),
        parts=text.set_apart(text.number_text(row, task.catalog, task.lang), row, task.lang),
        role=role,
        context=not task.catalog.is_leading(str(row["document"])),
        sentence=sentence(row, task.catalog, task.lang),
        whose=attribution(task.catalog, row, task.lang),
    )


def _total_row(task: Task, table: pd.DataFrame, indicator: str) -> dict[Any, Any] | None:
    if indicator not in task.catalog.indicators:
        return None
    rows = table[(table["indicator"] == indicator) & (table["breakdown"] == TOTAL)]
    return _choose(task.catalog, rows)


def _single(task: Task, table: pd.DataFrame) -> list[Item]:
    """One figure for each indicator."""
    rows = [_total_row(task, table, indicator) for indicator in task.chart.indicators]
    return [_item(task, row, "single") for row in rows if row is not None]


def _sorted(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda item: -item.extent[1])


def _beside(task: Task, table: pd.DataFrame) -> list[Item]:
    return _sorted(_single(task, table))


def _with_subset(task: Task, table: pd.DataFrame) -> list[Item]:
    items: list[Item] = []
    prefix = "of which: " if task.lang == "en" else "其中："
    for index, indicator in enumerate(task.chart.indicators):
        row = _total_row(task, table, indicator)
        if row is None:
            continue
        if index == 0:
            items.append(_item(task, row, "whole"))
            continue
        entry = task.catalog.indicators[indicator]
        name = (entry.short or entry.name).in_language(task.lang)
        if not name.lower().startswith(prefix[:-1].rstrip(":")):
            name = prefix + name
        items.append(_item(task, row, "part", name))
    return items[:1] + _sorted(items[1:])


def _with_parts(task: Task, table: pd.DataFrame) -> list[Item]:
    first = task.chart.indicators[0]
    total = _total_row(task, table, first)
    items = [] if total is None else [_item(task, total, "whole")]
    breakdown = task.chart.breakdown
    if total is not None and breakdown is not None:
        # The title names the indicator; what the parts are parts of is the place.
        area = task.catalog.areas.get(str(total["ref_area"]))
        name = area.name.in_language(task.lang) if area else None
        items = [_item(task, total, "whole", name)]
    if breakdown is None:
        rest = [_total_row(task, table, other) for other in task.chart.indicators[1:]]
        return items + _sorted([_item(task, row, "part") for row in rest if row is not None])
    if breakdown not in task.catalog.breakdowns or first not in task.catalog.indicators:
        return items
    parts: list[Item] = []
    rows = table[table["indicator"] == first]
    if total is not None:
        # Parts of another date or document are not parts of this total.
        same = (rows["document"] == total["document"]) & (
            rows["time_period"] == total["time_period"]
        )
        rows = rows[same]
    for code in task.catalog.breakdowns[breakdown].codes:
        row = _choose(task.catalog, rows[rows["breakdown"] == f"{breakdown}={code.id}"])
        if row is not None:
            parts.append(_item(task, row, "part", code.name.in_language(task.lang)))
    return items + _sorted(parts)


def _one_axis(catalog: Catalog, items: Sequence[Item]) -> bool:
    """Tell whether the items may share an axis that begins at zero."""
    if any(item.extent[0] < 0 or not math.isfinite(item.extent[1]) for item in items):
        return False
    rows = [item.row for item in items]
    return max(item.extent[1] for item in items) > 0 and may_share_axis(catalog, rows).allowed


def _common(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""


def _head(task: Task, sheet: Sheet, items: Sequence[Item], *, unit: bool) -> bool:
    """Put title and subtitle; tell whether the period is said there for all."""
    lang = task.lang
    begin = sheet.y
    sheet.lines(task.chart.title.in_language(lang), size=theme.SIZE_TITLE, bold=True, gap=1)
    room = begin + task.title_lines * line_height(theme.SIZE_TITLE) + 1
    short = max(0, room - sheet.y)
    period = _common([text.row_period(item.row, lang) for item in items])
    area = task.catalog.areas.get(_common([str(item.row["ref_area"]) for item in items]))
    label = ""
    if unit:
        first = items[0].row["indicator"]
        label = _common([text.unit_label(i.row["indicator"], task.catalog, lang) for i in items])
        label = label or str(
            task.catalog.units[task.catalog.indicators[first].unit].name.in_language(lang)
        )
        label = task.unit or label
        label = f"Unit: {label}" if lang == "en" else f"单位：{label}"
    else:
        period = ""  # Each card says its own date.
    subtitle = [label, period, area.name.in_language(lang) if area else ""]
    joined = " · ".join(part for part in subtitle if part)
    if joined:
        sheet.lines(joined, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.y += 12 + short
    return bool(period)


def _mixed(task: Task, items: Sequence[Item]) -> list[str]:
    """Return what has to be said where figures of several dates stand in one picture."""
    notes = may_share_axis(task.catalog, [item.row for item in items]).notes
    return [note.sentence(task.lang) for note in notes if note.code in ("dates", "forecast")]


def _foot(task: Task, sheet: Sheet, items: Sequence[Item]) -> None:
    """Put note, rule and source lines, at the foot of the picture."""
    mark = sheet.mark()
    sheet.y += 8
    said = [task.chart.note.in_language(task.lang)] if task.chart.note is not None else []
    said += [caption(item.row, task.catalog, task.lang) for item in items]
    for line in dict.fromkeys(line for line in said if line):
        sheet.lines(
            line,
            size=theme.SIZE_SMALL,
            color=theme.QUIET,
            gap=6,
        )
    for line in _mixed(task, items):
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.INK, gap=6)
    sheet.rule()
    sheet.y += 6
    sections: dict[str, list[str]] = {}
    for item in items:
        sections.setdefault(item.row["document"], []).append(str(item.row["section"]))
    lines = [
        text.source_line(task.catalog, document, found, task.lang)
        for document, found in sections.items()
    ]
    codes = [str(item.row["code"]) for item in items if item.row.get("code")]
    if codes:
        lines[-1] += " · " + text.code_line(codes, task.lang)
    for line in lines:
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.lower(mark, task.height)


def _result(task: Task, sheet: Sheet, items: Sequence[Item]) -> ChartResult:
    title = task.chart.title.in_language(task.lang)
    gap = ". " if task.lang == "en" else "。"
    between = " " if task.lang == "en" else ""
    alt = title + gap + between.join(item.sentence for item in items)
    return ChartResult(sheet, alt, task.lang)


def item_of(task: Task, row: dict[Any, Any]) -> Item:
    """Return an observation as a chart draws it, standing by itself."""
    return _item(task, row, "single")


def picture(
    task: Task, items: Sequence[Item], draw: Callable[[Sheet, bool], None], *, unit: bool
) -> ChartResult:
    """Return a picture: title and subtitle, what ``draw`` draws, the note and the sources.

    Args:
        task: What is drawn, and how wide.
        items: The figures, for the subtitle, the sources and the alternative text.
        draw: Draws on the sheet; it is told whether the subtitle has the period of all.
        unit: Whether the subtitle has the unit of all.
    """
    sheet = Sheet(room=task.width)
    same = _head(task, sheet, items, unit=unit)
    draw(sheet, same)
    _foot(task, sheet, items)
    return _result(task, sheet, items)


def _bars(task: Task, items: list[Item]) -> ChartResult:
    def draw(sheet: Sheet, same: bool) -> None:
        draw_bars(sheet, items, lang=task.lang, show_period=not same)

    return picture(task, items, draw, unit=True)


def _cards(task: Task, items: list[Item]) -> ChartResult:
    def draw(sheet: Sheet, same: bool) -> None:
        draw_cards(sheet, items, lang=task.lang)

    return picture(task, items, draw, unit=False)


_SELECT: Final[dict[ChartKind, Callable[[Task, pd.DataFrame], list[Item]]]] = {
    ChartKind.TOTAL_WITH_PARTS: _with_parts,
    ChartKind.WHOLE_WITH_SUBSET: _with_subset,
    ChartKind.SIDE_BY_SIDE: _beside,
}
KINDS: Final[dict[ChartKind, Callable[[Task, list[Item]], ChartResult]]] = {
    ChartKind.TOTAL_WITH_PARTS: _bars,
    ChartKind.WHOLE_WITH_SUBSET: _bars,
    ChartKind.SIDE_BY_SIDE: _bars,
    ChartKind.CARD: _cards,
    ChartKind.RANK: _cards,
}
"""How each kind is drawn."""
