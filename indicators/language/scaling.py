"""A number in the largest order of magnitude that has a word, as precise as it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def scaled_number(
    value: Decimal, powers: Sequence[tuple[int, str]], decimals: int = 0, unit_mult: int = 0, *, grouped: bool = True
) -> tuple[str, str]:
    """Return the digits of a number and the word of its power: ``("24.335", "billion")``.

    Args:
        value: The number.
        powers: The powers of ten that have a word, the largest first.
        decimals: Decimals printed before the multiplier was applied.
        unit_mult: The printed multiplier's power of ten.
        grouped: Whether thousands are set apart.
    """
    power, word = next(((p, w) for p, w in powers if abs(value) >= Decimal(10) ** p), (0, ""))
    scaled = value.scaleb(-power)
    digits = f"{scaled:,f}" if grouped else f"{scaled:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if decimals:
        # 50.0亿 was printed with its zero: the zero is a claim to precision.
        places = max(0, power - (unit_mult - decimals))
        have = len(digits.partition(".")[2])
        if places > have:
            digits += ("" if have else ".") + "0" * (places - have)
    return digits.replace("-", "−"), word
