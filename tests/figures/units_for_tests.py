"""The units the grammar is tested with, built in Python: these tests read no data folder."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from indicators.figures import FigureError, parse_figure
from indicators.figures.units import Unit, Units


def _counted(unit_id: str, *written: str, kind: str = "count") -> Unit:
    return Unit(unit_id, written, kind, unit_id, Fraction(1))


UNITS: Final = Units(
    (
        _counted("item", "个"),
        _counted("enterprise", "家"),
        _counted("station", "座"),
        _counted("record", "条"),
        _counted("product", "款"),
        _counted("fund", "只"),
        _counted("unit_set", "台(套)", "台（套）", "台/套"),
        _counted("person", "人", "名", "位"),
        _counted("batch", "批"),
        _counted("project", "项"),
        _counted("field", "大"),
        _counted("resolution", "次", kind="events"),
        _counted("rank", kind="rank"),
        Unit("year", ("年",), "duration", "year", Fraction(1)),
        Unit("month", ("个月",), "duration", "month", Fraction(1)),
        Unit("metre", ("米", "m"), "length", "metre", Fraction(1)),
        Unit("km", ("公里", "千米", "km"), "length", "metre", Fraction(1000)),
        Unit("square_metre", ("平方米", "㎡"), "area", "square_metre", Fraction(1)),
        Unit("mu", ("亩",), "area", "square_metre", Fraction(2000, 3)),
        Unit("hectare", ("公顷",), "area", "square_metre", Fraction(10000)),
        Unit("yuan", ("元",), "money", "yuan", Fraction(1)),
        Unit("us_dollar", ("美元",), "money", "us_dollar", Fraction(1)),
        Unit("percent", ("%",), "ratio", "percent", Fraction(1)),
        Unit("permille", ("‰",), "ratio", "percent", Fraction(1, 10)),
        Unit("tenth", ("成",), "ratio", "percent", Fraction(10)),
        Unit("percentage_point", ("个百分点", "百分点"), "points", "percentage_point", Fraction(1)),
        Unit("times", ("倍",), "multiple", "times", Fraction(1)),
        Unit("pflops", ("PFLOPS", "P"), "compute", "pflops", Fraction(1)),
        Unit("eflops", ("EFLOPS",), "compute", "pflops", Fraction(1000)),
        Unit("kilowatt", ("千瓦",), "power", "kilowatt", Fraction(1)),
        Unit("proportion", (), "proportion", "proportion", Fraction(1)),
        Unit("item_per_10k", ("每万人…个",), "rate", "item_per_10k", Fraction(1)),
        Unit("yuan_per_person", ("人均…元",), "rate", "yuan_per_person", Fraction(1)),
        Unit("mbps", ("Mbps",), "bandwidth", "mbps", Fraction(1), also=("兆",)),
    )
)


def cells(text: str) -> dict[str, str]:
    """Return the cells of the table that say where the parts of a figure stand; empty if none do."""
    try:
        figure = parse_figure(text, UNITS)
    except FigureError:
        return {"figure": text, "scope_word": "", "spans": ""}
    spans = figure.spans
    return {
        "figure": text, "scope_word": figure.scope, "spans": "" if spans is None else spans.written
    }
