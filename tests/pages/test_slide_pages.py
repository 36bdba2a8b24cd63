"""The slide page, the deck builder and the page of codes, through Streamlit's own harness."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from typing import Any

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from indicators.language.counting import Count
from indicators.pictures.slides import DeckSpec, build_deck, default_keys
from indicators.table.codes import claims_of
from indicators.table.frame import observations
from indicators.ui.links import address
from indicators.ui.words import WORDS
from tests.pages.test_pages import CATALOG, html, open_page, pictures, tables
from tests.routes.test_endpoints import client_of

PICTURES = client_of(CATALOG.folder)
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def said(test: AppTest) -> str:
    """Return all words of the page's own messages."""
    kinds = ("info", "warning", "error", "success", "text", "caption")
    return "\n".join(str(element.value) for kind in kinds for element in test.get(kind)) + html(test)


def stage(test: AppTest) -> dict[str, Any]:
    """Return what the stage was given."""
    for element in test.get("bidi_component"):
        proto = element.proto
        if proto.component_name == "slides-stage":
            return dict(json.loads(proto.json))
    raise AssertionError("there is no stage")


@LANGS
def test_the_slide_page_shows_the_whole_reply(lang: str) -> None:
    test = open_page("present", lang)
    assert not test.exception
    data = stage(test)
    assert len(data["slides"]) == len(default_keys(CATALOG))
    assert all(slide["svg"].startswith("<svg") for slide in data["slides"])
    assert data["notice"] == ""


@LANGS
def test_what_is_left_out_is_said(lang: str) -> None:
    test = open_page("present", lang, deck="parks,<b>no</b>", theme="deep")
    data = stage(test)
    assert len(data["slides"]) == len(default_keys(CATALOG, ["parks"]))
    assert "<b>no</b>" in data["notice"]
    assert data["otherTheme"] == "light"


@LANGS
@pytest.mark.parametrize("page", ["present", "deck"])
@pytest.mark.parametrize("deck", ["", "nothing"])
def test_an_empty_deck_says_how_to_begin(lang: str, page: str, deck: str) -> None:
    test = open_page(page, lang, deck=deck)
    assert not test.exception
    assert WORDS["empty_deck"][lang == "en"] in said(test)
    assert not any(e.proto.component_name == "slides-stage" for e in test.get("bidi_component"))


def test_the_builder_keeps_order_titles_and_theme_in_the_address() -> None:
    test = open_page("deck", "zh", deck="parks,compute.KEY")
    assert not test.exception
    assert test.text_input(key="title-parks.SLIDE-zh").value.startswith("产业园区")
    test.button(key="move_down-0-parks.SLIDE").click().run()
    assert test.query_params["deck"] == "compute.KEY,parks"
    test.text_input(key="title-compute.KEY-zh").set_value("<b>算力</b>").run()
    assert test.query_params["title"] == "compute.KEY~<b>算力</b>"
    test.segmented_control(key="deck-theme").set_value("deep").run()
    assert test.query_params["theme"] == "deep"
    test.segmented_control(key="deck-size").set_value("4:3").run()
    assert (test.query_params["size"], test.query_params["theme"]) == ("4:3", "deep")
    test.button(key="take_out-1-parks.SLIDE").click().run()
    assert test.query_params["deck"] == "compute.KEY"
    assert test.query_params["title"] == "compute.KEY~<b>算力</b>"
    test.text_input(key="title-compute.KEY-zh").set_value("").run()
    assert "title" not in test.query_params
    test.selectbox(key="deck-add").set_value("@base_stations_5g").run()
    assert test.query_params["deck"] == "compute.KEY,@base_stations_5g"
    assert not test.exception


def test_the_builder_can_be_emptied_and_filled_again() -> None:
    test = open_page("deck", "en", deck="parks")
    next(b for b in test.button if b.label == WORDS["clear_deck"][1]).click().run()
    assert WORDS["empty_deck"][1] in said(test)
    next(b for b in test.button if b.label == WORDS["whole_reply"][1]).click().run()
    titles = [one for one in test.text_input if str(one.key).startswith("title-")]
    assert len(titles) == len(default_keys(CATALOG))


def test_codes_are_verified() -> None:
    code = claims_of(CATALOG)[0].code
    test = open_page("verify", "zh")
    assert WORDS["verify_hint"][0] in said(test)
    test.text_area(key="codes").set_value(f"{code.lower()}\n{code[:-1]}U hello").run()
    assert not test.exception
    [shown] = tables(test)
    assert set(shown[WORDS["code_verdict"][0]]) == {"有效", "不是核验码"}
    test.text_area(key="codes").set_value(code).run()
    assert WORDS["all_current"][0].format(count=Count(1)) in said(test)


@LANGS
def test_a_deck_is_verified_and_what_is_no_deck_is_refused(lang: str) -> None:
    from indicators.decks.build import write_deck
    from indicators.pictures.slides import PALETTES

    slides = build_deck(CATALOG, observations(CATALOG), DeckSpec(("parks",)), lang).slides
    data = write_deck(slides, PALETTES["light"], lang)
    test = open_page("verify", lang)
    test.file_uploader(key="deck-file").set_value(("deck.pptx", data, "application/zip")).run()
    assert not test.exception
    codes = sum(len(slide.codes) for slide in slides)
    assert WORDS["all_current"][lang == "en"].format(count=Count(codes)) in said(test)
    test.file_uploader(key="deck-file").set_value(("notes.pptx", b"hello", "text/plain")).run()
    assert WORDS["not_taken"][lang == "en"] in said(test)
    empty = io.BytesIO()
    Presentation().save(empty)
    test.file_uploader(key="deck-file").set_value(("other.pptx", empty.getvalue(), "x/y")).run()
    assert WORDS["no_codes"][lang == "en"] in said(test)


@LANGS
@pytest.mark.parametrize("path, query", [
    *((address(sector), {}) for sector in CATALOG.definitions),
    ("explore", {"view": "chart", "q": "5G"}), ("indicator", {"id": "base_stations_5g"}),
])
def test_each_picture_and_figure_has_a_menu_with_a_picture(lang: str, path: str, query: dict[str, str]) -> None:
    """At least as many menus as pictures, and each takes a picture away that is there."""
    test = open_page(path, lang, **query)
    assert not test.exception
    slides = [
        (unescape(slide), whole)
        for slide, whole in re.findall(r'<button[^>]* class="ix-more" data-slide="([^"]*)"([^>]*)', html(test))
    ]
    own = [slide for slide, further in slides if "data-whole" not in further]
    assert len(own) >= len(pictures(test)) > 0
    for slide in own:
        answer = PICTURES.get("/api/picture.svg", params={"slide": slide, "lang": lang})
        assert answer.status_code == 200, slide


def test_the_deck_finds_pinyin_and_adds_what_it_finds() -> None:
    """Guanglan is 光缆: its figure, its charts; a click adds one, and it isn't offered again."""
    test = open_page("deck", "zh", deck="parks.KEY")
    test.text_input(key="deck-q-zh").set_value("guanglan").run()
    assert not test.exception
    test.button(key="deck-hit-connectivity.optical_cable_by_operator").click().run()
    assert not test.exception
    assert str(test.query_params["deck"]).count("optical_cable_by_operator") == 1
    assert "deck-hit-connectivity.optical_cable_by_operator" not in {one.key for one in test.button}
    assert "deck-hit-@optical_cable_length" in {one.key for one in test.button}


@LANGS
def test_pages_without_anything_asked_begin_with_an_example(lang: str) -> None:
    """A code that holds, at a click; a comparison that may be made, behind a link."""
    test = open_page("verify", lang)
    next(one for one in test.button if WORDS["for_example"][lang == "en"][:2] in one.label).click().run()
    assert not test.exception
    assert WORDS["all_current"][lang == "en"].format(count=Count(1)) in said(test)
    [link] = [one for one in open_page("compare", lang).get("page_link") if "indicator=" in one.proto.query_string]
    assert link.proto.query_string.count("indicator=") >= 2
