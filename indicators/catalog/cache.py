"""What was read of a large folder, kept for the next time, by the contents of each file.

It lies in the user's folder for such things (``~/.cache/digital-economy-indicators`` on Linux), or where
``INDICATORS_CACHE`` says; ``off`` keeps nothing. It may be deleted at any time. What is in it counts for
nothing but these very bytes of a file, read by this very program, with these codelists and definitions;
whatever is damaged, foreign, or may be someone else's is read anew, and nobody is told.

Each folder has a few files of its own, which are written whole under a new name and never changed, so
that two processes can't disturb each other: what one takes away, the other reads from the documents.
"""

from __future__ import annotations

import hashlib
import os
import platform
import stat
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import pydantic
import yaml
from platformdirs import user_cache_path

from indicators.catalog.segments import DamagedError, Made, decode
from indicators.catalog.sources import Source

VARIABLE: Final = "INDICATORS_CACHE"
"""Names another folder to keep what was read in, or ``off``."""
_NOWHERE: Final = frozenset(("", "off", "no", "none", "0"))
_NAME: Final = "digital-economy-indicators"
MOST_BYTES: Final = 1_000_000_000
"""How much is kept in all; what was used longest ago goes first."""
MOST_FILES: Final = 8
"""Files of one folder that are held together before they are made one."""
_END: Final = ".read"
_HEAD: Final = b"indicators read 1\n"
_DIGEST: Final = 32
_ROOMS: Final = ("figures", "reading", "models", "catalog")
"""The rooms that decide what is made of a file."""


def cache_folder() -> Path | None:
    """Return where what was read is kept; None for nowhere."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return None if named.strip().lower() in _NOWHERE else Path(named)
    found = user_cache_path(_NAME, appauthor=False)
    return found if found.is_absolute() else None  # A user without a home has no such folder.


@cache
def program() -> bytes:
    """Return what stands for this program: its code, as far as that reads files, and what it stands on.

    Nothing where the code isn't there to be looked at: then nothing can be kept.
    """
    digest = hashlib.blake2b(digest_size=16)
    versions = (pydantic.VERSION, yaml.__version__, platform.python_version(), sys.byteorder)
    digest.update("\0".join(versions).encode())
    package = Path(__file__).resolve().parents[1]
    code = [path for room in _ROOMS for path in sorted((package / room).rglob("*.py"))]
    for path in code:
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.digest() if code else b""


def key_of(vocabulary: Mapping[str, Source[Any]]) -> str:
    """Return what stands for all that a document's reading depends on but the document.

    Args:
        vocabulary: The codelists and definitions.

    Returns:
        Nothing, if that isn't known.
    """
    if not program():
        return ""
    digest = hashlib.blake2b(program(), digest_size=12)
    for name, source in vocabulary.items():
        digest.update(f"\0{name}\0".encode())
        digest.update(source.digest)
    return digest.hexdigest()


class Cache:
    """What is kept of one data folder.

    Args:
        folder: The data folder.
        place: Where what was read is kept; None for nowhere.
    """

    def __init__(self, folder: Path, place: Path | None) -> None:
        name = hashlib.blake2b(os.fsencode(folder.absolute()), digest_size=8).hexdigest()
        self._root = place
        self._folder = None if place is None else place / name
        self._files: list[Path] = []

    def load(self, key: str) -> dict[tuple[str, bytes], Made]:
        """Return the documents that are kept, by file and digest.

        Args:
            key: What else they must have been read with: `key_of`.
        """
        found: dict[tuple[str, bytes], Made] = {}
        self._files = []
        if self._folder is None or not key:
            return found
        for path in _newest(self._folder, key):
            data = _read(path)
            if data is None:
                continue
            try:
                made = {(one.source.name, one.source.digest): one for one in decode(data)}
            except DamagedError:
                continue
            self._files.append(path)
            found = made | found
        return found

    @property
    def crowded(self) -> bool:
        """Whether what was loaded lies in so many files that one should be made of them."""
        return len(self._files) >= MOST_FILES

    def save(self, key: str, encoded: Callable[[], bytes], whole: bool) -> bool:
        """Keep documents; return whether that was possible.

        Args:
            key: What they were read with.
            encoded: Makes the segment.
            whole: Whether it holds all of the folder, so that other files needn't be kept.
        """
        if self._root is None or self._folder is None or not key:
            return False
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = _write(self._folder, key, encoded())
            others = [one for one in _listed(self._folder) if one != path]
            unneeded = [one for one in others if whole and one.name.startswith(key)]
            _delete(unneeded)
            self._files = [path] if whole else [*self._files, path]
            _delete(_too_much(self._root, path))
        except (OSError, ValueError):  # A folder that can't be written, a full disk: it is read anew.
            return False
        return True


def _newest(folder: Path, key: str) -> list[Path]:
    """Return the files that were read with what ``key`` stands for, the newest first."""
    try:
        found = [path for path in _listed(folder) if path.name.startswith(key)]
    except OSError:
        return []
    return sorted(found, key=_used, reverse=True)


def _listed(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(os.listdir(folder)) if name.endswith(_END)]


def _used(path: Path) -> float:
    """Return when a file was last used; 0 if it is gone."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _read(path: Path) -> bytes | None:
    """Return what a file holds, if it is whole, and nobody else can have written it."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(path, flags | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:  # noqa: PTH123 (with these flags)
            status = os.fstat(stream.fileno())
            if not _is_own(status) or status.st_size > MOST_BYTES:
                return None
            head = stream.read(len(_HEAD) + _DIGEST)
            data = stream.read()
    except (OSError, MemoryError):
        return None
    if head != _HEAD + hashlib.blake2b(data, digest_size=_DIGEST).digest():
        return None
    with suppress(OSError):
        os.utime(path)  # It was used.
    return data


def _is_own(status: os.stat_result) -> bool:
    """Say whether a file is the user's own, and nobody else may write it."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True  # pragma: no cover - Windows has no such bits; its folder is the user's
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _write(folder: Path, key: str, data: bytes) -> Path:
    """Write a file whole, under a name of its own, and return it."""
    handle, name = tempfile.mkstemp(prefix=f"{key}-", suffix=".part", dir=folder)
    part = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 (of a handle)
            stream.write(_HEAD + hashlib.blake2b(data, digest_size=_DIGEST).digest())
            stream.write(data)
        return part.replace(part.with_suffix(_END))
    except BaseException:
        _delete([part])
        raise


def _too_much(root: Path, but: Path) -> Collection[Path]:
    """Return the files that are to go: too many bytes together, or left half written long ago."""
    found: list[tuple[float, int, Path]] = []
    for path in root.glob("*/*"):
        with suppress(OSError):
            status = path.stat()
            found.append((status.st_mtime, status.st_size, path))
    newest = max((used for used, _, _ in found), default=0.0)
    left = [path for used, _, path in found if path.suffix == ".part" and used < newest - 3600]
    total = 0
    for _, size, path in sorted(found, reverse=True):
        if path.suffix == _END and path != but:
            total += size
            if total > MOST_BYTES:
                left.append(path)
    return left


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # Another process may have done so, or holds it open.
            path.unlink()
