"""Reading a number: Arabic, Chinese or mixed, with its multiplier.

A number is kept as the integer of its printed digits and the place of the last of them, so that
nothing is rounded and the last printed digit is never lost:

* 10.97万 is 1097 with multiplier 10^4 and two decimals;
* 1亿2000万 is 12000 with multiplier 10^8 and four decimals (the last printed digit is a 万);
* 三亿五千万 is 35 with multiplier 10^8 and one decimal (the last printed digit is a 千万);
* 三百二十 is 320, 二十万 is 20 with multiplier 10^4: up to the only 万 or 亿, a Chinese numeral says
  what the Arabic one says, 320 and 20万;
* a compound printed down to the ones (三万五千六百七十八) is the plain integer it spells.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures.chinese import (
    CHINESE_DIGITS,
    DIGITS,
    NUMERAL_CHARACTERS,
    PLAIN,
    adjacent_values,
    chinese_value,
    plain_numeral,
)
from indicators.figures.errors import MAX_DIGITS, Stuck
from indicators.figures.signs import MULTIPLIERS
from indicators.figures.units import Units

NUMBER_START: Final = frozenset("0123456789" + NUMERAL_CHARACTERS)
"""What a number may begin with; 数 and 几 before a multiplier aside."""

_ARABIC: Final = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?([百千万亿萬億]*)([余多来几]?)([百千万亿]*)"
)
_CHINESE: Final = re.compile(
    rf"([{NUMERAL_CHARACTERS}]+)(?:点([零〇一二三四五六七八九]+)([万亿]*))?([余多来几]?)([百千万亿]*)"
)
_SEGMENT: Final = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|[一二两三四五六七八九])(?:([百千万亿]+)|([余多来])([百千万亿]+))?"
)
_VAGUE: Final = re.compile(r"([数几])(十?)([百千万亿]*)")
_MALFORMED: Final = re.compile(r"[0-9][0-9.,]*")
_COMPOUND_RUN: Final = re.compile(rf"[0-9.{NUMERAL_CHARACTERS}]+")
_EXPONENT: Final = re.compile(r"[eE][+-]?[0-9]")


class Numeral(NamedTuple):
    """A number as printed: ``coefficient × 10**(mult - decimals)``.

    Attributes:
        coefficient: The printed digits as an integer.
        mult: Power of ten of the multiplier.
        decimals: Decimals before the multiplier.
        pointed: Whether a decimal point is printed.
        bare: Whether a multiplier stands alone for the number (过万家).
        inner: The bound word inside, or empty: 余 in 3500万余.
        top: For 数十, 十几 and 三四十 the coefficient of the upper end, else None.
        end: Where the number, with what is inside it, ends.
        stem: Where the part of it ends that may stand by itself: 43 in 43万, all of 1亿2000万.
        closed: Whether both ends of a number with a ``top`` are possible: 三四十, not 数十.
    """

    coefficient: int
    mult: int
    decimals: int
    pointed: bool
    bare: bool
    inner: str
    top: int | None
    end: int
    stem: int
    closed: bool = False


def read_number(text: str, start: int, units: Units) -> Numeral | None:
    """Read the longest number at ``start``.

    Args:
        text: Width-folded text without white space.
        start: Where the number must begin.
        units: Needed where a unit begins like a multiplier (3千瓦, 5百分点).

    Returns:
        The number, or None if none begins here.

    Raises:
        Stuck: Something begins like a number and isn't one, or has two readings.
    """
    first = text[start : start + 1]
    if first in NUMBER_START:
        if "0" <= first <= "9":
            return _read_arabic(text, start, units)
        return _read_chinese(text, start, units)
    if first in ("数", "几"):
        return _read_vague(text, start, units)
    return None


def _match(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str]:
    """Return the match of a pattern that the first character is known to fit."""
    found = pattern.match(text, start)
    if found is None:  # pragma: no cover - the caller looked at the first character
        raise Stuck("bad-number", start, start + 1)
    return found


def _read_arabic(text: str, start: int, units: Units) -> Numeral:
    found = _match(_ARABIC, text, start)
    whole, fraction, word, inner, more = found.groups()
    end = found.end()
    if len(whole) + len(fraction or "") > MAX_DIGITS:
        raise Stuck("number-too-long", start, end)
    if whole[0] == "0" and len(whole) > 1:
        raise Stuck("leading-zero", start, found.end(2) if fraction else found.end(1))
    if word and (cut := _cut(text, found.start(3), found.end(3), units)) is not None:
        word, inner, more, end = text[found.start(3) : cut], "", "", cut
    elif more and (cut := _cut(text, found.start(5), end, units)) is not None:
        more, end = text[found.start(5) : cut], cut
    word = word.translate(PLAIN)
    if not inner and end < len(text):
        following = text[end]
        if following in "0123456789.,一二两三四五六七八九":
            if word and following not in ".,":
                return _read_compound(text, start, units, fraction is not None)
            if following not in ".," or text[end + 1 : end + 2].isdecimal():
                _refuse_malformed(text, start, end)
        if following in "eE" and (exponent := _EXPONENT.match(text, end)):
            raise Stuck("scientific-notation", start, exponent.end())
    elif more and end < len(text) and text[end] in "0123456789":
        raise Stuck("bad-number", start, end + 1)
    mult = _multiplier(word + more, start, end) if word or more else 0
    digits = whole.replace(",", "") if "," in whole else whole
    if fraction is None:
        coefficient, decimals = int(digits), 0
    else:
        coefficient, decimals = int(digits + fraction), len(fraction)
    if inner == "几":
        return _teens(coefficient, mult, decimals, start, end, found.end(4))
    stem = found.end(2) if fraction else found.end(1)
    return Numeral(coefficient, mult, decimals, decimals > 0, False, inner, None, end, stem)


def _refuse_malformed(text: str, start: int, end: int) -> None:
    """Raise for a number that goes on in a way no number does."""
    run = _MALFORMED.match(text, start)
    stop = max(end + 1, run.end() if run else 0)
    comma = "," in text[start:stop] and text.count(".", start, stop) < 2
    raise Stuck("bad-grouping" if comma else "bad-number", start, stop)


def _read_compound(text: str, start: int, units: Units, pointed: bool) -> Numeral:
    """Read 1亿2000万, 3万5千, 1亿2000余万: segments whose multipliers descend."""
    if pointed:
        run = _COMPOUND_RUN.match(text, start)
        raise Stuck("bad-number", start, run.end() if run else start + 1)
    value, place, lead = 0, 0, 0
    previous: int | None = None
    inner = ""
    end = start
    while previous != 0 and not inner and (found := _SEGMENT.match(text, end)) is not None:
        digits, word, inside, more = found.groups(default="")
        stop = found.end()
        if word and (cut := _cut(text, found.start(2), stop, units)) is not None:
            word, stop = text[found.start(2) : cut], cut
        mult = _multiplier(word or more, start, stop) if word or more else 0
        if stop - start > MAX_DIGITS:
            raise Stuck("number-too-long", start, stop)
        digits = digits.replace(",", "")  # 4亿3,500万
        number = DIGITS[digits.translate(PLAIN)] if digits in CHINESE_DIGITS else int(digits)
        if previous is None:
            lead = mult
        else:
            if mult >= previous or number >= 10 ** (previous - mult):
                raise Stuck("bad-number", start, stop)
            # 3万5 is said for 35000; only digits that fill every place leave no doubt.
            if mult == 0 and len(digits) != previous:
                raise Stuck("ambiguous-number", start, stop)
        value += number * 10**mult
        previous = place = mult
        inner = inside
        end = stop
    if previous is None:
        raise Stuck("bad-number", start, max(end, start + 1))
    stem = end
    if not inner and end < len(text) and text[end] in "余多来":
        inner = text[end]
        end += 1
    if end < len(text) and text[end] in "0123456789.,":
        raise Stuck("bad-number", start, end + 1)
    if place == 0:
        return Numeral(value, 0, 0, False, False, inner, None, end, stem)
    return Numeral(value // 10**place, lead, lead - place, False, False, inner, None, end, stem)


def _read_chinese(text: str, start: int, units: Units) -> Numeral:
    found = _match(_CHINESE, text, start)
    run, fraction, tail, inner, more = found.groups()
    end = found.end()
    run_end = found.end(1)
    if run_end - start > MAX_DIGITS or len(fraction or "") > MAX_DIGITS:
        raise Stuck("number-too-long", start, end)
    if end == run_end > start + 1 and _unit_begins_inside(text, run, end, units):
        run, end = run[:-1], end - 1
        run_end = end
    if more and (cut := _cut(text, found.start(5), end, units)) is not None:
        more, end = text[found.start(5) : cut], cut
    if run_end < len(text) and text[run_end] in "0123456789":
        raise Stuck("bad-number", start, run_end + 1)
    plain = plain_numeral(run)
    if fraction is not None:
        coefficient, mult, decimals = chinese_value(plain, start, run_end)
        if mult or decimals:
            raise Stuck("bad-number", start, end)
        digits = "".join(str(DIGITS[digit]) for digit in fraction.translate(PLAIN))
        coefficient, decimals = int(f"{coefficient}{digits}"), len(digits)
        if tail or more:
            mult = _multiplier(tail + more, start, end)
        return Numeral(coefficient, mult, decimals, True, False, inner, None, end, found.end(2))
    if not plain.strip("百千万亿"):
        mult = _multiplier(plain + more, start, end)
        if inner == "几":
            raise Stuck("indefinite", start, end)
        return Numeral(1, mult, 0, False, True, inner, None, end, run_end)
    # 二十万 is 二十 and its 万, 三万五千 is whole.
    head = run.rstrip("万亿萬億")
    stem = run_end if set(head) & set("万亿萬億") else start + len(head)
    ends = adjacent_values(plain, start, run_end)
    if ends is not None:
        return _adjacent(ends, inner, more, start, end, stem)
    coefficient, mult, decimals = chinese_value(plain, start, run_end)
    if more:
        if mult:
            raise Stuck("bad-number", start, end)
        mult = _multiplier(more, start, end)
    if inner == "几":
        return _teens(coefficient, mult, decimals, start, end, found.end(4))
    return Numeral(coefficient, mult, decimals, False, False, inner, None, end, stem)


def _adjacent(
    ends: tuple[int, int, int], inner: str, more: str, start: int, end: int, stem: int
) -> Numeral:
    """Read 三四十, 两三千: from the one to the other, both possible."""
    low, high, mult = ends
    if inner or (more and mult):
        raise Stuck("bound-on-range" if inner else "bad-number", start, end)
    if more:
        mult = _multiplier(more, start, end)
    return Numeral(low, mult, 0, False, False, "", high, end, stem, closed=True)


def _read_vague(text: str, start: int, units: Units) -> Numeral | None:
    """Read 数十, 几百, 数千亿: from two of them to ten of them, the ten excluded."""
    found = _match(_VAGUE, text, start)
    if found.end() - start == 1:
        return None
    word, ten, multiplier = found.groups()
    end = found.end()
    if multiplier and _unit_reaches_past(text, end - 1, end, units):
        multiplier, end = multiplier[:-1], end - 1
        if not ten and not multiplier:
            raise Stuck("indefinite", start, start + 1)
    if text[end : end + 1] in ("余", "多"):
        # 数十余 bounds what is already a range.
        raise Stuck("bound-on-range", start, end + 1)
    mult = _multiplier(multiplier, start, end) if multiplier else 0
    scale = 10 if ten else 1
    # 数十 may stand by itself, 数 not: 数百 and 几千万 are whole.
    stem = found.end(2) if ten else end
    return Numeral(2 * scale, mult, 0, False, False, word, 10 * scale, end, stem)


def _teens(
    coefficient: int, mult: int, decimals: int, start: int, end: int, stem: int
) -> Numeral:
    """Read 十几, 二十几万: more than the ten, less than the next."""
    if decimals or coefficient % 10 or not 10 <= coefficient < 100:
        raise Stuck("indefinite", start, end)
    return Numeral(coefficient, mult, 0, False, False, "几", coefficient + 10, end, stem)


def _multiplier(word: str, start: int, end: int) -> int:
    mult = MULTIPLIERS.get(word)
    if mult is None:
        raise Stuck("bad-number", start, end)
    return mult


def _unit_reaches_past(text: str, index: int, end: int, units: Units) -> bool:
    """Return whether a unit begins at ``index``, inside the number, and ends after it."""
    if not units.starts_with(text[index]):
        return False
    match = units.longest_match(text, index)
    return match is not None and index + len(match[0]) > end


def _unit_begins_inside(text: str, run: str, end: int, units: Units) -> bool:
    """Return whether the last character of a Chinese numeral is the first one of a unit.

    三百分点 is 三 百分点 and 五千瓦时 五 千瓦时; 五千瓦 is 五千 瓦 where 瓦 is a unit too. A row of
    places that is no multiplier gives its last one away: 上千万 千瓦.
    """
    if not _unit_reaches_past(text, end - 1, end, units):
        return False
    if not run.strip("百千万亿") and run not in MULTIPLIERS:
        return run[:-1] in MULTIPLIERS
    if run[-2:] in ("百千", "十千"):
        return True  # 一百千瓦: no number ends like this.
    shorter, longer = units.longest_match(text, end), units.longest_match(text, end - 1)
    return shorter is None or (longer is not None and len(longer[0]) > len(shorter[0]) + 1)


def _cut(text: str, start: int, end: int, units: Units) -> int | None:
    """Return where a multiplier has to stop because a unit begins there (3万千瓦), or None."""
    for index in range(start, end):
        if _unit_reaches_past(text, index, end, units):
            return index
    return None
