"""The menu at every figure and picture: what it gives, by mouse and by keyboard; and the reader's own deck."""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from pptx import Presentation

from tests.browser.visits import Visit, settle, until

CABLE = ".ix-more[data-slide='connectivity.optical_cable_by_operator']"


def choose(visit: Visit, button: str, act: str) -> None:
    """Open a menu as a mouse does, and click an item."""
    visit.page.hover(button, force=True)
    visit.page.click(button)
    visit.page.click(f".ix-menu [data-act={act}]")


def saved(visit: Visit, act: Any) -> tuple[str, bytes]:
    """Return name and contents of what an act saves."""
    with visit.page.expect_download() as waiting:
        act()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def copied(visit: Visit, start: str) -> str:
    """Return the text on the clipboard as soon as it begins so."""
    until(visit.page, f"navigator.clipboard.readText().then(text => text.startsWith('{start}'))")
    text: str = visit.page.evaluate("navigator.clipboard.readText()")
    return text


def size(png: bytes) -> tuple[int, ...]:
    """Return a PNG's width and height."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def test_from_the_overview_a_picture_takes_two_clicks(visit: Visit) -> None:
    """Any figure: its menu, then the picture, 16 : 9, with its bound and source inside."""
    visit.open("")
    visit.page.wait_for_selector(".ix-more", state="attached")
    button = ".ix-more[data-slide='@optical_cable_length']"
    name, png = saved(visit, lambda: choose(visit, button, "png_1"))
    assert name == "optical-cable-length_2025-Q1_gz-2025324_zh.png"
    assert size(png) == (1920, 1080)
    assert len(png) > 20_000
    every = visit.page.locator(".kf .ix-more, .kf-others .ix-more").count()
    assert every == visit.page.locator(".kf, .kf-others .nowrap").count() > 30


def test_every_form_of_a_picture(visit: Visit) -> None:
    """Large, without its ground, as SVG, on the clipboard; there is no second way to another picture."""
    visit.open("connectivity")
    visit.page.wait_for_selector(CABLE, state="attached")
    stem = "optical-cable-length_2025-Q1_gz-2025324_zh"
    name, png = saved(visit, lambda: choose(visit, CABLE, "png_2"))
    assert (name, size(png)) == (f"{stem}@2x.png", (3840, 2160))
    name, svg = saved(visit, lambda: choose(visit, CABLE, "as_svg"))
    assert name == f"{stem}.svg"
    root = ET.parse(io.BytesIO(svg)).getroot()
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    said = "".join(root.itertext())
    for wanted in ("超", "43", "公里", "2025年一季度", "来源", "2025324", "核验码"):
        assert wanted in said
    name, png = saved(visit, lambda: choose(visit, CABLE, "png_clear"))
    assert name == f"{stem}_transparent.png"
    corner = visit.page.evaluate("""async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas.drawImage(picture, 0, 0);
      return canvas.getImageData(2, 2, 1, 1).data[3];
    }""", list(png))
    assert corner == 0
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(visit, CABLE, "copy_picture")
    visit.page.wait_for_selector(".ix-told:has-text('已复制')")
    assert visit.page.evaluate("navigator.clipboard.read().then(items => items[0].types)") == ["image/png"]
    assert visit.page.locator(".modebar-btn").count() == 0


def test_words_go_into_a_document(visit: Visit) -> None:
    """A table as HTML, which Word takes for a table, and as text; a sentence with its source; the link."""
    visit.open("connectivity")
    visit.page.wait_for_selector(CABLE, state="attached")
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read = """async (kind) => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(kind)).text();
    }"""
    choose(visit, CABLE, "copy_table")
    visit.page.wait_for_selector(".ix-told:has-text('已复制')")
    html, text = (visit.page.evaluate(read, kind) for kind in ("text/html", "text/plain"))
    assert html.count("<tr") == len(text.splitlines()) == 5
    assert "超43万公里" in html and "中国电信" in text and "|" not in text
    choose(visit, CABLE, "copy_sentence")
    said = copied(visit, "截至")
    assert "超43万公里" in said and "来源：" in said and "核验码" in said
    choose(visit, CABLE, "copy_link")
    assert copied(visit, "http").endswith("/indicator?lang=zh&id=optical_cable_length")


def test_the_keyboard_goes_through_it(visit: Visit) -> None:
    """Open, through all items and round, out with the focus where it was; the table opens over the page."""
    visit.open("connectivity", "en")
    visit.page.wait_for_selector(CABLE, state="attached")
    page = visit.page
    focused = "document.activeElement.dataset.act ?? document.activeElement.className"
    page.focus(CABLE)
    assert page.evaluate(f"getComputedStyle(document.querySelector(\"{CABLE}\")).opacity") == "1"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "to_slide"
    page.keyboard.press("End")
    last = page.evaluate(focused)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "to_slide" != last
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == last == "about_it"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "ix-more"
    assert page.locator(".ix-menu").count() == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    while page.evaluate(focused) not in ("show_table", "to_slide"):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] table")
    assert page.locator("dialog tbody tr").count() == 4
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_a_deck_of_three_charts_in_under_ten_clicks(visit: Visit) -> None:
    """Three charts of two sectors into the tray, a title changed, the file saved: nine clicks."""
    wanted = ["connectivity.optical_cable_by_operator", "connectivity.rank_5g", "@pooled_compute"]
    page = visit.page
    visit.open("connectivity")
    for slide in wanted[:2]:
        page.wait_for_selector(f".ix-more[data-slide='{slide}']", state="attached")
        choose(visit, f".ix-more[data-slide='{slide}']", "to_deck")  # four clicks
    page.wait_for_selector(".ix-tray:has-text('2 页')")
    assert "tray=connectivity.optical_cable_by_operator,connectivity.rank_5g" in page.url
    page.get_by_role("link", name="总览").click()  # five
    page.wait_for_selector(".kf-others")
    settle(page)
    choose(visit, f".ix-more[data-slide='{wanted[2]}']", "to_deck")  # seven
    page.wait_for_selector(".ix-tray:has-text('3 页')")
    page.click(".ix-tray a:has-text('编辑')")  # eight
    title = page.locator("[class*=st-key-slide-row-1] input")
    title.wait_for()
    settle(page)
    assert page.locator(".ix-tray").count() == 0
    title.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("全省第一")
    page.keyboard.press("Enter")
    until(page, "decodeURIComponent(location.href).includes('connectivity.rank_5g~全省第一')")
    settle(page)
    name, deck = saved(visit, lambda: page.click("a.save-first"))  # nine
    assert name.endswith(".pptx")
    slides = Presentation(io.BytesIO(deck)).slides
    texts = ["".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]
    assert sum("全省第一" in text for text in texts) >= 1
    assert any("4000" in text for text in texts)
    page.click("[class*=st-key-take_out-0] button")
    until(page, "!location.search.includes('optical_cable')")
    settle(page)
    page.get_by_role("link", name="总览").click()
    page.wait_for_selector(".ix-tray:has-text('2 页')")
    assert page.evaluate("new URL(location.href).searchParams.get('tray')") == ",".join(wanted[1:])


def test_the_menu_is_everywhere_and_leads_to_a_slide_and_back(visit: Visit) -> None:
    """Search results, an indicator's figure, charts, comparisons: a slide now, and back to where one was."""
    page = visit.page
    first = "[data-testid=stMain] .ix-more >> nth=0"
    for path in ("indicator?id=base_stations_5g", "explore?q=5G", "explore?q=5G&view=chart",
                 "compare?indicator=own_compute&indicator=pooled_compute"):
        visit.open(path)
        page.wait_for_selector(first, state="attached")
        settle(page)
        slides = page.locator("[data-testid=stMain] .ix-more").evaluate_all("all => all.map(one => one.dataset.slide)")
        for slide in slides:
            answer = page.request.get(f"{visit.server}/api/picture.svg", params={"slide": slide})
            assert answer.ok, slide
    before = page.url
    choose(visit, first, "to_slide")
    page.wait_for_selector(".ix-stage svg")
    page.keyboard.press("Escape")
    page.wait_for_selector(first, state="attached")
    assert page.url == before


def test_the_menu_says_what_is_counted(visit: Visit) -> None:
    """What a mouse's rest shows of a name and of a unit's letters stands in the menu, for keyboard and touch."""
    page = visit.page
    visit.open("")
    page.wait_for_selector(".ix-more[data-slide='@pooled_compute']", state="attached")
    page.focus(".ix-more[data-slide='@pooled_compute']")
    page.keyboard.press("Enter")
    hint = page.locator(".ix-menu .ix-hint").inner_text()
    assert page.locator(".ix-menu [role=menu]").get_attribute("aria-describedby") == "ix-hint"
    shown = page.eval_on_selector_all(
        ".kf:has(> .ix-more[data-slide='@pooled_compute']) :is(a, abbr)[title]", "all => all.map(one => one.title)"
    )
    assert shown and all(said in hint for said in shown)


def test_a_table_goes_into_a_document_as_a_table(visit: Visit) -> None:
    """The second button of a page's table: rows as they stand, HTML for Word, text for all else."""
    page = visit.page
    visit.open("explore?sector=compute&view=table")
    page.wait_for_selector(".grid table")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows = page.locator(".grid tbody tr").count()
    page.click(".grid button.copy:has-text('文档')")
    page.wait_for_selector(".grid [role=status]:has-text('已复制')")
    html, text = (page.evaluate("""async (kind) => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(kind)).text();
    }""", kind) for kind in ("text/html", "text/plain"))
    assert html.count("<tr") == len(text.splitlines()) == rows + 1 > 3
    assert "<button" not in html and "|" not in text and "4000P" in html
