"""The reply's claims, held against the letter by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.catalog import Catalog, Observation

REPLY = "gz-2025324"


def test_the_data_is_free_of_problems(catalog: Catalog) -> None:
    """What the tests stand on passes the check."""
    assert [problem.as_text("en") for problem in catalog.problems] == []


def test_there_are_at_least_forty_observations(catalog: Catalog) -> None:
    """The reply's figures are all there."""
    assert sum(row.document == REPLY for row in catalog.observations) >= 40


# indicator, breakdown, figure, relation, value, lower, upper, period, section; by hand:
# 10.97万 is printed to 0.01万 = 100, so it was rounded from [109650, 109750).
GOLDEN = [
    ("base_stations_5g", "_T", "10.97万座", "equal", "109700", "109650", "109750", "2025-Q1", "一(二)2"),
    ("optical_cable_length", "_T", "超43万公里", "greater_than", "430000", "430000", None, "2025-Q1", "一(二)2"),
    ("optical_cable_length", "operator=china_telecom", "23万公里", "equal", "230000", "225000", "235000", "2025-Q1", "一(二)2"),
    ("optical_cable_length", "operator=china_mobile", "12.8万公里", "equal", "128000", "127500", "128500", "2025-Q1", "一(二)2"),
    ("optical_cable_length", "operator=china_unicom", "6.8万公里", "equal", "68000", "67500", "68500", "2025-Q1", "一(二)2"),
    ("high_tech_enterprises", "_T", "突破1.35万家", "greater_than", "13500", "13500", None, "2024", "一(一)2"),
    ("digital_high_tech_enterprises", "_T", "超7000家", "greater_than", "7000", "7000", None, "2024", "一(一)2"),
    ("unicorn_enterprises", "_T", "24家", "equal", "24", "24", "24", "2024", "一(一)2"),
    ("pooled_compute", "_T", "超过4000P", "greater_than", "4000", "4000", None, "2025-06-20", "一(二)1"),
]


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row[0]} {row[1]}")
def test_golden_observations(catalog: Catalog, row: tuple[str, ...]) -> None:
    """Figures read off the letter by hand, with the interval each asserts."""
    indicator, breakdown, figure, relation, value, lower, upper, period, section = row
    found = [
        item for item in catalog.observations
        if (item.document, item.indicator, item.breakdown) == (REPLY, indicator, breakdown)
    ]
    assert len(found) == 1
    item: Observation = found[0]
    assert (item.figure, item.relation, item.time_period, item.section) == (
        figure, relation, period, section,
    )
    ends = [None if end is None else Decimal(end) for end in (value, lower, upper)]
    assert [item.value, item.lower, item.upper] == ends


def test_a_slip_of_ten_thousand_leaves_the_valid_range(catalog: Catalog) -> None:
    """Whatever is printed with 万 or 亿 can't be written with the other, or without, unnoticed."""
    checked = 0
    for row in catalog.observations:
        valid = catalog.indicators[row.indicator].valid
        if valid is None:
            continue
        if row.unit_mult and row.breakdown == "_T" and row.value:
            checked += 1
            assert row.value * 10**4 > valid.max, row.indicator
            assert row.value / 10**4 < valid.min, row.indicator
    assert checked >= 8
