"""When the figures of a text are of, taken together: a share follows its count, a base has no date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from indicators.figures import Figure
from indicators.figures.periods import year_earlier
from indicators.figures.units import Units, fold_width
from indicators.texts.aims import begins_after, is_intent, is_over
from indicators.texts.bases import began, began_in_english, is_held_to
from indicators.texts.clauses import Clause
from indicators.texts.dating import Dates, stated_period
from indicators.texts.numerals import Survey
from indicators.texts.relative import in_year, plan_to, whole_expression
from indicators.texts.since import YEAR_END, since_the_year_began
from indicators.texts.when import NOTHING, YEARS, Basis, When
from indicators.texts.whens import Whens

_STOCKS: Final = frozenset(("count", "length", "area", "compute", "power", "data_size", "fibre", "bandwidth"))
_FLOWING: Final = re.compile(r"流量|使用量|用量|[月日]均|(?i:traffic|usage)")
_ALREADY: Final = re.compile(r"(?:^|[,，。;；])[^,，。;；]{0,12}已[^,，。;；]{0,5}$")
"""What tells in a figure's own clause that it is there."""
_AVERAGED: Final = re.compile(r"年均|年平均|两年平均|每年")
_SPAN: Final = re.compile(r"(20[0-9]{2})年?\s?[-—–~〜至到]{1,2}\s?(20[0-9]{2})(?![0-9])")
_PLANS: Final = "一二三四五六"
_PLAN: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])[“\"'‘]?十([{_PLANS}])五(?![”\"'’]?(?:以来|前))|第十([{_PLANS}])个五年(?=规划|计划)"
)
_FIRST_PLAN: Final = 2006
"""The first year of the eleventh five-year plan."""
_YEAR_BEFORE: Final = re.compile("[上去]年|上一年|前一年")
_SO_FAR: Final = re.compile(r"以来|近[两三四五]年")
_EVERY_YEAR: Final = re.compile(r"每年[^,，。;；]*$")
"""Words of a change that is spread over years, so that it is of no one period."""
_YEARLY: Final = re.compile(r"(?:每年|年均|平均每年)[^,，。;；、:：()\n]*$")
"""What is said of every year, so that it is of none: 每年安排专项资金不少于1000万元."""
_EACH_YEAR: Final = re.compile(r"[^.;,:\n\u4e00-\u9fff]{0,60}?\b(?:(?:each|every)\s+year|annually)\b", re.IGNORECASE)
_CLAUSE_LENGTH: Final = 24
_COMING_ABOUT: Final = re.compile(
    r"产量|产值|销量|销售|受理|办件|接听|接待|处置|\b(?i:output|production|sales|revenue|exports?|imports?|expenditure|turnover)\b"
)
"""What comes about over a time, and is not there on a day."""
_HELD: Final = re.compile(
    r"(?:覆盖|通达|普及|渗透|上架|入户|通|联网|接入|上云|开通|拥有|保有|持有)率\s*+(?:已|约|仅|均)?(?:为|达到?|超过?|近)?\s*+$"
)
"""A rate of what there is, so that it is of the day up to which that is counted."""
_GAPS: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s++|(?<!\s)\s++(?=[\u4e00-\u9fff])")
_FROM: Final = re.compile(r"[由从自](?:每[\u4e00-\u9fff]|平均|人均|户均|[^由从自，,。;；、的]{2,14}的(?:每[\u4e00-\u9fff])?)?$")
"""What leads to the level that a change begins with: 由642家, 从2030年的41.2%."""
_AT_YEAR_END: Final = re.compile(r"[由从自](?:[上去]年|(?:19|20)[0-9]{2}年)年?[末底]的?$")
"""What says that a level is of the end of a year, so that the one a change comes to is of an end as well."""
_OVER: Final = re.compile(
    r"(?<![0-9一二三四五六七八九十])([二两三四五六七八九十])年(?:间|内|来|时间|累计|共|总计)?[^,，。;；年]{0,12}$"
)
_ALL_OVER: Final = re.compile(r"(?<![\u4e00-\u9fff0-9])(?:力争|计划|用)?[二两三四五六七八九十]年(?:间|内|时间|累计|共|总计)")
_IS_THERE: Final = re.compile(r"[,，;；][^,，。;；]{0,12}?已[^,，。;；计]{0,6}[0-9近超逾约]")
_STILL: Final = re.compile(r"(?:仍|尚|还)有[^,，。;；]{0,4}$")
"""What says that something is so at the time of writing."""
_OF_A_YEAR: Final = re.compile(
    r"(?:^|[,，。;；、])(?:平均)?年(?:运维|运行|运营|维护|租|营业|销售|交易|处理|服务|产|用电|耗电|发电|收入|利润|纳税)[^,，。;；]{0,8}$"
)
"""What leads to what comes about in a year: 年运维费用."""
_EACH: Final = re.compile("分别|依次")
_QUARTERS: Final = re.compile(r"((?:[一二三四]、){1,3}[一二三四])季度$")
_SEVERAL_YEARS: Final = re.compile(r"(?:^|[,，。;；])[这该]?([两二三四五六])年(?:间|来|中)?[^\s,，。;；0-9]{0,6}$")
"""What leads to figures for as many years, one by one: 三年分别."""
_FIVE_YEARS: Final = re.compile(r"(?<![近前一二三四五六七八九十])五年(?:间|来|中|累计|共)?[^,，。;；0-9]{0,8}$")
_OWNED: Final = re.compile(r"清醒地?(?:认识|看|意识)到|也要看到|(?:问题|困难|短板)和?(?:不足|困难)")
"""What leads to the shortcomings that a report looks back on."""
_LISTED: Final = re.compile(r"\s*(?:、|和|及|与|以及)\s*")
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
_SINCE: Final = re.compile(r"(?:年|月|季度)[末底初]")
"""What a change on a day is measured from: 比上年末净增9.2万公里."""
_YEAR_ON_YEAR: Final = re.compile(r"同比|按年|[上去]年同期|(?i:year[ -]on[ -]year|yoy|from a year earlier)")
_OVER_YEAR: Final = re.compile(r"[比较与][上去]年(?![末底初])|(?i:(?:from|over|with) the previous year)")
_WORD: Final = re.compile(r"[A-Za-z]{2}|^[.,]?\s*$")
_CLAUSE: Final = re.compile(
    r"(?:(?! and (?:expect|forecast|project|predict|plan|aim|will|is|are|has|have|was|were)s?\b)[ A-Za-z0-9'-]){0,60}"
)
_NEAR: Final = 14
_SENTENCE: Final = 400
"""Characters of a sentence that are looked at, so that one without an end costs no more than its length."""
_LINKED: Final = 80
"""Characters that may stand between a count and a share of it."""
_PARTED: Final = re.compile(r"[。!?\f]|\n\s*\n|(?<=[a-z0-9)%]\.)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure of a text and where it is printed."""

    start: int
    end: int
    figure: Figure


def told(line: str, dates: Dates, start: int, end: int) -> str:
    """Return what tells whether a figure is there: its sentence up to it; in English also its clause."""
    said = line[max(dates.sentence_start(start), start - _SENTENCE) : start]
    # 12,000 enterprises will be connected: the verb of an English clause stands behind its subject.
    return said + (_CLAUSE.match(line, end) or [""])[0] if line[start:end].isascii() else said


class Aims(NamedTuple):
    """What a document sets out to do.

    Attributes:
        aiming: Of each figure, whether its part of the text says what shall be done.
        dated: Of each figure, whether its part of the text lists aims, so that a date holds for all that follow.
        plan: The years that the title names: 2026/2030; empty if it names none.
    """

    aiming: tuple[bool, ...] = ()
    dated: tuple[bool, ...] = ()
    plan: str = ""


NO_AIMS: Final = Aims()


def plan_of(text: str) -> str:
    """Return the years of the plan that a text names last: 2026/2030 for 十五五; empty if it names none."""
    text = fold_width(text)
    spans = [
        (found.start(), f"{found[1]}/{found[2]}") for found in _SPAN.finditer(text) if found[1] < found[2]
    ]
    spans += [
        (found.start(), f"{first}/{first + 4}") for found in _PLAN.finditer(text)
        for first in [_FIRST_PLAN + 5 * _PLANS.index(found[1] or found[2])]
    ]
    return max(spans)[1] if spans else ""


def periods_of(
    found: Survey, printed: Sequence[Printed], clauses: Sequence[Clause], whens: Whens, units: Units,
    aims: Aims = NO_AIMS,
) -> list[When]:
    """Return the period of each figure.

    A share that follows what there is on a day is of that day, 机架总数24万架，上架率61.5%, and so is a
    change since an earlier day.
    """
    periods: list[When] = []
    yearly = False
    shared = _respective(found.folded, printed, whens)
    for number, (item, clause) in enumerate(zip(printed, clauses, strict=True)):
        figure = item.figure
        behind = found.folded[item.end : item.end + _NEAR]
        said = _lead(found.folded, item.start)
        between = found.folded[printed[number - 1].end : item.start] if number else ""
        # 年均分别增长4.5%、3%: the second is an average as well.
        yearly = (
            _AVERAGED.search(figure.scope) is not None or _EACH_YEAR.match(found.folded, item.end) is not None
            or _YEARLY.search(said) is not None
            or (yearly and _LISTED.fullmatch(between) is not None)
        )
        if number in shared:
            periods.append(shared[number])
            continue
        if yearly:
            spread = whens.of(item.start, end=item.end)
            # “十四五”期间年均增长12.8%: the years over which it is spread are stated.
            stated = spread.basis is Basis.STATED and YEARS.fullmatch(spread.period) is not None
            periods.append(spread if stated else _of_plan(found.folded, item, whens, aims, number))
            continue
        if begins_a_change(found.folded, item):
            periods.append(_when_begun(found.folded, item, said, whens))
            continue
        share = units.by_id(figure.unit).kind == "ratio" and figure.change is None
        stock = _is_stock(figure, clause, units) or (share and _HELD.search(said) is not None)
        english = found.text[item.start : item.end].isascii() and _WORD.search(behind) is not None
        told_of = clause.clause if clause.english is None else found.folded[whens.sentence_start(item.start) : item.start]
        comes_about = _COMING_ABOUT.search(told_of) is not None
        flow = (comes_about or units.by_id(figure.unit).kind == "money") and "累计" not in clause.clause
        stock = (stock and not (comes_about and flow)) or _STILL.search(said) is not None
        when = whens.of(item.start, end=item.end, stock=stock, flow=flow, behind=item.end if english else 0)
        linked = share or _SINCE.search(figure.scope) is not None
        near = number > 0 and len(between) < _LINKED and not _PARTED.search(between)
        begun = number > 0 and begins_a_change(found.folded, printed[number - 1])
        multiple = units.by_id(figure.unit).kind == "multiple" and figure.change is None
        if multiple and near and not begun and not whens.dated(printed[number - 1].end, item.start):
            when = periods[-1]  # 8265万户，为移动电话用户数的1.05倍
        if share and near and not begun and periods[-1] is NOTHING and when.basis is Basis.BEFORE:
            when = NOTHING  # a share of what is of no time that is known
        if share and near and not begun and when.basis is Basis.BEFORE and (
            periods[-1].basis is Basis.HEADING and printed[number - 1].figure.change is None
        ):
            when = periods[-1]  # 受理诉求96万件，按期办结率99%
        of_a_day = linked and near and not begun and len(periods[-1].period) == len("2030-06-30")
        if of_a_day and not whens.dated(printed[number - 1].end, item.start):
            when = periods[-1]
        if number and near and _AT_YEAR_END.search(found.folded[: printed[number - 1].start][-_CLAUSE_LENGTH:]) and (
            begins_a_change(found.folded, printed[number - 1]) and len(when.period) == len("2030")
            and stock and when.basis is not Basis.STATED
        ):
            when = When(f"{when.period}-12-31", when.basis, by_year=True)  # 由上年末的68.2万户升至91.5万户
        if number and near and begun and YEARS.fullmatch(when.period) and len(periods[-1].period) >= len("2030"):
            first, last = when.period.split("/")
            if int(periods[-1].period[:4]) in (int(first) - 1, int(first)) and "/" not in periods[-1].period:
                when = When(last, when.basis, by_year=True)  # 五年来，由2025年的38%提高到86%
        if when.basis is Basis.BEFORE and YEARS.fullmatch(when.period) and whens.reviewed and (
            _OWNED.search(found.folded, max(whens.sentence_start(item.start), item.start - _SENTENCE), item.start)
        ):
            when = When(whens.reviewed, Basis.HEADING)  # what is lacking at the end of what is looked back on
        there = _ALREADY.search(said) is not None or found.folded.startswith("已", item.start)
        if there and begins_after(when.period, whens.written):
            when = NOTHING  # 提升至明年底的3000P，使用率已达九成: of the day of writing, which isn't stated
        if when.period.endswith("-12-31") and _OF_A_YEAR.search(said):
            when = When(when.period[:4], when.basis, by_year=True)  # 年运维费用 at a year's end is that of the year
        if when.basis is Basis.BEFORE and begins_after(when.period, whens.written) and _tells(found.folded, whens, item):
            when = NOTHING  # 到明年底要达到5.8万座。基金总规模50亿元，已投出21.7亿元
        if aims.aiming and aims.aiming[number] and (
            _over_the_plan(said, aims.plan) or _is_all_over(found.folded, whens, item, aims.plan)
        ):
            when = When(aims.plan, Basis.HEADING)
        if when.basis in (Basis.BEFORE, Basis.HEADING) and aims.aiming and aims.aiming[number]:
            sentence = found.folded[whens.sentence_start(item.start) : item.start]
            alone = when.basis is Basis.BEFORE and not aims.dated[number]
            if is_intent(sentence) and (alone or is_over(when.period, whens.written or aims.plan[:4])):
                # What shall be done is not of the time that another sentence spoke of.
                when = whens.heading(item.start)
                when = NOTHING if is_over(when.period, whens.written or aims.plan[:4]) else when
        periods.append(when)
    return [
        since_the_year_began(
            when, item.figure.scope, _lead(found.folded, item.start) if item.figure.change else "",
            found.folded[item.end : item.end + _LINKED] if item.figure.change else "",
        )
        for item, when in zip(printed, periods, strict=True)
    ]


def _over_the_plan(said: str, plan: str) -> bool:
    """Tell whether a figure is of as many years as a plan has, as its own clause says: 五年培训10万人次."""
    over = _OVER.search(said)
    if over is None or not plan:
        return False
    first, last = plan.split("/")
    return "一二三四五六七八九十".index(over[1].replace("两", "二")) == int(last) - int(first)


def _is_all_over(line: str, whens: Whens, item: Printed, plan: str) -> bool:
    """Tell whether a sentence begins with as many years as a plan has: 三年内引进200名，培训6万人次."""
    start = whens.sentence_start(item.start)
    found = next(_ALL_OVER.finditer(line, start, item.start), None)
    return found is not None and not whens.dated(found.end(), item.start) and _over_the_plan(found[0], plan)


def _tells(line: str, whens: Whens, item: Printed) -> bool:
    """Tell whether a sentence without a date says of one of its figures that it is there already."""
    start = whens.sentence_start(item.start)
    stop = line.find("。", item.end, item.end + _SENTENCE)
    return _IS_THERE.search(line, start, stop if stop > 0 else item.end + _LINKED) is not None


def _respective(line: str, printed: Sequence[Printed], whens: Whens) -> dict[int, When]:
    """Return the dates of figures that a list before 分别 dates one by one, by the figures' numbers.

    2029年、2030年，全市分别安排1.2亿元、1.5亿元 dates the first of the first year.
    """
    found: dict[int, When] = {}
    ends = [item.end for item in printed]
    for each in _EACH.finditer(line):
        number = bisect_left(ends, each.end() + 1)
        dates = whens.listed_before(each.start())
        if not dates and number < len(printed):
            dates = _gone_through(line, each.start(), whens.of(printed[number].start))
        if number == len(printed) or printed[number].start - each.end() > _NEAR:
            continue
        last = number
        while last + 1 < len(printed) and _LISTED.fullmatch(line, ends[last], printed[last + 1].start):
            last += 1
        if last - number + 1 == len(dates):
            found.update(zip(range(number, last + 1), dates, strict=True))
    return found


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


def _of_plan(line: str, item: Printed, whens: Whens, aims: Aims, number: int) -> When:
    """Return the years over which an average is spread: those of the plan that its sentence names, or the title."""
    said = line[max(whens.sentence_start(item.start), item.start - _SENTENCE) : item.start]
    if (named := plan_of(said)) and not _SO_FAR.search(said):
        return When(named, Basis.STATED)
    own = whens.of(item.start)
    if _FIVE_YEARS.search(said) and len(own.period) == len("2030") and (named := plan_to(int(own.period))):
        return When(named, Basis.STATED, by_year=True)  # 2030年…，五年间年均增长12.4%
    if aims.plan and aims.aiming and aims.aiming[number] and not _EVERY_YEAR.search(said):
        return When(aims.plan, Basis.HEADING)
    return NOTHING


def _lead(line: str, start: int) -> str:
    """Return what stands right before a figure, without the white space beside Chinese characters."""
    return _GAPS.sub("", line[max(0, start - _CLAUSE_LENGTH) : start])


def begins_a_change(line: str, item: Printed) -> bool:
    """Tell whether a figure is the level that a change begins with: 由642家增至1108家."""
    said, behind = _lead(line, item.start), line[item.end : item.end + _NEAR]
    leads = _LEADS.search(line, max(0, item.start - _NEAR), item.start)
    if leads is not None:
        onward = leads[1] == "from" and _TO.search(line[item.end : item.end + _LINKED]) is not None
        return onward or began_in_english(line, item.end) is not None or any(
            form.match(line, item.end) is not None for form in (_A_YEAR_BEFORE, _LAST_END)
        )
    return is_held_to(said) or (_FROM.search(said) is not None and _ONWARD.match(behind) is not None)


def _when_begun(line: str, item: Printed, said: str, whens: Whens) -> When:
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


def base_of(scope: str, period: str) -> str:
    """Return the period that a change is held to: 2024-H1 for 同比 in 2025-H1; empty if that isn't certain.

    Args:
        scope: The words that say what it is measured against.
        period: The figure's own period; empty if none is known.
    """
    if not period:
        return ""
    if _YEAR_ON_YEAR.search(scope) or (_OVER_YEAR.search(scope) and len(period) == len("2030")):
        return year_earlier(period)
    if YEAR_END.search(scope):
        return f"{int(period[:4]) - 1}-12-31"
    return ""


def _is_stock(figure: Figure, clause: Clause, units: Units) -> bool:
    """Tell whether a figure may count what there is at a day: no money, no share, nothing added."""
    unit = units.get(figure.unit)
    return (
        unit is not None and unit.kind in _STOCKS and figure.change is None and not clause.added
        and not clause.within and not (unit.kind == "data_size" and _FLOWING.search(clause.said))
    )
