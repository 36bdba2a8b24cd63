"""The lists beside the observations: indicators, documents and the names of codes as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from indicators.catalog import Catalog
from indicators.catalog.today import today
from indicators.language.code_names import NAMES, code_name
from indicators.table.selection import PARAMETERS, allowed_codes


def indicators_list(catalog: Catalog, only: Collection[str] | None = None) -> bytes:
    """Return the indicators' definitions as a JSON array, in the catalogue's order.

    Args:
        catalog: The catalogue.
        only: Ids to include; default: all.
    """
    return _array([
        {
            "indicator": key,
            "sector": catalog.sector_of[key],
            **entry.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True),
        }
        for key, entry in catalog.indicators.items()
        if only is None or key in only
    ])


def documents_list(catalog: Catalog, only: Collection[str] | None = None) -> bytes:
    """Return the documents' entries, without their claims, as a JSON array.

    Args:
        catalog: The catalogue.
        only: Ids to include; default: all.
    """
    return _array([
        {
            "document": key,
            **entry.document.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True),
            "document_access": str(entry.document.release_on(today())),
            "claims": len(entry.claims),
        }
        for key, entry in catalog.documents.items()
        if only is None or key in only
    ])


def codes_list(catalog: Catalog) -> bytes:
    """Return what the codes of the table mean, as a JSON object: of each column its codes, with their names.

    A breakdown's code may be made of several, ``operator=china_telecom;tech=5g``: each of its parts is listed.
    """
    listed: dict[str, Iterable[str]] = {
        **{column: allowed_codes(column, catalog) for column in PARAMETERS if column != "time_period"}, **NAMES,
    }
    named = {
        column: [{"code": code, **{lang: code_name(catalog, column, code, lang) for lang in ("zh", "en")}} for code in codes]
        for column, codes in listed.items()
    }
    return (json.dumps(named, ensure_ascii=False, indent=1) + "\n").encode()


def _array(entries: list[dict[str, Any]]) -> bytes:
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()
