"""Lines that a printer or a PDF wrapped, put together again without moving a figure.

A break becomes a space, so that what is a phrase on one line is one on two; a word that was parted
(broad-/band) is joined, and its two places are filled behind it. Titles and headings keep their lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_FULL: Final = 45
"""Characters of a line that may have been wrapped; a shorter one ends where its writer ended it."""
_SOME: Final = 3
_WIDEST: Final = 110
"""How many lines go on with the one before, and how long they are, in a text that was wrapped."""
_CLOSED: Final = re.compile(
    r"[。:：!！?？)）”」》]$|^[^。,，;；、]{0,60}(?:通报|通知|通告|公告|公报|报告|复函|的函|答复|意见|方案|计划|规划|措施|总结|讲话|致辞|纪要|简报|情况)\s*$"
)
"""How a line ends that ends its paragraph, or the title of a document."""
_BEGINS: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、．](?![0-9])|第[一二三四五六七八九十]{1,3}[章节篇部条]|——|[—•·]"
    r"|附[件表注]?[:：0-9一二]|注[:：]|表[0-9一二]|图[0-9一二]"
)
"""How a line begins that begins a paragraph."""
_CUT: Final = re.compile(r"[0-9０-９.,，．]\n[0-9０-９.．]")
"""A number that a break cuts, which the grammar puts together itself: a space would part it."""
_LEAST: Final = 30
_MOST: Final = 120
"""How wide lines are that were wrapped, a Chinese character counted twice."""
_ONWARD: Final = re.compile(r"[a-z0-9,)%]$")
_LED: Final = re.compile(r"(?:,|[ (][a-z]{1,3})$")
"""How a line ends after which a name may go on the sentence: by the, of."""
_PARTED: Final = re.compile(
    r"(?<![\w-])((?!(?:year|long|high|non|self|well|low|large|small|mid|full|real|two|three|state)-)[A-Za-z]{2,20})-\n([a-z]{2,20})(?![\w-])"
)


def onward_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that go on with the one before, in a Chinese text whose paragraphs were wrapped.

    What a printer or a PDF wrapped is as wide as the page; a title or heading is not, but for chance.

    Args:
        lines: The lines of a text.
    """
    widths = [len(one.strip()) + sum("\u3400" <= sign <= "\u9fff" for sign in one) for one in lines]
    open_ended = [not one.isascii() and bool(one.strip()) and _CLOSED.search(one.rstrip()) is None for one in lines]
    full = sorted((width for width, on in zip(widths, open_ended, strict=True) if on and _LEAST <= width <= _MOST), reverse=True)
    if len(full) < _SOME:
        return frozenset()
    widest = full[_SOME - 1]  # one that is wider is a chance
    if sum(width > 2 * widest for width in widths) * 2 > len(full):
        return frozenset()  # paragraphs that go on in one line
    return frozenset(
        number for number, (before, line) in enumerate(pairwise(lines), start=1)
        if open_ended[number - 1] and widths[number - 1] * 8 >= widest * 7 and line == line.lstrip()
        and "\t" not in before + line and _BEGINS.match(line) is None and _CUT.search(f"{before[-1:]}\n{line[:1]}") is None
    )


def unwrapped(text: str) -> str:
    """Return a text of the same length with the lines of its prose put together.

    Args:
        text: The text. Linear in its length.
    """
    lines = _PARTED.sub(r"\1\2  ", text).split("\n")
    joined = [_goes_on(before, line) for before, line in pairwise(lines)]
    # Where lines are wrapped, one that ends with a sentence is as well if it is as long as they are.
    longest = max((len(before) for before, on in zip(lines, joined, strict=False) if on), default=0)
    wrapped = sum(joined) >= _SOME and longest <= _WIDEST
    onward = onward_lines(lines)
    parts = lines[:1]
    for number, (before, line, on) in enumerate(zip(lines, lines[1:], joined, strict=False), start=1):
        full = wrapped and len(before) * 4 >= longest * 3 and before[-1:] in (".", "?", "!") and line[:1].isupper()
        parts += [" " if on or full or number in onward else "\n", line]
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
