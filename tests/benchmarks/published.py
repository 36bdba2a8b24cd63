"""Measure the static site beside the live pages: ``python -m tests.benchmarks.published``.

Both are opened in headless Chromium by turns, each time by a new reader: the seconds until something is
seen, until the first figure is, and the bytes that came. Then how many readers a second each server
gives a page to, one connection after another.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from indicators.catalog import data_folder
from indicators.edition import build_edition
from indicators.publishing import publish
from tests.serving import dashboard_server, free_port

ROUNDS = 7
ASKED = 200
SEEN = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null"""
BYTES = """() => performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
  .reduce((sum, one) => sum + one.transferSize, 0)"""
FIGURE = ".kf-figure, .ix-set, .js-plotly-plot"
"""What is there when the first figure can be read."""
PAGES = {"overview": ("zh/index.html", ""), "sector": ("zh/sector/connectivity.html", "connectivity")}
"""Each page's address on the site and on the dashboard."""


def opened(browser: Any, address: str, there: str) -> tuple[float, float, float]:
    """Open a page as a new reader; return the seconds to the first paint, to what it shows, and its kilobytes."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    begun = time.monotonic()
    page.goto(address)
    page.wait_for_selector(there, state="visible")
    shown = time.monotonic() - begun
    page.wait_for_load_state("networkidle")
    painted, size = page.evaluate(SEEN), page.evaluate(BYTES)
    context.close()
    return (painted or 0) / 1000, shown, size / 1000


def a_second(address: str) -> float:
    """Return how many times a second a page is given out."""
    begun = time.monotonic()
    for _ in range(ASKED):
        with urllib.request.urlopen(address) as answer:
            answer.read()
    return ASKED / (time.monotonic() - begun)


def main() -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place:
        edition = build_edition(data_folder(), Path(place) / "edition").edition
        publish(edition, Path(place) / "site")
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", f"{place}/site"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            with dashboard_server() as live, sync_playwright() as play:
                browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                for name, (static, path) in PAGES.items():
                    found: dict[str, list[tuple[float, float, float]]] = {"static": [], "live": []}
                    for _ in range(ROUNDS):
                        found["static"].append(opened(browser, f"http://127.0.0.1:{port}/{static}", FIGURE))
                        found["live"].append(opened(browser, f"{live}/{path}", FIGURE))
                    for kind, rounds in found.items():
                        paint, shown, size = (statistics.median(column) for column in zip(*rounds, strict=True))
                        print(f"{name} {kind}: painted {paint:.2f} s, shown {shown:.2f} s, {size:.0f} kB")
                browser.close()
                print(f"given out a second: static {a_second(f'http://127.0.0.1:{port}/zh/index.html'):.0f}, "
                      f"live's first HTML {a_second(live):.0f}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
