"""Trends, sources and quality in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.test_pages_in_chromium import (
    CATALOG,
    CLIPPED,
    SIZES,
    Visit,
    server,
    visit,
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
__all__ = ["server", "visit"]

TRENDS = ("base_stations_5g", "high_tech_enterprises", "unicorn_enterprises")
PAGES = ["quality", "methodology", "sources", "sources?id=gz-2025324"]

OVERLAPPING = """[...document.querySelectorAll(".js-plotly-plot")].flatMap(plot => {
  const boxes = [...plot.querySelectorAll(".annotation-text")].map(text => {
    const box = text.getBoundingClientRect();
    return {text: text.textContent, left: box.left + 1, right: box.right - 1,
      top: box.top + 3, bottom: box.bottom - 3};
  });
  return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
    one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom
  ).map(other => one.text + " × " + other.text));
})"""
"""The texts that lie over another within their picture."""

OVERFLOW = (
    "(main => main.scrollWidth <= main.clientWidth)"
    "(document.querySelector('[data-testid=stMain]'))"
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_trends_are_legible_at_every_size(visit: Visit, lang: str) -> None:
    """No label is clipped or lies over another, on a screen, a laptop or a telephone."""
    for indicator in TRENDS:
        visit.open(f"indicator?id={indicator}", lang)
        for width, height in SIZES:
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.page.wait_for_function(f"{CLIPPED}.length === 0", timeout=30_000)
            visit.page.wait_for_function(
                "document.querySelectorAll('.annotation-text').length > 8", timeout=30_000
            )
            visit.page.wait_for_function(f"{OVERLAPPING}.length === 0", timeout=30_000)
            visit.page.wait_for_function(OVERFLOW, timeout=30_000)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_evidence_stay_within_the_window(visit: Visit, lang: str) -> None:
    """Nothing scrolls sideways."""
    for path in PAGES:
        visit.open(path, lang)
        for width, height in SIZES:
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.page.wait_for_function(OVERFLOW, timeout=30_000)


def test_a_point_is_two_clicks_from_its_page(visit: Visit) -> None:
    """From the trend to the document, from the document to the address it stands at."""
    visit.open("indicator?id=base_stations_5g")
    document = CATALOG.documents["gz-gwr-2024"].document
    visit.page.get_by_role("link", name=document.title.zh).first.click()
    visit.page.wait_for_selector(f"h1:has-text('{document.title.zh}')", timeout=20_000)
    addresses = [
        link.get_attribute("href") for link in visit.page.locator("dl.dl a").all()
    ]
    assert addresses == [f"https://{address}" for address in document.addresses]
    # And back: the claim leads to its indicator.
    visit.page.get_by_role("link", name=CATALOG.indicators["base_stations_5g"].name.zh).first.click()
    visit.page.wait_for_url("**/indicator?*id=base_stations_5g*", timeout=20_000)
