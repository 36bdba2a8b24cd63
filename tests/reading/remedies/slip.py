"""What a slip is, and how a remedy is followed to the letter."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked
from indicators.reading.edits import Edit, apply
from indicators.reading.problems import Problem
from indicators.reading.remedies import deed, remedy
from tests.conftest import PROJECT

SAMPLE = PROJECT / "tests" / "reading" / "sample"
HANDBOOK = PROJECT / "indicators" / "handbook" / "sample"
DOCUMENT = "documents/gz-example.yaml"
DEFINITIONS = "definitions/connectivity.yaml"


class Slip(NamedTuple):
    """One way to spoil the sample, by what stands where.

    Attributes:
        name: What happened.
        code: The problem that must come first.
        old: The text that is there, of the file.
        new: What stands there after the slip.
        file: The file.
        also: Codes of further problems that the slip makes, which don't follow from the first.
        deed: What else is done to the folder; or, without ``old``, instead.
        where: The file that the first problem is of, if not the one that was changed; a space where
            it doesn't matter.
    """

    name: str
    code: str
    old: str = ""
    new: str = ""
    file: str = DOCUMENT
    also: tuple[str, ...] = ()
    deed: Callable[[Path], None] | None = None
    where: str = ""

    @property
    def seen_in(self) -> str:
        """The file that the first problem is of; empty if it doesn't matter."""
        return (self.where or self.file).strip()

    def make(self, folder: Path) -> None:
        """Make the slip in a copy of the sample."""
        if self.old:
            path = folder / self.file
            text = path.read_text(encoding="utf-8")
            assert self.old in text, self.old
            path.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")
        if self.deed is not None:
            self.deed(folder)


def restore(folder: Path) -> None:
    """Put back what was deleted: the folder as it was before the slip."""
    shutil.rmtree(folder)
    shutil.copytree(SAMPLE, folder)


def sample(folder: Path, of: Path = SAMPLE) -> Path:
    """Return a copy of the sample."""
    return Path(shutil.copytree(of, folder / "data"))


def problems(folder: Path) -> tuple[Problem, ...]:
    """Return what ``check`` lists."""
    return checked(read_catalog(folder)).problems


def count(found: tuple[Problem, ...]) -> int:
    """Return how many problems there are, with those that are counted only."""
    return len(found) + sum(problem.follows for problem in found)


def follow(folder: Path, problem: Problem) -> bool:
    """Do what a problem's hint says, to the letter; return whether a program can."""
    path = folder / problem.file
    edits: tuple[Edit, ...] = ()
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        edits = remedy(problem, text.split("\n"))
        if edits:
            path.write_text(apply(text, edits), encoding="utf-8")
    done = deed(problem)
    if done is not None and done.to:
        (folder / done.file).rename(folder / done.to)
    elif done is not None:
        (folder / done.file).unlink()
    return bool(edits) or done is not None


def moved(old: str, new: str) -> Callable[[Path], None]:
    """Return what gives a file another name."""

    def do(folder: Path) -> None:
        (folder / old).rename(folder / new)

    return do


def copied(old: str, new: str, *changes: tuple[str, str]) -> Callable[[Path], None]:
    """Return what copies a file, with changes to the copy."""

    def do(folder: Path) -> None:
        text = (folder / old).read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after)
        (folder / new).write_text(text, encoding="utf-8")

    return do


def deleted(*names: str) -> Callable[[Path], None]:
    """Return what deletes files."""

    def do(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return do
