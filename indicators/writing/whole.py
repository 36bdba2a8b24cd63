"""Several files put in place as one.

Everything is written beside the data first, into a hidden folder of the data folder's own file system.
Then one renaming says that it shall be so; from there on nothing is needed but further renamings. Who
is killed before has changed nothing. Who is killed after has left the mark, and whoever looks at the
folder next finishes the work (`settle`), so that no reader takes a half for the whole.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from indicators.writing.changes import (
    Change,
    ConflictError,
    changed_elsewhere,
    check_names,
    contents,
    digest,
)

ASIDE: Final = ".saving"
"""The hidden folder; the data's readers leave it alone for its name."""
PENDING: Final = "pending"
"""The mark: names the save that shall be finished, or taken back."""
RECORD: Final = "record.json"
DONE: Final = "done"
KEPT: Final = 20
"""Saves that can be looked at, and the last of them undone."""
_PATIENCE: Final = 10.0
"""Seconds to wait for somebody else who is saving."""


def write_all(
    folder: Path, changes: Sequence[Change], *, author: str = "", message: str = ""
) -> str:
    """Put files in place, all of them or none.

    Args:
        folder: The data folder.
        changes: The files as they shall be.
        author: Who does it, for the history.
        message: What was done, likewise.

    Returns:
        The save's name in the history.

    Raises:
        NameRefusedError: A name leads out of the folder, or is none that every system can have.
        ConflictError: Files were changed by somebody else since; nothing is written.
        OSError: The folder can't be written, or is full; all is as it was. If even that couldn't be
            done, `settle` will; until then the folder is reported as unfinished.
        TimeoutError: Somebody else has been saving for too long.
    """
    folder = folder.resolve()
    check_names(folder, changes)
    with _alone(folder, _PATIENCE):
        _settle(folder)
        if changed := changed_elsewhere(folder, changes):
            raise ConflictError(changed)
        _tidy(folder)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
        place = folder / ASIDE / name
        try:
            _prepare(folder, place, changes, author, message)
            _mark(folder, name, back=False)
        except BaseException:
            if not (folder / ASIDE / PENDING).exists():  # Else it will be finished.
                shutil.rmtree(place, ignore_errors=True)
            raise
        try:
            _settle(folder)
        except OSError:
            with suppress(OSError):  # Then the mark stays, and says which way it shall go.
                _mark(folder, name, back=True)
                _settle(folder)
            raise
        return name


def settle(folder: Path) -> bool:
    """Finish what a save that broke off has left; return whether the folder is whole.

    Where nothing is left to do, that is one look for one file. It never waits: while somebody is
    saving, or where the folder can't be written, the folder isn't whole.
    """
    if not (folder / ASIDE / PENDING).exists():
        return True
    try:
        folder = folder.resolve()
        with _alone(folder, 0):
            _settle(folder)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _prepare(
    folder: Path, place: Path, changes: Sequence[Change], author: str, message: str
) -> None:
    """Write aside what shall be, and what was."""
    place.mkdir()
    files = []
    for number, change in enumerate(changes):
        now = contents(folder, change.name)
        files.append({"name": change.name, "before": digest(now), "after": digest(change.data)})
        for key, data in (("before", now), ("after", change.data)):
            if data is not None:
                _write(place / f"{key}-{number}", data)
                if now is not None:
                    shutil.copymode(folder / change.name, place / f"{key}-{number}")
        (folder / change.name).parent.mkdir(exist_ok=True)
    record = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "author": author, "message": message, "files": files,
    }
    _write(place / RECORD, json.dumps(record, ensure_ascii=False, indent=1).encode())
    _sync(place)


def _settle(folder: Path) -> None:
    """Do what the mark says, if there is one, and take the mark away."""
    aside = folder / ASIDE
    try:
        mark = json.loads((aside / PENDING).read_bytes())
    except FileNotFoundError:
        return
    place = aside / str(mark["save"])
    files = read_record(place)["files"]
    key = "before" if mark["back"] else "after"
    folders = {aside, place}
    for number, file in enumerate(files):
        target = (folder / file["name"]).resolve()
        folders.add(target.parent)
        if file[key]:
            _put(place / f"{key}-{number}", target)
        else:
            target.unlink(missing_ok=True)
    for one in folders:
        _sync(one)
    if mark["back"]:
        (aside / PENDING).unlink()
        shutil.rmtree(place, ignore_errors=True)
        return
    (place / DONE).touch()
    (aside / PENDING).unlink()
    for number in range(len(files)):
        (place / f"after-{number}").unlink(missing_ok=True)


def _put(source: Path, target: Path) -> None:
    """Put a file in its place by a renaming; the source stays, for who has to do it again."""
    shadow = source.with_suffix(".put")
    shadow.unlink(missing_ok=True)
    try:
        os.link(source, shadow)
    except OSError:  # A file system without hard links.
        shutil.copy(source, shadow)
        with shadow.open("rb+") as stream:
            os.fsync(stream.fileno())
    shadow.replace(target)


def _mark(folder: Path, name: str, *, back: bool) -> None:
    """Say that a save shall be finished, or taken back; from here on it will be."""
    aside = folder / ASIDE
    _write(aside / f"{PENDING}.new", json.dumps({"save": name, "back": back}).encode())
    (aside / f"{PENDING}.new").replace(aside / PENDING)
    _sync(aside)


def read_record(place: Path) -> Mapping[str, Any]:
    """Return what is recorded of a save.

    Raises:
        OSError: It can't be read.
        ValueError: It is damaged.
    """
    record: Mapping[str, Any] = json.loads((place / RECORD).read_bytes())
    return record


def saves(folder: Path) -> list[Path]:
    """Return the folders of the saves that are done, the newest first."""
    try:
        found = sorted((folder / ASIDE).iterdir(), key=lambda place: place.name, reverse=True)
    except OSError:
        return []
    return [place for place in found if (place / DONE).exists()]


def _tidy(folder: Path) -> None:
    """Take away what broken-off saves have left, and the oldest."""
    kept = {place.name for place in saves(folder)[: KEPT - 1]}
    for place in (folder / ASIDE).iterdir():
        if place.is_dir() and place.name not in kept:
            shutil.rmtree(place, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Wait until the disk has the folder's names; where the system can't say so, go on."""
    if os.name == "nt":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def _alone(folder: Path, patience: float) -> Iterator[None]:
    """Be the only one who saves; the system ends it for who is killed.

    Raises:
        TimeoutError: Somebody else doesn't come to an end.
        OSError: The folder can't be written.
    """
    from filelock import FileLock  # needed by who saves alone

    aside = folder / ASIDE
    aside.mkdir(exist_ok=True)
    if not (aside / ".gitignore").exists():
        (aside / ".gitignore").write_text("*\n", encoding="ascii")
    with FileLock(aside / "lock", timeout=patience):
        yield
