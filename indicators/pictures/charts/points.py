"""How a claim is drawn on a timeline: by its relation, its document and its place in the rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from indicators.language.attribution import ROLES, role_name
from indicators.language.relations import End, end_of
from indicators.pictures import theme
from indicators.pictures.charts.sheet import Sheet

if TYPE_CHECKING:
    from indicators.pictures.charts.dated import Point

RADIUS: Final = 6
ARROW: Final = 26
VISIBLE: Final = 1
"""Pixels by which a whisker must stick out of its point to be drawn."""
_LONG: Final = 12 + ARROW


def reach(relation: str) -> tuple[int, int]:
    """Return the pixels that a point's mark takes upwards and downwards."""
    end = end_of(relation)
    return (_LONG if end is End.OPEN else 10), (_LONG if end is End.SHORT else 10)


def draw_mark(sheet: Sheet, point: Point, x: float, y: Callable[[float], float]) -> None:
    """Draw one point: filled, hollow, with an arrow, a band, a whisker or as a segment.

    Args:
        sheet: The sheet.
        point: The point.
        x: Where it is, as a fraction of the plot.
        y: From a number to pixels down.
    """
    color = theme.BLUE if point.main else theme.GREY
    row = point.row
    relation = str(row.relation)
    middle = y(point.height)
    lower, upper = row.lower, row.upper
    if relation == "about" and lower is not None and upper is not None:
        sheet.box(
            -RADIUS - 5, RADIUS + 5, y(float(upper)), y(float(lower)), anchor=x,
            fillcolor=color, opacity=0.18,
        )
    elif relation == "between" and lower is not None and upper is not None:
        sheet.box(-3, 3, y(float(upper)), y(float(lower)), anchor=x, fillcolor=color)
    elif relation == "equal" and lower is not None and upper is not None:
        ends = y(float(upper)), y(float(lower))
        if middle - ends[0] > RADIUS + VISIBLE or ends[1] - middle > RADIUS + VISIBLE:
            sheet.box(-1, 1, *ends, anchor=x, fillcolor=color)
            for end in ends:
                sheet.box(-5, 5, end - 1, end + 1, anchor=x, fillcolor=color)
    way = end_of(relation)
    if way in (End.OPEN, End.SHORT):
        _arrow(sheet, x, middle, -1 if way is End.OPEN else 1, color)
    if relation == "between":
        return
    # An open end is hollow as well as pointed: the number itself isn't what is meant.
    filled = point.full and not point.ahead and way in (End.CLOSED, End.SOFT)
    _dot(
        sheet, x, middle, color, filled=filled, faint=not point.full, dashed=point.ahead,
        shape="rect" if point.target else "circle",
    )


def _dot(
    sheet: Sheet, x: float, middle: float, color: str, *, filled: bool, faint: bool, dashed: bool,
    shape: str,
) -> None:
    # A claim that doesn't go first stands as a ring around the one that does.
    radius = RADIUS + 3 if faint else RADIUS
    sheet.shapes.append(
        {
            "type": shape, "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": x,
            "x0": -radius, "x1": radius, "y0": middle - radius, "y1": middle + radius,
            "layer": "above",
            "fillcolor": color if filled else ("rgba(0,0,0,0)" if faint else theme.GROUND),
            "line": {
                "color": color, "width": 1.5 if faint else 2, "dash": "dot" if dashed else "solid"
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
    points: Sequence[Point], *, broken: bool, missing: int, lang: str
) -> list[str]:
    """Return what the marks that occur mean, a line each."""
    ends = {end_of(str(point.row.relation)) for point in points}
    others = dict.fromkeys(
        role_name(role, lang) for role in ROLES
        if role != "leading" and any(point.role == role for point in points)
    )
    main = role_name("leading", lang)
    said: list[tuple[bool, str, str]] = [
        (
            bool(others) and any(point.main for point in points),
            f"蓝色：{main}；灰色：{'、'.join(others)}。", f"Blue: {main}; grey: {', '.join(others)}.",
        ),
        (
            bool(ends & {End.OPEN, End.SHORT}),
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
