"""Opening a page in real Chromium: it is drawn once, at its width, and nothing jumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM, dashboard_server
from tests.browser.visits import settle

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

SHIFTS = """
window.__shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
ROOM = """() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}"""
SIZES = ((390, 844), (640, 900), (768, 1024), (769, 1024), (1024, 768), (1366, 768), (1500, 900), (1501, 900), (1920, 1080))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The dashboard, running."""
    with dashboard_server() as url:
        yield url


def opened(browser: Any, url: str, width: int = 1366, height: int = 768) -> tuple[Any, list[bytes]]:
    """Open a page as a new reader; return it and what the browser asked the server for."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    sent: list[bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(data)))
    page.goto(url)
    page.wait_for_selector("h1.title", state="attached", timeout=30_000)
    settle(page)
    page.wait_for_timeout(1200)
    return page, sent


@pytest.mark.parametrize("width, height", SIZES)
def test_a_page_is_drawn_once(browser: Any, server: str, width: int, height: int) -> None:
    """The browser tells its width with its first word, and it is right."""
    page, sent = opened(browser, f"{server}/connectivity", width, height)
    told = int(page.evaluate("document.cookie.match(/room=(\\d+)/)[1]"))
    room = page.evaluate(ROOM)
    page.context.close()
    assert len(sent) == 1
    assert told <= room or told == 336


PATHS = ("", "connectivity", "compute", "explore", "data", "sources", "quality", "methodology", "deck", "verify",
         "indicator?id=base_stations_5g", "workbench")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_jumps(browser: Any, server: str, path: str) -> None:
    """What comes later takes the place that was kept for it."""
    page, _ = opened(browser, f"{server}/{path}")
    shifts = page.evaluate("window.__shifts")
    hidden = page.evaluate("document.documentElement.classList.contains('opening')")
    page.context.close()
    assert shifts < 0.02
    assert not hidden


def test_a_narrower_window_is_drawn_anew(browser: Any, server: str) -> None:
    """What was foreseen is only the beginning."""
    page, sent = opened(browser, f"{server}/connectivity")
    page.set_viewport_size({"width": 800, "height": 768})
    page.wait_for_function("document.cookie.includes('room=420')", timeout=15_000)
    settle(page)
    page.context.close()
    assert len(sent) == 2
