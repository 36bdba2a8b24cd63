"""What the rules need to know, and how they report a name that nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from indicators.catalog.nearest import Names
from indicators.catalog.placeholders import PLACEHOLDER
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
    names: AllNames = field(default_factory=lambda: AllNames())

    def nearest(self, found: str, known: Mapping[str, object]) -> str:
        """Return the known code that a name most likely stands for, or an empty text.

        Args:
            found: What isn't known.
            known: What is, by code.
        """
        for key in _ASKED_OFTEN:
            if known is getattr(self, key):
                return self.names.of(key, known).nearest(found)
        return Names(known, meant_by(known)).nearest(found)


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


_ASKED_OFTEN: Final = ("indicators", "units", "sectors", "areas", "breakdowns")

def known_or_reported(
    context: Context, file: str, loc: tuple[int | str, ...], code: str, found: str,
    known: Mapping[str, object], kind: str, hides: frozenset[Thing] = frozenset(), **details: str,
) -> bool:
    """Report ``found`` if it isn't known; ``kind`` is the kind of thing that it would be."""
    if found in known:
        return True
    if found != PLACEHOLDER:  # that is reported as such
        context.report(
            file, loc, code, found=found, nearest=context.nearest(found, known),
            needs=((kind, found),), hides=hides, **details,
        )
    return False


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
