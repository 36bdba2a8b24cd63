"""Whose figure it is, said beside every figure that isn't the leading document's own.

The dashboard speaks with the leading document's voice: what another document says, an earlier reply
among them, may stand there only with that document's name. This is the one place that makes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.places import area_name
from indicators.language.marks import marked
from indicators.language.text import number_text, row_period
from indicators.table.codes import Verdict
from indicators.table.rows import as_row

ROLES: Final = {
    "leading": ("主文件", "main document"),
    "previous": ("以往的主文件", "earlier main document"),
    "later": ("较新的主文件", "later main document"),
    "context": ("背景文件", "context"),
}
"""What a document is to the one that leads, by `Catalog.role_of`, in Chinese and English."""


def role_name(role: str, lang: str) -> str:
    """Return a role in words: the main document, an earlier or later main one, or context."""
    return ROLES[role][lang == "en"]


def short_document(catalog: Catalog, document: str, lang: str) -> str:
    """Return the shortest name that tells a document: how it is cited, or producer and year."""
    entry = catalog.documents.get(document)
    if entry is None:
        return document
    found = entry.document
    if found.cited_as is not None:
        return found.cited_as.in_language(lang)
    producer, year = found.producer.in_language(lang), found.date.start.year
    return f"{producer} ({year})" if lang == "en" else f"{producer}（{year}年）"


def attribution(catalog: Catalog, row: Mapping[Any, Any], lang: str) -> str:
    """Return whose a figure is (据…), and of which place; nothing for the leading document's own."""
    said = place_named(catalog, row, lang), by_whom(catalog, row, lang)
    return (", " if lang == "en" else "，").join(text for text in said if text)


def by_whom(catalog: Catalog, row: Mapping[Any, Any], lang: str) -> str:
    """Return whose a figure is, where a sentence names its place already."""
    document = str(row["document"])
    if catalog.is_leading(document):
        return ""
    name = short_document(catalog, document, lang)
    return f"according to {name}" if lang == "en" else f"据{name}"


def place_named(catalog: Catalog, row: Mapping[Any, Any], lang: str) -> str:
    """Return the place that a figure speaks of; nothing for the one that is looked at."""
    area = str(row["ref_area"])
    return "" if catalog.is_home(area) else area_name(catalog.areas, area, lang)


def attributed(text: str, catalog: Catalog, row: Mapping[Any, Any], lang: str) -> str:
    """Return a text with its figure, and in brackets whose it is: 10.97万座（据第2025324号…）."""
    whose = attribution(catalog, row, lang)
    if not whose:
        return text
    return f"{text} ({whose})" if lang == "en" else f"{text}（{whose}）"


def attributions(catalog: Catalog, rows: Iterable[Mapping[Any, Any]], lang: str) -> str:
    """Return whose the figures of several rows are, each document once; nothing for the leading one."""
    named = dict.fromkeys(attribution(catalog, row, lang) for row in rows)
    return ("; " if lang == "en" else "；").join(name for name in named if name)


def figure_and_whose(catalog: Catalog, row: Observation, lang: str) -> str:
    """Return a figure, its period and its document, whoever's it is: 12.36万座，2026年，….

    It is what a list of figures from several documents shows, where none of them leads.
    """
    entry = as_row(row)
    figure, period = number_text(entry, catalog, lang).plain, row_period(entry, lang)
    return (", " if lang == "en" else "，").join(
        (figure, period, short_document(catalog, row.document, lang))
    )


def figure_now(verdict: Verdict, lang: str) -> str:
    """Return what the document of a code says now, with what must be said with it (目标, 未核对)."""
    if verdict.now is None:
        return ""
    return marked(verdict.now.figure, {} if verdict.row is None else as_row(verdict.row), lang)
