"""Figures that stand against each other, held side by side: nothing is merged or averaged.

Four kinds: what ``evidence.yaml`` declares (against); the same thing given by several documents
(vintages); levels at dates that overlap (2020年12月 and 2020年); and the same thing counted by another
definition (another scope).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.evidence.declared import Declared
from indicators.evidence.guard import LEVELS
from indicators.evidence.intervals import Interval, Truth, intersection, interval_of, overlap
from indicators.evidence.vintages import vintages
from indicators.evidence.wording import span
from indicators.figures.periods import Period, PeriodError, parse_period
from indicators.models import Text


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures held against each other.

    Attributes:
        kind: ``declared``, ``vintage``, ``near`` or ``scope``.
        rows: The figures; for a vintage, those drawn in full first.
        first: Those that the rule draws in full.
        both: Whether all can be true, taking each at its word.
        shared: What all intervals allow; empty if nothing, None for other scopes.
        because: Why they may differ, if that is declared.
        clashes: Of a vintage, the pairs that can't both be true and of which nobody has declared
            why they differ, the newer document's figure first.
        name: What a declared one is called; None for the others, which have their indicator's name.
    """

    kind: str
    rows: tuple[Observation, ...]
    first: tuple[Observation, ...]
    both: Truth
    shared: Interval | None
    because: tuple[Text, ...] = ()
    clashes: tuple[tuple[Observation, Observation], ...] = ()
    name: Text | None = None

    @property
    def agrees(self) -> bool:
        """Whether every document gives the same number."""
        return self.kind == "vintage" and len({interval_of(row) for row in self.rows}) == 1

    @property
    def alarming(self) -> bool:
        """Whether the figures can't all be true."""
        return self.kind == "vintage" and self.both is Truth.NO

    @property
    def open(self) -> bool:
        """Whether that they can't all be true is still to be looked into."""
        return bool(self.clashes)

    def verdict(self, lang: str) -> str:
        """Return whether all can be true, in a sentence."""
        zh, en = self._verdict()
        return en if lang == "en" else zh

    def _verdict(self) -> tuple[str, str]:
        if self.kind == "declared":
            return (
                "对不上，各方照录，不作取舍。",
                "They don't tally: all sides are kept, and none is preferred.",
            )
        if self.kind == "scope":
            return (
                "口径不同，可以同时成立；不能相加，也不能连成一条线。",
                "The scopes differ, so all can be true; they are never added or joined by a line.",
            )
        if self.kind == "near":
            if self.both is Truth.YES:
                return (
                    "时期有重叠，数值相合，可以同时成立。",
                    "The periods overlap and the figures agree; all can be true.",
                )
            return (
                "若说的是同一时点，不能同时成立；时点有先后，就可以都成立。",
                "Of one moment they couldn't both be true; of two moments they can.",
            )
        if self.agrees:
            return ("数值一致，可以同时成立。", "The figures agree; all can be true.")
        if self.both is Truth.NO:
            return (
                "不能同时成立：没有一个数落在所有的区间里。",
                "They can't all be true: no number lies within every interval.",
            )
        if self.both is Truth.UNKNOWN or self.shared is None:
            return (
                "说不准：“约”到哪里为止没有定数。",
                "It can't be said: how far \"about\" reaches isn't fixed.",
            )
        mult = max(row.unit_mult for row in self.rows)
        return (
            f"可以同时成立：都允许 {span(self.shared, 'zh', mult=mult)}。",
            f"All can be true: each allows {span(self.shared, 'en')}.",
        )


def contradictions(catalog: Catalog, declared: Declared) -> list[Contradiction]:
    """Return everything that stands against each other, in the order of the indicators."""
    rows: dict[str, list[Observation]] = {}
    for row in catalog.observations:
        rows.setdefault(row.indicator, []).append(row)
    found: list[Contradiction] = [*_declared(catalog, rows, declared)]
    told: set[frozenset[str]] = set()
    for name, entry in catalog.indicators.items():
        own = rows.get(name, [])
        found += _vintages(catalog, own, declared)
        found += _near(own, declared)
        for other in entry.other_scope:
            pair = frozenset((name, other.with_))
            if pair in told or other.with_ not in rows or not own:
                continue
            told.add(pair)
            # The fewer rows are held against those next to them in time.
            others = _by_area(rows[other.with_])
            for area, here in _by_area(own).items():
                few, many = sorted((here, others.get(area, [])), key=len)
                found += _scopes(few, many, other.because)
    return found


def _by_area(rows: Sequence[Observation]) -> dict[str, list[Observation]]:
    """Return rows by the place that they speak of: two scopes are compared within one."""
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.ref_area, []).append(row)
    return found


def _declared(
    catalog: Catalog, rows: Mapping[str, Sequence[Observation]], declared: Declared
) -> Iterator[Contradiction]:
    """Yield what is declared to stand against each other, of which all figures are among the rows."""
    for entry in declared.content.against:
        found: list[Observation] = []
        for cited in entry.claims:
            known = catalog.documents.get(cited.document)
            area = cited.ref_area or ("" if known is None else known.document.ref_area)
            own = [
                row for row in rows.get(cited.indicator, ())
                if row.document == cited.document and row.ref_area == area
                and cited.period in (None, row.time_period) and row.breakdown == TOTAL
            ]
            if not own:
                break
            found += own
        else:
            yield Contradiction(
                "declared", tuple(found), tuple(found), Truth.UNKNOWN, None, (entry.because,),
                name=entry.name,
            )


def _vintages(
    catalog: Catalog, rows: Sequence[Observation], declared: Declared
) -> Iterator[Contradiction]:
    for vintage in vintages(catalog, rows, declared.content).values():
        if len(vintage.all) > 1:
            shared, both = _together(vintage.all)
            clashes = () if both is not Truth.NO else _clashes(catalog, vintage.all, declared)
            yield Contradiction(
                "vintage", vintage.all, vintage.first, both, shared,
                _because(vintage.all, declared), clashes,
            )


def _clashes(
    catalog: Catalog, rows: Sequence[Observation], declared: Declared
) -> tuple[tuple[Observation, Observation], ...]:
    """Return pairs that can't both be true and that nobody has declared.

    Each figure is held against the highest and the lowest of the others, and further only past
    those that are declared: of a hundred figures two hundred pairs are looked at, not five thousand.
    """
    explained = {
        frozenset(entry.documents) for entry in declared.content.differs
        if entry.indicator == rows[0].indicator
    }
    ends = [(row, interval_of(row)) for row in rows]
    highest = sorted(ends, key=lambda end: _at(end[1].lower, -math.inf), reverse=True)
    lowest = sorted(ends, key=lambda end: _at(end[1].upper, math.inf))
    found: dict[frozenset[str], tuple[Observation, Observation]] = {}
    for row, interval in ends:
        for others in (highest, lowest):
            for other, its in others:
                both = overlap(interval, its)
                if both is Truth.YES:
                    break
                pair = frozenset((row.document, other.document))
                if both is Truth.NO and pair not in explained:
                    found.setdefault(pair, _newer_first(catalog, row, other))
                    break
    return tuple(found.values())


def _at(end: Fraction | None, unbounded: float) -> Fraction | float:
    return unbounded if end is None else end


def _newer_first(
    catalog: Catalog, one: Observation, other: Observation
) -> tuple[Observation, Observation]:
    """Return two figures, that of the newer document first; of one date, that of the later file."""
    dates = [catalog.documents[row.document].document.date for row in (one, other)]
    keys = [(day.end, day.start, row.document) for day, row in zip(dates, (one, other), strict=True)]
    return (one, other) if keys[0] >= keys[1] else (other, one)


def _together(rows: Sequence[Observation]) -> tuple[Interval, Truth]:
    """Return what all rows allow, and whether there is anything."""
    shared = interval_of(rows[0])
    both = Truth.YES
    for row in rows[1:]:
        if both is Truth.YES:
            both = overlap(shared, interval_of(row))
        shared = intersection(shared, interval_of(row))
    return shared, both


def _because(rows: Sequence[Observation], declared: Declared) -> tuple[Text, ...]:
    documents = {row.document for row in rows}
    return tuple(
        entry.because for entry in declared.content.differs
        if entry.indicator == rows[0].indicator and set(entry.documents) <= documents
    )


def _near(rows: Sequence[Observation], declared: Declared) -> Iterator[Contradiction]:
    """Yield levels of one thing whose periods overlap without being the same.

    Only neighbours are compared, so that a hundred overlapping figures make a hundred cards and
    not five thousand.
    """
    series: dict[tuple[str, str], list[tuple[Period, Observation]]] = {}
    for row in rows:
        period = _period(row)
        if period is not None and str(row.measure_type) in LEVELS and row.obs_status.happened:
            series.setdefault((row.ref_area, row.breakdown), []).append((period, row))
    for found in series.values():
        found.sort(key=lambda pair: (pair[0].end, pair[0].start))
        for (one, first), (other, second) in pairwise(found):
            if one.text == other.text or other.start > one.end:
                continue
            pair = (first, second)
            shared, both = _together(pair)
            yield Contradiction("near", pair, pair, both, shared, _because(pair, declared))


def _scopes(
    few: Sequence[Observation], many: Sequence[Observation], because: Text
) -> Iterator[Contradiction]:
    """Yield the totals of one scope with those of the other that are next to them in time."""
    totals = sorted(
        ((p.end, row) for row in many if row.breakdown == TOTAL and (p := _period(row))),
        key=lambda pair: pair[0],
    )
    ends = [end for end, _ in totals]
    chosen: dict[int, Observation] = {}
    own = [row for row in few if row.breakdown == TOTAL]
    for row in own:
        period = _period(row)
        if period is None:
            continue
        place = bisect_right(ends, period.end)
        for _, other in totals[max(0, place - 1) : place + 1]:
            chosen[id(other)] = other
    if own and chosen:
        rows = tuple(
            sorted((*own, *chosen.values()), key=lambda row: (row.time_period, row.indicator))
        )
        yield Contradiction("scope", rows, rows, Truth.YES, None, (because,))


def _period(row: Observation) -> Period | None:
    try:
        return parse_period(row.time_period)
    except PeriodError:
        return None
