"""Run the kinds and print a table; ``--help`` lists what can be chosen."""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from indicators.limits.caps import RefusedError
from tests.benchmarks.hostile.kinds import CONTROLS, Kind, kinds

T = TypeVar("T")
GROWTH = 2.3
"""Times that twice the size may cost."""
PER_MEGABYTE = 2.0
"""Seconds that a megabyte may cost."""
IN_NO_TIME = 0.02
"""Seconds below which nothing can be said of how they grow."""


def run_one(kind: Kind, size: int, rounds: int) -> dict[str, Any]:
    """Return seconds of the processor, peak memory in MB, and how it ends, of one kind and size."""
    small = kind.make(min(200, size))
    _outcome(kind, small)  # what is made only once isn't counted
    handed_in = kind.make(size)
    gc.freeze()
    gc.disable()  # as the workers do
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    least, end = float("inf"), ""
    for _ in range(rounds):
        start = time.process_time()
        end = _outcome(kind, handed_in)
        least = min(least, time.process_time() - start)
        gc.collect()
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    length = len(handed_in if isinstance(handed_in, bytes) else handed_in.encode("utf-8", "replace"))
    return {"seconds": least, "memory": used / 1024, "end": end, "bytes": length}


def _outcome(kind: Kind, handed_in: Any) -> str:
    try:
        kind.run(handed_in)
    except RefusedError as error:
        return str(error)
    return ""


def largest(kind: Kind) -> tuple[int, str]:
    """Return the largest size of a kind that is taken, and why a larger one isn't."""
    size, refused = kind.most, ""
    while (end := _outcome(kind, kind.make(size))) and size > 1000:
        refused, size = end, size // 2
    return (size, refused) if size > 1000 else (kind.most, end)


def apart(work: Callable[..., T], *given: Any) -> T:
    """Return what a function returns in a copy of this process, which has all modules and the data."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            with os.fdopen(writing, "w") as answer:
                json.dump(work(*given), answer)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    if os.waitpid(child, 0)[1]:
        raise SystemExit(f"{given}: broke off")
    return cast("T", json.loads(told))


def judged(sizes: Sequence[int], found: Sequence[dict[str, Any]]) -> tuple[float, float, str]:
    """Return growth for twice the size, seconds a megabyte, and what is wrong with them."""
    seconds = [max(one["seconds"], 1e-6) for one in found]
    growths = [
        (after / before) ** (1 / _doublings(small, large))
        for before, after, small, large in zip(seconds, seconds[1:], sizes, sizes[1:], strict=False)
        if after > IN_NO_TIME
    ]
    growth = max(growths, default=1.0)
    megabytes = max(sizes[-1], found[-1]["bytes"]) / 1_000_000
    rate = seconds[-1] / max(megabytes, 0.25)
    wrong = [*(["grows"] if growth > GROWTH else []), *(["slow"] if rate > PER_MEGABYTE else [])]
    return growth, rate, " ".join(wrong)


def _doublings(small: int, large: int) -> float:
    import math

    return max(0.1, math.log2(large / small))


def main() -> int:
    """Measure and print; 1 if anything grows too fast or takes too long."""
    if sys.argv[1:2] == ["damaged"]:
        from tests.benchmarks.hostile.damaged import main as read_damaged

        return read_damaged(sys.argv[2:])
    if sys.argv[1:2] == ["start"]:
        from tests.benchmarks.hostile.start import main as start

        return start(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="beginnings of names (all)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--live", action="store_true", help="send them to a dashboard; measure another reader")
    parser.add_argument("--seconds", type=float, default=8, help="how long each kind is sent (--live)")
    options = parser.parse_args()
    chosen = [
        kind for kind in (*(CONTROLS if options.live else ()), *kinds())
        if not options.kinds or any(kind.name.startswith(start) for start in options.kinds)
    ]
    if options.live:
        from tests.benchmarks.hostile.live import main as live

        return live(chosen, options.seconds)
    for part in ("text: prose", "YAML: sound", "deck: words", "address: codes", "search: letters"):
        next(_outcome(kind, kind.make(2000)) for kind in kinds() if kind.name.startswith(part))
    print("| kind | 4n | seconds at n, 2n, 4n | × for 2n | s per MB | peak MB | what is larger is refused |")
    print("|---|---|---|---|---|---|---|")
    bad = 0
    for kind in chosen:
        most, refused = apart(largest, kind)
        sizes = [most // 4, most // 2, most]
        found = [apart(run_one, kind, size, options.rounds) for size in sizes]
        growth, rate, wrong = judged(sizes, found)
        bad += bool(wrong)
        times = ", ".join(f"{one['seconds']:.3f}" for one in found)
        print(f"| {kind.name} | {most:,} | {times} | {growth:.2f} | {rate:.2f} | "
              f"{max(one['memory'] for one in found):.0f} | {refused[:70]} {wrong.upper()} |", flush=True)
    print(f"\n{len(chosen)} kinds, {bad} too slow or growing too fast")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
