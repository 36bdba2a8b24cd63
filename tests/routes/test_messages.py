"""What one reader's program sends costs the others nothing: caches stay, uploads are few."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from indicators.limits.caps import ALL_UPLOADS, UPLOADS, TooMuchError
from indicators.routes import FewUploads, OwnSessionOnly
from indicators.routes.uploads import check_upload


def sent(**fields: Any) -> bytes:
    message = BackMsg()
    for name, value in fields.items():
        setattr(message, name, value)
    return bytes(message.SerializeToString())


def asked() -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "id=x"
    return bytes(message.SerializeToString())


def received(*messages: Message) -> list[Message]:
    """Return what an application behind the middleware gets of some messages."""
    waiting = [*messages, {"type": "websocket.disconnect", "code": 1000}]
    got: list[Message] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        while not got or got[-1]["type"] != "websocket.disconnect":
            got.append(await receive())

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        raise AssertionError(message)

    asyncio.run(OwnSessionOnly(application)({"type": "websocket"}, receive, send))
    return got[:-1]


@pytest.mark.parametrize("data", [
    sent(clear_cache=True), sent(clear_cache=False), asked() + sent(clear_cache=True),
    # Padded with a field that nobody knows.
    b"\xfa\x7f\x05xxxxx" + sent(clear_cache=True),
], ids=["asked", "asked not to", "after another", "padded"])
def test_nobody_empties_what_all_share(data: bytes) -> None:
    """The message is dropped, the next one arrives."""
    got = received(
        {"type": "websocket.receive", "bytes": data}, {"type": "websocket.receive", "bytes": asked()}
    )
    assert [message["bytes"] for message in got] == [asked()]


@pytest.mark.parametrize("message", [
    {"type": "websocket.connect"}, {"type": "websocket.receive", "text": "clear_cache"},
    {"type": "websocket.receive", "bytes": None}, {"type": "websocket.receive", "bytes": b"\xff\xff"},
    {"type": "websocket.receive", "bytes": sent(stop_script=True)},
    {"type": "websocket.receive", "bytes": sent(clear_cache=True) + asked()},
])
def test_everything_else_arrives_as_it_was(message: Message) -> None:
    """Also what isn't understood: Streamlit says so itself."""
    assert received(message) == [message]


class Held:
    """A runtime that holds some files."""

    def __init__(self, files: dict[str, dict[str, int]]) -> None:
        self.uploaded_file_mgr = MemoryUploadedFileManager("/upload")
        for session, sizes in files.items():
            for file, size in sizes.items():
                record = UploadedFileRec(file, "x", "text/plain", _Sized(size))
                self.uploaded_file_mgr.file_storage[session][file] = record


class _Sized(bytes):
    """No bytes that say they are many."""

    def __new__(cls, size: int) -> _Sized:
        made = super().__new__(cls)
        made.size = size
        return made

    def __len__(self) -> int:
        return self.size


def hold(monkeypatch: pytest.MonkeyPatch, files: dict[str, dict[str, int]]) -> None:
    held = Held(files)
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: held)


def test_a_reader_has_few_files_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """One too many is refused; another reader's, and one in place of another, are taken."""
    full = {f"f{number}": 1 for number in range(UPLOADS.most)}
    hold(monkeypatch, {"mine": full, "other": {"a": 1}})
    with pytest.raises(TooMuchError) as refused:
        check_upload("mine", "new")
    assert refused.value.cap is UPLOADS
    check_upload("mine", "f0")
    check_upload("other", "new")
    check_upload("nobody", "new")


def test_all_readers_together_have_so_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch, {f"s{n}": {"a": ALL_UPLOADS.most // 2} for n in range(2)})
    with pytest.raises(TooMuchError) as refused:
        check_upload("s9", "new")
    assert refused.value.cap is ALL_UPLOADS


@pytest.mark.parametrize(("method", "path", "status"), [
    ("PUT", "/_stcore/upload_file/mine/new", 413), ("PUT", "/base/_stcore/upload_file/mine/new", 413),
    ("DELETE", "/_stcore/upload_file/mine/new", 0), ("PUT", "/_stcore/upload_file/mine", 0),
    ("PUT", "/_stcore/upload_file/other/new", 0), ("GET", "/", 0),
])
def test_one_too_many_is_answered_with_a_413(
    monkeypatch: pytest.MonkeyPatch, method: str, path: str, status: int
) -> None:
    hold(monkeypatch, {"mine": {f"f{number}": 1 for number in range(UPLOADS.most)}})
    answered: list[Message] = []
    passed: list[Scope] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)

    async def receive() -> Message:
        raise AssertionError("a refused body isn't read")

    async def send(message: Message) -> None:
        answered.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": []}
    asyncio.run(FewUploads(application)(scope, receive, send))
    assert bool(passed) == (status == 0)
    if status:
        assert answered[0]["status"] == status
        assert b"at most" in answered[1]["body"]
