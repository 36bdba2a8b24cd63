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
_THIN: Final = "\u00a0\u2007\u2009\u202f"
# 1 234 567: groups of three are one number; a thin or no-break space says so even of one group.
_GROUPED_RE: Final = re.compile(
    rf"(?<![0-9.,])[0-9]{{1,3}}(?:(?:[ {_THIN}][0-9]{{3}}){{2,}}|(?:[{_THIN}][0-9]{{3}})+)(?![0-9])"
)
# 建成基站 7 860 座: one group of three is a part of the number where numbers are set off by spaces, a
# unit follows, and nothing before it takes a number of its own (表 1 230 家).
_SET_OFF_RE: Final = re.compile(
    r"(?<![0-9A-Za-z.,/~–—-])[1-9][0-9]{0,2} [0-9]{3}(?:\.\s?[0-9]+)?(?=[ \r\n]{0,2}[\u3400-\u9fff%‰A-Z])"
)
# 高新技术企业6 03/4家: such a number may be broken within its group.
_BROKEN_GROUP_RE: Final = re.compile(
    r"(?<![0-9A-Za-z.,/~–—-])[1-9][0-9]{0,2} (?:[0-9]\n[0-9]{2}|[0-9]{2}\n[0-9])(?:\.[0-9]+)?(?=[ ]?[\u3400-\u9fff%‰A-Z])"
)
# 全年新增4/820座: after a verb or a bound word a number has a unit, so that it goes on in the next line.
_CUT_RE: Final = re.compile(
    r"(?:新[增建]|净增|达到?|共计?|[超逾突]过?破?|约|[增升降减][至到]|为|有)[0-9]{1,3}"
    r"(?=\n[0-9]{1,4}(?:\.[0-9]+)?[\u3400-\u9fff%‰])"
)
_ONE_GROUP_RE: Final = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2} [0-9]{3}(?![0-9])(?! [0-9])")
_BEFORE_GROUP_RE: Final = re.compile(r"(?:[\u3400-\u9fff”’》)][ \r\n]|[\u3400-\u9fff]|[(:、,;。]\s?|^\s*|\n\s?)$")
_NUMBERED: Final = frozenset("第表图号章节组期款类型段楼层栋区线路例题卷届年月")
"""What takes a number of its own, so that two numbers may follow: 表 1 230 家, 二期 1 200 台."""
_DISTRICTS: Final = ("新区", "市区", "城区", "发区", "范区", "税区", "山区")
"""What ends the name of a district, which takes no number: 江北新区 6 902 座, 开发区."""
_THIN_RE: Final = re.compile(f"[{_THIN}]")
# 共 1 0 . 9 7 万 座: spaced out character by character, as some PDF files come.
_SPACED_OUT_RE: Final = re.compile(r"(?<!\S)(?:\S ){3,}\S(?!\S)")
_BROKEN_RE: Final = re.compile(r"(?<=[0-9])\r?\n(?=[0-9])")
_WRAPPED: Final = 15
"""Characters of a line that must be full for a number at its end to go on in the next."""
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
        if self.origin is None:
            return Spans(*[min(cut - first, whole) for cut in spans])
        return Spans(*(min(self.original(cut) - first, whole) for cut in spans))


def fold(text: str, *, strict: bool = False) -> Folded:
    """Return the text ready to be read; linear in its length.

    Args:
        text: The text.
        strict: Whether it is one figure and nothing else, so that a line break within digits can
            only have been put there by setting it.
    """
    narrow = fold_width(text)
    if _ODD_RE.search(narrow) is None:
        return Folded(narrow, None, len(text), None)
    narrow, inside = _without_inner_spaces(narrow, strict)
    kept: list[str] = []
    origin: list[int] = []
    position = 0
    for spaces in _SPACES_RE.finditer(narrow):
        start, end = spaces.span()
        kept.append(narrow[position:start])
        origin.extend(range(position, start))
        parted = start > 0 and end < len(narrow) and start not in inside
        if parted and _digit(narrow[start - 1]) and _digit(narrow[end]):
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


def _without_inner_spaces(text: str, strict: bool) -> tuple[str, frozenset[int]]:
    """Return the text and where white space stands that belongs to one number for certain."""
    inside: set[int] = set()
    for found in (*_GROUPED_RE.finditer(text), *_SPACED_OUT_RE.finditer(text)):
        inside.update(
            place for place in range(*found.span()) if text[place] == " " or text[place] in _THIN
        )
    for found in (_ONE_GROUP_RE if strict else _SET_OFF_RE).finditer(text):
        if strict or _is_set_off(text, found.start()):
            inside.add(text.index(" ", found.start()))
    for found in _BROKEN_GROUP_RE.finditer(text):
        if _is_set_off(text, found.start()):
            inside.update((text.index(" ", found.start()), text.index("\n", found.start())))
    inside.update(found.end() for found in _CUT_RE.finditer(text))
    text = _GROUPED_RE.sub(lambda found: _THIN_RE.sub(" ", found[0]), text)
    for found in _BROKEN_RE.finditer(text):
        line = found.start() - (text.rfind("\n", 0, found.start()) + 1)
        if strict or line >= _WRAPPED:
            inside.add(found.start())
    return text, frozenset(inside)


def _is_set_off(text: str, start: int) -> bool:
    """Tell whether a number with one group begins here, and no number stands before the group."""
    before = text[max(0, start - 3) : start]
    named = before.strip()
    return _BEFORE_GROUP_RE.search(before) is not None and (
        named[-1:] not in _NUMBERED or named.endswith(_DISTRICTS)
    )


def _digit(character: str) -> bool:
    return "0" <= character <= "9"
