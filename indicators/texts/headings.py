"""What dates headings state: the day of writing, titles with a year, sections with one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from indicators.figures.periods import PeriodError, parse_period
from indicators.texts.dating import DIGITS, FULL_DATE, Dated, Dates, stated_period
from indicators.texts.sections import Sections

_HEADING: Final = 50
"""Characters of a line that may be a heading."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_HEAD_LINES: Final = 8
_IN_A_LINE: Final = 8
_BUTTON: Final = 4
"""Characters of a line at the head of a web page that says nothing: 打印, 字号大."""
_BULLETIN: Final = re.compile(r"公报|通信业|(?i:communiqu|bulletin)")
_TITLE: Final = 60
"""Characters at the head of a text in which its title says that it is a bulletin."""
_NO_HEADING: Final = re.compile(r"[。;；,，!?！？]|[:：.]$")
_SPACES: Final = re.compile(r"\s{2,}")
_PLAN: Final = re.compile("十[一二三四五六]五|过去[两二三四五]年|[近这][两二三四五]年|[两二三四五]年来")
_MONTH: Final = re.compile("[0-9]{4}-[0-9]{2}")
_ISSUE: Final = re.compile(r"\s*(?:第\s*[0-9一二三四五六七八九十]{1,4}\s*[号期]|总第)")
"""What follows the year of an issue, 2025年第6号, of which no figure speaks."""
_LATIN_DATE: Final = re.compile(r", (?=(?:19|20)[0-9]{2}\b)")
"""The comma before the year of an English title."""
_COMMA: Final = re.compile(", ")
_HEAD_MONTH: Final = re.compile(
    r"年\s*+[0-9]{1,2}\s*+月\s*+[)]?+\s*+(?:[Vv][0-9.]{1,6}|[(][^()]{1,12}[)]|第[0-9一二三四五六七八九十]{1,3}[期版])?+\s*+$"
)
"""How a line at the head ends that says in which month the text was written."""
_TO_MONTH: Final = re.compile(r"[年月]\s?[-—–~〜至到]{1,2}\s?(?:20[0-9]{2}年)?[0-9]")
"""A span of months at the head, in which nothing was written: (建设期:2028年7月—2030年6月)."""
_TWO: Final = 2
_TOP_LINES: Final = 3
"""Lines at the head of an English text that may be its title, long and with commas."""
_REVIEWED: Final = re.compile(r"(?:总结|回顾|(?:完成|执行|开展|落实|工作|运行|进展)情况)(?:报告)?[及和与暨、]\s?$")
"""What stands between the year that a title says is looked back on and the one that is to come."""
_TITLE_END: Final = re.compile(r"[。;\n]")
_CAPTION: Final = re.compile(r"(?:附?[图表]|专栏|(?i:figure|fig\.|table|chart))\s*[0-9一二三四五六七八九十]{1,3}")
CAPTION_LINE: Final = re.compile(rf"^[ \t\u3000]*+{_CAPTION.pattern}[^。\n]{{0,50}}+$", re.MULTILINE)
"""A line that says what a table or picture shows, with which what was said before is over."""
_TOP: Final = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|篇|章)")
"""Headings above the numbering, which may begin anew under each."""
_HELD: Final = re.compile(
    r"\s*((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)[^。\n]{0,30}(?:举行|召开|举办)[^。\n]{0,16}(?:发布会|通气会|会议|吹风会)"
)
"""What begins the account of a meeting, which was written on its day."""
_NUMBERED: Final = re.compile(r"[〔\[(【]\s*(20[0-9]{2})\s*[〕\])】]\s*(?:第\s*)?[0-9]{1,5}\s*号")
"""A document's number, which says at least its year."""
_NUMERIC_DATE: Final = re.compile(
    r"(?<![0-9.-])(20[0-9]{2})[-./](1[0-2]|0?[1-9])[-./](3[01]|[12][0-9]|0?[1-9])(?![0-9.-])"
)
_SLASHED_DATE: Final = re.compile(r"(?<![0-9/])(3[01]|[12][0-9]|0?[1-9])/(1[0-2]|0?[1-9])/(20[0-9]{2})(?![0-9/])")
"""A date as Macao prints it: 28/08/2031."""
_CLAUSES: Final = re.compile("[,;]")
_CHAPTER: Final = re.compile(
    r"^[ \t\u3000]*+第[一二三四五六七八九十]{1,3}(?P<kind>[章节篇编]|部分)[ \t\u3000、]*+(?P<title>[^\n。]{1,40}+)$", re.MULTILINE
)
SPAN: Final = re.compile(r"[0-9]{4}\s?年?\s?(?:[0-9]{1,2}\s?月份?\s?)?[-—–~〜至到]+\s?(?:[0-9]{4}|[0-9]{2}\s?年)")
"""A span of years: 2031—2033年."""


def _of_heading(periods: set[str]) -> str:
    """Return the period that a heading gives; the years of a plan (2031—2033年) are no figure's."""
    (period, *others) = periods
    first, _, last = period.partition("/")
    return "" if others or (last and first[:4] != last[:4]) else period


def year_of(line: str, dated: Dated) -> int:
    """Return the year that a date states; 0 if it states several."""
    year = line[dated.start : dated.start + 4].translate(DIGITS)
    if not year.isdecimal():
        year = dated.period[:4]  # June 2030
    return int(year) if year.isdecimal() else 0


_DATELINE: Final = re.compile(
    r"^[ \t]*+[A-Z][A-Za-z .'-]{1,30}, (?=[^\n]{0,80}(?:--|—|–))(?P<date>[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?)",
    re.MULTILINE
)
"""How a news report in English begins: HAIYUAN, Jan. 28, 2031 (News Office) --, with the day of writing."""


class Chapter(NamedTuple):
    """A chapter or one of its parts (第三节): ``line[start:end]``, and its title with that of its chapter."""

    start: int
    begin: int
    end: int
    title: str


def chapters(line: str) -> list[Chapter]:
    """Return the chapters of a text and their parts, in order: beneath them other numbering begins anew."""
    found: list[Chapter] = []
    over = ""
    heads = list(_CHAPTER.finditer(line))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(line)
        title = head["title"].strip()
        if head["kind"] == "节":
            title = f"{over} {title}".strip()
        else:
            over = title
        found.append(Chapter(head.start(), head.end(), end, title))
    return found


class Headings:
    """The dates of a text's headings.

    Args:
        dates: The text's dates that state their year.
        sections: Its sections.

    Attributes:
        written: The day of writing; empty if none is known.
        signed: Whether that stands in the signature.
        bulletin: Whether the text is a statistical bulletin, by its title.
        set_aside: Where dates begin that are of writing or of a meeting, of which no figure speaks.
        chapters: Its chapters and their parts.
        places: Where headings without a number begin that state a date.
    """

    def __init__(self, dates: Dates, sections: Sections) -> None:
        self._dates = dates
        self._sections = sections
        self._line = dates.line
        signed = dates.signed()
        self.signed = bool(signed)
        self.written = signed or self._dateline() or self._dated_head()
        self.bulletin = _BULLETIN.search(self._line[:_TITLE]) is not None
        self.set_aside: set[int] = set()
        self.chapters = chapters(self._line)
        self._chapter_starts = [chapter.start for chapter in self.chapters]
        self._headings = self._unnumbered_headings()
        self.places = [place for place, *_ in self._headings]
        self._section_dates = self._dated_sections()
        for found in _DATELINE.finditer(self._line[: _HEAD_LINES * 2 * _HEADING]):
            self.set_aside.update(range(*found.span("date")))

    def above(self, index: int) -> str:
        """Return the titles of the chapter and its part in which a place stands; empty if there is none."""
        number = bisect_right(self._chapter_starts, index)
        return self.chapters[number - 1].title if number else ""

    def of(self, index: int) -> str:
        """Return the period that the headings around a place state; empty if none does."""
        section = self._sections.at(index)
        heading = self._heading_before(index)
        floor = heading[0] if heading is not None else 0
        for code in reversed(section.path):
            known = self._section_dates.get(code)
            # A section of the same number under another title is another one.
            for start, period, _ in reversed(known or ()):
                if floor <= start <= index:
                    return period
        return heading[1] if heading is not None else ""

    def _heading_before(self, index: int) -> tuple[int, str, int] | None:
        place = bisect_right(self._headings, (index, "~", 0)) - 1
        return self._headings[place] if place >= 0 else None

    def year(self, index: int) -> int:
        """Return the year that a heading around a place states; 0 if none does."""
        heading = self._heading_before(index)
        floor = heading[0] if heading is not None else 0
        for code in reversed(self._sections.at(index).path):
            for start, _, year in reversed(self._section_dates.get(code, ())):
                if year and floor <= start <= index:
                    return year
        period = self.of(index)
        return int(period[:4]) if period else heading[2] if heading is not None else 0

    def _dateline(self) -> str:
        """Return the day that a news report in English begins with, if it states its year."""
        found = _DATELINE.search(self._line[: _HEAD_LINES * 2 * _HEADING])
        if found is None:
            return ""
        number = bisect_left(self._dates.starts, found.start("date"))
        dated = self._dates.dates[number : number + 1]
        return dated[0].period if dated and dated[0].start == found.start("date") and len(dated[0].period) == FULL_DATE else ""

    def _dated_head(self) -> str:
        """Return the full date that a short line at the head or the foot of the text states."""
        lines: list[tuple[int, str]] = []
        place = 0
        for line in self._line.rstrip().split("\n"):
            lines.append((place, line))
            place += len(line) + 1
        short = [
            (place, line) for place, line in lines
            # Delivered at the Sixth Session of the Eleventh … on January 12, 2031
            if len(line.strip()) > _BUTTON and len(line) <= (4 if line.isascii() and line.rstrip()[-1:] != "." else 2) * _HEADING
        ]
        top, foot = short[:_HEAD_LINES], lines[-_HEAD_LINES:]
        for _, line in (*top, *reversed(foot)):
            numeric = _NUMERIC_DATE.search(line) if len(line) <= 2 * _HEADING else None
            if numeric is not None:
                try:
                    return parse_period("{}-{:0>2}-{:0>2}".format(*numeric.groups())).text
                except PeriodError:
                    continue
        for place, line in top:
            held = _HELD.match(line)
            if held is not None and stated_period(held[1]):
                return stated_period(held[1])
            slashed = _SLASHED_DATE.search(line)
            if slashed is not None and _CHINESE.search(self._line) is not None:
                try:
                    return parse_period("{2}-{1:0>2}-{0:0>2}".format(*slashed.groups())).text
                except PeriodError:
                    continue
            number = bisect_left(self._dates.starts, place)
            inside = [
                dated for dated in self._dates.dates[number : number + _IN_A_LINE]
                if dated.start < place + len(line) and len(dated.period) == FULL_DATE
                and self._line[dated.end - 1 : dated.end] not in ("底", "末", "终")
            ]
            # 截至2030年6月30日，全市…: the beginning of a sentence that a line's end parts.
            bracketed = line.strip()[:1] == "(" and line.strip()[-1:] == ")"
            if inside and "。" not in line and (bracketed or not (_CHINESE.search(line) and _CLAUSES.search(line))):
                return inside[0].period
        for place, line in top[1:]:
            number = bisect_left(self._dates.starts, place)
            month = [dated.period for dated in self._dates.dates[number : number + 1] if dated.start < place + len(line)]
            spoken_of = _NO_HEADING.search(line) or _TO_MONTH.search(line)
            if month and _MONTH.fullmatch(month[0]) and _HEAD_MONTH.search(line) and not spoken_of:
                return month[0]
        numbered = _NUMBERED.search("\n".join(line for _, line in top))
        return numbered[1] if numbered is not None else ""

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
            longest = _HEADING if _CHINESE.search(plain) else 4 * _HEADING if row < _TOP_LINES else 2 * _HEADING
            for dated in [dated for dated in inside if _ISSUE.match(self._line, dated.end)]:
                inside.remove(dated)
                self.set_aside.add(dated.start)
            if len(inside) == _TWO and _REVIEWED.search(self._line, inside[0].end, inside[1].start) and any(
                inside[1].period in part.title[:_HEADING] for part in self._sections.parts if part.code
            ):
                # 2031年工作总结及2032年工作安排, with a section for what is to come: all else is of the first.
                inside = inside[:1]
            measured = _SPACES.sub(" ", plain)
            latin = plain
            if not _CHINESE.search(plain):
                latin = (_COMMA if row < _TOP_LINES else _LATIN_DATE).sub(" ", plain)
            titled = inside and len(measured) <= longest and not _NO_HEADING.search(latin)
            top = _TOP.match(plain) is not None
            if _CAPTION.match(plain) and not _NO_HEADING.search(plain):
                # What a picture shows is not what the text goes on to speak of.
                self.set_aside.update(range(place, place + len(text)))
                titled = False
            if titled and (top or not numbered & {place, begin}) and row < len(lines) - 1:
                periods = {dated.period for dated in inside}
                signed = row and len(inside) == 1 and _MONTH.fullmatch(inside[0].period) is not None and (
                    place + len(text.rstrip(" )\r")) <= inside[0].end
                )
                in_month = len(inside) == 1 and _MONTH.fullmatch(inside[0].period) and _HEAD_MONTH.search(text)
                if signed or (row and in_month and inside[0].period == self.written) or any(
                    dated.end - dated.start >= len("2030年1月1日") and len(dated.period) == FULL_DATE
                    for dated in inside
                ):
                    # The day of writing or of a meeting, of which no figure speaks.
                    self.set_aside.update(dated.start for dated in inside)
                else:
                    one = len(inside) == 1 and not SPAN.match(self._line, inside[0].start)
                    year = year_of(self._line, inside[0]) if one else 0
                    found.append((place, _of_heading(periods), year))
            place += len(text) + 1
        return found

    def _dated_sections(self) -> dict[str, list[tuple[int, str, int]]]:
        """Return where the heading of each section stands, the period that it states, and its year; by code."""
        found: dict[str, list[tuple[int, str, int]]] = {}
        starts = [dated.start for dated in self._dates.dates]
        for part in self._sections.parts:
            if part.marker_end <= part.start or not part.title or len(part.title) >= _HEADING:
                continue
            stop = part.marker_end + len(part.title) + 2
            number = bisect_left(starts, part.marker_end)
            if number < len(starts) and starts[number] < stop and not (
                _NO_HEADING.search(part.title) or _TITLE_END.search(self._line, part.marker_end, starts[number])
            ):
                dated = self._dates.dates[number]
                period = _of_heading({dated.period})
                year = int(period[:4]) if period else 0
                line_end = self._line.find("\n", part.marker_end, stop)
                own = self._line[part.marker_end : line_end if line_end > 0 else stop]
                if _PLAN.search(own):
                    # “十四五”时期和2030年工作回顾 leaves open of which of the two a figure speaks.
                    self.set_aside.update(range(part.start, part.marker_end + len(own)))
                    period = ""
                found.setdefault(part.code, []).append((part.start, period, year))
        return found

