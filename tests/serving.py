"""A dashboard in a process of its own, as its users start it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def dashboard_server(**environment: str) -> Iterator[str]:
    """Start the dashboard on a free port; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    variables = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    with subprocess.Popen(
        command, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        url = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                    break
            except OSError:
                time.sleep(0.2)
        try:
            yield url
        finally:  # A test that fails must not wait for the server for ever.
            process.terminate()
