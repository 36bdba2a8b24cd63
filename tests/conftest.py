"""What several tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from indicators.catalog import Catalog, read_catalog

PROJECT = Path(__file__).resolve().parents[1]
DATA = PROJECT / "data"

# A busy machine is no fault of the code: no example is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


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
