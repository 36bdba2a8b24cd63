"""The static page of an indicator has its figures of all places, and what is derived from them says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from indicators.derived import text_of, working
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import indicator_page
from indicators.publishing.writing import Writer
from indicators.table.frame import observations
from tests.derived.test_measures import document, made


@pytest.fixture
def places(board: Board, tmp_path: Path) -> Board:
    """Four cities and the nation: one of another date, one without what it would be divided by."""
    measures = made(
        tmp_path, document("440100", ("masts", "1.2万座", "2024"), ("works", "40座", "2024")),
        document("440300", ("masts", "超30座", "2024"), ("works", "40座", "2024")),
        document("110000", ("masts", "30座", "2019")), document("310000", ("masts", "约50座", "2024")),
        document("CN", ("masts", "9万座", "2024")),
    )
    return Board(board.edition, measures.catalog, observations(measures.catalog))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_places_with_date_and_document(places: Board, lang: str) -> None:
    """Drawn beside each other but for the one of another date; who has no figure is named, never zero."""
    drawings = Drawings(places)
    page = indicator_page(places, drawings, "masts", lang)
    listed = next(block for block in page.blocks if block.kind == "table")  # the first one
    names = [str(row[0]) for row in listed.rows]
    assert len(names) == len(set(names)) == 5
    said = Writer(places, lambda _, __: Markup("")).html(page, page.path).decode()
    assert ("超30座" in said) if lang == "zh" else ("over 30" in said)
    assert ("杭州" if lang == "zh" else "Hangzhou") in said
    drawn = [path for path in drawings.files if path.startswith(f"pictures/{lang}/indicator/masts.PLACES")]
    assert len(drawn) == 2
    assert "2019" not in drawings.files[drawn[0]].decode()
    assert f"embed/{lang}/indicator/masts.PLACES.html" in drawings.files
    assert f'href="../../embed/{lang}/indicator/masts.PLACES.html"' in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_derived_measures_say_that_they_are(places: Board, lang: str) -> None:
    """Each value with its bound, its working and the codes of what it rests on; where nothing follows, why."""
    page = indicator_page(places, Drawings(places), "masts", lang)
    said = Writer(places, lambda _, __: Markup("")).html(page, page.path).decode()
    found = places.measures.all_places("masts_per_100_works")
    assert len(found.values) == 2
    for value in found.values:
        assert text_of(value, lang) in said
        assert all(code in said for code in value.codes)
        assert all(str(Markup.escape(step)) in said for step in working(places.catalog, value, lang))
    assert said.count("算出来的" if lang == "zh" else "no document prints it") >= 2
    assert any(str(Markup.escape(one.reason(lang))) in said for one in found.refused)


def test_one_place_alone_has_no_such_section(board: Board) -> None:
    """Where nothing is derived either."""
    page = indicator_page(board, Drawings(board), "optical_cable_length", "zh")
    assert not [block for block in page.blocks if block.kind == "heading" and block.text == "各地"]
