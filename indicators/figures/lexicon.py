"""Finding the words of the tables in a text: the longest that stands at a place.

Dictionaries by first character instead of one pattern of all words: compiling that would take
longer than all else that importing the package does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple, TypeVar

from indicators.figures.frames import CHANGE_WORDS, SCOPE_WORDS, YEAR_FRAMES, ChangeWord
from indicators.figures.signs import RANGE_SIGNS, RATIO_PREFIXES
from indicators.figures.words import RELATION_WORDS, BoundWord

_NONE: Final[frozenset[str]] = frozenset()
_T = TypeVar("_T")
_Table = dict[str, tuple[tuple[str, _T], ...]]


class Before(NamedTuple):
    """A word before the number: a bound, a change or a scope."""

    text: str
    bound: BoundWord | None
    change: ChangeWord | None
    scopes: frozenset[str]
    not_before: str


def _by_first(words: Iterable[tuple[str, _T]]) -> _Table[_T]:
    """Return the words by their first character, longest first."""
    table: dict[str, list[tuple[str, _T]]] = {}
    for text, word in sorted(words, key=lambda item: -len(item[0])):
        table.setdefault(text[0], []).append((text, word))
    return {first: tuple(entries) for first, entries in table.items()}


def _before_words() -> dict[str, Before]:
    words: dict[str, Before] = {}
    for bound in RELATION_WORDS:
        if bound.position == "before":
            words[bound.text] = Before(bound.text, bound, None, _NONE, bound.not_before)
    for change in CHANGE_WORDS:
        words[change.text] = Before(change.text, None, change, _NONE, change.not_before)
    for scope in SCOPE_WORDS:
        known = words.get(scope.text)
        scopes = frozenset({scope.scope_of}) | (known.scopes if known else _NONE)
        words[scope.text] = Before(scope.text, None, None, scopes, "")
    return words


_BEFORE: Final[_Table[Before]] = _by_first(_before_words().items())
_AFTER: Final[_Table[BoundWord]] = _by_first(
    (word.text, word) for word in RELATION_WORDS if word.position == "after"
)
INSIDE: Final = {word.text: word for word in RELATION_WORDS if word.position == "inside"}
_RANGE: Final[_Table[str]] = _by_first((sign, sign) for sign in RANGE_SIGNS)
_RATIO: Final[_Table[str]] = _by_first((prefix, prefix) for prefix in RATIO_PREFIXES)


_YEAR_FRAMES: Final = tuple((re.compile(form), frozenset({of})) for form, of in YEAR_FRAMES)
_YEAR_FRAME_START: Final = frozenset("比较与是为达相约12一二")


def _year_frame(text: str, start: int) -> Before | None:
    """Return a scope that names a year: 较2020年末, 是2020年的."""
    for form, scopes in _YEAR_FRAMES:
        if (found := form.match(text, start)) is not None:
            return Before(found[0], None, None, scopes, "")
    return None


def word_before(text: str, start: int) -> Before | None:
    """Return the longest word at ``start`` that may stand before a number."""
    if text[start : start + 1] in _YEAR_FRAME_START and (frame := _year_frame(text, start)):
        return frame
    for form, word in _BEFORE.get(text[start : start + 1], ()):
        if text.startswith(form, start):
            # 上 is a bound word only before a multiplier: 上百家, 上万; not 上百分之五.
            if form == "上" and (
                text[start + 1 : start + 2] not in ("百", "千", "万", "亿")
                or text.startswith("分之", start + 2)
            ):
                continue
            if word.not_before:
                following = text[start + len(form) : start + len(form) + 1]
                if following and following in word.not_before:
                    continue
            return word
    return None


def word_after(text: str, start: int) -> BoundWord | None:
    """Return the longest bound word at ``start`` that may stand after a unit."""
    for form, word in _AFTER.get(text[start : start + 1], ()):
        if text.startswith(form, start):
            following = text[start + len(form) : start + len(form) + 1]
            if following and following in word.not_before:
                continue
            return word
    return None


def range_sign(text: str, start: int) -> str | None:
    """Return the longest range sign at ``start``."""
    for form, _ in _RANGE.get(text[start : start + 1], ()):
        if text.startswith(form, start):
            return form
    return None


def ratio_prefix(text: str, start: int) -> str | None:
    """Return 百分之, 千分之 or 万分之 if it stands at ``start``."""
    for form, _ in _RATIO.get(text[start : start + 1], ()):
        if text.startswith(form, start):
            return form
    return None
