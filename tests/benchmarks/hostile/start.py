"""Start the dashboard many times, by turns with a network and where outward packets are dropped.

`python -m tests.benchmarks.hostile start --rounds 10`. What a start takes is told in seconds of the
processor, which other work on the machine hardly changes, and in seconds by the clock. Under `strace`
one more server is started, shown to ten foreign pages and asked for every page: what any of its
threads and workers connects or sends to is listed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.viewers.servers import PROJECT, project_server

NO_NETWORK = (
    "ip link set lo up && ip addr add 192.0.2.1/32 dev lo && ip route add default dev lo src 192.0.2.1 && "
    "exec \"$@\""
)
"""A name space where all that isn't for this machine comes back to it and is dropped: nobody refuses it."""
PAGES = ("", "sources", "verify", "intake", "data", "explore", "deck", "indicator", "compute", "api/documents.json")
MOST_LONGER = 1.15
"""Times that the median start without a network may take of the processor, of one with it."""
_ADDRESS = re.compile(
    r"(bind|connect|sendto|sendmsg|sendmmsg)\(.*?sin6?_port=htons\((\d+)\).*?"
    r'(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"'
)


def once() -> dict[str, float]:
    """Start a dashboard; return seconds of the processor and by the clock until it answered."""
    with project_server() as server:
        return {"processor": server.cpu(), "clock": server.started}


def started(wrapped: Sequence[str]) -> dict[str, float]:
    """Return what a start takes in a process of its own, wrapped in another command."""
    command = [*wrapped, sys.executable, "-m", "tests.benchmarks.hostile", "start", "--once"]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return dict(json.loads(told.splitlines()[-1]))


def compared(rounds: int) -> int:
    """Print the medians with and without a network; 1 if a start without takes longer."""
    without = ["unshare", "-rn", "sh", "-c", NO_NETWORK, "sh"]
    taken: dict[str, list[dict[str, float]]] = {"with": [], "without": []}
    for number in range(rounds):
        # Each goes first as often as the other.
        for kind in ("with", "without") if number % 2 else ("without", "with"):
            taken[kind].append(started(without if kind == "without" else ()))
    ratio = 0.0
    for measure in ("processor", "clock"):
        median = {kind: statistics.median(one[measure] for one in all_) for kind, all_ in taken.items()}
        spread = {
            kind: f"{min(one[measure] for one in all_):.2f} to {max(one[measure] for one in all_):.2f}"
            for kind, all_ in taken.items()
        }
        ratio = ratio or median["without"] / median["with"]
        print(f"{measure}: with a network {median['with']:.2f} s ({spread['with']}), "
              f"without {median['without']:.2f} s ({spread['without']}): {median['without'] / median['with']:.2f} ×")
    return ratio > MOST_LONGER


def spoken_to(trace: str) -> list[str]:
    """Return the addresses, with their ports and calls, that a trace of system calls names."""
    return sorted({f"{call} {address}:{port}" for call, port, address in _ADDRESS.findall(trace)})


def traced() -> int:
    """Print all that a server under `strace` connects to; 1 if any of it isn't this machine."""
    from websockets.sync.client import connect

    from tests.routes.test_origins import run_page

    with tempfile.TemporaryDirectory() as place:
        log = Path(place) / "trace"
        wrapper = Path(place) / "python"
        calls = "trace=bind,connect,sendto,sendmsg,sendmmsg"
        wrapper.write_text(f'#!/bin/sh\nexec strace -D -f -qq -o {log} -e {calls} {sys.executable} "$@"\n')
        wrapper.chmod(0o755)
        own, sys.executable = sys.executable, str(wrapper)
        try:
            with project_server() as server:
                sys.executable = own
                stream = f"ws://127.0.0.1:{server.port}/_stcore/stream"
                for number in range(10):
                    begun = time.monotonic()
                    with suppress(Exception):
                        connect(stream, origin=f"http://evil{number}.example").close()
                    print(f"foreign page {number}: {time.monotonic() - begun:.2f} s")
                for page in PAGES:
                    urllib.request.urlopen(f"{server.url}/{page}").close()
                    if not page.startswith("api"):
                        with connect(stream, origin=server.url, max_size=None) as socket:
                            run_page(socket, page)
        finally:
            sys.executable = own
        found = spoken_to(log.read_text(errors="replace"))
    outside = [line for line in found if not re.search(r" (127\.|::1:)", line)]
    print(f"under strace: {', '.join(found)}; of the outside: {len(outside)}")
    # Where it listens must have been seen, or nothing was looked at.
    return bool(outside) or not any(line.startswith("bind 127.0.0.1") for line in found)


def main(arguments: Sequence[str]) -> int:
    """Measure as asked; 1 if a start without a network takes longer, or asks for the outside."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hostile start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--once", action="store_true", help="start one, and print what it took")
    options = parser.parse_args(arguments)
    if options.once:
        print(json.dumps(once()))
        return 0
    missed = [name for name in ("unshare", "ip", "strace") if shutil.which(name) is None]
    if missed:
        raise SystemExit(f"this needs {', '.join(missed)}")
    return traced() | compared(options.rounds)
