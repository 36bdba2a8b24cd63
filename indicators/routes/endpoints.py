"""The addresses: ``/api/observations.csv`` and its sisters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalog import Catalog
from indicators.exports import FORMATS, Extract, TooLargeError, file_name
from indicators.exports.derived import derived_csv, derived_json, derived_rows
from indicators.exports.lists import codes_list, documents_list, indicators_list
from indicators.exports.structure import MIME as STRUCTURE_TYPE
from indicators.exports.structure import NoSdmxError, sdmx_structure
from indicators.routes import answers
from indicators.routes.addresses import base_of
from indicators.routes.kept import KeptFiles
from indicators.routes.openapi import VERSION, describe
from indicators.routes.papers import build_paper_routes
from indicators.routes.slides import ADDRESSES as SLIDE_ADDRESSES
from indicators.routes.slides import build_slide_routes
from indicators.routes.supply import Supplier, dashboards_own, led
from indicators.table.selection import (
    PARAMETERS,
    PLACE,
    REPLY,
    VIEWED,
    Fault,
    Selection,
    kept_positions,
    nearest_code,
    parse_selection,
    select,
    shortened,
)
from indicators.ui.framework.places import beneath, prefix

LANGUAGES: Final = ("zh", "en")
OF_INDICATORS: Final = ("sector", "indicator", "measure_type", "unit_measure")
OF_DOCUMENTS: Final = ("document", "ref_area")
OF_DERIVED: Final = ("indicator", "ref_area", "time_period")
_DERIVED: Final = {"json": ("application/json", derived_json), "csv": ("text/csv; charset=utf-8", derived_csv)}
ADDRESSES: Final = (
    *(f"/api/observations.{form}" for form in FORMATS), "/api/indicators.json",
    "/api/documents.json", "/api/codes.json", "/api/structure.sdmx.json", "/api/derived.json", "/api/derived.csv",
    *SLIDE_ADDRESSES, "/api/openapi.json",
    *(f"/api/files/observations.{form}" for form in FORMATS),
)
_METHODS: Final = ["GET", "HEAD", "OPTIONS"]
_DATED: Final = ("xlsx", "zip")
"""Formats that name the language, the day and the address they were made for: so must their tag."""

Endpoint = Callable[[Request], Response]


def build_routes(supplier: Supplier = dashboards_own) -> list[BaseRoute]:
    """Return the routes of the data URLs.

    Args:
        supplier: Gives the shared catalogue and table; by default those that the pages show.
    """
    service = _Service(supplier)
    return [
        Route("/api/observations.{form}", service.observations, methods=_METHODS),
        Route("/api/files/observations.{form}", service.files, methods=_METHODS),
        Route("/api/indicators.json", service.indicators, methods=_METHODS),
        Route("/api/documents.json", service.documents, methods=_METHODS),
        Route("/api/codes.json", service.codes, methods=_METHODS),
        *(Route(f"/api/derived.{form}", partial(service.derived, form), methods=_METHODS) for form in _DERIVED),
        Route("/api/structure.sdmx.json", service.structure, methods=_METHODS),
        *build_slide_routes(supplier),
        *build_paper_routes(supplier),
        Route("/api/openapi.json", service.openapi, methods=_METHODS),
        Route("/api/{rest:path}", _missing, methods=_METHODS),
        Route("/api", _missing, methods=_METHODS),
    ]


def _missing(request: Request) -> Response:
    return answers.preflight() if request.method == "OPTIONS" else answers.missing(ADDRESSES)


class _Service:
    """The endpoints. They are plain functions, which Starlette runs in threads of their own."""

    def __init__(self, supplier: Supplier) -> None:
        self._supplier = supplier
        self._files = KeptFiles()

    def observations(self, request: Request) -> Response:
        """Answer with the selected observations in the format that the address names."""
        return self._observations(request)

    def files(self, request: Request) -> Response:
        """Answer with the same as a file for people: the day in its name, safe to open in Excel."""
        return self._observations(request, for_people=True)

    def _observations(self, request: Request, *, for_people: bool = False) -> Response:
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        if not supply.usable:
            return answers.unavailable(supply.errors)
        catalog, faults = led(
            supply.catalog, *(request.query_params.getlist(name) for name in VIEWED)
        )
        form = str(request.path_params["form"])
        selection, lang, more = _parsed(request, catalog, PARAMETERS, VIEWED)
        faults += more
        if form not in FORMATS:
            short = shortened(form)
            faults = [
                Fault("unknown-code", "format", short, tuple(FORMATS),
                      nearest_code(short, tuple(FORMATS))),
                *faults,
            ]
        if faults:
            return answers.refusal(faults)
        today = date.today()
        address = _address(request, selection, lang, catalog)
        tag = answers.etag(
            VERSION, catalog.fingerprint, ",".join(supply.table.columns), form, selection.query,
            *((lang, str(today), address) if form in _DATED else ()),
            *(("for people", str(today)) if for_people else ()),
        )
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        entry = FORMATS[form]
        rows = select(supply.table, selection, kept_positions(supply.table))
        extract = Extract(catalog, rows, selection, lang, today, address)
        made: bytes | Path | None = self._files.get(tag)
        if made is None:
            try:
                body = (entry.make_for_people if for_people else entry.make)(extract)
            except TooLargeError as error:
                others = [name for name in FORMATS if name not in _DATED]
                return answers.too_large(error.rows, error.most, others)
            made = self._files.put(tag, body) or body
        return answers.answer(
            made, entry.media_type, tag, modified=answers.last_modified(catalog),
            name=file_name(extract, entry.extension, dated=for_people),
            download=for_people or form != "json", outdated=bool(supply.errors),
        )

    def indicators(self, request: Request) -> Response:
        """Answer with the definitions of the indicators."""

        def make(catalog: Catalog, chosen: Selection) -> bytes:
            keys = [
                key for key, entry in catalog.indicators.items()
                if _fits(chosen, sector=catalog.sector_of[key], indicator=key,
                         measure_type=str(entry.measure_type), unit_measure=entry.unit)
            ]
            return indicators_list(catalog, set(keys))

        return self._list(request, "indicators", OF_INDICATORS, make)

    def documents(self, request: Request) -> Response:
        """Answer with the source documents."""

        def make(catalog: Catalog, chosen: Selection) -> bytes:
            keys = [
                key for key, entry in catalog.documents.items()
                if _fits(chosen, document=key, ref_area=entry.document.ref_area)
            ]
            return documents_list(catalog, set(keys))

        return self._list(request, "documents", OF_DOCUMENTS, make)

    def codes(self, request: Request) -> Response:
        """Answer with the names of the codes, in both languages."""
        return self._list(request, "codes", (), lambda catalog, chosen: codes_list(catalog))

    def derived(self, form: str, request: Request) -> Response:
        """Answer with what the declared measures come to, the codes of their inputs with each."""
        media, written = _DERIVED[form]

        def make(catalog: Catalog, chosen: Selection) -> bytes:
            asked = {name: chosen[name] for name in OF_DERIVED}
            return written(derived_rows(
                catalog, indicators=asked["indicator"], places=asked["ref_area"], periods=asked["time_period"],
            ))

        return self._list(request, f"derived.{form}", OF_DERIVED, make, media=media)

    def structure(self, request: Request) -> Response:
        """Answer with the structure that the SDMX-CSV names, where the library for it is installed."""
        rows = self._supplier().table.head(0)

        def make(catalog: Catalog, chosen: Selection) -> bytes:
            return sdmx_structure(Extract(catalog, rows, chosen, "zh", date.today()))

        try:
            return self._list(request, "structure.sdmx.json", (), make, media=STRUCTURE_TYPE)
        except NoSdmxError:
            return answers.no_sdmx()

    def openapi(self, request: Request) -> Response:
        """Answer with the description of the addresses; it needs no sound data."""
        if request.method == "OPTIONS":
            return answers.preflight()
        catalog = self._supplier().catalog
        body = (json.dumps(describe(catalog), ensure_ascii=False, indent=1) + "\n").encode()
        tag = answers.etag(body.decode())
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        return answers.answer(
            body, "application/json", tag, modified=None, name="openapi.json"
        )

    def _list(
        self, request: Request, name: str, parameters: Iterable[str],
        make: Callable[[Catalog, Selection], bytes], *, media: str = "application/json",
    ) -> Response:
        if request.method == "OPTIONS":
            return answers.preflight()
        supply = self._supplier()
        catalog = supply.catalog
        if not supply.usable:
            return answers.unavailable(supply.errors)
        chosen, _, faults = _parsed(request, catalog, tuple(parameters))
        if faults:
            return answers.refusal(faults)
        tag = answers.etag(catalog.fingerprint, name, chosen.query)
        if answers.is_fresh(request, tag):
            return answers.unchanged(tag)
        return answers.answer(
            make(catalog, chosen), media, tag,
            modified=answers.last_modified(catalog), name=name if "." in name else f"{name}.json",
            outdated=bool(supply.errors),
        )


def _fits(chosen: Selection, **values: str) -> bool:
    return all(values[name] in codes for name, codes in chosen.chosen)


def _parsed(
    request: Request, catalog: Catalog, parameters: tuple[str, ...], others: tuple[str, ...] = ()
) -> tuple[Selection, str, list[Fault]]:
    """Return selection and language of a request, and what is wrong with it.

    Args:
        request: The request.
        catalog: The catalogue that says which codes there are.
        parameters: The columns that it may select by.
        others: Parameters that are read elsewhere.
    """
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in others]
    asked = [value for name, value in pairs if name == "lang"]
    faults = [
        Fault("unknown-code", "lang", shortened(value), LANGUAGES)
        for value in asked if value not in LANGUAGES
    ][:1]
    if len(asked) > 1 and not faults:
        faults.append(Fault("repeated", "lang", "", LANGUAGES))
    allowed = (*parameters, "lang", *others)
    foreign = dict.fromkeys(name for name, _ in pairs if name in PARAMETERS and name not in parameters)
    faults += [
        Fault("unknown-parameter", name, "", allowed, nearest_code(name, allowed)) for name in foreign
    ]
    selection, more = parse_selection(
        [(name, value) for name, value in pairs if name != "lang" and name not in foreign], catalog
    )
    faults += [
        Fault(fault.code, fault.parameter, "", allowed, fault.nearest)
        if fault.code == "unknown-parameter" else fault
        for fault in more
    ]
    return selection, asked[0] if asked and not faults else "zh", faults


def _address(request: Request, selection: Selection, lang: str, catalog: Catalog) -> str:
    """Return the address asked for in canonical form; nothing if the host is nobody we know."""
    base = base_of(request)
    if not base:
        return ""
    more = ([("lang", lang)] if lang != "zh" else [])
    more += [(name, code) for name, code in ((REPLY, catalog.lead), (PLACE, catalog.place)) if code]
    query = urlencode([*selection.pairs, *more])
    path = beneath(request.url.path, prefix()).replace("/api/files/", "/api/", 1)
    return f"{base}{path}" + (f"?{query}" if query else "")
