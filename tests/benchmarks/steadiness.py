"""How steady pages are in Chromium: what moves, what is blank, what stands in two languages.

`python -m tests.benchmarks.steadiness` opens each page as a new reader, in both languages, and changes the
language of each. `--app DIR` measures another checkout, `--pages NAME…` some pages.

Of each page it prints

- the layout shift (CLS) from the first frame until nothing moves any more, the larger of both languages;
- blank frames: frames that the browser composed after the page's own part had shown something, and in which
  it shows nothing, on opening and while the language changes;
- mixed frames: moments, looked at in every animation frame, in which the ways to the pages, the title, the
  headings and what the first charts say are not all of one language;
- the seconds from the click on the other language to the last frame that isn't the final one.
"""

from __future__ import annotations

import argparse
import base64
import io
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Error

from tests.benchmarks.viewers.chromium import chromium
from tests.benchmarks.viewers.servers import PROJECT, project_server
from tests.browser.visits import PAGES, READY, SHIFTS

_WINDOW = {"width": 1366, "height": 768}
_STILL = 1500
"""Milliseconds that a page is watched on after its script has ended."""
_BLANK = 0.001
"""A frame is blank if no more than this share of its pixels differs from its ground."""
_TONGUES = SHIFTS + r"""
window.__mixed = [];
const HAN = /[一-鿿]/;
const WORD = /[A-Za-z]{4}/;
const tongues = () => {
  const found = new Map();
  const heads = document.querySelectorAll(
    '[data-testid="stSidebarNav"] a, [data-testid="stMain"] h1, [data-testid="stMain"] .lead, [data-testid="stMain"] h2.section');
  const drawn = [...document.querySelectorAll(".js-plotly-plot .annotation-text, .picture text")].slice(0, 12);
  for (const node of [...heads, ...drawn]) {
    const text = node.textContent.trim();
    const box = node.getBoundingClientRect();
    if (!text || !box.width || getComputedStyle(node).visibility === "hidden" || node.closest("[inert], [hidden]")) continue;
    let seen = 1;
    for (let up = node; up; up = up.parentElement) seen *= Number(getComputedStyle(up).opacity);
    if (seen > 0.05 && (HAN.test(text) || WORD.test(text))) found.set(HAN.test(text) ? "zh" : "en", text.slice(0, 40));
  }
  return found;
};
const look = () => {
  const found = tongues();
  if (found.size > 1) window.__mixed.push([...found.values()].join(" | "));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


class Steadiness(NamedTuple):
    """What was seen of one page: of a visit or of a change of language, or of several together."""

    shift: float
    blank: int
    frames: int
    mixed: tuple[str, ...]
    seconds: float = 0.0


@contextmanager
def composed(page: Any) -> Iterator[list[tuple[float, bytes]]]:
    """Keep every frame that the browser composes, with its time."""
    frames: list[tuple[float, bytes]] = []
    session = page.context.new_cdp_session(page)

    def keep(event: dict[str, Any]) -> None:
        frames.append((event["metadata"]["timestamp"], base64.b64decode(event["data"])))
        with suppress(Error):  # The last one may come when the tab is gone.
            session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
    yield frames
    session.send("Page.stopScreencast")
    session.detach()
    frames.sort(key=lambda frame: frame[0])  # Not all arrive in the order in which they were composed.


def own_part(png: bytes) -> Image.Image:
    """Return the page's own part of a frame, grey and half as large."""
    image = Image.open(io.BytesIO(png)).convert("L")
    return image.crop((250, 60, image.width - 16, image.height)).reduce(2)


def is_blank(look: Image.Image) -> bool:
    """Tell whether a frame shows nothing but its ground."""
    counts = look.histogram()
    ground = max(range(256), key=counts.__getitem__)
    near = sum(counts[max(0, ground - 8) : ground + 9])
    return look.width * look.height - near <= _BLANK * look.width * look.height


def blanks(frames: Sequence[tuple[float, bytes]]) -> int:
    """Return how many frames are blank after the first that isn't."""
    looks = [is_blank(own_part(data)) for _, data in frames]
    first = next((place for place, blank in enumerate(looks) if not blank), len(looks))
    return sum(looks[first:])


def opened(browser: Any, server: str, path: str, lang: str) -> tuple[Steadiness, Any]:
    """Open a page as a new reader; return what was seen, and the tab."""
    context = browser.new_context(viewport=_WINDOW)
    context.add_init_script(_TONGUES)
    page = context.new_page()
    with composed(page) as frames:
        page.goto(f"{server}/{path}{'&' if '?' in path else '?'}lang={lang}", wait_until="commit")
        begun = time.time()
        page.wait_for_selector(READY, timeout=90_000)
        page.wait_for_timeout(_STILL)
    # What a new tab shows before it has any page, half of it black, is nobody's.
    frames = [frame for frame in frames if frame[0] >= begun]
    shift, mixed = page.evaluate("[__shifts.reduce((sum, shift) => sum + shift.value, 0), __mixed]")
    return Steadiness(shift, blanks(frames), len(frames), tuple(mixed)), page


def changed(page: Any, lang: str) -> Steadiness:
    """Change a page's language with a click; return what was seen."""
    page.evaluate("__mixed.length = 0")
    wanted = "en" if lang == "zh" else "zh"
    button = page.get_by_text("English" if wanted == "en" else "中文", exact=True).last
    with composed(page) as frames:
        begun = time.time()
        button.click()
        until_still(page, frames)
    after = own_part(frames[-1][1]) if frames else None
    last = begun
    for stamp, data in frames:
        if after is not None and own_part(data).tobytes() != after.tobytes():
            last = max(last, stamp)
    return Steadiness(0.0, blanks(frames), len(frames), tuple(page.evaluate("__mixed")), last - begun)


def until_still(page: Any, frames: Sequence[tuple[float, bytes]]) -> None:
    """Wait until no frame has come for a while, ten seconds at most."""
    last = time.monotonic() + 10
    while time.monotonic() < last:
        seen = len(frames)
        page.wait_for_timeout(_STILL)
        if len(frames) == seen and page.locator(READY).count():
            return


def measured(browser: Any, server: str, path: str) -> tuple[Steadiness, Steadiness]:
    """Return what is seen of a page's openings, and of its changes of language, in both directions."""
    visits, changes = [], []
    for lang in ("zh", "en"):
        seen, page = opened(browser, server, path, lang)
        visits.append(seen)
        changes.append(changed(page, lang))
        page.context.close()
    return together(visits), together(changes)


def together(seen: Sequence[Steadiness]) -> Steadiness:
    """Return the largest shift, the sums of frames, and the median time."""
    return Steadiness(
        max(one.shift for one in seen), sum(one.blank for one in seen), sum(one.frames for one in seen),
        tuple(text for one in seen for text in one.mixed), statistics.median(one.seconds for one in seen),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.steadiness", description=__doc__)
    parser.add_argument("--app", type=Path, default=PROJECT, help="another checkout to measure")
    parser.add_argument("--pages", nargs="*", choices=[*PAGES], default=[one for one in PAGES if one != "present"])
    options = parser.parse_args()
    print("| Page | CLS | blank, opening | mixed, opening | blank, language | mixed, language | language |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with project_server(options.app) as server, chromium() as browser:
        server_url = server.url
        _, warm = opened(browser, server_url, "", "zh")  # What is made once is no reader's wait.
        warm.context.close()
        for name in options.pages:
            visit, change = measured(browser, server_url, PAGES[name])
            print(
                f"| {name} | {visit.shift:.3f} | {visit.blank} of {visit.frames} | {len(visit.mixed)} | "
                f"{change.blank} of {change.frames} | {len(change.mixed)} | {change.seconds:.2f} s |", flush=True,
            )
            for text in sorted({*visit.mixed, *change.mixed})[:3]:
                print(f"  {name}: {text}", flush=True)


if __name__ == "__main__":
    main()
