"""Trends and sources in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.room import CLIPPED, OVERLAPPING, SIDEWAYS
from tests.browser.visits import SIZES, Visit, until
from tests.browser.words import CATALOG

TRENDS = ("base_stations_5g", "high_tech_enterprises", "unicorn_enterprises")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_trends_are_legible_at_every_size(visit: Visit, lang: str) -> None:
    """No label is clipped or lies over another, on a screen, a laptop or a telephone."""
    for indicator in TRENDS:
        visit.open(f"indicator?id={indicator}", lang)
        for width, height in SIZES:
            visit.page.set_viewport_size({"width": width, "height": height})
            until(visit.page, f"{CLIPPED}.length === 0")
            until(visit.page, "document.querySelectorAll('.annotation-text').length > 8")
            until(visit.page, f"{OVERLAPPING}.length === 0")
            until(visit.page, f"({SIDEWAYS}).length === 0")


def test_a_point_is_two_clicks_from_its_page(visit: Visit) -> None:
    """From the trend to the document, from the document to the address it stands at."""
    visit.open("indicator?id=base_stations_5g")
    document = CATALOG.documents["gz-gwr-2024"].document
    visit.page.get_by_role("link", name=document.title.zh).first.click()
    visit.page.wait_for_selector(f"h1:has-text('{document.title.zh}')", timeout=60_000)
    addresses = [
        link.get_attribute("href") for link in visit.page.locator("dl.dl a").all()
    ]
    assert addresses == [f"https://{address}" for address in document.addresses]
    # And back: the claim leads to its indicator.
    visit.page.get_by_role("link", name=CATALOG.indicators["base_stations_5g"].name.zh).first.click()
    visit.page.wait_for_url("**/indicator?*id=base_stations_5g*", timeout=60_000)
