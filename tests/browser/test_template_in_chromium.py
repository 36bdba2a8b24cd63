"""An official with ten minutes: three charts, a title of one's own, in the bureau's template, in under ten clicks."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.browser.visits import Visit, settle, until
from tests.conftest import DATA
from tests.decks.templates import four_to_three
from tests.serving import dashboard_server

CHARTS = ("connectivity.optical_cable_by_operator", "connectivity.rank_5g", "@base_stations_5g.TREND")
COUNTED = """
window.__clicks = 0;
addEventListener("pointerdown", (event) => { if (event.isTrusted) window.__clicks += 1; }, true);
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard whose data folder has the bureau's own template."""
    folder = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("bureau") / "data"))
    (folder / "template.pptx").write_bytes(four_to_three())
    with dashboard_server(INDICATORS_DATA=str(folder)) as url:
        yield url


@pytest.fixture
def counted(browser: Any, bureau: str) -> Iterator[Visit]:
    """A tab that counts each press of the mouse."""
    tab = Visit(browser, bureau)
    tab.page.context.add_init_script(COUNTED)
    yield tab
    tab.page.context.close()
    assert tab.errors == []


def test_an_edited_deck_of_three_charts_in_the_bureaus_template(counted: Visit) -> None:
    """Menu and item three times, edit, the title, download: nine clicks; every press of the mouse counts."""
    page = counted.page
    counted.open("connectivity")
    for chart in CHARTS:
        button = page.locator(f".ix-more[data-slide='{chart}']").first
        button.wait_for(state="attached")
        button.scroll_into_view_if_needed()
        button.hover(force=True)
        button.click()
        page.click(".ix-menu [data-act=to_deck]")
    page.wait_for_selector(".ix-tray:has-text('3 页')")
    page.click(".ix-tray a:has-text('编辑')")
    title = page.locator("[class*=st-key-slide-row-1] input")
    title.wait_for()
    settle(page)
    title.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("全省第一")
    page.keyboard.press("Enter")
    until(page, "decodeURIComponent(location.href).includes('connectivity.rank_5g~全省第一')")
    settle(page)
    with page.expect_download() as waiting:
        page.click("a.save-first")
    assert page.evaluate("window.__clicks") == 9
    deck = Presentation(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert (deck.slide_width, deck.slide_height) == (9_144_000, 6_858_000)
    assert b"8C1D18" in next(
        part.blob for part in deck.part.package.iter_parts() if "/theme/theme1" in str(part.partname)
    )
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) == 3 and titles[1] == "全省第一"
    assert all(any(shape.has_chart or shape.has_table for shape in slide.shapes) for slide in deck.slides)
