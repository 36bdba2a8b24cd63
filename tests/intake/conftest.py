"""The made-up reply, begun against the tests' own data."""

from __future__ import annotations

import pytest

from indicators.catalog.assembling import Reading
from indicators.catalog.store import CatalogStore
from indicators.intake import Intake, begin
from tests.conftest import DATA
from tests.intake.reply import REPLY


@pytest.fixture(scope="session")
def folder() -> Reading:
    """The tests' data, read once."""
    return CatalogStore(DATA).reading()


@pytest.fixture(scope="session")
def begun(folder: Reading) -> Intake:
    """The work on the made-up reply, with nothing done yet."""
    made = begin(REPLY, folder.catalog).intake
    assert made is not None
    return made
