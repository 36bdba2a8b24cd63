"""What ``data/evidence.yaml`` declares: which claim goes first, why figures differ, known faults.

The file may be missing; then the project's own order of precedence holds and nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from indicators.catalog import Catalog
from indicators.catalog.files import EVIDENCE_FILE
from indicators.catalog.validation import nearest, validate
from indicators.models import DEFAULT_EVIDENCE, EvidenceFile, Text
from indicators.reading.problems import Problem
from indicators.reading.reader import position, read_file

CheckKind = Literal["parts", "subset", "increment", "ratio", "growth"]
Outcome = Literal["consistent", "edge", "contradictory", "open"]
Report = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Declared:
    """The file's content, or the default, and what is wrong with it."""

    content: EvidenceFile
    problems: tuple[Problem, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """Line and column of each entry under ``known``."""

    def because(self, indicator: str, one: str, other: str) -> Text | None:
        """Return why two documents may differ in an indicator, if that is declared."""
        for entry in self.content.differs:
            if entry.indicator == indicator and set(entry.documents) == {one, other}:
                return entry.because
        return None


def read_declared(catalog: Catalog) -> Declared:
    """Read ``evidence.yaml`` from the catalogue's folder and check what it names."""
    path = Path(catalog.folder) / EVIDENCE_FILE
    if not path.exists():
        return Declared(DEFAULT_EVIDENCE)
    _, parsed = read_file(path, EVIDENCE_FILE)
    problems = list(parsed.problems)
    if parsed.root is None:
        return Declared(DEFAULT_EVIDENCE, tuple(problems))
    root = parsed.root
    entry, found = validate(EvidenceFile, root, EVIDENCE_FILE)
    problems += found
    if entry is None:
        return Declared(DEFAULT_EVIDENCE, tuple(problems))

    def report(loc: tuple[int | str, ...], code: str, **details: str) -> None:
        line, column = position(root, loc)
        problems.append(Problem(EVIDENCE_FILE, line, column, code, details))

    _check(catalog, entry, report)
    lines = tuple(position(root, ("known", number)) for number in range(len(entry.known)))
    return Declared(entry, tuple(problems), lines)


def _check(catalog: Catalog, entry: EvidenceFile, report: Report) -> None:
    def known(loc: tuple[int | str, ...], code: str, found: str, ids: list[str]) -> None:
        if found not in ids:
            report(loc, code, found=found, nearest=nearest(found, ids))

    indicators, documents = list(catalog.indicators), list(catalog.documents)
    for number, step in enumerate(entry.precedence):
        missing = {"trust": not step.order, "date": step.first is None}[step.by]
        if missing:
            key = {"trust": "order", "date": "first"}[step.by]
            report(("precedence", number), "missing-key", found=key)
    for number, difference in enumerate(entry.differs):
        place = ("differs", number)
        known((*place, "indicator"), "unknown-indicator", difference.indicator, indicators)
        for item, document in enumerate(difference.documents):
            known((*place, "documents", item), "unknown-document", document, documents)
    for number, fault in enumerate(entry.known):
        place = ("known", number)
        known((*place, "indicator"), "unknown-indicator", fault.indicator, indicators)
        known((*place, "document"), "unknown-document", fault.document, documents)
