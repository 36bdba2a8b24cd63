"""How to cite a derived value: as the dashboard's own, with the codes of the figures that it follows from."""

from __future__ import annotations

from datetime import date
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.places import area_name
from indicators.derived.saying import text_of
from indicators.derived.values import Value
from indicators.language.citation import Citation, cite_dataset
from indicators.language.text import code_line, period_text

_SAID: Final = ("算出来的，没有文件这样印", "Derived; no document prints it")


def cite_derived(catalog: Catalog, value: Value, lang: str, *, accessed: date, address: str) -> Citation:
    """Return how to cite a derived value: what it is, where, when, and that no document prints it.

    Args:
        catalog: The catalogue.
        value: A value of a declared measure.
        lang: ``zh`` or ``en``.
        accessed: The day of access.
        address: Where the value is to be had.
    """
    english, joint, colon = (True, ", ", ": ") if lang == "en" else (False, "，", "：")
    name = "" if value.measure is None else value.measure.name.in_language(lang)
    place, period = area_name(catalog.areas, value.place, lang), period_text(value.period, lang)
    return cite_dataset(
        f"{joint.join((name, place, period))}{colon}{text_of(value, lang)}", lang, accessed=accessed, address=address,
        key="-".join((value.measure.id if value.measure is not None else "growth", value.place, value.period)),
        note=f"{_SAID[english]}{'; ' if english else '；'}{code_line(value.codes, lang)}",
    )
