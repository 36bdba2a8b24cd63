"""A new document's claims, found in its text: a maintainer only confirms them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.catalog import Catalog
from indicators.figures import Change, Figure, FigureError, Relation, parse_figure
from indicators.figures.lexicon import word_before
from indicators.figures.text import fold
from indicators.figures.units import Units
from indicators.models import TextFingerprint
from indicators.texts.dating import Dates
from indicators.texts.fingerprint import fingerprint
from indicators.texts.guessing import ACCEPTED, Context, Guess, Guesser
from indicators.texts.numerals import Survey, survey
from indicators.texts.wanted import same_assertion

CANDIDATES: Final = 3
"""How many candidates the comment of an uncertain guess names."""

_STOPS: Final = "，。；、：！？“”‘’（）《》()[]【】,;:!?\f"
_AFTER_LENGTH: Final = 14
_SENTENCE_LENGTH: Final = 200
# Words that only lead to a rank; where it is taken (全国), ties and what a change is measured against
# say something of the figure and stay.
_LEADING: Final = frozenset(
    ["位居", "位列", "居于", "稳居", "跃居", "居", "列", "排", "排在", "排名", "排行", "进入", "跻身", "保持", "在"]
)
# What stands around the name of a part: 其中电信建成 is 电信.
_LEAD: Final = re.compile(r"\A(?:其中|包括|含)")
_TAIL: Final = "其中为有达约建成"
_NUMBER: Final = re.compile(r"第\s*[0-9]+\s*号|[\u4e00-\u9fff]{1,8}〔[0-9]{4}〕[0-9]+号")


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A figure found in a text, with what is guessed of it.

    Attributes:
        figure: The figure as printed, without words that say nothing of the number.
        start: Where it is printed, all its words included.
        end: Where that ends.
        line: Its line, from 1.
        column: Its column, from 1.
        section: The section it stands in; empty if the text has no numbering.
        period: The period its sentence states; empty if it states none.
        earlier_period: The period an earlier sentence of the section states, if its own has none.
        breakdown: The breakdown guessed, as the YAML writes it.
        guesses: The indicators it may be, the likeliest first.
        indicator: The indicator guessed; empty if no guess is good enough.
        score: The guess's score, from 0 to 1.
    """

    figure: str
    start: int
    end: int
    line: int
    column: int
    section: str
    period: str
    earlier_period: str
    breakdown: tuple[tuple[str, str], ...]
    guesses: tuple[Guess, ...]
    indicator: str
    score: float


@dataclass(frozen=True, slots=True)
class Draft:
    """What a text says, for a maintainer to confirm.

    Attributes:
        fingerprint: The text's.
        date: The date in the signature; empty if there is none.
        number: The document's number, if the head of the text has one.
        claims: Every figure, in order.
        others: Numerals that are neither figures nor known to a rule: names, mostly, to go into
            ``ignore``; their words and the line and column of each.
    """

    fingerprint: TextFingerprint
    date: str
    number: str
    claims: tuple[DraftClaim, ...]
    others: tuple[tuple[str, int, int], ...]


def draft(text: str, catalog: Catalog) -> Draft:
    """Return every figure of a text with section, period and a guess of its indicator.

    Args:
        text: The document's text.
        catalog: The definitions to guess from.

    Raises:
        ValueError: The text holds nothing but white space.
    """
    mark = fingerprint(text)
    found = survey(text, catalog.unit_table)
    dates = Dates(text, found.sections)
    printed = _printed(found, catalog.unit_table)
    contexts = [_context(found, dates, printed, number) for number in range(len(printed))]
    guesser = Guesser(catalog)
    guesses = guesser.guess([item.figure for item in printed], contexts)
    breakdowns = _breakdowns(found, printed, contexts, guesses, guesser)
    periods = [dates.of(item.start) for item in printed]
    chosen = _choose(guesses, breakdowns, periods)
    claims = []
    for number, item in enumerate(printed):
        guess = chosen[number]
        section = found.sections.at(item.start)
        line, column = found.lines.at(item.start)
        period = periods[number]
        indicator = catalog.indicators[guess.indicator].name.zh if guess else ""
        figure = trimmed(text[item.start : item.end], item.figure, indicator, catalog.unit_table)
        claims.append(
            DraftClaim(
                figure=figure,
                start=item.start,
                end=item.end,
                line=line,
                column=column,
                section=section.code,
                period=period,
                earlier_period="" if period else dates.before(item.start, section.start),
                breakdown=breakdowns.get(number, ((), ()))[0],
                guesses=tuple(guesses[number][:CANDIDATES]),
                indicator=guess.indicator if guess else "",
                score=guess.score if guess else 0.0,
            )
        )
    head = _NUMBER.search(text, 0, 400)
    return Draft(
        mark, dates.signed(), head[0] if head else "", tuple(claims), _others(found, printed)
    )


@dataclass(frozen=True, slots=True)
class _Printed:
    start: int
    end: int
    figure: Figure


def _printed(found: Survey, units: Units) -> list[_Printed]:
    """Return the figures that no rule accounts for, in order."""
    kept: dict[int, bool] = {}
    words: list[_Printed] = []
    for numeral in found.numerals:
        if numeral.figure is not None:
            kept[numeral.figure] = kept.get(numeral.figure, False) or numeral.ignored is None
        elif numeral.ignored is None:
            text = found.text[numeral.start : numeral.end]
            if not any(character.isnumeric() for character in text):
                # A word that is a figure by itself where the grammar doesn't look for it.
                try:
                    figure = parse_figure(text, units)
                except FigureError:
                    continue
                words.append(_Printed(numeral.start, numeral.end, figure))
    figures = [
        _Printed(figure.start, figure.end, figure.figure)
        for number, figure in enumerate(found.figures)
        if kept.get(number, False)
    ]
    return sorted([*figures, *words], key=lambda item: item.start)


def _others(found: Survey, printed: Sequence[_Printed]) -> tuple[tuple[str, int, int], ...]:
    spans = [item.end for item in printed]
    others = []
    for numeral in found.numerals:
        index = bisect_left(spans, numeral.start + 1)
        inside = index < len(printed) and printed[index].start <= numeral.start
        if numeral.ignored is None and not inside:
            start, end = max(0, numeral.start - 2), numeral.end + 2
            words = " ".join(found.text[start:end].split())
            others.append((words, *found.lines.at(numeral.start)))
    return tuple(others)


# ---- words around a figure ----------------------------------------------------------------


def _context(found: Survey, dates: Dates, printed: Sequence[_Printed], number: int) -> Context:
    item = printed[number]
    text = found.text
    sentence = dates.sentence_start(item.start)
    last = printed[number - 1].end if number else 0
    clause = max(sentence, last)
    near = max(clause, _last_stop(text, clause, item.start) + 1)
    following = printed[number + 1].start if number + 1 < len(printed) else len(text)
    limit = min(following, item.end + _AFTER_LENGTH, dates.sentence_end(item.end - 1))
    after = item.end
    while after < limit and text[after] not in _STOPS.replace("“", "").replace("”", ""):
        after += 1
    section = found.sections.at(item.start)
    return Context(
        near=_unbroken(text[near : item.start]),
        after=_unbroken(text[item.end : after]),
        sentence=_unbroken(text[max(sentence, near - _SENTENCE_LENGTH) : near]),
        heading=section.title,
        section=section.code,
        around=_unbroken(text[section.start : min(section.end, section.start + 2000)]),
    )


def _unbroken(text: str) -> str:
    """Return a text without white space: lines may be broken within a word."""
    return "".join(text.split())


def _last_stop(text: str, start: int, end: int) -> int:
    for index in range(end - 1, start - 1, -1):
        if text[index] in _STOPS:
            return index
    return start - 1


# ---- breakdowns and choice ----------------------------------------------------------------

_Breakdown = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]


def _breakdowns(
    found: Survey,
    printed: Sequence[_Printed],
    contexts: Sequence[Context],
    guesses: Sequence[Sequence[Guess]],
    guesser: Guesser,
) -> dict[int, _Breakdown]:
    """Return, for figures labelled with a breakdown's code, that code and the indicators it fits.

    In 共60万公里(电信30万公里、…) the word right before the part is the code, and the figure before the
    bracket is the total, whose indicator the part shares.
    """
    labelled: dict[int, _Breakdown] = {}
    for number, (item, context) in enumerate(zip(printed, contexts, strict=True)):
        label = _LEAD.sub("", context.near.rstrip(_TAIL)).strip()
        for breakdown in guesser.catalog.breakdowns.values():
            codes = [
                code.id for code in breakdown.codes if _names(label, code.name.zh)
            ]
            if len(codes) != 1:
                continue
            able = [
                name
                for name, indicator in guesser.catalog.indicators.items()
                if breakdown.id in indicator.breakdowns
                and guesser.fits(item.figure, indicator, part=True)
            ]
            total = _total(found.folded, printed, number)
            best = [g.indicator for g in guesses[total] if g.indicator in able] if total >= 0 else []
            scores = {guess.indicator: guess.score for guess in guesses[number]}
            able.sort(key=lambda name: -scores.get(name, 0.0))
            if able:
                names = tuple(dict.fromkeys([*best[:1], *able]))
                labelled[number] = (((breakdown.id, codes[0]),), names)
    return labelled


def _names(label: str, name: str) -> bool:
    """Return whether a label is a code's name, or the tail of it: 电信 of 中国电信."""
    return len(label) >= 2 and (name == label or name.endswith(label) or label.endswith(name))


def _total(line: str, printed: Sequence[_Printed], number: int) -> int:
    """Return the number of the figure before the bracket that a figure stands in, or -1."""
    opened = line.rfind("(", max(0, printed[number].start - 200), printed[number].start)
    closed = line.rfind(")", max(0, printed[number].start - 200), printed[number].start)
    if opened < 0 or closed > opened:
        return -1
    for other in range(number - 1, -1, -1):
        if printed[other].end <= opened:
            return other
    return -1


def _choose(
    guesses: Sequence[Sequence[Guess]],
    breakdowns: dict[int, _Breakdown],
    periods: Sequence[str],
) -> list[Guess | None]:
    """Return one guess a figure: the best overall first, no indicator twice for one period."""
    pairs = sorted(
        (
            (-guess.score, number, guess)
            for number, listed in enumerate(guesses)
            if number not in breakdowns
            for guess in listed
            if guess.score >= ACCEPTED
        ),
        key=lambda pair: pair[:2],
    )
    chosen: list[Guess | None] = [None] * len(guesses)
    used: set[tuple[str, str]] = set()
    for _, number, guess in pairs:
        key = guess.indicator, periods[number]
        if chosen[number] is None and key not in used:
            chosen[number] = guess
            used.add(key)
    for number, (_, names) in breakdowns.items():
        scores = {guess.indicator: guess.score for guess in guesses[number]}
        chosen[number] = Guess(names[0], scores.get(names[0], ACCEPTED))
    return chosen


# ---- the figure's words -------------------------------------------------------------------


def trimmed(printed: str, figure: Figure, indicator: str, units: Units) -> str:
    """Return a printed figure without the words at its head that say nothing of the number.

    居全国第二 is 全国第二, 共122家 is 122家, 达900万余条 is 900万余条, for 余 says it all; 达50亿元 and
    连续5年 stay. A word of growth goes where the indicator's own name has it.

    Args:
        printed: The figure as printed, all its words included.
        figure: The figure, read.
        indicator: The name of the indicator it is; empty if unknown.
        units: The known units.
    """
    folded = fold(printed)
    bounded = figure.relation is not Relation.EQUAL
    position = 0
    while (word := word_before(folded.text, position)) is not None:
        if word.bound is not None:
            level = any(character in word.text for character in "达至到新")
            if word.bound.relation is not Relation.EQUAL or (level and not bounded):
                break
        elif word.change is not None:
            if word.change.change is not Change.GROWTH or word.text not in indicator:
                break
        elif word.text not in _LEADING:
            break
        position += len(word.text)
    text = printed[folded.original(position) :].strip() if position else printed
    try:
        return text if same_assertion(parse_figure(text, units), figure) else printed
    except FigureError:
        return printed
