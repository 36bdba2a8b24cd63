"""The period of each figure, and how it was found.

First what its own sentence states before it; else what was stated last in the same part of the text;
else the heading of a section around it, or the title above. A date without its year (截至6月末, 全年)
has that of what was said before, of the heading, or of the day the document was written. Where nothing
is certain there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from indicators.figures.periods import PeriodError, parse_date, parse_period
from indicators.models import PeriodBasis
from indicators.texts.dating import DIGITS, Dated, Dates
from indicators.texts.relative import Expression, expressions, tail_after
from indicators.texts.sections import Sections


class Basis(StrEnum):
    """How a period was found."""

    STATED = "stated"
    BEFORE = "before"
    HEADING = "heading"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """A figure's period.

    Attributes:
        period: The period; empty if none is known.
        basis: How it was found.
        by_year: Whether the year is not said with it but taken from elsewhere: 截至6月末.
    """

    period: str
    basis: Basis
    by_year: bool = False


    @property
    def printed(self) -> PeriodBasis:
        """How a claim says where its document prints the period."""
        if self.basis is Basis.BEFORE:
            return "before"
        if self.basis is Basis.HEADING:
            return "heading"
        return "year" if self.by_year else "stated"


NOTHING: Final = When("", Basis.NONE)

_HEADING: Final = 50
"""Characters of a line that may be a heading."""
_HEAD_LINES: Final = 8
_NO_HEADING: Final = re.compile(r"[。;；,，!?！？]|[:：.]$")
_PARAGRAPH: Final = re.compile(
    r"(?<=[a-z0-9)%]\.)\s*\n\s*|(?<=[。!?;:”」\"])\s*\n\s*|\n[ \t]*\n|\n(?=[ \t\u3000]*(?:【|——|\u2014))|\f"
)
_AIMED: Final = re.compile(r"打算|力争|目标|确保|计划|将|安排|争取|规划|预计|有望")
_FULL_DATE: Final = 10
_STOCK: Final = re.compile(r"总数|总长|总规模|总量达|在用|存量|保有量|累计达|累计建成|累计有|现有|共有|用户")
_BEHIND: Final = 80
_SOON: Final = 31
"""Days within which a span of months may still be going on when a text tells of it."""
_EARLY: Final = "03"
_BRIEF: Final = re.compile(r"\s?(?:又|已|再)?(?:新增|净增|新建|新认定|新培育|新获)")
_NEXT: Final = re.compile(r"[,，;；、)]")
_SPEAKER: Final = re.compile(r"\n[ \t\u3000]*(?:[^\n:。,，;；]{0,12}(?:记者|主持人)|问|答|[\u4e00-\u9fff]{2,4}):(?=\S)")
"""Where another one speaks, in a text of questions and answers."""
_TOP: Final = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|篇|章)")
"""Headings above the numbering, which may begin anew under each."""
_NUMERIC_DATE: Final = re.compile(r"(?<![0-9.-])(20[0-9]{2})[-./](1[0-2]|0?[1-9])[-./](3[01]|[12][0-9]|0?[1-9])(?![0-9.-])")
_SPAN: Final = re.compile(r"[0-9]{4}\s?年?\s?[-—–~〜至到]+\s?(?:[0-9]{4}|[0-9]{2}\s?年)")
_LOOK_BACK: Final = 40
_EVENT: Final = re.compile(
    r"[^。;；\n]{0,16}?(?:发布|公布|印发|出台|召开|举办|举行|揭牌|挂牌|启动|遴选|上线|签约|签署|成立|获批|入选|投产|开园|开通"
    r"|开工|动工|落成|竣工|揭晓|认定|授予)"
)
"""What happens in a month or on a day: its date is not that of the sentences that follow."""


def _of_heading(periods: set[str]) -> str:
    """Return the period that a heading gives; the years of a plan (2031—2033年) are no figure's."""
    (period, *others) = periods
    return "" if others or period[4:5] == "/" else period


@dataclass(frozen=True, slots=True)
class _Point:
    """A date of the text as it was resolved."""

    start: int
    end: int
    period: str
    local: bool
    by_year: bool
    until: bool
    """Whether it is said to be the day up to which (截至), so that it is kept as it is."""
    event: bool = False
    """Whether something happened then (2031年3月，发布首批…), of which the next sentences need not speak."""
    brief: bool = False
    """Whether it is put in for one addition (上市公司64家，今年新增7家)."""


class Whens:
    """Finds the periods of a text's figures.

    Args:
        dates: The text's dates that state their year.
        sections: Its sections.
    """

    def __init__(self, dates: Dates, sections: Sections) -> None:
        self._dates = dates
        self._sections = sections
        self._line = dates.line
        self.written = dates.signed() or self._dated_head()
        self._set_aside: set[int] = set()
        self._headings = self._unnumbered_headings()
        self._section_dates = self._dated_sections()
        self._points = self._resolved()
        self._starts = [point.start for point in self._points]
        self._paragraphs = sorted({
            0, *(found.end() for found in _PARAGRAPH.finditer(self._line)),
            *(place for place, *_ in self._headings),
        })
        self._speakers = (
            [found.start() for found in _SPEAKER.finditer(self._line)] if "记者" in self._line else []
        )
        self._ends = [
            (point.start, point.period) for point in self._points if len(point.period) == _FULL_DATE
        ]

    def of(self, index: int, *, stock: bool = False, behind: int = 0) -> When:
        """Return the period of the figure at a place.

        Args:
            index: Where it begins.
            behind: Where it ends, if its date may stand behind it in the sentence, as in English; else 0.
            stock: Whether it may count what there is at a day: neither money nor a share or change.
        """
        number = bisect_left(self._starts, index)
        sentence = self._dates.sentence_start(index)
        while number and self._is_past(self._points[number - 1], index):
            number -= 1
        if number and self._points[number - 1].start >= sentence:
            point = self._points[number - 1]
            when = When(point.period, Basis.STATED if point.period else Basis.NONE, point.by_year)
            said = self._line[max(point.end, index - _LOOK_BACK) : index]
            stock = stock and not point.until and _STOCK.search(said) is not None
            return self._as_stock(when, index) if stock else when
        later = self._behind(behind) if behind else None
        if later is not None:
            return self._as_stock(later, index) if stock else later
        before = self._before(index, number)
        if before is None:
            heading = self._from_headings(index)
            return self._as_stock(heading, index) if stock else heading
        when, until = before
        return self._as_stock(when, index) if stock and not until else when

    def _behind(self, end: int) -> When | None:
        """Return the first date behind a place in its sentence: 365.8 billion yuan in the first half."""
        number = bisect_left(self._starts, end)
        if number == len(self._points):
            return None
        point = self._points[number]
        if point.start - end > _BEHIND or self._dates.sentence_start(point.start) > end or not point.period:
            return None
        return When(point.period, Basis.STATED, point.by_year)

    def _is_past(self, point: _Point, index: int) -> bool:
        """Tell whether a date that is put in for one figure is passed."""
        return point.brief and _NEXT.search(self._line, point.end, index) is not None

    def dated(self, start: int, end: int) -> bool:
        """Tell whether a date is said between two places."""
        number = bisect_left(self._starts, start)
        return number < len(self._starts) and self._starts[number] < end

    def _as_stock(self, when: When, index: int) -> When:
        """Return the last day of a part of a year for what there is, where the text stated that day before."""
        if len(when.period) <= len("2030"):
            return when
        last = parse_period(when.period).end.isoformat()
        number = bisect_left(self._ends, (index, ""))
        if last != when.period and any(period == last for _, period in self._ends[max(0, number - 50) : number]):
            return When(last, when.basis, by_year=True)
        return when

    def _before(self, index: int, number: int) -> tuple[When, bool] | None:
        """Return the last date of the same part of the text, and whether it is a day up to which."""
        section = self._sections.at(index)
        start = section.start
        if not section.code:
            start = max(start, self._paragraphs[bisect_right(self._paragraphs, index) - 1])
        speaker = bisect_right(self._speakers, index)
        start = max(start, self._speakers[speaker - 1] if speaker else 0)
        for point in reversed(self._points[max(0, number - 20) : number]):
            if point.start < start or point.event:
                return None
            if not point.local and not point.brief:
                basis = Basis.BEFORE if point.period else Basis.NONE
                return When(point.period, basis, point.by_year), point.until
        return None

    def _from_headings(self, index: int) -> When:
        section = self._sections.at(index)
        heading = self._heading_before(index)
        floor = heading[0] if heading is not None else 0
        for code in reversed(section.path):
            known = self._section_dates.get(code)
            # A section of the same number under another title is another one.
            for start, period in reversed(known or ()):
                if floor <= start <= index:
                    return When(period, Basis.HEADING) if period else NOTHING
        return When(heading[1], Basis.HEADING) if heading is not None and heading[1] else NOTHING

    def _heading_before(self, index: int) -> tuple[int, str, int] | None:
        place = bisect_right(self._headings, (index, "~", 0)) - 1
        return self._headings[place] if place >= 0 else None

    def _heading_year(self, index: int) -> int:
        """Return the year that a heading around a place states; 0 if none does."""
        period = self._from_headings(index).period
        heading = self._heading_before(index)
        return int(period[:4]) if period else heading[2] if heading is not None else 0

    # ---- made once ---------------------------------------------------------------------------

    def _dated_head(self) -> str:
        """Return the full date that a short line at the head or the foot of the text states."""
        place = 0
        lines = self._line.rstrip().split("\n")
        for text in (*lines[:_HEAD_LINES], *reversed(lines[-_HEAD_LINES:])):
            numeric = _NUMERIC_DATE.search(text) if len(text) <= 2 * _HEADING else None
            if numeric is not None:
                try:
                    return parse_period("{}-{:0>2}-{:0>2}".format(*numeric.groups())).text
                except PeriodError:
                    continue
        for text in lines[:_HEAD_LINES]:
            inside = [
                dated for dated in self._dates.dates
                if place <= dated.start < place + len(text) and len(dated.period) == _FULL_DATE
            ]
            if inside and len(text) <= 2 * _HEADING and "。" not in text:
                return inside[0].period
            place += len(text) + 1
        return ""

    def _unnumbered_headings(self) -> list[tuple[int, str, int]]:
        """Return where titles with a date stand, the one period that they state, and its year."""
        found: list[tuple[int, str, int]] = []
        numbered = {part.start for part in self._sections.parts if part.marker_end > part.start}
        dates = self._dates.dates
        number = place = 0
        lines = self._line.split("\n")
        for row, text in enumerate(lines):
            inside: list[Dated] = []
            while number < len(dates) and dates[number].start < place + len(text):
                if dates[number].start >= place:
                    inside.append(dates[number])
                number += 1
            begin = place + len(text) - len(text.lstrip())
            plain = text.strip()
            titled = inside and len(plain) <= (2 * _HEADING if plain.isascii() else _HEADING) and not _NO_HEADING.search(plain)
            top = _TOP.match(plain) is not None
            if titled and (top or not numbered & {place, begin}) and row < len(lines) - 1:
                periods = {dated.period for dated in inside}
                signed = row and len(inside) == 1 and len(inside[0].period) == len("2030-03") and (
                    place + len(text.rstrip(" )\r")) <= inside[0].end
                )
                if signed or any(
                    dated.end - dated.start >= len("2030年1月1日") and len(dated.period) == _FULL_DATE
                    for dated in inside
                ):
                    # The day of writing or of a meeting, of which no figure speaks.
                    self._set_aside.update(dated.start for dated in inside)
                else:
                    one = len(inside) == 1 and not _SPAN.match(self._line, inside[0].start)
                    year = self._year_of(inside[0]) if one else 0
                    found.append((place, _of_heading(periods), year))
            place += len(text) + 1
        return found

    def _resolved(self) -> list[_Point]:
        said: list[Dated | Expression] = sorted(
            [*self._dates.dates, *expressions(self._line)], key=lambda item: (item.start, -item.end)
        )
        points: list[_Point] = []
        year, year_part, done = 0, -1, 0
        for item in said:
            if item.start < done or item.start in self._set_aside:
                continue
            part = bisect_right(self._sections.starts, item.start)
            end = item.end
            until = "截" in self._line[max(0, item.start - 3) : item.start + 2]
            if isinstance(item, Dated):
                period = item.period
                tail = tail_after(self._line, item.end) if len(period) == len("2030") else None
                if tail is not None:
                    period = Expression(0, 0, None, tail[0]).in_year(int(period))
                    end = tail[1]
                if period[5:6] == "Q" and self._line[end : end + 1] in ("末", "底"):
                    period = parse_period(period).end.isoformat()
                point = _Point(item.start, end, period, local=False, by_year=False, until=until)
                points.append(replace(point, event=self._is_event(point)))
                stated = 0 if _SPAN.match(self._line, item.start) else self._year_of(item)
                if stated and not self._ahead(str(stated)):
                    year, year_part = stated, part
            elif not item.known:
                points.append(_Point(item.start, end, "", local=False, by_year=False, until=until))
            else:
                base = self._year_for(item, year if year_part == part else 0, year)
                if item.early and self.written[5:7] > _EARLY:
                    base = 0  # In autumn 一年来 is no calendar year.
                point = _Point(item.start, end, item.in_year(base), item.local, by_year=True, until=until)
                points.append(replace(point, event=self._is_event(point)))
            points[-1] = replace(points[-1], brief=self._is_brief(points[-1]))
            done = end
        return points

    def _is_brief(self, point: _Point) -> bool:
        """Tell whether a date stands within a sentence, right before what was added then."""
        before = self._line[max(0, point.start - 2) : point.start].rstrip()[-1:]
        return before in ",，、(" and _BRIEF.match(self._line, point.end) is not None and bool(before)

    def _is_event(self, point: _Point) -> bool:
        """Tell whether a month or day, up to which nothing is counted, is when something happened."""
        exact = len(point.period) > len("2030") and point.period[5].isdecimal() and "/" not in point.period
        return exact and not point.until and _EVENT.match(self._line, point.end) is not None

    def _year_of(self, dated: Dated) -> int:
        """Return the year that a date states; 0 if it states several."""
        year = self._line[dated.start : dated.start + 4].translate(DIGITS)
        if not year.isdecimal():
            year = dated.period[:4]  # June 2030
        return int(year) if year.isdecimal() else 0

    def _ahead(self, period: str) -> bool:
        """Tell whether a period begins after the document was written."""
        return bool(self.written) and period[:4] > self.written[:4]

    def _year_for(self, item: Expression, here: int, last: int) -> int:
        """Return the year of a date that leaves it out; 0 if it can't be told.

        Args:
            item: The date.
            here: The year stated last in the same section; 0 if none was.
            last: The year stated last anywhere.
        """
        written = int(self.written[:4]) if self.written else 0
        if item.shift is not None:
            return written
        known = here or self._heading_year(item.start)
        if known:
            return known
        if not written:
            return last
        period = item.in_year(written)
        if period and item.tail:
            begins, day = parse_period(period), parse_date(self.written)
            around = self._line[self._dates.sentence_start(item.start) : item.end + _LOOK_BACK]
            ahead = begins.start > day.end or ("/" in period and (begins.end - day.end).days > _SOON)
            if ahead and not _AIMED.search(around):
                return written - 1
        return written

    def _dated_sections(self) -> dict[str, list[tuple[int, str]]]:
        """Return the period that the heading of each section states, by code and place."""
        found: dict[str, list[tuple[int, str]]] = {}
        starts = [dated.start for dated in self._dates.dates]
        for part in self._sections.parts:
            if part.marker_end <= part.start or not part.title or len(part.title) >= _HEADING:
                continue
            stop = part.marker_end + len(part.title) + 2
            number = bisect_left(starts, part.marker_end)
            if number < len(starts) and starts[number] < stop and not _NO_HEADING.search(part.title):
                period = _of_heading({self._dates.dates[number].period})
                found.setdefault(part.code, []).append((part.start, period))
        return found

