"""Which pages may open a connection to the dashboard: its own, and those that are named.

Streamlit asks an address of the outside for the server's own address before it refuses a foreign
page, and everybody waits meanwhile. Here the answer needs nothing but the request and the settings.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "0.0.0.0"})
_REFUSED: Final = 1008
"""The code that a WebSocket is closed with where a rule forbids it (RFC 6455, 7.4.1)."""


def host_of(address: str) -> str:
    """Return the host that an address names, in small letters; empty if it names none."""
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


def is_own_origin(origin: str, host: str) -> bool:
    """Return whether a page is one of the very server that it asks."""
    try:
        return bool(host) and urlsplit(origin).netloc == host
    except ValueError:
        return False


def is_named_origin(origin: str) -> bool:
    """Return whether a page is this machine's, or one that the settings name.

    Settings: ``browser.serverAddress`` and ``server.corsAllowedOrigins``; with
    ``server.enableCORS = false`` any page is.
    """
    if not config.get_option("server.enableCORS"):
        return True
    named = [config.get_option("browser.serverAddress"), *config.get_option("server.corsAllowedOrigins")]
    known = _THIS_MACHINE | {host_of(str(address)) for address in named}
    return host_of(origin) in known - {""}


class OwnOrigins:
    """Refuses the WebSockets of foreign pages before Streamlit looks at them.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it."""
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            origins = headers.getlist("origin")
            host = headers.get("host", "")
            if origins and not (len(origins) == 1 and is_own_origin(origins[0], host)):
                # A named page is shown to Streamlit as the server's own, about which it asks nobody.
                own = f"{'https' if scope.get('scheme') == 'wss' else 'http'}://{host}"
                if len(origins) > 1 or not is_named_origin(origins[0]) or (
                    not is_own_origin(own, host)
                ):
                    await receive()  # the request to connect, which has to be taken first
                    await send({"type": "websocket.close", "code": _REFUSED})
                    return
                scope = {**scope, "headers": [
                    (name, own.encode("latin-1") if name == b"origin" else value)
                    for name, value in scope["headers"]
                ]}
        await self._app(scope, receive, send)
