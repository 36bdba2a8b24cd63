"""The value of a Chinese numeral, and the place of its last printed digit.

Up to the only 万 or 亿 a Chinese numeral says what the Arabic one says: 三百二十 is 320, 二十万 is 20万.
A compound keeps the place of the last digit it prints: 三亿五千万 is 3.5亿, known to a 千万.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.errors import Stuck

CHINESE_DIGITS: Final = "零〇一二三四五六七八九两"
FINANCIAL_DIGITS: Final = "壹贰貳叁參肆伍陆陸柒捌玖"
_PLACES: Final = "十百千万亿拾佰仟萬億"
TENS: Final = {"廿": "二十", "卅": "三十", "卌": "四十"}
"""Two digits in one character, and how they are spelt out."""
NUMERAL_CHARACTERS: Final = CHINESE_DIGITS + FINANCIAL_DIGITS + _PLACES + "".join(TENS)

PLAIN: Final = str.maketrans(
    "〇两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零二一二二三三四五六六七八九十百千万亿"
)
"""Other ways to write a digit or place, and the plain one."""

_SPELT: Final[dict[int, int | str]] = {**PLAIN, **{ord(ten): spelt for ten, spelt in TENS.items()}}

DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
"""The value of each plain digit."""

_SECTION: Final = re.compile(
    r"零?(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?"
    r"(?:([一二三四五六七八九]?)十)?零?([一二三四五六七八九]?)"
)
_ADJACENT: Final = re.compile(r"[一二三四五六七八九]{2}")
_LEVELS: Final = {"": 0, "万": 4, "亿": 8, "万亿": 12, "亿亿": 16}


def plain_numeral(numeral: str) -> str:
    """Return a numeral in plain characters: 廿五 is 二十五, 兩 is 二."""
    return numeral.translate(_SPELT)


def adjacent_values(plain: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the two ends and the multiplier of a numeral like 三四十, 两三千, 十七八; None if it is none.

    Just two digits in a row, the second one more than the first, stand for a range; everything
    else in a row (三五, 一二三) is left to be refused.
    """
    pairs = _ADJACENT.findall(plain)
    if len(pairs) != 1 or (not plain.strip("零一二三四五六七八九") and len(plain) != 2):
        return None
    pair = pairs[0]
    if DIGITS[pair[1]] != DIGITS[pair[0]] + 1:
        return None
    place = plain.index(pair)
    low, high = (
        chinese_value(plain[:place] + digit + plain[place + 2 :], start, end) for digit in pair
    )
    if low[1:] != high[1:] or low[2]:
        return None
    return low[0], high[0], low[1]


def chinese_value(plain: str, start: int, end: int) -> tuple[int, int, int]:
    """Return coefficient, multiplier and decimals of a Chinese numeral in plain characters."""
    head = plain.rstrip("万亿")
    tail = plain[len(head) :]
    if "万" not in head and "亿" not in head:
        if tail not in _LEVELS:
            raise Stuck("bad-number", start, end)
        return _section(head, start, end), _LEVELS[tail], 0
    sections = _sections(plain, start, end)
    # 三万五 is said for 35000: the same doubt as in 3万5.
    if len(plain) > 1 and plain[-1] in "一二三四五六七八九" and plain[-2] in "万亿":
        raise Stuck("ambiguous-number", start, end)
    if not sections[0][0]:
        raise Stuck("bad-number", start, end)
    value = sum(number * 10**power for number, power in sections)
    lead = sections[0][1]
    last, power = next((n, p) for n, p in reversed(sections) if n)
    place = power + _trailing_zeros(last)
    if place == 0:
        return value, 0, 0
    place = min(place, lead)
    return value // 10**place, lead, lead - place


def _sections(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sections of a compound with their powers of ten, descending."""
    sections: list[tuple[int, int]] = []
    high, separator, low = plain.rpartition("亿")
    if separator:
        if "亿" in high:
            raise Stuck("bad-number", start, end)
        sections += [(n, p + 8) for n, p in _ten_thousands(high, start, end)]
    if low:
        sections += _ten_thousands(low, start, end, follows=bool(separator))
    return sections


def _ten_thousands(
    plain: str, start: int, end: int, *, follows: bool = False
) -> list[tuple[int, int]]:
    head, separator, low = plain.partition("万")
    if not separator:
        return [(_section(plain, start, end, follows=follows), 0)]
    if "万" in low:
        raise Stuck("bad-number", start, end)
    sections = [(_section(head, start, end, follows=follows), 4)]
    if low:
        sections.append((_section(low, start, end, follows=True), 0))
    return sections


def _section(plain: str, start: int, end: int, *, follows: bool = False) -> int:
    """Return a Chinese integer without 万 and 亿; digits in a row only where honest.

    Args:
        plain: The section.
        start: Where the whole numeral begins, for a refusal.
        end: Where it ends.
        follows: Whether another section stands before it, so that it may begin with 零 (三万零五).
    """
    if follows and len(plain) > 1 and plain[0] == "零":
        plain = plain[1:]
    if len(plain) == 1 and plain in DIGITS:
        return DIGITS[plain]
    if plain and not plain.strip("零一二三四五六七八九"):
        # 二〇二五 and 一〇三 are written place by place; 三五 and 七八 are approximations.
        if plain[0] == "零":
            raise Stuck("leading-zero", start, end)
        if "零" in plain or len(plain) >= 4:
            return int("".join(str(DIGITS[digit]) for digit in plain))
        raise Stuck("approximate-digits", start, end)
    found = _SECTION.fullmatch(plain)
    if found is None or not plain or plain.strip("零") == "" or plain[-1] == "零":
        adjacent = _ADJACENT.search(plain) is not None
        raise Stuck("approximate-digits" if adjacent else "bad-number", start, end)
    thousands, hundreds, tens, ones = found.groups()
    if ones and plain[-2:-1] in ("千", "百"):
        raise Stuck("ambiguous-number", start, end)
    value = 1000 * DIGITS.get(thousands, 0) + 100 * DIGITS.get(hundreds, 0)
    if tens is not None:
        value += 10 * (DIGITS[tens] if tens else 1)
    return value + (DIGITS[ones] if ones else 0)


def _trailing_zeros(number: int) -> int:
    digits = str(number)
    return len(digits) - len(digits.rstrip("0"))
