"""One engine decides what is contradictory, for the command line, the dashboard and the workbench."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.cli import main
from indicators.evidence.judging import Judgement, judge, sound
from indicators.evidence.recalculation import Outcome
from indicators.handbook.examples import EXAMPLES, Example
from indicators.handbook.generated import SAMPLE, put_beside
from indicators.reading.kinds import kinds
from tests.catalog.sample import OTHER, REPLY, copied, edit

CODE = "contradicting-documents"
CLASH = (REPLY, "figure: 10.97万座\n    period: 2025-Q1", "figure: 10.97万座\n    period: 2024")
"""gz-other prints 10.9万座 of 2024, which is [10.85万, 10.95万): 10.97万 ± 0.005万 lies outside."""
DIFFERS = (
    "differs:\n  - indicator: base_stations_5g\n    documents: [gz-other, gz-example]\n"
    "    because: {zh: 统计时点不同。, en: They count at different dates.}\n"
)
THIRD = """\
document:
  id: gz-third
  title: {{zh: 又一份材料, en: A third paper}}
  producer: {{zh: 某局, en: A bureau}}
  producer_basis: stated
  date: {date}
  trust: press
  ref_area: 440100

claims:
  - indicator: base_stations_5g
    figure: {figure}
    period: 2024
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return copied(tmp_path)


def judged(folder: Path) -> Judgement:
    return judge(read_catalog(folder))


def clashes(folder: Path) -> list[tuple[str, int, str]]:
    """Return file, line and what is named of each contradiction between documents."""
    return [
        (p.file, p.line, p.details["expected"])
        for p in judged(folder).catalog.problems if p.code == CODE
    ]


def third(folder: Path, figure: str, date: str = "2025-06-30") -> None:
    """Add a document with a figure of 2024."""
    path = folder / "documents" / "gz-third.yaml"
    path.write_text(THIRD.format(figure=figure, date=date), encoding="utf-8")


def test_documents_that_cannot_both_be_right_are_a_warning_at_the_newer(folder: Path) -> None:
    """It names the other document and its figure, and both remedies."""
    edit(folder, *CLASH)
    line = (folder / REPLY).read_text(encoding="utf-8").split("  - indicator")[0].count("\n") + 1
    assert clashes(folder) == [(REPLY, line, "10.9万座")]
    (found,) = [p for p in judged(folder).catalog.problems if p.code == CODE]
    assert found.severity == "warning"
    for lang in ("zh", "en"):
        assert f"{OTHER}:11" in found.message(lang)
        assert "10.97万座" in found.message(lang)
        assert "[gz-example, gz-other]" in found.hint(lang)


@pytest.mark.parametrize("figure", ["10.93万座", "超10万座", "10.9万座", "约11万座"])
def test_documents_that_can_both_be_right_are_none(folder: Path, figure: str) -> None:
    """10.93 lies in [10.85, 10.95); 超10 allows it; how far 约 reaches isn't fixed."""
    third(folder, figure)
    assert clashes(folder) == []


def test_check_counts_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is one of the warnings, and the exit status is 1."""
    edit(folder, *CLASH)
    assert main(["check", "--data", str(folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in told["problems"]] == [CODE]
    assert told["counts"]["warnings"] == 1


def test_it_counts_as_contradictory_until_it_is_declared(folder: Path) -> None:
    """Counts and problems come from one place; what is declared with a reason counts apart."""
    before = judged(folder)
    assert (before.outcomes[Outcome.CONTRADICTORY], before.recorded) == (0, 0)
    edit(folder, *CLASH)
    found = judged(folder)
    assert (found.outcomes[Outcome.CONTRADICTORY], found.recorded) == (1, 0)
    edit(folder, "evidence.yaml", "differs:\n", DIFFERS)
    declared = judged(folder)
    assert (declared.outcomes[Outcome.CONTRADICTORY], declared.recorded) == (0, 1)
    assert declared.catalog.problems == ()
    (card,) = [one for one in declared.side_by_side if one.alarming]
    assert card.because and not card.open


def test_a_recorded_inconsistency_counts_apart(folder: Path) -> None:
    """23 + 20.5 万 of 超43万: more than 43, so 53万公里 printed as the total contradicts it."""
    edit(folder, REPLY, "figure: 超43万公里", "figure: 53万公里")
    found = judged(folder)
    assert (found.outcomes[Outcome.CONTRADICTORY], found.recorded) == (1, 0)
    edit(folder, "evidence.yaml", "differs:\n", (
        "known:\n  - check: parts\n    indicator: optical_cable_length\n    document: gz-example\n"
        "    period: 2025-03\n    breakdown: operator\n    verdict: contradictory\n"
        "    because: {zh: 原文如此。, en: So it is printed.}\ndiffers:\n"
    ))
    recorded = judged(folder)
    assert (recorded.outcomes[Outcome.CONTRADICTORY], recorded.recorded) == (0, 1)
    assert recorded.catalog.problems == ()
    edit(folder, "evidence.yaml", "verdict: contradictory", "verdict: edge")
    wrong = judged(folder)  # What is recorded is something else: nothing is settled by it.
    assert (wrong.outcomes[Outcome.CONTRADICTORY], wrong.recorded) == (1, 0)
    assert [p.code for p in wrong.catalog.problems] == ["known-inconsistency-gone"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_remedy_can_be_copied_as_it_stands(folder: Path, lang: str) -> None:
    """What is to be written into evidence.yaml is YAML, and ends the matter."""
    edit(folder, *CLASH)
    (found,) = [p for p in judged(folder).catalog.problems if p.code == CODE]
    entry = found.hint(lang)[found.hint(lang).index("- {") :]
    edit(folder, "evidence.yaml", "differs:\n", f"differs:\n  {entry}\n")
    assert judged(folder).catalog.problems == ()


def test_a_declared_pair_excuses_no_third_document(folder: Path) -> None:
    """Only the two that are named may differ; whoever else does is told of the other two."""
    edit(folder, *CLASH)
    edit(folder, "evidence.yaml", "differs:\n", DIFFERS)
    third(folder, "9万座")
    ((file, line, named),) = clashes(folder)
    assert (file, line) == ("documents/gz-third.yaml", 11)
    assert named in ("10.97万座, 10.9万座", "10.9万座, 10.97万座")


def test_an_older_third_document_is_told_at_the_newer_ones(folder: Path) -> None:
    """Each newer figure is a place to look at."""
    third(folder, "9万座", date="2025-01-31")
    assert clashes(folder) == [(OTHER, 11, "9万座")]


def test_a_hundred_documents_make_a_hundred_lines_at_most(folder: Path) -> None:
    """A figure of each ten thousand: all against all would be 4,950 pairs."""
    for number in range(100):
        path = folder / "documents" / f"made-{number}.yaml"
        text = THIRD.format(figure=f"{number + 20}.5万座", date="2025-06-30")
        path.write_text(text.replace("gz-third", f"made-{number}"), encoding="utf-8")
    found = clashes(folder)
    assert 100 <= len(found) <= 101
    assert max(len(named.split(", ")) for _, _, named in found) <= 3


def test_forecasts_do_not_contradict_what_happened(folder: Path) -> None:
    """What was expected and what came are two things."""
    third(folder, "9万座", date="2023-06-30")
    edit(folder, "documents/gz-third.yaml", "period: 2024", "period: 2024\n    obs_status: F")
    assert clashes(folder) == []


def test_nothing_follows_from_what_cannot_be_read(folder: Path) -> None:
    """With an error elsewhere nothing is calculated, and the error is all that is said."""
    edit(folder, *CLASH)
    edit(folder, OTHER, "trust: press", "trust: maybe")
    found = judged(folder)
    assert {p.code for p in found.catalog.problems} == {"invalid-value"}
    assert found.checks == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_every_error_is_known_before_figures_are_shown(tmp_path: Path, example: Example) -> None:
    """The live dashboard shows new figures before it calculates: that finds warnings alone."""
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    path = folder / example.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(example.where or example.good, example.bad, 1), encoding="utf-8")
    put_beside(folder, example)
    catalog = read_catalog(folder)
    found = judge(catalog).catalog.problems
    assert [p for p in found if p.severity == "error"] == list(sound(catalog).errors)
    assert judge(sound(catalog)).catalog.problems == found
    if example.code in {p.code for p in found}:  # not where it is found for a release alone
        assert (kinds()[example.code].severity == "error") == bool(sound(catalog).errors)
