"""Reading a deck's claim codes, without believing anything else in it.

A deck is somebody's file: it is opened as a zip, with limits, and its XML is read as text of
elements only. What each code stood for is found in the slide's tags, or, where an office
program has dropped those, in the notes.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Final

from lxml import etree

from indicators.table.codes import PATTERN, Claimed, find_codes

TAG: Final = "INDICATORS_CLAIM_"
MOST_BYTES: Final = 100_000_000
MOST_UNPACKED: Final = 300_000_000
_SLIDE: Final = re.compile(r"ppt/slides/slide([0-9]+)\.xml")
_KEPT: Final = re.compile(rf"({PATTERN.pattern}) = (.{{1,200}})")
_REASONS: Final = {
    "not-zip": ("这不是演示文稿(.pptx)", "this is no presentation (.pptx)"),
    "old": (
        "这是旧格式(.ppt)或加了密码的文件，请另存为不加密的 .pptx",
        "this is an old .ppt or an encrypted file; save it as .pptx without a password",
    ),
    "not-deck": (
        "这个文件里没有幻灯片（是文档或表格?）",
        "this file has no slides (a document or a workbook?)",
    ),
    "too-big": ("文件太大", "the file is too big"),
    "broken": ("文件已损坏", "the file is damaged"),
}


class NotADeckError(ValueError):
    """A file can't be read as a deck."""

    def reason(self, lang: str) -> str:
        """Return why, in ``zh`` or ``en``."""
        return _REASONS[str(self)][lang == "en"]


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a deck.

    Attributes:
        slide: The slide's number, from 1.
        code: The code.
        kept: What the slide's tags say it stood for.
        figure: The figure that the notes say it stood for; empty if they don't.
    """

    slide: int
    code: str
    kept: Claimed | None = None
    figure: str = ""


def read_deck(data: bytes) -> list[Found]:
    """Return the codes of a deck, slide by slide.

    Raises:
        NotADeckError: The bytes are no deck.
    """
    if len(data) > MOST_BYTES:
        raise NotADeckError("too-big")
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise NotADeckError("old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_UNPACKED:
                raise NotADeckError("too-big")
            names = set(package.namelist())
            if "ppt/presentation.xml" not in names:
                raise NotADeckError("not-deck")
            return _codes(package, names)
    except zipfile.BadZipFile:
        raise NotADeckError("not-zip" if data[:2] != b"PK" else "broken") from None
    except (etree.XMLSyntaxError, KeyError, OSError, RuntimeError, NotImplementedError, EOFError):
        raise NotADeckError("broken") from None


def _codes(package: zipfile.ZipFile, names: set[str]) -> list[Found]:
    found: list[Found] = []
    for number, name in enumerate(_slides(package, names), 1):
        related = _related(package, names, name)
        kept = _tags(package, [part for part in related if "/tags/" in part])
        notes = "\n".join(_text(package, part) for part in related if "/notesSlides/" in part)
        figures = {match[1]: match[2].strip() for match in _KEPT.finditer(notes)}
        for code in find_codes(_text(package, name) + "\n" + notes):
            found.append(Found(number, code, kept.get(code), figures.get(code, "")))
    return found


def _xml(package: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(package.read(name), parser)


def _slides(package: zipfile.ZipFile, names: set[str]) -> list[str]:
    """Return the slides' parts in the order they are shown."""
    order = _relations(package, names, "ppt/presentation.xml")
    root = _xml(package, "ppt/presentation.xml")
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    shown = [order.get(slide.get(key, ""), "") for slide in root.iter("{*}sldId")]
    slides = [name for name in shown if _SLIDE.fullmatch(name) and name in names]
    return slides or sorted(
        (name for name in names if _SLIDE.fullmatch(name)),
        key=lambda name: int(re.sub(r"\D", "", name.rpartition("/")[2])),
    )


def _relations(package: zipfile.ZipFile, names: set[str], name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels"
    if path not in names:
        return {}
    found = {}
    for relation in _xml(package, path):
        target = str(relation.get("Target", ""))
        found[str(relation.get("Id", ""))] = _absolute(folder, target)
    return found


def _absolute(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        else:
            parts.append(step)
    return "/".join(parts)


def _related(package: zipfile.ZipFile, names: set[str], name: str) -> list[str]:
    return [part for part in _relations(package, names, name).values() if part in names]


def _text(package: zipfile.ZipFile, name: str) -> str:
    """Return a part's text, a line a paragraph."""
    lines = []
    for paragraph in _xml(package, name).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        runs = paragraph.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
        lines.append("".join(run.text or "" for run in runs))
    return "\n".join(lines)


def _tags(package: zipfile.ZipFile, parts: list[str]) -> dict[str, Claimed]:
    kept = {}
    for part in parts:
        for tag in _xml(package, part).iter("{*}tag"):
            fields = str(tag.get("val", "")).split("|")
            if str(tag.get("name", "")).startswith(TAG) and len(fields) == 6:
                claim = Claimed(*fields)
                kept[claim.code] = claim
    return kept
