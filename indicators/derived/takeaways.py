"""What an indicator's figures allow to be said in one sentence, and how that follows.

A takeaway speaks of one place between two periods: by how much its figure grew or fell, what the
nation or the province did between the same two dates, and whether the place's share of it certainly
rose or fell. Nothing is said of figures that leave the direction open, nor from an "about"; nothing of
flows, whose growth at current prices would mix prices and revisions; nothing of preliminary figures
and estimates, which will be printed anew; nothing of figures that may not be shown freely, since the
sentence travels without their marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.places import short_area
from indicators.catalog.release import hold_of
from indicators.derived.measuring import UNSETTLED, YEAR, Measures, months_between
from indicators.derived.saying import change_text, figure_text, text_of, working
from indicators.derived.values import Value
from indicators.evidence.guard import may_share_axis
from indicators.evidence.intervals import Interval, Order, compare, interval_of
from indicators.figures.periods import period_end
from indicators.language.attribution import attributed
from indicators.language.text import code_line, number_text, period_text
from indicators.models import Derived, MeasureType
from indicators.table.codes import code_of
from indicators.table.rows import as_row

_DECEMBER: Final = 12
_SPOKEN_OF: Final = frozenset({MeasureType.STOCK, MeasureType.CUMULATIVE, MeasureType.SHARE})
_BASES: Final = 6
"""So many earlier figures are tried: one that is further back is another story."""


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What certainly became of a figure, between two of its periods.

    Attributes:
        old: The earlier figure.
        new: The newest one.
        order: How the new one certainly stands to the old one; never unknown.
        growth: The growth in per cent; None for shares, whose levels say it.
        whole: The growth of what the place lies in, between the same two dates; None if none follows.
        shares: The share of it at both dates; None if there is none or its direction is open.
        share_order: How the later share certainly stands to the earlier one.
    """

    old: Observation
    new: Observation
    order: Order
    growth: Value | None = None
    whole: Value | None = None
    shares: tuple[Value, Value] | None = None
    share_order: Order = Order.UNKNOWN

    @property
    def values(self) -> tuple[Value, ...]:
        """The derived values that the sentence rests on."""
        return tuple(one for one in (self.growth, self.whole, *(self.shares or ())) if one is not None)

    @property
    def inputs(self) -> tuple[Observation, ...]:
        """The printed figures that it rests on, each once."""
        return tuple(dict.fromkeys((self.old, self.new, *(row for one in self.values for row in one.inputs))))


def find_takeaway(measures: Measures, indicator: str, place: str) -> Takeaway | None:
    """Return what may be said of an indicator at a place; None where nothing certain can be said.

    The newest figure is held against the newest one at least a year earlier from which the direction
    follows.

    Args:
        measures: The measures of a catalogue.
        indicator: The indicator's code.
        place: The place's code.
    """
    entry = measures.catalog.indicators[indicator]
    if entry.measure_type not in _SPOKEN_OF:
        return None
    rows = [row for row in measures.standing_rows(indicator, place) if row.obs_status not in UNSETTLED]
    if len(rows) < 2:
        return None
    new, *earlier = rows
    bases = [row for row in earlier if months_between(row.time_period, new.time_period) >= YEAR][:_BASES]
    for old in bases:
        found = (
            _moved(measures.catalog, old, new) if entry.measure_type is MeasureType.SHARE
            else _grown(measures, old, new)
        )
        if found is not None:
            return None if hold_of(measures.catalog, [as_row(row) for row in found.inputs]) else found
    return None


def _moved(catalog: Catalog, old: Observation, new: Observation) -> Takeaway | None:
    """Return whether a share certainly rose or fell: growth of a share in per cent would be misread."""
    order = compare(interval_of(new), interval_of(old))
    if order is Order.UNKNOWN or not may_share_axis(catalog, [old, new]).allowed:
        return None
    return Takeaway(old, new, order)


def _grown(measures: Measures, old: Observation, new: Observation) -> Takeaway | None:
    growth = measures.grown(old, new)
    if not isinstance(growth, Value) or (order := _direction(growth.interval)) is Order.UNKNOWN:
        return None
    for entry in measures.catalog.derived.values():
        if entry.kind != "share" or entry.numerator != new.indicator:
            continue
        found = _with_whole(measures, entry, Takeaway(old, new, order, growth))
        if found is not None:
            return found
    return Takeaway(old, new, order, growth)


def _with_whole(measures: Measures, entry: Derived, own: Takeaway) -> Takeaway | None:
    """Return the same with what the nation or the province did; None if the figures don't say it."""
    shares = [measures.derive(entry.id, row.ref_area, row.time_period) for row in (own.old, own.new)]
    before, after = shares
    if not isinstance(before, Value) or not isinstance(after, Value):
        return None
    if (before.inputs[0], after.inputs[0]) != (own.old, own.new):
        return None
    order = compare(after.interval, before.interval)
    whole = measures.grown(before.inputs[1], after.inputs[1])
    if order is Order.UNKNOWN or not isinstance(whole, Value) or _direction(whole.interval) is Order.UNKNOWN:
        return None
    if order is not Order.EQUAL and text_of(before, "en") == text_of(after, "en"):
        return None  # It did move, but by less than the sentence would show.
    return Takeaway(own.old, own.new, own.order, own.growth, whole, (before, after), order)


def _direction(growth: Interval) -> Order:
    """Return whether a growth is certainly above nothing, below it, or nothing."""
    return compare(growth, Interval(Fraction(0), Fraction(0)))


# ---- in words --------------------------------------------------------------------------------------

_VERBS: Final = {
    "zh": {Order.GREATER: "增长{}", Order.LESS: "下降{}", Order.EQUAL: "没有变化"},
    "en": {Order.GREATER: "grew by {}", Order.LESS: "fell by {}", Order.EQUAL: "stayed the same"},
}
_MOVES: Final = {
    "zh": {Order.GREATER: "从{}升到{}", Order.LESS: "从{}降到{}", Order.EQUAL: "仍是{1}"},
    "en": {Order.GREATER: "rose from {} to {}", Order.LESS: "fell from {} to {}", Order.EQUAL: "stayed at {1}"},
}
_WHOLES: Final = {"nation": ("全国", "the nation"), "province": ("全省", "the province")}


def takeaway_text(catalog: Catalog, found: Takeaway, lang: str) -> str:
    """Return a takeaway as one sentence, its bounds kept."""
    name = catalog.indicators[found.new.indicator].name.in_language(lang)
    place = short_area(catalog.areas, found.new.ref_area, lang)
    since, until = _when(found.old, found.new, lang)
    if found.growth is None or found.order is Order.EQUAL:
        rows = [as_row(row) for row in (found.old, found.new)]
        ends = [attributed(number_text(row, catalog, lang).plain, catalog, row, lang) for row in rows]
        own = _MOVES[lang][found.order].format(*ends)
    else:
        own = _changed(found.growth, found.order, lang)
    beside = "" if found.whole is None or found.shares is None else _beside(found, found.whole, found.shares, lang)
    if lang == "en":
        span = f"between {since} and {until}" if own.startswith(("rose", "fell from")) else f"from {since} to {until}"
        return f"{name} in {place} {own} {span}{beside}."
    return f"从{since}到{until}，{place}的“{name}”{own}{beside}。"


def _beside(found: Takeaway, whole: Value, shares: tuple[Value, Value], lang: str) -> str:
    """Return what the nation did, and the share: ；全国增长至少30.0%，占全国的比重从2.72%降到至多2.50%."""
    zh, en = _WHOLES[str(shares[0].measure.of if shares[0].measure is not None else "nation")]
    moved = _MOVES[lang][found.share_order].format(*(text_of(one, lang) for one in shares))
    order = _direction(whole.interval)
    changed = _changed(whole, order, lang)
    if lang != "en":
        return f"；{zh}{changed}，占{zh}的比重{moved}"
    if order is found.order:
        changed = changed.removeprefix("grew ").removeprefix("fell ")
    return f"; {en}'s {changed}: its share of {en} {moved}"


def _changed(value: Value, order: Order, lang: str) -> str:
    return _VERBS[lang][order].format(change_text(value, lang))


def _when(old: Observation, new: Observation, lang: str) -> tuple[str, str]:
    """Return both periods as they are printed, or their ends where they are of two kinds (2023, 2025-Q1).

    Only there the ends are needed, to say how much time lies between them; a list's year is its edition.
    """
    periods = [row.time_period for row in (old, new)]
    if len({(len(period), period[4:6].rstrip("0123456789")) for period in periods}) == 1:
        since, until = (period_text(period, lang) for period in periods)
    else:
        since, until = (_end(period, lang) for period in periods)
    return since, until


def _end(period: str, lang: str) -> str:
    if len(period) > len("2025-03") or "/" in period:
        return period_text(period, lang)
    end = period_end(period)
    if end.month == _DECEMBER:
        return f"the end of {end.year}" if lang == "en" else f"{end.year}年末"
    month = period_text(f"{end.year}-{end.month:02}", lang)
    return f"the end of {month}" if lang == "en" else f"{month}末"


def takeaway_working(catalog: Catalog, found: Takeaway, lang: str) -> tuple[str, ...]:
    """Return how a takeaway follows: each value's working, why a share may be taken, and all codes."""
    steps = [line for value in found.values for line in working(catalog, value, lang)]
    if not steps:
        steps = [figure_text(catalog, row, lang) for row in (found.old, found.new)]
    if found.shares is not None and (entry := found.shares[0].measure) is not None:
        steps.append(entry.because.in_language(lang))
    codes = [code_of(as_row(row)) for row in found.inputs]
    return (*steps, code_line(codes, lang))
