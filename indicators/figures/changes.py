"""Levels that a number without a unit comes to or begins with: 由45日压缩至30日, 指数由38.2升至45.6.

A day of the month looks like a number of days, and a number alone counts nothing; where something is
said to go from one to another, or to be cut, both are certain.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.building import After, build
from indicators.figures.errors import Stuck
from indicators.figures.implied import INDEX
from indicators.figures.leading import Source, Words, read_words
from indicators.figures.lexicon import word_after
from indicators.figures.model import Figure
from indicators.figures.quantities import read_quantity

_DAY: Final = "日"
_LONGEST: Final = 40
_BEGINS: Final = re.compile(r"[由从](?:原来?|原先|以前|过去|法定|平均|最初){0,2}的?$")
_ONWARD: Final = re.compile(r"[\u4e00-\u9fff]{1,4}?[至到为](?:[\u4e00-\u9fff]{0,2}|20[0-9]{2}年的?)[0-9]")
_CUT: Final = frozenset("压缩减降")
"""How a word begins after which a number of days is how long something takes: 压缩至, 缩短, 减为, 降到."""
_NO_DAY: Final = frozenset("均报常期程前后起至电游活产夜")
_FROM_INDEX: Final = re.compile(
    rf"{INDEX}[^,，。;；0-9由从]{{0,10}}[由从](?:[^,，。;；0-9由从]{{0,8}}|20[0-9]{{2}}年年?[底末初]?的?)$"
)
_TO_INDEX: Final = re.compile(
    rf"{INDEX}[^,，。;；0-9由从]{{0,10}}[由从][^,，。;；由从]{{0,12}}?[0-9.]{{1,8}}(?:分|点)?[\u4e00-\u9fff]{{0,4}}"
    r"(?:20[0-9]{2}年的?)?$"
)


_INDEX_BEFORE: Final = re.compile(rf"{INDEX}值?[\u4e00-\u9fff]{{0,6}}[0-9]\.[0-9]{{1,4}}[,;；]$")
_INDEX_AT: Final = re.compile(rf"{INDEX}值?[\u4e00-\u9fff]{{0,6}}$")
_HELD: Final = frozenset({"控制在", "稳定在", "保持在", "维持在", "降至", "降到", "不高于", "不超过", "低于"})


def read_changed(source: Source, start: int) -> tuple[Figure, int] | None:
    """Read a number of days, or one without a unit, that is a level between which something changed.

    Args:
        source: Running text.
        start: Where the words before the number begin.

    Returns:
        The figure, and where it ends; None where the number may be something else.
    """
    text = source.text
    try:
        words = read_words(source, start)
        first = read_quantity(source, words.end, words)
        if first is None or first.unit is not None or first.number.bare or first.prefixed:
            return None
        if words.scopes and "multiple" in words.scopes[-1].goes_with:
            words = words._replace(bounds=(), scopes=(), start=words.end)  # 提高到2030年的45.6: the level of that year
        end = first.number.end
        before = text[max(0, words.start - _LONGEST) : words.start]
        if text[end : end + 1] == _DAY:
            unit = source.units.get("day")
            end += 1
            if text[end : end + 1] in _NO_DAY or not _is_cut(text, words, before, end):
                return None
            stated = _DAY
        else:
            unit, stated = source.units.get("index"), ""
            if not _is_index(text, words, before, end):
                return None
        if unit is None:
            return None
        first = first._replace(unit=None, stated_unit=stated, end=end)
        bound = word_after(text, end) if stated == "" else None
        after = After((bound,), "", end + len(bound.text)) if bound is not None else After((), "", end)
        return build(words, first, None, unit, after, ""), after.end
    except Stuck:
        return None


def _is_cut(text: str, words: Words, before: str, end: int) -> bool:
    """Tell whether days are what something takes that is cut, and not a date."""
    if not words.bounds and words.change is None:
        return _BEGINS.search(before) is not None and _ONWARD.match(text, end) is not None
    said = words.change.text if words.change is not None else words.bounds[-1].text
    return said[0] in _CUT


def _is_index(text: str, words: Words, before: str, end: int) -> bool:
    """Tell whether a number without a unit is the level of an index that changed."""
    if words.change is not None:
        # 平均PUE值降至1.29，较2021年下降0.18: by how much the index of the clause before changed
        return bool(words.scopes) and _INDEX_BEFORE.search(before) is not None and text[end : end + 1] in ("", ",", "。", ";")
    if words.bounds and words.bounds[0].text in _HELD and _INDEX_AT.search(before) is not None:
        return text[end : end + 1] in ("", ",", "。", ";", "、") or text.startswith(("以", "左右"), end)
    if not words.bounds and _FROM_INDEX.search(before) is not None:
        return _ONWARD.match(text, end) is not None
    return _TO_INDEX.search(before) is not None
