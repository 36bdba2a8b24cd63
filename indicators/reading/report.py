"""The problems of one file, gathered while it is read."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.reading.kinds import kinds
from indicators.reading.limits import MAX_PROBLEMS
from indicators.reading.nodes import Place
from indicators.reading.problems import Problem


class StopError(Exception):
    """Reading can't usefully go on; the problem is on record."""


class Report:
    """Gathers the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._count: dict[str, int] = {}
        self._left: dict[str, tuple[Place, int]] = {}

    def add(self, place: Place, code: str, **details: str) -> bool:
        """Record a problem; say whether more of its kind are wanted."""
        count = self._count[code] = self._count.get(code, 0) + 1
        if count <= MAX_PROBLEMS:
            self.problems.append(Problem(self.file, *place, code, details))
            return True
        self.leave(place, code)
        return False

    def leave(self, place: Place, code: str, number: int = 1) -> None:
        """Count further problems of a kind of which no more are wanted."""
        first, counted = self._left.get(code, (place, 0))
        self._left[code] = first, counted + number

    def leave_as(self, other: Report) -> None:
        """Count what another report counts."""
        for code, (place, number) in other._left.items():
            self.leave(place, code, number)

    def wants(self, code: str) -> bool:
        """Say whether a further problem of this kind would be recorded in full."""
        return self._count.get(code, 0) < MAX_PROBLEMS

    def copy(self) -> Report:
        """Return a report of the same problems, to which further ones can be added."""
        copy = Report(self.file)
        copy.problems = list(self.problems)
        copy._count = dict(self._count)
        copy._left = dict(self._left)
        return copy

    def become(self, other: Report) -> None:
        """Take another report's problems in place of these."""
        self.problems, self._left, self._count = other.problems, other._left, other._count

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file, and how many there are of what more."""
        left = [
            not_listed(self.file, place, code, number)
            for code, (place, number) in self._left.items()
        ]
        return tuple(sorted((*self.problems, *left), key=lambda p: (p.line, p.column)))


def not_listed(file: str, place: Place, code: str, count: int) -> Problem:
    """Return the problem that says how many more there are of a kind.

    Args:
        file: The file.
        place: Where the first of them is.
        code: The kind.
        count: How many they are.
    """
    details = {"found": f"{count:,}", "expected": str(MAX_PROBLEMS), "key": code}
    severe = kinds()[code].severity == "error"
    return Problem(file, *place, "too-many-problems", details, severe=severe)


def the_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return of each kind in each file the first hundred problems, and how many more there are."""
    counts: dict[tuple[str, str], int] = {}
    listed: list[Problem] = []
    last: dict[tuple[str, str], int] = {}
    for problem in problems:
        alike = problem.file, problem.code
        count = counts[alike] = counts.get(alike, 0) + 1
        if count <= MAX_PROBLEMS or problem.code == "too-many-problems":
            listed.append(problem)
        elif count == MAX_PROBLEMS + 1:
            last[alike] = len(listed)
            listed.append(problem)
    for alike, number in last.items():
        place = listed[number].line, listed[number].column
        listed[number] = not_listed(alike[0], place, alike[1], counts[alike] - MAX_PROBLEMS)
    return listed


def short(text: str) -> str:
    """Return text fit to be quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
