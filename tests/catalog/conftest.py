"""Folders that count as large, and a cache for them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from indicators.catalog import batches, gathering, reading
from tests.catalog.large import WARNED, age


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a program to which every folder is a large one."""
    monkeypatch.setattr(reading, "MANY_FILES", 0)
    monkeypatch.setattr(gathering, "MANY", 1)
    monkeypatch.setenv("INDICATORS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(data_copy: Path) -> Path:
    """A data folder that nobody has touched for a while; some claims have a warning."""
    path = data_copy / WARNED
    text = path.read_text(encoding="utf-8")
    head, period, rest = text.partition("    period: none\n")
    assert period
    path.write_text(head + rest, encoding="utf-8")
    age(data_copy)
    return data_copy


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents whose files were opened since."""
    names: list[str] = []
    for module in (batches, sys.modules["indicators.catalog.sources"]):
        real = module.read_bytes  # type: ignore[attr-defined]

        def noted(path: Path, name: str, *more: Any, real: Any = real) -> Any:
            if name.startswith("documents/"):
                names.append(name)
            return real(path, name, *more)

        monkeypatch.setattr(module, "read_bytes", noted)
    return names
