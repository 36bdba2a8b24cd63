"""Figures that are no quantity: ranks, 全覆盖, and 翻番, twice as much."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from indicators.figures.building import After, agreed, plain_figure
from indicators.figures.errors import Stuck
from indicators.figures.frames import RATES_OF_CHANGE
from indicators.figures.intervals import AT_MOST, BETWEEN, EQUAL, Asserted, asserted, bounded
from indicators.figures.leading import Source, Words, check_scopes, refuse_scope
from indicators.figures.lexicon import word_before
from indicators.figures.model import Figure, Relation, Spans
from indicators.figures.numerals import Numeral, read_number
from indicators.figures.prose import goes_on
from indicators.figures.signs import FIXED_FIGURES

RANK_START: Final = frozenset("第前首榜")
_RATIO_SIGNS: Final = frozenset("%‰‱")
_TOP_RANKS: Final = {"首位": "位", "榜首": ""}
_MOST_DOUBLINGS: Final = 20
_ONWARD: Final = re.compile("上升|提升|提高|前移|跃升|跃居|跃|升|晋升|降至|退至")
"""What follows the rank that a move begins with: 从全国第10位升至第8位."""


def read_rank(source: Source, words: Words, original: str) -> tuple[Figure, int]:
    """Read 第二, 第9位, 全国第二名, 前10名, 居首位.

    Raises:
        Stuck: It is another kind of number: 第5年, 前10%.
    """
    text, start = source.text, words.end
    at_most = text[start] == "前"
    suffix = ""
    top = text[start : start + 2]
    if top in _TOP_RANKS:
        rank, end, suffix = 1, start + 2, _TOP_RANKS[top]
        stem = end
    else:
        number = read_number(text, start + 1, source.units) if text[start] in "第前" else None
        if number is None:
            if source.loose:
                raise Stuck("no-number", start, start)
            from indicators.figures.diagnosis import refuse_no_number

            refuse_no_number(text, start)
        plain = not (number.mult or number.decimals or number.inner or number.pointed)
        if not plain or number.bare or not number.coefficient or number.top is not None:
            raise Stuck("not-a-rank", start, number.end)
        rank, end = number.coefficient, number.end
        stem = end
        if text[end : end + 1] in ("位", "名"):
            suffix = text[end]
            end += 1
    if text[end : end + 1] in _RATIO_SIGNS:
        # 前10% is a share of the field, no place in it.
        raise Stuck("not-a-rank", start, end + 1)
    onward = bool(suffix) and source.loose and _ONWARD.match(text, end) is not None
    if (not suffix or source.loose) and goes_on(text, end) and not onward:
        raise Stuck("not-a-rank", start, len(text) if not source.loose else end + 1)
    for scope in words.scopes:
        if "rank" not in scope.goes_with:
            raise refuse_scope(scope)
    if words.change is not None or words.around:
        named = words.change is not None and words.change.text in RATES_OF_CHANGE
        # 增速居全国第5位: the rank of a rate of growth begins behind it.
        begin = words.scopes[0].start if words.scopes else start
        resume = begin if named and begin > words.start else None
        raise Stuck("unread-text", words.start, start, resume=resume)
    if any(bound.relation is not EQUAL for bound in words.bounds):
        raise Stuck("bound-on-range", words.start, end)
    unit = source.units.get("rank")
    if unit is None:
        raise Stuck("unknown-unit", start, end)
    relation = AT_MOST if at_most else EQUAL
    reading = asserted(rank, 0, 0, False, relation, exact=True, least=1)
    spans = Spans(start, stem, stem, end)
    word = "前" if at_most else ""
    return plain_figure(original, words, unit, suffix, reading, word, spans), end


def read_fixed(source: Source, fixed: str, words: Words, original: str) -> tuple[Figure, int]:
    """Read 全覆盖: exactly 100 %.

    Raises:
        Stuck: Words stand before it that say otherwise.
    """
    end = words.end + len(fixed)
    for scope in words.scopes:
        raise refuse_scope(scope)
    if words.change is not None or words.around:
        raise Stuck("unread-text", words.start, words.end)
    if any(bound.relation is not EQUAL for bound in words.bounds):
        raise Stuck("contradicting-bounds", words.start, end)
    unit = source.units.written.get("%")
    if unit is None:
        raise Stuck("unknown-unit", words.end, end)
    reading = asserted(int(FIXED_FIGURES[fixed]), 0, 0, False, EQUAL, exact=True)
    spans = Spans(words.end, end, end, end)
    return plain_figure(original, words, unit, "%", reading, fixed, spans), end


def read_doubling(source: Source, words: Words, after: After, original: str) -> Figure:
    """Return 翻番 and 翻两番 as the multiple that they are: 2, 4.

    Args:
        source: What is read.
        words: What stands before it.
        after: What stands behind it.
        original: What to keep as the figure's ``text``.

    Raises:
        Stuck: The words contradict each other.
    """
    text, start = source.text, words.end
    times, inner, end = doublings(source, start)
    unit = source.units.written.get("倍")
    if unit is None:
        raise Stuck("unknown-unit", start, end)
    if words.change is not None or words.around:
        raise Stuck("unread-text", words.start, start)
    check_scopes(words._replace(scopes=tuple(
        scope for scope in words.scopes if "change" not in scope.goes_with
    )), unit)
    relation = agreed((*words.bounds, *inner.bounds, *after.bounds), words.start, after.end)
    if relation is BETWEEN:
        raise Stuck("not-a-range", words.start, after.end)
    reading = doubled(2**times, relation, end)
    behind = "".join(bound.text for bound in after.bounds)
    word = inner.bound_text + (f"…{behind}" if behind and words.bounds + inner.bounds else behind)
    figure = plain_figure(original, words, unit, "倍", reading, word, Spans(start, end, end, end))
    return figure._replace(text=original or text[words.start : after.end])


def doubled(times: int, relation: Relation, end: int) -> Asserted:
    """Return what a word for a whole multiple asserts: 翻一番, doubled. It is known to a tenth.

    Nobody says 翻一番 of 1.6 times as much, which 2 rounded to a whole number would allow.
    """
    number = Numeral(10 * times, 0, 1, True, False, "", None, end, end)
    reading = bounded(number, relation, exact=False, change=None)
    whole = Decimal(times)
    lower = whole if reading.lower == whole else reading.lower
    upper = whole if reading.upper == whole else reading.upper
    return reading._replace(stated_value=whole, value=whole, decimals=0, lower=lower, upper=upper)


def doublings(source: Source, start: int) -> tuple[int, Words, int]:
    """Return how often something doubles, the words between, and where that ends.

    Raises:
        Stuck: It isn't said how often, or not in whole numbers: 成倍, 翻了几番.
    """
    text = source.text
    none = Words((), None, (), (), start, start)
    for form in ("翻倍", "翻番"):
        if text.startswith(form, start):
            return 1, none, start + len(form)
    place = start + 1
    place += text[place : place + 1] == "了"
    bounds = []
    while (word := word_before(text, place)) is not None and word.bound is not None:
        bounds.append(word.bound)
        place += len(word.text)
    number = read_number(text, place, source.units)
    if number is None or text[number.end : number.end + 1] != "番":
        raise Stuck("multiplying-word", start, place)
    plain = not (number.mult or number.decimals or number.inner or number.top or number.bare)
    if not plain or not 0 < number.coefficient <= _MOST_DOUBLINGS:
        raise Stuck("multiplying-word", start, number.end + 1)
    return number.coefficient, none._replace(bounds=tuple(bounds)), number.end + 1
