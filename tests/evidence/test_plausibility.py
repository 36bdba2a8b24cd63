"""Figures held against their neighbours in time: every limit worked by hand, on data of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked
from indicators.models import ObsStatus
from indicators.reading.problems import Problem
from tests.evidence.made import Claims, data_folder

STOCK = {"firms": "enterprise stock"}
COUNT = {"stations": "station cumulative"}


def problems(
    folder: Path, indicators: Mapping[str, str], documents: Mapping[str, Claims],
    evidence: str = "",
) -> list[Problem]:
    return list(checked(read_catalog(data_folder(folder, indicators, documents, evidence))).problems)


def codes(folder: Path, indicators: Mapping[str, str], *claims: str) -> list[tuple[str, str]]:
    """Return code and figure of each problem of claims that stand in one document a claim."""
    documents = {f"20{20 + n}-06-01": [claim] for n, claim in enumerate(claims)}
    found = problems(folder, indicators, documents)
    return [(problem.code, problem.details["found"]) for problem in found]


@pytest.mark.parametrize(("figure", "period", "fine"), [
    ("310家", "2014", True),  # 100 × (1 + 2 × 1 year) + 10 = 310
    ("311家", "2014", False),
    ("510家", "2015", True),  # 100 × (1 + 2 × 2 years) + 10 = 510
    ("511家", "2015", False),
    ("160家", "2014-03", True),  # a quarter: 100 × (1 + 2 × 3 / 12) + 10 = 160
    ("161家", "2014-03", False),
    ("60家", "2014", True),  # (100 - 10) / (1 + 0.5 × 1) = 60
    ("59家", "2014", False),
    ("45家", "2015", True),  # 90 / (1 + 0.5 × 2) = 45
    ("44家", "2015", False),
])
def test_a_stock_rises_and_falls_within_limits(
    tmp_path: Path, figure: str, period: str, fine: bool
) -> None:
    """From 100 at the end of 2013, by the default tolerance of stocks: rise 2, fall 0.5, slack 10."""
    found = codes(tmp_path, STOCK, "firms | 100家 | 2013", f"firms | {figure} | {period}")
    assert found == ([] if fine else [("implausible-change", figure)])


@pytest.mark.parametrize(("early", "late", "code"), [
    ("24座 | 2013", "24座 | 2014", None),
    ("24座 | 2013", "23座 | 2014", "falling-cumulative"),
    ("4.6万座 | 2013", "45890座 | 2014", None),  # 4.6万 may be 45,500
    ("4.6万座 | 2013", "45499座 | 2014", "falling-cumulative"),
    ("超43万座 | 2013", "43.1万座 | 2014", None),
    ("43.1万座 | 2013", "超43万座 | 2014", None),  # any number above 430,000
    ("43.1万座 | 2013", "超4.3万座 | 2014", "falling-cumulative"),  # taken for at most 4.5万
    ("4.8万座 | 2013", "4.6万座 | 2013-12", None),  # which of the two came first isn't said
    ("约5万座 | 2013", "4.6万座 | 2014", None),
    ("10座 | 2013", "10万座 | 2014", "implausible-change"),
])
def test_cumulative_counts_do_not_fall(
    tmp_path: Path, early: str, late: str, code: str | None
) -> None:
    """Not by one; but rounding, bounds and periods that overlap are given their due."""
    found = codes(tmp_path, COUNT, f"stations | {early}", f"stations | {late}")
    assert [name for name, _ in found] == ([] if code is None else [code])


@pytest.mark.parametrize(("unit", "early", "late", "fine"), [
    ("percent share", "13%", "43.9%", True),  # 13.5 × 3 + 5 = 45.5
    ("percent share", "13%", "47%", False),  # 46.5 at least
    ("percent share", "14.41%", "1.3%", False),  # (14.405 - 5) / 3 = 3.135
    ("percent share", "2%", "7%", True),  # 2.5 × 3 + 5
    ("rank rank", "第一", "第十一", True),  # 10 places
    ("rank rank", "第一", "第十二", False),
    ("year duration", "连续5年", "连续7年", True),  # a year has passed, and one for rounding
    ("year duration", "连续5年", "连续8年", False),
    ("year duration", "连续5年", "连续1年", True),  # a run may end
    ("day duration", "30天", "91天", True),  # 30 × 3 + 1
    ("day duration", "30天", "92天", False),
    ("day duration", "30天", "1天", True),
    ("yuan flow", "100亿元", "34亿元", True),  # (99.5 - 0) / 3 = 33.2 against 34.5 at most
    ("yuan flow", "100亿元", "30亿元", False),  # 30.5 at most
    ("enterprise flow", "新增2家", "新增12家", True),  # 2 × 3 + 10 = 16
    ("enterprise flow", "新增2家", "新增17家", False),
])
def test_each_kind_of_quantity_has_its_own_tolerance(
    tmp_path: Path, unit: str, early: str, late: str, fine: bool
) -> None:
    """Shares by ratio and points, ranks by places, runs of years by the time that passed."""
    found = codes(tmp_path, {"x": unit}, f"x | {early} | 2013", f"x | {late} | 2014")
    assert found == ([] if fine else [("implausible-change", late)])


def test_growth_rates_differ_by_points_alone(tmp_path: Path) -> None:
    """From -5 % to 24.9 % is 29.9 points, and 30 are allowed; to 26 % are 31 less rounding, 30.0."""
    growth = "percent share | growth_of: {indicator: x, prices: comparable}"
    made = {"x": "yuan flow", "g": f"{growth} | valid: {{min: -100, max: 500}}"}
    level = "x | 100亿元 | 2013"
    fine = codes(tmp_path, made, level, "g | 下降5% | 2013", "g | 增长24.9% | 2014")
    assert fine == []
    other = tmp_path / "other"
    other.mkdir()
    found = codes(other, made, level, "g | 下降5% | 2013", "g | 增长98% | 2014")
    assert found == [("implausible-change", "增长98%")]


def test_flows_are_held_against_flows_of_one_length_and_a_year_holds_its_parts(
    tmp_path: Path,
) -> None:
    """A quarter of 30亿 is no fall from a year of 100亿, but half a year of 120亿 can't be in it."""
    made = {"x": "yuan flow"}
    claims = ["x | 100亿元 | 2013", "x | 30亿元 | 2013-Q1", "x | 28亿元 | 2014-Q1"]
    assert codes(tmp_path, made, *claims) == []
    other = tmp_path / "other"
    other.mkdir()
    found = codes(other, made, *claims, "x | 120亿元 | 2013-H1")
    assert found == [("part-above-whole", "120亿元")]


def test_flows_swing_with_the_season(tmp_path: Path) -> None:
    """From 100亿 in the last quarter to 40亿 in the first: (99.5 - 0) / 3 = 33.2 are enough."""
    claims = ["x | 100亿元 | 2013-Q4", "x | 40亿元 | 2014-Q1"]
    assert codes(tmp_path, {"x": "yuan flow"}, *claims) == []


def test_a_net_flow_may_change_its_sign_and_be_more_in_half_a_year(tmp_path: Path) -> None:
    """50 and 150 fewer, then 10 more; 30 more in half a year and 10 in the whole."""
    made = {"x": "enterprise flow | valid: {min: -500, max: 500}"}
    claims = ["x | 减少50家 | 2011", "x | 减少150家 | 2012", "x | 增加10家 | 2013", "x | 增加30家 | 2013-H1"]
    assert codes(tmp_path, made, *claims) == []


@pytest.mark.parametrize(("figure", "unit", "fine"), [
    ("10.97万座", "station cumulative", False),
    ("超43万座", "station cumulative", False),  # a change by 1 in 43 would show; 1 in 40 is the bar
    ("超39万座", "station cumulative", True),
    ("122座", "station cumulative", False),
    ("53座", "station cumulative", True),  # few, and may well be as many
    ("过万座", "station cumulative", True),
    ("超4000座", "station cumulative", True),
    ("14.41%", "percent share", False),
    ("13%", "percent share", True),
    ("全覆盖", "percent share", True),
    ("第一", "rank rank", True),
    ("连续5年", "year duration", True),
])
def test_last_years_figure_again(tmp_path: Path, figure: str, unit: str, fine: bool) -> None:
    """What is printed so finely that a change would show is looked at when it comes again."""
    found = codes(tmp_path, {"x": unit}, f"x | {figure} | 2013", f"x | {figure} | 2014")
    assert found == ([] if fine else [("repeated-figure", figure)])


def test_a_figure_again_within_half_a_year_or_of_the_same_period_is_no_copy(tmp_path: Path) -> None:
    """Two documents that quote one figure, and one that gives it three months later."""
    claims = ["stations | 10.97万座 | 2014-12", "stations | 10.97万座 | 2014-12"]
    assert codes(tmp_path, COUNT, *claims, "stations | 10.97万座 | 2015-Q1") == []


@pytest.mark.parametrize(("target", "fine"), [
    ("12万座 | 2021", True),
    ("60万座 | 2021", True),  # 10 × (1 + 2 × 2 × 2 years) = 90
    ("120万座 | 2021", False),
    ("9万座 | 2021", True),  # less than now: no cumulative rule for what is hoped
    ("1.2万座 | 2021", False),  # 10 / (1 + 0.5 × 2 years) = 5
])
@pytest.mark.parametrize("status", [str(s) for s in ObsStatus if str(s) in ("F", "T")])
def test_targets_are_held_against_facts_loosely(
    tmp_path: Path, target: str, fine: bool, status: str
) -> None:
    """Twice the rise is allowed, and the fall of a stock."""
    claims = ("stations | 10万座 | 2019", f"stations | {target} | obs_status: {status}")
    found = codes(tmp_path, COUNT, *claims)
    assert [code for code, _ in found] == ([] if fine else ["implausible-change"])


def test_a_target_may_be_passed_as_far_as_facts_may_rise(tmp_path: Path) -> None:
    """3万 was aimed at for 2014, and 10万 stood in 2015: 9.95 / (1 + 2 × 2 × 1 year) = 1.99."""
    for name, target, expected in (("near", "3万座", []), ("far", "1.2万座", ["implausible-change"])):
        folder = tmp_path / name
        folder.mkdir()
        documents = {
            "2013-01-01": [f"stations | {target} | 2014 | obs_status: T"],
            "2016-01-01": ["stations | 10.0万座 | 2015"],
        }
        assert [p.code for p in problems(folder, COUNT, documents)] == expected


def test_facts_are_never_held_against_targets(tmp_path: Path) -> None:
    """A target of 50万 doesn't make 10.5万 a fall, nor the fact before and after strangers."""
    claims = [
        "stations | 10万座 | 2019", "stations | 50万座 | 2021 | obs_status: F",
        "stations | 10.5万座 | 2022",
    ]
    assert codes(tmp_path, COUNT, *claims) == []


def test_a_figure_between_two_that_fit_is_the_one_reported(tmp_path: Path) -> None:
    """120,000 between 10,000 and 12,000, whatever the documents' dates; the slip is named."""
    claims = ["firms | 1万家 | 2013", "firms | 12万家 | 2014", "firms | 1.3万家 | 2015"]
    for number, order in enumerate(([0, 1, 2], [2, 1, 0], [1, 0, 2])):
        folder = tmp_path / str(number)
        folder.mkdir()
        documents = {f"202{n}-01-01": [claims[k]] for n, k in enumerate(order)}
        (found,) = problems(folder, STOCK, documents)
        assert found.details["found"] == "12万家"
        assert found.details["nearest"] == "1.2万家"
        assert "多写了一位" in found.hint("zh")
        assert "confirmed: {figure: 12万家" in found.hint("en")


def test_of_two_figures_that_of_the_newer_document_is_reported(tmp_path: Path) -> None:
    """The message names the other's period, place and figure, and the factor: 12.5."""
    documents = {"2020-01-01": ["firms | 12.5万家 | 2014"], "2021-01-01": ["firms | 1万家 | 2013"]}
    (found,) = problems(tmp_path, STOCK, documents)
    assert found.file == "documents/d-2021-01-01.yaml"
    assert found.line == 11
    for text in ("1万家（2013年）", "12.5万家（2014年，documents/d-2020-01-01.yaml:11）", "0.08 倍", "相隔1年"):
        assert text in found.message("zh"), found.message("zh")
    # 12.5万 is 12.45 to 12.55: (12.45 - 0.001) / 3 = 4.1497, and 12.55 × 1.5 + 0.001 = 18.826.
    assert "应在 4.14万 与 18.826万 之间" in found.message("zh")
    assert "between 41,496.66 and 188,260" in found.message("en")
    for text in ("12.5万家 (2014, documents/d-2020-01-01.yaml:11)", "0.08 times", "1 year apart"):
        assert text in found.message("en"), found.message("en")


def test_the_range_of_a_message_is_rounded_outwards(tmp_path: Path) -> None:
    """Seven months after 100: 90 / (1 + 0.5 × 7/12) = 69.677…, and 100 × (1 + 2 × 7/12) + 10 = 226.66."""
    documents = {"2020-01-01": ["firms | 100家 | 2013-05", "firms | 9999家 | 2013-12"]}
    (found,) = problems(tmp_path, STOCK, documents)
    assert "在 69.67 与 226.67 之间" in found.message("zh")


def test_other_documents_on_the_same_period_keep_a_neighbour_out_of_it(tmp_path: Path) -> None:
    """Of two figures of 2013, 1万 and a mistaken 10万, the mistaken one alone is out of line."""
    claims = ["firms | 1万家 | 2013", "firms | 10万家 | 2013", "firms | 1.1万家 | 2014"]
    found = codes(tmp_path, STOCK, *claims)
    assert ("implausible-change", "10万家") in found
    assert ("implausible-change", "1.1万家") not in found


def test_a_bound_far_below_anothers_figure_is_looked_at(tmp_path: Path) -> None:
    """超1350家 and 1.36万家 of one year can both be true, and nobody writes the first of the second."""
    claims = ["firms | 1.36万家 | 2014", "firms | 超1350家 | 2014"]
    assert codes(tmp_path, STOCK, *claims) == [("implausible-change", "超1350家")]


def test_a_bound_that_cannot_be_true_is_a_contradiction_and_none_of_this(tmp_path: Path) -> None:
    """超9万家 and 1.36万家 of one year: not a matter of how plausible it is."""
    claims = ["firms | 1.36万家 | 2014", "firms | 超9万家 | 2014"]
    assert "implausible-change" not in [code for code, _ in codes(tmp_path, STOCK, *claims)]


def test_a_slip_is_named_only_where_it_brings_the_figure_nearer(tmp_path: Path) -> None:
    """10.6万 after 10.9万: 16.0万 would be plausible, but nobody meant it."""
    documents = {"2020-01-01": ["stations | 10.9万座 | 2013", "stations | 10.6万座 | 2014"]}
    (found,) = problems(tmp_path, COUNT, documents)
    assert (found.code, found.details.get("nearest")) == ("falling-cumulative", None)


def test_an_indicator_narrows_and_widens_and_evidence_says_the_rest(tmp_path: Path) -> None:
    """150 after 100: beyond a rise of 0.3 (100 × 1.3 + 10), within any other; 0.3 for all likewise."""
    claims = ["firms | 100家 | 2013", "firms | 150家 | 2014"]
    narrow = {"firms": "enterprise stock | plausible: {rise: 0.3}"}
    wide = {"firms": "enterprise stock | plausible: {rise: any, slack: 0}"}
    documents = {"2020-01-01": claims}
    said = "plausible:\n  stock: {rise: 0.3}\n"
    exact = {"firms": "enterprise stock | plausible: {slack: 0, fall: any}"}  # the rise stays 2
    for number, (made, evidence, expected) in enumerate([
        (STOCK, "", 0), (exact, "", 0), (narrow, "", 1), (wide, "", 0), (STOCK, said, 1), (wide, said, 0),
    ]):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = problems(folder, made, documents, evidence)
        assert [p.code for p in found] == ["implausible-change"] * expected, (made, evidence)


def test_without_a_range_the_history_gives_it(tmp_path: Path) -> None:
    """A definition without `valid`: 10.97亿 after 9.17万 is out of line, and 万 is named."""
    folder = data_folder(tmp_path, COUNT, {
        "2014-01-01": ["stations | 9.17万座 | 2013"], "2015-05-01": ["stations | 10.97亿座 | 2015-Q1"],
    })
    path = folder / "definitions" / "made.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "valid:" not in line]
    assert len(kept) == len(lines) - 1
    path.write_text("".join(kept), encoding="utf-8")
    (found,) = checked(read_catalog(folder)).problems
    assert (found.code, found.details["nearest"]) == ("implausible-change", "10.97万座")
    assert "把“万”写成了“亿”" in found.hint("zh")


def test_what_an_indicator_leaves_out_is_as_for_its_kind(tmp_path: Path) -> None:
    """Without slack, 301 after 100 is more than 100 × (1 + 2 × 1 year); 300 isn't."""
    made = {"firms": "enterprise stock | plausible: {slack: 0}"}
    for figure, expected in (("300家", 0), ("301家", 1)):
        folder = tmp_path / figure
        folder.mkdir()
        documents = {"2020-01-01": ["firms | 100家 | 2013", f"firms | {figure} | 2014"]}
        assert len(problems(folder, made, documents)) == expected


@pytest.mark.parametrize("tolerance", ["{rise: -1}", "{rise: 很多}", "{wide: 2}", "{slack: any}"])
def test_a_tolerance_that_is_none_is_an_error(tmp_path: Path, tolerance: str) -> None:
    """A negative rate, a word, a key of another level, no limit to the slack."""
    made = {"firms": f"enterprise stock | plausible: {tolerance}"}
    found = problems(tmp_path, made, {"2020-01-01": ["firms | 100家 | 2013"]})
    assert any(problem.severity == "error" for problem in found)


@pytest.mark.parametrize(("figure", "unit", "fine"), [
    ("5.3家", "enterprise stock", False), ("5.3万家", "enterprise stock", True),
    ("1.23456万家", "enterprise stock", False), ("5.3家", "enterprise share", True),
    ("5.3公里", "km stock", True), ("2.5次", "time flow", False),
])
def test_counted_things_are_whole(tmp_path: Path, figure: str, unit: str, fine: bool) -> None:
    """5.3 enterprises is 53 with a point too many; an average per village may be broken."""
    found = codes(tmp_path, {"x": unit}, f"x | {figure} | 2014")
    assert [code for code, _ in found] == ([] if fine else ["fractional-count"])


@pytest.mark.parametrize(("dated", "period", "status", "instead"), [
    ("2014-01-15", "2013", "A", ""), ("2014-01-15", "2014", "A", "2013"),
    ("2014-01-15", "2014", "F", ""), ("2014-04-09", "2014", "A", ""),  # a list of spring
    ("2014-04-09", "2014-Q2", "A", "2014-Q1"), ("2014-06-20", "2014-Q2", "A", ""),
    ("2014-01-15", "2014-Q1", "A", "2013-Q4"), ("2014-01-15", "2014-H1", "A", "2013-H2"),
    ("2014-01-15", "2014-01", "A", ""), ("2014-01-15", "2014-01-15", "A", ""),
])
def test_a_period_that_has_hardly_begun_is_looked_at(
    tmp_path: Path, dated: str, period: str, status: str, instead: str
) -> None:
    """Before a quarter of it has passed: 9 April is the 99th day of 365, 15 January the 15th."""
    claim = f"firms | 100家 | {period} | obs_status: {status}"
    found = problems(tmp_path, STOCK, {dated: [claim]})
    told = [(p.code, p.details["nearest"]) for p in found]
    assert told == ([("period-hardly-begun", instead)] if instead else [])
