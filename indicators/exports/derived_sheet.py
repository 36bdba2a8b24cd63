"""The sheet of derived values in the workbook for people: what follows, how, and from which figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.places import area_name
from indicators.catalog.release import hold_of
from indicators.derived import Value, text_of, working
from indicators.language.code_names import code_name
from indicators.language.releasing import held_back
from indicators.language.text import period_text
from indicators.table.rows import as_row

DERIVED_NOTE: Final = (
    "“算出来的”一表由“数据”里的数算得，没有一份文件这样印；每行有算法、两边的原文数字和核验码，只有界限的数算出来也只有界限。",
    "The sheet “Derived” follows from the figures in “Data”; no document prints it. Each row has its working, both "
    "figures as printed and their codes; what is only bounded stays bounded.",
)
"""How to read the sheet."""
_KINDS: Final = {"share": ("比重", "share"), "per": ("两数之比", "ratio"), "growth": ("增长", "growth")}


def derived_columns(catalog: Catalog, values: Sequence[Value], lang: str) -> dict[str, list[object]]:
    """Return the columns of the sheet by their headings, a row a value.

    Args:
        catalog: The catalogue.
        values: Values of declared measures, at least one.
        lang: ``zh`` or ``en``.
    """
    english = lang == "en"

    def each(column: str) -> list[object]:
        return ["\n".join(str(getattr(row, column)) for row in value.inputs) for value in values]

    measures = [value.measure for value in values]
    named: dict[tuple[str, str], list[object]] = {
        ("算出来的指标", "Measure"): [one.name.in_language(lang) if one else "" for one in measures],
        ("地区", "Area"): [area_name(catalog.areas, value.place, lang) for value in values],
        ("时期", "Period"): [period_text(value.period, lang) for value in values],
        ("算得", "Comes to"): [text_of(value, lang) for value in values],
        ("下限", "Lower bound"): [_number(value.interval.lower) for value in values],
        ("上限", "Upper bound"): [_number(value.interval.upper) for value in values],
        ("计量单位", "Unit"): [code_name(catalog, "unit_measure", value.unit, lang) for value in values],
        ("算出来的", "Derived"): [value.derived for value in values],
        ("种类", "Kind"): [_KINDS[one.kind][english] if one else "" for one in measures],
        ("算法", "Working"): ["\n".join(working(catalog, value, lang)) for value in values],
        ("两边的核验码", "Codes of the inputs"): ["\n".join(value.codes) for value in values],
        ("两边的原文数字", "Inputs as printed"): each("figure"),
        ("两边的时期", "Periods of the inputs"): [
            "\n".join(period_text(row.time_period, lang) for row in value.inputs) for value in values
        ],
        ("两边的来源文件", "Documents of the inputs"): each("document"),
        ("公开范围", "Access"): [held_back(hold_of(catalog, map(as_row, value.inputs)), lang) for value in values],
        ("为什么可以这样算", "Why it may be derived so"): [one.because.in_language(lang) if one else "" for one in measures],
        ("算出来的指标代码", "Measure code"): [one.id if one else "" for one in measures],
        ("地区代码", "Area code"): [value.place for value in values],
        ("时期代码", "Period code"): [value.period for value in values],
    }
    return {pair[english]: cells for pair, cells in named.items()}


def _number(end: Fraction | None) -> float | None:
    return None if end is None else float(end)
