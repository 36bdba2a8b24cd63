"""What was read of a large folder, kept from one start of the program to the next.

One file a folder, in the cache folder of whoever runs the program, not beside the data: those may be
read-only, and are others' to publish. It may be deleted at any time. Whatever is wrong with it, it is
made anew, and nobody is told: that it is damaged, of another version of the program or of other
codelists, can't be read or written.

It is written beside and put in its place at once, so that another process finds the old one or the
new one. Two versions of the program have a file each.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from indicators.catalog.batches import Batch, DamagedError, decode, encode

ENVIRONMENT_VARIABLE: Final = "INDICATORS_CACHE"
"""Names another folder for the cache; empty for none."""
_ROOMS: Final = ("figures", "reading", "models", "catalog")
"""The rooms whose code says what is read."""
_KEPT: Final = 3
"""Files kept of one folder: of the versions of the program that read it last."""
_END: Final = ".read"


def cache_folder() -> Path | None:
    """Return where the cache is; None if there is to be none, or no place for it is known."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    system = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        return (Path(system) if system else Path.home() / ".cache") / "indicators"
    except RuntimeError:  # There is no home.
        return None


@lru_cache(maxsize=1)
def code_version() -> bytes:
    """Return what stands for the code that reads, and for the Python that runs it."""
    digest = blake2b(sys.version.encode(), digest_size=8)
    package = Path(__file__).resolve().parents[1]
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in (".py", ".json"):
                digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    return digest.digest()


def load(folder: Path, key: bytes) -> Batch:
    """Return what was read of a data folder; an empty batch where nothing can be had.

    Args:
        folder: The data folder.
        key: Stands for what else it depends on; as it was when it was saved.
    """
    path = _path(folder)
    try:
        data = path.read_bytes() if path is not None else b""
        return decode(data[len(key) :]) if data.startswith(key) else Batch()
    except (OSError, DamagedError, MemoryError):
        return Batch()


def save(folder: Path, key: bytes, batch: Batch) -> None:
    """Keep what was read of a data folder, if that is possible."""
    path = _path(folder)
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123 (it is open already)
                stream.write(key)
                stream.write(encode(batch))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _tidy(path)


def _path(folder: Path) -> Path | None:
    """Return the file for a data folder and this version of the program; None if none can be had."""
    where = cache_folder()
    if where is None:
        return None
    try:
        version = code_version()
        named = blake2b(os.fsencode(folder.resolve()), digest_size=8).hexdigest()
    except OSError:
        return None
    return where / f"{named}-{version.hex()}{_END}"


def _tidy(path: Path) -> None:
    """Delete what older versions of the program kept of the same folder."""
    alike = path.parent.glob(f"{path.name.partition('-')[0]}-*{_END}")
    by_age = sorted(alike, key=lambda one: one.stat().st_mtime, reverse=True)
    for old in by_age[_KEPT:]:
        old.unlink(missing_ok=True)
