"""A figure of a text beside a claim: the same number, what follows from it, how far it is off."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.evidence.intervals import Interval, Truth, intersection, interval_of, overlap
from indicators.figures import Figure, FigureError, FigureReader, Relation
from indicators.figures.periods import Period, PeriodError, parse_period
from indicators.models import NOT_PRINTED

MOST_POWERS: Final = 8
"""Powers of ten by which a figure may be off: 亿 for nothing at all."""
_reader = lru_cache(maxsize=4)(FigureReader)
_period = lru_cache(maxsize=4096)(parse_period)


@dataclass(frozen=True, slots=True)
class Asserted:
    """What a figure says of one indicator, in that indicator's unit.

    Attributes:
        interval: The numbers it allows.
        value: The number; None for a range.
        relation: How the true number stands to it.
        step: What its last digit stands for.
        digits: How many digits it has, but for zeros at its ends: three of 10.9万, one of 5000.
    """

    interval: Interval
    value: Fraction | None
    relation: Relation
    step: Fraction
    digits: int

    def is_same_number(self, row: Observation) -> bool:
        """Tell whether a claim prints the same number, whatever its bound."""
        if self.value is not None and row.value is not None:
            return self.value == Fraction(row.value)
        return self.value is None and row.value is None and _alike(self.interval, interval_of(row))

    def is_same(self, row: Observation) -> bool:
        """Tell whether a claim says the same: the number and its bound."""
        return self.is_same_number(row) and self.relation == row.relation

    def follows_from(self, row: Observation) -> bool:
        """Tell whether it is true if a claim is: no number that the claim allows is excluded."""
        known = interval_of(row)
        return _alike(intersection(known, self.interval), known)

    def is_of_the_size_of(self, row: Observation) -> bool:
        """Tell whether it is within twice a claim's number: over 5,000 follows from over 13,500, and says another thing."""
        if self.value is None or row.value is None:
            return True
        known = Fraction(row.value)
        return abs(known) <= 2 * abs(self.value) and abs(self.value) <= 2 * abs(known)

    def is_excluded_by(self, row: Observation) -> bool:
        """Tell whether it can't be true if a claim is."""
        return overlap(self.interval, interval_of(row)) is Truth.NO

    def says_more_than(self, row: Observation) -> bool:
        """Tell whether both are bounds on one side, and this one is the tighter."""
        if self.relation in (Relation.EQUAL, Relation.ABOUT, Relation.BETWEEN):
            return False
        known = interval_of(row)
        same_side = (self.interval.upper is None) == (known.upper is None)
        return same_side and row.relation not in (Relation.EQUAL, Relation.ABOUT, Relation.BETWEEN) and _alike(
            intersection(known, self.interval), self.interval
        )

    def is_rounded_from(self, row: Observation) -> bool:
        """Tell whether it is a claim's number with fewer digits, less than one of its last place away."""
        if self.value is None or row.value is None or self.digits >= digits_of(row.value):
            return False
        return abs(self.value - Fraction(row.value)) < self.step

    def power_from(self, row: Observation) -> int:
        """Return by how many powers of ten it is a claim's number with the same digits; 0 if it isn't."""
        known = row.value
        if not self.value or not known:
            return 0
        ratio = self.value / Fraction(known)
        for power in range(1, MOST_POWERS + 1):
            if ratio == 10**power:
                return power
            if ratio == Fraction(1, 10**power):
                return -power
        return 0


def asserted(figure: Figure, indicator: str, catalog: Catalog) -> Asserted | None:
    """Return what a printed figure says of an indicator; None where its unit isn't one of it."""
    unit = catalog.indicators[indicator].unit
    with suppress(FigureError):
        # 条 or 个 may be a word of several units, which only the indicator tells apart.
        figure = _reader(catalog.unit_table).read(figure.text, unit)
    units = catalog.unit_table
    if unit not in units or figure.unit not in units:
        return None
    source, target = units.by_id(figure.unit), units.by_id(unit)
    if catalog.units[source.id].generic == "yes" and target.kind == "count":
        source = target
    if source.base != target.base:
        return None

    def convert(number: Decimal | None) -> Fraction | None:
        converted = None if number is None else units.convert(number, source.id, target.id)
        return None if converted is None else Fraction(converted)

    value = convert(figure.value)
    step = convert(Decimal(1).scaleb(figure.unit_mult - figure.decimals)) or Fraction(0)
    interval = Interval(
        convert(figure.lower), convert(figure.upper), figure.lower_included, figure.upper_included,
        soft=figure.relation is Relation.ABOUT,
    )
    digits = digits_of(figure.value) if figure.value is not None else 2
    if value and digits and figure.decimals == 0:
        # 超40万 says no more than its first digit: the zero of a round number isn't meant.
        step = convert(_last_digit(figure.value or Decimal(0))) or step
    return Asserted(interval, value, figure.relation, step, digits)


def digits_of(number: Decimal) -> int:
    """Return how many digits a number has, but for zeros at its ends."""
    return len(re.sub(r"[^0-9]", "", f"{number:f}").strip("0"))


def _last_digit(number: Decimal) -> Decimal:
    """Return what the last digit stands for that isn't zero."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _alike(one: Interval, other: Interval) -> bool:
    return (one.lower, one.upper, one.lower_included, one.upper_included) == (
        other.lower, other.upper, other.lower_included, other.upper_included
    )


# ---- time --------------------------------------------------------------------------------


def period_of(text: str) -> Period | None:
    """Return a period; None where there is none."""
    try:
        return _period(text) if text else None
    except PeriodError:
        return None


def at_the_same_time(said: Period, row: Observation, written: Period | None) -> bool:
    """Tell whether a claim is of the time that a text speaks of, to the day or within it.

    Args:
        said: The text's period.
        row: The claim.
        written: The date of the claim's document: what prints no date is held to be of the year up to it.
    """
    own = period_of(row.time_period)
    if own is None:
        return False
    if row.period_basis in NOT_PRINTED and written is not None:
        return said.start <= written.end and said.end.year >= written.start.year - 1
    return (own.start >= said.start and own.end <= said.end) or (
        said.start >= own.start and said.end <= own.end
    )


def at_the_same_end(said: Period, row: Observation) -> bool:
    """Tell whether a claim's period is the text's, or one that ends on the same day."""
    own = period_of(row.time_period)
    return own is not None and row.period_basis not in NOT_PRINTED and own.end == said.end
