"""The period of each figure, and how it was found.

First what its own sentence states before it; else what was stated last in the same part of the text;
else the heading of a section around it, or the title above. A date without its year (截至6月末, 全年)
has that of what was said before, of the heading, or of the day the document was written. Where nothing
is certain there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Final

from indicators.figures.periods import parse_period
from indicators.texts.dating import FULL_DATE, Dates
from indicators.texts.english_whens import (
    foreseen,
    in_english,
    is_another_clause,
    said_by_others,
    stands_right_behind,
    told_before,
)
from indicators.texts.headings import CAPTION_LINE, Headings
from indicators.texts.led import chapters_aims, lead_ins
from indicators.texts.levels import STOCK, Levels
from indicators.texts.point import Point
from indicators.texts.points import resolve, turns
from indicators.texts.relative import parts_of
from indicators.texts.sections import Sections
from indicators.texts.when import NOTHING, YEARS, Basis, When

_PARAGRAPH: Final = re.compile(
    r"(?<=[a-z0-9)%]\.)\s*\n\s*|(?<=[。!?;:”」\"])\s*\n\s*|\n[ \t]*\n|\n(?=[ \t\u3000]*(?:【|——|\u2014))|\f"
)
_CLAUSE: Final = 16
_SUMMED: Final = re.compile("累计|[共总]计")
_DASH: Final = re.compile(r"\s*+(?:——|—|•|·)")
_LISTED: Final = 30
"""Lines of a list that are looked back through for what leads to them."""
_BEHIND: Final = 80
_OTHER_CLAUSE: Final = re.compile(r",\s(?:is|are|was|were|will|which|has|have|and\s(?:is|are|will))\s", re.IGNORECASE)
"""What begins another clause, whose date is not that of the figure before: with an investment of 1 billion, is due in 2027."""
_NEAR: Final = 60
_NEXT: Final = re.compile(r"[,，;；、)]|(?:任务|目标|计划)(?:数|量)?的")
_LOOK_BACK: Final = 40
_LAST_YEAR: Final = re.compile("[去上]年(?:全年|度)?")
_EARLY: Final = "04"
"""The month up to which what there is, after 去年, is of the end of that year."""
_REVIEW: Final = re.compile(r"^.{0,12}?((?:19|20)[0-9]{2})年[^。\n]{0,8}回顾", re.MULTILINE)
"""A heading that says which year is looked back on: 一、2030年工作回顾."""
_BRACKET: Final = re.compile(r"[^。;；,，、()\n]{0,6}\((?:数据)?(?:截至|截止)")
"""A date put in brackets behind a figure: 5G基站4.2万个（截至6月底）."""
_APART: Final = re.compile(r"[。;；\n]")
_JOINED: Final = re.compile(r"\s*[、,和与及]\s*")
_RIGHT: Final = re.compile(r"\s+(?:by|in|at|as\s+of|before)\s+(?:the\s+)?")
_DUE: Final = re.compile(r"[^。;；,，、()\n0-9]{0,12}?(?:(?:计划|预计|将|拟|力争|有望|可望|已|均已|全部)于?|于)\s?")
_AMONG: Final = re.compile("[,，]其中[^。;；]*$")
_REST: Final = re.compile("(?:其余|剩余|余下|剩下)的?$")
_BRACKETED: Final = re.compile(r"\s*\((?=(?:20|19)[0-9]{2}(?:年|\s?[-—–~〜至])|[一二][〇零○九])")
"""A date that is all there is in the brackets behind a figure: 由5家（2025年）增加到53家（2030年）."""
_BY_DEFAULT: Final = re.compile(
    r"(?:除[^。\n除外]{0,16}外|未(?:特别|另行)?(?:注明|说明)|(?:如|若)?无特[别殊]说明|上述|以上|本文|文中|文内|所列|所用|所涉)[^。\n截口均除未如若无上以本文所]{0,20}"
    r"均?(?:截至|截止到?|截止时间[为是]|口径为|为)(?=[^。\n]{0,3}[0-9〇零一二])"
)
"""What dates all figures for which the text states nothing else."""


def _when(point: Point, basis: Basis) -> When:
    """Return the period of a date; the moment of writing is the document's, which prints none with it."""
    if not point.period:
        return NOTHING
    return When(point.period, Basis.DOCUMENT if point.now else basis, point.by_year)


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
        self._headings = Headings(dates, sections)
        self.written = self._headings.written
        self.bulletin = self._headings.bulletin
        self.signed = self._headings.signed
        self._points = resolve(dates, sections, self._headings)
        self._starts = [point.start for point in self._points]
        self.paragraphs = sorted({0, *(found.end() for found in _PARAGRAPH.finditer(self._line)), *self._headings.places})
        self.speakers = turns(self._line)
        self._captions = [found.start() for found in CAPTION_LINE.finditer(self._line)]
        self._levels = Levels(dates.line, self._points, self.paragraphs, sections, bulletin=self.bulletin)
        self._default = self._by_default()
        self.reviewed = self._reviewed()
        """The year before that of writing, if a heading says that it is looked back on; else empty."""
        self._led = lead_ins(dates, sections, self._points)
        self._aims = chapters_aims(self._headings.chapters, sections, self._points)

    def of(self, index: int, *, end: int = 0, stock: bool = False, flow: bool = False, behind: int = 0) -> When:
        """Return the period of the figure at a place.

        Args:
            index: Where it begins.
            end: Where it ends; 0 where nothing behind it is to be looked at.
            behind: Where it ends, if its date may stand behind it in the sentence, as in English; else 0.
            stock: Whether it may count what there is at a day: neither money nor a share or change.
            flow: Whether it comes about over a time: money, output.
        """
        number = bisect_left(self._starts, index)
        if number < len(self._points) and self._points[number].start == index and self._points[number].now:
            number += 1  # 现有1960个: the figure's own word says when
        sentence = self._dates.sentence_start(index)
        bracketed = self._in_brackets(end) if end else None
        if bracketed is not None:
            return bracketed
        right = self._right_behind(behind) if behind else None
        if right is not None:
            return self._levels.at(right, index) if stock else right
        set_for = self._set_behind(index, end, number) if end else None
        if set_for is not None:
            return set_for
        last = number
        while number and self._is_past(self._points[number - 1], index):
            number -= 1
        summed = last > 0 and _SUMMED.search(self._line, self._points[last - 1].end, index) is not None
        if number < last and not summed and self._points[last - 1].own and self._points[last - 1].start >= sentence > (
            self._points[number - 1].start if number else -1
        ):
            number = last  # nothing else in the sentence says when
        if number and self._points[number - 1].start >= sentence:
            point = self._points[number - 1]
            later = self._behind(behind, 2 * _BEHIND) if behind and point.event else None
            if later is not None:
                return later  # under a plan released in March, it aims to have 20,000 by 2027
            when = _when(point, Basis.STATED)
            said = self._line[max(point.end, index - _LOOK_BACK) : index + len("累计达到")]
            stock = stock and not point.until and STOCK.search(said) is not None
            return self._levels.at(when, index) if stock else when
        later = self._behind(behind) if behind else None
        if later is not None:
            return self._levels.at(later, index) if stock else later
        before = self._before(index, number, stock=stock, flow=flow)
        if before is None and not self._headings.of(index):
            before = self._before(index, number, stock=stock, flow=flow, past_captions=True)
        if before is None:
            period = self._headings.of(index)
            heading = When(period, Basis.HEADING) if period else self._led_in(index) or self._default
            topic = self._of_topic(index)
            if topic is not None:
                return topic
            return self._levels.at(heading, index) if stock else heading
        when, until = before
        if flow and when.basis is Basis.BEFORE and len(when.period) == FULL_DATE and (period := self._headings.of(index)):
            over = parse_period(period)
            if len(period) < FULL_DATE and over.end.isoformat() == when.period:
                return When(period, Basis.HEADING)  # By the end of 2024, there were…. Their revenue was….
        return self._levels.at(when, index) if stock and not until else when

    def listed_before(self, index: int) -> list[When]:
        """Return the dates of a list that ends right before a place: 2029年、2030年，全市分别…; two or more, or none."""
        number = bisect_left(self._starts, index) - 1
        if number < 0 or _APART.search(self._line, self._points[number].end, index):
            return []
        if index - self._points[number].end > _LOOK_BACK:
            return []
        listed = [self._points[number]]
        while number and _JOINED.fullmatch(self._line, self._points[number - 1].end, self._points[number].start):
            number -= 1
            listed.insert(0, self._points[number])
        between = self._line[listed[0].end : index]
        if len(listed) == 1 and not re.search("[、和与及]", between):
            said = self._line[listed[0].start : listed[0].end]
            return [When(period, Basis.STATED, listed[0].by_year) for period in parts_of(said, listed[0].period)]
        known = len(listed) > 1 and all(point.period for point in listed)
        return [When(point.period, Basis.STATED, point.by_year) for point in listed] if known else []

    def above(self, index: int) -> str:
        """Return the titles of the chapter in which a place stands; empty if there is none."""
        return self._headings.above(index)

    def led(self, leads: Mapping[int, str], index: int) -> str:
        """Return what leads to the point in which a place stands, by the same speaker; empty if nothing does."""
        number = bisect_right(self._sections.starts, index) - 1
        start = self._sections.starts[max(0, number)]
        same = bisect_right(self.speakers, start) == bisect_right(self.speakers, index)
        return leads.get(number, "") if same else ""

    def heading(self, index: int) -> When:
        """Return the period that the headings around a place state; none if they state none."""
        period = self._headings.of(index)
        return When(period, Basis.HEADING) if period else NOTHING

    def told_from(self, index: int) -> int:
        """Return where what a sentence says before a place begins, as far as it is looked at."""
        return self._dates.told_from(index)

    def sentence_start(self, index: int) -> int:
        """Return where the sentence begins in which a place stands."""
        return self._dates.sentence_start(index)

    def _behind(self, end: int, longest: int = _BEHIND) -> When | None:
        """Return the first date behind a place in its sentence: 365.8 billion yuan in the first half."""
        number = bisect_left(self._starts, end)
        if number == len(self._points):
            return None
        point = self._points[number]
        between = self._line[end : point.start]
        if not point.period and len(between) < _NEAR and "," not in between and self._dates.sentence_start(point.start) <= end:
            return NOTHING  # plans to build 20 more in the next two years
        other = foreseen(between) or is_another_clause(between) or _OTHER_CLAUSE.search(between) is not None
        if len(between) > longest or other or not point.period:
            return None
        if self._dates.sentence_start(point.start) > end:
            return None
        return When(point.period, Basis.STATED, point.by_year)

    def _right_behind(self, end: int) -> When | None:
        """Return the date right behind a place: to 12 EFLOPS by the end of 2032."""
        number = bisect_left(self._starts, end)
        if number == len(self._points) or not self._points[number].period:
            return None
        point = self._points[number]
        if self._dates.sentence_start(point.start) <= end and stands_right_behind(self._line, end, point):
            return _when(point, Basis.STATED)
        return When(point.period, Basis.STATED, point.by_year) if _RIGHT.fullmatch(self._line, end, point.start) else None

    def _set_behind(self, index: int, end: int, number: int) -> When | None:
        """Return the date behind a figure in its own clause that says when it is due: 2座基站计划于9月底前建成."""
        rest = _REST.search(self._line, max(0, index - _NEAR), index) is not None  # 上半年完成20个，其余11个于10月底前完成
        stop = max(self._line.rfind(mark, max(0, index - _BEHIND), index) for mark in (",，;；。\n" if rest else ";；。\n"))
        if number and self._points[number - 1].end > stop:
            return None
        behind = bisect_left(self._starts, end)
        point = self._points[behind] if behind < len(self._points) else None
        if point is None or not point.period or not _DUE.fullmatch(self._line, end, point.start):
            return None
        return When(point.period, Basis.STATED, point.by_year)

    def _in_brackets(self, end: int) -> When | None:
        """Return the date that brackets behind a figure state; None if there are none."""
        found = _BRACKET.match(self._line, end)
        number = bisect_left(self._starts, end)
        if found is None:
            found = _BRACKETED.match(self._line, end)
            point = self._points[number] if found is not None and number < len(self._points) else None
            if point is None or found is None or point.start != found.end() or self._line[point.end : point.end + 1] != ")":
                return None
            return When(point.period, Basis.STATED, point.by_year)
        close = self._line.find(")", found.end(), found.end() + _LOOK_BACK)
        if number < len(self._points) and self._points[number].end <= close:
            point = self._points[number]
            return When(point.period, Basis.STATED, point.by_year)
        return None

    def _by_default(self) -> When:
        """Return the period that the text states for all figures without one."""
        for found in _BY_DEFAULT.finditer(self._line):
            number = bisect_left(self._starts, found.end())
            if number < len(self._points) and self._points[number].start - found.end() <= len("2030"):
                point = self._points[number]
                return When(point.period, Basis.HEADING, point.by_year) if point.period else NOTHING
        return NOTHING

    def _reviewed(self) -> str:
        """Return the year before that of writing, if a heading says that it is looked back on (2030年工作回顾)."""
        year = str(int(self.written[:4]) - 1) if self.written else ""
        return year if year and any(found[1] == year for found in _REVIEW.finditer(self._line)) else ""

    def _of_topic(self, index: int) -> When | None:
        """Return the date with which the sentence after a short one begins that opens its paragraph.

        5G用户占比超六成。截至8月末，全省…: what the paragraph is about is of that day.
        """
        first = self.paragraphs[bisect_right(self.paragraphs, index) - 1]
        sentence = self._dates.sentence_start(index)
        if sentence > first or index - first > _LOOK_BACK:
            return None
        stop = self._line.find("。", index, index + _LOOK_BACK)
        number = bisect_left(self._starts, stop)
        if stop < 0 or "," in self._line[first:stop] or number == len(self._points):
            return None
        point = self._points[number]
        lead = self._line[stop + 1 : point.start].strip()
        if len(lead) > len("截止到") or "\n" in self._line[stop : point.start] or not point.until or point.now:
            return None
        return When(point.period, Basis.HEADING, point.by_year) if point.period else None

    def _led_in(self, index: int) -> When | None:
        """Return the period that is stated before the list of points in which a place stands."""
        for code in reversed(self._sections.at(index).path[:-1] or ("",)):
            for start, when in reversed(self._led.get(code, ())):
                if start <= index:
                    return when
        return next((when for start, end, when in self._aims if start <= index < end), None)

    def _is_past(self, point: Point, index: int) -> bool:
        """Tell whether a date that is put in for one figure is passed."""
        start = point.end + (point.aside and self._line.startswith(",", point.end))  # 改造前，每批次要4小时
        if in_english(self._line, index) and said_by_others(self._line[self._dates.told_from(index) : point.start]):
            return True
        among = point.own and _AMONG.search(self._line, start, index) is not None  # 年末总数达1.5万家，其中8100家
        return point.brief and not among and _NEXT.search(self._line, start, index) is not None

    def dated(self, start: int, end: int) -> bool:
        """Tell whether a date is said between two places."""
        number = bisect_left(self._starts, start)
        return number < len(self._starts) and self._starts[number] < end

    def _led_by_a_date(self, paragraph: int) -> tuple[When, bool] | None:
        """Return the date of what leads to a list of lines that begin with a dash: 到2027年：——…; ——…."""
        for number in range(paragraph - 1, max(-1, paragraph - _LISTED), -1):
            begin, end = self.paragraphs[number], self.paragraphs[number + 1]
            if _DASH.match(self._line, begin) is not None:
                continue
            said = self._line[begin:end].rstrip()
            last = bisect_left(self._starts, end)
            point = self._points[last - 1] if last else None
            if said[-1:] != ":" or point is None or point.start < begin or "。" in said[point.end - begin :]:
                return None
            return _when(point, Basis.BEFORE), point.until
        return None

    def _is_last_year(self, point: Point) -> bool:
        """Tell whether a date is the year before that of writing, said late in a year, 去年, so that what there is is later."""
        return _LAST_YEAR.fullmatch(self._line, point.start, point.end) is not None and self.written[5:7] > _EARLY

    def _before(
        self, index: int, number: int, *, stock: bool = False, flow: bool = False, past_captions: bool = False
    ) -> tuple[When, bool] | None:
        """Return the last date of the same part of the text, and whether it is a day up to which."""
        section = self._sections.at(index)
        start = section.start
        paragraph = bisect_right(self.paragraphs, index) - 1
        dashed = _DASH.match(self._line, self.paragraphs[paragraph]) is not None
        if not section.code or section.code[-1] in "是要":  # 一是…: a point is one paragraph
            start = max(start, self.paragraphs[paragraph])
        caption = 0 if past_captions else bisect_right(self._captions, index)
        start = max(start, self._captions[caption - 1] if caption else 0)
        speaker = bisect_right(self.speakers, index)
        start = max(start, self.speakers[speaker - 1] if speaker else 0)
        if in_english(self._line, index):
            starts = [self._dates.sentence_start(point.start) for point in reversed(self._points[max(0, number - 20) : number])]
            return told_before(
                self._points, number, self._line, (start, self.paragraphs[paragraph]), starts,
                headed=bool(self._headings.of(index)), flow=flow,
            )
        for point in reversed(self._points[max(0, number - 20) : number]):
            if dashed and point.start < self.paragraphs[paragraph]:
                led, dashed = self._led_by_a_date(paragraph), False
                if led is not None:
                    return led
            if point.start < start:
                return None
            if point.event:
                return None
            other = point.start < self.paragraphs[paragraph]
            if other and YEARS.fullmatch(point.period) and self._headings.of(index):
                continue  # “十五五”时期…。 in another paragraph of what is headed 2030年工作回顾
            if not point.local and not point.brief:
                if point.since:
                    return NOTHING, False
                if stock and self._is_last_year(point):
                    return NOTHING, True
                return _when(point, Basis.BEFORE), point.until
        return None
