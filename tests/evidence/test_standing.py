"""Which figure stands: one rule, worked by hand, and the same one on every page and in every file."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.evidence.standing import overtaken, standing, standing_totals
from indicators.exports.extract import with_sources
from indicators.models import ObsStatus
from indicators.pictures.choosing import card_of, chart_picture
from indicators.pictures.slides.deck import DeckSpec, build_deck
from indicators.table.frame import observations
from indicators.table.rows import as_row
from indicators.ui.state import make_dashboard

LEADING, OFFICIAL, PRESS = "gz-2025324", "gz-20212282", "gz-gwr-2024"
REPOST_EARLY, REPOST_LATE = "hurun-2021", "hurun-2024"


def of(catalog: Catalog, document: str, period: str, **changed: object) -> Observation:
    """Return the 5G stations as a document might give them."""
    row = next(row for row in catalog.observations if row.indicator == "base_stations_5g"
               and row.document == LEADING)
    return replace_row(row, document=document, time_period=period, **changed)


def replace_row(row: Observation, **changed: object) -> Observation:
    """Return an observation with some fields changed."""
    return row._replace(**changed)  # type: ignore[arg-type]


# The first of each case stands, whatever the order they are read in.
CASES = {
    "a quarter's end comes before June, as text it would not": [
        (LEADING, "2025-06", "A"), (LEADING, "2025-Q1", "A")],
    "a year is as late as its end": [(PRESS, "2024", "A"), (PRESS, "2024-11", "A")],
    "the second half is as late as December": [(PRESS, "2024-H2", "A"), (PRESS, "2024-11", "A")],
    "the leading document before a later context": [(LEADING, "2024", "A"), (PRESS, "2025", "A")],
    "a context's fact before the leading document's target": [
        (PRESS, "2023", "A"), (LEADING, "2027", "T")],
    "a fact before a later forecast": [(PRESS, "2023", "A"), (OFFICIAL, "2025", "F")],
    "an estimate is a fact": [(PRESS, "2023", "E"), (OFFICIAL, "2025", "F")],
    "a forecast before a target": [(PRESS, "2026", "F"), (LEADING, "2030", "T")],
    "official before press before repost": [
        (OFFICIAL, "2024", "A"), (PRESS, "2024", "A"), (REPOST_LATE, "2024", "A")],
    "of two reposts the later": [(REPOST_LATE, "2024", "A"), (REPOST_EARLY, "2024", "A")],
    "a later period before a better source": [
        (REPOST_EARLY, "2024-12", "A"), (OFFICIAL, "2024-11", "A")],
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_which_stands(catalog: Catalog, case: list[tuple[str, str, str]]) -> None:
    """Facts, the leading document, the latest end, then the declared precedence."""
    rows = [of(catalog, document, period, obs_status=ObsStatus(status))
            for document, period, status in case]
    for some in itertools.permutations(rows):
        assert standing(catalog, some) is rows[0]
        found = standing(catalog, [as_row(row) for row in some])
        assert found == as_row(rows[0])


def test_a_part_or_another_area_never_stands_for_the_total(catalog: Catalog) -> None:
    """Even where they are newer and the leading document's own."""
    total = of(catalog, PRESS, "2023")
    part = of(catalog, LEADING, "2025-Q1", breakdown="operator=china_telecom")
    elsewhere = of(catalog, LEADING, "2025-Q1", ref_area="440000")
    assert standing(catalog, [part, elsewhere, total]) is total


def test_nothing_stands_where_there_is_nothing(catalog: Catalog) -> None:
    """No rows, no figure."""
    assert standing(catalog, []) is None


OVERTAKEN = {
    "a later time": ((PRESS, "2023", "A"), (PRESS, "2024", "A"), True),
    "a later time of a document that is older": ((PRESS, "2020", "A"), (REPOST_EARLY, "2021", "A"), True),
    "the same time, by a later document": ((OFFICIAL, "2020", "A"), (LEADING, "2020", "A"), True),
    "the same time, by an earlier document": ((LEADING, "2020", "A"), (OFFICIAL, "2020", "A"), False),
    "the leading document's own, though older": ((PRESS, "2026", "A"), (LEADING, "2024", "A"), False),
    "a fact never by what is expected": ((PRESS, "2023", "A"), (LEADING, "2027", "F"), False),
    "nor what is expected by a fact": ((LEADING, "2023", "T"), (PRESS, "2024", "A"), False),
    "a target by a later document's for the same year": (
        (OFFICIAL, "2027", "T"), (LEADING, "2027", "T"), True),
    "not by one for another year": ((OFFICIAL, "2027", "T"), (LEADING, "2030", "T"), False),
}


@pytest.mark.parametrize(("old", "new", "is_overtaken"), OVERTAKEN.values(), ids=OVERTAKEN.keys())
def test_which_is_overtaken(
    catalog: Catalog, old: tuple[str, str, str], new: tuple[str, str, str], is_overtaken: bool
) -> None:
    """Whoever holds an old figure hears of the newer one; and of no other."""
    one, other = (
        of(catalog, document, period, obs_status=ObsStatus(status))
        for document, period, status in (old, new)
    )
    rest = [row for row in catalog.observations if row.indicator != one.indicator]
    changed = replace(catalog, observations=(*rest, one, other))
    assert overtaken(changed, [one, rest[0]], changed.observations).get(one) == (other if is_overtaken else None)
    elsewhere = replace_row(other, ref_area="440000")
    assert overtaken(catalog, [one], (*rest, one, elsewhere)) == {}


@pytest.fixture
def awkward(catalog: Catalog) -> Catalog:
    """A catalogue with every case of above at once, each under an indicator of its own."""
    stated = {row.indicator for row in catalog.observations if row.breakdown == TOTAL}
    names = [name for name in catalog.indicators if name in stated][: len(CASES)]
    made = []
    for name, case in zip(names, CASES.values(), strict=True):
        one = next(row for row in catalog.observations
                   if row.indicator == name and row.breakdown == TOTAL)
        # The one that stands is read in the middle, neither first nor last.
        for document, period, status in (*case[1:2], case[0], *case[2:]):
            made.append(one._replace(
                document=document, time_period=period, obs_status=ObsStatus(status)))
    return replace(catalog, observations=tuple(made))


def test_every_view_asks_the_one_rule(awkward: Catalog) -> None:
    """Page, chart, slide, deck and export show the same claim for each indicator."""
    table = observations(awkward)
    wanted = {
        row.indicator: (row.document, row.time_period)
        for row in (awkward.observations[place] for place in standing_totals(awkward).values())
    }
    assert list(wanted.values()) == [case[0][:2] for case in CASES.values()]
    board = make_dashboard(awkward)
    exported = with_sources(awkward, table)
    stands = exported[exported["stands"]]
    for name, expected in wanted.items():
        latest = board.latest(name)
        assert latest is not None
        assert (latest["document"], latest["time_period"]) == expected
        picture = chart_picture(awkward, table, card_of(awkward.indicators[name]), "zh")
        assert picture is not None
        assert [(i.row["document"], i.row["time_period"]) for i in picture.marks] == [expected]
        (slide,) = build_deck(awkward, table, DeckSpec((f"@{name}",)), "zh").slides
        assert [(f.row["document"], f.row["time_period"]) for f in slide.marks] == [expected]
        rows = stands[stands["indicator"] == name]
        assert list(zip(rows["document"], rows["time_period"], strict=True)) == [expected]


def test_the_shipped_case_that_went_wrong(catalog: Catalog) -> None:
    """The forecast for 2025 never stands beside the fact of 2024."""
    place = standing_totals(catalog)["core_digital_value_added"]
    assert catalog.observations[place].figure == "4470.30亿元"
    assert catalog.observations[place].time_period == "2024"
