"""What may be said of two figures, and what became of the claims of two documents."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog, Observation, read_catalog
from indicators.models import ObsStatus
from indicators.texts import (
    Comparison,
    Direction,
    Outcome,
    Verdict,
    compare,
    read_document,
    verdict,
)
from tests.conftest import DATA
from tests.texts.letter import letter_document, letter_yaml

CATALOG = read_catalog(DATA)


def _row(figure: str) -> Observation:
    """One observation of high-tech enterprises."""
    yaml = letter_yaml().replace("超1.62万家", figure, 1)
    source, _ = read_document(CATALOG, yaml.encode(), "x.yaml")
    assert source is not None
    return source.observations[0]


def test_a_target_is_held_against_a_target() -> None:
    """What was, and what is aimed at for the same year, are no two figures of one thing."""
    fact = _row("1.30万家")
    aim = _row("1.50万家")._replace(obs_status=ObsStatus.TARGET)
    kinds = [difference.kind for difference in compare(CATALOG, [fact], [aim]).differences]
    assert sorted(kinds) == [Outcome.DROPPED, Outcome.NEW]
    later = _row("1.60万家")._replace(obs_status=ObsStatus.TARGET)
    [difference] = compare(CATALOG, [aim], [later]).differences
    assert difference.kind is Outcome.CHANGED


@pytest.mark.parametrize(
    "old, new, said",
    [
        # (13500, ∞) against [13650, 13750): the old number may have been 14000.
        ("超1.35万家", "1.37万家", Verdict.OPEN),
        # [13650, 13750) against (13500, ∞).
        ("1.37万家", "超1.35万家", Verdict.OPEN),
        # [12950, 13050) against (13500, ∞): 13050 < 13500.
        ("1.30万家", "超1.35万家", Verdict.RISEN),
        ("超1.35万家", "1.30万家", Verdict.FALLEN),
        # Rounded to [12950, 13050) and [13050, 13150): they touch and the end is open.
        ("1.30万家", "1.31万家", Verdict.RISEN),
        ("13000家", "13000家", Verdict.EQUAL),
        ("1.30万家", "1.30万家", Verdict.OPEN),
        ("13000家", "不少于13000家", Verdict.NOT_FALLEN),
        ("不少于13000家", "13000家", Verdict.NOT_RISEN),
        ("13000家", "超13000家", Verdict.RISEN),
        ("13000家", "近13000家", Verdict.FALLEN),
        ("近13000家", "超13000家", Verdict.RISEN),
        ("12000—13000家", "13000家", Verdict.NOT_FALLEN),
        ("12000—13000家", "12500家", Verdict.OPEN),
    ],
)
def test_what_the_intervals_allow(old: str, new: str, said: Verdict) -> None:
    """Rose, fell, neither, or nothing: worked out by hand from the ends."""
    assert verdict(_row(old), _row(new)) is said


ROW = _row("13000家")
ENDS = st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans(), st.booleans())


def _made(ends: tuple[int, int, bool, bool]) -> Observation:
    low, high = sorted(ends[:2])
    included = (True, True) if low == high else ends[2:]
    return ROW._replace(
        lower=Decimal(low), upper=Decimal(high), lower_included=included[0],
        upper_included=included[1],
    )  # fmt: skip


def _numbers(row: Observation) -> list[Decimal]:
    """All quarters that lie in an observation's interval."""
    quarters = [Decimal(n) / 4 for n in range(25)]
    low, high = row.lower, row.upper
    assert low is not None and high is not None
    return [
        n for n in quarters
        if (low < n or (low == n and row.lower_included))
        and (n < high or (n == high and row.upper_included))
    ]  # fmt: skip


@given(ENDS, ENDS)
def test_a_verdict_holds_for_every_pair_of_numbers(
    one: tuple[int, int, bool, bool], other: tuple[int, int, bool, bool]
) -> None:
    """What is called certain is so for every two numbers that the figures allow, and nothing else."""
    old, new = _made(one), _made(other)
    pairs = [(a, b) for a in _numbers(old) for b in _numbers(new)]
    said = verdict(old, new)
    holds = {
        Verdict.EQUAL: all(a == b for a, b in pairs),
        Verdict.RISEN: all(b > a for a, b in pairs),
        Verdict.FALLEN: all(b < a for a, b in pairs),
        Verdict.NOT_FALLEN: all(b >= a for a, b in pairs),
        Verdict.NOT_RISEN: all(b <= a for a, b in pairs),
    }
    expected = next((outcome for outcome, is_so in holds.items() if is_so), Verdict.OPEN)
    assert said is expected


def _against(catalog: Catalog, changes: dict[str, str]) -> Comparison:
    """The letter against itself with changes to its YAML."""
    yaml = letter_yaml()
    for old, new in changes.items():
        assert old in yaml
        yaml = yaml.replace(old, new, 1)
    source, problems = read_document(catalog, yaml.encode(), "new.yaml")
    assert source is not None, problems
    before = letter_document(catalog).observations.values()
    return compare(catalog, before, source.observations.values(), ("old", "new"))


def test_the_same_document_has_nothing_changed(catalog: Catalog) -> None:
    """Every claim is unchanged."""
    assert _against(catalog, {}).counts == {"changed": 0, "unchanged": 35, "new": 0, "dropped": 0}


def test_changed_new_and_dropped(catalog: Catalog) -> None:
    """One figure grew, one claim became another indicator's; the rest stays."""
    result = _against(
        catalog,
        {
            "figure: 31家": "figure: 34家",
            "indicator: own_compute\n    figure: 450P": "indicator: specialised_internet_platforms\n    figure: 9家",
            "period: 2031-Q1": "period: 2030",
        },
    )
    assert result.counts["changed"] == 1
    kinds = {(d.indicator, d.kind) for d in result.differences if d.kind is not Outcome.UNCHANGED}
    assert kinds == {
        ("unicorn_enterprises", Outcome.CHANGED),
        ("own_compute", Outcome.DROPPED),
        ("specialised_internet_platforms", Outcome.NEW),
    }
    grown = next(d for d in result.differences if d.kind is Outcome.CHANGED)
    assert (grown.direction, grown.verdict, grown.change) == (
        Direction.UP, Verdict.RISEN, Decimal(3),
    )  # fmt: skip
    assert list(result.by_sector) == [s for s in catalog.sectors if s in result.by_sector]


def test_a_bound_that_was_dropped_is_a_change(catalog: Catalog) -> None:
    """超1.62万家 became 1.62万家: the printed number stayed, and nothing can be said."""
    result = _against(catalog, {"超1.62万家": "1.62万家"})
    (changed,) = (d for d in result.differences if d.kind is Outcome.CHANGED)
    assert (changed.direction, changed.verdict) == (Direction.SAME, Verdict.OPEN)


def test_a_running_count_that_fell_is_marked(catalog: Catalog) -> None:
    """5G stations built so far can't become fewer."""
    result = _against(catalog, {"12.4万座": "11.4万座"})
    (changed,) = (d for d in result.differences if d.kind is Outcome.CHANGED)
    assert changed.verdict is Verdict.FALLEN and changed.shrunk


def test_several_periods_are_paired(catalog: Catalog) -> None:
    """One period with itself, then the latest with the latest; what is left is dropped or new."""
    def at(period: str) -> Observation:
        return ROW._replace(time_period=period)

    pairs = [
        (d.old and d.old.time_period, d.new and d.new.time_period)
        for d in compare(
            catalog, [at("2022"), at("2023"), at("2024")], [at("2024"), at("2025-06")]
        ).differences
    ]
    assert pairs == [("2022", None), ("2024", "2024"), ("2023", "2025-06")]
