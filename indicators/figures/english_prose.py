"""Finding the figures of English prose, in time linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from indicators.figures import english_words as known
from indicators.figures.english import BEFORE, CJK, EnglishReader
from indicators.figures.errors import Stuck
from indicators.figures.model import Figure, Relation, Spans
from indicators.figures.unit import fold_width
from indicators.figures.units import Units

_SPOKEN: Final = re.compile(r"\b[A-Za-z]{2,}+[ ,]++[a-z]{2,}+")


@lru_cache(maxsize=1)
def _start_pattern() -> re.Pattern[str]:
    """Return what an English figure in prose may begin with, at most five words before its number."""
    phrases = sorted((*BEFORE, "between"), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s++") for phrase in phrases)
    spelled = "|".join(sorted({*known.ONES, *known.TENS, *known.TIMES, "half"}, key=len, reverse=True))
    ordinals = "|".join(known.ORDINALS)
    return re.compile(
        rf"(?<![\w.,/@#&=+-])(?:(?:{words})\s++){{0,5}}+"
        r"(?:rank(?:ed|s|ing)\s++(?:the\s++)?+(?:(?:no\.|number)\s*+)?+|no\.\s*+|top\s++)?+"
        rf"(?:(?:RMB|CNY|USD|EUR|US\$|HK\$|[$€£¥])\s*+)?+(?:[0-9]|(?:{spelled}|{ordinals})(?![a-z])|an?(?=[\s-]+(?:third|quarter|fifth|tenth)\b))",
        re.IGNORECASE,
    )


_SPAN: Final = re.compile(
    r"[A-Za-z]++-year(?!s)(?=\s+(?:[a-z-]+\s+){0,2}(?:plan|action|program|project|campaign|strategy|period))", re.IGNORECASE
)
"""How long a plan is: the Three-Year Action Plan."""


_LED: Final = 20
"""Characters before a number that may make it a time, an age or what a rate is for each of."""
_NAMED_TIME: Final = frozenset(("first", "last", "past", "next", "these"))
_SET: Final = re.compile(
    r"\b(?:set|sets|setting|put|puts|putting|build|built|building|take|took|taken|open"
    r"|opened|scale|scaled)\s+$", re.IGNORECASE
)
_SPANS: Final = frozenset(("year", "month", "quarter", "day", "week", "hour"))
_AGO: Final = re.compile(r"\s+(?:ago|earlier|later)\b", re.IGNORECASE)
_LATELY: Final = re.compile(
    r"\b(?:first|last|past|next|these|those|following|coming|previous|recent|(?:over|in|within|during|for|of|to|after|through|throughout|across)(?:\s+the|\s+all)?(?:\s+full)?)\s+$",
    re.IGNORECASE,
)
"""What makes a number of months or years a time: in the first eight months, three years ago, over the three years."""
_LONG: Final = frozenset(("year", "month", "quarter", "week"))
_IN_A_ROW: Final = re.compile(r"\s+(?:consecutive|successive|straight)\s+(?:years?|months?|quarters?|weeks?)\b", re.IGNORECASE)
_KEPT: Final = re.compile(r"consecutive|successive|straight|running|row|succession|on\s+end", re.IGNORECASE)
_OLD: Final = re.compile(r"\s+(?:old|of\s+age)\b", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(?:aged|ages|age)\s+(?:between\s+|from\s+|over\s+|under\s+)?$", re.IGNORECASE)
_PER: Final = re.compile(r"\b(?:per|for\s+every|for\s+each|of\s+every|in\s+every)\s+$", re.IGNORECASE)
"""What a rate is for each so many of: 468 per 10,000 employees."""


def find_english(text: str, units: Units) -> Iterator[tuple[int, int, Figure]]:
    """Yield the figures of English prose: where each begins and ends, and itself.

    Args:
        text: A text, as it is; what stands beside Chinese characters is left to the other grammar.
        units: The known units.
    """
    line = fold_width(text)
    if _SPOKEN.search(line) is None:
        return
    reader = EnglishReader(line, units, "", loose=True)
    position = 0
    pattern = _start_pattern()
    while (start := pattern.search(line, position)) is not None:
        position = start.end()
        begin = start.start()
        if line.startswith("up ", begin) and _SET.search(line, max(0, begin - _LED), begin):
            begin += len("up ")  # set up 31 funds
        if _is_named(line, begin):
            continue
        try:
            figure, end = reader.read(begin, "")
        except Stuck as stuck:
            position = max(position, min(stuck.end, len(line)))
            continue
        position = max(position, end)
        if _beside_chinese(line, begin, end) or _is_dated(line, begin, end, figure):
            continue
        spans = figure.spans
        if spans is not None:
            spans = Spans(*(cut - begin for cut in spans))
        yield begin, end, figure._replace(text=text[begin:end], spans=spans)


def _is_named(line: str, start: int) -> bool:
    """Tell whether the word before a number makes it a name or a date: Chapter 3, July 18."""
    if _SPAN.match(line, start):
        return True
    words = re.findall(r"[A-Za-z]+", line[max(0, start - 16) : start])
    # No. 12, Jan. 28; but a word after a stop begins a sentence: in September. Roughly half….
    pattern = r"[A-Za-z]\.?\s*$" if line[start].isdecimal() else r"[A-Za-z]\s*$"
    near = re.search(pattern, line[max(0, start - 6) : start]) is not None
    return bool(words) and near and words[-1].lower() in (*known.NAMED, *known.MONTHS)


def _is_dated(line: str, start: int, end: int, figure: Figure) -> bool:
    """Tell whether a number is a day (18 July), or quarters are those of a year."""
    if figure.unit == "age" and figure.relation is not Relation.EQUAL:
        return True
    if figure.unit in _SPANS and _AGO.match(line, end):
        return True
    lately = _LATELY.search(line, max(0, start - _LED), start)
    named = lately is not None and lately[0].lower().split()[-1] in _NAMED_TIME
    if lately is not None and not _KEPT.search(line, start, end) and (figure.unit in _LONG or (named and figure.unit in _SPANS)):
        return True
    if (figure.unit in ("year", "age") and _OLD.match(line, end)) or (figure.unit != "year" and _IN_A_ROW.match(line, end)):
        return True
    if any(form.search(line, max(0, start - _LED), start) for form in (_AGED, _PER)):
        return True
    after = re.match(r"\s*([A-Za-z]+)", line[end : end + 14])
    if after and after[1].lower() in known.MONTHS:
        return True
    before = line[max(0, start - 12) : start].lower().split()
    quarters = figure.fraction is not None and figure.fraction.denominator in (2, 4)
    return quarters and bool(before) and before[-1] in ("first", "last", "past", "second", "these", "the")


def _beside_chinese(line: str, start: int, end: int) -> bool:
    before, after = line[max(0, start - 4) : start].rstrip(), line[end : end + 4].lstrip()
    return bool(CJK.match(before[-1:]) or CJK.match(after[:1]))
