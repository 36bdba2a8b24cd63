"""What a text says: its figures, each with the indicator its own clause names, period and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.catalog import TOTAL, Catalog
from indicators.figures import Figure, FigureError, parse_figure
from indicators.models import ObsStatus
from indicators.proof.english import English
from indicators.texts import Draft, draft
from indicators.texts.drafting import DraftClaim
from indicators.texts.guessing import BAR, MARGIN
from indicators.texts.segmenting import segmenter
from indicators.texts.when import Basis

_NAMED_WITH_PART: Final = 0.5
"""The least score of an indicator whose clause also names a part of it, which counts as a strange word."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of a text.

    Attributes:
        start: Where it begins, its bound word included.
        end: Where it ends.
        line: Its line, from 1.
        column: Its column, from 1.
        figure: The figure, read.
        section: The section it stands in.
        sentence: Its sentence up to it.
        indicator: The indicator that its own clause names, where that is sure; else empty.
        likely: All that it may be, with scores from 0 to 1, the likeliest first.
        beyond: The indicator its clause names, were its size no matter; else empty.
        breakdown: The part it is of, as the table writes it.
        period: Its period; empty where the text gives none.
        firm: Whether the sentence, or one before it, gives the period itself.
        status: Whether it is told as a fact, a target or a forecast.
        elsewhere: Whether its sentence is about another place than the catalogue's.
    """

    start: int
    end: int
    line: int
    column: int
    figure: Figure
    section: str
    sentence: str
    indicator: str
    likely: Mapping[str, float]
    beyond: str
    breakdown: str
    period: str
    firm: bool
    status: ObsStatus
    elsewhere: bool


def read(text: str, catalog: Catalog) -> list[Said]:
    """Return the figures of a text, in order; what can't be read as one is left out."""
    if not text.strip():
        return []
    made = draft(text, catalog)
    beyond = draft(text, _without_ranges(catalog))
    named = list(_named(made, catalog))
    free = {
        claim.start: (name, _breakdown(claim))
        for claim, name in zip(beyond.claims, _named(beyond, catalog), strict=True)
    }
    english, foreign = English(catalog), _Places(catalog)
    found = []
    for claim, indicator in zip(made.claims, named, strict=True):
        figure = _figure(claim, catalog)
        if figure is None:
            continue
        start = _start(text, claim)
        likely = {
            guess.indicator: guess.score for guess in claim.guesses if guess.indicator in catalog.indicators
        }
        widest, part_of = free.get(claim.start, ("", TOTAL))
        # A part of the wrong size is one all the same: 其中电信23亿公里.
        breakdown = part_of if _breakdown(claim) == TOTAL and not indicator else _breakdown(claim)
        before = _before(text, start)
        elsewhere = foreign.only(before)
        if elsewhere:
            indicator, widest, likely = "", "", {}
        elif breakdown == TOTAL and not indicator:
            part = _part(text, start, likely, catalog)
            indicator, breakdown = part or english.named(text, start, claim.end)
        line, column = claim.line, claim.column - (claim.start - start)
        found.append(Said(
            start, claim.end, line, max(column, 1), figure, claim.section, before, indicator,
            likely, widest, breakdown, claim.when.period,
            claim.when.basis in (Basis.STATED, Basis.BEFORE), claim.status, elsewhere,
        ))
    return found


def _without_ranges(catalog: Catalog) -> Catalog:
    """Return a catalogue by which a figure of the wrong size is still recognised."""
    return replace(catalog, indicators={
        name: entry.model_copy(update={"valid": None}) for name, entry in catalog.indicators.items()
    })


def _named(made: Draft, catalog: Catalog) -> Iterator[str]:
    """Yield the indicator of each figure where its clause leaves no doubt.

    A draft takes an indicator once for a period; a speech says the same figure time and again.
    """
    total = ""
    for claim in made.claims:
        name = claim.indicator or _surest(claim, catalog)
        if claim.breakdown and not claim.indicator:
            able = catalog.indicators[total].breakdowns if total else ()
            name = total if claim.breakdown[0][0] in able else ""
        if not claim.breakdown:
            total = name if name in catalog.indicators else ""
        yield name if name in catalog.indicators else ""


def _surest(claim: DraftClaim, catalog: Catalog) -> str:
    # What stands on a shelf only is defined elsewhere, and no rival of what is defined here.
    listed = [guess for guess in claim.guesses if guess.indicator in catalog.indicators]
    if not listed or listed[0].score < BAR:
        return ""
    if len(listed) > 1 and listed[0].score - listed[1].score < MARGIN:
        return ""
    return listed[0].indicator


class _Places:
    """Tells sentences of other places from those of the catalogue's areas.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        entries = catalog.indicators.values()
        named = [word for entry in entries for word in (entry.name.zh, *entry.keywords)]
        named += [code.name.zh for split in catalog.breakdowns.values() for code in split.codes]
        # 中国 of 中国电信 is no place that a sentence is about.
        self._named = sorted((name for name in named if len(name) > 1), key=len, reverse=True)
        self._cut = segmenter(frozenset(word for entry in entries for word in entry.keywords))
        self._own = self._cut.places(area.name.zh for area in catalog.areas.values())

    def only(self, sentence: str) -> bool:
        """Tell whether a sentence names places, and none of the catalogue's."""
        for name in self._named:
            sentence = sentence.replace(name, "，")
        found = self._cut.places([sentence])
        return bool(found) and not found & self._own


def _part(
    text: str, start: int, likely: Mapping[str, float], catalog: Catalog
) -> tuple[str, str] | None:
    """Return indicator and part where a clause names both at its head: 中国电信光缆23万公里."""
    names = list(likely)
    if not names or likely[names[0]] < _NAMED_WITH_PART:
        return None
    if len(names) > 1 and likely[names[0]] - likely[names[1]] < MARGIN:
        return None
    clause = text[max(text.rfind(stop, 0, start) for stop in "。；！？\n，,;、（(") + 1 : start]
    found = [
        f"{name}={code.id}" for name in catalog.indicators[names[0]].breakdowns if name in catalog.breakdowns
        for code in catalog.breakdowns[name].codes if code.name.zh in clause
    ]
    return (names[0], found[0]) if len(found) == 1 else None


def _figure(claim: DraftClaim, catalog: Catalog) -> Figure | None:
    if claim.stated is not None:
        return claim.stated
    try:
        return parse_figure(claim.figure, catalog.unit_table)
    except FigureError:
        return None


def _start(text: str, claim: DraftClaim) -> int:
    """Return where a figure begins with all its words: draft points at its number."""
    start = claim.end - len(claim.figure)
    return start if 0 <= start <= claim.start and text[start : claim.end] == claim.figure else claim.start


def _before(text: str, start: int) -> str:
    """Return what its sentence says before a figure."""
    return text[max(text.rfind(stop, 0, start) for stop in "。！？!?\n；;") + 1 : start]


def _breakdown(claim: DraftClaim) -> str:
    parts: Sequence[tuple[str, str]] = sorted(claim.breakdown)
    return ";".join(f"{key}={code}" for key, code in parts) or TOTAL
