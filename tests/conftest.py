"""What several tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog

PROJECT = Path(__file__).resolve().parents[1]
DATA = PROJECT / "data"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The project's own data, read once."""
    return read_catalog(DATA)


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """A copy of the project's data that a test may change."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy
