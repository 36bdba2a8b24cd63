"""Numbers whose unit is said elsewhere: 这一数字变成了510万, 出口带宽低于500兆, PUE均在1.25以下.

What the number before counted, the bandwidth that the clause names, the index that the sentence is about:
where one of them stands right there, the number has one reading; anywhere else it has none.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.building import After, build
from indicators.figures.errors import Stuck
from indicators.figures.grammar import read_figure
from indicators.figures.leading import Source, read_words
from indicators.figures.lexicon import word_after
from indicators.figures.model import Figure
from indicators.figures.prose import goes_on
from indicators.figures.quantities import read_quantity
from indicators.figures.unit import Unit

_LONGEST: Final = 40
INDEX: Final = r"(?:指数|系数|得分|评分|分值|比值|电能利用效率|(?i:PUE))"
_SAME: Final = re.compile(
    r"(?:这[一个]|该|此)个?(?:数字|数据|数|规模|总量|量|指标|数值)(?:已经?|则|又|就|更|却){0,2}"
    r"(?:变成|变为|成为|成|是|为|[涨升增跳扩跃降减][长加升大至到为]{0,2}|达到?|来到)?了?$"
)
"""What says that a number counts what the one before it did: 这一数字变成了."""
_SAME_INDEX: Final = re.compile(
    r"[、和与及]|[,，;；][^。;；,，\n]{0,12}?(?:[型类级年季月区县市国省率]|平均|中心|机房|其中|最[优低高]|期)[^。;；,，\n]{0,4}?(?:为|是|达到?|[降升提减][至到])"
)
"""What stands between two values of one index."""
_LIST_OF_INDEX: Final = re.compile(rf"{INDEX}(?:值)?\)?(?:分别|依次)(?:为|达到?|是|[降升提减][至到])$")
_AWAY: Final = 80
"""Characters between the two."""
_PARTED: Final = re.compile(r"\n\s*\n|。[^。]*。")
_COUNTED: Final = frozenset(("count", "events", "money", "length", "area", "mass", "volume", "energy", "compute", "data_size"))
_MEGA_NUMBER: Final = re.compile("[0-9]{1,5}兆(?![字瓦赫帕欧比])")
_MEGABIT: Final = "mbps"
_SCORE_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?分(?![之别钟公支部局类批期阶步布成\u4e00-\u9fff])")
_SCORED: Final = re.compile(r"(?:得分|评分|总分|平均分|打分|分值)[^,，。;；、0-9]{0,6}$")
_SCORE: Final = "score"
_BANDWIDTH: Final = re.compile(r"(?:带宽|网速|速率|下行|上行)[^,，。;；、0-9]{0,10}$")
_PERSONS: Final = re.compile(
    r"[0-9一二两三四五六七八九十百千万亿]+[余多几]?[百千万]?位(?=[\u4e00-\u9fff]{0,6}?(?:嘉宾|专家|院士|老[人年]|长者|学员|代表|委员|企业家|人才|教师|老师|医生|居民"
    r"|市民|村民|群众|用户|主播|创业者|工程师|科学家|博士|教授|志愿者|员工|职工|学生|研究员|领导|客商|学者|工匠|负责人|记者|选手|官员|导师|顾问|青年|残疾人))"
)
"""People counted as guests are: 600多位嘉宾; without them 位 may be a place in a ranking."""
_PERSON: Final = "person"
_OF_INDEX: Final = re.compile(
    rf"{INDEX}[^。;；\n]{{0,16}}[0-9]\.[0-9]{{1,4}}[^。\n0-9]{{0,20}}(?:控制|稳定|保持|维持|均|都|处|降|在)在?$"
)
"""What says that an index is below a number, of which the level was told before: PUE为1.29，新建的均在."""


def read_implied(source: Source, start: int, last: tuple[int, Figure] | None) -> tuple[Figure, int] | None:
    """Read a number without a unit whose unit is said elsewhere.

    Args:
        source: Running text.
        start: Where the words before the number begin.
        last: Where the figure before it ends, and that figure.

    Returns:
        The figure, and where it ends; None where the number may be something else.
    """
    text = source.text
    try:
        words = read_words(source, start)
        if _MEGA_NUMBER.match(text, words.end) is not None:
            wide = _BANDWIDTH.search(text, max(0, words.start - _LONGEST), words.start)
            return read_figure(source._replace(wanted=_MEGABIT), start, "") if wide is not None else None
        if _SCORE_NUMBER.match(text, words.end) is not None:
            scored = _SCORED.search(text, max(0, words.start - _LONGEST), words.end)
            plain = scored is not None and not words.around
            return read_figure(source._replace(wanted=_SCORE), start, "") if plain else None
        if _PERSONS.match(text, words.end) is not None and _PERSON in source.units and words.change is None:
            return read_figure(source._replace(wanted=_PERSON), start, "")
        first = read_quantity(source, words.end, words)
        if first is None or first.unit is not None or first.prefixed or first.number.bare or words.change is not None:
            return None
        end = first.number.end
        before = text[max(0, words.start - _LONGEST) : words.end if not words.bounds else words.start]
        unit: Unit | None = None
        bound = word_after(text, end)
        if first.number.pointed and not first.number.mult and bound is not None:
            if not words.bounds and _OF_INDEX.search(before) and not goes_on(text, end + len(bound.text)):
                unit, words = source.units.get("index"), words._replace(scopes=(), start=words.end)
        elif first.number.pointed and not first.number.mult and not goes_on(text, end):
            listed = _LIST_OF_INDEX.search(text, max(0, words.start - _LONGEST), words.end) is not None
            if listed or _is_same_index(source, words.start, last):
                unit, words = source.units.get("index"), words._replace(scopes=())
        elif first.number.mult and not goes_on(text, end) and last is not None:
            unit = _counted_before(source, before, words.start, last)
        if unit is None:
            return None
        after = After((bound,), "", end + len(bound.text)) if bound is not None else After((), "", end)
        return build(words, first._replace(unit=None, stated_unit="", end=end), None, unit, after, ""), after.end
    except Stuck:
        return None


def _is_same_index(source: Source, start: int, last: tuple[int, Figure] | None) -> bool:
    """Tell whether a number is another value of the index before it: 降至1.36，2030年上半年为1.33; 分别为1.27和1.52."""
    if last is None or source.units.by_id(last[1].unit).kind != "dimensionless":
        return False
    return _SAME_INDEX.fullmatch(source.text, last[0], start) is not None


def _counted_before(source: Source, before: str, start: int, last: tuple[int, Figure]) -> Unit | None:
    """Return the unit of the number before, where a number is said to be of the same; else None."""
    end, figure = last
    if not _SAME.search(before) or figure.change is not None or start - end > _AWAY:
        return None
    unit = source.units.by_id(figure.unit)
    return unit if unit.kind in _COUNTED and not _PARTED.search(source.text, end, start) else None
