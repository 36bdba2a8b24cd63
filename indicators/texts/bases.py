"""Dates that something is held to or begins with: they date that level, never what follows.

较1—7月回落, 比2029年底净增, 与6月末相比, 由2029年末的3.2万个增至, up from 32,000 at the end of 2029.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.texts.english_dates import english_dates

LONGEST: Final = 80
"""Characters on either side of a date or figure that are looked at."""
_PART: Final = r"(?:[0-9一二三四五六七八九十]{1,3}\s?月?\s?[-—–~〜至到]{1,2}\s?)"
_WHOSE: Final = r"(?:今年|去年|上年|前年|本年|当年|同期|全年|上一|前){0,2}"
_HELD_TO: Final = re.compile(
    rf"(?:相较于?|相比于?|对比|比照|较之?|(?<![占百各类对])比(?:起|之)?|(?:高|低|快|慢|多|少|优|好|大|强)于)了?\s?{_WHOSE}{_PART}?$"
)
_NAMED_AS: Final = re.compile(r"(?<![占百各类对])(?:[较比与同]|相[较比]于?)[“\"]?(?![重例率值])[^,，。;；、0-9重例]{1,12}的\s?$")
"""What names the time that something is held to before its year: 比“十五五”初的2026年提高."""
_CHANGED: Final = re.compile(
    r"(?:年?[底末初]|[0-9]{1,2}月(?:份|[底末])?|[一二三四]季度[末底]?|[上下]半年|同期|全年|的?水平|\s)*"
    r"(?:相比|比较|相较|(?:再|又|已|均|大幅|净|共|累计)?(?:提高|提升|增|上升|扩大|下降|降低|减|回落|回升|缩|多|少|高|低|快|慢|翻|改善))"
)
_BESIDE: Final = re.compile(rf"(?:与|同|和|跟)\s?{_WHOSE}{_PART}?$")
_ALIKE: Final = re.compile(
    r"(?:年?[底末初]|[0-9]{1,2}月(?:份|[底末])?|[一二三四]季度[末底]?|[上下]半年|同期|全年|的?水平|\s)*"
    r"(?:相比|比较|相较|基本持平|基本相当|持平|相当|一致|相同)"
)
_OF: Final = re.compile(
    r"(?:年?[底末初]|[0-9]{1,2}月(?:份|[底末])?|[一二三四]季度[末底]?|[上下]半年|同期|全年|度)?的"
    r"(?![\u4e00-\u9fff]{0,6}?(?:情况|数据|结果|形势|走势|指标)[来上]?看)"  # 从1月份的情况看 begins nothing
)
_PRICED: Final = re.compile(
    r"(?:度|年)?(?:的)?(?:不变|可比|固定)(?:单?价|口径)|(?:度|年)?(?:的)?价格?(?:计算|口径|为)|(?:为|作为)(?:基期|基数)"
    r"|(?:年?[底末])?的?基础(?:上|之上)"
)
_BEGUN: Final = re.compile(r"[由从自是为当于]\s?$")
_REACHED: Final = re.compile(r"[达到]\s?$")
_TIMES: Final = re.compile(r"(?:年?[底末]|同期)?的(?:约|近|超过?)?[0-9.一二两三四五六七八九十]{1,5}多?倍")
_FROM: Final = re.compile(r"[由从自]([^由从自，,。;；、的]{2,14})的(?:每[\u4e00-\u9fff])?$")
"""What leads to the level that a change begins with, with its date."""
_BEHIND: Final = re.compile(r"[^.,;:()]{0,24}?\b(?:in|at|by|of|as\s+of|during|for)\s+(?:the\s+)?$", re.IGNORECASE)

_HELD: Final = re.compile(
    r"(?:[较比]|(?:高|低|快|慢|多|少)于)((?:上一?年|去年|前年|前一年)(?:度|同期|年?[底末])?|20[0-9]{2}年(?:年?[底末]|同期)?)的$"
)
"""What leads to the level of an earlier time that another one is held to: 较上一年的61.2%."""


def is_base(line: str, start: int, end: int) -> bool:
    """Tell whether a Chinese date is what a figure is held to, or begins with.

    Args:
        line: A text whose width is folded.
        start: Where the date begins.
        end: Where it ends, or where its year does.
    """
    before = line[max(0, start - LONGEST // 4) : start]
    if _HELD_TO.search(before):
        return True
    if _BESIDE.search(before) and _ALIKE.match(line, end):
        return True
    if _NAMED_AS.search(before) and _CHANGED.match(line, end):
        return True
    if _REACHED.search(before):
        return _TIMES.match(line, end) is not None  # 达到2028年的1.8倍, but not 提高到2028年的41%
    if _PRICED.match(line, end):
        return True  # 按2023年不变单价计算
    return _BEGUN.search(before) is not None and _OF.match(line, end) is not None


def began(said: str) -> str:
    """Return the date of the level that a change begins with or is held to, as printed; empty if none is.

    Args:
        said: What stands before the level: 由2029年末的, 较上一年的.
    """
    found = _FROM.search(said) or _HELD.search(said)
    return found[1].strip() if found is not None else ""


def is_held_to(said: str) -> bool:
    """Tell whether a level of an earlier time is what another one is held to, by what stands before it."""
    return _HELD.search(said) is not None


def began_in_english(line: str, end: int) -> tuple[int, str] | None:
    """Return the year and what follows it of the date behind a level: from 32,000 at the end of 2029.

    Args:
        line: A text whose width is folded.
        end: Where the level ends.
    """
    behind = line[end : end + LONGEST]
    for said in english_dates(behind, bases=True):
        if _BEHIND.fullmatch(behind, 0, said.start) and said.year and said.tail is not None and not said.years:
            return said.year, said.tail
        return None
    return None
