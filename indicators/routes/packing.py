"""Answers on their way out: pages are packed for those who take gzip, and what is packed already isn't again.

Streamlit packs what lies beneath it, but for its page, which is read here (`Shell`), and for its own files.
"""

from __future__ import annotations

import gzip
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.framework.places import beneath, is_own, prefix

PACKED: Final = (".parquet", ".xlsx", ".zip", ".pptx", ".docx", ".png")
"""Endings of our own addresses whose answers are packed as they are: gzip would take time, and gain nothing."""
_LEVEL: Final = 5
_LEAST: Final = 1000
"""Bytes from which packing is worth it."""


class Packed:
    """Packs pages, and says of each packed answer that its bytes are others than the plain one's.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and pack the answer if it is a whole page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = takes_gzip(Headers(scope=scope).get("accept-encoding", ""))
        path = beneath(str(scope["path"]), prefix())
        if wanted and is_own(path) and path.endswith(PACKED):
            left = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope, wanted = {**scope, "headers": left}, False
        start: Message | None = None

        async def pack(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                message = {**message, "headers": headers.raw}
                if "content-encoding" in headers:
                    _weaken(headers)
                elif message["status"] != 206 and headers.get("content-type", "").startswith("text/html"):
                    headers.add_vary_header("Accept-Encoding")
                    if wanted and scope["method"] == "GET":
                        start = message
                        return
            elif message["type"] == "http.response.body" and start is not None:
                begun, start = start, None
                body = message.get("body", b"")
                if not message.get("more_body") and len(body) >= _LEAST:
                    body = gzip.compress(body, _LEVEL, mtime=0)
                    headers = MutableHeaders(raw=begun["headers"])
                    headers["Content-Encoding"] = "gzip"
                    headers["Content-Length"] = str(len(body))
                    _weaken(headers)
                    message = {**message, "body": body}
                await send(begun)
            await send(message)

        await self._app(scope, receive, pack)


def takes_gzip(accepted: str) -> bool:
    """Return whether an ``Accept-Encoding`` asks for gzip (RFC 9110, 12.5.3)."""
    for part in accepted.split(","):
        name, _, weight = part.partition(";")
        if name.strip().lower() == "gzip":
            value = weight.strip().lower().removeprefix("q=").strip()
            return not value or value.strip("0.") != ""
    return False


def _weaken(headers: MutableHeaders) -> None:
    """Mark a tag as one of the same content in other bytes: parts of those don't go together (RFC 9110, 8.8.3)."""
    tag = headers.get("etag", "")
    if tag and not tag.startswith("W/"):
        headers["ETag"] = f"W/{tag}"
