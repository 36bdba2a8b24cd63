"""Documents whose date fell before nearly all of what they tell of: most likely its year is wrong.

In January people go on writing last year. One claim whose period had hardly begun is a slip in that
claim; where it is every claim, it is the date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.hiding import date_of
from indicators.catalog.today import today
from indicators.evidence.places import lines_of
from indicators.figures.periods import Period, PeriodError, parse_date, parse_period
from indicators.models import NOT_PRINTED
from indicators.reading.problems import Problem

CODE: Final = "period-hardly-begun"
_DATE: Final = re.compile(r"[ ]+date:[ ]*(?P<value>\S+)")


def with_dates(catalog: Catalog, problems: Sequence[Problem]) -> list[Problem]:
    """Return problems, with one at the date of each document all of whose periods had hardly begun.

    Args:
        catalog: The catalogue.
        problems: What is implausible; those that follow from such a date are told so.
    """
    counts = Counter(problem.file for problem in problems if problem.code == CODE)
    asked: dict[str, list[Observation]] = {
        key: [] for key in catalog.documents if counts.get(f"documents/{key}.yaml", 0) > 1
    }
    for row in catalog.observations if asked else ():
        if row.document in asked and row.obs_status.happened and row.period_basis not in NOT_PRINTED:
            asked[row.document].append(row)
    causes = {}
    for key, rows in asked.items():
        entry = catalog.documents[key]
        if rows and len(rows) == counts[rows[0].file]:
            periods = [parse_period(row.time_period) for row in rows]
            causes[rows[0].file] = _cause(catalog, rows[0].file, entry.document.date, periods)
    if not causes:
        return list(problems)
    return [
        replace(problem, needs=(date_of(problem.file),))
        if problem.code == CODE and problem.file in causes else problem
        for problem in problems
    ] + list(causes.values())


def _cause(catalog: Catalog, file: str, dated: Period, periods: Sequence[Period]) -> Problem:
    """Return the problem at a document's date."""
    place = (1, 1)
    for number, line in enumerate(lines_of(catalog, file), 1):
        found = _DATE.match(line)
        if found is not None and found["value"] == dated.text:
            place = number, found.start("value") + 1
            break
    first = min(periods, key=lambda period: period.start)
    return Problem(file, *place, "date-in-the-period", {
        "found": dated.text, "number": str(len(periods)), "other": first.text,
        "nearest": _next_year(dated, periods),
    }, hides=frozenset({date_of(file)}))


def _next_year(dated: Period, periods: Sequence[Period]) -> str:
    """Return the same date a year later, if all of the periods had ended by then."""
    try:
        later = parse_date(f"{dated.start.year + 1}{dated.text[4:]}")
    except PeriodError:
        return ""
    ended = all(period.end <= later.end for period in periods)
    return later.text if ended and later.start <= today() else ""
