"""Which indicator a printed figure is: evidence in its own clause, and nothing else, decides.

Four things are asked of an indicator. Do the words of its name stand where the figure is counted
(移动电话基站 has no 5G)? Is the word that its name turns on what is counted (of 41个大模型 it is the
model, not the data set of the sentence before)? Does what is counted carry words that the indicator
doesn't know (室外, 农村)? Is it a count of the same kind: what there is or what was added, all or for
each, here or elsewhere, a level or its growth, a share of the same whole? A unit that doesn't fit and
a value out of range rule an indicator out. No indicator is named here: all comes from the YAML.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.catalog import Catalog
from indicators.figures import Figure
from indicators.models import Indicator, MeasureType
from indicators.texts import wording
from indicators.texts.clauses import Clause
from indicators.texts.describing import Description, Form, describe, folded
from indicators.texts.segmenting import Segmenter, segmenter

BAR: Final = 0.85
"""The least score of a guess that is written down: `tests.benchmarks.drafting` measures it."""

MARGIN: Final = 0.1
"""By how much the next guess has to be behind: a near rival leaves the choice to the maintainer."""

WORTH_NAMING: Final = 0.15
"""The least score of a guess that is worth a maintainer's look."""

# What a word of a name is worth by where it stands.
_PHRASE, _CLAUSE, _SUBJECT, _SENTENCE, _HEADING = 1.0, 0.95, 0.9, 0.85, 0.7
_LOOSE: Final = 0.55
"""What a word elsewhere in the sentence is worth where the name turns on a common one (企业)."""
_COMMON: Final = 3
"""In the names of more indicators than this a word is common."""
_SCOPE: Final = 0.95
"""What a word of the scope is worth in the sentence; it may stand anywhere in it."""
_DESCRIBED: Final = 0.4
"""How strange a word is that only the definition has: it may tell a part from the whole."""
_OTHER_HEAD: Final = 0.4
_OTHER_KIND: Final = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """An indicator that a figure may be, with a score from 0 to 1."""

    indicator: str
    score: float


class Guesser:
    """Knows a catalogue's indicators by their words.

    Args:
        catalog: The catalogue.
        cut: What cuts text into words, where clauses were cut by another; None for one of its own.
    """

    def __init__(self, catalog: Catalog, cut: Segmenter | None = None) -> None:
        self.catalog = catalog
        entries = catalog.indicators.values()
        self.segmenter = cut or segmenter(
            frozenset(word for entry in entries for word in entry.keywords)
        )
        self.descriptions, self._weights = describe(catalog.indicators, self.segmenter)
        self._common = math.log(1 + len(self.descriptions) / (_COMMON + 0.5))
        self._rarest = math.log(1 + max(1, len(self.descriptions)))
        names = "".join(found.known for found in self.descriptions.values())
        self.modifiers = frozenset(
            token.text for token in self.segmenter.tokens(names)
            if token.is_verb and len(token.text) > 1 and token.text not in wording.PREDICATES
        )

    def guess(self, figures: Sequence[Figure], clauses: Sequence[Clause]) -> list[list[Guess]]:
        """Return for each figure the indicators it may be, the likeliest first.

        Args:
            figures: The figures of a document, in order.
            clauses: What stands around each.
        """
        return [
            self._guesses(figure, clause)
            for figure, clause in zip(figures, clauses, strict=True)
        ]

    def _guesses(self, figure: Figure, clause: Clause) -> list[Guess]:
        """Return the guesses for a figure; what is listed with it is as good a guess."""
        readings = [clause, *(
            replace(clause, named=other, phrase=other, listed=()) for other in clause.listed
        )]
        arounds = [_Around.of(reading) for reading in readings]
        found = []
        for name, entry in self.catalog.indicators.items():
            if self.fits(figure, entry):
                score = max(
                    self._score(figure, reading, around, name)
                    for reading, around in zip(readings, arounds, strict=True)
                )
                found.append(Guess(name, round(score, 3)))
        found.sort(key=lambda guess: (-guess.score, guess.indicator))
        return [guess for guess in found if guess.score >= WORTH_NAMING]

    def fits(self, figure: Figure, indicator: Indicator, *, part: bool = False) -> bool:
        """Return whether unit and size of a figure allow that it is an indicator (or its part)."""
        units = self.catalog.unit_table
        if indicator.unit not in units:
            return False
        source, target = units.by_id(figure.unit), units.by_id(indicator.unit)
        if self.catalog.units[source.id].generic == "yes" and target.kind == "count":
            source = target
        if source.base != target.base:
            return False
        ends = (figure.value,) if figure.value is not None else (figure.lower, figure.upper)
        for end in ends:
            value = None if end is None else units.convert(end, source.id, target.id)
            if value is None:
                continue
            valid = indicator.valid
            if valid is not None and (value > valid.max or (not part and value < valid.min)):
                return False
        return True

    def _score(self, figure: Figure, clause: Clause, around: _Around, name: str) -> float:
        entry, words = self.catalog.indicators[name], self.descriptions[name]
        best = max(self._covered(figure, form, around, clause) for form in words.forms)
        return best * self._purity(clause, words) * _kind(figure, clause, entry, words)

    def _covered(self, figure: Figure, form: Form, around: _Around, clause: Clause) -> float:
        """Return how much of a name is said, and said of what is counted; from 0 to 1."""
        total = said = 0.0
        elsewhere = _SENTENCE if self._weights[form.head] > self._common else _LOOSE
        for word in form.own:
            weight = self._weights[word]
            total += weight
            said += weight * _worth(word, figure, clause, around, elsewhere)
        for word in form.numerator:
            weight = self._weights[word]
            total += weight
            said += weight * (word in around.numerator)
        for word in form.scope:
            weight = self._weights[word]
            total += weight
            said += weight * (
                1.0 if word in around.clause else _SCOPE if word in around.sentence
                else _SUBJECT if word in around.heading else 0.0
            )
        head = form.head in around.counted or _is_printed(form.head, figure)
        return (said / total if total else 0.0) * (1.0 if head else _OTHER_HEAD)

    def _purity(self, clause: Clause, words: Description) -> float:
        """Return how much of what names the counted thing the indicator knows, from 0 to 1."""
        known = strange = 0.0
        last = len(clause.phrase) - 1
        for place, word in enumerate(clause.phrase):
            low = word.lower()
            neutral = wording.NEUTRAL if place == last else wording.GENERAL
            if low in neutral or (len(low) < 2 and not low.isascii()):
                continue
            weight = self._weights.get(low, self._rarest)
            if low in words.known and low not in words.barred:
                known += weight
            elif low in words.described and low not in words.barred:
                strange += weight * _DESCRIBED
            else:
                strange += weight
        if clause.named and clause.verb and not self._governs(clause.verb, words):
            strange += self._rarest
        if not known:
            return 0.0 if strange else _OTHER_HEAD
        return known / (known + strange)


    def _governs(self, verb: str, words: Description) -> bool:
        """Tell whether a verb before the counted thing leaves it what it is."""
        known = wording.GOVERNING | wording.EVENTS | wording.THROUGH
        return verb in known or verb in words.known


@dataclass(frozen=True, slots=True)
class _Around:
    """The texts in which a name's words are looked for."""

    phrase: str
    counted: str
    clause: str
    subject: str
    numerator: str
    said: str
    sentence: str
    heading: str

    @classmethod
    def of(cls, clause: Clause) -> _Around:
        phrase, subject = folded("".join(clause.phrase)), folded("".join(clause.subject))
        own = folded(clause.clause)
        return cls(
            phrase, phrase + "|" + folded(clause.verb), own, subject, f"{subject}|{phrase}|{own}",
            folded(clause.said), folded(clause.sentence), folded(clause.heading),
        )


def _is_printed(word: str, figure: Figure) -> bool:
    """Tell whether the figure itself says a word: 覆盖率 in 全覆盖, 增速 in 增长5%."""
    if word in wording.CHANGES:
        return figure.change is not None
    return word.removesuffix("率") in folded(figure.text)


def _worth(
    word: str, figure: Figure, clause: Clause, around: _Around, elsewhere: float
) -> float:
    """Return what a word of a name is worth by where it stands."""
    if word in around.phrase or _is_printed(word, figure):
        return _PHRASE
    if clause.added and wording.says_added([word]):
        return _PHRASE
    if word in around.clause:
        return _CLAUSE
    if word in around.subject:
        return _SUBJECT
    if word in around.said:
        return elsewhere
    return _HEADING if word in around.heading else 0.0


def _kind(figure: Figure, clause: Clause, entry: Indicator, words: Description) -> float:
    """Return what is left of a score where a figure is a count of another kind."""
    left = 1.0
    increase = entry.increment_of is not None or wording.says_added(
        word for form in words.forms for word in form.own
    )
    if clause.added != increase:
        left *= _OTHER_KIND
    if clause.otherwise:
        left *= _OTHER_KIND
    if clause.within and entry.measure_type in (MeasureType.CUMULATIVE, MeasureType.STOCK):
        left *= _OTHER_KIND
    if clause.rate or wording.is_rate([figure.scope]):
        left *= _OTHER_KIND
    if clause.place and clause.place not in words.known:
        left *= _OTHER_KIND
    grows = entry.growth_of is not None or any(
        word in wording.CHANGES for form in words.forms for word in form.own
    )
    if figure.change is not None and not grows and not increase:
        left *= _OTHER_KIND
    if grows and figure.change is None and not any(word in clause.clause for word in wording.CHANGES):
        left *= _OTHER_KIND
    return left
