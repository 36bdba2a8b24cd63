"""Shares of a whole as English says them: three quarters, two-thirds, half, seven in ten."""

from __future__ import annotations

import re
from typing import Final

from indicators.figures import english_words as known
from indicators.figures.errors import Stuck
from indicators.figures.numerals import Numeral
from indicators.figures.quantities import Quantity
from indicators.figures.unit import Unit
from indicators.figures.units import Units

_TOKEN: Final = re.compile(r"(?:\s++|-)?+([a-z]++)")
_OUT_OF: Final = re.compile(
    r"\s+(?:in|out\s+of)\s+(every\s+)?([a-z]+)\b(?!\s+(?:years?|months?|cities|provinces|countries|minutes|days))"
)
_STREAK: Final = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)|([a-z]{3,}))\s+(?:(?:consecutive|successive|straight)\s+year(?![a-z])"
    r"|year\s+(?:running|in\s+a\s+row|in\s+succession|on\s+end)(?![a-z]))"
)
_ROW: Final = re.compile(
    r"([0-9]{1,2}|[a-z]{3,})\s+(?:(?:consecutive|successive|straight)\s+years(?![a-z])"
    r"|years\s+(?:running|in\s+a\s+row|in\s+succession|on\s+end)(?![a-z]))"
)
_KEPT: Final = re.compile(
    r"\b(?:rank|first|second|third|fourth|fifth|top|place|no\. ?[0-9]|lead|led\b"
    r"|[0-9](?:st|nd|rd|th)\b|champion)"
)
_FOR_THE: Final = ("for the ", "for a ", "for its ")
"""What was kept as long as that: ranked first in the province for the fifth consecutive year."""
_NO_HALF: Final = ("-year", " a year", " year", " a million", " a billion", " a trillion", " a dozen")
_SENTENCE: Final = 140
_WHOLES: Final = frozenset(("three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"))


def read_share(text: str, start: int, units: Units) -> Quantity | None:
    """Return the share of a whole that begins at a place; None if none does.

    Args:
        text: The text in small letters.
        start: Where it begins.
        units: The known units.

    Raises:
        Stuck: It is more than the whole.
    """
    first = _TOKEN.match(text, start)
    percent = units.written.get("%")
    if first is None or first.start(1) != start or percent is None:
        return None
    if first[1] == "half" and not text.startswith(_NO_HALF, first.end()):
        return _share(percent, start, 1, 2, first.end())
    top = 1 if first[1] in ("a", "an") else known.ONES.get(first[1], 0)
    held = _OUT_OF.match(text, first.end())
    if held is not None and held[2] in _WHOLES and 0 < top < known.ONES.get(held[2], known.TENS.get(held[2], 0)):
        whole = known.ONES.get(held[2]) or known.TENS[held[2]]
        return _share(percent, start, top, whole, held.end())
    second = _TOKEN.match(text, first.end())
    name = second[1] if second else ""
    bottom = known.PARTS.get(name) or known.PARTS.get(name.removesuffix("s"), 0)
    if second is None or not top or not bottom or name == "second":
        return None
    if top >= bottom:
        raise Stuck("fraction", start, second.end())
    return _share(percent, start, top, bottom, second.end())


def read_streak(text: str, start: int, units: Units) -> Quantity | None:
    """Return for how many years a place was kept, by the ordinal of the last; None if that isn't said at a place.

    Args:
        text: The text in small letters.
        start: Where the ordinal begins.
        units: The known units.
    """
    found = _STREAK.match(text, start)
    unit = units.get("year")
    said = text[max(0, start - _SENTENCE) : start].rpartition(". ")[2]
    row = _ROW.match(text, start) if found is None else None
    if row is not None and unit is not None and said.endswith("for ") and _KEPT.search(said):
        count = int(row[1]) if row[1].isdecimal() else known.ONES.get(row[1], 0)
        one = Numeral(count, 0, 0, False, False, "", None, row.end(), row.end())
        return Quantity(one, unit, "years", False, start, row.end()) if count > 1 else None
    if found is None or unit is None or not said.endswith(_FOR_THE) or not _KEPT.search(said):
        return None
    count = int(found[1]) if found[1] else known.ORDINALS.get(found[2], 0)
    one = Numeral(count, 0, 0, False, False, "", None, found.end(), found.end())
    return Quantity(one, unit, "year", False, start, found.end()) if count > 1 else None


def _share(percent: Unit, start: int, top: int, bottom: int, end: int) -> Quantity:
    one = Numeral(top, 0, 0, False, False, "", None, end, end)
    pair = one, one._replace(coefficient=bottom)
    return Quantity(one, percent, "%", True, start, end, fraction=pair)
