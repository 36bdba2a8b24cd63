"""Claims by their very words, where the grammar finds no figure in prose.

Those with an explicit value, and those that only their surroundings keep from being read.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from indicators.figures import RELATION_WORDS, Relation
from indicators.figures.text import Folded
from indicators.texts.numerals import Survey
from indicators.texts.wanted import Place, Wanted

NEGATIONS: Final = ("未", "没有", "没", "不", "非")


def find_words(
    survey: Survey, folded: Folded, claims: Sequence[Wanted], places: dict[int, Place],
    disordered: set[int],
) -> None:
    """Look for the words of claims that have no place yet, and give them one.

    Args:
        survey: What the text holds.
        folded: The text without white space.
        claims: All claims.
        places: Where claims stand, by number; what is found is added.
        disordered: Claims out of the document's order; likewise.
    """
    used = set(places.values())
    # By words and section; what was used once stays so: each claim goes on where the last stopped.
    inside: dict[str, dict[str, Iterator[Place]]] = {}
    order = _Order(claims, places, disordered)
    for wanted in claims:
        if wanted.number in places or wanted.claim.shared == "yes" or not wanted.words:
            continue
        if wanted.words not in inside:
            inside[wanted.words] = _by_section(survey, folded, wanted.words)
        here = inside[wanted.words].get(survey.sections.kept_under(wanted.section), iter(()))
        place = next((place for place in here if place not in used), None)
        if place is not None:
            used.add(place)
            places[wanted.number] = place
            if order.keeps(wanted.number, place, places):
                order.add(wanted.number)
            else:
                disordered.add(wanted.number)


class _Order:
    """The claims that stand in order, to see whether another one does."""

    def __init__(
        self, claims: Sequence[Wanted], places: Mapping[int, Place], disordered: set[int]
    ) -> None:
        self._ordered = sorted(places.keys() - disordered)
        # Claims of one section that follow each other have one number.
        self._run: list[int] = []
        for before, wanted in zip((None, *claims), claims, strict=False):
            same = before is not None and before.section == wanted.section
            self._run.append(self._run[-1] if same else len(self._run))

    def add(self, number: int) -> None:
        """Note that a claim stands in order."""
        insort(self._ordered, number)

    def keeps(self, number: int, place: Place, places: Mapping[int, Place]) -> bool:
        """Return whether a place lies between those of the claims next to it in its section."""
        at = bisect_left(self._ordered, number)
        for beside, step in ((at - 1, -1), (at, 1)):
            if 0 <= beside < len(self._ordered):
                other = self._ordered[beside]
                if self._run[other] == self._run[number] and (
                    (places[other].start - place.start) * step < 0
                ):
                    return False
        return True


def _by_section(survey: Survey, folded: Folded, words: str) -> dict[str, Iterator[Place]]:
    """Return the places where words stand alone, by every section that they stand in."""
    found: dict[str, list[Place]] = {}
    for place in _standing_alone(survey, folded, words):
        for code in survey.sections.codes_at(place.start):
            found.setdefault(code, []).append(place)
    return {
        code: iter(sorted(places, key=lambda place: _is_ruled(survey, place))) for code, places in found.items()
    }


def _is_ruled(survey: Survey, place: Place) -> bool:
    """Tell whether a rule accounts for a place, so that the same words elsewhere are likelier meant: 表1."""
    first = bisect_left(survey.numerals, place.start, key=lambda numeral: numeral.start)
    return first < len(survey.numerals) and survey.numerals[first].ignored is not None


def _standing_alone(survey: Survey, folded: Folded, words: str) -> Iterator[Place]:
    """Yield where words stand as a whole figure, with nothing bound to them."""
    at = folded.text.find(words)
    while at >= 0:
        end = at + len(words)
        place = Place(folded.original(at), folded.original(end - 1) + 1)
        if _stands_alone(survey, folded.text, at, end, place):
            yield place
        at = folded.text.find(words, at + 1)


def _stands_alone(survey: Survey, text: str, at: int, end: int, place: Place) -> bool:
    """Return whether words in the text are a whole figure, with nothing bound to them."""
    first = bisect_left(survey.numerals, place.start, key=lambda numeral: numeral.end - 1)
    for index in range(first, len(survey.numerals)):
        numeral = survey.numerals[index]
        if numeral.start >= place.end:
            break
        if numeral.start < place.start or numeral.end > place.end or (
            numeral.figure is not None
        ):
            return False
    before, after = text[max(0, at - 12) : at], text[end : end + 4]
    if _latin(text[end - 1]) and after and _latin(after[0]):
        return False
    if (before and _latin(before[-1]) and _latin(text[at])) or before.endswith(NEGATIONS):
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


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
