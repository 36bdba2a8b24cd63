"""What pages show of all that follows: the first of each kind, counted with the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from indicators.catalog import Catalog
from indicators.evidence import findings
from indicators.evidence.findings import MOST, ORDER, find, findings_of
from indicators.evidence.judging import Judgement, judge
from indicators.evidence.recalculation import Outcome
from indicators.limits.caps import RefusedError
from indicators.reading.problems import Problem
from indicators.ui.evidence import MOST_FIGURES, contradiction_card
from indicators.ui.quality import show_contradictions, show_unstated, show_verdicts
from indicators.ui.state import Dashboard, make_dashboard


def _many(catalog: Catalog, problems: int = 0) -> Judgement:
    """Return a judgement with thirty checks of each outcome, and as many groups of two kinds."""
    one = judge(catalog)
    checks = tuple(
        replace(one.checks[0], outcome=outcome, breakdown=f"{outcome}-{number}")
        for number in range(30) for outcome in reversed(ORDER)
    )
    calm = next(group for group in one.side_by_side if group.kind == "near")
    loud = replace(next(group for group in one.side_by_side if group.kind == "vintage"),
                   both=type(calm.both).NO)
    assert loud.alarming
    found = tuple(
        Problem(f"documents/{number:03}.yaml", 1, 1, "fractional-count", {"found": str(number)})
        for number in range(problems)
    )
    return replace(one, checks=checks, side_by_side=(calm, loud) * 30,
                   catalog=replace(catalog, problems=found))


def test_little_is_shown_whole(catalog: Catalog) -> None:
    """Nothing is left out, what needs attention first, and counts are the judgement's."""
    whole, found = judge(catalog), find(catalog)
    assert Counter(map(str, found.checks)) == Counter(map(str, whole.checks))
    assert [ORDER.index(check.outcome) for check in found.checks] == sorted(
        ORDER.index(check.outcome) for check in whole.checks
    )
    assert len(found.side_by_side) == len(whole.side_by_side)
    assert (found.outcomes, found.recorded) == (whole.outcomes, whole.recorded)
    assert (found.unshown, found.unshown_against, found.unlisted) == ({}, 0, 0)


def test_of_each_kind_the_first(catalog: Catalog) -> None:
    """Of thirty the first 24, in their order; the other six are counted."""
    found = findings_of(_many(catalog, 230))
    assert MOST == 24
    assert [check.breakdown for check in found.checks] == [
        f"{outcome}-{number}" for outcome in ORDER for number in range(24)
    ]
    assert found.unshown == dict.fromkeys(ORDER, 6)
    assert [one.alarming for one in found.side_by_side] == [True] * 24 + [False] * 24
    assert found.unshown_against == 12
    assert (found.problems, len(found.listed), found.unlisted) == (230, 200, 30)


def test_what_is_not_shown_is_known(catalog: Catalog) -> None:
    """The workbench tells what is new by it: by place, kind and what was found."""
    judged = _many(catalog, 230)
    found = findings_of(judged)
    assert all(map(found.knows, judged.catalog.problems))
    one = judged.catalog.problems[-1]
    for change in ({"line": 2}, {"code": "period-hardly-begun"}, {"details": {"found": "x"}},
                   {"follows": 1}, {"severe": True}):
        assert not found.knows(replace(one, **change))  # type: ignore[arg-type]
    assert not find(catalog).knows(one)


def _found(catalog: Catalog, judged: Judgement) -> Dashboard:
    board = make_dashboard(catalog)
    board._judged.append(findings_of(judged))
    return board


@pytest.mark.parametrize(("lang", "checks", "groups"), [
    ("zh", "没有在此列出的还有", "另有 12 组没有在此列出"), ("en", "Not listed here", "12 more groups"),
])
def test_pages_say_how_many_more(
    catalog: Catalog, lang: str, checks: str, groups: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the checks by outcome, under the groups, under claims without a period."""
    shown: list[str] = []
    monkeypatch.setattr("indicators.ui.quality.show", lambda text: shown.append(str(text)))
    monkeypatch.setattr("indicators.ui.quality.show_note", lambda text: shown.append(str(text)))
    monkeypatch.setattr("indicators.ui.quality.MOST_UNSTATED", 3)
    board = _found(catalog, _many(catalog))
    show_verdicts(board, lang)
    assert shown[-1].count('<b class="nowrap">6</b>') == 4
    show_contradictions(board, lang)
    assert groups in "".join(shown)
    show_unstated(board, lang)
    count = int((board.table["period_basis"] != "stated").sum())
    assert str(count - 3) in shown[-1]
    assert checks in "".join(shown)


def test_a_card_names_so_many_figures(catalog: Catalog) -> None:
    """Of a thousand documents' figures the first twelve, and how many more."""
    board = make_dashboard(catalog)
    one = judge(catalog).side_by_side[0]
    card = contradiction_card(board, replace(one, rows=one.rows[:1] * 40), "en")
    assert card.count("<tr>") == MOST_FIGURES + 1
    assert "28 more figures" in card
    assert "more figures" not in contradiction_card(board, one, "en")


def test_many_are_judged_in_another_process(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it finds is the same, by every field."""
    here = find(catalog)
    monkeypatch.setattr(findings, "MANY", 10)
    called: list[Any] = []
    real = findings._APART.run

    def noted(*args: Any) -> Any:
        called.append(args)
        return real(*args)

    monkeypatch.setattr(findings._APART, "run", noted)
    apart = find(catalog)
    assert called
    assert apart == here
    findings._APART.close()


def test_where_there_is_no_other_process(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that starts none, or ends it, makes the page slower and nothing else."""
    here = find(catalog)
    monkeypatch.setattr(findings, "MANY", 10)
    for error in (OSError("no"), RefusedError("晚", "late")):
        def refused(*_: Any, error: Exception = error) -> Any:
            raise error

        monkeypatch.setattr(findings._APART, "run", refused)
        assert find(catalog) == here


def test_outcomes_have_an_order() -> None:
    """Every outcome has its place."""
    assert set(ORDER) == set(Outcome)
