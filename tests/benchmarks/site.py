"""Open every page of the static site in Chromium: ``python -m tests.benchmarks.site``.

The site is made of the project's own data (or of ``--data``), given out by ``python -m http.server`` beneath a
path, and opened page by page, in both languages, at three sizes: nothing may go wrong on the console, nothing
may be asked of anybody else, no link may be dead, nothing may be wider than the screen, and axe finds nothing.
``--hostile`` makes all texts of the tests' data hostile first: nothing of them may run. The pages are shared
among ``--jobs`` processes; the suite opens a few of them (``tests/publishing/test_site_in_chromium.py``).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html

from indicators.edition import build_edition
from indicators.publishing import publish
from tests.browser.axe import AXE, violations
from tests.conftest import SHIPPED
from tests.publishing.reading import references
from tests.publishing.test_hostile import hostile_data
from tests.serving import free_port

SIZES = ((1920, 1080), (1366, 768), (390, 844))
PREFIX = "dei"
RAN = "window.ran"
"""What hostile texts would set."""


@dataclass
class Found:
    """What was seen of some pages."""

    pages: int = 0
    views: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)


def open_pages(root: str, paths: Sequence[str], hostile: bool) -> Found:
    """Open pages one after the other, at each size."""
    from playwright.sync_api import sync_playwright

    found = Found()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(bypass_csp=True)  # axe is put into the page
        page = context.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(f"error {error}"))
        page.on("console", lambda one: said.append(f"console {one.text}") if one.type in ("error", "warning") else None)
        page.on("request", lambda asked: said.append(f"asked {asked.url}") if not asked.url.startswith(root) else None)
        page.on("response", lambda got: said.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        for path in paths:
            begun = time.monotonic()
            page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
            page.goto(root + urllib.parse.quote(path))
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                found.views += 1
                if page.evaluate("document.documentElement.scrollWidth") > width and not path.startswith("embed/"):
                    said.append(f"wider than {width}")
                if not page.evaluate("Boolean(window.axe)"):
                    page.add_script_tag(path=str(AXE))
                said += [f"at {width}: {one}" for one in violations(page)]
            if hostile and page.evaluate(RAN) is not None:
                said.append("a text ran")
            found.pages += 1
            found.wrong += [f"{path}: {one[:300]}" for one in said]
            found.slowest = sorted([*found.slowest, (time.monotonic() - begun, path)])[-3:]
            said.clear()
        browser.close()
    return found


def dead_links(root: str, site: Path, paths: Sequence[str]) -> Iterator[str]:
    """Give every address of ours that a page refers to, and nobody answers; each is asked once."""
    asked: dict[str, int] = {}
    for path in paths:
        tree = lxml.html.document_fromstring((site / path).read_bytes().decode())
        ids = {element.get("id") for element in tree.iter() if element.get("id")}
        for _, reference in references(tree):
            address, part = urllib.parse.urldefrag(urllib.parse.urljoin(root + urllib.parse.quote(path), reference))
            if part and address.endswith(urllib.parse.quote(path)) and urllib.parse.unquote(part) not in ids:
                yield f"{path}: no #{part}"
            if not address.startswith(root) or address.endswith("/"):
                continue
            if address not in asked:
                asked[address] = _status(address)
            if asked[address] != 200:
                yield f"{path}: {asked[address]} {address}"
    print(f"addresses asked: {len(asked):,}", flush=True)


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def given_out(folder: Path) -> Iterator[str]:
    """Give a folder out with Python's own server; yield the address of the site within it."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    root = f"http://127.0.0.1:{port}/{PREFIX}/"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(root).close()
                break
            except OSError:
                time.sleep(0.1)
        yield root
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Make the site, open all of it, and print what was seen; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the data folder (default: the project's own)")
    parser.add_argument("--hostile", action="store_true", help="the tests' data with hostile texts in all fields")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="pages whose path begins so")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        data = hostile_data(place / "hostile") if options.hostile else options.data or SHIPPED
        edition = build_edition(data, place / "edition").edition
        made = publish(edition, place / "web" / PREFIX)
        site = place / "web" / PREFIX
        paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        paths = [path for path in paths if path.startswith(options.only) and not path.startswith("edition/")]
        kinds = Counter("small page" if path.startswith("embed/") else "page" for path in paths)
        print(f"{made.pages} pages, the largest of {made.largest:,} bytes, {made.files:,} files; opened: {dict(kinds)}", flush=True)
        with given_out(place / "web") as root, ProcessPoolExecutor(options.jobs) as many:
            dead = sorted(dead_links(root, site, paths))
            parts = [paths[start :: 4 * options.jobs] for start in range(4 * options.jobs)]
            seen = list(many.map(open_pages, [root] * len(parts), parts, [options.hostile] * len(parts)))
    wrong = [*dead, *(one for found in seen for one in found.wrong)]
    slowest = sorted(one for found in seen for one in found.slowest)[:-4:-1]
    print(f"opened {sum(found.pages for found in seen):,} pages at {len(SIZES)} sizes, "
          f"{sum(found.views for found in seen):,} views; dead links {len(dead)}; wrong {len(wrong)}; "
          f"slowest {'; '.join(f'{path} {seconds:.1f} s' for seconds, path in slowest)}")
    for kind, number in Counter(one.partition(": ")[2][:90] for one in wrong).most_common(40):
        print(f"{number:5} {kind}")
    for one in wrong[:40]:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
