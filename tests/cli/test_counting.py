"""What follows from a cause is counted wherever the cause is shown, and listed nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main
from indicators.reading.consequences import ANY, causes_first
from indicators.reading.problems import Problem
from indicators.ui.intake.from_yaml import numbered
from indicators.ui.problems import problem_table
from tests.reading.remedies.slip import DEFINITIONS, problems, sample

MOVED = "definitions/connectivity.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample with its definitions under a wrong name."""
    made = sample(tmp_path)
    (made / DEFINITIONS).rename(made / MOVED)
    return made


def _listed(folder: Path) -> int:
    """Return how many problems there would be if nothing were known to follow from anything."""
    return sum(1 + problem.follows for problem in problems(folder))


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", "……另有 {} 处问题由此而来"), ("en", "… and {} problems that follow from this"),
])
def test_the_command_says_how_many(
    folder: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    """As text, for GitHub and in the last line, in both languages."""
    follow = _listed(folder) - 1
    assert follow > 5
    main(["check", "--data", str(folder), "--lang", lang])
    printed = capsys.readouterr().out
    assert printed.count(words.format(follow)) == 1
    assert str(follow) in printed.splitlines()[-1]
    main(["check", "--data", str(folder), "--lang", lang, "--format", "github"])
    printed = capsys.readouterr().out
    assert words.format(follow) in printed
    assert printed.count("::error") == 1


def test_machines_are_told_how_many(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON, at the cause and in the counts, which say what is listed and what isn't."""
    follow = _listed(folder) - 1
    main(["check", "--data", str(folder), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["follows"]) for one in told["problems"]] == [("misnamed-file", follow)]
    assert (told["counts"]["errors"], told["counts"]["follow"]) == (1, follow)


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", "（另有 {} 处问题由此而来）"), ("en", "(and {} problems that follow from this)"),
])
def test_the_pages_say_how_many(folder: Path, lang: str, words: str) -> None:
    """In the table of problems and beneath a line of the workbench."""
    found = problems(folder)
    told = words.format(found[0].follows)
    assert told in problem_table(found, lang)
    assert told in numbered("sector: connectivity\n", found, lang)


def test_a_warning_with_errors_behind_it_is_an_error() -> None:
    """What keeps the data from being shown is never only counted beside a reminder."""
    cause = Problem("a.yaml", 1, 1, "sector-without-definitions", hides=frozenset({("x", "y")}))
    error = Problem("b.yaml", 1, 1, "unknown-indicator", needs=(("x", "y"),))
    found = causes_first([error, cause])
    assert [(one.code, one.severity, one.follows) for one in found] == [
        ("sector-without-definitions", "error", 1)
    ]


def test_counting_goes_on_and_never_in_a_circle() -> None:
    """Doing it again with more counts on; of two that follow from each other, the first stays."""
    cause = Problem("a.yaml", 1, 1, "missing-file", hides=frozenset({("x", ANY)}))
    more = [Problem("b.yaml", line, 1, "unknown-area", needs=(("x", str(line)),)) for line in (1, 2, 3)]
    once = causes_first([*more[:2], cause])
    assert [one.follows for one in once] == [2]
    assert [one.follows for one in causes_first([*once, more[2]])] == [3]
    assert causes_first(once) == once
    one = Problem("a.yaml", 1, 1, "cycle", hides=frozenset({("x", "a")}), needs=(("x", "b"),))
    two = Problem("a.yaml", 2, 1, "cycle", hides=frozenset({("x", "b")}), needs=(("x", "a"),))
    assert [(p.line, p.follows) for p in causes_first([two, one])] == [(1, 1)]
