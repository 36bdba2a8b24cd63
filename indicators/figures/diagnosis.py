"""Finding the reason for which a text is no figure.

Only a refusal needs this module, so `grammar` imports it when there is one.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn

from indicators.figures.chinese import NUMERAL_CHARACTERS
from indicators.figures.errors import Stuck
from indicators.figures.leading import Source
from indicators.figures.lexicon import range_sign, word_after
from indicators.figures.numerals import NUMBER_START

# What may stand where a number should, and the reason it is refused for; the first that fits.
_NO_NUMBER: Final = (
    (re.compile(r"[+±\-−–—﹣➖]"), "ambiguous-sign"),
    (re.compile(r"(?i:[a-z]?nan|inf(?:inity)?|null|none)(?![a-z])|∞"), "not-a-number"),
    (re.compile(r"半"), "half"),
    (re.compile(r"[⅐-⅞]"), "fraction"),
    (re.compile(r"若干|许多|一些|不少|众多|大量|诸多|好几|[数几多]"), "indefinite"),
    (re.compile(r"兆"), "ambiguous-multiplier"),
    (re.compile(r"[.,][0-9][0-9.,]*"), "bad-number"),
)
_MULTIPLYING: Final = re.compile(r"倍增|成倍|翻[了几数]*番")
_TWO: Final = re.compile(
    r"[由从自][^至到0-9一二两三四五六七八九十百千万亿]*+[0-9一二两三四五六七八九十百千万亿][^至到]*+[至到]"
)
_FRACTION: Final = re.compile(rf"分之[{NUMERAL_CHARACTERS}0-9]*|/[0-9]+")


def refuse_no_number(text: str, start: int) -> NoReturn:
    """Raise for a place where a number should stand and doesn't.

    Raises:
        Stuck: Always.
    """
    if not text:
        raise Stuck("empty", 0, 0)
    if (multiplying := _MULTIPLYING.search(text)) is not None:
        raise Stuck("multiplying-word", *multiplying.span())
    for pattern, code in _NO_NUMBER:
        if (found := pattern.match(text, start)) is not None:
            raise Stuck(code, *found.span())
    if _TWO.match(text, start):
        raise Stuck("two-figures", start, len(text))
    for index in range(start + 1, len(text)):
        if text[index] in NUMBER_START:
            raise Stuck("unread-text", start, index)
    raise Stuck("no-number", 0, len(text))


def refuse_no_unit(
    source: Source, start: int, number_end: int, end: int, bare: bool
) -> NoReturn:
    """Raise for a number after which no known unit follows.

    Args:
        source: What is read.
        start: Where the number begins.
        number_end: Where the first number ends.
        end: Where reading stopped; the unit should stand here.
        bare: Whether the number is a multiplier alone.

    Raises:
        Stuck: Always.
    """
    text = source.text
    following = text[end : end + 1]
    if (fraction := _FRACTION.match(text, end)) is not None:
        raise Stuck("fraction", start, fraction.end())
    if following == " ":
        refuse_rest(source, end)
    if following in ("半", "½"):
        raise Stuck("half", start, end + 1)
    if following in ("数", "几"):
        raise Stuck("indefinite", start, end + 1)
    if following == "兆":
        raise Stuck("ambiguous-multiplier", end, end + 1)
    if bare and start == 0:
        raise Stuck("bare-multiplier", start, number_end)
    if not following or word_after(text, end) is not None:
        raise Stuck("no-unit", start, end)
    if (sign := range_sign(text, end)) is not None:
        raise Stuck("unread-text", end, end + len(sign))
    if following in NUMBER_START or following in ".,":
        raise Stuck("bad-number", start, end + 1)
    stop = end + 1
    while stop < len(text) and word_after(text, stop) is None:
        stop += 1
    raise Stuck("unknown-unit", end, stop)


def refuse_rest(source: Source, end: int) -> NoReturn:
    """Raise for what follows a figure.

    Raises:
        Stuck: Always.
    """
    text = source.text
    if text[end] == " ":
        start, stop = end, end + 1
        while start > 0 and text[start - 1] in "0123456789":
            start -= 1
        while stop < len(text) and text[stop] in "0123456789":
            stop += 1
        raise Stuck("space-in-number", start, stop)
    if text[end] == "半":
        raise Stuck("half", end, end + 1)
    from indicators.figures.grammar import read_figure

    try:
        _, stop = read_figure(source, end + (text[end] in ",、;至到"), "")
    except Stuck:
        stop = -1
    raise Stuck("two-figures" if stop == len(text) else "unread-text", end, len(text))
