"""Why a claim isn't where it should be: moved, changed, its words dropped, or gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from rapidfuzz import fuzz, process

from indicators.figures.periods import Period, PeriodError, parse_period
from indicators.texts.dating import Dates
from indicators.texts.findings import Finding
from indicators.texts.matching import Matcher, Matching
from indicators.texts.wanted import Wanted

_SIMILAR: Final = 50.0
_SIMILAR_SECTION: Final = 30.0
"""How like something must be, of a hundred, to be named as what may be meant."""
_MOST_COMPARED: Final = 2_000_000
"""Comparisons made for one text; where more claims than that are missing, likeness helps nobody."""
_DIGITS: Final = frozenset("0123456789.零一二三四五六七八九十百千万亿两")


def claim_findings(matcher: Matcher, matching: Matching) -> Iterator[Finding]:
    """Yield what is wrong with each claim, in the document's order."""
    absence = _Absence(matcher, matching)
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
            yield absence.finding(wanted)
        elif number in matching.disordered:
            place = matching.places[number]
            yield _at(matcher, "out-of-order", wanted, place.start, place.end, wanted.claim.figure)


def period_findings(matcher: Matcher, matching: Matching, dates: Dates) -> Iterator[Finding]:
    """Yield claims whose period isn't what their sentence states: advice, for dates are guessed at.

    A claim without a period of its sentence's may take over one from elsewhere in the text, not one
    that the text never states.
    """
    stated = [
        period for text in dict.fromkeys(dated.period for dated in dates.dates)
        if (period := _period(text)) is not None
    ]
    spans = {(period.start, period.end) for period in stated}
    around = {span for period in stated for span in _around(period)}
    for number, place in sorted(matching.places.items()):
        wanted = matcher.wanted[number]
        own = _period(wanted.claim.stated_period or "")
        here = _period(dates.of(place.start))
        details = {"expected": wanted.claim.period or "—", "found": here.text if here else ""}
        if here is not None and (own is None or not _agree(own, here)):
            code = "period-differs"
        elif here is None and own is not None and (
            (own.start, own.end) not in around and not spans.intersection(_around(own))
        ):
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


def _around(period: Period) -> Iterator[tuple[date, date]]:
    """Yield the spans of all periods that a period lies within: itself, its month, … its year."""
    yield period.start, period.end
    year, month = period.start.year, period.start.month
    quarter, half = (month - 1) // 3 + 1, (month - 1) // 6 + 1
    for text in (f"{year}-{month:02}", f"{year}-Q{quarter}", f"{year}-H{half}", f"{year}"):
        wider = parse_period(text)
        if wider.start <= period.start and period.end <= wider.end:
            yield wider.start, wider.end


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


class _Absence:
    """Why claims stand nowhere; what several claims ask is looked up once."""

    def __init__(self, matcher: Matcher, matching: Matching) -> None:
        self._matcher = matcher
        self._taken = matching.taken
        self._free: dict[str, list[int]] = {}
        self._cores: dict[str, dict[str, int]] = {}
        self._elsewhere: dict[str, int | None] = {}
        self._sections: dict[str, list[str]] = {}
        self._left = _MOST_COMPARED

    def finding(self, wanted: Wanted) -> Finding:
        """Return why a claim isn't where it should be."""
        matcher, survey = self._matcher, self._matcher.survey
        elsewhere = self._free_elsewhere(wanted)
        if wanted.section and not survey.sections.knows(wanted.section):
            return self._no_section(wanted, elsewhere)
        number = self._with_core(wanted.section).get(_core(wanted.words))
        if number is not None:
            place = matcher.altered[number] or survey.figures[number]
            printed = " ".join(survey.text[place.start : place.end].split())
            return _at(matcher, "words-differ", wanted, place.start, place.end, printed)
        if elsewhere is not None:
            figure = survey.figures[elsewhere]
            found = survey.sections.at(figure.start).code or "—"
            return _at(matcher, "figure-moved", wanted, figure.start, figure.end, found)
        near = self._similar(wanted)
        if near is not None:
            figure = survey.figures[near]
            return _at(
                matcher, "figure-changed", wanted, figure.start, figure.end, figure.figure.text
            )
        return Finding("figure-missing", _details(wanted), claim=wanted.number)

    def _free_in(self, section: str) -> list[int]:
        """Return the figures of a section that no claim has."""
        if section not in self._free:
            listed = self._matcher.candidates(section)
            self._free[section] = [number for number in listed if number not in self._taken]
        return self._free[section]

    def _free_elsewhere(self, wanted: Wanted) -> int | None:
        """Return the first figure of the text that is what a claim says and that no claim has."""
        if wanted.words not in self._elsewhere:
            fitting = self._matcher.fitting(wanted, "")
            free = (number for number in fitting if number not in self._taken)
            self._elsewhere[wanted.words] = next(free, None)
        return self._elsewhere[wanted.words]

    def _with_core(self, section: str) -> dict[str, int]:
        """Return the free figures of a section by their digits, the first of each."""
        if section not in self._cores:
            cores: dict[str, int] = {}
            for number in self._free_in(section):
                if core := _core(self._matcher.words[number]):
                    cores.setdefault(core, number)
            self._cores[section] = cores
        return self._cores[section]

    def _similar(self, wanted: Wanted) -> int | None:
        """Return the free figure of the section that is printed most like a claim's."""
        free = self._free_in(wanted.section)
        if not self._may_compare(len(free)):
            return None
        printed = [self._matcher.words[number] for number in free]
        found = process.extractOne(
            wanted.words, printed, scorer=fuzz.ratio, score_cutoff=_SIMILAR
        )
        return None if found is None else free[found[2]]

    def _no_section(self, wanted: Wanted, elsewhere: int | None) -> Finding:
        survey = self._matcher.survey
        if wanted.section not in self._sections:
            codes = survey.sections.codes
            near = process.extract(
                wanted.section, codes, scorer=fuzz.ratio, score_cutoff=_SIMILAR_SECTION, limit=8
            ) if self._may_compare(len(codes)) else []
            self._sections[wanted.section] = [code for code, _, _ in near] or list(codes[:8])
        listed = self._sections[wanted.section]
        details = _details(wanted) | {"expected": "、".join(listed) or "—"}
        if elsewhere is None:
            return Finding("no-such-section", details, claim=wanted.number)
        figure = survey.figures[elsewhere]
        code = survey.sections.at(figure.start).code or "—"
        details |= {"stands_zh": f"；它在 {code}", "stands_en": f"; it is in {code}", "found": code}
        line, column = survey.lines.at(figure.start)
        return Finding(
            "no-such-section", details, wanted.number, None, figure.start, figure.end, line, column
        )

    def _may_compare(self, count: int) -> bool:
        """Return whether so many comparisons may still be made for one text."""
        self._left -= count
        return self._left >= 0


def _core(words: str) -> str:
    """Return a figure's digits alone: 43万 of 超43万公里."""
    inside = [index for index, character in enumerate(words) if character in _DIGITS]
    return words[inside[0] : inside[-1] + 1] if inside else ""
