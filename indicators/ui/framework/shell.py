"""The page that Streamlit serves empty, with what the first view needs: styles, scripts, width.

Streamlit's page is made in the browser, step by step: it fetches the code of a chart when it meets
one, our styles come with the first run, and nobody knows how wide the window is until something is
drawn. Here the browser is told at once what it will need, and tells its width with its first word,
so that a page is drawn once, in its place. Its head says what the page is of, for those who list
pages and show previews of them and run no script. A page that can't be recognised passes unchanged,
and everything works as before, only later; ``tests/ui/framework`` names the version of Streamlit
that this was seen with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import parse_qs

import streamlit
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.assets import SCRIPT, STYLE, address
from indicators.ui.framework.places import beneath, is_page, prefix
from indicators.ui.links import ENTRIES
from indicators.ui.room import early_measure
from indicators.ui.words import LANGUAGES, word

_HEAD: Final = "</title>"
_BODY: Final = '<div id="root"></div>'
_ALWAYS: Final = ("Html", "BidiComponent", "PageLink", "ButtonGroup")
"""Streamlit's pieces of code that every page shows, but fetches one after the other."""
_CHARTS: Final = ("PlotlyChart",)
_CHART_FILE: Final = f"./static/js/{_CHARTS[0]}."
_IMPORTS: Final = re.compile(r'(?:from|import)"\./([^"/]+\.js)"')
_BEGINNING: Final = 8_000
_WITH_CHARTS: Final = ("indicator", "compare")


_BACKEND: Final = 'window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };'
"""Where the server is: otherwise Streamlit tries beneath the page's address first, and fails."""


class Head(NamedTuple):
    """What is said of a page before it is made.

    Attributes:
        title: The window's name.
        lines: Further elements of its head.
        known: Whether there is such a page.
    """

    title: str
    lines: Markup = Markup("")
    known: bool = True


Describe = Callable[[Scope, str, str], Head]
"""Returns the head of a page: of a request, its path beneath the prefix, and its language."""


@cache
def chunks(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files of Streamlit's own that hold these pieces, and those that they import."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    left = [path.name for name in names for path in sorted(folder.glob(f"{name}.*.js"))]
    found: dict[str, None] = {}
    while left:
        name = left.pop(0)
        if name in found or not (folder / name).is_file():
            continue
        found[name] = None
        # What a file imports stands at its very beginning.
        beginning = (folder / name).read_text(encoding="utf-8")[:_BEGINNING]
        left += [match[1] for match in _IMPORTS.finditer(beginning)]
    return tuple(f"./static/js/{name}" for name in found)


def is_sector(path: str) -> bool:
    """Return whether an address is that of a sector's page, which is all charts."""
    return path.strip("/") not in {entry.path for entry in ENTRIES} | {"overview"}


def language_of(query: str, own: str) -> str:
    """Return the language that an address asks for; ``own`` where it asks for none."""
    asked = parse_qs(query).get("lang", [""])[0]
    return asked if asked in LANGUAGES else own


def complete(page: str, path: str, query: str, own: str = "zh", said: Head | None = None) -> str:
    """Return Streamlit's page with what ours need.

    Args:
        page: The HTML.
        path: The path that is asked for.
        query: The parameters of its address.
        own: The language of the page where its address asks for none.
        said: What is said of the page; None for its name alone.
    """
    if _HEAD not in page or page.count(_BODY) != 1:
        return page
    lang = language_of(query, own)
    said = said or Head(_title(path, lang))
    charts = is_sector(path) or path.strip("/") in _WITH_CHARTS
    names = (*_ALWAYS, *_CHARTS) if charts else _ALWAYS
    head = [
        f"<script>{_BACKEND}{early_measure()}{_returning()}</script>",
        Markup('<script type="module" src="./{}"></script>').format(address(SCRIPT)),
        *_preloads(file for file in chunks(names) if file not in page),
    ]
    # After the styles that Streamlit adds to the head: ours win where both say something.
    style = str(Markup('<link rel="stylesheet" href="./{}" />').format(address(STYLE)))
    # A page of words comes into sight when it is whole, one of charts when its words are there: they have their places kept.
    opening = ' class="opening drawing"' if is_sector(path) else ' class="opening"'
    language = "en" if lang == "en" else "zh-CN"
    page = page.replace('<html lang="en">', f'<html lang="{language}"{opening}>', 1)
    page = page.replace("<title>Streamlit</title>", Markup("<title>{}</title>").format(said.title), 1)
    page = page.replace(_HEAD, _HEAD + str(said.lines) + "".join(head), 1)
    return page.replace(_BODY, style + _BODY, 1)


@cache
def _returning() -> str:
    """Return the script that is there before the page connects."""
    return (Path(__file__).parent / "returning.js").read_text(encoding="utf-8")


def _title(path: str, lang: str) -> str:
    """Return the window's name as far as it is known before there is data."""
    named = [word(entry.key, lang) for entry in ENTRIES if entry.path and entry.path == path.strip("/")]
    return " · ".join([*named, word("app", lang)])


def _preloads(files: Iterable[str]) -> list[str]:
    return [
        Markup('<link rel="modulepreload" crossorigin href="{}"{} />').format(
            file, Markup(" data-charts") if file.startswith(_CHART_FILE) else ""
        )
        for file in files
    ]


class Shell:
    """Completes Streamlit's page on its way to the browser.

    Args:
        app: What serves it.
        own: Gives the language of pages whose address asks for none.
        describe: Says what a page is of; None for its name alone.
    """

    def __init__(self, app: ASGIApp, own: Callable[[], str] = lambda: "zh", describe: Describe | None = None) -> None:
        self._app = app
        self._own = own
        self._describe = describe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and complete the answer if it is a page."""
        path = beneath(str(scope.get("path", "")), prefix())
        if scope["type"] != "http" or scope["method"] != "GET" or not is_page(path):
            await self._app(scope, receive, send)
            return
        # Neither a part of the page nor one that is packed could be completed.
        headers = [
            (name, value) for name, value in scope["headers"]
            if name not in (b"accept-encoding", b"range", b"if-none-match", b"if-modified-since")
        ]
        start: Message | None = None
        body = b""

        async def complete_it(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                kind = MutableHeaders(raw=message["headers"]).get("content-type", "")
                if message["status"] == 200 and kind.startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                query, own = scope.get("query_string", b"").decode("latin-1"), self._own()
                said = None
                if self._describe is not None:  # It may have to wait until the data is read, which nobody else shall.
                    said = await run_in_threadpool(self._describe, scope, path, language_of(query, own))
                page = complete(body.decode("utf-8"), path, query, own, said).encode()
                if said is not None and not said.known:
                    start["status"] = 404
                answer = MutableHeaders(raw=start["headers"])
                answer["content-length"] = str(len(page))
                for name in ("etag", "last-modified", "accept-ranges"):
                    del answer[name]
                await send(start)
                message = {"type": "http.response.body", "body": page}
            await send(message)

        await self._app({**scope, "headers": headers}, receive, complete_it)
