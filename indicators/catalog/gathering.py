"""The documents of a large folder: what is known of them, what was kept, and what has to be read.

A few documents are read as they come. Of a nation's, claims are kept packed, what is new is read in
several processes, and what was made of it is kept for the next time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from indicators.catalog.assembling import Observed, Reading
from indicators.catalog.cache import Cache, cache_folder
from indicators.catalog.columns import Observations
from indicators.catalog.files import Listing
from indicators.catalog.many import Document, Machines, read_many
from indicators.catalog.segments import Made, encode, faithful
from indicators.catalog.sources import Source, Sources
from indicators.catalog.vocabulary import Vocabulary

MANY_BYTES: Final = 2_000_000
"""Bytes of documents from which on a folder is a large one: about 15,000 claims."""
WORTH: Final = 1_000_000
"""Bytes of new documents from which on it is worth looking up what was kept, or keeping it: fewer are
read in a third of a second."""


def is_large(listing: Listing) -> bool:
    """Say whether a folder's documents are many."""
    return _bytes_of(listing, listing.names("documents")) > MANY_BYTES


def _bytes_of(listing: Listing, names: Sequence[str]) -> int:
    """Return how many bytes files have; a state begins with that."""
    return sum(sum(listing.files[name][:1]) for name in names)


class Gathering:
    """Reads the documents of one large folder again and again.

    Args:
        folder: The data folder.
        sources: Its files as they were last read.
        machines: Other machines that read what is new.
    """

    def __init__(self, folder: Path, sources: Sources, machines: Machines | None = None) -> None:
        self._folder = folder
        self._machines = machines
        self._sources = sources
        self._cache = Cache(folder, cache_folder())
        self._new: dict[str, int] = {}
        """The bytes of each document that was read and isn't kept yet."""
        self._sure: dict[str, bytes] = {}
        """The digest of each document of which is known that a segment can hold it."""

    def read(
        self, listing: Listing, instead: Mapping[str, bytes], vocabulary: Vocabulary, key: str,
        last: Reading | None,
    ) -> tuple[dict[str, Source[Any]], dict[str, Observed]]:
        """Return what each document says, and what was made of those that can be used.

        Args:
            listing: The folder's files.
            instead: Contents to take in the place of files.
            vocabulary: What may be said.
            key: What stands for that; see `indicators.catalog.cache.key_of`.
            last: The folder as it was last read.
        """
        same = last is not None and last.vocabulary is vocabulary
        observed = dict(last.observed) if last is not None else {}
        names = listing.names("documents")
        sources: dict[str, Source[Any]] = {}
        new: list[str] = []
        for name in names:
            source = None if name in instead else self._sources.unchanged(name, listing.files[name])
            if source is not None and same:
                sources[name] = source
            else:
                new.append(name)
        kept = self._cache.load(key) if _bytes_of(listing, new) > WORTH else {}

        def unread() -> Iterator[Document]:
            """Give the documents that have to be read."""
            for name in new:
                if name in instead:
                    yield name, instead[name]
                    continue
                file = self._sources.open(name, listing.files[name])
                made = kept.pop((name, file.digest), None)
                if file.known is not None and same:
                    sources[name] = file.known
                elif made is not None:
                    take(made)
                else:
                    self._new[name] = len(file.data) if isinstance(file.data, bytes) else 0
                    yield name, file.data

        def take(made: Made) -> None:
            source = sources[made.source.name] = made.source
            if source.name not in instead:
                self._sources.keep(source)
                if isinstance(made.rows, Observations):
                    self._sure[source.name] = source.digest
            if source.entry is not None:
                observed[source.name] = Observed(
                    source, vocabulary, made.rows, source.entry.indicators, made.problems
                )

        for made in read_many(self._folder, vocabulary, unread(), machines=self._machines):
            take(made)
        return {name: sources[name] for name in names}, observed

    def keep(self, reading: Reading, key: str) -> None:
        """Keep what was read for the next time, if that is much.

        Args:
            reading: The folder as it was read.
            key: What stands for what may be said.
        """
        usable = [name for name in reading.listing.names("documents") if self._is_kept(reading, name)]
        new = [name for name in usable if name in self._new]
        size = sum(self._new[name] for name in new)
        if size <= WORTH:
            return
        whole = self._cache.crowded or 4 * size > _bytes_of(reading.listing, usable)
        wanted = usable if whole else new
        self._cache.save(key, lambda: encode(_made(reading, name) for name in wanted), whole)
        self._new.clear()

    def _is_kept(self, reading: Reading, name: str) -> bool:
        """Say whether a document can be kept: there is something of it, and a segment can hold it."""
        source = reading.sources[name]
        if source.entry is not None and (name not in reading.observed or source.entry.packed is None):
            return False
        if self._sure.get(name) != source.digest:
            if name not in self._new or not faithful(_made(reading, name)):
                return False
            self._sure[name] = source.digest
        return True


def _made(reading: Reading, name: str) -> Made:
    source, observed = reading.sources[name], reading.observed.get(name)
    if observed is None:
        return Made(source, (), ())
    return Made(source, observed.observations, observed.problems)
