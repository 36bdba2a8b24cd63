"""What must not share an axis, list by list, and the contradictions that the Quality page explains."""

from __future__ import annotations

from itertools import combinations

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.evidence.contradictions import contradictions
from indicators.evidence.declared import declared_in
from indicators.evidence.findings import find
from indicators.evidence.guard import may_share_axis
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.table.frame import observations
from tests.conftest import SHIPPED
from tests.pages.test_pages import html, open_page

NEVER_TOGETHER = {
    "1 stations: whose count": [
        "base_stations_5g", "base_stations_5g_province_count", "base_stations_5g_administration",
        "base_stations_5g_operators", "base_stations_5g_outdoor_apart", "small_cells_5g_indoor",
        "base_stations_5g_macro",
    ],
    "2 per head and per area": ["base_stations_5g_per_10k", "base_stations_5g_per_km2", "base_stations_5g"],
    "4 gigabit users, households, shares": ["gigabit_users", "gigabit_households", "gigabit_user_share"],
    "5 compute: kind, precision, built, whose": [
        "pooled_compute", "supercomputer_general_compute", "supercomputer_intelligent_compute",
        "intelligent_compute_fp16", "intelligent_compute", "intelligent_compute_with_building",
        "operators_intelligent_compute", "hub_intelligent_compute", "idc_intelligent_compute",
        "total_compute", "infrastructure_compute", "shipped_compute",
    ],
    "6 look-ups, registrations, a node's and a province's": [
        "identifier_resolutions", "identifier_registrations", "province_identifier_resolutions",
        "province_identifier_registrations", "identifier_resolutions_daily",
    ],
    "6 second-level nodes": ["identifier_second_level_nodes", "province_second_level_nodes"],
    "6 enterprises": ["identifier_connected_enterprises", "identifier_enterprises"],
    "7 certificates and enterprises transformed": [
        "high_tech_enterprises", "enterprises_transformed", "enterprises_on_cloud",
    ],
    "8 lists of unicorns": [
        "unicorn_enterprises", "city_list_unicorns", "report_unicorns", "conference_unicorns",
    ],
    "9 the digital economy": [
        "core_digital_value_added", "core_digital_other_list", "digital_economy_wide",
        "digital_economy_city_method", "digital_economy_new_method",
    ],
    "9 its share": [
        "core_digital_gdp_share", "core_digital_other_list_share", "digital_economy_wide_share",
        "digital_economy_city_method_share", "digital_economy_new_method_share",
    ],
    "10 data sets": ["high_quality_data_sets", "data_sets_built", "data_sets_listed"],
    "10 data products": ["public_data_products", "exchange_data_products"],
    "10 turnover": [
        "data_transactions_market", "data_sets_turnover", "exchange_first_day_turnover",
    ],
    "11 digital transformation": [
        "sihua_platforms", "sihua_diagnosed_enterprises", "enterprises_transformed", "enterprises_on_cloud",
    ],
    "12 the elderly": ["registered_elderly", "usual_elderly", "elderly_care_records"],
    "12 their share": ["registered_elderly_share", "usual_elderly_share"],
    "13 ranks": [
        "province_rank_5g", "unicorn_increment_rank", "unicorn_world_rank", "rank_5g_per_10k",
        "rank_5g_per_km2",
    ],
}
CONTRADICTIONS = 11


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    """Return what is shipped."""
    return read_catalog(SHIPPED)


@pytest.mark.parametrize("name", NEVER_TOGETHER)
def test_what_differs_in_scope_shares_no_axis(shipped: Catalog, name: str) -> None:
    """Each two indicators of a list are refused, whichever goes first, of whatever place and date."""
    rows = {row.indicator: row for row in reversed(shipped.observations)}
    pairs = list(combinations(NEVER_TOGETHER[name], 2))
    assert pairs
    for one, other in pairs:
        for pair in ((one, other), (other, one)):
            assert not may_share_axis(shipped, [rows[key] for key in pair]).allowed, pair


@pytest.mark.parametrize("name", NEVER_TOGETHER)
def test_no_comparison_draws_what_differs_in_scope(shipped: Catalog, name: str) -> None:
    """Nor does a deck, of any two of a list: what has no slide together has no axis together."""
    table = observations(shipped)
    keys = ["".join(f"@{one}" for one in pair) for pair in combinations(NEVER_TOGETHER[name], 2)]
    assert build_deck(shipped, table, DeckSpec(tuple(keys)), "zh").slides == ()


def test_cable_and_fibre_dont_convert_into_each_other(shipped: Catalog) -> None:
    """List 3: the length of cable lines is in km, that of fibre cores in core km."""
    units = shipped.unit_table
    cable = units.by_id(shipped.indicators["optical_cable_length"].unit)
    assert cable.base != units.by_id("core_km").base


def test_one_scope_of_several_places_may_share_an_axis(shipped: Catalog) -> None:
    """The guard keeps scopes apart, not places: Hurun's cities compare, with their places noted."""
    rows = [
        row for row in shipped.observations
        if row.indicator == "unicorn_enterprises" and row.time_period == "2023"
    ]
    verdict = may_share_axis(shipped, rows)
    assert len({row.ref_area for row in rows}) >= 5
    assert verdict.allowed and "areas" in {note.code for note in verdict.notes}


def test_each_contradiction_is_shown_with_its_explanation(shipped: Catalog) -> None:
    """All figures of each are there, both languages say why, and the page shows them first."""
    entries = shipped.evidence.against
    assert len(entries) == CONTRADICTIONS
    found = [one for one in contradictions(shipped, declared_in(shipped)) if one.kind == "declared"]
    assert [one.name for one in found] == [entry.name for entry in entries]
    shown = [one for one in find(shipped).side_by_side if one.kind == "declared"]
    assert len(shown) == CONTRADICTIONS
    for one, entry in zip(shown, entries, strict=True):
        assert len(one.rows) >= len(entry.claims) >= 2
        assert entry.because.zh and entry.because.en and entry.because.zh != entry.because.en


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_quality_page_explains_each_contradiction(
    shipped: Catalog, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every explanation is read on the page itself, and none is left to "and more"."""
    monkeypatch.setenv("INDICATORS_DATA", str(SHIPPED))
    said = html(open_page("quality", lang))
    assert [entry.name for entry in shipped.evidence.against if entry.because.in_language(lang) not in said] == []


def test_reposts_are_flagged_and_other_places_are_context(shipped: Catalog) -> None:
    """No document of another place leads, and what is a repost says so."""
    others = [entry.document for entry in shipped.documents.values() if entry.document.ref_area != "440100"]
    assert len(others) > 60
    assert {document.role for document in others} == {"context"}
    assert all(document.addresses for document in others)
