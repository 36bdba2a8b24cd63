"""Finding indicators the way people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog, read_catalog
from indicators.table.search import SearchIndex, fold
from tests.conftest import DATA

INDEX = SearchIndex(read_catalog(DATA))


def first(query: str) -> str:
    """Return the best hit's id, or nothing."""
    hits = INDEX.search(query)
    return hits[0].indicator if hits else ""


@pytest.mark.parametrize(
    "query, indicator",
    [
        ("基站", "base_stations_5g"),
        ("jizhan", "base_stations_5g"),
        ("JiZhan", "base_stations_5g"),
        ("jz", "base_stations_5g"),
        ("5gjz", "base_stations_5g"),
        ("５Ｇ基站", "base_stations_5g"),
        ("base stations", "base_stations_5g"),
        ("BASE_STATIONS_5G", "base_stations_5g"),
        ("guanglan", "optical_cable_length"),
        ("gl", "optical_cable_length"),
        ("光缆长度", "optical_cable_length"),
        ("fibre", "natural_village_fibre_coverage"),
        ("高企", "high_tech_enterprises"),
        ("dujiaoshou", "unicorn_enterprises"),
        ("djs", "unicorn_enterprises"),
        ("天河 通用", "supercomputer_general_compute"),
        ("亩", "benchmark_park_land"),
        # 长 is read chang in 长度, and zhang by those who don't look twice.
        ("changdu", "optical_cable_length"),
        # Slips: two letters changed places, one missing, a character of the same sound.
        ("jizahn", "base_stations_5g"),
        ("base staion", "base_stations_5g"),
        ("unicron", "unicorn_enterprises"),
        ("基占", "base_stations_5g"),
    ],
)
def test_the_best_hit(query: str, indicator: str) -> None:
    """Chinese, English, pinyin, initials, width, case and a slip: the indicator meant is first."""
    assert first(query) == indicator


def test_all_that_fit_are_found() -> None:
    """算力 is in three of the four names of computing power or their keywords, or in the sector's."""
    assert {hit.indicator for hit in INDEX.search("算力")} == {
        "pooled_compute", "own_compute", "supercomputer_general_compute",
        "supercomputer_intelligent_compute",
    }
    assert all("5g" in hit.indicator for hit in INDEX.search("5G"))


def test_every_word_must_be_found() -> None:
    """Words narrow a search."""
    both = [hit.indicator for hit in INDEX.search("5G 位次")]
    assert both == ["province_rank_5g"]


@pytest.mark.parametrize("query", ["", "   ", "zzzzqq", "<script>", "%", "e", "x" * 5000, "= + - @"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    """An empty, senseless or hostile query finds nothing, and not everything."""
    assert INDEX.search(query) == []


def test_every_indicator_is_found_by_each_of_its_names(catalog: Catalog) -> None:
    """Whatever a name holds (brackets, quotes, figures), typing it finds it first."""
    for key, entry in catalog.indicators.items():
        for name in (entry.name.zh, entry.name.en):
            assert key in [hit.indicator for hit in INDEX.search(name)][:3], name


@given(st.text(max_size=100))
def test_anything_can_be_typed(query: str) -> None:
    """A search never fails, and scores fall."""
    scores = [hit.score for hit in INDEX.search(query)]
    assert scores == sorted(scores, reverse=True)
    assert fold(fold(query)) == fold(query)
