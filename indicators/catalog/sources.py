"""The files of a data folder as they were last read, so that only what changed is read again."""

from __future__ import annotations

import hashlib
import time
from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ValidationError

from indicators.catalog.files import State
from indicators.catalog.headings import put_back
from indicators.catalog.hiding import all_of, hiding, with_gaps
from indicators.catalog.ledger import MOST_BYTES, Ledger, make_ledger
from indicators.catalog.placeholders import PLACEHOLDER, find_placeholders
from indicators.catalog.validation import validate_entries
from indicators.models import Claim, DocumentFile
from indicators.models.packed import PackedClaims, compressed
from indicators.reading.limits import MAX_BYTES
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem
from indicators.reading.quick import read_quickly
from indicators.reading.reader import Node, Parsed, YamlList, YamlMap, read_yaml

M = TypeVar("M", bound=BaseModel)
E = TypeVar("E")

SETTLED: Final = 3.0
"""Seconds after which a file's times tell a further change from this one: some drives count time
in steps of two seconds."""


class Opened(NamedTuple):
    """A file that was opened.

    Attributes:
        data: Its bytes, or why there are none.
        digest: What stands for them.
        known: What was made of the same bytes before; None if they are new.
    """

    data: bytes | Problem
    digest: bytes
    known: Source[Any] | None


@dataclass(frozen=True, slots=True, eq=False)
class Source(Generic[E]):
    """A file as it was read. It equals itself alone, so that what was made of it can be kept.

    Attributes:
        name: The file, relative to the data folder.
        entry: What it says; None if it can't be used.
        problems: What is wrong with it by itself, each problem with what can't be read for it.
        lines: The line at which each claim begins, if it is a document.
        digest: Stands for its contents.
        kept: Where entries were left out because they are wrong, the number in the file of each
            entry of the list that is in ``entry``, by the list's key.
    """

    name: str
    entry: E | None
    problems: tuple[Problem, ...]
    lines: array[int]
    digest: bytes
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def make_source(name: str, model: type[M], data: bytes | Problem) -> Source[M]:
    """Read a file's bytes into what it should hold; ``data`` may be why there are none."""
    digest = digest_of(data)
    if isinstance(data, Problem):
        problem = hiding(data, all_of(name))
        if data.code == "missing-file":  # it may only have another name
            problem = replace(problem, needs=(("files", name),))
        return Source(name, None, (problem,), array("I"), digest)
    unfinished = PLACEHOLDER.encode() in data
    if not unfinished and (quick := read_quickly(data)) is not None:
        try:
            return Source(name, model.model_validate(quick[0]), (), array("I", quick[1]), digest)
        except ValidationError:
            pass  # Read again below, where every node has its place.
    parsed = read_yaml(data, name)
    if parsed.root is None:
        return Source(name, None, _hiding_all(parsed.problems, name), array("I"), digest)
    # A file that isn't right as YAML is still looked at: one slip mustn't hide another.
    root, lost = put_back(model, parsed.root, name)
    parsed = replace(parsed, root=root)
    entry, invalid, kept = validate_entries(model, root, name)
    found = _together(parsed, find_placeholders(data, root, name), [*lost, *invalid], name)
    if entry is None:
        return Source(name, None, _hiding_all(found, name), array("I"), digest)
    lines = _lines(root)
    if "claims" in kept:
        lines = array("I", (lines[number] for number in kept["claims"]))
    return Source(name, entry, found, lines, digest, kept)


def _hiding_all(problems: tuple[Problem, ...], name: str) -> tuple[Problem, ...]:
    """Return the problems of a file that can't be used; the first hides all of it."""
    return (hiding(problems[0], all_of(name)), *problems[1:])


def _together(
    parsed: Parsed, unfilled: Sequence[Problem], invalid: Sequence[Problem], name: str
) -> tuple[Problem, ...]:
    """Return what is wrong with a file, once, and what is hidden for it.

    What isn't filled in is not wrong in any other way as well; and what a line is refused for as YAML
    would only be hidden by what follows from it. A comma within a number is the other way round:
    that it makes a key 000 twice says nothing. Where the heading of a file's first part is lost, the
    headings at the left edge are right, though they are indented otherwise than what stands above.
    """
    split = {problem.line for problem in invalid if problem.code == "comma-in-number"}
    headless = any(p.code == "lost-heading" and p.details["kind"] == "fields" for p in invalid)
    first = [
        problem for problem in parsed.problems if problem.line not in split
        and not (headless and problem.code == "bad-indentation" and problem.column == 1)
    ]
    first = [*with_gaps(first, parsed.gaps, name), *unfilled]
    first = [
        # What stands behind such a line wasn't looked at.
        hiding(problem, all_of(name))
        if problem.code == "second-document" and problem.line not in parsed.mended else problem
        for problem in first
    ]
    by_line = {
        problem.line: number for number, problem in reversed(list(enumerate(first)))
        if problem.line not in parsed.mended and problem.code != "placeholder"
    }
    by_place = {(p.line, p.column): n for n, p in enumerate(first) if p.code == "placeholder"}
    wrong: list[Problem] = []
    for problem in invalid:
        cause = by_line.get(problem.line, by_place.get((problem.line, problem.column)))
        if cause is None:
            wrong.append(problem)
        else:
            first[cause] = hiding(first[cause], problem.hides)
    return (*first, *wrong)


def ledger_source(name: str, data: bytes | Problem) -> Source[Ledger]:
    """Read the ledger's bytes; ``data`` may be why there are none."""
    ledger, problems = make_ledger(data)
    return Source(name, ledger, problems, array("I"), digest_of(data))


def digest_of(data: bytes | Problem) -> bytes:
    """Return what stands for a file's contents, or for why they can't be had."""
    if isinstance(data, Problem):
        data = f"{data.code} {sorted(data.details.items())}".encode()
    return hashlib.blake2b(data, digest_size=16).digest()


def _lines(root: Node) -> array[int]:
    """Return the line of each claim of a document."""
    claims = root.get("claims") if isinstance(root, YamlMap) else None
    return array("I", (line for line, _ in claims.item_at) if isinstance(claims, YamlList) else ())


def packed(name: str, entry: DocumentFile, data: bytes) -> PackedClaims:
    """Return a document's claims as its bytes, from which they can be read again."""
    return PackedClaims(
        name, compressed(data), claims_in, len(entry.claims), entry.indicators, entry.notable
    )


def claims_in(name: str, data: bytes) -> tuple[Claim, ...]:
    """Return the claims that a document's bytes hold; those that can't be used are left out."""
    entry = make_source(name, DocumentFile, data).entry
    return () if entry is None else entry.claims


@dataclass(slots=True)
class _Kept:
    """A source, the state of its file before it was read, and whether that state can be trusted."""

    source: Source[Any]
    state: State
    settled: bool


class Sources:
    """The sources of one folder, kept from one reading to the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, _Kept] = {}
        self._opened: dict[str, tuple[State, bool]] = {}

    def get(self, name: str, model: type[M], state: State) -> Source[M]:
        """Return a file as it is now; it is read again only if it may have changed.

        Args:
            name: The file, relative to the folder.
            model: What it should hold.
            state: Its state, looked up before this call; empty if there is none.
        """
        return self._take(name, state, MAX_BYTES, lambda data: make_source(name, model, data))

    def ledger(self, name: str, state: State) -> Source[Ledger]:
        """Return the ledger as it is now, in the same way."""
        return self._take(name, state, MOST_BYTES, lambda data: ledger_source(name, data))

    def _take(
        self, name: str, state: State, most: int, make: Callable[[bytes | Problem], Source[E]]
    ) -> Source[E]:
        found = self.unchanged(name, state)
        if found is None:
            opened = self.open(name, state, most)
            found = opened.known or self.keep(make(opened.data))
        return cast("Source[E]", found)

    def unchanged(self, name: str, state: State) -> Source[Any] | None:
        """Return a file as it was read, if its state says that it is the same; it isn't opened."""
        kept = self._kept.get(name)
        return kept.source if kept is not None and kept.settled and kept.state == state else None

    def open(self, name: str, state: State, most: int = MAX_BYTES) -> Opened:
        """Return a file's bytes as they are now; what is made of them is to be kept.

        Args:
            name: The file, relative to the folder.
            state: Its state, looked up before this call; empty if there is none.
            most: How many bytes it may have.
        """
        now = time.time()
        data = read_bytes(self._folder / name, name, most)
        settled = bool(state) and now - max(state[1:]) / 1e9 > SETTLED
        kept, digest = self._kept.get(name), digest_of(data)
        known = kept.source if kept is not None and kept.source.digest == digest else None
        self._opened[name] = state, settled
        if known is not None:
            self.keep(known)
        return Opened(data, digest, known)

    def keep(self, source: Source[E]) -> Source[E]:
        """Keep what was made of a file that was opened last, and return it."""
        state, settled = self._opened.get(source.name, ((), False))
        self._kept[source.name] = _Kept(source, state, settled)
        return source

    @property
    def settled(self) -> bool:
        """Whether any further change of a file will show in its state."""
        return all(kept.settled for kept in self._kept.values())

    def keep_only(self, names: Collection[str]) -> None:
        """Forget the files that are no longer read."""
        for name in self._kept.keys() - set(names):
            del self._kept[name]
        self._opened.clear()
