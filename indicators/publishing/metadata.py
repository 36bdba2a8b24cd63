"""What machines read of a site: schema.org, link previews, sitemap, feed, data package.

All of it says what the pages say, of one edition; what needs the site's own address is left out without it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from markupsafe import Markup

from indicators.edition.changes import from_json
from indicators.exports.dictionary import about, heading
from indicators.exports.extract import with_sources
from indicators.exports.licence import licence_of
from indicators.figures.periods import parse_period
from indicators.language.citation import PUBLISHER
from indicators.publishing import addresses
from indicators.publishing.blocks import LANGUAGES, Page
from indicators.publishing.board import Board
from indicators.publishing.dcat import NAME as CATALOG
from indicators.publishing.pieces import aside, breakdown_name
from indicators.publishing.words import said
from indicators.publishing.writing import description_of, plain, tongue
from indicators.table.changes import Change
from indicators.table.rows import COLUMNS

MOST_URLS: Final = 50_000
"""Addresses that one sitemap may list."""
MOST_ENTRIES: Final = 200
_ATOM: Final = "http://www.w3.org/2005/Atom"
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_TYPES: Final = {
    "csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
}
LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}


def feed_path(lang: str) -> str:
    """Return where a language's feed is."""
    return f"{lang}/feed.xml"


def preview_path(page: Page) -> str:
    """Return where a page's picture for link previews is."""
    return f"previews/{page.lang}/{page.picture}.png"


class Heads:
    """Writes what stands in the head of each page for machines.

    Args:
        board: What the site is made from.
        address: The site's own address; may be empty.
        previews: The pictures for link previews that there are.
    """

    def __init__(self, board: Board, address: str, previews: frozenset[str]) -> None:
        self._board = board
        self._address = address
        self._previews = previews

    def of(self, page: Page, path: str) -> Markup:
        """Return the head of a page that lies at a path."""
        lines = [*self._links(page, path), *self._preview(page)]
        data = self._data(page, path)
        if data is not None:
            lines.append(Markup('<script type="application/ld+json">{}</script>').format(_in_script(data)))
        return Markup("\n").join(lines)

    def _links(self, page: Page, path: str) -> list[Markup]:
        feed = addresses.relative(path, feed_path(page.lang))
        if path == "404.html":
            return []
        lines = [Markup('<link rel="alternate" type="application/atom+xml" href="{}" title="{}">').format(
            feed, said("edition", page.lang)
        )]
        if page.about == "dataset":
            lines.append(Markup('<link rel="alternate" type="application/ld+json" href="{}" title="DCAT-AP">').format(
                addresses.relative(path, CATALOG)
            ))
        if self._address:
            lines.append(Markup('<link rel="canonical" href="{}">').format(self._address + page.path))
            lines += [
                Markup('<link rel="alternate" hreflang="{}" href="{}">').format(
                    tongue(lang), f"{self._address}{lang}/{page.place}"
                )
                for lang in LANGUAGES
            ]
        return lines

    def _preview(self, page: Page) -> list[Markup]:
        facts = {
            "og:type": "website", "og:site_name": said("app", page.lang), "og:title": plain(page.title),
            "og:description": plain(description_of(page)), "og:locale": LOCALES[page.lang],
        }
        if self._address:
            facts["og:url"] = self._address + page.path
            if page.picture and (picture := preview_path(page)) in self._previews:
                facts["og:image"] = self._address + picture
                facts["og:image:width"], facts["og:image:height"] = "1200", "675"
                facts["og:image:alt"] = plain(page.title)
        lines = [Markup('<meta property="{}" content="{}">').format(*fact) for fact in facts.items()]
        card = "summary_large_image" if "og:image" in facts else "summary"
        return [*lines, Markup('<meta name="twitter:card" content="{}">').format(card)]

    def _data(self, page: Page, path: str) -> dict[str, Any] | None:
        if page.about == "dataset":
            return dataset(self._board, page.lang, lambda target: self._url(path, target))
        if page.about == "indicator" and page.key in self._board.standing:
            return _indicator(self._board, page, lambda target: self._url(path, target))
        return None

    def _url(self, path: str, target: str) -> str:
        return self._address + target if self._address else addresses.relative(path, target)


def _in_script(value: Any) -> Markup:
    """Return data as JSON that a script element can hold: nothing in it ends the element."""
    text = json.dumps(_plain_texts(value), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _plain_texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain_texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain_texts(one) for one in value]
    return plain(value)


def dataset(board: Board, lang: str, url: Callable[[str], str]) -> dict[str, Any]:
    """Return an edition as schema.org's ``Dataset``.

    Args:
        board: The edition's catalogue.
        lang: ``zh`` or ``en``.
        url: From a path of the site to its address.
    """
    manifest, catalog = board.edition.manifest, board.catalog
    licence = licence_of(catalog.folder)
    spans = [parse_period(str(period)) for period in board.table["time_period"].unique()]
    forms = [
        ("observations.csv", "csv"), ("observations.json", "json"), ("observations.parquet", "parquet"),
        ("observations.xlsx", "xlsx"), ("observations.zip", "zip"),
    ]
    return {
        "@context": "https://schema.org", "@type": "Dataset",
        "name": said("app", lang), "description": said("site_lead", lang) + " " + said("edition_lead", lang),
        "url": url(f"{lang}/data.html"), "inLanguage": [tongue(one) for one in LANGUAGES],
        "version": manifest.fingerprint[:12], "identifier": f"urn:uuid:{_uuid(manifest.fingerprint)}",
        "datePublished": manifest.date, "dateModified": manifest.date, "isAccessibleForFree": True,
        **({"license": licence_address(licence)} if licence else {}),
        "creator": {"@type": "Organization", "name": PUBLISHER[lang == "en"]},
        **({"temporalCoverage": f"{min(span.start for span in spans)}/{max(span.end for span in spans)}"} if spans else {}),
        "spatialCoverage": [
            {"@type": "Place", "name": catalog.areas[code].name.in_language(lang), "identifier": code}
            for code in map(str, board.table["ref_area"].unique())
        ][:100],
        "keywords": [sector.name.in_language(lang) for sector in catalog.sectors.values()],
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": _TYPES[form],
             "contentUrl": url(f"{addresses.DATA}/{name}")}
            for name, form in forms
        ],
    }


def _indicator(board: Board, page: Page, url: Callable[[str], str]) -> dict[str, Any]:
    """Return an indicator's figures as a part of the dataset."""
    catalog, lang = board.catalog, page.lang
    entry = catalog.indicators[page.key]
    rows = board.rows_of("indicator", page.key)
    spans = [parse_period(str(period)) for period in rows["time_period"].unique()]
    definition = entry.definition.in_language(lang)
    licence = licence_of(catalog.folder)
    return {
        "@context": "https://schema.org", "@type": "Dataset", "name": page.title,
        "description": definition if len(definition) >= 50 else f"{definition} {said('site_lead', lang)}",
        "url": url(page.path), "inLanguage": tongue(lang), "dateModified": board.edition.manifest.date,
        "isAccessibleForFree": True, **({"license": licence_address(licence)} if licence else {}),
        "creator": {"@type": "Organization", "name": PUBLISHER[lang == "en"]},
        "temporalCoverage": f"{min(span.start for span in spans)}/{max(span.end for span in spans)}",
        "variableMeasured": {
            "@type": "PropertyValue", "name": page.title,
            "unitText": catalog.units[entry.unit].name.in_language(lang),
        },
        "isPartOf": {"@type": "Dataset", "name": said("app", lang), "url": url(f"{lang}/data.html")},
        "isBasedOn": [
            catalog.documents[str(name)].document.title.in_language(lang) for name in rows["document"].unique()
        ][:20],
        "distribution": [{
            "@type": "DataDownload", "encodingFormat": "text/csv",
            "contentUrl": url(f"{addresses.DATA}/indicator/{page.key}.csv"),
        }],
    }


def licence_address(licence: str) -> str:
    """Return where a licence is read, by its SPDX identifier."""
    return f"https://spdx.org/licenses/{licence}.html"


def _uuid(text: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"urn:sha256:{text}"))


def _xml(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def robots(address: str) -> bytes:
    """Return what is said to crawlers: everything may be read, and where it is listed."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    return ("\n".join(lines) + "\n").encode()


def sitemaps(pages: Sequence[str], day: str, address: str) -> dict[str, bytes]:
    """Return the sitemap of a site: its files, as `sitemap_files` has them.

    Args:
        pages: The pages' places, without the language.
        day: The edition's day.
        address: The site's own address.
    """
    return sitemap_files([{lang: f"{address}{lang}/{place}" for lang in LANGUAGES} for place in pages], day, address, MOST_URLS)


def sitemap_files(pages: Sequence[Mapping[str, str]], day: str, address: str, most: int = MOST_URLS) -> dict[str, bytes]:
    """Return a sitemap, in several files under one where there are very many pages.

    Args:
        pages: Each page's addresses, by language.
        day: When they were changed, ``2026-11-29``.
        address: Where the files will be, with a slash at the end.
        most: Addresses that one file may list.
    """
    every = [(where, page) for page in pages for where in page.values()]
    parts = [every[start : start + most] for start in range(0, len(every), most)] or [[]]
    files = [_sitemap(part, day) for part in parts]
    if len(files) == 1:
        return {"sitemap.xml": files[0]}
    root = etree.Element(f"{{{_SITEMAP}}}sitemapindex", nsmap={None: _SITEMAP})
    found = {}
    for number, data in enumerate(files, 1):
        found[f"sitemap-{number}.xml"] = data
        entry = etree.SubElement(root, f"{{{_SITEMAP}}}sitemap")
        etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = f"{address}sitemap-{number}.xml"
    return {"sitemap.xml": _xml(root), **found}


def _sitemap(part: Iterable[tuple[str, Mapping[str, str]]], day: str) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP, "xhtml": _XHTML})
    for where, page in part:
        entry = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = where
        etree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = day
        for other, there in page.items():
            etree.SubElement(entry, f"{{{_XHTML}}}link", {"rel": "alternate", "hreflang": tongue(other), "href": there})
    return _xml(root)


def feed(board: Board, lang: str, address: str) -> bytes:
    """Return the editions and the corrections of the newest one, as Atom.

    Args:
        board: The edition's catalogue.
        lang: ``zh`` or ``en``.
        address: The site's own address; without it, links are relative.
    """
    manifest = board.edition.manifest
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", tongue(lang))
    first = manifest.earlier[0].fingerprint if manifest.earlier else manifest.fingerprint
    data = f"{address}{lang}/data.html" if address else "data.html"
    _fill(root, said("app", lang), _uuid(f"{first}{lang} feed"), manifest.date, data)
    if address:
        etree.SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "href": address + feed_path(lang)})
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    etree.SubElement(author, f"{{{_ATOM}}}name").text = PUBLISHER[lang == "en"]
    _edition_entry(root, manifest.fingerprint, manifest.date, manifest.counts, data, lang)
    changed = from_json(json.loads((board.edition.folder / "changes.json").read_bytes())).changed
    for change in changed[:MOST_ENTRIES]:
        _correction(root, board, change, address, lang)
    for past in reversed(manifest.earlier):
        _edition_entry(root, past.fingerprint, past.date, past.counts, data, lang)
    return _xml(root)


def _fill(element: etree._Element, title: str, uuid: str, day: str, link: str) -> None:
    etree.SubElement(element, f"{{{_ATOM}}}id").text = f"urn:uuid:{uuid}"
    etree.SubElement(element, f"{{{_ATOM}}}title").text = str(plain(title))
    etree.SubElement(element, f"{{{_ATOM}}}updated").text = f"{day}T00:00:00Z"
    etree.SubElement(element, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": link})


def _edition_entry(
    root: etree._Element, fingerprint: str, day: str, counts: Mapping[str, int], link: str, lang: str
) -> None:
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _fill(entry, said("edition_of", lang).format(date=day, code=fingerprint[:12]), _uuid(fingerprint + lang), day, link)
    told = said("dot", lang).join(
        f"{said(key, lang)} {counts.get(name, 0)}"
        for key, name in (("changed_figures", "changed"), ("new_figures", "new"), ("gone_figures", "gone"))
    )
    etree.SubElement(entry, f"{{{_ATOM}}}summary").text = f"{told}\nSHA-256 {fingerprint}"


def _correction(root: etree._Element, board: Board, change: Change, address: str, lang: str) -> None:
    """Add a figure that says another thing than in the edition before."""
    old, new = change.old, change.new
    if old is None or new is None or new.indicator not in board.catalog.indicators:
        return
    name = board.catalog.indicators[new.indicator].name.in_language(lang)
    part = breakdown_name(board, new.breakdown, lang)
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    place = f"{lang}/{addresses.indicator(new.indicator)}" if address else addresses.indicator(new.indicator)
    fingerprint = board.edition.manifest.fingerprint
    _fill(
        entry, f"{name}{aside(part, lang)}: {old.figure} → {new.figure}", _uuid(fingerprint + new.code + lang),
        board.edition.manifest.date, address + place,
    )
    title = board.catalog.documents[new.document].document.title.in_language(lang)
    etree.SubElement(entry, f"{{{_ATOM}}}summary").text = str(plain(
        f"{title}\n{old.time_period} → {new.time_period}\n{old.code} → {new.code}"
    ))


_FIELD_TYPES: Final = {"float64": "number", "int64": "integer", "bool": "boolean"}


def data_package(board: Board) -> bytes:
    """Return the edition's observations as a Frictionless Data Package, with the meaning of each column."""
    manifest, catalog = board.edition.manifest, board.catalog
    licence = licence_of(catalog.folder)
    lang = catalog.languages[0]
    types = {name: _FIELD_TYPES.get(dtype, "string") for name, (dtype, _) in COLUMNS.items()}
    columns = [str(name) for name in with_sources(catalog, board.table.head(0)).columns]
    fields = [
        {"name": name, "type": kind, "title": heading(name, lang), "description": about(name, lang)}
        for name in columns
        for kind in [types.get(name, "boolean" if name == "stands" else "string")]
    ]
    value = {
        "name": "digital-economy-indicators", "title": said("app", lang), "description": said("site_lead", lang),
        "id": _uuid(manifest.fingerprint), "version": manifest.fingerprint[:12], "created": f"{manifest.date}T00:00:00Z",
        **({"licenses": [{"name": licence, "path": licence_address(licence)}]} if licence else {}),
        "resources": [{
            "name": "observations", "path": f"{addresses.DATA}/observations.csv", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "profile": "tabular-data-resource",
            "schema": {"fields": fields, "missingValues": [""]},
        }],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
