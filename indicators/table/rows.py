"""An observation as a row of the table, and back; no pandas is needed for it.

Column names are SDMX concept ids in lower case where SDMX has one. Numbers are exact decimals up
to here; only ``obs_value``, ``lower`` and ``upper`` become floats.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from indicators.catalog import Observation
from indicators.figures import Relation, Spans
from indicators.models import Clearance, MeasureType, ObsStatus
from indicators.table.codes import claim_of

Cell = str | int | float | bool


def _float(number: Decimal | None) -> float:
    return math.nan if number is None else float(number)


COLUMNS: Final[dict[str, tuple[str, Callable[[Observation], Cell]]]] = {
    "document": ("str", lambda row: row.document),
    "indicator": ("str", lambda row: row.indicator),
    "sector": ("str", lambda row: row.sector),
    "ref_area": ("str", lambda row: row.ref_area),
    "breakdown": ("str", lambda row: row.breakdown),
    "time_period": ("str", lambda row: row.time_period),
    "obs_value": ("float64", lambda row: _float(row.value)),
    "lower": ("float64", lambda row: _float(row.lower)),
    "upper": ("float64", lambda row: _float(row.upper)),
    "unit_measure": ("str", lambda row: row.unit_measure),
    "relation": ("str", lambda row: str(row.relation)),
    "figure": ("str", lambda row: row.figure),
    "stated_value": (
        "str", lambda row: "" if row.stated_value is None else f"{row.stated_value:f}"
    ),
    "unit_mult": ("int64", lambda row: row.unit_mult),
    "stated_unit": ("str", lambda row: row.stated_unit),
    "decimals": ("int64", lambda row: row.decimals),
    "measure_type": ("str", lambda row: str(row.measure_type)),
    "obs_status": ("str", lambda row: str(row.obs_status)),
    "section": ("str", lambda row: row.section),
    "word": ("str", lambda row: row.word),
    "period_basis": ("str", lambda row: row.period_basis),
    "lower_included": ("bool", lambda row: row.lower_included),
    "upper_included": ("bool", lambda row: row.upper_included),
    "clearance": ("str", lambda row: str(row.clearance)),
    "code": ("str", lambda row: claim_of(row).code),
    "scope_word": ("str", lambda row: row.scope_word),
    "spans": ("str", lambda row: "" if row.spans is None else row.spans.written),
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
