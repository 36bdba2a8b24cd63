"""Dates of documents that can't be, or that can't be read."""

from __future__ import annotations

from tests.reading.remedies.slip import Slip

OTHER = "documents/gz-other.yaml"
_DATE = "  date: 2025-06-20"


def _date(name: str, date: str, code: str) -> Slip:
    return Slip(name, code, _DATE, f"  date: {date}")


# The day of the tests is 1 January 2032. Of the five facts two are of 2025-Q1, three of 2025-03.
DATES = (
    _date("digits exchanged", "2052-06-20", "future-document"),
    _date("a digit mistyped", "2035-06-20", "future-document"),
    _date("the month too, next year", "2033-06", "future-document"),
    _date("a year alone", "2040", "future-document"),
    _date("tomorrow", "2032-01-02", "future-document"),
    _date("five years early", "2020-06-20", "date-before-periods"),
    _date("last year, as one types it in January", "2024-06-20", "date-before-periods"),
    _date("a century's first years", "2002-05-20", "date-before-periods"),
    _date("last year's month", "2024-12", "date-before-periods"),
    _date("last year alone", "2024", "date-before-periods"),
    _date("month and day exchanged, before most of them", "2025-02-06", "date-before-periods"),
    Slip("the other document, before its only period", "date-before-periods", "  date: 2025-03-20",
         "  date: 2023-03-20", OTHER),
    Slip("no date", "missing-date", _DATE + "\n", ""),
    Slip("a date left for later", "missing-date", _DATE, "  date:"),
    Slip("no date of the other document", "missing-date", "  date: 2025-03-20\n", "", OTHER),
    _date("in words", "2025年6月20日", "invalid-value"),
    _date("month and day exchanged", "2025-20-06", "invalid-value"),
    _date("that there is none", "none", "invalid-value"),
)
