"""What the head of a live page says before any script has run: its name, what it is of, its picture and addresses.

Who lists pages, shows a preview of a link or looks for a picture to embed runs no script. What stands here
follows from the address and the data alone; pictures and addresses need the dashboard's own address
(`base_of`), and without it they are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.types import Scope

from indicators.catalog import Catalog
from indicators.catalog.places import short_area
from indicators.catalog.release import hold_of
from indicators.language.attribution import attributed
from indicators.language.text import figure_with_marks, period_text, row_period
from indicators.pictures.slides.deck import KEY
from indicators.publishing.embeds import segment
from indicators.publishing.metadata import LOCALES
from indicators.publishing.words import said
from indicators.publishing.writing import LONGEST, plain, tongue
from indicators.routes.addresses import base_of
from indicators.table.selection import VIEWED
from indicators.ui.framework.shell import Describe, Head
from indicators.ui.links import ENTRIES
from indicators.ui.links import address as sector_address
from indicators.ui.state import Dashboard, shared_dashboard, snapshot
from indicators.ui.words import LANGUAGES, word

_LEADS: Final = {
    "explore": "explore_lead", "compare": "compare_lead", "data": "data_lead", "quality": "quality_lead",
    "methodology": "method_lead", "deck": "deck_lead", "verify": "verify_lead", "proof": "proof_lead",
}
"""What pages that aren't made from the data say of themselves; the others what the whole is."""
_MOST_FIELDS: Final = 50


def dashboards_board() -> Dashboard | None:
    """Return what the pages show; None while it may not be shown."""
    data = snapshot()
    return shared_dashboard(data) if data.usable else None


def live_heads(board: Callable[[], Dashboard | None] = dashboards_board) -> Describe:
    """Return what says of a request's page what it is of.

    Args:
        board: Gives the shared catalogue and table.
    """
    def describe(scope: Scope, path: str, lang: str) -> Head:
        return _head(board(), Request(scope), path.strip("/"), lang)

    return describe


def _head(board: Dashboard | None, request: Request, path: str, lang: str) -> Head:
    query = _query(request)
    entry = next((entry for entry in ENTRIES if entry.path == path or (entry.key == path and not entry.path)), None)
    sector = "" if board is None else next((code for code in board.catalog.sectors if sector_address(code) == path), "")
    known = board is None or entry is not None or bool(sector)
    name, about, key, code = "", "", "", ""
    if board is not None:
        code = _code(board.catalog, path, query.get("id", ""))
        name, about, key = _of_data(board, path, sector or code, _place(board.catalog, query), lang)
    if not name and entry is not None and entry.path:
        name = word(entry.key, lang)
        about = word(_LEADS[entry.key], lang) if entry.key in _LEADS else ""
    title = str(plain(" · ".join(text for text in (name, word("app", lang)) if text)))
    if not known:
        return Head(title, Markup('<meta name="robots" content="noindex" />'), known=False)
    kept = _kept(board, query, code)
    facts = {
        "og:type": "website", "og:site_name": word("app", lang), "og:title": _title(board, query, name, lang),
        "og:description": _short(about or said("site_lead", lang)), "og:locale": LOCALES[lang],
    }
    base = base_of(request)
    if base:
        facts["og:url"] = f"{base}/{path}?{urlencode({**kept, 'lang': lang})}"
        facts |= _picture(base, key, {name: value for name, value in kept.items() if name in VIEWED}, lang, facts["og:title"])
    return Head(title, Markup("").join(_lines(facts, base, path, kept)))


def _code(catalog: Catalog, path: str, asked: str) -> str:
    """Return the indicator or document that a page is asked to show, if there is one of that code."""
    known = {"indicator": catalog.indicators, "sources": catalog.documents}.get(path, {})
    return asked if asked in known else ""


def _of_data(board: Dashboard, path: str, code: str, place: str, lang: str) -> tuple[str, str, str]:
    """Return what a page made from the data is called, what it is of, and the key of its picture."""
    catalog = board.catalog
    if path == "indicator" and code:
        entry = catalog.indicators[code]
        row = board.latest(code)
        about = entry.definition.in_language(lang)
        if row is None:
            return entry.name.in_language(lang), about, ""
        cells: dict[Any, Any] = row.to_dict()
        if not place and not hold_of(catalog, [cells]):
            figure = attributed(figure_with_marks(cells, catalog, lang), catalog, cells, lang)
            about = f"{figure}{said('dot', lang)}{row_period(cells, lang)}{said('dot', lang)}{about}"
        return entry.name.in_language(lang), about, f"@{code}"
    if path == "sources" and code:
        document = catalog.documents[code].document
        facts = (document.producer.in_language(lang), period_text(document.date.isoformat(), lang))
        return document.title.in_language(lang), said("dot", lang).join(facts), ""
    shown = [sector for sector in (code,) if code] or list(catalog.definitions)
    first = next((one for one in shown if one in catalog.definitions and not board.rows_of("sector", one).empty), "")
    key = f"{first}.{KEY}" if first else ""
    if code:
        found = catalog.sectors[code]
        return found.name.in_language(lang), found.description.in_language(lang), key
    return "", "", key


def _query(request: Request) -> dict[str, str]:
    try:
        found = parse_qs(request.url.query, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def _place(catalog: Catalog, query: dict[str, str]) -> str:
    """Return the place that an address asks to look at, if the data knows it and doesn't open with it."""
    asked = query.get("place", "")
    return asked if asked in catalog.areas and asked != catalog.home else ""


def _kept(board: Dashboard | None, query: dict[str, str], code: str) -> dict[str, str]:
    """Return what says which page it is: its code, and how the data is looked at, as far as it is known."""
    kept = {"id": code} if code else {}
    if board is not None:
        known = {"reply": {entry.document.id for entry in board.catalog.all_main_documents}, "place": set(board.catalog.areas)}
        kept |= {name: query[name] for name in VIEWED if query.get(name) in known[name]}
    return kept


def _title(board: Dashboard | None, query: dict[str, str], name: str, lang: str) -> str:
    """Return what a preview is headed with: the page's name, and the place that its address asks for."""
    place = "" if board is None else _place(board.catalog, query)
    where = short_area(board.catalog.areas, place, lang) if board is not None and place else ""
    return str(plain(" · ".join(text for text in (name or word("app", lang), where) if text)))


def _short(text: str) -> str:
    text = " ".join(str(plain(text)).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _picture(base: str, key: str, kept: dict[str, str], lang: str, title: str) -> dict[str, str]:
    """Return a page's picture for previews, which take no SVG; nothing where none is drawn."""
    if not key or not _draws():
        return {}
    return {
        "og:image": f"{base}/chart/{segment(key)}.png?{urlencode({**kept, 'lang': lang})}",
        "og:image:type": "image/png", "og:image:alt": title,
    }


@cache
def _draws() -> bool:
    """Tell whether the library that draws PNG is installed here."""
    return find_spec("resvg_py") is not None


def _lines(facts: dict[str, str], base: str, path: str, kept: dict[str, str]) -> Iterator[Markup]:
    yield Markup('<meta name="description" content="{}" />').format(facts["og:description"])
    for fact in facts.items():
        yield Markup('<meta property="{}" content="{}" />').format(*fact)
    card = "summary_large_image" if "og:image" in facts else "summary"
    yield Markup('<meta name="twitter:card" content="{}" />').format(card)
    if not base:
        return
    yield Markup('<link rel="canonical" href="{}" />').format(facts["og:url"])
    for other in LANGUAGES:
        there = f"{base}/{path}?{urlencode({**kept, 'lang': other})}"
        yield Markup('<link rel="alternate" hreflang="{}" href="{}" />').format(tongue(other), there)
    yield Markup('<link rel="alternate" type="application/ld+json" href="{}/catalog.jsonld" />').format(base)
    if path == "indicator" and "og:image" in facts and "id" in kept:
        there = f"{base}/oembed?{urlencode({'url': facts['og:url']})}"
        yield Markup('<link rel="alternate" type="application/json+oembed" href="{}" />').format(there)
