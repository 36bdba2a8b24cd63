"""A dashboard that is sent hostile input, and another reader's clicks meanwhile."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Sequence
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.benchmarks.hostile.kinds import CONTROLS, Kind, kinds
from tests.benchmarks.viewers.load import SECTOR
from tests.benchmarks.viewers.servers import Server, project_server
from tests.benchmarks.viewers.tab import Tab

LIMIT = 2.0
"""Times that the 95th percentile of a click may take beside an attack."""
TURNS = 2
"""How often the attack is interrupted, to see what clicks take without it."""
TRIES = 3
"""How often a kind over the limit is tried."""
PAUSE = 0.05
"""Seconds between two clicks of the reader."""


class Attacker(Tab):
    """A program that speaks like a browser and hands in what it likes."""

    def __init__(self, server: Server, path: str = "", **query: str) -> None:
        super().__init__(server, path, **query)
        self.ids: dict[str, str] = {}
        self.session = ""
        self._number = itertools.count()

    async def _take(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
        await super()._take(message)

    async def _element(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind in ("text_area", "text_input", "file_uploader"):
            found = getattr(element, kind).id
            self.ids[found.split("-", 2)[-1]] = found
        await super()._element(element)

    def _id_of(self, field: str) -> str:
        return next(found for key, found in self.ids.items() if key == field or key.startswith(f"{field}-")
                    or key.endswith(field) or field in key)

    async def hand_in(self, kind: Kind, what: Any) -> None:
        """Hand something in once, and wait until the page has answered."""
        number = next(self._number)
        if kind.field == "?":
            self.query = f"{what}&n={number}"[:60_000]
            await self.click(page=self.path)
        elif isinstance(what, bytes) and kind.page == "verify":
            state = WidgetState(id=self._id_of(kind.field))
            file = await asyncio.to_thread(self._upload, what + b"%d" % number)
            state.file_uploader_state_value.uploaded_file_info.add(
                file_id=file, name="deck.pptx", size=len(what)
            )
            await self._with(state)
        else:
            text = what.decode("utf-8", "replace") if isinstance(what, bytes) else what
            state = WidgetState(id=self._id_of(kind.field), string_value=f"{number} {text}")
            await self._with(state)

    async def _with(self, state: WidgetState) -> None:
        self._states[state.id] = state
        await self.click()

    def _upload(self, data: bytes) -> str:
        """Upload a file as the browser does, and take the last one away; return its id."""
        with urllib.request.urlopen(f"{self.server.url}/_stcore/health") as answer:
            cookie = answer.headers.get("Set-Cookie", "").partition(";")[0]
        headers = {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2]}
        base = f"{self.server.url}/_stcore/upload_file/{self.session}"
        last = getattr(self, "_last", "")
        if last:
            gone = urllib.request.Request(f"{base}/{last}", headers=headers, method="DELETE")
            urllib.request.urlopen(gone).close()
        file, mark = str(uuid.uuid4()), uuid.uuid4().hex
        body = b"".join([
            f'--{mark}\r\nContent-Disposition: form-data; name="{file}"; filename="deck.pptx"\r\n\r\n'.encode(),
            data, f"\r\n--{mark}--\r\n".encode(),
        ])
        headers["Content-Type"] = f"multipart/form-data; boundary={mark}"
        request = urllib.request.Request(f"{base}/{file}", body, headers, method="PUT")
        urllib.request.urlopen(request).close()
        self._last = file
        return file


async def clicks(tab: Tab, seconds: float) -> list[float]:
    """Return what the clicks of a reader take, for a while."""
    taken: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until or len(taken) < 5:
        taken.append((await tab.click()).seconds)
        await asyncio.sleep(PAUSE)
    return taken


def p95(taken: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


async def attack(server: Server, kind: Kind) -> tuple[int, str]:
    """Hand a kind in again and again while told to; return how often, and what went wrong.

    Told on standard input, a line each: ``go``, ``wait``, ``end``. This is another process than the
    reader's, for what an attacker does with the answers must not keep the reader from clicking.
    """
    what = kind.make(kind.most)
    count, wrong = 0, ""
    query = {"id": kind.field.removeprefix("text-")} if kind.page == "sources" else {}
    async with Attacker(server, kind.page, **query) as attacker:
        print("ready", flush=True)
        told = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
        going = False
        while not (told.done() and told.result().strip() in ("", "end")):
            if told.done():
                going = told.result().strip() == "go"
                told = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
                if not going:
                    print("waiting", flush=True)  # and nothing is being worked on
            if not going or wrong:
                await asyncio.wait([told])
                continue
            try:
                await attacker.hand_in(kind, what)
                count += 1
            except (RuntimeError, OSError, StopIteration, urllib.error.URLError) as error:
                wrong = repr(error)[:120]
    return count, wrong


class Attack:
    """A process that attacks with one kind after another, while it is told to."""

    def __init__(self, server: Server) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.hostile.live", str(server.port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    async def answer(self, told: str = "") -> str:
        """Tell it something, and return what it answers."""
        assert self._process.stdin is not None and self._process.stdout is not None
        if told:
            self._process.stdin.write(f"{told}\n")
            self._process.stdin.flush()
        return (await asyncio.to_thread(self._process.stdout.readline)).strip()

    def go(self) -> None:
        """Let it begin."""
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


async def beside_and_alone(
    attack: Attack, reader: Tab, kind: Kind, seconds: float
) -> tuple[list[float], list[float], int, str]:
    """Return a reader's clicks beside an attack and without it, how often it was, and what went wrong.

    By turns, so that other work on the machine slows both alike.
    """
    beside: list[float] = []
    alone: list[float] = []
    if await attack.answer(kind.name) != "ready":
        raise RuntimeError(f"no page {kind.page}")
    for _ in range(TURNS):
        alone += await clicks(reader, seconds / TURNS)
        attack.go()
        beside += await clicks(reader, seconds / TURNS)
        await attack.answer("wait")
    alone += await clicks(reader, seconds / TURNS)
    count, wrong = json.loads(await attack.answer("end"))
    return beside, alone, count, wrong


async def measure(server: Server, chosen: Sequence[Kind], seconds: float) -> int:
    """Print a line for each kind; return how many disturb another reader too much.

    A kind over the limit is tried a second and a third time, all clicks taken together: what else
    ran on the machine shows in the slowest clicks, and a kind that disturbs does so every time.
    """
    bad = 0
    attack = Attack(server)
    async with Tab(server, SECTOR) as reader:
        await clicks(reader, 3)
        for kind in chosen:
            beside: list[float] = []
            alone: list[float] = []
            count, wrong, ratio = 0, "", 0.0
            for _ in range(TRIES):
                more, without, times, wrong = await beside_and_alone(attack, reader, kind, seconds)
                beside, alone, count = beside + more, alone + without, count + times
                ratio = p95(beside) / p95(alone)
                if ratio <= LIMIT or wrong:
                    break
            middle = statistics.median(beside) / statistics.median(alone)
            bad += ratio > LIMIT or bool(wrong)
            print(f"| {kind.name} | {count} | {len(alone)}, {len(beside)} | {p95(alone) * 1000:.0f} | "
                  f"{p95(beside) * 1000:.0f} | {ratio:.2f}{' TOO MUCH' if ratio > LIMIT else ''} | "
                  f"{middle:.2f} | {server.memory():.0f} | {wrong}", flush=True)
    attack.end()
    return bad


def main(chosen: Sequence[Kind], seconds: float) -> int:
    """Start a dashboard and measure; 1 if any kind disturbs another reader too much."""
    print("| kind | handed in | clicks alone, beside it | p95 alone, ms | p95 beside it, ms | × alone | medians, × | MB | |")
    print("|---|---|---|---|---|---|---|---|---|")
    with project_server() as server:
        bad = asyncio.run(measure(server, chosen, seconds))
    print(f"\n{len(chosen)} kinds, {bad} over {LIMIT} × alone")
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Attack a running dashboard with the kinds that are asked for.")
    parser.add_argument("port", type=int)
    attacked = Server("project", parser.parse_args().port, 0, 0.0)
    by_name = {kind.name: kind for kind in (*CONTROLS, *kinds())}
    while name := sys.stdin.readline().strip():
        print(json.dumps(asyncio.run(attack(attacked, by_name[name]))), flush=True)
