"""Many machines: documents are read by the workers of a Dask scheduler, by the same steps as here.

Only reading documents is handed over: it grows with them, and falls into parts that know nothing of each
other (a million figures take 37 s of a core, tests/benchmarks). Pictures grow with the indicators, which
are hundreds. What the workers give back are the segments that processes of this machine give back, so that
nothing but the time differs. They need no common disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from indicators.catalog.cache import program
from indicators.catalog.many import Document, read_part

CONNECTING: Final = 20
"""Seconds for the scheduler, and for its first worker, to answer."""
PATIENCE: Final = 600
"""Seconds for a part, which takes a fifth of one where a worker is free."""


class ClusterError(Exception):
    """Other machines can't be used, or no more; said in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class _Pending:
    """A part that a worker reads."""

    def __init__(self, future: Any, scheduler: str) -> None:
        self._future = future
        self._scheduler = scheduler

    def result(self) -> bytes:
        """Return the part's segment.

        Raises:
            ClusterError: The scheduler or the worker is gone, too late, or found a fault.
        """
        with _said(self._scheduler):
            segment: bytes = self._future.result(timeout=PATIENCE)
            return segment


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: Any, scheduler: str, count: int) -> None:
        self._client = client
        self._scheduler = scheduler
        self.count = count

    def submit(self, folder: Path, vocabulary: bytes, part: Sequence[Document]) -> _Pending:
        """Have a worker read a part.

        Raises:
            ClusterError: The scheduler is gone.
        """
        with _said(self._scheduler):
            future = self._client.submit(read_part, folder, vocabulary, part, pure=False)
        return _Pending(future, self._scheduler)


@contextmanager
def cluster(scheduler: str) -> Iterator[Cluster]:
    """Connect with a scheduler, whose workers run this very program.

    Args:
        scheduler: Its address, such as ``tcp://10.0.0.1:8786``.

    Raises:
        ClusterError: Dask isn't installed; nobody answers; there are no workers, or one runs another
            version of this program.
    """
    connect = _library()
    with _said(scheduler):
        client = connect(scheduler, timeout=CONNECTING, set_as_default=False)
    try:
        with _said(scheduler):
            client.wait_for_workers(1, timeout=CONNECTING)
            programs: dict[str, bytes] = client.run(program)
            threads: dict[str, int] = client.nthreads()
        for worker, found in programs.items():
            if found != program():
                raise ClusterError(
                    f"{worker} 上的程序与本机不同：各机须装同一版本",
                    f"{worker} runs another version of this program: all machines need the same",
                )
        yield Cluster(client, scheduler, sum(threads.values()))
    finally:
        _close(client)


def _library() -> Callable[..., Any]:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "没有安装 Dask：pip install 'digital-economy-indicators[cluster]'",
            "Dask isn't installed: pip install 'digital-economy-indicators[cluster]'",
        ) from None
    made: Callable[..., Any] = Client
    return made


def _close(client: Any) -> None:
    try:
        client.close(timeout=2)
    except Exception:  # noqa: BLE001 (a scheduler that is gone can't be taken leave of)
        return


@contextmanager
def _said(scheduler: str) -> Iterator[None]:
    """Say in plain words what keeps other machines from their part."""
    try:
        yield
    except TimeoutError:
        raise ClusterError(
            f"{scheduler} 没有回应，或没有工作进程：没有写任何东西",
            f"{scheduler} doesn't answer, or has no workers: nothing was written",
        ) from None
    except ClusterError:
        raise
    except asyncio.CancelledError as error:  # what was asked of a scheduler that went away
        raise _gone(scheduler, error) from None
    except Exception as error:  # noqa: BLE001 (whatever a worker raises comes back here)
        raise _gone(scheduler, error) from None


def _gone(scheduler: str, error: BaseException) -> ClusterError:
    told = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return ClusterError(
        f"{scheduler} 中断了（{told}）：没有写任何东西；恢复后再来一次，或不用 --scheduler",
        f"{scheduler} broke off ({told}): nothing was written; build again when it is back, or without --scheduler",
    )
