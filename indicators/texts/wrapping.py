"""Lines of English prose that a printer or a PDF wrapped, put together again without moving a figure.

A break becomes a space, so that what is a phrase on one line is one on two; a word that was parted
(broad-/band) is joined, and its two places are filled behind it. Titles and headings keep their lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_FULL: Final = 45
"""Characters of a line that may have been wrapped; a shorter one ends where its writer ended it."""
_SOME: Final = 3
_WIDEST: Final = 110
"""How many lines go on with the one before, and how long they are, in a text that was wrapped."""
_ONWARD: Final = re.compile(r"[a-z0-9,)%]$")
_LED: Final = re.compile(r"(?:,|[ (][a-z]{1,3})$")
"""How a line ends after which a name may go on the sentence: by the, of."""
_PARTED: Final = re.compile(
    r"(?<![\w-])((?!(?:year|long|high|non|self|well|low|large|small|mid|full|real|two|three|state)-)[A-Za-z]{2,20})-\n([a-z]{2,20})(?![\w-])"
)


def unwrapped(text: str) -> str:
    """Return a text of the same length with the lines of its English prose put together.

    Args:
        text: The text. Linear in its length.
    """
    lines = _PARTED.sub(r"\1\2  ", text).split("\n")
    joined = [_goes_on(before, line) for before, line in pairwise(lines)]
    # Where lines are wrapped, one that ends with a sentence is as well if it is as long as they are.
    longest = max((len(before) for before, on in zip(lines, joined, strict=False) if on), default=0)
    wrapped = sum(joined) >= _SOME and longest <= _WIDEST
    parts = lines[:1]
    for before, line, on in zip(lines, lines[1:], joined, strict=False):
        full = wrapped and len(before) * 4 >= longest * 3 and before[-1:] in (".", "?", "!") and line[:1].isupper()
        parts += [" " if on or full else "\n", line]
    return "".join(parts)


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    if len(before) < _FULL or not before.isascii() or not line:
        return False
    if before.isupper() or (line[0] == "(" and line.rstrip()[-1] == ")"):
        return False  # a title, or a line of its own in brackets
    if line[0].isascii() and (line[0].islower() or line[0].isdecimal() or line[0] in "$("):
        return _ONWARD.search(before) is not None
    return line[0].isascii() and line[0].isupper() and _LED.search(before) is not None
