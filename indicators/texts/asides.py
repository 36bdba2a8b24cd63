"""Dates that date nothing that follows: those put in for one figure, of a list, of a firm's beginning, of what happened."""

from __future__ import annotations

import re
from typing import Final

from indicators.texts.dating import Dated
from indicators.texts.point import Point
from indicators.texts.relative import Expression
from indicators.texts.when import YEARS

_BRIEF: Final = re.compile(
    r"\s?(?:又|已|再)?(?:净增|新(?:增|建|认定|培育|获|开通|建成|签约|引进|登记|注册|投产|开工|上市|入驻|落户|纳入|发展))"
)
_LOOK_BACK: Final = 40
_LAST_YEAR: Final = re.compile(
    r"(?:上年|去年|前年)(?:同期|末|底)?(?:增速|增幅|降幅|占比|比重|比例|[这该][一个]?[\u4e00-\u9fff]{1,3})?(?:为|是|仅为|只有|仅)"
)
_EVENT: Final = re.compile(
    r"[^。;；\n]{0,16}?(?:发布|公布|印发|出台|召开|举办|举行|揭牌|挂牌|启动|遴选|上线|签约|签署|成立|获批|入选|投产|开园|开通"
    r"|通了|接通|通上|用上了|开工|动工|落成|竣工|揭晓|认定|授予|投入(?:服务|运营|运行|使用|生产)|投运|投用|启用)"
)
_EVENT_ON: Final = re.compile(
    r"\b(?:published|released|held|launched|announced|issued|opened|signed|unveiled|adopted|approved|conducted|carried\s+out)"
    r"\s+(?:on|in|during)\s+(?:the\s+)?$", re.IGNORECASE
)
"""What happens in a month or on a day: its date is not that of the sentences that follow."""
_FOUNDED: Final = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:成立|创立|创办|创建|揭牌|挂牌|奠基|始建|组建|注册|落户)(?![\u4e00-\u9fff]{0,6}[0-9])"
)
_DONE_THEN: Final = re.compile(
    r"(?!以)[^,，。;；、\n0-9的]{0,12}(?:创业|成立|建成|投产|投用|启动|上线|发布|出台|印发|签约|落户|毕业|返乡|加入|开园|开业|立项|动工|设立|评选|公布|启用|引进|引入)"
    r"的[\u4e00-\u9fff“”\"]{1,16}[,，](?!\s?(?:共|有|达|总|合计|[0-9]))"
)
"""What tells that a time is that of something named, of which the text then speaks: 2028年返乡创业的某人，."""
_FOUNDED_IN: Final = re.compile(
    r"(?:成立|创立|创办|始建|建成|注册|落户|组建|设立|奠基)于(?:公元)?$"
    r"|\b(?i:founded|established|set\s+up|started|registered|built)\s+(?:back\s+)?in\s+(?:the\s+)?$"
)
"""What tells that a firm or centre is of a time, and nothing that is counted: 2021年揭牌，注册资本3亿元."""
_IN_A_LIST: Final = re.compile(r"(?:列入|入选|登上|进入|跻身|荣登|入围|位列)[^,，。;；\n]{0,8}$")
_OF_A_LIST: Final = re.compile(r"度?[^,，。;；\n0-9]{0,16}?(?:榜|百强|名单)")
"""What makes a year that of a list, so that the next sentence needn't be of it: 列入2029年独角兽榜的企业."""
_STILL_THEN: Final = re.compile(
    r"[^。;；\n0-9]{0,20}?(?:还只|还仅|还不到|还不足|还没有?到|还徘徊|尚只|尚不足|才只?有|仅有|只有|不过[0-9])"
    r"|[,，]?[这该][一个]?(?:数字?|数据|比例|比重|占比|指标|水平)(?:还|仅|只)?[是为]"
)
"""What tells of how little there was at an earlier time, or how much, to which the text then doesn't keep."""
_OPENED: Final = 6
_DONE_BY: Final = re.compile(
    r"(?:之?前)?[^,，。;；:：\n0-9一二两三四五六七八九十]{0,6}(?:竣工|投产|投运|完工|建成|交付|启用|开通|上线|通车|投用|完成|验收|达产)[。;；]"
)
"""What says of the thing before it by when it is done, and of no figure: 新建2座，年底前投运；."""
_PLANS_TO: Final = re.compile("(?:计划|打算|拟|预计|预期|有意)(?:在|于)?$")
_WHO_DOES: Final = re.compile(
    r"[^,，。;；0-9]{0,20}?的(?:[\u4e00-\u9fff]{0,4})(?:企业|单位|者|用户|居民|家庭|学校|商户|农户)数?(?:占|比例|比重|达|为|有)"
)
_ITS_OWN: Final = re.compile("的[约近超逾]?[0-9]")
_OF_A_TASK: Final = re.compile(
    r"的?[约近超]?[0-9.,]{1,9}[万亿]?[^,，。;；、0-9的]{0,8}(?:任务|目标|计划)(?:数|量)?的[约近超过]{0,2}[0-9一二两三四五六七八九]"
)
"""What makes a time that of a number that was set, of which a share is told."""
_OF_THEM: Final = re.compile(r"其中:?\s?$")
"""What leads to a part of the time that its sentence is of: 上半年增长10%，其中一季度增长8%."""


def is_of_a_list(line: str, point: Point) -> bool:
    """Tell whether a year is in the name of a list: 列入2029年独角兽榜的企业."""
    before = line[max(0, point.start - _LOOK_BACK) : point.start]
    return len(point.period) == len("2030") and _IN_A_LIST.search(before) is not None and (
        _OF_A_LIST.match(line, point.end) is not None
    )


def was_less(line: str, last: Point, point: Point) -> bool:
    """Tell whether a date looks back to how little there was: 2030年6月底，算力还只有2100P."""
    return bool(point.period) and point.period < last.period and not last.aside and (
        _STILL_THEN.match(line, point.end) is not None
    )


def is_asked(line: str, item: Dated | Expression) -> bool:
    """Tell whether a date is in what those plan of whom a survey tells: 计划年内增加投入的企业占比为37.7%."""
    planned = _PLANS_TO.search(line, max(0, item.start - _OPENED), item.start)
    return planned is not None and _WHO_DOES.match(line, item.end) is not None


def is_own(line: str, point: Point) -> bool:
    """Tell whether a date is that of the level a change comes to: 由2025年的38%提高到2030年的86%，…."""
    led = line[point.start - 1 : point.start] in ("到", "至", "为", "成")
    return led and _ITS_OWN.match(line, point.end) is not None


def is_brief(line: str, point: Point) -> bool:
    """Tell whether a date stands within a sentence, right before what was added then."""
    if point.period and (
        _FOUNDED.match(line, point.end) or _DONE_THEN.match(line, point.end)
        or _FOUNDED_IN.search(line, max(0, point.start - _LOOK_BACK), point.start)
    ):
        return True
    if _OF_THEM.search(line, max(0, point.start - _OPENED), point.start) and _BRIEF.match(line, point.end):
        return True  # 截至3月底共6970座，其中2027年新建3150座，…
    before = line[max(0, point.start - 2) : point.start].rstrip()[-1:]
    if before in ",，(" and before and _LAST_YEAR.match(line, point.start):
        return True  # 收入5亿元，上年为4亿元；…
    if before in ",，" and before and _DONE_BY.match(line, point.end):
        return True
    if _OF_A_TASK.match(line, point.end):
        return True  # 1—10月新建1462座，完成全年1500座任务的97.5%，…
    if YEARS.fullmatch(point.period):
        return False  # “十六五”期间新增机架4万架，总投资260亿元
    return before in ",，、(;；" and _BRIEF.match(line, point.end) is not None and bool(before)


def is_event(line: str, point: Point) -> bool:
    """Tell whether a month or day, up to which nothing is counted, is when something happened."""
    exact = len(point.period) > len("2030") and point.period[5].isdecimal() and "/" not in point.period
    happened = _EVENT.match(line, point.end) or _EVENT_ON.search(
        line, max(0, point.start - _LOOK_BACK), point.start
    )
    at_end = line[point.end - 1 : point.end] in ("底", "末")  # 到10月底，开通基站53个 counts up to then
    return exact and not point.until and not at_end and happened is not None
