"""What each figure of a text is, taken together: a fact, a target or a forecast, or a term of a policy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.catalog import Catalog
from indicators.models import ObsStatus
from indicators.texts.aims import begins_after, is_over, status_of
from indicators.texts.begun import begins_a_change
from indicators.texts.clauses import Clause
from indicators.texts.conditions import is_condition
from indicators.texts.dating import Dates
from indicators.texts.english_aims import english_status
from indicators.texts.english_terms import is_english_term
from indicators.texts.numerals import Survey
from indicators.texts.printed import Printed, number_of
from indicators.texts.timing import told
from indicators.texts.when import Basis, When

_BEHIND: Final = 80
"""Characters behind a figure that may say that it is granted."""
_SENTENCE_END: Final = re.compile(r"\n\s*\n|\.(?=\s+[A-Z0-9\"“])")
_CLAUSE: Final = 200
"""Characters behind a figure in which its verb is looked for in English."""


def statuses_of(
    found: Survey, dates: Dates, printed: Sequence[Printed], clauses: Sequence[Clause], periods: Sequence[When],
    headings: Sequence[str], written: str, *, setting: bool,
) -> list[ObsStatus]:
    """Return the status of each figure.

    Args:
        found: The text.
        dates: Its dates.
        printed: Its figures.
        clauses: What stands around each.
        periods: The period of each.
        headings: The headings that each stands under.
        written: The day of writing; empty if none is known.
        setting: Whether the document's title says that it sets aims.
    """
    statuses: list[ObsStatus] = []
    for item, clause, when, titles in zip(printed, clauses, periods, headings, strict=True):
        if begins_a_change(found.folded, item) and not begins_after(when.period, written):
            statuses.append(ObsStatus.NORMAL)  # 将由64项增至100项: what it begins with is there.
            continue
        own = None if clause.english is None else english_status(
            dates.line[dates.told_from(item.start) : number_of(item)[0]],
            _SENTENCE_END.split(dates.line[item.end : item.end + _CLAUSE])[0],
            over=is_over(when.period, written), later=begins_after(when.period, written),
        )
        statuses.append(own if own is not None else status_of(
            told(dates.line, dates, item.start, item.end) + _leading(dates.line, item), titles,
            when.period, written, setting=setting,
            behind=dates.line[item.end : item.end + _BEHIND], carried=when.basis is Basis.BEFORE,
        ))
    return statuses


def terms_of(dates: Dates, printed: Sequence[Printed], clauses: Sequence[Clause], catalog: Catalog) -> list[bool]:
    """Tell of each figure whether it is a term of a policy, or a threshold or note in English."""
    terms: list[bool] = []
    for item, clause in zip(printed, clauses, strict=True):
        number, kind = number_of(item)[0], catalog.units[item.figure.unit].kind
        behind = dates.line[item.end : item.end + _BEHIND]
        terms.append(is_condition(told(dates.line, dates, number, item.end), behind, kind) or (
            clause.english is not None
            and is_english_term(dates.line[dates.told_from(item.start) : number], dates.line[number : item.end], behind, kind)
        ))
    return terms


def _leading(line: str, item: Printed) -> str:
    """Return a figure's own words before its number, but for what it is held to: 提升至 of 将提升至3000P."""
    words, scope = line[item.start : number_of(item)[0]], item.figure.scope.replace("实际", "")
    return words.replace(scope, "") if scope else words
