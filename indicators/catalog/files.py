"""The data folder: where it is, which files it holds, whether they have changed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from indicators.reading.problems import reason_of
from indicators.writing import settle

CODELIST_FILES: Final = ("sectors.yaml", "units.yaml", "areas.yaml", "breakdowns.yaml")
EVIDENCE_FILE: Final = "evidence.yaml"
"""How figures of several documents are weighed; read by `indicators.evidence`, may be missing."""
DERIVED_FILE: Final = "derived.yaml"
"""What follows from printed figures; read by `indicators.derived`, may be missing."""
LEDGER_FILE: Final = "codes.tsv"
"""Which figures stood in the documents when they were last recorded."""
ROOT_FILES: Final = (*CODELIST_FILES, EVIDENCE_FILE, DERIVED_FILE, LEDGER_FILE)
SUB_FOLDERS: Final = ("", "definitions", "documents")

LEFT_ALONE: Final = (
    "readme.md", "readme.en.md", "license", "license.md", "thumbs.db", "desktop.ini", "template.pptx",
    "template.potx",
)
"""Files that are no data and may lie in any of the folders."""
LEFT_ALONE_FOLDERS: Final = ("schema", "reference")
"""What a command makes for editors, and what people look up."""
_BACKUPS: Final = ("~", ".swp", ".swo", ".swx", ".bak", ".orig", ".rej", ".tmp")
"""How the files end that editors leave behind."""
_HIDDEN: Final = (".", "~$", "#")
"""How the names of hidden files begin, and of those that editors lock a file with."""
_LIKE_LEDGER: Final = re.compile(r"codes\.(?:tsv|txt|tab)(?:\.txt)?", re.I)
_COPIES: Final = ("copy", "副本", "复制", "复件", "备份", "backup", "bak", "old")
"""How names end that programs and people give to a copy, numbered or not: 答复 - 副本 (2)."""
_TEXTS: Final = (
    ".txt", ".doc", ".docx", ".wps", ".pdf", ".odt", ".rtf", ".htm", ".html", ".md", ".xlsx",
    ".xls", ".csv", ".json",
)
"""How files end that may hold a document's text, which is no part of the data."""

State: TypeAlias = tuple[int, ...]
"""Size and times of a file; empty if the file can't be looked at."""


class Stray(NamedTuple):
    """A file or folder that won't be read, and isn't left alone on purpose.

    Attributes:
        name: Its name relative to the data folder, fit to be shown.
        kind: ``yaml`` for a file that may be data under a wrong name, ``text`` for what may be a
            document's text, ``folder``, or ``other``.
        expected: The name under which it would be read, if there is one.
        taken: Whether there is a file of that name.
    """

    name: str
    kind: Literal["yaml", "text", "folder", "other"]
    expected: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a data folder at one moment: each file is read, a stray, or left alone.

    Attributes:
        files: The state of each file to be read by its name relative to the folder, in the order
            of reading.
        exists: Whether the folder itself is there.
        strays: What won't be read and should be.
        unreadable: Why a folder that should be there can't be looked into, by its name; details
            of a problem.
        left_alone: What is no data by its name: the handbook, schemas, hidden files, backups.
            They come and go without a change of the data.
        whole: Whether no save was broken off in the folder and waits to be finished.
    """

    files: Mapping[str, State]
    exists: bool
    strays: tuple[Stray, ...] = ()
    unreadable: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    left_alone: tuple[str, ...] = field(default=(), compare=False)
    whole: bool = True

    def names(self, folder: str) -> list[str]:
        """Return the files of ``definitions`` or ``documents``; of the folder itself for ``""``."""
        return [name for name in self.files if name.rpartition("/")[0] == folder]


def list_files(folder: Path) -> Listing:
    """Look at a data folder without opening a file; what a broken-off save has left is finished first.

    Inode numbers are left out: some network drives make up new ones every time.
    """
    whole = settle(folder)
    files: dict[str, State] = {}
    strays: list[Stray] = []
    left_alone: list[str] = []
    unreadable: dict[str, tuple[tuple[str, str], ...]] = {}
    for sub in SUB_FOLDERS:
        try:
            with os.scandir(folder / sub) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            unreadable[sub] = tuple(reason_of(error).items())
            continue
        for entry in entries:
            name = f"{sub}/{entry.name}" if sub else entry.name
            if not sub and name in SUB_FOLDERS:
                continue
            if _is_left_alone(entry.name, sub):
                left_alone.append(_printable(name))
            elif _is_read(entry.name, sub):
                files[name] = _state(entry)
            else:
                strays.append(_stray(entry, sub))
    exists = folder.is_dir()
    known = tuple(_beside(stray, files) for stray in strays)
    return Listing(files, exists, known, unreadable if exists else {}, tuple(left_alone), whole)


def _is_left_alone(name: str, sub: str) -> bool:
    """Say whether something is no data by its name."""
    return (
        name.startswith(_HIDDEN) or name.endswith(_BACKUPS) or name.lower() in LEFT_ALONE
        or (not sub and name in LEFT_ALONE_FOLDERS)
    )


def _is_read(name: str, sub: str) -> bool:
    """Say whether a file is read; a name that no terminal and no message can show isn't."""
    return name.isprintable() and (name.endswith(".yaml") if sub else name in ROOT_FILES)


def _state(entry: os.DirEntry[str]) -> State:
    try:
        state = entry.stat()
    except OSError:
        return ()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _stray(entry: os.DirEntry[str], sub: str) -> Stray:
    """Return what won't be read, and under which name it would be."""
    name = _printable(f"{sub}/{entry.name}" if sub else entry.name)
    try:
        if entry.is_dir():
            return Stray(name, "folder")
    except OSError:  # A link in a circle is no folder.
        pass
    if not sub and _LIKE_LEDGER.fullmatch(name):
        return Stray(name, "other", LEDGER_FILE)
    like = _yaml_stem(name)
    if not like:
        return Stray(name, "text" if name.lower().endswith(_TEXTS) else "other")
    expected = f"{like}.yaml"
    if not sub and expected not in ROOT_FILES:
        stems = [known.removesuffix(".yaml") for known in ROOT_FILES]
        near = get_close_matches(like, stems, 1, 0.7)
        expected = f"{near[0]}.yaml" if near else ""
    return Stray(name, "yaml", "" if expected == name else expected)


def _beside(stray: Stray, files: Mapping[str, State]) -> Stray:
    """Return a stray with what its name says beside those that are read: it may be a copy of one."""
    if stray.kind != "yaml":
        return stray._replace(taken=stray.expected in files)
    original = f"{_without_copy(_yaml_stem(stray.name))}.yaml"
    if original in files:
        return stray._replace(expected=original, taken=True)
    return stray._replace(taken=stray.expected in files) if stray.expected else stray


def _yaml_stem(name: str) -> str:
    """Return a name without .yaml, .yml, .YAML or .yaml.txt; nothing where it has no such end."""
    plain = name[:-4] if name.lower().endswith(".txt") else name
    end = next((end for end in (".yaml", ".yml") if plain.lower().endswith(end)), "")
    return plain[: -len(end)] if end else ""


def _without_copy(stem: str) -> str:
    """Return a name without what makes it a copy's: 答复 for 答复 - 副本 (2)."""
    while True:
        numbered = stem.rstrip("0123456789").rstrip(" _-")
        word = next((word for word in _COPIES if numbered.lower().endswith(word)), "")
        bracket = max(stem.rfind("("), stem.rfind("（")) if stem.endswith((")", "）")) else -1
        if word:
            stem = numbered[: -len(word)].rstrip(" _-")
        elif bracket >= 0 and stem[bracket + 1 : -1].isdecimal():
            stem = stem[:bracket].rstrip(" _-")
        else:
            return stem


def _printable(name: str) -> str:
    """Return a name in which nothing steers a terminal."""
    return "".join(ch if ch.isprintable() else f"\\x{ord(ch):02x}" for ch in name)


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """Return a text that stands for the contents of files, given the digest of each."""
    digest = hashlib.blake2b(digest_size=8)
    for name, content in sorted(parts.items()):
        digest.update(f"{name}\0".encode())
        digest.update(content)
    return digest.hexdigest()
