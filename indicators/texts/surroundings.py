"""What stands around the figures of a text: each one's clause, in Chinese or in English."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from indicators.figures.text import fold
from indicators.models.codelists import UnitEntry
from indicators.texts import wording
from indicators.texts.clauses import Clause, Clauses
from indicators.texts.dating import Dates
from indicators.texts.english_names import Printed as InEnglish
from indicators.texts.english_names import english_names, english_said
from indicators.texts.guessing import Guesser
from indicators.texts.name_lists import Place
from indicators.texts.numerals import Survey
from indicators.texts.printed import Printed, number_of
from indicators.texts.shelves import with_shelves

_COUNTED: Final = frozenset(("count", "events", "compute", "rank"))
"""Kinds of unit that a noun may follow: 12个园区, 4000P的算力, 三百次诊断."""
_NOUNS: Final = frozenset(("count", "events"))
"""Kinds of unit whose English words name what is counted: 48,600 base stations."""
_HEADING: Final = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；，,;\n]{2,30}\n", re.MULTILINE
)
"""A heading on a line of its own, which is no part of the sentence after it."""
_WIDER: Final = re.compile(
    r"\b(?:nationwide|nationally|china's|the nation's|the country's|across the country|worldwide|globally|the world's)(?![a-z])"
)
"""What tells that an English sentence is of a wider place."""
_ADDED: Final = "新增"
_HEAD: Final = 120
"""Characters at the head and the foot of a text that name whose it is."""


def clauses_of(
    found: Survey, dates: Dates, printed: Sequence[Printed], guesser: Guesser, names: Sequence[str]
) -> list[Clause]:
    """Return what stands around each figure; the issuer's and the title's names tell whose it is."""
    line = fold(found.text)

    def at(index: int) -> int:
        return index if line.origin is None else bisect_left(line.origin, index)

    units = guesser.catalog.units
    places = [
        Place(
            at(item.start), at(item.end),
            counted=item.figure.unit in units and units[item.figure.unit].kind in _COUNTED,
            added=_ADDED in item.figure.word or (
                item.figure.change is not None and units[item.figure.unit].kind in _COUNTED
            ),
            number=at(number_of(item)[0]),
        )
        for item in printed
    ]
    # A folder holds many places; a text that doesn't say whose it is is of the one that it is about.
    area = guesser.catalog.areas.get(guesser.catalog.home)
    home = guesser.segmenter.places(names)
    if not home and area is not None:
        home = guesser.segmenter.places([area.name.zh])
    around = guesser.segmenter.places([found.text[:_HEAD], found.text[-_HEAD:]])
    heads = [match.end() for match in _HEADING.finditer(found.text)]
    clauses = Clauses(
        line, places, sorted(at(end) for end in (*dates.ends, *heads)), guesser.segmenter, guesser.modifiers,
        home | around | wording.own_words(names), home,
    )
    read = clauses.read([found.sections.at(item.start).title for item in printed])
    known = english_names(with_shelves(guesser.catalog).indicators)
    english = english_said(
        found.text,
        [InEnglish(item.start, number_of(item)[0], _noun_of(item, units), item.end) for item in printed],
        " ".join(names), {word for said in known.values() for one in said for word in one},
    )
    whose = " ".join(names).lower()
    return [
        one if said is None else replace(one, english=said, place=_wider(one.said, whose))
        for one, said in zip(read, english, strict=True)
    ]


def _wider(said: str, whose: str) -> str:
    """Return the nation or the world where an English sentence speaks of it, and the text isn't of it; else nothing."""
    found = [place for place in _WIDER.findall(said.lower()) if place.split("'")[0] not in whose]
    return found[-1] if found else ""


def _noun_of(item: Printed, units: Mapping[str, UnitEntry]) -> int:
    """Return where the words of an English figure begin that name what it counts: 48,600 base stations."""
    spans = item.figure.spans
    if spans is None:
        return item.end
    counted = item.figure.unit in units and units[item.figure.unit].kind in _NOUNS
    return item.start + (spans.unit if counted else spans.after)


