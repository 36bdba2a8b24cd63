"""What a catalogue is once read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from indicators.catalog.leading import main_documents, span_of
from indicators.catalog.ledger import Ledger
from indicators.figures import Relation, Spans
from indicators.figures.units import Units
from indicators.models import (
    LANGUAGES,
    Area,
    Breakdown,
    Claim,
    Clearance,
    DefinitionsFile,
    Derived,
    DocumentFile,
    EvidenceFile,
    Indicator,
    MeasureType,
    ObsStatus,
    Sector,
    UnitEntry,
    View,
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


    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from every other observation: the values of `IDENTITY`."""
        return tuple(str(getattr(self, key)) for key in IDENTITY)


IDENTITY: Final = (
    "document", "indicator", "ref_area", "breakdown", "time_period", "obs_status",
)
"""The columns that no two observations have alike."""


def _breakdown(breakdown: Mapping[str, str]) -> str:
    return ";".join(f"{key}={breakdown[key]}" for key in sorted(breakdown)) or TOTAL


@dataclass(frozen=True)
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
    evidence: EvidenceFile
    ledger: Ledger
    observations: Sequence[Observation]
    problems: tuple[Problem, ...]
    shelves: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    """The languages that the folder is written in; the dashboard opens in the first."""
    evidence_lines: tuple[tuple[int, int], ...] = ()
    """Line and column of each known inconsistency in ``evidence.yaml``."""
    written: int = 0
    """When the newest of its files was written, in nanoseconds; 0 if there is none."""
    lead: str | None = None
    """The document that a reader chose to lead, by id; None for the newest main document."""
    declared_home: str = ""
    """The place that ``areas.yaml`` has the dashboard open with; empty where it names none."""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    """What follows from printed figures, as ``derived.yaml`` declares it, by id."""
    views: Mapping[str, View] = field(default_factory=dict)
    """Comparisons of places worth an address, as ``derived.yaml`` declares them, by id."""
    place: str | None = None
    """The place that a reader chose to look at; None for the one that the dashboard opens with."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the data from being shown."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @cached_property
    def usual_home(self) -> str:
        """The place that the dashboard opens with, by code; empty where no document names one.

        The one that ``areas.yaml`` names, else the newest main document's, else the newest document's.
        """
        if self.declared_home:
            return self.declared_home
        if self.all_main_documents:
            return self.all_main_documents[0].document.ref_area
        newest = max(
            self.documents.values(), default=None,
            key=lambda entry: (span_of(entry.document), entry.document.id),
        )
        return "" if newest is None else newest.document.ref_area

    @cached_property
    def home(self) -> str:
        """The place whose figures pages show, by code: chosen by a reader, or by the reply chosen."""
        if self.place is not None:
            return self.place
        chosen = self.documents.get(self.lead) if self.lead is not None else None
        return self.usual_home if chosen is None else chosen.document.ref_area

    @cached_property
    def all_main_documents(self) -> tuple[DocumentFile, ...]:
        """The main documents of all places, the newest first."""
        return tuple(main_documents(self.documents))

    @cached_property
    def main_documents(self) -> tuple[DocumentFile, ...]:
        """The main documents of the place that is looked at, the newest first."""
        return tuple(one for one in self.all_main_documents if one.document.ref_area == self.home)

    @cached_property
    def _order(self) -> Mapping[str, tuple[str, int]]:
        """The area and, among those of its area, the place of each main document; the newest has 0."""
        counts: Counter[str] = Counter()
        order = {}
        for entry in self.all_main_documents:
            area = entry.document.ref_area
            order[entry.document.id] = area, counts[area]
            counts[area] += 1
        return order

    @cached_property
    def worded(self) -> Mapping[tuple[str, str, str, str], Claim]:
        """The claims that have words of their own: a sentence, or a caption for pictures.

        By document, indicator, breakdown and figure.
        """
        return {
            (name, claim.indicator, _breakdown(claim.breakdown), claim.figure): claim
            for name, entry in self.documents.items() for claim in entry.notable
            if claim.sentence is not None or claim.caption is not None
        }

    @property
    def main_document(self) -> DocumentFile | None:
        """The document that leads: the newest main one of the place, or the one that a reader chose."""
        chosen = self.documents.get(self.lead) if self.lead is not None else None
        return chosen or next(iter(self.main_documents), None)

    def is_leading(self, document: str) -> bool:
        """Tell whether a document, by id, is the one that leads."""
        main = self.main_document
        return main is not None and main.document.id == document

    def is_home(self, area: str) -> bool:
        """Tell whether a place is the one that is looked at, so that it needn't be named."""
        return area == self.home

    def role_of(self, document: str) -> str:
        """Return a document's role as it is now: ``leading``, ``previous``, ``later`` or ``context``.

        A main document is later than the leading one where a reader let an earlier one lead. One of
        another place is what it is there.
        """
        if document not in self._order:
            return "context"
        area, place = self._order[document]
        lead = -1
        if area == self.home:
            if self.is_leading(document):
                return "leading"
            if self.lead is not None and self.lead in self._order:
                lead = self._order[self.lead][1]
        elif place == 0:
            return "leading"
        return "later" if lead >= place else "previous"

    def led_by(self, document: str | None, place: str | None = None) -> Catalog:
        """Return the same catalogue as a reader looks at it; itself for what it is by default.

        Args:
            document: The main document that is to lead; None, or one that isn't another main
                document of the place, for the newest.
            place: The place to look at; None, or one that nobody knows, for that of the document,
                else for the one that the dashboard opens with.
        """
        named = place if place in self.areas else None
        lead = None
        if document is not None and document in self._order:
            area, order = self._order[document]
            named = named or area
            if order and area == named:
                lead = document
        place = None if named == self.usual_home else named
        if (lead, place) == (self.lead, self.place):
            return self
        # What is kept for a state of the data is kept for each way to look at it by itself.
        state = self.fingerprint.partition("+")[0]
        state += (f"+{lead}" if lead else "") + (f"+@{place}" if place else "")
        return replace(self, lead=lead, place=place, fingerprint=state)
