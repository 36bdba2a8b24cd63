"""Native charts of trends: a line over a true axis of dates, with gaps, bounds and whiskers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.decks.charts import (
    chart_space,
    error_bars,
    label_xml,
    labels_xml,
    line_style,
    text_style,
)
from indicators.decks.layouts import Box
from indicators.decks.sheet import Cell, Formula, Sheet, label_cells, origin_cells, resolved, serial
from indicators.decks.template import Design
from indicators.evidence.guard import LEVELS
from indicators.language.relations import End
from indicators.pictures.charts.labels import Box as Rectangle
from indicators.pictures.dated import Point, first_tick, is_broken
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture

_ARROW: Final = 0.1
"""How long a bound's arrow is, as a share of the highest point."""
_SEEN: Final = 0.015
"""A whisker shorter than this share of the highest point would hide behind its point."""
_SIZES: Final = (26, 22, 18)
"""Sizes of labels in pixels of the slide on screen."""
_ROUNDS: Final = 8
"""How often all labels are placed anew, each where it covers least of the others."""
_CROSSED: Final = 0.5
"""What a line through a label counts for, beside another label over it."""
_TOUCH: Final = 200
"""Square pixels that all labels together may share with what is drawn: corners."""
_STEP: Final = 12
"""Pixels between the places of a line that labels are kept from."""
_SIDE: Final = 0.075
"""What is kept free beside the plot, so that labels of the first and the last point have room."""
_NO_LINE: Final = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_MARKER: Final = '<c:marker><c:symbol val="none"/></c:marker>'
_ENDS: Final = {"round": End.CLOSED, "range": End.RANGE, "about": End.SOFT}
_LOOKS: Final = {
    "open": (31_750, False, 0, "triangle"), "round": (19_050, True, 0, ""),
    "range": (88_900, False, 0, ""), "about": (254_000, False, 25, ""),
}
"""Of each kind of whisker: how thick it is in EMU, whether it is capped, how strong, its head."""
Dated = tuple[Mark, Point]


class _Look(NamedTuple):
    """How a point is drawn."""

    symbol: str
    fill: Fill
    ink: Ink


def trend_xml(slide: Picture, box: Box, design: Design) -> tuple[str, Sheet]:
    """Return a line chart over dates and its data sheet."""
    dated = [(mark, mark.point) for mark in slide.marks if mark.point is not None]
    groups, runs = _groups(dated), _runs([point for _, point in dated])
    sheet = _sheet(slide, dated, groups, runs)
    wide, high = design.pixels(box.width) * (1 - 2 * _SIDE), design.pixels(box.height)
    tried = [(*_placed(dated, wide, high, size), size) for size in _SIZES]
    # The largest at which no label covers another, or else the one at which they do least.
    wheres, _, size = next((one for one in tried if one[1] < _TOUCH), min(tried, key=lambda one: one[1]))
    days = f"<c:cat>{sheet.numbers('date', 'yyyy-mm-dd')}</c:cat>"

    def values(key: str) -> str:
        return f"{days}<c:val>{sheet.numbers(key)}</c:val><c:smooth val=\"0\"/>"

    series = []
    for key in runs:
        dashed = key.startswith("dashed")
        line = line_style(
            design.colors.xml(Ink.RULE if dashed else Ink.CONTEXT), 25_400, dash="dash" if dashed else "",
        )
        series.append(f"{sheet.title(key)}<c:spPr>{line}</c:spPr>{_NO_MARKER}{values(key)}")
    series += [
        f"{sheet.title(key)}{_NO_LINE}{_NO_MARKER}{bars}{values('value')}"
        for key, bars in _whiskers(dated, sheet, design)
    ]
    for key, (look, places) in groups.items():
        labels = "".join(
            label_xml(place, _said(dated[place][0]), design, size, where=wheres[place], lang=slide.lang,
                      ink=Ink.MAIN if look.ink is Ink.MAIN else Ink.INK)
            for place in places
        )
        series.append(
            f"{sheet.title(key)}{_NO_LINE}{_marker(look, design)}{labels_xml(labels, design, size, 't')}"
            f"{values(key)}{sheet.labels('label')}"
        )
    drawn = "".join(f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{one}</c:ser>' for n, one in enumerate(series))
    level = str(dated[0][1].row.measure_type) in LEVELS
    years = {"zh": 'yyyy"年底"', "en": '"end "yyyy'}[slide.lang] if level else "yyyy"
    first = first_tick(dated[0][1].when, level=level)
    every = max(1, round((dated[-1][1].when.year - first.year) / 8))
    plot = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_SIDE}"/><c:y val="0.14"/><c:w val="{1 - 2 * _SIDE}"/><c:h val="0.74"/></c:manualLayout></c:layout>'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        '<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:min val="{serial(first)}"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f"<c:numFmt formatCode='{years}' sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line_style(design.colors.xml(Ink.INK), 12_700)}</c:spPr>{text_style(design, 26, Ink.QUIET)}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/>'
        f'<c:baseTimeUnit val="days"/><c:majorUnit val="{every}"/><c:majorTimeUnit val="years"/></c:dateAx>'
        # What is compared by its height begins at zero.
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>'
    )
    return chart_space(plot, design, blanks="span"), sheet


def _said(mark: Mark) -> str:
    return f"{mark.label}\n{mark.name}"


def _sheet(
    slide: Picture, dated: Sequence[Dated], groups: dict[str, tuple[_Look, list[int]]],
    runs: dict[str, list[int]],
) -> Sheet:
    """Return the data sheet: dates, numbers, the ends of their intervals, and what is drawn of them."""
    count = len(dated)
    tall = max(point.height for _, point in dated)
    columns: dict[str, Sequence[Cell]] = {
        "date": [point.when for _, point in dated],
        "value": [point.height for _, point in dated],
        "lower": [_end(point.row.lower) for _, point in dated],
        "upper": [_end(point.row.upper) for _, point in dated],
    }
    arrow = Formula(f"{_ARROW}*MAX({{value}}$2:{{value}}${count + 1})", _ARROW * tall)
    for kind in _kinds(dated):
        up: list[Cell] = []
        down: list[Cell] = []
        for line, (mark, point) in enumerate(dated, 2):
            if not _shows(kind, mark, point, tall):
                up.append(None)
                down.append(None)
            elif kind == "open":
                up.append(arrow if mark.bound.way > 0 else None)
                down.append(arrow if mark.bound.way < 0 else None)
            else:
                above, below = float(str(point.row.upper)), float(str(point.row.lower))
                up.append(Formula(f"{{upper}}{line}-{{value}}{line}", above - point.height))
                down.append(Formula(f"{{value}}{line}-{{lower}}{line}", point.height - below))
        columns |= {f"{kind}_up": up, f"{kind}_down": down}
    for key, places in {**runs, **{key: places for key, (_, places) in groups.items()}}.items():
        columns[key] = [
            Formula(f"{{value}}{place + 2}", point.height) if place in places else None
            for place, (_, point) in enumerate(dated)
        ]
    marks = [mark for mark, _ in dated]
    own = [
        ("{lower}", "{upper}") if mark.bound.end is End.RANGE else ("{value}",) for mark in marks
    ]
    columns |= label_cells(marks, own, [mark.name for mark in marks]) | origin_cells(marks)
    return Sheet(resolved(columns), slide.lang, slide.unit.partition("：")[2] or slide.unit.partition(": ")[2])


def _end(end: object) -> float | None:
    return None if end is None else float(str(end))


def _groups(dated: Sequence[Dated]) -> dict[str, tuple[_Look, list[int]]]:
    """Return the points that look alike, each group a series: not every program draws points one by one."""
    looks: dict[_Look, list[int]] = {}
    for place, (mark, point) in enumerate(dated):
        symbol = "none" if mark.bound.end is End.RANGE else "square" if point.target else "circle"
        looks.setdefault(_Look(symbol, mark.bound.dot, mark.ink), []).append(place)
    return {f"points#{number}": found for number, found in enumerate(looks.items(), 1)}


def _runs(points: Sequence[Point]) -> dict[str, list[int]]:
    """Return the stretches of the line, whole ones and broken ones; none leads to what is still ahead."""
    runs: dict[str, list[int]] = {}
    for series in dict.fromkeys(point.series for point in points):
        through = [place for place, point in enumerate(points) if not point.ahead and point.series == series]
        kind = ""
        for one, other in pairwise(through):
            found = "dashed" if is_broken(points[one], points[other]) else "solid"
            if found == kind:
                runs[next(reversed(runs))].append(other)
            else:
                runs[f"{found}#{len(runs) + 1}"] = [one, other]
            kind = found
    return runs


def _marker(look: _Look, design: Design) -> str:
    if look.symbol == "none":
        return _NO_MARKER
    color = design.colors.xml(look.ink)
    # Open points are pale, not of the ground's colour: some programs draw no outline, and lost them.
    pale = Ink.PALE if look.ink is Ink.MAIN else Ink.RULE
    inside = color if look.fill is Fill.SOLID else design.colors.xml(pale)
    edge = line_style(color, 25_400, dash="sysDot" if look.fill is Fill.BROKEN else "")
    return (
        f'<c:marker><c:symbol val="{look.symbol}"/><c:size val="10"/><c:spPr><a:solidFill>{inside}'
        f"</a:solidFill>{edge}</c:spPr></c:marker>"
    )


def _shows(kind: str, mark: Mark, point: Point, tall: float) -> bool:
    """Tell whether a point has a kind of whisker: ``open``, ``round``, ``range`` or ``about``."""
    row, end = point.row, mark.bound.end
    if kind == "open":
        return bool(mark.bound.way)
    if row.lower is None or row.upper is None or end is not _ENDS[kind]:
        return False
    low, high = float(row.lower), float(row.upper)
    return kind != "round" or high - low > 2 * _SEEN * tall


def _kinds(dated: Sequence[Dated]) -> list[str]:
    """Return the kinds of whiskers that occur."""
    tall = max(point.height for _, point in dated)
    return [
        kind for kind in ("open", *_ENDS) if any(_shows(kind, mark, point, tall) for mark, point in dated)
    ]


def _whiskers(dated: Sequence[Dated], sheet: Sheet, design: Design) -> list[tuple[str, str]]:
    """Return the series that only carry error bars, each with the column that it is called by.

    A series has one look, and not every point has all of them: so each kind has columns of its own.
    """
    tall = max(point.height for _, point in dated)
    found: list[tuple[str, str]] = []
    for kind in _kinds(dated):
        inks = {mark.ink for mark, point in dated if _shows(kind, mark, point, tall)}
        width, cap, alpha, tail = _LOOKS[kind]
        color = design.colors.xml(inks.pop() if len(inks) == 1 else Ink.INK, alpha=alpha)
        found.append((f"{kind}_up", error_bars(
            "both", sheet.numbers(f"{kind}_up"), line_style(color, width, tail=tail),
            minus=sheet.numbers(f"{kind}_down"), cap=cap, across=False,
        )))
    return found


def _placed(dated: Sequence[Dated], width: float, height: float, size: float) -> tuple[list[str], float]:
    """Return where each point's label stands, and how much they cover: above, below, right or left.

    Office programs set a label right beside its point, whatever is drawn there: what an arrow, a whisker or the
    line takes is no place for it, nor is what lies beside the chart.
    """
    tall = 1.15 * max(point.height for _, point in dated)
    first = first_tick(dated[0][1].when, level=str(dated[0][1].row.measure_type) in LEVELS)
    span = max(1, (dated[-1][1].when - first).days)
    high, beside = 2.5 * size, width * _SIDE / (1 - 2 * _SIDE)
    spots = [
        ((point.when - first).days / span * width, (1 - point.height / tall) * 0.74 * height)
        for _, point in dated
    ]
    drawn = [Rectangle(x - 8, y - 8, x + 8, y + 8) for x, y in spots]
    for (mark, _), (x, y) in zip(dated, spots, strict=True):
        if mark.bound.way:
            end = y - mark.bound.way * _ARROW / 1.15 * 0.74 * height
            drawn.append(Rectangle(x - 6, min(y, end), x + 6, max(y, end)))
    drawn.append(Rectangle(-width, 0.74 * height, 2 * width, 2 * height))  # The axis and its years.
    line = _along([spot for spot, (_, point) in zip(spots, dated, strict=True) if not point.ahead])
    places = []
    for (mark, _), (x, y) in zip(dated, spots, strict=True):
        wide = max(measure(words, size, bold=True) for words in _said(mark).split("\n")) + size / 2
        boxes = {
            "t": Rectangle(x - wide / 2, y - 14 - high, x + wide / 2, y - 14),
            "b": Rectangle(x - wide / 2, y + 14, x + wide / 2, y + 14 + high),
            "r": Rectangle(x + 14, y - high / 2, x + 14 + wide, y + high / 2),
            "l": Rectangle(x - 14 - wide, y - high / 2, x - 14, y + high / 2),
        }
        costs = {
            where: _covered(box, drawn) + high * (max(0.0, -beside - box.left) + max(0.0, box.right - width - beside))
            for where, box in boxes.items()
        }
        # An arrow upwards or downwards has its side for itself.
        order = ["b", "r", "l", "t"] if mark.bound.way > 0 else ["t", "r", "l", "b"]
        places.append({where: (boxes[where], costs[where]) for where in order})
    chosen = [next(iter(place)) for place in places]

    def cost(index: int, where: str, crossed: float = _CROSSED) -> float:
        others = [places[other][chosen[other]][0] for other in range(len(places)) if other != index]
        box, own = places[index][where]
        return own + 2 * _covered(box, others) + crossed * _covered(box, line)

    for _ in range(_ROUNDS):
        before = list(chosen)
        for index, place in enumerate(places):
            chosen[index] = min(place, key=lambda where: cost(index, where))
        if chosen == before:
            break
    return chosen, sum(cost(index, where, crossed=0) for index, where in enumerate(chosen))


def _along(spots: Sequence[tuple[float, float]]) -> list[Rectangle]:
    """Return small boxes along a line through some points."""
    found = []
    for (x, y), (to_x, to_y) in pairwise(spots):
        count = max(2, int(abs(to_x - x) + abs(to_y - y)) // _STEP)
        for number in range(1, count):
            across, down = x + (to_x - x) * number / count, y + (to_y - y) * number / count
            found.append(Rectangle(across - _STEP / 2, down - 3, across + _STEP / 2, down + 3))
    return found


def _covered(box: Rectangle, taken: Sequence[Rectangle]) -> float:
    """Return how much of a box others take, in square pixels."""
    area = 0.0
    for other in taken:
        across = min(box.right, other.right) - max(box.left, other.left)
        down = min(box.bottom, other.bottom) - max(box.top, other.top)
        area += across * down if across > 0 and down > 0 else 0.0
    return round(area)
