"""What the guard's reasons name, in both languages: documents, periods, units, indicators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from indicators.catalog import Catalog
from indicators.language.text import period_text
from indicators.models import Indicator

_TYPE_WORDS: Final = {
    "stock": ("存量", "stock"),
    "flow": ("流量", "flow"),
    "cumulative": ("累计数", "cumulative count"),
    "share": ("比率", "share or ratio"),
    "rank": ("位次", "rank"),
    "duration": ("时长", "duration"),
}


def title_of(catalog: Catalog, document: str) -> tuple[str, str]:
    """Return a document's title, in Chinese and in English; its id where it is unknown."""
    entry = catalog.documents.get(document)
    if entry is None:
        return document, document
    return f"《{entry.document.title.zh}》", entry.document.title.en


def periods_of(periods: Iterable[str]) -> dict[str, str]:
    """Return periods as a reason names them, each once."""
    found = list(dict.fromkeys(periods))
    return {
        "periods_zh": "、".join(period_text(period, "zh") for period in found),
        "periods_en": ", ".join(period_text(period, "en") for period in found),
    }


def unit_name(catalog: Catalog, unit: str, lang: str) -> str:
    """Return a unit's name; its id where it is unknown."""
    entry = catalog.units.get(unit)
    return unit if entry is None else entry.name.in_language(lang)


def types_of(types: Iterable[str]) -> dict[str, str]:
    """Return measure types as a reason names them, each once."""
    words = [_TYPE_WORDS.get(name, (name, name)) for name in dict.fromkeys(types)]
    return {
        "types_zh": "、".join(zh for zh, _ in words),
        "types_en": ", ".join(en for _, en in words),
    }


def name_of(entry: Indicator) -> dict[str, str]:
    """Return an indicator as a reason names it."""
    return {"one_zh": entry.name.zh, "one_en": entry.name.en}


def names_of(one: Indicator, other: Indicator) -> dict[str, str]:
    """Return two indicators as a reason names them."""
    return {**name_of(one), "other_zh": other.name.zh, "other_en": other.name.en}
