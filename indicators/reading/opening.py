"""Opening a file of the data folder: only what is a file, and nothing that makes one wait."""

from __future__ import annotations

import stat
from pathlib import Path

from indicators.reading.limits import MAX_BYTES
from indicators.reading.problems import Problem, reason_of


def read_bytes(path: Path, name: str) -> bytes | Problem:
    """Return the bytes of a file, or why they can't be had.

    Args:
        path: The file.
        name: What the problem calls it.
    """

    def refuse(code: str, **details: str) -> Problem:
        return Problem(name, 1, 1, code, details)

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # Opening a pipe would wait for ever.
            folder = stat.S_ISDIR(status.st_mode)
            return refuse(
                "not-a-file",
                found="folder" if folder else "special file",
                expected="file",
                reason_zh="文件夹" if folder else "特殊文件",
                reason_en="a folder" if folder else "a special file",
            )
        if status.st_size > MAX_BYTES:
            return refuse("file-too-big", found=str(status.st_size), expected=str(MAX_BYTES))
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():
            return refuse("dangling-link", found=_link(path))
        return refuse("missing-file", found=name)
    except (OSError, ValueError) as error:
        return refuse("unreadable-file", found=name, **reason_of(error))


def _link(path: Path) -> str:
    """Return where a link points to."""
    try:
        return str(path.readlink())
    except OSError:  # Changed meanwhile.
        return path.name
