"""When the figures of a text are of, taken together: a share follows its count, a base has no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from indicators.figures import Figure
from indicators.figures.periods import parse_period, year_earlier
from indicators.figures.units import Units, fold_width
from indicators.texts.aims import begins_after, is_intent, is_over
from indicators.texts.begun import begins_a_change, between_years, lead_of, when_begun
from indicators.texts.clauses import Clause
from indicators.texts.dating import Dates
from indicators.texts.english_timing import english_when, is_yearly
from indicators.texts.english_whens import is_flow
from indicators.texts.numerals import Survey
from indicators.texts.printed import Printed, number_of
from indicators.texts.relative import first_of_plan, plan_to
from indicators.texts.respective import LISTED, respective
from indicators.texts.since import YEAR_END, since_the_last_end
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
_SO_FAR: Final = re.compile(r"以来|近[两三四五]年")
_YEARLY: Final = re.compile(r"(?:每年|年均|平均每年)[^,，。;；、:：()\n]*$")
"""What is said of every year, so that it is of no one of them: 每年安排专项资金不少于1000万元."""
_CLAUSE_LENGTH: Final = 24
_COMING_ABOUT: Final = re.compile(
    r"产量|产值|销量|销售|受理|办件|接听|接待|处置|\b(?i:output|production|sales|revenue|exports?|imports?|expenditure|turnover)\b"
)
"""What comes about over a time, and is not there on a day."""
_HELD: Final = re.compile(
    r"(?:覆盖|通达|普及|渗透|上架|入户|通|联网|接入|上云|开通|拥有|保有|持有)率\s*+(?:已|约|仅|均)?(?:为|达到?|超过?|近)?\s*+$"
)
"""A rate of what there is, so that it is of the day up to which that is counted."""
_AT_YEAR_END: Final = re.compile(r"[由从自](?:[上去]年|(?:19|20)[0-9]{2}年)年?[末底]的?$")
"""What says that a level is of the end of a year, so that the one a change comes to is of an end as well."""
_OVER: Final = re.compile(
    r"(?<![0-9一二三四五六七八九十])([二两三四五六七八九十])年(?:间|内|来|时间|累计|共|总计)?[^,，。;；年]{0,20}$"
)
_ALL_OVER: Final = re.compile(r"(?<![\u4e00-\u9fff0-9])(?:力争|计划|用)?[二两三四五六七八九十]年"
    r"(?:间|内|时间|累计|共|总计|培[训育养]|新建|新增|建|推动|带动|完成|引进|改造|打造|实施|投[入资])"
)
_IS_THERE: Final = re.compile(r"[,，;；][^,，。;；]{0,12}?已[^,，。;；计]{0,6}[0-9近超逾约]")
_OWN_DATE: Final = re.compile(r"[到至为成](?:20[0-9]{2}年|[去今上]年)(?:年?[末底])?的$")
_REACHED: Final = re.compile(
    r"(?:突破|达到?|超过|占[^,，。;；]{0,10}比重|稳定在|[升增提][至到高加][至到]?|位居|居|列)[^,，。;；、]{0,4}$"
)
_SUMMED: Final = re.compile(r"累计|合计|共(?!享|同|建)|总投资|投资|投入|发放|培训|完成|新[增建]|服务[^,，。;；]{0,4}$")
_SINCE_BEGAN: Final = re.compile(r"[比较](20[0-9]{2})年")
"""How a level at the end of years that are looked back on is told, and not what came about over them."""
_SIZE_OF: Final = re.compile(
    r"(?:^|[,，。;；、:：设成]|设立|组建|成立|引进|落地|新建)(?:总|计划|项目)?(?:投资|规模|注册资本|设计(?:容量|能力|产能)|占地|建筑面积|用地)(?:总?额)?(?:约|达到?|为|近|超过?|逾)?$"
)
_ATTRIBUTED: Final = re.compile("的")
_DESIGNED: Final = re.compile(r"设计(?:总)?(?:容量|能力|产能|规模)(?:约|达到?|为|近|超过?|逾)?$")
"""What a project or fund is, by its size, whose time isn't that of what else is said: 总投资52亿元的产业园."""
_OF_A_TASK: Final = re.compile(r"^[,，]?(?:已|均|超额)?完成(?:年度|全年|年初|既定)(?:目标)?(?:任务|目标|计划)的$")
_TOTALLED: Final = re.compile(r"累计(?:达到?|有)[^,，。;；0-9]{0,2}$|[,，;；]累计$")
"""What leads to how many there are by then, whatever the sentence says was added: 新认定7家，累计达到53家."""
_STILL: Final = re.compile(r"(?:仍|尚|还)有[^,，。;；]{0,4}$")
"""What says that something is so at the time of writing."""
_OF_A_YEAR: Final = re.compile(
    r"(?:^|[,，。;；、])(?:平均)?年(?:运维|运行|运营|维护|租|营业|销售|交易|处理|服务|产|用电|耗电|发电|收入|利润|纳税)[^,，。;；]{0,8}$"
)
"""What leads to what comes about in a year: 年运维费用."""
_FIVE_YEARS: Final = re.compile(r"(?<![近前一二三四五六七八九十])五年(?:间|来|中|累计|共)?[^,，。;；0-9]{0,8}$")
_OWNED: Final = re.compile(r"清醒地?(?:认识|看|意识)到|也要看到|(?:问题|困难|短板)和?(?:不足|困难)")
"""What leads to the shortcomings that a report looks back on."""
_SINCE: Final = re.compile(r"(?:年|月|季度)[末底初]")
"""What a change on a day is measured from: 比上年末净增9.2万公里."""
_YEAR_ON_YEAR: Final = re.compile(r"同比|按年|[上去]年同期|(?i:year[ -]on[ -]year|yoy|from a year earlier)")
_OVER_YEAR: Final = re.compile(r"[比较与][上去]年(?![末底初])|(?i:(?:from|over|with) the previous year)")
_WORD: Final = re.compile(r"[A-Za-z]{2}|^[.,]?\s*$")
_CLAUSE: Final = re.compile(
    r"(?:(?! and (?:expect|forecast|project|predict|plan|aim|will|is|are|has|have|was|were)s?\b)[ A-Za-z0-9'-]){0,60}"
)
_NEAR: Final = 14
_RATIO: Final = (":", "∶")
_SENTENCE: Final = 400
"""Characters behind a figure in which its sentence ends, or is taken to."""
_LINKED: Final = 80
"""Characters that may stand between a count and a share of it."""
_IN_A_YEAR: Final = re.compile(r"(?:一年|全年)(?:来|又|共)?(?:净增|新[增建设])加?[^,，。;；、0-9]{0,6}$")
_APART: Final = re.compile("[;；](?![^;；]*(?:年末|年底|月|日))")
_PARTED: Final = re.compile(r"[。!?\f]|\n\s*\n|(?<=[a-z0-9)%]\.)\s+(?=[A-Z])")


def told(line: str, dates: Dates, start: int, end: int) -> str:
    """Return what tells whether a figure is there: its sentence up to it; in English also its clause."""
    said = line[dates.told_from(start) : start]
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
        for first in [first_of_plan(found[1] or found[2])]
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
    shared = respective(found.folded, printed, whens)
    for number, (item, clause) in enumerate(zip(printed, clauses, strict=True)):
        figure = item.figure
        behind = found.folded[item.end : item.end + _NEAR]
        said = lead_of(found.folded, item.start)
        between = found.folded[printed[number - 1].end : item.start] if number else ""
        # 年均分别增长4.5%、3%: the second is an average as well.
        yearly = (
            _AVERAGED.search(figure.scope) is not None or _YEARLY.search(said) is not None
            or is_yearly(found.folded, item.start, item.end, english=clause.english is not None)
            or (yearly and LISTED.fullmatch(between) is not None)
        )
        if number in shared:
            periods.append(shared[number])
            continue
        if number and between in _RATIO:
            periods.append(periods[-1])  # 三次产业结构由上年的11.2:40.5:48.3调整为10.7:41.0:48.3
            continue
        if yearly:
            spread = whens.of(item.start, end=item.end, behind=item.end if clause.english is not None else 0)
            # “十四五”期间年均增长12.8%: the years over which it is spread are stated.
            stated = YEARS.fullmatch(spread.period) is not None and (
                spread.basis is Basis.STATED or (spread.basis is Basis.BEFORE and is_over(spread.period[-4:], whens.written))
            )
            led = between_years(printed, periods, number, found.folded)
            if led is not None:
                periods.append(led)
                continue
            periods.append(spread if stated else _of_plan(found.folded, item, whens, aims, number))
            continue
        if begins_a_change(found.folded, item):
            periods.append(when_begun(found.folded, item, said, whens))
            continue
        share = units.by_id(figure.unit).kind == "ratio" and figure.change is None
        stock = _is_stock(figure, clause, units) or (share and _HELD.search(said) is not None)
        english = found.text[item.start : item.end].isascii() and _WORD.search(behind) is not None
        told_of = clause.clause if clause.english is None else found.folded[whens.told_from(item.start) : item.start]
        comes_about = _COMING_ABOUT.search(told_of) is not None
        flow = (comes_about or units.by_id(figure.unit).kind == "money") and "累计" not in clause.clause
        stock = (stock and not (comes_about and flow)) or _STILL.search(said) is not None
        stock = stock or (figure.change is None and _TOTALLED.search(lead_of(found.folded, number_of(item)[0])) is not None)
        multiple = units.by_id(figure.unit).kind == "multiple" and figure.change is None
        sentence_at = whens.told_from(item.start)
        came = clause.english is not None and is_flow(found.folded, sentence_at, item.start, item.end)
        stock, flow = stock and not came, flow or came
        # 降至2029年的1.36: the figure's own words state its date.
        inside = max(item.start, number_of(item)[0] - 1)
        index = inside if not multiple and whens.dated(item.start, inside) else item.start
        when = whens.of(index, end=item.end, stock=stock, flow=flow, behind=item.end if english else 0)
        if clause.english is not None:
            aiming = bool(aims.aiming) and aims.aiming[number]
            when = english_when(
                when, found.folded, (sentence_at, item.start, item.end), figure, whens, aims.plan, aiming=aiming, flow=came
            )
        linked = share or _SINCE.search(figure.scope) is not None
        near = number > 0 and len(between) < _LINKED and not _PARTED.search(between)
        begun = number > 0 and begins_a_change(found.folded, printed[number - 1])
        if multiple and near and not begun and not whens.dated(printed[number - 1].end, item.start):
            when = periods[-1]  # 8265万户，为移动电话用户数的1.05倍
        if share and near and not begun and periods[-1] is NOTHING and when.basis is Basis.BEFORE:
            when = NOTHING  # a share of what is of no time that is known
        if share and near and not begun and _OF_A_TASK.search(between):
            when = periods[-1]  # 上半年新增688个，完成年度任务的57%
        grown = figure.change is not None
        yearly_change = grown and _YEAR_ON_YEAR.search(figure.scope) is not None
        follows = yearly_change or (grown and clause.english is not None)
        if follows and near and not begun and when.basis is Basis.BEFORE and periods[-1].basis is Basis.HEADING:
            when = periods[-1]  # 完成投资47.9亿元，同比增长16.5%
        ranked = units.by_id(figure.unit).kind == "rank" and figure.change is None
        if (share or ranked) and near and not begun and _OWN_DATE.search(lead_of(found.folded, printed[number - 1].start)):
            when = periods[-1]  # “十五五”以来，…增长到去年的6800亿元，占比超过50%
        if share and near and not begun and when.basis is Basis.BEFORE and (
            periods[-1].basis is Basis.HEADING and printed[number - 1].figure.change is None
        ):
            when = periods[-1]  # 受理诉求96万件，按期办结率99%
        of_a_day = linked and near and not begun and len(periods[-1].period) == len("2030-06-30")
        if of_a_day and not whens.dated(printed[number - 1].end, item.start):
            when = periods[-1]
        if number and near and _AT_YEAR_END.search(found.folded[: printed[number - 1].start][-_CLAUSE_LENGTH:]) and (
            begins_a_change(found.folded, printed[number - 1]) and when.basis is not Basis.STATED
            and (stock or len(when.period) > len("2030")) and when.period and YEARS.fullmatch(when.period) is None
        ):
            # 由上年末的68.2万户升至91.5万户
            when = When(parse_period(when.period).end.isoformat(), when.basis, by_year=True)
        if number and near and begun and YEARS.fullmatch(when.period):
            first, last = when.period.split("/")
            if "/" not in periods[-1].period and (
                not periods[-1].period or int(periods[-1].period[:4]) in (int(first) - 1, int(first))
            ):
                when = When(last, when.basis, by_year=True)  # 五年来，由2025年的38%提高到86%
        if YEARS.fullmatch(when.period) and is_over(when.period.split("/")[1], whens.written) and _is_level_at_last(
            figure, when.period, said + found.folded[item.start : inside + 1]
        ):
            when = When(when.period.split("/")[1], when.basis, by_year=True)  # 五年来，增加值突破60亿元，较2025年提高2个百分点
        if when.basis is Basis.BEFORE and YEARS.fullmatch(when.period) and whens.reviewed and (
            _OWNED.search(found.folded, whens.told_from(item.start), item.start)
        ):
            when = When(whens.reviewed, Basis.HEADING)  # what is lacking at the end of what is looked back on
        if when.basis in (Basis.BEFORE, Basis.HEADING) and (
            _DESIGNED.search(said) or (_SIZE_OF.search(said) and _ATTRIBUTED.match(found.folded, item.end))
        ):
            when = NOTHING  # 总投资52亿元的产业园: that is what it costs, whenever
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
            sentence = found.folded[whens.told_from(item.start) : item.start]
            alone = when.basis is Basis.BEFORE and not aims.dated[number]
            if is_intent(sentence) and (alone or is_over(when.period, whens.written or aims.plan[:4])):
                # What shall be done is not of the time that another sentence spoke of.
                when = whens.heading(item.start)
                when = NOTHING if is_over(when.period, whens.written or aims.plan[:4]) else when
        periods.append(when)
    return _since_the_last_end(found.folded, printed, periods, clauses)


def _since_the_last_end(
    line: str, printed: Sequence[Printed], periods: Sequence[When], clauses: Sequence[Clause]
) -> list[When]:
    """Return the periods, those of changes since the last year's or month's end from there on.

    What one change of a list is measured from, the others are as well: 比上年末分别提高4.2、0.3和2.8个百分点.
    """
    found: list[When] = []
    scope = lead = words = ""
    for number, (item, when, clause) in enumerate(zip(printed, periods, clauses, strict=True)):
        between = line[printed[number - 1].end : item.start] if number else ""
        if not (number and LISTED.fullmatch(between) and not item.figure.scope and item.figure.change is None):
            scope, lead, words = item.figure.scope, lead_of(line, item.start), lead_of(line, number_of(item)[0])
        behind = line[item.end : item.end + _LINKED] if item.figure.change or clause.english is not None else ""
        near = number > 0 and len(between) < _NEAR and not _PARTED.search(between)
        grew = item.figure.change is not None
        apart = when.basis is Basis.HEADING or (when.by_year and _APART.search(between) is not None)
        apart = (clause.added and apart) or _IN_A_YEAR.search(words) is not None
        if when.period.endswith("-12-31") and (grew or apart):
            # What grew by the end of a year did so in it: 年末53座，增长8%; 年底总数达53座；新增用户7万户.
            when = When(when.period[:4], when.basis, by_year=True)
        found.append(since_the_last_end(when, scope, lead, behind, words, periods[number - 1].period if near else ""))
    return found


def _is_level_at_last(figure: Figure, period: str, said: str) -> bool:
    """Tell whether a figure is of the last of the years that are looked back on: 突破60亿元, 较2025年提高2个百分点."""
    since = _SINCE_BEGAN.match(figure.scope) if figure.change is not None else None
    if since is not None:
        return period[:4] == str(int(since[1]) + 1)
    return figure.change is None and _REACHED.search(said) is not None and _SUMMED.search(said) is None


def _over_the_plan(said: str, plan: str) -> bool:
    """Tell whether a figure is of as many years as a plan has, as its own clause says: 五年培训10万人次."""
    over = _OVER.search(said)
    if over is None or not plan:
        return False
    first, last = plan.split("/")
    return "一二三四五六七八九十".index(over[1].replace("两", "二")) == int(last) - int(first)


def _is_all_over(line: str, whens: Whens, item: Printed, plan: str) -> bool:
    """Tell whether a sentence begins with as many years as a plan has: 三年内引进200名，培训6万人次."""
    start = whens.told_from(item.start)
    found = next(_ALL_OVER.finditer(line, start, item.start), None)
    summed = "累计" in line[max(found.end(), item.start - _NEAR) : item.start] if found is not None else False
    return found is not None and not summed and not whens.dated(found.end(), item.start) and _over_the_plan(found[0], plan)


def _tells(line: str, whens: Whens, item: Printed) -> bool:
    """Tell whether a sentence without a date says of one of its figures that it is there already."""
    start = whens.told_from(item.start)
    stop = line.find("。", item.end, item.end + _SENTENCE)
    return _IS_THERE.search(line, start, stop if stop > 0 else item.end + _LINKED) is not None


def _of_plan(line: str, item: Printed, whens: Whens, aims: Aims, number: int) -> When:
    """Return the years over which an average is spread: those of the plan that its sentence names, or the title."""
    said = line[whens.told_from(item.start) : item.start]
    if (named := plan_of(said)) and not _SO_FAR.search(said):
        return When(named, Basis.STATED)
    own = whens.of(item.start)
    if _FIVE_YEARS.search(said) and len(own.period) == len("2030") and (named := plan_to(int(own.period))):
        return When(named, Basis.STATED, by_year=True)  # 2030年…，五年间年均增长12.4%
    if aims.plan and aims.aiming and aims.aiming[number]:
        return When(aims.plan, Basis.HEADING)
    return NOTHING


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
