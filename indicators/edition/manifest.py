"""The manifest: every file of an edition with its size and SHA-256, under one fingerprint.

The fingerprint is the SHA-256 of the manifest without the fingerprint itself, so that it stands for every
byte: whoever has it from a citation can tell whether what they were given is what was cited.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
"""The form of editions that this program writes and reads."""
_MOST_BYTES: Final = 200_000_000
_NAME: Final = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[A-Za-z0-9_@=.+-]+(?:/[A-Za-z0-9_@=.+-]+)*")
"""Names that lead nowhere but into the edition, and that every system can have."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class File(_Form):
    """A file of an edition, by its name with ``/``."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    bytes: Annotated[int, Field(ge=0)]
    sha256: Digest


class Past(_Form):
    """An edition that came before."""

    fingerprint: Digest
    date: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    counts: dict[str, int]


class Manifest(_Form):
    """What an edition is.

    Attributes:
        format: The form of edition.
        fingerprint: What it is cited by.
        date: The day it speaks of: the newest document's, or one that was given.
        made_with: The programs that decide its bytes.
        counts: Of observations, documents, indicators; of documents left out; of what changed.
        earlier: The editions before, the first one first.
        files: Its files, sorted by name.
    """

    format: Literal[1]
    fingerprint: Digest
    date: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    made_with: dict[str, str]
    counts: dict[str, int]
    earlier: tuple[Past, ...]
    files: tuple[File, ...]

    @property
    def day(self) -> datetime.date:
        """The day it speaks of."""
        return datetime.date.fromisoformat(self.date)

    def named(self, folder: str) -> list[str]:
        """Return the names of its files in a folder."""
        return [file.name for file in self.files if file.name.startswith(f"{folder}/")]

    def sealed(self) -> Manifest:
        """Return it with the fingerprint that it has."""
        return self.model_copy(update={"fingerprint": fingerprint_of(self)})

    def as_json(self) -> bytes:
        """Return it as it is written."""
        return (self.model_dump_json(indent=1) + "\n").encode()


def fingerprint_of(manifest: Manifest) -> str:
    """Return the SHA-256 of a manifest without its fingerprint."""
    content = manifest.model_dump(mode="json", exclude={"fingerprint"})
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_safe(name: str) -> bool:
    """Tell whether a name leads nowhere but into the edition."""
    return bool(_NAME.fullmatch(name))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an edition, and with which file; said in both languages."""

    name: str
    zh: str
    en: str

    def sentence(self, lang: str) -> str:
        """Return it as a line."""
        return f"{self.name}: {self.en}" if lang == "en" else f"{self.name}：{self.zh}"


class EditionError(Exception):
    """A folder is no sound edition; ``faults`` say why."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.sentence("en") for fault in faults[:3]))


@dataclass(frozen=True, slots=True)
class Edition:
    """A sound edition: every file was there, whole and unchanged, when it was opened."""

    folder: Path
    manifest: Manifest


class Writer:
    """Writes the files of an edition, and remembers what it wrote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, File] = {}

    def write(self, name: str, data: bytes) -> None:
        """Write a file.

        Raises:
            ValueError: The name leads elsewhere, isn't one that every system can have, or was
                written already.
            OSError: It can't be written.
        """
        if not is_safe(name) or name in self._files:
            raise ValueError(name)
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._files[name] = File(
            name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest()
        )

    @property
    def files(self) -> tuple[File, ...]:
        """The files that were written, sorted by name."""
        return tuple(self._files[name] for name in sorted(self._files))


def read_manifest(folder: Path) -> Manifest:
    """Return an edition's manifest, which isn't changed, not newer than this program, and whole.

    Raises:
        EditionError: It isn't.
    """
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise EditionError([Fault(MANIFEST, "大得不合常理", "it is larger than any manifest")])
        data = path.read_bytes()
    except FileNotFoundError:
        raise EditionError([Fault(
            str(folder), "不是一版数据：里面没有 manifest.json", "it is no edition: there is no manifest.json in it",
        )]) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise EditionError([Fault(MANIFEST, f"读不了（{reason}）", f"it can't be read ({reason})")]) from None
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):  # the latter for what is nested ever more deeply
        raise EditionError([Fault(
            MANIFEST, "残缺或已损坏：不是完整的 JSON", "it was cut short or damaged: it is no whole JSON",
        )]) from None
    form = content.get("format") if isinstance(content, Mapping) else None
    if isinstance(form, int) and not isinstance(form, bool) and form > FORMAT:
        raise EditionError([Fault(
            MANIFEST, f"版式 {form} 比本程序认得的（{FORMAT}）新：请更新程序",
            f"its format {form} is newer than this program's ({FORMAT}): update the program",
        )])
    try:
        manifest = Manifest.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or MANIFEST
        raise EditionError([Fault(
            MANIFEST, f"内容不合规定（{place}）", f"it isn't what a manifest holds ({place})",
        )]) from None
    names = [file.name for file in manifest.files]
    if wrong := [name for name in names if not is_safe(name) or name == MANIFEST]:
        raise EditionError([Fault(
            MANIFEST, f"列出了不许有的文件名 {wrong[0]!r}", f"it lists a name that none may have: {wrong[0]!r}",
        )])
    if names != sorted(set(names)):
        raise EditionError([Fault(
            MANIFEST, "文件名重复或次序不对", "names are repeated or out of order",
        )])
    if fingerprint_of(manifest) != manifest.fingerprint:
        raise EditionError([Fault(
            MANIFEST, "被改过：指纹与内容不符", "it was changed: its fingerprint isn't that of what it says",
        )])
    return manifest


def find_faults(folder: Path) -> list[Fault]:
    """Return everything by which a folder isn't the edition that its manifest describes."""
    try:
        manifest = read_manifest(folder)
    except EditionError as error:
        return error.faults
    expected = {file.name: file for file in manifest.files}
    found = [fault for file in manifest.files if (fault := _fault_of(folder, file))]
    for name in _names(folder):
        if name not in expected and name != MANIFEST:
            found.append(Fault(name, "不属于这一版：清单里没有它", "it is no part of it: the manifest doesn't list it"))
    return found


def open_edition(folder: Path) -> Edition:
    """Return an edition whose every file is as its manifest says.

    Raises:
        EditionError: A file isn't.
    """
    if faults := find_faults(folder):
        raise EditionError(faults)
    return Edition(folder, read_manifest(folder))


def _fault_of(folder: Path, file: File) -> Fault | None:
    """Return what is wrong with a file; None if nothing is."""
    path = folder / file.name
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Fault(file.name, "不是普通文件", "it is no regular file")
        if status.st_size < file.bytes:
            return Fault(
                file.name, f"残缺：应有 {file.bytes} 字节，只有 {status.st_size}",
                f"it was cut short: {file.bytes} bytes are expected, {status.st_size} are there",
            )
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return Fault(file.name, "不见了", "it is missing")
    except OSError as error:
        reason = error.strerror or str(error)
        return Fault(file.name, f"读不了（{reason}）", f"it can't be read ({reason})")
    if digest != file.sha256:
        return Fault(
            file.name, f"被改过：SHA-256 应为 {file.sha256[:12]}…，实为 {digest[:12]}…",
            f"it was changed: its SHA-256 should be {file.sha256[:12]}…, and is {digest[:12]}…",
        )
    return None


def _names(folder: Path) -> Iterator[str]:
    """Give the names of all files in a folder, sorted; links aren't followed."""
    found = []
    for place, _, files in os.walk(folder):
        found += [(Path(place) / name).relative_to(folder).as_posix() for name in files]
    yield from sorted(found)
