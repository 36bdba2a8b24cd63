"""Where in a document a figure stands: 一(二)2, in English part 1 (2) item 2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_UNITS: Final = "零一二三四五六七八九"
_PLACE: Final = re.compile("([一二三四五六七八九十]+)(?:[(（]([一二三四五六七八九十]+)[)）])?([0-9]+)?")
_NUMERAL: Final = re.compile("[一二三四五六七八九十]+")
_NUMBERED: Final = re.compile("[0-9]+(?:[.][0-9]+)*")


def section_text(section: str, lang: str) -> str:
    """Return where a figure stands as a reader of the language says it: 一(二)2 is part 1 (2) item 2.

    A section that has words in it is as the document has it: translated, nobody would find it. A numeral
    alone is 第一部分: 一 by itself would pass for a dash.
    """
    if lang != "en":
        return f"第{section}部分" if _NUMERAL.fullmatch(section) else section
    part, item = _parted(section)
    return f"{part} item {item}" if item else part


def sections_text(sections: Iterable[str], lang: str) -> str:
    """Return several places, each once: part 1 (2) items 2, 3; part 2."""
    unique = list(dict.fromkeys(section for section in sections if section))
    if lang != "en":
        return "、".join(section_text(section, lang) for section in unique)
    items: dict[str, list[str]] = {}
    for section in unique:
        part, item = _parted(section)
        items.setdefault(part, []).append(item)
    return "; ".join(
        " ".join([part, *([("item " if len(own) == 1 else "items ") + ", ".join(own)] if own else [])])
        for part, found in items.items() for own in [[item for item in found if item]]
    )


def located(section: str, lang: str) -> str:
    """Return the same for a line of its own: 出处 一(二)2, Part 1 (2) item 2; nothing where nothing is said."""
    said = section_text(section, lang)
    if not said or lang != "en":
        return said and f"出处 {said}"
    return said[0].upper() + said[1:]


def _parted(section: str) -> tuple[str, str]:
    """Return the part that a place is in and the item there, in English."""
    match = _PLACE.fullmatch(section)
    if match:
        part, chapter, item = match.groups()
        return f"part {_counted(part)}" + (f" ({_counted(chapter)})" if chapter else ""), item or ""
    return f"section {section}" if _NUMBERED.fullmatch(section) else section, ""


def _counted(numeral: str) -> int:
    """Return a Chinese numeral below a hundred as a number: 十二 is 12, 二十 is 20."""
    tens, ten, ones = numeral.rpartition("十")
    return (_UNITS.index(tens or "一") * 10 if ten else 0) + (_UNITS.index(ones) if ones else 0)
