"""Reading the data folder: codelists and definitions, then documents."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from indicators.catalog.assembling import Reading, assemble, no_folder
from indicators.catalog.cache import key_of
from indicators.catalog.files import DERIVED_FILE, EVIDENCE_FILE, LEDGER_FILE, Listing, list_files
from indicators.catalog.gathering import Gathering, is_large
from indicators.catalog.many import Machines
from indicators.catalog.model import Catalog
from indicators.catalog.sources import Source, Sources, make_source
from indicators.catalog.vocabulary import (
    MODELS,
    Reporter,
    Vocabulary,
    file_names,
    make_vocabulary,
)
from indicators.models import DefinitionsFile, DocumentFile

NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})


def read_catalog(
    folder: Path, day: date | None = None, machines: Machines | None = None
) -> Catalog:
    """Read and check a data folder.

    Args:
        folder: The folder with ``sectors.yaml``, ``definitions/``, ``documents/`` and so on.
        day: The day after which no document may be dated; None for `indicators.catalog.today`'s.
        machines: Other machines that read the documents; None for this one.

    Returns:
        The catalogue. ``problems`` holds everything that is wrong, causes of others first, then
        sorted by file, line and column; entries that can't be used are left out.
    """
    return CatalogReader(folder, day, machines).read()


class CatalogReader:
    """Reads one data folder again and again, at a cost in proportion to what changed.

    A changed document is read and normalised alone; a changed codelist or definition means that
    all documents are normalised anew, though not read. Not for several threads at once.
    """

    def __init__(
        self, folder: Path, day: date | None = None, machines: Machines | None = None
    ) -> None:
        self.folder = folder
        self._machines = machines
        self._day = day
        self._sources = Sources(folder)
        self._vocabulary: tuple[dict[str, Source[Any]], Vocabulary] | None = None
        self._last: Reading | None = None
        self._gathering = Gathering(folder, self._sources, machines)

    @property
    def settled(self) -> bool:
        """Whether every file was old enough, when read, for its times to tell a further change."""
        return self._sources.settled

    @property
    def last(self) -> Reading | None:
        """The folder as it was last read; any thread may look at it."""
        return self._last

    def read(
        self, instead: Mapping[str, bytes] = NOTHING, listing: Listing | None = None
    ) -> Catalog:
        """Return the catalogue as the folder is now.

        Args:
            instead: Contents to take in place of, or in addition to, files of the folder, by name
                (``documents/<id>.yaml``): what the catalogue would be if they were saved.
            listing: The folder's files, if they were just listed.
        """
        with no_collection():
            reading = self._read(instead, listing or list_files(self.folder))
        if not instead:
            self._last = reading
        return reading.catalog

    def _read(self, instead: Mapping[str, bytes], listing: Listing) -> Reading:
        listing = with_files(listing, instead)
        if not listing.exists:
            return no_folder(self.folder, listing, Reporter(self.folder, instead, {}))
        others = [name for name in (EVIDENCE_FILE, DERIVED_FILE, LEDGER_FILE) if name in listing.files]
        sources = {
            name: self._source(name, listing, instead) for name in (*file_names(listing), *others)
        }
        vocabulary = self._make_vocabulary(listing, sources, instead)
        large = self._machines is not None or is_large(listing)
        key = key_of({name: sources[name] for name in file_names(listing)}) if large else ""
        if large:
            documents, known = self._gathering.read(listing, instead, vocabulary, key, self._last)
        else:
            names = listing.names("documents")
            documents = {name: self._source(name, listing, instead) for name in names}
            known = dict(self._last.observed) if self._last is not None else {}
        sources |= documents
        if not instead:
            self._sources.keep_only(sources)
        reading = assemble(
            self.folder, listing, sources, vocabulary, Reporter(self.folder, instead, sources),
            known, instead, self._day,
        )
        if large and not instead:
            self._gathering.keep(reading, key)
        return reading

    def _source(self, name: str, listing: Listing, instead: Mapping[str, bytes]) -> Source[Any]:
        if name == LEDGER_FILE:
            return self._sources.ledger(name, listing.files[name])
        folder = name.rpartition("/")[0]
        model = (
            DocumentFile if folder == "documents"
            else DefinitionsFile if folder == "definitions" else MODELS[name]
        )
        if name in instead:
            return make_source(name, model, instead[name])
        return self._sources.get(name, model, listing.files.get(name, ()))

    def _make_vocabulary(
        self, listing: Listing, sources: Mapping[str, Source[Any]], instead: Mapping[str, bytes]
    ) -> Vocabulary:
        wanted = {name: sources[name] for name in file_names(listing)}
        if self._vocabulary is not None and self._vocabulary[0] == wanted:
            return self._vocabulary[1]
        made = make_vocabulary(wanted, Reporter(self.folder, instead, sources))
        if not instead:
            self._vocabulary = wanted, made
        return made


def with_files(listing: Listing, names: Collection[str]) -> Listing:
    """Return a listing as it would be if there were these files too."""
    if not names:
        return listing
    return replace(listing, files=dict(sorted({**listing.files, **dict.fromkeys(names, ())}.items())))


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector from going through all that was read, time and again.

    Reading makes many objects that stay and none that refer to each other in a circle.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
