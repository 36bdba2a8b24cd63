"""How a sector's figures are shared out over its slides, and how tall each row of them is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.pictures.grid import grid_of
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.table.frame import observations
from tests.conftest import DATA
from tests.second_reply import enter


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The tests' data with the second reply, which has more figures in a sector."""
    return read_catalog(enter(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("both") / "data"))))


def test_no_slide_begins_with_one_or_two_where_others_are_full(both: Catalog) -> None:
    """Seven figures beside a chart's are four and three, not six and one; none stands twice or is lost."""
    slides = build_deck(both, observations(both), DeckSpec(("innovation",)), "zh").slides
    own = [slide for slide in slides if ".SLIDE" in slide.key]
    assert [(slide.key, len(slide.figures)) for slide in own] == [("innovation.SLIDE", 6), ("innovation.SLIDE2", 3)]
    names = [str(mark.row["indicator"]) for slide in own for mark in slide.figures]
    assert len(names) == len(set(names))


def test_rows_are_as_tall_as_their_own_words(both: Catalog) -> None:
    """A row with less beneath its figures is lower, and all rows together fit the room."""
    [slide] = build_deck(both, observations(both), DeckSpec(("connectivity.SLIDE",)), "zh").slides
    grid = grid_of(slide, slide.numbers, 691, 616)
    assert len(set(grid.heights)) > 1 and grid.height <= 617
    assert grid.top(len(slide.numbers) - 1) == sum(grid.heights[:-1])
