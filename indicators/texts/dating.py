"""The periods that a text states, and which of them a figure speaks of.

A date holds for the figures after it in the same sentence, until the next date. What names no period
that data may have (2023年以来) ends what came before and gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.figures.periods import PeriodError, months_tail, parse_period, span_code, with_year
from indicators.figures.text import fold
from indicators.figures.traditional import SIMPLIFIED
from indicators.figures.units import fold_width
from indicators.texts.bases import is_base
from indicators.texts.english_dates import english_dates, english_signed
from indicators.texts.relative import in_year, in_years
from indicators.texts.sections import Sections

ZEROS: Final = "〇零○◯O"
"""How the zero of a year is written in Chinese digits: the sign for it, and circles that look like it."""
DIGITS: Final = str.maketrans(f"{ZEROS}一二三四五六七八九", "0" * len(ZEROS) + "123456789")
_MONTHS: Final = {
    word: number
    for number, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1)
}
_TO: Final = r"\s*[-—–~〜至到]+\s*"
_DATE: Final = re.compile(
    rf"(?P<since_year>(?:19|20)[0-9]{{2}})\s?年(?:\s?(?P<since_month>1[0-2]|0?[1-9])\s?月份?)?\s?[-—–~〜至到]{{1,2}}\s?"
    r"(?P<until_year>(?:19|20)[0-9]{2})\s?年\s?(?P<until_month>1[0-2]|0?[1-9])\s?月(?!\s?[0-9]{1,2}\s?日)份?[底末]?|"
    rf"(?P<range>(?:19|20)[0-9]{{2}}(?:年?{_TO})(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})\s*(?:财政)?年"
    rf"|[一二][{ZEROS}九][{ZEROS}一二三四五六七八九]{{2}}(?:年?[至到]|[/-](?=.{{2,6}}财政))(?:[一二][{ZEROS}九])?[{ZEROS}一二三四五六七八九]{{2}}\s*(?:财政)?年度?)"
    rf"|(?P<year>(?<![0-9.])(?:19|20)[0-9]{{2}}|[一二][{ZEROS}九][{ZEROS}一二三四五六七八九]{{2}})\s*年度?"
    r"(?:(?P<end>\s*(?:年?[底末]|终))"
    r"|\s*(?P<half>[上下])半年"
    r"|\s*(?:第\s*(?=[一二三四1-4]\s*季)|(?=[一二三四1-4]\s*季度))(?P<quarter>[一二三四1-4])\s*季度?"
    r"|\s*前(?P<first>[一二三四1-4])(?:个)?季度"
    rf"|\s*(?P<from>[0-9]{{1,2}})(?:\s*+月)?{_TO}(?P<to>[0-9]{{1,2}})\s*月"
    r"|\s*(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月份?"
    r"(?:(?P<month_end>[底末])|\s*(?P<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日)?"
    r")?(?P<since>\s*(?:以来|起|之后|以后|版))?"
)
_LISTED_YEAR: Final = re.compile(
    r"(?<![0-9.])((?:19|20)[0-9]{2})(?=\s?[、和及]\s?(?:19|20)[0-9]{2}\s?(?:[、和及年]|[两三四五六]年)|[两三四五六]年(?:间|来)?(?:分别|各))"
)
"""A year of a list whose last one alone has the word: 2029、2030、2031三年."""
_OF_TITLE: Final = re.compile(r"(?<=[告报书鉴册])\s?[(]((?:19|20)[0-9]{2})[)](?=\s)")
"""The year of a title: 互联网发展报告(2030)."""
# A line break ends a sentence after a stop, before an empty line and where a section begins; else
# the text was wrapped there.
_SENTENCE_END: Final = re.compile(
    r"[。!?\f]|(?<=[;:])\s*\n|\n\s*\n|(?<=[A-Za-z0-9)%]{2}\.)\s+(?=[A-Z\n])|(?<=[0-9]\.[0-9]\.)\s+(?=[A-Z\n])"
)
_WEEKDAY: Final = re.compile(r"[(](?:星期|周|礼拜)[一二三四五六日天][)]$")
FULL_DATE: Final = len("2030-06-30")
_TOLD: Final = 400
"""Characters of a sentence before a place that are looked at."""
_TITLE_MARK: Final = re.compile(r"[《》\n]")
_CHINESE_NUMBERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: ``text[start:end]``, and the period it names; empty if it names none."""

    start: int
    end: int
    period: str


class Dates:
    """The dates of a text.

    Args:
        text: The text.
        sections: Its sections; each begins a sentence.
    """

    def __init__(self, text: str, sections: Sections) -> None:
        self.line = fold_width(text).translate(SIMPLIFIED)
        titles = list(_titles(self.line))
        self.dates: list[Dated] = []
        number = 0
        for found in _DATE.finditer(self.line):
            while number < len(titles) and titles[number][1] <= found.start():
                number += 1
            if number < len(titles) and titles[number][0] <= found.start():
                continue  # a date in the title of a document says nothing of a figure
            if is_base(self.line, *found.span()):
                continue
            self.dates.append(Dated(*found.span(), _period(found)))
        self.dates += [
            Dated(said.start, said.end, in_years(said.year, said.years) if said.years else in_year(said.year, said.tail))
            for said in english_dates(self.line) if said.year
        ]
        self.dates += [Dated(*found.span(1), found[1]) for found in _LISTED_YEAR.finditer(self.line)]
        self.dates += [Dated(*found.span(1), found[1]) for found in _OF_TITLE.finditer(self.line)]
        self.dates.sort(key=lambda dated: dated.start)
        self.starts = [dated.start for dated in self.dates]
        ends = {found.end() for found in _SENTENCE_END.finditer(self.line)}
        ends.update(part.start for part in sections.parts if part.start and part.marker_end)
        self.ends = sorted(ends)

    def sentence_start(self, index: int) -> int:
        """Return where the sentence begins in which a place stands."""
        number = bisect_left(self.ends, index + 1)
        return self.ends[number - 1] if number else 0

    def told_from(self, index: int) -> int:
        """Return where what a sentence says before a place begins: with it, or so near that one without an end costs no more."""
        return max(self.sentence_start(index), index - _TOLD)

    def of(self, index: int) -> str:
        """Return the period that the sentence states for what stands at a place, or nothing."""
        number = bisect_left(self.starts, index)
        if number and self.dates[number - 1].start >= self.sentence_start(index):
            return self.dates[number - 1].period
        return ""

    def before(self, index: int, start: int) -> str:
        """Return the last period stated from ``start`` on before the sentence of a place."""
        number = bisect_left(self.starts, self.sentence_start(index))
        if number and self.dates[number - 1].start >= start:
            return self.dates[number - 1].period
        return ""

    def signed(self) -> str:
        """Return the date that a line near the end consists of, to the day or the month, or nothing."""
        foot = [_WEEKDAY.sub("", fold(line).text.replace(" ", "")).strip("()") for line in self.line.rstrip().splitlines()[-12:]]
        found = [match for line in reversed(foot) if (match := _DATE.fullmatch(line)) is not None]
        whole = next((match for match in found if match["day"] is not None), None)
        month = next((match for match in found if match["month"] is not None and match["month_end"] is None), None)
        signed = whole or month
        return _period(signed) if signed is not None else english_signed(self.line.rstrip().splitlines()[-12:])


def _titles(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the titles of documents stand: from 《 to the next 》 on its line."""
    opened = -1
    for mark in _TITLE_MARK.finditer(line):
        if mark[0] == "\n":
            opened = -1
        elif mark[0] == "《":
            opened = mark.start() if opened < 0 else opened
        elif opened >= 0:
            yield opened, mark.end()
            opened = -1


def _day(text: str) -> int:
    """Return a day of the month, in digits or as 二十六 is written."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_MONTHS.get(tens, 1) * 10 if ten else 0) + _MONTHS.get(ones, 0)


def _years(text: str) -> str:
    """Return the code of several years: 2021—2025年, 2021-25年."""
    years = re.findall("[0-9]+", text.translate(DIGITS))
    last = years[-1] if len(years[-1]) == len(years[0]) else years[0][:2] + years[-1]
    try:
        return parse_period(f"{years[0]}/{last}").text
    except PeriodError:
        return ""


def _fiscal(years: str) -> str:
    """Return the code of a financial year, which runs from April to March: 2024至25财政年度."""
    first, _, last = years.partition("/")
    return f"{first}-04/{last}-03" if last and int(last) == int(first) + 1 else ""


def stated_period(text: str) -> str:
    """Return the period of a text that is a date with its year and nothing else; empty if it is none."""
    found = _DATE.fullmatch(text)
    return _period(found) if found is not None else ""


def _period(found: re.Match[str]) -> str:
    if found["since"]:
        return ""
    if found["since_year"]:
        begun = int(found["since_year"]), int(found["since_month"] or 1)
        over = int(found["until_year"]), int(found["until_month"])
        return span_code(*begun, *over) if begun < over else ""
    if found["range"]:
        return _fiscal(_years(found["range"])) if "财政" in found["range"] else _years(found["range"])
    year = found["year"].translate(DIGITS)
    text = year
    if found["end"]:
        text = f"{year}-12-31"
    elif found["half"]:
        text = f"{year}-H{1 if found['half'] == '上' else 2}"
    elif found["quarter"]:
        text = f"{year}-Q{_CHINESE_NUMBERS.get(found['quarter'], found['quarter'])}"
    elif found["from"] or found["first"]:
        first = found["first"]
        months = (1, 3 * (_CHINESE_NUMBERS.get(first) or int(first))) if first else (
            int(found["from"]), int(found["to"])
        )
        tail = months_tail(*months)
        if tail is None:
            return ""
        text = with_year(tail, int(year))
    elif found["month"]:
        month = _MONTHS.get(found["month"]) or int(found["month"])
        text = f"{year}-{month:02d}"
        if found["day"]:
            text += f"-{_day(found['day']):02d}"
    try:
        period = parse_period(text)
    except PeriodError:
        return ""
    return period.end.isoformat() if found["month_end"] else period.text
