"""Derived measures as data: flagged as derived, with the codes of the figures that they rest on.

No document prints them. A row says the measure, the place and the period, the value as an interval and in
words, the working, why it may be derived so, and the printed figures that it follows from.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final
from urllib.parse import urlencode

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.places import area_name
from indicators.catalog.release import hold_of
from indicators.derived import Measures, Value, cite_derived, measures_of, text_of, working
from indicators.evidence.intervals import Interval
from indicators.exports.dictionary import DERIVED_COLUMNS
from indicators.exports.extract import Extract
from indicators.exports.plain import to_csv
from indicators.language.citation import Citation, cite_rows
from indicators.models import Derived
from indicators.table.codes import code_of
from indicators.table.rows import CODE, as_row

MOST_CITED: Final = 50
"""So many derived values have a citation of their own; the table says the codes of all."""
_API: Final = "/api/"
_PLACED: Final = ("indicator", "ref_area", "time_period")


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
        A row a measure, place and period, with the keys of `DERIVED_COLUMNS` but those of the inputs:
        ``derived`` is always true; ``lower`` and ``upper`` are exact decimals as text, or fractions where
        those have no end, null where there is none; ``text_zh`` and ``text_en`` say the value with its
        bound, ``working_zh`` and ``working_en`` how it follows; ``inputs`` are the printed figures with
        their codes, numerator first; of growth the earlier one.
    """
    measures = measures_of(catalog)
    return [
        derived_row(catalog, value)
        for entry in catalog.derived.values() if not indicators or entry.numerator in indicators
        for place in catalog.areas if not places or place in places
        for value in _values(measures, entry, place, periods)
    ]


def values_of(extract: Extract) -> list[Value]:
    """Return what follows from selected observations: the values whose numerator is among them.

    Their denominators may be others: whoever selects the stations gets the stations a head. Of growth
    the later figure is looked for. They are in the order of ``derived.yaml``, then of the observations.
    """
    catalog, rows = extract.catalog, extract.rows
    asked = rows[rows["breakdown"].eq(TOTAL) & rows["indicator"].isin({one.numerator for one in catalog.derived.values()})]
    if asked.empty:
        return []
    known = set(map(str, asked[CODE]))
    measures = measures_of(catalog)
    places: dict[str, dict[tuple[str, str], None]] = {}
    for indicator, place, period in zip(*(asked[name].astype(str) for name in _PLACED), strict=True):
        places.setdefault(indicator, {})[place, period] = None
    found = [
        measures.derive(entry.id, place, period)
        for entry in catalog.derived.values() for place, period in places.get(entry.numerator, ())
    ]
    return [one for one in found if isinstance(one, Value) and known.intersection(_numerator(one))]


def _numerator(value: Value) -> tuple[str, ...]:
    grown = value.measure is None or value.measure.kind == "growth"
    return value.codes[1:] if grown else value.codes[:1]


def used_with(extract: Extract, column: str, values: Sequence[Value]) -> list[str]:
    """Return the codes of a column that the observations have, and those that derived values rest on."""
    more = [str(getattr(row, column)) for value in values for row in value.inputs]
    more += [value.unit for value in values] if column == "unit_measure" else []
    return list(dict.fromkeys((*extract.used(column), *more)))


def citations_with(extract: Extract, values: Sequence[Value]) -> list[Citation]:
    """Return one citation a document that the observations or derived values rest on, in the order of `used_with`."""
    inputs = [{"document": row.document, "section": row.section} for value in values for row in value.inputs]
    rows = extract.rows[["document", "section"]].astype(str)
    if inputs:
        rows = pd.concat([rows, pd.DataFrame(inputs)], ignore_index=True)
    return cite_rows(extract.catalog, rows, extract.lang, accessed=extract.made, address=extract.address)


def derived_citations(extract: Extract, values: Sequence[Value]) -> list[Citation]:
    """Return how to cite derived values, the first `MOST_CITED` of them, each with its own address."""
    return [
        cite_derived(
            extract.catalog, value, extract.lang, accessed=extract.made, address=_address(extract.address, value),
        )
        for value in values[:MOST_CITED]
    ]


def _address(address: str, value: Value) -> str:
    """Return where a value is to be had, beside the address of the observations; that one where it is no data URL."""
    base, api, _ = address.partition(_API)
    if not api:
        return address
    query = {"indicator": value.inputs[0].indicator, "ref_area": value.place, "time_period": value.period}
    return f"{base}{_API}derived.json?{urlencode(query)}"


def _values(measures: Measures, entry: Derived, place: str, periods: Collection[str]) -> Iterator[Value]:
    asked: list[str | None] = [*sorted(periods)] or [None]
    for period in asked:
        found = measures.derive(entry.id, place, period)
        if isinstance(found, Value):
            yield found


def derived_row(catalog: Catalog, value: Value) -> dict[str, Any]:
    """Return a value of a declared measure as `derived_rows` has it."""
    entry = value.measure
    if entry is None:
        raise ValueError("not a value of a declared measure")
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
        "area_zh": area_name(catalog.areas, value.place, "zh"),
        "area_en": area_name(catalog.areas, value.place, "en"),
        "time_period": value.period,
        "text_zh": text_of(value, "zh"),
        "text_en": text_of(value, "en"),
        **_ends(value.interval),
        "unit_measure": value.unit,
        "release": hold.release.value,
        "unchecked": hold.draft,
        "working_zh": "\n".join(working(catalog, value, "zh")),
        "working_en": "\n".join(working(catalog, value, "en")),
        "because_zh": entry.because.zh,
        "because_en": entry.because.en,
        "inputs": [
            {
                "code": code_of(row), "indicator": row["indicator"], "ref_area": row["ref_area"],
                "time_period": row["time_period"], "figure": row["figure"], "document": row["document"],
                "section": row["section"],
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


def derived_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the rows as a table with `DERIVED_COLUMNS`; what is said of several inputs is parted by ``;``."""
    flat = []
    for row in rows:
        inputs = {
            f"input_{name}s": ";".join(str(one[name]) for one in row["inputs"]) for name in row["inputs"][0]
        }
        flat.append({name: cell for name, cell in (row | inputs).items() if name != "inputs"})
    return pd.DataFrame(flat, columns=list(DERIVED_COLUMNS))


def derived_csv(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as CSV for programs."""
    return to_csv(derived_table(rows))
