"""An open tab, as far as the server can tell: Streamlit's websocket, spoken as a browser does.

It opens a page, tells its time zone and address, asks for the reruns that fragments want at
intervals, answers the component that measures the page's width, and names the messages that it
keeps, so that the server needn't send them again.
"""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.viewers.servers import Server

WIDTH = 1000
"""Pixels that the page has for its content in a window of 1366 pixels."""
_DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR}
_PATIENCE = 900.0


@dataclass
class Run:
    """One run of the script, as it arrived.

    Attributes:
        seconds: From asking until the script's end was told.
        sizes: Bytes by kind of message.
        texts: The messages themselves.
    """

    seconds: float = 0.0
    sizes: Counter[str] = field(default_factory=Counter)
    texts: list[bytes] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        """How many bytes were sent."""
        return self.sizes.total()


class Tab:
    """One viewer's open page."""

    def __init__(self, server: Server, path: str = "", **query: str) -> None:
        self.server = server
        self.path = path
        self.query = urlencode(query)
        self.runs: list[Run] = []
        self.heard = 0  # messages
        self._socket: ClientConnection | None = None
        self._states: dict[str, WidgetState] = {}
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._listening: asyncio.Task[None] | None = None
        self._kept: set[str] = set()
        self._page = ""
        self._slider = ""
        self._run = Run()
        self._asked = 0.0
        self._finished = asyncio.Event()
        self._told_width: str | None = None
        self._cut_short = False

    async def __aenter__(self) -> Tab:
        """Open the page and wait until it is there, at its width."""
        page = await asyncio.to_thread(self._fetch)
        # Where the page's own script tells the width at once, the browser does so.
        cookies = {"Cookie": f"room={WIDTH}"} if "document.cookie = `room=" in page else {}
        self._socket = await connect(
            f"ws://127.0.0.1:{self.server.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None, compression=None, additional_headers=cookies,
        )
        self._listening = asyncio.create_task(self._listen())
        await self.click(page=self.path)
        await self.settle()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        for timer in self._timers.values():
            timer.cancel()
        if self._listening is not None:
            self._listening.cancel()
        if self._socket is not None:
            await self._socket.close()

    def _fetch(self) -> str:
        with urllib.request.urlopen(f"{self.server.url}/{self.path}?{self.query}") as answer:
            return str(answer.read().decode())

    async def settle(self, quiet: float = 0.5) -> None:
        """Wait until no run of the whole script has ended for a while."""
        while True:
            count = len(self.runs)
            await asyncio.sleep(quiet)
            if count == len(self.runs):
                return

    async def click(self, page: str | None = None) -> Run:
        """Ask for a run of the script and wait for its end.

        Args:
            page: The path of a page to go to; None stays, as a click on a widget does.
        """
        self._finished.clear()
        self._asked = time.monotonic()
        self._run = Run()
        if page is not None:
            self.path, self._page = page, ""
        elif self._slider:
            state = WidgetState(id=self._slider)
            state.double_array_value.data.append(1 + len(self.runs) % 20)
            self._states[self._slider] = state
        await self._send(page=page)
        end = asyncio.create_task(self._finished.wait())
        assert self._listening is not None
        await asyncio.wait(
            {end, self._listening}, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        if not end.done():
            end.cancel()
            raise RuntimeError(f"no end of {self.path} on {self.server.name}: {self._listening}")
        return self.runs[-1]

    async def _send(self, *, page: str | None = None, fragment: str = "") -> None:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_script_hash = self._page
        if page is not None:
            state.page_name = page
        state.widget_states.widgets.extend(self._states.values())
        state.cached_message_hashes.extend(self._kept)
        state.fragment_id = fragment
        state.is_auto_rerun = bool(fragment)
        about = state.context_info
        about.timezone, about.timezone_offset, about.locale = "Asia/Shanghai", -480, "zh-CN"
        about.url = f"{self.server.url}/{self.path}?{self.query}"
        about.is_embedded, about.color_scheme = False, "light"
        assert self._socket is not None
        await self._socket.send(message.SerializeToString())

    async def _listen(self) -> None:
        assert self._socket is not None
        async for data in self._socket:
            assert isinstance(data, bytes)
            self.heard += 1
            message = ForwardMsg.FromString(data)
            kind = str(message.WhichOneof("type"))
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                kind = str(message.delta.new_element.WhichOneof("type"))
            self._run.sizes[kind] += len(data)
            self._run.texts.append(data)
            await self._take(message)

    async def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash:
            self._kept.add(message.hash)
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            await self._element(message.delta.new_element)
        elif kind == "script_finished" and self._is_end(message.script_finished):
            self._run.seconds = time.monotonic() - self._asked
            self.runs.append(self._run)
            self._run, self._asked = Run(), time.monotonic()
            self._finished.set()
            await self._tell_width()

    def _is_end(self, status: int) -> bool:
        """Tell whether the run that was asked for has ended.

        A fragment that wants its rerun meanwhile cuts the script's last step short: then the end of
        the fragment is that of both.
        """
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self._cut_short = True
            return False
        done = status in _DONE or self._cut_short
        self._cut_short = False
        return done

    async def _element(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "slider":
            self._slider = element.slider.id
        elif kind == "bidi_component" and element.bidi_component.component_name.endswith("room"):
            known = json.loads(element.bidi_component.json or "{}").get("room")
            if known != WIDTH and element.bidi_component.id not in self._states:
                self._told_width = element.bidi_component.id

    async def _tell_width(self) -> None:
        """Tell the page's width, as the component does once the script has ended."""
        if self._told_width is None:
            return
        state = WidgetState(id=self._told_width)
        state.json_value = json.dumps({"room": WIDTH})
        self._states[self._told_width] = state
        self._told_width = None
        await self._send()

    def _repeat(self, fragment: str, interval: float) -> None:
        """Ask for a fragment's rerun again and again; a new wish replaces the old ones."""
        for name in list(self._timers):
            self._timers.pop(name).cancel()

        async def ask() -> None:
            while True:
                await asyncio.sleep(interval)
                await self._send(fragment=fragment)

        self._timers[fragment] = asyncio.create_task(ask())
