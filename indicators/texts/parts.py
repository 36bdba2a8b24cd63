"""Figures labelled with a breakdown's code: in 共60万公里(电信30万公里、…) they are parts of the total."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from indicators.figures import Figure
from indicators.texts.clauses import Clause
from indicators.texts.guessing import Guess, Guesser

_OF_WHICH: Final = re.compile(r"其中|包括|分别")
_SOME_OF: Final = re.compile("[\u4e00-\u9fff]其中的?(?:有|约|近|逾|超过?)?$")
_NEAR: Final = 8
_LIST: Final = 2
_BACK: Final = 8
"""Figures before a list of parts among which their total is looked for."""
_FIRM: Final = re.compile("(?:有限)?(?:分)?公司$|集团$")
_LONGEST: Final = 6
_SENTENCE_END: Final = re.compile(r"[。!?]|\n[ \t\u3000]*\n")


class Part(NamedTuple):
    """A figure that is labelled as a part.

    Attributes:
        breakdown: The breakdown and its code, as the YAML writes them.
        indicators: Those that have the breakdown and that the figure fits.
        total: Number of the figure that it is a part of; -1 if it can't be told.
    """

    breakdown: tuple[tuple[str, str], ...]
    indicators: tuple[str, ...]
    total: int


def find_parts(
    line: str,
    spans: Sequence[tuple[int, int]],
    figures: Sequence[Figure],
    clauses: Sequence[Clause],
    guesser: Guesser,
) -> Mapping[int, Part]:
    """Return the figures whose own words are a breakdown's code, by their number.

    Args:
        line: The text, width folded.
        spans: Where each figure stands in it.
        figures: The figures, in order.
        clauses: What stands around each.
        guesser: For the definitions.
    """
    found: dict[int, Part] = {}
    total = -1
    for number, clause in enumerate(clauses):
        label = "".join(clause.named)
        named = False
        for breakdown in guesser.catalog.breakdowns.values():
            codes = [code.id for code in breakdown.codes if _names(label, code.name.zh)]
            if len(codes) != 1:
                continue
            able = tuple(
                name for name, entry in guesser.catalog.indicators.items()
                if breakdown.id in entry.breakdowns
                and guesser.fits(figures[number], entry, part=True)
            )
            if able:
                named = True
                whole = total if total >= 0 and _belongs(line, spans, total, number) else -1
                found[number] = Part(((breakdown.id, codes[0]),), able, whole)
        if not named:
            total = number
    found.update(_summed(found, figures))
    return found


def _summed(parts: Mapping[int, Part], figures: Sequence[Figure]) -> Mapping[int, Part]:
    """Return the parts of a list that add up to a figure before it, with that figure as their total."""
    found: dict[int, Part] = {}
    for first in parts:
        if first - 1 in parts or parts[first].total >= 0:
            continue
        last = first
        while last + 1 in parts:
            last += 1
        numbers = range(first, last + 1)
        values = [figures[number].value for number in numbers]
        known = [value for value in values if value is not None]
        if len(values) < _LIST or len(known) < len(values) or len({parts[number].breakdown for number in numbers}) < len(values):
            continue
        for total in range(first - 1, max(-1, first - 1 - _BACK), -1):
            if figures[total].unit == figures[first].unit and figures[total].value == sum(known):
                found.update({number: parts[number]._replace(total=total) for number in numbers})
                break
    return found


def but_for_some(line: str, starts: Sequence[int], guesses: Sequence[Sequence[Guess]]) -> list[Sequence[Guess]]:
    """Return guesses without those of a number that is of some of what was counted before: 已引进其中5家.

    Args:
        line: The text, width folded.
        starts: Where each number begins in it.
        guesses: The guesses of each.
    """
    return [
        () if _SOME_OF.search(line, max(0, start - _NEAR), start) else listed
        for start, listed in zip(starts, guesses, strict=True)
    ]


def _names(label: str, name: str) -> bool:
    """Return whether a label is a code's name, or the tail of it: 电信 of 中国电信, 云江电信, 县电信公司."""
    firm = _FIRM.sub("", label)
    local = name.startswith("中国") and len(firm) <= _LONGEST and firm.endswith(name.removeprefix("中国"))
    return len(label) >= 2 and (name == label or name.endswith(label) or label.endswith(name) or local)


def _belongs(line: str, spans: Sequence[tuple[int, int]], total: int, number: int) -> bool:
    """Tell whether what stands between says that the second figure is a part of the first."""
    between = line[spans[total][1] : spans[number][0]]
    if _SENTENCE_END.search(between):
        return False
    return between.count("(") > between.count(")") or _OF_WHICH.search(between) is not None
