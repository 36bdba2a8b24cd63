"""The slips that the measurement makes: one place each, deterministic, and still readable."""

from __future__ import annotations

import random

import pytest

from indicators.catalog import Catalog, CatalogReader
from tests.benchmarks.slips import with_neighbour
from tests.benchmarks.spoiling import (
    FIGURE_KINDS,
    KINDS,
    Spoiler,
    doubled,
    exchanged,
    last_changed,
    spoil_figure,
    tenfold,
    tenth,
)
from tests.conftest import DATA


@pytest.mark.parametrize(("number", "ten", "part"), [
    ("1.35", "13.5", "0.135"), ("53", "530", "5.3"), ("300", "3000", "30"),
    ("4470.30", "44703.0", "447.030"), ("9.01", "90.1", "0.901"), ("0.5", "5", "0.05"),
    ("7", "70", "0.7"),
])
def test_the_point_moves_by_one_place(number: str, ten: str, part: str) -> None:
    """Ten times and a tenth, with the printed digits kept; a zero at the end is dropped whole."""
    assert (tenfold(number), tenth(number)) == (ten, part)


def test_numbers_are_doubled_exchanged_and_changed_in_their_style() -> None:
    """As many decimals as before; neighbours change places; only the last digit is another."""
    rng = random.Random(1)
    assert doubled("1.35") == "2.70"
    assert {exchanged("10.97", random.Random(n)) for n in range(30)} == {"19.07", "10.79"}
    assert exchanged("33", rng) is None
    assert exchanged("5", rng) is None
    assert all(last_changed("8", random.Random(n)) in "12345679" for n in range(30))
    assert all(last_changed("1.30", random.Random(n))[:-1] == "1.3" for n in range(30))


@pytest.mark.parametrize(("figure", "kind", "spoiled"), [
    ("突破1.35万家", "×10", "突破13.5万家"), ("突破1.35万家", "÷10", "突破0.135万家"),
    ("突破1.35万家", "万↔亿", "突破1.35亿家"), ("突破1.35万家", "bound dropped", "1.35万家"),
    ("过万家", "×10", "过十万家"), ("过万家", "÷10", "过千家"), ("三批", "×10", "三十批"),
    ("全省第一", "×10", "全省第十"), ("全省第一", "÷10", None), ("全覆盖", "×10", None),
    ("3500万余条", "bound dropped", "3500万条"), ("可达 75%", "bound dropped", "75%"),
    ("达50亿元", "bound dropped", None), ("新增1.52万座", "bound dropped", None),
])
def test_a_figure_is_spoiled_in_one_place(
    catalog: Catalog, figure: str, kind: str, spoiled: str | None
) -> None:
    """What isn't there (a bound, a 万, a tenth of the first place) can't be spoiled."""
    row = next(row for row in catalog.observations if row.relation == "equal")
    words = {"突破": "突破", "过": "过", "余": "余", "可达": "可达"}
    word = next((word for start, word in words.items() if start in figure), "")
    relation = "greater_than" if word else "equal"
    made = row._replace(figure=figure, word=word, relation=type(row.relation)(relation))
    assert spoil_figure(made, figure, kind, random.Random(0)) == spoiled


@pytest.mark.parametrize("kind", KINDS)
def test_each_slip_can_be_read_and_is_the_only_change(kind: str) -> None:
    """The spoiled file differs in one line (two for exchanged codes), and its figure is read."""
    reader = CatalogReader(DATA)
    catalog = reader.read()
    slips = list(Spoiler(catalog, 0).slips(kind))
    assert slips == list(Spoiler(catalog, 0).slips(kind))
    assert len(slips) > 5
    for slip in slips:
        before = (DATA / slip.row.file).read_bytes().splitlines()
        after = slip.data.splitlines()
        changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert len(changed) in ((1, 2) if kind == "indicators exchanged" else (1,)), slip
        if kind in FIGURE_KINDS:
            made = reader.read(instead={slip.row.file: slip.data})
            assert len(made.observations) == len(catalog.observations), slip


def test_neighbours_are_other_times_documents_parts_and_relations(catalog: Catalog) -> None:
    """A lone figure has none; a part has its total, a ratio its two numbers."""
    near = {(row.indicator, row.breakdown) for row in with_neighbour(catalog)}
    assert ("mother_fund_leverage", "_T") in near
    assert ("optical_cable_length", "operator=china_unicom") in near
    assert ("high_tech_enterprises", "_T") in near
    assert ("elderly_care_records", "_T") not in near
