"""Pasted text without what the page put into it: page numbers, heads and feet, footnote marks.

They are overwritten by white space, so that every character keeps its place, its line and its column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_DASH: Final = r"[-—–―－·•*]{1,4}"
_COUNT: Final = "[0-9０-９一二三四五六七八九十百]{1,4}"
PAGE_NUMBER: Final = re.compile(
    rf"{_DASH}\s*+[0-9０-９]{{1,4}}\s*+{_DASH}"
    rf"|第\s*+{_COUNT}\s*+页(?:\s*+[,，/／]?\s*+[（(]?\s*+共\s*+{_COUNT}\s*+页\s*+[）)]?)?"
    r"|[Pp]age\s++[0-9]{1,4}(?:\s++of\s++[0-9]{1,4})?|[0-9]{1,4}\s*+[/／]\s*+[0-9]{1,4}"
)
"""A line that holds the number of its page and nothing else."""
_BARE: Final = re.compile(r"[0-9]{1,4}")
_STOPS: Final = tuple("。！？；：!?;:…")
_DIGITS: Final = re.compile(r"[0-9０-９]+")
_REPEATED: Final = 3
"""How often a line has to stand beside the page numbers to be a head or foot."""
_LONGEST: Final = 60
"""Characters of a head or foot, at most."""
# [1], 〔2〕 or ① right behind a word or figure and before what can't follow a number within a text.
_MARK: Final = re.compile(
    r"(?<=[\u3400-\u9fff%％”》）)A-Za-z])"
    r"(?:[\[［〔][0-9]{1,2}[\]］〕]|[①-⑳](?=[，。；、！？）)\s]))"
    r"(?![\]］〕号])"
)


def tidy(text: str) -> str:
    """Return a text of the same length without page numbers, heads, feet and footnote marks.

    Within a sentence the end of such a line becomes a lone carriage return, which ends a line for
    whoever counts them, and no paragraph.
    """
    lines = text.split("\n")
    pages = _page_lines(lines)
    if pages:
        heads = _heads(lines, pages)
        text = _blanked(lines, pages | heads)
    return _MARK.sub(lambda found: " " * len(found[0]), text)


def _page_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that hold a page's number."""
    found = {number for number, line in enumerate(lines) if line and PAGE_NUMBER.fullmatch(line.strip())}
    if found:
        return found
    # Bare numbers only if they count the pages: 1, 2, 3, each on a line of its own.
    bare = [number for number, line in enumerate(lines) if _BARE.fullmatch(line.strip())]
    values = [int(lines[number]) for number in bare]
    apart = all(later - number > 4 for number, later in pairwise(bare))
    counts = values == list(range(values[0], values[0] + len(values))) if values else False
    return set(bare) if len(bare) >= _REPEATED and apart and counts else set()


def _heads(lines: Sequence[str], pages: set[int]) -> set[int]:
    """Return the numbers of the lines beside the page numbers that are the same on most pages."""
    beside: list[int] = []
    for page in sorted(pages):
        for step in (-1, 1):
            number = page + step
            while 0 <= number < len(lines) and not lines[number].strip():
                number += step
            if 0 <= number < len(lines) and number not in pages:
                beside.append(number)
    alike = Counter(alike_key(lines[number]) for number in set(beside))
    least = max(_REPEATED, len(pages) // 2)
    return {
        number for number in beside
        if alike[alike_key(lines[number])] >= least and len(lines[number]) <= _LONGEST
    }


def alike_key(line: str) -> str:
    """Return what two heads have in common: their words, whatever the page's number is."""
    return _DIGITS.sub("0", "".join(line.split()))


def _blanked(lines: Sequence[str], gone: set[int]) -> str:
    """Return the lines joined, those that are gone as white space."""
    soft = _within_sentences(lines, gone)
    parts: list[str] = []
    for number, line in enumerate(lines):
        parts.append(" " * len(line) if number in gone else line)
        if number + 1 < len(lines):
            parts.append("\r" if number in soft else "\n")
    return "".join(parts)


def _within_sentences(lines: Sequence[str], gone: set[int]) -> set[int]:
    """Return the lines whose ends the page put into a sentence, empty lines about a foot included."""
    soft: set[int] = set()
    number = 0
    while number < len(lines):
        end = number + 1
        while end < len(lines) and (end in gone or not lines[end].strip()):
            end += 1
        run = range(number + 1, end)
        if any(place in gone for place in run) and not lines[number].rstrip().endswith(_STOPS):
            soft.update(range(number, end - 1))
        number = end
    return soft
