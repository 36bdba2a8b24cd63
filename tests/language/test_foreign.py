"""A figure that a document prints in another language, as a Chinese page says it."""

from __future__ import annotations

from types import SimpleNamespace as Some

import pytest

from indicators.catalog import Catalog
from indicators.figures import parse_figure
from indicators.language.text import number_text
from indicators.models import Text

CATALOG = Some(
    indicators={key: Some(unit=key, unit_label=None) for key in ("station", "rank", "percent", "pflops", "yuan")},
    units={
        "station": Some(kind="count", label=Text(zh="座", en="stations")),
        "rank": Some(kind="rank", label=Text(zh="名", en="place")),
        "percent": Some(kind="share", label=Text(zh="%", en="%")),
        "pflops": Some(kind="compute", label=Text(zh="P", en="PFLOPS")),
        "yuan": Some(kind="money", label=Text(zh="元", en="yuan")),
    },
    documents={},
)


def row(figure: str, unit: str, value: float, relation: str = "equal", **further: object) -> dict[str, object]:
    """Return a row of the table, as far as a figure's words need it."""
    return {
        "figure": figure, "indicator": unit, "unit_measure": unit, "obs_value": value, "relation": relation,
        "spans": "", "stated_value": "", "unit_mult": 0, "decimals": 0, "stated_unit": "", "scope_word": "",
        "lower": value, "upper": value, **further,
    }


@pytest.mark.parametrize(("figure", "unit", "expected", "spans", "further"), [
    ("over 4.39 million", "station", "超439万座", "5-9-17-17",
     {"obs_value": 4.39e6, "relation": "greater_than", "stated_value": "4.39", "unit_mult": 6, "decimals": 2}),
    ("over 74.86 billion", "station", "超748.6亿座", "5-10-18-18",
     {"obs_value": 74.86e9, "relation": "greater_than", "stated_value": "74.86", "unit_mult": 9, "decimals": 2}),
    ("2.70 million", "station", "270万座", "0-4-12-12",
     {"obs_value": 2.7e6, "stated_value": "2.70", "unit_mult": 6, "decimals": 2}),
    ("3.460 trillion yuan", "yuan", "3.460万亿元", "0-5-14-19",
     {"obs_value": 3.46e12, "stated_value": "3.460", "unit_mult": 12, "decimals": 3}),
    ("about 114,500", "station", "约11.45万座", "6-13-13-13",
     {"obs_value": 114500.0, "relation": "about", "stated_value": "114500"}),
    ("26.9 percent", "percent", "26.9%", "0-4-4-12", {"obs_value": 26.9, "stated_value": "26.9", "decimals": 1}),
    ("oltre 70 mila", "station", "超7万座", "",
     {"obs_value": 70000.0, "relation": "greater_than", "stated_value": "70000"}),
    ("third in the nation", "rank", "第三", "", {"obs_value": 3.0}),
    ("12th in the nation", "rank", "第12", "", {"obs_value": 12.0}),
    ("between 200,000 and 1.2 million", "station", "20万—120万座", "",
     {"obs_value": 6e5, "relation": "between", "lower": 2e5, "upper": 1.2e6}),
    ("at least 9,800", "station", "不少于9800座", "9-14-14-14",
     {"obs_value": 9800.0, "relation": "at_least", "stated_value": "9800"}),
])
def test_said_in_chinese(figure: str, unit: str, expected: str, spans: str, further: dict[str, object]) -> None:
    """The same number and bound, in Chinese orders of magnitude, as precise as printed."""
    entry = row(figure, unit, 0.0) | {"spans": spans} | further
    assert number_text(entry, CATALOG, "zh").plain == expected


@pytest.mark.parametrize(("figure", "unit"), [
    ("230EFlops", "pflops"), ("725.3EFLOPS", "pflops"), ("超2000PFLOPS", "pflops"), ("62万PFlops", "pflops"),
    ("超4000P", "pflops"), ("92,000座", "station"), ("75%", "percent"), ("全国第一", "rank"),
])
def test_symbols_and_chinese_words_stay_as_printed(catalog: Catalog, figure: str, unit: str) -> None:
    """A unit's symbol is no foreign word: nothing that a Chinese document prints is said otherwise."""
    spans = parse_figure(figure, catalog.unit_table).spans
    assert number_text(row(figure, unit, 1.0, spans=spans.written), CATALOG, "zh").plain == figure
