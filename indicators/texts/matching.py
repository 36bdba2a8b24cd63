"""Which printed figure each claim is: the same words, in its section, one place a claim.

A claim may leave out words that say nothing of the number (居全国第二 is 全国第二, 共122家 is 122家), never
one that does: where the text prints 超43万公里, 43万公里 is another assertion. Within a section the
claims follow the text's order, so that two figures that were exchanged are found out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.figures import (
    RELATION_WORDS,
    Figure,
    FigureError,
    Found,
    Relation,
    parse_figure,
)
from indicators.figures.text import fold
from indicators.figures.units import Units
from indicators.models import Claim
from indicators.texts.numerals import Survey
from indicators.texts.sections import section_code

# 家次 is another unit than 家: it counts events.
_TIMES: Final = "次"
_COUNTED_BY: Final = frozenset("家户人台名")

_NEGATIONS: Final = ("未", "没有", "没", "不", "非")

_BOUNDS_BEFORE: Final = tuple(
    word.text
    for word in RELATION_WORDS
    if word.position == "before" and word.relation is not Relation.EQUAL
)
_BOUNDS_AFTER: Final = tuple(
    word.text
    for word in RELATION_WORDS
    if word.position == "after" and word.relation is not Relation.EQUAL
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is printed: ``text[start:end]``, all its words included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim, ready to be looked for.

    Attributes:
        number: Its number in the document, from 0.
        claim: The claim.
        words: Its figure, width folded and without white space.
        figure: The figure read; None if the claim states its value explicitly.
        section: Its section code; empty if it has none.
    """

    number: int
    claim: Claim
    words: str
    figure: Figure | None
    section: str


@dataclass(frozen=True, slots=True)
class Matching:
    """What stands where.

    Attributes:
        wanted: Every claim.
        places: Where each matched claim stands, by its number.
        disordered: Claims that stand in their section, but not in the document's order.
        undeclared: Claims whose only place another claim has, with that claim's number.
        differing: Claims marked as shared that aren't what the claim before them prints.
        taken: Numbers of the survey's figures that a claim has.
    """

    wanted: tuple[Wanted, ...]
    places: dict[int, Place]
    disordered: tuple[int, ...]
    undeclared: dict[int, int]
    differing: tuple[int, ...]
    taken: frozenset[int]


def wanted_claims(claims: Sequence[Claim], units: Units) -> tuple[Wanted, ...]:
    """Return the claims, ready to be looked for."""
    wanted = []
    for number, claim in enumerate(claims):
        try:
            figure = parse_figure(claim.figure, units)
        except FigureError:
            figure = None
        section = section_code(claim.section) if claim.section else ""
        wanted.append(Wanted(number, claim, fold(claim.figure).text, figure, section))
    return tuple(wanted)


def same_assertion(one: Figure, other: Figure) -> bool:
    """Return whether two printed figures say the same of the number."""
    return _assertion(one) == _assertion(other)


def _assertion(figure: Figure) -> tuple[object, ...]:
    return (
        figure.relation, figure.value, figure.lower, figure.upper, figure.lower_included,
        figure.upper_included, figure.unit,
    )  # fmt: skip


class Matcher:
    """Finds the places of one document's claims in one text."""

    def __init__(self, found: Survey, claims: Sequence[Claim], units: Units) -> None:
        self.survey = found
        self.wanted = wanted_claims(claims, units)
        self.folded = fold(found.text)
        self.words = [fold(figure.figure.text).text for figure in found.figures]
        self.altered = [_altered(found.text, figure) for figure in found.figures]
        self.by_section: dict[str, list[int]] = defaultdict(list)
        for number, figure in enumerate(found.figures):
            for code in found.sections.at(figure.start).path:
                self.by_section[code].append(number)

    def candidates(self, section: str) -> Sequence[int]:
        """Return the numbers of the figures that stand in a section, in order."""
        if section.startswith("p.") or not section:
            holds = self.survey.sections.holds
            return [
                number
                for number, figure in enumerate(self.survey.figures)
                if not section or holds(section, figure.start)
            ]
        return self.by_section.get(section, ())

    def fits(self, wanted: Wanted, number: int) -> bool:
        """Return whether a printed figure is what a claim says, words and all."""
        return (
            wanted.figure is not None
            and wanted.words in self.words[number]
            and self.altered[number] is None
            and not _binds(*self.words[number].split(wanted.words, 1))
            and same_assertion(wanted.figure, self.survey.figures[number].figure)
        )

    def match(self) -> Matching:
        """Return where each claim stands."""
        places: dict[int, Place] = {}
        taken: dict[int, int] = {}
        disordered: list[int] = []
        groups: dict[str, list[Wanted]] = defaultdict(list)
        for wanted in self.wanted:
            if wanted.claim.shared == "no":
                groups[wanted.section].append(wanted)
        # The deepest first: a claim of 一(二) may take what no claim of 一(二)2 wants.
        for section in sorted(groups, key=lambda code: -len(code)):
            free = [number for number in self.candidates(section) if number not in taken]
            pairs, extra = _in_order(self, groups[section], free)
            disordered += [claim for claim, _ in extra]
            for claim, number in (*pairs, *extra):
                taken[number] = claim
                figure = self.survey.figures[number]
                places[claim] = Place(figure.start, figure.end)
        self._as_words(places, disordered)
        differing = self._shared(places)
        undeclared: dict[int, int] = {}
        for wanted in self.wanted:
            shares = wanted.claim.shared == "yes"  # then it goes as the claim before it goes
            if wanted.number not in places and not shares:
                for number in self.candidates(wanted.section):
                    if number in taken and self.fits(wanted, number):
                        undeclared[wanted.number] = taken[number]
                        break
        return Matching(
            self.wanted, places, tuple(sorted(disordered)), undeclared, differing,
            frozenset(taken),
        )  # fmt: skip

    def _shared(self, places: dict[int, Place]) -> tuple[int, ...]:
        """Give claims marked as shared the place of the claim before them."""
        differing: list[int] = []
        for before, wanted in zip((None, *self.wanted), self.wanted, strict=False):
            if wanted.claim.shared == "no":
                continue
            if before is None or (before.words, before.section) != (wanted.words, wanted.section):
                differing.append(wanted.number)
            elif before.number in places:
                places[wanted.number] = places[before.number]
        return tuple(differing)

    def _as_words(self, places: dict[int, Place], disordered: list[int]) -> None:
        """Look for the very words of claims that the grammar doesn't find in prose.

        Those with an explicit value, and those that only their surroundings keep from being read.
        """
        used = set(places.values())
        for wanted in self.wanted:
            if wanted.number in places or wanted.claim.shared == "yes" or not wanted.words:
                continue
            at = self.folded.text.find(wanted.words)
            while at >= 0:
                end = at + len(wanted.words)
                place = Place(
                    self.folded.original(at), self.folded.original(end - 1) + 1
                )
                inside = not wanted.section or self.survey.sections.holds(
                    wanted.section, place.start
                )
                if inside and place not in used and self._stands_alone(at, end, place):
                    used.add(place)
                    if not self._keeps_order(wanted, place, places, disordered):
                        disordered.append(wanted.number)
                    places[wanted.number] = place
                    break
                at = self.folded.text.find(wanted.words, at + 1)

    def _keeps_order(
        self, wanted: Wanted, place: Place, places: dict[int, Place], disordered: list[int]
    ) -> bool:
        """Return whether a place lies between those of the claims next to it in its section."""
        for step in (-1, 1):
            number = wanted.number + step
            while 0 <= number < len(self.wanted) and (
                self.wanted[number].section == wanted.section
            ):
                if number in places and number not in disordered:
                    if (places[number].start - place.start) * step < 0:
                        return False
                    break
                number += step
        return True

    def _stands_alone(self, at: int, end: int, place: Place) -> bool:
        """Return whether words in the text are a whole figure, with nothing bound to them."""
        text = self.folded.text
        survey = self.survey
        first = bisect_left(survey.numerals, place.start, key=lambda numeral: numeral.end - 1)
        for numeral in survey.numerals[first:]:
            if numeral.start >= place.end:
                break
            if numeral.start < place.start or numeral.end > place.end or (
                numeral.figure is not None
            ):
                return False
        before, after = text[max(0, at - 12) : at], text[end : end + 4]
        if _latin(text[end - 1]) and after and _latin(after[0]):
            return False
        if (before and _latin(before[-1]) and _latin(text[at])) or before.endswith(_NEGATIONS):
            return False
        if _bound_before(before):
            return False
        for word in RELATION_WORDS:
            if word.position == "after" and word.relation is not Relation.EQUAL and (
                after.startswith(word.text)
            ):
                behind = after[len(word.text) : len(word.text) + 1]
                if not (behind and behind in word.not_before):
                    return False
        return not before.endswith(("-", "—", "–", "~", "−"))


def _bound_before(text: str) -> bool:
    """Return whether a text ends with a bound, or with words that let one pass: 可达已达."""
    passing = True
    while passing:
        passing = False
        for word in RELATION_WORDS:
            if word.position == "before" and text.endswith(word.text):
                ahead = text[: -len(word.text)]
                if ahead[-1:] and ahead[-1:] in word.not_after:
                    continue
                if word.relation is not Relation.EQUAL:
                    return True
                text, passing = ahead, True
                break
    return False


def _binds(before: str, after: str) -> bool:
    """Return whether what a claim leaves out of a figure bounds it: the 超 of 超110余款."""
    return any(word in before for word in _BOUNDS_BEFORE) or any(
        word in after for word in _BOUNDS_AFTER
    )


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _altered(text: str, figure: Found) -> Place | None:
    """Return a figure with the word beside it that makes it another, or None.

    未超43万公里 is not 超43万公里, 122家次 not 122家.
    """
    if figure.figure.relation is not Relation.EQUAL:
        before = text[max(0, figure.start - 4) : figure.start]
        for word in _NEGATIONS:
            if before.rstrip().endswith(word):
                return Place(figure.start - len(before) + before.rindex(word), figure.end)
    after = text[figure.end : figure.end + 3]
    if figure.figure.stated_unit in _COUNTED_BY and after.lstrip().startswith(_TIMES):
        return Place(figure.start, figure.end + after.index(_TIMES) + 1)
    return None


def _in_order(
    matcher: Matcher, group: Sequence[Wanted], free: Sequence[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pair claims with figures: as many as possible in order, then what is left over.

    The first is the longest common subsequence, found from the fitting pairs alone.

    Returns:
        Pairs (claim, figure) in order, and those out of order.
    """
    by_words: dict[str, list[int]] = {}
    chains: list[int] = []  # The last figure of the best chain of each length.
    links: list[tuple[int, int, int]] = []  # claim, figure, link before
    tops: list[int] = []
    fitting: dict[int, list[int]] = {}
    for wanted in group:
        if wanted.words not in by_words:
            by_words[wanted.words] = [n for n in free if matcher.fits(wanted, n)]
        fitting[wanted.number] = by_words[wanted.words]
        for number in reversed(fitting[wanted.number]):
            length = bisect_left(chains, number)
            links.append((wanted.number, number, tops[length - 1] if length else -1))
            if length == len(chains):
                chains.append(number)
                tops.append(len(links) - 1)
            elif number < chains[length]:
                chains[length] = number
                tops[length] = len(links) - 1
    pairs: list[tuple[int, int]] = []
    link = tops[-1] if tops else -1
    while link >= 0:
        claim, number, link = links[link]
        pairs.append((claim, number))
    pairs.reverse()
    done = {claim for claim, _ in pairs}
    used = {number for _, number in pairs}
    extra: list[tuple[int, int]] = []
    for wanted in group:
        if wanted.number in done:
            continue
        for number in fitting[wanted.number]:
            if number not in used:
                used.add(number)
                extra.append((wanted.number, number))
                break
    return pairs, extra
