"""What the rules need to know, and how they report a name that nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from indicators.catalog.area_codes import MUNICIPALITIES, level_of
from indicators.catalog.nearest import Names
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.figures.periods import PeriodError, parse_period, suggest_period
from indicators.figures.units import Units
from indicators.models import (
    Area,
    Breakdown,
    Indicator,
    Sector,
    Text,
    UnitEntry,
)
from indicators.reading.problems import Thing


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules need to know, and where they report."""

    sectors: Mapping[str, Sector]
    units: Mapping[str, UnitEntry]
    unit_table: Units
    areas: Mapping[str, Area]
    breakdowns: Mapping[str, Breakdown]
    indicators: Mapping[str, Indicator]
    sector_of: Mapping[str, str]
    file_of: Mapping[str, str]
    report: Callable[..., None]
    home: str = ""
    names: AllNames = field(default_factory=lambda: AllNames())

    last: list[tuple[Mapping[str, object], Names]] = field(default_factory=list)
    left: list[int] = field(default_factory=lambda: [MOST_COMPARED])
    made: dict[str, dict[str, object]] = field(default_factory=dict)

    def reach_of(self, area: str) -> tuple[bool, bool]:
        """Return whether an indicator's range says the least, and the most, of a place's counts.

        Ranges are written for the folder's own place and those of its level: a nation has more, a
        district less, and of a region nobody knows; nor while a document doesn't say what its place is.
        """
        if area == PLACEHOLDER:
            return False, False
        own = self.areas.get(self.home or next(iter(self.areas), ""))
        other = self.areas.get(area)
        if own is None or other is None or own.id == area:
            return True, True
        if area in MUNICIPALITIES and level_of(own) in ("province", "city"):
            return True, True
        ranks = [_LEVELS.get(level_of(one)) for one in (own, other)]
        if ranks[0] is None or ranks[1] is None:
            return False, False
        return ranks[1] <= ranks[0], ranks[1] >= ranks[0]

    def codes(self, breakdown: str) -> Mapping[str, object]:
        """Return the codes of a breakdown, the same mapping whenever it is asked for."""
        if breakdown not in self.made:
            self.made[breakdown] = {item.id: item for item in self.breakdowns[breakdown].codes}
        return self.made[breakdown]

    def nearest(
        self, found: str, known: Mapping[str, object], without: Set[str] = frozenset()
    ) -> str:
        """Return the known code that a name most likely stands for, or an empty text.

        A document full of slips beside a very large vocabulary is compared with it no more than
        so often; then only what differs in capitals, gaps or language is found.

        Args:
            found: What isn't known.
            known: What is, by code.
            without: Codes that it doesn't stand for.
        """
        names = self._names(known)
        self.left[0] -= 2 * len(known)
        return names.nearest(found, without, compared=self.left[0] >= 0)

    def _names(self, known: Mapping[str, object]) -> Names:
        for key in _ASKED_OFTEN:
            if known is getattr(self, key):
                return self.names.of(key, known)
        for key, codes in self.made.items():
            if known is codes:
                return self.names.of(f"codes of {key}", known)
        if not self.last or self.last[0][0] is not known:
            self.last[:] = [(known, Names(known, meant_by(known)))]
        return self.last[0][1]


class AllNames:
    """The names of what a vocabulary holds, made once, when one is first asked for."""

    def __init__(self) -> None:
        self._of: dict[str, Names] = {}

    def of(self, key: str, known: Mapping[str, object]) -> Names:
        """Return the names of the vocabulary's entries of one kind."""
        if key not in self._of:
            self._of[key] = Names(known, meant_by(known))
        return self._of[key]

    def __reduce__(self) -> tuple[type[AllNames], tuple[()]]:
        """Return how to make them anew in another process: what was asked here is nothing there."""
        return AllNames, ()


_LEVELS: Final = {"nation": 0, "province": 1, "city": 2, "district": 3}
MOST_COMPARED: Final = 5_000_000
"""Comparisons of slips with known names, in one document: a hundred slips with 25,000 names."""
_ASKED_OFTEN: Final = ("indicators", "units", "sectors", "areas", "breakdowns")


def known_or_reported(
    context: Context, file: str, loc: tuple[int | str, ...], code: str, found: str,
    known: Mapping[str, object], kind: str, hides: frozenset[Thing] = frozenset(),
    without: Set[str] = frozenset(), **details: str,
) -> bool:
    """Report ``found`` if it isn't known; ``kind`` is the kind of thing that it would be.

    It isn't taken for one of ``without``.
    """
    if found in known:
        return True
    if found != PLACEHOLDER:  # that is reported as such
        context.report(
            file, loc, code, found=found, nearest=context.nearest(found, known, without),
            needs=((kind, found),), hides=hides, **details,
        )
    return False


def period_or_reported(context: Context, file: str, loc: tuple[int | str, ...], found: str) -> bool:
    """Report a text that is no period, with what it may have been meant for."""
    try:
        parse_period(found)
    except PeriodError as error:
        context.report(
            file, loc, "bad-period", found=found, reason_zh=error.zh, reason_en=error.en, nearest=suggest_period(found),
        )
        return False
    return True


def meant_by(entries: Mapping[str, object]) -> dict[str, str]:
    """Return the code that each name of the entries stands for, in either language."""
    meant: dict[str, str] = {}
    for code, entry in entries.items():
        for text in (getattr(entry, "name", None), getattr(entry, "short", None)):
            if isinstance(text, Text):
                meant |= {text.zh: code, text.en: code}
        meant |= dict.fromkeys(getattr(entry, "written", ()), code)
    return meant


def named(context: Context, indicator_id: str) -> dict[str, str]:
    """Return an indicator's name and code for a message, in both languages."""
    name = context.indicators[indicator_id].name
    return {
        "indicator_zh": f"“{name.zh}”({indicator_id})", "indicator_en": f"{name.en} ({indicator_id})"
    }
