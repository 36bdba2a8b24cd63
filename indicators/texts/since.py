"""What is counted since a time: 今年以来 up to the day of writing, a change since the last year's or month's end up to its level.

截至8月末，用户689万户，比上年末净增12万户，本月净增1万户: the level is of 2030-08-31, what was added of 2030-01/2030-08
and of 2030-08.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.periods import parse_period, span_code
from indicators.texts.relative import first_of_plan
from indicators.texts.when import Basis, When

_COUNTED: Final = re.compile(
    r"[“\"]?十(?P<plan>[一二三四五六])五[”\"]?(?:时期)?以来|(?P<year>20[0-9]{2})\s?年(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月)?\s?以来"
    r"|(?P<word>今年|本年|年初|去年|上年)(?:度|初)?\s?以来"
    r"|(?i:so\s+far\s+this\s+year|since\s+(?P<begun>20[0-9]{2})\b)"
)
"""What a text counts since, up to the day it is written: 今年以来, “十五五”以来, 2030年以来."""
YEAR_END: Final = re.compile(r"[比较与][上去]年年?[末底]|[比较]年初")
"""What a change is measured from that begins with its year."""
_BEFORE: Final = re.compile(
    r"[比较](?:[上去]年年?[末底]|年初|(?:19|20)[0-9]{2}年(?:年?[末底]|初))(?:分别|各|又|再|均|共|也)?(?:[净新]?增|增减)?$"
)
"""The same right before a change: 比去年年底分别增加."""
_THIS_YEAR: Final = re.compile(
    r"(?:今年|当年|本年|年内)(?:已|又|共|累计)?(?:净增|新[增建设]|增)加?(?:[456]G|[^,，。;；、0-9]){0,8}$"
)
"""What leads to what came about in the year on whose day the level is: 截至9月底4.36万座，今年新增5200座."""
_IN_THE_MONTH: Final = re.compile(r"(?:[本当单]月(?:份)?|[比较]上个?月[末底]?)(?:又|再|均|共|各|分别)?(?:[净新]?增|增减)?$")
"""What says that a change came about within the month at whose end the level is: 本月净增, 比上月末增加."""
_MONTHS: Final = 12
_MONTHS_END: Final = re.compile(r"[比较与](?:(20[0-9]{2})年)?(1[0-2]|[1-9])月[末底](?:净|新)?(?:增|减|增减)?(?:加|少)?$")
"""What a change is measured from that came about since: 比6月末增加, on the last day of September, is of the third quarter."""
_YEARS_END: Final = re.compile(r"[比较与]((?:19|20)[0-9]{2})年(?:年?([末底])|初)")
_BEHIND: Final = re.compile(
    r"(?:\s+(?:more|fewer|less|higher|lower|up|down|greater|longer)\b)?\s+(?:from|over|since|compared\s+(?:with|to)|on|above|than)\s+(?:(?:that|those|the\s+(?:figure|number|level))\s+)?(?:(?:at|of|in)\s+)?(?:the\s+)?"
    r"(?:(?:year-)?end\s+of\s+(?:(?P<last>last\s+year|(?:the\s+)?(?:previous|preceding|prior)\s+year)|(?P<year>(?:19|20)[0-9]{2})\b)"
    r"|(?:beginning|start)\s+of\s+(?:the|this)\s+year|(?P<in_end>end-|year-end\s+)(?P<its>(?:19|20)[0-9]{2})\b)", re.IGNORECASE
)


def since_the_last_end(when: When, scope: str, lead: str, behind: str, words: str = "", level: str = "") -> When:
    """Return the months over which a change came about that is measured from the end of the year or month before.

    Args:
        when: The period of the level that the change led to.
        scope: The words of the change that say what it is measured from.
        lead: What stands right before it.
        behind: What follows it, if it is a change in an English text; else nothing.
        words: What stands right before its number, its own words included.
        level: The period of the level right before it in its sentence; else nothing.

    Returns:
        The period as it is where the change is measured from another time, and where no month is known.
    """
    first, _, last = when.period.partition("/")
    if not first or (last and last[:4] != first[:4]):
        return when  # no period, or years
    if not last and len(first) > len("2030-06") and (_IN_THE_MONTH.search(lead) or _IN_THE_MONTH.search(scope)):
        return When(first[: len("2030-06")], when.basis, by_year=True)
    year = int(first[:4])
    month_before = _MONTHS_END.search(scope) or _MONTHS_END.search(lead)
    if month_before is not None and not last and len(first) > len("2030-06"):
        begun = (int(month_before[1] or year), int(month_before[2]) + 1)
        over = (year, int(first[5:7]))
        return When(span_code(*begun, *over), when.basis, by_year=True) if begun <= over and begun[1] <= _MONTHS else when
    if not last and _THIS_YEAR.search(words) and len(level) > len("2030") and level[:4] == first and "/" not in level:
        return When(span_code(year, 1, year, parse_period(level).end.month), when.basis, by_year=True)
    before = _BEFORE.search(lead)
    scope = scope or (before[0] if before is not None else "")
    named, english = _YEARS_END.search(scope), _BEHIND.match(behind)
    if named is not None:
        measured = int(named[1]) == (year - 1 if named[2] else year)
    elif english is not None:
        stated = english["year"] or english["its"]
        measured = not stated or int(stated) == year - 1
    else:
        measured = YEAR_END.search(scope) is not None
    if not measured:
        return when
    basis = Basis.STATED if when.basis is Basis.DOCUMENT else when.basis
    month = parse_period(when.period).end.month
    return When(span_code(year, 1, year, month), basis, by_year=when.by_year or basis is not when.basis)


def counted_since(line: str, index: int) -> re.Match[str] | None:
    """Return the words at a place that say since when a text counts: 今年以来, “十五五”以来; None if there are none."""
    return _COUNTED.match(line, index)


def months_since(said: re.Match[str], year: int, last: str) -> str:
    """Return the months over which something is counted; empty if they end before they begin.

    Args:
        said: The words that say since when.
        year: The year of writing.
        last: The last month, 2031-05.
    """
    if said["plan"]:
        first = first_of_plan(said["plan"])
    elif said["year"] or said["begun"]:
        first = int(said["year"] or said["begun"])
    else:
        first = year - 1 if (said["word"] or "今")[0] in "去上" else year
    begun, over = (first, int(said["month"] or 1)), (int(last[:4]), int(last[5:]))
    return span_code(*begun, *over) if begun < over else ""
