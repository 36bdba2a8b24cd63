"""What a reader's browser may ask the server for: nothing that all other readers would pay for.

Streamlit lets every page empty the caches that all sessions share, the last good state of the data
among them. A browser of ours never asks for it; a program that speaks the protocol may.
"""

from __future__ import annotations

from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

_REFUSED: Final = frozenset({"clear_cache"})
"""Kinds of message that change something for all sessions."""


class OwnSessionOnly:
    """Drops the messages of a WebSocket that ask for more than the session's own.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a connection on, without those messages."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def receive_own() -> Message:
            while True:
                message = await receive()
                if not concerns_all(message.get("bytes")):
                    return message

        await self._app(scope, receive_own, send)


def concerns_all(data: bytes | None) -> bool:
    """Return whether a message asks for something that concerns all sessions."""
    if not data:
        return False
    try:
        return BackMsg.FromString(data).WhichOneof("type") in _REFUSED
    except DecodeError:
        return False  # Streamlit ends the connection.
