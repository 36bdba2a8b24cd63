"""Writing a new folder: beside where it will be, then put there whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indicators.starting.choices import StartError
from indicators.writing import put_folder


def write_folder(folder: Path, fill: Callable[[Path], None], lang: str) -> None:
    """Make a folder that holds what ``fill`` writes: all of it, or there is no such folder.

    Args:
        folder: Where it will be. It may be there if it is empty.
        fill: Writes the files into the folder that it is given.
        lang: The language of messages.

    Raises:
        StartError: Something is there already; what to do.
        OSError: It can't be written; nothing is left behind.
    """
    folder = folder.absolute()
    _refuse_taken(folder, lang)
    put_folder(folder, fill)


def _refuse_taken(folder: Path, lang: str) -> None:
    english = lang == "en"
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise StartError(
            f"{folder} is no folder: give the name of a new one" if english
            else f"{folder} 不是文件夹：换一个新的名字"
        )
    if not folder.exists():
        return
    found = sorted(entry.name for entry in folder.iterdir())
    if found:
        listed = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        raise StartError(
            f"{folder} isn't empty ({listed}): name a new folder; nothing in it was touched" if english
            else f"{folder} 里已有东西（{listed}）：换一个新的文件夹；原有内容没有动"
        )
    here = Path.cwd()
    if folder == here or folder in here.parents:
        raise StartError(
            f"you are in {folder}: name a new folder within it, such as indicators init {folder / 'data'}" if english
            else f"你正在 {folder} 里：给它里面的一个新文件夹起名，如 indicators init {folder / 'data'}"
        )
