"""From pages as data to pages as HTML. Whatever comes from the data is a text and stays one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from indicators.exports.licence import licence_of
from indicators.publishing import addresses
from indicators.publishing.blocks import LANGUAGES, Page, Span
from indicators.publishing.board import Board
from indicators.publishing.words import said
from indicators.ui.words import LANGUAGES as NAMES

_HERE: Final = Path(__file__).parent
TEMPLATES: Final = _HERE / "templates"
ASSETS: Final = ("site.css", "site.js", "embed.js", "icon.svg")
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that show nothing, and could turn what stands around them the other way."""
LONGEST: Final = 300
"""Characters of a description."""


def plain(value: Any) -> Any:
    """Return what a template writes: texts without characters that show nothing."""
    return _UNSEEN.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


class Writer:
    """Writes the pages of one site.

    Args:
        board: What they are made from.
        head: Makes what stands in a page's head beside its title, for machines.
    """

    def __init__(self, board: Board, head: Callable[[Page, str], Markup]) -> None:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
            finalize=plain, keep_trailing_newline=True,
        )
        self._template = environment.get_template("page.html")
        self._head = head
        manifest = board.edition.manifest
        self._shared = {"licence": licence_of(board.catalog.folder)}
        self._editions = {
            lang: said("edition_of", lang).format(date=manifest.date, code=manifest.fingerprint[:12])
            for lang in LANGUAGES
        }
        self._navigation = {lang: navigation(board, lang) for lang in LANGUAGES}

    def html(self, page: Page, path: str, *, root: str = "") -> bytes:
        """Return a page as HTML.

        Args:
            page: The page.
            path: Where it will lie, from which its links are written.
            root: The site's own address, where they have to be written from that.
        """
        url = (lambda target: root + target) if root else partial(addresses.relative, path)
        return self._template.render(
            page=page, url=url, said=partial(said, lang=page.lang), tongue=tongue(page.lang),
            description=description_of(page), head=self._head(page, path), edition=self._editions[page.lang],
            navigation=self._navigation[page.lang],
            tongues=[(lang, NAMES[lang], f"{lang}/{page.place}") for lang in LANGUAGES], **self._shared,
        ).encode()


def tongue(lang: str) -> str:
    """Return a language as HTML names it."""
    return "en" if lang == "en" else "zh-CN"


def description_of(page: Page) -> str:
    """Return a page in a sentence or two, for those who list it."""
    text = " ".join((page.lead or said("site_lead", page.lang)).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def navigation(board: Board, lang: str) -> list[tuple[str, Sequence[Span]]]:
    """Return the links that every page has, by group."""
    def link(key: str, place: str) -> Span:
        return Span(said(key, lang), f"{lang}/{place}")

    return [
        ("", (link("overview", addresses.overview()),)),
        (said("sectors", lang), tuple(
            Span(sector.name.in_language(lang), f"{lang}/{addresses.sector(code)}")
            for code, sector in board.catalog.sectors.items()
        )),
        (said("analysis", lang), (
            link("all_indicators", "indicators.html"), link("comparisons", "compare.html"), link("data", "data.html"),
        )),
        (said("evidence", lang), (
            link("sources", "documents.html"), link("quality", "quality.html"), link("methodology", "methodology.html"),
        )),
    ]


def asset(name: str) -> bytes:
    """Return a file that all pages share."""
    return (_HERE / "assets" / name).read_bytes()
