"""What accounts for each numeral of a text: a claim, a rule, a line of the YAML, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indicators.figures.units import fold_width
from indicators.models import Claim, IgnoredText, Text
from indicators.texts.findings import Finding
from indicators.texts.numerals import Numeral, Survey
from indicators.texts.sections import section_code
from indicators.texts.wanted import Place

CONTEXT: Final = 8
"""Characters of the text shown on each side of a numeral."""

_NUMERAL_CHARACTERS: Final = frozenset("0123456789.,%〇零一二三四五六七八九十百千万亿两")

Ignores = Mapping[int, tuple[int, Place]]
"""The numerals that the YAML ignores: by which line, and where its words stand."""


class State(StrEnum):
    """What accounts for a numeral."""

    CLAIMED = "claimed"
    RULE = "rule"
    YAML = "yaml"
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class Mark:
    """A numeral of the text and what accounts for it.

    Attributes:
        start: Where the numeral begins; a word such as 全覆盖 counts as one.
        end: Where it ends.
        text: The numeral.
        state: What accounts for it.
        section: The section it stands in.
        line: Its line, from 1.
        column: Its column, from 1.
        before: A few characters before it.
        after: A few characters after it.
        whole_start: Where the figure or the ignored words around it begin.
        whole_end: Where they end.
        whole: Those words.
        claims: Numbers of the claims it serves, from 0.
        indicators: Their indicators.
        rule: Id of the rule that ignores it, or empty.
        ignore: Number of the YAML's ``ignore`` line that does, from 0, or None.
        reason: Why it is ignored, or None.
    """

    start: int
    end: int
    text: str
    state: State
    section: str
    line: int
    column: int
    before: str
    after: str
    whole_start: int
    whole_end: int
    whole: str
    claims: tuple[int, ...] = ()
    indicators: tuple[str, ...] = ()
    rule: str = ""
    ignore: int | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text in one state, for colouring; those of a text don't overlap.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        state: Its state; None for plain text.
        mark: The first numeral in it; None for plain text.
    """

    start: int
    end: int
    state: State | None
    mark: Mark | None


def claimed_numerals(
    numerals: Sequence[Numeral], places: Mapping[int, Place]
) -> dict[int, tuple[int, ...]]:
    """Return the claims that each numeral serves, by the numeral's number."""
    ends = [numeral.end for numeral in numerals]
    claimed: dict[int, list[int]] = {}
    for claim, place in sorted(places.items()):
        index = bisect_left(ends, place.start + 1)
        while index < len(numerals) and numerals[index].start < place.end:
            claimed.setdefault(index, []).append(claim)
            index += 1
    return {index: tuple(claims) for index, claims in claimed.items()}


def ignored_numerals(
    lines: Sequence[IgnoredText], found: Survey, claimed: Mapping[int, tuple[int, ...]]
) -> tuple[Ignores, list[Finding]]:
    """Return the numerals that the YAML's lines ignore, and what is wrong with those lines.

    A line that covers only what a claim or a rule accounts for already is needless.
    """
    ignored: dict[int, tuple[int, Place]] = {}
    findings: list[Finding] = []
    known: dict[tuple[str, str | None], tuple[bool, bool, bool]] = {}
    for number, line in enumerate(lines):
        details = {"found": line.text}
        if not set(fold_width(line.text)) - _NUMERAL_CHARACTERS:
            findings.append(Finding("ignore-bare", details, ignore=number))
            continue
        key = line.text, line.section
        if key not in known:  # the same line again says the same again
            covered = _covered(line, found)
            useful = False
            for index, place in covered:
                if index not in claimed and found.numerals[index].ignored is None:
                    useful = True
                    ignored.setdefault(index, (number, place))
            known[key] = bool(covered), useful, any(index in claimed for index, _ in covered)
        matched, useful, as_claim = known[key]
        if not matched:
            findings.append(Finding("ignore-unmatched", details, ignore=number))
        elif not useful:
            details["reason_zh"] = "已经作为数据录入" if as_claim else "通用规则已经能辨认"
            details["reason_en"] = "claimed as figures" if as_claim else "known to a general rule"
            findings.append(Finding("ignore-needless", details, ignore=number))
    return ignored, findings


def _covered(line: IgnoredText, found: Survey) -> list[tuple[int, Place]]:
    """Return the numerals that stand wholly within a line's words, wherever those occur."""
    section = section_code(line.section) if line.section else ""
    covered: list[tuple[int, Place]] = []
    index = 0
    # The words may be broken by white space: where a line ends, or as 5G 消息.
    words = re.compile(r"\s*".join(map(re.escape, "".join(fold_width(line.text).split()))))
    for match in words.finditer(found.folded):
        place = Place(*match.span())
        if section and not found.sections.holds(section, place.start):
            continue
        index = bisect_left(
            found.numerals, place.start, lo=index, key=lambda numeral: numeral.start
        )
        while index < len(found.numerals) and found.numerals[index].start < place.end:
            if found.numerals[index].end <= place.end:
                covered.append((index, place))
            index += 1
    return covered


def make_marks(
    found: Survey,
    claims: Sequence[Claim],
    lines: Sequence[IgnoredText],
    places: Mapping[int, Place],
    claimed: Mapping[int, tuple[int, ...]],
    ignored: Ignores,
) -> tuple[Mark, ...]:
    """Return every numeral of a text with what accounts for it, in order."""
    text = found.text
    marks: list[Mark] = []
    for index, numeral in enumerate(found.numerals):
        serves = claimed.get(index, ())
        rule, ignore, reason = "", None, None
        figure = None if numeral.figure is None else found.figures[numeral.figure]
        whole = Place(numeral.start, numeral.end)
        if serves:
            state, whole = State.CLAIMED, places[serves[0]]
        elif numeral.ignored is not None:
            state, rule = State.RULE, numeral.ignored.rule.id
            reason = Text(zh=numeral.ignored.rule.zh, en=numeral.ignored.rule.en)
            whole = Place(numeral.ignored.start, numeral.ignored.end)
        elif index in ignored:
            ignore, whole = ignored[index]
            state, reason = State.YAML, lines[ignore].reason
        else:
            state = State.UNACCOUNTED
            if figure is not None:
                whole = Place(figure.start, figure.end)
        line, column = found.lines.at(numeral.start)
        marks.append(
            Mark(
                numeral.start, numeral.end, text[numeral.start : numeral.end], state,
                found.sections.at(numeral.start).code, line, column,
                _clip(text[max(0, whole.start - CONTEXT) : whole.start]),
                _clip(text[whole.end : whole.end + CONTEXT]),
                whole.start, whole.end, text[whole.start : whole.end], serves,
                tuple(claims[claim].indicator for claim in serves), rule, ignore, reason,
            )
        )  # fmt: skip
    return tuple(marks)


def _clip(text: str) -> str:
    return " ".join(text.split())
