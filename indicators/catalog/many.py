"""Reading many documents: from what was kept of them, and what is new in several processes at once.

Whatever way a document takes, the same is made of it: where there are few, each is read here; where
there are many, parts of some hundred kilobytes are read by other processes, and where one of those
fails, here. What they give back are segments, and so is what is kept for the next time.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final, Protocol

from indicators.catalog.assembling import hidden_from, observe_document
from indicators.catalog.segments import DamagedError, Made, decode, encode, faithful
from indicators.catalog.sources import make_source, packed
from indicators.catalog.vocabulary import Reporter, Vocabulary
from indicators.limits.apart import FailedError, Pool
from indicators.limits.caps import RefusedError
from indicators.models import DocumentFile
from indicators.reading.problems import Problem

PART: Final = 500_000
"""Bytes of documents that are read at a time: a fifth of a second's work."""
PAYS: Final = 4 * PART
"""Bytes of documents from which on other processes are started: one takes half a second to start."""
MOST_WORKERS: Final = 8
_DEADLINE: Final = 120
"""Seconds for a part; documents full of slips take ten times as long as others."""
_MEMORY: Final = 2_000_000_000

Document = tuple[str, "bytes | Problem"]
"""The name of a document's file, and its bytes or why there are none."""


class Segment(Protocol):
    """The segment of a part that is being read elsewhere."""

    def result(self) -> bytes:
        """Return it when it is there."""
        ...


class Machines(Protocol):
    """Other machines that read documents, with this very program.

    What goes wrong there is theirs to tell, by an error that isn't `FailedError` or `OSError`: then
    nobody reads on here for hours what was meant for many.
    """

    def submit(self, folder: Path, vocabulary: bytes, part: Sequence[Document]) -> Segment:
        """Begin with `read_part` of a part somewhere, and return what its segment will be."""
        ...

    @property
    def count(self) -> int:
        """How many parts are read at a time."""
        ...


def read_one(folder: Path, vocabulary: Vocabulary, document: Document) -> Made:
    """Read a document; its claims are packed."""
    name, data = document
    source = make_source(name, DocumentFile, data)
    if source.entry is None or isinstance(data, Problem):
        return Made(source, (), ())
    reporter = Reporter(
        folder, {name: data}, {name: source}, hidden=hidden_from(source, vocabulary)
    )
    observed = observe_document(source, source.entry, vocabulary, reporter)
    source.entry.pack(packed(name, source.entry, data))
    return Made(source, observed.observations, observed.problems)


def read_many(
    folder: Path, vocabulary: Vocabulary, documents: Iterator[Document], workers: int | None = None,
    machines: Machines | None = None,
) -> Iterator[Made]:
    """Read documents, and give what was made of them; not always in their order.

    Args:
        folder: The data folder.
        vocabulary: What may be said in them.
        documents: The documents. They are asked for as they are read, so that never all of their bytes
            are here together.
        workers: How many processes may read; None for one a processor.
        machines: Other machines that read them all, however few they are.
    """
    parts = _parts(documents)
    if machines is not None:
        frozen = pickle.dumps(vocabulary, pickle.HIGHEST_PROTOCOL)
        for documents_read, segment in _elsewhere(folder, frozen, parts, machines):
            yield from _taken(folder, vocabulary, documents_read, segment)
        return
    first: list[list[Document]] = []
    size = 0
    for some in parts:
        first.append(some)
        size += sum(map(_size, some))
        if size >= PAYS:
            break
    count = min(MOST_WORKERS, _processors()) if workers is None else workers
    if size < PAYS:
        for document in chain.from_iterable(first):
            yield read_one(folder, vocabulary, document)
        return
    frozen = pickle.dumps(vocabulary, pickle.HIGHEST_PROTOCOL)
    rest = chain(first, parts)
    found = _here(folder, frozen, rest) if count < 2 else _apart(folder, frozen, rest, count)
    for documents_read, segment in found:
        yield from _taken(folder, vocabulary, documents_read, segment)


def read_part(folder: Path, vocabulary: bytes, part: Sequence[Document]) -> bytes:
    """Return what is made of some documents, as a segment; a job for another process.

    Documents that a segment can't hold exactly are left out.

    Args:
        folder: The data folder, for problems to name.
        vocabulary: What may be said, pickled by the process that asks.
        part: The documents.
    """
    words = _vocabulary(vocabulary)
    found = (read_one(folder, words, document) for document in part)
    return encode(made for made in found if faithful(made))


@lru_cache(maxsize=1)
def _vocabulary(frozen: bytes) -> Vocabulary:
    words: Vocabulary = pickle.loads(frozen)
    return words


def _size(document: Document) -> int:
    return 0 if isinstance(document[1], Problem) else len(document[1])


def _parts(documents: Iterator[Document]) -> Iterator[list[Document]]:
    """Give documents in parts of about so many bytes."""
    part: list[Document] = []
    size = 0
    for document in documents:
        part.append(document)
        size += _size(document)
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - not on Linux


Found = tuple[Sequence[Document], "bytes | None"]
"""Some documents and the segment of them; None where the process that was to read them failed."""


def _here(folder: Path, vocabulary: bytes, parts: Iterator[list[Document]]) -> Iterator[Found]:
    for part in parts:
        yield part, read_part(folder, vocabulary, part)


def _apart(
    folder: Path, vocabulary: bytes, parts: Iterator[list[Document]], workers: int
) -> Iterator[Found]:
    """Give the segments of parts that other processes read, in order; twice as many are begun as run."""
    pool = Pool(workers, deadline=_DEADLINE, wait=workers * _DEADLINE, memory=_MEMORY, nice=0)
    begun: deque[tuple[list[Document], Future[bytes]]] = deque()
    try:
        with ThreadPoolExecutor(workers) as threads:
            for part in parts:
                begun.append((part, threads.submit(pool.run, read_part, folder, vocabulary, part)))
                if len(begun) > 2 * workers:
                    yield _ended(*begun.popleft())
            while begun:
                yield _ended(*begun.popleft())
    finally:
        pool.close()


def _elsewhere(
    folder: Path, vocabulary: bytes, parts: Iterator[list[Document]], machines: Machines
) -> Iterator[Found]:
    """Give the segments of parts that other machines read, in order; twice as many are begun as run."""
    begun: deque[tuple[list[Document], Segment]] = deque()
    for part in parts:
        begun.append((part, machines.submit(folder, vocabulary, part)))
        if len(begun) > 2 * machines.count:
            done, segment = begun.popleft()
            yield done, segment.result()
    for done, segment in begun:
        yield done, segment.result()


def _ended(part: list[Document], future: Future[bytes]) -> Found:
    try:
        return part, future.result()
    except (RefusedError, FailedError, OSError, EOFError, pickle.UnpicklingError):
        return part, None  # It was ended, or found no memory: here is another way.


def _taken(
    folder: Path, vocabulary: Vocabulary, part: Sequence[Document], segment: bytes | None
) -> Iterator[Made]:
    """Give what a segment holds of some documents, and read the rest."""
    taken: dict[str, Made] = {}
    if segment is not None:
        with suppress(DamagedError):
            taken = {made.source.name: made for made in decode(segment)}
    for document in part:
        yield taken.get(document[0]) or read_one(folder, vocabulary, document)
