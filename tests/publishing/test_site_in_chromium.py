"""The site in a browser: from a folder, in both languages, on every screen, with and without its script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import AXE, violations

PLACES = (
    "index.html", "sector/connectivity.html", "indicator/base_stations_5g.html", "document/gz-2025324.html",
    "compare.html", "quality.html", "data.html",
)
SIZES = ((1920, 1080), (1366, 768), (390, 844))


class Tab:
    """A tab that notes what goes wrong."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(bypass_csp=True, **options)  # axe is put into the page
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("request", lambda asked: self.wrong.append(asked.url) if not asked.url.startswith("file:") else None)
        # What a page was still fetching when the next one was opened is given up, and no fault.
        self.page.on("requestfailed", lambda asked: self.wrong.append(f"failed {asked.url}")
                     if asked.failure != "net::ERR_ABORTED" else None)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_fit(scheme: str, site: Path, browser: Any) -> None:
    """Axe finds nothing, nothing is wider than the screen, nothing is asked of anybody else."""
    for lang in ("zh", "en"):
        tab = Tab(browser, color_scheme=scheme)
        for place in PLACES:
            tab.page.set_viewport_size({"width": 1366, "height": 768})
            tab.page.goto((site / lang / place).as_uri())
            for width, height in SIZES:
                tab.page.set_viewport_size({"width": width, "height": height})
                assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, (lang, place, width)
            tab.page.add_script_tag(path=str(AXE))
            assert violations(tab.page) == [], (lang, place)
            assert tab.wrong == [], (lang, place)
        tab.context.close()


def test_searched_sorted_and_copied(site: Path, browser: Any) -> None:
    """By pinyin, from a folder; the policy that the pages bring lets their own script run and no other."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "zh" / "index.html").as_uri())
    page.fill("#q", "guanglan")
    page.wait_for_selector(".hits a")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1 >> text=光缆长度")
    page.fill("#q", "zzqqxx")
    page.locator(".none", has_text="没有找到").wait_for()

    head = page.locator("th button", has_text="数值").last
    head.click()
    values = "rows => rows.map(row => row.querySelector('[data-head=数值]').dataset.sort).map(Number)"
    rising = page.locator("table").last.locator("tbody tr").evaluate_all(values)
    assert rising == sorted(rising)
    assert len(set(rising)) > 2
    head.click()
    assert page.locator("table").last.locator("tbody tr").evaluate_all(values) == sorted(rising, reverse=True)

    page.click("button[data-copy] >> nth=0")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.text_content("pre >> nth=0")
    context.close()


def test_read_without_a_script(site: Path, browser: Any) -> None:
    """The figures, the tables, the pictures and the way on are there; nothing is shown that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "en" / "sector" / "connectivity.html").as_uri())
    assert page.is_visible("text=430,000")
    assert page.is_visible("figure img >> nth=0")
    assert not page.is_visible("#q")
    assert not page.is_visible("button")
    page.click("nav >> text=Computing power")
    assert page.text_content("h1") == "Computing power"
    context.close()
