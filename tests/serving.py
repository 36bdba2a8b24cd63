"""A dashboard in a process of its own, as its users start it."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

TRACE = '''
import os, sys

def note(event, args):
    if event.startswith("socket.") and event.split(".")[1] in (
        "connect", "sendto", "sendmsg", "bind", "getaddrinfo", "gethostbyname", "gethostbyaddr",
    ):
        asked = args[0] if event.startswith("socket.get") else args[1]
        with open(os.environ["TRACE_TO"], "a") as file:
            file.write(f"{event} {asked[0] if isinstance(asked, tuple) else asked}\\n")

sys.addaudithook(note)
'''
"""A `sitecustomize` that notes in the file TRACE_TO what a process binds, connects to and looks up."""


_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 180.0


def free_port() -> int:
    """Return a port of this machine that nobody listens at.

    It is none of those that systems hand out by themselves, and each worker has others: until the
    server that is started has taken it, nobody else does.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 10
    ports = range(20_000 + 1000 * worker, 21_000 + 1000 * worker)
    for port in random.SystemRandom().sample(ports, len(ports)):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise OSError("no port is free")


@dataclass(frozen=True)
class Server:
    """A running app.

    Attributes:
        name: ``project`` or ``bare``.
        port: Where it listens.
        pid: Its process.
        started: Seconds from its start until it answered.
    """

    name: str
    port: int
    pid: int
    started: float

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Return the seconds of a core that the process has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """Return the megabytes that the process holds."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return float("nan")


@contextmanager
def running(name: str, folder: Path, **environment: str) -> Iterator[Server]:
    """Start the ``app.py`` of a folder with Streamlit on a free port, and wait until it answers.

    Args:
        name: What it is called.
        folder: Where it is.
        environment: Variables that it finds besides those of this process.
    """
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port),
        "--server.headless", "true", "--browser.gatherUsageStats", "false",
    ]
    variables = os.environ | {"PYTHONPATH": str(folder)} | environment
    begun = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for(process, port)
            yield Server(name, port, process.pid, time.monotonic() - begun)
        finally:  # A test that fails must not wait for the server for ever.
            process.terminate()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        if process.poll() is not None:
            break
        for place in ("_stcore/health", "healthz"):  # beneath a path, the second alone
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{place}", timeout=1):
                    return
            except OSError:
                time.sleep(0.05)
    raise SystemExit(f"the app didn't start at port {port}: {process.poll()}")


@contextmanager
def dashboard_server(**environment: str) -> Iterator[str]:
    """Start the dashboard on a free port; yield its address."""
    with running("project", ROOT, **environment) as server:
        yield server.url
