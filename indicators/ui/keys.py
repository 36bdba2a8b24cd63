"""Key figures as one calm row: each with its bound, its small trend line and the change since the last."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

import pandas as pd
from markupsafe import Markup

from indicators.catalog import TOTAL
from indicators.derived import growth_text
from indicators.evidence.sums import growth_in_percent
from indicators.language.text import number_text, period_text
from indicators.models import Chart, DefinitionsFile
from indicators.pictures.choosing import chart_picture
from indicators.pictures.dated import Point, has_trend, is_broken, points_of
from indicators.pictures.ends import bound_of
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark, Picture
from indicators.table.rows import CODE, as_observation, as_row
from indicators.ui.cards import figure, stamped, way
from indicators.ui.evidence import evidence_about
from indicators.ui.state import Dashboard
from indicators.ui.taking import more, slide_of
from indicators.ui.words import word

WIDTH: Final = 120
HEIGHT: Final = 26
_EDGE: Final = 4
_MOST_SOURCES: Final = 3
"""More documents than these aren't named in one line for all."""
MOST_POINTS: Final = 24


def key_row(
    board: Dashboard, definitions: DefinitionsFile, charts: Sequence[Chart], rows: pd.DataFrame, lang: str
) -> Markup:
    """Return charts of single figures as a row of cards above their common sources.

    Where those are many, each card says its own: nobody finds a figure's among twenty.

    Args:
        board: The catalogue and the table.
        definitions: The sector's definitions.
        charts: The charts, each of figures that share no axis.
        rows: The observations.
        lang: ``zh`` or ``en``.
    """
    made = [(chart, chart_picture(board.catalog, rows, chart, lang)) for chart in charts]
    pictures = [(chart, picture) for chart, picture in made if picture is not None]
    joint = "; " if lang == "en" else "；"
    sources = dict.fromkeys(source for _, picture in pictures for source in picture.sources)
    apart = len(sources) > _MOST_SOURCES
    cards = [
        _card(board, picture, mark, slide_of(definitions, chart), lang, sourced=apart)
        for chart, picture in pictures for mark in picture.marks
    ]
    if not cards:
        return Markup("")
    if apart:
        return Markup('<div class="kf-keys">{}</div>').format(Markup("").join(cards))
    foot = Markup('<p class="kf-quiet">{}{}{}</p>').format(word("source", lang), word("colon", lang), joint.join(sources))
    return Markup('<div class="kf-keys">{}</div>{}').format(Markup("").join(cards), foot)


def _card(
    board: Dashboard, picture: Picture, mark: Mark, slide: str, lang: str, *, sourced: bool = False
) -> Markup:
    """Return one figure with all that has to be said of it; ``sourced`` with its picture's sources too."""
    indicator = str(mark.row["indicator"])
    name = picture.title if picture.alone else mark.name
    about = [picture.period or mark.period, picture.section(mark), mark.whose]
    notes = " · ".join((*picture.notes, *picture.cautions, *(picture.source_lines if sourced else ())))
    return Markup('<div class="kf"><p class="kf-name">{}</p>{}{}<p class="kf-quiet">{}</p>{}{}{}</div>').format(
        way(board, indicator, name, lang), figure(board, mark.row, lang), stamped(picture.watermark),
        Markup(" · ").join(Markup('<span class="nowrap">{}</span>').format(part) for part in about if part),
        Markup('<p class="kf-quiet">{}</p>').format(notes) if notes else "",
        _since(board, mark, lang),
        more(slide, name, lang, about=indicator),
    )


def _since(board: Dashboard, mark: Mark, lang: str) -> Markup:
    """Return the trend line of a figure and its change since the last one; nothing where there is none."""
    indicator = str(mark.row["indicator"])
    rows = board.rows_of("indicator", indicator)
    rows = rows[rows["ref_area"] == mark.row["ref_area"]]
    if mark.row["breakdown"] != TOTAL or not has_trend(rows):
        return Markup("")
    rule = evidence_about(board, [indicator]).declared.content
    totals = [as_observation(row) for row in rows[rows["breakdown"] == TOTAL].to_dict("records")]
    points, _ = points_of(board.catalog, totals, rule)
    known = [point for point in points if point.first and not point.ahead]
    drawn = [point for point in known if math.isfinite(_value(point))][-MOST_POINTS:]
    if len(drawn) < 2:
        return Markup("")
    said = ""
    old, new = known[-2].row, known[-1].row
    if as_row(new)[CODE] == mark.row[CODE]:
        result = growth_in_percent(board.catalog, old, new)
        if result.interval is not None:
            rate = growth_text(result.interval, result.printed or result.interval, lang)
            said = word("since", lang).format(period=period_text(old.time_period, lang), rate=rate)
    return Markup('<p class="kf-since">{}<span>{}</span></p>').format(_line(board, drawn, lang), said)


def _value(point: Point) -> float:
    return float(as_row(point.row)["obs_value"])


def _line(board: Dashboard, points: Sequence[Point], lang: str) -> Markup:
    """Return figures in time as a line without axes: hollow where a bound is open, dashed through gaps."""
    days = [point.when.toordinal() for point in points]
    values = [_value(point) for point in points]
    wide, high = max(days) - min(days) or 1, max(values) - min(values) or 1.0
    places = [
        (_EDGE + (day - min(days)) / wide * (WIDTH - 2 * _EDGE),
         HEIGHT - _EDGE - (value - min(values)) / high * (HEIGHT - 2 * _EDGE))
        for day, value in zip(days, values, strict=True)
    ]
    lines = Markup("").join(
        Markup('<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}"{}/>').format(
            *places[index], *places[index + 1],
            Markup(' stroke-dasharray="3 3"') if is_broken(points[index], points[index + 1]) else "",
        )
        for index in range(len(points) - 1)
    )
    dots = Markup("").join(
        Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2.2" fill="{}"/>').format(
            x, y, LIGHT.ground if bound_of(point.row.relation, ahead=False).way else LIGHT.main
        )
        for point, (x, y) in zip(points, places, strict=True)
    )
    said = (", " if lang == "en" else "，").join(
        f"{period_text(point.row.time_period, lang)} {number_text(as_row(point.row), board.catalog, lang).plain}"
        for point in points
    )
    # Within a page's HTML the framework lets no drawing pass; a picture by its contents, it does.
    drawing = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" fill="none" stroke="{}" stroke-width="1.5">{}{}</svg>'
    ).format(WIDTH, HEIGHT, LIGHT.main, lines, dots)
    return Markup('<img class="line" decoding="sync" width="{}" height="{}" alt="{}" src="data:image/svg+xml,{}">').format(
        WIDTH, HEIGHT, said, quote(drawing, safe=" /:=")
    )
