"""Search by what figures say: as printed, as a number, by year, document, code and part, in either language."""

from __future__ import annotations

import pytest

from indicators.catalog import read_catalog
from indicators.table.facts import Facts
from indicators.table.frame import observations
from indicators.table.search import SearchIndex
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
