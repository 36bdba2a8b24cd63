"""Where a line may not end: inside a figure or a date, or between a figure and what counts it.

The numerals are those that the grammar finds; nothing is looked for a second time here.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures import find_numerals

_INNER: Final = "余多来几"
_UNITS: Final = ("平方公里", "公里", "个百分点", "人次")
"""Units of several characters that a line may not end within."""
_WHOLE: Final = re.compile(
    "[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}|核验码 [0-9A-Z]"
)
"""Dates, and a code with the word for it."""


def unbroken(text: str) -> frozenset[int]:
    """Return the places of a text where no line may end: ``text[:place]`` is no line.

    10.97万|座, 2025年|6月|20日, 1亿|2000万元, 3500万余|条 and 第|2025324|号 stay in one line each.
    """
    places: set[int] = set()
    for start, end in find_numerals(text):
        if text[start - 1 : start] == "第":
            places.add(start)
        if text[end : end + 1] and text[end] in _INNER:
            end += 1
        places.update(range(start + 1, end + 1))
        for unit in _UNITS:
            if text.startswith(unit, end):
                places.update(range(end + 1, end + len(unit)))
    for found in _WHOLE.finditer(text):
        places.update(range(found.start() + 1, found.end()))
    return frozenset(places)
