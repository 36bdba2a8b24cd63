"""Making a text ready to be read: widths folded, white space dropped, positions kept."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures.model import Spans
from indicators.figures.units import fold_width

# Everything that can't be seen and isn't plain white space: controls, no-break and thin spaces,
# joiners, direction marks, soft hyphen, blank letters, variation selectors, byte order mark, tags.
_INVISIBLE: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
INVISIBLE_RE: Final = re.compile(f"[{_INVISIBLE}]")
_SPACE: Final = " \t\n\r\u3000"
_ODD_RE: Final = re.compile(f"[{_SPACE}\uff01-\uff5e\ufe6a{_INVISIBLE}]")
_SPACES_RE: Final = re.compile(f"[{_SPACE}]+")


class Folded(NamedTuple):
    """A text ready to be read.

    Attributes:
        text: The text, width folded and without white space; where white space parts two digits
            one space is kept, for it may part two numbers.
        origin: Index in the original of each character; None if nothing was dropped.
        length: Length of the original.
        invisible: Index in ``text`` of the first invisible character, or None.
    """

    text: str
    origin: tuple[int, ...] | None
    length: int
    invisible: int | None

    def original(self, index: int) -> int:
        """Return where the character at an index of ``text`` stands in the original."""
        if self.origin is None:
            return index
        return self.origin[index] if index < len(self.origin) else self.length

    def original_spans(self, spans: Spans, first: int = 0, length: int | None = None) -> Spans:
        """Return where the parts of a figure stand in the original.

        Args:
            spans: Where they stand in ``text``.
            first: Where the figure begins in the original.
            length: The figure's length there; white space after it is none of it.
        """
        whole = self.length if length is None else length
        return Spans(*(min(self.original(cut) - first, whole) for cut in spans))


def fold(text: str) -> Folded:
    """Return the text ready to be read; linear in its length."""
    if _ODD_RE.search(text) is None:
        return Folded(text, None, len(text), None)
    narrow = fold_width(text)
    kept: list[str] = []
    origin: list[int] = []
    position = 0
    for spaces in _SPACES_RE.finditer(narrow):
        start, end = spaces.span()
        kept.append(narrow[position:start])
        origin.extend(range(position, start))
        if start > 0 and end < len(narrow) and _digit(narrow[start - 1]) and _digit(narrow[end]):
            kept.append(" ")
            origin.append(start)
        position = end
    kept.append(narrow[position:])
    origin.extend(range(position, len(narrow)))
    folded = "".join(kept)
    invisible = INVISIBLE_RE.search(folded)
    return Folded(
        folded, tuple(origin), len(text), invisible.start() if invisible is not None else None
    )


def _digit(character: str) -> bool:
    return "0" <= character <= "9"
