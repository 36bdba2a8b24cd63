"""A document with its observations: of the catalogue, or read beside it from any YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.catalog import Catalog, Observation
from indicators.catalog.check_dates import check_future
from indicators.catalog.check_document import check_document
from indicators.catalog.columns import fields
from indicators.catalog.context import Context
from indicators.catalog.normalising import observe
from indicators.catalog.sources import make_source
from indicators.catalog.today import today
from indicators.catalog.vocabulary import Reporter
from indicators.models import DocumentFile
from indicators.reading.consequences import causes_first
from indicators.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and what it says.

    Attributes:
        entry: The document and its claims.
        observations: Its observations, by the number of the claim.
        lines: The line of each claim in its YAML, by the claim's number, as far as known.
        file: Its YAML.
    """

    entry: DocumentFile
    observations: Mapping[int, Observation]
    lines: Mapping[int, int]
    file: str


def document_of(catalog: Catalog, document: str) -> ReadDocument:
    """Return a document of the catalogue.

    Raises:
        KeyError: The catalogue has no such document.
    """
    entry = catalog.documents[document]
    named = fields(catalog.observations, "document", "line")
    rows = [
        catalog.observations[place] for place, (of, _) in enumerate(named) if of == document
    ]
    observations: dict[int, Observation] = {}
    # Observations follow the claims; a claim that couldn't be read has none.
    number = 0
    for row in rows:
        while number < len(entry.claims) and (
            entry.claims[number].indicator != row.indicator
            or entry.claims[number].figure != row.figure
        ):
            number += 1
        if number < len(entry.claims):
            observations[number] = row
            number += 1
    lines = {number: row.line for number, row in observations.items()}
    return ReadDocument(entry, observations, lines, f"documents/{document}.yaml")


def read_document(
    catalog: Catalog, data: bytes, name: str
) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    """Read a document's YAML against a catalogue, without making it part of it.

    Args:
        catalog: What may be said: units, indicators, breakdowns.
        data: The YAML.
        name: What problems call it.

    Returns:
        The document (None if it can't be used), and everything that is wrong with it.
    """
    file = make_source(name, DocumentFile, data)
    entry = file.entry
    reporter = Reporter(catalog.folder, {name: data}, {name: file})
    reporter.problems.extend(file.problems)
    source = None
    if entry is not None:
        context = Context(
            sectors=catalog.sectors, units=catalog.units, unit_table=catalog.unit_table,
            areas=catalog.areas,
            breakdowns=catalog.breakdowns, indicators=catalog.indicators,
            sector_of=catalog.sector_of, file_of={}, report=reporter.report, home=catalog.home or "",
        )  # fmt: skip
        rows = observe(context, name, entry, file.lines)
        check_document(context, name, entry, rows)
        check_future(context, {entry.document.id: name}, {entry.document.id: entry}, today())
        source = ReadDocument(entry, dict(rows), dict(enumerate(file.lines)), name)
    return source, causes_first(reporter.problems)
