"""Which printed figure each claim is: the same words, in its section, one place a claim.

A claim may leave out words that say nothing of the number (居全国第二 is 全国第二, 共122家 is 122家), never
one that does: where the text prints 超43万公里, 43万公里 is another assertion. Within a section the
claims follow the text's order, so that two figures that were exchanged are found out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.figures import RELATION_WORDS, Found, Relation
from indicators.figures.text import fold
from indicators.figures.units import Units
from indicators.models import Claim
from indicators.texts.as_words import NEGATIONS, find_words
from indicators.texts.numerals import Survey
from indicators.texts.ordering import in_order
from indicators.texts.wanted import Assertion, Place, Wanted, assertion_of, wanted_claims

# 家次 is another unit than 家: it counts events.
_TIMES: Final = "次"
_COUNTED_BY: Final = frozenset("家户人台名")


def _bounds(position: str) -> re.Pattern[str]:
    """Return what finds a bound that stands before or after a number."""
    words = [
        word.text
        for word in RELATION_WORDS
        if word.position == position and word.relation is not Relation.EQUAL
    ]
    return re.compile("|".join(re.escape(word) for word in words))


_BOUNDS_BEFORE: Final = _bounds("before")
_BOUNDS_AFTER: Final = _bounds("after")


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
    disordered: frozenset[int]
    undeclared: dict[int, int]
    differing: frozenset[int]
    taken: frozenset[int]


class Matcher:
    """Finds the places of one document's claims in one text.

    Every question is answered once for all claims that ask the same: the figures are kept by the
    section they stand in and by what they assert, so that no claim looks through all of them.
    """

    def __init__(self, found: Survey, claims: Sequence[Claim], units: Units) -> None:
        self.survey = found
        self.wanted = wanted_claims(claims, units)
        self.folded = fold(found.text)
        self.words = [fold(figure.figure.text).text for figure in found.figures]
        self.altered = [_altered(found.text, figure) for figure in found.figures]
        self._in_section: dict[str, list[int]] = defaultdict(list)
        self._alike: dict[tuple[str, Assertion], list[int]] = defaultdict(list)
        self._fitting: dict[tuple[str, str], list[int]] = {}
        for number, figure in enumerate(found.figures):
            assertion = assertion_of(figure.figure)
            for code in found.sections.codes_at(figure.start):
                self._in_section[code].append(number)
                self._alike[code, assertion].append(number)

    def candidates(self, section: str) -> Sequence[int]:
        """Return the numbers of the figures that stand in a section, in order."""
        return self._in_section.get(self.survey.sections.kept_under(section), ())

    def fitting(self, wanted: Wanted, section: str) -> Sequence[int]:
        """Return the numbers of the figures in a section that are what a claim says, in order."""
        if wanted.figure is None:
            return ()
        key = self.survey.sections.kept_under(section), wanted.words
        if key not in self._fitting:
            alike = self._alike.get((key[0], assertion_of(wanted.figure)), ())
            self._fitting[key] = [number for number in alike if self._fits(wanted, number)]
        return self._fitting[key]

    def _fits(self, wanted: Wanted, number: int) -> bool:
        """Return whether a printed figure that asserts what a claim does has its words too."""
        printed = self.words[number]
        if self.altered[number] is not None or wanted.words not in printed:
            return False
        return printed == wanted.words or not _binds(*printed.split(wanted.words, 1))

    def match(self) -> Matching:
        """Return where each claim stands."""
        places: dict[int, Place] = {}
        taken: dict[int, int] = {}
        disordered: set[int] = set()
        groups: dict[str, list[Wanted]] = defaultdict(list)
        for wanted in self.wanted:
            if wanted.claim.shared == "no":
                groups[wanted.section].append(wanted)
        # The deepest first: a claim of 一(二) may take what no claim of 一(二)2 wants.
        for section in sorted(groups, key=lambda code: -len(code)):
            free: dict[str, list[int]] = {}
            for wanted in groups[section]:
                if wanted.words not in free:
                    fitting = self.fitting(wanted, section)
                    free[wanted.words] = [number for number in fitting if number not in taken]
            pairs, extra = in_order([free[wanted.words] for wanted in groups[section]])
            disordered |= {groups[section][claim].number for claim, _ in extra}
            for claim, number in (*pairs, *extra):
                wanted = groups[section][claim]
                taken[number] = wanted.number
                figure = self.survey.figures[number]
                places[wanted.number] = Place(figure.start, figure.end)
        find_words(self.survey, self.folded, self.wanted, places, disordered)
        differing = self._shared(places)
        return Matching(
            self.wanted, places, frozenset(disordered), self._undeclared(places, taken), differing,
            frozenset(taken),
        )  # fmt: skip

    def _undeclared(self, places: dict[int, Place], taken: dict[int, int]) -> dict[int, int]:
        """Return the claims whose only place another claim has, with that claim's number."""
        others: dict[tuple[str, str], int | None] = {}
        undeclared: dict[int, int] = {}
        for wanted in self.wanted:
            if wanted.number in places or wanted.claim.shared == "yes":
                continue  # a shared one goes as the claim before it goes
            key = wanted.section, wanted.words
            if key not in others:
                fitting = self.fitting(wanted, wanted.section)
                others[key] = next((taken[number] for number in fitting if number in taken), None)
            other = others[key]
            if other is not None:
                undeclared[wanted.number] = other
        return undeclared

    def _shared(self, places: dict[int, Place]) -> frozenset[int]:
        """Give claims marked as shared the place of the claim before them."""
        differing: set[int] = set()
        for before, wanted in zip((None, *self.wanted), self.wanted, strict=False):
            if wanted.claim.shared == "no":
                continue
            if before is None or (before.words, before.section) != (wanted.words, wanted.section):
                differing.add(wanted.number)
            elif before.number in places:
                places[wanted.number] = places[before.number]
        return frozenset(differing)


def _binds(before: str, after: str) -> bool:
    """Return whether what a claim leaves out of a figure bounds it: the 超 of 超110余款."""
    return bool(_BOUNDS_BEFORE.search(before) or _BOUNDS_AFTER.search(after))


def _altered(text: str, figure: Found) -> Place | None:
    """Return a figure with the word beside it that makes it another, or None.

    未超43万公里 is not 超43万公里, 122家次 not 122家.
    """
    if figure.figure.relation is not Relation.EQUAL:
        before = text[max(0, figure.start - 4) : figure.start]
        for word in NEGATIONS:
            if before.rstrip().endswith(word):
                return Place(figure.start - len(before) + before.rindex(word), figure.end)
    after = text[figure.end : figure.end + 3]
    if figure.figure.stated_unit in _COUNTED_BY and after.lstrip().startswith(_TIMES):
        return Place(figure.start, figure.end + after.index(_TIMES) + 1)
    return None
