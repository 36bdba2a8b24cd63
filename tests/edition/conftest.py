"""Editions of the tests' own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.edition import Edition, build_edition, building
from tests.conftest import DATA
from tests.second_reply.conftest import two_replies

__all__ = ["two_replies"]


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition of the tests' own data, with everything; not to be changed."""
    return build_edition(DATA, tmp_path_factory.mktemp("edition") / "first").edition


@pytest.fixture
def without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pictures out, which take most of the time and are the same for all."""
    monkeypatch.setattr(building, "picture_files", lambda *_: iter(()))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }
