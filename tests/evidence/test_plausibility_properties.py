"""Plausibility over any series, on observations made in memory, and on real figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog, read_catalog
from indicators.evidence.judging import checked
from indicators.evidence.plausibility import findings
from indicators.models import DEFAULT_PLAUSIBLE
from indicators.reading.kinds import PLAUSIBILITY_PROBLEMS
from tests.benchmarks.slips import Trial
from tests.conftest import DATA
from tests.evidence.made import data_folder, replace


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    documents = {f"20{10 + n}-01-01": ["firms | 1万家 | 2005"] for n in range(12)}
    made = {"firms": "enterprise stock", "stations": "station cumulative"}
    documents["2022-01-01"] = ["stations | 1万座 | 2005"]
    return read_catalog(data_folder(tmp_path_factory.mktemp("base"), made, documents))


def series(base: Catalog, indicator: str, values: list[int]) -> Catalog:
    """Return a catalogue with one figure a year, from 2000 on, spread over the documents."""
    row = next(row for row in base.observations if row.indicator == indicator)
    documents = list(base.documents)
    rows = [
        replace(
            row, time_period=str(2000 + number), value=Decimal(value), lower=Decimal(value),
            upper=Decimal(value), stated_value=Decimal(value), unit_mult=0, decimals=0,
            figure=f"{value}家", document=documents[number % len(documents)], line=number + 1,
        )
        for number, value in enumerate(values)
    ]
    return replace(base, observations=tuple(rows))


GROWTH = st.lists(st.fractions(min_value="0.7", max_value="2.9"), min_size=1, max_size=12)


def grown(rates: list[object], start: int = 1000) -> list[int]:
    values = [start]
    for rate in rates:
        values.append(max(1, int(values[-1] * rate)))  # type: ignore[operator]
    return values


@given(GROWTH)
def test_what_changes_within_the_tolerance_never_alarms(base: Catalog, rates: list[object]) -> None:
    """A stock that at most triples and at least keeps two thirds in a year, with no figure twice."""
    values = grown(rates)
    if any(one == other for one, other in pairwise(values)):
        return
    assert findings(series(base, "firms", values), DEFAULT_PLAUSIBLE) == []


@given(GROWTH, st.randoms(use_true_random=False), st.integers(0, 12), st.sampled_from([10, 100]))
def test_the_order_of_claims_and_documents_does_not_matter(
    base: Catalog, rates: list[object], random: object, place: int, factor: int
) -> None:
    """The same claims give the same findings, in whatever order the files are read."""
    values = grown(rates)
    values[place % len(values)] *= factor
    catalog = series(base, "firms", values)
    # Two documents speak of each period.
    rows = [
        replace(row, time_period=str(2000 + number // 2))
        for number, row in enumerate(catalog.observations)
    ]
    catalog = replace(catalog, observations=tuple(rows))
    random.shuffle(rows)  # type: ignore[attr-defined]
    shuffled = replace(
        catalog, observations=tuple(rows), documents=dict(reversed(catalog.documents.items()))
    )
    assert set(findings(shuffled, DEFAULT_PLAUSIBLE)) == set(findings(catalog, DEFAULT_PLAUSIBLE))


@given(
    st.lists(st.fractions(min_value="1.01", max_value="1.3"), min_size=2, max_size=12),
    st.integers(0, 12), st.booleans(),
)
def test_a_factor_of_ten_is_found_in_any_steady_series(
    base: Catalog, rates: list[object], place: int, up: bool
) -> None:
    """At any place of a count that grows by up to 30 % a year: reported, at that claim if inside."""
    values = grown(rates, 100_000)
    number = place % len(values)
    values[number] = values[number] * 10 if up else values[number] // 10
    found = findings(series(base, "stations", values), DEFAULT_PLAUSIBLE)
    assert found
    if 0 < number < len(values) - 1:
        assert {finding.row.time_period for finding in found} == {str(2000 + number)}


# ---- real figures


def test_real_figures_give_no_false_alarm(catalog: Catalog) -> None:
    """Those of sixteen documents are plausible, and so are they with each left out in turn."""
    assert [p for p in checked(catalog).problems if p.code in PLAUSIBILITY_PROBLEMS] == []
    looked_at = 0
    for document in catalog.documents:
        rows = tuple(row for row in catalog.observations if row.document != document)
        looked_at += len(rows)
        found = findings(replace(catalog, observations=rows), DEFAULT_PLAUSIBLE)
        assert found == [], document
    assert looked_at > len(catalog.observations)


@pytest.mark.parametrize("kind", ["×10", "÷10"])
def test_four_in_five_slips_by_ten_are_found(kind: str) -> None:
    """Of the claims that have a neighbour; `python -m tests.benchmarks.slips` shows the rest."""
    trial = Trial(DATA, 0)
    slips = [slip for slip in trial.spoiler.slips(kind) if slip.row in trial.neighboured]
    found = [slip for slip in slips if trial.found(slip)]
    assert len(slips) > 20
    assert len(found) >= 0.8 * len(slips)
