"""Dates in English documents: by the end of June 2025, in the first half, January to October 2025.

They come out as those of `indicators.texts.dating` and `indicators.texts.relative` do, so that a figure
is dated in one way in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from indicators.figures.periods import months_tail

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
         ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
         ("november", "nov"), ("december", "dec")),
        start=1,
    )
    for name in names
}
_ELEVENTH: Final = 2006
"""The first year of the eleventh five-year plan."""
_NUMBERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "one": 1, "two": 2, "three": 3}
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_OF: Final = r"(?:,?\s++(?:(?:of|in)\s++)?)"
_YEAR: Final = (
    r"(?:(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[,-][0-9])|(?:the\s++)?(?P<word>(?:this|last|next|previous)\s++year)"
    r"|(?:the|that)\s++year\b)"
)
_FORM: Final = re.compile(
    r"(?<![\w.,$-])(?:"
    r"(?P<end>(?:the\s++)?end(?:\s++of\s++|-))?(?:"
    rf"(?P<first>{_MONTH})\s*+(?:to|through|until|[-–—])\s*+(?P<to>{_MONTH})"
    rf"|between\s++(?P<first2>{_MONTH})\s++and\s++(?P<to2>{_MONTH})"
    rf"|(?P<day1>[0-9]{{1,2}})[^\S\n]++(?P<month1>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\s++(?P<day2>[0-9]{{1,2}})(?![0-9%.])"
    rf"|(?P<month>{_MONTH})"
    r"|(?:the\s++)?(?P<half>first|second)[\s-]half"
    r"|(?:the\s++)?first\s++(?P<quarters>two|three)\s++quarters"
    r"|(?:the\s++)?first\s++(?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\s++months"
    r"|(?:the\s++)?(?P<quarter>first|second|third|fourth|last)\s++quarter"
    r"|(?P<letter>[QH][1-4])\b"
    rf")(?:{_OF}{_YEAR})?"
    rf"|(?P<edge>(?:the\s++)?(?:end(?:\s++of\s++|-)|year-end\s++))(?:{_YEAR.replace('year>', 'year2>').replace('word>', 'word2>')})"
    r"|(?P<whole>(?:19|20)[0-9]{2})(?:\s*+(?:to|through|and|[-–—])\s*+(?P<until>(?:19|20)[0-9]{2}))?"
    r"(?![0-9]|[,/-][0-9]|\s*+(?:percent|per cent|%|yuan|million|billion))"
    r"|(?P<alone>(?:this|last|next)\s++year|the\s++(?:current|coming|past)\s++year(?!s)|the\s++whole\s++year|(?:the\s++)?full[\s-]year|(?:the\s++)?year-end|later\s++this\s++year"
    r"|within\s++(?:the|this)\s++year"
    r"|for\s++the\s++year(?=\s++(?:total|reach|amount|was|were|stood|came|exceed|rose|grew))"
    r"|(?:in|during|throughout)\s++the\s++year(?!\s++(?:[0-9]{4}|of|to|end|before|earlier|when|that|in|ahead|prior)))\b"
    r"|(?P<plan>1[1-9])th\s++Five[- ]Year\s++Plan(?P<during>\s++period)?"
    r"|(?P<now>so\s++far(?!\s++this)|to\s++date|until\s++now|up\s++to\s++now|thus\s++far|at\s++(?:present|the\s++moment)|at\s++the\s++time\s++of\s++writing|presently|currently|(?:as\s++of|by)\s++(?:now|today)|today(?!['’]s))\b"
    r"|(?P<same>(?:as\s++of|by|on|at)\s++(?:the\s++same|that)\s++(?:date|day|time|point)|(?:during|over|in)\s++(?:this|that)\s++period)\b"
    r"|(?P<weak>now(?=\s++(?:has|have|boasts?|hosts?|operates?|stands?|covers?|serves?|runs?|counts?|totals?|numbers?|employs?|holds?|offers?|includes?|supports?|connects?|reach(?:es)?|accounts?|ranks?|exceeds?|uses?|handles?|owns?|contributes?|accounts?|makes?|ranks?|produces?|is\s++home)\b)"
    r"|(?<=\bhas\s)(?:already|now)|(?<=\bhave\s)(?:already|now)|(?<=\bis\s)now|(?<=\bare\s)now)\b"
    r"|(?P<none>so\s++far\s++this\s++year|since\s++(?:the\s++end\s++of\s++)?(?:19|20)[0-9]{2}"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})\s++years\s++ago|(?:over\s++|in\s++|within\s++)?the\s++(?:past|last|next|coming)\s++(?:two|three|four|five|six|ten|few|several|[0-9]{1,2})\s++years|in\s++recent\s++years|over\s++the\s++years)\b"
    r")",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"(?:\bthan\b(?!\s+(?:[0-9]|half\b|one\b|two\b|RMB))|\bover\s+the\s+same|\bcompared\b|\bagainst\b|\bfrom\s+the\s+(?:end|same|level|figure)|\bas\s+(?:many|much|high)\s+as\s+in\b"
    r"|\b(?:times|double|triple|half|twice|above|below|percent\s+of)\s+(?:the\s+)?(?:figure|level|number|total|amount|volume|size|that|those)\s+(?:of|in|at|for))(?:[^.,;]|[.,](?=[0-9]))*$",
    re.IGNORECASE,
)
_ON_YEAR: Final = re.compile(
    r"\b(?:up|down|rise|increase|growth|decrease|decline)\b[^.,;]{0,12}[0-9][0-9.]{0,5}\s?(?:percent|per\scent|%)\s+on\s+$",
    re.IGNORECASE,
)
"""What makes a year the one that a change is held to: up 34.5% on 2029."""
_LEVEL: Final = re.compile(r"(?:[a-z]+\s){0,2}+(?:RMB\s?|US\$|\$)?[0-9]")
_ENDED: Final = re.compile(r"\sto\s|[,;:.]\s")
_PREPOSED: Final = re.compile(r"\s(?:in|at|by|of|during|for)\s(?:the\s)?$", re.IGNORECASE)
_DURING: Final = re.compile(r"\b(?:during|in|over|throughout|under|within|for)\s+the\s+$", re.IGNORECASE)
_START: Final = re.compile(r"\s++to\s++(?:[0-9]|about|over|more|nearly)", re.IGNORECASE)
_LATIN: Final = re.compile(r"\b[A-Za-z]{2,}+[ ,]++[a-z]{2,}+")
_LOOK_BACK: Final = 70
_LONGEST_LINE: Final = 100


_SHIFTS: Final = {
    "last year": -1, "previous year": -1, "past year": -1, "next year": 1, "coming year": 1, "this year": 0, "current year": 0,
    "within this year": 0, "later this year": 0, "within the year": 0,
}
"""Years from the year of writing."""


class Said(NamedTuple):
    """A date in English, ``line[start:end]``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        year: The year stated; 0 if none is.
        shift: Years from the year of writing, where it says so (last year is -1); else None.
        tail: What follows the year in a period's text; None if it names no period.
        years: The last year of a span of years; 0 if it is none.
        now: Whether it is the moment of writing.
        weak: Whether that is only so where its paragraph states no day: the city now has.
        same: Whether it is the date that was stated last: as of the same date.
    """

    start: int
    end: int
    year: int
    shift: int | None
    tail: str | None
    years: int = 0
    now: bool = False
    weak: bool = False
    same: bool = False


def english_dates(line: str, *, bases: bool = False) -> Iterator[Said]:
    """Yield every date that English words state, in order.

    Args:
        line: A text whose width is folded.
        bases: Whether those are wanted too that a figure is held to, or begins with.
    """
    if not bases and _LATIN.search(line) is None:
        return
    for found in _FORM.finditer(line):
        before = line[max(0, found.start() - _LOOK_BACK) : found.start()]
        if not bases and (
            _COMPARED.search(before) or _ON_YEAR.search(before) or _is_level(before)
            or _is_start(line, found) or _is_end(before, found)
        ):
            continue  # what a figure is held to, or begins with: from 1.38 in 2028 to 1.27
        if found["now"] or found["weak"]:
            yield Said(*found.span(), 0, None, None, now=True, weak=found["weak"] is not None)
            continue
        if found["same"]:
            yield Said(*found.span(), 0, None, None, same=True)
            continue
        if found["plan"]:
            if not found["during"] and not _DURING.search(before):
                continue  # the first year of the 16th Five-Year Plan
            first = _ELEVENTH + 5 * (int(found["plan"]) - 11)
            yield Said(*found.span(), first, None, "", first + 4)
            continue
        if found["none"]:
            yield Said(*found.span(), 0, None, None)
            continue
        if _no_date(line, found):
            continue
        words = " ".join((found["word"] or found["word2"] or found["alone"] or "").lower().split())
        shift = _SHIFTS.get(words.removeprefix("the "))
        year = int(found["year"] or found["year2"] or found["whole"] or 0)
        until = int(found["until"] or 0)
        yield Said(*found.span(), year, shift, _tail(found), until)


_DAY: Final = len("-06-30")
_SIGNED: Final = re.compile(
    r"(?:(?:[A-Z][\w'’&.-]*|of|and|the|for|on|in|Date|Dated|Issued|Released|Updated|Published)[,:\s]+){0,16}", re.ASCII
)
"""What may stand before the date on the line of a signature: names, and no sentence."""


def english_signed(lines: list[str]) -> str:
    """Return the year and the rest of the day, or the month, that a line near the end of a text consists of.

    Args:
        lines: The last lines, width folded.
    """
    month = ""
    for line in reversed(lines):
        plain = line.strip().strip("().").strip()
        if not plain.isascii() or len(plain) > _LONGEST_LINE:
            continue
        said = list(english_dates(plain, bases=True))
        last = said[-1] if said else None
        if last is None or not last.year or last.end != len(plain) or last.years or not _SIGNED.fullmatch(plain, 0, last.start):
            continue
        tail = said[-1].tail or ""
        if len(tail) == _DAY and tail[-3] == "-" and tail[1:].replace("-", "").isdecimal():
            return f"{said[-1].year}{tail}"
        if len(tail) == len("-06") and tail[1:].isdecimal() and said[-1].start == 0:
            month = month or f"{said[-1].year}{tail}"
    return month


def _is_level(before: str) -> bool:
    """Tell whether what leads to a date is the level that a change begins with: from 32,000 at the end of 2029."""
    begin = before.lower().rfind("from ") + len("from ")
    said = before[begin:]
    return (
        begin >= len("from ") and _LEVEL.match(said) is not None and _ENDED.search(said) is None
        and _PREPOSED.search(said) is not None
    )


def _is_start(line: str, found: re.Match[str]) -> bool:
    """Tell whether a date is that of the level that a change begins with."""
    if _START.match(line, found.end()) is None:
        return False
    before = line[max(0, found.start() - _LOOK_BACK) : found.start()].lower()
    return re.search(r"\bfrom\s[^;]*$", before) is not None


def _is_end(before: str, found: re.Match[str]) -> bool:
    """Tell whether a date is the one from which something changed: up 1.2 million from the end of 2029."""
    over = found["edge"] is not None or found["end"] is not None
    said = before.lower()
    if found["whole"] and not found["until"] and said.endswith(("over ", "than ", "versus ", "upon ")):
        return True  # an increase of 9.8% over 2029
    return not found["first"] and not found["until"] and (
        said.endswith("from ") or (over and said.endswith(("over ", "than ", "versus ")))
    )


def _no_date(line: str, found: re.Match[str]) -> bool:
    """Tell whether a word is no month (may), or a number no year."""
    month = found["month"]
    if month is None:
        return False
    alone = not found["end"] and not found["year"] and not found["word"]
    before = line[max(0, found.start() - 12) : found.start()].lower().split()
    led = bool(before) and before[-1].lstrip("\"“‘'(") in ("in", "of", "by", "since", "until", "for", "late", "early",
        "end", "from")
    return month[0].islower() or (alone and not led)


def _tail(found: re.Match[str]) -> str | None:
    """Return what follows the year: ``-06-30``, ``-H1``; empty for a whole year."""
    at_end = found["end"] is not None
    if found["edge"] or (found["alone"] or "").lower().endswith("year-end"):
        return "-12-31"
    if found["first"]:
        months = _month(found["first"]), _month(found["to"])
    elif found["first2"]:
        months = _month(found["first2"]), _month(found["to2"])
    elif found["half"]:
        months = (1, 6) if found["half"].lower() == "first" else (7, 12)
    elif found["quarters"]:
        months = 1, 3 * _NUMBERS[found["quarters"].lower()]
    elif found["months"]:
        months = 1, _count(found["months"].lower())
    elif found["quarter"] or (found["letter"] or "h")[0] in "Qq":
        number = _NUMBERS[found["quarter"].lower()] if found["quarter"] else int(found["letter"][1])
        months = 3 * number - 2, 3 * number
    elif found["letter"]:
        if found["letter"][1] not in "12":
            return None
        months = (1, 6) if found["letter"][1] == "1" else (7, 12)
    else:
        day = found["day1"] or found["day2"]
        name = found["month1"] or found["month2"] or found["month"]
        if name is None:
            return ""
        month = _month(name)
        if day:
            return f"-{month:02}-{int(day):02}"
        return f"-{month:02}-end" if at_end else f"-{month:02}"
    return f"-{months[1]:02}-end" if at_end else months_tail(*months)


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _count(word: str) -> int:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    return words.index(word) + 2 if word in words else int(word)
