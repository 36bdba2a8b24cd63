"""Search by what figures say: as printed, as a number, by year, document, code and part, in either language."""

from __future__ import annotations

import pytest

from indicators.catalog import read_catalog
from indicators.table.facts import Facts
from indicators.table.frame import observations
from indicators.table.search import SearchIndex
from indicators.table.typed import as_data_has_it
from tests.conftest import DATA

CATALOG = read_catalog(DATA)
TABLE = observations(CATALOG)
INDEX = SearchIndex(CATALOG)
FACTS = Facts(CATALOG, TABLE)


def found(query: str) -> list[str]:
    """Return what a query finds, the best first."""
    return [hit.indicator for hit in INDEX.search(query, FACTS.find)]


@pytest.mark.parametrize(("query", "indicator"), [
    ("超43万公里", "optical_cable_length"), ("43万公里", "optical_cable_length"), ("430000", "optical_cable_length"),
    ("430,000", "optical_cable_length"), ("43万", "optical_cable_length"), ("４３万公里", "optical_cable_length"),
    ("10.97", "base_stations_5g"), ("10.97万", "base_stations_5g"), ("109700", "base_stations_5g"),
    ("109,700 stations", "base_stations_5g"), ("基站 10.97", "base_stations_5g"), ("14.41%", "core_digital_gdp_share"),
])
def test_a_figure_finds_its_indicator(query: str, indicator: str) -> None:
    """As printed, written out, with commas or wide digits, with a word of either language beside it."""
    assert found(query)[:1] == [indicator], found(query)


def test_a_code_finds_its_claim() -> None:
    """In capitals or not."""
    row = TABLE[TABLE["figure"] == "超43万公里"].iloc[0]
    assert found(row["code"]) == found(row["code"].lower()) == ["optical_cable_length"]


@pytest.mark.parametrize("query", ["2025324", "第2025324号", "No. 2025324", "gz-2025324"])
def test_a_documents_number_finds_what_it_says(query: str) -> None:
    """Every indicator of the document and no other."""
    expected = set(TABLE[TABLE["document"] == "gz-2025324"]["indicator"])
    assert set(found(query.removeprefix("No. "))) == expected


@pytest.mark.parametrize("query", ["2023", "2023年"])
def test_a_year_finds_what_has_a_figure_of_it(query: str) -> None:
    """Alone, and beside a name it narrows."""
    expected = set(TABLE[TABLE["time_period"].astype(str).str.startswith("2023")]["indicator"])
    assert set(found(query)) >= expected > set()
    assert "base_stations_5g" in found(f"基站 {query}") and "base_stations_5g" in found(f"stations {query}")


@pytest.mark.parametrize("query", ["中国电信", "电信", "China Telecom", "telecom"])
def test_an_operator_finds_what_it_is_a_part_of(query: str) -> None:
    """In both languages."""
    expected = set(TABLE[TABLE["breakdown"].astype(str).str.contains("china_telecom")]["indicator"])
    assert set(found(query)) >= expected > set()


@pytest.mark.parametrize("query", ["4", "0.97", "0970", "43", "99999999999999999999", "1e999", "(((", "9" * 80, "2025-13-77"])
def test_a_piece_of_a_number_is_not_that_number(query: str) -> None:
    """0.97 isn't in 10.97, and nothing that may be typed breaks the search."""
    assert "base_stations_5g" not in found(query)


@pytest.mark.parametrize("query", [
    "over 430,000 km", "430,000 km", "0.43 million km", "四十三万公里", "超43万公里", "43万 公里",
])
def test_a_figure_is_found_in_the_words_of_either_language(query: str) -> None:
    """None of its words need stand in a name."""
    assert found(query)[:1] == ["optical_cable_length"], found(query)


@pytest.mark.parametrize(("query", "period"), [
    ("2025年一季度", "2025-Q1"), ("2025年第一季度", "2025-Q1"), ("Q1 2025", "2025-Q1"), ("2025 Q1", "2025-Q1"),
    ("2025-Q1", "2025-Q1"), ("2023年末", "2023"), ("end of 2023", "2023"), ("the end of 2023", "2023"),
])
def test_a_period_is_found_as_people_write_it(query: str, period: str) -> None:
    """What has a figure of it, and nothing else."""
    expected = set(TABLE[TABLE["time_period"].astype(str).str.startswith(period)]["indicator"])
    assert set(found(query)) == expected > set()


@pytest.mark.parametrize(("typed", "meant"), [
    ("2025年3月", "2025-03"), ("march 2025", "2025-03"), ("sept 2024", "sept 2024"), ("mar. 2025", "2025-03"),
    ("2024年上半年", "2024-h1"), ("second half of 2024", "2024-h2"), ("no. 2025324", "2025324"), ("第2025324号", "2025324"),
    ("2025年12月末", "2025-12"), ("1,234,567", "1234567"), ("q5 2025", "q5 2025"), ("casino 5", "casino 5"),
    ("may 2025", "2025-05"), ("maybe 2025", "maybe 2025"),
])
def test_what_is_typed_is_written_as_the_data_has_it(typed: str, meant: str) -> None:
    """Periods, documents' numbers and commas; what is none of them stays."""
    assert as_data_has_it(typed) == meant


def test_a_month_is_no_documents_number() -> None:
    """2025年3月 and the document 2025324 begin with the same five digits."""
    assert "eye_model_efficiency_gain" not in found("2025年3月")
    assert set(found("No. 2025324")) == set(TABLE[TABLE["document"] == "gz-2025324"]["indicator"])


def test_a_code_is_found_without_its_hyphen() -> None:
    """As somebody reads it out."""
    row = TABLE[TABLE["figure"] == "超43万公里"].iloc[0]
    assert found(row["code"].replace("-", "")) == ["optical_cable_length"]


@pytest.mark.parametrize("query", ["广州", "Guangzhou", "440100"])
def test_a_place_finds_what_has_figures_of_it(query: str) -> None:
    """By its name in either language, or its code."""
    expected = set(TABLE[TABLE["ref_area"] == "440100"]["indicator"])
    assert set(found(query)) >= expected > set()


def test_an_issuer_finds_what_its_documents_say() -> None:
    """By a part of its name, in both languages."""
    document = CATALOG.documents["gz-2025324"].document
    expected = set(TABLE[TABLE["document"] == "gz-2025324"]["indicator"])
    for name in (document.producer.zh, document.producer.en.split()[-2]):
        assert set(found(name)) >= expected, name
