"""No figure of another document stands without that document's name, whatever view shows it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog
from indicators.decks.build import write_deck
from indicators.exports.picture_words import picture_words
from indicators.language.sentences import sentence, total_of
from indicators.pictures.picture import Kind
from indicators.pictures.slides import PALETTES, DeckSpec, Picture, build_deck
from indicators.pictures.slides.svg import render_svg
from indicators.table.codes import claim_of
from indicators.table.frame import observations
from indicators.ui.links import address
from tests.pages.test_pages import open_page
from tests.second_reply import FIRST, SECOND
from tests.second_reply.views import Figures, Shown, closed, named, page_texts, plain

LANGUAGES = ("zh", "en")
PAGES = [
    ("", {}), ("indicator", {}), ("explore", {}), ("explore", {"view": "table"}),
    ("explore", {"view": "chart"}), ("explore", {"q": "园区"}), ("quality", {}), ("sources", {}),
    ("compare", {"indicator": "benchmark_parks"}), ("compare", {"indicator": "base_stations_5g"}),
    ("data", {}), ("data", {"indicator": "benchmark_parks"}), ("deck", {}), ("present", {}),
    ("methodology", {}), ("intake", {}), ("verify", {}), ("proof", {}),
]  # fmt: skip


@pytest.fixture(scope="module", params=LANGUAGES)
def figures(request: pytest.FixtureRequest, both: Catalog) -> Figures:
    """The printed figures in each language."""
    return Figures(both, request.param)


def grids(test: AppTest) -> int:
    """Return how many tables a page shows."""
    return sum(
        element.proto.component_name == "grid" for element in test.get("bidi_component")
    )


def unnamed(shown: Iterator[Shown], figures: Figures) -> list[tuple[str, list[str], str]]:
    """Return where others' figures stand alone, and what was looked through at all."""
    texts = list(shown)
    assert texts
    return [
        (where, found, text[:200]) for where, text in texts if (found := figures.unnamed(text))
    ]


@pytest.mark.parametrize(("path", "query"), PAGES, ids=lambda value: str(value))
@pytest.mark.usefixtures("shown_data")
def test_on_pages(path: str, query: dict[str, str], figures: Figures) -> None:
    """Cards, rows, lines, hover texts and alternative texts: each names the document itself."""
    test = open_page(path, figures.lang, **query)
    assert not test.exception
    assert unnamed(page_texts(test, path), figures) == []


@pytest.mark.usefixtures("shown_data")
def test_in_the_table_that_a_heading_opens(figures: Figures) -> None:
    """The rows of the data page."""
    test = open_page("data", figures.lang)
    before = grids(test)
    test.session_state["twin-data"] = True
    test.run()
    assert not test.exception
    assert grids(test) == before + 1
    assert unnamed(page_texts(test, "data"), figures) == []


def test_in_what_is_copied_of_pictures(both: Catalog, figures: Figures) -> None:
    """Each row of a picture's table, and each sentence."""
    deck = build_deck(both, observations(both), DeckSpec(), figures.lang)
    said = [(picture.key, picture_words(both, picture)) for picture in deck.slides]
    rows = [Shown(key, closed("|".join(row))) for key, words in said for row in words["rows"]]
    sentences = [Shown(key, closed(text)) for key, words in said for text in words["sentences"]]
    assert len(rows) > len(both.sectors)
    assert unnamed(iter([*rows, *sentences]), figures) == []


@pytest.mark.usefixtures("shown_data")
def test_on_the_page_of_codes(both: Catalog, figures: Figures) -> None:
    """An old slide's code still holds; whose figure it is, and which is newer, stands with it."""
    rows = [row for row in both.observations if row.document in (FIRST, SECOND)]
    test = open_page("verify", figures.lang)
    test.text_area(key="codes").set_value(" ".join(claim_of(row).code for row in rows)).run()
    assert not test.exception
    texts = list(page_texts(test, "verify"))
    lines = [text for where, text in texts if where.endswith("table")]
    assert len(lines) == len(rows)
    assert unnamed(iter(texts), figures) == []
    [of_stations] = [line for line in lines if "10.97万座" in line]
    newer = {"zh": "12.36万座", "en": "123,600stations"}[figures.lang]
    assert newer in of_stations
    targets = [line for line in lines if "15万座" in line]
    assert targets and all({"zh": "目标", "en": "target"}[figures.lang] in line for line in targets)


@pytest.mark.usefixtures("shown_data")
def test_on_sector_pages(both: Catalog, figures: Figures) -> None:
    """Every sector, those too of which the new reply says nothing any more."""
    for sector in both.sectors:
        test = open_page(address(sector), figures.lang)
        assert not test.exception
        assert unnamed(page_texts(test, sector), figures) == []


@pytest.mark.usefixtures("shown_data")
def test_on_indicator_pages(both: Catalog, figures: Figures) -> None:
    """Every indicator that a reply states, with its earlier figures beside it."""
    said = {row.indicator for row in both.observations if row.document in (FIRST, SECOND)}
    for indicator in sorted(said):
        test = open_page("indicator", figures.lang, id=indicator)
        assert not test.exception
        assert unnamed(page_texts(test, indicator), figures) == []


def test_the_views_show_what_they_are_searched_for(both: Catalog) -> None:
    """The search finds a bare figure, and a named one it lets pass; else the tests above can't fail."""
    figures = Figures(both, "zh")
    assert figures.unnamed(closed("5G基站 10.97 万座 2025年一季度")) == ["10.97万座"]
    assert figures.unnamed(closed("5G基站 10.97 万座 据第2025324号建议的答复")) == []
    assert figures.unnamed(closed("5G基站 12.36 万座 2026年一季度")) == []
    assert figures.unnamed(closed("110.97万座")) == []
    assert figures.unnamed(closed("12家")) == []
    assert figures.unnamed(closed("10个")) == []  # Anything's.
    assert figures.unnamed(closed("标杆工业园 10 个")) == ["10个"]
    assert figures.unnamed(closed("标杆工业园 10 个 据第2025324号建议的答复")) == []


@pytest.fixture(scope="module")
def slides(both: Catalog, figures: Figures) -> tuple[Picture, ...]:
    """The whole deck but for its trends, whose points have their documents' numbers."""
    made = build_deck(both, observations(both), DeckSpec(), figures.lang).slides
    return tuple(slide for slide in made if slide.kind is not Kind.TREND)


def missing(slide: Picture, drawn: str, figures: Figures) -> list[str]:
    """Return the names of a slide's figures that are another's and drawn without whose they are."""
    found = []
    at = 0
    for number, figure in enumerate(slide.figures):
        at = max(at, drawn.find(closed(figure.name), at))
        following = slide.figures[number + 1 :]
        end = drawn.find(closed(following[0].name), at + 1) if following else len(drawn)
        document = figures.catalog.documents[figure.row["document"]].document
        if document.id != SECOND and not named(document, drawn[at:end], figures.lang):
            found.append(figure.name)
    return found


def test_on_slides(slides: tuple[Picture, ...], figures: Figures) -> None:
    """Between a figure's name and the next one's its document is said; and in the headline."""
    foreign = 0
    for slide in slides:
        picture = render_svg(slide, PALETTES["light"])
        drawn = closed(plain(picture.replace("</text>", " ")))
        # The figures come after the head: title, source, codes.
        drawn = drawn[drawn.index("核验码" if figures.lang == "zh" else "Code"):]
        assert missing(slide, drawn, figures) == [], slide.heading
        assert figures.unnamed(closed(slide.heading)) == []
        foreign += sum(figure.row["document"] != SECOND for figure in slide.figures)
    assert foreign >= 6


def test_in_the_deck(slides: tuple[Picture, ...], figures: Figures) -> None:
    """PowerPoint finds the name in the cell or category of the figure itself."""
    data = write_deck(slides, PALETTES["light"], figures.lang, title="t", author="a")
    for slide, page in zip(slides, Presentation(io.BytesIO(data)).slides, strict=True):
        beside: list[str] = []
        for shape in page.shapes:
            if shape.has_chart:
                beside += [str(name) for name in shape.chart.plots[0].categories]
            if shape.has_table:
                beside += [cell.text for row in shape.table.rows for cell in row.cells]
        for document in {figure.row["document"] for figure in slide.figures} - {SECOND}:
            entry = figures.catalog.documents[document].document
            count = sum(figure.row["document"] == document for figure in slide.figures)
            assert sum(named(entry, closed(text), figures.lang) for text in beside) >= count
        if page.has_notes_slide:
            assert figures.unnamed(closed(page.notes_slide.notes_text_frame.text)) == []


def test_in_sentences(both: Catalog, figures: Figures) -> None:
    """What is copied into a text says whose it is, unless it is the leading document's."""
    rows = observations(both).to_dict("records")
    for row in rows:
        said = closed(sentence(row, both, figures.lang, total_of(row, rows)))
        document = both.documents[row["document"]].document
        assert row["document"] == SECOND or named(document, said, figures.lang), said


@pytest.fixture(scope="module")
def client(two_replies: Path) -> TestClient:
    """A client of the data URLs over both replies."""
    from tests.routes.test_endpoints import client_of

    made = client_of(two_replies)
    assert isinstance(made.app, Starlette)
    return made


def test_in_exports(client: TestClient, both: Catalog) -> None:
    """Each row of each format carries its document's id and title."""
    count = len(both.observations)
    table = client.get("/api/observations.csv").text
    book = openpyxl.load_workbook(io.BytesIO(client.get("/api/observations.xlsx").content))
    objects = client.get("/api/observations.json").json()
    read = list(csv.DictReader(io.StringIO(table)))
    assert len(read) == len(objects) == count
    for rows in (read, objects):
        for row in rows:
            assert row["document"] in both.documents
            entry = both.documents[row["document"]].document
            assert any(
                named(entry, closed(str(value)), "zh") for value in row.values()
            ), json.dumps(row, ensure_ascii=False)
    found = 0
    figures = Figures(both, "zh")
    for sheet in book.worksheets:
        for cells in sheet.iter_rows(values_only=True):
            line = closed(" ".join(str(cell) for cell in cells if cell is not None))
            found += bool(figures.foreign(line))
            ids = {owner for owners in figures.foreign(line).values() for owner in owners}
            assert not figures.unnamed(line) or any(one in line for one in ids), line
    assert found >= 20
