"""The data folder: where it is, which files it holds, whether it has changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

CODELIST_FILES: Final = ("sectors.yaml", "units.yaml", "areas.yaml", "breakdowns.yaml")
ENVIRONMENT_VARIABLE: Final = "INDICATORS_DATA"


def data_folder() -> Path:
    """Return the data folder: ``INDICATORS_DATA``, or the project's own."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[2] / "data"


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files directly in ``folder``, by name; none if it isn't a folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [folder / name for name in names if name.endswith(".yaml")]


def folder_fingerprint(folder: Path) -> str:
    """Return a text that changes when a file of the folder is added, removed or written.

    It is made from names, sizes and times of change, so asking costs no reading; a file that is
    replaced while keeping all three escapes it, which editors don't do.
    """
    digest = hashlib.sha256()
    for place in (folder, folder / "definitions", folder / "documents"):
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:
            digest.update(f"{place.name} missing\0".encode())
            continue
        for entry in entries:
            if not entry.name.endswith(".yaml"):
                continue
            try:
                state = entry.stat()
                digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\0".encode())
            except OSError:
                digest.update(f"{entry.name} dangling\0".encode())
    return digest.hexdigest()[:16]
