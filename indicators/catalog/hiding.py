"""What can't be read for a problem: the things that a file, or an entry of it, would have defined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from indicators.models import Claim
from indicators.reading.consequences import ANY
from indicators.reading.nodes import Gap
from indicators.reading.problems import Problem, Thing

_CODELISTS: Final = ("sectors", "units", "areas", "breakdowns")
_OF_ENTRIES: Final = {
    "indicators": "indicators", "kinds": "unit kinds", **{key: key for key in _CODELISTS}
}
"""The kind of thing that each entry of a list defines, by the list's key."""


def rows_of(file: str, indicator: str) -> Thing:
    """Return what stands for an indicator's totals in a document."""
    return "rows", f"{file} {indicator}"


def key_of(file: str, key: str) -> Thing:
    """Return what stands for a key of a file's head."""
    return "keys", f"{file} {key}"


def date_of(file: str) -> Thing:
    """Return what stands for the date of a document."""
    return "dates", file


def all_of(file: str) -> frozenset[Thing]:
    """Return everything that a file may hold, by its name in the data folder."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".yaml")
    if folder == "documents":
        return frozenset({("documents", stem), ("claims", ANY)})
    if folder == "definitions":
        return frozenset({("indicators", ANY), ("definitions", stem)})
    if not folder and stem in (*_CODELISTS, "evidence", "derived"):
        return frozenset({(stem, ANY)})
    return frozenset()


def all_in(folder: str) -> frozenset[Thing]:
    """Return everything that may lie in a folder of the data folder."""
    if folder == "documents":
        return frozenset({("documents", ANY), ("claims", ANY)})
    if folder == "definitions":
        return frozenset({("indicators", ANY), ("definitions", ANY)})
    return frozenset()


def part_of(file: str, loc: Sequence[str]) -> frozenset[Thing]:
    """Return what can't be known of a document for a slip in its head, or in a whole list."""
    if not file.startswith("documents/"):
        return frozenset()
    if list(loc[:1]) == ["claims"]:
        return frozenset({("claims", ANY), ("rows", ANY)})
    things = {("documents", file.removeprefix("documents/").removesuffix(".yaml"))}
    if list(loc) == ["document", "date"] or list(loc) == ["document"]:
        things.add(date_of(file))
    return frozenset(things)


def row_of(file: str, claim: Claim) -> frozenset[Thing]:
    """Return what is missing where a claim can't be read: a total, unless it is of a part."""
    return frozenset() if claim.breakdown else frozenset({rows_of(file, claim.indicator)})


def entry_of(
    file: str, key: str, names: Collection[str], *, part: bool = False
) -> frozenset[Thing]:
    """Return what an entry of a file would have defined.

    Args:
        file: The file.
        key: The list it stands in.
        names: Its ``id`` or ``indicator``, as far as that can be read.
        part: It has a breakdown, so that it is no total.
    """
    if key == "claims":
        if not names:
            return frozenset({("claims", ANY), ("rows", ANY)})
        rows = () if part else [rows_of(file, name) for name in names]
        return frozenset((*(("claims", name) for name in names), *rows))
    kind = _OF_ENTRIES.get(key)
    if kind is None:
        return frozenset()
    return frozenset((kind, name) for name in names) or frozenset({(kind, ANY)})


def hiding(problem: Problem, things: Iterable[Thing]) -> Problem:
    """Return a problem for which these things can't be read either."""
    return replace(problem, hides=problem.hides.union(things))


def with_gaps(problems: Sequence[Problem], gaps: Sequence[Gap], file: str) -> list[Problem]:
    """Return problems, those for which lines were left out hiding what stood in these.

    Args:
        problems: The problems of the file.
        gaps: The lines that were left out.
        file: The file.
    """
    found = list(problems)
    for gap in gaps:
        part = "breakdown" in gap.keys
        things = entry_of(file, gap.beneath, gap.names, part=part) if gap.names else frozenset()
        things |= {key_of(file, name) for name in gap.keys}
        number = next(
            (n for n, one in enumerate(found) if (one.line, one.column) == gap.fault), 0
        )
        found[number] = hiding(found[number], things)
    return found
