"""Reading many documents at once: from the cache where they are as they were, else side by side."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from indicators.catalog import cache
from indicators.catalog.assembling import Observed
from indicators.catalog.batches import (
    Batch,
    DamagedError,
    decode,
    digest_of_vocabulary,
    joined,
    read_batch,
    read_batch_apart,
    still_good,
)
from indicators.catalog.files import State
from indicators.catalog.sources import Source, Sources
from indicators.catalog.vocabulary import Vocabulary
from indicators.limits.apart import FailedError, Pool
from indicators.limits.caps import RefusedError

MANY: Final = 200
"""Documents that are read together, if so many have to be read; fewer are read one by one."""
SIDE_BY_SIDE: Final = 1000
"""Documents beyond which it pays to start other processes."""
_AT_ONCE: Final = 1000
"""Documents that another process reads at a time: what it read is sent in one piece."""
_SECONDS: Final = 1800
_BYTES: Final = 8 * 2**30


def gather(
    folder: Path, states: Mapping[str, State], sources: Sources, vocabulary: Vocabulary,
    of_vocabulary: Sequence[Source[Any]],
) -> dict[str, Observed]:
    """Read those documents of a large folder that weren't read yet.

    Args:
        folder: The data folder.
        states: Its documents' files, each with its state.
        sources: The files that were read; those read now are put there.
        vocabulary: What may be said.
        of_vocabulary: The files that say it.

    Returns:
        What was made of each document, by its file. Of those that aren't ordinary there is nothing;
        they are left to be read one by one.
    """
    missing = {name: state for name, state in states.items() if not sources.holds(name, state)}
    if len(missing) < MANY:
        return {}
    key = digest_of_vocabulary(of_vocabulary)
    kept = cache.load(folder, key)
    good, opened = still_good(kept, folder, missing)
    parts: list[tuple[Batch, frozenset[str]]] = [(kept, good)]
    rest = [(name, state) for name, state in missing.items() if name not in good]
    if len(rest) >= MANY:
        parts += [
            (batch, frozenset(one.name for one in batch.read))
            for batch in _read(folder, vocabulary, rest)
        ]
    found: dict[str, Observed] = {}
    for batch, wanted in parts:
        for state, made in batch.documents(vocabulary, wanted):
            name = made.source.name
            sources.put(made.source, states[name], settled=bool(state))
            found[name] = made
    if len(rest) >= MANY or opened >= MANY:
        cache.save(folder, key, joined(parts))
    return found


def _read(
    folder: Path, vocabulary: Vocabulary, files: Sequence[tuple[str, State]]
) -> list[Batch]:
    """Read documents, in other processes where they are many and there are processors for it."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(files) < SIDE_BY_SIDE or count < 2:
        return [read_batch(folder, vocabulary, files)]
    pool = Pool(count=count, deadline=_SECONDS, wait=_SECONDS, memory=_BYTES, nicer=0)

    def read(part: Sequence[tuple[str, State]]) -> Batch:
        try:
            return decode(pool.run(read_batch_apart, folder, vocabulary, part))
        except (RefusedError, FailedError, DamagedError, OSError):
            return read_batch(folder, vocabulary, part)  # No other process can be had.

    try:
        with ThreadPoolExecutor(count) as threads:
            size = min(_AT_ONCE, -(-len(files) // count))
            return list(threads.map(
                read, [files[start : start + size] for start in range(0, len(files), size)]
            ))
    finally:
        pool.close()
