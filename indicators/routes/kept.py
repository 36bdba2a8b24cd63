"""Answers that are kept as files for a while, so that parts of them can be asked for.

A reader of Parquet (Polars, DuckDB, pyarrow) asks for the end of the file first, then for the
columns it wants. What was made for its first question answers the next ones.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

MOST: Final = 256 * 1024 * 1024
"""Bytes of all files together."""
FRESH: Final = 60.0
"""What was asked for within so many seconds isn't taken away: somebody may be reading it."""


class KeptFiles:
    """Keeps what was made under its entity tag, in a folder of the system's for such files.

    Args:
        most: Bytes of all together.
        now: Gives the time in seconds.
    """

    def __init__(self, most: int = MOST, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._now = now
        self._lock = Lock()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._held: OrderedDict[str, tuple[Path, int, float]] = OrderedDict()

    def get(self, tag: str) -> Path | None:
        """Return the file with this tag, if it is kept."""
        with self._lock:
            held = self._held.get(tag)
            if held is None or not held[0].is_file():  # somebody tidied up the folder
                self._held.pop(tag, None)
                return None
            self._held[tag] = (*held[:2], self._now())
            self._held.move_to_end(tag)
            return held[0]

    def put(self, tag: str, body: bytes) -> Path | None:
        """Keep an answer; return its file, or None if there is no room for it."""
        with self._lock:
            room = self._most - len(body)
            while self._held and sum(size for _, size, _ in self._held.values()) > room:
                tag_of_oldest, (path, _, asked) = next(iter(self._held.items()))
                if self._now() - asked < FRESH:
                    break
                path.unlink(missing_ok=True)
                del self._held[tag_of_oldest]
            if sum(size for _, size, _ in self._held.values()) > room:
                return None
            try:
                if self._folder is None:
                    self._folder = tempfile.TemporaryDirectory(prefix="indicators-", ignore_cleanup_errors=True)
                path = Path(self._folder.name) / hashlib.sha256(tag.encode()).hexdigest()
                path.write_bytes(body)
            except OSError:  # a full disk, or one that can't be written
                return None
            self._held[tag] = (path, len(body), self._now())
            return path
