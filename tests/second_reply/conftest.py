"""The tests' own data with the second reply entered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from tests.conftest import DATA
from tests.second_reply import enter


@pytest.fixture(scope="session")
def two_replies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with both replies; not to be changed."""
    return enter(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("two-replies") / "data")))


@pytest.fixture(scope="session")
def both(two_replies: Path) -> Catalog:
    """The catalogue of both replies, read once."""
    return read_catalog(two_replies)


@pytest.fixture
def shown_data(two_replies: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What pages and servers of a test show: both replies."""
    monkeypatch.setenv("INDICATORS_DATA", str(two_replies))
    return two_replies
