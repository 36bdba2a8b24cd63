"""The same figure says the same wherever it leaves: word, bound, unit, date, source, section and code.

A PNG is the picture's SVG, painted by the browser that downloads it (`tests/browser/test_taking_in_chromium.py`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape

import pandas as pd
import pytest
from docx import Document
from markupsafe import Markup
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.catalog import Catalog
from indicators.decks.build import write_deck
from indicators.decks.word import write_report
from indicators.edition import build_edition, building
from indicators.exports.picture_words import picture_words
from indicators.models import Chart
from indicators.pictures.brief import brief
from indicators.pictures.charts import build_chart
from indicators.pictures.choosing import card_of
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import indicator_page
from indicators.publishing.site import board_of
from indicators.publishing.writing import Writer
from indicators.routes.endpoints import build_routes
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from tests.conftest import DATA

FIGURES = (
    # indicator, sector, what stands large in Chinese and in English, its period, code, part and item
    ("optical_cable_length", "connectivity", "超43万公里", "over430,000km", "2025年一季度", "Q12025", "5QHHZ-TC8FS", "二", "2"),
    ("base_stations_5g", "connectivity", "10.97万座", "109,700stations", "2025年一季度", "Q12025", "KB8D4-WBZRR", "二", "2"),
    ("high_tech_enterprises", "innovation", "突破1.35万家", "over13,500enterprises", "2024年", "2024", "97PP9-8F8RH", "一", "2"),
)
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    return observations(catalog)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """What a static site is made from; its own pictures, which another test compares, are left out."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(building, "picture_files", lambda *_: iter(()))
        return board_of(build_edition(DATA, tmp_path_factory.mktemp("edition") / "first").edition)


def static_page(board: Board, indicator: str, lang: str) -> str:
    """Return an indicator's page of the static site, as it is written."""
    page = indicator_page(board, Drawings(board), indicator, lang)
    return Writer(board, lambda _, __: Markup("")).html(page, page.path).decode()


@pytest.fixture(scope="module")
def client(catalog: Catalog, table: pd.DataFrame) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=build_routes(lambda: Supply(catalog, table)))) as made:
        yield made


def closed(text: str) -> str:
    """Return a text without tags and gaps."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", text)))


def slide_text(data: bytes) -> str:
    """Return all that a deck's only slide prints, and its notes."""
    [page] = Presentation(io.BytesIO(data)).slides
    found = []
    for shape in page.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return closed(" ".join([*found, page.notes_slide.notes_text_frame.text]))


def document_text(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    return closed(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


@LANGS
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure[0])
def test_card_slide_picture_deck_word_and_static_page_agree(
    catalog: Catalog, table: pd.DataFrame, client: TestClient, board: Board, figure: tuple[str, ...], lang: str
) -> None:
    """Ten ways out, drawn by eight hands: each has all seven, and none has another figure in its place."""
    indicator, sector, zh, en, when_zh, when_en, code, part, item = figure
    said, when = (en, when_en) if lang == "en" else (zh, when_zh)
    section = re.compile(rf"[Pp]art1\({'一二三'.index(part) + 1}\)items?{item}" if lang == "en" else rf"一\({part}\){item}")
    issuer = (
        "Guangzhou Municipal Industry and Information Technology Bureau" if lang == "en" else "广州市工业和信息化局"
    )
    number = "No. 2025324" if lang == "en" else "第2025324号"
    chart: Chart = card_of(catalog.indicators[indicator])
    card = build_chart(catalog, table, chart, lang)
    [slide] = build_deck(catalog, table, DeckSpec((f"@{indicator}",)), lang).slides
    page, report = brief(catalog, table, lang, sector), write_report(catalog, table, lang, (sector,))
    copied = picture_words(catalog, slide)
    assert card is not None and page is not None and report is not None
    ways = {
        "card": closed(card.html),
        "static page": closed(static_page(board, indicator, lang)),
        "slide": closed(render_svg(slide, PALETTES["light"])),
        "address": closed(client.get(f"/api/picture.svg?slide=@{indicator}&lang={lang}").text),
        "deck": slide_text(write_deck([slide], PALETTES["light"], lang)),
        "brief": closed(page.svg),
        "word": document_text(report),
        "word by address": document_text(client.get(f"/api/report.docx?sector={sector}&lang={lang}").content),
        "copied": closed(" ".join([*copied["sentences"], *copied["source"], *map(" ".join, copied["rows"])])),
    }
    for way, text in ways.items():
        for wanted in (said, when, code, closed(issuer), closed(number)):
            assert closed(wanted) in text, (way, wanted)
        assert section.search(text), (way, section.pattern)
        bare = re.sub(r"^\D+", "", said)
        if bare != said:  # 超, or 超过 in a record's own words, stands before the number every time that it is printed.
            assert not re.search(rf"(?<![{re.escape(said[: -len(bare)])}过.,\d>]){re.escape(bare)}", text), way


def test_data_by_address_has_the_same(client: TestClient) -> None:
    """As columns: the figure as printed, its relation, unit, period, document and code."""
    answer = client.get("/api/observations.csv?document=gz-2025324")
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    for indicator, _, zh, _, _, _, code, part, item in FIGURES:
        row = rows[code]
        assert row["section"] == f"一({part}){item}"
        bound = zh.startswith(("超", "突破"))
        assert (row["indicator"], row["figure"]) == (indicator, zh)
        assert row["relation"] == ("greater_than" if bound else "equal")
        assert (row["document_number"], row["producer"]) == ("第2025324号", "广州市工业和信息化局")
        assert row["document_access"] == "public"
        assert row["time_period"] in ("2025-Q1", "2024")


def test_it_would_notice() -> None:
    """A figure that lost its bound isn't found where one with it is looked for."""
    assert closed("超43万公里") not in closed(str(Markup("<b>43</b> 万公里")))
