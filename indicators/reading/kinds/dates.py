"""Kinds of problem with the dates of documents and the periods of their claims."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

DATE_PROBLEMS: Final[dict[str, Kind]] = {
    "missing-date": Kind(
        "文件没有写日期", "the document has no date",
        "在 document 下写 date: 和成文或发布的日期，如 date: 2025-06-20；只知道年月的写到月，如 2020-08，"
        "只知道年份的写到年，如 2021",
        "write date: under document with the day it was written or published, such as "
        "date: 2025-06-20; where only the month or year is known, just that: 2020-08, 2021",
    ),
    "future-document": Kind(
        "文件日期 {found} 还没有到，今天是 {expected}", "the date {found} is yet to come: today is {expected}",
        "照原文改正日期，多半是年份打错了",
        "correct the date by the document; most likely the year was mistyped",
    ),
    "date-before-periods": Kind(
        "文件日期 {found} 早于它所说的 {number} 个时期，最晚的是 {other}",
        "the date {found} is before {number} of the periods that the document tells of, the latest {other}",
        "照原文改正日期，不会早于 {expected}；日期无误的，改正各条的 period，尚未发生的写明 obs_status: F(预测)或 T(目标)",
        "correct the date by the document: it can't be before {expected}; if it is right, correct "
        "the claims' period, or state obs_status: F for a forecast and T for a target",
    ),
    "date-after-targets": Kind(
        "文件日期 {found} 晚于它的 {number} 个目标或预测的时期，最早的是 {other}",
        "the date {found} is after the periods of all {number} targets and forecasts of the document, "
        "the first of them {other}",
        "照原文改正日期，不会晚于 {expected}；日期无误的，改正各条的 period，已经发生的删去 obs_status",
        "correct the date by the document: it can't be after {expected}; if it is right, correct the "
        "claims' period, and delete obs_status from what has happened",
    ),
    "date-in-the-period": Kind(
        "文件日期 {found} 时，它所说的 {number} 个时期都才刚开始，最早的是 {other}{did_you_mean}",
        "at the date {found} all {number} periods that the document tells of had hardly begun, the "
        "first of them {other}{did_you_mean}",
        "照原文核对日期，多半是年份还写着去年；日期无误的，改正各条的 period",
        "hold the date against the document: most likely last year was typed; if it is right, correct "
        "the claims' period",
        "warning",
    ),
    "basis-without-period": Kind(
        "时期依据“{found}”没有时期", "the period basis {found!r} is that of no period",
        "写明 period，或删去 period_basis", "state the period, or delete period_basis",
    ),
    "period-not-said": Kind(
        "没有写时期", "no period is stated",
        "看原文这一句：写了时期的，照写 period；没有写的，写 period: none（按文件日期 {expected}）",
        "look at the sentence: if it prints a period, state it; if it prints none, write "
        "period: none (the document's date, {expected}, then stands)",
        "warning",
    ),
}
