"""What may be added, divided and drawn together, and the reasons where it may not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from indicators.catalog import Catalog, Observation
from indicators.evidence.guard import (
    ancestors,
    may_add,
    may_share_axis,
    may_take_growth,
    may_take_share,
)
from indicators.evidence.reasons import REASONS, Reason, Verdict
from indicators.models import MeasureType, ObsStatus
from indicators.table.frame import observations
from tests.evidence.made import replace

REPLY = "gz-2025324"


def of(catalog: Catalog, indicator: str, breakdown: str = "_T") -> Observation:
    """Return the reply's observation."""
    return next(
        row for row in catalog.observations
        if (row.document, row.indicator, row.breakdown) == (REPLY, indicator, breakdown)
    )


def cable(catalog: Catalog) -> list[Observation]:
    codes = ("china_telecom", "china_mobile", "china_unicom")
    return [of(catalog, "optical_cable_length", f"operator={code}") for code in codes]


def changed(catalog: Catalog, indicator: str, **fields: object) -> Catalog:
    """Return the catalogue with an indicator that declares something else."""
    entry = catalog.indicators[indicator].model_copy(update=fields)
    return replace(catalog, indicators={**catalog.indicators, indicator: entry})


def test_the_parts_of_a_declared_breakdown_may_be_added(catalog: Catalog) -> None:
    """The three operators' cable lengths are one document's, of one date and unit."""
    assert may_add(catalog, cable(catalog)) == Verdict(True)


def test_one_figure_is_its_own_sum(catalog: Catalog) -> None:
    """A single row, even a rank, has nothing to be added to."""
    assert may_add(catalog, [of(catalog, "province_rank_5g")]).allowed
    assert may_add(catalog, []).allowed


def test_rows_of_the_table_get_the_same_answer(catalog: Catalog) -> None:
    """A mapping with the table's columns is as good as an observation."""
    table = observations(catalog)
    rows = table[table["indicator"] == "optical_cable_length"].to_dict("records")
    assert may_add(catalog, rows).codes == ("total-with-part",)
    assert may_add(catalog, rows[1:]).allowed


def test_a_total_is_not_added_to_its_parts(catalog: Catalog) -> None:
    """Over 430,000 km already holds the operators' cable."""
    rows = [of(catalog, "optical_cable_length"), *cable(catalog)]
    assert may_add(catalog, rows).codes == ("total-with-part",)
    assert may_share_axis(catalog, rows).allowed


def test_a_subset_is_not_added_to_its_whole_but_is_its_share(catalog: Catalog) -> None:
    """300P is a part of the 4000P."""
    part, whole = of(catalog, "own_compute"), of(catalog, "pooled_compute")
    assert may_add(catalog, [whole, part]).codes == ("subset",)
    assert may_share_axis(catalog, [whole, part]).allowed
    assert may_take_share(catalog, part, whole).allowed
    assert may_take_share(catalog, whole, part).codes == ("not-part",)


def test_three_kinds_of_compute_are_kept_apart(catalog: Catalog) -> None:
    """38P, 1100P and 4000P share a unit and nothing else."""
    rows = [
        of(catalog, name) for name in
        ("pooled_compute", "supercomputer_general_compute", "supercomputer_intelligent_compute")
    ]
    for verdict in (may_add(catalog, rows), may_share_axis(catalog, rows)):
        assert not verdict.allowed
        assert verdict.codes.count("not-comparable") == 3
    together = may_share_axis(catalog, rows[1:])
    assert together.codes == ("not-comparable",)
    assert "精度" in together.sentences("zh")[0]
    assert "precisions" in together.sentences("en")[0]


def test_a_differing_precision_is_enough(catalog: Catalog) -> None:
    """Without any declared ban, two precisions still don't share an axis."""
    bare = changed(catalog, "pooled_compute", not_comparable=())
    bare = changed(bare, "supercomputer_general_compute", not_comparable=())
    rows = [of(catalog, "pooled_compute"), of(catalog, "supercomputer_general_compute")]
    assert may_share_axis(bare, rows).codes == ("precision",)
    silent = changed(bare, "pooled_compute", precision=None)
    assert may_share_axis(silent, rows).codes == ("precision",)


def test_units_that_differ(catalog: Catalog) -> None:
    """Stations and kilometres."""
    rows = [of(catalog, "base_stations_5g"), of(catalog, "optical_cable_length")]
    verdict = may_share_axis(catalog, rows)
    assert verdict.codes == ("unit",)
    assert verdict.sentences("zh") == ["计量单位不同：座、公里。"]
    assert may_add(catalog, rows).codes[0] == "unit"


@pytest.mark.parametrize("kind", ["share", "rank", "duration"])
def test_shares_ranks_and_durations_never_add(catalog: Catalog, kind: str) -> None:
    """Two ranks make no rank."""
    rows = [replace(row, measure_type=MeasureType(kind)) for row in cable(catalog)]
    assert may_add(catalog, rows).codes == ("measure-type",)


def test_a_flow_and_a_level_share_no_axis(catalog: Catalog) -> None:
    """What was added in a year and what had been built by its end are different heights."""
    level = of(catalog, "base_stations_5g")
    flow = replace(level, measure_type=MeasureType.FLOW)
    stock = replace(level, measure_type=MeasureType.STOCK)
    assert may_share_axis(catalog, [level, flow]).codes == ("measure-types",)
    assert may_share_axis(catalog, [level, stock]).allowed
    assert "measure-types" in may_add(catalog, [level, stock]).codes


def test_dates_areas_and_documents_forbid_a_sum_and_are_noted_on_an_axis(
    catalog: Catalog,
) -> None:
    """An axis may hold two dates if it says so; a sum may not."""
    one, other, _ = cable(catalog)
    for field, value, code in (
        ("time_period", "2024", "dates"), ("ref_area", "440000", "areas"),
        ("document", "another", "documents"),
    ):
        rows = [one, replace(other, **{field: value})]
        assert may_add(catalog, rows).codes == (code,)
        verdict = may_share_axis(catalog, rows)
        assert verdict.allowed
        assert [note.code for note in verdict.notes] == [code]
    rows = [one, replace(other, time_period="2024")]
    assert may_share_axis(catalog, rows).sentences("zh") == ["时期不同：2025年一季度、2024年。"]


def test_a_forecast_is_not_added_to_what_happened(catalog: Catalog) -> None:
    """obs_status F stands apart."""
    one, other, _ = cable(catalog)
    rows = [one, replace(other, obs_status=ObsStatus.FORECAST)]
    assert may_add(catalog, rows).codes == ("ahead",)
    assert [note.code for note in may_share_axis(catalog, rows).notes] == ["forecast"]


@pytest.mark.parametrize("status", [ObsStatus.TARGET, ObsStatus.FORECAST])
def test_what_has_not_happened_is_no_base_of_growth(catalog: Catalog, status: ObsStatus) -> None:
    """Nothing grows from what was only aimed at or expected; towards it, the reader is told."""
    fact = of(catalog, "base_stations_5g")
    ahead = replace(fact, time_period="2027", obs_status=status)
    assert may_take_growth(catalog, ahead, replace(fact, time_period="2028")).codes == ("ahead",)
    towards = may_take_growth(catalog, fact, ahead)
    assert towards.allowed
    assert "forecast" in [note.code for note in towards.notes]


def test_another_scope_shares_no_axis(catalog: Catalog) -> None:
    """Two definitions of one thing are held side by side, not spliced."""
    from indicators.models import OtherScope, Text

    scope = OtherScope.model_validate(
        {"with": "unicorn_enterprises", "because": Text(zh="口径甲", en="scope A")}
    )
    declared = changed(catalog, "data_space_zones", other_scope=(scope,))
    rows = [
        replace(of(catalog, name), unit_measure="enterprise")
        for name in ("data_space_zones", "unicorn_enterprises")
    ]
    assert may_share_axis(declared, rows).codes == ("scope",)
    assert "口径甲" in may_add(declared, rows).sentences("zh")[0]


def test_undeclared_breakdowns_and_doubles_are_not_added(catalog: Catalog) -> None:
    """Only parts that a breakdown keeps apart are additive."""
    one, other, third = cable(catalog)
    assert may_add(catalog, [one, other, one]).codes == ("same-part-twice",)
    site = replace(third, breakdown="site=outdoor")
    assert set(may_add(catalog, [one, site]).codes) == {
        "two-breakdowns", "breakdown-not-declared",
    }
    bare = changed(catalog, "optical_cable_length", breakdowns=())
    assert may_add(bare, [one, other]).codes == ("breakdown-not-declared",)


def test_different_indicators_are_not_additive_by_default(catalog: Catalog) -> None:
    """Same unit, date, area and document don't make a sum."""
    rows = [of(catalog, "sihua_platforms"), of(catalog, "sihua_diagnosed_enterprises")]
    verdict = may_add(changed(changed(catalog, "sihua_platforms", not_comparable=()),
                              "sihua_diagnosed_enterprises", not_comparable=()), rows)
    assert verdict.codes == ("indicators",)


def test_growth_needs_one_thing_at_two_dates(catalog: Catalog) -> None:
    """One indicator, area and breakdown; no growth of ranks; flows over spans alike."""
    new = of(catalog, "base_stations_5g")
    old = replace(new, time_period="2023", document="another")
    verdict = may_take_growth(catalog, old, new)
    assert verdict.allowed
    assert [note.code for note in verdict.notes] == ["documents", "span"]
    assert may_take_growth(catalog, new, new).codes == ("same-date",)
    flows = [replace(row, measure_type=MeasureType.FLOW) for row in (old, new)]
    assert may_take_growth(catalog, *flows).codes == ("span",)
    rank = of(catalog, "province_rank_5g")
    assert may_take_growth(catalog, replace(rank, time_period="2024-Q1"), rank).codes == (
        "no-growth-of",
    )
    assert may_take_growth(catalog, of(catalog, "unicorn_enterprises"), new).codes[0] == "unit"


def test_a_share_is_of_the_same_date_and_area(catalog: Catalog) -> None:
    """A part of one date is no share of a total of another."""
    part, total = cable(catalog)[0], of(catalog, "optical_cable_length")
    assert may_take_share(catalog, part, total).allowed
    assert may_take_share(catalog, replace(part, time_period="2024"), total).codes == ("dates",)
    assert may_take_share(catalog, replace(part, ref_area="440000"), total).codes == ("areas",)
    assert may_take_share(catalog, total, part).codes == ("not-part",)


def test_a_cycle_of_subsets_ends(catalog: Catalog) -> None:
    """A is a part of B and B of A: reported elsewhere, and no reason to hang here."""
    ring = changed(catalog, "pooled_compute", subset_of="own_compute")
    assert ancestors(ring, "own_compute") == ["pooled_compute"]
    rows = [of(catalog, "pooled_compute"), of(catalog, "own_compute")]
    assert "subset" in may_add(ring, rows).codes
    itself = changed(catalog, "pooled_compute", subset_of="pooled_compute")
    assert ancestors(itself, "pooled_compute") == []


def test_an_unknown_indicator_is_a_reason(catalog: Catalog) -> None:
    """Rows of another catalogue are refused, not an error."""
    row = replace(of(catalog, "base_stations_5g"), indicator="gone")
    for verdict in (
        may_add(catalog, [row, row]), may_share_axis(catalog, [row]),
        may_take_share(catalog, row, row), may_take_growth(catalog, row, row),
    ):
        assert "unknown-indicator" in verdict.codes


def test_every_reason_is_a_sentence_in_both_languages() -> None:
    """Each reads as a sentence, with its details filled in."""
    names = ("one", "other", "because", "units", "types", "areas", "periods", "documents")
    details = {f"{name}_{lang}": f"<{name}>" for name in names for lang in ("zh", "en")}
    for code in REASONS:
        for lang, ending in (("zh", "。"), ("en", ".")):
            sentence = Reason(code, details).sentence(lang)
            assert "{" not in sentence
            assert sentence.endswith((ending, "<because>"))


def test_the_answer_takes_time_in_proportion_to_the_rows(catalog: Catalog) -> None:
    """A hundred thousand rows are looked at once each: nothing compares every row with every other."""
    looks = 0

    class Counting(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            nonlocal looks
            looks += 1
            return super().__getitem__(key)

    fields = ("document", "indicator", "ref_area", "breakdown", "time_period", "unit_measure",
              "measure_type", "obs_status")
    row = of(catalog, "base_stations_5g")

    def rows(count: int) -> Iterable[Counting]:
        content = {field: str(getattr(row, field)) for field in fields}
        return (Counting(content | {"time_period": str(1950 + n % 100)}) for n in range(count))

    assert may_share_axis(catalog, rows(2000)).allowed
    assert looks == 2000 * len(fields)
