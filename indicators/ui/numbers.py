"""Numbers written out for pages, by `indicators.language.values`, and the names beside them."""

from __future__ import annotations

from indicators.language import values
from indicators.language.sentences import breakdown_text
from indicators.language.text import row_period
from indicators.language.values import document_number, interval, plain
from indicators.ui.state import Dashboard, Row
from indicators.ui.words import word

__all__ = [
    "breakdown_name", "document_label", "document_number", "interval", "meaning", "period", "plain",
    "unit_name",
]


def unit_name(board: Dashboard, row: Row, lang: str) -> str:
    """Return the words that follow the indicator's numbers."""
    return values.unit_name(board.catalog, row, lang)


def meaning(board: Dashboard, row: Row, lang: str) -> str:
    """Return what a figure means as a number, its relation as a sign."""
    return values.meaning(board.catalog, row, lang)


def period(row: Row, lang: str) -> str:
    """Return the period of a figure, saying so where it is only the document's date."""
    return row_period(row, lang) if row["time_period"] else word("no_period", lang)


def document_label(board: Dashboard, document: str, lang: str) -> str:
    """Return what a document is called in one cell: its number, or its title."""
    return values.document_label(board.catalog, document, lang)


def breakdown_name(board: Dashboard, code: str, lang: str) -> str:
    """Return the name of a breakdown's value such as ``operator=china_telecom``."""
    if code == "_T":
        return word("total", lang)
    return breakdown_text(code, board.catalog, lang)
