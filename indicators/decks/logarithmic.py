"""Native charts on a logarithmic scale: points over powers of ten, which have no zero to begin bars at.

An office program has no such chart with names beside it: names and powers of ten are points of their
own, which show nothing but the text of their cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.decks.charts import chart_space, error_bars, label_xml, labels_xml, line_style
from indicators.decks.layouts import Box
from indicators.decks.sheet import Cell, Formula, Sheet, label_cells, origin_cells, resolved
from indicators.decks.template import Design
from indicators.language.relations import End
from indicators.pictures.decades import Decades
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import lines_of, measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture

_ARROW: Final = 0.06
"""How long a bound's arrow is, as a share of the scale."""
_SOFT: Final = 0.025
"""How far the band of a number that is about so much reaches, as a share of the scale."""
_GAP: Final = 0.012
_TICK: Final = 26
_MOST_NAME: Final = 0.32
_FOOT: Final = 0.12
_LOOKS: Final = {"open": (31_750, 0, "triangle"), "about": (254_000, 25, "")}
"""Of each kind of whisker: how thick it is in EMU, how strong, its head."""
_HIDDEN: Final = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_POINT: Final = '<c:marker><c:symbol val="none"/></c:marker>'
Look = tuple[Fill, Ink]


def points_xml(slide: Picture, box: Box, design: Design) -> tuple[str, Sheet]:
    """Return a chart of points and its data sheet."""
    marks, scale, lang = slide.marks, slide.decades, slide.lang
    wide, high = design.pixels(box.width), design.pixels(box.height)
    step = (1 - _FOOT) * high / len(marks)
    size, label = (32, 36) if step >= 90 else (26, 30) if step >= 60 else (22, 24)
    most = 2 if step >= 60 else 1
    names = ["\n".join(lines_of(slide.caption(mark), size, _MOST_NAME * wide)[:most]) for mark in marks]
    column = max(measure(line, size) for name in names for line in name.split("\n")) + 40
    beyond = max(measure(mark.label, label, bold=True) for mark in marks) + 40
    looks: dict[Look, list[int]] = {}
    for place, mark in enumerate(marks):
        looks.setdefault((mark.bound.dot, mark.ink), []).append(place)
    groups = {f"points#{number}": found for number, found in enumerate(looks.items(), 1)}
    sheet = _sheet(slide, scale, names, {key: places for key, (_, places) in groups.items()})
    left, plot = column / wide, max(0.2, 1 - (column + beyond) / wide - _ARROW)

    def series(key: str, x: str, y: str, look: str, more: str = "", texts: str = "") -> str:
        return (
            f"{sheet.title(key)}{_HIDDEN}{look}{more}<c:xVal>{sheet.numbers(x)}</c:xVal>"
            f'<c:yVal>{sheet.numbers(y)}</c:yVal><c:smooth val="0"/>{texts}'
        )

    def texts(key: str, said: Sequence[str], pixels: float, where: str, ink: Ink) -> tuple[str, str]:
        inside = "".join(
            label_xml(place, text, design, pixels, where=where, lang=lang, ink=ink, bold=False)
            for place, text in enumerate(said)
        )
        return labels_xml(inside, design, pixels, where), sheet.labels(key)

    ticks = [said for _, said in scale.ticks(lang)]
    drawn = [
        series("name", "start", "height", _NO_POINT, *texts("name", names, size, "l", Ink.INK)),
        series("tick", "power_of_ten", "floor", _NO_POINT, *texts("tick", ticks, _TICK, "b", Ink.QUIET)),
        *(series(f"{kind}_up", "value", "height", _NO_POINT, bars) for kind, bars in _whiskers(marks, sheet, design)),
    ]
    if any(map(_is_range, marks)):
        line = line_style(design.colors.xml(Ink.MAIN), 88_900)
        drawn.append(series("range", "range", "range_height", _NO_POINT).replace(_HIDDEN, f"<c:spPr>{line}</c:spPr>"))
    for key, ((fill, ink), places) in groups.items():
        inside = "".join(
            label_xml(place, marks[place].label, design, label, where="r", lang=lang,
                      shift=_ARROW * plot + _GAP if marks[place].bound.way > 0 else 0.0)
            for place in places
        )
        drawn.append(series(
            key, "value", key, _marker(fill, ink, design), labels_xml(inside, design, label, "r"), sheet.labels("label"),
        ))
    numbered = "".join(f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{one}</c:ser>' for n, one in enumerate(drawn))
    rule = line_style(design.colors.xml(Ink.RULE), 9_525)
    xml = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="0.02"/><c:w val="{plot:.4f}"/><c:h val="{0.98 - _FOOT:.4f}"/>'
        '</c:manualLayout></c:layout><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{numbered}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
        '<c:valAx><c:axId val="1"/><c:scaling><c:logBase val="10"/><c:orientation val="minMax"/>'
        f'<c:max val="{10.0 ** scale.last:.15g}"/><c:min val="{10.0 ** scale.first:.15g}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr>{rule}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:spPr>{line_style(design.colors.xml(Ink.INK), 12_700)}</c:spPr>'
        '<c:crossAx val="2"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{len(marks)}"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>'
    )
    return chart_space(xml, design), sheet


def _sheet(slide: Picture, scale: Decades, names: Sequence[str], groups: dict[str, list[int]]) -> Sheet:
    """Return the data sheet: a row a figure, and beside them the powers of ten."""
    marks, count = slide.marks, len(slide.marks)
    heights = [count - place - 0.5 for place in range(count)]
    span = scale.last - scale.first
    columns: dict[str, Sequence[Cell]] = {
        "name": names,
        "value": [mark.high for mark in marks],
        "lower": [mark.low if _is_range(mark) else None for mark in marks],
    }
    ranges = [(line, mark, heights[line - 2]) for line, mark in enumerate(marks, 2) if _is_range(mark)]
    for kind in _kinds(marks):
        reach = 10 ** ((_ARROW if kind == "open" else _SOFT) * span)
        up: list[Cell] = []
        down: list[Cell] = []
        for line, mark in enumerate(marks, 2):
            shown, way = _shows(kind, mark), mark.bound.way
            more, less = reach - 1, 1 - 1 / reach
            up.append(Formula(f"{{value}}{line}*{more:.6g}", mark.high * more) if shown and way >= 0 else None)
            down.append(Formula(f"{{value}}{line}*{less:.6g}", mark.high * less) if shown and way <= 0 else None)
        columns |= {f"{kind}_up": up, f"{kind}_down": down}
    own = [("{lower}", "{value}") if _is_range(mark) else ("{value}",) for mark in marks]
    columns |= label_cells(marks, own, [""] * count) | origin_cells(marks)
    columns["height"] = heights
    columns["start"] = [10.0 ** scale.first] * count
    columns |= {
        key: [height if place in places else None for place, height in enumerate(heights)]
        for key, places in groups.items()
    }
    if ranges:
        # Each a stretch of a line of its own: nothing stands between one and the next.
        columns["range"] = [
            cell for line, mark, _ in ranges
            for cell in (Formula(f"{{lower}}{line}", mark.low), Formula(f"{{value}}{line}", mark.high), None)
        ]
        columns["range_height"] = [cell for _, _, height in ranges for cell in (height, height, None)]
    ticks = scale.ticks(slide.lang)
    columns["tick"] = [said for _, said in ticks]
    columns["power_of_ten"] = [10.0**power for power in range(scale.first, scale.last + 1)]
    columns["floor"] = [0.0] * len(ticks)
    long = max(map(len, columns.values()))
    padded: dict[str, Sequence[Cell]] = {key: [*cells, *[None] * (long - len(cells))] for key, cells in columns.items()}
    return Sheet(resolved(padded), slide.lang, slide.unit.partition("：")[2] or slide.unit.partition(": ")[2])


def _is_range(mark: Mark) -> bool:
    return mark.bound.end is End.RANGE and 0 < mark.low < mark.high


def _shows(kind: str, mark: Mark) -> bool:
    """Tell whether a point has a kind of whisker: ``open`` or ``about``."""
    return bool(mark.bound.way) if kind == "open" else mark.bound.end is End.SOFT


def _kinds(marks: Sequence[Mark]) -> list[str]:
    return [kind for kind in _LOOKS if any(_shows(kind, mark) for mark in marks)]


def _whiskers(marks: Sequence[Mark], sheet: Sheet, design: Design) -> list[tuple[str, str]]:
    """Return the kinds of whiskers that occur, each with its error bars."""
    found = []
    for kind in _kinds(marks):
        inks = {mark.ink for mark in marks if _shows(kind, mark)}
        width, alpha, tail = _LOOKS[kind]
        color = design.colors.xml(inks.pop() if len(inks) == 1 else Ink.INK, alpha=alpha)
        found.append((kind, error_bars(
            "both", sheet.numbers(f"{kind}_up"), line_style(color, width, tail=tail),
            minus=sheet.numbers(f"{kind}_down"), across=False, along="x",
        )))
    return found


def _marker(fill: Fill, ink: Ink, design: Design) -> str:
    color = design.colors.xml(ink)
    inside = color if fill is Fill.SOLID else design.colors.xml(Ink.PALE if ink is Ink.MAIN else Ink.RULE)
    edge = line_style(color, 25_400, dash="sysDot" if fill is Fill.BROKEN else "")
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="12"/><c:spPr><a:solidFill>{inside}</a:solidFill>{edge}'
        "</c:spPr></c:marker>"
    )
