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
_PLACES: Final = re.compile("[0-9]{1,2}个(?:县区|区县|县|区|市|地市|镇街|乡镇|省份?)(?=作|分别|中[,，]|[“\"])")
_KEPT: Final = re.compile("(?:保持|稳定|维持|运行|处于|高于|超过|低于)")
_IN_A_ROW: Final = re.compile("连续[0-9一二三四五六七八九十两]{1,3}个?[年月季][度份]?[^,，。;；]{0,4}$")
_OF_CLASS: Final = re.compile("的(?:企业)?(?:有|共|为|约|仅|达)?[0-9]{1,6}[家户个]")
_OTHERS: Final = re.compile("(?:其余|其他|另外|剩余|大多|多数)[^,，。;；]{0,6}$")
_NEAR: Final = 12
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
    if _YEARS_LONG.fullmatch(line, start, end) is not None:
        # 三年翻了近四番: over how long something went on.
        return line[start - 1 : start] in _OPENS and _AFTER_YEARS.match(line, end) is not None
    if _SOME.fullmatch(line, start, end) is not None:
        return _NAMED_SET.match(line, end) is not None
    if _KEPT.match(line, start) and _IN_A_ROW.search(line, max(0, start - _NEAR), start):
        return True  # 连续5个季度保持在6%以上: of several periods
    if _PLACES.match(line, start) is not None:
        return True
    return _SET.fullmatch(line, start, end) is not None and (
        line[end - 1] in "月度" or _LISTED.match(line, end) is not None
    )
