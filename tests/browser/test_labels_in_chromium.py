"""Names from the YAML are shown letter by letter wherever Streamlit would read Markdown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.visits import settle
from tests.conftest import DATA
from tests.serving import dashboard_server

NAMES = (
    "**粗** _斜_ `码` ~~删~~ :red-background[红] ==亮==",
    "$x^2$ 5$到6$ $$y$$ \\(z\\) :blue[$w$]",
    ":red[红] :smile: :material/home: :green-badge[:material/check: 新] :streamlit: :rainbow[虹] :small[小]",
    "[链](http://evil.example) https://evil.example <http://evil.example> [链][1] [^1] javascript:alert(1)",
    "www.evil.example a@evil.example mailto:a@evil.example ftp://evil.example [链](/verify)",
    "甲 -> 乙 -- 丙 >= 丁 <- 戊 <-> 己 != 庚 --- ...",
    "# 题 <b>粗</b> &lt; &#60;b&#62; <img src=x onerror=alert(1)> <script>alert(1)</script>",
    "![图](http://evil.example/a.png) \\\\* | a | b | - [x] 1. > ``` ~~~ :::note ::x[y]{a=b} " + "长" * 60,
)
"""One for each sector, as far as they go."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard whose sectors have such names."""
    folder = tmp_path_factory.mktemp("labels") / "data"
    shutil.copytree(DATA, folder)
    path = folder / "sectors.yaml"
    names = iter(NAMES)
    lines = []
    inside = False
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("    name:"):
            name = next(names, None)
            inside = name is not None
            if name is not None:
                lines.append(f"    name: {{zh: '{name}', en: '{name} en'}}")
                continue
        if inside and line.startswith("      "):
            continue
        inside = False
        lines.append(line)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert next(names, None) is None
    with dashboard_server(INDICATORS_DATA=str(folder)) as url:
        yield url


def opened(browser: Any, address: str) -> Any:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(address)
    page.wait_for_selector("[data-testid=stSidebarNavLink]", timeout=60_000)
    settle(page)
    return page


def words(text: str) -> str:
    """Return a text without what shows as nothing."""
    return " ".join(text.replace("\u2060", "").split())


def made_of_markdown(page: Any) -> list[str]:
    """Return what Markdown made of names, if it made anything."""
    return page.eval_on_selector_all(
        "a[href*='evil'], img[src*='evil'], [href^='javascript'], [href*='mailto'], [href*='ftp:'], "
        ":is([data-testid=stSidebarNavLink], [data-testid=stHeading], [data-testid=stPageLink], [data-testid=stAlert]) "
        ":is(.katex, strong, em, code, del, b, small, img, script, [style*=color])",
        "found => found.map(node => node.outerHTML.slice(0, 200))",
    )


def test_names_are_shown_as_they_are(server: str, browser: Any) -> None:
    """In the navigation, in links and headings, and in the browser's own title."""
    page = opened(browser, f"{server}/?lang=zh")
    shown = [words(text) for text in page.locator("[data-testid=stSidebarNavLink]").all_inner_texts()]
    linked = [words(text) for text in page.locator("[data-testid=stPageLink]").all_inner_texts()]
    for name in NAMES:
        assert words(name) in shown
        assert any(text.startswith(words(name)) for text in linked), linked
    assert made_of_markdown(page) == []
    page.locator("[data-testid=stSidebarNavLink]").filter(has_text="粗").first.click()
    page.wait_for_url(lambda now: not now.startswith(f"{server}/?"))
    settle(page)
    assert "\\" not in page.title()
    page.close()
    page = opened(browser, f"{server}/indicator?lang=zh")
    headings = [words(text) for text in page.locator("[data-testid=stHeading]").all_inner_texts()]
    for name in NAMES:
        assert words(name) in headings
    assert made_of_markdown(page) == []
    page.close()


def test_an_address_puts_no_link_into_a_message(server: str, browser: Any) -> None:
    """What a page is asked for is quoted, not read."""
    asked = "[x](http://evil.example) http://evil.example $x$"
    for path in ("sources", "indicator"):
        page = opened(browser, f"{server}/{path}?lang=zh&id={asked}")
        assert "evil.example" in page.inner_text("[data-testid=stMain]")
        assert made_of_markdown(page) == []
        page.close()
