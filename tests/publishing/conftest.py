"""The static site of the tests' own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.edition import Edition
from indicators.publishing import publish
from indicators.publishing.board import Board
from indicators.publishing.site import board_of
from tests.browser.conftest import browser
from tests.edition.conftest import edition

__all__ = ["browser", "edition"]


@pytest.fixture(scope="session")
def board(edition: Edition) -> Board:
    """What the site's pages are made from."""
    return board_of(edition)


@pytest.fixture(scope="session")
def site(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, under two folders of another name; not to be changed."""
    target = tmp_path_factory.mktemp("site") / "an y" / "前缀"
    publish(edition, target)
    return target
