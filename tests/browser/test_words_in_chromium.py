"""No English in the Chinese interface and no Chinese in the English one, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from indicators.catalog import data_folder, read_catalog
from tests.browser.conftest import CHROMIUM, dashboard_server
from tests.browser.visits import PAGES, open_page, settle

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
CATALOG = read_catalog(data_folder())

SAID = """() => {
  const found = [];
  const skip = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TITLE"]);
  const walk = (root) => root.querySelectorAll("*").forEach((node) => {
    if (skip.has(node.tagName)) return;
    const where = node.closest("[data-testid]")?.dataset.testid ?? node.tagName;
    for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description"])
      if (node.hasAttribute(name)) found.push([where, node.getAttribute(name)]);
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE && child.data.trim()) found.push([
        node.closest("pre.literal") ? "literal" : where, child.data.trim()]);
    if (node.shadowRoot) walk(node.shadowRoot);
  });
  walk(document);
  return found;
}"""

LEFT = {
    "stIconMaterial": "the names of icons, which the font turns into pictures; they are aria-hidden",
    "literal": "addresses, programs and BibTeX: their words are those of another language by nature",
}
"""Where words may be of any language, and why."""
EXPLAINED = {
    "methodology": "it explains how Chinese words such as 约 and 上亿 are read, so it must print them",
}
"""Pages whose own text may hold words of the other language in English, and why."""
NAMES = (
    "English", "中文", "语言 · Language",          # each language in its own name, in both
    "CSV", "XLSX", "JSON", "Parquet", "SDMX-CSV", "ZIP", "pandas", "R", "Excel Power Query", "curl",
    "GB/T 7714—2015", "APA", "BibTeX",            # names of formats, programs and standards
)
LATIN_IN_CHINESE = re.compile(
    r"5G|4G|ChatZOC|P(?=[))、,。\s]|$)|[EP]FLOPS|FP(16|64)|AI|GB/T|GDP|SHA-256|BibTeX|SDMX|\[?(EB|DS)/OL\]?"
    r"|MB|kB|XML|YAML|YML|TXT|Ctrl|[0-9A-Z]{5}-[0-9A-Z]{5}|km²?|[EP][Ff][Ll][Oo][Pp][Ss]?(/s)?|PPTX"
    r"|https?://\S+|[a-z0-9-]+\.(com|cn|top)\S*|CL_OBS_STATUS"
)
"""Latin letters that Chinese texts have: units, names, addresses."""
FORMS = {form for unit in CATALOG.units.values() for form in unit.written}
"""How units are written in documents, which the methodology page lists: 吉瓦时、GWh."""


def allowed_chinese() -> set[str]:
    """Return what may be Chinese in English: figures as printed, and the sections' own numbers."""
    rows = CATALOG.observations
    return {row.figure for row in rows} | {row.section for row in rows if row.section}


def strange(where: str, text: str, lang: str) -> bool:
    """Tell whether a text is in the wrong language."""
    if where in LEFT or text in NAMES:
        return False
    if lang == "zh":
        if set(text.split("、")) <= FORMS:
            return False
        rest = LATIN_IN_CHINESE.sub("", text)
        for code in (*CATALOG.indicators, *CATALOG.documents):
            rest = rest.replace(code, "")
        return re.search(r"[A-Za-z]{2,}", rest) is not None
    for known in sorted(allowed_chinese(), key=len, reverse=True):
        text = text.replace(known, "")
    return re.search(r"[\u3400-\u9fff]", text) is not None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The dashboard with the tests' own data."""
    with dashboard_server() as url:
        yield url


def wrong(page: Any, lang: str) -> list[list[str]]:
    """Return the texts of a page that are in the wrong language."""
    said = page.evaluate(SAID)
    assert len(said) > 20
    return [[where, text[:120]] for where, text in said if strange(where, text, lang)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_speak_one_language(browser: Any, server: str, name: str, lang: str) -> None:
    """Texts, labels, placeholders, titles and alternative texts of every page."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, PAGES[name], lang)
    texts = wrong(page, lang)
    page.close()
    if lang == "en" and name in EXPLAINED:
        texts = [entry for entry in texts if entry[0] != "stHtml"]
    assert texts == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_opens_speaks_it_too(browser: Any, server: str, lang: str) -> None:
    """Menus of choices, an empty list, a typed but not sent search, an opened table, a full screen."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "data?sector=connectivity", lang)
    page.locator("[data-testid=stExpander] summary").first.click()
    page.locator("[data-testid=stMultiSelect] input").first.click()
    page.wait_for_timeout(300)
    assert wrong(page, lang) == []
    page.keyboard.type("qqqq")
    page.wait_for_timeout(300)
    assert wrong(page, lang) == []
    page.keyboard.press("Escape")
    page.locator("[data-testid=stTextInput] input").fill("5G")
    page.wait_for_timeout(300)
    assert wrong(page, lang) == []
    for place in (1, 2):  # the table; how to cite
        page.locator("[data-testid=stExpander] summary").nth(place).click()
        settle(page)
        assert wrong(page, lang) == []
    assert page.get_by_text("GB/T 7714—2015", exact=True).is_visible()
    page.close()


def test_switching_the_language_changes_all_of_it(browser: Any, server: str) -> None:
    """From Chinese to English and back without loading the page anew: the framework's words too."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "explore?sector=compute", "zh")
    for label, lang, declared in (("English", "en", "en"), ("中文", "zh", "zh-CN")):
        page.get_by_text(label, exact=True).click()
        page.wait_for_function(f"document.documentElement.lang === '{declared}'")
        settle(page)
        assert wrong(page, lang) == []
    page.close()


SEEN = """() => {
  window.__seen = [];
  const look = () => {
    const shown = document.querySelector(".ix-still")
      ?? document.querySelector("[data-testid=stAppViewContainer]");
    const texts = (wanted) => [...shown.querySelectorAll(wanted)].map((node) => node.textContent).join("|");
    const now = ["h1", "[data-testid=stSidebar] a", ".annotation-text", ".ix-tools"].map(texts).join("#");
    if (window.__seen.at(-1) !== now) window.__seen.push(now);
    requestAnimationFrame(look);
  };
  look();
}"""
"""Notes each look of a page, frame by frame: what stands above it, or itself."""


def test_no_frame_is_in_two_languages(browser: Any, server: str) -> None:
    """Title, navigation, pictures and buttons change at one moment; focus and place stay."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "connectivity", "zh")
    page.wait_for_selector(".annotation-text")
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 150)")
    page.evaluate(SEEN)
    page.locator(".st-key-lang button", has_text="English").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'en'")
    page.wait_for_selector(".ix-still", state="detached")
    settle(page)
    before, after = page.evaluate("window.__seen")
    assert "光缆" in before and "base stations" in after
    assert page.evaluate("document.activeElement.textContent") == "English"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 150
    page.close()


def test_the_judge_is_awake() -> None:
    """What would be wrong is seen as wrong, what is a name isn't."""
    assert strange("stMarkdown", "Choose options", "zh")
    assert strange("stMarkdown", "请选择 option", "zh")
    assert not strange("stMarkdown", "10.97万座5G基站", "zh")
    assert strange("stMarkdown", "Table 数据表", "en")
    assert not strange("stMarkdown", "超43万公里", "en")
