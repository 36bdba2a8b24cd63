"""Where a line may not end: inside a figure, or between it and what counts it.

The numerals are those that the grammar finds; nothing is looked for a second time here.
"""

from __future__ import annotations

from typing import Final

from indicators.figures import find_numerals

_INNER: Final = "余多来几"
_UNITS: Final = ("平方公里", "公里", "个百分点", "人次")
"""Units of several characters that a line may not end within."""


def unbroken(text: str) -> frozenset[int]:
    """Return the places of a text where no line may end: ``text[:place]`` is no line.

    10.97万|座, 1亿|2000万元, 3500万余|条 and 第|2025324|号 stay in one line each.
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
    return frozenset(places)
