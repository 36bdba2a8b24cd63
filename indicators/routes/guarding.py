"""What every answer says of itself to browsers, and how much costly work one asker may have done."""

from __future__ import annotations

import os
from typing import Final

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.routes import answers
from indicators.ui.framework.places import beneath, first_of, prefix

FRAMED: Final = ("chart", "embed")
"""Addresses that pages of others may show within themselves."""
PAGES: Final = "; ".join((
    "default-src 'self'", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:", "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self' ws: wss: data: blob:", "worker-src 'self' blob:",
    "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'",
))
"""What a page may fetch and run: the server's own, and what Streamlit and our shell write into it."""
_NOT_FRAMED: Final = "frame-ancestors 'self'"

RATE: Final = "INDICATORS_RATE"
"""The variable with how many costly answers one asker gets a minute; 0 for as many as they like."""
_RATE: Final = 120
COSTLY: Final = (
    "/api/deck.pptx", "/api/report.docx", "/api/brief.", "/api/observations.xlsx", "/api/observations.zip",
    "/api/files/observations.xlsx", "/api/files/observations.zip", "/api/picture.", "/chart/", "/embed/",
)
"""Beginnings of the addresses whose answers are drawn or written for whoever asks."""


class SafeAnswers:
    """Tells browsers to take answers for what they are, and who may show them in a frame.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and complete the answer's headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        framed = first_of(beneath(scope["path"], prefix())) in FRAMED

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                message["headers"] = headers.raw
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
                if not framed:
                    headers.setdefault("X-Frame-Options", "SAMEORIGIN")
                    html = headers.get("content-type", "").startswith("text/html")
                    own = headers.get("content-security-policy")
                    if own is None:
                        headers["Content-Security-Policy"] = PAGES if html else _NOT_FRAMED
                    elif "frame-ancestors" not in own:
                        headers["Content-Security-Policy"] = f"{own}; {_NOT_FRAMED}"
            await send(message)

        await self._app(scope, receive, complete)


def rate() -> int:
    """Return how many costly answers one asker gets a minute; 0 for as many as they like."""
    told = os.environ.get(RATE, "").strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= 6 else _RATE


class FewCostly:
    """Answers who asks for too much costly work at once with a 429, which says when to come back.

    Who asks is told by the address of the connection, or by what a proxy of this machine says of it
    (uvicorn's ``X-Forwarded-For``).

    Args:
        app: What comes after.
        most: Answers a minute; 0 for as many as they like. Default: what `rate` says.
    """

    def __init__(self, app: ASGIApp, most: int | None = None) -> None:
        self._app = app
        most = rate() if most is None else most
        self._limit = RateLimitItemPerMinute(most) if most else None
        self._counting = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it."""
        if self._limit is not None and _is_costly(scope):
            asker = str((scope.get("client") or ("",))[0])
            if not self._counting.hit(self._limit, asker):
                await answers.too_often(self._limit.get_expiry())(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _is_costly(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return beneath(scope["path"], prefix()).startswith(COSTLY)
