"""What people type, before it is parted into words: dates in words, documents' numbers and codes as the data has them."""

from __future__ import annotations

import re
from typing import Final

_QUARTERS: Final = {"一": "1", "二": "2", "三": "3", "四": "4", "1": "1", "2": "2", "3": "3", "4": "4"}
_HALVES: Final = {"上": "1", "下": "2", "first": "1", "second": "2"}
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)
_YEAR: Final = "((?:19|20)[0-9]{2})"
_MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_EMPTY: Final = frozenset({"the", "of", "in", "and", "a", "an", "to", "by", "no", "no.", "的"})
"""Words that say nothing of what is looked for."""


def _quarter(match: re.Match[str]) -> str:
    return f"{match['year']}-q{_QUARTERS[match['part']]}"


def _half(match: re.Match[str]) -> str:
    return f"{match['year']}-h{_HALVES[match['part']]}"


def _numbered(match: re.Match[str]) -> str:
    return f"{match['year']}-{int(match['part']):02}"


def _named(match: re.Match[str]) -> str:
    place = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(match["part"][:3]))
    return f"{match['year']}-{place:02}"


_PERIODS: Final = tuple((re.compile(pattern.replace("YEAR", _YEAR.replace("(", "(?P<year>", 1))), made) for pattern, made in (
    ("YEAR年? ?第?(?P<part>[一二三四1-4])季度", _quarter), ("YEAR年?(?P<part>[上下])半年", _half),
    ("(?<![a-z0-9])q(?P<part>[1-4]) YEAR(?![0-9])", _quarter), ("(?<![0-9])YEAR q(?P<part>[1-4])(?![0-9a-z])", _quarter),
    ("(?P<part>first|second) half of YEAR(?![0-9])", _half), ("YEAR年(?P<part>1[0-2]|0?[1-9])月末?底?", _numbered),
    (f"(?<![a-z])(?P<part>{_MONTH})\\.? YEAR(?![0-9])", _named),
))
_END_OF: Final = re.compile(f"(?:the )?end (?:of )?{_YEAR}(?![0-9])|{_YEAR}年[末底]")
_COMMAS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_CODE: Final = re.compile(r"(?<![0-9a-z-])(?=[0-9a-z]{0,9}[0-9])(?=[0-9a-z]{0,9}[a-z])([0-9a-z]{5})([0-9a-z]{5})(?![0-9a-z-])")
_NUMBER: Final = re.compile(r"(?<![a-z])no\.? ?(?=[0-9])|第(?=[0-9]+号)|(?<=[0-9])号")


def as_data_has_it(typed: str) -> str:
    """Return what was typed with its dates and documents' numbers as the data writes them.

    ``Q1 2025`` and ``2025年一季度`` are ``2025-q1``, ``March 2025`` is ``2025-03``, the end of a year the year,
    ``No. 2025324`` its digits; numbers lose their commas. A code without its hyphen stays as it was typed
    and is looked for with it.

    Args:
        typed: What was typed, folded: narrow, in small letters, in single spaces.
    """
    text = _COMMAS.sub("", typed)
    for pattern, made in _PERIODS:
        text = pattern.sub(made, text)
    text = _END_OF.sub(lambda match: match[1] or match[2], text)
    return _NUMBER.sub("", text)


def with_hyphen(word: str) -> str:
    """Return a claim code that was typed without its hyphen with it; any other word as it is."""
    return _CODE.sub(r"\1-\2", word)


def says_something(word: str) -> bool:
    """Tell whether a word says anything of what is looked for."""
    return word not in _EMPTY
