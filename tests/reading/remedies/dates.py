"""Dates of documents that can't be, or that can't be read."""

from __future__ import annotations

from pathlib import Path

from tests.reading.remedies.slip import DOCUMENT, Slip

OTHER = "documents/gz-other.yaml"
_DATE = "  date: 2025-06-20"


def _date(name: str, date: str, code: str) -> Slip:
    return Slip(name, code, _DATE, f"  date: {date}")


def _all_of_last_year(folder: Path) -> None:
    path = folder / DOCUMENT
    text = path.read_text(encoding="utf-8").replace("period: 2025-Q1", "period: 2024")
    text = text.replace("period: 2025-03", "period: 2024")
    path.write_text(text.replace(_DATE, "  date: 2024-01-20"), encoding="utf-8")
    other = folder / OTHER  # It would contradict the figure if they were of one year.
    other.write_text(
        other.read_text(encoding="utf-8").replace("period: 2024", "period: 2023"), encoding="utf-8"
    )


def _targets_in_the_past(folder: Path) -> None:
    path = folder / DOCUMENT
    text = path.read_text(encoding="utf-8").replace("period: 2025-03", "period: 2025\n    obs_status: T")
    path.write_text(text.replace(_DATE, "  date: 2026-06-20"), encoding="utf-8")


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
    Slip("last year in January, of what the year before had brought", "date-in-the-period",
         deed=_all_of_last_year),
    Slip("a year late, of what is aimed at", "date-after-targets", deed=_targets_in_the_past),
    Slip("no date", "missing-date", _DATE + "\n", ""),
    Slip("a date left for later", "missing-date", _DATE, "  date:"),
    Slip("no date of the other document", "missing-date", "  date: 2025-03-20\n", "", OTHER),
    _date("in words", "2025年6月20日", "invalid-value"),
    _date("month and day exchanged", "2025-20-06", "invalid-value"),
    _date("that there is none", "none", "invalid-value"),
)
