"""Each page in a real browser, against a server that was just started."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from indicators.catalog import data_folder, read_catalog
from indicators.ui.links import address
from tests.browser.conftest import CHROMIUM, dashboard_server

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

SIZES = [(1920, 1080), (1366, 768), (390, 844)]
CATALOG = read_catalog(data_folder())
CHARTS = {address(key): len(entry.charts) for key, entry in CATALOG.definitions.items()}
CABLE = "indicator?id=optical_cable_length"
PATHS = ["", *(address(key) for key in CATALOG.sectors), CABLE]


CLIPPED = """[...document.querySelectorAll(".js-plotly-plot, .ix-set")].flatMap(plot => {
  const edge = plot.getBoundingClientRect();
  return [...plot.querySelectorAll("text, p")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < edge.left - 1 || box.right > edge.right + 1
      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
  }).map(text => text.textContent);
})"""
"""The texts that leave the picture they stand in."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start the dashboard with the tests' own data."""
    with dashboard_server() as url:
        yield url


class Visit:
    """A page of the browser that notes what went wrong."""

    def __init__(self, browser: Any, server: str) -> None:
        self.server = server
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.page = browser.new_page(viewport={"width": 1920, "height": 1080})
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._request)

    def _console(self, message: Any) -> None:
        # On a deep link Streamlit's client looks for its server beneath the page first.
        probe = "/_stcore/" in (message.location or {}).get("url", "")
        if message.type == "error" and not probe:
            self.errors.append(message.text)

    def _request(self, request: Any) -> None:
        local = (self.server, self.server.replace("http", "ws"), "data:", "blob:")
        if not request.url.startswith(local):
            self.elsewhere.append(request.url)

    def open(self, path: str, lang: str = "zh") -> None:
        """Open an address and wait until the script has run."""
        mark = "&" if "?" in path else "?"
        self.page.goto(f"{self.server}/{path}{mark}lang={lang}")
        self.page.wait_for_selector("h1.title", timeout=20_000)
        self.page.wait_for_selector(
            "[data-testid=stApp][data-test-script-state=notRunning]", timeout=20_000
        )


@pytest.fixture
def visit(browser: Any, server: str) -> Iterator[Visit]:
    """Open a tab; whatever a test does, nothing may go wrong in it."""
    tab = Visit(browser, server)
    yield tab
    tab.page.close()
    assert tab.errors == []
    assert tab.elsewhere == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_deep_links_open_each_page_with_its_charts_and_no_overflow(visit: Visit, lang: str) -> None:
    for path in PATHS:
        visit.open(path, lang)
        assert f"lang={lang}" in visit.page.url
        visit.page.wait_for_function(
            f"document.querySelectorAll('.js-plotly-plot, .ix-set').length >= {CHARTS.get(path, 0)}"
        )
        for width, height in SIZES:
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.page.wait_for_timeout(100)
            # The page is drawn anew for its width; then no text may leave its picture.
            visit.page.wait_for_function(
                CLIPPED + ".length === 0", timeout=30_000
            )
            visit.page.wait_for_function(
                "(main => main.scrollWidth <= main.clientWidth)"
                "(document.querySelector('[data-testid=stMain]'))",
                timeout=30_000,
            )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_is_one_screen(visit: Visit, lang: str) -> None:
    visit.open("", lang)
    main = "document.querySelector('[data-testid=stMain]')"
    assert visit.page.evaluate(f"{main}.scrollHeight") <= 1080


def test_links_and_the_switch_keep_the_language(visit: Visit) -> None:
    visit.open("", "en")
    sector = CATALOG.sectors["connectivity"].name.en
    visit.page.get_by_role("link", name=sector).last.click()
    visit.page.wait_for_url("**/connectivity?*")
    visit.page.wait_for_selector(f"h1:has-text('{sector}')")
    assert "lang=en" in visit.page.url
    visit.page.get_by_text("中文").click()
    visit.page.wait_for_selector(f"h1:has-text('{CATALOG.sectors['connectivity'].name.zh}')")
    visit.page.reload()
    visit.page.wait_for_selector(f"h1:has-text('{CATALOG.sectors['connectivity'].name.zh}')")
