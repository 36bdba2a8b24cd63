"""Starting an app on a free port, and what the machine says of its process."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
BARE = Path(__file__).with_name("bare.py")
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 180.0


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
def _running(name: str, script: str, folder: Path, **environment: str) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port),
        "--server.headless", "true", "--browser.gatherUsageStats", "false",
    ]
    variables = os.environ | {"PYTHONPATH": str(folder)} | environment
    begun = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for(port)
            yield Server(name, port, process.pid, time.monotonic() - begun)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the app didn't start")


@contextmanager
def project_server(checkout: Path = PROJECT, data: Path | None = None) -> Iterator[Server]:
    """Start the dashboard of a checkout, with a data folder of its own if one is given."""
    environment = {"INDICATORS_DATA": str(data)} if data is not None else {}
    with _running("project", "app.py", checkout, **environment) as server:
        yield server


@contextmanager
def bare_server(scratch: Path) -> Iterator[Server]:
    """Start the bare app in a folder of its own, without any settings."""
    folder = scratch / "bare"
    folder.mkdir(exist_ok=True)
    shutil.copy(BARE, folder / "app.py")
    with _running("bare", "app.py", folder) as server:
        yield server
