"""Periods: their codes, the days they cover, and what is said for other ways of writing them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures.periods import (
    PeriodError,
    months_tail,
    parse_period,
    period_before,
    span_code,
    suggest_period,
    with_year,
    year_earlier,
)


@pytest.mark.parametrize(
    ("text", "start", "end", "before", "earlier"),
    [
        ("2025", "2025-01-01", "2025-12-31", "2024", "2024"),
        ("2025-H1", "2025-01-01", "2025-06-30", "2024-H2", "2024-H1"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "2024-Q4", "2024-Q1"),
        ("2025-10", "2025-10-01", "2025-10-31", "2025-09", "2024-10"),
        ("2025-01", "2025-01-01", "2025-01-31", "2024-12", "2024-01"),
        ("2025-03-01", "2025-03-01", "2025-03-01", "2025-02-28", "2024-03-01"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-28", ""),
        # Spans: from the first day of the first part to the last of the last.
        ("2025-01/2025-10", "2025-01-01", "2025-10-31", "2024-01/2024-10", "2024-01/2024-10"),
        ("2025-Q1/2025-Q3", "2025-01-01", "2025-09-30", "2024-Q1/2024-Q3", "2024-Q1/2024-Q3"),
        ("2024-11/2025-03", "2024-11-01", "2025-03-31", "2023-11/2024-03", "2023-11/2024-03"),
        ("2024-Q4/2025-Q1", "2024-10-01", "2025-03-31", "2023-Q4/2024-Q1", "2023-Q4/2024-Q1"),
        ("2021/2025", "2021-01-01", "2025-12-31", "2016/2020", ""),
    ],
)
def test_what_a_code_covers(text: str, start: str, end: str, before: str, earlier: str) -> None:
    """Its days; the period before it, of the same length; and the same one a year earlier."""
    period = parse_period(text)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert period_before(text) == before
    assert year_earlier(text) == earlier


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # Each span has one code.
        ("2025-01/2025-09", "2025-Q1/2025-Q3"), ("2025-Q1/2025-Q2", "2025-H1"), ("2025-01/2025-06", "2025-H1"),
        ("2025-Q1/2025-Q4", "2025"), ("2024-01/2025-12", "2024/2025"), ("2024/2025-12", "2024/2025"),
        ("2025/2025", "a span begins before it ends"), ("2025/2021", "a span begins before it ends"),
        ("2025-Q3/2025-08", "a span begins before it ends"),
        ("2025-H1/2025-H2", "a span goes from"), ("2025-01-01/2025-10-31", "a span goes from"),
        ("2025-01/10", "not written"), ("2025/", "not written"), ("/", "not written"), ("2025-13/2026-01", "no month 13"),
        ("2025/2026/2027", "not written"), ("2025-Q5/2026-Q1", "quarters go from"),
    ],
)
def test_what_is_no_span(text: str, reason: str) -> None:
    """The reason says what to write."""
    with pytest.raises(PeriodError, match=reason.replace("/", "\\/")):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025年1—10月", "2025-01/2025-10"), ("2025年前三季度", "2025-Q1/2025-Q3"), ("2021—2025年", "2021/2025"),
        ("2025年1-6月", "2025-H1"), ("2025-01/2025-09", "2025-Q1/2025-Q3"), ("2025-Q1/2025-Q2", "2025-H1"),
        ("2024年11—3月", ""), ("2025—2021年", ""), ("2025年3月", "2025-03"),
        # The end of something is its last day, as drafts write it.
        ("2026年3月末", "2026-03-31"), ("2028年2月底", "2028-02-29"), ("2026年一季度末", "2026-03-31"),
        ("2026年第3季度末", "2026-09-30"), ("2026年上半年末", "2026-06-30"), ("2026年末", "2026-12-31"),
        ("2026年13月末", ""), ("2026全年", "2026"), ("2026年度", "2026"),
        ("二〇二六年三月末", "2026-03-31"), ("二零二六年十二月三十一日", "2026-12-31"), ("二〇二六年二季度", "2026-Q2"),
    ],
)
def test_what_was_meant(text: str, code: str) -> None:
    """A span written in words is answered with its code."""
    assert suggest_period(text) == code


@given(st.integers(1970, 2080), st.integers(1, 12), st.integers(0, 100))
def test_months_make_one_code_that_covers_them(year: int, month: int, more: int) -> None:
    """Whatever months a span is made of, its code is a period, and covers just them."""
    last = year * 12 + month - 1 + more
    code = span_code(year, month, last // 12, last % 12 + 1)
    period = parse_period(code)
    assert (period.start.year, period.start.month, period.start.day) == (year, month, 1)
    assert (period.end.year, period.end.month) == (last // 12, last % 12 + 1)
    assert parse_period(period_before(code)).end < period.end


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1950, 2090))
def test_months_of_a_year(first: int, last: int, year: int) -> None:
    """What follows the year makes the same code with it."""
    tail = months_tail(first, last)
    assert tail is None if first > last else with_year(tail or "", year) == span_code(year, first, year, last)
