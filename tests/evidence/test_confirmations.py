"""A true jump is confirmed with a reason; nothing else is silenced, and nothing outlives its cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.evidence.confirmations import circles, confirmations
from indicators.evidence.judging import checked
from indicators.reading.problems import Problem
from tests.evidence.made import Claims, data_folder

STOCK = {"firms": "enterprise stock", "digital": "enterprise stock | subset_of: firms"}
WHY = "because: {zh: 并入两个区。, en: Two districts joined.}"
OLD = "firms | 1000家 | 2020"


def problems(folder: Path, documents: dict[str, Claims]) -> list[Problem]:
    return list(checked(read_catalog(data_folder(folder, STOCK, documents))).problems)


def said(folder: Path, documents: dict[str, Claims]) -> list[tuple[str, str]]:
    found = problems(folder, documents)
    return sorted((p.code, p.file.removeprefix("documents/d-")[:4]) for p in found)


def jump(*more: str, figure: str = "9000家", confirmed: str = "9000家") -> str:
    parts = ", ".join([f"figure: {confirmed}", WHY, *more])
    return f"firms | {figure} | 2021 | confirmed: {{{parts}}}"


@pytest.fixture
def small() -> str:
    return "digital | 10家 | 2021"


def test_a_jump_is_a_warning_until_it_is_confirmed(tmp_path: Path, small: str) -> None:
    """9,000 after 1,000; with a reason check has nothing to say."""
    for name, claim, expected in (
        ("before", "firms | 9000家 | 2021", [("implausible-change", "2022")]), ("after", jump(), []),
    ):
        folder = tmp_path / name
        folder.mkdir()
        documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [claim, small]}
        assert said(folder, documents) == expected


def test_a_warning_leaves_the_data_shown(tmp_path: Path, small: str) -> None:
    """Nothing that is implausible is an error."""
    documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": ["firms | 9000家 | 2021", small]}
    (found,) = problems(tmp_path, documents)
    assert found.severity == "warning"


def test_other_faults_of_the_claim_and_other_claims_are_still_reported(tmp_path: Path) -> None:
    """The part greater than its whole, and the next year's jump back."""
    documents: dict[str, Claims] = {
        "2021-01-01": [OLD], "2022-01-01": [jump()], "2023-01-01": ["digital | 9900家 | 2021"],
        "2024-01-01": ["firms | 90万家 | 2022"],
    }
    assert said(tmp_path, documents) == [
        ("implausible-change", "2024"), ("unrecorded-inconsistency", "2022"),
    ]


def test_a_confirmation_does_not_outlive_a_change_of_its_figure(tmp_path: Path, small: str) -> None:
    """90,000 where 9,000 was confirmed: what was confirmed, what stands there, and why it is odd."""
    documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [jump(figure="9万家"), small]}
    (found,) = problems(tmp_path, documents)
    assert found.code == "confirmation-outdated"
    for text in ("9000家", "9万家", "1000家"):
        assert text in found.message("zh")
        assert text in found.message("en")


def test_a_confirmation_of_nothing_is_stale(tmp_path: Path, small: str) -> None:
    """1,200 after 1,000 needs none."""
    claim = jump(figure="1200家", confirmed="1200家")
    documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [claim, small]}
    assert said(tmp_path, documents) == [("needless-confirmation", "2022")]


OTHER = "firms | 9000家 | 2021"


@pytest.mark.parametrize(("by", "third", "expected"), [
    ("d-2023-01-01", jump(), []),
    ("d-2022-01-01", jump(), [("confirmed-by-itself", "2022")]),
    ("d-2032-01-01", jump(), [("unknown-document", "2022")]),
    ("d-2021-01-01", jump(), [("confirmation-unfounded", "2022")]),  # it speaks of 2020 alone
    ("d-2023-01-01", jump("by: d-2022-01-01"), [("confirmed-in-a-circle", "2022")]),
])
def test_who_confirms(
    tmp_path: Path, small: str, by: str, third: str, expected: list[tuple[str, str]]
) -> None:
    """Another document with the same figure; not itself, none, a silent one, or one in return."""
    documents: dict[str, Claims] = {
        "2021-01-01": [OLD], "2022-01-01": [jump(f"by: {by}"), small], "2023-01-01": [third],
    }
    assert said(tmp_path, documents) == expected


@pytest.mark.parametrize("third", [
    "firms | 9000家 | 2022", "firms | 9000家 | 2021 | obs_status: T",
])
def test_the_same_figure_of_another_year_or_aimed_at_confirms_nothing(
    tmp_path: Path, small: str, third: str
) -> None:
    """What is confirmed is a figure of this time, and a fact."""
    year = "2021-06-01" if "T" in third else "2022-06-01"
    documents: dict[str, Claims] = {
        "2021-01-01": [OLD], "2022-01-01": [jump(f"by: d-{year}"), small], year: [third],
    }
    assert ("confirmation-unfounded", "2022") in said(tmp_path, documents)


def test_a_document_that_says_otherwise_confirms_nothing(tmp_path: Path, small: str) -> None:
    """9,000 isn't confirmed by 9,500, and both are still looked at."""
    documents: dict[str, Claims] = {
        "2021-01-01": [OLD], "2022-01-01": [jump("by: d-2023-01-01"), small],
        "2023-01-01": ["firms | 9500家 | 2021"],
    }
    found = problems(tmp_path, documents)
    assert {p.code for p in found} >= {"confirmation-unfounded", "implausible-change"}
    (one,) = [p for p in found if p.code == "confirmation-unfounded"]
    assert "9500家" in one.message("zh")
    assert "9500家" in one.message("en")


def test_errors_of_confirmations_are_errors(tmp_path: Path, small: str) -> None:
    """What names nobody keeps the edit from being shown."""
    documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [jump("by: d-2032-01-01"), small]}
    (found,) = problems(tmp_path, documents)
    assert found.severity == "error"


@pytest.mark.parametrize("confirmed", [
    "yes", "{because: {zh: 真的, en: True}}", "{figure: 9000家}", "{figure: 9000家, because: 真的}",
    "{figure: 9000家, because: {}}",
])
def test_a_confirmation_needs_figure_and_reason(
    tmp_path: Path, small: str, confirmed: str
) -> None:
    """Anything less is an error at its place."""
    claim = f"firms | 9000家 | 2021 | confirmed: {confirmed}"
    found = problems(tmp_path, {"2021-01-01": [OLD], "2022-01-01": [claim, small]})
    assert any(p.severity == "error" and p.file == "documents/d-2022-01-01.yaml" for p in found)


@pytest.mark.parametrize("figure", [
    "9000家", "超 9000 家", "8000—9000家", "9,000家", "近9000家",
    "'90,00'\n    value: 9000\n    relation: equal\n    unit: enterprise",
])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_remedy_followed_to_the_letter_mends_it(
    tmp_path: Path, small: str, figure: str, lang: str
) -> None:
    """What the hint says to write is written beneath the claim, and check says no more."""
    claim = f"firms | {figure} | 2021"
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    (found,) = problems(before, {"2021-01-01": [OLD], "2022-01-01": [claim, small]})
    assert found.code == "implausible-change"
    hint = found.hint(lang)
    confirmed = hint[hint.index("confirmed: {") : hint.index("}}") + 2]
    done: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [f"{claim} | {confirmed}", small]}
    assert problems(after, done) == []


def test_readers_get_the_reason(tmp_path: Path, small: str) -> None:
    """Every confirmation, with the claim it is about."""
    documents: dict[str, Claims] = {"2021-01-01": [OLD], "2022-01-01": [jump(), small]}
    catalog = read_catalog(data_folder(tmp_path, STOCK, documents))
    (one,) = confirmations(catalog).values()
    assert (one.row.figure, one.said.because.zh) == ("9000家", "并入两个区。")


def place(name: str) -> tuple[str, str, str, str, str]:
    return (name, "x", "", "", "")


@pytest.mark.parametrize(("edges", "expected"), [
    ("ab bc", []), ("ab ba", ["ab"]), ("ab bc ca", ["abc"]), ("ab bc cb", ["bc"]),
    ("ab ac cb ba", ["ab"]), ("ab ba cd dc", ["ab", "cd"]), ("xa xb ab", []),
])
def test_circles_are_found_once(edges: str, expected: list[str]) -> None:
    """Whichever way one comes into them; of circles that share a claim at least one."""
    after: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for one, other in edges.split():
        after.setdefault(place(one), []).append(place(other))
    found = ["".join(name for name, *_ in circle) for circle in circles(after)]  # type: ignore[arg-type]
    assert found == expected


def test_a_long_chain_of_confirmations_is_walked_without_recursion() -> None:
    """Ten thousand claims, each confirmed by the next, and the last by the first."""
    names = [str(number) for number in range(10_000)]
    after = {place(one): [place(other)] for one, other in zip(names, names[1:] + names[:1], strict=True)}
    (circle,) = circles(after)
    assert len(circle) == len(names)
