"""A number with its unit: after it, around it, in brackets, or spelt as a share."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures.chinese import (
    CHINESE_DIGITS,
    NUMERAL_CHARACTERS,
    chinese_value,
    plain_numeral,
)
from indicators.figures.errors import Stuck
from indicators.figures.leading import Source, Words
from indicators.figures.lexicon import ratio_prefix, word_after
from indicators.figures.numerals import NUMBER_START, Numeral, read_number
from indicators.figures.signs import (
    HALVES,
    MORE_THAN_HALF,
    MULTIPLIERS,
    PROPORTION_SIGNS,
    RATIO_PREFIXES,
    SINGLE_FRACTIONS,
)
from indicators.figures.units import Unit

_FRACTION: Final = re.compile(rf"([{NUMERAL_CHARACTERS}]+|[0-9]+)分之([{NUMERAL_CHARACTERS}]+|[0-9]+)")
_SLASHED: Final = re.compile(r"([1-9])/([2-9]|10)(?![0-9/])")
_PLACES: Final = re.compile("位(?![\u3400-\u9fff])")
_SHARED: Final = re.compile(r"个(?:(?:、|和|及|与|以及)[0-9]{1,4}(?:\.[0-9]{1,4})?个){1,8}(百分点|工作日|月|小时|季度)")
_SCHEDULE: Final = re.compile(r"[×xX*✕][0-9]")
_POWERS: Final = ("", *MULTIPLIERS)
_CONTINUES: Final = frozenset("年天日周月小时导径圆成个边夜途路岛球价自熟封闭截身点机决挂")
"""What makes 半 the beginning of another word: 过半年, 近半天."""
_HALVED: Final = frozenset({"个工作日", "小时", "个小时", "个月"})
"""Units of which half may be said."""
_PARTS_OF_TIME: Final = ("上", "下", "前", "后")
_OVER_TIME: Final = frozenset({"日均", "每天", "每月", "每年", "每秒"})
_CLOCK_HOURS: Final = 24
_CLOCK_MINUTES: Final = 60


class Quantity(NamedTuple):
    """A number with its unit, if it has one.

    Attributes:
        number: The number; of a fraction or proportion the first one printed.
        unit: The unit.
        stated_unit: The unit as printed, width folded.
        prefixed: Whether the unit stands before the number: 百分之三.
        start: Where the quantity begins.
        end: Where it ends.
        split: Whether the unit stands within the number: 七成五.
        fraction: Numerator and denominator of a share or of two numbers held together: 三分之一
            of a whole is (1, 3), 1∶3.2 is (1, 3.2) with the numbers as they were read.
        bracketed: Whether the unit stands in brackets: 5(万千瓦).
    """

    number: Numeral
    unit: Unit | None
    stated_unit: str
    prefixed: bool
    start: int
    end: int
    split: bool = False
    fraction: tuple[Numeral, Numeral] | None = None
    bracketed: bool = False


def read_quantity(source: Source, start: int, words: Words) -> Quantity | None:
    """Read a number and its unit; the unit may be missing.

    Args:
        source: What is read.
        start: Where the number should begin.
        words: What stands before it.

    Returns:
        The quantity; None if no number begins here.

    Raises:
        Stuck: It begins like a number and can't be read.
    """
    text, units = source.text, source.units
    ratio = ratio_prefix(text, start)
    if ratio is not None:
        return _read_ratio(source, start, ratio)
    halved = _read_half(source, start)
    if halved is not None:
        return halved
    part = _read_fraction(source, start, led=bool(words.bounds or words.change))
    if part is not None:
        return part
    number = read_number(text, start, units)
    if number is None:
        return None
    end = number.end
    if _SCHEDULE.match(text, end):
        raise Stuck("not-a-quantity", start, end + 2)
    if text[end : end + 1] in PROPORTION_SIGNS and text[end + 1 : end + 2] in NUMBER_START:
        proportion = _read_proportion(source, start, number)
        if proportion is not None:
            return proportion
    if words.around:
        return _read_around(source, start, number, words)
    if words.change is not None and _PLACES.match(text, end) and (rank := units.get("rank")) is not None:
        return Quantity(number, rank, text[end], False, start, end + 1)  # 前移4位: by so many places
    match = units.longest_match(text, end, source.wanted)
    if match is None:
        return _read_unwritten(source, start, number)
    form, unit = match
    if form == "个" and source.loose and (shared := _SHARED.match(text, end)) is not None:
        # 低于全市4.9个和7.1个百分点: the rest of the unit is printed once.
        unit = units.written.get(f"个{shared[1]}", unit)
    if form == "卡" and number.mult == 3:
        # 323千卡 are kilocalories, or as many thousand cards.
        raise Stuck("ambiguous-unit", end - 1, end + 1)
    end += len(form)
    if form == "成" and number.coefficient < 10 and number.mult == 0 and not number.pointed:
        # 七成五 is 7.5 成.
        digit = text[end : end + 1]
        if digit == "半" and text[end + 1 : end + 2] not in _CONTINUES and number.coefficient:
            # 三成半 is 3.5 成, known to half of its half.
            half = _plain(number.coefficient * 10 + 5, end), _plain(100, end)
            return Quantity(number, unit, form, False, start, end + 1, split=True, fraction=half)
        if digit and digit in CHINESE_DIGITS[2:-1] and not number.inner and number.top is None:
            coefficient = number.coefficient * 10 + CHINESE_DIGITS.index(digit) - 1
            number = number._replace(coefficient=coefficient, decimals=1, pointed=True)
            return Quantity(number, unit, form, False, start, end + 1, split=True)
    return Quantity(number, unit, form, False, start, end)


def _read_around(
    source: Source, start: int, number: Numeral, words: Words
) -> Quantity:
    """Read the rest of a unit that is written around the number: 每万人12.5件."""
    text, end = source.text, number.end
    for form in words.around:
        if not form.after and source.units.longest_match(text, end, source.wanted) is not None:
            # 指数5.2%: the number has a unit of its own, and begins a figure of its own.
            place = text.find(form.before, words.start) + len(form.before)
            raise Stuck("unread-text", words.start, place, resume=place)
        if text.startswith(form.after, end):
            stated = f"{form.before}…{form.after}"
            return Quantity(number, form.unit, stated, False, start, end + len(form.after))
    before = words.around[0].before
    if source.loose and before in _OVER_TIME:
        # 日均20万公斤: the words around it say that it is a rate, as in 日均客流20万人次.
        place = text.find(before, words.start) + len(before)
        raise Stuck("unread-text", words.start, place, resume=place)
    return Quantity(number, None, "", False, start, end)


def _read_unwritten(source: Source, start: int, number: Numeral) -> Quantity:
    """Read a number after which no unit stands: in brackets, or none at all where none is wanted."""
    text, units, end = source.text, source.units, number.end
    shared = units.shared_by(text, end)
    if shared is not None and units.longest_match(text, end + len(shared[0])) is None:
        raise Stuck("ambiguous-unit", end, end + len(shared[0]))
    if text[end : end + 1] == "(" and not number.mult:
        for word in _POWERS:
            place = end + 1 + len(word)
            match = units.longest_match(text, place, source.wanted)
            if match is None or not text.startswith(word, end + 1):
                continue
            form, unit = match
            if text.startswith(")", place + len(form)):
                number = number._replace(mult=MULTIPLIERS.get(word, 0))
                stop = place + len(form) + 1
                return Quantity(number, unit, form, False, start, stop, bracketed=True)
    wanted = units.get(source.wanted)
    if wanted is not None and wanted.kind == "dimensionless":
        return Quantity(number, wanted, "", False, start, end)
    return Quantity(number, None, "", False, start, end)


def _read_ratio(source: Source, start: int, ratio: str) -> Quantity:
    """Read 百分之七十五, 千分之三."""
    text = source.text
    sign = RATIO_PREFIXES[ratio]
    begin = start + len(ratio)
    number = read_number(text, begin, source.units)
    if number is None:
        following = text[begin : begin + 1]
        indefinite = following in ("几", "数", "多")
        raise Stuck("indefinite" if indefinite else "no-number", start, begin + len(following))
    if number.bare:
        # 百分之百: the number a hundred, not a multiplier.
        number = number._replace(coefficient=10**number.mult, mult=0, bare=False)
    return Quantity(number, _percent(source, start, begin, sign), sign, True, start, number.end)


def _percent(source: Source, start: int, end: int, sign: str = "%") -> Unit:
    unit = source.units.written.get(sign)
    if unit is None:
        raise Stuck("unknown-unit", start, end)
    return unit


def _plain(coefficient: int, end: int) -> Numeral:
    return Numeral(coefficient, 0, 0, False, False, "", None, end, end)


def _read_half(source: Source, start: int) -> Quantity | None:
    """Read half of what is counted in time: 半个工作日, 半小时; 半年 and 半天 may be something else."""
    text = source.text
    if not text.startswith("半", start) or text[max(0, start - 1) : start] in _PARTS_OF_TIME:
        return None
    match = source.units.longest_match(text, start + 1, source.wanted)
    if match is None or match[0] not in _HALVED:
        return None
    form, unit = match
    end = start + 1 + len(form)
    pair = _plain(1, start + 1), _plain(2, start + 1)
    return Quantity(pair[0], unit, form, False, start, end, fraction=pair)


def _read_fraction(source: Source, start: int, *, led: bool) -> Quantity | None:
    """Read a share of a whole: 三分之二, 2/3, ⅔, 一半, and 半 where a bound word leads."""
    text = source.text
    more = next((word for word in MORE_THAN_HALF if text.startswith(word, start)), "")
    found = (1, 2, start + len(more)) if more else _fraction(source, start, led=led)
    if found is None:
        return None
    top, bottom, end = found
    if not 0 < top < bottom:
        raise Stuck("fraction", start, end)
    following = text[end : end + 1]
    if following and following in NUMBER_START and following not in "万亿":
        raise Stuck("fraction", start, end + 1)
    unit = _percent(source, start, end)
    if source.units.longest_match(text, end) is not None and not source.loose:
        # 三分之一家 is a part of one thing.
        raise Stuck("fraction", start, end + 1)
    number = _plain(top, end)._replace(inner=next((word for word in "多大" if word in more), ""))
    return Quantity(
        number, unit, "%", True, start, end, fraction=(_plain(top, end), _plain(bottom, end)),
    )


def _fraction(source: Source, start: int, *, led: bool) -> tuple[int, int, int] | None:
    text = source.text
    first = text[start : start + 1]
    if first in SINGLE_FRACTIONS and first:
        top, bottom = SINGLE_FRACTIONS[first]
        return top, bottom, start + 1
    for word in HALVES:
        if first == word[0] and text.startswith(word, start):
            end = start + len(word)
            following = text[end : end + 1]
            if word == "半" and (not led or following in _CONTINUES):
                if following in _CONTINUES and following:
                    raise Stuck("half", start, end + 1)
                continue
            if source.loose and following in _CONTINUES and following:
                raise Stuck("half", start, end + 1)
            return 1, 2, end
    if (spelt := _FRACTION.match(text, start)) is not None:
        bottom, top = (
            int(part) if part[0].isascii() else _integer(part, start, spelt.end())
            for part in spelt.groups()
        )
        return top, bottom, spelt.end()
    if (slashed := _SLASHED.match(text, start)) is not None:
        certain = led or word_after(text, slashed.end()) is not None or not source.loose
        if certain and int(slashed[1]) < int(slashed[2]):
            return int(slashed[1]), int(slashed[2]), slashed.end()
    return None


def _integer(numeral: str, start: int, end: int) -> int:
    coefficient, mult, decimals = chinese_value(plain_numeral(numeral), start, end)
    return int(coefficient * 10 ** (mult - decimals))


def _read_proportion(source: Source, start: int, first: Numeral) -> Quantity | None:
    """Read one number held to another: 46.5:53.5, 1∶3.2; a clock's time is none."""
    text = source.text
    sign = text[first.end]
    second = read_number(text, first.end + 1, source.units)
    if second is None or first.bare or second.bare:
        return None
    end = second.end
    unit_follows = source.units.longest_match(text, end) is not None
    clock = (
        sign != "∶" and not first.pointed and not second.pointed
        and first.coefficient < _CLOCK_HOURS and end - first.end - 1 == len("00")
        and second.coefficient < _CLOCK_MINUTES
    )
    certain = sign == "∶" or first.pointed or second.pointed
    if source.loose and (unit_follows or not certain):
        return None
    if clock or text[end : end + 1] in (*PROPORTION_SIGNS, "/"):
        raise Stuck("not-a-proportion", start, end)
    if unit_follows or first.mult or second.mult or first.inner or second.inner:
        raise Stuck("not-a-proportion", start, end)
    if first.top is not None or second.top is not None or not second.coefficient:
        raise Stuck("not-a-proportion", start, end)
    unit = source.units.get("proportion")
    if unit is None:
        raise Stuck("unknown-unit", start, end)
    return Quantity(first, unit, "", True, start, end, fraction=(first, second))
