"""Marks that merging two versions of a file leaves behind, around what it couldn't decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from indicators.reading.causes import Finding
from indicators.reading.edits import Edit, without_lines

MARK: Final = re.compile(r"[ ]*(?P<mark><{7,}|={7,}|>{7,}|\|{7,})(?:[ ].*)?$")
"""Git, Mercurial and Subversion write seven of a sign; some editors indent them."""
_OURS, _BASE, _PARTED, _THEIRS = "<", "|", "=", ">"


class Conflict(NamedTuple):
    """A place where two versions differ, by the numbers of its lines.

    Attributes:
        first: The first mark.
        last: The last one; the same where it stands alone.
        marks: All lines with marks.
        ours: The first and last line of the first version; it holds none if the last is smaller.
        theirs: The same of the second version.
    """

    first: int
    last: int
    marks: tuple[int, ...]
    ours: tuple[int, int]
    theirs: tuple[int, int]


def conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    """Give the conflicts of a file; a mark that lost its others is one by itself.

    An indented mark alone is none: it may be part of a text.
    """
    open_at: dict[str, int] = {}
    marks: list[int] = []

    def taken() -> Iterator[Conflict]:
        """Give what is open so far, each mark by itself."""
        for mark in marks:
            if lines[mark - 1].startswith(" "):
                continue
            yield Conflict(mark, mark, (mark,), (mark + 1, mark), (mark + 1, mark))
        marks.clear()
        open_at.clear()

    for number, line in enumerate(lines, 1):
        found = MARK.match(line)
        if found is None:
            continue
        sign = found["mark"][0]
        if sign == _OURS:
            yield from taken()
        marks.append(number)
        open_at[sign] = number
        if sign == _THEIRS:
            if _OURS in open_at and _PARTED in open_at:
                parted = open_at[_PARTED]
                ours = open_at[_OURS] + 1, open_at.get(_BASE, parted) - 1
                yield Conflict(
                    marks[0], number, tuple(marks), ours, (parted + 1, number - 1)
                )
                marks.clear()
                open_at.clear()
            else:
                yield from taken()
    yield from taken()


def seen_conflicts(lines: Sequence[str]) -> Iterator[tuple[Finding, list[Edit]]]:
    """Give what to say of each conflict, and the edits that leave the first version."""
    for conflict in conflicts(lines):
        yield _finding(conflict), keep_one(conflict)


def _finding(conflict: Conflict) -> Finding:
    details = {"found": "<<<<<<<", "marks": " ".join(map(str, conflict.marks))}
    if conflict.first == conflict.last:
        return (conflict.first, 1), "lone-conflict-mark", details
    for name, (first, last) in (("ours", conflict.ours), ("theirs", conflict.theirs)):
        details[name] = f"{first}—{last}" if last > first else str(first) if last == first else "∅"
    details["last"] = str(conflict.last)
    return (conflict.first, 1), "conflict-marker", details


def keep_one(conflict: Conflict, *, ours: bool = True) -> list[Edit]:
    """Return the edits that keep one of two versions, without the marks."""
    first, last = conflict.ours if ours else conflict.theirs
    if last < first:  # it has nothing here, or this is a mark alone
        return [without_lines(conflict.first, conflict.last)]
    return [without_lines(conflict.first, first - 1), without_lines(last + 1, conflict.last)]
