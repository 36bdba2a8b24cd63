"""Numbers written out: what a figure means, its interval, and the names beside it."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from indicators.language.relations import bound_sign
from indicators.language.sentences import breakdown_text
from indicators.language.text import row_period
from indicators.ui.state import Dashboard, Row
from indicators.ui.words import word


def plain(number: float) -> str:
    """Return a number with all its digits, in groups of three."""
    text = f"{Decimal(repr(float(number))).normalize():,f}"
    return text.replace("-", "−")


def unit_name(board: Dashboard, row: Row, lang: str) -> str:
    """Return the words that follow the indicator's numbers."""
    indicator = board.catalog.indicators[row["indicator"]]
    unit = board.catalog.units[row["unit_measure"]]
    label = indicator.unit_label.in_language(lang) if indicator.unit_label else ""
    return label or unit.label.in_language(lang) or unit.name.in_language(lang)


def meaning(board: Dashboard, row: Row, lang: str) -> str:
    """Return what a figure means as a number, its relation as a sign."""
    value = row["obs_value"]
    number = (
        f"{plain(row['lower'])} — {plain(row['upper'])}" if math.isnan(value) else plain(value)
    )
    sign = bound_sign(row["relation"])
    return f"{sign}{' ' if sign else ''}{number} {unit_name(board, row, lang)}".strip()


def interval(row: Row) -> str:
    """Return the interval that a figure asserts, in the notation of mathematics."""
    lower, upper = row["lower"], row["upper"]
    if lower == upper:
        return plain(lower)
    left = "(−∞" if math.isnan(lower) else f"{'[' if row['lower_included'] else '('}{plain(lower)}"
    right = "+∞)" if math.isnan(upper) else f"{plain(upper)}{']' if row['upper_included'] else ')'}"
    return f"{left}, {right}"


def period(row: Row, lang: str) -> str:
    """Return the period of a figure, saying so where it is only the document's date."""
    return row_period(row, lang) if row["time_period"] else word("no_period", lang)


def document_number(number: str | None, lang: str) -> str:
    """Return a document's number; in English, No. 2025324 for 第2025324号."""
    match = re.fullmatch(r"第(\d+)号", number or "")
    return f"No. {match[1]}" if match and lang == "en" else number or ""


def document_label(board: Dashboard, document: str, lang: str) -> str:
    """Return what a document is called in one cell: its number, or its title."""
    entry = board.catalog.documents[document].document
    return document_number(entry.number, lang) or entry.title.in_language(lang)


def breakdown_name(board: Dashboard, code: str, lang: str) -> str:
    """Return the name of a breakdown's value such as ``operator=china_telecom``."""
    if code == "_T":
        return word("total", lang)
    return breakdown_text(code, board.catalog, lang)
