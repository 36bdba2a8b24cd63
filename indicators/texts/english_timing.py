"""The period of an English figure, where its verb or its plan says another than its date does."""

from __future__ import annotations

import re
from typing import Final

from indicators.figures import Figure
from indicators.texts.aims import is_over
from indicators.texts.english_aims import is_task
from indicators.texts.english_whens import days_between, of_the_plan, of_the_present, over_the_year
from indicators.texts.when import NOTHING, Basis, When
from indicators.texts.whens import Whens

_LATE: Final = 45
"""Days after which what there is in the present tense is not of the day that was stated last."""

_AVERAGED: Final = re.compile(r"\b(?:average\s+annual|annual\s+average|compound\s+annual|annuali[sz]ed)\b[^.;:]*$", re.IGNORECASE)
_EACH_YEAR: Final = re.compile(
    r"\s+(?:a|per)\s+year\b(?!\s+(?:earlier|ago|before|later|on\b|end|and))"
    r"|[^.;,:\n\u4e00-\u9fff]{0,60}?\b(?:(?:each|every)\s+year|annually)\b", re.IGNORECASE
)
_LEAD: Final = 80
"""Characters before a figure that may say that it is an average over years."""


def is_yearly(line: str, start: int, end: int, *, english: bool) -> bool:
    """Tell whether English words say that a figure is of every year, or an average over years.

    Args:
        line: The text.
        start: Where the figure begins.
        end: Where it ends.
        english: Whether it stands in an English sentence.
    """
    if _EACH_YEAR.match(line, end) is not None:
        return True
    return english and _AVERAGED.search(line, max(0, start - _LEAD), start) is not None


def english_when(
    when: When, line: str, span: tuple[int, int, int], figure: Figure, whens: Whens, plan: str, *, aiming: bool, flow: bool
) -> When:
    """Return the period of a figure in an English sentence.

    Args:
        when: The one that its dates give.
        line: The text.
        span: Where its sentence begins, and where it begins and ends itself.
        figure: The figure.
        whens: The dates of the text.
        plan: The years that the title names; empty if it names none.
        aiming: Whether its part of the text says what shall be done.
        flow: Whether its verb says that it came about over a time.
    """
    sentence, start, end = span
    aiming = aiming or is_task(line[sentence:start])
    if aiming and when.basis is not Basis.STATED:
        if of_the_plan(line, sentence, start, end, plan):
            return When(plan, Basis.HEADING)
        if when.period and is_over(when.period, whens.written or plan[:4]):
            when = NOTHING
    fades = when.basis in (Basis.HEADING, Basis.NONE) or (when.basis is Basis.BEFORE
        and days_between(when.period, whens.written) > _LATE)
    if fades and not aiming and not whens.bulletin and len(whens.written) > len("2030") and of_the_present(line, sentence, start):
        return When(whens.written, Basis.DOCUMENT)
    return over_the_year(when, line, start, end, figure.scope, changed=figure.change is not None, flow=flow)
