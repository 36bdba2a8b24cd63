"""What is to be changed, and on what it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"(?:[a-z][a-z0-9_]*/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
"""Names that Windows takes for devices, whatever their ending."""


class NameRefusedError(ValueError):
    """A file has a name that nothing is written under; the message is the name."""


class ConflictError(Exception):
    """Files aren't any more as they were when somebody began to change them.

    Attributes:
        names: Those files.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Change:
    """One file as it shall be.

    Attributes:
        name: Its name relative to the data folder, with ``/``: ``documents/gz-2026.yaml``.
        data: Its contents; None if it shall be gone.
        before: The `digest` of the contents it was made from; empty for a file that wasn't there.
    """

    name: str
    data: bytes | None
    before: str = ""


def digest(data: bytes | None) -> str:
    """Return what tells contents from others (SHA-256, hexadecimal); empty where there is no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def contents(folder: Path, name: str) -> bytes | None:
    """Return what a file holds now; None if there is none.

    Raises:
        OSError: It can't be read.
    """
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        return None


def changed_elsewhere(folder: Path, changes: Sequence[Change]) -> list[str]:
    """Return the names of those files that somebody else has changed meanwhile.

    A file that already is what it shall be is no conflict, whoever made it so.
    """
    return [
        change.name for change in changes
        if digest(now := contents(folder, change.name)) != change.before and now != change.data
    ]


def check_names(folder: Path, changes: Sequence[Change]) -> None:
    """Refuse names that lead out of the folder, or that another system can't have.

    Raises:
        NameRefusedError: For the first of them, and for a name that comes twice.
    """
    seen: set[str] = set()
    for change in changes:
        last = change.name.rpartition("/")[2]
        if (
            not _NAME.fullmatch(change.name) or _DEVICES.fullmatch(last) or last.endswith(".")
            or change.name.lower() in seen or _leads_out(folder, change.name)
        ):
            raise NameRefusedError(change.name)
        seen.add(change.name.lower())


def _leads_out(folder: Path, name: str) -> bool:
    """Say whether a name, its links followed, is of a file outside the folder."""
    return not (folder / name).resolve().is_relative_to(folder.resolve())
