"""The one table of relations: every sign, word and name of one, and how a bar's end shows it.

How the true number stands to the printed one is said in many places: before a number, in a cell of
a table, beside a bar, at its end. Whatever is said or drawn there comes from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from indicators.figures import Relation


class End(Enum):
    """How the end of a bar, or a point, shows where the true number lies."""

    CLOSED = "closed"
    """At the printed number."""
    OPEN = "open"
    """Beyond it: strokes that fade and a chevron; an arrow upwards."""
    SHORT = "short"
    """Short of it: hollow, and closed by a stroke; an arrow downwards."""
    SOFT = "soft"
    """About there: it fades into the ground."""
    RANGE = "range"
    """From one number to the other."""


class Said(NamedTuple):
    """What is said of a relation.

    Attributes:
        sign: Its sign in mathematics.
        words: What goes before a number in a sentence, Chinese and English; empty where nothing does.
        name: What it is called.
        end: How a bar's end shows it.
    """

    sign: str
    words: tuple[str, str]
    name: tuple[str, str]
    end: End


RELATIONS: Final[Mapping[str, Said]] = MappingProxyType({
    Relation.EQUAL.value: Said("=", ("等于", ""), ("等于", "equal to"), End.CLOSED),
    Relation.GREATER_THAN.value: Said(">", ("超过", "over"), ("大于", "greater than"), End.OPEN),
    Relation.AT_LEAST.value: Said("≥", ("不少于", "at least"), ("不小于", "at least"), End.OPEN),
    Relation.LESS_THAN.value: Said("<", ("不足", "under"), ("小于", "less than"), End.SHORT),
    Relation.AT_MOST.value: Said("≤", ("最高", "up to"), ("不大于", "at most"), End.SHORT),
    Relation.ABOUT.value: Said("≈", ("约", "about"), ("约为", "about"), End.SOFT),
    Relation.BETWEEN.value: Said("—", ("介于", "between"), ("介于", "between"), End.RANGE),
})


def relation_sign(relation: str) -> str:
    """Return the sign of a relation: ``>`` for greater_than."""
    return RELATIONS[str(relation)].sign


def bound_sign(relation: str) -> str:
    """Return the sign that goes before a number; nothing where the number itself is meant, or a range."""
    said = RELATIONS[str(relation)]
    return "" if said.end in (End.CLOSED, End.RANGE) else said.sign


def relation_words(relation: str, lang: str) -> str:
    """Return a relation in words: 超过, over; nothing for equal in English."""
    return RELATIONS[str(relation)].words[lang == "en"]


def end_of(relation: str) -> End:
    """Return how a bar's end shows a relation."""
    return RELATIONS[str(relation)].end
