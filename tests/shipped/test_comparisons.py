"""The comparisons that the shipped facts allow, worked by hand: derived values never lose a bound.

Each comment is the working. What is printed stands beside what is derived and isn't drawn with it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.derived import (
    Measures,
    Refusal,
    Value,
    find_takeaway,
    takeaway_text,
    text_of,
    working,
)
from indicators.evidence.guard import may_share_axis
from tests.conftest import SHIPPED

GUANGZHOU, SHENZHEN, BEIJING, WUHAN, NATION = "440100", "440300", "110000", "420100", "CN"


@pytest.fixture(scope="module")
def measures() -> Measures:
    """Return the measures of what is shipped."""
    return Measures(read_catalog(SHIPPED))


@pytest.fixture(scope="module")
def catalog(measures: Measures) -> Catalog:
    """Return the catalogue."""
    return measures.catalog


def value(measures: Measures, measure: str, place: str, period: str | None = None) -> Value:
    """Return a measure's value, which there must be."""
    found = measures.derive(measure, place, period)
    assert isinstance(found, Value), found
    return found


def said(measures: Measures, measure: str, place: str, period: str | None = None) -> str:
    """Return a value as English says it."""
    return text_of(value(measures, measure, place, period), "en")


def test_the_citys_share_of_the_nations_stations_fell(measures: Measures) -> None:
    """1: 9.17 ÷ 337.7 = 2.7154 %; 10.97 ÷ over 439 is less than 2.4989 %, with rounding than 2.5 %."""
    before = value(measures, "stations_share_of_nation", GUANGZHOU, "2023")
    assert text_of(before, "zh") == "2.72%"
    # 9.165 ÷ 337.75 = 2.71354 %, 9.175 ÷ 337.65 = 2.71731 %
    assert before.interval.lower == Fraction(91650 * 100, 3377500)
    assert before.interval.upper == Fraction(91750 * 100, 3376500)
    now = value(measures, "stations_share_of_nation", GUANGZHOU, "2025-Q1")
    assert (text_of(now, "zh"), text_of(now, "en")) == ("至多2.50%", "at most 2.50%")
    assert now.interval.upper == Fraction(109750 * 100, 4390000) and not now.interval.upper_included
    assert now.upper == Decimal("2.5") and now.lower == 0  # 10.975 ÷ 439 is 2.5 % just so, never reached
    assert said(measures, "residents_share_of_nation", GUANGZHOU, "2023") == "1.34%"  # 1882.70 ÷ 140967
    assert said(measures, "residents_share_of_nation", GUANGZHOU, "2024") == "1.35%"  # 1897.8 ÷ 140828


def test_stations_grew_slower_than_the_nations(measures: Measures) -> None:
    """2: 10.97 ÷ 9.17 − 1 = 19.63 %; over 439 ÷ 337.7 − 1 is at least 29.997 %, with rounding 29.98 %."""
    city = measures.growth("base_stations_5g", GUANGZHOU, "2023", "2025-Q1")
    nation = measures.growth("base_stations_5g_administration", NATION, "2023", "2025-03")
    assert isinstance(city, Value) and isinstance(nation, Value)
    assert (text_of(city, "en"), text_of(nation, "en")) == ("+19.6%", "at least +30.0%")
    assert nation.interval.lower == (Fraction(4390000, 3377500) - 1) * 100
    assert nation.interval.upper is None


def test_the_takeaway_says_both_and_the_share(measures: Measures, catalog: Catalog) -> None:
    """1 and 2 in one sentence, as worked above."""
    found = find_takeaway(measures, "base_stations_5g", GUANGZHOU)
    assert found is not None and takeaway_text(catalog, found, "en") == (
        "5G base stations in Guangzhou grew by 19.6% from the end of 2023 to the end of March 2025; the nation's by at "
        "least 30.0%: its share of the nation fell from 2.72% to at most 2.50%."
    )


def test_stations_per_ten_thousand_residents(measures: Measures, catalog: Catalog) -> None:
    """3: 91700 ÷ 1882.70万 = 48.706; 109700 ÷ 1897.8万 = 57.804; 337.7万 ÷ 140967万 = 23.96, printed 24."""
    assert said(measures, "stations_per_10k", GUANGZHOU, "2023") == "48.7"
    later = value(measures, "stations_per_10k", GUANGZHOU, "2025-Q1")
    assert text_of(later, "en") == "57.8" and later.periods == ("2025-Q1", "2024")
    assert said(measures, "stations_per_10k_administration", NATION, "2023") == "24.0"
    printed = {row.ref_area: row for row in measures.rows("base_stations_5g_per_10k", BEIJING)}
    assert printed and not may_share_axis(catalog, [printed[BEIJING], later.inputs[0]]).allowed


def test_the_provinces_and_the_citys_counts_stay_apart(measures: Measures, catalog: Catalog) -> None:
    """4: 30591 by the province and 4.648万 by the city in August 2020 are no growth and no share."""
    province = measures.rows("base_stations_5g_province_count", SHENZHEN)
    city = measures.rows("base_stations_5g", SHENZHEN)
    assert {row.figure for row in province} >= {"30591座"} and {row.figure for row in city} >= {"4.648万个"}
    assert not may_share_axis(catalog, [province[0], city[0]]).allowed


def test_top_nodes_compare_with_top_nodes(measures: Measures) -> None:
    """5: resolutions 243.35亿 and over 748.6亿; second-level nodes 53, 98 and 48."""
    found = measures.all_places("identifier_resolutions", within=36)
    assert [one.place for one in found.values] == [BEIJING, GUANGZHOU]
    assert found.values[0].interval.lower == 74_860_000_000 and not found.values[0].derived
    nodes = measures.all_places("identifier_second_level_nodes", among=[GUANGZHOU, BEIJING, WUHAN], within=36)
    assert [one.printed.lower for one in nodes.values] == [98, 53, 48]
    rank = nodes.rank_of(GUANGZHOU)
    assert rank is not None and (rank.best, rank.worst, rank.of) == (2, 2, 3)


def test_pooled_compute_is_no_share_of_the_nations(measures: Measures, catalog: Catalog) -> None:
    """6: over 4000P here and close to 2万P in Shanghai; the nation's 788 EFLOPS are at FP16."""
    pooled = measures.all_places("pooled_compute", within=12)
    assert {one.place for one in pooled.values} == {GUANGZHOU, "310000"}
    nation = measures.rows("intelligent_compute_fp16", NATION)
    assert not may_share_axis(catalog, [pooled.values[0].inputs[0], nation[0]]).allowed


def test_high_tech_enterprises_per_head_and_of_the_province(measures: Measures) -> None:
    """7: 1.35万 ÷ 1897.8万 = 7.1; Wuhan 11.6, Shenzhen 13.5, Beijing 12.9; of about 7.7万 17.5 %."""
    assert said(measures, "high_tech_per_10k", GUANGZHOU, "2024") == "at least 7.1"
    assert said(measures, "high_tech_per_10k", WUHAN, "2024") == "at least 11.6"  # 16000 ÷ 1380.91
    assert said(measures, "high_tech_per_10k", SHENZHEN, "2023") == "at least 13.5"  # 24000 ÷ 1779.01
    assert said(measures, "high_tech_per_10k", BEIJING, "2023") == "12.9"  # 28300 ÷ 2185.8 = 12.947
    share = value(measures, "high_tech_share_of_province", GUANGZHOU, "2024")
    assert share.interval.soft and share.interval.upper is None
    # 13500 ÷ 77000 = 17.532 %: over the one, about the other.
    assert (text_of(share, "zh"), text_of(share, "en")) == ("至少约17.53%", "at least about 17.53%")


def test_an_expected_number_of_the_provinces_divides_nothing(measures: Measures) -> None:
    """7: of 2025 the province only prints an estimate, 预计7.4万, so the share is that of 2024."""
    assert value(measures, "high_tech_share_of_province", GUANGZHOU).periods == ("2024", "2024")


def test_unicorns_are_compared_within_one_list(measures: Measures) -> None:
    """8: on Hurun's list of 2023 Beijing 79, Shanghai 66, Shenzhen 33, Guangzhou and Hangzhou 22."""
    found = measures.all_places("unicorn_enterprises", near="2023", within=0, among=[
        GUANGZHOU, SHENZHEN, BEIJING, "310000", "330100", WUHAN,
    ])
    assert [int(one.height) for one in found.values] == [79, 66, 33, 22, 22]
    assert found.missing == (WUHAN,)
    rank = found.rank_of(GUANGZHOU)
    assert rank is not None and (rank.best, rank.worst) == (4, 4)
    # The nation 316, 340, 343; Guangzhou 22, 24, 24; Shenzhen 33, not printed, 37.
    printed = {
        place: {row.time_period: row.figure for row in measures.rows("unicorn_enterprises", place)}
        for place in (NATION, GUANGZHOU, SHENZHEN)
    }
    assert [printed[NATION][year].rstrip("家") for year in ("2023", "2024", "2025")] == ["316", "340", "343"]
    assert [printed[GUANGZHOU][year].rstrip("家") for year in ("2023", "2024", "2025")] == ["22", "24", "24"]
    assert printed[SHENZHEN] == {"2023": "33家", "2025": "37家"}


def test_ranks_among_the_worlds_cities_are_printed_and_never_grown(measures: Measures) -> None:
    """8: ninth in 2024 and eleventh in 2025; of ranks there is no growth. The other list says 21."""
    ranks = {row.time_period: row.value for row in measures.rows("unicorn_world_rank", GUANGZHOU)}
    assert ranks == {"2024": 9, "2025": 11}
    grown = measures.growth("unicorn_world_rank", GUANGZHOU, "2024", "2025")
    assert isinstance(grown, Refusal) and grown.code == "guard"
    assert [row.value for row in measures.rows("report_unicorns", GUANGZHOU)] == [21]


def test_core_industries_by_gdp_stand_beside_the_printed_share(measures: Measures) -> None:
    """9: 4470.30 ÷ 31000 = 14.42 %, printed 14.41 %; the nation's preliminary GDP divides nothing."""
    own = value(measures, "core_digital_per_gdp", GUANGZHOU, "2024")
    assert own.interval.contains(Fraction(1441, 100)) and text_of(own, "en") == "14.4%"
    nation = measures.derive("core_digital_per_gdp", NATION, "2023")
    assert isinstance(nation, Refusal) and nation.code == "provisional"


def test_measures_of_size_without_a_common_denominator_are_refused(measures: Measures, catalog: Catalog) -> None:
    """10: 28 data sets selected, over 3.5万 built; 3500万余 records and 212.92万 people of 60 or more."""
    for one, other in (
        ("high_quality_data_sets", "data_sets_built"), ("elderly_care_records", "registered_elderly"),
    ):
        rows = [next(row for row in catalog.observations if row.indicator == name) for name in (one, other)]
        assert not may_share_axis(catalog, rows).allowed
    assert GUANGZHOU in measures.all_places("gigabit_user_share").missing


def test_each_comparison_has_an_address(measures: Measures, catalog: Catalog) -> None:
    """What the Compare page lists leads to an indicator with figures of the period that it names."""
    indicators = {view.indicator for view in catalog.views.values()}
    assert indicators == {
        "base_stations_5g",  # 1, 2 and 3
        "base_stations_5g_province_count",  # 4
        "identifier_resolutions", "identifier_second_level_nodes", "identifier_connected_enterprises",  # 5
        "pooled_compute", "high_tech_enterprises", "unicorn_enterprises", "core_digital_gdp_share",  # 6 to 9
        "unicorn_world_rank", "report_unicorns",  # 8
        "gigabit_user_share", "high_quality_data_sets", "registered_elderly",  # 10
    }
    for view in catalog.views.values():
        found = measures.all_places(view.indicator, near=view.near, within=view.within)
        assert found.values, view.id


def test_a_derived_value_says_what_it_rests_on(measures: Measures, catalog: Catalog) -> None:
    """Two codes, both documents, and a working with the figures as printed."""
    found = value(measures, "stations_share_of_nation", GUANGZHOU, "2025-Q1")
    assert found.derived and len(set(found.codes)) == 2 and all(len(code) == 11 for code in found.codes)
    assert found.documents == ("gz-2025324", "miit-2025-04")
    lines = working(catalog, found, "zh")
    assert "10.97万座" in lines[0] and "至多2.50%" in lines[0]
    assert lines[1] == "[10.965万, 10.975万) ÷ (4,390,000, +∞) = (0, 2.5)%"
