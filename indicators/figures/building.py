"""Putting together what was read of a figure; what contradicts itself is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from indicators.figures.errors import Stuck
from indicators.figures.intervals import (
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    DECLINE,
    EQUAL,
    GREATER_THAN,
    LESS_THAN,
    Asserted,
    bounded,
    ranged,
    shared,
    shared_place,
    vague,
)
from indicators.figures.leading import Words, check_scopes
from indicators.figures.lexicon import INSIDE
from indicators.figures.model import Change, Figure, Relation, Sense, Spans
from indicators.figures.numerals import Numeral
from indicators.figures.quantities import Quantity
from indicators.figures.units import Unit
from indicators.figures.words import BoundWord

_SIMPLE: Final = 12
"""The largest denominator of a share that is said for want of a number."""


class After(NamedTuple):
    """What stands after the unit.

    Attributes:
        bounds: The bound words.
        note: A remark in brackets, without them: FP16.
        end: Where it ends.
    """

    bounds: tuple[BoundWord, ...]
    note: str
    end: int


def build(
    words: Words, first: Quantity, second: Quantity | None, unit: Unit, after: After, original: str,
    *, negative: bool = False,
) -> Figure:
    """Return the figure of a quantity or a range.

    Args:
        words: What stands before the number.
        first: The number with its unit.
        second: The other end of a range, or None.
        unit: The unit of both.
        after: What stands behind.
        original: What to keep as the figure's ``text``.
        negative: Whether a minus is printed.

    Raises:
        Stuck: The words contradict each other or the number.
    """
    number = first.number
    vague_number = number.top is not None
    bounds = words.bounds
    if number.inner and not vague_number:
        bounds += (INSIDE["多" if number.inner == "大" else number.inner],)  # 一大半 is 一多半
    bounds += after.bounds
    if words.scopes:
        check_scopes(words, unit, negative=negative)
    relation = agreed(bounds, words.start, after.end)
    change = words.change.change if words.change else None
    if negative:
        change = _change_of_negative(words, relation, first)
    decline = change is DECLINE
    fraction = None
    if second is not None or vague_number:
        if relation not in (EQUAL, BETWEEN) or negative:
            raise Stuck("bound-on-range", words.start, after.end)
        reading = (
            vague(number, decline) if second is None else _read_range(first, second, unit, decline)
        )
    elif relation is BETWEEN:
        raise Stuck("not-a-range", words.start, after.end)
    elif first.fraction is not None:
        reading, fraction = _read_share(first, unit, relation, change)
    else:
        if number.bare and relation is EQUAL:
            raise Stuck("bare-multiplier", first.start, number.end)
        if relation is LESS_THAN and not number.coefficient and not unit.signed:
            raise Stuck("empty-interval", words.start, after.end)
        reading = bounded(
            number, relation, exact=unit.exact, change=change, signed=unit.signed, negative=negative
        )
    if unit.kind == "duration":
        # 近3年 mostly means the last three years, at times nearly three.
        if any(bound.text == "近" for bound in words.bounds):
            raise Stuck("ambiguous-near", words.start, after.end)
        if (second or first).stated_unit == "年":
            _check_date(words, reading.relation, first, second)
    return _figure(
        original, words, unit, (second or first).stated_unit, reading,
        _word(words, number, after) if bounds or vague_number else "", _spans(first, second),
        change, words.change.text if words.change else "", fraction, after.note,
    )


def sense_of(unit: Unit, change: Change | None) -> Sense:
    """Return what a number is: a level, a multiple of another, or a change."""
    if change is not None:
        return Sense.GROWTH
    return Sense.MULTIPLE if unit.kind == "multiple" else Sense.LEVEL


def plain_figure(
    original: str, words: Words, unit: Unit, stated_unit: str, reading: Asserted, word: str,
    spans: Spans,
) -> Figure:
    """Return a figure that is no quantity: a rank, 全覆盖, 翻两番."""
    return _figure(
        original, words, unit, stated_unit, reading, words.bound_text + word, spans
    )


def _figure(
    original: str, words: Words, unit: Unit, stated_unit: str, reading: Asserted, word: str,
    spans: Spans, change: Change | None = None, change_word: str = "",
    fraction: Fraction | None = None, note: str = "",
) -> Figure:
    return Figure(
        original,
        reading.relation,
        reading.stated_value,
        reading.unit_mult,
        unit.id,
        stated_unit,
        reading.decimals,
        reading.value,
        reading.lower,
        reading.upper,
        reading.lower_included,
        reading.upper_included,
        word,
        change,
        change_word,
        words.scope_text,
        reading.stated_lower,
        reading.stated_upper,
        spans,
        sense_of(unit, change),
        fraction,
        note,
    )


def between(low: Figure, high: Figure, original: str, start: int, end: int) -> Figure:
    """Return the figure that two bounds make, in either order: 不少于5个、不超过8个.

    Raises:
        Stuck: The bounds leave nothing between them.
    """
    word = f"{low.word}…{high.word}"
    if low.relation not in (GREATER_THAN, AT_LEAST):
        low, high = high, low
    if low.value is None or high.value is None or low.value >= high.value:
        raise Stuck("range-reversed", start, end)
    mult = max(low.unit_mult, high.unit_mult)
    place = min(low.unit_mult - low.decimals, high.unit_mult - high.decimals)
    return high._replace(
        text=original, relation=BETWEEN, stated_value=None, unit_mult=mult,
        decimals=max(0, mult - place), value=None, lower=low.value, upper=high.value,
        lower_included=low.relation is AT_LEAST, upper_included=high.relation is AT_MOST,
        word=word, scope=low.scope + high.scope,
        stated_lower=_stated(low.value, mult), stated_upper=_stated(high.value, mult),
        spans=Spans(start, end, end, end),
    )


def opposed(one: Relation, other: Relation) -> bool:
    """Return whether one relation bounds from below and the other from above."""
    below = (GREATER_THAN, AT_LEAST)
    above = (LESS_THAN, AT_MOST)
    return (one in below and other in above) or (one in above and other in below)


def _stated(value: Decimal, mult: int) -> Decimal:
    # Construction from text is exact whatever the context.
    return Decimal(f"{value:f}E-{mult}") if mult else value


def _word(words: Words, number: Numeral, after: After) -> str:
    parts = (words.bound_text, number.inner, "".join(bound.text for bound in after.bounds))
    return "…".join(part for part in parts if part)


def agreed(bounds: tuple[BoundWord, ...], start: int, end: int) -> Relation:
    """Return the one relation the words agree on.

    Raises:
        Stuck: They don't.
    """
    relation = EQUAL
    for bound in bounds:
        if bound.relation is EQUAL or bound.relation is relation:
            continue
        if relation is not EQUAL:
            pair = {relation, bound.relation}
            code = "bound-on-range" if BETWEEN in pair else "contradicting-bounds"
            raise Stuck(code, start, end)
        relation = bound.relation
    return relation


def _change_of_negative(words: Words, relation: Relation, first: Quantity) -> Change | None:
    """Return the change that a printed minus makes; 下降-1.5% says it twice."""
    if words.change is not None and words.change.change is DECLINE:
        raise Stuck("ambiguous-sign", first.start - 1, first.end)
    if first.fraction is not None or first.number.bare or first.number.inner:
        raise Stuck("ambiguous-sign", first.start - 1, first.end)
    return DECLINE if words.compared else None


def _read_share(
    quantity: Quantity, unit: Unit, relation: Relation, change: Change | None
) -> tuple[Asserted, Fraction]:
    """Return what 三分之二 or 46.5:53.5 asserts, and the fraction printed.

    Of shares people choose the simple one that is nearest: 三分之一 is whatever is nearer to 1/3 than to
    1/4 or 1/2, the next fractions whose denominators are no more than one larger. 三成半 is known to half
    of its half tenth. Of a proportion a number with decimals is known to half of the last, a plain
    integer is exact.
    """
    if quantity.fraction is None:
        raise Stuck("fraction", quantity.start, quantity.end)
    top, bottom = quantity.fraction
    if unit.kind == "ratio":
        value = Fraction(top.coefficient, bottom.coefficient)
        whole = 100 / unit.factor
        low, high = _nearer(value, bottom.coefficient)
        if quantity.split:
            low, high = value - Fraction(1, 40), value + Fraction(1, 40)
        ends = low * whole, high * whole
        return shared(value * whole, *ends, relation, change), value
    if unit.kind == "duration" and relation is Relation.ABOUT:
        # 约半小时: to half of the half.
        return shared(Fraction(1, 2), Fraction(1, 4), Fraction(3, 4), relation, change), Fraction(1, 2)
    (one, low, high), (other, least, most) = (_rounded_to(number) for number in (top, bottom))
    value = one / other
    return shared(value, low / most, high / least, relation, change), value


def _nearer(value: Fraction, bottom: int) -> tuple[Fraction, Fraction]:
    """Return the shares that lie half way to the next simple ones on both sides."""
    known = range(1, min(bottom + 1, _SIMPLE) + 1)
    if bottom > _SIMPLE:
        half = Fraction(1, 2 * bottom)
        return value - half, value + half
    below = max(Fraction(-((-value * d) // 1) - 1, d) for d in known)
    above = min(Fraction(value * d // 1 + 1, d) for d in known)
    return (value + below) / 2, (value + above) / 2


def _rounded_to(number: Numeral) -> tuple[Fraction, Fraction, Fraction]:
    value = Fraction(number.coefficient, 10**number.decimals)
    half = Fraction(1, 2 * 10**number.decimals) if number.pointed else Fraction(0)
    return value, value - half, value + half


def _spans(first: Quantity, second: Quantity | None) -> Spans:
    """Return the parts of a quantity or range; whole where its number holds the unit."""
    last = second or first
    number = last.number
    if second is None:
        whole, stem = first.fraction is not None, number.stem
    else:
        whole = first.unit is not None
        # The multiplier of a range's end is set apart only if it holds for both: 1—2万, 1万—2万.
        stem = number.stem if first.number.end == first.number.stem else number.end
    if last.bracketed:
        # 5(万千瓦): the multiplier is in the brackets, too.
        return Spans(first.start, number.stem, last.end - 1 - len(last.stated_unit), last.end)
    if whole or last.split:
        return Spans(first.start, last.end, last.end, last.end)
    if last.prefixed:
        stem = number.stem if second is None else number.end
        return Spans(first.start, stem, number.end, number.end)
    return Spans(first.start, stem, number.end, last.end)


def _check_date(
    words: Words, relation: Relation, first: Quantity, second: Quantity | None
) -> None:
    """Refuse 2024年, a date, and 2.2024年, a date after the number of its paragraph.

    With 连续, a bound or a multiplier it can only be a duration.
    """
    if relation not in (EQUAL, BETWEEN) or words.scopes:
        return
    for quantity in (first, second):
        if quantity is None:
            continue
        number = quantity.number
        listed = number.decimals == 4 and 1900 <= number.coefficient % 10000 <= 2099
        plain = not number.decimals and 1000 <= number.coefficient <= 2999
        if number.mult == 0 and (plain or listed):
            raise Stuck("date", first.start, (second or first).end)


def _read_range(first: Quantity, second: Quantity, unit: Unit, decline: bool) -> Asserted:
    low, high = first.number, second.number
    start, end = first.start, second.end
    if low.inner or high.inner or low.bare or high.bare:
        raise Stuck("bound-on-range", start, end)
    if low.top is not None or high.top is not None:
        raise Stuck("bound-on-range", start, end)
    if first.fraction is not None or second.fraction is not None:
        raise Stuck("fraction", start, end)
    if first.unit is not None and first.unit.id != unit.id:
        raise Stuck("range-units", start, end)
    shared_mult = first.unit is None and low.mult == 0 and high.mult > 0
    if shared_mult:
        # 1—2万家 is 1万 to 2万: the multiplier printed once holds for both, as the unit does.
        low = low._replace(mult=high.mult)
    low_value, high_value, _ = shared_place(low, high)
    if low_value >= high_value:
        raise Stuck("range-ambiguous" if shared_mult else "range-reversed", start, end)
    return ranged(low, high, decline)
