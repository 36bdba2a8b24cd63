"""How much room a text takes, and where its lines end: the same for every backend.

No font is at hand, so widths are reckoned, rather too wide than too narrow: whatever font of the list
is there, no text leaves its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from indicators.pictures.breaking import unbroken

_NOT_FIRST: Final = "、，。：；！？）》」』”’…,.;:!?)%·"
_NOT_LAST: Final = "(（“‘《「"
_KEPT_WITH_NEXT: Final = ("No. ", "Code ", "section ")
_NARROW_LETTERS: Final = " .,;:'!|iljtfrI()[]·"
_BOLD: Final = 1.06
_TOKEN: Final = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+|\s|.")
_CLOSING: Final = "，。、：；！？）》」』”’,.;:!?)"
_OPENING: Final = "（《「『“‘("



def line_height(size: float) -> int:
    """Return how many pixels a line of text takes from the next."""
    return round(size * 1.45)


def text_width(text: str, size: float) -> float:
    """Return about how many pixels a text takes; rather too many than too few."""
    width = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WFA" and char != "·":
            width += 1.0
        elif char in _NARROW_LETTERS:
            width += 0.36
        elif char.isupper() or char in "mw%—":
            width += 0.78
        else:
            width += 0.58
    return width * size


def _pieces(text: str) -> list[str]:
    """Split where a line may break: after a space, and between Chinese characters."""
    pieces: list[str] = []
    kept = unbroken(text)
    for place, char in enumerate(text):
        wide = unicodedata.east_asian_width(char) in "WF"
        starts = (
            not pieces
            or pieces[-1].endswith(" ")
            or wide
            or unicodedata.east_asian_width(pieces[-1][-1]) in "WF"
        )
        # A section such as 一(二)2 stays in one piece, and no line begins with a bracket's inside.
        glued = bool(pieces) and (
            char in _NOT_FIRST or char in " (" or pieces[-1][-1] in _NOT_LAST
            or pieces[-1].endswith(_KEPT_WITH_NEXT)
        )
        if char == "(" and pieces and pieces[-1].endswith(" "):
            glued = False
        # Nor does a number leave what counts it: 第2025324号, 43万公里.
        glued = glued or (bool(pieces) and place in kept)
        if starts and not glued:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def wrap(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit ``room`` pixels; a long word is cut rather than clipped."""
    lines = [""]
    for piece in _pieces(" ".join(text.split())):
        if lines[-1] and text_width(lines[-1] + piece.rstrip(), size) > room:
            lines.append("")
        for char in piece:
            if lines[-1] and text_width(lines[-1] + char.rstrip(), size) > room:
                lines.append("")
            lines[-1] += char
    return [line.strip() for line in lines]


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is in pixels, rather too much than too little."""
    strange = sum(
        0.8 for char in text
        if ord(char) > 0x2FF and unicodedata.east_asian_width(char) not in "WFA"
        and unicodedata.category(char)[0] != "M"
    ) + sum(0.5 for char in text if ord(char) > 0xFFFF)
    # Chinese fonts give the middle dot a whole square.
    strange += 0.64 * text.count("·")
    return (text_width(text, size) + strange * size) * (_BOLD if bold else 1)


def fitted(
    text: str, sizes: Sequence[int], room: float, most: int, *, bold: bool = False
) -> tuple[list[str], int]:
    """Return the lines of a text in the largest size that needs no more than ``most`` lines.

    In the smallest size what is left over is cut, and the cut shown by an ellipsis.
    """
    lines: list[str] = []
    size = sizes[-1]
    for size in sizes:
        lines = lines_of(text, size, room, bold=bold)
        if len(lines) <= most:
            return lines, size
    kept = lines[:most]
    while kept[-1] and measure(kept[-1] + "…", size, bold=bold) > room:
        kept[-1] = kept[-1][:-1]
    kept[-1] += "…"
    return kept, size


def balanced(text: str, sizes: Sequence[int], room: float) -> tuple[list[str], int]:
    """Return a title in one line where a somewhat smaller size allows it, else in two alike.

    A figure is not parted from its unit, and no line begins with a closing mark.
    """
    for size in sizes[: len(sizes) // 2 + 1]:
        if measure(text, size, bold=True) <= room:
            return [text], size
    pieces: list[str] = []
    line = " ".join(text.split())
    kept = unbroken(line)
    for found in _TOKEN.finditer(line):
        token = found[0]
        glued = token[0] in _CLOSING or token == " " or found.start() in kept
        if pieces and (glued or pieces[-1][-1] in _OPENING):
            pieces[-1] += token
        else:
            pieces.append(token)
    for size in sizes:
        widths = [measure(piece, size, bold=True) for piece in pieces]
        best: tuple[float, int] | None = None
        first, whole = 0.0, sum(widths)
        for place, width in enumerate(widths[:-1], 1):
            first += width
            longer = max(first, whole - first)
            if longer <= room and (best is None or longer < best[0]):
                best = (longer, place)
        if best is not None:
            halves = pieces[: best[1]], pieces[best[1] :]
            lines = ["".join(half).strip() for half in halves]
            if all(measure(line, size, bold=True) <= room for line in lines):
                return lines, size
    return fitted(text, sizes[-1:], room, 2, bold=True)


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Return a text broken into lines that fit ``room`` pixels."""
    return list(_broken(text, size, room, bold))


@lru_cache(maxsize=4096)
def _broken(text: str, size: float, room: float, bold: bool) -> tuple[str, ...]:
    """Return the same; a picture asks for a text several times, and so does its other theme."""
    factor = measure(text, 1, bold=bold) / max(text_width(text, 1), 1e-9)
    lines: list[str] = []
    for tighter in (1.0, 1.03, 1.08, 1.2, 2.4):
        # Wide letters may stand close together in one line, and make it wider than its share.
        lines = wrap(text, size, room / max(factor * tighter, 1))
        if all(measure(line, size, bold=bold) <= room for line in lines):
            break
    return tuple(lines)
