"""Each remedy, followed to the letter by a program, leaves fewer problems than there were.

What a hint says is also what the reader itself does, on a copy, to read on; so no slip hides
another. A slip is a line of a table in ``tests/reading/remedies/``, one table a kind.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.handbook.examples import EXAMPLES, Example
from tests.reading.remedies.bounds import BOUNDS
from tests.reading.remedies.braces import BRACES
from tests.reading.remedies.conflicts import CONFLICTS
from tests.reading.remedies.copies import COPIES
from tests.reading.remedies.dates import DATES
from tests.reading.remedies.deletions import DELETIONS
from tests.reading.remedies.extensions import EXTENSIONS
from tests.reading.remedies.indentation import INDENTATION
from tests.reading.remedies.quotes import QUOTES
from tests.reading.remedies.slip import (
    DOCUMENT,
    HANDBOOK,
    SAMPLE,
    Slip,
    count,
    follow,
    problems,
    restore,
    sample,
)

KINDS = {
    "conflicts": CONFLICTS, "braces": BRACES, "quotes": QUOTES, "indentation": INDENTATION,
    "copies": COPIES, "extensions": EXTENSIONS, "deletions": DELETIONS, "bounds": BOUNDS,
    "dates": DATES,
}
WITHIN = ("conflicts", "braces", "quotes", "indentation")
"""Kinds of slip within a file, beside which others must be seen."""
OTHER = "documents/gz-other.yaml"
SLIPS = [(kind, slip) for kind, slips in KINDS.items() for slip in slips]
IDS = [f"{kind}: {slip.name}" for kind, slip in SLIPS]
# Two more slips, at either end of the file, that have nothing to do with it.
OTHERS = (
    ("  trust: official", "  trust: oficial", "invalid-value"),
    ("    figure: 20.5万公里", "    figure: 20.5万公斤", "unreadable-figure"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_enough_of_each_kind(kind: str) -> None:
    """At least eleven: the one that was met, and ten more."""
    assert len(KINDS[kind]) >= 11


def mend(folder: Path) -> None:
    """Follow the remedies one by one, the first problem's first, until there is nothing left."""
    found = problems(folder)
    for _ in range(10):
        if not found:
            return
        assert follow(folder, found[0]), found[0].as_text("en")
        left = problems(folder)
        assert count(left) < count(found), [problem.as_text("en") for problem in left]
        found = left
    raise AssertionError([problem.as_text("en") for problem in found])


@pytest.mark.parametrize(("kind", "slip"), SLIPS, ids=IDS)
def test_the_cause_comes_first_and_its_remedy_mends_it(
    tmp_path: Path, kind: str, slip: Slip
) -> None:
    """The slip is reported, nothing that follows from it is, and following the hints ends well."""
    folder = sample(tmp_path)
    slip.make(folder)
    found = problems(folder)
    assert [problem.code for problem in found] == [slip.code, *slip.also]
    assert slip.seen_in in ("", found[0].file)
    if kind not in ("deletions", "dates"):
        mend(folder)


@pytest.mark.parametrize("slip", DELETIONS, ids=lambda slip: slip.name)
def test_what_was_deleted_is_asked_for(tmp_path: Path, slip: Slip) -> None:
    """No program knows what stood there; the hint says to put it back, and never to change a name."""
    folder = sample(tmp_path)
    slip.make(folder)
    first = problems(folder)[0]
    assert any(word in first.hint("en") for word in ("restore", "put it back", "add"))
    assert any(word in first.hint("zh") for word in ("取回", "放回", "补上", "加上", "写入"))
    assert not first.details.get("nearest")
    restore(folder)
    assert problems(folder) == ()


@pytest.mark.parametrize("slip", DATES, ids=lambda slip: slip.name)
def test_a_wrong_date_is_one_error_at_the_date(tmp_path: Path, slip: Slip) -> None:
    """Only the document tells the right one; once that is written there is nothing left."""
    folder = sample(tmp_path)
    slip.make(folder)
    first = problems(folder)[0]
    lines = (folder / slip.file).read_text(encoding="utf-8").split("\n")
    assert slip.code == "missing-date" or lines[first.line - 1].startswith("  date: ")
    assert "date" in first.message("en") + first.hint("en")
    restore(folder)
    assert problems(folder) == ()


@pytest.mark.parametrize(
    ("kind", "slip"), [item for item in SLIPS if item[0] in WITHIN],
    ids=[name for name in IDS if name.startswith(WITHIN)],
)
@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_no_slip_hides_another(tmp_path: Path, kind: str, slip: Slip, number: int) -> None:
    """Two slips make two reports, wherever they stand."""
    old, new, code = OTHERS[number]
    folder = sample(tmp_path)
    slip.make(folder)
    path = folder / DOCUMENT
    text = path.read_text(encoding="utf-8")
    if text.count(old.strip()) != 1:
        pytest.skip("the slip is in the very line")
    path.write_text(text.replace(old.strip(), new.strip()), encoding="utf-8")
    found = problems(folder)
    codes = [problem.code for problem in found]
    assert sorted(codes) == sorted([slip.code, *slip.also, code])


BESIDE = (
    *OTHERS,
    ("    period: 2025-Q1\n    section: 一(二)2\n  - indicator: optical", "    period: 2025-Q1\n"
     "  - indicator: optical", "missing-section"),
    ("    figure: 10.9万座", "    figure: 10.9万公里", "wrong-unit"),
    ("  trust: press", "  trust: pres", "invalid-value"),
    ("sectors:", "sectors:\n  - id: parks\n    name: {zh: 园区, en: Parks}\n"
     "    description: {zh: 园区。, en: Parks.}", "sector-without-definitions"),
)
"""Slips that follow from nothing else: three in the document, two in the other one, one beside."""
AROUND = [item for item in SLIPS if item[0] not in WITHIN]


@pytest.mark.parametrize(("kind", "slip"), AROUND, ids=[f"{kind}: {slip.name}" for kind, slip in AROUND])
def test_no_cause_takes_along_what_does_not_follow_from_it(
    tmp_path: Path, kind: str, slip: Slip
) -> None:
    """A slip of another kind is listed beside the cause, in whichever document it is made.

    What is wrong with the figures together is only looked for where nothing is an error, so beside
    such a slip only another reminder can be seen.
    """
    made = 0
    for number, (old, new, code) in enumerate(BESIDE):
        together = kind == "bounds" or slip.code == "date-in-the-period"
        if (together and number < 5) or not _can_be_told(code, slip):
            continue
        folder = sample(tmp_path / str(number))
        slip.make(folder)
        path = folder / (DOCUMENT, DOCUMENT, DOCUMENT, OTHER, OTHER, "sectors.yaml")[number]
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text.count(old) != 1:
            continue  # the slip took it away
        path.write_text(text.replace(old, new), encoding="utf-8")
        found = [problem.code for problem in problems(folder)]
        # What was a copy to the letter isn't one any more.
        edited = slip.code == "same-file-twice" and slip.file.startswith("documents") and number < 3
        first = "copied-file" if edited else slip.code
        assert sorted(found) == sorted([first, *slip.also, code]), (slip.name, code)
        made += 1
    assert made


def _can_be_told(code: str, slip: Slip) -> bool:
    """Say whether one slip can be told from what follows from another.

    Where units are gone, a unit that isn't known may be one of those; where definitions are, so may
    be an indicator's unit, and the definitions of a sector.
    """
    units, definitions = "units" in slip.name + slip.file or "a unit" in slip.name, (
        "definition" in slip.name + slip.file
    )
    if code == "unreadable-figure":
        return not units
    if code == "wrong-unit":
        return not units and not definitions
    return code != "sector-without-definitions" or not (definitions or "sector" in slip.name)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_handbooks_examples_can_be_followed_too(tmp_path: Path, example: Example) -> None:
    """Where a program can follow the hint of an example, fewer problems are left."""
    folder = sample(tmp_path, HANDBOOK)
    path = folder / example.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(example.where or example.good, example.bad, 1), encoding="utf-8")
    found = problems(folder)
    if found and follow(folder, found[0]):
        assert count(problems(folder)) < count(found)


def test_the_sample_is_whole() -> None:
    """Before any slip there is nothing to report."""
    assert problems(SAMPLE) == ()
