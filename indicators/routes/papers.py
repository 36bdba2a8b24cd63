"""What is read on paper, by address: ``/api/brief.html``, ``/api/brief.svg`` and ``/api/report.docx``."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.pictures.brief import brief
from indicators.routes import answers
from indicators.routes.openapi import OF_PAPERS, VERSION
from indicators.routes.slides import METHODS, SAFE, SVG, lang_of, values_of
from indicators.routes.supply import Supplier, Supply, led
from indicators.table.selection import PLACE, REPLY, Fault, nearest_code, shortened

ADDRESSES: Final = ("/api/brief.html", "/api/brief.svg", "/api/report.docx")


def build_paper_routes(supplier: Supplier) -> list[BaseRoute]:
    """Return the routes of the one-page brief and of the Word file.

    Args:
        supplier: Gives the shared catalogue and table.
    """
    return [Route(address, _Service(supplier, address).answer, methods=METHODS) for address in ADDRESSES]


class _Service:
    """One of the endpoints: a plain function, which Starlette runs in a thread of its own."""

    def __init__(self, supplier: Supplier, address: str) -> None:
        self._supplier = supplier
        self._address = address

    def answer(self, request: Request) -> Response:
        """Answer with a page, or a Word file."""
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        values, faults = values_of(request, OF_PAPERS)
        catalog, more = led(supply.catalog, values.get(REPLY, ()), values.get(PLACE, ()))
        faults += more
        sectors = tuple(dict.fromkeys(values.get("sector", ())))
        faults += [_unknown(sector, catalog) for sector in sectors if sector not in catalog.definitions]
        if len(sectors) > 1 and not self._is_report:
            faults.append(Fault("repeated", "sector", "", ()))
        if faults:
            return answers.refusal(faults[:20])
        lang = lang_of(values)
        tag = answers.etag(VERSION, catalog.fingerprint, self._address, lang, *sectors)
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        return self._made(supply, catalog, sectors, lang, tag)

    @property
    def _is_report(self) -> bool:
        return self._address.endswith(".docx")

    def _made(self, supply: Supply, catalog: Catalog, sectors: tuple[str, ...], lang: str, tag: str) -> Response:
        nothing = answers.refusal([Fault("no-figures", "sector", shortened(", ".join(sectors)), ())])
        modified, outdated = answers.last_modified(catalog), bool(supply.errors)
        if self._is_report:
            # python-docx is loaded for whoever asks for Word alone.
            from indicators.decks.word import MIME, report_name, write_report

            data = write_report(catalog, supply.table, lang, sectors)
            return nothing if data is None else answers.answer(
                data, MIME, tag, modified=modified, name=report_name(catalog, sectors, lang), download=True,
                outdated=outdated,
            )
        page = brief(catalog, supply.table, lang, *sectors)
        if page is None:
            return nothing
        drawn = self._address.endswith(".svg")
        answer = answers.answer(
            (page.svg if drawn else page.html).encode(), SVG if drawn else "text/html; charset=utf-8", tag,
            modified=modified, name=f"{page.stem}.{'svg' if drawn else 'html'}", outdated=outdated,
        )
        answer.headers["Content-Security-Policy"] = SAFE
        return answer


def _unknown(sector: str, catalog: Catalog) -> Fault:
    known, short = tuple(catalog.definitions), shortened(sector)
    return Fault("unknown-code", "sector", short, known, nearest_code(short, known))
