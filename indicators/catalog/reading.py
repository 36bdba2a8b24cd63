"""Reading the data folder: files, then codelists, definitions and documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from indicators.catalog import checks
from indicators.catalog.files import CODELIST_FILES, folder_fingerprint, yaml_files
from indicators.catalog.model import Catalog, Observation
from indicators.catalog.normalising import observe
from indicators.catalog.validation import validate
from indicators.models import (
    Area,
    AreasFile,
    Breakdown,
    BreakdownsFile,
    DefinitionsFile,
    DocumentFile,
    Indicator,
    Model,
    Sector,
    SectorsFile,
    UnitEntry,
    UnitsFile,
)
from indicators.problems import Problem
from indicators.reader import Node, position, read_file
from indicators.units import Unit, UnitError, Units

M = TypeVar("M", bound=BaseModel)
E = TypeVar("E", bound=Model)


@dataclass(slots=True)
class Reading:
    """What is gathered while reading; the catalogue is made of it."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    roots: dict[str, Node] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def model(self, path: Path, model: type[M]) -> M | None:
        """Read one file into a model; None if it can't be used."""
        name = path.relative_to(self.folder).as_posix()
        _, parsed = read_file(path, name)
        self.problems.extend(parsed.problems)
        if parsed.root is None:
            self.unread.add(name)
            return None
        self.roots[name] = parsed.root
        entry, problems = validate(model, parsed.root, name)
        # A file that isn't right as YAML is reported for that alone: what follows from a
        # duplicate key would only hide it.
        self.problems.extend(problems)
        if entry is None:
            self.unread.add(name)
        return entry

    def at(self, file: str, *loc: int | str) -> tuple[int, int]:
        """Return line and column of a place in a file that was read."""
        return position(self.roots.get(file), loc)

    def report(self, file: str, loc: tuple[int | str, ...], code: str, **details: str) -> None:
        """Note a problem at a place in a file."""
        line, column = self.at(file, *loc)
        self.problems.append(Problem(file, line, column, code, details))

    def by_id(self, file: str, key: str, entries: tuple[E, ...]) -> dict[str, E]:
        """Return entries by their id, reporting those that repeat one."""
        known: dict[str, E] = {}
        places: dict[str, int] = {}
        for number, entry in enumerate(entries):
            entry_id = str(getattr(entry, "id"))  # noqa: B009 (a field that all of them have)
            if entry_id in known:
                other = f"{file}:{self.at(file, key, places[entry_id])[0]}"
                self.report(
                    file, (key, number, "id"), "duplicate-id", found=entry_id, other=other
                )
                continue
            known[entry_id] = entry
            places[entry_id] = number
        return known


def read_catalog(folder: Path) -> Catalog:
    """Read and check a data folder.

    Args:
        folder: The folder with ``sectors.yaml``, ``definitions/``, ``documents/`` and so on.

    Returns:
        The catalogue. ``problems`` holds everything that is wrong, sorted by file, line and
        column; entries that can't be used are left out.
    """
    fingerprint = folder_fingerprint(folder)
    reading = Reading(folder)
    if not folder.is_dir():
        reading.problems.append(Problem(str(folder), 1, 1, "no-data-folder", {"found": str(folder)}))
        return _catalog(reading, fingerprint, _Codelists(), {}, {})
    for path in (*yaml_files(folder),):
        if path.name not in CODELIST_FILES:
            reading.problems.append(
                Problem(path.name, 1, 1, "unexpected-file", {"found": path.name})
            )
    codelists = _read_codelists(reading)
    definitions = _read_definitions(reading, codelists)
    documents = _read_documents(reading)
    return _catalog(reading, fingerprint, codelists, definitions, documents)


@dataclass(slots=True)
class _Codelists:
    sectors: dict[str, Sector] = field(default_factory=dict)
    units: dict[str, UnitEntry] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    breakdowns: dict[str, Breakdown] = field(default_factory=dict)
    unit_table: Units = field(default_factory=lambda: Units(()))


def _read_codelists(reading: Reading) -> _Codelists:
    folder = reading.folder
    lists = _Codelists()
    if sectors := reading.model(folder / "sectors.yaml", SectorsFile):
        lists.sectors = reading.by_id("sectors.yaml", "sectors", sectors.sectors)
    if areas := reading.model(folder / "areas.yaml", AreasFile):
        lists.areas = reading.by_id("areas.yaml", "areas", areas.areas)
    if breakdowns := reading.model(folder / "breakdowns.yaml", BreakdownsFile):
        lists.breakdowns = reading.by_id("breakdowns.yaml", "breakdowns", breakdowns.breakdowns)
    if units := reading.model(folder / "units.yaml", UnitsFile):
        lists.units = reading.by_id("units.yaml", "units", units.units)
        try:
            lists.unit_table = unit_table(lists.units)
        except UnitError as error:
            reading.report(
                "units.yaml", ("units",), "units-contradict", reason_zh=str(error),
                reason_en=str(error),
            )
    return lists


def unit_table(entries: Mapping[str, UnitEntry]) -> Units:
    """Return the units as the figure grammar takes them.

    Raises:
        UnitError: They contradict each other.
    """
    return Units(
        Unit(entry.id, entry.written, entry.kind, entry.base or entry.id, entry.factor)
        for entry in entries.values()
    )


def _read_definitions(
    reading: Reading, lists: _Codelists
) -> dict[str, tuple[str, DefinitionsFile]]:
    definitions: dict[str, tuple[str, DefinitionsFile]] = {}
    for path in yaml_files(reading.folder / "definitions"):
        entry = reading.model(path, DefinitionsFile)
        if entry is None:
            continue
        name = f"definitions/{path.name}"
        if path.stem != entry.sector:
            reading.report(
                name, ("sector",), "file-name", found=entry.sector,
                expected=f"definitions/{entry.sector}.yaml",
            )
        if entry.sector in definitions:
            reading.report(
                name, ("sector",), "duplicate-id", found=entry.sector,
                other=definitions[entry.sector][0],
            )
            continue
        definitions[entry.sector] = (name, entry)
    # The order of the sectors is the order of everything.
    order = {sector: number for number, sector in enumerate(lists.sectors)}
    return dict(sorted(definitions.items(), key=lambda item: order.get(item[0], len(order))))


def _read_documents(reading: Reading) -> dict[str, tuple[str, DocumentFile]]:
    documents: dict[str, tuple[str, DocumentFile]] = {}
    paths = yaml_files(reading.folder / "documents")
    if not paths:
        reading.problems.append(Problem("documents", 1, 1, "no-documents"))
    for path in paths:
        entry = reading.model(path, DocumentFile)
        if entry is None:
            continue
        name, document_id = f"documents/{path.name}", entry.document.id
        if path.stem != document_id:
            reading.report(
                name, ("document", "id"), "file-name", found=document_id,
                expected=f"documents/{document_id}.yaml",
            )
        if document_id in documents:
            reading.report(
                name, ("document", "id"), "duplicate-id", found=document_id,
                other=documents[document_id][0],
            )
            continue
        documents[document_id] = (name, entry)
    return documents


def _catalog(
    reading: Reading,
    fingerprint: str,
    lists: _Codelists,
    definition_files: dict[str, tuple[str, DefinitionsFile]],
    documents: dict[str, tuple[str, DocumentFile]],
) -> Catalog:
    indicators: dict[str, Indicator] = {}
    sector_of: dict[str, str] = {}
    file_of: dict[str, str] = {}
    for sector, (name, entry) in definition_files.items():
        for indicator_id, indicator in reading.by_id(name, "indicators", entry.indicators).items():
            if indicator_id in indicators:
                number = entry.indicators.index(indicator)
                reading.report(
                    name, ("indicators", number, "id"), "duplicate-id", found=indicator_id,
                    other=file_of[indicator_id],
                )
                continue
            indicators[indicator_id] = indicator
            sector_of[indicator_id] = sector
            file_of[indicator_id] = name
    # A name is only reported as unknown where the file that should hold it could be read.
    context = checks.Context(
        sectors=lists.sectors, units=lists.units, unit_table=lists.unit_table, areas=lists.areas,
        breakdowns=lists.breakdowns, indicators=indicators, sector_of=sector_of, file_of=file_of,
        unread=frozenset(reading.unread), report=reading.report,
    )
    observations: list[Observation] = []
    for name, entry in definition_files.values():
        checks.check_definitions(context, name, entry)
    checks.check_cycles(context)
    for name, document in documents.values():
        rows = observe(context, name, document, reading.at)
        checks.check_document(context, name, document, rows)
        observations.extend(row for _, row in rows)
    if documents and not reading.unread:
        checks.check_unused(context, definition_files, observations)
    return Catalog(
        folder=reading.folder,
        fingerprint=fingerprint,
        sectors=lists.sectors,
        units=lists.units,
        unit_table=lists.unit_table,
        areas=lists.areas,
        breakdowns=lists.breakdowns,
        definitions={key: entry for key, (_, entry) in definition_files.items()},
        indicators=indicators,
        sector_of=sector_of,
        documents={key: entry for key, (_, entry) in documents.items()},
        observations=tuple(observations),
        problems=tuple(
            sorted(reading.problems, key=lambda p: (p.file, p.line, p.column, p.code))
        ),
    )
