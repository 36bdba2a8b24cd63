"""The day that what there is is of, where a text states it, or a period that ends with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from indicators.figures.periods import parse_period
from indicators.texts.dating import FULL_DATE
from indicators.texts.point import Point
from indicators.texts.sections import Sections
from indicators.texts.when import Basis, When

STOCK: Final = re.compile(r"总数|总长|总规模|总量达|在用|存量|保有量|累计达|累计建成|累计有|[,，;；]累计[0-9]|现有|共有|用户")
"""What says of a number that it is of all there are."""
_LEVEL: Final = re.compile(rf"{STOCK.pattern}|覆盖率|普及率|渗透率|累计[^,，。;；0-9投]{{2,10}}量|(?:端口|机架)[^率]{{0,4}}$")
"""What leads to a number of what there is on a day."""
_TOTAL: Final = re.compile("累计(?:达|有|为|[0-9])|[总共][数量有]")
_PART_OF_YEAR: Final = re.compile("[0-9]{4}-(?:H1|H2|Q[1-4])|[0-9]{4}-[^/]*/[0-9]{4}-.*")
_CLAUSE: Final = 16
_APART: Final = re.compile(r"[。;；\n]")
_LATELY: Final = 50
_NEAR: Final = 5
"""Days stated before a figure among which its own is looked for."""


class Levels:
    """Dates levels by the days that a text states.

    Args:
        line: The text, width folded.
        points: Its dates in order.
        paragraphs: Where its paragraphs begin.
        sections: Its sections.
        bulletin: Whether it is a statistical bulletin, whose levels are those at the end of its year.
    """

    def __init__(
        self, line: str, points: Sequence[Point], paragraphs: Sequence[int], sections: Sections, *, bulletin: bool
    ) -> None:
        self._line = line
        self._paragraphs = paragraphs
        self._sections = sections
        self._bulletin = bulletin
        self._ends = [(point.start, point.period) for point in points if len(point.period) == FULL_DATE]
        self._chapters: dict[tuple[str, ...], int] = {}
        """Where each numbered chapter begins first, by its number."""
        for part in sections.parts:
            if part.path:
                self._chapters.setdefault(part.path[:1], part.start)

    def at(self, when: When, index: int) -> When:
        """Return the last day of a period for what there is, where the text stated that day before.

        Args:
            when: The period found.
            index: Where the figure begins.
        """
        yearly = len(when.period) == len("2030") and when.basis in (Basis.HEADING, Basis.BEFORE)
        said = _APART.split(self._line[max(0, index - _CLAUSE) : index])[-1]
        level = _LEVEL.search(said) is not None
        of_bulletin = self._bulletin and (level or when.basis is Basis.HEADING)
        if yearly and (of_bulletin or (level and self._said_at_end(when.period, index, in_chapter=when.basis is Basis.HEADING))):
            # The levels of an annual statistical bulletin are those at the end of its year.
            return When(f"{when.period}-12-31", when.basis, by_year=True)
        if len(when.period) <= len("2030") or when.basis is Basis.DOCUMENT:
            return when
        last = parse_period(when.period).end.isoformat()
        total = _TOTAL.search(self._line, max(0, index - _CLAUSE), index + len("累计达到")) is not None
        if total and when.basis is Basis.STATED and _PART_OF_YEAR.fullmatch(when.period):
            return When(last, when.basis, by_year=True)  # 上半年新认定23家，累计达到115家
        number = bisect_left(self._ends, (index, ""))
        if last != when.period and any(period == last for _, period in self._ends[max(0, number - _LATELY) : number]):
            return When(last, when.basis, by_year=True)
        return when

    def _said_at_end(self, year: str, index: int, *, in_chapter: bool) -> bool:
        """Tell whether the paragraph of a place, or its chapter, has said already what there was at the end of a year."""
        begin = self._paragraphs[bisect_right(self._paragraphs, index) - 1]
        if in_chapter:
            begin = self._chapters.get(self._sections.at(index).path[:1], begin)
        last = bisect_left(self._ends, (index, ""))
        return any(
            start >= begin and period == f"{year}-12-31" for start, period in self._ends[max(0, last - _NEAR) : last]
        )
