"""What tests of large folders share."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog, reading

WARNED = "documents/gz-2025324.yaml"


def age(folder: Path) -> None:
    """Let every file be a minute old."""
    then = time.time() - 60
    for path in folder.rglob("*.yaml"):
        os.utime(path, (then, then))


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust times at once: what a test changes is a moment old, and its inode's time can't be set."""
    monkeypatch.setattr("indicators.catalog.sources.SETTLED", -1.0)


def plain_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """Return what a program without a cache reads, one document after another."""
    with monkeypatch.context() as other:
        other.setattr(reading, "MANY_FILES", 10_000)
        return read_catalog(folder)


def file_of(kept: Path) -> Path:
    """Return the one file of the cache."""
    (found,) = kept.glob("*.read")
    return found
