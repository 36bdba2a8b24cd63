"""How places lie in each other: what each is part of, what it is made of, and of what level it is.

What ``areas.yaml`` doesn't say follows from the codes: 440103 is part of 440100, that of 440000, and
every province is part of the one nation that is listed.
"""

from __future__ import annotations

from collections.abc import Mapping

from indicators.catalog.area_codes import MUNICIPALITIES, above, is_code, level_of
from indicators.models import Area

Areas = Mapping[str, Area]


def parent_of(areas: Areas, code: str) -> str | None:
    """Return the place that one is part of; None for the topmost and for regions that say nothing."""
    area = areas.get(code)
    if area is None:
        return None
    if area.part_of is not None:
        return area.part_of
    nearest = next((one for one in above(code) if one in areas), None)
    if nearest is not None or not is_code(code):
        return nearest
    nations = [one.id for one in areas.values() if level_of(one) == "nation"]
    return nations[0] if len(nations) == 1 else None


def ancestors_of(areas: Areas, code: str) -> list[str]:
    """Return the places that one lies in, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    at = parent_of(areas, code)
    while at is not None and at != code and at not in found:
        found.append(at)
        at = parent_of(areas, at)
    return found


def lies_in(areas: Areas, code: str, whole: str) -> bool:
    """Tell whether a place is part of another, or of a region that the other is."""
    over = ancestors_of(areas, code)
    if whole in over:
        return True
    region = areas.get(whole)
    return region is not None and any(one in region.members for one in (code, *over))


def peers_of(areas: Areas, code: str) -> list[str]:
    """Return the places that stand beside one, in the file's order: of its level, itself among them.

    The four municipalities are cities and provinces at once, and stand beside both.
    """
    area = areas.get(code)
    if area is None:
        return []
    wanted = {"city", "province"} if code in MUNICIPALITIES else {level_of(area)}
    cities = "city" in wanted
    return [
        one.id for one in areas.values()
        if level_of(one) in wanted or (cities and one.id in MUNICIPALITIES)
    ]


def area_name(areas: Areas, code: str, lang: str) -> str:
    """Return a place's name in ``zh`` or ``en``; its code where nobody knows it."""
    area = areas.get(code)
    return code if area is None else area.name.in_language(lang)


def short_area(areas: Areas, code: str, lang: str) -> str:
    """Return the shortest name of a place: 广州 for 广州市."""
    area = areas.get(code)
    if area is None:
        return code
    return (area.short or area.name).in_language(lang)
