"""Everything in a text that may be a figure: numerals, and words that are figures by themselves.

`survey` looks through a text once; audit and draft both start from what it finds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from indicators.figures import FIXED_FIGURES, Found, Span, find_figures, find_numerals
from indicators.figures.units import Units, fold_width
from indicators.texts.fingerprint import Lines
from indicators.texts.rules import STRUCTURE, Ignored, find_ignored, rule_for
from indicators.texts.sections import Sections, parse_sections

_SHARE: Final = "percent"
_MASK: Final = "。"
_BEFORE_ONE: Final = frozenset("统唯单同逐任另专归合")
"""What makes one word with 一 behind it."""
# 统一53个: find_numerals takes 一53 for one numeral, but no number goes on from Chinese to Arabic.
_SEAM: Final = re.compile(r"(?<=[〇零一二三四五六七八九十百千万亿两])(?=[0-9０-９])")
# ① ⅱ ½ ² and digits of other scripts; \d and the Chinese numerals are found already.
# Figures without a numeral; the grammar takes 首位 only after words that make it a rank.
_WORDS: Final = re.compile("|".join((*FIXED_FIGURES, "首位", "榜首")))
_ASCII_OR_WIDE: Final = frozenset("0123456789０１２３４５６７８９〇")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral, or a word such as 全覆盖 that is a figure without one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        figure: Number in `Survey.figures` of the figure it belongs to; None if it belongs to none.
        ignored: The rule that accounts for it unless a claim does; None if no rule does.
    """

    start: int
    end: int
    figure: int | None
    ignored: Ignored | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What a text holds.

    Attributes:
        text: The text.
        folded: The text with full-width forms made narrow, of the same length.
        lines: Its lines.
        sections: Its sections.
        figures: The figures, in order, each with all its words.
        numerals: Every numeral and figure word, in order, none overlapping another.
        rules: What the rules cover, in order.
    """

    text: str
    folded: str
    lines: Lines
    sections: Sections
    figures: tuple[Found, ...]
    numerals: tuple[Numeral, ...]
    rules: tuple[Ignored, ...]


def survey(text: str, units: Units) -> Survey:
    """Return every numeral and figure of a text, with its section and what the rules say of it.

    Args:
        text: The text, as it is.
        units: The known units.

    Returns:
        What was found; time is linear in the length of the text.
    """
    sections = parse_sections(text)
    markers = [
        Ignored(part.start, part.marker_end, STRUCTURE)
        for part in sections.parts
        if part.marker_end > part.start
    ]
    # A stable sort: of two rules that match at one place, the earlier of the table gives the reason.
    matches = sorted([*markers, *find_ignored(text, units)], key=lambda match: match.start)
    figures = tuple(find_figures(_masked(text, matches), units))
    spans = sorted(
        [
            *_cut(text, find_numerals(text), markers),
            *_other_numerals(text),
            *(Span(*word.span()) for word in _WORDS.finditer(text)),
        ]
    )
    covered = [False] * len(figures)
    ends = _Overlap([(figure.start, figure.end) for figure in figures])
    over = _Overlap([(match.start, match.end) for match in matches])
    numerals: list[Numeral] = []
    for span in spans:
        inside = ends.of(span.start, span.end)
        for number in inside:
            covered[number] = True
        near = [matches[number] for number in over.of(span.start, span.end)]
        # Numbers of a ratio that add up to a whole are its shares.
        shares = bool(inside) and not figures[inside[0]].figure.stated_unit and figures[inside[0]].figure.unit == _SHARE
        near = [match for match in near if not shares or match.rule.id != "parts"]
        rule = rule_for(span, near, [figures[number] for number in inside])
        numerals.append(Numeral(span.start, span.end, inside[0] if inside else None, rule))
    beside = _Overlap([(match.start, match.end) for match in matches])
    for number, figure in enumerate(figures):
        if not covered[number]:
            near = [matches[place] for place in beside.of(figure.start, figure.end)]
            rule = rule_for(Span(figure.start, figure.end), near, [figure])  # 时间过半
            numerals.append(Numeral(figure.start, figure.end, number, rule))
    numerals.sort(key=lambda numeral: numeral.start)
    return Survey(text, fold_width(text), Lines(text), sections, figures, tuple(numerals), tuple(matches))


def _masked(text: str, matches: Sequence[Ignored]) -> str:
    """Return the text with what would mislead the grammar taken out, of the same length.

    That is the numbering (1.10个 is item 1 and ten), and idioms that touch a number (统一53个).
    """
    parts: list[str] = []
    done = 0
    for match in matches:
        # A postcode above a date is no part of its year: 510030 and then 2025年.
        touches = match.rule is STRUCTURE or match.rule.id == "contact" or (
            match.rule.id == "idiom" and (
                fold_width(text[match.end : match.end + 1]).isdecimal()
                # 统一大市场 has no 一大.
                or (match.end - match.start == 2 and text[match.start] in _BEFORE_ONE)
            )
        )
        if touches and match.start >= done:
            parts += [text[done : match.start], _MASK * (match.end - match.start)]
            done = match.end
    return "".join([*parts, text[done:]])


def _cut(text: str, spans: Sequence[Span], markers: Sequence[Ignored]) -> list[Span]:
    """Return the numerals, cut where a numbering ends and where Chinese goes on as Arabic."""
    cuts = sorted({place for match in markers for place in (match.start, match.end)})
    pieces: list[Span] = []
    for start, end in spans:
        stops = {found.start() for found in _SEAM.finditer(text, start, end)}
        if stops and fold_width(text[start]).isdecimal():
            stops = set()  # 1亿2000万 is one number.
        index = bisect_left(cuts, start + 1)
        while index < len(cuts) and cuts[index] < end:
            stops.add(cuts[index])
            index += 1
        edges = [start, *sorted(stops), end]
        for first, last in pairwise(edges):
            piece = text[first:last]
            lead = len(piece) - len(piece.lstrip(".．"))
            tail = len(piece) - len(piece.rstrip(".．"))
            if lead < len(piece):
                pieces.append(Span(first + lead, last - tail))
    return pieces


def _other_numerals(text: str) -> list[Span]:
    """Return the numerals that the grammar doesn't know: ①, Ⅱ, ½, ², 廿."""
    return [
        Span(index, index + 1)
        for index, character in enumerate(text)
        if character > "\x7f"
        and character not in _ASCII_OR_WIDE
        and (unicodedata.category(character)[0] == "N" or character in "廿卅卌")
    ]


class _Overlap:
    """Which of many spans, sorted by their beginning, overlap a given one.

    It is asked from left to right, and only remembers the spans that go on: one that is as long as
    the text costs no more than a short one.
    """

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._next = 0
        self._open: list[int] = []

    def of(self, start: int, end: int) -> list[int]:
        """Return the numbers of the spans that overlap ``start`` to ``end``, in order.

        Args:
            start: Not less than it was the last time.
            end: Where the asked span ends.
        """
        while self._next < len(self._spans) and self._spans[self._next][0] < end:
            self._open.append(self._next)
            self._next += 1
        self._open = [number for number in self._open if self._spans[number][1] > start]
        return [number for number in self._open if self._spans[number][0] < end]
