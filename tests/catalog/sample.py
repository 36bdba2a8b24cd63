"""A small data folder of the tests' own, in ``tests/reading/sample/``: two documents, free of problems."""

from __future__ import annotations

import shutil
from pathlib import Path

from indicators.catalog import read_catalog
from tests.conftest import PROJECT

SAMPLE = PROJECT / "tests" / "reading" / "sample"
REPLY = "documents/gz-example.yaml"
OTHER = "documents/gz-other.yaml"


def copied(place: Path) -> Path:
    """Copy the sample into a folder."""
    return Path(shutil.copytree(SAMPLE, place / "sample"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Change the first ``old`` in a file; fail if it isn't there."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(folder: Path) -> list[tuple[str, str]]:
    """Return file and code of every problem that reading finds."""
    return [(problem.file, problem.code) for problem in read_catalog(folder).problems]
