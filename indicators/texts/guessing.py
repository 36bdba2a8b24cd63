"""Which indicator a printed figure is, guessed from the words around it.

Each indicator is described by its own definition: name, short name, keywords, definition. The words
around a figure are compared with them by pairs of characters, each weighing the more the fewer
indicators have it; nearer words weigh more. A unit that doesn't fit or a value out of range rules an
indicator out. No indicator is named here: what is guessed comes from the YAML alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.catalog import Catalog
from indicators.figures import Figure
from indicators.figures.units import fold_width
from indicators.models import Indicator

ACCEPTED: Final = 0.15
"""The least score of a guess that is written down."""

_TOKEN: Final = re.compile(r"[a-z]+[0-9]*|(?<![0-9])[0-9]++[a-z]+|[\u3400-\u9fff]+", re.IGNORECASE)
# Weights: how much the words say, by where they stand.
_NAME, _KEYWORD, _DEFINITION = 1.0, 0.8, 0.45
_NEAR, _AFTER, _SENTENCE, _HEADING, _SECTION = 1.0, 0.9, 0.5, 0.4, 0.2
_SECTOR_BONUS: Final = 0.12
_SAME_UNIT_BONUS: Final = 0.03
_UNSAID: Final = 0.5

Words = dict[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a figure.

    Attributes:
        near: Before it, from the last comma or figure on.
        after: After it, up to the next comma or figure.
        sentence: The rest of the sentence before it.
        heading: The heading of its section.
        section: Its section's code, to see which sector the section is about.
        around: The whole section's text.
    """

    near: str
    after: str
    sentence: str
    heading: str
    section: str
    around: str


@dataclass(frozen=True, slots=True)
class Guess:
    """An indicator that a figure may be, with a score from 0 to 1."""

    indicator: str
    score: float


def _grams(text: str) -> set[str]:
    """Return pairs of Chinese characters, and Latin words whole."""
    grams: set[str] = set()
    for token in _TOKEN.findall(fold_width(text).lower()):
        if token[0].isascii():
            grams.add(token)
        else:
            grams.update(token[index : index + 2] for index in range(len(token) - 1))
    return grams


def _weighed(parts: Iterable[tuple[str, float]]) -> Words:
    words: Words = {}
    for text, weight in parts:
        for gram in _grams(text):
            if weight > words.get(gram, 0):
                words[gram] = weight
    return words


class Guesser:
    """Knows a catalogue's indicators by their words."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.profiles = {
            name: _weighed(_description(indicator)) for name, indicator in catalog.indicators.items()
        }
        spread = Counter(gram for words in self.profiles.values() for gram in words)
        total = max(1, len(self.profiles))
        self.rarity = {gram: math.log(1 + total / count) for gram, count in spread.items()}
        self.lengths = {
            name: math.sqrt(sum((weight * self.rarity[gram]) ** 2 for gram, weight in words.items()))
            for name, words in self.profiles.items()
        }
        self.own = {
            name: _own_words(indicator, catalog.indicators)
            for name, indicator in catalog.indicators.items()
        }
        self.holders: dict[str, list[str]] = defaultdict(list)
        for name, words in self.profiles.items():
            for gram in words:
                self.holders[gram].append(name)

    def guess(self, figures: Sequence[Figure], contexts: Sequence[Context]) -> list[list[Guess]]:
        """Return for each figure the indicators it may be, the likeliest first.

        Args:
            figures: The figures of a document, in order.
            contexts: The words around each.
        """
        raw = [
            self._scores(figure, context)
            for figure, context in zip(figures, contexts, strict=True)
        ]
        sectors = self._sectors(raw, contexts)
        guesses: list[list[Guess]] = []
        for figure, context, scores in zip(figures, contexts, raw, strict=True):
            listed = []
            for name, score in scores.items():
                share = sectors[context.section].get(self.catalog.sector_of[name], 0.0)
                score += _SECTOR_BONUS * share
                if self.catalog.indicators[name].unit == figure.unit:
                    score += _SAME_UNIT_BONUS
                listed.append(Guess(name, min(1.0, round(score, 4))))
            listed.sort(key=lambda guess: (-guess.score, guess.indicator))
            guesses.append(listed)
        return guesses

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

    def _scores(self, figure: Figure, context: Context) -> dict[str, float]:
        """Return how much the words around a figure are an indicator's, from 0 to 1."""
        words = _weighed(
            (
                (context.near, _NEAR), (context.after, _AFTER), (context.sentence, _SENTENCE),
                (context.heading, _HEADING), (context.around, _SECTION),
            )
        )  # fmt: skip
        products: dict[str, float] = defaultdict(float)
        length = 0.0
        for gram, weight in words.items():
            rarity = self.rarity.get(gram)
            if rarity is None:
                continue
            length += (weight * rarity) ** 2
            for name in self.holders[gram]:
                products[name] += weight * rarity * self.profiles[name][gram] * rarity
        length = math.sqrt(length) or 1.0
        return {
            name: products.get(name, 0.0) / (length * self.lengths[name])
            * self._unsaid(name, words)
            for name, indicator in self.catalog.indicators.items()
            if self.lengths[name] and self.fits(figure, indicator)
        }

    def _unsaid(self, name: str, words: Words) -> float:
        """Return what is left of a score where no word tells a part or scope from its whole."""
        own = self.own[name]
        return _UNSAID if own and not own & words.keys() else 1.0

    def _sectors(
        self, raw: Sequence[Mapping[str, float]], contexts: Sequence[Context]
    ) -> dict[str, dict[str, float]]:
        """Return for each section how much of it belongs to which sector."""
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for scores, context in zip(raw, contexts, strict=True):
            if scores:
                best = max(scores, key=lambda name: scores[name])
                votes[context.section][self.catalog.sector_of[best]] += scores[best]
        return {
            section: {sector: vote / (sum(sectors.values()) or 1.0) for sector, vote in sectors.items()}
            for section, sectors in votes.items()
        }


def _own_words(indicator: Indicator, known: Mapping[str, Indicator]) -> frozenset[str]:
    """Return the words that tell an indicator from one whose name its own name holds.

    室外 tells 5G室外基站 from 5G基站; without them the plain one is meant.
    """
    own = _grams(indicator.name.zh)
    plainer = [
        grams for other in known.values()
        if other.unit == indicator.unit and (grams := _grams(other.name.zh)) < own
    ]
    listed = [indicator.subset_of, *(entry.with_ for entry in indicator.other_scope)]
    plainer += [_grams(known[other].name.zh) for other in listed if other and other in known]
    return frozenset(own.difference(*plainer)) if plainer else frozenset()


def _description(indicator: Indicator) -> list[tuple[str, float]]:
    parts = [(indicator.name.zh, _NAME), (indicator.definition.zh, _DEFINITION)]
    if indicator.short is not None:
        parts.append((indicator.short.zh, _NAME))
    if indicator.unit_label is not None:
        parts.append((indicator.unit_label.zh, _DEFINITION))
    return [*parts, *((word, _KEYWORD) for word in indicator.keywords)]
