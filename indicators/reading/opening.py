"""Opening a file of the data folder: only what is a file, and nothing that makes one wait."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from indicators.reading.limits import MAX_BYTES
from indicators.reading.problems import Problem, reason_of

_PLAINLY: Final = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
"""How a file is opened: a pipe put in its place meanwhile isn't waited for."""


def read_bytes(path: Path, name: str, most: int = MAX_BYTES) -> bytes | Problem:
    """Return the bytes of a file, or why they can't be had.

    Pipes, devices and what else is no regular file are never opened: opening one may wait for
    ever, or do something. A file that says it is empty isn't opened either, for those of the
    system do so (``/proc/kmsg``) and then keep the reader waiting.

    Args:
        path: The file.
        name: What the problem calls it.
        most: How many bytes it may have.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _no_file(name, status)
        if status.st_size > most:
            details = {"found": str(status.st_size), "expected": str(most)}
            return Problem(name, 1, 1, "file-too-big", details)
        if not status.st_size:
            return b""
        with open(os.open(path, _PLAINLY), "rb") as stream:  # noqa: PTH123 (with these flags)
            status = os.fstat(stream.fileno())  # what was looked at may be another file by now
            if not stat.S_ISREG(status.st_mode):
                return _no_file(name, status)
            return stream.read(most + 1) if status.st_size else b""
    except FileNotFoundError:
        if path.is_symlink():
            return Problem(name, 1, 1, "dangling-link", {"found": _link(path)})
        return Problem(name, 1, 1, "missing-file", {"found": name})
    except (OSError, ValueError) as error:
        return Problem(name, 1, 1, "unreadable-file", {"found": name, **reason_of(error)})


def _no_file(name: str, status: os.stat_result) -> Problem:
    """Refuse what is no regular file."""
    folder = stat.S_ISDIR(status.st_mode)
    return Problem(name, 1, 1, "not-a-file", {
        "found": "folder" if folder else "special file", "expected": "file",
        "reason_zh": "文件夹" if folder else "特殊文件",
        "reason_en": "a folder" if folder else "a special file",
    })


def _link(path: Path) -> str:
    """Return where a link points to."""
    try:
        return str(path.readlink())
    except OSError:  # Changed meanwhile.
        return path.name
