"""The context documents, held against the pages' figures by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.language.text import period_text
from tests.catalog.test_problems import replace

# document, indicator, breakdown, period, figure, value, lower, upper (upper included?), status.
# 4.6万 is printed to 0.1万 = 1,000, so it was rounded from [45,500, 46,500); counts printed to
# the last unit are exact; 突破1.23万 is anything above 12,300; 约10% reaches half of its last
# digit that counts, ten, either way.
FACTS = [
    ("gz-bluebook-2020", "base_stations_5g", "_T", "2019", "20246座", "20246", "20246", "20246"),
    ("gz-bluebook-2020", "base_stations_5g", "operator=china_telecom", "2019", "7386座", "7386", "7386", "7386"),
    ("gz-bluebook-2020", "base_stations_5g", "operator=china_mobile", "2019", "6048座", "6048", "6048", "6048"),
    ("gz-bluebook-2020", "base_stations_5g", "operator=china_unicom", "2019", "6812座", "6812", "6812", "6812"),
    ("gz-bluebook-2020", "base_stations_5g_outdoor", "_T", "2019", "15969座", "15969", "15969", "15969"),
    ("gz-bluebook-2020", "base_stations_5g_outdoor", "operator=china_telecom", "2019", "5548座", "5548", "5548", "5548"),
    ("gz-bluebook-2020", "base_stations_5g_outdoor", "operator=china_mobile", "2019", "5600座", "5600", "5600", "5600"),
    ("gz-bluebook-2020", "base_stations_5g_outdoor", "operator=china_unicom", "2019", "4821座", "4821", "4821", "4821"),
    ("gd-5g-2020-08", "base_stations_5g_province_count", "_T", "2020-08", "23555座", "23555", "23555", "23555"),
    ("gz-5g-conference-2020", "base_stations_5g", "_T", "2020-12", "4.6万座", "46000", "45500", "46500"),
    ("gz-nfdaily-2021-01", "base_stations_5g", "_T", "2020", "4.8万座", "48000", "47500", "48500"),
    ("gz-gwr-2024", "base_stations_5g", "_T", "2023", "9.17万座", "91700", "91650", "91750"),
    ("gz-gwr-2024", "base_stations_5g_added", "_T", "2023", "新增1.52万座", "15200", "15150", "15250"),
    ("gz-gwr-2024", "core_digital_gdp_share", "_T", "2023", "13%", "13", "12.5", "13.5"),
    # No measure word and three zeros: read as rounded to the thousand, [12,500, 13,500).
    ("gz-gwr-2024", "high_tech_enterprises", "_T", "2023", "13,000", "13000", "12500", "13500"),
    ("gz-kjj-2020", "high_tech_enterprises", "_T", "2015", "1919家", "1919", "1919", "1919"),
    ("gz-kjj-2020", "high_tech_enterprises", "_T", "2019", "12099家", "12099", "12099", "12099"),
    ("gz-20212282", "high_tech_enterprises", "_T", "2020", "1.2万家", "12000", "11500", "12500"),
    ("gz-gwr-2023", "high_tech_enterprises", "_T", "2022", "突破1.23万家", "12300", "12300", None),
    ("gz-gwr-2026", "high_tech_enterprises", "_T", "2025", "1.37万家", "13700", "13650", "13750"),
    ("hurun-2021", "unicorn_enterprises", "_T", "2021", "10家", "10", "10", "10"),
    ("hurun-2021", "unicorns_added", "_T", "2021", "比去年增加2家", "2", "2", "2"),
    ("hurun-2023", "unicorn_enterprises", "_T", "2023", "22家", "22", "22", "22"),
    ("hurun-2024", "unicorn_enterprises", "_T", "2024", "24家", "24", "24", "24"),
    ("hurun-2024", "unicorns_added", "_T", "2024", "比去年增加2家", "2", "2", "2"),
    ("gz-unicorn-list-2022", "city_list_unicorns", "_T", "2017", "7家", "7", "7", "7"),
    ("gz-unicorn-list-2022", "city_list_unicorns", "_T", "2022", "23家", "23", "23", "23"),
    ("gz-bluebook-2025", "core_digital_value_added", "_T", "2024", "4470.30亿元", "447030000000", "447029500000", "447030500000"),
    ("gz-bluebook-2025", "core_digital_growth", "_T", "2024", "9.8%", "9.8", "9.75", "9.85"),
    ("gz-bluebook-2025", "core_digital_gdp_share", "_T", "2024", "14.41%", "14.41", "14.405", "14.415"),
    ("gz-bluebook-2025", "core_digital_value_added", "_T", "2025", "突破5000亿元", "500000000000", "500000000000", None),
    ("gz-bluebook-2025", "core_digital_growth", "_T", "2025", "约10%", "10", "5", "15"),
    ("gz-bluebook-2025", "core_digital_gdp_share", "_T", "2025", "超过15%", "15", "15", None),
    ("gz-mother-fund-2023", "mother_fund_sub_funds", "_T", "2023-05", "24只", "24", "24", "24"),
    ("gz-mother-fund-2023", "mother_fund_invested", "_T", "2023-05", "20.71亿元", "2071000000", "2070500000", "2071500000"),
    ("gz-mother-fund-2023", "mother_fund_levered", "_T", "2023-05", "186.59亿元", "18659000000", "18658500000", "18659500000"),
    ("gz-mother-fund-2023", "mother_fund_leverage", "_T", "2023-05", "9.01倍", "9.01", "9.005", "9.015"),
]  # fmt: skip


def test_every_fact_is_claimed_and_nothing_more(catalog: Catalog) -> None:
    """The context documents claim what their pages print, and are context."""
    found = [
        (row.document, row.indicator, row.breakdown, row.time_period, row.figure)
        for row in catalog.observations if row.document != "gz-2025324"
    ]
    assert sorted(found) == sorted(fact[:5] for fact in FACTS)
    roles = {key: entry.document.role for key, entry in catalog.documents.items()}
    assert [key for key, role in roles.items() if role == "main"] == ["gz-2025324"]
    assert len(roles) == 16


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: " ".join(fact[:4]))
def test_a_fact_allows_what_its_print_allows(catalog: Catalog, fact: tuple[str, ...]) -> None:
    """Value and interval, by hand."""
    row = next(
        row for row in catalog.observations
        if (row.document, row.indicator, row.breakdown, row.time_period) == fact[:4]
    )
    numbers = [None if text is None else Decimal(text) for text in fact[5:]]
    assert [row.value, row.lower, row.upper] == numbers


def test_every_document_names_its_page_and_its_producer(catalog: Catalog) -> None:
    """Without an address a figure can't be traced; an inferred producer says why."""
    for key, entry in catalog.documents.items():
        document = entry.document
        assert document.addresses or document.role == "main", key
        assert (document.producer_basis == "inferred") == (document.producer_note is not None), key


def test_forecasts_are_marked(catalog: Catalog) -> None:
    """What is said of 2025 in August 2025 hadn't happened."""
    forecasts = [row for row in catalog.observations if row.obs_status == "F"]
    assert {row.time_period for row in forecasts} == {"2025"}
    assert len(forecasts) == 3


@pytest.mark.parametrize(("document", "text", "zh"), [
    ("gz-2025324", "2025-06-20", "2025年6月20日"), ("gz-bluebook-2020", "2020-08", "2020年8月"),
    ("hurun-2023", "2023", "2023年"),
])
def test_a_date_is_as_precise_as_it_is_known(
    catalog: Catalog, document: str, text: str, zh: str
) -> None:
    """Where a page gives only the month or the year, no day is made up."""
    date = catalog.documents[document].document.date
    assert date.isoformat() == text
    assert period_text(date.isoformat(), "zh") == zh


@pytest.mark.parametrize("date", ["2025-Q2", "2025-H1", "2025-13", "20250620", "1750537600"])
def test_what_is_no_date_is_refused(data_copy: Path, date: str) -> None:
    """A quarter is a period but no date; a Unix time is neither."""
    replace(data_copy, "documents/gz-2025324.yaml", "date: 2025-06-20", f"date: {date}")
    problems = read_catalog(data_copy).problems
    assert "invalid-value" in {problem.code for problem in problems}
    assert any("2020-08" in problem.message("en") for problem in problems)


def test_a_claim_without_a_period_takes_the_date_as_far_as_it_is_known(data_copy: Path) -> None:
    """A month stays a month."""
    file = "documents/gz-bluebook-2020.yaml"
    old = "figure: 20246座\n    period: 2019\n"
    replace(data_copy, file, old, old.replace("2019", "none"))
    catalog = read_catalog(data_copy)
    row = next(row for row in catalog.observations if row.figure == "20246座")
    assert (row.time_period, row.period_basis) == ("2020-08", "document")


@pytest.mark.parametrize(("old", "new", "code"), [
    ("rounded_to: 1000", "rounded_to: -1000", "invalid-value"),
    ("rounded_to: 1000", "rounded_to: 0", "invalid-value"),
    ("figure: 9.17万座", "figure: 9.17万座\n    rounded_to: 100", "needless-explicit-value"),
])
def test_what_a_value_is_rounded_to(data_copy: Path, old: str, new: str, code: str) -> None:
    """It is positive, and only said where the figure can't be read."""
    replace(data_copy, "documents/gz-gwr-2024.yaml", old, new)
    assert code in {problem.code for problem in read_catalog(data_copy).problems}


@pytest.mark.parametrize("change", [
    ("increment_of: base_stations_5g", "increment_of: nothing"),
    ("with: base_stations_5g_province_count", "with: nothing"),
])
def test_relations_name_indicators_that_exist(data_copy: Path, change: tuple[str, str]) -> None:
    """A slip in a relation is found where it stands."""
    replace(data_copy, "definitions/connectivity.yaml", *change)
    codes = {problem.code for problem in read_catalog(data_copy).problems}
    assert "unknown-indicator" in codes
