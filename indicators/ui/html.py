"""Pieces of HTML. Text from the data is escaped by :class:`~markupsafe.Markup`, never trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import streamlit as st
from markupsafe import Markup

_HAN: Final = re.compile("[\u3400-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]{2}")


class _Ready:
    """HTML that Streamlit takes as it is: as a text it would look for a file and for indentation."""

    def __init__(self, body: Markup) -> None:
        self._body = str(body)

    def _repr_html_(self) -> str:
        return self._body


def show(body: Markup) -> None:
    """Show HTML whose parts were escaped."""
    st.html(_Ready(body))


def in_own_tongue(text: str, lang: str) -> str | Markup:
    """Return a text marked as being in the other language, where it is: it is read aloud in that.

    A folder may be written in one language alone; its names then stand on the pages of both.

    Args:
        text: The text, not yet escaped.
        lang: The page's language.
    """
    tongue = "zh" if _HAN.search(text) else "en" if _LATIN.search(text) else lang
    if tongue == lang:
        return text
    return Markup('<span lang="{}">{}</span>').format("zh-CN" if tongue == "zh" else "en", text)


def show_title(text: str, lead: str = "", beside: Markup | None = None) -> None:
    """Show a page's title, what stands beside it, and one sentence beneath it."""
    lang = str(st.session_state.get("lang", ""))
    if lang:
        text, lead = in_own_tongue(text, lang), in_own_tongue(lead, lang)
    show(Markup('<div class="head"><h1 class="title">{}</h1>{}</div><p class="lead">{}</p>').format(
        text, beside or "", lead
    ))


def definition_list(pairs: Iterable[tuple[str, str | Markup]]) -> Markup:
    """Return terms and what they say, those without content left out."""
    items = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(term, content) for term, content in pairs if content
    )
    return Markup('<dl class="dl">{}</dl>').format(items)


def folded(title: str, body: Markup, *, opened: bool = False) -> Markup:
    """Return what a reader may want to know behind a line that opens it."""
    return Markup('<details class="fold"{}><summary>{}</summary>{}</details>').format(
        Markup(" open") if opened else "", title, body
    )


def lines(texts: Iterable[str | Markup]) -> Markup:
    """Return texts one beneath the other."""
    return Markup("<br>").join(texts)


def stacked(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of a page below each other, as far apart as if each were shown by itself."""
    return Markup('<div class="stacked">{}</div>').format(Markup("").join(pieces))


def show_literal(text: str) -> None:
    """Show a text letter by letter, its lines as they are, broken where they don't fit."""
    show(Markup('<pre class="literal" tabindex="0">{}</pre>').format(text))


def show_note(text: str) -> None:
    """Show a quiet line of text; Streamlit's own captions are too pale for 4.5 : 1."""
    show(Markup('<p class="note">{}</p>').format(text))


def show_download(label: str, address: str, *, primary: bool = False) -> None:
    """Show a link that looks like a button and saves what is at an address of our own.

    Streamlit's own download buttons keep a file for a session, and lose it whenever any session's
    script ends twice; an address needs nobody to keep anything.

    Args:
        label: What it says.
        address: Where the file is, relative to any page; empty shows a button that is off.
        primary: Whether it is what the page is for.
    """
    if not address:
        show(Markup('<span class="save" aria-disabled="true">{}</span>').format(label))
        return
    link = Markup('<a class="{}" href="./{}" download>{}</a>').format(
        "save save-first" if primary else "save", address, label
    )
    st.html(str(link), width="content" if primary else "stretch")
