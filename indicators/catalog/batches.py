"""Many documents read at once, in a form that leaves the process: to another one, or to a cache.

Whatever a document holds is kept as plain data, and validated again where it is used: claims only
once somebody looks at them. Nothing of it is ever run, as unpickling would. Only ordinary documents
are in a batch; one with a slip in its YAML is read by itself (`indicators.catalog.sources`).
"""

from __future__ import annotations

import json
import time
import zlib
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from indicators.catalog.assembling import Observed, hidden_from, observe_document
from indicators.catalog.columns import EXACT, FIELDS, Columns, Observations, Packer, packed
from indicators.catalog.files import State
from indicators.catalog.sources import Source, digest_of, ordinary, settled
from indicators.catalog.vocabulary import Reporter, Vocabulary
from indicators.figures import Relation, Spans
from indicators.models import Clearance, DocumentFile, MeasureType, ObsStatus
from indicators.models.packed import PackedClaims
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem

_MAGIC: Final = b"read-1\r\n"
_DIGEST: Final = 16
_SIZE: Final = 8
_MAKE: Final[Mapping[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(EXACT, lambda text: None if text is None else Decimal(text)),
    "relation": Relation, "measure_type": MeasureType, "obs_status": ObsStatus,
    "clearance": Clearance, "spans": lambda cuts: None if cuts is None else Spans(*cuts),
}
"""How what JSON holds of a field's value becomes that value again; all others are themselves."""


class DamagedError(ValueError):
    """Bytes aren't a batch as it was written."""


class Read(NamedTuple):
    """A document that was read.

    Attributes:
        name: Its file.
        state: The state of the file before it was read; empty where it can't be trusted.
        digest: What stands for the file's contents.
        head: The document without its claims, as JSON.
        claims: The claims, as compressed JSON.
        claimed: How many they are.
        indicators: Which indicators they speak of.
        notable: The numbers of those that say more than a figure.
        rows: How many observations were made of them.
        problems: What is wrong with them, as JSON can hold it.
    """

    name: str
    state: State
    digest: bytes
    head: str
    claims: bytes
    claimed: int
    indicators: Sequence[str]
    notable: Sequence[int]
    rows: int
    problems: Sequence[Sequence[Any]]


@dataclass(slots=True)
class Batch:
    """Documents that were read.

    Attributes:
        read: The documents.
        lines: The line of every claim, document by document.
        observations: What was made of the claims, likewise.
    """

    read: list[Read] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("I"))
    observations: Observations = field(default_factory=lambda: packed(()))

    def parts(self, wanted: Collection[str]) -> Iterator[tuple[Read, array[int], Observations]]:
        """Give those documents that are wanted, with their lines and observations."""
        line = row = 0
        for one in self.read:
            lines, rows = line + one.claimed, row + one.rows
            if one.name in wanted:
                yield one, self.lines[line:lines], self.observations.part(row, rows)
            line, row = lines, rows

    def documents(
        self, vocabulary: Vocabulary, wanted: Collection[str]
    ) -> Iterator[tuple[State, Observed]]:
        """Give what was made of those documents that are wanted, and the states of their files."""
        for one, lines, rows in self.parts(wanted):
            entry = DocumentFile.model_validate(json.loads(one.head))
            entry.keep(PackedClaims.plain(one.claims, one.claimed, one.indicators, one.notable))
            source = Source(one.name, entry, (), lines, one.digest)
            problems = tuple(map(_problem, one.problems))
            yield one.state, Observed(source, vocabulary, rows, tuple(one.indicators), problems)


def joined(parts: Iterable[tuple[Batch, Collection[str]]]) -> Batch:
    """Return one batch of those documents of several that are wanted."""
    found, packer = Batch(), Packer()
    for batch, wanted in parts:
        for one, lines, rows in batch.parts(wanted):
            found.read.append(one)
            found.lines.extend(lines)
            packer.add(rows)
    found.observations = packer.all()
    return found


def read_batch(
    folder: Path, vocabulary: Vocabulary, files: Sequence[tuple[str, State]]
) -> Batch:
    """Read documents; those that aren't ordinary are left out.

    Args:
        folder: The data folder.
        vocabulary: What may be said.
        files: The documents' files, each with its state before this call.
    """
    found, packer = Batch(), Packer()
    for name, state in files:
        now = time.time()
        data = read_bytes(folder / name, name)
        read = None if isinstance(data, Problem) else ordinary(name, DocumentFile, data)
        if read is None:
            continue
        source, plain = read
        entry = source.entry
        if entry is None:
            continue
        own = Reporter(folder, {}, {name: source}, hidden=hidden_from(source, vocabulary))
        made = observe_document(source, entry, vocabulary, own)
        packer.add(made.observations)
        claims = plain.pop("claims", [])
        places = {id(claim): place for place, claim in enumerate(entry.claims)}
        found.read.append(Read(
            name, state if settled(state, now) else (), source.digest,
            json.dumps(plain, ensure_ascii=False),
            zlib.compress(json.dumps(claims, ensure_ascii=False).encode(), 1),
            len(entry.claims), entry.indicators, [places[id(one)] for one in entry.notable],
            len(made.observations), [_told(problem) for problem in made.problems],
        ))
        found.lines.extend(source.lines)
    found.observations = packer.all()
    return found


def read_batch_apart(
    folder: Path, vocabulary: Vocabulary, files: Sequence[tuple[str, State]]
) -> bytes:
    """Return the same as bytes; a job for another process."""
    return encode(read_batch(folder, vocabulary, files))


def still_good(
    batch: Batch, folder: Path, states: Mapping[str, State]
) -> tuple[frozenset[str], int]:
    """Return which documents of a batch are as their files are now, and how many had to be opened.

    A file in the state in which it was read isn't opened. Of another one the contents are compared;
    where they are the same, the batch takes its state of now.

    Args:
        batch: The batch.
        folder: The data folder.
        states: The files of now, with their states.
    """
    good: set[str] = set()
    opened = 0
    for number, one in enumerate(batch.read):
        state = states.get(one.name)
        if state is None:
            continue
        if not state or one.state != state:
            opened, now = opened + 1, time.time()
            if digest_of(read_bytes(folder / one.name, one.name)) != one.digest:
                continue
            batch.read[number] = one._replace(state=state if settled(state, now) else ())
        good.add(one.name)
    return frozenset(good), opened


def digest_of_vocabulary(sources: Iterable[Source[Any]]) -> bytes:
    """Return what stands for all that may be said, by the files that say it."""
    digest = blake2b(digest_size=_DIGEST)
    for source in sources:
        digest.update(f"{source.name}\0".encode() + source.digest)
    return digest.digest()


def encode(batch: Batch) -> bytes:
    """Return a batch as bytes that say themselves whether they are whole."""
    columns = batch.observations.columns
    head = {
        "read": [
            {**one._asdict(), "digest": one.digest.hex(), "claims": len(one.claims)}
            for one in batch.read
        ],
        "pools": [
            [str(value) if value is not None and name in EXACT else value for value in pool]
            if name not in EXACT or name == "value" else None
            for name, pool in zip(FIELDS, columns.pools, strict=True)
        ],
        "codes": [(codes.typecode, len(codes)) for codes in columns.codes],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    body = b"".join([
        len(text).to_bytes(_SIZE, "big"), text, *(one.claims for one in batch.read),
        batch.lines.tobytes(), *(codes.tobytes() for codes in columns.codes),
    ])
    return _MAGIC + blake2b(body, digest_size=_DIGEST).digest() + body


def decode(data: bytes) -> Batch:
    """Return the batch that bytes are.

    Raises:
        DamagedError: They were changed, cut short, or are something else.
    """
    start = len(_MAGIC) + _DIGEST
    view = memoryview(data)
    if data[: len(_MAGIC)] != _MAGIC or (
        blake2b(view[start:], digest_size=_DIGEST).digest() != data[len(_MAGIC) : start]
    ):
        raise DamagedError("no whole batch")
    try:
        return _decode(view[start:])
    except (ValueError, TypeError, KeyError, IndexError, ValidationError) as error:
        raise DamagedError("a batch of another kind") from error


def _decode(body: memoryview) -> Batch:
    place = _SIZE + int.from_bytes(body[:_SIZE], "big")
    head = json.loads(bytes(body[_SIZE:place]))

    def take(size: int) -> bytes:
        nonlocal place
        place += size
        return bytes(body[place - size : place])

    def numbers(kind: str, count: int) -> array[int]:
        made = array(kind)
        made.frombytes(take(count * made.itemsize))
        return made

    read = [
        Read(**{
            **one, "state": tuple(one["state"]), "digest": bytes.fromhex(one["digest"]),
            "claims": take(one["claims"]),
        })
        for one in head["read"]
    ]
    lines = numbers("I", sum(one.claimed for one in read))
    codes = tuple(numbers(kind, count) for kind, count in head["codes"])
    exact = tuple(map(_MAKE["value"], head["pools"][FIELDS.index("value")]))
    pools = tuple(
        exact if name in EXACT else tuple(map(_MAKE[name], pool)) if name in _MAKE else tuple(pool)
        for name, pool in zip(FIELDS, head["pools"], strict=True)
    )
    columns = Columns(codes, pools)
    if place != len(body) or len(columns) != sum(one.rows for one in read):
        raise ValueError("of another length")
    return Batch(read, lines, Observations(columns, 0, len(columns)))


def _told(problem: Problem) -> list[Any]:
    """Return a problem as JSON can hold it."""
    return [
        problem.file, problem.line, problem.column, problem.code, dict(problem.details),
        sorted(problem.hides), problem.needs, problem.follows, problem.severe,
    ]


def _problem(told: Sequence[Any]) -> Problem:
    file, line, column, code, details, hides, needs, follows, severe = told
    return Problem(
        file, line, column, code, details, frozenset((kind, name) for kind, name in hides),
        tuple((kind, name) for kind, name in needs), follows, severe,
    )
