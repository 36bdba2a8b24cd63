"""Figures that a document prints in another language than Chinese, said in Chinese.

A Chinese page says 超439万座 of ``over 4.39 million``, as an English one says over 430,000 km of
超43万公里; the printed words themselves stand where a document's own text is shown.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any, Final

from indicators.figures import Relation, Spans
from indicators.language.relations import relation_words
from indicators.language.scaling import scaled_number

_WORD: Final = re.compile(r"\b[A-Z]?[a-z]{3,}")
_UNIT: Final = re.compile(r"\b[a-z]{3,}")
"""A unit's name; with a capital it is a symbol: Mbps."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_POWERS: Final = ((12, "万亿"), (8, "亿"), (4, "万"))
_SHORT: Final = {Relation.GREATER_THAN.value: "超"}
"""A bound word as it stands before a number in a picture, where the sentence's own is longer."""
_RANKS: Final = "零一二三四五六七八九十"


def is_foreign(row: Any) -> bool:
    """Tell whether a row's figure is printed in words of another language; 230EFlops has a symbol, and no word."""
    text, spans = str(row["figure"]), Spans.of(str(row["spans"]))
    if _HAN.search(text):
        return False
    if spans is None:
        return bool(_WORD.search(text)) and not math.isnan(row["obs_value"])
    return bool(_WORD.search(text[: spans.unit]) or _UNIT.search(text[spans.unit :]))


def foreign_in_chinese(row: Any, value: Decimal, decimals: int, unit: str, *, rank: bool) -> tuple[str, str, str]:
    """Return bound, number and unit of such a figure in Chinese, as precise as it is printed.

    Args:
        row: The row.
        value: Its value in the canonical unit.
        decimals: How many decimals are printed before the multiplier.
        unit: The unit's Chinese label.
        rank: Whether it is a place in an order.
    """
    if rank:
        place = int(value)
        return "", f"第{_RANKS[place] if place < len(_RANKS) else place}", ""
    relation = str(row["relation"])
    if relation == Relation.BETWEEN.value:
        ends = [Decimal(f"{row[end]:.12g}") for end in ("lower", "upper")]
        (low, first), (high, power) = (scaled_number(end, _POWERS, grouped=False) for end in ends)
        return "", f"{low}{first}—{high}", f"{power}{unit}"  # 20万—120万座: 20—120万座 would begin at twenty
    number, power = scaled_number(value, _POWERS, decimals, int(row["unit_mult"]), grouped=False)
    bound = "" if relation == Relation.EQUAL.value else _SHORT.get(relation, relation_words(relation, "zh"))
    return bound, number, f"{power}{unit}"
