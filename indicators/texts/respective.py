"""Figures of a list that dates before it date one by one: 2029年、2030年分别…, 今明两年分别…, 三年分别…."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from indicators.texts.printed import Printed
from indicators.texts.when import YEARS, Basis, When
from indicators.texts.whens import Whens

_CLAUSE_LENGTH: Final = 24
_NEAR: Final = 14
_EACH: Final = re.compile("分别|依次")
_THIS_AND_NEXT: Final = re.compile(r"(?:今明两年|去今两年|去今明三年|今明后三年|今明后3年|今明2年)[^,，。;；0-9]{0,6}$")
_QUARTERS: Final = re.compile(r"((?:[一二三四]、){1,3}[一二三四])季度$")
_SEVERAL_YEARS: Final = re.compile(r"(?:^|[,，。;；])[这该]?([两二三四五六])年(?:间|来|中)?[^\s,，。;；0-9]{0,6}$")
"""What leads to figures for as many years, one by one: 三年分别."""
LISTED: Final = re.compile(r"\s*(?:、|和|及|与|以及)\s*")
"""What stands between two figures of one list."""


def respective(line: str, printed: Sequence[Printed], whens: Whens) -> dict[int, When]:
    """Return the dates of figures that a list before 分别 dates one by one, by the figures' numbers.

    2029年、2030年，全市分别安排1.2亿元、1.5亿元 dates the first of the first year.
    """
    found: dict[int, When] = {}
    ends = [item.end for item in printed]
    for each in _EACH.finditer(line):
        number = bisect_left(ends, each.end() + 1)
        dates = whens.listed_before(each.start())
        if not dates:
            dates = _to_come(line, each.start(), whens)
        if not dates and number < len(printed):
            dates = _gone_through(line, each.start(), whens.of(printed[number].start))
        if number == len(printed) or printed[number].start - each.end() > _NEAR:
            continue
        last = number
        while last + 1 < len(printed) and LISTED.fullmatch(line, ends[last], printed[last + 1].start):
            last += 1
        if last - number + 1 == len(dates):
            found.update(zip(range(number, last + 1), dates, strict=True))
    return found


def _to_come(line: str, end: int, whens: Whens) -> list[When]:
    """Return the years that words before a place name from that of writing on: 今明两年(分别), 去今两年(分别)."""
    named = _THIS_AND_NEXT.search(line, max(0, end - _CLAUSE_LENGTH), end)
    if named is None or not whens.written:
        return []
    first = int(whens.written[:4]) - (named[0][0] in "去前")
    return [When(str(first + number), Basis.STATED, by_year=True) for number in range(3 if "三" in named[0] else 2)]


def _gone_through(line: str, end: int, over: When) -> list[When]:
    """Return the parts of a time that words before a place go through: 三年(分别), 一、二、三季度(依次)."""
    quarters = _QUARTERS.search(line, max(0, end - _CLAUSE_LENGTH), end)
    if quarters is not None and over.period:
        numbers = ["一二三四".index(one) + 1 for one in quarters[1][::2]]
        return [When(f"{over.period[:4]}-Q{number}", over.basis, over.by_year) for number in numbers]
    several = _SEVERAL_YEARS.search(line, max(0, end - _CLAUSE_LENGTH), end)
    if several is None or YEARS.fullmatch(over.period) is None:
        return []
    first, last = (int(year) for year in over.period.split("/"))
    if last - first != "一二三四五六".index(several[1].replace("两", "二")):
        return []
    return [When(str(year), over.basis, over.by_year) for year in range(first, last + 1)]
