"""Reading on: past a fault to what else is wrong with a file, and to what it says.

A fault is on record, and nothing of a file with a fault is ever shown. But whoever made ten slips
wants to see ten, and what the rest of a file says must not be taken for missing. So the reader does
what its own hints say, on a copy, and goes on; where a hint takes a person to follow it, the entry
with the fault is left out, and what it would have said is remembered as hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import yaml

from indicators.reading.causes import Finding, columns_above, with_dashes
from indicators.reading.conflicts import seen_conflicts
from indicators.reading.edits import Edit, in_place
from indicators.reading.faults import explain
from indicators.reading.levels import column_by_children, first_key
from indicators.reading.limits import MAX_MENDS, MAX_REREAD
from indicators.reading.nodes import Gap, Node, Parsed, Place
from indicators.reading.partings import partings
from indicators.reading.problems import Problem
from indicators.reading.quotes import swallowed
from indicators.reading.remedies import remedy
from indicators.reading.report import Report, StopError
from indicators.reading.structure import build

_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w.\-]+):(?:[ ]+(?P<value>[^#\n]*))?")
_DASH: Final = re.compile(r"(?P<lead>[ ]*)-(?:[ ]|$)")
_TAB_WIDTHS: Final = (2, 4, 8)


@dataclass(frozen=True)
class _Try:
    """What came of reading lines: the data, or the next fault.

    Attributes:
        root: The data.
        report: What is wrong with it as far as it was read.
        fault: Why it couldn't be read to its end; None if it could.
    """

    root: Node
    report: Report
    fault: Finding | None

    @property
    def reached(self) -> tuple[float, float]:
        """How far reading came."""
        return (float("inf"), 0) if self.fault is None else self.fault[0]


def read_past(text: str, typed: str, report: Report) -> Parsed:
    """Return what a text says, with each fault on record and read past.

    Args:
        text: The text, free of characters that nobody can see.
        typed: The text as it was typed, line by line the same.
        report: Where problems go; it may hold some.

    Returns:
        The data, None where it can't be read to its end, with the report's problems.
    """
    mender = _Mender(text, typed, report)
    root = mender.read()
    if root is None and not report.problems:
        report.add((1, 1), "empty-file")
    return Parsed(root, report.sorted(), tuple(mender.gaps), frozenset(mender.mended))


class _Mender:
    def __init__(self, text: str, typed: str, report: Report) -> None:
        self.lines: Sequence[str] = text.split("\n")
        self.report = report
        self.gaps: list[Gap] = []
        self.mended: set[int] = set()
        self._tabs = {p.line for p in report.problems if p.code == "tab-indentation"}
        self._typed = typed.split("\n") if self._tabs else self.lines
        self._left = max(MAX_REREAD, 3 * len(text))

    def read(self) -> Node:
        """Return the data, or None where a fault can't be read past."""
        self._mend_what_is_seen()
        found = self._try(self.lines)
        if self._tabs and found is not None:
            found = self._without_tabs(found)
        for _ in range(MAX_MENDS):
            if found is None or found.fault is None:
                break
            found = self._past(found.fault)
        if found is None or found.fault is not None:
            return None
        self._take(found.report)
        return self._with_dashes(found.root)

    def _mend_what_is_seen(self) -> None:
        """Mend what no parser has to find: marks of merging, quotes that swallow entries."""
        wide = [problem for problem in self.report.problems if problem.code == "full-width-comma"]
        self._mend([edit for problem in wide for edit in remedy(problem, self.lines)])
        for find in (seen_conflicts, partings, first_key, swallowed):
            edits: list[Edit] = []
            for (place, code, details), made in find(self.lines):
                if self.report.add(place, code, **details):
                    edits += made
            self._mend(edits)

    def _mend(self, edits: Sequence[Edit]) -> None:
        self.lines = in_place(self.lines, edits)
        self.mended |= {edit.first[0] for edit in edits}

    def _without_tabs(self, found: _Try) -> _Try:
        """Try how many spaces a tab stands for, where it indents."""
        best, width = found, 0
        for tabs in _TAB_WIDTHS:
            tried = self._try(self._expanded(tabs))
            if tried is not None and (not width or tried.reached > best.reached):
                best, width = tried, tabs
        self.lines = self._expanded(width or _TAB_WIDTHS[0])
        self.report.problems = [
            replace(problem, details={**problem.details, "expected": str(_lead(
                self.lines[problem.line - 1]
            ))}) if problem.code == "tab-indentation" else problem
            for problem in self.report.problems
        ]
        return best

    def _expanded(self, width: int) -> list[str]:
        """Return the lines with so many spaces for each tab that indents."""
        return [
            _expanded(self._typed[number - 1], width) if number in self._tabs else line
            for number, line in enumerate(self.lines, 1)
        ]

    def _past(self, fault: Finding) -> _Try | None:
        """Record a fault and read on behind it, in the way that leads furthest."""
        place, code, details = fault
        problem = Problem(self.report.file, *place, code, details)
        known = {(p.line, p.code) for p in self.report.problems}
        best: tuple[_Try, Problem, tuple[Edit, ...]] | None = None
        recorded = self._on_record(problem)
        if (problem.line, problem.code) not in known and problem.line not in self._tabs:
            for variant in _variants(problem, self.lines):
                edits = remedy(variant, self.lines)
                tried = self._try(in_place(self.lines, edits)) if edits else None
                if tried is not None and tried.reached > place and (
                    best is None or tried.reached > best[0].reached
                ):
                    best = tried, variant, edits
        if best is not None:
            tried, problem, edits = best
            if not recorded and not self._goes_on(problem):
                self.report.add(place, code, **problem.details)
            self._mend(edits)
            return tried
        if not recorded:
            self.report.add(place, code, **details)
        gap = _around(self.lines, place)
        if gap is None:
            return None
        self.gaps.append(gap)
        self.lines = [
            "" if gap.first <= number <= gap.last else line
            for number, line in enumerate(self.lines, 1)
        ]
        tried = self._try(self.lines)
        if tried is None or (tried.fault is not None and tried.fault[0][0] <= gap.last):
            return None
        return tried

    def _goes_on(self, problem: Problem) -> bool:
        """Join a line that is as far out of place as the one before it to that report."""
        last = self.report.problems[-1] if self.report.problems else problem
        if not last.code == problem.code == "bad-indentation" or last is problem:
            return False
        ends = int(last.details.get("last") or last.line)
        if any(line.strip() for line in self.lines[ends : problem.line - 1]):
            return False
        if _moved(last) != _moved(problem):
            return False
        end = problem.details.get("last") or str(problem.line)
        self.report.problems[-1] = replace(last, details={**last.details, "last": end})
        return True

    def _on_record(self, problem: Problem) -> bool:
        """Say whether a fault is on record: the text was changed there for what it held."""
        return any(
            known.code in ("tab-indentation", "control-character")
            or (known.code == "invisible-character" and abs(known.line - problem.line) <= 1)
            for known in self.report.problems
        )

    def _try(self, lines: Sequence[str]) -> _Try | None:
        """Read lines; None if that can't be afforded any more, or leads nowhere."""
        text = "\n".join(lines)
        if self._left < len(text):
            return None
        self._left -= len(text)
        report = Report(self.report.file)
        try:
            return _Try(build(text, report), report, None)
        except StopError:
            self._take(report)
            return None
        except yaml.YAMLError as error:
            return _Try(None, report, explain(error, lines))

    def _take(self, found: Report) -> None:
        """Take over what reading found, but for what follows from a fault in the same line."""
        known = {(p.line, p.code) for p in self.report.problems}
        for problem in found.problems:
            if (problem.line, problem.code) not in known:
                self.report.problems.append(problem)
        self.report.leave_as(found)

    def _with_dashes(self, root: Node) -> Node:
        """Read again with the dashes that are missing where an entry's keys stand twice."""
        if not any(problem.code == "duplicate-key" for problem in self.report.problems):
            return root
        self.report.problems = with_dashes(self.report.problems, self.lines)
        missing = [p for p in self.report.problems if p.code == "missing-dash"]
        edits = [edit for problem in missing for edit in remedy(problem, self.lines)]
        again = self._try(in_place(self.lines, edits)) if edits else None
        if again is None or again.fault is not None:
            return root
        self._mend(edits)
        doubles = {(p.line, p.code) for p in again.report.problems}
        self.report.problems = [
            p for p in self.report.problems
            if p.code != "duplicate-key" or (p.line, p.code) in doubles
        ]
        self._take(again.report)
        return again.root


def _expanded(line: str, width: int) -> str:
    """Return a line with so many spaces for each tab that indents it."""
    body = line.lstrip(" \t-")
    lead = line[: len(line) - len(body)]
    return lead.replace("\t", " " * width) + body


def _variants(problem: Problem, lines: Sequence[str]) -> Iterator[Problem]:
    """Give the ways in which a fault may be meant, the likeliest first."""
    if problem.code != "bad-indentation" or "expected" not in problem.details:
        yield problem
        return
    columns = columns_above(problem.line, lines)
    first = int(problem.details["expected"])
    lead = int(problem.details["found"])
    alike = column_by_children(problem.line, lines)
    for column in dict.fromkeys((*alike, first, *columns)):
        if column == lead:
            continue
        other = str(columns.get(column, problem.details.get("other", "")))
        details = {**problem.details, "expected": str(column), "other": other}
        yield replace(problem, details=details)
        last = _last_moved(problem.line, column - lead, lines)
        if last > problem.line:
            yield replace(problem, details={**details, "last": str(last)})


def _moved(problem: Problem) -> int | None:
    """Return by how many columns a line is to be moved; None if that isn't said."""
    if "expected" not in problem.details:
        return None
    return int(problem.details["expected"]) - int(problem.details["found"])


def _last_moved(number: int, by: int, lines: Sequence[str]) -> int:
    """Return the last line, from a badly indented one on, that is as far out of place.

    So are those indented at least as far whose keys, moved likewise, stand where keys stand above.
    """
    lead, last = _lead(lines[number - 1]), number
    fitting = {
        found.start("key")
        for line in lines[max(0, number - 61) : number - 1] if (found := _KEY.match(line))
    }
    for other in range(number, len(lines) + 1):
        line = lines[other - 1]
        if not line.strip():
            continue
        found = _KEY.match(line)
        if _lead(line) < lead or (found and found.start("key") + by not in fitting):
            break
        last = other
    return last


def _around(lines: Sequence[str], place: Place) -> Gap | None:
    """Return the entry of a list that a fault lies in, or the key, as the lines to leave out."""
    top = place[0]
    while top > 1 and not re.match(r"[\w\"']", lines[top - 1]):
        top -= 1  # up to the key at the left edge that all of it belongs to
    dashes = [
        (number, len(found["lead"]))
        for number in range(top + 1, len(lines) + 1)
        if (found := _DASH.match(lines[number - 1]))
    ]
    inside = [(number, lead) for number, lead in dashes if number <= place[0]]
    if top == place[0]:
        return None
    if inside:
        level = min(lead for _, lead in inside)
        first = max(number for number, lead in inside if lead == level)
    else:
        level = len(lines[top]) - len(lines[top].lstrip(" ")) if top < len(lines) else 0
        first = next(
            (number for number in range(place[0], top, -1)
             if lines[number - 1].strip() and _lead(lines[number - 1]) <= level),
            place[0],
        )
    last = first
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        if number > place[0] and (
            _lead(line) <= level if inside is None or not inside else
            _lead(line) < level or (_lead(line) == level and _DASH.match(line))
        ):
            break
        last = number
    beneath = lines[top - 1].partition(":")[0].strip("\"'")
    return Gap(first, last, beneath, *_said(lines[first - 1 : last]), place)


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _said(lines: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys that stand furthest left in some lines, and the names of what they define."""
    keys: dict[str, int] = {}
    names: set[str] = set()
    for line in lines:
        found = _KEY.match(line)
        if found is None:
            continue
        keys.setdefault(found["key"], found.start("key"))
        if found["key"] in ("id", "indicator") and found["value"]:
            names.add(found["value"].strip().strip("'\""))
    least = min(keys.values(), default=0)
    return frozenset(key for key, column in keys.items() if column == least), frozenset(names)
