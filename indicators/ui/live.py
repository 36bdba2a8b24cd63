"""One pair of eyes a process: a thread follows the files and has open pages run again on a change.

No session asks for anything by itself, so that an open tab at rest costs nothing. A look at the
folder sees every change on every kind of drive; where the system tells of changes (watchdog, which
comes with Streamlit), the next look comes at once. Large folders are looked at less often.

What is used of Streamlit beyond its documented interface stands in `rerun`, and
``tests/ui/test_live.py`` names the version it was seen with.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from indicators.catalog import Snapshot
from indicators.ui.framework.sessions import rerun

PAUSE: Final = 0.5
"""Seconds between two looks at the folder, where nobody tells of a change."""
SHARE: Final = 20
"""How many times as long as a look took, the folder is left alone: 5 % of a core at the most."""
_LOG: Final = logging.getLogger(__name__)


class Follower:
    """Follows the files in a thread of its own.

    Args:
        look: Looks at the folder and returns what there is to show.
        changed: Called in the thread with what is new, before anybody is told.
        tell: Called in the thread with the fingerprint after every look.
        pause: Seconds between two looks.
    """

    def __init__(
        self, look: Callable[[], Snapshot], changed: Callable[[Snapshot], None],
        tell: Callable[[str], None], pause: float = PAUSE,
    ) -> None:
        self._look = look
        self._changed = changed
        self._tell = tell
        self._pause = pause
        self._ring = threading.Event()
        self._stopped = False
        self._thread = threading.Thread(target=self._follow, name="files", daemon=True)
        self.data: Snapshot | None = None

    def start(self) -> None:
        """Begin to follow; once."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopped = True
        self._ring.set()
        self._thread.join(timeout=5)

    @property
    def alive(self) -> bool:
        """Whether the files are being followed."""
        return self._thread.is_alive()

    def ring(self, *_: Any) -> None:
        """Have the next look come at once; may be called from any thread."""
        self._ring.set()

    def _follow(self) -> None:
        while not self._stopped:
            begun = time.monotonic()
            try:
                found = self._look()
                if self.data is None or found.fingerprint != self.data.fingerprint:
                    self._changed(found)
                    self.data = found
                self._tell(found.fingerprint)
            except Exception:  # noqa: BLE001 (who follows the files must not end)
                # Whatever it was, the next look may succeed.
                _LOG.exception("following the data folder")
            rest = max(self._pause, SHARE * (time.monotonic() - begun))
            if self._ring.wait(rest):
                self._ring.clear()


_current: Follower | None = None


def followed() -> Snapshot | None:
    """Return the data as the thread saw it last; None where nobody follows the files."""
    return _current.data if _current is not None and _current.alive else None


def lifespan(
    folder: Path, look: Callable[[], Snapshot], changed: Callable[[Snapshot], None]
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """Return what follows the files for as long as the server runs.

    Args:
        folder: The data folder.
        look: Looks at it and returns what there is to show.
        changed: Makes ready what pages will need of what is new.
    """

    @asynccontextmanager
    async def follow(_app: Any) -> AsyncIterator[None]:
        global _current
        loop = asyncio.get_running_loop()

        def tell(fingerprint: str) -> None:
            with suppress(RuntimeError):  # The server has just ended.
                loop.call_soon_threadsafe(rerun, fingerprint)

        if _current is not None and _current.alive:
            yield
            return
        follower = _current = Follower(look, changed, tell)
        follower.start()
        bell = _bell(folder, follower.ring)
        try:
            yield
        finally:
            if bell is not None:
                bell.stop()
            await asyncio.to_thread(follower.stop)
            _current = None

    return follow


def _bell(folder: Path, ring: Callable[..., None]) -> Any:
    """Have the system tell of changes in the folder, where it can; return what is to be stopped."""
    try:
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer
    except ImportError:
        return None

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: Any) -> None:
            if event.event_type not in ("opened", "closed_no_write"):
                ring()

    bell = Observer()
    try:
        bell.schedule(Handler(), str(folder), recursive=True)
        bell.start()
    except (OSError, RuntimeError):
        return None  # No such folder, or the system's watches are used up: the looks must do.
    return bell
