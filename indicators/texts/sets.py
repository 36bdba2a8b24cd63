"""Numbers that only say how many are listed or in a set, where a class begins or how long something went on.

五个县, 四大行业, 营收超10亿元企业, 三年翻了一番: nobody takes them for data.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures import Figure, Relation

_SET: Final = re.compile("[一二两三四五六七八九十]个(?:月|季度)?")
_CLASS: Final = re.compile(
    "(?:的|(?=[\u4e00-\u9fff]{0,4}(?:企业|项目|园区|集群)[0-9一二三四五六七八九十两]))[\u4e00-\u9fff]{0,6}?(?:企业|项目|园区|集群|产业链|单位|主体|县|店铺|品牌)"
)
_PLACES: Final = re.compile(
    "[0-9]{1,2}个(?:县区|区县|[县市][(]区[)]|县[(]市、区[)]|县|区|市|地市|镇街|乡镇|省份?)(?=作|分别|中[,，]|[“\"])"
)
_KEPT: Final = re.compile("(?:保持|稳定|维持|运行|处于|高于|超过|低于)")
_IN_A_ROW: Final = re.compile("连续[0-9一二三四五六七八九十两]{1,3}个?[年月季][度份]?[^,，。;；]{0,4}$")
_OF_CLASS: Final = re.compile("的(?:企业)?(?:有|共|为|约|仅|达)?[0-9]{1,6}[家户个]")
_OTHERS: Final = re.compile("(?:其余|其他|另外|剩余|大多|多数)[^,，。;；]{0,6}$")
_PLACE_KEPT: Final = re.compile(
    r"[^,，。;；0-9]{0,4}(?:位?居|位?列|排名?|稳居|保持|获评?|荣获)(?:在)?(?:[^,，。;；]{0,8}(?:第[一二三四五六七八九十0-9]|首位|榜首|前[0-9一二三四五六七八九十])|[这该]一(?:位次|名次|排名))"
)
_NEAR: Final = 12
_LONGEST: Final = 60
_SOME: Final = re.compile("[两三四五六七八九十][大项]")
_GREAT: Final = re.compile("[两三四五六七八九]大(?!领域)")
"""How many great ones there are of something (四大行业) is never data."""
_YEARS_LONG: Final = re.compile(r"[一二两三四五六七八九十]{1,2}年(?:[内来间]|之内|以内)?")
_AFTER_YEARS: Final = re.compile(r"[\u4e00-\u9fff](?<![以左上多余前])")
_ONE_DAY: Final = re.compile(r"一[天日周月年]")
_OPENS: Final = frozenset(",，、;；。:：\n“\"( （用了争在")
_NAMED_SET: Final = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:行动|工程|任务|战略|举措|攻坚|体系|支柱|动力|定位|底线|高地|要素|原则|保障|文章|抓手)"
)
_LISTED: Final = re.compile("(?:[百千万]亿级?)?(?:台阶|大关)"
    "|(?:行业|地区|城市|领域|产业|板块)(?=分别|合计|中[,，]|均|共|各)|县|区|市|镇|乡|街|片区|地区|州|盟|常住|在用|方面|月")
"""A number that only says how many are listed or in a set (五个县, 三个片区), which nobody takes for data."""
_AND_OTHERS: Final = re.compile(
    r"[0-9一二两三四五六七八九十]{1,3}(?:个|家)(?:市直|区直|县直|职能|相关|有关|主要|成员|兄弟)?(?:部门|单位|委办局)"
    r"|[1-9一二两三四五六七八九]个(?:县区|区县|县市区|县|区(?![域块])|镇街?|街道|乡镇)"
)
"""How many of such are named before 等: 经会同市财政局等5个部门研究."""
_WITH: Final = re.compile("[及和与对]$")
_FEW_PLACES: Final = re.compile("[1-9]个(?:县区|区县|县市区|镇街|乡镇|县|区)")
_NAMED: Final = re.compile("([两三四五六七八九])(?:个|家|类|种|大|项|所|座|款|名|位)(?=[\u4e00-\u9fff])")
"""A small number in words right behind names; it says how many they are."""
_JOINED: Final = re.compile("、|以及|[和与及]")
_NO_NAME: Final = re.compile(r"[,，。;；:：\n0-9]")
_THIS_ONE: Final = frozenset("这那该某每同任哪首")
_PAIR: Final = re.compile("[两三]个(?=(?:数字?|数据|口径|说法|概念|指标|百分比|比例)(?:之间|都|均|不|并|是|可|有|相|,|，))")
_THE_FEW: Final = re.compile(r"(?i:two|three|four|five|six|seven|eight|nine)\s[a-z]{3,}(?!\S)")
_POINTS_EN: Final = re.compile(
    r"(?i:two|three|four|five|six|seven|eight)\s(?:(?i:main|key|major|important|broad|aspects)\s)?(?i:measures|points|aspects|things|steps|respects|features|characteristics|reasons|ways|fronts|highlights|questions"
    r"|principles|priorities)\b(?!\s(?:were|have|had))"
)
"""How many points are to follow: We have taken three measures."""
_THE: Final = re.compile(r"(?i:\b(?:the|these|those|both|all))\s+$")
_NO_FEW: Final = re.compile(
    r"\w+\s(?:hundred|thousand|million|billion|percent|per|percentage|quarters|thirds|fifths|tenths|times|years|months)\b"
)
"""A small number in words behind the article says how many were named: the two districts."""
_INSIDE: Final = re.compile(r"[一二两三四五六七八九十半]{1,2}年(?:之内|以内|内)")
_TO: Final = frozenset("至到为在少过")


def is_set(line: str, start: int, end: int, figure: Figure) -> bool:
    """Tell whether a figure only says how many are listed or in a set: 五个县, 9月份一个月."""
    if figure.relation is not Relation.EQUAL and figure.stated_unit.endswith("元"):
        # 年交易额过亿元的企业38家: where a class begins; 1亿元至10亿元的503家, 其余均在1亿元以下: what it holds.
        bounded = line[end - 2 : end] in ("以下", "以上") and _OTHERS.search(line, max(0, start - _NEAR), start)
        if bounded or _OF_CLASS.match(line, end):
            return True
        return _CLASS.match(line, end) is not None
    if (len(line[start : end]) == 2 and _GREAT.match(line, start)) or _ONE_DAY.fullmatch(line, start, end):
        return True
    if _INSIDE.fullmatch(line, start, end):
        return line[start - 1 : start] not in _TO
    if _YEARS_LONG.fullmatch(line, start, end) is not None:
        # 三年翻了近四番: over how long something went on.
        return line[start - 1 : start] in _OPENS and _AFTER_YEARS.match(line, end) is not None
    if _SOME.fullmatch(line, start, end) is not None:
        return _NAMED_SET.match(line, end) is not None
    if _KEPT.match(line, start) and _IN_A_ROW.search(line, max(0, start - _NEAR), start):
        return True  # 连续5个季度保持在6%以上: of several periods
    if _PLACES.match(line, start) is not None:
        return True
    if line[start - 1 : start] == "等" and _AND_OTHERS.match(line, start):
        return True
    if line[start : start + 1] == "一" and line[start - 1 : start] in _THIS_ONE and start:
        return True  # 保持这一位次
    if _PAIR.match(line, start):
        return True
    if _WITH.search(line, max(0, start - 1), start) and _FEW_PLACES.match(line, start):
        return True  # 市本级及3个县区
    if _THE_FEW.match(line, start) and not _NO_FEW.match(line, start) and _THE.search(line, max(0, start - _NEAR), start):
        return True
    if _POINTS_EN.match(line, start):
        return True
    if _counts_names(line, start, end):
        return True
    return _SET.fullmatch(line, start, end) is not None and (
        line[end - 1] in "月度" or _LISTED.match(line, end) is not None
    )


def _counts_names(line: str, start: int, end: int) -> bool:
    """Tell whether a number says how many names stand right before it: 算法、运维两类岗位."""
    said = _NAMED.match(line, start)
    if said is None or said.end() != end:
        return False
    parts = _JOINED.split(_NO_NAME.split(line[max(0, start - _LONGEST) : start])[-1])
    return len(parts) == "一两三四五六七八九".index(said[1]) + 1 and all(len(part) > 1 for part in parts)


def keeps_a_place(line: str, end: int) -> bool:
    """Tell whether what stands behind a number of years is the place that was kept so long: 连续5年居全省第一."""
    return _PLACE_KEPT.match(line, end) is not None
