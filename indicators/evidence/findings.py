"""Of what follows from all figures together, what pages show: the first of each kind, and how many.

A nation's documents have more checks, and more to be looked into, than anybody reads on one page;
as objects they would take more room than the figures themselves. What is left out here stands on
the pages of the indicators that it is about, and `python -m indicators check` lists it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeVar

from indicators.catalog import Catalog
from indicators.evidence.contradictions import Contradiction
from indicators.evidence.declared import Declared
from indicators.evidence.judging import Judgement, judge
from indicators.evidence.recalculation import Check, Outcome
from indicators.limits.apart import FailedError, Pool
from indicators.limits.caps import RefusedError
from indicators.reading.problems import Problem
from indicators.reading.report import the_first

ORDER: Final = (Outcome.CONTRADICTORY, Outcome.EDGE, Outcome.OPEN, Outcome.CONSISTENT)
"""How checks came out, what needs attention first."""
MOST: Final = 24
"""How many of one kind are shown."""
MOST_PROBLEMS: Final = 200
MANY: Final = 20_000
"""Observations beyond which another process judges them: it takes many seconds and much memory, of
which this one would keep a good part for good."""
_APART: Final = Pool(count=1, deadline=1800, wait=1800, memory=16 * 2**30)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Findings:
    """What follows from all figures together, as far as pages show it.

    Attributes:
        declared: The content of ``evidence.yaml``.
        outcomes: How many checks, and figures against each other, have each outcome.
        recorded: How many inconsistencies are recorded with their reason.
        checks: The first `MOST` checks of each outcome, what needs attention first.
        unshown: How many more there are, by outcome; none that has no more.
        side_by_side: The first figures against each other, those that can't all be true before
            others, `MOST` of each.
        unshown_against: How many more there are.
        problems: How many problems there are.
        listed: The first of them.
        unlisted: How many more would be listed.
    """

    declared: Declared
    outcomes: Mapping[Outcome, int]
    recorded: int
    checks: tuple[Check, ...]
    unshown: Mapping[Outcome, int]
    side_by_side: tuple[Contradiction, ...]
    unshown_against: int
    problems: int
    listed: tuple[Problem, ...]
    unlisted: int
    _known: array[int]

    def knows(self, problem: Problem) -> bool:
        """Tell whether a problem is among them, shown or not."""
        wanted = _mark(problem)
        place = bisect_left(self._known, wanted)
        return place < len(self._known) and self._known[place] == wanted


def find(catalog: Catalog) -> Findings:
    """Return what follows from a catalogue, as far as pages show it."""
    if len(catalog.observations) > MANY:
        try:
            return _APART.run(found_here, catalog)
        except (RefusedError, FailedError, OSError):
            pass  # Where no other process can be had, it is found here.
    return found_here(catalog)


def found_here(catalog: Catalog) -> Findings:
    """Return the same, found in this process."""
    return findings_of(judge(catalog))


def findings_of(judged: Judgement) -> Findings:
    """Return of a judgement what pages show."""
    checks, unshown = _first((check.outcome, check) for check in judged.checks)
    against, more = _first((not one.alarming, one) for one in judged.side_by_side)
    problems = judged.catalog.problems
    listed = the_first(problems)
    return Findings(
        declared=judged.declared, outcomes=judged.outcomes, recorded=judged.recorded,
        checks=tuple(sorted(checks, key=lambda check: ORDER.index(check.outcome))),
        unshown={key: unshown[key] for key in ORDER if unshown[key]},
        side_by_side=tuple(sorted(against, key=lambda one: not one.alarming)),
        unshown_against=more.total(), problems=len(problems),
        listed=tuple(listed[:MOST_PROBLEMS]), unlisted=max(0, len(listed) - MOST_PROBLEMS),
        _known=array("q", sorted(map(_mark, problems))),
    )


def _first(found: Iterable[tuple[object, T]]) -> tuple[Sequence[T], Counter[object]]:
    """Return the first `MOST` of each kind, in their order, and how many more each kind has."""
    counts: Counter[object] = Counter()
    kept = []
    for kind, one in found:
        counts[kind] += 1
        if counts[kind] <= MOST:
            kept.append(one)
    return kept, Counter({kind: count - MOST for kind, count in counts.items() if count > MOST})


def _mark(problem: Problem) -> int:
    """Return a number that stands for a problem, in any process: equal ones have an equal one."""
    told = repr((
        problem.file, problem.line, problem.column, problem.code, sorted(problem.details.items()),
        problem.follows, problem.severe,
    ))
    return int.from_bytes(blake2b(told.encode(), digest_size=8).digest(), "big", signed=True)
