"""Which known word is meant by one that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from typing import Final

_NOTHING: Final[Mapping[str, str]] = {}
_ALIKE: Final = 0.6
"""How much of two words must be alike, of 1, for one to be meant by the other."""
_WEIGHED: Final = 12
"""Known words that are compared with care, of those that share most of their characters in order."""
_GAPS_RE: Final = re.compile(r"[\s\-_]+")
_KEPT: Final = 4096
"""Slips whose remedy is kept."""
_MOST: Final = 100
"""Characters of a word that are looked at."""


class Names:
    """The words that would be right: made once, and asked for every word that isn't.

    Args:
        known: The words.
        meant: Other words, such as Chinese ones, with the known word that each stands for.
    """

    def __init__(self, known: Iterable[str], meant: Mapping[str, str] = _NOTHING) -> None:
        self._known = tuple(known)
        self._exact = frozenset(self._known)
        self._meant = {word: name for word, name in meant.items() if name in self._exact}
        self._folded = {_folded(name): name for name in self._known}
        self._found: dict[str, str] = {}

    def nearest(
        self, word: str, without: Set[str] = frozenset(), *, compared: bool = True
    ) -> str:
        """Return the known word that looks most like ``word``, or an empty text.

        The same slip is often made a thousand times: what was found is kept.

        Args:
            word: What was found.
            without: Known words that aren't meant.
            compared: Whether words may be compared with all that are known.
        """
        word = word[:_MOST].strip(" “”‘’＂＇「」\"'")
        if without:
            same = self._same(word)
            if same and same not in without:
                return same
            return self._most_like(word, without) if compared else ""
        if word not in self._found:
            if not compared:
                return self._same(word)
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[word] = self._same(word) or self._most_like(word, without)
        return self._found[word]

    def _same(self, word: str) -> str:
        """Return the known word that is another way to write a word, or nothing."""
        if word in self._exact:
            return word
        return self._meant.get(word) or self._folded.get(_folded(word), "")

    def _most_like(self, word: str, without: Set[str]) -> str:
        known, folded = self._known, tuple(self._folded)
        if without:
            known = tuple(name for name in known if name not in without)
            folded = tuple(name for name in folded if self._folded[name] not in without)
        return _closest(word, known) or self._folded.get(_closest(_folded(word), folded), "")


def nearest(word: str, known: Iterable[str], meant: Mapping[str, str] = _NOTHING) -> str:
    """Return the known word that looks most like ``word``, or an empty text.

    Args:
        word: What was found.
        known: The words that would be right.
        meant: Other words with the known word that each stands for.
    """
    return _names(tuple(known), tuple(meant.items())).nearest(word)


@lru_cache(maxsize=16)
def _names(known: tuple[str, ...], meanings: tuple[tuple[str, str], ...]) -> Names:
    return Names(known, dict(meanings))


def _folded(name: str) -> str:
    return _GAPS_RE.sub("", name).lower()


def _closest(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that is most like another, as `difflib` measures it, or nothing.

    `difflib` takes longest over what is hardly alike. No two words are more alike to it than the
    characters allow that they share in order, which rapidfuzz counts in no time.
    """
    # Imported here: only a slip needs them.
    from difflib import SequenceMatcher

    from rapidfuzz import fuzz, process

    matcher = SequenceMatcher(b=word)
    best, found = _ALIKE, ""
    for name, bound, _ in process.extract(
        word, known, scorer=fuzz.ratio, score_cutoff=100 * _ALIKE, limit=_WEIGHED
    ):
        if bound / 100 < best - 1e-9:
            break
        matcher.set_seq1(name)
        ratio = matcher.ratio()
        if (ratio, name) > (best, found):
            best, found = ratio, name
    return found
