"""Derived values in words: the value with its bound, and its working beneath."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.derived.values import Value
from indicators.evidence.intervals import Interval, interval_of, multiply
from indicators.evidence.wording import amount, percent, span
from indicators.language.text import number_text, row_period
from indicators.table.rows import as_row

_PLACES: Final = {"share": 2, "per": 1, "growth": 1}
"""Decimals by the kind of measure."""
_WORDS: Final = {
    "zh": ("至少{}", "至多{}", "{}至{}", "约{}"),
    "en": ("at least {}", "at most {}", "{} to {}", "about {}"),
}


def text_of(value: Value, lang: str) -> str:
    """Return a value as a sentence may say it: 2.72%, 至多2.50%, 至少+30.0%.

    The number is what the printed figures give; what their rounding leaves open stands in the
    working. Bounds stay bounds, and an "about" stays one.
    """
    kind = "growth" if value.measure is None else value.measure.kind
    if kind == "growth" and value.derived:
        return growth_text(value.interval, value.printed, lang)
    places, unit = _PLACES[kind], "%" if value.unit == "percent" else ""

    def number(end: Fraction) -> str:
        return f"{_fixed(end, places)}{unit}"

    return _said(value.printed, number, lang, soft=value.interval.soft)


def growth_text(interval: Interval, printed: Interval, lang: str) -> str:
    """Return a growth as everything says it, with its sign: +19.6%, 至少+30.0%, 在1.1%与10%之间.

    It is what the printed numbers give, unless their rounding leaves much more open than that says;
    then the ends are, rounded outwards: over 1.23万 after 1.2万 is no growth of at least 2.5 %, for what
    was rounded may have been more. What exactly is left open stands in the working.

    Args:
        interval: All that the figures allow, in per cent.
        printed: What the printed numbers give, in per cent.
        lang: ``zh`` or ``en``.
    """
    if not interval.soft and not _pins_down(interval, printed):
        return percent(multiply(interval, Fraction(1, 100)), lang, least=Fraction(-1))
    places = _places(printed)
    if printed.upper is not None and printed.lower is not None and printed.lower <= _ALL_GONE:
        printed = Interval(None, printed.upper)  # That nothing falls by more than all needn't be said.
    return _said(printed, lambda end: f"{'+' if end > 0 else ''}{_fixed(end, places)}%", lang, soft=interval.soft)


def change_text(value: Value, lang: str) -> str:
    """Return how far a figure grew or fell, without a sign: 19.6%, at least 30.0%, between 1.1% and 10.0%.

    By the same rule as `growth_text`. The direction is certain, and whoever puts a verb before it says it.
    """
    found, allowed = (_turned(one) for one in (value.printed, value.interval))
    if not _pins_down(allowed, found):
        return percent(multiply(allowed, Fraction(1, 100)), lang)
    places = _places(found)
    return _said(found, lambda end: f"{_fixed(end, places)}%", lang, soft=value.interval.soft)


def _places(found: Interval) -> int:
    """Return with how many decimals a growth is said."""
    return 2 if any(end is not None and 0 < abs(end) < _SMALL for end in (found.lower, found.upper)) else 1


_SMALL: Final = Fraction(1, 2)
"""Below half a per cent, one decimal says too little: 0.04 % would be 0.0 %."""
_CLOSE: Final = Fraction(1, 100)
"""Where rounding leaves more open than this share, both ends are said: 10.97万 after 4.8万 is 126 to 131.1 %, not 128.5."""
_ALL_GONE: Final = -100


def _turned(one: Interval) -> Interval:
    """Return a fall as a positive number. That nothing falls by more than all needn't be said."""
    if one.upper is None or one.upper > 0:
        return one
    lower = None if one.lower is None or one.lower <= _ALL_GONE else abs(one.lower)
    return Interval(abs(one.upper), lower, one.upper_included, one.lower_included, one.soft)


def _pins_down(allowed: Interval, printed: Interval) -> bool:
    """Tell whether the ends of all that is allowed lie so near the printed ones that those may be said."""
    def near(end: Fraction | None, said: Fraction | None) -> bool:
        if said is None or end is None:
            return said is None and end is None
        return abs(end - said) <= max(abs(said) * _CLOSE, Fraction(1, 20))  # half of the last decimal that is said

    return near(allowed.lower, printed.lower) and near(allowed.upper, printed.upper)


def _said(found: Interval, plain: Callable[[Fraction], str], lang: str, *, soft: bool) -> str:
    least, most, between, about = _WORDS["en" if lang == "en" else "zh"]

    def number(end: Fraction) -> str:
        return about.format(plain(end)) if soft else plain(end)

    if found.is_point and found.lower is not None:
        return number(found.lower)
    if found.upper is None and found.lower is not None:
        return least.format(number(found.lower))
    if found.upper is not None and not found.lower:
        return most.format(number(found.upper))
    if found.lower is None or found.upper is None:
        return ""
    return between.format(number(found.lower), number(found.upper))


def _fixed(number: Fraction, places: int) -> str:
    """Return a number with so many decimals, none left out."""
    context = Context(prec=60, rounding=ROUND_HALF_EVEN)
    exact = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"{context.quantize(exact, Decimal(1).scaleb(-places)):,f}".replace("-", "−")


def working(catalog: Catalog, value: Value, lang: str) -> tuple[str, ...]:
    """Return how a value follows, a line a step: the figures as printed, then what they allow.

    Args:
        catalog: The catalogue.
        value: A derived value.
        lang: ``zh`` or ``en``.
    """
    if not value.derived:
        return (figure_text(catalog, value.inputs[0], lang),)
    grown = value.measure is None or value.measure.kind == "growth"
    one, other = value.inputs[::-1] if grown else value.inputs
    tail = " − 1" if grown else _times(value, lang)
    unit = "%" if value.unit == "percent" else ""
    ends = [span(interval_of(row), lang, mult=row.unit_mult) for row in (one, other)]
    return (
        f"{figure_text(catalog, one, lang)} ÷ {figure_text(catalog, other, lang)}{tail} = {text_of(value, lang)}",
        f"{ends[0]} ÷ {ends[1]}{tail} = {span(value.interval, lang)}{unit}",
    )


def _times(value: Value, lang: str) -> str:
    """Return what a quotient is multiplied by, as it stands in the working; a percentage says it by its sign."""
    if value.measure is None or value.measure.times == 1 or value.unit == "percent":
        return ""
    return f" × {amount(Fraction(value.measure.times), lang)}"


def figure_text(catalog: Catalog, row: Observation, lang: str) -> str:
    """Return a printed figure with its period: 9.17万座（2023年）."""
    cells = as_row(row)
    text, period = number_text(cells, catalog, lang).plain, row_period(cells, lang)
    return f"{text} ({period})" if lang == "en" else f"{text}（{period}）"
