"""Decks and pictures by address: ``/api/deck.pptx``, ``/api/picture.svg`` and ``/api/picture.json``.

A deck's address has the parameters of the page that shows it (`indicators.ui.stage`): ``deck`` with
entries and commas, ``title`` with ``entry~text``, ``theme``, ``size``; a picture's has one entry as ``slide``.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import BoundedSemaphore, Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.decks.build import MIME, deck_name, write_whole_deck
from indicators.decks.checking import template_of
from indicators.decks.template import Design, folder_design, own_design
from indicators.exports.picture_words import picture_words
from indicators.limits.caps import RefusedError
from indicators.pictures.picture import Picture
from indicators.pictures.slides import PALETTES, PLACES, Deck, DeckSpec, build_deck, render_svg
from indicators.pictures.slides.formats import OWN, SLIDE_SIZES
from indicators.routes import answers
from indicators.routes.openapi import OF_DECKS, OF_PICTURES, OF_WORDS, VERSION
from indicators.routes.supply import Supplier, led
from indicators.table.selection import PLACE, REPLY, Fault, nearest_code, shortened
from indicators.ui.fields import MOST_TITLE
from indicators.ui.stage import MOST_KEYS, DeckRequest, parse_request

ADDRESSES: Final = ("/api/deck.pptx", "/api/picture.svg", "/api/picture.json")
LANGUAGES: Final = ("zh", "en")
LONGEST: Final = 32_000
"""Characters of a deck's query, all entries and titles together."""
AT_ONCE: Final = 2
PATIENCE: Final = 30.0
"""So many decks are written at once; who would wait longer than so many seconds is sent away."""
_KEPT: Final = 8
METHODS: Final = ["GET", "HEAD", "OPTIONS"]
_ONCE: Final = ("slide", "theme", "size", "lang")
SVG: Final = "image/svg+xml"
SAFE: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src 'none'; sandbox"
"""A picture that is opened by itself runs nothing and fetches nothing."""


def build_slide_routes(supplier: Supplier) -> list[BaseRoute]:
    """Return the routes of decks and pictures.

    Args:
        supplier: Gives the shared catalogue and table.
    """
    service = _Service(supplier)
    return [
        Route(ADDRESSES[0], service.deck, methods=METHODS),
        Route(ADDRESSES[1], service.picture, methods=METHODS),
        Route(ADDRESSES[2], service.words, methods=METHODS),
    ]


class _Service:
    """The endpoints. They are plain functions, which Starlette runs in threads of their own."""

    def __init__(self, supplier: Supplier) -> None:
        self._supplier = supplier
        self._writing = BoundedSemaphore(AT_ONCE)
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[bytes, str]] = OrderedDict()

    def deck(self, request: Request) -> Response:
        """Answer with a deck as a PowerPoint file."""
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        values, faults = values_of(request, OF_DECKS)
        catalog, more = led(supply.catalog, values.get(REPLY, ()), values.get(PLACE, ()))
        faults += [*more, *_too_much(request, values)]
        asked = parse_request(values)
        if asked.empty:
            faults.append(Fault("unknown-code", "deck", "", tuple(catalog.definitions)))
        if faults:
            return answers.refusal(faults)
        lang = lang_of(values)
        titles = (f"{key}~{title}" for key, title in asked.spec.titles.items())
        tag = answers.etag(
            VERSION, catalog.fingerprint, "deck", lang, asked.theme, asked.size, ",".join(asked.spec.keys),
            *titles, *template_of(catalog.folder),
        )
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        with self._lock:
            made = self._kept.get(tag)
        if made is None:
            if not self._writing.acquire(timeout=PATIENCE):
                return answers.busy()
            try:
                deck = build_deck(catalog, supply.table, asked.spec, lang)
                faults = _left_out(deck, catalog, "deck")
                if faults or not deck.slides:
                    return answers.refusal(faults or [Fault("no-figures", "deck", "", ())])
                body = write_whole_deck(
                    catalog, deck.slides, PALETTES[asked.theme], lang, design=_design(catalog, asked)
                )
                made = body, deck_name(deck.slides, lang)
            finally:
                self._writing.release()
            self._keep(tag, made)
        return answers.answer(
            made[0], MIME, tag, modified=answers.last_modified(catalog), name=made[1],
            download=True, outdated=bool(supply.errors),
        )

    def _keep(self, tag: str, made: tuple[bytes, str]) -> None:
        """Keep the last few decks: who is sent one often asks for it again, and so do others."""
        with self._lock:
            self._kept[tag] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def picture(self, request: Request) -> Response:
        """Answer with one slide as an SVG picture."""

        def make(catalog: Catalog, slide: Picture, theme: str) -> tuple[bytes, str, str]:
            return render_svg(slide, PALETTES[theme]).encode(), SVG, f"{slide.stem}.svg"

        answer = self._of_slide(request, OF_PICTURES, make)
        if answer.headers.get("content-type") == SVG:
            answer.headers["Content-Security-Policy"] = SAFE
        return answer

    def words(self, request: Request) -> Response:
        """Answer with what a slide says: its sentences, its source, its table."""

        def make(catalog: Catalog, slide: Picture, theme: str) -> tuple[bytes, str, str]:
            said = json.dumps(picture_words(catalog, slide), ensure_ascii=False)
            return said.encode(), "application/json", f"{slide.stem}.json"

        return self._of_slide(request, OF_WORDS, make)

    def _of_slide(
        self, request: Request, allowed: Sequence[str],
        make: Callable[[Catalog, Picture, str], tuple[bytes, str, str]],
    ) -> Response:
        """Answer with what is made of one slide: contents, media type and file's name."""
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        values, faults = values_of(request, allowed)
        catalog, more = led(supply.catalog, values.get(REPLY, ()), values.get(PLACE, ()))
        faults += more
        key = values.get("slide", [""])[0].strip()
        if not faults and (not key or "," in key or key in catalog.definitions):
            faults = [unknown_slide(key, catalog)]
        if faults:
            return answers.refusal(faults)
        lang, theme = lang_of(values), values.get("theme", ["light"])[0]
        tag = answers.etag(VERSION, catalog.fingerprint, request.url.path, lang, theme, key)
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        deck = build_deck(catalog, supply.table, DeckSpec((key,)), lang)
        faults = _left_out(deck, catalog, "slide")
        if faults:
            return answers.refusal(faults)
        body, kind, name = make(catalog, deck.slides[0], theme)
        return answers.answer(
            body, kind, tag, modified=answers.last_modified(catalog), name=name,
            outdated=bool(supply.errors),
        )


def _design(catalog: Catalog, asked: DeckRequest) -> Design:
    """Return the data folder's template; ours where that can't be used, which `indicators deck` says."""
    try:
        return folder_design(catalog.folder, PALETTES[asked.theme], asked.size)
    except (RefusedError, OSError):
        return own_design(PALETTES[asked.theme], asked.size or OWN)


def values_of(
    request: Request, allowed: Sequence[str], themes: tuple[str, ...] = tuple(PALETTES)
) -> tuple[dict[str, list[str]], list[Fault]]:
    """Return the parameters of a request, and what is wrong with them."""
    values: dict[str, list[str]] = {}
    faults: dict[str, Fault] = {}
    for name, value in request.query_params.multi_items():
        if name not in allowed:
            short = shortened(name)
            faults[short] = Fault(
                "unknown-parameter", short, "", tuple(allowed), nearest_code(short, tuple(allowed))
            )
        values.setdefault(name, []).append(value)
    for name, known in (("theme", themes), ("size", SLIDE_SIZES), ("lang", LANGUAGES)):
        for value in values.get(name, ()):
            if value not in known:
                short = shortened(value)
                faults[name] = Fault("unknown-code", name, short, known, nearest_code(short, known))
    for name in _ONCE:
        if len(values.get(name, ())) > 1 and name not in faults:
            faults[name] = Fault("repeated", name, "", ())
    return values, list(faults.values())[:20]


def _too_much(request: Request, values: Mapping[str, Iterable[str]]) -> list[Fault]:
    """Return that a deck is asked for in more words than a deck can have."""
    entries = [entry for text in values.get("deck", ()) for entry in text.split(",") if entry.strip()]
    titles = list(values.get("title", ()))
    if len(request.url.query) > LONGEST or len(entries) > MOST_KEYS:
        return [Fault("too-long", "deck", "", ())]
    if len(titles) > MOST_KEYS or any(len(text) > 2 * MOST_TITLE for text in titles):
        return [Fault("too-long", "title", "", ())]
    return []


def lang_of(values: Mapping[str, Sequence[str]]) -> str:
    """Return the language that a request asks for; Chinese by default."""
    return values.get("lang", ["zh"])[0]


def _left_out(deck: Deck, catalog: Catalog, parameter: str) -> list[Fault]:
    """Return why entries of a deck have no slide."""
    faults = []
    for entry in deck.left_out[:20]:
        if entry.reason == "unknown":
            faults.append(unknown_slide(entry.key, catalog, parameter))
        elif entry.reason == "withdrawn":
            faults.append(Fault("no-figures", parameter, shortened(entry.key), ()))
        else:
            faults.append(Fault("too-long", parameter, "", ()))
    return faults


def unknown_slide(key: str, catalog: Catalog, parameter: str = "slide") -> Fault:
    """Return that an entry isn't known, with the nearest one that is."""
    sectors = tuple(catalog.definitions)
    charts = tuple(
        f"{sector}.{chart.id}" for sector, entry in catalog.definitions.items() for chart in entry.charts
    )
    allowed = charts if parameter == "slide" else (*sectors, *charts)
    short = shortened(key)
    entries = (*(f"@{name}" for name in catalog.indicators), *(f"@{name}.{PLACES}" for name in catalog.derived))
    near = nearest_code(short, (*allowed, *entries))
    return Fault("unknown-code", parameter, short, allowed, near)
