"""Numbers in other units and orders of magnitude: exact where the decimals end, honest elsewhere.

A bound stays true when it is rounded: what is over 1333.33… is over 1333.33, and what is under it is
under 1333.34. A number that can't be written out is marked as about so much.
"""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog
from indicators.language.relations import bound_sign
from indicators.language.text import FigureParts, Row, number_text, unit_label

FORMS: Final = ("printed", "number", "wan", "yi")
"""How figures are written: as printed; in full; in units of 10^4 (万); of 10^8 (亿)."""
POWERS: Final = {"printed": 0, "number": 0, "wan": 4, "yi": 8}
_WORDS: Final = {"wan": ("万", "× 10,000"), "yi": ("亿", "× 100,000,000")}
_DIGITS: Final = 6
"""Digits of a number whose decimals don't end."""
_LONGEST: Final = 15
"""Digits that a float holds for certain."""
_ROUNDING: Final = {
    "greater_than": ROUND_FLOOR, "at_least": ROUND_FLOOR,
    "less_than": ROUND_CEILING, "at_most": ROUND_CEILING,
}


def convertible(catalog: Catalog, unit: str) -> list[str]:
    """Return the units that a unit converts to exactly, itself left out, in the codelist's order."""
    if unit not in catalog.unit_table:
        return []
    return [
        key for key, entry in catalog.units.items()
        if key != unit and entry.generic == "no"
        and catalog.unit_table.ratio(unit, key) not in (None, Fraction(1))
    ]


def ratio_to(catalog: Catalog, row: Row, unit: str) -> Fraction:
    """Return by what a row's values are multiplied to be in ``unit``; 1 if they don't convert."""
    own = str(row["unit_measure"])
    if not unit or own not in catalog.unit_table or unit not in catalog.unit_table:
        return Fraction(1)
    return catalog.unit_table.ratio(own, unit) or Fraction(1)


def rewritten(row: Row, catalog: Catalog, lang: str, *, form: str, unit: str = "") -> FigureParts:
    """Return a row's figure in another form or unit.

    Args:
        row: An observation: a row of the table.
        catalog: The catalogue.
        lang: ``zh`` or ``en``.
        form: One of `FORMS`; a conversion of unit writes ``printed`` in full.
        unit: The unit to convert to, where the row's converts to it; empty for its own.

    Returns:
        Relation sign, number and unit: ``> 430,000 公里``. A rank is as printed in every form.
    """
    converts = bool(unit) and unit != row["unit_measure"] and ratio_to(catalog, row, unit) != 1
    kind = catalog.units[catalog.indicators[row["indicator"]].unit].kind
    if kind == "rank" or (form == "printed" and not converts):
        return number_text(row, catalog, lang)
    factor = ratio_to(catalog, row, unit) / Fraction(10) ** POWERS[form]
    relation = str(row["relation"])
    label = (
        str(catalog.units[unit].label.in_language(lang)) if converts
        else unit_label(row["indicator"], catalog, lang)
    )
    power = _WORDS[form][lang == "en"] if form in _WORDS else ""
    after = f"{power} {label}".strip() if lang == "en" else f"{power}{label}"
    if relation == "between":
        ends = [_written(float(row[end]), factor, "equal")[0] for end in ("lower", "upper")]
        return FigureParts("", "–".join(ends), after, spaced=True)
    number, ended = _written(float(row["obs_value"]), factor, relation)
    sign = bound_sign(relation) or ("" if ended else "≈")
    return FigureParts(sign, number, after, spaced=True)


def _exact(number: float) -> Fraction:
    """Return the shortest decimal that a float stands for."""
    return Fraction(Decimal(repr(number))) if math.isfinite(number) else Fraction(0)


def _written(stated: float, factor: Fraction, relation: str) -> tuple[str, bool]:
    """Return a number times a factor in groups of three, and whether it is written to its end."""
    number = _exact(stated) * factor
    decimal = Context(prec=60).divide(Decimal(number.numerator), Decimal(number.denominator))
    ended = Fraction(decimal) == number and len(decimal.normalize().as_tuple().digits) <= _LONGEST
    if not ended:
        digits = max(_DIGITS, decimal.adjusted() + 1)
        rounding = _ROUNDING.get(relation, ROUND_HALF_EVEN)
        decimal = Context(prec=digits, rounding=rounding).plus(decimal)
    text = f"{decimal:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−"), ended
