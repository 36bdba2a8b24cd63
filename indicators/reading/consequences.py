"""Causes first: what merely follows from a problem is counted with it, and not listed.

A problem says what can't be read for it (`hides`): an indicator whose definition has a slip, all
claims of a document whose file is called ``.yml``. Another says what it would not be without
(`needs`): that there is no such indicator, that no claim uses it. Where the one may hide what the
other needs, whoever mends the first is rid of both. And where several need the same thing that
nobody hides, the thing itself is missing: it is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from indicators.reading.kinds import kinds
from indicators.reading.problems import Problem, Thing

ANY: Final = ""
"""The name that stands for any thing of a kind: hidden, all may be; needed, one would do."""
MOST_PLACES: Final = 3
"""Places that are named of something that is missing in many."""


class Hidden:
    """What some problems hide, to be asked what may be among it.

    Args:
        problems: The problems, the first of several with the same cause first.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._by_thing: dict[Thing, list[int]] = {}
        self._by_kind: dict[str, list[int]] = {}
        for number, problem in enumerate(problems):
            for thing in problem.hides:
                _note(self._by_thing.setdefault(thing, []), number)
                _note(self._by_kind.setdefault(thing[0], []), number)

    def behind(self, needs: Sequence[Thing], but: int = -1) -> int | None:
        """Return the number of the problem that may hide what another needs; None if none does.

        Args:
            needs: What the other needs.
            but: The other's own number, if it is one of these.
        """
        for kind, name in needs:
            found: list[int] = [
                *self._by_thing.get((kind, name), ()), *self._by_thing.get((kind, ANY), ()),
                *(self._by_kind.get(kind, ()) if name == ANY else ()),
            ]
            found = [number for number in found if number != but]
            if found:
                return min(found)
        return None

    def may_hold(self, needs: Sequence[Thing]) -> bool:
        """Say whether what a problem needs may be among what is hidden."""
        return self.behind(needs) is not None


def _note(numbers: list[int], number: int) -> None:
    """Keep the first two: one may be the problem that asks."""
    if len(numbers) < 2 and number not in numbers:
        numbers.append(number)


def causes_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems to list: causes, each with the number of what follows from it.

    Those from which something follows come first; else the order is the files'. Doing it again, with
    more problems perhaps, counts on.
    """
    found = sorted(problems, key=_place)
    hidden = Hidden(found)
    causes: list[int | None] = []
    groups: dict[Thing, list[int]] = {}
    for number, problem in enumerate(found):
        causes.append(hidden.behind(problem.needs, number) if problem.needs else None)
        if causes[-1] is None and problem.needs and problem.needs[0][1] != ANY and (
            kinds()[problem.code].many
        ):
            groups.setdefault(problem.needs[0], []).append(number)
    for members in groups.values():
        for number in members[1:]:
            causes[number] = members[0]
    follows = [0] * len(found)
    severe = [problem.severity == "error" for problem in found]
    for number, problem in enumerate(found):
        root = _root(causes, number)
        if root != number:
            follows[root] += 1 + problem.follows
            severe[root] |= severe[number]
    listed: list[Problem] = []
    for number, problem in enumerate(found):
        if _root(causes, number) != number:
            continue
        together = problem.follows + follows[number]
        if together != problem.follows or severe[number] != (problem.severity == "error"):
            problem = replace(problem, follows=together, severe=severe[number])
        members = groups.get(problem.needs[0], []) if problem.needs else []
        if len(members) > 1 and members[0] == number:
            problem = _of_many(problem, [found[member] for member in members])
        listed.append(problem)
    return tuple(sorted(listed, key=lambda problem: (not problem.follows, *_place(problem))))


def _place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code


def _root(causes: Sequence[int | None], number: int) -> int:
    """Return what a problem follows from in the end; of those in a circle, the first."""
    path = [number]
    while (cause := causes[path[-1]]) is not None:
        if cause in path:
            return min(path[path.index(cause) :])
        path.append(cause)
    return path[-1]


def _of_many(problem: Problem, members: Sequence[Problem]) -> Problem:
    """Return what to say where several problems need the same thing.

    One slip that was copied within a file stays what it is: a word like one that is known is hardly
    the name of something that is gone.
    """
    many = kinds()[problem.code].many
    copied = problem.details.get("nearest") and len({one.file for one in members}) == 1
    if not many or copied:
        return problem
    places = ", ".join(f"{one.file}:{one.line}" for one in members[1 : MOST_PLACES + 1])
    more = len(members) - 1 > MOST_PLACES
    details = {
        **problem.details, "number": str(len(members)),
        "places": places + (" …" if more else ""), "nearest": "",
    }
    return replace(problem, code=many, details=details)
