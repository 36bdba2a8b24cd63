"""Exact numbers and intervals written out, never narrower than they are."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from indicators.evidence.intervals import Interval, multiply

PLACES: Final = 2
_POWERS: Final = {0: "", 4: "万", 8: "亿", 12: "万亿"}
_MOST_DIGITS: Final = 60


def amount(
    number: Fraction, lang: str, *, mult: int = 0, places: int = PLACES, rounding: str = ROUND_HALF_EVEN
) -> str:
    """Return a number with all its digits, or to ``places`` decimals where they don't end.

    Args:
        number: The number.
        lang: ``zh`` writes it in 10**mult (万, 亿); ``en`` in full, with commas.
        mult: The power of ten that the document prints it in.
        places: Decimals of a number that has no end.
        rounding: A rounding mode of `decimal`, for a number that has no end.
    """
    power = mult if lang != "en" and mult in _POWERS else 0
    scaled = number / 10**power
    digits = _decimal(scaled, places, rounding)
    text = f"{digits:,f}" if lang == "en" or power == 0 else f"{digits:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text.replace('-', '−')}{_POWERS[power]}"


def _decimal(number: Fraction, places: int, rounding: str) -> Decimal:
    context = Context(prec=_MOST_DIGITS, rounding=rounding, traps=[])
    found = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    if Fraction(found) == number and -int(found.as_tuple().exponent) <= max(places, 6):
        return found
    return context.quantize(found, Decimal(1).scaleb(-places))


def is_written_exactly(number: Fraction, places: int = PLACES) -> bool:
    """Tell whether `amount` writes the number without rounding."""
    return Fraction(_decimal(number, places, ROUND_HALF_EVEN)) == number


def span(
    interval: Interval, lang: str, *, mult: int = 0, places: int = PLACES, unit: str = ""
) -> str:
    """Return an interval in the notation of mathematics: ``[42万, 43.2万)``.

    Ends that have to be rounded are rounded outwards, and then written as open.
    """
    if interval.is_empty:
        return "∅"
    if interval.is_point and interval.lower is not None and is_written_exactly(
        interval.lower, places
    ):
        number = interval.lower
        return amount(number, lang, mult=mult, places=places) + unit
    lower, upper = interval.lower, interval.upper
    left, right = "(−∞", "+∞)"
    if lower is not None:
        exact = is_written_exactly(lower, places)
        sign = "[" if interval.lower_included and exact else "("
        left = sign + amount(lower, lang, mult=mult, places=places, rounding=ROUND_FLOOR) + unit
    if upper is not None:
        exact = is_written_exactly(upper, places)
        sign = "]" if interval.upper_included and exact else ")"
        right = amount(upper, lang, mult=mult, places=places, rounding=ROUND_CEILING) + unit + sign
    return f"{left}, {right}"


def percent(
    interval: Interval, lang: str, *, places: int = 1, least: Fraction | None = None
) -> str:
    """Return a share or rate in words: between 126% and 131.1%, over 12%, under 9.8%.

    Ends are rounded outwards, so that nothing the figures allow is left out.

    Args:
        interval: The share or rate; 0.5 is 50 %.
        lang: ``zh`` or ``en``.
        places: Decimals of a per cent.
        least: The least value there can be at all (−1 for growth), which isn't worth saying.
    """
    english = lang == "en"
    hundred = multiply(interval, 100)
    lower, upper = hundred.lower, hundred.upper
    if upper is not None and lower is not None and least is not None and lower <= least * 100:
        lower = None
    low = "" if lower is None else _fixed(lower, places, ROUND_FLOOR)
    high = "" if upper is None else _fixed(upper, places, ROUND_CEILING)
    if lower is None and upper is None:
        return "any" if english else "不限"
    if upper is None:
        if hundred.lower_included:
            return f"at least {low}%" if english else f"不低于{low}%"
        return f"over {low}%" if english else f"高于{low}%"
    if lower is None:
        if hundred.upper_included:
            return f"at most {high}%" if english else f"不高于{high}%"
        return f"under {high}%" if english else f"低于{high}%"
    if low == high:
        return f"{low}%"
    if interval.is_point:
        return f"≈{_fixed(lower, places, ROUND_HALF_EVEN)}%"
    return f"between {low}% and {high}%" if english else f"在{low}%与{high}%之间"


def _fixed(number: Fraction, places: int, rounding: str) -> str:
    context = Context(prec=_MOST_DIGITS, rounding=rounding, traps=[])
    found = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    text = f"{context.quantize(found, Decimal(1).scaleb(-places)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")
