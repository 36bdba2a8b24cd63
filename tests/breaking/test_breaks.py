"""The breaks can still be made: each finds its place, and leaves a program that can be read."""

from __future__ import annotations

import ast

import pytest

from tests.breaking.__main__ import PROJECT
from tests.breaking.breaks import BREAKS, Break


@pytest.mark.parametrize("one", BREAKS, ids=lambda one: one.what)
def test_each_break_finds_its_place(one: Break) -> None:
    """The piece of text occurs once, and what takes its place is a program too."""
    text = (PROJECT / one.file).read_text(encoding="utf-8")
    assert text.count(one.old) == 1
    assert one.new != one.old
    ast.parse(text.replace(one.old, one.new))
    for tests in one.tests.split():
        assert (PROJECT / tests).exists()


def test_there_are_enough() -> None:
    """Thirty at least, in every room of the middle of the house."""
    assert len(BREAKS) >= 30
    assert len({one.what for one in BREAKS}) == len(BREAKS)
    rooms = {one.file.split("/")[1] for one in BREAKS}
    assert rooms >= {"language", "evidence", "table", "pictures", "decks", "routes"}
