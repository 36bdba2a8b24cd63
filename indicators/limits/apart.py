"""Running work on what strangers hand in: in another process, with a deadline and a memory cap.

Python runs one thing at a time, so that long work on one reader's text would stop all the others.
Two workers are started when they are first needed and kept for a while; one that is late is ended,
one that has grown is replaced. A job is a plain function of a module with arguments that pickle; it
yields the processor to the server wherever the system knows priorities.

A library (pebble) was weighed: it starts the program's main script anew in every worker, which here
is Streamlit, and knows no cap of memory.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, ParamSpec, TypeVar, cast

from indicators.limits.caps import DEADLINE, MEMORY, WAIT, RefusedError

P = ParamSpec("P")
T = TypeVar("T")

WORKERS: Final = 2
NICER: Final = 10
"""How far workers stand back behind the server, in steps of ``nice``."""
HEADER: Final = 8
"""Bytes that say how long a message between server and worker is."""
REFUSED: Final = "refused"
FAILED: Final = "failed"
DONE: Final = "done"
_STARTING: Final = 60
"""Seconds that a worker may take to start: nothing of a stranger's runs yet."""
_IDLE: Final = 300
"""Seconds without a job after which the workers are ended."""
_ROOT: Final = Path(__file__).resolve().parents[2]


def _late(seconds: float) -> RefusedError:
    return RefusedError(
        f"处理它超过了{seconds:g} 秒，已经停下；请分成几份再试",
        f"it took longer than {seconds:g} seconds and was stopped; try it in parts",
    )


class BusyError(RefusedError):
    """No worker was free in time; another time one may be."""

    def __init__(self) -> None:
        super().__init__(
            "别人的内容正在处理，请过一会儿再试",
            "what others handed in is being worked on; try again later",
        )


def _lost() -> RefusedError:
    return RefusedError(
        "处理它的程序中断了，没有结果；请检查内容再试",
        "the program that worked on it broke off without a result; check it and try again",
    )


class FailedError(RuntimeError):
    """A job raised what it shouldn't: a fault of the program, with the worker's traceback."""


class _LateError(Exception):
    """A worker didn't answer in time, and was ended."""


class _Worker:
    """One process that does one job after another."""

    def __init__(self, nice: int) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "indicators.limits.worker", str(nice)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        self._late = threading.Event()
        self._ready: set[str] = set()

    def ask(self, module: str, job: bytes, seconds: float) -> bytes:
        """Return what the worker answers.

        Args:
            module: The module that the job is a function of. Starting and importing, on which a
                busy machine takes long, are no part of the job's time.
            job: The job.
            seconds: How long it may take.

        Raises:
            _LateError: It took longer.
            OSError: The process has ended.
        """
        if module not in self._ready:
            self._within(_STARTING, lambda: self._exchange(module.encode()))
            self._ready.add(module)
        return self._within(seconds, lambda: self._exchange(job))

    def _exchange(self, message: bytes) -> bytes:
        """Send a message and return the answer to it."""
        stream = _stream(self._process.stdin)
        stream.write(len(message).to_bytes(HEADER, "big") + message)
        stream.flush()
        return self._receive()

    def _within(self, seconds: float, work: Callable[[], bytes]) -> bytes:
        """Do what waits for the process, which is ended when it has taken so long."""
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            return work()
        except OSError:
            if self._late.is_set():
                raise _LateError from None
            raise
        finally:
            timer.cancel()

    def _receive(self) -> bytes:
        stream = _stream(self._process.stdout)
        size = int.from_bytes(stream.read(HEADER), "big")
        answer = stream.read(size)
        if not size or len(answer) < size:
            raise OSError("the worker has ended")
        return answer

    def _end_late(self) -> None:
        self._late.set()
        self._process.kill()

    def close(self) -> None:
        """End the process and all that belongs to it."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was to be written to a process that has ended
                _stream(stream).close()
        self._process.wait()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:  # pragma: no cover - both were asked for
        raise OSError("the worker has no such stream")
    return stream


class Pool:
    """A few workers for all sessions.

    Args:
        count: How many jobs run at a time.
        deadline: Seconds that a job may take.
        wait: Seconds that a job waits for others.
        memory: Bytes that a job may use.
        nice: How far workers stand back behind the server, in steps of ``nice``.
    """

    def __init__(
        self, count: int = WORKERS, deadline: float = DEADLINE.most, wait: float = WAIT.most,
        memory: int = MEMORY.most, nice: int = NICER,
    ) -> None:
        self._deadline = deadline
        self._wait = wait
        self._memory = memory
        self._nice = nice
        self._free = threading.BoundedSemaphore(count)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._rest: threading.Timer | None = None
        atexit.register(self.close)

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns, called in another process.

        Raises:
            RefusedError: The function refused what it was given; or it was late, used too much
                memory, ended its process, or found no worker free in time.
            FailedError: The function raised anything else.
        """
        module = function.__module__
        job = pickle.dumps(
            (module, function.__qualname__, args, kwargs, self._deadline, self._memory)
        )
        if not self._free.acquire(timeout=self._wait):
            raise BusyError
        try:
            kind, value = self._answer(module, job)
        finally:
            self._free.release()
        if kind == REFUSED:
            raise value
        if kind == FAILED:
            raise FailedError(value)
        return cast("T", value)

    def _answer(self, module: str, job: bytes) -> tuple[str, Any]:
        """Return the kind of an answer, and the answer."""
        worker, fresh = self._take()
        try:
            kind, value, tired = pickle.loads(worker.ask(module, job, self._deadline))
        except _LateError:
            worker.close()
            return REFUSED, _late(self._deadline)
        except OSError:
            worker.close()
            # One that was kept may have been ended by the system while it had nothing to do.
            return (REFUSED, _lost()) if fresh else self._answer(module, job)
        if tired:
            worker.close()
        else:
            self._give_back(worker)
        return kind, value

    def _take(self) -> tuple[_Worker, bool]:
        """Return a worker, and whether it is a new one."""
        with self._lock:
            if self._idle:
                return self._idle.pop(), False
        return _Worker(self._nice), True

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            self._idle.append(worker)
            if self._rest is not None:
                self._rest.cancel()
            self._rest = threading.Timer(_IDLE, self.close)
            self._rest.daemon = True
            self._rest.start()

    def close(self) -> None:
        """End the workers that have nothing to do."""
        with self._lock:
            idle, self._idle = self._idle, []
            if self._rest is not None:
                self._rest.cancel()
        for worker in idle:
            worker.close()


_POOL: Final = Pool()


def run_apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what a function returns, called in one of the workers that all sessions share.

    Raises:
        RefusedError: As `Pool.run` does.
        FailedError: As `Pool.run` does.
    """
    return _POOL.run(function, *args, **kwargs)
