"""Every kind of problem, in both languages: a table a subject, gathered here."""

from __future__ import annotations

from functools import cache

from indicators.reading.kinds.catalog import CATALOG_PROBLEMS
from indicators.reading.kinds.causes import CAUSES
from indicators.reading.kinds.counted import COUNTED
from indicators.reading.kinds.dates import DATE_PROBLEMS
from indicators.reading.kinds.evidence import EVIDENCE_PROBLEMS
from indicators.reading.kinds.folder import FOLDER_PROBLEMS
from indicators.reading.kinds.kind import Kind, Severity
from indicators.reading.kinds.leading import LEADING_PROBLEMS
from indicators.reading.kinds.letters import LETTER_PROBLEMS
from indicators.reading.kinds.places import PLACE_PROBLEMS
from indicators.reading.kinds.plausibility import PLAUSIBILITY_PROBLEMS
from indicators.reading.kinds.reader import READER_PROBLEMS
from indicators.reading.kinds.written import WRITTEN_PROBLEMS

__all__ = [
    "CATALOG_PROBLEMS",
    "CAUSES",
    "COUNTED",
    "DATE_PROBLEMS",
    "EVIDENCE_PROBLEMS",
    "FOLDER_PROBLEMS",
    "LETTER_PROBLEMS",
    "PLACE_PROBLEMS",
    "PLAUSIBILITY_PROBLEMS",
    "READER_PROBLEMS",
    "WRITTEN_PROBLEMS",
    "Kind",
    "Severity",
    "kinds",
]


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of problem by its code."""
    reader = {code: Kind(*texts) for code, texts in READER_PROBLEMS.items()}
    return {
        **CATALOG_PROBLEMS, **CAUSES, **COUNTED, **DATE_PROBLEMS, **EVIDENCE_PROBLEMS,
        **FOLDER_PROBLEMS, **LEADING_PROBLEMS, **LETTER_PROBLEMS, **PLACE_PROBLEMS, **PLAUSIBILITY_PROBLEMS, **WRITTEN_PROBLEMS,
        **reader,
    }
