"""Run the measurements and print a table; ``--help`` lists what can be left out."""

from __future__ import annotations

import argparse
import asyncio
import math
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.made import write_catalog
from tests.benchmarks.viewers.load import (
    PAGES,
    SECTOR,
    measure_bytes,
    measure_clicks,
    measure_crowd,
    measure_edit,
    measure_rest,
)
from tests.benchmarks.viewers.servers import PROJECT, Server, bare_server, project_server
from tests.benchmarks.viewers.tab import Tab

PARTS = ("bytes", "clicks", "rest", "crowd", "edit", "opening", "downloads", "language")
_LARGE = ("sector: connectivity", "indicator", "explore", "explore: table", "data", "quality")
"""The pages that are clicked on with a made catalogue; the last judges all figures together."""


def show(what: str, project: str, bare: str = "", ratio: float = math.nan) -> None:
    """Print one line of the table."""
    times = "" if math.isnan(ratio) else f"{ratio:.2f}"
    print(f"| {what} | {project} | {bare} | {times} |", flush=True)


async def of_server(
    parts: Sequence[str], project: Server, bare: Server, options: argparse.Namespace
) -> None:
    """Measure what needs no browser."""
    if "bytes" in parts:
        for path in (SECTOR, "industry-digitalisation", "innovation", ""):
            run, opening = await measure_bytes(project, path)
            parts_of = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in run.sizes.most_common(4))
            show(f"bytes of /{path} ({parts_of})", f"{run.bytes / 1000:.1f} kB, opening {opening / 1000:.1f} kB")
    if "clicks" in parts:
        clicks, bare_click = await measure_clicks(project, bare, options.rounds)
        for name, (seconds, cpu) in clicks.items():
            show(f"click: {name}", f"{seconds * 1000:.0f} ms ({cpu * 1000:.0f} of CPU)",
                 f"{bare_click[0] * 1000:.0f} ms ({bare_click[1] * 1000:.0f})", seconds / bare_click[0])
    if "rest" in parts:
        mine, other = await measure_rest(project, options.tabs, 10), await measure_rest(bare, options.tabs, 10)
        show(f"{options.tabs} tabs at rest", f"{mine:.1f} % of a core", f"{other:.1f} %")
    if "crowd" in parts:
        bare_middle, bare_most = await measure_crowd(bare, options.viewers, options.seconds)
        middle, most = await measure_crowd(project, options.viewers, options.seconds)
        show(f"{options.viewers} viewers, a click every 3 s: median", f"{middle * 1000:.0f} ms",
             f"{bare_middle * 1000:.0f} ms", middle / bare_middle)
        show("the same: p95", f"{most * 1000:.0f} ms", f"{bare_most * 1000:.0f} ms", most / bare_most)


def in_chromium(
    parts: Sequence[str], project: Server, bare: Server, options: argparse.Namespace
) -> None:
    """Measure what a reader sees."""
    from tests.benchmarks.viewers import chromium

    with chromium.chromium() as browser:
        if "opening" in parts:
            found = chromium.measure_opening(browser, project, bare, options.rounds)
            (first, shift), (bare_first, bare_shift) = found["project"], found["bare"]
            show("first chart in Chromium", f"{first:.2f} s", f"{bare_first:.2f} s", first / bare_first)
            show("layout shift on opening a sector page", f"{shift:.3f}", f"{bare_shift:.3f}")
        if "downloads" in parts:
            failed, clicks = chromium.measure_downloads(browser, project, 8, 40)
            show("downloads with 8 tabs open", f"{failed} of {clicks} failed")
        if "language" in parts:
            seconds, click, wrong, frames = chromium.measure_language(
                browser, project, bare, options.rounds
            )
            show("change of language", f"{seconds * 1000:.0f} ms", f"click {click * 1000:.0f} ms", seconds / click)
            show("the same: frames in two languages or blank", f"{wrong} of {frames}")


def with_many(scratch: Path, options: argparse.Namespace) -> None:
    """Hold a made catalogue of many observations against the project's own data."""
    data = options.made or scratch / "made"
    if not data.exists():
        write_catalog(
            PROJECT / "data", data, claims=options.observations,
            documents=options.documents or max(1, options.observations // 40),
        )
    wanted = _LARGE[:-1] if options.unjudged else _LARGE
    pages = [entry for entry in PAGES if entry[0] in wanted]
    with ExitStack() as stack:
        own = stack.enter_context(project_server(options.app))
        made = stack.enter_context(project_server(options.app, data))
        bare = stack.enter_context(bare_server(scratch))

        async def measure() -> None:
            of_own: dict[str, tuple[float, float]] = {}
            memory = math.nan
            of_made: dict[str, tuple[float, float]] = {}
            begun = time.monotonic()
            async with Tab(made, SECTOR):
                show(f"{options.observations:,} observations, the first page after the start",
                     f"{time.monotonic() - begun:.1f} s")
            for page in pages:  # in turns: what else the machine does, it does to both
                if page[0] == _LARGE[-1]:
                    memory = made.memory()
                for found, server in ((of_own, own), (of_made, made)):
                    clicks, _ = await measure_clicks(server, bare, options.rounds, [page])
                    found |= clicks
            for name, (seconds, cpu) in of_made.items():
                show(f"{options.observations:,} observations, click: {name}",
                     f"{seconds * 1000:.0f} ms ({cpu * 1000:.0f} of CPU)",
                     f"own data {of_own[name][0] * 1000:.0f} ms ({of_own[name][1] * 1000:.0f})",
                     seconds / of_own[name][0])
            for what, part in (("", 0), (", of CPU", 1)):
                # The kernel counts a core's time in hundredths of a second.
                ratios = [pair[part] / max(of_own[name][part], 0.01) for name, pair in of_made.items()]
                show(f"the same: worst and median page{what}",
                     f"× {max(ratios):.2f}, × {statistics.median(ratios):.2f}")
            memory = made.memory() if options.unjudged else memory
            show("the same: memory", f"{memory:.0f} MB", f"own data {own.memory():.0f} MB")
            if not options.unjudged:
                show("the same, once all figures are judged", f"{made.memory():.0f} MB")

        asyncio.run(measure())


def main() -> None:
    """Start the apps, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"which parts: {', '.join(PARTS)} (all)")
    parser.add_argument("--app", type=Path, default=PROJECT, help="another checkout to measure")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--tabs", type=int, default=20, help="open tabs at rest")
    parser.add_argument("--viewers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30, help="how long the viewers click")
    parser.add_argument("--observations", type=int, default=0,
                        help="measure clicks with a made catalogue of so many, and nothing else")
    parser.add_argument("--documents", type=int, default=0, help="in so many documents (one for 40)")
    parser.add_argument("--unjudged", action="store_true",
                        help="leave out the page that judges all figures together, which takes minutes")
    parser.add_argument("--made", type=Path, help="where that catalogue is, or is to be kept")
    options = parser.parse_args()
    parts = options.parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    scratch = Path(tempfile.mkdtemp())
    try:
        print("| What | project | bare | × |\n|---|---|---|---|")
        if options.observations:
            with_many(scratch, options)
            return
        with project_server(options.app) as project, bare_server(scratch) as bare:
            asyncio.run(of_server(parts, project, bare, options))
            if {"opening", "downloads", "language"} & set(parts):
                in_chromium(parts, project, bare, options)
            show("memory", f"{project.memory():.0f} MB", f"{bare.memory():.0f} MB")
        if "edit" in parts:
            data = Path(shutil.copytree(PROJECT / "data", scratch / "data"))
            with project_server(options.app, data) as server:
                taken = asyncio.run(measure_edit(server, data, options.tabs))
                show(f"saved edit on screen, {options.tabs} tabs", f"{taken:.2f} s")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
