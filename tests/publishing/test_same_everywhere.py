"""A figure is the same on the static page, on the live page, in the deck and at the data URL.

What the data URL gives is what the others are held against: they are read back as their readers read them.
"""

from __future__ import annotations

import csv
import io
import math
import re
from html import unescape
from pathlib import Path

import lxml.html
import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.language.text import number_text, row_period
from indicators.publishing.board import Board
from indicators.routes import build_routes
from indicators.routes.supply import Supply
from tests.pages.test_pages import html as html_of
from tests.pages.test_pages import open_page

Rows = dict[str, dict[str, str]]


def closed(text: str) -> str:
    """Return a text without tags and gaps."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", text)))


@pytest.fixture(scope="module")
def client(board: Board) -> TestClient:
    """A client of the data URLs."""
    supply = Supply(board.catalog, board.table)
    return TestClient(Starlette(routes=build_routes(lambda: supply)))


def chosen(board: Board) -> list[str]:
    """Return indicators of every bound and kind of measure that the tests' data has, one of each."""
    found: dict[tuple[str, str, bool], str] = {}
    for code in board.catalog.indicators:
        row = board.latest_here(code)
        if row is not None:
            kind = (str(row["relation"]), str(row["measure_type"]), int(row["unit_mult"]) > 0)
            found.setdefault(kind, code)
    assert len(found) > 8
    return list(found.values())


def slides_of(client: TestClient, indicators: list[str], lang: str) -> list[str]:
    """Return all that each slide of a deck says, its notes included."""
    keys = ",".join(f"@{code}" for code in indicators)
    answer = client.get("/api/deck.pptx", params={"deck": keys, "lang": lang})
    assert answer.status_code == 200, answer.text
    slides = []
    for slide in Presentation(io.BytesIO(answer.content)).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        slides.append(closed(" ".join([*texts, slide.notes_slide.notes_text_frame.text])))
    return slides


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_figure_four_ways(board: Board, site: Path, client: TestClient, lang: str) -> None:
    """Word, bound, number, unit, date, document and code; and the number to its last digit."""
    catalog = board.catalog
    table: Rows = {
        row["code"]: row for row in csv.DictReader(io.StringIO(client.get("/api/observations.csv").text))
    }
    indicators = chosen(board)
    slides = slides_of(client, indicators, lang)
    for code in indicators:
        cells = board.latest_here(code)
        assert cells is not None
        given = table[str(cells["code"])]
        # The data URL has what the table has, to the last digit.
        assert given["figure"] == cells["figure"] and given["relation"] == cells["relation"]
        for name in ("obs_value", "lower", "upper"):
            assert given[name] == "" if math.isnan(cells[name]) else float(given[name]) == cells[name], (code, name)
        said = closed(number_text(cells, catalog, lang).plain).lower()
        wanted = (said, closed(row_period(cells, lang)).lower(), given["code"].lower())
        page = lxml.html.parse(str(site / lang / "indicator" / f"{code}.html")).getroot()
        live = open_page("indicator", lang, id=code)
        ways = {
            "static": closed(str(page.find(".//main").text_content())).lower(),
            "live": closed(html_of(live)).lower(),
            "deck": next((slide for slide in reversed(slides) if given["code"] in slide), "").lower(),
        }
        for way, text in ways.items():
            for one in wanted:
                assert one in text, (code, way, one)
        for way in ("static", "live"):
            assert closed(given["figure"]).lower() in ways[way], (code, way)
        # The static page's table has the very number, for its sorting.
        sorted_by = {cell.get("data-sort") for cell in page.iter("td")}
        if not math.isnan(cells["obs_value"]):
            assert float(given["obs_value"]) in {float(text) for text in sorted_by if text and _is_number(text)}, code


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
