"""Each page, in both languages, through Streamlit's own test harness."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog, data_folder, read_catalog
from indicators.ui.links import address
from indicators.ui.numbers import document_number
from indicators.ui.words import WORDS

NAVIGATION = Path(__file__).parents[2] / "pages" / "navigation.py"
CATALOG: Catalog = read_catalog(data_folder())


PAGES: dict[str, str] = {}
"""What Streamlit calls the page of an address, as was seen when it was opened first."""


def open_page(path: str, lang: str, **query: str) -> AppTest:
    """Open a page by its address, as a deep link does."""
    test = AppTest.from_file(NAVIGATION, default_timeout=120)
    test.query_params["lang"] = lang
    for key, value in query.items():
        test.query_params[key] = value
    test._page_hash = PAGES.get(path, "")
    test.run()
    pages = {page.get("url_pathname"): key for key, page in test._registered_pages.items()}
    if path and pages[path] != test._page_hash:
        PAGES[path] = test._page_hash = pages[path]
        test.run()
    return test


def html(test: AppTest) -> str:
    """Return all HTML of the page."""
    return unescape("\n".join(element.proto.body for element in test.get("html")))


def pictures(test: AppTest) -> list[str]:
    """Return the charts of a page, plotted, set large or as a card among the key figures, as they are sent."""
    plotted = [
        json.dumps(json.loads(chart.proto.spec), ensure_ascii=False)
        for chart in test.get("plotly_chart")
    ]
    large = [unescape(one.proto.body) for one in test.get("html") if 'class="ix-set"' in one.proto.body]
    rows = [unescape(one.proto.body) for one in test.get("html") if 'class="kf-keys"' in one.proto.body]
    cards = [card for row in rows for card in row.split('<div class="kf">')[1:]]
    return plotted + large + cards


def words(test: AppTest) -> str:
    """Return the page's own words, without tags and styles."""
    return re.sub(r"<style.*?</style>|<[^>]+>", " ", html(test), flags=re.DOTALL)


def tables(test: AppTest) -> list[pd.DataFrame]:
    """Return the tables of the page as they are shown: texts under translated headings."""
    grids = [
        json.loads(element.proto.json) for element in test.get("bidi_component")
        if element.proto.component_name == "grid"
    ]
    return [
        pd.DataFrame(grid["rows"], columns=[column["label"] for column in grid["columns"]])
        for grid in grids
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_leads_into_every_sector(lang: str) -> None:
    test = open_page("", lang)
    assert not test.exception
    labels = " ".join(link.label.replace("\\", "") for link in test.get("page_link"))
    for sector in CATALOG.sectors.values():
        assert sector.name.in_language(lang) in labels
    main = CATALOG.main_document
    assert main is not None
    assert document_number(main.document.number, lang) in words(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("sector", list(CATALOG.sectors))
def test_a_sector_has_its_table_and_charts(sector: str, lang: str) -> None:
    test = open_page(address(sector), lang)
    assert not test.exception
    assert CATALOG.sectors[sector].description.in_language(lang) in html(test)
    [shown] = tables(test)
    assert len(shown) == sum(row.sector == sector for row in CATALOG.observations)
    assert WORDS["figure"][lang == "en"] in shown.columns
    # Every row says which document it is from: context must not pass for the main document.
    documents = shown[WORDS["document"][lang == "en"]]
    assert documents.str.len().min() > 0
    if CATALOG.definitions[sector].charts:
        assert pictures(test)


def test_a_bound_stands_before_its_number() -> None:
    body = html(open_page("", "zh"))
    assert '<span class="kf-bound">超</span><span class="kf-number">43</span>' in body
    assert "万公里" in body
    assert "over" in words(open_page("", "en")).lower()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("indicator", list(CATALOG.indicators))
def test_an_indicator_says_what_it_counts(indicator: str, lang: str) -> None:
    test = open_page("indicator", lang, id=indicator)
    assert not test.exception
    assert WORDS["citation"][lang == "en"] in words(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unknown_indicator_is_said_to_be_unknown(lang: str) -> None:
    test = open_page("indicator", lang, id="<b>nothing</b>")
    assert not test.exception
    assert "<b>nothing</b>" in html(test)
    assert "<b>" not in test.get("html")[0].proto.body
    assert len(test.get("page_link")) > len(CATALOG.indicators)


def test_the_language_can_be_switched() -> None:
    test = open_page("", "zh")
    test.segmented_control(key="lang").set_value("en").run()
    assert not test.exception
    assert test.query_params["lang"] == "en"
    assert "第" not in "".join(link.label for link in test.get("page_link"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_problems_stand_in_place_of_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    (tmp_path / "sectors.yaml").write_text("sectors: [\n", encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path))
    test = open_page("", lang)
    assert not test.exception
    assert "sectors.yaml:" in words(test)


def test_a_missing_folder_is_a_problem_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "nowhere"))
    test = open_page("", "zh")
    assert not test.exception
    assert "nowhere" in words(test)


def test_every_word_is_there_in_both_languages() -> None:
    for key, (zh, en) in WORDS.items():
        assert zh, key
        assert en, key
        assert not re.search(r"[A-Za-z]", re.sub(r"{\w+}|UTF-8|Ctrl", "", zh)), key
        # The faces of Chinese draw curly quotes as wide as a character.
        assert not re.search(r"[\u4e00-\u9fff“”]", en), key
