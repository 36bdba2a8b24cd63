"""Definitions that come with the program: common indicators, which a data folder may take over.

A folder names the shelves it wants (``shelves`` in ``sectors.yaml``). Drafts then recognise what
stands on them too, and print the definition for the maintainer to put into a definitions file: it is
that file which counts from then on. What the folder defines itself always wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.sources import make_source
from indicators.figures.units import fold_width
from indicators.models import AreaLevel, Indicator, ValidRange
from indicators.models.shelves import ShelfFile
from indicators.texts.place_ranges import range_in

FOLDER: Final = Path(__file__).resolve().parents[1] / "shelves"


@cache
def shelf(name: str) -> ShelfFile:
    """Return a shelf that comes with the program.

    Raises:
        KeyError: There is no such shelf, or its file is damaged.
    """
    path = FOLDER / f"{name}.yaml"
    try:
        source = make_source(path.name, ShelfFile, path.read_bytes())
    except OSError:
        raise KeyError(name) from None
    if source.entry is None or source.problems:
        raise KeyError(f"{name}: {'; '.join(one.as_text('en') for one in source.problems)}")
    return source.entry


def entries(path: Path, ids: Iterable[str]) -> dict[str, str]:
    """Return the lines of entries of a YAML file, as they stand there, by their ids."""
    wanted = set(ids)
    found: dict[str, str] = {}
    for block in path.read_text(encoding="utf-8").split("\n  - id: ")[1:]:
        name = block.split("\n", 1)[0].strip()
        if name in wanted:
            found[name] = "  - id: " + block.rstrip("\n")
    return found


def written(shelves: Iterable[str], ids: Iterable[str], level: AreaLevel) -> dict[str, str]:
    """Return the definitions of indicators as their shelves write them, by id, with the range of a place's level."""
    wanted = list(ids)
    found: dict[str, str] = {}
    for name in shelves:
        there = entries(FOLDER / f"{name}.yaml", wanted)
        found |= {
            entry.id: _for_level(there[entry.id], range_in(entry, level))
            for entry in shelf(name).indicators if entry.id in there
        }
    return found


def _for_level(entry: str, valid: ValidRange | None) -> str:
    lines = []
    for line in entry.split("\n"):
        if line.startswith("    nationwide: "):
            continue
        if valid is not None and line.startswith("    valid: "):
            line = f"    valid: {{min: {valid.min:f}, max: {valid.max:f}}}"
        lines.append(line)
    return "\n".join(lines)


def within(entry: str, known: Iterable[str]) -> str:
    """Return an entry's lines without what names indicators that aren't there."""
    there = set(known)
    lines = []
    for line in entry.split("\n"):
        key, _, value = line.strip().partition(": ")
        if key == "subset_of" and value not in there:
            continue
        if key == "related":
            kept = [name for name in value.strip("[]").split(", ") if name in there]
            if not kept:
                continue
            line = f"    related: [{', '.join(kept)}]"
        lines.append(line)
    return "\n".join(lines)


def with_shelves(catalog: Catalog) -> Catalog:
    """Return a catalogue whose indicators include those of its shelves that it doesn't define."""
    own = catalog.indicators
    taken = {name for entry in own.values() for name in _names(entry)}
    added: dict[str, Indicator] = {}
    for name in catalog.shelves:
        for entry in shelf(name).indicators:
            if entry.id not in own and entry.unit in catalog.units and not _names(entry) & taken:
                added[entry.id] = entry
    if not added:
        return catalog
    together: Mapping[str, Indicator] = {**own, **added}
    return replace(catalog, indicators=together)


def _names(entry: Indicator) -> set[str]:
    """Return what an indicator is called, as names are compared."""
    return {
        "".join(fold_width(name).lower().split())
        for name in (entry.name.zh, *entry.aliases)
    }
