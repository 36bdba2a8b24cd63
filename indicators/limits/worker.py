"""The other process: reads a job from standard input, does it, writes the answer, reads the next.

Started by `apart` as ``python -m indicators.limits.worker NICE``; it ends with its standard input. A
message is the name of a module, to be imported beforehand, or a job.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import signal
import sys
import traceback
from pathlib import Path
from typing import IO, Any, Final

from indicators.limits.apart import DONE, FAILED, HEADER, NICER, REFUSED
from indicators.limits.caps import MEMORY, RefusedError, TooMuchError

try:
    import resource
except ImportError:  # pragma: no cover - Windows knows no such caps
    resource = None  # type: ignore[assignment]

_GROWN: Final = 128 * 1024 * 1024
"""Bytes by which a worker may have grown before another one takes its place."""
_PICKLE: Final = b"\x80"
"""What a pickled job begins with, and no module's name."""
_GRACE: Final = 5
"""Seconds after the deadline at which a worker ends itself, if nobody did."""


def memory_used() -> int:
    """Return the bytes of address space that this process has; 0 where the system doesn't say."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:  # pragma: no cover - only Linux has it
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _bound(seconds: float, memory: int) -> None:
    """Bound what the job to come may use."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
    used = memory_used()
    if resource is not None and used:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, hard))


def _unbound() -> None:
    """Lift the bounds, so that an answer can be written whatever the job used."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def do(job: bytes) -> tuple[str, Any]:
    """Return the kind of an answer and the answer to a job."""
    module, path, args, kwargs, seconds, memory = pickle.loads(job)
    function: Any = importlib.import_module(module)
    for step in path.split("."):
        function = getattr(function, step)
    _bound(seconds, memory)
    try:
        return DONE, function(*args, **kwargs)
    except RefusedError as error:
        return REFUSED, error
    except MemoryError:
        return REFUSED, TooMuchError(MEMORY)
    except Exception:  # noqa: BLE001 - the server raises it again, with this traceback
        return FAILED, traceback.format_exc()
    finally:
        _unbound()


def _read(jobs: IO[bytes]) -> bytes:
    """Return the next message; nothing if there will be none."""
    header = jobs.read(HEADER)
    return jobs.read(int.from_bytes(header, "big")) if len(header) == HEADER else b""


def main() -> None:
    """Work until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl + C is for the server
    if hasattr(os, "nice"):
        os.nice(int(sys.argv[1]) if len(sys.argv) > 1 else NICER)
    jobs = sys.stdin.buffer
    # What a library prints mustn't get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # Looking for garbage again and again is what would make a job's time grow faster than its size;
    # what a job may use is bounded, and afterwards there is time.
    gc.disable()
    before = memory_used()
    while message := _read(jobs):
        if message.startswith(_PICKLE):
            kind, value = do(message)
            tired = memory_used() - before > _GROWN
            answer = pickle.dumps((kind, value, tired))
            del value
            collect = True
        else:
            importlib.import_module(message.decode())
            gc.freeze()  # modules are no garbage
            before = memory_used()
            answer = message
            collect = False
        try:
            answers.write(len(answer).to_bytes(HEADER, "big") + answer)
            answers.flush()
        except BrokenPipeError:
            return
        if collect:
            gc.collect()


if __name__ == "__main__":
    main()
