"""The pages that every question is asked of, and how to open them."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from playwright import sync_api as playwright

SIZES = ((1920, 1080), (1366, 768), (390, 844))
PAGES = {
    "overview": "",
    "sector": "connectivity",
    "indicator": "indicator?id=optical_cable_length",
    "no indicator": "indicator?id=999",
    "explore": "explore",
    "explore as a table": "explore?sector=compute&view=table",
    "explore as charts": "explore?q=5G&view=chart",
    "nothing found": "explore?sector=compute&measure_type=rank",
    "wrong address": "explore?sector=999",
    "compare": "compare?indicator=supercomputer_general_compute"
               "&indicator=supercomputer_intelligent_compute&scale=log",
    "compare nothing": "compare",
    "data": "data?sector=parks",
    "sources": "sources",
    "a source": "sources?id=gz-2025324",
    "quality": "quality",
    "methodology": "methodology",
    "intake": "intake",
    "deck": "deck",
    "present": "present",
    "verify": "verify",
    "proof": "proof",
}
"""Addresses by what they show; each sector's own page comes to them."""

WAIT = 60_000
"""Milliseconds within which even a busy machine brings about what is waited for."""
_BETWEEN = 100
"""Milliseconds after which a page is asked again."""
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
"""What is there when a page's script has ended."""
MOST_SHIFT = 0.02
SHIFTS = """
window.__shifts = [];
new PerformanceObserver((list) => {
  const place = (box) => `${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)}×${Math.round(box.height)}`;
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shifts.push({
    value: entry.value,
    moved: entry.sources.map(({ node, previousRect, currentRect }) => {
      const box = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      const where = box?.closest("[class*=st-key-]")?.className.match(/st-key-\\S+/)?.[0];
      const name = [box?.dataset?.testid ?? box?.tagName ?? "what is gone", ...(where ? ["in", where] : [])].join(" ");
      return `${name} from ${place(previousRect)} to ${place(currentRect)}: ${(node?.textContent ?? "").slice(0, 60)}`;
    }),
  });
}).observe({ type: "layout-shift", buffered: true });
"""


def jumps(page: Any) -> list[str]:
    """Return what moved, and by how much, if all that moved since the page was opened is too much."""
    shifts = page.evaluate("window.__shifts")
    total = sum(shift["value"] for shift in shifts)
    if total < MOST_SHIFT:
        return []
    return [f"{total:.4f} in all", *(f"{shift['value']:.4f} {what}" for shift in shifts for what in shift["moved"])]


class Visit:
    """A tab of a reader who was never here, which notes what goes wrong.

    Attributes:
        server: The dashboard's address.
        page: The tab.
        errors: What its console called an error.
        elsewhere: What it asked of anybody but the dashboard.
        sent: What it told the dashboard through the websocket.
    """

    def __init__(self, browser: Any, server: str, width: int = 1920, height: int = 1080) -> None:
        self.server = server
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.sent: list[bytes] = []
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(SHIFTS)
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("websocket", lambda socket: socket.on("framesent", lambda data: self.sent.append(data)))

    def _console(self, message: Any) -> None:
        # On a deep link Streamlit's client looks for its server beneath the page first.
        probe = "/_stcore/" in (message.location or {}).get("url", "")
        if message.type == "error" and not probe:
            self.errors.append(message.text)

    def _request(self, request: Any) -> None:
        local = (self.server, self.server.replace("http", "ws"), "data:", "blob:")
        if not request.url.startswith(local):
            self.elsewhere.append(request.url)

    def open(self, path: str, lang: str = "zh") -> None:
        """Open an address and wait until the script has run."""
        open_page(self.page, self.server, path, lang, still=False)

    def resize(self, width: int, height: int) -> None:
        """Make the window larger or smaller."""
        self.page.set_viewport_size({"width": width, "height": height})


class TooLongError(AssertionError):
    """What was waited for did not come."""


def until(page: Any, condition: str, timeout: float = WAIT) -> None:
    """Wait until an expression holds in a page.

    Asked from here, again and again: a page's policy lets nobody turn a text into a program within it,
    a browser's driver that waits there neither.

    Args:
        page: The tab; it may go to another page meanwhile.
        condition: JavaScript; a promise is waited for.
        timeout: Milliseconds.

    Raises:
        TooLongError: It doesn't hold by then.
    """
    last = time.monotonic() + timeout / 1000
    while True:
        with suppress(playwright.Error):  # The page that was asked is gone.
            if page.evaluate(f"async () => Boolean(await ({condition}))"):
                return
        if time.monotonic() > last:
            raise TooLongError(condition)
        page.wait_for_timeout(_BETWEEN)


STILL = """() => new Promise((resolve) => {
  const done = () => { watch.disconnect(); resolve(); };
  let timer = setTimeout(done, 300);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 300); });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(done, 20000);
})"""
"""Waits until nothing has changed for a while by the page's own clock, which stands still while it is busy.

Longer than what waits for a window to keep its width (room.js).
"""


def open_page(page: Any, server: str, path: str, lang: str, *, still: bool = True) -> None:
    """Open an address and wait until everything is drawn, and if asked, keeps still."""
    page.goto(f"{server}/{path}{'&' if '?' in path else '?'}lang={lang}")
    page.wait_for_selector("h1.title", state="attached", timeout=WAIT)
    if still:
        settle(page)
    else:
        page.wait_for_selector(READY, state="attached", timeout=WAIT)


def settle(page: Any) -> None:
    """Wait until the script has run and the page keeps still."""
    page.wait_for_selector(READY, state="attached", timeout=WAIT)
    page.evaluate(STILL)
    page.wait_for_selector(READY, state="attached", timeout=WAIT)
