"""What a figure after 其中 is a part of, and whether an indicator counts such a part or all that there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from indicators.figures import Figure
from indicators.figures.units import Units
from indicators.models import Indicator
from indicators.texts import wording
from indicators.texts.clauses import Clause
from indicators.texts.describing import is_near
from indicators.texts.naming import common_end, without_amount

_NEAR: Final = 4
"""Figures before 其中 among which the one of the same unit is looked for."""
_SHARES: Final = frozenset(("ratio", "points"))


def whole_of(figures: Sequence[Figure], among: int, part: Figure, units: Units) -> int:
    """Return the number of the figure that one after 其中 is a part of; -1 if none is of its unit.

    Args:
        figures: The figures of a document, in order.
        among: Number of the one before 其中; -1 if there is none.
        part: The figure after it.
        units: For what a unit converts to.
    """
    unit = units.by_id(part.unit)
    if unit.kind in _SHARES:
        return -1  # a rate is one of its own name
    for number in range(among, max(-1, among - _NEAR), -1):
        if units.by_id(figures[number].unit).base == unit.base and figures[number].change is None:
            return number
    return -1


def is_part(
    name: str, whole: Iterable[str], clause: Clause, indicators: Mapping[str, Indicator],
    written: Mapping[str, str],
) -> bool:
    """Tell whether an indicator counts a part of what a clause names: its own kind, or declared so.

    Of 人工智能企业1230家，其中独角兽6家 the unicorns are not all that there are.

    Args:
        name: The indicator.
        whole: The indicators that the whole may be.
        clause: What stands around the whole.
        indicators: The definitions.
        written: The names of each, made plain, with bars between them.
    """
    entry = indicators[name]
    if any(other == name or is_near(entry, indicators[other]) for other in whole):
        return True
    said = without_amount(clause.printed[0].text) if clause.printed else ""
    for one in map(without_amount, written[name].split("|")):
        shared = common_end(one, said)
        if len(shared) > 2 or (len(shared) == 2 and shared not in wording.BODIES):
            return True
    return False
