"""Levels that a change begins with, their time, and the years that lie between two of them: 由2025年的8家增到2030年的15家."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.figures.periods import year_earlier
from indicators.texts.bases import began, began_in_english, is_held_to
from indicators.texts.dating import stated_period
from indicators.texts.printed import Printed
from indicators.texts.relative import in_year, whole_expression
from indicators.texts.when import NOTHING, Basis, When
from indicators.texts.whens import Whens

_YEAR_BEFORE: Final = re.compile("[上去]年|上一年|前一年")
_CLAUSE_LENGTH: Final = 24
_GAPS: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s++|(?<!\s)\s++(?=[\u4e00-\u9fff])")
_FROM: Final = re.compile(r"[由从自](?:每[\u4e00-\u9fff]|平均|人均|户均|[^由从自，,。;；、的]{2,14}的(?:每[\u4e00-\u9fff])?)?$")
"""What leads to the level that a change begins with: 由642家, 从2030年的41.2%."""
_ONWARD: Final = re.compile(
    r"(?:\s*[^。;；，,]{0,4}?|\s*[，,][^。;；，,0-9]{0,8}?)(?:增|提|上|升|爬|扩|降|下降|减|缩|压|攀|跃|发展|回|突|涨|跌|调|拉|延|收|放|优|改善|翻|迈)[\u4e00-\u9fff]{0,2}[至到为]"
)
"""What follows the level that a change begins with: 由642家增至1108家."""
_LEADS: Final = re.compile(r"\b(from|(?:compared|up|down) (?:with|from)|against|versus|than)\s(?:the\s)?$")
_A_YEAR_BEFORE: Final = re.compile(
    r"\s+(?:(?:in|at|of|for|during)\s+)?(?:the\s+)?(?:(?:same|corresponding)\s+(?:period|time)\s+(?:of\s+)?)?"
    r"(?:last\s+year|(?:a|one)\s+year\s+(?:earlier|ago)|the\s+(?:previous|year)\s+(?:year|before))", re.IGNORECASE
)
_LAST_END: Final = re.compile(r"\s+(?:at|by)\s+(?:the\s+)?(?:year-)?end\s+(?:of\s+)?(?:last|the\s+previous)\s+year", re.IGNORECASE)
"""What dates the level before it at the end of the year before: from 310 at the end of last year."""
_TO: Final = re.compile(r"^[^.;:]*?\sto\s|^[^.;:]*[a-z0-9]\.[0-9][^.;:]*\sto\s")
_NEAR: Final = 14
_RATIO: Final = re.compile("(?:[:∶][0-9.]{1,5}){2,4}")
"""The other shares of a whole: 由上年的11.2:40.5:48.3调整为."""
_CHANGE_ENDS: Final = 2
_LINKED: Final = 80
"""Characters that may stand between a count and a share of it."""


def between_years(printed: Sequence[Printed], periods: Sequence[When], number: int, line: str) -> When | None:
    """Return the years over which a change came about whose average stands right behind it.

    由2025年的8家增到2030年的15家，年均增长13%: of 2026/2030.
    """
    if number < _CHANGE_ENDS or len(line[printed[number - 1].end : printed[number].start]) > _NEAR:
        return None
    first, last = periods[number - 2].period[:4], periods[number - 1].period[:4]
    if not begins_a_change(line, printed[number - 2]) or "/" in periods[number - 2].period + periods[number - 1].period:
        return None
    known = bool(first and last) and int(first) + 1 < int(last)
    return When(f"{int(first) + 1}/{last}", Basis.STATED, by_year=True) if known else None


def lead_of(line: str, start: int) -> str:
    """Return what stands right before a figure, without the white space beside Chinese characters."""
    return _GAPS.sub("", line[max(0, start - _CLAUSE_LENGTH) : start])


def begins_a_change(line: str, item: Printed) -> bool:
    """Tell whether a figure is the level that a change begins with: 由642家增至1108家."""
    said, end = lead_of(line, item.start), item.end
    ratio = _RATIO.match(line, end)
    end = ratio.end() if ratio is not None else end
    behind = line[end : end + _NEAR]
    leads = _LEADS.search(line, max(0, item.start - _NEAR), item.start)
    if leads is not None:
        onward = leads[1] == "from" and _TO.search(line[item.end : item.end + _LINKED]) is not None
        return onward or began_in_english(line, item.end) is not None or any(
            form.match(line, item.end) is not None for form in (_A_YEAR_BEFORE, _LAST_END)
        )
    return is_held_to(said) or (_FROM.search(said) is not None and _ONWARD.match(behind) is not None)


def when_begun(line: str, item: Printed, said: str, whens: Whens) -> When:
    """Return the period of the level that a change begins with: the one stated with it, or none."""
    english = began_in_english(line, item.end) if line[item.start : item.end].isascii() else None
    if english is not None:
        period = in_year(*english)
    elif _LAST_END.match(line, item.end):
        period = f"{int(whens.written[:4]) - 1}-12-31" if whens.written else ""
    elif _A_YEAR_BEFORE.match(line, item.end):
        own = whens.of(item.start).period
        period = year_earlier(own) if own else ""
    else:
        words = began(said)
        period = stated_period(words)
        own = whens.of(item.start).period
        if not period and own and _YEAR_BEFORE.match(words):
            year = f"{int(own[:4]) - 1}"
            tail = _YEAR_BEFORE.sub("", words).removeprefix("年")
            period = {"": year, "度": year, "底": f"{year}-12-31", "末": f"{year}-12-31", "同期": year_earlier(own)}.get(tail, "")
        elif not period and (said_then := whole_expression(words)) is not None:
            if said_then.now:
                return When(whens.written, Basis.DOCUMENT) if len(whens.written) > len("2030") else NOTHING
            if own or (said_then.shift is not None and whens.written):
                year = whens.written if said_then.shift is not None else own
                period = said_then.in_year(int(year[:4]))  # 由上半年的5.2%
    return When(period, Basis.STATED) if period else NOTHING
