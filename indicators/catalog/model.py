"""What a catalogue is once read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from indicators.figures import Relation, Spans
from indicators.figures.units import Units
from indicators.models import (
    Area,
    Breakdown,
    Clearance,
    DefinitionsFile,
    DocumentFile,
    Indicator,
    MeasureType,
    ObsStatus,
    Sector,
    UnitEntry,
)
from indicators.reading.problems import Problem

TOTAL: Final = "_T"
"""The breakdown of an observation that isn't broken down, as in SDMX."""


class Observation(NamedTuple):
    """A claim, normalised: one row of the table (观测值).

    A tuple, for there are many: it is made in a third of the time that a frozen dataclass takes.

    ``value``, ``lower`` and ``upper`` are exact and in ``unit_measure``; None means no single
    value (a range) or no bound on that side. ``spans`` says where the parts of ``figure`` stand,
    None where it can't be read and its numbers were stated beside it. All other attributes are the
    table's columns.
    """

    document: str
    indicator: str
    sector: str
    ref_area: str
    breakdown: str
    time_period: str
    period_basis: str
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    lower_included: bool
    upper_included: bool
    unit_measure: str
    relation: Relation
    word: str
    figure: str
    stated_value: Decimal | None
    unit_mult: int
    stated_unit: str
    decimals: int
    measure_type: MeasureType
    obs_status: ObsStatus
    clearance: Clearance
    section: str
    file: str
    line: int
    scope_word: str = ""
    spans: Spans | None = None


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the data folder says. Shared between sessions, read-only.

    Mappings keep the order of the files: sectors as in ``sectors.yaml``, indicators sector by
    sector. ``unit_table`` is what the figure grammar reads with.
    """

    folder: Path
    fingerprint: str
    sectors: Mapping[str, Sector]
    units: Mapping[str, UnitEntry]
    unit_table: Units
    areas: Mapping[str, Area]
    breakdowns: Mapping[str, Breakdown]
    definitions: Mapping[str, DefinitionsFile]
    indicators: Mapping[str, Indicator]
    sector_of: Mapping[str, str]
    documents: Mapping[str, DocumentFile]
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the data from being shown."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def main_document(self) -> DocumentFile | None:
        """The document that the dashboard is about, or None if there is none."""
        for entry in self.documents.values():
            if entry.document.role == "main":
                return entry
        return next(iter(self.documents.values()), None)
