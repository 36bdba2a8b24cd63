"""Bound words that stand apart from their number: 不足市本级的3%, 最高补助200万元.

What stands between is free text, so that a figure by itself isn't read like this; in prose, where
the bound would be lost, it is.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures.model import Figure, Relation
from indicators.figures.units import Around, Units
from indicators.figures.words import RELATION_WORDS, BoundWord

_LONGEST: Final = 24
"""Characters before a number that are looked through for the word."""
_BY_TEXT: Final = {word.text: word for word in RELATION_WORDS if word.position == "before"}
_OF_A_WHOLE: Final = re.compile(
    r"(?:(?P<word>超过|不足|不及|不到(?!位)|接近|将近|约占|约为|约是|大约|不超过|不低于|不少于|不高于|至少|最多)|占(?:到)?(?P<short>超|近|逾|约))"
    r"(?:[\u4e00-\u9fff]{1,10}的|(?<=不超过|不低于|不高于|不少于)[\u4e00-\u9fff]{0,8}(?:额|总量|成本|收入|投入|投资|费用|产值|本金|价款))$"
)
"""A share of something that is named between the word and the number."""
_CEILING: Final = re.compile(
    r"(?P<word>最高|最多)(?:可以?|一次性|再|给予|予以|享受|获得|补助|奖励|补贴|资助|支持|奖补|贷款|授信|扶持|资金|额度|金额|按"
    r"|[获补贷]|为|达){1,4}$"
)
"""What may at most be given, with the verb that says so between."""
_SHARES: Final = frozenset({"ratio", "multiple"})
_GIVEN: Final = frozenset({"ratio", "money"})


_TIMES: Final = frozenset("年月天日周季秒次")
_BETWEEN: Final = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{1,16}")


def rate_from_apart(
    line: str, begin: int, floor: int, figure: Figure, units: Units
) -> tuple[int, tuple[Around, ...]] | None:
    """Return where a rate begins whose noun stands inside it, 每万人拥有5G基站52.6个, and its forms.

    Args:
        line: The folded text.
        begin: Where the figure begins.
        floor: Where the figure before it ends.
        figure: The figure.
        units: The known units.
    """
    start = line.rfind("每", max(floor, begin - _LONGEST), begin)
    if start < 0 or figure.change is not None or line[start + 1] in _TIMES:
        return None
    forms = tuple(form for form in units.around(line, start) if form.after == figure.stated_unit)
    if not forms or not _BETWEEN.fullmatch(line, start + len(forms[0].before), begin):
        return None
    return start, forms


class Led(NamedTuple):
    """A bound word apart from its number, and where it begins."""

    bound: BoundWord
    start: int


def led_from_apart(line: str, begin: int, floor: int, figure: Figure, units: Units) -> Led | None:
    """Return the bound word that stands apart before a figure that has none of its own.

    Args:
        line: The folded text.
        begin: Where the figure begins: with its number.
        floor: Where the figure before it ends.
        figure: The figure.
        units: The known units.
    """
    if figure.relation is not Relation.EQUAL or figure.change is not None or figure.word:
        return None
    kind = units.by_id(figure.unit).kind
    start = max(floor, begin - _LONGEST)
    before = line[start:begin]
    found = _OF_A_WHOLE.search(before) if kind in _SHARES else None
    if found is None and kind in _GIVEN:
        found = _CEILING.search(before)
    if found is None:
        return None
    name = "word" if found["word"] else "short"
    bound = _BY_TEXT.get(found[name].replace("不及", "不足"))
    return None if bound is None else Led(bound, start + found.start(name))
