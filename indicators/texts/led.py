"""Dates that lead to a list of points, or to all that a chapter aims at: 2030年，主要做了以下工作：; 到2030年，….（一）…."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from indicators.texts.dating import Dates
from indicators.texts.headings import Chapter
from indicators.texts.point import Point
from indicators.texts.sections import Sections
from indicators.texts.when import NOTHING, Basis, When

_LOOK_BACK: Final = 40
_AIMS: Final = re.compile("目标|指标")
"""A heading whose first words date what its points aim at: 到2030年，水平明显提升。（一）…"""


def lead_ins(
    dates: Dates, sections: Sections, points: Sequence[Point]
) -> dict[str, list[tuple[int, When]]]:
    """Return what dates the points that follow it, 2030年，主要做了以下工作：, by the section it stands in.

    Args:
        dates: The dates of the text that state their year.
        sections: Its sections.
        points: Its dates in order, each with its year.

    Returns:
        By a section's code where each list begins and the time it is of.
    """
    starts = [point.start for point in points]
    found: dict[str, list[tuple[int, When]]] = {}
    for part, following in pairwise(sections.parts):
        inside = len(following.path) > len(part.path) and following.path[: len(part.path)] == part.path
        begin = max(part.start, part.end - _LOOK_BACK)
        end = len(dates.line[begin : part.end].rstrip()) + begin
        aims = _AIMS.search(part.title) is not None
        if not inside or (dates.line[end - 1 : end] != ":" and not aims):
            continue
        number = bisect_left(starts, end)
        point = points[number - 1] if number else None
        begin = part.start if aims else max(part.start, dates.sentence_start(end - 1))
        if point is not None and point.start >= begin:
            when = When(point.period, Basis.HEADING, point.by_year) if point.period else NOTHING
            found.setdefault(part.code, []).append((following.start, when))
    return found


def chapters_aims(
    chapters: Sequence[Chapter], sections: Sections, points: Sequence[Point]
) -> list[tuple[int, int, When]]:
    """Return the parts of chapters whose first words date what they aim at (第三节 主要目标 到2030年，…).

    Args:
        chapters: The chapters of the text.
        sections: Its sections.
        points: Its dates in order, each with its year.

    Returns:
        Where each part begins and ends, and the time it is of.
    """
    starts = [point.start for point in points]
    found: list[tuple[int, int, When]] = []
    for chapter in chapters:
        if not _AIMS.search(chapter.title):
            continue
        part = bisect_right(sections.starts, chapter.begin)
        end = sections.starts[part] if part < len(sections.starts) else chapter.end
        first, last = bisect_left(starts, chapter.begin), bisect_left(starts, min(end, chapter.end))
        dated = [point for point in points[first:last] if point.period and not point.brief]
        if dated:
            found.append((end, chapter.end, When(dated[-1].period, Basis.HEADING, dated[-1].by_year)))
    return found
