"""Dates that leave out their year, 6月末, 上半年, 去年, 年末, and what they come to.

What names a span whose ends aren't certain (近三年, 十四五以来) or the moment of writing (目前) ends what was
said before and gives no period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from indicators.figures.periods import PeriodError, months_tail, parse_period, with_year
from indicators.texts.bases import is_base
from indicators.texts.english_dates import english_dates

_MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TO: Final = r"\s*+[-—–~〜至到]{1,2}\s*+"
_PARTS: Final = (
    r"(?:(?P<half>[上下])\s?半\s?年"
    rf"|(?P<quarter_from>[一二三1-3])(?:\s?季度)?{_TO}(?P<quarter_to>[二三四2-4])\s?季度"
    r"|[前首](?P<first>[一二两三1-3])个?季度?|首(?P<opening>季)(?:度)?(?!末)"
    r"|(?:第\s?(?=[一二三四1-4]\s?季)|第?(?=[一二三四1-4]\s?季度))"
    r"(?P<quarter>[一二三四1-4])\s?季度?(?P<quarter_end>[底末])?"
    rf"|(?P<from>{_MONTH})(?:\s?月)?{_TO}(?P<to>{_MONTH})\s?月份?"
    r"|[前首](?P<months>1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])个月"
    rf"|(?P<month>{_MONTH})\s?月份?(?:(?P<month_end>[底末])|\s?(?P<day>3[01]|[12][0-9]|0?[1-9])\s?日"
    r"|(?P<part>[上中下]旬|初))?)"
)
_PART: Final = re.compile(_PARTS)
_QUARTERS: Final = re.compile(rf"([一二三1-3])(?:\s?季度)?{_TO}([二三四2-4])\s?季度")
_EDGE: Final = re.compile(r"年?(?P<end>[底末])|(?P<begin>初)")
_BARE: Final = re.compile(rf"(?<![0-9.年度十个第每前]){_PARTS}(?P<since>\s?以来|\s?起)?")
_NAMED: Final = re.compile(
    r"(?:(?<![比较与为达超过当每按照])(?<![高低快慢多少优大小等相好早晚限][于於])(?<![^一二三四五六七八九十]是)(?<![达升增提降]到)"
    r"(?P<word>去年|上年|前年|今年|本年|明年|过去(?:的)?一年|(?:过去|近)?一年来|全年|当年(?=新|净|完成|实现|发放|投|[我全本][市省区县州])|(?<=[。;；,，(])同年(?![级龄度])|(?<![0-9一二三四五六七八九十两几数])年[内內])"
    r"|(?<![比较与每上去今本前明当该全0-9一二三四五六七八九〇零近多])(?P<edge>年)(?=[底末初]))"
    r"(?!同期|相比|度相比|的[0-9]|(?!1[0-2]?\s?[-—–~〜至到月]|[2-9]\s?[-—–~〜至到月]|[1-4]\s?季)(?<!全年)[0-9]|初?(?:确?定|制定|下达|提出|部署|安排)的|初[^,，。;；]{1,12}的(?:预期|目标|任务)|(?<=全年)(?!的?(?:预期|主要|发展|工作|增长)?目标(?:是|为|:|定))(?:建设|投资|改造|新建|招商|工作)?(?:的?任务|的?目标|计划|预算|预期)|(?<=年度)(?:任务|目标|计划)|水平|基础|均|级|龄|轻|不变|可比|价格)(?:度|全年)?\s?"
)
_LOOK_BACK: Final = 24
_OF_ITS_OWN: Final = (
    re.compile(r"[\u4e00-\u9fff](?:上线|投用|投运|运行|启用|试运行|揭牌|开馆|开园|开通|推出|实施)$"),
    re.compile(r"[,，]\s?自[^,，。;；自]{2,20}$"),
)
"""What makes a span that of one thing, so that it holds for its own sentence: 大模型上线半年来."""
_WITHIN: Final = (",", "，", "、", "；", ";")
"""Before what is put into a sentence, so that it holds there only."""
_SINCE: Final = re.compile(r"\s?(?:以来|起(?![草来步点]))")
_NONE: Final = re.compile(
    r"(?<![附靠最接将邻])近(?:[0-9一二两三四五六七八九十几]{1,3})?年来?(?![底末均])"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:时期)?以来"
    r"|(?:过去|这|最近|前|未来|今后)的?(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})年(?![度底末初])"
    r"|(?:近?一年多|[两二三四五六]年多|近?半年(?:多)?)来|近半年"
    r"|用[0-9一二两三四五六七八九十]{1,3}年(?:左右)?的?时间"
    r"|(?<=[运立动用行来建施台园业办市线推])至今(?!年)"
    r"|(?:随[后後]|其[后後]|今[后後]|日[后後]|之[后後])(?=将|会|再)|[两三四五]年(?:间)?累计|(?!一年来)[0-9一二两三四五六七八九十]{1,3}年来"
    r"|(?<![年月日季度末底初直期向])以来"
)
_NOW: Final = re.compile(
    r"截[至止](?:目前|日前|现在|当前|今日)|目前|现时|眼下|迄今(?:为止)?|(?<![运立动用行来建施台园业办市线推])至今(?!年)|如今(?!的)|"
    r"(?<![发体出表实呈展])现在(?![的])|(?<![日提])当前(?!位|值)"
)
"""The moment of writing."""
_NOW_HAS: Final = re.compile("(?<![发体出表实呈展涌兑])现(?=有(?!的|效|限|关)|已[\u4e00-\u9fff])")
"""What says that it is so at the moment of writing where no day is stated: 全县现有规上企业286家."""
_COME_TO: Final = re.compile(
    r"(?<=[长加升高大展增][到至])[去上]年(?:年?[底末])?(?=的[约近超逾]?[0-9][0-9.,]{0,8}[^0-9.,倍多])"
)
"""The year of the level that a change comes to: 由4200亿元增长到去年的6800亿元."""
_IN_QUARTER: Final = re.compile(r"(?<![一二三四1-4度每各当单分])季[内內](?![分])")
_LAST_MONTH: Final = re.compile(r"(?<![比较与为超])上个?月(?:份)?(?P<end>[底末])?(?!同期|相比|的?[0-9])")
_EARLIER: Final = re.compile(r"(?<![比较与为是达到于超过当每按照])[去上]年同期(?=[^的0-9]{1,16}[0-9一二三四五六七八九两])")
"""The same time of the year before, of which a figure speaks: 去年同期这个比例是88%."""
_AGO: Final = re.compile(
    r"(?<![0-9.第近这过满前一二三四五六七八九十几数])(?P<years>[一二两三四五六七八九十]|[1-9]|1[0-9])年(?:之|以)?前(?![后述期瞻沿列])"
)
"""Years before the day of writing: 三年前只有2800P."""
_UNTIL_THEN: Final = re.compile(
    r"(?:试点|改造|上线|投用|投运|启用|实施|升级|转型|合并|改革|整合)(?:之|以)?前(?=[,，为仅只约近]|的?[^期景台端续述进方沿列]{1,12}[0-9])"
)
"""A time before something that isn't dated: 改造前，每批次追溯要4小时."""
_OCCASION: Final = re.compile(
    r"[“\"]?(?:春节|国庆|中秋|元旦|五一|端午|清明|双节|暑期|黄金周|假日|假期|长假|展会|大会|博览会|论坛|赛事)[”\"]?(?:假期|长假)?期间"
)
"""Days that aren't named: “双节”期间."""
_MEANWHILE: Final = re.compile(r"(?<=[。;；,，:\n])\s?同期(?=[,，])")
"""The date that was stated last: 同期，全市5G基站1.96万座."""
_PLANS: Final = "一二三四五六"
_PLAN: Final = re.compile(
    rf"[“\"]?十(?P<plan>[{_PLANS}])五[”\"]?(?:规划)?(?:(?:期间|时期|期)(?![以末])|(?:时期|期)?(?P<last>末))"
)
"""A five-year plan's years; of the eleventh to the sixteenth."""
_FIRST_PLAN: Final = 2006
_CHINESE: Final = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {
    "十一": 11, "十二": 12, "两": 2,
}
_BACK: Final = {"去年": -1, "上年": -1, "前年": -2, "明年": 1, "过去一年": -1, "过去的一年": -1}
_LOOKED_BACK: Final = frozenset(("一年来", "过去一年来", "过去一年", "过去的一年"))
"""The year before the day of writing where that is early in the next, as in a yearly report."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as it is said, ``line[start:end]``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        shift: Years from the year of writing, where it says so (去年 is -1); None if the year is
            that of what was said before (6月末, 年末).
        tail: What follows the year: ``-H1``, ``-06``, ``-06-30``; None if it has no code.
        known: Whether it names any period at all; 目前 and 近三年 don't.
        local: Whether it holds in its own sentence only, as 年末 does.
        weak: Whether it is the moment of writing only where its paragraph states no day.
        same: Whether it is the date that was stated last: as of the same date.
        quarter: Whether it is the quarter that was stated last: 季内.
        years: The first and the last of the years it names, or the one at whose end it is and 0; None if
            it names none.
        now: Whether it is the moment of writing: 目前.
        month_end: Of 上月 whether its last day is meant; None for any other date.
        earlier: Whether it is the period before it, a year earlier: 去年同期.
        ago: Whether it is years before the day of writing: 三年前.
        early: Whether it names a calendar year only where the text was written early in the next.
    """

    start: int
    end: int
    shift: int | None
    tail: str | None
    known: bool = True
    local: bool = False
    early: bool = False
    now: bool = False
    earlier: bool = False
    month_end: bool | None = None
    years: tuple[int, int] | None = None
    weak: bool = False
    same: bool = False
    quarter: bool = False
    ago: bool = False

    def in_year(self, year: int) -> str:
        """Return the period that it names where the year is known; empty if it has no code."""
        if self.years is not None:
            first, last = self.years
            return f"{first}/{last}" if last else f"{first}-12-31"
        if self.tail is None or not year:
            return ""
        tail = "-" + _last_day(year, int(self.tail[1:3])) if self.tail.endswith("-end") else self.tail
        try:
            return parse_period(with_year(tail, year + (self.shift or 0))).text
        except PeriodError:
            return ""


def expressions(line: str) -> Iterator[Expression]:
    """Yield every date that leaves out its year, in no order; some overlap.

    Args:
        line: A text whose width is folded.
    """
    for found in _NONE.finditer(line):
        aside = line[max(0, found.start() - 1) : found.start()] in _WITHIN or any(
            form.search(line, max(0, found.start() - _LOOK_BACK), found.start()) is not None for form in _OF_ITS_OWN
        )
        yield Expression(*found.span(), None, None, known=False, local=aside)
    for found in _NOW.finditer(line):
        if is_base(line, *found.span()):
            continue  # 由目前的64项增至
        yield Expression(*found.span(), None, None, now=True)
    for found in _NOW_HAS.finditer(line):
        yield Expression(*found.span(), None, None, now=True, weak=True, local=True)
    for found in _LAST_MONTH.finditer(line):
        yield Expression(*found.span(), None, None, month_end=found["end"] is not None)
    for found in _EARLIER.finditer(line):
        yield Expression(*found.span(), None, None, earlier=True)
    for found in _NAMED.finditer(line):
        word, end = found["word"] or "", found.end()
        if is_base(line, found.start(), end):
            continue
        part = _PART.match(line, end) or _EDGE.match(line, end)
        tail: str | None = ""
        if part is not None:
            tail, end = tail_of(part), part.end()
        since = _SINCE.match(line, end)
        back = word in _LOOKED_BACK
        shift = -1 if back else _BACK.get(word, 0) if word in _BACK or word in ("今年", "本年") else None
        local = found["edge"] is not None
        if since is not None:
            aside = line[max(0, found.start() - 1) : found.start()] in _WITHIN
            yield Expression(found.start(), since.end(), None, None, known=False, local=aside)
        else:
            yield Expression(found.start(), end, shift, tail, local=local, early=back)
    for found in _BARE.finditer(line):
        if is_base(line, *found.span()):
            continue  # 较1—7月, 与6月末相比
        known = not found["since"]
        yield Expression(*found.span(), None, tail_of(found) if known else None, known=known)
    for found in _AGO.finditer(line):
        if not is_base(line, *found.span()):
            years = _CHINESE.get(found["years"]) or int(found["years"])
            yield Expression(*found.span(), -years, "", local=True, ago=True)
    for found in _UNTIL_THEN.finditer(line):
        if not is_base(line, *found.span()):
            yield Expression(*found.span(), None, None, known=False, local=True, ago=True)
    for found in _OCCASION.finditer(line):
        yield Expression(*found.span(), None, None, known=False, local=True)
    for found in _MEANWHILE.finditer(line):
        yield Expression(*found.span(), None, None, same=True)
    for found in _IN_QUARTER.finditer(line):
        yield Expression(*found.span(), None, None, same=True, quarter=True)
    for found in _COME_TO.finditer(line):
        yield Expression(*found.span(), -1, "-12-31" if found[0][-1] in "底末" else "")
    for found in _PLAN.finditer(line):
        if is_base(line, *found.span()):
            continue  # 比“十三五”末提高
        first = first_of_plan(found["plan"])
        if found["last"]:
            yield Expression(*found.span(), None, None, years=(first + 4, 0))
        else:
            yield Expression(*found.span(), None, None, years=(first, first + 4))
    for said in english_dates(line):
        if said.same:
            yield Expression(said.start, said.end, None, None, same=True)
        elif said.now:
            yield Expression(said.start, said.end, None, None, now=True, weak=said.weak)
        elif not said.year:
            known = said.tail is not None
            ago = not known and line.endswith("ago", said.start, said.end)
            put_in = ago or line.startswith(("for the year", "in the year", "during the year", "throughout the year"), said.start)
            yield Expression(said.start, said.end, said.shift, said.tail, known=known, local=put_in)


def whole_expression(text: str) -> Expression | None:
    """Return what a text is that is a date without its year and nothing else: 上半年, 现时; None if it is none."""
    return next((said for said in expressions(text) if (said.start, said.end) == (0, len(text))), None)


def parts_of(said: str, period: str) -> list[str]:
    """Return the periods that a span goes through one by one: the quarters of 一至四季度, the years of 2028—2030年.

    Args:
        said: The span as printed.
        period: What it comes to.
    """
    quarters = _QUARTERS.search(said)
    if quarters is not None and period:
        first, last = (_CHINESE.get(word) or int(word) for word in quarters.groups())
        return [f"{period[:4]}-Q{number}" for number in range(first, last + 1)]
    first_year, _, last_year = period.partition("/")
    if len(first_year) == len(last_year) == len("2030"):
        return [str(year) for year in range(int(first_year), int(last_year) + 1)]
    return []


def plan_to(year: int) -> str:
    """Return the years of the five-year plan that ends with a year: 2026/2030; empty if none does."""
    return f"{year - 4}/{year}" if year >= _FIRST_PLAN + 4 and (year - _FIRST_PLAN) % 5 == 4 else ""


def first_of_plan(number: str) -> int:
    """Return the first year of a five-year plan: 2026 for the 五 of 十五五."""
    return _FIRST_PLAN + 5 * _PLANS.index(number)


def tail_after(line: str, index: int) -> tuple[str | None, int] | None:
    """Return what follows a year that ends at a place, and where it ends; None if nothing does."""
    part = _PART.match(line, index)
    return None if part is None else (tail_of(part), part.end())


def tail_of(found: re.Match[str]) -> str | None:
    """Return what follows the year in a period's text; None for one that names none."""
    groups = found.groupdict()

    def number(key: str) -> int:
        text = groups.get(key) or "0"
        return _CHINESE.get(text) or int(text)

    if groups.get("half"):
        return "-H1" if groups["half"] == "上" else "-H2"
    if groups.get("opening"):
        return "-Q1"
    if groups.get("first"):
        return months_tail(1, 3 * number("first"))
    if groups.get("quarter_from"):
        return months_tail(3 * number("quarter_from") - 2, 3 * number("quarter_to"))
    if groups.get("quarter"):
        quarter = number("quarter")
        return f"-{quarter * 3:02}-end" if groups.get("quarter_end") else f"-Q{quarter}"
    if groups.get("from"):
        return months_tail(number("from"), number("to"))
    if groups.get("months"):
        return months_tail(1, number("months"))
    if groups.get("month"):
        month = number("month")
        if groups.get("part"):
            return None
        if groups.get("month_end"):
            return f"-{month:02}-end"
        return f"-{month:02}-{number('day'):02}" if groups.get("day") else f"-{month:02}"
    return "-12-31" if groups.get("end") else None


def in_year(year: int, tail: str | None) -> str:
    """Return the period that a tail names in a year; empty if it has no code."""
    return Expression(0, 0, None, tail).in_year(year)


def in_years(first: int, last: int) -> str:
    """Return the code of several years; empty if they don't follow one another."""
    try:
        return parse_period(f"{first}/{last}").text
    except PeriodError:
        return ""


def _last_day(year: int, month: int) -> str:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()[5:]
