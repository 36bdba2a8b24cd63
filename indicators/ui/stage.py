"""The stage of the slide page, and what the address says of a deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from indicators.pictures.picture import Picture
from indicators.pictures.slides import PALETTES, Deck, DeckSpec, build_deck, render_svg
from indicators.pictures.slides.formats import SLIDE_SIZES
from indicators.ui.assets import component
from indicators.ui.fields import MOST_TITLE
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_STAGE: Final[Any] = component("slides-stage")
_WORDS: Final = (
    "present", "previous", "next", "thumbnails", "full_screen", "png", "svg", "copy_picture",
    "print", "leave", "close", "saved", "copied", "copy_refused", "picture_failed",
)
PARAMETERS: Final = ("deck", "title", "theme", "size", "slide")
MOST_KEYS: Final = 200
LONGEST_KEY: Final = 400
"""Characters of one entry: a comparison names all its indicators."""


@dataclass(frozen=True, slots=True)
class DeckRequest:
    """What an address asks for: the deck, its theme, its slides' format, and the slide to begin with.

    ``size`` is one of `SLIDE_SIZES`, or empty for the template's own; on screen slides are always 16:9.
    ``empty`` is a deck from which everything was taken (``?deck=``); one that isn't mentioned at
    all is the whole reply's.
    """

    spec: DeckSpec
    theme: str = "light"
    slide: int = 1
    empty: bool = False
    size: str = ""

    @property
    def query(self) -> dict[str, str | list[str]]:
        """The parameters of an address that asks for the same deck."""
        query: dict[str, str | list[str]] = {}
        if self.spec.keys or self.empty:
            query["deck"] = ",".join(self.spec.keys)
        if self.spec.titles:
            query["title"] = [f"{key}~{title}" for key, title in self.spec.titles.items()]
        if self.theme != "light":
            query["theme"] = self.theme
        if self.size:
            query["size"] = self.size
        return query


def parse_request(values: Mapping[str, Sequence[str]]) -> DeckRequest:
    """Return what an address asks for; what can't be understood is as if it weren't there.

    Args:
        values: The address's parameters: ``deck`` (entries, with commas), ``title``
            (``entry~text``, repeatable), ``theme``, ``size``, ``slide``.
    """
    keys = [
        key.strip()[:LONGEST_KEY]
        for text in values.get("deck", ())
        for key in text.split(",")
        if key.strip()
    ]
    titles = {}
    for text in values.get("title", ()):
        key, mark, title = text.partition("~")
        if mark and title.strip():
            titles[key.strip()[:LONGEST_KEY]] = title[:MOST_TITLE]
    theme = next(iter(values.get("theme", ())), "")
    size = next(iter(values.get("size", ())), "")
    number = next(iter(values.get("slide", ())), "")
    return DeckRequest(
        DeckSpec(tuple(keys[:MOST_KEYS]), dict(list(titles.items())[:MOST_KEYS])),
        theme if theme in PALETTES else "light",
        int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1,
        empty="deck" in values and not keys, size=size if size in SLIDE_SIZES else "",
    )


def read_request() -> DeckRequest:
    """Return what this session's address asks for."""
    asked = st.query_params
    return parse_request({key: asked.get_all(key) for key in PARAMETERS if key in asked})


@st.cache_resource(max_entries=64, show_spinner=False)
def _made(
    fingerprint: str, lang: str, keys: tuple[str, ...], titles: tuple[tuple[str, str], ...],
    _board: Dashboard,
) -> Deck:
    del fingerprint
    return build_deck(_board.catalog, _board.table, DeckSpec(keys, dict(titles)), lang).as_one


def make_deck(board: Dashboard, request: DeckRequest, lang: str) -> Deck:
    """Return a deck's slides; made once for all sessions that ask for the same."""
    if request.empty:
        return Deck((), ())
    spec = request.spec
    titles = tuple(spec.titles.items())
    return _made(board.catalog.fingerprint, lang, spec.keys, titles, board)


def left_out_text(deck: Deck, lang: str) -> str:
    """Return what of a deck's entries is left out and why, or an empty text."""
    if not deck.left_out:
        return ""
    gap = ", " if lang == "en" else "、"
    aside = " ({})" if lang == "en" else "（{}）"
    said = gap.join(
        entry.key[:64] + aside.format(word(f"left_{entry.reason}", lang))
        for entry in deck.left_out[:12]
    )
    return f"{word('left_out', lang)}{said}"


def picture(slide: Picture, theme: str, page: int = 1, pages: int = 1) -> dict[str, Any]:
    """Return a slide as the browser's picture tools want it."""
    return {
        "svg": render_svg(slide, PALETTES[theme], page, pages),
        "name": slide.stem,
        "title": slide.heading,
        "alt": slide.alt,
    }


@st.cache_resource(max_entries=2048, show_spinner=False)
def _thumbnail(
    fingerprint: str, lang: str, key: str, title: str, theme: str, _slide: Picture
) -> str:
    del fingerprint, lang, key, title
    return render_svg(_slide, PALETTES[theme])


def thumbnail(board: Dashboard, slide: Picture, theme: str) -> str:
    """Return a slide's picture without a page number; drawn once for all sessions."""
    fingerprint = board.catalog.fingerprint
    return _thumbnail(fingerprint, slide.lang, slide.key, slide.heading, theme, slide)


@st.cache_resource(max_entries=16, show_spinner=False)
def _pictures(
    fingerprint: str, lang: str, slides: tuple[tuple[str, str], ...], theme: str, _deck: Deck
) -> list[dict[str, Any]]:
    del fingerprint, lang, slides
    pages = len(_deck.slides)
    return [picture(slide, theme, number, pages) for number, slide in enumerate(_deck.slides, 1)]


def show_stage(board: Dashboard, deck: Deck, request: DeckRequest, lang: str) -> None:
    """Let the deck fill the window."""
    palette = PALETTES[request.theme]
    other = next(name for name in PALETTES if name != request.theme)
    words = {key: word(key, lang) for key in _WORDS}
    words["other_theme"] = word(f"theme_{other}", lang)
    names = tuple((slide.key, slide.heading) for slide in deck.slides)
    slides = _pictures(board.catalog.fingerprint, lang, names, request.theme, deck)
    languages = {"zh": ("en", "English"), "en": ("zh", "中文")}
    other_language, words["other_language"] = languages["en" if lang == "en" else "zh"]
    _STAGE(
        key="stage",
        data={
            "slides": slides, "words": words, "lang": "en" if lang == "en" else "zh-CN",
            "slide": request.slide, "ground": palette.ground, "ink": palette.ink,
            "notice": left_out_text(deck, lang), "otherTheme": other,
            "otherLanguage": other_language,
        },
    )
