"""Periods: the date a figure speaks of, as precise as the document prints it.

Written as in ISO 8601 and SDMX: ``2024``, ``2025-Q1``, ``2025-H1``, ``2025-03``, ``2024-12-31``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

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
    if "Q" in text or "H" in text:
        raise PeriodError("日期不写季度和半年", "a date is no quarter or half-year")
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


def months_tail(first: int, last: int) -> str | None:
    """Return what follows the year in the code of a span of its months; None if it has no code."""
    if first == last:
        return f"-{first:02}"
    return _TAILS.get((first, last))


_LONGEST_GUESS: Final = 40
_QUARTERS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_YEAR: Final = r"(?:截至|截止|至)?\s*(?P<year>[0-9]{4})\s*"
_GUESSES: Final = (
    (re.compile(_YEAR + r"年?\s*[-/.]?\s*[Qq第]?\s*(?P<n>[1-4一二三四])\s*(?:季度?|[Qq])末?"), "{year}-Q{quarter}"),
    (re.compile(_YEAR + r"年?\s*[-/.]?\s*[Qq](?P<n>[1-4])"), "{year}-Q{quarter}"),
    (re.compile(_YEAR + r"年?\s*(?:上半年|[-/.]?\s*[Hh]1)"), "{year}-H1"),
    (re.compile(_YEAR + r"年?\s*(?:下半年|[-/.]?\s*[Hh]2)"), "{year}-H2"),
    (re.compile(_YEAR + r"年?\s*(?:年底|底|末|年末)"), "{year}-12-31"),
    (re.compile(_YEAR + r"(?:年|[-/.])\s*(?P<m>[0-9]{1,2})\s*(?:月|[-/.])\s*(?P<d>[0-9]{1,2})\s*日?"),
     "{year}-{month:02}-{day:02}"),
    (re.compile(_YEAR + r"(?:年|[-/.])\s*(?P<m>[0-9]{1,2})\s*(?:月份?|月底)?"), "{year}-{month:02}"),
    (re.compile(_YEAR + r"(?P<m>[0-9]{2})"), "{year}-{month:02}"),
    (re.compile(_YEAR + r"年度?"), "{year}"),
)


@lru_cache(maxsize=4096)
def period_end(text: str) -> date:
    """Return the last day of a period; the first of all days where it can't be read."""
    try:
        return parse_period(text).end
    except PeriodError:
        return date.min


def suggest_period(text: str) -> str:
    """Return the period that a person may have meant by a text that is none, or an empty text.

    For messages only; never used to read a period: 2025年3月 is answered with 2025-03.
    """
    if len(text) > _LONGEST_GUESS:
        return ""  # nobody means a period by it, and the forms below try many ways
    text = unicodedata.normalize("NFKC", text).strip()
    for form, template in _GUESSES:
        match = form.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        guess = template.format(
            year=parts["year"], quarter=_QUARTERS.get(parts.get("n") or "", 0),
            month=int(parts.get("m") or 0), day=int(parts.get("d") or 0),
        )
        try:
            return parse_period(guess).text
        except PeriodError:
            return ""
    return ""
