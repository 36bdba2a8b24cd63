"""The new reply leads everywhere by itself, and what it aims at is nowhere taken for what is."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from pptx import Presentation
from starlette.testclient import TestClient

from indicators.catalog import TOTAL, Catalog
from indicators.decks.build import write_deck
from indicators.evidence.standing import standing
from indicators.language.sentences import headline, sentence
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.pictures.slides.svg import render_svg
from indicators.table.frame import observations
from indicators.table.rows import as_row
from indicators.ui.links import address
from tests.pages.test_pages import html, open_page, words
from tests.routes.test_endpoints import client_of
from tests.second_reply import FIRST, NEW_SECTOR, SECOND, TARGETS
from tests.second_reply.views import Figures, closed, page_texts, plain

LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
WORD = {"zh": "目标", "en": "target"}


def test_the_newest_main_document_leads(both: Catalog) -> None:
    """Nothing was edited in the earlier reply, whose role is main as well."""
    assert both.main_document is not None
    assert both.main_document.document.id == SECOND
    assert both.documents[FIRST].document.role == "main"


def test_what_the_reply_states_is_what_stands(both: Catalog) -> None:
    """Of each indicator that it states as a fact; where it doesn't, another document's fact stands.

    The government's report of January 2026 doesn't lead with its 1.37万家, nor the blue book with
    its forecast for 2025, nor the reply itself with its targets.
    """
    for indicator in {row.indicator for row in both.observations}:
        rows = [row for row in both.observations
                if row.indicator == indicator and row.breakdown == TOTAL]
        chosen = standing(both, rows)
        if chosen is None:
            continue
        own = [row for row in rows if row.document == SECOND and row.obs_status == "A"]
        facts = [row for row in rows if row.obs_status not in ("T", "F")]
        assert chosen.document == SECOND or not own, indicator
        assert chosen.obs_status == "A" or not facts, indicator


@LANGUAGES
@pytest.mark.usefixtures("shown_data")
def test_the_overview(lang: str) -> None:
    """Title, number and the leading figures are the new reply's; the old ones' aren't there."""
    test = open_page("", lang)
    said = closed(words(test))
    assert "2026118" in closed(re.split(r"</p>", html(test))[0])
    new, old = {"zh": (["12.36万座", "45.1万公里", "突破1.42万家", "327个"], ["10.97万座", "43万公里"]),
                "en": (["123,600stations", "451,000km", "over14,200", "327sites"],
                       ["109,700", "430,000km"])}[lang]
    assert all(figure in said for figure in new)
    assert not any(figure in said for figure in old)


@LANGUAGES
@pytest.mark.usefixtures("shown_data")
def test_a_sector_page(both: Catalog, lang: str) -> None:
    """Its cards are the new reply's, and its table begins with it."""
    test = open_page(address("connectivity"), lang)
    texts = list(page_texts(test, "connectivity"))
    key = [text for where, text in texts if where.endswith("html") and "2026" in text]
    assert ("12.36万座" if lang == "zh" else "123,600stations") in key[0]
    rows = [text for where, text in texts if where.endswith("table")]
    own = sum(row.document == SECOND and row.sector == "connectivity" for row in both.observations)
    assert all("2026118" in row for row in rows[:own])
    assert not any("2026118" in row for row in rows[own:])


@LANGUAGES
def test_the_deck(both: Catalog, lang: str) -> None:
    """Every fact of the new reply is in it, and each slide that has one names the reply as source."""
    slides = build_deck(both, observations(both), DeckSpec(), lang).slides
    drawn = {(figure.row["indicator"], figure.row["breakdown"]) for slide in slides
             for figure in slide.figures if figure.row["document"] == SECOND}
    wanted = {(row.indicator, row.breakdown) for row in both.observations
              if row.document == SECOND and row.obs_status == "A"}
    assert wanted <= drawn
    data = write_deck(slides, PALETTES["light"], lang, title="t", author="a")
    for slide, page in zip(slides, Presentation(io.BytesIO(data)).slides, strict=True):
        text = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        if any(figure.row["document"] == SECOND for figure in slide.figures):
            assert "2026118" in text


@pytest.fixture(scope="module")
def client(two_replies: Path) -> TestClient:
    """A client of the data URLs over both replies."""
    return client_of(two_replies)


def test_the_data_urls_and_the_table(client: TestClient, both: Catalog) -> None:
    """A row says whether it stands and what role its document has; the new reply's facts stand."""
    rows = list(csv.DictReader(io.StringIO(client.get("/api/observations.csv").text)))
    assert [row["document"] for row in rows] == list(observations(both)["document"])
    roles = {row["document"]: row["document_role"] for row in rows}
    assert (roles[SECOND], roles[FIRST]) == ("leading", "previous")
    stands = [row for row in rows if row["stands"].lower() == "true"]
    assert len({row["indicator"] for row in stands}) == len(stands)
    by_indicator = {row["indicator"]: row["document"] for row in stands}
    for row in both.observations:
        if row.document == SECOND and row.breakdown == TOTAL and row.obs_status == "A":
            assert by_indicator[row.indicator] == SECOND, row.indicator
    assert FIRST in by_indicator.values()


@LANGUAGES
def test_a_trend_says_what_grey_is(both: Catalog, lang: str) -> None:
    """The first letter's point isn't called context; and the other way round where it leads."""
    rows = observations(both)
    rows = rows[rows["indicator"] == "base_stations_5g"]
    grey = {"zh": "蓝色：主文件；灰色：{}", "en": "Blue: main document; grey: {}"}[lang]
    for catalog, others in (
        (both, {"zh": "以往的主文件、背景文件", "en": "earlier main document, context"}),
        (both.led_by(FIRST), {"zh": "较新的主文件、背景文件", "en": "later main document, context"}),
    ):
        drawn = build_timeline(catalog, rows, catalog.evidence, lang, width=880)
        assert drawn is not None
        said = " ".join(plain(str(note.text)) for note in drawn.figure.layout.annotations)
        assert closed(grey.format(others[lang])) in closed(said)


# -- targets -----------------------------------------------------------------------------------------


@LANGUAGES
@pytest.mark.usefixtures("shown_data")
def test_targets_are_named_on_every_page(both: Catalog, lang: str) -> None:
    """Wherever a target's figure stands, in whatever is read together, it is called one."""
    printed = Figures(both, lang)
    figures = [printed.printed(row) for row in both.observations
               if row.document == SECOND and row.obs_status == "T"]
    assert len(figures) == len(TARGETS)
    found = 0
    pages = [("", {}), (address("connectivity"), {}), (address(NEW_SECTOR), {}), ("explore", {}),
             ("explore", {"view": "table"}), ("quality", {}),
             *(("indicator", {"id": indicator}) for indicator in TARGETS)]
    for path, query in pages:
        for where, text in page_texts(open_page(path, lang, **query), path):
            for figure in figures:
                # Read as words, a number begins where another doesn't end: 100条 isn't in 1100条.
                if re.search(rf"(?<![\d.,]){re.escape(figure)}", text):
                    assert WORD[lang] in text.lower(), (where, text)
                    found += 1
    assert found >= (20 if lang == "zh" else 9)


@LANGUAGES
def test_targets_are_said_as_such(both: Catalog, lang: str) -> None:
    """Headline and sentence: 目标：到2027年, never in the indicative."""
    for row in both.observations:
        if row.obs_status == "T":
            for said in (headline(as_row(row), both, lang), sentence(as_row(row), both, lang)):
                assert said.lower().startswith(WORD[lang]) and "2027" in said, said


@LANGUAGES
def test_targets_are_drawn_apart(both: Catalog, lang: str) -> None:
    """On slides of what is aimed at alone: the word stands with the figure, and a bar is no solid one."""
    seen = 0
    for slide in build_deck(both, observations(both), DeckSpec(), lang).slides:
        ahead = [figure for figure in slide.marks if figure.row["obs_status"] == "T"]
        if not ahead:
            continue
        picture = render_svg(slide, PALETTES["light"])
        drawn = plain(picture)
        for figure in ahead:
            seen += 1
            assert WORD[lang] in figure.parts.plain.lower() or WORD[lang] in figure.name.lower()
            assert WORD[lang] in drawn.lower()
        if slide.kind in ("bars", "trend"):
            # A trend has forecasts beside its targets.
            assert picture.count('data-ahead="1"') == sum(mark.ahead for mark in slide.marks)
    assert seen >= 1


@pytest.mark.parametrize("name", ["csv", "json", "sdmx.csv"])
def test_targets_are_told_apart_in_exports(client: TestClient, name: str) -> None:
    """A status of their own; where SDMX's codes hold, F and a column beside it that says target."""
    text = client.get(f"/api/observations.{name}?indicator=base_stations_5g&time_period=2027").text
    if name == "json":
        [row] = json.loads(text)
    else:
        [row] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    cells = {key.lower(): str(value) for key, value in row.items()}
    assert cells["obs_status"] == ("F" if name == "sdmx.csv" else "T")
    if name == "sdmx.csv":
        assert any(value in ("T", "target") for value in cells.values()), cells
    assert cells["obs_value"].split(".")[0] == "150000"
