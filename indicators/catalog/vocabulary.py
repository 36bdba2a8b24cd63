"""What may be said: the codelists and the definitions, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from indicators.catalog.check_areas import check_areas
from indicators.catalog.check_definitions import check_cycles, check_definitions
from indicators.catalog.context import AllNames, Context, meant_by
from indicators.catalog.files import CODELIST_FILES, DERIVED_FILE, EVIDENCE_FILE, Listing
from indicators.catalog.nearest import nearest
from indicators.catalog.sources import Source
from indicators.figures.units import (
    KINDS,
    UNWRITTEN_KINDS,
    Unit,
    UnitError,
    UnitKind,
    Units,
)
from indicators.models import (
    LANGUAGES,
    Area,
    AreasFile,
    Breakdown,
    BreakdownsFile,
    DefinitionsFile,
    DerivedFile,
    EvidenceFile,
    Indicator,
    Model,
    Sector,
    SectorsFile,
    UnitEntry,
    UnitKindEntry,
    UnitsFile,
)
from indicators.reading.consequences import ANY, Hidden
from indicators.reading.problems import Problem, Thing
from indicators.reading.reader import Node, position, read_file, read_yaml

E = TypeVar("E", bound=Model)

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "sectors.yaml": SectorsFile,
    "units.yaml": UnitsFile,
    "areas.yaml": AreasFile,
    "breakdowns.yaml": BreakdownsFile,
    EVIDENCE_FILE: EvidenceFile,
    DERIVED_FILE: DerivedFile,
}


class Reporter:
    """Gathers problems; a place is looked up when there is something to say about it."""

    def __init__(
        self, folder: Path, instead: Mapping[str, bytes], sources: Mapping[str, Source[Any]],
        roots: Mapping[str, Node] | None = None,
        hidden: Sequence[Hidden] = (),
    ) -> None:
        self.problems: list[Problem] = []
        self._hidden = hidden
        self._sources = sources
        self._folder = folder
        self._instead = instead
        self._roots: dict[str, Node] = dict(roots or {})

    def at(self, file: str, *loc: int | str) -> tuple[int, int]:
        """Return line and column of a place in a file, in terms of what was made of it."""
        if file not in self._roots:
            data = self._instead.get(file)
            parsed = (
                read_file(self._folder / file, file)[1] if data is None else read_yaml(data, file)
            )
            self._roots[file] = parsed.root
        source = self._sources.get(file)
        if source is not None and len(loc) > 1 and loc[0] in source.kept:
            key, number = loc[0], loc[1]
            if isinstance(key, str) and isinstance(number, int):
                loc = (key, source.kept[key][number], *loc[2:])
        return position(self._roots[file], loc)

    def report(
        self, file: str, loc: tuple[int | str, ...], code: str, *, needs: tuple[Thing, ...] = (),
        hides: frozenset[Thing] = frozenset(), **details: str,
    ) -> None:
        """Note a problem at a place in a file.

        Args:
            file: The file.
            loc: The place.
            code: The kind of problem.
            needs: What isn't there; where that is hidden, the problem will only be counted, and
                its place isn't looked up.
            hides: What can't be read for it.
            **details: What was found and expected.
        """
        counted = bool(needs) and any(hidden.may_hold(needs) for hidden in self._hidden)
        line, column = (1, 1) if counted else self.at(file, *loc)
        self.problems.append(
            Problem(file, line, column, code, details, hides=hides, needs=needs)
        )

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


@dataclass(slots=True)
class Vocabulary:
    """What may be said, with everything that is wrong with it."""

    sectors: dict[str, Sector] = field(default_factory=dict)
    units: dict[str, UnitEntry] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    breakdowns: dict[str, Breakdown] = field(default_factory=dict)
    unit_table: Units = field(default_factory=lambda: Units(()))
    definitions: dict[str, tuple[str, DefinitionsFile]] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    sector_of: dict[str, str] = field(default_factory=dict)
    file_of: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    hidden: Hidden = field(default_factory=Hidden)
    names: AllNames = field(default_factory=AllNames, repr=False, compare=False)
    shelves: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    home: str = ""

    def context(self, reporter: Reporter) -> Context:
        """Return what the rules need to know."""
        return Context(
            sectors=self.sectors, units=self.units, unit_table=self.unit_table, areas=self.areas,
            breakdowns=self.breakdowns, indicators=self.indicators, sector_of=self.sector_of,
            file_of=self.file_of, report=reporter.report, home=self.home, names=self.names,
        )


def file_names(listing: Listing) -> list[str]:
    """Return the files a vocabulary is made of; a codelist that is missing is asked for too."""
    return [*CODELIST_FILES, *listing.names("definitions")]


def make_vocabulary(sources: Mapping[str, Source[Any]], reporter: Reporter) -> Vocabulary:
    """Return what the codelists and definitions say, and what is wrong with them.

    Args:
        sources: The files of `file_names`.
        reporter: A new one: its problems become the vocabulary's.
    """
    made = Vocabulary()
    for source in sources.values():
        reporter.problems.extend(source.problems)
    _take_codelists(made, sources, reporter)
    _take_definitions(made, sources, reporter)
    context = made.context(reporter)
    if isinstance(areas := sources["areas.yaml"].entry, AreasFile):
        check_areas(context, areas)
    for name, entry in made.definitions.values():
        check_definitions(context, name, entry)
    check_cycles(context, made.definitions)
    made.problems = tuple(reporter.problems)
    made.hidden = Hidden(made.problems)
    return made


def _take_codelists(
    made: Vocabulary, sources: Mapping[str, Source[Any]], reporter: Reporter
) -> None:
    entries = {name: sources[name].entry for name in CODELIST_FILES}
    if isinstance(sectors := entries["sectors.yaml"], SectorsFile):
        made.sectors = reporter.by_id("sectors.yaml", "sectors", sectors.sectors)
        made.shelves = sectors.shelves
        made.languages = tuple(dict.fromkeys(sectors.languages))
    if isinstance(areas := entries["areas.yaml"], AreasFile):
        made.areas = reporter.by_id("areas.yaml", "areas", areas.areas)
        made.home = areas.home if areas.home in made.areas else ""
    if isinstance(breakdowns := entries["breakdowns.yaml"], BreakdownsFile):
        made.breakdowns = reporter.by_id("breakdowns.yaml", "breakdowns", breakdowns.breakdowns)
    if isinstance(units := entries["units.yaml"], UnitsFile):
        made.units = reporter.by_id("units.yaml", "units", units.units)
        kinds = _kinds(units, reporter)
        _check_units(made, units, {**KINDS, **kinds}, reporter)
        try:
            made.unit_table = unit_table(made.units, kinds)
        except UnitError as error:
            # Where a unit was left out for a slip, the others may miss it: that isn't their fault.
            number = next(n for n, unit in enumerate(units.units) if unit.id == error.unit)
            reporter.report(
                "units.yaml", ("units", number, error.key), "units-contradict",
                reason_zh=error.zh, reason_en=error.en, needs=(("units", ANY),),
                hides=frozenset({("unit table", ANY)}),
            )


def _kinds(units: UnitsFile, reporter: Reporter) -> dict[str, UnitKind]:
    """Return the kinds of quantity that a table of units adds, reporting those that are known."""
    for number, entry in enumerate(units.kinds):
        if entry.id in KINDS:
            reporter.report(
                "units.yaml", ("kinds", number, "id"), "invalid-value", key="id", found=entry.id,
                reason_zh="程序已经知道这个种类", reason_en="the program knows this kind already",
                expected_zh="别的代码；沿用它就不必写", expected_en="another code, or leave it out and use it",
            )
    return unit_kinds(
        entry for entry in reporter.by_id("units.yaml", "kinds", units.kinds).values()
        if entry.id not in KINDS
    )


def _check_units(
    made: Vocabulary, units: UnitsFile, kinds: Mapping[str, UnitKind], reporter: Reporter
) -> None:
    """Report units that can't be found in a text, or that convert to none."""
    for number, unit in enumerate(units.units):
        place, hides = ("units", number), frozenset({("units", unit.id)})
        if unit.kind not in kinds:
            reporter.report(
                "units.yaml", (*place, "kind"), "unknown-kind", found=unit.kind,
                expected=", ".join(kinds),
                nearest=nearest(unit.kind, kinds, {kind.zh: key for key, kind in kinds.items()}),
                needs=(("unit kinds", unit.kind),), hides=hides,
            )
        elif not unit.written and not unit.also and unit.kind not in UNWRITTEN_KINDS:
            reporter.report("units.yaml", place, "missing-key", found="written", hides=hides)
        elif unit.base and unit.base not in made.units:
            reporter.report(
                "units.yaml", (*place, "base"), "unknown-unit", found=unit.base,
                nearest=nearest(unit.base, (like := _bases(made.units, unit)), meant_by(like)),
                needs=(("units", unit.base),), hides=hides,
            )


def _bases(units: Mapping[str, UnitEntry], unit: UnitEntry) -> dict[str, UnitEntry]:
    """Return the units that one may convert to: of its kind, and converting to none themselves."""
    return {
        key: other for key, other in units.items()
        if other.kind == unit.kind and not other.base and key != unit.id
    }


def unit_kinds(entries: Iterable[UnitKindEntry]) -> dict[str, UnitKind]:
    """Return kinds of quantity as the figure grammar takes them."""
    return {
        entry.id: UnitKind(
            entry.name.zh, entry.name.en, entry.counted == "yes", entry.signed == "yes"
        )
        for entry in entries
    }


def unit_table(entries: Mapping[str, UnitEntry], kinds: Mapping[str, UnitKind]) -> Units:
    """Return the units as the figure grammar takes them.

    Args:
        entries: The units, by id.
        kinds: The kinds of quantity that they add to those known.

    Raises:
        UnitError: They contradict each other.
    """
    none = UnitKind("", "")
    return Units(
        (
            Unit(
                entry.id, entry.written, entry.kind, entry.base or entry.id, entry.factor,
                kinds.get(entry.kind, none).counted, kinds.get(entry.kind, none).signed,
                entry.also, entry.english,
            )
            for entry in entries.values()
        ),
        kinds,
    )


def copied(copy: Source[Any], original: Source[Any]) -> str:
    """Return the code of the problem that a file has the code of another."""
    return "same-file-twice" if copy.digest == original.digest else "copied-file"


def _take_definitions(
    made: Vocabulary, sources: Mapping[str, Source[Any]], reporter: Reporter
) -> None:
    found: dict[str, tuple[str, DefinitionsFile]] = {}
    # Of several files of one sector, that counts which is named for it; the others are copies.
    named = [
        (name, source, source.entry) for name, source in sources.items()
        if isinstance(source.entry, DefinitionsFile)
    ]
    named.sort(key=lambda item: item[0] != f"definitions/{item[2].sector}.yaml")
    for name, source, entry in named:
        expected = f"definitions/{entry.sector}.yaml"
        stem = name.removeprefix("definitions/").removesuffix(".yaml")
        known = found.get(entry.sector)
        if known is not None:
            reporter.report(
                name, ("sector",), copied(source, sources[known[0]]), found=entry.sector,
                other=known[0], expected=stem if stem in made.sectors else "",
                hides=frozenset(
                    {("definitions", stem), *(("indicators", one.id) for one in entry.indicators)}
                ),
            )
            continue
        if name != expected and (entry.sector in made.sectors or stem not in made.sectors):
            reporter.report(
                name, ("sector",), "file-name", found=entry.sector, expected=expected,
                hides=frozenset({("definitions", stem)}),
            )
        found[entry.sector] = (name, entry)
    # The order of the sectors is the order of everything.
    order = {sector: number for number, sector in enumerate(made.sectors)}
    made.definitions = dict(
        sorted(found.items(), key=lambda item: order.get(item[0], len(order)))
    )
    for sector, (name, entry) in made.definitions.items():
        for indicator_id, indicator in reporter.by_id(name, "indicators", entry.indicators).items():
            if indicator_id in made.indicators:
                number = entry.indicators.index(indicator)
                reporter.report(
                    name, ("indicators", number, "id"), "duplicate-id", found=indicator_id,
                    other=made.file_of[indicator_id],
                    needs=(("copies", f"{name} {made.file_of[indicator_id]}"),),
                )
                continue
            made.indicators[indicator_id] = indicator
            made.sector_of[indicator_id] = sector
            made.file_of[indicator_id] = name
