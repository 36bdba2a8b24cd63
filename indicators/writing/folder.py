"""A new folder, put in its place whole: everything in it, or there is no such folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp


def put_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that holds what ``fill`` writes. It is made beside its place and renamed.

    Args:
        folder: Where it will be. It may be there if it is empty.
        fill: Writes the files into the folder that it is given.

    Raises:
        FileExistsError: Something is there, or came there meanwhile; it is untouched.
        OSError: It can't be written; nothing is left behind.
    """
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{folder.name[:40]}-", dir=folder.parent))
    try:
        fill(beside)
        beside.chmod(0o755)  # temporary folders are for their owner alone
        try:
            if folder.is_dir():
                folder.rmdir()  # it is empty, or this fails; elsewhere than on Unix nothing may be in the way
            beside.rename(folder)
        except OSError:
            if folder.is_symlink() or folder.exists():
                raise FileExistsError(str(folder)) from None
            raise
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def replace_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Put a folder in the place of one that is there, as `put_folder` does; that one is taken away.

    Args:
        folder: The folder that gives way.
        fill: Writes the files of the new one into the folder that it is given.

    Raises:
        OSError: It can't be written; what was there is there still.
    """
    folder = folder.absolute()
    aside = Path(mkdtemp(prefix=f".{folder.name[:40]}-old-", dir=folder.parent))

    def swap(new: Path) -> None:
        fill(new)
        folder.rename(aside / "old")

    try:
        put_folder(folder, swap)
    except BaseException:
        if (aside / "old").exists() and not folder.exists():
            (aside / "old").rename(folder)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
