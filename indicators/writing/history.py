"""What was saved lately, and taking the last of it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from indicators.writing.changes import Change, changed_elsewhere
from indicators.writing.whole import KEPT, read_record, saves, write_all


@dataclass(frozen=True, slots=True)
class Past:
    """A save.

    Attributes:
        name: What it is called in the history.
        time: When it was made, in UTC.
        author: Who made it; empty if nobody said.
        message: What was done.
        files: The names of its files.
    """

    name: str
    time: datetime
    author: str
    message: str
    files: tuple[str, ...]


def history(folder: Path, most: int = KEPT) -> list[Past]:
    """Return the last saves, the newest first; one whose record is damaged is left out.

    Args:
        folder: The data folder.
        most: How many saves are looked at.
    """
    found = []
    for place in saves(folder)[:most]:
        try:
            record = read_record(place)
            found.append(Past(
                place.name, datetime.fromisoformat(record["time"]), str(record["author"]),
                str(record["message"]), tuple(str(file["name"]) for file in record["files"]),
            ))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def undo(folder: Path, name: str, *, author: str = "", message: str = "") -> tuple[Change, ...]:
    """Take a save back, as another save: its files are again what they were before it.

    Args:
        folder: The data folder.
        name: The save's name in the history.
        author: Who takes it back.
        message: What to say of it in the history.

    Returns:
        What was changed.

    Raises:
        ConflictError: Its files were changed since; nothing is written.
        OSError: The save isn't kept any more, or the folder can't be written; all is as it was.
    """
    changes = taken_back(folder, name)
    write_all(folder, changes, author=author, message=message)
    return changes


def taken_back(folder: Path, name: str) -> tuple[Change, ...]:
    """Return what would take a save back.

    Raises:
        OSError: The save isn't kept any more.
    """
    place = next((place for place in saves(folder) if place.name == name), None)
    if place is None:
        raise FileNotFoundError(name)
    return tuple(
        Change(
            str(file["name"]),
            (place / f"before-{number}").read_bytes() if file["before"] else None,
            str(file["after"]),
        )
        for number, file in enumerate(read_record(place)["files"])
    )


def can_undo(folder: Path, name: str) -> bool:
    """Say whether a save can be taken back: its files are still as it left them."""
    try:
        return not changed_elsewhere(folder, taken_back(folder, name))
    except (OSError, ValueError, KeyError):
        return False
