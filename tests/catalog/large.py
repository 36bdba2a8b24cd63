"""Folders that are read as large ones are, however small they are, and what is made of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from indicators.catalog import Catalog, CatalogReader, cache, gathering, many
from indicators.evidence.judging import checked


def as_large(monkeypatch: pytest.MonkeyPatch, place: Path | None = None, workers: int = 1) -> None:
    """Let every folder count as a large one.

    Args:
        monkeypatch: Undoes it.
        place: Where what was read is kept; None for nowhere.
        workers: How many processes read.
    """
    monkeypatch.setattr(gathering, "MANY_BYTES", 0)
    monkeypatch.setattr(gathering, "WORTH", 0)
    monkeypatch.setattr(many, "PART", 1000)
    monkeypatch.setattr(many, "PAYS", 0)
    monkeypatch.setattr(many, "_processors", lambda: workers)
    monkeypatch.setenv(cache.VARIABLE, "off" if place is None else str(place))


def noted(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> list[str]:
    """Return the names of the files that a module makes sources of from now on."""
    names: list[str] = []
    real = module.make_source

    def make_source(name: str, model: type, data: object) -> object:
        names.append(name)
        return real(name, model, data)

    monkeypatch.setattr(module, "make_source", make_source)
    return names


def told(catalog: Catalog) -> str:
    """Return all that a catalogue says, and what is wrong with it, to the last digit."""
    problems = [
        (replace(problem, hides=frozenset()), sorted(problem.hides), problem.needs)
        for problem in catalog.problems
    ]
    documents = {name: entry.unpacked() for name, entry in catalog.documents.items()}
    said = (catalog.fingerprint, problems, documents, catalog.worded)
    rows = "\n".join(repr(tuple(row)) for row in catalog.observations)
    return f"{said!r}\n{rows}"


def verdict(folder: Path) -> str:
    """Return what `check` has to say, and all that it rests on."""
    found = checked(CatalogReader(folder).read())
    lines = [problem.as_text(lang) for problem in found.problems for lang in ("zh", "en")]
    return "\n".join([told(found), *lines])


def kept_files(place: Path) -> list[Path]:
    """Return the files in which what was read is kept."""
    return sorted(place.glob("*/*.read"))
