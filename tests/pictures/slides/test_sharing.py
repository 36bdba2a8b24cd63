"""How a sector's figures are shared out over its slides, and how tall each row of them is."""

from __future__ import annotations

import html
import io
import re
import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from indicators.catalog import Catalog, read_catalog
from indicators.decks.build import write_deck
from indicators.pictures.grid import grid_of
from indicators.pictures.palette import PALETTES
from indicators.pictures.picture import Kind
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.pictures.slides.svg import render_svg
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


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_figures_that_have_a_slide_to_themselves_say_what_is_counted(both: Catalog, lang: str) -> None:
    """In the picture and in the deck, and only where the numbers stay large."""
    slides = build_deck(both, observations(both), DeckSpec(("data_space.SLIDE", "connectivity.SLIDE")), lang).slides
    alone = next(slide for slide in slides if slide.kind is Kind.CARDS)
    pages = list(Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], lang))).slides)
    [table] = [shape.table for shape in pages[slides.index(alone)].shapes if shape.has_table]
    cells = [cell.text for cell in table.iter_cells()]
    drawn = "".join(re.findall(r">([^<>]+)<", render_svg(alone, PALETTES["light"]))).replace(" ", "")
    for mark in alone.marks:
        assert any(mark.definition in cell for cell in cells)
        assert html.escape(mark.definition).replace(" ", "") in drawn
    beside = next(slide for slide in slides if slide.numbers)
    assert not grid_of(beside, beside.numbers, 691, 616).counted
    crowded = grid_of(alone, alone.marks, 1728, 210)
    assert not crowded.counted and crowded.size > grid_of(alone, alone.marks, 300, 700).size
