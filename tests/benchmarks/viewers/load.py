"""What viewers cost the server: tabs at rest, clicks, many clicks at once, bytes, a saved edit."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlencode

from tests.benchmarks.viewers.servers import Server
from tests.benchmarks.viewers.tab import Run, Tab

SECTOR = "connectivity"
PAGES = (
    ("overview", "", {}),
    ("sector: connectivity", SECTOR, {}),
    ("sector: compute", "compute", {}),
    ("sector: industry", "industry-digitalisation", {}),
    ("sector: innovation", "innovation", {}),
    ("indicator", "indicator", {"id": "base_station_5g"}),
    ("explore", "explore", {}),
    ("explore: charts", "explore", {"view": "chart", "sector": "compute"}),
    ("explore: table", "explore", {"view": "table"}),
    ("compare", "compare", {"indicator": "supercomputer_general_compute"}),
    ("data", "data", {}),
    ("sources", "sources", {}),
    ("quality", "quality", {}),
    ("methodology", "methodology", {}),
    ("deck", "deck", {}),
    ("present", "present", {}),
    ("verify", "verify", {}),
    ("intake", "intake", {}),
)
"""Name, path and parameters of every page that is clicked on."""
_EVERY = 3.0
"""Seconds between two clicks of a viewer."""


async def measure_rest(server: Server, tabs: int, seconds: float) -> float:
    """Return the percentage of a core that so many open tabs take when nobody does anything."""
    async with AsyncExitStack() as stack:
        for number in range(tabs):
            _, path, query = _page_of(server, number)
            await stack.enter_async_context(Tab(server, path, **query))
        await asyncio.sleep(2)
        used, begun = server.cpu(), time.monotonic()
        await asyncio.sleep(seconds)
        return 100 * (server.cpu() - used) / (time.monotonic() - begun)


async def measure_clicks(
    project: Server, bare: Server, rounds: int, pages: Sequence[tuple[str, str, dict[str, str]]] = PAGES
) -> tuple[dict[str, tuple[float, float]], tuple[float, float]]:
    """Return what a click takes on each page, and on the bare app, taken in turns.

    Returns:
        By page, and for the bare app: the median seconds until the script's end was told, and the
        seconds of a core that the server used for it. A page that is come to from another one
        counts as a click too, under its name and "come to".
    """
    found = {}
    of_bare: list[tuple[float, float]] = []
    async with Tab(bare) as other:
        for name, path, query in pages:
            async with Tab(project, path, **query) as tab:
                await tab.click()
                mine: list[tuple[float, float]] = []
                come_to: list[tuple[float, float]] = []
                for _ in range(rounds):
                    of_bare.append(await _timed(other))
                    mine.append(await _timed(tab))
                for _ in range(rounds):
                    of_bare.append(await _timed(other))
                    tab.query = ""
                    await tab.click(page="" if path else SECTOR)
                    tab.query = urlencode(query)
                    come_to.append(await _timed(tab, page=path))
            found[name] = _middle(mine)
            found[f"{name}, come to"] = _middle(come_to)
    return found, _middle(of_bare)


async def _timed(tab: Tab, page: str | None = None) -> tuple[float, float]:
    await asyncio.sleep(0.1)
    before = tab.server.cpu()
    run = await tab.click(page)
    await asyncio.sleep(0.12)  # What follows the script's end belongs to the click.
    return run.seconds, tab.server.cpu() - before


def _middle(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    # The kernel counts a core's time in hundredths of a second: means, not medians.
    return (
        statistics.median(seconds for seconds, _ in pairs), statistics.fmean(cpu for _, cpu in pairs)
    )


async def measure_crowd(server: Server, viewers: int, seconds: float) -> tuple[float, float]:
    """Return the median and the 95th percentile of a click among viewers who click every 3 s."""
    waits: list[float] = []
    chance = random.Random(7)

    async def view(tab: Tab) -> None:
        await asyncio.sleep(chance.uniform(0, _EVERY))
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            begun = time.monotonic()
            waits.append((await tab.click()).seconds)
            await asyncio.sleep(max(0.0, _EVERY - (time.monotonic() - begun)))

    async with AsyncExitStack() as stack:
        tabs = []
        for number in range(viewers):
            _, path, query = _page_of(server, number)
            tabs.append(await stack.enter_async_context(Tab(server, path, **query)))
        await asyncio.gather(*(view(tab) for tab in tabs))
    cuts = statistics.quantiles(waits, n=20)
    return statistics.median(waits), cuts[-1]


def _page_of(server: Server, number: int) -> tuple[str, str, dict[str, str]]:
    """Return the page that a viewer has open: sectors and indicators more often than others."""
    return ("bare", "", {}) if server.name == "bare" else PAGES[number % 14]


async def measure_bytes(server: Server, path: str) -> tuple[Run, int]:
    """Return the last run of a page that is opened, and the bytes of all of its runs."""
    async with Tab(server, path) as tab:
        return tab.runs[-1], sum(run.bytes for run in tab.runs)


async def measure_edit(server: Server, data: Path, tabs: int) -> float:
    """Return the seconds from saving an edit until the last of the tabs has been sent it."""
    path = data / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    old, new = "10.97万座", "11.02万座"
    if old not in text:
        raise SystemExit(f"{path} doesn't hold {old}")
    async with AsyncExitStack() as stack:
        opened = [
            await stack.enter_async_context(Tab(server, SECTOR if number % 2 else ""))
            for number in range(tabs)
        ]
        known = [len(tab.runs) for tab in opened]
        await asyncio.to_thread(path.write_text, text.replace(old, new), encoding="utf-8")
        begun = time.monotonic()
        waiting = set(range(tabs))
        while waiting and time.monotonic() - begun < 30:
            await asyncio.sleep(0.02)
            for number in list(waiting):
                runs = opened[number].runs[known[number]:]
                if any(b"11.02" in message for run in runs for message in run.texts):
                    waiting.discard(number)
        taken = time.monotonic() - begun
        await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        return float("inf") if waiting else taken
