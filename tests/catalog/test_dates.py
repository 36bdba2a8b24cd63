"""Dates of documents, and what a claim says of its period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.catalog.today import TODAY_VARIABLE, today
from tests.reading.remedies.slip import DOCUMENT, sample

DAY = date(2026, 6, 30)
CLAIM = "  - indicator: base_stations_5g\n    figure: 10.97万座\n    period: 2025-Q1\n"


def edited(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return a copy of the sample with changes to its letter."""
    made = sample(folder)
    path = made / DOCUMENT
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return made


def found(folder: Path, day: date = DAY) -> list[tuple[str, int, int]]:
    """Return code, line and number of what follows of each problem."""
    problems = read_catalog(folder, day).problems
    return [(problem.code, problem.line, problem.follows) for problem in problems]


@pytest.mark.parametrize(("dated", "day", "wrong"), [
    ("2026-06-30", DAY, False),
    ("2026-07-01", DAY, True),
    ("2026-06", DAY, False),
    ("2026-07", DAY, True),
    ("2026", date(2026, 1, 1), False),
    ("2027", date(2026, 12, 31), True),
])
def test_only_what_cannot_have_begun_is_of_the_future(
    tmp_path: Path, dated: str, day: date, wrong: bool
) -> None:
    """A month or a year that has begun may be a document's."""
    folder = edited(tmp_path, ("date: 2025-06-20", f"date: {dated}"))
    codes = [code for code, _, _ in found(folder, day)]
    assert codes == (["future-document"] if wrong else [])


def test_the_day_is_the_earliest_on_earth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it is named; what is no day is refused."""
    monkeypatch.delenv(TODAY_VARIABLE)
    assert 0 <= (today() - date.today()).days <= 2
    monkeypatch.setenv(TODAY_VARIABLE, "2025-01-02")
    assert today() == date(2025, 1, 2)
    monkeypatch.setenv(TODAY_VARIABLE, "someday")
    with pytest.raises(ValueError, match="INDICATORS_TODAY=someday"):
        today()


def test_one_period_among_many_is_the_claims_fault(tmp_path: Path) -> None:
    """Two of five, and one of five: each at its claim. Three of five: one error, at the date."""
    one = edited(tmp_path / "one", (CLAIM, CLAIM.replace("2025-Q1", "2025-Q3")))
    assert [code for code, _, _ in found(one)] == ["period-after-document"]
    two = edited(tmp_path / "two", ("period: 2025-Q1", "period: 2025-Q3"))
    assert [code for code, _, _ in found(two)] == ["period-after-document"] * 2
    three = edited(tmp_path / "three", ("period: 2025-03", "period: 2025-07"))
    assert found(three) == [("date-before-periods", 7, 3)]


def test_targets_and_forecasts_say_nothing_of_the_date(tmp_path: Path) -> None:
    """What is aimed at lies ahead; a letter with nothing else is dated as it says."""
    ahead = edited(
        tmp_path / "a", ("    period: 2025-Q1\n", "    period: 2027\n    obs_status: T\n"),
        ("    period: 2025-03\n", "    period: 2026\n    obs_status: F\n"),
    )
    assert found(ahead) == []
    # Two targets beside three facts of 2025-03: the date is before all facts.
    early = edited(
        tmp_path / "b", ("    period: 2025-Q1\n", "    period: 2027\n    obs_status: T\n"),
        ("date: 2025-06-20", "date: 2024-12-20"),
    )
    assert [(code, line) for code, line, _ in found(early)] == [("date-before-periods", 7)]


def test_a_late_date_takes_along_what_it_makes_look_old(tmp_path: Path) -> None:
    """Of a letter of 2052 a target for 2027 seems to be for the past: that is counted."""
    late = edited(
        tmp_path / "late", (CLAIM, CLAIM.replace("2025-Q1", "2027\n    obs_status: T")),
        ("date: 2025-06-20", "date: 2052-06-20"),
    )
    assert found(late) == [("future-document", 7, 1)]
    # With two targets the date is after all of them: that it is yet to come says more.
    both = edited(
        tmp_path / "both", ("    period: 2025-Q1\n", "    period: 2027\n    obs_status: T\n"),
        ("date: 2025-06-20", "date: 2052-06-20"),
    )
    assert found(both) == [("future-document", 7, 3)]


def test_no_period_is_told_from_a_forgotten_one(tmp_path: Path) -> None:
    """Both stand at the document's date; only what was forgotten is reminded of."""
    bare = CLAIM.replace("    period: 2025-Q1\n", "")
    none = edited(tmp_path / "none", (CLAIM, CLAIM.replace("2025-Q1", "none")))
    forgotten = edited(tmp_path / "forgotten", (CLAIM, bare))
    assert found(none) == []
    assert found(forgotten) == [("period-not-said", 12, 0)]
    for folder, basis in ((none, "document"), (forgotten, "unsaid")):
        row = read_catalog(folder, DAY).observations[0]
        assert (row.time_period, row.period_basis) == ("2025-06-20", basis)
    assert read_catalog(none, DAY).observations[1].period_basis == "stated"
    ahead = edited(tmp_path / "ahead", (CLAIM, CLAIM.replace("2025-Q1", "none\n    obs_status: T")))
    assert [code for code, _, _ in found(ahead)] == ["without-period"]


@pytest.mark.parametrize("typed", ["None", "无", "没有", "n/a", "未写明", "不详"])
def test_other_words_for_none_are_answered_with_it(tmp_path: Path, typed: str) -> None:
    """What a maintainer may type for it is an error with the right word."""
    folder = edited(tmp_path, (CLAIM, CLAIM.replace("2025-Q1", typed)))
    (problem,) = read_catalog(folder, DAY).problems
    assert (problem.code, problem.details["nearest"]) == ("bad-period", "none")


def test_where_a_period_is_printed_is_kept(tmp_path: Path) -> None:
    """With the figure unless the claim says otherwise; of no period it can't be said."""
    said = "    period: 2025-Q1\n"
    for basis in ("before", "heading", "year"):
        folder = edited(tmp_path / basis, (CLAIM, CLAIM.replace(said, f"{said}    period_basis: {basis}\n")))
        row = read_catalog(folder, DAY).observations[0]
        assert found(folder) == []
        assert (row.time_period, row.period_basis) == ("2025-Q1", basis)
    none = edited(tmp_path / "none", (CLAIM, CLAIM.replace(said, "    period: none\n    period_basis: before\n")))
    assert [code for code, _, _ in found(none)] == ["basis-without-period"]
    assert read_catalog(none, DAY).observations[0].period_basis == "document"
