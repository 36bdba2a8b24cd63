"""The values that an indicator of a shelf can take in a place of some level.

A shelf serves a county as well as the nation, and a range that holds both lets 980万 pass for 980亿.
A folder is of one place. Beside its range the shelf therefore says what an indicator comes to in the
whole nation, and a place's range is made of that: four powers of ten, one 万. Whatever lies within
lies without once 万 is written for 亿, lost or doubled.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.area_codes import level_of
from indicators.models import Area, AreaLevel, Indicator, ValidRange
from indicators.models.shelves import ShelfIndicator

_LEAST: Final[dict[AreaLevel, int]] = {"nation": 100, "province": 5_000, "city": 20_000, "district": 100_000}
"""The part of the nation that a place of each level has at least; the most is ten thousand times that.

The smallest provinces have a thousandth of the nation's people, the smallest cities a ten-thousandth,
and programmes begin small. What still lies without is for the maintainer to confirm by widening.
"""
_WAN: Final = Decimal(10_000)
_ENDINGS: Final[dict[AreaLevel, tuple[str, ...]]] = {
    "province": ("省", "自治区", "特别行政区", " province"),
    "city": ("市", "自治州", "州", "盟", "地区", " city", " prefecture"),
    "district": ("县", "区", "旗", "镇", "街道", "乡", " county", " district", " town"),
}
_NATIONS: Final = frozenset({"中国", "全国", "china"})


def level_by_name(area: Area) -> AreaLevel:
    """Return a place's level: by its code, else by what its name ends with, else a city's.

    A folder may be begun before anybody looks up the code; most are cities'.
    """
    level = level_of(area)
    if level != "region":
        return level
    names = [name.strip().lower() for name in (area.name.zh, area.name.en) if name]
    if _NATIONS.intersection(names):
        return "nation"
    for found, endings in _ENDINGS.items():
        if any(name.endswith(endings) for name in names):
            return found
    return "city"


def level_of_home(catalog: Catalog) -> AreaLevel:
    """Return the level of the place that a folder is of."""
    home = catalog.areas.get(catalog.home)
    return "region" if home is None else level_by_name(home)


def range_in(entry: Indicator, level: AreaLevel) -> ValidRange | None:
    """Return the range that an indicator's definition has in the folder of a place of a level.

    Args:
        entry: The shelf's definition.
        level: The place's level; of a region nobody knows how much of the nation it has.

    Returns:
        The shelf's own range, narrowed to four powers of ten at most where it says what the nation has.
    """
    valid = entry.valid
    part = _LEAST.get(level)
    nationwide = entry.nationwide if isinstance(entry, ShelfIndicator) else None
    if valid is None or nationwide is None or part is None:
        return valid
    least = _one_digit(nationwide / part)
    return ValidRange(min=max(valid.min, least), max=min(valid.max, least * _WAN))


def _one_digit(value: Decimal) -> Decimal:
    """Return the next lower number of one digit and noughts."""
    power = Decimal(1).scaleb(value.adjusted())
    return (value / power).to_integral_value(ROUND_FLOOR) * power
