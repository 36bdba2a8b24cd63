"""Periods: the date a figure speaks of, as precise as the document prints it.

Written as in ISO 8601 and SDMX: ``2024``, ``2025-Q1``, ``2025-H1``, ``2025-03``, ``2024-12-31``. A span
that has no code of its own is written as ISO 8601 writes an interval, from its first part to its last:
``2025-01/2025-10``, ``2025-Q1/2025-Q3``, ``2021/2025``. Each span has one code: quarters where it is made
of quarters, years where it is made of years.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from indicators.figures.chinese import DIGITS, chinese_value, plain_numeral

_FORM: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2100


class PeriodError(ValueError):
    """A text is no period; ``zh`` and ``en`` say why."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        self.en = en
        super().__init__(en)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days with the text that names it.

    Attributes:
        text: As written: ``2025-Q1``.
        start: First day.
        end: Last day.
    """

    text: str
    start: date
    end: date

    def isoformat(self) -> str:
        """Return the text: a date as precise as it is known, and no more."""
        return self.text


def parse_date(text: str) -> Period:
    """Return a date that may be known to the month or the year only: 2025-06-20, 2020-08, 2021.

    Raises:
        PeriodError: The text has another form, or the date doesn't exist.
    """
    if "Q" in text or "H" in text or "/" in text:
        raise PeriodError("日期不写季度、半年和时段", "a date is no quarter, half-year or span")
    return parse_period(text)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def parse_period(text: str) -> Period:
    """Return the period that a text names.

    Raises:
        PeriodError: The text has another form, or the date doesn't exist.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        if text.count("/") == 1:
            return _parse_span(text)
        if re.fullmatch(r"[0-9]{4}-?[Qq][0-9]+", text):
            raise PeriodError("季度只有 Q1 至 Q4", "quarters go from Q1 to Q4")
        if re.fullmatch(r"[0-9]{4}-?[Hh][0-9]+", text):
            raise PeriodError("半年只有 H1 和 H2", "half-years are H1 and H2")
        raise PeriodError("没有这样的写法", "it is not written as a period")
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodError(
            f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间", f"years go from {FIRST_YEAR} to {LAST_YEAR}"
        )
    if match["quarter"]:
        last = int(match["quarter"]) * 3
        return Period(text, date(year, last - 2, 1), _last_day(year, last))
    if match["half"]:
        last = int(match["half"]) * 6
        return Period(text, date(year, last - 5, 1), _last_day(year, last))
    if match["month"] is None:
        return Period(text, date(year, 1, 1), date(year, 12, 31))
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise PeriodError(f"没有 {month} 月", f"there is no month {month}")
    if match["day"] is None:
        return Period(text, date(year, month, 1), _last_day(year, month))
    try:
        day = date(year, month, int(match["day"]))
    except ValueError:
        raise PeriodError("日历上没有这一天", "there is no such day") from None
    return Period(text, day, day)


_TAILS: Final = {
    (1, 3): "-Q1", (4, 6): "-Q2", (7, 9): "-Q3", (10, 12): "-Q4", (1, 6): "-H1", (7, 12): "-H2", (1, 12): "",
}


def _parse_span(text: str) -> Period:
    """Return the span from the beginning of one period to the end of another."""
    one, other = (parse_period(part) for part in text.split("/"))
    if "H" in text or max(len(one.text), len(other.text)) > len("2025-03"):
        raise PeriodError(
            "时段的两端写年、季度或月份，如 2025-01/2025-10",
            "a span goes from a year, quarter or month to another, such as 2025-01/2025-10",
        )
    if one.end >= other.start:
        raise PeriodError("时段的起点要早于终点", "a span begins before it ends")
    code = span_code(one.start.year, one.start.month, other.end.year, other.end.month)
    if code != text:
        raise PeriodError(f"这一时段的代码是 {code}", f"the code of this span is {code}")
    return Period(text, one.start, other.end)


def span_code(year: int, month: int, last_year: int, last_month: int) -> str:
    """Return the code of the months from one to another, both included: 2025-H1, 2025-01/2025-10.

    Args:
        year: Year of the first month.
        month: The first month.
        last_year: Year of the last month.
        last_month: The last month.
    """
    if (year, month) == (last_year, last_month):
        return f"{year}-{month:02}"
    if year == last_year and (tail := _TAILS.get((month, last_month))) is not None:
        return f"{year}{tail}"
    if month == 1 and last_month == 12:
        return f"{year}/{last_year}"
    if month % 3 == 1 and last_month % 3 == 0:
        return f"{year}-Q{month // 3 + 1}/{last_year}-Q{last_month // 3}"
    return f"{year}-{month:02}/{last_year}-{last_month:02}"


def months_tail(first: int, last: int) -> str | None:
    """Return what follows the year in the code of a span of its months: ``-H1``, ``-01/-10``.

    Returns:
        It, the year left out at both ends of a span; None if the months don't follow one another.
    """
    if not 1 <= first <= last <= 12:
        return None
    return span_code(2000, first, 2000, last).replace("2000", "")


def with_year(tail: str, year: int) -> str:
    """Return the code that a tail makes in a year: ``-01/-10`` in 2025 is 2025-01/2025-10."""
    return "/".join(f"{year}{part}" for part in tail.split("/"))


def period_before(text: str) -> str:
    """Return the period of the same length before one: 2025-H1 is before 2025-H2, 2016/2020 before 2021/2025.

    A span within a year is compared with that of the year before, as 2024-01/2024-10.

    Raises:
        PeriodError: The text is no period, or the one before is none.
    """
    period = parse_period(text)
    if period.start == period.end:
        return (period.start - timedelta(days=1)).isoformat()
    if "/" in text:
        years = period.end.year - period.start.year
        back = years + 1 if len(text) == len("2021/2025") or not years else years
        return _moved(text, -back)
    first = period.start - timedelta(days=1)
    months = period.end.month - period.start.month + 1
    return span_code(first.year, first.month - months + 1, first.year, first.month)


def year_earlier(text: str) -> str:
    """Return the same period a year earlier, to which a year-on-year change is held: 2024-H1 for 2025-H1.

    Returns:
        It; empty if there is none, as of 29 February or the years 2021/2025.
    """
    if len(text) == len("2021/2025") and "/" in text:
        return ""
    try:
        return parse_period(_moved(text, -1)).text
    except (PeriodError, ValueError):
        return ""


def _moved(text: str, years: int) -> str:
    return "/".join(f"{int(part[:4]) + years}{part[4:]}" for part in text.split("/"))


_LONGEST_GUESS: Final = 40
_QUARTERS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_HAN_YEAR: Final = re.compile(f"[〇{''.join(DIGITS)}]{{4}}年")
_HAN_NUMBER: Final = re.compile("[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九](?=[月日])")
_YEAR: Final = r"(?:截至|截止|至)?\s*(?P<year>[0-9]{4})\s*"
_END: Final = r"(?:末|底)"
_GUESSES: Final = (
    (re.compile(_YEAR + rf"(?:年|[-/.])\s*(?P<m>[0-9]{{1,2}})\s*月份?{_END}"), "end"),
    (re.compile(_YEAR + rf"年?\s*第?\s*(?P<n>[1-4一二三四])\s*季度{_END}"), "end"),
    (re.compile(_YEAR + rf"年?\s*上半年{_END}"), "{year}-06-30"),
    (re.compile(_YEAR + r"年?\s*[-/.]?\s*[Qq第]?\s*(?P<n>[1-4一二三四])\s*(?:季度?|[Qq])"), "{year}-Q{quarter}"),
    (re.compile(_YEAR + r"年?\s*[-/.]?\s*[Qq](?P<n>[1-4])"), "{year}-Q{quarter}"),
    (re.compile(_YEAR + r"年?\s*(?:上半年|[-/.]?\s*[Hh]1)"), "{year}-H1"),
    (re.compile(_YEAR + r"年?\s*(?:下半年|[-/.]?\s*[Hh]2)"), "{year}-H2"),
    (re.compile(_YEAR + r"年?\s*(?:年底|底|末|年末)"), "{year}-12-31"),
    (re.compile(_YEAR + r"年?\s*前三(?:个)?季度"), "{year}-Q1/{year}-Q3"),
    (re.compile(_YEAR + r"年?\s*[-/.]?\s*(?P<m>[0-9]{1,2})月?\s*[-—–~至到]+\s*(?P<to>[0-9]{1,2})月"), "span"),
    (re.compile(_YEAR + r"年?\s*[-—–~至到/]+\s*(?P<until>[0-9]{4})年?"), "span"),
    (re.compile(_YEAR + r"-(?P<m>[0-9]{2})/(?P<until>[0-9]{4})-(?P<to>[0-9]{2})"), "span"),
    (re.compile(_YEAR + r"-Q(?P<n>[1-4])/(?P<until>[0-9]{4})-Q(?P<nto>[1-4])"), "span"),
    (re.compile(_YEAR + r"(?:年|[-/.])\s*(?P<m>[0-9]{1,2})\s*(?:月|[-/.])\s*(?P<d>[0-9]{1,2})\s*日?"),
     "{year}-{month:02}-{day:02}"),
    (re.compile(_YEAR + r"(?:年|[-/.])\s*(?P<m>[0-9]{1,2})\s*(?:月份?)?"), "{year}-{month:02}"),
    (re.compile(_YEAR + r"(?P<m>[0-9]{2})"), "{year}-{month:02}"),
    (re.compile(_YEAR + r"(?:年度?|年?全年)"), "{year}"),
)


def _guessed_span(parts: dict[str, str | None]) -> str:
    """Return the code of a span that a person wrote in some other way."""
    first = int(parts.get("m") or 3 * int(parts.get("n") or 0) - 2 if parts.get("n") else parts.get("m") or 1)
    last = int(parts.get("to") or 12) if not parts.get("nto") else 3 * int(parts["nto"] or 4)
    year = int(parts["year"] or 0)
    until = int(parts.get("until") or year)
    if not (1 <= first <= 12 and 1 <= last <= 12) or (until, last) < (year, first):
        return ""
    try:
        return parse_period(span_code(year, first, until, last)).text
    except PeriodError:
        return ""


@lru_cache(maxsize=4096)
def is_period(text: str) -> bool:
    """Tell whether a text is a period as the data writes it: 2025-Q1."""
    try:
        parse_period(text)
    except PeriodError:
        return False
    return True


def period_end(text: str) -> date:
    """Return the last day of a period; the first of all days where it can't be read."""
    try:
        return parse_period(text).end
    except PeriodError:
        return date.min


def _plain_digits(text: str) -> str:
    """Return a text with the digits of its year, and months and days, as figures: 二〇二六年三月."""
    if _HAN_YEAR.match(text) is None:
        return text
    year = "".join(str(DIGITS[digit]) for digit in plain_numeral(text[:4]))
    return year + _HAN_NUMBER.sub(lambda found: str(chinese_value(found[0], *found.span())[0]), text[4:])


def suggest_period(text: str) -> str:
    """Return the period that a person may have meant by a text that is none, or an empty text.

    For messages only; never used to read a period: 2025年3月 is answered with 2025-03.
    """
    if len(text) > _LONGEST_GUESS:
        return ""  # nobody means a period by it, and the forms below try many ways
    text = _plain_digits(unicodedata.normalize("NFKC", text).strip())
    for form, template in _GUESSES:
        match = form.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        if template == "span":
            return _guessed_span(parts)
        if template == "end":
            month = int(parts.get("m") or 0) or 3 * _QUARTERS[parts["n"]]
            return _last_day(int(parts["year"]), month).isoformat() if 1 <= month <= 12 else ""
        guess = template.format(
            year=parts["year"], quarter=_QUARTERS.get(parts.get("n") or "", 0),
            month=int(parts.get("m") or 0), day=int(parts.get("d") or 0),
        )
        try:
            return parse_period(guess).text
        except PeriodError:
            return ""
    return ""
