"""How a claim is drawn on a timeline: by its relation, its document and its place in the rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from indicators.language.attribution import ROLES, role_name
from indicators.language.relations import End
from indicators.pictures import theme
from indicators.pictures.charts.sheet import Sheet
from indicators.pictures.dated import Point
from indicators.pictures.ends import Bound, Fill
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark, Picture

RADIUS: Final = 6
ARROW: Final = 26
VISIBLE: Final = 1
"""Pixels by which a whisker must stick out of its point to be drawn."""
_LONG: Final = 12 + ARROW


def reach(bound: Bound) -> tuple[int, int]:
    """Return the pixels that a point's mark takes upwards and downwards."""
    return (_LONG if bound.way > 0 else 10), (_LONG if bound.way < 0 else 10)


def draw_mark(
    sheet: Sheet, mark: Mark, point: Point, x: float, y: Callable[[float], float]
) -> None:
    """Draw one point: filled, hollow, with an arrow, a band, a whisker or as a segment.

    Args:
        sheet: The sheet.
        mark: What is shown.
        point: Where it stands in time, and whether it goes first.
        x: Where it is, as a fraction of the plot.
        y: From a number to pixels down.
    """
    color, bound = LIGHT.color(mark.ink), mark.bound
    middle = y(point.height)
    lower, upper = point.row.lower, point.row.upper
    if lower is not None and upper is not None:
        ends = y(float(upper)), y(float(lower))
        if bound.end is End.SOFT:
            sheet.box(-RADIUS - 5, RADIUS + 5, *ends, anchor=x, fillcolor=color, opacity=0.18)
        elif bound.end is End.RANGE:
            sheet.box(-3, 3, *ends, anchor=x, fillcolor=color)
        elif bound.end is End.CLOSED and max(middle - ends[0], ends[1] - middle) > RADIUS + VISIBLE:
            sheet.box(-1, 1, *ends, anchor=x, fillcolor=color)
            for end in ends:
                sheet.box(-5, 5, end - 1, end + 1, anchor=x, fillcolor=color)
    if bound.way:
        _arrow(sheet, x, middle, -bound.way, color)
    if bound.end is not End.RANGE:
        _dot(sheet, x, middle, mark, point)


def _dot(sheet: Sheet, x: float, middle: float, mark: Mark, point: Point) -> None:
    # A claim that doesn't go first stands as a ring around the one that does.
    faint, fill, color = not point.full, mark.bound.dot, LIGHT.color(mark.ink)
    radius = RADIUS + 3 if faint else RADIUS
    inside = color if fill is Fill.SOLID else theme.GROUND
    sheet.shapes.append(
        {
            "type": "rect" if point.target else "circle",
            "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": x,
            "x0": -radius, "x1": radius, "y0": middle - radius, "y1": middle + radius,
            "layer": "above",
            "fillcolor": "rgba(0,0,0,0)" if faint else inside,
            "line": {
                "color": color, "width": 1.5 if faint else 2,
                "dash": "dot" if fill is Fill.BROKEN else "solid",
            },
        }
    )


def _arrow(sheet: Sheet, x: float, middle: float, way: int, color: str) -> None:
    """Draw an arrow from the point, upwards (-1) or downwards (1): the true number lies there."""
    start, end = middle + way * RADIUS, middle + way * (RADIUS + ARROW)
    top, bottom = sorted((start, end - way * 6))
    sheet.box(-1, 1, top, bottom, anchor=x, fillcolor=color)
    sheet.polygon([(-5, end - way * 9), (0, end), (5, end - way * 9)], color, x)


def key_lines(
    picture: Picture, points: Sequence[Point], *, broken: bool, missing: int
) -> list[str]:
    """Return what the marks that occur mean, a line each."""
    lang = picture.lang
    others = dict.fromkeys(
        role_name(role, lang) for role in ROLES
        if role != "leading" and any(point.role == role for point in points)
    )
    main = role_name("leading", lang)
    lines = dict.fromkeys(point.series for point in points if point.series)
    first = dict.fromkeys(
        point.series for mark, point in zip(picture.marks, points, strict=False) if point.series and not mark.context
    )
    said: list[tuple[bool, str, str]] = [
        (
            len(lines) > 1, f"蓝色：{'、'.join(first)}；灰色：{'、'.join(one for one in lines if one not in first)}。",
            f"Blue: {', '.join(first)}; grey: {', '.join(one for one in lines if one not in first)}.",
        ),
        (
            bool(others) and not lines and any(point.main for point in points),
            f"蓝色：{main}；灰色：{'、'.join(others)}。", f"Blue: {main}; grey: {', '.join(others)}.",
        ),
        (
            any(mark.bound.way for mark in picture.marks),
            "空心带箭头：只有界限，真实的数在箭头一侧。",
            "Hollow with an arrow: a bound; the true number lies where the arrow points.",
        ),
        (
            any(not point.full for point in points),
            "外圈：另一份文件的同一个数，按规则不在先。",
            "Ring: the same figure by another document, which doesn't go first by the rule.",
        ),
        (
            any(point.ahead and not point.target for point in points),
            "点线圈：预测。", "Dotted ring: a forecast.",
        ),
        (
            any(point.target for point in points),
            "点线方框：目标。", "Dotted square: a target.",
        ),
        (
            broken,
            "虚线：中间缺年份，或一端只是界限，不表示走势。",
            "Dashed: years are missing or an end is a bound; it shows no course.",
        ),
        (
            missing > 0,
            f"另有{missing}个数没有地方标注，见数据表。",
            f"{missing} more have no room for a label; see the table.",
        ),
    ]
    return [(en if lang == "en" else zh) for occurs, zh, en in said if occurs]
