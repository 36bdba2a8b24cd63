"""Whether the places can be told apart and lie in each other as places do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indicators.catalog.area_codes import RETIRED, fault_of, level_of
from indicators.catalog.context import Context, known_or_reported
from indicators.catalog.places import parent_of
from indicators.models import Area, AreasFile
from indicators.reading.consequences import ANY

FILE: Final = "areas.yaml"


def check_areas(context: Context, entry: AreasFile) -> None:
    """Report places with codes that are none, names that several have, and circles.

    Args:
        context: What may be said: its areas are those of ``entry``, each once.
        entry: What ``areas.yaml`` says.
    """
    if entry.home is not None:
        _check_code(context, ("home",), entry.home)
    places = {area.id: number for number, area in reversed(list(enumerate(entry.areas)))}
    for code, area in context.areas.items():
        number = places[code]
        place: tuple[int | str, ...] = ("areas", number)
        fault = fault_of(area)
        if code in RETIRED:
            context.report(FILE, (*place, "id"), "retired-area", found=code, expected=RETIRED[code])
        elif fault is not None:
            key = "level" if area.level is not None and code.isdecimal() and len(code) == 6 else "id"
            context.report(
                FILE, (*place, key), "bad-area", found=code, reason_zh=fault[0], reason_en=fault[1]
            )
        if area.part_of is not None:
            _check_code(context, (*place, "part_of"), area.part_of)
        for item, member in enumerate(area.members):
            _check_code(context, (*place, "members", item), member)
        if area.members and level_of(area) != "region":
            context.report(
                FILE, (*place, "members"), "bad-area", found=code,
                reason_zh="只有区域(level: region)才列出 members；别的地区由下级的 part_of 说明",
                reason_en="only a region (level: region) lists its members; others are named by "
                "the part_of of what lies in them",
            )
    _check_circles(context, places)
    _check_names(context, places)


def _check_code(context: Context, loc: tuple[int | str, ...], code: str) -> None:
    known_or_reported(context, FILE, loc, "unknown-area", code, context.areas, "areas")


def _check_circles(context: Context, places: Mapping[str, int]) -> None:
    """Report each circle of places once, at its first place in the file."""
    walked: dict[str, str] = {}
    for start in context.areas:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in context.areas and at not in walked:
            walked[at] = start
            path.append(at)
            at = parent_of(context.areas, at)
        if at is not None and walked.get(at) == start:
            circle = path[path.index(at):]
            context.report(
                FILE, ("areas", places[at], "part_of"), "area-cycle",
                found=" → ".join([*circle, at]) if len(circle) < 10 else f"{at} → … → {at}",
            )


def _check_names(context: Context, places: Mapping[str, int]) -> None:
    """Report names that two places have: what shows a place by its name would mean either."""
    for key in ("name", "short"):
        known: dict[tuple[str, str], str] = {}
        for code, area in context.areas.items():
            text = getattr(area, key)
            if text is None:
                continue
            same = [
                (lang, words) for lang, words in (("zh", text.zh), ("en", text.en))
                if known.setdefault((lang, words), code) != code
            ]
            if same:
                lang, words = same[0]
                other = known[lang, words]
                context.report(
                    FILE, ("areas", places[code], key), "same-area-name", found=words,
                    other=other, expected=_told_apart(context.areas, area, words, lang),
                    needs=(("areas", ANY),),
                )


def _told_apart(areas: Mapping[str, Area], area: Area, words: str, lang: str) -> str:
    """Return a name with what its place is part of, as a proposal."""
    over = areas.get(parent_of(areas, area.id) or "")
    if over is None:
        return f"{words}（{area.id}）" if lang == "zh" else f"{words} ({area.id})"
    whole = over.name.in_language(lang)
    return f"{words}（{whole}）" if lang == "zh" else f"{words} ({whole})"
