"""Derived charts' menu, small multiples, and a place whose document leads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.derived import measures_of
from indicators.ui.places_in_time import _drawn, _places
from indicators.ui.state import make_dashboard
from tests.pages.test_pages import html, open_page, pictures, words
from tests.pages.test_places import BEIJING, several

__all__ = ["several"]  # a fixture: the tests' data with a document of Beijing

SHARE = """\
derived:
  - id: share_of_stations
    name: {zh: 占全国的比重, en: Share of the nation}
    kind: share
    of: nation
    numerator: base_stations_5g
    denominator: base_stations_5g
    times: 100
    within: 3
    unit: percent
    because: {zh: 测试。, en: A test.}
"""


def test_a_derived_chart_has_the_menu_that_every_other_has(data_copy: Path) -> None:
    """Its button names the slide with the period that is looked at, and no other page that explains it."""
    (data_copy / "derived.yaml").write_text(SHARE, encoding="utf-8")
    test = open_page("indicator", "en", id="base_stations_5g", near="2025-Q1", within="3")
    assert not test.exception
    assert any("Share of the nation" in chart for chart in pictures(test))
    buttons = re.findall(r'<button[^>]*data-slide="([^"]*)"([^>]*)>', html(test))
    found = dict(buttons)
    assert "@share_of_stations.PLACES:2025-Q1:3" in found
    assert "data-about" not in found["@share_of_stations.PLACES:2025-Q1:3"]
    assert "Share of the nation" in found["@share_of_stations.PLACES:2025-Q1:3"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_place_whose_document_leads_opens_with_it(data_copy: Path, lang: str) -> None:
    """Its title stands above, its figures are the leading ones; at home the reply is as it was."""
    path = data_copy / "documents" / "bj-news.yaml"
    text = re.sub(r"(    period: [^\n]+\n)", r"\1    section: 一\n", BEIJING)
    path.write_text(text.replace("  date:", "  role: main\n  date:"), encoding="utf-8")
    title = "北京的一份材料" if lang == "zh" else "A paper of Beijing"
    test = open_page("", lang, place="110000")
    assert not test.exception
    said = words(test)
    assert title in said and "没有主文件" not in said and "No document leads" not in said
    assert "7.7777" in said or "77777" in said or "77,777" in said
    assert "10.97" not in said and "109,700" not in said
    assert title not in words(open_page("", lang))
    named = open_page("", lang, reply="bj-news")
    assert title in words(named) and named.query_params["place"] in ("110000", ["110000"])


def test_small_multiples_are_a_chart_a_place_of_one_width(data_copy: Path) -> None:
    """Opened, each place's figures of several periods are drawn, ones own first, on scales of their own."""
    catalog = read_catalog(data_copy)
    board = make_dashboard(catalog)
    indicator = catalog.indicators["base_stations_5g"]
    compared = measures_of(catalog).all_places(indicator.id)
    assert _places(board, indicator.id, compared, ()) == ("440100", "110000")
    own, other = (_drawn(board, indicator.id, place, "en", 400) for place in ("440100", "110000"))
    assert own is not None and other is not None
    assert "109,700" in own.alt and "77777" not in own.alt.replace(",", "")
    assert "77777" in other.alt.replace(",", "") and "109700" not in other.alt.replace(",", "")
    assert "66666" in other.alt.replace(",", "") and "425" not in other.alt
