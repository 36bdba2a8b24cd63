"""What a measure comes to at a place, or why it comes to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from indicators.catalog import Observation
from indicators.evidence.intervals import Interval
from indicators.models import Derived

_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a place: derived from printed figures, or itself printed.

    Attributes:
        place: The place, by code.
        interval: Every value that the figures allow, in ``unit``.
        printed: The same from the printed numbers alone, without the slack of rounding; bounds
            stay bounds.
        inputs: The observations that it rests on: numerator and denominator; old and new for
            growth; a printed figure alone.
        codes: Their claim codes, in that order.
        unit: The unit, by id.
        measure: The measure; None for a printed figure and for growth of any indicator.
        derived: Whether it follows from other figures and no document prints it.
    """

    place: str
    interval: Interval
    printed: Interval
    inputs: tuple[Observation, ...]
    codes: tuple[str, ...]
    unit: str
    measure: Derived | None = None
    derived: bool = True

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods of the inputs."""
        return tuple(row.time_period for row in self.inputs)

    @property
    def period(self) -> str:
        """The period that it is of: the numerator's; of growth the later one."""
        grown = self.derived and (self.measure is None or self.measure.kind == "growth")
        return self.inputs[1 if grown else 0].time_period

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents of the inputs, each once."""
        return tuple(dict.fromkeys(row.document for row in self.inputs))

    @property
    def lower(self) -> Decimal | None:
        """The lower end, never above it; None if there is none."""
        return _decimal(self.interval.lower, ROUND_FLOOR)

    @property
    def upper(self) -> Decimal | None:
        """The upper end, never below it; None if there is none."""
        return _decimal(self.interval.upper, ROUND_CEILING)

    @property
    def height(self) -> Fraction:
        """The number that it is sorted by: what was printed, or the bound that was."""
        ends = [end for end in (self.printed.lower, self.printed.upper) if end is not None]
        return max(ends, default=Fraction(0))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing follows at a place.

    Attributes:
        place: The place, by code.
        code: ``no-figure``, ``nothing-above``, ``no-denominator``, ``other-date``, ``provisional``,
            ``divisor-zero``, ``part-exceeds``, ``open`` or ``guard``.
        zh: The reason in Chinese.
        en: The reason in English.
    """

    place: str
    code: str
    zh: str
    en: str

    def reason(self, lang: str) -> str:
        """Return the reason in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh


def _decimal(number: Fraction | None, rounding: str) -> Decimal | None:
    if number is None:
        return None
    context = Context(prec=_DIGITS, rounding=rounding)
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))
