"""SDMX-CSV 2.0: the observations under the names of the standard, meaning what the standard says.

By SDMX the value of an observation is ``OBS_VALUE × 10**UNIT_MULT``, and ``DECIMALS`` are those of
``OBS_VALUE``; readers multiply. The table's own columns ``unit_mult`` and ``decimals`` are another
thing, what the document prints (43 and 万 for 430000), and stand here under names of our own.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, Final

import pandas as pd

from indicators.exports.extract import Extract
from indicators.exports.plain import to_csv
from indicators.figures.periods import parse_period

STRUCTURE_ID: Final = "DEI:INDICATORS(2.0.0)"
"""Agency, dataflow and version that the SDMX-CSV names. Since 2.0.0 UNIT_MULT is the standard's."""

RENAMED: Final = {"unit_mult": "STATED_UNIT_MULT", "decimals": "STATED_DECIMALS"}
"""Columns of the table that an SDMX name would give another meaning, and their names here."""

STATUS_KINDS: Final = {
    "A": "normal", "E": "estimate", "F": "forecast", "P": "provisional", "T": "target",
}
"""What each status is: CL_OBS_STATUS has no code for a target, which is exported as a forecast."""
_STATUSES: Final = {"T": "F"}


def sdmx_csv(extract: Extract) -> bytes:
    """Return the observations as SDMX-CSV 2.0."""
    return to_csv(sdmx_table(extract))


def sdmx_table(extract: Extract) -> pd.DataFrame:
    """Return the observations under the names of SDMX-CSV 2.0.

    Each breakdown of the codelist is a dimension of its own (``_T`` is its total), a half-year is
    written ``2025-S1``, as SDMX asks, a span as a time range (``2025-01-01/P10M``), and a value that
    isn't there is empty. ``OBS_VALUE`` is in
    ``UNIT_MEASURE``, written with just ``DECIMALS`` decimals, and ``UNIT_MULT`` is 0.
    """
    table = extract.table
    dimensions = {
        "INDICATOR": table["indicator"],
        "REF_AREA": table["ref_area"],
        **{key.upper(): _one_breakdown(table["breakdown"], key)
           for key in extract.catalog.breakdowns},
        "DOCUMENT": table["document"],
        "TIME_PERIOD": table["time_period"].map(_time_period),
    }
    values = [_written(row) for row in zip(
        table["obs_value"], table["lower"], table["upper"], table["stated_value"],
        table["unit_mult"], table["decimals"], strict=True,
    )]
    standard: dict[str, Any] = {
        "OBS_VALUE": [value for value, _ in values],
        "UNIT_MULT": 0,
        "DECIMALS": [decimals for _, decimals in values],
        "OBS_STATUS": table["obs_status"].replace(_STATUSES),
        "STATUS_KIND": table["obs_status"].replace(STATUS_KINDS),
    }
    columns: dict[str, Any] = {
        "STRUCTURE": "dataflow", "STRUCTURE_ID": STRUCTURE_ID, "ACTION": "I", **dimensions, **standard,
    }
    for name in table.columns:
        column = RENAMED.get(name, name.upper())
        if column in columns or name == "breakdown":
            continue
        cells = table[name]
        if pd.api.types.is_bool_dtype(cells):
            cells = cells.map({True: "true", False: "false"})
        columns[column] = cells
    return pd.DataFrame(columns, index=table.index)


def _time_period(period: str) -> str:
    """Return a period as SDMX writes it: 2025-S1; a time range by its first day and its length."""
    if "/" not in period:
        return period.replace("-H", "-S")
    span = parse_period(period)
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    length = f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
    return f"{span.start.isoformat()}/{length}"


def _written(row: tuple[float, float, float, str, int, int]) -> tuple[str, int]:
    """Return OBS_VALUE written out and how many decimals it has; a range has those of its ends."""
    value, lower, upper, stated, mult, decimals = row
    if math.isnan(value):
        ends = [_exact(end) for end in (lower, upper) if not math.isnan(end)]
        return "", max((_places(end) for end in ends), default=0)
    exact = _exact(value)
    places = _places(exact)
    if stated and Decimal(stated).scaleb(mult) == exact:
        # Printed in the same unit: 50.0% is said to a tenth, and keeps its zero.
        places = max(places, decimals - mult)
    return f"{exact:.{places}f}", places


def _exact(number: float) -> Decimal:
    """Return the shortest decimal that a float stands for."""
    return Decimal(repr(float(number)))


def _places(number: Decimal) -> int:
    """Return how many decimals a number needs."""
    return max(0, -int(number.normalize().as_tuple().exponent))


def _one_breakdown(codes: pd.Series[str], key: str) -> pd.Series[str]:
    """Return the codes of one breakdown: of ``operator=a;size=b`` and ``size``, b."""
    found = {}
    for code in codes.unique():
        parts = dict(part.partition("=")[::2] for part in str(code).split(";"))
        found[code] = parts.get(key, "_T")
    return codes.map(found).astype("str")
