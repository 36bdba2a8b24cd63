"""Selections: what an address asks for, what is wrong with it, which rows it means."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import read_catalog
from indicators.table.frame import observations
from indicators.table.selection import (
    LONGEST,
    MOST_FAULTS,
    PARAMETERS,
    Positions,
    Selection,
    allowed_codes,
    nearest_code,
    parse_selection,
    select,
)
from tests.conftest import DATA

CATALOG = read_catalog(DATA)
TABLE = observations(CATALOG)


def test_codes_of_a_column_add_up_and_columns_narrow() -> None:
    """Two sectors or-ed, one period and-ed: exactly the rows for which both hold."""
    chosen, faults = parse_selection(
        [("sector", "connectivity"), ("time_period", "2025-Q1"), ("sector", "compute")], CATALOG
    )
    assert faults == ()
    rows = select(TABLE, chosen)
    expected = [
        row for row in CATALOG.observations
        if row.sector in ("connectivity", "compute") and row.time_period == "2025-Q1"
    ]
    assert list(rows["figure"]) == [row.figure for row in expected]
    assert len(rows) == 10  # the sector connectivity; compute has no figure of that period


def test_the_query_is_canonical() -> None:
    """The order and repetition in which codes come make no difference to the address."""
    one, _ = parse_selection([("indicator", "own_compute"), ("sector", "compute")], CATALOG)
    other, faults = parse_selection(
        [("sector", "compute"), ("indicator", "own_compute"), ("sector", "compute")], CATALOG
    )
    assert one == other and faults == ()
    assert one.query == "sector=compute&indicator=own_compute"
    assert parse_selection(parse_qsl(one.query), CATALOG) == (one, ())


@pytest.mark.parametrize(
    "pair, code, nearest",
    [
        (("sectr", "compute"), "unknown-parameter", "sector"),
        (("", ""), "unknown-parameter", ""),
        (("sector", ""), "unknown-code", ""),
        (("sector", "Compute"), "unknown-code", "compute"),
        (("indicator", "base-stations-5g"), "unknown-code", "base_stations_5g"),
        (("indicator", "optical_cabel_length"), "unknown-code", "optical_cable_length"),
        (("ref_area", "440l00"), "unknown-code", "440100"),
        (("time_period", "2025Q1"), "bad-period", ""),
        (("time_period", "2024-13"), "bad-period", ""),
        (("document", "x" * 10_000), "too-long", ""),
        (("breakdown", "operator=china_telekom"), "unknown-code", "operator=china_telecom"),
        (("obs_status", "a"), "unknown-code", "A"),
        (("sector", "'; drop table--"), "unknown-code", ""),
        (("sector", "<script>alert(1)</script>"), "unknown-code", ""),
    ],
)
def test_a_wrong_part_says_what_is_allowed(
    pair: tuple[str, str], code: str, nearest: str
) -> None:
    """Each fault names what was found, what is allowed and the nearest; the rest still selects."""
    chosen, faults = parse_selection([pair, ("sector", "parks")], CATALOG)
    assert chosen == Selection.of({"sector": ["parks"]})
    [fault] = faults
    assert (fault.code, fault.nearest) == (code, nearest)
    assert fault.allowed
    assert len(fault.found) <= LONGEST + 1 and len(fault.parameter) <= LONGEST + 1
    assert fault.message("zh").endswith(("。", "？")) and fault.message("en").endswith((".", "?"))


def test_a_flood_of_faults_is_cut() -> None:
    """A hostile address gets a short answer."""
    _, faults = parse_selection([("sector", f"x{number}") for number in range(5000)], CATALOG)
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1].code == "too-many"


def test_control_characters_are_not_shown() -> None:
    """Nothing of an address can write over a terminal or turn a line around."""
    _, [fault] = parse_selection([("sector", "a\x1b[31m\u202eb\x00")], CATALOG)
    assert fault.found == "a�[31m�b�"


def test_an_unknown_column_is_a_mistake_of_the_program() -> None:
    """Selections made by the program itself are not forgiven."""
    with pytest.raises(KeyError):
        Selection.of({"colour": ["red"]})


def test_nothing_restricted_is_the_table_itself() -> None:
    """No copy is made where nothing is left out."""
    assert select(TABLE, Selection()) is TABLE


@given(st.data())
def test_positions_select_what_a_filter_selects(data: st.DataObject) -> None:
    """By positions or by looking at every row: the same rows in the same order."""
    codes = {}
    for name in data.draw(st.sets(st.sampled_from(PARAMETERS), max_size=4)):
        pool = sorted({str(value) for value in TABLE[name]} | set(allowed_codes(name, CATALOG)))
        codes[name] = data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3))
    chosen = Selection.of(codes)
    expected = TABLE
    for name, wanted in codes.items():
        expected = expected[expected[name].isin(wanted)]
    found = select(TABLE, chosen, Positions(TABLE))
    assert list(found.index) == list(expected.index)


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=30))
def test_any_address_is_read(pairs: list[tuple[str, str]]) -> None:
    """Whatever stands in an address: a selection and faults, never an exception."""
    chosen, faults = parse_selection(pairs, CATALOG)
    assert bool(pairs) == bool(chosen or faults)


def test_the_nearest_of_very_many_is_found_quickly() -> None:
    """Among a nation's documents only those that begin alike are looked at."""
    codes = tuple(f"gz-{number}" for number in range(100_000))
    assert nearest_code("gz_99999", codes) in codes
