"""Which date an English figure is of, where English says it otherwise than Chinese.

A date may stand behind its figure (30 data sets by 2031); one that leads its sentence holds for those that
follow, one that stands behind another figure doesn't. What was newly built, granted or signed came about
over a time, and isn't there at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from indicators.figures.periods import PeriodError, parse_date, parse_period, span_code
from indicators.texts.when import NOTHING, YEARS, Basis, When

if TYPE_CHECKING:
    from indicators.texts.point import Point

_DAY: Final = len("2030-06-30")
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]{3}")
_AROUND: Final = 40
_PLAIN: Final = re.compile(r"(?:[2-6]G\b|[^,;:.()0-9]|[.,](?=[0-9])|\.(?=[a-z]))*+")
_PLACED: Final = re.compile(r"(?:^|\s)(?:by|in|at|as\sof|before|during|within|over|throughout|from|on|since)\s(?:the\s)?$")
_OWN: Final = re.compile(r"(?:last|this|within|during|in|over|throughout|later)\b")
_BARRED: Final = re.compile(
    r"\b(?:expects?|plans?|intends?|hopes?|believes?|predicts?|compared|than|against|versus|up\s+from|down\s+from|while|but|report(?:s|ed)?\s+that|founded|established|signed\s+into)\b|\bfrom\s+$",
    re.IGNORECASE,
)
"""What makes a date behind a figure that of something else."""
_EXPECTED: Final = re.compile(r"\b(?:expect|plan|intend|hope|believe|predict)s?\b", re.IGNORECASE)
_SURVEYED: Final = re.compile(r"\b(?:survey(?:ed)?|poll(?:ed)?|questionnaires?|respondents?)\b", re.IGNORECASE)
_LEADS_ON: Final = re.compile(
    r"(?:[,;]\s+(?:and|but|while|whereas))\s+(?:(?:by|in|at|as\s+of|during|from"
    r"|over)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_ASIDE: Final = re.compile(r",\s+(?:(?:is|are|will|was|were)\s|scheduled\s|due\s)")
_MONEY: Final = re.compile(r"yuan|RMB|[$¥€]|dollars|percent|%", re.IGNORECASE)
_FRONT: Final = re.compile(
    r"\s?(?:[-–—•*·\"“(]{1,2}\s?|\(?[0-9a-zIVX]{1,4}[.)]\s)?(?:(?:however|meanwhile|moreover|in\saddition|also|but|and|then|among\sthem|of\sthese"
    r"|on\sthis\sbasis|according\sto\s[a-z ]{4,40}|statistics\sshow\sthat|first|second|third|fourth|fifth|finally|so),?\s)?"
    r"(?:(?:by|as\sof|at|in|during|over|on|from|for|through|throughout|up\sto|within|since|until|between|as\sat"
    r"|before)\s)?(?:the\s)?(?:year\s)?", re.IGNORECASE
)
_DONE: Final = (
    r"(?:added|granted|signed|issued|approved|awarded|held|organi[sz]ed|produced|manufactured|turned\s+out|sold|exported|imported|handled|processed|trained|launched|released|selected|completed|allocated"
    r"|invested|created|recogni[sz]ed|renovated|filed|registered|published|delivered|carried\s+out|conducted|introduced|attracted|recruited|opened|newly\s+\w+|listed|identified|awarded|raised|spent|received|provided|offered|diagnosed|undertaken)"
)
_ADDED: Final = re.compile(r"\s{0,2}(?:[a-z-]++\s){0,4}(?:newly|added)\b")
_AMONG: Final = re.compile(r"\b(?:of\s(?:which|whom|these|them)|including|with|among\s(?:which|them|these))\b[^.;]*$")
_FLOW_BEHIND: Final = re.compile(
    rf"[^.;:]{{0,80}}?\b(?:was|were|has\s+been|have\s+been"
    rf"|had\s+been)\s+(?:newly\s+|successfully\s+)?{_DONE}\b", re.IGNORECASE
)
_FLOW_BEFORE: Final = re.compile(
    rf"\b(?:{_DONE}|built)\s+(?:(?:a\s+total\s+of|up|out|another|over|more\s+than"
    rf"|about|some|nearly|and\s+\w+)\s+)*$", re.IGNORECASE
)
_ANOTHER: Final = re.compile(r"\b(?:another|an?\s+additional)\s*$", re.IGNORECASE)
_ACTIVE: Final = re.compile(
    r"(?:\s+[a-z-]+){1,5}?\s+(?:filed|completed|passed|joined|won|received|underwent|moved\s+in|settled|signed|launched|applied|obtained|carried\s+out|participated|attended|graduated)\b"
)
"""What those did who are counted: 1,140 companies filed applications."""
_FLOWS: Final = re.compile(
    r"\b(?:outputs?|production|sales|revenues?|exports?|imports?|expenditures?|spending|turnover|investments?|income|profits?|(?<!to\s)traffic|volume|value\s+added|value-added|gdp|transactions|deliveries"
    r"|shipments|consumption|visits|trips|applications|contracts|value|parcels|generation|usage|retail)\b", re.IGNORECASE
)
"""What comes about over a time, as a noun."""
_HELD: Final = re.compile(
    r"\b(?:had|has|have|there\s+(?:are|were|is|was)|is\s+home\s+to|was\s+home\s+to"
    r"|number\s+of|numbered|in\s+(?:use|service|operation)|subscribers|users|stock|cumulative(?:ly)?|length)\b", re.IGNORECASE
)
_OVER_YEAR: Final = re.compile(
    r"[^.;]{0,12}?\b(?:over|from|than|on|compared\s+(?:with|to))\s+(?:(?:that|those)\s+)?(?:(?:at|of"
    r"|in)\s+)?(?:the\s+)?(?:(?:year-)?end\s+of\s+)?(?:the\s+)?(?:previous|last|preceding|prior)\s+year\b", re.IGNORECASE
)
_MORE: Final = re.compile(r"\s*(?:more|fewer|up)\b")
_IN_YEAR: Final = re.compile(r"[^.;,]{0,60}?\b(?:in|during|throughout|over|within)\s+(?:the|this)\s+year\b", re.IGNORECASE)
_PRESENT: Final = re.compile(
    r"\b(?:[Tt]he\s+(?:city|province|district|county|municipality|region|zone|park|fund|platform|center|centre|town)|[Ii]t|which|[A-Z][a-z]+|fund\s+of\s+funds|we)\s+"
    r"(?:has(?!\s+(?:been|been\s+\w+|\w+ed|built|set|held|made|come|become|grown|risen|gone|seen|put|taken|brought|won|met|laid))|is\s+home\s+to|boasts|hosts|operates|owns|ranks|stands\s+at)\b[^.;]*$"
)
_SPAN_OF: Final = re.compile(
    r"\b(?:over|in|within|during|for|across)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+"
    r"|these\s+)?(?P<years>two|three|four|five|[2-5])(?:\s+years|-year\s+period)\b", re.IGNORECASE
)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}
_PAST_YEARS: Final = re.compile(
    r"(?:over|in|during|within|for)?\s*the\s+(?:past|last)\s+(two|three|four|five"
    r"|[2-5])\s+years", re.IGNORECASE
)


def in_english(line: str, index: int) -> bool:
    """Tell whether the text around a place is English."""
    around = line[max(0, index - _AROUND) : index + _AROUND]
    return _CHINESE.search(around) is None and _LATIN.search(around) is not None


def past_years(said: str) -> int:
    """Return how many years are gone that a text speaks of, over the past five years; 0 if it doesn't."""
    found = _PAST_YEARS.fullmatch(said.strip())
    return _count(found[1]) if found is not None else 0


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word.lower()]


def stands_right_behind(line: str, end: int, point: Point) -> bool:
    """Tell whether a date behind a figure in its clause is the figure's: 30 industry data sets by 2031.

    Args:
        line: The text.
        end: Where the figure ends.
        point: The first date behind it.
    """
    if point.start - end > 2 * _AROUND + 20 or point.brief or point.aside:
        return False
    between = line[end : point.start]
    if _ASIDE.match(between) and not _MONEY.search(line, max(0, end - 20), end):
        between = " " + between[1:].lstrip()  # with 800 PFLOPS, is to be put into operation in
    alone = point.now or (not line[point.start].isdecimal() and _OWN.match(line, point.start) is not None)
    placed = between[-1:] in (" ", "(") if alone else _PLACED.search(between) is not None
    return placed and _PLAIN.fullmatch(between.removesuffix("(")) is not None and _BARRED.search(between) is None


def foreseen(between: str) -> bool:
    """Tell whether what stands between a figure and a date makes it the date of what others expect."""
    return _EXPECTED.search(between) is not None


def said_by_others(sentence: str) -> bool:
    """Tell whether a date, up to which this is its sentence, is one of which a survey's firms spoke."""
    return _SURVEYED.search(sentence) is not None and _EXPECTED.search(sentence) is not None


def is_another_clause(between: str) -> bool:
    """Tell whether a date behind a figure leads another clause: 50 scenarios, and by the end of the year it will."""
    return ";" in between or _LEADS_ON.search(between) is not None


def leads(line: str, point: Point, sentence: int) -> bool:
    """Tell whether a date leads its sentence, so that it holds for those that follow."""
    begin = max(sentence, line.rfind("\n", sentence, point.start) + 1)
    return _FRONT.fullmatch(line, begin, point.start) is not None


def is_flow(line: str, sentence: int, start: int, end: int) -> bool:
    """Tell whether a count came about over a time, by the verb beside it: 9,874 patents were granted."""
    before, behind = line[sentence:start], line[end : end + 2 * _AROUND]
    own = re.split(r"[;:]|,\s+(?:and|while|but)\s", before)[-1]
    if _FLOW_BEHIND.match(behind) or _FLOW_BEFORE.search(own) or _ANOTHER.search(own) or _ACTIVE.match(behind):
        return True
    return _FLOWS.search(own[-60:]) is not None and _HELD.search(own) is None


def over_the_year(when: When, line: str, start: int, end: int, scope: str, *, changed: bool, flow: bool) -> When:
    """Return the time over which something came about, of a level's day: newly built by the end of 2029 is of 2029.

    Args:
        when: The day found.
        line: The text.
        start: Where the figure begins.
        end: Where it ends.
        scope: Its own words that say what it is held to.
        changed: Whether it is a change.
        flow: Whether its verb says that it came about over a time.
    """
    if len(when.period) != _DAY or when.basis is Basis.DOCUMENT:
        return when
    behind, before = f" {scope}{line[end : end + 2 * _AROUND]}", line[max(0, start - _AROUND) : start]
    since = changed and _OVER_YEAR.match(behind) is not None and (when.period.endswith("-12-31") or "end of" in behind[:50].lower())
    more = _MORE.match(behind) is not None and _OVER_YEAR.match(behind) is not None and when.period.endswith("-12-31")
    added = _IN_YEAR.match(behind) is not None or _ADDED.match(behind) is not None
    carried = flow and when.basis in (Basis.BEFORE, Basis.HEADING)
    if not (since or more or carried or (added and _AMONG.search(before))):
        return when
    return _from_january(when)


def _from_january(when: When) -> When:
    day = parse_date(when.period).end
    return When(span_code(day.year, 1, day.year, day.month), when.basis, by_year=True)


def of_the_plan(line: str, sentence: int, start: int, end: int, plan: str) -> bool:
    """Tell whether a sentence says that it is of as many years as the plan has: 600 people over the three years."""
    if not plan:
        return False
    first, last = plan.split("/")
    said = line[sentence : end + 2 * _AROUND + 20].split("\n")[0]
    stop = re.search(r"[.;](?=\s|$)", said[end - sentence :])
    said = said[: end - sentence + stop.start()] if stop is not None else said
    return any(_count(found["years"]) == int(last) - int(first) + 1 for found in _SPAN_OF.finditer(said))


def of_the_present(line: str, sentence: int, start: int) -> bool:
    """Tell whether a sentence says in the present tense what there is: the fund has a total size of."""
    return _PRESENT.search(line[sentence:start]) is not None


def told_before(
    points: Sequence[Point], number: int, line: str, bounds: tuple[int, int], sentence_start: Sequence[int], *,
        headed: bool, flow: bool,
) -> tuple[When, bool] | None:
    """Return the date that earlier sentences leave for a figure, and whether it is a day up to which.

    Args:
        points: The dates of the text.
        number: Number of the first one behind the figure.
        line: The text.
        bounds: Where the section begins, and the paragraph.
        sentence_start: Where the sentence of each of the last dates begins, the last first.
        flow: Whether the figure comes about over a time, and is of no moment of writing.
        headed: Whether a heading states a date, which holds for what other paragraphs don't say.
    """
    section, paragraph = bounds
    behind: Point | None = None
    for point, begins in zip(reversed(points[max(0, number - len(sentence_start)) : number]), sentence_start, strict=False):
        if point.start < section or (point.start < paragraph and behind is not None):
            break
        other = point.start < paragraph
        spread = YEARS.fullmatch(point.period) is not None or not point.period
        if point.local or point.brief or point.aside or (point.now and (flow or other)) or (other and spread):
            continue
        if point.event:
            if leads(line, point, begins):
                break
            continue
        if point.now or leads(line, point, begins):
            return _when(point), point.until
        if not headed or (not other and len(point.period) == _DAY):
            behind = behind or point  # where a heading dates them all, a date behind a figure is the figure's
    return (_when(behind), behind.until) if behind is not None else None


def _when(point: Point) -> When:
    if not point.period:
        return NOTHING
    return When(point.period, Basis.DOCUMENT if point.now else Basis.BEFORE, point.by_year)


def days_between(period: str, written: str) -> int:
    """Return how many days lie between the end of a period and the day of writing; 0 if one isn't known."""
    try:
        return (parse_date(written).start - parse_period(period).end).days if period and written else 0
    except PeriodError:
        return 0


def year_since(points: Sequence[Point], tail: str, year: int, written: str) -> int:
    """Return the year of a month without one: that of the same month stated before, or the one after a year's end.

    Args:
        points: The dates before it.
        tail: What follows the year in its period.
        year: The year that was stated last.
        written: The day of writing.
    """
    if not tail or not written or not year or year >= int(written[:4]):
        return year
    month = tail[1:3]
    for point in reversed(points[-20:]):
        if month.isdecimal() and len(point.period) > len("2030") and point.period[:7] == f"{written[:4]}-{month}":
            return int(written[:4])
    last = next((point for point in reversed(points) if point.period and not point.now), None)
    ended = last is not None and last.period == f"{year}-12-31"
    return year + 1 if ended and month.isdecimal() and f"{year + 1}-{month}" <= written[:7] else year
