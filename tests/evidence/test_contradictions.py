"""Figures held against each other: all of them, and only a certain contradiction is called one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.catalog import Catalog, Observation
from indicators.evidence.contradictions import Contradiction, contradictions
from indicators.evidence.declared import Declared, declared_in
from indicators.evidence.intervals import Truth
from indicators.figures import Relation
from tests.evidence.made import replace


@pytest.fixture(scope="module")
def declared(catalog: Catalog) -> Declared:
    return declared_in(catalog)


@pytest.fixture(scope="module")
def found(catalog: Catalog, declared: Declared) -> list[Contradiction]:
    return contradictions(catalog, declared)


def of_indicator(found: list[Contradiction], indicator: str) -> list[Contradiction]:
    return [one for one in found if any(row.indicator == indicator for row in one.rows)]


def figures(one: Contradiction) -> list[tuple[str, str]]:
    return [(row.figure, row.time_period) for row in one.rows]


def test_the_provinces_count_stands_between_the_citys(found: list[Contradiction]) -> None:
    """23,555 in August 2020, between the city's 20,246 of 2019 and 46,000 of December 2020."""
    (one,) = list(of_indicator(found, "base_stations_5g_province_count"))
    assert one.kind == "scope"
    assert figures(one) == [("20246座", "2019"), ("23555座", "2020-08"), ("4.6万座", "2020-12")]
    assert one.both is Truth.YES
    assert not one.alarming
    assert "口径不同" in one.verdict("zh")
    assert "室内" in one.because[0].zh


def test_the_two_unicorn_lists_are_side_by_side(found: list[Contradiction]) -> None:
    """The city's 7 and 23 beside Hurun's 10 and 22 of the years next to them."""
    (one,) = list(of_indicator(found, "city_list_unicorns"))
    assert one.kind == "scope"
    assert figures(one) == [("7家", "2017"), ("10家", "2021"), ("23家", "2022"), ("22家", "2023")]


def test_the_list_and_the_reply_that_quotes_it_agree(found: list[Contradiction]) -> None:
    """24 in both; the reply, the later of two reposts, goes first."""
    (one,) = [c for c in of_indicator(found, "unicorn_enterprises") if c.kind == "vintage"]
    assert one.agrees
    assert [row.document for row in one.rows] == ["gz-2025324", "hurun-2024"]
    assert one.verdict("en") == "The figures agree; all can be true."


def test_overlapping_dates_are_near_and_no_contradiction(found: list[Contradiction]) -> None:
    """4.6万 in December 2020 is [45,500, 46,500), 4.8万 of 2020 [47,500, 48,500): of one moment no."""
    (one,) = [c for c in found if c.kind == "near"]
    assert sorted(figures(one)) == [("4.6万座", "2020-12"), ("4.8万座", "2020")]
    assert one.both is Truth.NO
    assert not one.alarming
    assert one.because


def doubled(catalog: Catalog, **change: object) -> Catalog:
    """Return the catalogue with another document's claim of the unicorns of 2023."""
    row = next(r for r in catalog.observations if r.figure == "22家")
    other = replace(row, document="hurun-2024", **change)
    return replace(catalog, observations=(*catalog.observations, other))


@pytest.mark.parametrize(("change", "both", "alarming"), [
    ({"figure": "25家", "value": Decimal(25), "lower": Decimal(25), "upper": Decimal(25)},
     Truth.NO, True),
    ({"figure": "超20家", "relation": Relation.GREATER_THAN, "value": Decimal(20),
      "lower": Decimal(20), "lower_included": False, "upper": None}, Truth.YES, False),
    ({"figure": "约30家", "relation": Relation.ABOUT, "value": Decimal(30),
      "lower": Decimal(25), "upper": Decimal(35)}, Truth.UNKNOWN, False),
    ({"figure": "无", "lower": Decimal(9), "upper": Decimal(1)}, Truth.UNKNOWN, False),
])
def test_two_documents_on_one_figure(
    catalog: Catalog, declared: Declared, change: dict[str, object], both: Truth, alarming: bool
) -> None:
    """22 against 25 can't be; against over 20 it can; about 30 and an empty interval prove nothing."""
    made = contradictions(doubled(catalog, **change), declared)
    (one,) = [c for c in made if c.kind == "vintage" and c.rows[0].time_period == "2023"]
    assert one.both is both
    assert one.alarming is alarming
    for lang in ("zh", "en"):
        assert one.verdict(lang)


def test_a_hundred_vintages_make_one_card(catalog: Catalog, declared: Declared) -> None:
    """All hundred stand on it, and only neighbours in time are compared."""
    row = next(r for r in catalog.observations if r.figure == "22家")
    many: list[Observation] = [
        replace(row, document="hurun-2024", value=Decimal(n), lower=Decimal(n), upper=Decimal(n))
        for n in range(100)
    ]
    made = contradictions(replace(catalog, observations=tuple(many)), declared)
    (one,) = made
    assert len(one.rows) == 100
    assert one.alarming
    months = tuple(replace(row, time_period=f"20{n // 4:02}-Q{n % 4 + 1}") for n in range(4, 99))
    years = tuple(replace(row, time_period=f"20{n:02}") for n in range(24))
    near = contradictions(replace(catalog, observations=(*months, *years)), declared)
    assert len(near) < len(months) + len(years)
