"""Derived measures as data: flagged as derived, with the codes of the figures that they rest on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

import pandas as pd

from indicators.catalog import Catalog
from indicators.catalog.release import hold_of
from indicators.derived import Measures, Value, text_of
from indicators.evidence.intervals import Interval
from indicators.exports.plain import to_csv
from indicators.models import Derived
from indicators.table.codes import code_of
from indicators.table.rows import as_row


def derived_rows(
    catalog: Catalog, *, indicators: Collection[str] = (), places: Collection[str] = (), periods: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Return what the declared measures come to.

    Args:
        catalog: The catalogue.
        indicators: The numerators' indicators; none for all.
        places: The places, by code; none for all.
        periods: The numerators' periods; none for the newest from which something follows.

    Returns:
        A row a measure, place and period: ``derived`` is always true; ``lower`` and ``upper`` are exact
        decimals as text, or fractions where those have no end, null where there is none; ``text_zh`` and
        ``text_en`` say the value with its bound; ``inputs`` are the printed figures with their codes.
    """
    measures = Measures(catalog)
    return [
        _row(catalog, entry, value)
        for entry in catalog.derived.values() if not indicators or entry.numerator in indicators
        for place in catalog.areas if not places or place in places
        for value in _values(measures, entry, place, periods)
    ]


def _values(measures: Measures, entry: Derived, place: str, periods: Collection[str]) -> Iterator[Value]:
    asked: list[str | None] = [*sorted(periods)] or [None]
    for period in asked:
        found = measures.derive(entry.id, place, period)
        if isinstance(found, Value):
            yield found


def _row(catalog: Catalog, entry: Derived, value: Value) -> dict[str, Any]:
    cells = [as_row(row) for row in value.inputs]
    hold = hold_of(catalog, cells)
    return {
        "measure": entry.id,
        "name_zh": entry.name.zh,
        "name_en": entry.name.en,
        "derived": True,
        "kind": entry.kind,
        "indicator": entry.numerator,
        "ref_area": value.place,
        "time_period": value.inputs[1 if entry.kind == "growth" else 0].time_period,
        "text_zh": text_of(value, "zh"),
        "text_en": text_of(value, "en"),
        **_ends(value.interval),
        "unit_measure": value.unit,
        "release": hold.release.value,
        "unchecked": hold.draft,
        "because_zh": entry.because.zh,
        "because_en": entry.because.en,
        "inputs": [
            {
                "code": code_of(row), "indicator": row["indicator"], "ref_area": row["ref_area"],
                "time_period": row["time_period"], "figure": row["figure"], "document": row["document"],
            }
            for row in cells
        ],
    }


def _ends(found: Interval) -> dict[str, Any]:
    """Return the ends of an interval: which numbers the figures allow."""
    return {
        "lower": _exact(found.lower), "upper": _exact(found.upper),
        "lower_included": found.lower_included, "upper_included": found.upper_included, "about": found.soft,
    }


def _exact(number: Fraction | None) -> str | None:
    """Return a number as an exact decimal, or as a fraction where it has no end."""
    if number is None:
        return None
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    digits = str(abs((number * 10**places).numerator)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if number < 0 else text


def derived_json(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as a JSON array."""
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def derived_csv(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as CSV for programs; the inputs' codes, figures and documents are parted by ``;``."""
    flat = []
    for row in rows:
        inputs = row["inputs"]
        flat.append({
            **{name: cell for name, cell in row.items() if name != "inputs"},
            **{f"input_{name}s": ";".join(str(one[name]) for one in inputs) for name in (
                "code", "time_period", "figure", "document",
            )},
        })
    return to_csv(pd.DataFrame(flat, columns=list(flat[0]) if flat else ["measure", "derived"]))
