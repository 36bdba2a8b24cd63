"""Which known word is meant by one that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

_NOTHING: Final[Mapping[str, str]] = {}


def nearest(word: str, known: Iterable[str], meant: Mapping[str, str] = _NOTHING) -> str:
    """Return the known word that looks most like ``word``, or an empty text.

    Args:
        word: What was found.
        known: The words that would be right.
        meant: Other words, such as Chinese ones, with the known word that each stands for.
    """
    return _nearest(word[:100].strip(" “”‘’＂＇「」\"'"), tuple(known), tuple(meant.items()))


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...], meanings: tuple[tuple[str, str], ...]) -> str:
    """Do the same; the same slip is often made a thousand times."""
    meant = dict(meanings)
    if word in known:
        return word
    if meant.get(word) in known:
        return meant[word]
    folded = {re.sub(r"[\s\-_]+", "", name).lower(): name for name in known}
    plain = re.sub(r"[\s\-_]+", "", word).lower()
    if plain in folded:
        return folded[plain]
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "") or next(
        (folded[name] for name in get_close_matches(plain, folded, n=1, cutoff=0.6)), ""
    )
