"""A picture in a page of somebody else's: as wide as its place, as high as it needs, light or dark, and nothing else framed."""

from __future__ import annotations

import functools
import json
import threading
import urllib.request
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.axe import AXE, violations
from tests.browser.visits import Visit, until

CABLE = "connectivity.optical_cable_by_operator"


class Silent(SimpleHTTPRequestHandler):
    """Says nothing of what it is asked for."""

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Another site, which shows what it is given."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(tmp_path)))
    threading.Thread(target=site.serve_forever, daemon=True).start()

    def show(body: str) -> str:
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{body}", encoding="utf-8")
        return f"http://127.0.0.1:{site.server_port}/page.html"

    yield show
    site.shutdown()
    site.server_close()


def line(server: str, key: str, lang: str = "zh") -> str:
    """Return the line to copy, as oEmbed gives it."""
    url = quote(f"{server}/embed/{key}?lang={lang}", safe="")
    with urllib.request.urlopen(f"{server}/oembed?url={url}") as answer:
        return str(json.load(answer)["html"])


def test_a_frame_is_as_high_as_its_picture(server: str, browser: Any, elsewhere: Callable[[str], str]) -> None:
    """Two widths, two drawings; nothing is cut off or scrolled, in the reader's scheme or the page's own."""
    frame = line(server, CABLE)
    dark = frame.replace('" title', '#dark" title', 1)
    context = browser.new_context(viewport={"width": 1200, "height": 1600}, color_scheme="light")
    page = context.new_page()
    page.goto(elsewhere(f'<div style="width:764px">{frame}</div><div style="width:380px">{dark}</div>'))
    page.wait_for_timeout(800)
    wide, narrow = page.frames[1:]
    for shown, drawing in ((wide, "wide"), (narrow, "narrow")):
        assert shown.is_visible(f".{drawing}") and shown.locator("figure:visible").count() == 1
        room, needed = shown.evaluate("[innerHeight, document.documentElement.scrollHeight]")
        assert abs(room - needed) <= 1
    grounds = [shown.evaluate("getComputedStyle(document.body).backgroundColor") for shown in (wide, narrow)]
    assert grounds == ["rgb(255, 255, 255)", "rgb(12, 35, 64)"]
    inks = [shown.evaluate("getComputedStyle(document.querySelector('text.f-ink')).fill") for shown in (wide, narrow)]
    assert len(set(inks)) == 2
    for said in ("超43万公里", "来源", "核验码"):
        assert said in wide.text_content("figure.wide")
    context.close()


def test_no_page_but_these_is_shown_in_a_foreign_frame(server: str, browser: Any, elsewhere: Callable[[str], str]) -> None:
    """The dashboard itself, whose buttons somebody could lay something over, refuses."""
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.goto(elsewhere(f'<iframe src="{server}/connectivity"></iframe><iframe src="{server}/embed/{CABLE}"></iframe>'))
    page.frames[-1].wait_for_selector("figure.narrow")
    assert any("frame-ancestors" in text or "X-Frame-Options" in text for text in refused)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_pages_are_accessible(server: str, browser: Any, scheme: str) -> None:
    """Axe finds nothing in a frame's page, in the page with the table, by day and by night; no error, nobody asked."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("request", lambda asked: None if asked.url.startswith(server) else wrong.append(asked.url))
    for place in (f"embed/{CABLE}", f"chart/{CABLE}.html", "embed/@base_stations_5g.TREND"):
        for lang in ("zh", "en"):
            page.goto(f"{server}/{place}?lang={lang}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            page.add_script_tag(path=str(AXE))
            assert violations(page) == [], (place, lang)
    assert wrong == []
    context.close()


def test_the_menu_gives_the_lines(visit: Visit) -> None:
    """From any picture: a line with a frame and one with an image, each to be copied."""
    visit.open("connectivity")
    button = f".ix-more[data-slide='{CABLE}']"
    visit.page.wait_for_selector(button, state="attached")
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.hover(button, force=True)
    visit.page.click(button)
    visit.page.click(".ix-menu [data-act=embed]")
    visit.page.click("dialog button:has-text('复制图片代码')")
    until(visit.page, "navigator.clipboard.readText().then(text => text.startsWith('<img'))")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    address = copied.partition('src="')[2].partition('"')[0].replace("&amp;", "&")
    with urllib.request.urlopen(address) as answer:
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert "超43万公里" in answer.read().decode()
    visit.page.click("dialog button:has-text('关闭')")
