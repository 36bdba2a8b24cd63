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
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from indicators.catalog import Catalog
from indicators.figures import Figure
from indicators.models import Indicator
from indicators.texts import wording
from indicators.texts.clauses import Clause, named_at_end
from indicators.texts.describing import Description, Form, describe
from indicators.texts.english_names import EnglishSaid, english_names
from indicators.texts.english_names import scores as english_scores
from indicators.texts.naming import (
    Names,
    joinings,
    plain,
    written_names,
)
from indicators.texts.portions import is_part, whole_of
from indicators.texts.segmenting import Segmenter, segmenter
from indicators.texts.weighing import (
    OTHER_HEAD,
    OTHER_KIND,
    SENTENCE,
    SUBJECT,
    Around,
    is_printed,
    kind_left,
    word_worth,
)

BAR: Final = 0.85
"""The least score of a guess that is written down: `tests.benchmarks.drafting` measures it."""

MARGIN: Final = 0.1
"""By how much the next guess has to be behind: a near rival leaves the choice to the maintainer."""

WORTH_NAMING: Final = 0.15
"""The least score of a guess that is worth a maintainer's look."""

_LOOSE: Final = 0.55
"""What a word elsewhere in the sentence is worth where the name turns on a common one (企业)."""
_COMMON: Final = 3
"""In the names of more indicators than this a word is common."""
_COUNTED: Final = frozenset(("count", "events"))
_SCOPE: Final = 0.95
"""What a word of the scope is worth in the sentence; it may stand anywhere in it."""
_DESCRIBED: Final = 0.4
"""How strange a word is that only the definition has: it may tell a part from the whole."""
_DRESSED: Final = 0.75
"""The most that a whole name is worth which something stands before that the indicator doesn't know:
农村5G基站 may be a part of 5G基站."""
_JOINED: Final = 0.9
"""What a name is worth that is whole only with the beginning of the one before it."""
_TURNING: Final = frozenset("双非准类副")
"""Characters that make a name another one: 双千兆用户."""
_RIVAL: Final = 0.6
"""The least that is left of a name all of whose words stand in the clause, and more than in the whole
one: 智算门户已汇聚智能算力 says 智能算力, and 汇聚算力 too."""
_SUBJECT_END: Final = re.compile(r"^.*(?:已|现有|现共有|共有)$")


class Guess(NamedTuple):
    """An indicator that a figure may be.

    Attributes:
        indicator: Its id.
        score: How sure that is, from 0 to 1.
        named: Whether its whole name stands there, or all of its words beside the figure.
    """

    indicator: str
    score: float
    named: bool = False


def _order(guess: Guess) -> tuple[float, str]:
    return -guess.score, guess.indicator


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
        money = frozenset(name for name, unit in catalog.units.items() if unit.kind == "money")
        self._names = Names(catalog.indicators, money)
        self._written = {
            name: "|".join(map(plain, (entry.name.zh, *written_names(entry))))
            for name, entry in catalog.indicators.items()
        }
        self._english = english_names(catalog.indicators)
        self._dressings: dict[str, tuple[tuple[str, ...], str]] = {}

    def guess(self, figures: Sequence[Figure], clauses: Sequence[Clause]) -> list[list[Guess]]:
        """Return for each figure the indicators it may be, the likeliest first.

        Args:
            figures: The figures of a document, in order.
            clauses: What stands around each.
        """
        found: list[list[Guess]] = []
        joined: dict[str, str] = {}
        for figure, clause in zip(figures, clauses, strict=True):
            if not clause.spoken:
                joined.clear()
            if clause.english is not None:
                before = found[-1] if found and clause.english.same else []
                found.append(before or self._in_english(figure, clause, clause.english))
                continue
            guesses = self._guesses(figure, clause, joined)
            whole = whole_of(figures, clause.among, figure, self.catalog.unit_table)
            if whole >= 0:
                likely = [one.indicator for one in found[whole][:2] if one.score >= OTHER_HEAD]
                guesses = [
                    guess if is_part(
                        guess.indicator, likely, clauses[whole], self.catalog.indicators, self._written
                    )
                    else guess._replace(score=round(guess.score * OTHER_KIND, 3))
                    for guess in guesses
                ]
                guesses.sort(key=_order)
            found.append(guesses)
        return found

    def _in_english(self, figure: Figure, clause: Clause, said: EnglishSaid) -> list[Guess]:
        able = [name for name, entry in self.catalog.indicators.items() if self.fits(figure, entry)]
        found = []
        for name, score in english_scores(said, self._english, able).items():
            entry = self.catalog.indicators[name]
            other = figure.change is not None and entry.growth_of is None and entry.increment_of is None
            left = OTHER_KIND if other or clause.owner or clause.place else 1.0
            found.append(Guess(name, round(score * left, 3), score >= BAR))
        return sorted([guess for guess in found if guess.score >= WORTH_NAMING], key=_order)

    def _guesses(self, figure: Figure, clause: Clause, joined: dict[str, str]) -> list[Guess]:
        """Return the guesses for a figure; what is listed with it is as good a guess."""
        readings = [clause, *(
            replace(clause, named=other, phrase=other, listed=()) for other in clause.listed
        )]
        arounds = [Around.of(reading) for reading in readings]
        scores: dict[str, float] = {}
        for name, entry in self.catalog.indicators.items():
            if self.fits(figure, entry):
                scores[name] = max(
                    self._score(figure, reading, around, name)
                    for reading, around in zip(readings, arounds, strict=True)
                )
        whole = self._by_name(figure, clause, scores, joined)
        if clause.listed and "分别" not in clause.clause and self.catalog.units[figure.unit].kind in _COUNTED:
            # 智能工厂、数字化车间36个: one number for both.
            for name in scores:
                if not all("".join(one).lower() in self._written[name] for one in clause.listed):
                    scores[name] *= OTHER_KIND
            whole = ()
        found = [
            Guess(
                name, round(score, 3), name in whole or (score >= BAR and self._is_close(name, arounds))
            )
            for name, score in scores.items()
        ]
        found.sort(key=_order)
        return [guess for guess in found if guess.score >= WORTH_NAMING]

    def _is_close(self, name: str, arounds: Sequence[Around]) -> bool:
        """Tell whether nothing foreign stands between the words of a name, wherever they are.

        可信数据空间接入企业 has 数据 and 企业, and is no 数据企业.
        """
        words = self.descriptions[name]
        for form in words.forms:
            for around in arounds:
                if all(word in around.phrase or word in around.subject for word in form.own):
                    return True
                spans = [(at, at + len(word)) for word in form.own if (at := around.clause.find(word)) >= 0]
                if len(spans) < len(form.own):
                    continue
                between = around.clause[min(spans)[0] : max(end for _, end in spans)]
                if not any(
                    token.is_content and len(token.text) > 1 and not self._is_neutral(token.text)
                    and token.text not in words.known and token.text not in words.described
                    for token in self.segmenter.tokens(between)
                ):
                    return True
        return False

    def _by_name(
        self, figure: Figure, clause: Clause, scores: dict[str, float], joined: dict[str, str]
    ) -> Collection[str]:
        """Raise the scores of indicators whose whole name stands there, and return these.

        Others are left with what the figure's own clause says of them.

        Args:
            figure: The figure.
            clause: What stands around it.
            scores: Those that fit, with what their words are worth.
            joined: Names of the sentence that were made whole by what was spoken of before.
        """
        whole: dict[str, str] = {}
        for said in clause.printed:
            for name, rest in self._names.ending(said.text).items():
                if name not in scores or (rest and said.whole):
                    continue
                entry, words = self.catalog.indicators[name], self.descriptions[name]
                pure = self._dressed(rest, words)
                score = said.worth * pure * kind_left(figure, clause, entry, words)
                # What stands before a name counts against it, on whichever side of a verb it is.
                scores[name] = score if said.worth == 1 else max(scores[name], score)
                if score >= BAR:
                    whole[name] = said.text[len(rest) :]
        if not whole and clause.spoken and clause.printed:
            short = clause.printed[0].text
            spoken = joined.get(clause.spoken, clause.spoken)
            longer = [token.text for token in self.segmenter.tokens(spoken)]
            while len(longer) > 1 and self._is_neutral(longer[0]):
                del longer[0]
            for text in joinings(longer, short):
                for name in self._names.whole(text):
                    if name not in scores:
                        continue
                    joined[short] = text
                    entry = self.catalog.indicators[name]
                    score = _JOINED * kind_left(figure, clause, entry, self.descriptions[name])
                    scores[name] = max(scores[name], score)
                    if score >= BAR:
                        whole[name] = text
                if whole:
                    break
        if whole and wording.names_something(clause.named):
            own = replace(
                clause, phrase=clause.named, subject=(), said=clause.clause, sentence=clause.clause, heading="",
            )
            around = Around.of(own)
            # Of a name that holds the whole one (数字经济高新技术企业) it may be the short form.
            shortened = replace(clause, subject=(), phrase=clause.named)
            around_short = Around.of(shortened)
            for name, score in scores.items():
                if name in whole or score < WORTH_NAMING:
                    continue
                if any(said in self._written[name] for said in whole.values()):
                    scores[name] = min(score, self._score(figure, shortened, around_short, name))
                    continue
                more = any(
                    self._covered(figure, form, around, own) >= BAR
                    and any(not any(word in said for said in whole.values()) for word in form.own)
                    for form in self.descriptions[name].forms
                )
                left = self._score(figure, own, around, name)
                scores[name] = max(min(score, left), _RIVAL if more else 0.0)
        return whole.keys()

    def _dressed(self, rest: str, words: Description) -> float:
        """Return how much of what stands before a whole name leaves it what it is, from 0 to 1."""
        if not rest:
            return 1.0
        if rest not in self._dressings:
            # What comes before 等 are examples of what is named after it.
            # 已 parts the subject from what it has: 平台已开放数据集.
            tokens = self.segmenter.tokens(_SUBJECT_END.sub("", rest.rpartition("等")[2]))
            place = max((n for n, t in enumerate(tokens) if wording.opens_place(t.text)), default=-1)
            tokens = tokens[place + 1 :]
            named, verb, _ = named_at_end(tokens, self.modifiers)
            if tokens and not named and tokens[-1].tag == "d" and len(tokens[-1].text) > 1:
                named = (tokens[-1].text,)  # 长途 is an adverb to the dictionary
            # 东部机架 are in a part of the place; of 建成和在建数据中心 some are none that the name means.
            named += tuple(t.text for t in tokens if t.tag in ("f", "s") and len(t.text) > 1)
            named += (rest[-2:],) if rest[-1] in "和与及" else ()
            self._dressings[rest] = named, verb
        named, verb = self._dressings[rest]
        strange = 0.0
        for word in named:
            low = word.lower()
            if self._is_neutral(low) or (low in words.known and low not in words.barred):
                continue
            part = _DESCRIBED if low in words.described and low not in words.barred else 1.0
            strange += part * self._weights.get(low, self._rarest)
        if verb and not self._governs(verb, words):
            strange += self._rarest
        if not strange:
            return 1.0
        known = max(sum(self._weights[word] for word in form.own) for form in words.forms)
        return min(_DRESSED, known / (known + strange))

    def _is_neutral(self, word: str) -> bool:
        return (
            word in wording.GENERAL or word in wording.GOVERNING or wording.is_place_word(word)
            or wording.says_added([word]) or (len(word) < 2 and not word.isascii() and word not in _TURNING)
        )

    def fits(self, figure: Figure, indicator: Indicator, *, part: bool = False) -> bool:
        """Return whether unit and size of a figure allow that it is an indicator (or its part)."""
        units = self.catalog.unit_table
        if indicator.unit not in units:
            return False
        source, target = units.by_id(figure.unit), units.by_id(indicator.unit)
        if self.catalog.units[source.id].generic == "yes" and target.kind == "count":
            source = target
        if source.base != target.base:
            looked_up = figure.stated_unit == "times" and target.kind == "events"  # 3.6 billion times
            if figure.stated_unit not in self.catalog.units[target.id].also and not looked_up:
                return False
            source = target  # 1890张 is of what the indicator counts: beds, licences, cards
        ends = (figure.value,) if figure.value is not None else (figure.lower, figure.upper)
        for end in ends:
            value = None if end is None else units.convert(end, source.id, target.id)
            if value is None:
                continue
            valid = indicator.valid
            if valid is not None and (value > valid.max or (not part and value < valid.min)):
                return False
        return True

    def _score(self, figure: Figure, clause: Clause, around: Around, name: str) -> float:
        entry, words = self.catalog.indicators[name], self.descriptions[name]
        best = max(self._covered(figure, form, around, clause) for form in words.forms)
        return best * self._purity(clause, words) * kind_left(figure, clause, entry, words)

    def _covered(self, figure: Figure, form: Form, around: Around, clause: Clause) -> float:
        """Return how much of a name is said, and said of what is counted; from 0 to 1."""
        total = said = 0.0
        elsewhere = SENTENCE if self._weights[form.head] > self._common else _LOOSE
        for word in form.own:
            weight = self._weights[word]
            total += weight
            said += weight * word_worth(word, figure, clause, around, elsewhere)
        for word in form.numerator:
            weight = self._weights[word]
            total += weight
            said += weight * (word in around.numerator)
        for word in form.scope:
            weight = self._weights[word]
            total += weight
            said += weight * (
                1.0 if word in around.clause else _SCOPE if word in around.sentence
                else SUBJECT if word in around.heading else 0.0
            )
        head = form.head in around.counted or is_printed(form.head, figure)
        return (said / total if total else 0.0) * (1.0 if head else OTHER_HEAD)

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
            return 0.0 if strange else OTHER_HEAD
        return known / (known + strange)

    def _governs(self, verb: str, words: Description) -> bool:
        """Tell whether a verb before the counted thing leaves it what it is."""
        if verb in wording.JOINING:
            return verb in words.known
        known = wording.GOVERNING | wording.EVENTS | wording.THROUGH
        return verb in known or verb in words.known
