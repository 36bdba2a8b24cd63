"""Numbers that count a noun without a measure word: 38万老年人, 登记用户突破62万.

Only nouns that can be counted in one way are known, and only before or after a number in hundreds,
thousands, 万 or 亿: what 3企业 is, nobody prints.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.building import After, build
from indicators.figures.errors import Stuck
from indicators.figures.leading import Source, read_words
from indicators.figures.model import Figure, Relation
from indicators.figures.prose import goes_on
from indicators.figures.quantities import read_quantity

NOUNS: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("老年人", "老人", "群众", "居民", "市民", "学生", "大学生", "师生", "毕业生", "高校毕业生", "职工", "员工", "农民",
         "农民工", "村民", "网民", "游客", "旅客", "患者", "人才", "从业者", "就业者", "劳动者", "学员", "教师", "医生", "党员",
         "青年", "妇女", "儿童", "残疾人", "志愿者", "工人", "干部", "开发者", "消费者", "从业人员", "技术人员", "参保人员",
         "技能人才", "科研人员", "人口", "监测对象", "婴幼儿", "劳动力", "务工人员", "参保人", "网格员", "骑手", "粉丝"),
        "人",
    ),
    **dict.fromkeys(
        ("用户", "家庭", "农户", "商户", "住户", "居民户", "个体工商户", "经营主体", "市场主体"), "户",
    ),
    "参数": "参数",
    **dict.fromkeys(("企业", "中小企业", "小微企业", "工业企业", "商家", "民营企业"), "家"),
}
"""Nouns, and the measure word that counts them."""

_CHANGED: Final = re.compile("增加|增长|减少|下降|提高|上升|多|少")
_ADJECTIVES: Final = re.compile(
    "(?:困难|受灾|各族|各民族|低收入|脱贫|贫困|特困|城乡|农村|城镇|高校|中小学|在校|注册|活跃|实名|基层|返乡|留守|异地|外来|参保"
    "|灵活就业|失能|高龄|独居|专业|技术|技能|高技能|数字|产业|一线|农业转移|新就业形态|移动|宽带|付费|行业|规上|科技型|民营|外资)"
    "{1,3}"
)
"""What may stand between a number and its noun without being counted itself: 450万困难群众."""
_BY_FIRST: Final[dict[str, tuple[str, ...]]] = {
    first: tuple(sorted((noun for noun in NOUNS if noun[0] == first), key=len, reverse=True))
    for first in {noun[0] for noun in NOUNS}
}
_BEFORE: Final = re.compile(
    f"(?:({'|'.join(sorted(NOUNS, key=len, reverse=True))})(?:数量?|总数|总量|规模)?|"
    r"(?P<measure>[人户](?=数)|人次|件(?=量))数?|(?P<active>[日月]活(?:跃用户|跃|用户)?|粉丝)(?:数|量)?(?:峰值)?|(?P<times>访问|调用|下载|点击|浏览|播放|解析)量)量?"
    "(?:(?:截[至止]|到)[\u4e00-\u9fff0-9]{1,10}?[底末日])?(?:已经?|目前|现)?(?:到了?|有|是|为|将|会|将会|要|有望|预计)?$"
)
_LEVEL: Final = re.compile("[日月]活|粉丝|用户|人口|数量?(?:已经?|目前|现)?(?:到了?|有)?$|人次")
"""What only says how many there are, so that the number needs no bound word."""
_LONGEST: Final = 30
_HELD_TO: Final = re.compile(r"[,;]?(?:其中)?[较比与][\u4e00-\u9fff0-9]{1,10}?(?:的|相比)?")
"""What leads to a number that is held to the one before it, and counts the same: 1986万，较二季度末增加41万."""
_NOT_AFTER: Final = "级家型强侧端内间服"
"""After a noun, what makes it the beginning of another word: 企业家, 企业级."""


def read_uncounted(source: Source, start: int, last: tuple[int, Figure] | None = None) -> tuple[Figure, int] | None:
    """Read a number without a unit that counts the noun behind it, or the one it is said of.

    Args:
        source: Running text.
        start: Where the words before the number begin.
        last: Where the figure before it ends, and that figure.

    Returns:
        The figure, in the unit of the noun, and where its number ends; None if no known noun
        stands there, or the number has no multiplier.
    """
    text = source.text
    try:
        words = read_words(source, start)
        first = read_quantity(source, words.end, words)
        if first is None or first.prefixed or not first.number.mult:
            return None
        if first.number.bare and all(bound.relation is Relation.EQUAL for bound in words.bounds):
            return None  # 用户突破千万, but not 用户千万
        end = first.number.end
        # 3万家庭: what looks like a measure word may begin the noun.
        measure = _behind(text, end)
        if measure is None and first.unit is None and not goes_on(text, end):
            said = _BEFORE.search(text, max(0, words.start - _LONGEST), words.start)
            if said is not None and not words.bounds and not _LEVEL.search(said[0]):
                said = None  # 奖励企业50万 may be money.
            if said is not None:
                counted = "人" if said["active"] else "次" if said["times"] else NOUNS.get(said[1] or "", "")
                measure = said["measure"] or counted
        alone = measure is None and first.unit is None and (not goes_on(text, end) or _CHANGED.match(text, end) is not None)
        if alone and last is not None and not last[1].stated_unit and (
            _HELD_TO.fullmatch(text, last[0], words.start) or (words.compared and text[last[0] : words.start] in (",", ""))
        ):
            measure = source.units.by_id(last[1].unit).written[0]  # what the number before it counts
        unit = source.units.written.get(measure or "")
        if unit is None:
            return None
        first = first._replace(unit=None, stated_unit="", end=end)
        return build(words, first, None, unit, After((), "", end), ""), end
    except Stuck:
        return None


def _behind(text: str, end: int) -> str | None:
    """Return the measure word of the noun at a place, or None."""
    between = _ADJECTIVES.match(text, end)
    if between is not None and (measure := _noun_at(text, between.end())) is not None:
        return measure
    return _noun_at(text, end)


def _noun_at(text: str, end: int) -> str | None:
    """Return the measure word of the noun that begins at a place, or None."""
    for noun in _BY_FIRST.get(text[end : end + 1], ()):
        if text.startswith(noun, end):
            following = text[end + len(noun) : end + len(noun) + 1]
            return None if following and following in _NOT_AFTER else NOUNS[noun]
    return None
