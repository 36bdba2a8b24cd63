"""What a folder has lost since it was last good: what a single reading of it can't know."""

from __future__ import annotations

from typing import Final

from indicators.catalog.check_folder import vanished
from indicators.catalog.files import EVIDENCE_FILE, LEDGER_FILE
from indicators.catalog.model import Catalog
from indicators.reading.consequences import causes_first
from indicators.reading.problems import Problem

_MISSED: Final = {"no-evidence": EVIDENCE_FILE, "no-ledger": LEDGER_FILE}
"""What is a reminder where there never was such a file, and a loss where there was one."""


def losses(good: Catalog, now: Catalog) -> list[Problem]:
    """Return what is gone that was there when the folder was last good, but for what is declared.

    The document that led is missed whether or not the ledger knows it: without it another one would
    take its place as if nothing had happened.

    Args:
        good: The folder when it was last good.
        now: The folder as it is now.
    """
    found = [
        Problem(problem.file, 1, 1, "missing-file", {"found": problem.file})
        for problem in now.problems
        if problem.code in _MISSED and problem.code not in {known.code for known in good.problems}
    ]
    leading = good.main_document
    if leading is not None and all(problem.file != "documents" for problem in now.errors):
        document = leading.document.id
        there = document in now.documents or document in {
            one.document for one in now.evidence.withdrawn
        }
        file = f"documents/{document}.yaml"
        if not there and all(problem.file != file for problem in now.errors):
            renamed = next((
                problem.file for problem in now.problems if problem.details.get("expected") == file
            ), "")
            found.append(vanished(document, str(len(leading.claims)), renamed))
    return found


def with_losses(good: Catalog, now: Catalog) -> tuple[Problem, ...]:
    """Return what is wrong with the folder as it is now, what is gone among it."""
    found = losses(good, now)
    if not found:
        return now.problems
    told = {problem.file for problem in found} | {problem.details.get("other") for problem in found}
    rest = [problem for problem in now.problems if problem.file not in told]
    return causes_first([*rest, *found])
