"""Finding indicators: in Chinese, English, pinyin or its initials, whole or with a slip.

An index is made once for a catalogue; a search reads every entry, which takes milliseconds among
thousands. All that was typed is folded (width, case, white space); each word of the query must be
found somewhere in an entry, and where it is found says how much it counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from pypinyin import Style, pinyin
from rapidfuzz import fuzz

from indicators.catalog import Catalog
from indicators.models import Text, UnitEntry
from indicators.table.typed import as_data_has_it, says_something

LONGEST: Final = 80
"""Characters of a query that are looked at."""
MOST_WORDS: Final = 6
_NAME, _SHORT, _CODE, _KEYWORD, _SECTOR, _UNIT, _DEFINITION = 100.0, 90.0, 70.0, 80.0, 40.0, 30.0, 25.0
_EXACT, _PREFIX, _WORD, _INSIDE = 1.0, 0.9, 0.8, 0.65
_PINYIN, _INITIALS, _SOUND, _SLIP = 0.8, 0.7, 0.45, 0.4
_SHORTEST_SLIP: Final = 4
_LIKE_ENOUGH: Final = 80.0
_MOST_READINGS: Final = 8
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Field:
    """A text of an entry in the forms it can be found by."""

    weight: float
    text: str
    pinyin: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    syllables: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    fields: tuple[_Field, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An indicator that was found.

    Attributes:
        indicator: Its id.
        score: How well it fits; the greatest first.
    """

    indicator: str
    score: float


def fold(text: str) -> str:
    """Return a text without the differences that don't matter: width, case, spaces at the ends."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def spoken(text: str) -> list[str]:
    """Return how a text is typed by its sound: each reading of it in pinyin and by initials.

    Nothing if there is no Chinese in it.
    """
    folded = fold(text)
    if not _HAN.search(folded):
        return []
    return list(dict.fromkeys(form for whole, initials, _ in _readings(folded) for form in (whole, initials)))


class SearchIndex:
    """What is searched; immutable once made, shared by all sessions.

    Args:
        catalog: The catalogue. Names, short names, keywords, codes, sectors, units and
            definitions are searched, in both languages.
    """

    def __init__(self, catalog: Catalog) -> None:
        sectors = {
            key: _both(entry.name, _SECTOR, spoken=True) for key, entry in catalog.sectors.items()
        }
        self._entries = tuple(
            _Entry(
                key,
                (
                    *_both(entry.name, _NAME, spoken=True),
                    *(_both(entry.short, _SHORT, spoken=True) if entry.short else ()),
                    *(
                        _field(text, _KEYWORD, spoken=True)
                        for text in (*entry.aliases, *entry.keywords)
                    ),
                    _field(key.replace("_", " "), _CODE),
                    *sectors.get(catalog.sector_of[key], ()),
                    *(_unit(catalog.units[entry.unit]) if entry.unit in catalog.units else ()),
                    *_both(entry.definition, _DEFINITION),
                ),
            )
            for key, entry in catalog.indicators.items()
        )

    def search(self, query: str, facts: Callable[[str], Mapping[str, float]] | None = None) -> list[Hit]:
        """Return the indicators that fit, the best first; of equals, the catalogue's order.

        Nothing typed finds nothing. Words that can't be found as typed are looked for with a slip
        of a letter, or by how they sound, and count for less.

        Args:
            query: What was typed.
            facts: Returns of a word how well it fits what indicators' figures say, `Facts.find`; None to
                look at names alone.
        """
        words = [_Word.of(text) for text in _words(query)]
        if not words:
            return []
        said = {word.text: facts(word.text) for word in words} if facts is not None else {}
        hits = self._hits(words, said, slips=False)
        if facts is not None and len(words) > 1:
            # Over 430,000 km is one figure, of which no word need stand in a name.
            known, whole = {hit.indicator: hit.score for hit in hits}, facts(as_data_has_it(fold(query[:LONGEST])))
            hits = [Hit(key, max(known.get(key, 0.0), whole.get(key, 0.0))) for key in {**known, **whole}]
        return sorted(hits or self._hits(words, said, slips=True), key=lambda hit: -hit.score)

    def _hits(
        self, words: list[_Word], said: Mapping[str, Mapping[str, float]], *, slips: bool
    ) -> list[Hit]:
        found = []
        for entry in self._entries:
            score = 0.0
            for word in words:
                best = max((_score(word, field, slips) for field in entry.fields), default=0.0)
                best = max(best, said.get(word.text, {}).get(entry.id, 0.0))
                if not best:
                    break
                score += best
            else:
                found.append(Hit(entry.id, score / len(words)))
        return found


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the query; ``sound`` is its pinyin if it is Chinese."""

    text: str
    latin: bool
    sound: str

    @classmethod
    def of(cls, text: str) -> _Word:
        chinese = bool(_HAN.search(text))
        return cls(text, not chinese, _readings(text)[0][0] if chinese else "")


def _words(query: str) -> list[str]:
    # 430,000 is one number and not two words, Q1 2025 one period.
    joined = as_data_has_it(fold(query[:LONGEST]))
    parts = re.split(r"[\s,,、;;/|+]+", joined)
    found = [part for part in dict.fromkeys(parts) if part]
    return ([part for part in found if says_something(part)] or found)[:MOST_WORDS]


def _both(text: Text, weight: float, *, spoken: bool = False) -> tuple[_Field, _Field]:
    # In its own language a name counts a little more than in the other.
    return _field(text.zh, weight, spoken=spoken), _field(text.en, weight * 0.98)


def _unit(unit: UnitEntry) -> tuple[_Field, ...]:
    """Return what a unit is found by: its name, and what stands after a number where that is a word."""
    words = any(sign.isalpha() for sign in unit.label.en)
    label = (_field(unit.label.zh, _UNIT), _field(unit.label.en, _UNIT)) if words else ()
    return (*_both(unit.name, _UNIT), *label)


def _field(text: str, weight: float, *, spoken: bool = False) -> _Field:
    folded = fold(text)
    if not spoken or not _HAN.search(folded):
        return _Field(weight, folded)
    readings = _readings(folded)
    return _Field(
        weight, folded, tuple(whole for whole, _, _ in readings),
        tuple(initials for _, initials, _ in readings), tuple(starts for _, _, starts in readings),
    )


def _readings(text: str) -> list[tuple[str, str, frozenset[int]]]:
    """Return how a text can be read: pinyin in one run, initials, and where syllables begin.

    A character of several readings (长: chang, zhang) multiplies them; the likely one is first.
    """
    compact = re.sub(r"[^\w]", "", text)
    likely = [syllable[0] for syllable in pinyin(compact, style=Style.NORMAL)]
    every = pinyin(compact, style=Style.NORMAL, heteronym=True)
    if len(every) != len(likely):
        every = [[syllable] for syllable in likely]
    choices = [
        list(dict.fromkeys([first, *others]))[:2] for first, others in zip(likely, every, strict=True)
    ]
    found = []
    for syllables in product(*choices):
        starts, place = [], 0
        for syllable in syllables:
            starts.append(place)
            place += len(syllable)
        initials = "".join(
            syllable if not _HAN.search(source) else syllable[:1]
            for syllable, source in zip(syllables, _sources(compact), strict=False)
        )
        found.append(("".join(syllables), initials, frozenset(starts)))
        if len(found) >= _MOST_READINGS:
            break
    return found


def _sources(text: str) -> list[str]:
    """Split as pypinyin does: each Chinese character, and each run of anything else."""
    return re.findall(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\u3400-\u4dbf\u4e00-\u9fff]+", text)


def _score(word: _Word, field: _Field, slips: bool) -> float:
    """Return how well a word fits a field: 0 not at all, its weight if it is the whole field."""
    best = _literal(word.text, field.text) * _share(word.text, field.text, 0.05)
    if word.latin and field.pinyin and best < _EXACT:
        best = max(best, _spoken(word.text, field))
    if not best and slips:
        best = _slipped(word, field)
    return best * field.weight


def _literal(word: str, text: str) -> float:
    place = text.find(word)
    if place < 0:
        return 0.0
    if len(word) == len(text):
        return _EXACT
    if word.isascii() and len(word) == 1 and not re.search(rf"\b{re.escape(word)}\b", text):
        return 0.0  # a lone letter is in every English text
    if place == 0:
        return _PREFIX
    if re.search(rf"(?<![a-z0-9]){re.escape(word)}", text):
        return _WORD
    # A short run of letters inside a word (jz in "jzx") means nothing.
    return 0.0 if word.isascii() and len(word) < 3 else _INSIDE


def _spoken(word: str, field: _Field) -> float:
    best = 0.0
    for whole, initials, starts in zip(field.pinyin, field.initials, field.syllables, strict=True):
        place = whole.find(word)
        while place >= 0 and place not in starts:
            place = whole.find(word, place + 1)
        if place >= 0 and len(word) > 1:
            part = _EXACT if word == whole else _PREFIX if place == 0 else _WORD
            best = max(best, part * _PINYIN * _share(word, whole, 0.1))
        place = initials.find(word)
        if place >= 0 and len(word) > 1:
            part = _EXACT if word == initials else _PREFIX if place == 0 else _WORD
            best = max(best, part * _INITIALS * _share(word, initials, 0.3))
    return best


def _share(word: str, text: str, weight: float) -> float:
    """Return 1 where a word is all of a text, down to 1 - ``weight`` where it is next to nothing."""
    return 1 - weight + weight * min(1.0, len(word) / max(1, len(text)))


def _slipped(word: _Word, field: _Field) -> float:
    """Return how well a word fits with a slip, or by its sound."""
    if word.sound and any(word.sound in whole for whole in field.pinyin):
        return _SOUND
    typed = word.sound or word.text
    if len(typed) < _SHORTEST_SLIP or field.weight <= _DEFINITION:
        return 0.0
    texts: Iterable[str] = (field.text, *field.pinyin) if word.latin else field.pinyin
    like = max((_likeness(typed, text) for text in texts), default=0.0)
    return _SLIP * like / 100 if like >= _LIKE_ENOUGH - 5 * (len(typed) < 6) else 0.0


def _likeness(typed: str, text: str) -> float:
    """Return from 0 to 100 how like the best-fitting piece of a text a word is."""
    if len(text) < len(typed) - 1:
        return 0.0
    whole = fuzz.partial_ratio(typed, text, score_cutoff=70) if len(text) >= len(typed) else 0.0
    words = max((fuzz.ratio(typed, piece, score_cutoff=70) for piece in text.split()), default=0.0)
    return max(whole, words)
