"""Whether a document's date can be: not of the future, and not before what it tells of.

A slip in the date is one error, at the date. What its claims seem to say of the future for it only
follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from indicators.catalog.context import Context
from indicators.catalog.hiding import date_of
from indicators.catalog.standing_in import is_dated
from indicators.figures.periods import Period
from indicators.models import DocumentFile

PLACE = ("document", "date")


def check_future(
    context: Context, files: Mapping[str, str], documents: Mapping[str, DocumentFile], today: date
) -> None:
    """Report documents that are dated later than today.

    Args:
        context: Where problems go.
        files: The file of each document.
        documents: The documents that could be read.
        today: The day it is; see `indicators.catalog.today`.
    """
    for key, entry in documents.items():
        if is_dated(entry) and entry.document.date.start > today:
            context.report(
                files[key], PLACE, "future-document", found=entry.document.date.isoformat(),
                expected=today.isoformat(),
                hides=frozenset({date_of(files[key]), ("days to come", files[key])}),
            )


Periods: TypeAlias = Sequence[tuple[int, Period]]
"""The numbers of claims, each with the period that it states."""


def check_periods(
    context: Context, file: str, entry: DocumentFile, facts: Periods, ahead: Periods
) -> None:
    """Report facts of a time after their document, and targets of one before it.

    They are reported at its date if that is likelier to be wrong: where it is before every fact
    that states its time, before most of several, or after each of several targets.

    Args:
        context: Where problems go.
        file: The document's file.
        entry: The document.
        facts: The periods of what has happened.
        ahead: The periods of targets and forecasts.
    """
    if is_dated(entry):
        _check_facts(context, file, entry.document.date, facts)
        _check_ahead(context, file, entry.document.date, ahead)


def _check_ahead(context: Context, file: str, dated: Period, periods: Periods) -> None:
    past = [(number, period) for number, period in periods if period.end < dated.start]
    if len(past) == len(periods) > 1:
        first = min(past, key=lambda item: item[1].end)
        context.report(
            file, PLACE, "date-after-targets", found=dated.isoformat(), number=str(len(past)),
            other=first[1].text, expected=first[1].end.isoformat(),
            hides=frozenset({date_of(file)}), needs=(("days to come", file),),
        )
    for number, period in past:
        context.report(
            file, ("claims", number, "period"), "target-for-the-past", found=period.text,
            expected=dated.isoformat(), needs=(date_of(file),),
        )


def _check_facts(context: Context, file: str, dated: Period, periods: Periods) -> None:
    late = [(number, period) for number, period in periods if period.start > dated.end]
    if not late:
        return
    if len(late) == len(periods) or (len(late) > 1 and 2 * len(late) > len(periods)):
        last = max(late, key=lambda item: item[1].start)
        context.report(
            file, PLACE, "date-before-periods", found=dated.isoformat(), number=str(len(late)),
            other=last[1].text, expected=last[1].start.isoformat(),
            hides=frozenset({date_of(file)}),
        )
    for number, period in late:
        context.report(
            file, ("claims", number, "period"), "period-after-document", found=period.text,
            expected=dated.isoformat(), needs=(date_of(file),),
        )
