"""Which indicator an English clause names: all the words of its English name, and no other's more.

Drafts are of Chinese documents and guess by Chinese words; what is proofed may be the English twin.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.catalog import TOTAL, Catalog

_WORD: Final = re.compile(r"[a-z0-9]+")
_SAYING_NOTHING: Final = frozenset((
    "a", "an", "and", "by", "for", "from", "in", "its", "of", "on", "or", "out", "per", "the", "to", "with", "number",
    "total", "length", "count", "amount", "size", "area", "city", "municipal", "guangzhou",
))
"""Words of a name that a sentence says otherwise, by the unit or by where it stands."""
_STOP: Final = re.compile(r"[;!?\n]|\.(?=\s|$)")
_LONGEST: Final = 400
"""Characters before and after a figure that are looked at."""
_FEWEST: Final = 2
"""Words of a name that tell it from any other thing."""


class English:
    """Knows a catalogue's indicators by their English names.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names = {
            name: words for name, entry in catalog.indicators.items()
            if len(words := _words(entry.name.en) - _SAYING_NOTHING) >= _FEWEST
        }

    def named(self, text: str, start: int, end: int) -> tuple[str, str]:
        """Return the indicator that the clause around a figure names, and the part; empty where that isn't sure.

        Args:
            text: The text.
            start: Where the figure begins.
            end: Where it ends.
        """
        if not text[start:end].isascii():
            return "", TOTAL
        before = text[max(0, start - _LONGEST) : start]
        stops = [match.end() for match in _STOP.finditer(before)]
        after = text[end : end + _LONGEST]
        stop = _STOP.search(after)
        around = before[stops[-1] if stops else 0 :] + " " + after[: stop.start() if stop else len(after)]
        said = _words(around)
        found = sorted(
            ((len(words), name) for name, words in self._names.items() if words <= said), reverse=True
        )
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return "", TOTAL
        name = found[0][1]
        if self._is_another(name, said):
            return "", TOTAL
        part = self._part(name, before.rpartition(",")[2].lower())
        return (name, part) if part is not None else ("", TOTAL)

    def _is_another(self, name: str, said: frozenset[str]) -> bool:
        """Tell whether a word is said that only a like indicator's name has: outdoor base stations."""
        unit, own = self._catalog.indicators[name].unit, self._names[name]
        return any(
            (words - own) & said for other, words in self._names.items()
            if other != name and self._catalog.indicators[other].unit == unit and words & own
        )

    def _part(self, name: str, stretch: str) -> str | None:
        """Return the part that is named right before a figure; None where several are."""
        found = [
            f"{key}={code.id}" for key in self._catalog.indicators[name].breakdowns
            if key in self._catalog.breakdowns for code in self._catalog.breakdowns[key].codes
            if code.name.en.lower() in stretch
        ]
        return TOTAL if not found else found[0] if len(found) == 1 else None


def _words(text: str) -> frozenset[str]:
    """Return the words of a text, without the ending of a plural."""
    return frozenset(
        word[:-1] if len(word) > len("bus") and word.endswith("s") and not word.endswith("ss") else word
        for word in _WORD.findall(text.lower())
    )
