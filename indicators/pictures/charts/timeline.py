"""A figure's trend: real time spacing, bounds as bounds, every document told apart.

One line holds one indicator, area and breakdown: another scope is another indicator and never joins
it. A stretch without figures, or one that ends in a bound, is dashed and said to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.guard import LEVELS, may_share_axis
from indicators.evidence.vintages import trust_words
from indicators.language import text
from indicators.language.sentences import sentence as official
from indicators.models import EvidenceFile
from indicators.pictures import theme
from indicators.pictures.charts.build import ChartResult
from indicators.pictures.charts.dated import Point, is_broken, points_of
from indicators.pictures.charts.labels import GAP, Box, Wish, place
from indicators.pictures.charts.points import draw_mark, key_lines, reach
from indicators.pictures.charts.sheet import NARROW, Sheet, escaped, line_height, text_width
from indicators.table.rows import as_observation, as_row

PLOT_HEIGHT: Final = 250
HEAD: Final = 92
"""Pixels above the highest point: an arrow and a label."""
MOST_POINTS: Final = 400
_EDGE: Final = 46


def build_timeline(
    catalog: Catalog, rows: pd.DataFrame, rule: EvidenceFile, lang: str, *, width: int = NARROW
) -> ChartResult | None:
    """Draw the trend of one indicator.

    Args:
        catalog: The catalogue.
        rows: The indicator's rows of the table; the totals are drawn.
        rule: Which claim is drawn in full.
        lang: ``zh`` or ``en``.
        width: The narrowest width in pixels that it will be shown at.

    Returns:
        The chart; None if there is nothing to draw, or if the rows may not share an axis.
    """
    totals = rows[rows["breakdown"] == TOTAL]
    omitted = max(0, len(totals) - MOST_POINTS)
    totals = totals.head(MOST_POINTS)
    found = [as_observation(row) for row in totals.to_dict("records")]
    if not found or len({row.indicator for row in found}) > 1 or (
        not may_share_axis(catalog, found).allowed
    ):
        return None
    areas = {row.ref_area for row in found}
    if len(areas) > 1:
        return None
    points, documents = points_of(catalog, found, rule)
    if not any(point.height > 0 for point in points) or any(p.height < 0 for p in points):
        return None
    sheet = Sheet(room=max(width, 240))
    title = _head(catalog, sheet, points, lang)
    missing = omitted + _plot(catalog, sheet, points, lang)
    _foot(catalog, sheet, points, documents, missing, lang)
    return ChartResult(sheet, _alt(catalog, title, points, lang), lang)


def _head(catalog: Catalog, sheet: Sheet, points: Sequence[Point], lang: str) -> str:
    english = lang == "en"
    row = points[0].row
    name = catalog.indicators[row.indicator].name.in_language(lang)
    first, last = (text.period_text(points[i].row.time_period, lang) for i in (0, -1))
    title = f"{name}, {first} to {last}" if english else f"{name}：{first}至{last}"
    sheet.lines(title, size=theme.SIZE_TITLE, bold=True, gap=1)
    area = catalog.areas.get(row.ref_area)
    label = text.unit_label(row.indicator, catalog, lang)
    parts = [
        f"Unit: {label}" if english else f"单位：{label}",
        area.name.in_language(lang) if area else "",
    ]
    sheet.lines(
        " · ".join(part for part in parts if part), size=theme.SIZE_SMALL, color=theme.QUIET
    )
    sheet.y += 4
    return title


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and numbers are on the sheet."""

    first: date
    days: int
    base: float
    top: float
    most: float
    room: float

    def x(self, day: date) -> float:
        """Return the fraction of the plot."""
        inner = (day - self.first).days / self.days if self.days else 0.5
        edge = _EDGE / self.room
        return edge + inner * (1 - 2 * edge)

    def y(self, number: float) -> float:
        """Return the pixels down."""
        return self.base - number / self.most * (self.base - self.top)


def _plot(catalog: Catalog, sheet: Sheet, points: Sequence[Point], lang: str) -> int:
    """Draw the plot; return how many points have no label."""
    top = sheet.y + HEAD
    base = top + PLOT_HEIGHT
    uppers = [float(p.row.upper) for p in points if p.row.upper is not None]
    scale = _Scale(
        points[0].when, (points[-1].when - points[0].when).days, base, top,
        max(max(p.height for p in points), *uppers, 0.0), sheet.room,
    )
    _axis(sheet, scale, points, lang)
    _lines(sheet, scale, points)
    for point in points:
        draw_mark(sheet, point, scale.x(point.when), scale.y)
    _hover(catalog, sheet, scale, points, lang)
    missing = _labels(catalog, sheet, scale, points, lang)
    sheet.y = base + 8 + line_height(theme.SIZE_SMALL)
    return missing


def _axis(sheet: Sheet, scale: _Scale, points: Sequence[Point], lang: str) -> None:
    """Draw the zero line and the years; a level's year is marked at its end."""
    sheet.stroke((0, scale.base), (1, scale.base), color=theme.INK)
    level = str(points[0].row.measure_type) in LEVELS
    years = range(points[0].when.year - 1, points[-1].when.year + 1)
    marks = []
    for year in years:
        day = date(year, 12, 31) if level else date(year, 7, 1)
        if points[0].when - timedelta(31) <= day <= points[-1].when + timedelta(31):
            words = f"end {year}" if level and lang == "en" else f"{year}"
            marks.append((scale.x(day), f"{words}年底" if level and lang != "en" else words))
    if not marks:
        return
    need = max(text_width(words, theme.SIZE_SMALL) for _, words in marks) + 10
    apart = sheet.room * (marks[1][0] - marks[0][0]) if len(marks) > 1 else need
    step = max(1, -int(-need // apart))
    for index, (x, words) in enumerate(marks):
        sheet.stroke((x, scale.base), (x, scale.base + 5), color=theme.INK)
        if (len(marks) - 1 - index) % step == 0:
            sheet.text(
                words, x=x, y=scale.base + 6 + line_height(theme.SIZE_SMALL) / 2,
                size=theme.SIZE_SMALL, color=theme.QUIET, align="center",
            )


def _lines(sheet: Sheet, scale: _Scale, points: Sequence[Point]) -> None:
    through = [point for point in points if point.first and not point.ahead]
    for one, other in pairwise(through):
        sheet.shapes.append(
            {
                "type": "line", "xref": "paper", "yref": "y", "layer": "below",
                "x0": scale.x(one.when), "x1": scale.x(other.when),
                "y0": scale.y(one.height), "y1": scale.y(other.height),
                "line": {
                    "color": theme.RULE if is_broken(one, other) else theme.GREY, "width": 2,
                    "dash": "4px,4px" if is_broken(one, other) else "solid",
                },
            }
        )


def _hover(
    catalog: Catalog, sheet: Sheet, scale: _Scale, points: Sequence[Point], lang: str
) -> None:
    """Put an invisible mark on each point that says it in a sentence."""
    sheet.traces.append(
        go.Scatter(
            x=[scale.x(point.when) for point in points],
            y=[scale.y(point.height) for point in points],
            mode="markers", marker={"size": 18, "opacity": 0}, hoverinfo="text",
            hovertext=[escaped(sentence(catalog, point, lang)) for point in points],
        )
    )


def sentence(catalog: Catalog, point: Point, lang: str) -> str:
    """Return a point in the official sentence, which says that a forecast is one, and whose it is."""
    words = official(as_row(point.row), catalog, lang)
    if not catalog.is_leading(point.row.document):
        return words  # It says whose it is.
    entry = catalog.documents.get(point.row.document)
    whose = entry.document.producer.in_language(lang) if entry else point.row.document
    return f"{words} {whose}." if lang == "en" else f"{words}{whose}。"


def _labels(
    catalog: Catalog, sheet: Sheet, scale: _Scale, points: Sequence[Point], lang: str
) -> int:
    """Label the points with figure, period and document; return how many have no room."""
    groups: dict[tuple[date, str, str], list[Point]] = {}
    for point in points:
        key = (point.when, point.row.time_period, point.row.figure)
        groups.setdefault(key, []).append(point)
    # The main document chooses first, then the latest; what isn't drawn in full comes last.
    chosen = sorted(
        groups.values(),
        key=lambda group: (
            not any(p.full for p in group), not any(p.main for p in group),
            -group[0].when.toordinal(),
        ),
    )
    wishes, texts = [], []
    for group in chosen:
        point = group[0]
        figure = text.number_text(as_row(point.row), catalog, lang).plain
        numbers = ", ".join(str(p.reference) for p in group)
        under = f"{text.row_period(as_row(point.row), lang)} [{numbers}]"
        width = max(
            text_width(figure, theme.SIZE_TEXT) * 1.06, text_width(under, theme.SIZE_SMALL)
        )
        height = line_height(theme.SIZE_TEXT) + line_height(theme.SIZE_SMALL) - 6
        wishes.append(
            Wish(
                scale.x(point.when) * scale.room, scale.y(point.height), width, height,
                *reach(str(point.row.relation)),
            )
        )
        texts.append((figure, under, point.main))
    room = Box(0, scale.top - HEAD, scale.room, scale.base - 3)
    missing = 0
    for wish, box, (figure, under, main) in zip(
        wishes, place(wishes, room), texts, strict=True
    ):
        if box is None:
            missing += 1
            continue
        _leader(sheet, wish, box)
        shift = (box.left + box.right) / 2 - wish.x
        x = wish.x / scale.room
        big = line_height(theme.SIZE_TEXT)
        sheet.text(
            figure, x=x, y=box.top + big / 2, xshift=shift, align="center", bold=True,
            color=theme.BLUE if main else theme.INK, ground=theme.GROUND,
        )
        sheet.text(
            under, x=x, y=box.top + big - 3 + line_height(theme.SIZE_SMALL) / 2,
            xshift=shift, align="center", size=theme.SIZE_SMALL, color=theme.QUIET,
            ground=theme.GROUND,
        )
    return missing


def _leader(sheet: Sheet, wish: Wish, box: Box) -> None:
    """Tie a label to its point by a thin line where it doesn't stand right at it."""
    over = box.bottom < wish.y
    away = wish.y - wish.above - box.bottom if over else box.top - wish.y - wish.below
    beside = box.top < wish.y < box.bottom
    if away <= 2 * GAP or beside:
        return
    foot = min(max(wish.x, box.left + 8), box.right - 8) - wish.x
    ends = (wish.y - wish.above - 2, box.bottom) if over else (wish.y + wish.below + 2, box.top)
    sheet.shapes.append(
        {
            "type": "line", "xref": "paper", "yref": "y", "layer": "above",
            "xsizemode": "pixel", "xanchor": wish.x / sheet.room,
            "x0": 0, "x1": foot, "y0": ends[0], "y1": ends[1],
            "line": {"color": theme.RULE, "width": 1},
        }
    )


def _foot(
    catalog: Catalog, sheet: Sheet, points: Sequence[Point], documents: Sequence[str],
    missing: int, lang: str,
) -> None:
    """Put what the marks mean, then the sources with their numbers."""
    sheet.y += 8
    through = [point for point in points if point.first and not point.ahead]
    broken = any(
        is_broken(one, other) for one, other in pairwise(through)
    )
    for line in key_lines(points, broken=broken, missing=missing, lang=lang):
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.rule()
    sheet.y += 6
    for number, document in enumerate(documents, 1):
        entry = catalog.documents.get(document)
        if entry is None:
            continue
        sections = [p.row.section for p in points if p.row.document == document]
        line = text.cited_document(catalog, document, sections, lang)
        when_ = text.period_text(entry.document.date.isoformat(), lang)
        trust = trust_words(entry.document.trust, lang)
        sheet.lines(
            f"[{number}] {line} · {when_} · {trust}", size=theme.SIZE_SMALL, color=theme.QUIET
        )


def _alt(catalog: Catalog, title: str, points: Sequence[Point], lang: str) -> str:
    gap = ". " if lang == "en" else "。"
    between = " " if lang == "en" else ""
    return title + gap + between.join(sentence(catalog, point, lang) for point in points)
