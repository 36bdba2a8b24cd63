"""The two apps that are measured beside each other, each on a port of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import ROOT as PROJECT
from tests.serving import Server, running

__all__ = ["PROJECT", "Server", "bare_server", "project_server"]

BARE = Path(__file__).with_name("bare.py")


@contextmanager
def project_server(checkout: Path = PROJECT, data: Path | None = None) -> Iterator[Server]:
    """Start the dashboard of a checkout, with a data folder of its own if one is given."""
    environment = {"INDICATORS_DATA": str(data)} if data is not None else {}
    with running("project", checkout, **environment) as server:
        yield server


@contextmanager
def bare_server(scratch: Path) -> Iterator[Server]:
    """Start the bare app in a folder of its own, without any settings."""
    folder = scratch / "bare"
    folder.mkdir(exist_ok=True)
    shutil.copy(BARE, folder / "app.py")
    with running("bare", folder) as server:
        yield server
