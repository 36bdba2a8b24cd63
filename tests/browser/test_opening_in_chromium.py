"""Opening a page in real Chromium: it is drawn once, at its width, and nothing jumps."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.visits import Visit, open_page, settle

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

ROOM = """() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}"""
SIZES = ((390, 844), (640, 900), (768, 1024), (769, 1024), (1024, 768), (1366, 768), (1500, 900), (1501, 900), (1920, 1080))


def opened(browser: Any, server: str, width: int, height: int) -> Visit:
    """Open a page as a new reader, and wait for what may come late."""
    visit = Visit(browser, server, width, height)
    open_page(visit.page, server, "connectivity", "zh")
    visit.page.wait_for_timeout(600)
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
    visit.page.wait_for_function("document.cookie.includes('room=420')", timeout=15_000)
    settle(visit.page)
    visit.page.context.close()
    assert len(visit.sent) == 2
