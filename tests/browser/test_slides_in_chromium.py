"""The slides in a real browser: nothing scrolls, overlaps or is clipped; pictures are sharp."""

from __future__ import annotations

import io
import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from indicators.pictures.slides import default_keys
from tests.browser.visits import Visit
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
    visit.page.wait_for_selector(".ix-stage .ix-slide svg", timeout=30_000)


@pytest.mark.parametrize("theme", ["light", "deep"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_slide_fits_every_window(visit: Visit, lang: str, theme: str) -> None:
    """The default deck of the whole reply holds those of all sectors."""
    present(visit, f"&theme={theme}", lang)
    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.keyboard.press("Home")
        found = visit.page.evaluate(BOXES)
        assert found["wrong"] == [], (width, height)
        assert len(found["seen"]) == len(default_keys(CATALOG))
        source = "来源" if lang == "zh" else "Source"
        assert all(source in text and "2025324" in text for text in found["seen"])
        assert all(re.search("核验码|Codes?", text) for text in found["seen"])


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
    page.wait_for_function("document.fullscreenElement?.className.includes('ix-stage')")
    page.click("[data-act=full_screen]")
    page.wait_for_function("!document.fullscreenElement")
    page.mouse.move(320, 320)
    page.click("[data-act=other_theme]")
    page.wait_for_url("**theme=deep**")
    page.wait_for_selector(".ix-slide svg")
    assert page.evaluate(shown) == "3"
    page.keyboard.press("Escape")
    page.wait_for_url("**/deck?**")
    page.wait_for_selector("h1.title")
    assert page.evaluate("document.querySelector('.ix-stage')") is None


def download(visit: Visit, selector: str) -> tuple[str, bytes]:
    with visit.page.expect_download() as waiting:
        visit.page.click(selector)
    file = waiting.value
    return file.suggested_filename, Path(file.path()).read_bytes()


def test_pictures_of_a_chart_are_made_in_the_browser(visit: Visit) -> None:
    """PNG at 1920 × 1080 and SVG, named for indicator, period and document."""
    visit.open("connectivity")
    visit.page.wait_for_selector(".ix-tools button")
    strip = ".ix-tools[aria-label*='光缆'] "
    stem = "optical-cable-length_2025-Q1_gz-2025324_zh"
    name, data = download(visit, strip + "[data-act=png] >> nth=0")
    assert name == f"{stem}.png"
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (1920, 1080)
    assert len(data) > 20_000
    name, data = download(visit, strip + "[data-act=svg] >> nth=0")
    assert name == f"{stem}.svg"
    root = ET.parse(io.BytesIO(data)).getroot()
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    said = "".join(root.itertext())
    for wanted in ("超", "43", "公里", "2025年一季度", "来源", "2025324", "核验码"):
        assert wanted in said
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.click(strip + "[data-act=copy] >> nth=0")
    visit.page.wait_for_function(
        "[...document.querySelectorAll('.ix-tools [role=status]')].some(e => e.textContent === '已复制')"
    )
    types = visit.page.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    assert types == ["image/png"]


@pytest.mark.parametrize("path", ["connectivity?lang=zh", "present?lang=en&deck=connectivity&theme=deep"])
def test_pages_print_unclipped(visit: Visit, path: str) -> None:
    """Each picture is whole on the paper: its width is the paper's, and none is parted by a break."""
    visit.page.goto(f"{visit.server}/{path}")
    visit.page.wait_for_selector(".ix-stage svg, .ix-tools button", timeout=30_000)
    visit.page.wait_for_selector(
        "[data-testid=stApp][data-test-script-state=notRunning]", state="attached", timeout=20_000
    )
    visit.page.wait_for_timeout(1500)
    wide = visit.page.pdf(width="1280px", height="720px", print_background=True)
    pictures = visit.page.evaluate("document.querySelectorAll('.ix-tools').length") or 4
    assert pages(wide) == pictures
    paper = visit.page.pdf(format="A4", print_background=True)
    assert pages(paper) in (pictures // 2, (pictures + 1) // 2, pictures // 2 + 1)
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 794, "height": 1123})
    visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    widths = visit.page.evaluate(
        "[...document.querySelectorAll('.ix-paper svg, .ix-print svg')].map(e => {"
        "const box = e.getBoundingClientRect(); return [box.left, box.right, box.height]})"
    )
    assert len(widths) == pictures
    for left, right, height in widths:
        assert left >= 0 and right <= 794.5 and right - left > 700
        assert height == pytest.approx((right - left) * 9 / 16, abs=1)


def pages(data: bytes) -> int:
    """Return how many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b", data))
