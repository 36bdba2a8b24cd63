"""Documents read in batches, here or in other processes, are the same documents."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from indicators.catalog import (
    CatalogReader,
    gathering,
    read_catalog,
)
from indicators.catalog.batches import (
    Batch,
    decode,
    encode,
    joined,
    read_batch,
    read_batch_apart,
)
from indicators.catalog.files import list_files
from indicators.limits.caps import RefusedError
from tests.benchmarks.made import write_catalog
from tests.catalog.large import plain_reading
from tests.catalog.test_reading_again import same
from tests.conftest import DATA


def test_side_by_side(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes read the same, in the same order, and where there are none this one does."""
    data = tmp_path / "made"
    write_catalog(DATA, data, claims=120, documents=12)
    plain = plain_reading(data, monkeypatch)
    monkeypatch.setattr(gathering, "SIDE_BY_SIDE", 2)
    monkeypatch.setattr(gathering, "_AT_ONCE", 5)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setenv("INDICATORS_CACHE", "")
    here: list[int] = []
    real = gathering.read_batch

    def noted(folder: Path, vocabulary: Any, files: Any) -> Any:
        here.append(len(files))
        return real(folder, vocabulary, files)

    monkeypatch.setattr(gathering, "read_batch", noted)
    assert same(read_catalog(data), plain)
    assert here == []

    def refused(*_: Any) -> Any:
        raise RefusedError("没有", "none")

    monkeypatch.setattr(gathering.Pool, "run", refused)
    assert same(read_catalog(data), plain)
    assert sorted(here) == [3, 5, 5]


def test_batches_joined(folder: Path, kept: Path) -> None:
    """Parts of two make one, as if they had been read together, through bytes and back."""
    reader = CatalogReader(folder)
    reader.read()
    assert reader.last is not None
    vocabulary = reader.last.vocabulary
    files = list(list_files(folder).files.items())
    files = [(name, state) for name, state in files if name.startswith("documents/")]
    whole = read_batch(folder, vocabulary, files)
    assert len(whole.read) == len(files) > 3
    again = decode(encode(whole))
    assert _told(again) == _told(whole)
    assert encode(again) == encode(whole) == read_batch_apart(folder, vocabulary, files)
    names = [name for name, _ in files]
    made = joined([(again, frozenset(names[1:3])), (whole, frozenset(names[3:]))])
    alone = read_batch(folder, vocabulary, files[1:])
    assert _told(made) == _told(alone)


def _told(batch: Batch) -> list[object]:
    return [
        json.loads(json.dumps([(one._replace(digest=b"", claims=b"")) for one in batch.read], default=str)),
        [(one.digest, one.claims) for one in batch.read], batch.lines, list(map(repr, batch.observations)),
    ]
