"""What is said to those who search the web: ``/robots.txt`` and ``/sitemap.xml`` of the live pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.publishing.metadata import sitemap_files
from indicators.routes import answers
from indicators.routes.addresses import base_of
from indicators.routes.guarding import COSTLY
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

    return [
        Route("/robots.txt", robots, methods=_METHODS), Route("/sitemap.xml", sitemap, methods=_METHODS),
        Route("/sitemap-{number:int}.xml", sitemap, methods=_METHODS),
    ]


def listed(catalog: Catalog) -> Iterator[str]:
    """Give the pages that are for reading: their paths, with what they need."""
    for entry in ENTRIES:
        if not entry.hidden and entry.section in _LISTED:
            yield f"/{entry.path}"
    for sector in catalog.sectors:
        yield f"/{address(sector)}"
    for indicator in catalog.indicators:
        yield f"/indicator?{urlencode({'id': indicator})}"
