"""What is said to those who search the web and collect catalogues: ``/robots.txt``, ``/sitemap.xml``, ``/catalog.jsonld``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.publishing.dcat import FORMS, NAME, Places, dcat
from indicators.publishing.metadata import sitemap_files
from indicators.routes import answers
from indicators.routes.addresses import base_of
from indicators.routes.guarding import COSTLY
from indicators.routes.kept import KeptFiles
from indicators.routes.openapi import VERSION
from indicators.routes.supply import Supplier, dashboards_own
from indicators.ui.framework.places import prefix
from indicators.ui.links import ENTRIES, address
from indicators.ui.words import LANGUAGES

_METHODS: Final = ["GET", "HEAD"]
_LISTED: Final = ("", "analysis", "evidence")
"""Sections of the navigation whose pages are listed; the others are for working."""


def build_crawling_routes(supplier: Supplier = dashboards_own) -> list[BaseRoute]:
    """Return the routes.

    Args:
        supplier: Gives the shared catalogue and table.
    """

    def robots(request: Request) -> Response:
        base = base_of(request)
        costly = (place for place in COSTLY if not place.startswith("/chart"))  # link previews ask for those
        lines = ["User-agent: *", *(f"Disallow: {prefix()}{place}" for place in costly), "Allow: /"]
        lines += [f"Sitemap: {base}/sitemap.xml"] if base else []
        return Response("\n".join(lines) + "\n", media_type="text/plain")

    def sitemap(request: Request) -> Response:
        base, supply = base_of(request), supplier()
        if not base:  # a sitemap has whole addresses, and a foreign one would send people elsewhere
            return answers.missing(("/robots.txt",))
        if not supply.usable:
            return answers.unavailable(supply.errors)
        day = (answers.last_modified(supply.catalog) or datetime.now(UTC)).date().isoformat()
        pages = [
            {lang: f"{base}{place}{'&' if '?' in place else '?'}lang={lang}" for lang in LANGUAGES}
            for place in listed(supply.catalog)
        ]
        files = sitemap_files(pages, day, f"{base}/")
        data = files.get(request.url.path.rpartition("/")[2])
        return answers.missing(("/sitemap.xml",)) if data is None else Response(data, media_type="application/xml")

    kept = KeptFiles()

    def collected(request: Request) -> Response:
        supply, base = supplier(), base_of(request)
        if request.method == "OPTIONS":
            return answers.preflight()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        catalog, modified = supply.catalog, answers.last_modified(supply.catalog)
        tag = answers.etag(VERSION, catalog.fingerprint, base, "dcat")
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        body: bytes | Path | None = kept.get(tag)
        if body is None:
            day = (modified or datetime.now(UTC)).date().isoformat()
            made = dcat(catalog, supply.table, places_of(base, catalog), day=day, version=catalog.fingerprint)
            body = kept.put(tag, made) or made
        return answers.answer(
            body, "application/ld+json", tag, modified=modified, name=NAME, outdated=bool(supply.errors)
        )

    return [
        Route(f"/{NAME}", collected, methods=[*_METHODS, "OPTIONS"]),
        Route("/robots.txt", robots, methods=_METHODS), Route("/sitemap.xml", sitemap, methods=_METHODS),
        Route("/sitemap-{number:int}.xml", sitemap, methods=_METHODS),
    ]


def places_of(base: str, catalog: Catalog) -> Places:
    """Return where the dashboard has what a catalogue lists; without its address, seen from the catalogue itself."""
    start, lang = f"{base}/" if base else "", catalog.languages[0]
    asked = f"{start}api/observations"
    return Places(
        home=start or ".", data=f"{start}data?lang={lang}", file=f"{start}{NAME}" if base else "",
        observations={form: f"{asked}.{form}" for form in FORMS},
        indicator=lambda code: (
            f"{start}indicator?{urlencode({'id': code, 'lang': lang})}", f"{asked}.csv?{urlencode({'indicator': code})}"
        ),
        service=(f"{start}api/", f"{start}api/openapi.json"),
    )


def listed(catalog: Catalog) -> Iterator[str]:
    """Give the pages that are for reading: their paths, with what they need."""
    for entry in ENTRIES:
        if not entry.hidden and entry.section in _LISTED:
            yield f"/{entry.path}"
    for sector in catalog.sectors:
        yield f"/{address(sector)}"
    for indicator in catalog.indicators:
        yield f"/indicator?{urlencode({'id': indicator})}"
