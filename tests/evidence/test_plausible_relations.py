"""Parts and wholes, increases and levels, other scopes, across documents and times; by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked
from tests.evidence.made import data_folder

WHOLE = {"all": "station cumulative | breakdowns: [operator]",
         "outdoor": "station cumulative | subset_of: all"}
FIRMS = {"firms": "enterprise stock", "digital": "enterprise stock | subset_of: firms",
         "ai": "enterprise stock | subset_of: digital"}
LEVEL = {"all": "station cumulative", "added": "station flow | increment_of: all"}


def found(
    folder: Path, indicators: Mapping[str, str], *claims: str
) -> list[tuple[str, str]]:
    """Return code and figure of each problem of claims that stand in one document a claim."""
    documents = {f"20{20 + n}-01-01": [claim] for n, claim in enumerate(claims)}
    catalog = checked(read_catalog(data_folder(folder, indicators, documents)))
    return [(problem.code, problem.details["found"]) for problem in catalog.problems]


@pytest.mark.parametrize(("part", "fine"), [
    ("outdoor | 9.9万座 | 2013", True),
    ("outdoor | 12.2万座 | 2014", False),  # in 2015 there are 12.05万 at most in all, and none goes
    ("outdoor | 12万座 | 2014", True),
    ("outdoor | 39万座 | 2016", False),  # 12.05 × (1 + 2 × 1 year) = 36.15
    ("outdoor | 36万座 | 2016", True),
    ("all | 12.2万座 | 2014 | breakdown: {operator: one}", False),
    ("all | 11万座 | 2014 | breakdown: {operator: one}", True),
])
def test_a_part_is_no_more_than_its_whole_at_the_nearest_time(
    tmp_path: Path, part: str, fine: bool
) -> None:
    """The whole is 10万 at the end of 2013 and 12万 at the end of 2015, in other documents."""
    made = found(tmp_path, WHOLE, "all | 10.0万座 | 2013", "all | 12.0万座 | 2015", part, "outdoor | 10座 | 2005")
    expected = [] if fine else [("part-above-whole", part.split(" | ")[1])]
    assert [one for one in made if one[0] == "part-above-whole"] == expected


def test_small_wholes_that_never_fall_leave_no_slack(tmp_path: Path) -> None:
    """15 of them in 2014, and 12 in all in 2015."""
    claims = ["all | 12座 | 2015", "outdoor | 15座 | 2014"]
    assert found(tmp_path, WHOLE, *claims) == [("part-above-whole", "15座")]


def test_a_groups_share_may_be_above_the_average(tmp_path: Path) -> None:
    """90 % of one group's villages, 50 % of all."""
    made = {"cover": "percent share | breakdowns: [operator]"}
    claims = ["cover | 50% | 2013", "cover | 90% | 2013 | breakdown: {operator: one}"]
    assert found(tmp_path, made, *claims) == []


def test_an_increase_after_the_last_level_is_held_against_that(tmp_path: Path) -> None:
    """10万 in 2013 may be 10.05 × 3 = 30.15万 a year on, so that 50万 more can't be."""
    claims = ["all | 10.0万座 | 2013", "added | 新增50万座 | 2014"]
    assert found(tmp_path, LEVEL, *claims) == [("increase-above-level", "新增50万座")]


def test_the_slip_of_an_increase_is_named_though_it_is_far_from_its_level(tmp_path: Path) -> None:
    """13.9万 more than 10.97万 in all: 1.39万 is likely, a digit too many."""
    documents = {"2014-06-01": ["all | 10.97万座 | 2013", "added | 新增13.9万座 | 2013"]}
    (one,) = checked(read_catalog(data_folder(tmp_path, LEVEL, documents))).problems
    assert (one.code, one.details["nearest"]) == ("increase-above-level", "新增1.39万座")


def test_a_bounded_whole_is_taken_to_reach_a_little(tmp_path: Path) -> None:
    """超43万 is taken for 45万 at most, so that 46万 of it is looked at although both can be true."""
    claims = ["all | 超43万座 | 2014", "outdoor | 46万座 | 2014"]
    assert found(tmp_path, WHOLE, *claims) == [("part-above-whole", "46万座")]


def test_what_the_recalculation_reports_is_not_reported_twice(tmp_path: Path) -> None:
    """46万 of 43万 in one year is contradictory, and that is said."""
    claims = ["all | 43万座 | 2014", "outdoor | 46万座 | 2014"]
    assert [code for code, _ in found(tmp_path, WHOLE, *claims)] == ["unrecorded-inconsistency"]


def test_a_part_of_a_part_is_held_against_the_whole(tmp_path: Path) -> None:
    """No figure stands for the digital firms, so the AI firms are held against all: 2 万 of 1万."""
    claims = ["firms | 1.0万家 | 2014", "ai | 2万家 | 2014"]
    made = found(tmp_path, FIRMS, *claims)
    assert ("part-above-whole", "2万家") in made


def test_a_share_of_a_share(tmp_path: Path) -> None:
    """The core's share of GDP is part of the whole digital economy's: 45 % of 14.41 % can't be."""
    made = {"all": "percent share", "core": "percent share | subset_of: all"}
    claims = ["all | 14.41% | 2013", "core | 45% | 2014"]  # 14.415 × 3 + 5 = 48.2: fine
    assert found(tmp_path, made, *claims) == []
    other = tmp_path / "other"
    other.mkdir()
    claims = ["all | 14.41% | 2013", "core | 52% | 2014"]  # 51.5 at least
    assert found(other, made, *claims) == [("part-above-whole", "52%")]


@pytest.mark.parametrize(("claim", "code"), [
    ("added | 新增1.5万座 | 2013", None),
    ("added | 新增13万座 | 2013", "increase-above-level"),  # 12万 in all at the end of 2013
    ("added | 新增7.2万座 | 2013", "increase-off-level"),  # it rose by 7.1万 at most in three years
    ("added | 新增7万座 | 2013", None),
    ("added | 新增4000座 | 2013", "increase-off-level"),  # 6.9万 / 3 / (1 + 2 × 2) = 4,600 at least
    ("added | 新增4600座 | 2013", None),
    ("added | 新增2000座 | 2013-Q1", None),  # a quarter of the year's 4,600 is 1,150
    ("added | 新增1000座 | 2013-Q1", "increase-off-level"),
])
def test_an_increase_goes_with_its_level(tmp_path: Path, claim: str, code: str | None) -> None:
    """From 5万 in 2010 to 12万 in 2013, each rounded to the thousand: 6.9万 to 7.1万 more."""
    made = found(tmp_path, LEVEL, "all | 5.0万座 | 2010", "all | 12.0万座 | 2013", claim)
    assert [name for name, _ in made] == ([] if code is None else [code])


def test_an_increase_of_a_stock_is_held_against_its_level_alone(tmp_path: Path) -> None:
    """Enterprises come and go: 2 more in a year is nothing odd, 30 more than there are is."""
    made = {"all": "enterprise stock", "added": "enterprise flow | increment_of: all"}
    level = ["all | 10家 | 2010", "all | 24家 | 2014"]
    assert found(tmp_path, made, *level, "added | 新增2家 | 2014") == []
    other = tmp_path / "other"
    other.mkdir()
    claims = [*level, "added | 新增30家 | 2014"]
    assert found(other, made, *claims) == [("increase-above-level", "新增30家")]


SCOPES = {
    "ours": "station cumulative | other_scope: [{with: theirs, because: {zh: 口径, en: Scope}}]",
    "theirs": "station cumulative | other_scope: [{with: ours, because: {zh: 口径, en: Scope}}]",
}


@pytest.mark.parametrize(("figure", "fine"), [
    ("2.36万座", True), ("23.6万座", False), ("2360座", False),
    ("1.0万座", True),  # 4.55万 / (1 + 2 × 2 × 1 year) = 9,100
])
def test_without_a_history_another_scope_stands_in(tmp_path: Path, figure: str, fine: bool) -> None:
    """The city has 2万 in 2009 and 4.6万 in 2010; the province's only figure is of August 2010."""
    claims = ["ours | 20000座 | 2009", "ours | 4.6万座 | 2010", f"theirs | {figure} | 2010-08"]
    made = found(tmp_path, SCOPES, *claims)
    assert made == ([] if fine else [("implausible-change", figure)])


def test_with_a_history_of_its_own_a_scope_is_left_alone(tmp_path: Path) -> None:
    """Twice as far off, but in line with itself."""
    claims = ["ours | 20000座 | 2009", "ours | 4.6万座 | 2010", "theirs | 25.1万座 | 2009",
              "theirs | 30万座 | 2010"]
    assert found(tmp_path, SCOPES, *claims) == []


def test_other_areas_are_other_things(tmp_path: Path) -> None:
    """Shenzhen's figure is no neighbour of Guangzhou's."""
    claims = ["all | 10万座 | 2013", "all | 200座 | 2014 | ref_area: 440300", "all | 11万座 | 2015",
              "outdoor | 2万座 | 2014 | ref_area: 440300", "outdoor | 2万座 | 2014"]
    made = found(tmp_path, WHOLE, *claims)
    assert {figure for _, figure in made} <= {"2万座", "某指标outdoor，2014年：部分与整体"}
    assert not any(code == "implausible-change" for code, _ in made)
