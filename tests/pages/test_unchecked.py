"""Nobody has checked a draft, and every view of the dashboard says so beside its figure.

All claims are made drafts; then whatever piece of a page holds a printed figure must hold the mark
too: a card, a row of a table, a sentence, a picture with its title, labels and alternative text.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.decks.build import write_deck
from indicators.decks.reading import read_deck
from indicators.exports import Extract
from indicators.exports.bundle import readme
from indicators.exports.workbook import workbook
from indicators.language.marks import UNCHECKED
from indicators.language.text import number_text
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.reading.folder import ENVIRONMENT_VARIABLE
from indicators.table.codes import claims_of
from indicators.table.frame import observations
from indicators.table.rows import as_row
from indicators.table.selection import Selection
from tests.conftest import DATA
from tests.pages.test_pages import open_page

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])
PAGES = (
    ("", {}), ("connectivity", {}), ("innovation", {}), ("indicator", {"id": "base_stations_5g"}),
    ("indicator", {"id": "optical_cable_length"}), ("explore", {"q": "基站"}),
    ("compare", {"indicator": "base_stations_5g"}), ("quality", {}),
    ("sources", {"id": "gz-2025324"}), ("present", {}),
)
_SHORT = 3
"""A figure of fewer characters stands in many a text by chance: 3家 in 33家."""


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' data with every claim a draft."""
    folder = tmp_path_factory.mktemp("drafts") / "data"
    shutil.copytree(DATA, folder)
    for path in (folder / "documents").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        made = re.sub(r"(?m)^(  - indicator: .*)$", r"\1\n    status: draft", text)
        path.write_text(made, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def drafted(drafts: Path) -> Catalog:
    """The catalogue of these data."""
    catalog = read_catalog(drafts)
    assert not catalog.problems
    assert {row.clearance.value for row in catalog.observations} == {"draft"}
    return catalog


def figures(catalog: Catalog, lang: str) -> list[re.Pattern[str]]:
    """Return what finds each printed figure in a text, in the page's language."""
    texts = {number_text(as_row(row), catalog, lang).plain for row in catalog.observations}
    texts |= {row.figure for row in catalog.observations}
    return [
        re.compile(rf"(?<![0-9.,]){re.escape(closed(text))}") for text in texts if len(text) > _SHORT
    ]


def closed(text: str) -> str:
    """Return a text without spaces: a figure's parts are set apart."""
    return re.sub(r"[ \u00a0]+", "", text)


def pieces(test: AppTest) -> Iterator[str]:
    """Yield each part of a page that is looked at by itself, in words."""
    for element in test.get("html"):
        body = re.sub(r"<style.*?</style>", "", element.proto.body, flags=re.DOTALL)
        for split in re.split(r'(?=<tr>)|(?=<div class="kf)|(?=<span class="nowrap">[^<]+<b>)', body):
            yield words(split)
    for element in test.get("code"):
        yield str(element.value)
    for element in test.get("plotly_chart"):
        spec = json.loads(element.proto.spec)
        yield "\n".join(note["text"] for note in spec["layout"].get("annotations", ()))
        yield element.proto.alt
        for trace in spec["data"]:
            hover = trace.get("hovertext") or ()
            yield from ([hover] if isinstance(hover, str) else hover)
    for element in test.get("bidi_component"):
        given = json.loads(element.proto.json)
        for row in given.get("rows", ()):
            yield "\n".join(map(str, row))
        for slide in given.get("slides", ()):
            yield slide_words(slide["svg"])


def words(markup: str) -> str:
    """Return a piece of HTML or SVG without its tags, a line for each block."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:td|p|div|h\d|text)>|<br>", "\n", markup)))


def slide_words(svg: str) -> str:
    """Return what a slide says, without what stands across it and beneath it for all."""
    kept = re.sub(r"<text[^>]*data-watermark.*?</text>", "", svg, flags=re.DOTALL)
    alt = re.search(r'aria-label="([^"]*)"', kept)
    assert alt is not None
    return f"{unescape(alt[1])}\n{words(kept)}"


def unmarked(found: Iterator[str], catalog: Catalog, lang: str) -> tuple[int, list[str]]:
    """Return how many pieces hold a figure, and those of them without the mark."""
    patterns = figures(catalog, lang)
    holding = [
        piece for piece in found if any(pattern.search(closed(piece)) for pattern in patterns)
    ]
    return len(holding), [piece for piece in holding if UNCHECKED[lang == "en"] not in piece]


@LANGS
@pytest.mark.parametrize(
    "path, query", PAGES, ids=lambda value: value if isinstance(value, str) else "-".join(value.values())
)
def test_a_page_marks_every_figure(
    drafts: Path, drafted: Catalog, monkeypatch: pytest.MonkeyPatch, path: str,
    query: dict[str, str], lang: str,
) -> None:
    """No figure stands anywhere without being said to be unchecked."""
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(drafts))
    test = open_page(path, lang, **query)
    assert not test.exception
    count, wrong = unmarked(pieces(test), drafted, lang)
    assert count
    assert wrong == []


@LANGS
@pytest.mark.parametrize("path", ["", "connectivity", "quality", "present"])
def test_what_is_checked_carries_no_mark(path: str, lang: str) -> None:
    """The word appears with drafts alone."""
    test = open_page(path, lang)
    assert not [piece for piece in pieces(test) if re.search(rf"\b{UNCHECKED[lang == 'en']}", piece)]


@LANGS
def test_slides_and_decks_mark_every_figure(drafted: Catalog, lang: str) -> None:
    """Title, labels, alternative text, notes and the data sheet; and the word across the slide."""
    word = UNCHECKED[lang == "en"]
    keys = ("connectivity", "innovation", "@base_stations_5g.TREND", "@high_tech_enterprises")
    slides = build_deck(drafted, observations(drafted), DeckSpec(keys), lang).slides
    assert {slide.kind for slide in slides} == {"cards", "bars", "trend"}
    for slide in slides:
        assert slide.unchecked
        # Beside each bar of a trend, whose title speaks of the newest alone.
        assert slide.kind != "trend" or all(word in figure.name for figure in slide.marks)
        drawn = render_svg(slide, PALETTES["light"])
        assert word.upper() in re.findall(r"<text[^>]*data-watermark.*?>(.*?)</text>", drawn)
        assert unmarked(iter([slide.heading, slide.alt, slide_words(drawn)]), drafted, lang)[1] == []
    data = write_deck(slides, PALETTES["light"], lang)
    master = Presentation(io.BytesIO(data)).slide_master
    assert word.upper() in [s.text_frame.text for s in master.shapes if s.name.startswith("水印")]
    assert {item.code for item in read_deck(data)} <= {claim.code for claim in claims_of(drafted)}
    for slide, page in zip(slides, Presentation(io.BytesIO(data)).slides, strict=True):
        shown = "\n".join(_shown(page))
        assert shown.count(word) >= 1
        notes = page.notes_slide.notes_text_frame.text.splitlines()
        assert unmarked(iter(notes), drafted, lang)[1] == []
        assert sum(item.kept is not None for item in read_deck(data)) >= len(slide.marks)


def _shown(page: Any) -> Iterator[str]:
    for shape in page.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if shape.has_chart:
            yield from map(str, shape.chart.plots[0].categories)


@LANGS
def test_exports_say_it_in_a_column_and_in_words(drafted: Catalog, lang: str) -> None:
    """The workbook names the state of each row and counts the drafts; so does the README."""
    rows = observations(drafted)
    extract = Extract(drafted, rows, Selection.of({}), lang, date(2026, 1, 2))
    assert extract.unchecked == len(rows)
    assert set(extract.table["clearance"]) == {"draft"}
    book = openpyxl.load_workbook(io.BytesIO(workbook(extract)))
    sheet = book.worksheets[2]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Clearance" if lang == "en" else "核对状态")
    assert {row[column].value for row in sheet.iter_rows(min_row=2)} == {UNCHECKED[lang == "en"]}
    about = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert len(rows) in about
    assert f"{len(rows)}" in readme(extract)
    assert UNCHECKED[lang == "en"] in readme(extract)


@LANGS
def test_a_code_that_is_looked_up_says_it(
    drafts: Path, drafted: Catalog, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who checks a code learns that nobody has checked the figure."""
    code = claims_of(drafted)[0].code
    assert main(["verify", code, "--data", str(drafts), "--lang", lang]) == 0
    assert UNCHECKED[lang == "en"] in capsys.readouterr().out
