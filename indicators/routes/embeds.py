"""Pictures by address, for the pages of others: ``/chart/<key>.svg``, ``.png``, ``.html``, ``/embed/<key>``, ``/oembed``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.pictures.charts.as_svg import STYLES
from indicators.publishing.embeds import (
    MARGIN,
    POLICY,
    RESIZE,
    THEMES,
    WIDE,
    Embedded,
    embedded,
    oembed,
    page_of,
    png,
    resize_script,
    segment,
)
from indicators.routes import answers
from indicators.routes.addresses import base_of
from indicators.routes.kept import KeptFiles
from indicators.routes.openapi import VERSION
from indicators.routes.slides import (
    LANGUAGES,
    METHODS,
    SAFE,
    SVG,
    lang_of,
    unknown_slide,
    values_of,
)
from indicators.routes.supply import Supplier, Supply, dashboards_own, led
from indicators.table.selection import PLACE, REPLY, Fault
from indicators.ui.links import address as sector_address

FORMS: Final = ("svg", "png", "html")
OF_EMBEDS: Final = ("lang", "theme", REPLY, PLACE)
LONGEST: Final = 400
_HTML: Final = "text/html; charset=utf-8"
_TYPES: Final = {"svg": SVG, "png": "image/png", "html": _HTML, "embed": _HTML}
_SHARP: Final = 2
"""Pixels of a PNG for each of a page's."""


def build_embed_routes(supplier: Supplier = dashboards_own) -> list[BaseRoute]:
    """Return the routes.

    Args:
        supplier: Gives the shared catalogue and table.
    """
    service = _Service(supplier)
    return [
        Route(f"/embed/{RESIZE}", _script, methods=METHODS),
        Route("/chart/{key}.{form}", service.chart, methods=METHODS),
        Route("/embed/{key}", service.embed, methods=METHODS),
        Route("/oembed", service.oembed, methods=METHODS),
        Route("/chart/{rest:path}", _missing, methods=METHODS), Route("/embed/{rest:path}", _missing, methods=METHODS),
        Route("/chart", _missing, methods=METHODS), Route("/embed", _missing, methods=METHODS),
    ]


def _missing(request: Request) -> Response:
    return answers.missing((*(f"/chart/KEY.{form}" for form in FORMS), "/embed/KEY", "/oembed?url="))


def _script(request: Request) -> Response:
    body = resize_script()
    return answers.answer(body, "text/javascript; charset=utf-8", answers.etag(body.decode()), modified=None, name=RESIZE)


class _Service:
    """The endpoints. They are plain functions, which Starlette runs in threads of their own."""

    def __init__(self, supplier: Supplier) -> None:
        self._supplier = supplier
        self._files = KeptFiles()

    def chart(self, request: Request) -> Response:
        """Answer with a picture as a file, or as a page with its words and its table."""
        form = str(request.path_params["form"])
        return self._answer(request, form) if form in FORMS else _missing(request)

    def embed(self, request: Request) -> Response:
        """Answer with the small page that a frame shows."""
        return self._answer(request, "embed")

    def _answer(self, request: Request, form: str) -> Response:
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        values, faults = values_of(request, OF_EMBEDS, THEMES)
        key = str(request.path_params["key"])
        found = self._found(supply, key, values, faults)
        if isinstance(found, Response):
            return found
        catalog, lang = found
        theme, base = values.get("theme", ["auto"])[0], base_of(request)
        kept_on = _kept(values)
        tag = answers.etag(VERSION, catalog.fingerprint, form, lang, theme, key, base, kept_on)
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        kind = _TYPES[form]
        made: bytes | Path | None = self._files.get(tag)
        if made is None:
            one = _embedded(supply, catalog, key, lang)
            if isinstance(one, Response):
                return one
            body = _made(one, form, theme, base, kept_on)
            if isinstance(body, Response):
                return body
            made = self._files.put(tag, body) or body
        name = f"{_plain(key)}_{lang}.{form.replace('embed', 'html')}"
        answer = answers.answer(
            made, kind, tag, modified=answers.last_modified(catalog), name=name, outdated=bool(supply.errors)
        )
        answer.headers["Content-Security-Policy"] = POLICY if kind == _HTML else SAFE
        return answer

    def _found(
        self, supply: Supply, key: str, values: dict[str, list[str]], faults: list[Fault]
    ) -> tuple[Catalog, str] | Response:
        catalog, more = led(supply.catalog, values.get(REPLY, ()), values.get(PLACE, ()))
        faults = [*faults, *more]
        if not faults and (not key or len(key) > LONGEST or "," in key or key in catalog.definitions):
            faults = [unknown_slide(key, catalog)]
        return answers.refusal(faults) if faults else (catalog, lang_of(values))

    def oembed(self, request: Request) -> Response:
        """Answer with how an address of ours is embedded (https://oembed.com)."""
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        query = request.query_params
        if query.get("format", "json") != "json":
            return Response(status_code=501, headers=answers.COMMON)
        base = base_of(request)
        key, values = asked_for(query.get("url", ""), base)
        if not base or not key:
            return _missing(request)
        found = self._found(supply, key, values, [])
        if isinstance(found, Response):
            return found
        catalog, lang = found
        one = _embedded(supply, catalog, key, lang)
        if isinstance(one, Response):
            return one
        kept, most = _kept(values), query.get("maxwidth", "")
        said = oembed(
            one, address=f"{base}/embed/{segment(key)}{kept}", image=f"{base}/chart/{segment(key)}.svg{kept}",
            script=f"{base}/embed/{RESIZE}", provider=f"{base}/",
            **({"most": int(most)} if most.isascii() and most.isdecimal() and len(most) < 6 else {}),
        )
        body = json.dumps(said, ensure_ascii=False).encode()
        return answers.answer(
            body, "application/json", answers.etag(body.decode()), modified=answers.last_modified(catalog), name="oembed.json"
        )


def asked_for(url: str, base: str) -> tuple[str, dict[str, list[str]]]:
    """Return the picture that an address of ours shows, and its parameters; nothing for any other address.

    Args:
        url: The address: of a picture, of its small page, or of an indicator's page.
        base: The dashboard's own address.
    """
    try:
        parts = urlsplit(url)
        values = {name: found for name, found in parse_qs(parts.query, max_num_fields=20).items() if name in (*OF_EMBEDS, "id")}
    except ValueError:
        return "", {}
    where = f"{parts.scheme}://{parts.netloc}{parts.path}"
    if not base or not where.startswith(f"{base}/"):
        return "", {}
    if values.get("lang", ["zh"])[0] not in LANGUAGES:
        del values["lang"]
    place, _, name = where.removeprefix(f"{base}/").partition("/")
    code = values.pop("id", [""])[0]
    if place == "indicator" and code and not name:
        return f"@{code}", values
    if place == "chart":
        name = name.rpartition(".")[0]
    return (unquote(name), values) if place in ("chart", "embed") and "/" not in name else ("", {})


def _embedded(supply: Supply, catalog: Catalog, key: str, lang: str) -> Embedded | Response:
    try:
        one = embedded(catalog, supply.table, key, lang)
    except KeyError:
        return answers.refusal([unknown_slide(key, catalog)])
    return answers.refusal([Fault("no-figures", "slide", _plain(key), ())]) if one is None else one


def _made(one: Embedded, form: str, theme: str, base: str, kept: str) -> bytes | Response:
    """Return what a form of a picture is."""
    if form == "svg":
        return one.svg(STYLES[theme]).encode()
    if form == "png":
        drawn = png(one.svg(STYLES["light" if theme == "auto" else theme]), _SHARP * (WIDE + MARGIN))
        return answers.unsupported() if drawn is None else drawn
    about = f"{base}/oembed?{urlencode({'url': f'{base}/embed/{segment(one.key)}{kept}'})}" if base else ""
    return page_of(one, home=_home(one, base, kept), about=about, whole=form == "html")


def _home(one: Embedded, base: str, kept: str) -> str:
    """Return the page of the dashboard that has the data and sources of a picture."""
    names = dict.fromkeys(one.words["indicators"])
    if not base:
        return ""
    if len(names) == 1:
        return f"{base}/indicator{kept or '?'}{'&' if kept else ''}{urlencode({'id': next(iter(names))})}"
    sector = one.key.partition(".")[0]
    return f"{base}/{'' if one.key.startswith('@') else sector_address(sector)}{kept}"


def _kept(values: dict[str, list[str]]) -> str:
    """Return the parameters that an address carries on, with their question mark."""
    pairs: list[tuple[str, Any]] = [(name, values[name][0]) for name in ("lang", REPLY, PLACE) if values.get(name)]
    return f"?{urlencode(pairs)}" if pairs else ""


def _plain(key: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", key[:80]).strip("-.") or "picture"
