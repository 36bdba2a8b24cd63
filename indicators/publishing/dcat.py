"""The data as a catalogue that data portals harvest: DCAT 3 with the properties that DCAT-AP asks for, as JSON-LD.

The context stands in the file itself, so that nobody has to fetch one. Without an address of the site's own,
all its links lead on from the file's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from indicators.catalog import Catalog
from indicators.exports.licence import licence_of
from indicators.figures.periods import parse_period
from indicators.language.citation import PUBLISHER
from indicators.publishing.blocks import LANGUAGES
from indicators.publishing.words import said
from indicators.publishing.writing import plain
from indicators.table.selection import kept_positions

NAME: Final = "catalog.jsonld"
MOST_PLACES: Final = 100
_EU: Final = "http://publications.europa.eu/resource/authority/"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_LANGUAGES: Final = [f"{_EU}language/ZHO", f"{_EU}language/ENG"]
_NAMED_THEMES: Final = {
    f"{_EU}data-theme/ECON": {"zh": "经济与金融", "en": "Economy and finance"},
    f"{_EU}data-theme/TECH": {"zh": "科学与技术", "en": "Science and technology"},
}
_THEMES: Final = list(_NAMED_THEMES)
_SCHEME: Final = f"{_EU}data-theme"
_SELDOM: Final = f"{_EU}frequency/IRREG"
FORMS: Final = {
    "csv": ("text/csv", "CSV"), "json": ("application/json", "JSON"),
    "parquet": ("application/vnd.apache.parquet", "PARQUET"), "zip": ("application/zip", "ZIP"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
}
"""Of each ending its media type, and its code in the EU's list of file types."""
CONTEXT: Final[dict[str, Any]] = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@id": f"{of}:{name}", "@container": "@language"} for name, of in (
        ("title", "dct"), ("description", "dct"), ("keyword", "dcat"), ("prefLabel", "skos"), ("name", "foaf"),
    )},
    **{name: {"@id": f"{of}:{name}", "@type": "@id"} for name, of in (
        ("publisher", "dct"), ("language", "dct"), ("license", "dct"), ("spatial", "dct"), ("isPartOf", "dct"),
        ("format", "dct"), ("accrualPeriodicity", "dct"), ("theme", "dcat"), ("themeTaxonomy", "dcat"), ("dataset", "dcat"),
        ("service", "dcat"), ("distribution", "dcat"), ("landingPage", "dcat"), ("accessURL", "dcat"),
        ("downloadURL", "dcat"), ("mediaType", "dcat"), ("endpointURL", "dcat"), ("endpointDescription", "dcat"),
        ("servesDataset", "dcat"), ("homepage", "foaf"),
    )},
    **{name: {"@id": f"{of}:{name}", "@type": "xsd:date"} for name, of in (
        ("issued", "dct"), ("modified", "dct"), ("startDate", "dcat"), ("endDate", "dcat"),
    )},
    "identifier": "dct:identifier", "version": "dcat:version", "temporal": "dct:temporal",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of a site, or of the dashboard, is.

    Attributes:
        home: The page that it begins with.
        data: The page about the data.
        file: The catalogue itself.
        observations: Of each ending in `FORMS` the file with all observations.
        indicator: Of an indicator its page, by language, and its file.
        service: Where the data is asked for, and the description of that; none for a static site.
    """

    home: str
    data: str
    file: str
    observations: dict[str, str]
    indicator: Callable[[str], tuple[str, str]]
    service: tuple[str, str] | None = None


def dcat(catalog: Catalog, table: pd.DataFrame, places: Places, *, day: str, version: str) -> bytes:
    """Return the catalogue: the whole as one dataset, and each indicator that has figures as a part of it.

    Args:
        catalog: The catalogue.
        table: Its observations.
        places: Where everything is.
        day: When it was changed, ``2026-11-29``.
        version: The fingerprint that it is cited by.
    """
    known = kept_positions(table).of("indicator")
    whole = f"{places.file}#data"
    shared = _Shared(catalog, day, places.file)
    parts = [
        _indicator(shared, code, table.take([int(at) for at in rows]), places, whole)
        for code in catalog.indicators if len(rows := known.get(code, ()))
    ]
    service: dict[str, Any] = {}
    if places.service is not None:
        where, told = places.service
        service = {"service": [{
            "@id": f"{places.file}#service", "@type": "dcat:DataService", "title": _said("data_urls"),
            "endpointURL": where, "endpointDescription": told, "servesDataset": whole, "publisher": shared.publisher["@id"],
        }]}
    value = {
        "@context": CONTEXT, "@id": f"{places.file}#catalog", "@type": "dcat:Catalog", "title": _said("app"),
        "description": _said("site_lead"), "publisher": shared.publisher,
        "language": [{"@id": one, "@type": "dct:LinguisticSystem"} for one in _LANGUAGES],
        "issued": day, "modified": day, **shared.licence, "homepage": {"@id": places.home, "@type": "foaf:Document"},
        "themeTaxonomy": {"@id": _SCHEME, "@type": "skos:ConceptScheme", "title": {"en": "Data theme"}},
        "dataset": [
            {
                **shared.dataset(whole, _said("app"), _both(lambda lang: " ".join(
                    (said("site_lead", lang), said("edition_lead", lang))
                )), table), "version": version[:12], "identifier": version, "landingPage": _document(places.data),
                "accrualPeriodicity": {"@id": _SELDOM, "@type": "dct:Frequency"},
                "theme": [
                    {"@id": one, "@type": "skos:Concept", "prefLabel": named, "skos:inScheme": {"@id": _SCHEME}}
                    for one, named in _NAMED_THEMES.items()
                ],
                "keyword": {lang: [str(plain(one.name.in_language(lang))) for one in catalog.sectors.values()]
                            for lang in LANGUAGES},
                "distribution": [shared.distribution(form, where, places.data) for form, where in places.observations.items()],
            },
            *parts,
        ],
        **service,
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


class _Shared:
    """What all datasets of a catalogue have in common."""

    def __init__(self, catalog: Catalog, day: str, file: str) -> None:
        licence = licence_of(catalog.folder)
        self.catalog = catalog
        self.day = day
        self.licence = {"license": {
            "@id": f"https://spdx.org/licenses/{licence}.html", "@type": "dct:LicenseDocument",
        }} if licence else {}
        self.publisher: dict[str, Any] = {
            "@id": f"{file}#publisher", "@type": "foaf:Agent", "name": _both(lambda lang: PUBLISHER[lang == "en"]),
        }

    def dataset(self, key: str, title: Any, about: Any, rows: pd.DataFrame) -> dict[str, Any]:
        """Return a dataset without what it is distributed as."""
        spans = [parse_period(str(period)) for period in rows["time_period"].unique()]
        areas = [code for code in map(str, rows["ref_area"].unique()) if code in self.catalog.areas]
        return {
            "@id": key, "@type": "dcat:Dataset", "title": title, "description": about, "publisher": self.publisher["@id"],
            "issued": self.day, "modified": self.day, "language": _LANGUAGES, "theme": _THEMES,
            "accrualPeriodicity": _SELDOM,
            **({"temporal": {
                "@type": "dct:PeriodOfTime", "startDate": min(span.start for span in spans).isoformat(),
                "endDate": max(span.end for span in spans).isoformat(),
            }} if spans else {}),
            "spatial": [
                {"@type": "dct:Location", "identifier": code,
                 "prefLabel": _both(self.catalog.areas[code].name.in_language)} for code in areas[:MOST_PLACES]
            ],
        }

    def distribution(self, form: str, where: str, page: str) -> dict[str, Any]:
        """Return a file as what a dataset is distributed as."""
        media, code = FORMS[form]
        return {
            "@type": "dcat:Distribution", "title": {lang: form.upper() for lang in LANGUAGES}, "accessURL": page,
            "downloadURL": where, "mediaType": {"@id": _MEDIA + media, "@type": "dct:MediaType"},
            "format": {"@id": f"{_EU}file-type/{code}", "@type": "dct:MediaTypeOrExtent"},
            "language": _LANGUAGES, "modified": self.day, **self.licence,
        }


def _indicator(shared: _Shared, code: str, rows: pd.DataFrame, places: Places, whole: str) -> dict[str, Any]:
    entry = shared.catalog.indicators[code]
    page, file = places.indicator(code)
    sector = shared.catalog.sectors[shared.catalog.sector_of[code]]
    return {
        **shared.dataset(f"{places.file}#{code}", _both(entry.name.in_language), _both(entry.definition.in_language), rows),
        "identifier": code, "isPartOf": whole, "keyword": _both(sector.name.in_language), "landingPage": _document(page),
        "distribution": [shared.distribution("csv", file, page)],
    }


def _document(page: str) -> dict[str, str]:
    return {"@id": page, "@type": "foaf:Document"}


def _said(key: str) -> dict[str, str]:
    return _both(lambda lang: said(key, lang))


def _both(told: Callable[[str], str]) -> dict[str, str]:
    """Return a text in each language, as JSON-LD says it."""
    return {lang: str(plain(told(lang))) for lang in LANGUAGES}
