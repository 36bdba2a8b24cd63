"""Which slip would explain a figure that doesn't fit: 万 for 亿, a digit too many, two exchanged."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.evidence.tolerance import Range, fits

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")

_FEW: Final = 1000


class Slip(NamedTuple):
    """A slip, and the figure that would have been meant.

    Attributes:
        figure: What the document may print instead.
        zh: The slip in Chinese.
        en: The slip in English.
    """

    figure: str
    zh: str
    en: str


def likely_slip(figure: str, side: Range, within: Range, near: Decimal | None) -> Slip | None:
    """Return the slip that brings a figure nearest to the one it is held against.

    Args:
        figure: As the claim has it.
        side: What the claim is taken to say.
        within: What it may plausibly be.
        near: The number it is held against.

    Returns:
        The slip, for a maintainer to compare with the document; None if none explains it. It is
        only ever shown, never applied.
    """
    found: list[tuple[Decimal, int, Slip]] = []
    now = _away(side, near)
    for number, (slip, factor) in enumerate(_slips(figure)):
        changed = side[0] and side[0] * factor, side[1] and side[1] * factor
        away = _away(changed, near)
        # What brings a figure no nearer explains nothing.
        if fits(changed, within) and (now is None or (away is not None and away < now)):
            found.append((away or Decimal(number), number, slip))
    return min(found)[2] if found else None


def _away(side: Range, near: Decimal | None) -> Decimal | None:
    """Return by how many times a figure is away from another; None where that says nothing."""
    middle = side[1] if side[0] is None else side[0]
    if middle is None or near is None or middle <= 0 or near <= 0:
        return None
    return max(middle / near, near / middle)


def shifted_whole(figure: str) -> Slip | None:
    """Return the figure without its decimal point, for a count that isn't whole: 5.3个 → 53个."""
    number = _NUMBER.search(figure)
    if number is None or "." not in number[0] or Decimal(number[0]) >= _FEW:
        return None
    whole = number[0].replace(".", "").lstrip("0")
    return Slip(
        figure[: number.start()] + whole + figure[number.end() :],
        "多写了小数点", "a decimal point too many",
    )


def _slips(figure: str) -> Iterator[tuple[Slip, Decimal]]:
    """Yield what else may have been meant, with the factor from this figure to that one."""
    for one, other, factor in (("亿", "万", "0.0001"), ("万", "亿", "10000")):
        if one in figure:
            yield Slip(
                figure.replace(one, other, 1), f"把“{other}”写成了“{one}”", f"{one} for {other}"
            ), Decimal(factor)
    number = _NUMBER.search(figure)
    if number is None:
        return

    def put(text: str) -> str:
        return figure[: number.start()] + text + figure[number.end() :]

    if number.end() < len(figure) and figure[number.end()] not in "万亿%‰百千":
        for power, times in (("万", 10**4), ("亿", 10**8)):
            yield Slip(
                put(number[0] + power), f"漏写了“{power}”", f"{power} left out"
            ), Decimal(times)
    for places in (-1, 1, -2, 2):
        moved = shifted(number[0], places)
        if places < 0:
            zh, en = "多写了一位，或小数点偏右", "a digit too many, or the point too far right"
        else:
            zh, en = "少写了一位，或小数点偏左", "a digit too few, or the point too far left"
        if abs(places) > 1:
            zh, en = zh.replace("一位", "两位"), en.replace("a digit", "two digits")
        yield Slip(put(moved), zh, en), Decimal(10) ** places
    for text in _exchanged(number[0]):
        if Decimal(number[0]):
            yield Slip(
                put(text), "相邻两个数字写颠倒了", "two digits exchanged"
            ), Decimal(text) / Decimal(number[0])


def shifted(number: str, places: int) -> str:
    """Return a printed number with its point moved, its digits kept: 13.5 by -1 is 1.35."""
    moved = f"{Decimal(number).scaleb(places):f}"
    whole, _, fraction = moved.partition(".")
    # 530 less a digit is 53, not 53.0; the zeros of 4.30 are printed and stay.
    return whole if "." not in number and not fraction.strip("0") else moved


def _exchanged(number: str) -> Iterator[str]:
    places = [index for index, sign in enumerate(number) if sign != "."]
    for one, other in itertools.pairwise(places):
        signs = list(number)
        signs[one], signs[other] = signs[other], signs[one]
        text = "".join(signs)
        if text != number and not re.match(r"0[0-9]", text):
            yield text
