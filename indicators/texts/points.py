"""The dates of a text in order, each with its year: those that state it and those that leave it out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta
from typing import Final

from indicators.figures.periods import parse_date, parse_period, year_earlier
from indicators.texts.asides import is_asked, is_brief, is_event, is_of_a_list, is_own, was_less
from indicators.texts.dating import FULL_DATE, Dated, Dates
from indicators.texts.english_whens import days_between, in_english, past_years, year_since
from indicators.texts.headings import SPAN, Headings, year_of
from indicators.texts.point import Point
from indicators.texts.relative import Expression, expressions, plan_to, tail_after
from indicators.texts.sections import Sections
from indicators.texts.since import counted_since, months_since
from indicators.texts.when import YEARS

_AIMED: Final = re.compile(
    r"打算|力争|目标|确保|计划|将|安排|争取|规划|预计|有望|\b(?i:will|plans?\s+to|aims?\s+to|expected|forecast|(?:is|are)\s+to|intends?|shall|projected|strives?|next)\b"
)
_BY: Final = re.compile(r"\s?之?前(?![一二三四五六七八九十0-9期述后])")
"""What makes a date one by which something is to be there: 年底前."""
_EXPECTED: Final = re.compile(r"预计|有望|力争|\b(?i:expected|forecast|projected)\b")
_STRIVEN: Final = re.compile(r"力争|确保|争取|打算")
_SOON: Final = 31
"""Days within which a span of months may still be going on when a text tells of it."""
_EARLY: Final = "03"
_LOOK_BACK: Final = 40
_PART: Final = 120
_SAME_PART: Final = 80
"""Characters before 去年同期 within which what it is a year before was stated."""


_BRACKETED: Final = re.compile(r"\((?:数据)?(截至|截止到?)?$")
"""What opens a date in brackets, which is of the figure before it alone."""
_GOING_ON: Final = re.compile(r"[^,，。;；\n0-9一二三四五六七八九十两半]{2,20}[,，]")
"""What a span without a certain end says of its own clause alone: 自验收以来从未使用，."""
_SINCE: Final = re.compile(r"[,，]\s?自$")
"""What puts a span without a certain end into a sentence: 交易额21亿元，自2022年7月开业以来累计38亿元."""
_OPENED: Final = 6
_EARLIER: Final = re.compile("以前|之前")
_IS_DUE: Final = re.compile("(?:将|拟|计划|预计|力争|确保|可)(?:于|在)$")
_TO_REACH: Final = re.compile(r"[^。;；\n0-9]{0,16}?(?:要|将|力争|争取|预计|计划|可)")
_IN_ALL: Final = re.compile(r"[^,，。;；\n0-9]{0,6}(?:[456]G)?[^,，。;；\n0-9]{0,6}(?:总数|总量|累计)[^,，。;；\n0-9]{0,4}[0-9]")
_LINE: Final = re.compile(r"。\s*\n")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_YEARS_GONE: Final = re.compile(r"(?:(?:过去|这)的?)?([两二三四五])年(?:间?累计|间|来|)")
"""As many years as the title of a report may be of: 两年来, 过去五年."""
_RANKED: Final = re.compile(r"[^,，。;；\n]{0,4}(?:首|最|第一|新高|新低)")
"""What says of a span only that nothing in it was like this: 五年来首次."""
_REPORT: Final = re.compile("报告|回顾|总结")
"""What a title says of a text that looks back on the year before."""
_HEAD: Final = 200
"""Characters at the head of a text that may say which years it is of."""
_AVERAGED: Final = re.compile(r"[^,，。;；\n0-9]{0,20}年均")
_OF_THEM: Final = re.compile(r"其中:?\s?$")
"""What leads to a part of the time that its sentence is of: 上半年增长10%，其中一季度增长8%."""
_ALONE: Final = re.compile(r"(?:份)?(?:当月|单月|当季|单季|本月)")
"""What keeps a month to its own sentence: 7月当月, 6月单月."""
_PART_BY_PART: Final = re.compile(r"分(?:季度?|月份?|年度?|阶段)(?:来?看)?[,，:：]")
"""What tells that a sentence goes through the parts of a time, so that none of them is of the next one: 分季度看."""
_SPEAKER: Final = re.compile(r"\n[ \t\u3000]*(?:[^\n:。,，;；]{0,12}(?:记者|主持人)|问|答|[\u4e00-\u9fff]{2,4}):(?=\S)")
"""Where another one speaks, in a text of questions and answers."""


def turns(line: str) -> list[int]:
    """Return where each one begins to speak; nothing in a text that isn't of questions and answers."""
    return [found.start() for found in _SPEAKER.finditer(line)] if "记者" in line else []


class _Resolver:
    """Gives the dates of one text their years."""

    def __init__(self, dates: Dates, sections: Sections, headings: Headings) -> None:
        self._dates = dates
        self._sections = sections
        self._headings = headings
        self._line = dates.line
        self._turns = turns(dates.line)

    def points(self) -> list[Point]:
        """Return the dates in order, none overlapping another."""
        said: list[Dated | Expression] = sorted(
            [*self._dates.dates, *expressions(self._line)], key=lambda item: (item.start, -item.end)
        )
        points: list[Point] = []
        year, year_part, year_at, done = 0, (-1, -1), -1, 0
        coming, coming_at = 0, -1
        for item in said:
            if item.start < done or item.start in self._headings.set_aside or is_asked(self._line, item):
                continue
            part = bisect_right(self._sections.starts, item.start), bisect_right(self._turns, item.start)
            opened = _BRACKETED.search(self._line, max(0, item.start - _OPENED), item.start)
            # A day alone in brackets is a document's or a meeting's: the reply (20 June 2030).
            whole = isinstance(item, Dated) and len(item.period) == FULL_DATE
            bracketed = opened is not None and (bool(opened[1]) or not whole)
            end = item.end
            until = "截" in self._line[max(0, item.start - 3) : item.start + 2]
            if isinstance(item, Dated):
                period = item.period
                tail = tail_after(self._line, item.end) if len(period) == len("2030") else None
                if tail is not None:
                    period = Expression(0, 0, None, tail[0]).in_year(int(period))
                    end = tail[1]
                if _EARLIER.match(self._line, end) and period[:4] < self._headings.written[:4]:
                    period = ""  # 2029年以前仅有6个
                if period[5:6] == "Q" and self._line[end : end + 1] in ("末", "底"):
                    period = parse_period(period).end.isoformat()
                going_on = not period or "以来" in self._line[end : end + 2 * _OPENED]
                lasting = going_on and self._goes_on_alone(end)
                own = going_on and _SINCE.search(self._line, max(0, item.start - _OPENED), item.start) is not None
                running = "" if period else self._since(item, points)
                point = Point(
                    item.start, end, period or running, local=own, by_year=bool(running), until=until, aside=lasting,
                    since=bool(running),
                )
                points.append(replace(point, event=is_event(self._line, point)))
                stated = 0 if SPAN.match(self._line, item.start) else year_of(self._line, item)
                if stated and not bracketed and not self._ahead(str(stated)):
                    year, year_part, year_at = stated, part, item.start
                elif stated and not bracketed:
                    coming, coming_at = stated, item.start
            elif item.weak and points and self._is_still(points[-1], item) and not (
                in_english(self._line, item.start) and days_between(points[-1].period, self._headings.written) > _SOON
            ):
                continue
            elif item.now:
                written = self._headings.written if len(self._headings.written) > len("2030") else ""
                points.append(Point(item.start, end, written, item.local, False, until=True, now=bool(written)))
            elif item.same:
                last = points[-1] if points else None
                if self._line.endswith("period", item.start, item.end):  # during this period
                    last = next((point for point in reversed(points) if "/" in point.period), last)
                period = last.period if last else ""
                if item.quarter and period:
                    month = parse_period(period).end.month
                    period = f"{period[:4]}-Q{month // 3}" if month % 3 == 0 else ""
                until = last is not None and last.until and not item.quarter
                points.append(Point(item.start, end, period, False, by_year=True, until=until))
            elif item.month_end is not None:
                points.append(Point(item.start, end, self._last_month(item.month_end), False, True, until))
            elif item.earlier:
                near = bool(points) and points[-1].start >= self._dates.sentence_start(item.start)
                before = points[-1].period if near else self._headings.of(item.start)
                beside = bool(points) and item.start - points[-1].end < _SAME_PART and not points[-1].aside
                if beside and (not before or "\n" not in self._line[points[-1].end : item.start]):
                    before = points[-1].period
                points.append(
                    Point(item.start, end, year_earlier(before) if before else "", True, True, until, aside=True)
                )
            elif not item.known:
                lasting = item.ago or self._goes_on_alone(end)
                running = self._since(item, points)
                over = running or self._over_the_title(item)
                points.append(
                    Point(item.start, end, over, item.local, bool(over), until, aside=lasting, since=bool(running))
                )
            elif item.ago:
                late = self._headings.written[5:7] > _EARLY
                period = item.in_year(int(self._headings.written[:4])) if late else ""
                points.append(Point(item.start, end, period, True, True, until, aside=True))
            else:
                near = year_at >= self._dates.sentence_start(item.start)
                here = year if year_part == part and (near or not self._long_past(year)) else 0
                beside = "\n" not in self._line[year_at : item.start]
                if coming_at >= max(year_at, self._dates.sentence_start(item.start)):
                    here, beside = coming, True  # 2033年，新建中心2座，年底前开通基站53座
                base = self._year_for(item, here, year, near=beside)
                if in_english(self._line, item.start) and item.shift is None and not near:
                    base = year_since(points, item.tail or "", base, self._headings.written)
                if item.early and not "" < self._headings.written[5:7] <= _EARLY:
                    base = 0  # In autumn 一年来 is no calendar year.
                point = Point(item.start, end, item.in_year(base), item.local, by_year=True, until=until)
                points.append(replace(point, event=is_event(self._line, point)))
                if item.shift == 0:  # without a day of writing 今年 is of no year that is known
                    year, year_part, year_at = base, part, item.start  # 今年上半年…。6月…
            point = points[-1]
            if is_of_a_list(self._line, point) or (len(points) > 1 and was_less(self._line, points[-2], point)):
                point = replace(point, local=True)
            if _ALONE.match(self._line, point.end) or _PART_BY_PART.search(
                self._line, max(self._dates.sentence_start(point.start), point.start - _PART), point.start
            ):
                point = replace(point, local=True)
            due = _IS_DUE.search(self._line, max(0, point.start - _OPENED), point.start) is not None
            if self._is_part(points[:-1], point) or (due and _BY.match(self._line, point.end)):
                point = replace(point, local=True)  # 其余66处将于12月底前解决。
            own = is_own(self._line, point) or self._is_aside_total(points[:-1], point)
            brief = bracketed or point.aside or own or self._is_span(point) or is_brief(self._line, point)
            points[-1] = replace(point, brief=brief, own=own)
            done = end
        return points

    def _last_month(self, at_end: bool) -> str:
        """Return the month before that of writing, or its last day; empty if that isn't known."""
        if len(self._headings.written) < len("2030-06"):
            return ""
        last = parse_period(self._headings.written[:7]).start - timedelta(days=1)
        return last.isoformat() if at_end else last.isoformat()[:7]

    def _is_part(self, before: list[Point], point: Point) -> bool:
        """Tell whether a date is a part of the time that its sentence is of: 上半年增长10%，其中一季度8%，二季度加快."""
        if not before or not point.period or not before[-1].period:
            return False
        last = before[-1]
        if last.start < self._dates.sentence_start(point.start):
            return False
        opened = _OF_THEM.search(self._line, max(0, point.start - _OPENED), point.start) is not None
        if opened:
            over, part = parse_period(last.period), parse_period(point.period)
            return over.start <= part.start and part.end <= over.end and last.period != point.period
        return last.local and len(last.period) == len(point.period) and len(before) > 1 and (
            _OF_THEM.search(self._line, max(0, last.start - _OPENED), last.start) is not None
        )

    def _is_span(self, point: Point) -> bool:
        """Tell whether years are put in for what is an average over them: 2028—2030年年均增长26.4%."""
        return YEARS.fullmatch(point.period) is not None and _AVERAGED.match(self._line, point.end) is not None

    def _over_the_title(self, item: Expression) -> str:
        """Return the span that the head of the text states, where as many years are spoken of: 两年来."""
        over = _YEARS_GONE.fullmatch(self._line, item.start, item.end)
        if over is None and past_years(self._line[item.start : item.end]) == len("12345"):
            written = self._headings.written
            return plan_to(int(written[:4]) - 1 if "" < written[5:7] <= _EARLY else self._headings.year(item.start))
        if over is None:
            return ""
        for dated in self._dates.dates:
            first, _, last = dated.period.partition("/")
            if dated.start > min(_HEAD, item.start):
                break
            months = (int(last[:4]) - int(first[:4])) * 12 if last else 0
            if last and parse_period(dated.period).end < parse_date(self._headings.written or last[:4] + "-12-31").end:
                span = parse_period(dated.period)
                months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
                if months == 12 * ("一二三四五".index(over[1].replace("两", "二")) + 1):
                    return dated.period
        if over[1] != "五" or _RANKED.match(self._line, item.end):
            return ""
        written = self._headings.written
        early = len(written) > len("2030") and written[5:7] <= _EARLY and _REPORT.search(self._line[:_HEAD]) is not None
        return plan_to(int(written[:4]) - 1 if early else self._headings.year(item.start))

    def _since(self, item: Dated | Expression, before: list[Point]) -> str:
        """Return the months from what a text counts since, 今年以来, up to the day it states or that of writing."""
        said = counted_since(self._line, item.start)
        written = self._headings.written
        if said is None or len(written) < len("2030-06"):
            return ""
        last = written[:7]
        told = self._headings.of(item.start)
        if told == str(int(written[:4]) - 1) and written[5:7] <= _EARLY:
            last = f"{told}-12"  # in January, of the year that is looked back on
        stated = before[-1] if before and before[-1].start >= self._dates.sentence_start(item.start) else None
        if stated is not None and stated.until and not stated.now and len(stated.period) == FULL_DATE:
            last = stated.period[:7]
        return months_since(said, int(written[:4]), last)

    def _goes_on_alone(self, end: int) -> bool:
        """Tell whether what lasts without a certain end is said of no figure: 自验收以来从未使用，."""
        start = self._line.find("以来", max(0, end - len("以来")), end + 2 * _OPENED)
        return start >= 0 and _GOING_ON.match(self._line, start + len("以来")) is not None

    def _is_still(self, point: Point, item: Expression) -> bool:
        """Tell whether what there now is (现有) is of the day that was stated before, which isn't to come."""
        parted = _LINE if item.local else _PARAGRAPH
        to_come = len(self._headings.written) == FULL_DATE and point.period > self._headings.written
        return len(point.period) == FULL_DATE and not to_come and parted.search(self._line, point.end, item.start) is None

    def _is_aside_total(self, before: list[Point], point: Point) -> bool:
        """Tell whether the end of a year is put in for how many there are by then: 2031年新建7座，年末总数达53座；…."""
        earlier = before[-1] if before and before[-1].start >= self._dates.sentence_start(point.start) else None
        return earlier is not None and point.local and earlier.period == point.period[:4] and (
            _IN_ALL.match(self._line, point.end) is not None
        )

    def _ahead(self, period: str) -> bool:
        """Tell whether a period begins after the document was written."""
        return bool(self._headings.written) and period[:4] > self._headings.written[:4]

    def _long_past(self, year: int) -> bool:
        """Tell whether a year is so far back that a later sentence's 6月末 is not of it: 自2021年启动以来."""
        return bool(self._headings.written) and year < int(self._headings.written[:4]) - 1

    def _year_for(self, item: Expression, here: int, last: int, *, near: bool) -> int:
        """Return the year of a date that leaves it out; 0 if it can't be told.

        Args:
            item: The date.
            here: The year stated last in the same section; 0 if none was.
            last: The year stated last anywhere.
            near: Whether that is of the same paragraph; else a heading's comes before it.
        """
        written = int(self._headings.written[:4]) if self._headings.written else 0
        known = here or self._headings.year(item.start)
        if here and not near:
            # In another paragraph 4月 is of the year of writing, but in what is written early in the next one.
            late = here == written - 1 and bool(item.tail) and self._headings.written[5:7] > _EARLY
            known = self._headings.year(item.start) or (0 if late else here)
        said = self._line[self._dates.told_from(item.start) : item.end + _OPENED]
        toward = self._line[max(0, item.start - 1) : item.start] == "到" and _TO_REACH.match(self._line, item.end)
        if known == written - 1 and item.tail == "-12-31" and toward and self._headings.written[5:7] > _EARLY:
            known = written  # 去年…；到年底要达到50个
        due = _IS_DUE.search(self._line, max(0, item.start - _OPENED), item.start) and _BY.match(self._line, item.end)
        if due and known == written - 1:
            known = written  # 将于3月底前解决, in what is told of last year
        if known and known == written - 1 and not item.tail and not here and _STRIVEN.search(said):
            known = written  # 全年力争增长10% is of no year gone by
        if item.shift is not None:
            # 上年 is the year before the one that is told of; 去年 the one before that of writing.
            return known if known and self._line.startswith("上年", item.start) else written
        around = self._line[self._dates.told_from(item.start) : item.end + _LOOK_BACK]
        if known and known == written - 1 and not item.tail and _EXPECTED.search(around) and (
            self._headings.written[5:7] > _EARLY
        ):
            return written  # 预计全年 after last year's figures is this year's, but for early in the next.
        if known:
            return known
        if not written:
            return last
        period = item.in_year(written)
        if period and item.tail:
            begins, day = parse_period(period), parse_date(self._headings.written)
            ahead = begins.start > day.end or ("/" in period and (begins.end - day.end).days > _SOON)
            if ahead and not toward and not _AIMED.search(around) and not _BY.match(self._line, item.end):
                return written - 1
        return written


def resolve(dates: Dates, sections: Sections, headings: Headings) -> list[Point]:
    """Return the dates of a text in order, each with the period that it names.

    Args:
        dates: Its dates that state their year.
        sections: Its sections.
        headings: The dates of its headings.
    """
    return _Resolver(dates, sections, headings).points()
