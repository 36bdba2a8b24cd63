"""Figures as numbers written out: what one means, its interval, its unit; and what a document is called."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from indicators.catalog import Catalog
from indicators.language.relations import bound_sign

Row = Mapping[Any, Any]


def plain(number: float) -> str:
    """Return a number with all its digits, in groups of three."""
    text = f"{Decimal(repr(float(number))).normalize():,f}"
    return text.replace("-", "−")


def unit_name(catalog: Catalog, row: Row, lang: str) -> str:
    """Return the words that follow the indicator's numbers."""
    indicator = catalog.indicators[row["indicator"]]
    unit = catalog.units[row["unit_measure"]]
    label = indicator.unit_label.in_language(lang) if indicator.unit_label else ""
    return label or unit.label.in_language(lang) or unit.name.in_language(lang)


def meaning(catalog: Catalog, row: Row, lang: str) -> str:
    """Return what a figure means as a number, its relation as a sign."""
    value = row["obs_value"]
    number = (
        f"{plain(row['lower'])} — {plain(row['upper'])}" if math.isnan(value) else plain(value)
    )
    sign = bound_sign(row["relation"])
    return f"{sign}{' ' if sign else ''}{number} {unit_name(catalog, row, lang)}".strip()


def interval(row: Row) -> str:
    """Return the interval that a figure asserts, in the notation of mathematics."""
    lower, upper = row["lower"], row["upper"]
    if lower == upper:
        return plain(lower)
    left = "(−∞" if math.isnan(lower) else f"{'[' if row['lower_included'] else '('}{plain(lower)}"
    right = "+∞)" if math.isnan(upper) else f"{plain(upper)}{']' if row['upper_included'] else ')'}"
    return f"{left}, {right}"


def document_number(number: str | None, lang: str) -> str:
    """Return a document's number; in English, No. 2025324 for 第2025324号."""
    match = re.fullmatch(r"第(\d+)号", number or "")
    return f"No. {match[1]}" if match and lang == "en" else number or ""


def document_label(catalog: Catalog, document: str, lang: str) -> str:
    """Return what a document is called in one cell: its number, or its title."""
    entry = catalog.documents[document].document
    return document_number(entry.number, lang) or entry.title.in_language(lang)
