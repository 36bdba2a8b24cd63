"""The page that holds a text against the data, with a text in it, as a browser shows it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.axe import AXE, violations
from tests.browser.visits import SIZES, open_page, settle

SPEECH = "截至2025年一季度，全市5G基站10.97万座，光缆43万公里。\n2025年，数字经济核心产业增加值突破5000亿元。\n新能源汽车80万辆。\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_a_proofed_speech_fits_and_axe_finds_nothing(
    browser: Any, server: str, lang: str, size: tuple[int, int]
) -> None:
    """At every size: nothing is wider than the page, and what is to be changed can be copied."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    open_page(page, server, "proof", lang)
    field = page.locator("textarea").first
    field.fill(SPEECH)
    field.press("Control+Enter")
    page.locator("mark.p-wrong").first.wait_for(timeout=60_000)
    page.locator("button.copy").nth(1).wait_for()
    settle(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 1
    assert page.locator("mark.p-open").count() == 2  # in the legend and in the text
    page.close()
