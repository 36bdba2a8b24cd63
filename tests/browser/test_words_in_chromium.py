"""No English in the Chinese interface and no Chinese in the English one, whatever opens or changes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.visits import open_page, settle, until
from tests.browser.words import strange, wrong


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_opens_speaks_it_too(browser: Any, server: str, lang: str) -> None:
    """Menus of choices, an empty list, a typed but not sent search, an opened table, a full screen."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "data?sector=connectivity", lang)
    page.locator("[data-testid=stExpander] summary").first.click()
    page.locator("[data-testid=stMultiSelect] input").first.click()
    settle(page)
    assert wrong(page, lang) == []
    page.keyboard.type("qqqq")
    settle(page)
    assert wrong(page, lang) == []
    page.keyboard.press("Escape")
    page.locator("[data-testid=stTextInput] input").fill("5G")
    settle(page)
    assert wrong(page, lang) == []
    for place in (1, 2):  # the table; how to cite
        page.locator("[data-testid=stExpander] summary").nth(place).click()
        settle(page)
        assert wrong(page, lang) == []
    assert page.get_by_text("GB/T 7714—2025", exact=True).is_visible()
    page.close()


def test_switching_the_language_changes_all_of_it(browser: Any, server: str) -> None:
    """From Chinese to English and back without loading the page anew: the framework's words too."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "explore?sector=compute", "zh")
    for label, lang, declared in (("English", "en", "en"), ("中文", "zh", "zh-CN")):
        page.get_by_text(label, exact=True).click()
        until(page, f"document.documentElement.lang === '{declared}'")
        settle(page)
        assert wrong(page, lang) == []
    page.close()


SEEN = """() => {
  window.__seen = [];
  const look = () => {
    const shown = document.querySelector(".ix-still")
      ?? document.querySelector("[data-testid=stAppViewContainer]");
    const seen = (node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const texts = (wanted) =>
      [...shown.querySelectorAll(wanted)].filter(seen).map((node) => node.textContent).join("|");
    const labels = [...shown.querySelectorAll(".ix-more")].filter(seen).map((node) => node.ariaLabel).join("|");
    const now = ["h1", "[data-testid=stSidebar] a", ".annotation-text"].map(texts).join("#") + labels;
    if (window.__seen.at(-1) !== now) window.__seen.push(now);
    requestAnimationFrame(look);
  };
  look();
}"""
"""Notes each look of a page, frame by frame: of what stands above it, or of itself, what is in sight."""


def test_no_frame_is_in_two_languages(browser: Any, server: str) -> None:
    """Title, navigation, pictures and buttons change at one moment; focus and place stay."""
    page = browser.new_page(viewport={"width": 1366, "height": 1200})
    open_page(page, server, "connectivity", "zh")
    page.wait_for_selector(".annotation-text")
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 20)")
    page.evaluate(SEEN)
    page.locator(".st-key-lang button", has_text="English").focus()
    page.keyboard.press("Enter")
    until(page, "document.documentElement.lang === 'en'")
    page.wait_for_selector(".ix-still", state="detached")
    settle(page)
    before, after = page.evaluate("window.__seen")
    assert "光缆" in before and "Bureau" in after
    assert page.evaluate("document.activeElement.textContent") == "English"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 20
    page.close()


def test_what_is_out_of_sight_is_drawn_after_the_change(browser: Any, server: str) -> None:
    """The page is shown as soon as what is seen of it is whole; no chart stays out for long."""
    page = browser.new_page(viewport={"width": 1366, "height": 500})
    open_page(page, server, "connectivity", "zh")
    drawn = "[...document.querySelectorAll('[class*=\"st-key-plot-\"]')].every(one => one.querySelector('.main-svg'))"
    until(page, f"document.querySelector('.annotation-text') && {drawn}")
    before = page.locator(".annotation-text").count()
    page.evaluate("""() => new MutationObserver((changes, watch) => {
      window.__copied ??= document.querySelectorAll(".ix-still .annotation-text").length;
    }).observe(document.documentElement, { attributes: true, attributeFilter: ["class"] })""")
    page.get_by_text("English", exact=True).click()
    until(page, f"document.documentElement.lang === 'en' && {drawn}")
    page.wait_for_selector(".ix-still", state="detached")
    until(page, drawn)
    assert page.evaluate("window.__copied") < before
    texts = page.locator("[class*='st-key-plot-'] .annotation-text").all_text_contents()
    assert not [text for text in texts if "来源" in text]
    page.close()


def test_the_judge_is_awake() -> None:
    """What would be wrong is seen as wrong, what is a name isn't."""
    assert strange("stMarkdown", "Choose options", "zh")
    assert strange("stMarkdown", "请选择 option", "zh")
    assert not strange("stMarkdown", "10.97万座5G基站", "zh")
    assert strange("stMarkdown", "Table 数据表", "en")
    assert not strange("stMarkdown", "超43万公里", "en")
