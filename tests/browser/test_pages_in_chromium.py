"""Everything that is asked of every page, in one visit each; and the ways between pages."""

from __future__ import annotations

import pytest

from indicators.ui.links import address
from tests.browser.axe import AXE, violations
from tests.browser.room import CLIPPED, SIDEWAYS
from tests.browser.visits import PAGES, SIZES, TooLongError, Visit, jumps, settle, until
from tests.browser.words import CATALOG, EXPLAINED, wrong

SEEN_WHILE_KEPT = """(() => {
  document.documentElement.classList.add("filling");
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const seen = [...main.querySelectorAll("*")].filter((one) => getComputedStyle(one).visibility === "visible");
  const found = seen.map((one) => one.textContent.trim().slice(0, 30)).filter(Boolean);
  document.documentElement.classList.remove("filling");
  return found;
})()"""
"""What would stand alone on a page that is kept out of sight until it is whole."""
CHARTS = {address(key): len(entry.charts) for key, entry in CATALOG.definitions.items()}
VIEWS = PAGES | {f"sector {key}": address(key) for key in CATALOG.sectors if address(key) not in PAGES.values()}


def left(visit: Visit, measure: str) -> list[str]:
    """Return what a measure finds after the page had time to be drawn for its window."""
    try:
        until(visit.page, f"({measure}).length === 0")
    except TooLongError:
        found: list[str] = visit.page.evaluate(measure)
        return found
    return []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_a_page(browser: object, server: str, name: str, lang: str) -> None:
    """Drawn once, without a jump, with its charts, in one language, legible, within its window, for everyone.

    Axe looks at three sizes in Chinese, and in English, which differs in its words only, at one.
    """
    path = VIEWS[name]
    first = (1366, 768)
    visit = Visit(browser, server, *first)
    page = visit.page
    visit.open(path, lang)
    until(page, f"document.querySelectorAll('.js-plotly-plot, .ix-set, .kf-keys .kf').length >= {CHARTS.get(path, 0)}")
    until(page, "!document.documentElement.classList.contains('opening')")
    settle(page)
    faults: dict[str, object] = {}
    if page.evaluate("document.documentElement.lang") != ("zh-CN" if lang == "zh" else "en"):
        faults["declared language"] = page.evaluate("document.documentElement.lang")
    if f"lang={lang}" not in page.url:
        faults["address"] = page.url
    if found := jumps(page):
        faults["layout shift"] = found
    if found := page.evaluate(SEEN_WHILE_KEPT):
        faults["seen before the page is whole"] = found
    if len(visit.sent) > 1:
        faults["asked for more than once"] = len(visit.sent)
    explained = lang == "en" and name in EXPLAINED
    if texts := [entry for entry in wrong(page, lang) if not (explained and entry[0] == "stHtml")]:
        faults["words of the other language"] = texts
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width, height in (first, *(size for size in SIZES if size != first)):
        if (width, height) != first:
            visit.resize(width, height)
            settle(page)
        for what, measure in (("leaves its picture", CLIPPED), ("scrolls sideways", SIDEWAYS)):
            if found := left(visit, measure):
                faults[f"{what} at {width}"] = found
        if (lang == "zh" or width == 1366) and (found := violations(page)):
            faults[f"axe at {width}"] = found
    page.context.close()
    faults |= {"errors": visit.errors} if visit.errors else {}
    faults |= {"asked of others": visit.elsewhere} if visit.elsewhere else {}
    assert faults == {}


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


def test_every_page_has_its_name_and_back_undoes_one_step(visit: Visit) -> None:
    """A search, a view, a language, a page: each is one step back, and the window says where one is."""
    page = visit.page
    page.goto("about:blank")
    page.goto(f"{visit.server}/")
    own = "数字经济指标"
    until(page, f"document.title === '{own}'")
    settle(page)
    page.get_by_role("link", name="检索").click()
    until(page, f"document.title === '检索 · {own}'")
    settle(page)
    page.locator("[data-testid=stTextInput] input").first.fill("5G")
    page.keyboard.press("Enter")
    until(page, f"document.title === '检索：5G · {own}'")
    settle(page)
    page.get_by_text("English", exact=True).click()
    until(page, "document.title.startsWith('Explore: 5G')")
    settle(page)
    page.locator("[class*=st-key-result-] a").first.click()
    until(page, "document.title.startsWith('5G base stations')")
    settle(page)
    for title in ("Explore: 5G · Digital-economy indicators", f"检索：5G · {own}", f"检索 · {own}", own):
        page.go_back()
        until(page, f"document.title === '{title}'")
        settle(page)
    assert page.evaluate("new URLSearchParams(location.search).has('step')") is False
