"""What the browser needs of our own: one script and one stylesheet, sent once and then kept.

Streamlit sends a component's script with every instance of it, and a page's styles with every run.
Here a component is a name; its script waits in the page already (`indicators.ui.framework.shell`), or is
fetched where it doesn't.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.ui.fields import LENGTHS
from indicators.ui.words import LANGUAGES, taking, word
from indicators.ui.words.framework import PATTERNS, WHOLE

_HERE: Final = Path(__file__).parent
_EXPORT: Final = "export default function"
SCRIPT: Final = "dashboard.js"
STYLE: Final = "dashboard.css"


@dataclass(frozen=True, slots=True)
class Part:
    """A component's files.

    Attributes:
        scripts: What it is made of; the last one exports the function that Streamlit calls.
        styles: Its own styles, where it stands apart from the page's.
    """

    scripts: tuple[str, ...]
    styles: tuple[str, ...] = ()


_COPY: Final = ("components/copy.css",)
_DESK: Final = tuple(f"intake/{name}.js" for name in ("keeping", "desk_text", "desk_row", "desk"))
PARTS: Final = {
    "desk": Part(_DESK, ("intake/desk.css",)),
    "desk-kept": Part(("intake/keeping.js", "intake/kept.js"), ("intake/desk.css",)),
    "desk-problems": Part(("intake/problems.js",)),
    "copy_button": Part(("components/copying.js", "components/button.js"), _COPY),
    "framework": Part(("framework/hooks.js", "framework/words.js")),
    "grid": Part(("components/copying.js", "components/grid.js"), (*_COPY, "components/grid.css")),
    "room": Part(("framework/hooks.js", "framework/room.js")),
    "slides-stage": Part(("pictures.js", "stage.js"), ("stage.css",)),
}
_HOOKS: Final = "framework/hooks.js"
_PAGE_SCRIPTS: Final = (
    (_HOOKS, "framework/opening.js"), (_HOOKS, "framework/language.js"), ("fields.js",),
    (_HOOKS, "framework/paper.js"), (_HOOKS, "pictures.js", "tray.js", "menu.js"),
)
"""What runs once for the page; each group by itself."""
_TOLD: Final = (
    *taking.WORDS, "saved", "copied", "not_copied", "copy_refused", "picture_failed", "copy_picture", "copy_link",
    "close", "present", "powerpoint",
)
"""The words that the page's own script says."""
_PAGE_STYLES: Final = ("colors.css", "style.css", "framework/frame.css", "menu.css", "framework/paper.css")

_FRAME: Final = """\
const dashboard = { parts: {}, styles: %s, words: %s };
globalThis.dashboard = dashboard;
dashboard.run = (name, component) => {
  const root = component.parentElement.getRootNode();
  if (root instanceof ShadowRoot && dashboard.styles[name]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(dashboard.styles[name]);
    root.adoptedStyleSheets = [sheet];
  }
  return dashboard.parts[name](component);
};
"""
_STUB: Final = """\
export default (component) => {
  let leave, left;
  const run = () => { if (!left) leave = dashboard.run("%s", component); };
  if (globalThis.dashboard) run(); else import(new URL("./%s", document.baseURI)).then(run);
  return () => { left = true; leave?.(); };
};
"""


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the script of all components."""
    styles = {name: "".join(map(_text, part.styles)) for name, part in PARTS.items() if part.styles}
    told = {lang: {key: word(key, lang) for key in _TOLD} for lang in LANGUAGES}
    words = {
        "whole": list(WHOLE.items()), "patterns": list(PATTERNS), "style": STYLE, "pictures": told,
        "lengths": list(LENGTHS.items()),
    }
    texts = [_FRAME % (_json(styles), _json(words))]
    texts += ["{\n" + "\n".join(map(_text, group)) + "\n}\n" for group in _PAGE_SCRIPTS]
    for name, part in PARTS.items():
        body = "\n".join(map(_text, part.scripts)).replace(_EXPORT, "return function")
        texts.append(f'dashboard.parts["{name}"] = (() => {{\n{body}\n}})();\n')
    return "".join(texts)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def style() -> str:
    """Return the styles of our own classes."""
    return "".join(map(_text, _PAGE_STYLES))


@cache
def address(name: str) -> str:
    """Return where `SCRIPT` or `STYLE` is, relative to any page; another one for other contents."""
    digest = hashlib.blake2b((script() + style()).encode(), digest_size=8).hexdigest()
    return f"assets/{digest}/{name}"


def component(name: str, **more: Any) -> Any:
    """Return a component of `PARTS`, as Streamlit mounts it.

    Args:
        name: Its name.
        more: What else Streamlit takes, ``html`` for one.
    """
    if name not in PARTS:
        raise KeyError(name)
    return st.components.v2.component(name, js=_STUB % (name, address(SCRIPT)), **more)


def build_asset_routes() -> list[BaseRoute]:
    """Return the routes of the script and the stylesheet."""
    contents = {SCRIPT: (script, "text/javascript"), STYLE: (style, "text/css")}

    def answer(request: Request) -> Response:
        found = contents.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404)
        make, kind = found
        # Another content has another address, so that this one may be kept for ever.
        current = request.path_params["digest"] in address(SCRIPT)
        kept = "public, max-age=31536000, immutable" if current else "no-cache"
        return Response(make(), media_type=kind, headers={"Cache-Control": kept})

    return [Route("/assets/{digest}/{name}", answer, methods=["GET", "HEAD"])]
