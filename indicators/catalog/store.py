"""The live catalogue: one for all sessions, following the files, never half an edit.

Whoever saves a broken file, or takes one away, leaves the last good catalogue in place; the problems
are there beside it, and go when the folder is mended.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from indicators.catalog.assembling import Reading
from indicators.catalog.files import Listing, list_files
from indicators.catalog.losses import losses, with_losses
from indicators.catalog.model import Catalog
from indicators.catalog.reading import CatalogReader
from indicators.catalog.release import next_release
from indicators.catalog.today import today
from indicators.reading.problems import Problem

QUIET: Final = 0.06
"""Seconds for which the files must keep still before a change counts as finished."""
QUIET_IF_BROKEN: Final = 0.25
"""The same where the change leads to errors: an editor may empty a file before it fills it."""
PATIENCE: Final = 1.0
"""Seconds after which files that never keep still are left for another time."""
REST: Final = 5
"""How many times as long as looking at the files takes, they are left alone afterwards."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What there is to show.

    Attributes:
        catalog: The newest catalogue without errors; if there never was one, the newest.
        problems: What is wrong with the folder as it is now, which may be newer than ``catalog``.
        fingerprint: Changes whenever anything here does; equal contents have an equal one.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    fingerprint: str

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the folder as it is now from being shown."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def usable(self) -> bool:
        """Whether ``catalog`` may be shown."""
        return not self.catalog.errors

    @property
    def outdated(self) -> bool:
        """Whether ``catalog`` is older than the folder, because that has errors."""
        return self.usable and bool(self.errors)


class CatalogStore:
    """Keeps the catalogue of a folder up to date for any number of threads.

    Args:
        folder: The data folder.
        sleep: How to wait; a test may hand over its own.
        clock: What seconds are counted with, likewise.
        further: Adds to a catalogue the errors that are found with more than the files say.
    """

    def __init__(
        self, folder: Path, sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        further: Callable[[Catalog], Catalog] = lambda catalog: catalog,
    ) -> None:
        self.folder = folder
        self._reader = CatalogReader(folder)
        self._further = further
        self._sleep = sleep
        self._clock = clock
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._listing: Listing | None = None
        self._settled = False
        self._rest_until = 0.0
        self._embargo: date | None = None
        """The last day of the embargo that ends first."""

    def snapshot(self, wait: float = 0.0) -> Snapshot:
        """Return what there is to show now.

        When nothing changed this costs a look at the folder, and not even that if the last one
        was a moment ago.

        Args:
            wait: While another thread reads a change, the seconds to wait for it; whoever doesn't
                wait gets what there was before.
        """
        known = self._snapshot
        if known is None:
            self._lock.acquire()
        elif self._clock() < self._rest_until or not self._lock.acquire(timeout=wait):
            return self._snapshot or known
        try:
            return self._update()
        finally:
            self._lock.release()

    def reading(self) -> Reading:
        """Return the folder as it was last read, to try a document in it; see `trying`.

        Nobody waits for it, or is made to wait: what is read anew is another `Reading`.
        """
        while (last := self._reader.last) is None:
            self.snapshot()
        return last

    def _update(self) -> Snapshot:
        known = self._snapshot
        listing = self._look()
        if known is not None and self._settled and listing == self._listing and not self._is_over():
            return known
        found = self._read(listing, known)
        if found is None and known is not None:
            return known  # It is still being written: what was good before stays.
        catalog, self._listing = found or (self._further(self._reader.read()), listing)
        self._settled = self._reader.settled
        self._embargo = next_release((entry.document for entry in catalog.documents.values()), today())
        if known is None or known.fingerprint != catalog.fingerprint:
            known = self._next(catalog, known)
            self._snapshot = known
        return known

    def _is_over(self) -> bool:
        """Tell whether an embargo ended since the folder was read."""
        return self._embargo is not None and self._embargo < today()

    def _next(self, catalog: Catalog, known: Snapshot | None) -> Snapshot:
        """Return what there is to show now that the folder says this."""
        problems = catalog.problems
        if known is not None and known.usable:
            problems = with_losses(known.catalog, catalog)
            if any(problem.severity == "error" for problem in problems):
                return Snapshot(known.catalog, problems, catalog.fingerprint)
        return Snapshot(catalog, problems, catalog.fingerprint)

    def _look(self) -> Listing:
        start = self._clock()
        listing = list_files(self.folder)
        end = self._clock()
        self._rest_until = end + REST * (end - start)
        return listing

    def _read(self, listing: Listing, known: Snapshot | None) -> tuple[Catalog, Listing] | None:
        """Read until the files have kept still for long enough; None if they never do."""
        start = still_since = self._clock()
        while self._clock() - start < PATIENCE:
            catalog = self._further(self._reader.read(listing=listing))
            if known is not None and known.fingerprint == catalog.fingerprint:
                return catalog, listing
            broken = catalog.errors or (known is not None and losses(known.catalog, catalog))
            wanted = QUIET_IF_BROKEN if broken else 0.0 if known is None else QUIET
            changed = self._look()
            while changed == listing and self._clock() - still_since < wanted:
                self._sleep(QUIET / 3)
                changed = self._look()
            if changed == listing:
                return catalog, listing
            listing, still_since = changed, self._clock()
        return None
