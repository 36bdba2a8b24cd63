"""The slides in a real browser: nothing scrolls, overlaps or is clipped; pictures are sharp."""

from __future__ import annotations

import re

import pytest

from indicators.pictures.slides import DeckSpec, build_deck, default_keys
from indicators.table.frame import observations
from tests.browser.visits import Visit, settle, until
from tests.browser.words import CATALOG

SIZES = [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]
HOSTILE = "<b>标题</b> 👩‍👩‍👧‍👦 مؤشرات " + "很长的标题" * 80

BOXES = """
async () => {
  // Every slide, measured on the stage itself.
  const stage = document.querySelector(".ix-stage");
  const wrong = [];
  const seen = [];
  const count = Number(stage.querySelector(".ix-count").textContent.split("/")[1]);
  for (let page = 1; page <= count; page += 1) {
    const svg = stage.querySelector(".ix-slide svg");
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / 1920;
    const at = stage.dataset.slide;
    const fits = frame.left >= -0.6 && frame.top >= -0.6
      && frame.right <= innerWidth + 0.6 && frame.bottom <= innerHeight + 0.6;
    if (!fits) wrong.push([at, "stage leaves the window"]);
    const fills = Math.max(frame.width / innerWidth, frame.height / innerHeight);
    if (fills < 0.998) wrong.push([at, "stage doesn't fill the window", fills]);
    const boxes = [];
    for (const text of svg.querySelectorAll("text:not([data-watermark])")) {
      const box = text.getBBox();
      const runs = [...(text.querySelectorAll("tspan").length ? text.querySelectorAll("tspan") : [text])];
      const sizes = runs.map((run) => parseFloat(getComputedStyle(run).fontSize));
      const size = Math.max(...sizes);
      if (Math.min(...sizes) * scale < 18 * innerHeight / 1080 * 0.99) {
        wrong.push([at, "small text", text.textContent, sizes]);
      }
      // The glyphs' own square: above and below it the line's box is empty.
      const baseline = parseFloat(text.getAttribute("y"));
      boxes.push({ left: box.x, right: box.x + box.width, top: baseline - 0.86 * size,
        bottom: baseline + 0.12 * size, said: text.textContent });
    }
    for (const box of boxes) {
      if (box.left < 92 || box.right > 1828 || box.top < 50 || box.bottom > 1032) {
        wrong.push([at, "outside the margins", box]);
      }
    }
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) wrong.push([at, "overlap", one.said, other.said]);
    }));
    for (const shape of svg.querySelectorAll("rect, polygon")) {
      const box = shape.getBBox();
      if (box.x < 0 || box.y < 0 || box.x + box.width > 1920.5 || box.y + box.height > 1080.5) {
        wrong.push([at, "shape outside", box.x, box.width]);
      }
    }
    seen.push(svg.textContent);
    stage.querySelector("[data-act=next]").click();
    await new Promise(requestAnimationFrame);
  }
  stage.querySelector("[data-act=previous]");
  const scroll = document.scrollingElement;
  if (scroll.scrollHeight > innerHeight || scroll.scrollWidth > innerWidth) {
    wrong.push(["page scrolls", scroll.scrollHeight, innerHeight]);
  }
  const top = document.elementFromPoint(5, innerHeight / 2);
  if (!top.closest(".ix-stage")) wrong.push(["the application shows beside the stage"]);
  return { wrong, seen };
}
"""


def present(visit: Visit, query: str, lang: str = "zh") -> None:
    """Open the slide page."""
    visit.page.goto(f"{visit.server}/present?lang={lang}{query}")
    visit.page.wait_for_selector(".ix-stage .ix-slide svg", timeout=60_000)


@pytest.mark.parametrize("theme", ["light", "deep"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_slide_fits_every_window(visit: Visit, lang: str, theme: str) -> None:
    """The default deck of the whole reply holds those of all sectors, each with its source and its codes."""
    slides = build_deck(CATALOG, observations(CATALOG), DeckSpec(), lang).slides
    present(visit, f"&theme={theme}", lang)
    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.keyboard.press("Home")
        found = visit.page.evaluate(BOXES)
        assert found["wrong"] == [], (width, height)
        assert len(found["seen"]) == len(slides) == len(default_keys(CATALOG))
        source = "来源" if lang == "zh" else "Source"
        for slide, text in zip(slides, found["seen"], strict=True):
            assert source in text and re.search("核验码|Codes?", text)
            assert [code for code in slide.codes if code not in text] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_trends_fit_with_all_their_sources(visit: Visit, lang: str) -> None:
    """Many documents take many lines; the bars make room for them."""
    keys = [f"@{indicator}.TREND" for indicator in CATALOG.indicators]
    present(visit, f"&deck={','.join(keys)}&theme=deep", lang)
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    found = visit.page.evaluate(BOXES)
    assert found["wrong"] == []
    assert len(found["seen"]) >= 3


def test_hostile_titles_stay_in_their_boxes_and_are_not_markup(visit: Visit) -> None:
    from urllib.parse import quote

    title = quote(f"parks.KEY~{HOSTILE}")
    present(visit, f"&deck=parks.KEY,nothing&title={title}")
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    found = visit.page.evaluate(BOXES)
    assert found["wrong"] == []
    assert "<b>标题</b>" in found["seen"][0]
    assert "nothing" in visit.page.inner_text(".ix-note")


CUT = """[...document.querySelectorAll(".ix-thumb")].map(thumb => {
  const [box, svg] = [thumb, thumb.querySelector("svg")].map(e => e.getBoundingClientRect());
  return [svg.height - box.height, svg.width * 9 / 16 - svg.height];
}).filter(([hidden, squeezed]) => hidden > 1 || squeezed > 1)"""
"""Thumbnails that are lower than their pictures."""


def test_keys_buttons_thumbnails_and_the_address(visit: Visit) -> None:
    present(visit, "&slide=2")
    page = visit.page
    shown = "document.querySelector('.ix-stage').dataset.slide"
    assert page.evaluate(shown) == "2"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    assert page.evaluate(shown) == "4"
    assert "slide=4" in page.url
    page.keyboard.press("ArrowLeft")
    page.mouse.move(300, 300)
    page.click("[data-act=next]")
    assert page.evaluate(shown) == "4"
    page.keyboard.press("End")
    assert page.evaluate(shown) == str(len(default_keys(CATALOG)))
    page.keyboard.press("o")
    assert page.evaluate(CUT) == [], "a thumbnail shows its whole slide, also where many need more room"
    page.click(".ix-thumb:nth-child(3)")
    assert page.evaluate(shown) == "3"
    assert "slide=3" in page.url
    page.mouse.move(310, 310)
    page.click("[data-act=full_screen]")
    until(page, "document.fullscreenElement?.className.includes('ix-stage')")
    page.click("[data-act=full_screen]")
    until(page, "!document.fullscreenElement")
    page.mouse.move(320, 320)
    page.click("[data-act=other_theme]")
    page.wait_for_url("**theme=deep**")
    page.wait_for_selector(".ix-slide svg")
    assert page.evaluate(shown) == "3"
    page.keyboard.press("Escape")
    page.wait_for_url("**/deck?**")
    page.wait_for_selector("h1.title")
    assert page.evaluate("document.querySelector('.ix-stage')") is None


def test_slides_print_unclipped(visit: Visit) -> None:
    """Each picture is whole on the paper: its width is the paper's, and none is parted by a break."""
    present(visit, "&deck=connectivity&theme=deep", "en")
    count = int(visit.page.inner_text(".ix-count").split("/")[1])
    assert pages(visit.page.pdf(width="1280px", height="720px", print_background=True)) == count
    paper = visit.page.pdf(format="A4", print_background=True)
    assert pages(paper) in (count // 2, (count + 1) // 2, count // 2 + 1)
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 794, "height": 1123})
    visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    widths = visit.page.evaluate(
        "[...document.querySelectorAll('.ix-print svg')].map(e => {"
        "const box = e.getBoundingClientRect(); return [box.left, box.right, box.height]})"
    )
    assert len(widths) == count
    for left, right, height in widths:
        assert left >= 0 and right <= 794.5 and right - left > 700
        assert height == pytest.approx((right - left) * 9 / 16, abs=1)


OUTSIDE = """[...document.querySelectorAll("[data-testid=stMain] *")].filter(node => {
  const box = node.getBoundingClientRect();
  return node.checkVisibility() && !node.closest(".ix-more, svg") && node.childNodes.length && box.width > 0
    && (box.right > 703 || box.left < -1);
}).map(node => node.outerHTML.slice(0, 120))"""
"""What stands beside the paper, which is 703 pixels wide within its margins."""


@pytest.mark.parametrize(("path", "most"), [
    ("", 1), ("connectivity", 3), ("indicator?id=optical_cable_length", 3),
    ("compare?indicator=own_compute&indicator=pooled_compute&indicator=supercomputer_general_compute", 1),
])
def test_pages_fit_on_paper(visit: Visit, path: str, most: int) -> None:
    """As on the screen, made smaller: on few sheets, nothing beside the paper, no controls, the table whole."""
    visit.resize(1366, 768)
    visit.open(path)
    settle(visit.page)
    count = pages(visit.page.pdf(format="A4"))
    assert count <= most
    visit.page.emulate_media(media="print")
    visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    visit.page.set_viewport_size({"width": 703, "height": 1010})
    assert visit.page.evaluate(OUTSIDE) == []
    assert not visit.page.locator("[data-testid=stMain] input").first.is_visible()
    assert not visit.page.locator("[data-testid=stSidebar]").is_visible()


def pages(data: bytes) -> int:
    """Return how many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b", data))
