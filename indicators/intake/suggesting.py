"""A definition to begin with, for a figure that nobody proposed one for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from indicators.catalog import Catalog
from indicators.figures import Figure, FigureError, parse_figure
from indicators.intake.model import Definition, Intake, Row
from indicators.models import MeasureType
from indicators.texts.proposing import code_for

_BEFORE: Final = 40
_ENDS: Final = re.compile(r"[\s,，;；。:：、（）()“”\"]")
_VERBS: Final = re.compile(
    r"^(?:全市|全省|共|已|累计|目前|同时|并)*"
    r"(?:新?建成|新?建设?|开通|开放|投放|发放|推出|发布|培育|引进|设立|举办|完成|实现|覆盖|拥有|达到)?(?:了)?"
)
_RANGE: Final = 100
_MEASURES: Final = {
    "percent": MeasureType.SHARE, "ratio": MeasureType.SHARE, "rank": MeasureType.RANK,
    "duration": MeasureType.DURATION, "money": MeasureType.FLOW, "events": MeasureType.FLOW,
}
"""What kind of quantity figures of a kind of unit mostly are; others are stocks."""


def suggest(intake: Intake, row: Row, catalog: Catalog) -> Definition:
    """Return a definition as far as a figure and the words before it tell; all of it is to be confirmed."""
    proposed = intake.definition(row.proposed or row.indicator)
    if proposed is not None:
        return proposed
    name = name_before(intake.text, row.start)
    figure = _read(row.figure, catalog)
    unit = figure.unit if figure is not None else ""
    entry = catalog.units.get(unit)
    least, most = _around(figure)
    taken = {*catalog.indicators, *(one.id for one in intake.definitions)}
    return Definition(
        id=code_for(name, taken) if name else "", sector=_sector_near(intake, row, catalog),
        name_zh=name, unit=unit, least=least, most=most,
        measure_type=_MEASURES.get(entry.kind if entry is not None else "", MeasureType.STOCK),
        keywords=(name,) if name else (),
    )


def name_before(text: str, start: int) -> str:
    """Return the words right before a place of a text, without the verb that leads to them."""
    if start <= 0:
        return ""
    words = text[max(0, start - _BEFORE) : start]
    clause = _ENDS.split(words)[-1]
    return _VERBS.sub("", clause)[-16:]


def _read(words: str, catalog: Catalog) -> Figure | None:
    try:
        return parse_figure(words, catalog.unit_table)
    except FigureError:
        return None


def _around(figure: Figure | None) -> tuple[str, str]:
    """Return the ends of a range around a figure: of an order of magnitude that a slip leaves."""
    if figure is None:
        return "", ""
    value = max((end for end in (figure.value, figure.lower, figure.upper) if end), default=None)
    if value is None or value <= 0:
        return "", ""
    least, most = value / _RANGE, value * _RANGE
    first = (Decimal(f"{end:.0e}") for end in (least, most))
    least, most = first
    return (f"{max(least, Decimal(1)):f}" if value >= 1 else f"{least:f}"), f"{most:f}"


def _sector_near(intake: Intake, row: Row, catalog: Catalog) -> str:
    """Return the sector of the nearest row of the same section; empty if none is known."""
    near = [
        (abs(other.start - row.start), sector) for other in intake.rows
        if other.section == row.section and other.key != row.key
        and (sector := sector_of(intake, other.indicator, catalog))
    ]
    return min(near)[1] if near else ""


def sector_of(intake: Intake, indicator: str, catalog: Catalog) -> str:
    """Return the sector of an indicator, be it the folder's or a new one; empty if nobody knows."""
    made = intake.definition(indicator)
    return catalog.sector_of.get(indicator, made.sector if made is not None else "")
