"""The data folder: where it is, which files it holds, whether they have changed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from indicators.reading.problems import reason_of

CODELIST_FILES: Final = ("sectors.yaml", "units.yaml", "areas.yaml", "breakdowns.yaml")
EVIDENCE_FILE: Final = "evidence.yaml"
"""How figures of several documents are weighed; read by `indicators.evidence`, may be missing."""
ENVIRONMENT_VARIABLE: Final = "INDICATORS_DATA"
SUB_FOLDERS: Final = ("", "definitions", "documents")
_BACKUPS: Final = ("~", ".swp", ".bak", ".orig", ".rej", ".tmp")
"""How the files end that editors leave behind."""

State: TypeAlias = tuple[int, ...]
"""Size and times of a file; empty if the file can't be looked at."""


def data_folder() -> Path:
    """Return the data folder: ``INDICATORS_DATA``, or the project's own."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Listing:
    """The YAML files of a data folder at one moment.

    Attributes:
        files: The state of each file by its name relative to the folder, in the order of reading.
        strays: Files that look like data, but by their name won't be read.
        unreadable: Why a folder that should be there can't be looked into, by its name; details
            of a problem.
        exists: Whether the folder itself is there.
    """

    files: Mapping[str, State]
    exists: bool
    strays: tuple[str, ...] = ()
    unreadable: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def names(self, folder: str) -> list[str]:
        """Return the files of ``definitions`` or ``documents``; of the folder itself for ``""``."""
        return [name for name in self.files if name.rpartition("/")[0] == folder]


def list_files(folder: Path) -> Listing:
    """Look at a data folder without opening a file.

    Inode numbers are left out: some network drives make up new ones every time.
    """
    files: dict[str, State] = {}
    strays: list[str] = []
    unreadable: dict[str, tuple[tuple[str, str], ...]] = {}
    for sub in SUB_FOLDERS:
        try:
            with os.scandir(folder / sub) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            unreadable[sub] = tuple(reason_of(error).items())
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith(_BACKUPS):
                continue
            if not entry.name.isprintable():  # it would steer a terminal, or fit in no message
                shown = "".join(
                    ch if ch.isprintable() else f"\\x{ord(ch):02x}" for ch in entry.name
                )
                strays.append(f"{sub}/{shown}" if sub else shown)
            elif entry.name.endswith(".yaml"):
                name = f"{sub}/{entry.name}" if sub else entry.name
                try:
                    state = entry.stat()
                    files[name] = (state.st_size, state.st_mtime_ns, state.st_ctime_ns)
                except OSError:
                    files[name] = ()
            elif re.search(r"\.ya?ml", entry.name, re.I):
                strays.append(f"{sub}/{entry.name}" if sub else entry.name)
    exists = folder.is_dir()
    return Listing(files, exists, tuple(strays), unreadable if exists else {})


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """Return a text that stands for the contents of files, given the digest of each."""
    digest = hashlib.blake2b(digest_size=8)
    for name, content in sorted(parts.items()):
        digest.update(f"{name}\0".encode())
        digest.update(content)
    return digest.hexdigest()
