"""Whether a sentence tells of what happened, of what is aimed at, or of what is expected.

A target that passes for a fact is the worst a draft can do; so where a period hasn't begun when the
document was written, or its section tells of what shall be done, a figure is a target unless the
sentence says that it is there.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from indicators.figures.periods import PeriodError, parse_date, parse_period
from indicators.figures.units import fold_width
from indicators.models import ObsStatus

_VERBS: Final = "达|超|突破|新增|新建|建成|增|提|实现|形成|带动|完成|培育|打造|推动"
_ENGLISH_AIMS: Final = (
    r"\b(?i:aims?\s+(?:to|at)|aiming\s+to|plans?\s+to|planned\s+to|will|targets?|targeted|goals?|strives?\s+to|striving\s+to"
    r"|intends?\s+to|seeks?\s+to|is\s+to|are\s+to|should)\b"
)
_AIMED: Final = re.compile(
    r"力争|争取(?!到?(?:国家|中央|上级|省级|各类|专项|债券))|努力(?:实现|达到)|确保"
    r"|(?<![完成为])目标(?!任务|责任|考核|体系|要求|导向|管理|如期|顺利|圆满|全面|已|完成|群体|市场|客户)"
    # 扶持计划 and 国土空间规划 are names; 计划新建 and 规划到2033年 are aims.
    rf"|(?<=[年内月])计划|(?<!动)计划(?=到|在|于|新|投|总投资|年内|今年|明年|三年|五年|对|将|为|用|安排|引进|推进|实施|改造|开工|培训|[0-9]|{_VERBS})"
    rf"|(?:按照?|根据|依据)[^。;；]{{0,12}}规划|规划(?=到|新|总|投资|面积|用地|年|在|于|[0-9]|{_VERBS})"
    r"|(?<![虚模])拟(?=建|新|投|于|在|打造|安排|培育|认定|推)|打算|预期目标|"
    rf"将(?:{_VERBS})|要(?:{_VERBS})|{_ENGLISH_AIMS}|(?<![升高增降长减扩])到20[0-9]{{2}}年(?![以前的])"
)
_EXPECTED: Final = re.compile(r"预计|预测|有望|预估|估计|\b(?i:expected\s+to|forecasts?|projected|estimated\s+to|likely\s+to)\b")
_HAPPENED: Final = re.compile(
    r"截至(?!20[0-9]{2}年.{0,6}力争)|目前|已(?!定目标)|去年|累计完成|实现了|同比|比上年|较上年|完成了|达到了|\b(?i:had|has|have|already|so\s+far|year[\s-]on[\s-]year)\b"
)
_AHEAD: Final = re.compile(
    r"下一步|下步|打算|目标|工作安排|工作计划|工作要点|重点任务|主要任务|今后|工作部署|行动计划|意见建议|\b(?i:plans|targets|goals|next\s+steps|outlook)\b"
)


_SETTING: Final = re.compile(
    r"(?:行动方案|实施方案|工作方案|建设方案|行动计划|工作计划|若干(?:政策)?措施|实施意见|工作要点|重点任务|规划(?:纲要)?)"
    r"(?:的通知|的意见)?(?:\s*[((][^()]{1,24}[))])*$"
)
"""A title of a document that sets aims."""
_LOOKING_BACK: Final = re.compile(r"总结|回顾|评估|完成情况|实施情况|落实情况|执行情况|解读")
_PRESENT: Final = re.compile(
    r"现状|基础|成效|成绩|回顾|形势|情况|进展|背景|(?:十[一二三四五]五)[^，。]{0,4}(?:发展|成就)|问题|困难|指标解释|评估"
)
"""A heading of such a document under which there stands what there is."""


def sets_aims(title: str) -> bool:
    """Tell whether a document of this title sets aims, so that what it doesn't date is to come."""
    title = fold_width(title)
    return _SETTING.search(title) is not None and not _LOOKING_BACK.search(title)


def status_of(
    said: str, headings: str, period: str, written: str, *, setting: bool = False
) -> ObsStatus:
    """Return the status of a figure: normal, target or forecast.

    Args:
        said: What its sentence says before it.
        headings: The headings of the sections that it stands in.
        period: Its period; empty if none is known.
        written: The document's date; empty if none is known.
        setting: Whether the document's title says that it sets aims.
    """
    aimed, expected, happened = (_last(pattern, said) for pattern in (_AIMED, _EXPECTED, _HAPPENED))
    later = begins_after(period, written)
    if later and happened > max(aimed, expected):
        happened = -1  # Nothing has happened in a period that hasn't begun.
    # It is forecast that it will exceed: the second word is the first one's.
    foreseen = expected > happened and said[aimed : aimed + 4].lower() == "will"
    if expected > max(aimed, happened) or foreseen:
        return ObsStatus.FORECAST
    if aimed > happened or later:
        return ObsStatus.TARGET
    if setting and happened < 0 and not _PRESENT.search(headings) and not _is_over(period, written):
        return ObsStatus.TARGET
    if happened < 0 and _AHEAD.search(headings) and not _is_over(period, written):
        return ObsStatus.TARGET
    return ObsStatus.NORMAL


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _ends(period: str, written: str) -> tuple[date, date, date, date] | None:
    if not period or not written:
        return None
    try:
        one, other = parse_period(period), parse_date(written)
    except PeriodError:
        return None
    return one.start, one.end, other.start, other.end


def begins_after(period: str, written: str) -> bool:
    """Tell whether a period begins after the document was written."""
    ends = _ends(period, written)
    return ends is not None and ends[0] > ends[3]


def _is_over(period: str, written: str) -> bool:
    """Tell whether a period had ended when the document was written."""
    ends = _ends(period, written)
    return ends is not None and ends[1] < ends[2]
