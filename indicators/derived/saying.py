"""Derived values in words: the value with its bound, and its working beneath."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.derived.values import Value
from indicators.evidence.intervals import Interval, interval_of
from indicators.evidence.wording import span
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
    grown, places = kind == "growth", _PLACES[kind]
    unit = "%" if value.unit == "percent" else ""

    def number(end: Fraction) -> str:
        text = _fixed(end, places)
        sign = "+" if grown and value.derived and end > 0 else ""
        return f"{sign}{text}{unit}"

    return _said(value.printed, number, lang, soft=value.interval.soft)


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
        return (_figure(catalog, value.inputs[0], lang),)
    grown = value.measure is None or value.measure.kind == "growth"
    one, other = value.inputs[::-1] if grown else value.inputs
    tail = " − 1" if grown else ""
    unit = "%" if value.unit == "percent" else ""
    ends = [span(interval_of(row), lang, mult=row.unit_mult) for row in (one, other)]
    return (
        f"{_figure(catalog, one, lang)} ÷ {_figure(catalog, other, lang)}{tail} = {text_of(value, lang)}",
        f"{ends[0]} ÷ {ends[1]}{tail} = {span(value.interval, lang)}{unit}",
    )


def _figure(catalog: Catalog, row: Observation, lang: str) -> str:
    cells = as_row(row)
    text, period = number_text(cells, catalog, lang).plain, row_period(cells, lang)
    return f"{text} ({period})" if lang == "en" else f"{text}（{period}）"
