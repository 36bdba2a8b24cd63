"""Whose an address is: our own beneath a path (``--server.baseUrlPath dei``), and files that are nobody's."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.routes import answers
from indicators.ui.framework.places import beneath, is_own, is_page, prefix


class BeneathPath:
    """Has our own routes answer beneath the path that the settings name.

    Streamlit moves its own addresses alone, and answers ours with its page and a 200.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on; one for our own routes with what they lie beneath."""
        under = prefix()
        if scope["type"] == "http" and under and scope["path"].startswith(f"{under}/") and (
            is_own(beneath(scope["path"], under))
        ):
            scope = {**scope, "root_path": under}
        await self._app(scope, receive, send)

_PAGES: Final = ("html", "htm")
_SHELL: Final = "/index.html"


class FilesAreFiles:
    """Answers an address that looks like a file's, and is nobody's, with a 404.

    Our own routes say themselves what they don't have; keys of pictures have dots (``/embed/connectivity.KEY``).
    Streamlit gives its page with a 200 to whoever asks for anything unknown, which a program then reads as
    the data that it asked for.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on; where a page comes back for a file, say that there is none."""
        path = beneath(str(scope.get("path", "")), prefix())
        if scope["type"] != "http" or is_own(path) or not _looks_like_a_file(path):
            await self._app(scope, receive, send)
            return
        refused = False

        async def checked(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] == 200 and _is_page(message):
                refused = True
                await answers.missing(_ADDRESSES)(scope, receive, send)
            elif not refused:
                await send(message)

        await self._app(scope, receive, checked)


_ADDRESSES: Final = ("/api/observations.csv", "/api/indicators.json", "/api/openapi.json", "/catalog.jsonld")


def _looks_like_a_file(path: str) -> bool:
    """Return whether the last part of a path has an ending that no page of ours has."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    if not dot or not stem or not ending:
        return False
    return ending.lower() not in _PAGES or (is_page(path) and path != _SHELL)


def _is_page(message: Message) -> bool:
    return Headers(raw=message.get("headers", [])).get("content-type", "").startswith("text/html")
