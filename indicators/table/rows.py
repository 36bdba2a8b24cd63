"""An observation as a row of the table, and back; no pandas is needed for it.

Column names are SDMX concept ids in lower case where SDMX has one. Numbers are exact decimals up
to here; only ``obs_value``, ``lower`` and ``upper`` become floats.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from indicators.catalog import Observation
from indicators.figures import Relation, Spans
from indicators.models import Clearance, MeasureType, ObsStatus
from indicators.table.codes import claim_of

Cell = str | int | float | bool


def _float(number: Decimal | None) -> float:
    return math.nan if number is None else float(number)


def _decimal_text(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _spans_text(spans: Spans | None) -> str:
    return "" if spans is None else spans.written


CODE: Final = "code"
"""The column that is made of several fields; each of the others is made of one."""
OF_FIELDS: Final[dict[str, tuple[str, Callable[[Any], Cell]]]] = {
    "document": ("document", str),
    "indicator": ("indicator", str),
    "sector": ("sector", str),
    "ref_area": ("ref_area", str),
    "breakdown": ("breakdown", str),
    "time_period": ("time_period", str),
    "obs_value": ("value", _float),
    "lower": ("lower", _float),
    "upper": ("upper", _float),
    "unit_measure": ("unit_measure", str),
    "relation": ("relation", str),
    "figure": ("figure", str),
    "stated_value": ("stated_value", _decimal_text),
    "unit_mult": ("unit_mult", int),
    "stated_unit": ("stated_unit", str),
    "decimals": ("decimals", int),
    "measure_type": ("measure_type", str),
    "obs_status": ("obs_status", str),
    "section": ("section", str),
    "word": ("word", str),
    "period_basis": ("period_basis", str),
    "lower_included": ("lower_included", bool),
    "upper_included": ("upper_included", bool),
    "clearance": ("clearance", str),
    "scope_word": ("scope_word", str),
    "spans": ("spans", _spans_text),
}
"""Which field of an observation each column is made of, and how."""
_DTYPES: Final = {
    "obs_value": "float64", "lower": "float64", "upper": "float64", "unit_mult": "int64",
    "decimals": "int64", "lower_included": "bool", "upper_included": "bool",
    # Texts that hardly repeat; those that do are categories, for a number takes less room.
    "figure": "str", "stated_value": "str", CODE: "str",
}


def _cell(name: str) -> Callable[[Observation], Cell]:
    if name == CODE:
        return lambda row: claim_of(row).code
    field, make = OF_FIELDS[name]
    take = attrgetter(field)
    return lambda row: make(take(row))


_NAMES: Final = [*OF_FIELDS]
_NAMES.insert(_NAMES.index("scope_word"), CODE)
COLUMNS: Final[dict[str, tuple[str, Callable[[Observation], Cell]]]] = {
    name: (_DTYPES.get(name, "category"), _cell(name)) for name in _NAMES
}
"""Each column's dtype, and where it comes from."""


def as_row(row: Observation) -> dict[str, Cell]:
    """Return one observation as a row of the table."""
    return {name: cell(row) for name, (_, cell) in COLUMNS.items()}


def as_observation(row: Mapping[Any, Any]) -> Observation:
    """Return the observation that a row of the table was made of.

    Floats are read as the shortest decimals that name them, which is exact for every figure of up
    to 15 digits. File and line aren't in the table and stay empty.
    """
    stated = str(row["stated_value"])
    return Observation(
        document=str(row["document"]), indicator=str(row["indicator"]), sector=str(row["sector"]),
        ref_area=str(row["ref_area"]), breakdown=str(row["breakdown"]),
        time_period=str(row["time_period"]), period_basis=str(row["period_basis"]),
        value=_decimal(row["obs_value"]), lower=_decimal(row["lower"]),
        upper=_decimal(row["upper"]), lower_included=bool(row["lower_included"]),
        upper_included=bool(row["upper_included"]), unit_measure=str(row["unit_measure"]),
        relation=Relation(str(row["relation"])), word=str(row["word"]), figure=str(row["figure"]),
        stated_value=Decimal(stated) if stated else None, unit_mult=int(row["unit_mult"]),
        stated_unit=str(row["stated_unit"]), decimals=int(row["decimals"]),
        measure_type=MeasureType(str(row["measure_type"])),
        obs_status=ObsStatus(str(row["obs_status"])),
        clearance=Clearance(str(row["clearance"])), section=str(row["section"]), file="", line=0,
        scope_word=str(row["scope_word"]), spans=Spans.of(str(row["spans"])),
    )


def _decimal(number: float) -> Decimal | None:
    return None if math.isnan(number) else Decimal(repr(float(number)))
