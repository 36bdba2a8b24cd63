"""Foreign pages are refused at once, and nobody outside is asked for anything, ever."""

from __future__ import annotations

import asyncio
import json
import os
import tomllib
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send
from streamlit import config, net_util
from streamlit.web.server.starlette import starlette_websocket

from indicators.routes import OwnOrigins
from tests.serving import ROOT, TRACE, dashboard_server

HOST = "testserver:8501"


def answer(*origins: str, host: str = HOST) -> str | None:
    """Return what Streamlit says of a connection with these origins; None if it is refused."""
    said: list[str] = []
    sent: list[Message] = []

    async def streamlit_itself(scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        allowed = starlette_websocket._is_origin_allowed(origin, headers.get("host"))
        said.append(f"{allowed} {origin}")

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [("host", host), *(("origin", origin) for origin in origins)]
    scope = {
        "type": "websocket", "scheme": "ws", "path": "/_stcore/stream",
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }
    asyncio.run(OwnOrigins(streamlit_itself)(scope, receive, send))
    if said:
        return said[0]
    assert sent == [{"type": "websocket.close", "code": 1008}]
    return None


@pytest.fixture(autouse=True)
def _no_lookups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks up an address of this machine fails the test."""

    def looked_up() -> str:
        raise AssertionError("an address was looked up")

    monkeypatch.setattr(net_util, "get_internal_ip", looked_up)
    monkeypatch.setattr(net_util, "get_external_ip", looked_up)


@pytest.mark.parametrize("origin", [
    "http://evil.example", "https://evil.example:8501", "null", "", "file://", "http://", "://",
    "http://[::1", "http://testserver", "http://testserver:8501.evil.example", "http://user@evil",
    "http://10.0.0.1:8501", "javascript:alert(1)", "http://testserver:8502", "x" * 5000,
    "http://localhost.evil.example",
])
def test_a_foreign_page_is_refused(origin: str) -> None:
    assert answer(origin) is None


@pytest.mark.parametrize("origin", [
    f"http://{HOST}", f"https://{HOST}", "http://localhost:3000", "http://127.0.0.1:8501",
])
def test_an_own_page_is_let_in(origin: str) -> None:
    allowed, shown = str(answer(origin)).split(" ", 1)
    assert allowed == "True"
    assert shown in (origin, f"http://{HOST}")


def test_what_is_no_browser_is_let_in() -> None:
    """Only browsers say where a request comes from, and only they can be led astray."""
    assert answer() == "True None"


def test_two_origins_are_refused() -> None:
    """Or one of them could be looked at here, and the other behind."""
    assert answer(f"http://{HOST}", "http://evil.example") is None
    assert answer("http://evil.example", f"http://{HOST}") is None


@pytest.mark.parametrize("host", ["", "a/b", "evil.example/x"])
def test_a_host_that_is_none_makes_nothing_own(host: str) -> None:
    assert answer("http://evil.example", host=host) is None
    assert answer("http://localhost", host=host) is None


def test_a_page_that_the_settings_name_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {
        "browser.serverAddress": "figures.example",
        "server.corsAllowedOrigins": ["https://embedding.example"],
    }
    real = config.get_option
    monkeypatch.setattr(config, "get_option", lambda key: named.get(key, real(key)))
    for origin in ("https://figures.example", "https://embedding.example"):
        assert str(answer(origin)).startswith("True")
    assert answer("https://other.example") is None


def test_the_settings_keep_the_server_to_this_machine() -> None:
    """Whoever wants to serve others says so; nothing is asked for at the start."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["serverAddress"] == "localhost"
    assert "--server.address 0.0.0.0" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_running_server_asks_nobody_outside(tmp_path: Path) -> None:
    """Start, pages, foreign pages, data: whatever it connects to or looks up is this machine."""
    from websockets.sync.client import connect

    (tmp_path / "sitecustomize.py").write_text(TRACE, encoding="utf-8")
    trace = tmp_path / "trace"
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    with dashboard_server(PYTHONPATH=path, TRACE_TO=str(trace)) as url:
        stream = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
        for number in range(10):
            with pytest.raises(Exception, match="403"):
                connect(stream, origin=f"http://evil{number}.example")
        for page in ("", "sources", "verify", "workbench", "data"):
            with connect(stream, origin=url, max_size=None) as socket:
                run_page(socket, page)
    seen = set(trace.read_text().splitlines())
    assert "socket.bind 127.0.0.1" in seen
    outside = {
        line for line in seen
        if line.partition(" ")[2] not in ("127.0.0.1", "::1", "localhost", "None", "")
    }
    assert outside == set(), json.dumps(sorted(outside))


def run_page(socket: object, page: str) -> None:
    """Let a session run a page to its end."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    message = BackMsg()
    message.rerun_script.query_string = ""
    message.rerun_script.page_name = page
    socket.send(message.SerializeToString())
    while True:
        answered = ForwardMsg()
        answered.ParseFromString(socket.recv(timeout=60))
        if answered.WhichOneof("type") == "script_finished":
            return
