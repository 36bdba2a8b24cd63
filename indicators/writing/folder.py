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
