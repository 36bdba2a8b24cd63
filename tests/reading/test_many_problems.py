"""However much is wrong with a file, the first hundred of each kind are listed, and the rest counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalog.sources import make_source
from indicators.cli import main
from indicators.models import DocumentFile
from indicators.reading import limits
from indicators.reading.problems import Problem
from indicators.reading.report import the_first
from indicators.reading.snippets import WIDEST, snippet
from indicators.ui.problems import MOST, problem_table
from tests.benchmarks.hostile.kinds import YAMLS
from tests.catalog.sample import REPLY, copied
from tests.operations import growth, operations

NAME = "documents/gz-example.yaml"
MANY: dict[str, tuple[bytes, str, int]] = {
    "unknown keys": (b"".join(b"k%d: x\n" % n for n in range(8000)), "unknown-key", 7900),
    "NUL signs": (b"a: \0\n" * 3000, "control-character", 2900),
    "NUL signs in one line": (b"a: " + b"\0" * 3000, "control-character", 2900),
    "the same key again": (b"a: x\n" * 3000, "duplicate-key", 2899),
    "tabs within texts": (b"a: x\ty\n" * 3000, "tab", 2900),
    "aliases": (b"a: &a x\n" + b"".join(b"k%d: *a\n" % n for n in range(3000)), "alias", 2900),
    "anchors": (b"".join(b"k%d: &a%d x\n" % (n, n) for n in range(3000)), "anchor", 2900),
    "tags": (b"".join(b"k%d: !!str x\n" % n for n in range(3000)), "tag", 2900),
    "wide commas": ("".join(f"k{n}: [x，y]\n" for n in range(3000)).encode(), "full-width-comma", 2900),
    "signs of comments": ("".join(f"k{n}: 第 #1 名\n" for n in range(3000)).encode(), "hash-in-text", 2900),
    "conflict marks": (b"<<<<<<< HEAD\n" * 3000 + b"a: x\n", "lone-conflict-mark", 2900),
    "lists in keys": (b"? [a]\n: x\n" * 3000, "complex-key", 2900),
    "zero-width spaces": ("a: x\u200b\n".encode() * 3000, "invisible-character", 2900),
}


@pytest.mark.parametrize("name", MANY)
def test_the_first_hundred_are_listed_and_the_rest_counted(name: str) -> None:
    """So many are there, less the hundred; said at the place of the hundred and first."""
    data, code, left = MANY[name]
    problems = make_source(NAME, DocumentFile, data).problems
    assert [problem.code for problem in problems].count(code) == limits.MAX_PROBLEMS
    (rest,) = [p for p in problems if p.code == "too-many-problems" and p.details["key"] == code]
    assert rest.details["found"] == f"{left:,}"
    assert f"{left:,}" in rest.message("zh") and f"{left:,}" in rest.message("en")
    assert rest.severity == "error"


def test_wrong_claims_are_counted_and_what_they_would_say_is_still_known() -> None:
    """An indicator that only a claim which isn't listed is about isn't called unused."""
    head = b"document: {}\nclaims:\n"
    claims = "".join(
        f"  - indicator: thing_{n}\n    figure: 1家\n    period: 2024\n    unknown_{n}: x\n" for n in range(500)
    )
    problems = make_source(NAME, DocumentFile, head + claims.encode()).problems
    hidden = {thing for problem in problems for thing in problem.hides}
    assert ("claims", "thing_499") in hidden
    assert [p.details["found"] for p in problems if p.code == "too-many-problems"] == ["400"]


@pytest.mark.parametrize("name", YAMLS)
def test_four_times_as_much_that_is_wrong_costs_four_times_as_much(name: str) -> None:
    """Counted in lines of Python that are run, so that no other work on the machine disturbs it."""

    def make(size: int) -> Callable[[], object]:
        data = YAMLS[name](size)
        make_source(NAME, DocumentFile, data)  # what is kept of single words isn't counted
        return lambda: make_source(NAME, DocumentFile, data)

    assert growth(make, 12_000) < 4.6


def test_a_list_is_cut_by_kind_and_file() -> None:
    """Two kinds in two files: each has its hundred, and its rest where the next one would be."""
    made = [
        Problem(file, line, 1, code)
        for file in ("a", "b") for line in range(1, 151) for code in ("missing-key", "tab")
    ]
    listed = the_first(made)
    assert len(listed) == 4 * 101
    rest = [problem for problem in listed if problem.code == "too-many-problems"]
    assert [(p.file, p.line, p.details["key"], p.details["found"]) for p in rest] == [
        (file, 101, code, "50") for file in ("a", "b") for code in ("missing-key", "tab")
    ]
    assert the_first(made[:200]) == made[:200]


def test_what_isnt_listed_of_warnings_is_no_error() -> None:
    (rest,) = [
        p for p in the_first([Problem("a", 1, 1, "unused-definition")] * 101) if p.code == "too-many-problems"
    ]
    assert rest.severity == "warning"


def test_check_lists_a_hundred_and_counts_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts are those of all problems; so many lines are printed and no more."""
    folder = copied(tmp_path)
    text = (folder / REPLY).read_text(encoding="utf-8")
    claim = "  - {indicator: nothing_%d, figure: 1家, period: 2024, section: 一}\n"
    wrong = "claims:\n" + "".join(claim % number for number in range(400))
    (folder / REPLY).write_text(text.replace("claims:\n", wrong), encoding="utf-8")
    assert main(["check", "--data", str(folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    codes = [problem["code"] for problem in told["problems"]]
    assert codes.count("unknown-indicator") == 100
    assert told["counts"]["errors"] >= 400
    (rest,) = [p for p in told["problems"] if p["code"] == "too-many-problems"]
    assert rest["found"] == "300"


def test_the_page_lists_so_many_and_counts_the_rest() -> None:
    """Thousands of files with a fault each."""
    made = [Problem(f"documents/{n}.yaml", 1, 1, "empty-file") for n in range(5000)]
    for lang in ("zh", "en"):
        shown = problem_table(made, lang)
        assert shown.count("<tr>") == MOST + 1
        assert f"{5000 - MOST:,}" in shown


@pytest.mark.parametrize("column", [1, 500_000, 1_000_000])
@pytest.mark.parametrize("sign", ["x", "公", "\u0301", "\0"])
def test_of_a_long_line_only_what_is_near_is_looked_at(column: int, sign: str) -> None:
    """A line of a million characters, some of which take no room, is cut around the mark."""
    shown = snippet(Problem("f", 1, column, "tab"), sign * 1_000_000)
    assert shown is not None
    assert len(shown.text) <= 5 * WIDEST
    assert "…" in shown.text
    line = sign * 1_000_000
    assert operations(lambda: snippet(Problem("f", 1, column, "tab"), line)) < 10_000
