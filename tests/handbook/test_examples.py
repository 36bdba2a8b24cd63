"""Every code has an example, and every example brings about its code and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.catalog.release import unreleased
from indicators.decks.checking import template_problems
from indicators.evidence.judging import checked
from indicators.handbook.examples import EXAMPLES, HAPPENINGS, Example, Happening
from indicators.handbook.generated import put_beside
from indicators.reading.kinds import kinds
from indicators.reading.problems import Problem
from indicators.reading.snippets import as_dict
from indicators.table.changes import changes
from tests.conftest import PROJECT

SAMPLE = PROJECT / "indicators" / "handbook" / "sample"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the small sample that the examples are about."""
    copy = tmp_path / "sample"
    shutil.copytree(SAMPLE, copy)
    return copy


def problems_of(folder: Path) -> list[Problem]:
    """Everything that keeps the data from being shown or published."""
    catalog = checked(read_catalog(folder))
    return [*catalog.problems, *unreleased(catalog)]


def found(folder: Path) -> list[tuple[str, str, int]]:
    return [(p.code, p.file, p.line) for p in problems_of(folder)]


def test_every_code_has_an_example() -> None:
    """A new code needs an example, and an example a code."""
    codes = [example.code for example in EXAMPLES] + [item.code for item in HAPPENINGS]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(kinds())


def test_the_sample_is_good() -> None:
    """What the examples damage is whole before.

    Where its figures changed: ``python -m indicators codes --record --data`` with its folder.
    """
    assert found(SAMPLE) == []
    assert changes(read_catalog(SAMPLE)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_bad_lines_give_their_code_and_good_ones_none(sample: Path, example: Example) -> None:
    """The wrong lines are reported once, at the line said; the right ones not at all."""
    path = sample / example.file
    text = path.read_text(encoding="utf-8")
    where = example.where or example.good
    assert where in text
    put_beside(sample, example)
    path.write_text(text.replace(where, example.good, 1), encoding="utf-8")
    assert found(sample) == []
    path.write_text(text.replace(where, example.bad, 1), encoding="utf-8")
    line = text[: text.index(where)].count("\n") + 1 + example.at
    assert found(sample) == [(example.code, example.file, line)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_machines_are_told_what_was_found_and_expected(sample: Path, example: Example) -> None:
    """Every field of a problem's JSON says something, in both languages."""
    path = sample / example.file
    text = path.read_text(encoding="utf-8")
    bad = text.replace(example.where or example.good, example.bad, 1)
    path.write_text(bad, encoding="utf-8")
    put_beside(sample, example)
    (problem,) = problems_of(sample)
    for lang in ("zh", "en"):
        made = as_dict(problem, bad, lang)
        assert all(made[key] for key in ("found", "expected", "message", "hint", "snippet")), made


def _document(other: Path, code: str) -> bytes:
    """Return another document's YAML with a code."""
    return other.read_bytes().replace(b"id: gz-other", f"id: {code}".encode(), 1)


def happen(path: Path, deed: str) -> None:
    """Do to a file or folder what a happening tells."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if deed == "unfinished":  # What it shall become can't be found any more, so nobody can finish it.
        (path / ".saving").mkdir()
        (path / ".saving" / "pending").write_text('{"save": "gone", "back": false}')
        return
    deed, _, argument = deed.partition(":")
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
    if deed == "empty" or deed == "folder":
        path.mkdir()
    elif deed == "circle":
        path.symlink_to(path)
    elif deed == "link":
        path.symlink_to(path.with_name("gone.yaml"))
    elif deed != "delete":
        path.write_bytes({
            "new": lambda: _document(path.parent / "gz-other.yaml", argument),
            "copy": lambda: (path.parents[1] / argument).read_bytes(),
            "sector": lambda: (path.parents[1] / argument).read_bytes().replace(
                b"sector: connectivity", f"sector: {path.stem}".encode()
            ),
            "file": lambda: b"",
            "write": lambda: b"",
            "blank": lambda: b"",
            "big": lambda: b"#" * 6_000_000,
            "gbk": lambda: text.encode("gbk"),
            "cut": lambda: (text + "# 完").encode()[:-1],
            "insert": lambda: (argument + text).encode(),
            "indent": lambda: text.replace("  - id", "\t- id", 1).encode(),
            "tab": lambda: text.replace("Guangzhou", "Guang\tzhou").encode(),
            "deep": lambda: b"areas: " + b"[" * 30 + b"]" * 30,
            "long": lambda: b"areas: '" + b"x" * 10_001 + b"'\n",
            "many": lambda: b"[" + b"1," * 1_000_001 + b"]",
            "repeat": lambda: text.encode() + b"areas: 1\n" * 110,
        }[deed]())


@pytest.mark.parametrize("item", HAPPENINGS, ids=lambda item: item.code)
def test_happenings_give_their_code(sample: Path, item: Happening) -> None:
    """What befalls a file is reported for that file, with this code, in both languages."""
    happen(sample / item.file, item.deed)
    problems = [*read_catalog(sample).problems, *template_problems(sample)]
    of_code = [problem for problem in problems if problem.code == item.code]
    assert of_code, [problem.as_text("en") for problem in problems]
    assert of_code[0].line == item.line
    assert item.file == "." or of_code[0].file == item.file
    others = {problem.code for problem in problems} - {item.code}
    assert others <= {"duplicate-key", "unknown-key", "wrong-type", "unknown-sector"}, others
