"""Numbers in other units and orders of magnitude, worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from indicators.catalog import Catalog
from indicators.language.numbers import convertible, ratio_to, rewritten
from indicators.table.frame import observations


@pytest.fixture(scope="module")
def rows(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """The observations by the figure as printed."""
    return {row["figure"]: row for row in observations(catalog).to_dict("records")}


@pytest.mark.parametrize(
    "figure, form, unit, zh, en",
    [
        # 243.35 × 10^8 = 24,335,000,000; in 万 that is 2,433,500; in 亿 243.35 again.
        ("243.35亿次", "number", "", "24,335,000,000 次", "24,335,000,000"),
        ("243.35亿次", "wan", "", "2,433,500 万次", "2,433,500 × 10,000"),
        ("243.35亿次", "yi", "", "243.35 亿次", "243.35 × 100,000,000"),
        ("超43万公里", "number", "", "> 430,000 公里", "> 430,000 km"),
        # 430,000 km × 1000 = 430,000,000 m, exactly.
        ("超43万公里", "printed", "metre", "> 430,000,000 米", "> 430,000,000 m"),
        # 20,000亩 × (2000/3) m² / 10,000 m² = 1333.33…公顷: over it rounds down, and stays true.
        ("逾2万亩", "number", "hectare", "> 1,333.33 公顷", "> 1,333.33 ha"),
        # 20,000亩 × (2000/3) / 1,000,000 = 13.3333… km²
        ("逾2万亩", "printed", "km2", "> 13.3333 平方公里", "> 13.3333 km²"),
        ("超过4000P", "printed", "eflops", "> 4 EFLOPS", "> 4 EFLOPS"),
        ("可达 75%", "number", "", "≤ 75%", "≤ 75%"),
        ("53个", "wan", "", "0.0053 万个", "0.0053 × 10,000"),
        # A unit that it doesn't convert to is left alone.
        ("53个", "number", "hectare", "53 个", "53"),
    ],
)
def test_a_figure_in_another_form(
    catalog: Catalog, rows: dict[str, Any], figure: str, form: str, unit: str, zh: str, en: str
) -> None:
    """Every digit, the bound as a sign, the unit."""
    assert rewritten(rows[figure], catalog, "zh", form=form, unit=unit).plain == zh
    assert rewritten(rows[figure], catalog, "en", form=form, unit=unit).plain.startswith(en)


def test_as_printed_is_as_printed(catalog: Catalog, rows: dict[str, Any]) -> None:
    """The default form is the document's own, and so is a rank in every form."""
    assert rewritten(rows["超43万公里"], catalog, "zh", form="printed").plain == "超43万公里"
    assert rewritten(rows["全国第二"], catalog, "zh", form="number").plain == "全国第二"


@pytest.mark.parametrize(
    "relation, shown",
    [("greater_than", "> 1,333.33"), ("at_least", "≥ 1,333.33"), ("less_than", "< 1,333.34"),
     ("at_most", "≤ 1,333.34"), ("equal", "≈ 1,333.33"), ("about", "≈ 1,333.33")],
)
def test_a_bound_stays_true_when_it_is_rounded(
    catalog: Catalog, rows: dict[str, Any], relation: str, shown: str
) -> None:
    """1333.33…: down for what lies above, up for what lies below; an equal number becomes about."""
    row = {**rows["逾2万亩"], "relation": relation}
    assert rewritten(row, catalog, "zh", form="number", unit="hectare").plain == f"{shown} 公顷"


def test_a_range_keeps_both_ends(catalog: Catalog, rows: dict[str, Any]) -> None:
    """20—100个 in full."""
    row = {**rows["53个"], "relation": "between", "obs_value": float("nan"), "lower": 20.0,
           "upper": 100.0}
    assert rewritten(row, catalog, "zh", form="number").plain == "20–100 个"


def test_units_convert_within_their_kind(catalog: Catalog) -> None:
    """亩 to the other areas; money and counted things to nothing; 大 is only another 个."""
    assert convertible(catalog, "mu") == ["m2", "hectare", "km2"]
    assert convertible(catalog, "yuan") == []
    assert convertible(catalog, "item") == []
    assert convertible(catalog, "nothing") == []
    assert ratio_to(catalog, {"unit_measure": "mu"}, "hectare") == Fraction(1, 15)
    assert ratio_to(catalog, {"unit_measure": "mu"}, "km") == 1
