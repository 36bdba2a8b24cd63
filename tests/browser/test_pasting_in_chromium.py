"""What is pasted is taken up to the cap; a longer paste is answered, not dropped without a word."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from indicators.limits.caps import TEXT, TYPED, WORKBENCH, Cap
from indicators.table.search import LONGEST


def pasted(browser: Any, url: str, path: str, place: int, size: int) -> Any:
    """Open a page, paste so many characters into a field through the clipboard, and return the page."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
    page = context.new_page()
    page.goto(f"{url}/{path}")
    field = page.locator(f"[data-testid=stMain] {'input' if path.startswith('explore') else 'textarea'}").nth(place)
    if path.startswith("intake") and place:  # The field for YAML is folded away.
        page.locator("[data-testid=stMain] details summary").first.click(timeout=60_000)
    field.wait_for(timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
    field.click()
    page.evaluate("size => navigator.clipboard.writeText('#'.repeat(size))", size)
    page.keyboard.press("Control+V")
    expect(field).not_to_have_value("", timeout=60_000)
    page.keyboard.press("Control+Enter")
    return page, field


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("path", "place", "cap", "size"), [
    ("intake", 1, WORKBENCH, 1_000_000), ("intake", 0, TEXT, 1_000_000), ("sources?id=gz-2025324", 0, TEXT, 6_000_000),
    ("verify", 0, TYPED, 1_000_000),
])
def test_a_paste_that_is_too_long_is_answered_with_the_cap(
    server: str, browser: Any, path: str, place: int, cap: Cap, size: int, lang: str
) -> None:
    page, _ = pasted(browser, server, f"{path}{'&' if '?' in path else '?'}lang={lang}", place, size)
    alert = page.locator("[data-testid=stAlert]").filter(has_text=cap.said(lang))
    alert.first.wait_for(timeout=60_000)
    page.context.close()


def test_a_search_takes_as_much_as_it_looks_at(server: str, browser: Any) -> None:
    page, field = pasted(browser, server, "explore?lang=zh", 0, 1_000_000)
    assert field.evaluate("field => field.value.length") == LONGEST
    page.context.close()
