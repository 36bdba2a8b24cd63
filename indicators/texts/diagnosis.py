"""Why a claim isn't where it should be: moved, changed, its words dropped, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from indicators.figures.periods import Period, PeriodError, parse_period
from indicators.texts.dating import Dates
from indicators.texts.findings import Finding
from indicators.texts.matching import Matcher, Matching, Wanted

_SIMILAR: Final = 0.5
_DIGITS: Final = frozenset("0123456789.零一二三四五六七八九十百千万亿两")


def claim_findings(matcher: Matcher, matching: Matching) -> Iterator[Finding]:
    """Yield what is wrong with each claim, in the document's order."""
    for wanted in matcher.wanted:
        number = wanted.number
        if number in matching.differing:
            before = matcher.wanted[number - 1].claim.figure if number else "—"
            yield Finding("shared-differs", _details(wanted, before), claim=number)
        elif number in matching.undeclared:
            other = str(matching.undeclared[number] + 1)
            yield Finding(
                "shared-undeclared", _details(wanted) | {"other": other}, claim=number
            )
        elif number not in matching.places:
            if wanted.claim.shared == "yes":
                continue  # the claim before it, whose figure it shares, is reported
            yield _absent(matcher, matching, wanted)
        elif number in matching.disordered:
            place = matching.places[number]
            yield _at(matcher, "out-of-order", wanted, place.start, place.end, wanted.claim.figure)


def period_findings(matcher: Matcher, matching: Matching, dates: Dates) -> Iterator[Finding]:
    """Yield claims whose period isn't what their sentence states: advice, for dates are guessed at.

    A claim without a period of its sentence's may take over one from elsewhere in the text, not one
    that the text never states.
    """
    stated = [period for dated in dates.dates if (period := _period(dated.period)) is not None]
    for number, place in sorted(matching.places.items()):
        wanted = matcher.wanted[number]
        own = _period(wanted.claim.period or "")
        here = _period(dates.of(place.start))
        details = {"expected": wanted.claim.period or "—", "found": here.text if here else ""}
        if here is not None and (own is None or not _agree(own, here)):
            code = "period-differs"
        elif here is None and own is not None and not any(_agree(own, one) for one in stated):
            code = "period-unstated"
        else:
            continue
        line, column = matcher.survey.lines.at(place.start)
        yield Finding(
            code, _details(wanted) | details, number, None, place.start, place.end, line, column
        )


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except PeriodError:
        return None


def _agree(one: Period, other: Period) -> bool:
    """Return whether one period lies within the other: 2024-12-31 and 2024."""
    return (one.start >= other.start and one.end <= other.end) or (
        other.start >= one.start and other.end <= one.end
    )


def _details(wanted: Wanted, found: str = "") -> dict[str, str]:
    return {
        "figure": wanted.claim.figure,
        "section": wanted.claim.section or "—",
        "found": found,
        "indicator": wanted.claim.indicator,
    }


def _at(
    matcher: Matcher, code: str, wanted: Wanted, start: int, end: int, found: str
) -> Finding:
    line, column = matcher.survey.lines.at(start)
    return Finding(code, _details(wanted, found), wanted.number, None, start, end, line, column)


def _absent(matcher: Matcher, matching: Matching, wanted: Wanted) -> Finding:
    survey = matcher.survey
    elsewhere = _fitting(matcher, matching, wanted, range(len(survey.figures)))
    if wanted.section and not survey.sections.knows(wanted.section):
        return _no_section(matcher, wanted, elsewhere)
    free = [
        number for number in matcher.candidates(wanted.section) if number not in matching.taken
    ]
    core = _core(wanted.words)
    for number in free:
        figure = survey.figures[number]
        if core and core in matcher.words[number] and _core(matcher.words[number]) == core:
            place = matcher.altered[number]
            start, end = (place.start, place.end) if place else (figure.start, figure.end)
            printed = " ".join(survey.text[start:end].split())
            return _at(matcher, "words-differ", wanted, start, end, printed)
    if elsewhere is not None:
        figure = survey.figures[elsewhere]
        found = survey.sections.at(figure.start).code or "—"
        return _at(matcher, "figure-moved", wanted, figure.start, figure.end, found)
    near = max(free, key=lambda number: _likeness(wanted.words, matcher.words[number]), default=None)
    if near is not None and _likeness(wanted.words, matcher.words[near]) >= _SIMILAR:
        figure = survey.figures[near]
        return _at(
            matcher, "figure-changed", wanted, figure.start, figure.end, figure.figure.text
        )
    return Finding("figure-missing", _details(wanted), claim=wanted.number)


def _fitting(
    matcher: Matcher, matching: Matching, wanted: Wanted, numbers: Iterable[int]
) -> int | None:
    for number in numbers:
        if number not in matching.taken and matcher.fits(wanted, number):
            return number
    return None


def _no_section(matcher: Matcher, wanted: Wanted, elsewhere: int | None) -> Finding:
    codes = matcher.survey.sections.codes
    near = get_close_matches(wanted.section, codes, n=8, cutoff=0.3) or codes[:8]
    details = _details(wanted) | {"expected": "、".join(near) or "—"}
    if elsewhere is None:
        return Finding("no-such-section", details, claim=wanted.number)
    figure = matcher.survey.figures[elsewhere]
    code = matcher.survey.sections.at(figure.start).code or "—"
    details |= {"stands_zh": f"；它在 {code}", "stands_en": f"; it is in {code}", "found": code}
    line, column = matcher.survey.lines.at(figure.start)
    return Finding(
        "no-such-section", details, wanted.number, None, figure.start, figure.end, line, column
    )


def _core(words: str) -> str:
    """Return a figure's digits alone: 43万 of 超43万公里."""
    inside = [index for index, character in enumerate(words) if character in _DIGITS]
    return words[inside[0] : inside[-1] + 1] if inside else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
