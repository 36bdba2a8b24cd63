"""Accessibility, judged by axe-core in real Chromium: WCAG 2.1, A and AA."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.conftest import CHROMIUM, dashboard_server
from tests.browser.visits import PAGES, open_page, settle

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

SIZES = [(1920, 1080), (1366, 768), (390, 844)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))

OF_THE_FRAMEWORK = {
    "list": (
        "[data-testid=stSidebarNav] *",
        "Streamlit puts the sections of its navigation as div into a ul; the markup is its own, and "
        "the links in it are reached and read all the same.",
    ),
    "listitem": (
        "[data-testid=stSidebarNav] *",
        "The other side of the same: its li stand in that div.",
    ),
}
"""Rule → the elements it may find, which are the framework's, and why that is left."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The dashboard with the tests' own data."""
    with dashboard_server() as url:
        yield url


def violations(page: Any) -> list[str]:
    """Return what axe finds and the table above doesn't explain."""
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES
    )
    assert result["passes"], "axe looked at nothing"
    found = []
    for violation in result["violations"]:
        allowed, _ = OF_THE_FRAMEWORK.get(violation["id"], ("", ""))
        for node in violation["nodes"]:
            target = node["target"][-1]
            theirs = isinstance(target, str) and allowed and page.evaluate(
                "([target, allowed]) => { const node = document.querySelector(target);"
                " return node !== null && node.matches(allowed); }", [target, allowed],
            )
            if not theirs:
                found.append(f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}")
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_of_our_making(
    browser: Any, server: str, name: str, lang: str
) -> None:
    """Every page at three sizes in Chinese; in English, which differs in its words only, at one."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, PAGES[name], lang)
    assert page.evaluate("document.documentElement.lang") == ("zh-CN" if lang == "zh" else "en")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width, height in SIZES if lang == "zh" else SIZES[1:2]:
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        assert violations(page) == [], (width, height)
    page.close()


def test_axe_would_find_something(browser: Any) -> None:
    """The judge is awake: a picture without words, pale text and a button without a name."""
    page = browser.new_page()
    page.set_content(
        '<html lang="xx-"><title>x</title><main><img src="x.png"><button></button>'
        '<p style="color:#aaa;background:#fff">pale</p></main></html>'
    )
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {line.partition(":")[0] for line in violations(page)}
    assert {"image-alt", "button-name", "color-contrast"} <= rules
    page.close()


def test_nothing_moves_for_those_who_ask_for_stillness(browser: Any, server: str) -> None:
    """With reduced motion asked for, nothing of ours is animated."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    open_page(page, server, PAGES["compare"], "zh")
    moving = page.evaluate(
        "document.getAnimations().filter(a => a.playState === 'running'"
        " && a.effect.getComputedTiming().duration > 50).map(a => a.effect.target.outerHTML.slice(0, 200))"
    )
    assert moving == []
    context.close()


def test_everything_can_be_reached_by_keyboard(browser: Any, server: str) -> None:
    """Tab goes through every control of the page, in the order in which one reads, and out again."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, PAGES["compare"], "zh")
    wanted = page.evaluate("""() => {
      const controls = [];
      const walk = root => root.querySelectorAll("*").forEach(node => {
        const main = root !== document || node.closest("[data-testid=stMain]");
        const focusable = node.matches("a[href], button, input, select, textarea");
        if (main && focusable && !node.disabled && node.tabIndex >= 0 && node.checkVisibility({
          visibilityProperty: true, opacityProperty: true })) controls.push(node);
        if (node.shadowRoot) walk(node.shadowRoot);
      });
      walk(document);
      controls.forEach((node, index) => { node.dataset.reach = index; });
      return controls.map(node => node.textContent || node.ariaLabel || node.tagName);
    }""")
    assert len(wanted) > 12
    reached: list[int] = []
    for _ in range(len(wanted) * 3 + 40):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
          let node = document.activeElement;
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
          return node?.dataset?.reach ?? "";
        }""")
        if place and int(place) not in reached:
            reached.append(int(place))
    # A group of choices is one stop, the arrows go through it.
    missed = [
        wanted[index] for index in range(len(wanted)) if index not in reached
        and not page.evaluate(
            "index => !!document.querySelector(`[data-reach='${index}']`)?.closest('[role=radiogroup], [role=group]')",
            index,
        )
    ]
    assert missed == []
    assert reached == sorted(reached)
    page.close()
