"""Names that share their figures in order: 接入网光缆、长途光缆分别为182.2万公里和5.1万公里."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

MASK: Final = "\ue000"
"""Stands for each character of a figure, so that no word is made of its parts."""

_LONGEST: Final = 120
"""Characters before 分别 that are looked through for the names."""
_SHARED: Final = re.compile("分别")
_STOP: Final = re.compile(f"[。;；，,!?！？\\f\\n:：{MASK}]")
_JOIN: Final = re.compile("以及|[和及与]")
_BETWEEN: Final = re.compile("以及|[、，,和及与]")
_ENDS: Final = 20
_NEAR: Final = 14
"""Characters between 分别 and its first figure."""


class Place(NamedTuple):
    """Where a figure stands in the folded text, and what matters of it here."""

    start: int
    end: int
    counted: bool
    """Whether its unit counts things (个, 家), so that what follows it may be what is counted."""
    added: bool
    """Whether its own words say that it was added (新增, 增加)."""
    number: int = 0
    """Where its number begins: what its own words say before that may be a name (每万人拥有数达33.8个)."""


class ListedName(NamedTuple):
    """The name of a figure in such a list.

    Attributes:
        text: The name.
        certain: Whether there are as many names as figures, and this one is whole: of 东部、中部、西部
            用户 the last word belongs to all.
    """

    text: str
    certain: bool
    wholes: tuple[str, ...] = ()
    """What it may be short for, by the ends of the last name: of 4G、5G基站 also 4G基站."""


def shared_names(text: str, masked: str, places: Sequence[Place]) -> Mapping[int, ListedName]:
    """Return the names of the figures that 分别 gives to names before it, by the figures' numbers.

    Args:
        text: The text.
        masked: The same, each character of a figure masked.
        places: Its figures, in order.
    """
    found: dict[int, ListedName] = {}
    ends = [place.end for place in places]
    for shared in _SHARED.finditer(text):
        # 分别为 is a word of the figure itself if nothing stands between them.
        number = bisect_left(ends, shared.end())
        if number < len(places) and places[number].start - shared.end() <= _NEAR:
            _fill(found, masked, places, number, min(shared.start(), places[number].start))
    return found


def _fill(
    found: dict[int, ListedName], masked: str, places: Sequence[Place], number: int, end: int
) -> None:
    last = number
    while last + 1 < len(places) and _BETWEEN.fullmatch(
        masked[places[last].end : places[last + 1].start]
    ):
        last += 1
    count = last - number + 1
    begin = max(0, end - _LONGEST)
    stops = list(_STOP.finditer(masked, begin, end))
    names = _split(masked[stops[-1].end() if stops else begin : end], count)
    for place in range(number, last + 1):
        if len(names) == count and count > 1:
            name = names[place - number]
            longest = max(map(len, names[:-1]))
            certain = place < last or len(name) <= longest + 2
            last_name = names[-1] if place < last else ""
            wholes = tuple(name + last_name[cut:] for cut in range(1, len(last_name)))
            found[place] = ListedName(name, certain, wholes[:_ENDS])
        elif count > 1:
            found[place] = ListedName("", certain=False)


def _split(text: str, count: int) -> list[str]:
    """Return the names of a list, which has this many."""
    names = text.split("、")
    if len(names) == count - 1:
        head, joined, tail = names[-1], _JOIN.search(names[-1]), ""
        if joined is not None:
            head, tail = names[-1][: joined.start()], names[-1][joined.end() :]
            names[-1:] = [head, tail]
    return [name.strip() for name in names]
