"""What several tests share.

Tests stand on data of their own, frozen in ``tests/data/``, whatever is entered in ``data/``; the
shipped data is held to rules in ``tests/shipped/``. Pages, servers and commands that a test starts
find the frozen data by ``INDICATORS_DATA``, like anybody who names another folder.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.cache import VARIABLE as CACHE_VARIABLE
from indicators.catalog.today import TODAY_VARIABLE
from indicators.reading.folder import ENVIRONMENT_VARIABLE
from tests.serving import dashboard_server

PROJECT = Path(__file__).resolve().parents[1]
DATA = PROJECT / "tests" / "data"
"""The tests' own data: names, counts and sentences may be expected of it."""
SHIPPED = PROJECT / "data"
"""What maintainers edit: only rules may be expected of it."""

os.environ[ENVIRONMENT_VARIABLE] = str(DATA)
# No test depends on the day, however the machine's clock stands.
os.environ[TODAY_VARIABLE] = "2032-01-01"

# What was read is kept where a test says so, and nowhere else.
os.environ[CACHE_VARIABLE] = "off"

# A busy machine is no fault of the code: no example is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The tests' own data, read once."""
    return read_catalog(DATA)


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """A copy of the tests' own data that a test may change."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a dashboard with the tests' own data, which no test changes; one for each worker."""
    with dashboard_server() as url:
        yield url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try what fails in a browser once more, and report it: a machine with much to do keeps one waiting too long."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))
