"""The sections of a document: its numbering, read into the codes that claims use (一(二)2).

Understood, from the highest level down: ``一、`` or 第一章, ``(一)`` or 第一节, ``1.``, ``(1)``, ``①``,
and points within a paragraph, ``一是`` or ``第一,``; besides these decimal numbers (``3.2.1``) and,
where pages are parted by form feeds, ``p.2``. Brackets and stops may be full-width. At the head of a
line a number stands for itself; within a line it counts only where it goes on with the numbering,
so that a figure is not taken for a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.figures.chinese import chinese_value
from indicators.figures.errors import Stuck
from indicators.figures.units import fold_width

CHINESE_ORDINAL: Final = "一二三四五六七八九十百"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED: Final = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_POINT: Final = 6
_NEAR_PARTS: Final = 60
"""Sections before a place that are looked through for the headings around it."""
_DECIMAL: Final = 0
_ROMAN: Final = 11
"""The level of Roman numbers, which are those of 一、 and (一) in English, at the head of a line only."""
_ROMAN_IN: Final = 12
_TENS: Final = 10
_ROMANS: Final = {
    word: number for number, word in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
            "XVIII", "XIX", "XX"),
        start=1,
    )
}

# What may stand right after "1." that is no decimal: a year (2.2024年) or a name (2.5G网络).
_AFTER_STOP: Final = r"(?:(?![0-9])|(?=(?:19|20)[0-9]{2}\s*年)|(?=[2-6]G(?![A-Za-z])))"

# Level, pattern; the number is the group. Width is folded before, so brackets are narrow.
_MARKERS: Final[tuple[tuple[int, re.Pattern[str]], ...]] = tuple(
    (level, re.compile(pattern))
    for level, pattern in (
        (1, rf"([{CHINESE_ORDINAL}]{{1,4}})[、.](?![{CHINESE_ORDINAL}])"),
        (1, rf"第\s*([{CHINESE_ORDINAL}]{{1,4}}|[0-9]{{1,2}})\s*(?:章|部分|篇)"),
        (_ROMAN, r"([IVX]{1,5})[.、:)](?=[ \t]+[A-Z\"“'])"),
        (_ROMAN, r"(?:Part|Chapter|Section|PART|CHAPTER|SECTION)[ \t]+([IVX]{1,5}|[0-9]{1,2})(?:[.:]|(?=[ \t]+[A-Z]|\s*\n))"),
        (_ROMAN_IN, r"\(\s*([IVX]{1,5})\s*\)(?=[ \t]+[A-Z\"“'])"),
        (2, rf"\(\s*([{CHINESE_ORDINAL}]{{1,4}})\s*\)[、.]?"),
        (2, rf"([{_BRACKETED}])"),
        (2, rf"第\s*([{CHINESE_ORDINAL}]{{1,4}}|[0-9]{{1,2}})\s*节"),
        (_DECIMAL, r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?:[.、]|[ \t\u3000]+)(?=[^\s0-9])"),
        (3, rf"([0-9]{{1,2}})(?:、|\.{_AFTER_STOP})"),
        (4, r"\(\s*([0-9]{1,2})\s*\)"),
        (4, r"([0-9]{1,2})\)"),
        (5, rf"([{_CIRCLED}])"),
        (_POINT, rf"([{CHINESE_ORDINAL}]{{1,2}})[ \t\r\n]*(?:是|要)"),
        (_POINT, rf"第([{CHINESE_ORDINAL}]{{1,2}})(?=[,、])"),
    )
)
_LINE_HEAD: Final = re.compile(r"^[ \t\u3000\u00a0#*>]*+(?=\S)", re.MULTILINE)
_WITHIN_LINE: Final = re.compile(r"(?:(?<=[。;:!?])[ \t\u3000\u00a0]*+|(?<=\S)[ \t\u3000\u00a0]++)(?=\S)")
_AFTER_COMMA: Final = re.compile(rf"(?<=[,])(?=[{CHINESE_ORDINAL}]{{1,2}}\s*[是要])")
_TITLE_END: Final = re.compile(r"[。;!?\n]")
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text that has one section code.

    Attributes:
        code: As claims write it: ``一(二)2``; empty before the first heading and where a document
            has no numbering.
        path: The codes of the sections around it, the highest first, and its own last.
        start: Where it begins, numbering included.
        end: Where the next one begins.
        marker_end: Where its numbering ends; ``start`` if it has none.
        title: The words after the numbering, up to the first stop.
        page: The page it begins on, if the text has form feeds; else 0.
    """

    code: str
    path: tuple[str, ...]
    start: int
    end: int
    marker_end: int
    title: str
    page: int = 0

    def within(self, code: str) -> bool:
        """Return whether this part belongs to a section, itself or one around it."""
        return code in self.path


@dataclass(frozen=True, slots=True)
class Sections:
    """A text's sections: they cover it without a gap, in order."""

    parts: tuple[Section, ...]
    starts: tuple[int, ...]
    pages: tuple[int, ...]
    codes: tuple[str, ...]
    """The codes that occur, each once, in order; the empty one left out."""
    known: frozenset[str]
    """The same, to look up in."""

    def at(self, index: int) -> Section:
        """Return the section in which the character at ``index`` stands."""
        return self.parts[max(0, bisect_right(self.starts, index) - 1)]

    def headings(self, index: int) -> str:
        """Return the titles of the sections in which a place stands, the outermost first."""
        path = self.at(index).path
        last = max(0, bisect_right(self.starts, index) - 1)
        found: dict[str, str] = {}
        # The nearest before it: numbers begin anew under each heading.
        for part in self.parts[max(0, last - _NEAR_PARTS) : last + 1]:
            if part.code in path:
                found[part.code] = part.title
        return " ".join(found[code] for code in path if code in found)

    def page(self, index: int) -> int:
        """Return the page of a place, from 1; 0 if the text has no pages."""
        return bisect_right(self.pages, index) if len(self.pages) > 1 else 0

    def codes_at(self, index: int) -> tuple[str, ...]:
        """Return the codes that hold for a place: the empty one, those around it, its page."""
        page = self.page(index)
        return ("", *self.at(index).path, *((f"p.{page}",) if page else ()))

    def kept_under(self, code: str) -> str:
        """Return the code of `codes_at` that a section's places have: any page may be any other's."""
        return "" if code.startswith("p.") and len(self.pages) < 2 else code

    def holds(self, code: str, index: int) -> bool:
        """Return whether a place stands in the section ``code`` (or on that page)."""
        if code.startswith("p."):
            return not self.page(index) or f"p.{self.page(index)}" == code
        return self.at(index).within(code)

    def knows(self, code: str) -> bool:
        """Return whether the text has this section; a page can't be denied without page breaks."""
        if code.startswith("p.") and code[2:].isdecimal():
            return len(self.pages) < 2 or 1 <= int(code[2:]) <= len(self.pages)
        return code in self.known


def section_code(code: str) -> str:
    """Return a section code as this module writes it: narrow brackets, no white space."""
    return _SPACES.sub("", fold_width(code)).rstrip("、.。").replace("〔", "(").replace("〕", ")")


def parse_sections(text: str) -> Sections:
    """Return the sections of a text.

    Args:
        text: The text, as it is.

    Returns:
        At least one section; the first begins at 0. Linear in the length of the text.
    """
    line = fold_width(text)
    pages = (0, *(found.end() for found in re.finditer("\f", text)))
    heads = _Numbering(line)
    found = list(heads.markers())
    parts: list[Section] = []
    if not found or found[0][0] > 0:
        end = found[0][0] if found else len(text)
        parts.append(Section("", (), 0, end, 0, "", 0))
    for number, (start, marker_end, path) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(text)
        stop = _TITLE_END.search(line, marker_end, end)
        title = text[marker_end : stop.start() if stop else end].strip()[:60]
        page = bisect_right(pages, start) if len(pages) > 1 else 0
        parts.append(Section(path[-1], path, start, end, marker_end, title, page))
    codes = tuple(dict.fromkeys(code for part in parts for code in part.path if code))
    starts = tuple(part.start for part in parts)
    return Sections(tuple(parts), starts, pages, codes, frozenset(codes))


class _Numbering:
    """Follows the numbering through a text."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.open: dict[int, tuple[int, str]] = {}
        self.decimal: tuple[int, ...] = ()
        self.decimal_tops = {
            int(found[1])
            for found in re.finditer(r"^[ \t\u3000]*([0-9]{1,2})\.1[. \t\u3000、]", line, re.M)
        }

    def markers(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield start and end of each numbering, and the path of the section it opens."""
        places = [(found.end(), True) for found in _LINE_HEAD.finditer(self.line)]
        places += [(found.end(), False) for found in _WITHIN_LINE.finditer(self.line)]
        places += [(found.end(), False) for found in _AFTER_COMMA.finditer(self.line)]
        seen: dict[int, bool] = {}
        for place, head in places:
            seen[place] = seen.get(place, False) or head
        done = 0
        for place in sorted(seen):
            if place < done:
                continue
            opened = self._at(place, seen[place])
            if opened is not None:
                done = opened[0]
                yield place, *opened
                # (一)1. opens two sections at one place.
                inner = self._at(done, seen[place])
                while inner is not None:
                    yield done, *inner
                    done = inner[0]
                    inner = self._at(done, seen[place])

    def _at(self, place: int, head: bool) -> tuple[int, tuple[str, ...]] | None:
        for level, pattern in _MARKERS:
            found = pattern.match(self.line, place)
            if found is None:
                continue
            if level == _DECIMAL:
                if head and self._opens_decimal(found[1]):
                    return found.end(), self._decimal_path()
                continue
            number = _ordinal(found[1])
            if level > _TENS:
                if not head:
                    continue
                level -= _TENS
            if number is None or not self._follows(level, number, head, found):
                continue
            self.open = {key: value for key, value in self.open.items() if key < level}
            self.open[level] = (number, _written(level, found[1], number))
            self.decimal = ()
            return found.end(), self._path()
        top = re.compile(r"([0-9]{1,2})[ \t\u3000]+(?=[^\s0-9])").match(self.line, place)
        if head and top is not None and int(top[1]) in self.decimal_tops:
            last = self.decimal[0] if self.decimal else 0
            if int(top[1]) == last + 1:
                self.decimal, self.open = (int(top[1]),), {}
                return top.end(1), self._decimal_path()
        return None

    def _follows(self, level: int, number: int, head: bool, found: re.Match[str]) -> bool:
        """Return whether a number goes on with the numbering of its level."""
        last = self.open[level][0] if level in self.open else 0
        in_order = number == last + 1 or (number == 1 and level > 1)
        after = self.line[found.end() : found.end() + 1]
        if level == _POINT:
            return in_order
        if not head or (level == 3 and after.isdecimal()):
            return in_order
        return True

    def _opens_decimal(self, text: str) -> bool:
        numbers = tuple(int(part) for part in text.split("."))
        depth = len(numbers)
        before = self.decimal + (0,) * (depth - len(self.decimal))
        goes_on = numbers[:-1] == before[: depth - 1] and numbers[-1] == before[depth - 1] + 1
        # The first of a chapter that has no heading of its own.
        first = numbers[1:] == (1,) * (depth - 1) and numbers[0] == before[0] + 1
        if goes_on or first:
            self.decimal, self.open = numbers, {}
            return True
        return False

    def _decimal_path(self) -> tuple[str, ...]:
        parts = [str(number) for number in self.decimal]
        return tuple(".".join(parts[: size + 1]) for size in range(len(parts)))

    def _path(self) -> tuple[str, ...]:
        codes: list[str] = []
        for level in sorted(self.open):
            codes.append((codes[-1] if codes else "") + self.open[level][1])
        return tuple(codes)


def _ordinal(text: str) -> int | None:
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if text in _BRACKETED:
        return _BRACKETED.index(text) + 1
    if text.isdecimal():
        return int(text)
    if text[0] in "IVX":
        return _ROMANS.get(text)
    try:
        coefficient, mult, decimals = chinese_value(text, 0, len(text))
    except Stuck:
        return None
    return int(coefficient * 10 ** (mult - decimals))


def _written(level: int, text: str, number: int) -> str:
    if text[0] in "IVX":
        return f"({text})" if level > 1 else text
    if level == 1:
        return text if not text.isdecimal() else _chinese(number)
    if level == 2:
        plain = text if text[0] in CHINESE_ORDINAL else _chinese(number)
        return f"({plain})"
    if level == 3:
        return str(number)
    if level == 4:
        return f"({number})"
    if level == _POINT:
        return f"{text}是"
    return text


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{CHINESE_ORDINAL[tens - 1]}十")
    return head + (CHINESE_ORDINAL[ones - 1] if ones else "")
