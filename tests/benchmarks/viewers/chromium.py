"""What a reader sees in Chromium: the first chart, shifts, downloads, a change of language."""

from __future__ import annotations

import io
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image, ImageChops

from tests.benchmarks.viewers.load import SECTOR
from tests.benchmarks.viewers.servers import Server
from tests.browser.visits import READY, SHIFTS, until

_WINDOW = {"width": 1366, "height": 768}
_FIRST = ".js-plotly-plot .main-svg .points path, .js-plotly-plot .main-svg .annotation-text, .picture svg"
"""What counts as a chart being drawn: a bar of plotly's, a text it has set, or a picture of our own."""
_WATCH = SHIFTS + """
window.__first = 0;
const look = () => {
  if (document.querySelector(%r)) window.__first = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
_FOUND = "[__first / 1000, __shifts.reduce((sum, shift) => sum + shift.value, 0)]"
_SAVES = "[data-testid=stDownloadButton] button, a[download]"
_ALIKE = 0.002
"""Share of a frame's pixels that may differ from what stands before or after a change."""


@contextmanager
def chromium() -> Iterator[Any]:
    """Start Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def measure_opening(
    browser: Any, project: Server, bare: Server, rounds: int
) -> dict[str, tuple[float, float]]:
    """Return the seconds to the first chart and the layout shift, of a reader who is new each time."""
    found: dict[str, list[tuple[float, float]]] = {"project": [], "bare": []}
    for _ in range(rounds):
        for server, path in ((bare, ""), (project, SECTOR)):
            context = browser.new_context(viewport=_WINDOW)
            context.add_init_script(_WATCH.replace("%r", repr(_FIRST)))
            page = context.new_page()
            page.goto(f"{server.url}/{path}")
            until(page, "window.__first > 0")
            page.wait_for_selector(READY, timeout=60_000)
            page.wait_for_timeout(1500)
            found[server.name].append(tuple(page.evaluate(_FOUND)))
            context.close()
    return {
        name: (statistics.median(first for first, _ in pairs), statistics.median(s for _, s in pairs))
        for name, pairs in found.items()
    }


def measure_downloads(browser: Any, server: Server, tabs: int, clicks: int) -> tuple[int, int]:
    """Return how many of so many clicks on files and decks failed while so many tabs were open."""
    context = browser.new_context(viewport=_WINDOW, accept_downloads=True)
    paths = ["data", "deck?deck=compute", *[SECTOR, "", "explore", "compute"] * tabs][:tabs]
    pages = []
    for path in paths:
        page = context.new_page()
        page.goto(f"{server.url}/{path}")
        page.wait_for_selector(READY, timeout=90_000)
        pages.append(page)
    pages[0].wait_for_selector(_SAVES, timeout=60_000)
    pages[1].wait_for_selector(_SAVES, timeout=60_000)
    failed = 0
    for number in range(clicks):
        page = pages[number % 2]
        buttons = page.locator(_SAVES)
        button = buttons.nth((number // 2) % buttons.count())
        failed += not _saved(page, button)
    context.close()
    return failed, clicks


def _saved(page: Any, button: Any) -> bool:
    from playwright.sync_api import Error

    try:
        with page.expect_download(timeout=15_000) as waiting:
            button.click(timeout=10_000)
        download = waiting.value
        return download.failure() is None and download.path().stat().st_size > 0
    except Error:
        return False


def measure_language(
    browser: Any, project: Server, bare: Server, rounds: int
) -> tuple[float, float, int, int]:
    """Return seconds of a change of language, of a bare click, and frames that are neither.

    A frame is right if it looks as the page did before or as it does in the end; whatever else the
    browser composes while it changes is in two languages, or blank, or half drawn.

    Returns:
        The median seconds until the last wrong frame was gone, of both apps; the frames of the
        project that were wrong, and all of its frames.
    """

    def switch(page: Any) -> Callable[[], None]:
        zh = page.evaluate("document.documentElement.lang !== 'en'")
        button = page.get_by_text("English" if zh else "中文", exact=True)
        return lambda: button.click()

    def slide(page: Any) -> Callable[[], None]:
        page.locator("[data-testid=stSlider] [role=slider], [data-testid=stSlider] input").first.focus()
        return lambda: page.keyboard.press("ArrowRight")

    mine, other, wrong, count = [], [], 0, 0
    pages = {}
    for server, path in ((project, SECTOR), (bare, "")):
        page = browser.new_page(viewport=_WINDOW)
        page.goto(f"{server.url}/{path}")
        until(page, f"document.querySelector({_FIRST!r}) !== null")
        page.wait_for_timeout(2000)
        pages[server.name] = page
    for _ in range(rounds):
        taken, _, _ = _watched(pages["bare"], slide(pages["bare"]))
        other.append(taken)
        taken, bad, frames = _watched(pages["project"], switch(pages["project"]))
        mine.append(taken)
        wrong, count = wrong + bad, count + frames
    return statistics.median(mine), statistics.median(other), wrong, count


def _watched(page: Any, act: Callable[[], None]) -> tuple[float, int, int]:
    """Do something; return how long the page took to its final look, wrong frames, and all frames."""
    before = _look(page.screenshot())
    frames: list[tuple[float, bytes]] = []
    session = page.context.new_cdp_session(page)

    def keep(event: dict[str, Any]) -> None:
        import base64

        frames.append((event["metadata"]["timestamp"], base64.b64decode(event["data"])))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
    page.wait_for_timeout(200)
    begun = time.time()
    act()
    page.wait_for_timeout(3500)
    session.send("Page.stopScreencast")
    after = _look(page.screenshot())
    session.detach()
    last, wrong, seen = begun, 0, 0
    for stamp, data in frames:
        if stamp < begun:
            continue
        seen += 1
        look = _look(data)
        done = _alike(look, after)
        if not done:
            last = stamp
        if not done and not _alike(look, before):
            wrong += 1
    # The frame after the last one that wasn't final is the first that was.
    later = [stamp for stamp, _ in frames if stamp > last]
    return (min(later) if later else last) - begun, wrong, seen


def _look(png: bytes) -> Image.Image:
    """Return the page's own part of a picture: what is beneath the bar with the running sign."""
    image = Image.open(io.BytesIO(png)).convert("L")
    return image.crop((250, 60, image.width - 16, image.height)).reduce(2)


def _alike(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    changed = ImageChops.difference(one, other).point(lambda value: 255 if value > 24 else 0)
    return changed.histogram()[255] <= _ALIKE * one.width * one.height
