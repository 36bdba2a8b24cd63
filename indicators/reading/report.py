"""The problems of one file, gathered while it is read."""

from __future__ import annotations

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
        self._full: set[str] = set()
        self._count: dict[str, int] = {}

    def add(self, place: Place, code: str, **details: str) -> bool:
        """Record a problem; say whether more of its kind are wanted."""
        count = self._count[code] = self._count.get(code, 0) + 1
        if count <= MAX_PROBLEMS:
            self.problems.append(Problem(self.file, *place, code, details))
            return True
        if code not in self._full:
            self._full.add(code)
            expected = f"{MAX_PROBLEMS} {code}"
            self.problems.append(
                Problem(self.file, *place, "too-many-problems", {"expected": expected})
            )
        return False

    def wants(self, code: str) -> bool:
        """Say whether a further problem of this kind would be recorded in full."""
        return self._count.get(code, 0) < MAX_PROBLEMS

    def copy(self) -> Report:
        """Return a report of the same problems, to which further ones can be added."""
        copy = Report(self.file)
        copy.problems = list(self.problems)
        copy._full = set(self._full)
        copy._count = dict(self._count)
        return copy

    def become(self, other: Report) -> None:
        """Take another report's problems in place of these."""
        self.problems, self._full, self._count = other.problems, other._full, other._count

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file."""
        return tuple(sorted(self.problems, key=lambda p: (p.line, p.column)))


def short(text: str) -> str:
    """Return text fit to be quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
