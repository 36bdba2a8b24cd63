"""From a picture to a chart on a page: head, marks and foot on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from indicators.catalog import Catalog
from indicators.models import Chart
from indicators.pictures import theme
from indicators.pictures.charts.as_html import set_picture
from indicators.pictures.charts.bars import draw_bars
from indicators.pictures.charts.cards import draw_cards
from indicators.pictures.charts.sheet import NARROW, NARROWEST, Sheet
from indicators.pictures.choosing import chart_picture
from indicators.pictures.measuring import line_height
from indicators.pictures.picture import Kind, Picture


@dataclass(frozen=True, slots=True)
class ChartResult:
    """A chart, ready to show; title, source and all, as wide as its container.

    Attributes:
        picture: What is shown.
        sheet: Where each piece of it stands.
    """

    picture: Picture
    sheet: Sheet

    @property
    def alt(self) -> str:
        """What it shows, for those who can't see it."""
        return self.picture.alt

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
        return set_picture(self.sheet, self.alt, self.picture.lang)


def build_chart(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str, *, width: int = NARROW,
    height: int = 0, title_lines: int = 1,
) -> ChartResult | None:
    """Draw a chart of a definition file, by `chart_picture` and `draw`; None if there is nothing."""
    picture = chart_picture(catalog, table, chart, lang)
    if picture is None:
        return None
    return draw(picture, width=width, height=height, title_lines=title_lines)


def draw(
    picture: Picture, marks: Callable[[Sheet, Picture], None] | None = None, *, width: int = NARROW,
    height: int = 0, title_lines: int = 1,
) -> ChartResult:
    """Draw a picture.

    Args:
        picture: What is shown.
        marks: Draws its marks; by default bars or cards, as its kind is.
        width: The narrowest width in pixels that it will be shown at; text is wrapped for it.
        height: The least height in pixels; the source line moves down to the foot of it.
        title_lines: The lines that the title has room for at least, so that the figures of
            pictures beside each other stand on one height.
    """
    sheet = Sheet(room=max(width, NARROWEST), stamp=picture.watermark)
    draw_head(sheet, picture, title_lines)
    (marks or (draw_cards if picture.kind is Kind.CARDS else draw_bars))(sheet, picture)
    _foot(sheet, picture, height)
    return ChartResult(picture, sheet)


def draw_head(sheet: Sheet, picture: Picture, title_lines: int = 1) -> None:
    """Put title and subtitle, with room for so many lines of title at least."""
    begin = sheet.y
    sheet.lines(picture.heading, size=theme.SIZE_TITLE, bold=True, gap=1)
    room = begin + title_lines * line_height(theme.SIZE_TITLE) + 1
    short = max(0, room - sheet.y)
    if picture.subtitle:
        sheet.lines(picture.subtitle, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.y += 12 + short


def _foot(sheet: Sheet, picture: Picture, height: int) -> None:
    """Put notes, rule, sources and codes, at the foot of the picture."""
    mark = sheet.mark()
    sheet.y += 8
    for line in picture.notes:
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET, gap=6)
    for line in picture.cautions:
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.INK, gap=6)
    sheet.rule()
    sheet.y += 6
    *rest, last = picture.source_lines
    held = (picture.warning,) if picture.hold else ()
    for line in (*rest, " · ".join((last, picture.code_line, *held))):
        sheet.lines(line, size=theme.SIZE_SMALL, color=theme.QUIET)
    sheet.lower(mark, height)
