"""Opening a page in real Chromium: it is drawn once, at its width, and nothing jumps."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.visits import READY, Visit, jumps, open_page, settle, until

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

ROOM = """() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}"""
SIZES = ((390, 844), (640, 900), (768, 1024), (769, 1024), (1024, 768), (1366, 768), (1500, 900), (1501, 900), (1920, 1080))


def opened(browser: Any, server: str, width: int, height: int) -> Visit:
    """Open a page as a new reader; it waits for what may come late."""
    visit = Visit(browser, server, width, height)
    open_page(visit.page, server, "connectivity", "zh")
    return visit


@pytest.mark.parametrize("width, height", SIZES)
def test_a_page_is_drawn_once(browser: Any, server: str, width: int, height: int) -> None:
    """The browser tells its width with its first word, and it is right."""
    visit = opened(browser, server, width, height)
    told = int(visit.page.evaluate("document.cookie.match(/room=(\\d+)/)[1]"))
    room = visit.page.evaluate(ROOM)
    visit.page.context.close()
    assert len(visit.sent) == 1
    assert told <= room or told == 336


def test_a_narrower_window_is_drawn_anew(browser: Any, server: str) -> None:
    """What was foreseen is only the beginning."""
    visit = opened(browser, server, 1366, 768)
    visit.resize(800, 768)
    until(visit.page, "document.cookie.includes('room=420')")
    settle(visit.page)
    visit.page.context.close()
    assert len(visit.sent) == 2


@pytest.mark.parametrize("path", ["industry-digitalisation", "nobody-knows-this"])
def test_nothing_jumps_when_the_texts_come_last(browser: Any, server: str, path: str) -> None:
    """On a slow machine the code of a text may come after everything else: nobody knew how high it would be.

    The second is the overview, which stands for an address that leads nowhere.
    """
    visit = Visit(browser, server, 900, 768)
    page = visit.page
    held: list[Any] = []
    page.route("**/static/js/Html.*", lambda route: held.append(route))
    page.goto(f"{server}/{path}?lang=en")
    page.wait_for_selector(READY, state="attached", timeout=60_000)
    if path != "nobody-knows-this":
        page.wait_for_selector(".js-plotly-plot .main-svg", state="attached", timeout=60_000)
    settle(page)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_selector("h1.title", timeout=60_000)
    until(page, "!document.documentElement.classList.contains('opening')")
    settle(page)
    found = jumps(page)
    page.context.close()
    assert found == []


def test_a_page_that_jumps_says_what_moved(visit: Visit) -> None:
    """A measurement that names nothing couldn't be mended."""
    visit.open("connectivity")
    visit.page.wait_for_selector("h1.title")
    settle(visit.page)
    visit.page.evaluate("""() => {
      const block = document.createElement("div");
      block.style.height = "300px";
      document.querySelector("h1.title").before(block);
    }""")
    until(visit.page, "window.__shifts.some(shift => shift.value > 0.02)")
    assert any(re.search(r"\S from \S+ \S+ to \S+ \S+: \w", line) for line in jumps(visit.page))
