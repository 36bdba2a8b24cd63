"""What ``data/evidence.yaml`` declares: which claim goes first, why figures differ, known faults.

It is a source of the catalogue like every other. The file may be missing; then the project's own
order of precedence holds and nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.catalog import Catalog
from indicators.models import EvidenceFile, Text


@dataclass(frozen=True, slots=True)
class Declared:
    """The file's content, or what holds without it.

    Attributes:
        content: What the file says.
        lines: Line and column of each entry under ``known``.
    """

    content: EvidenceFile
    lines: tuple[tuple[int, int], ...] = ()

    def because(self, indicator: str, one: str, other: str) -> Text | None:
        """Return why two documents may differ in an indicator, if that is declared."""
        for entry in self.content.differs:
            if entry.indicator == indicator and set(entry.documents) == {one, other}:
                return entry.because
        return None


def declared_in(catalog: Catalog) -> Declared:
    """Return what the catalogue's ``evidence.yaml`` declares."""
    return Declared(catalog.evidence, catalog.evidence_lines)
