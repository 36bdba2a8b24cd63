"""``diff``: what changed between two documents."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

from indicators.audit import Comparison, Difference, Direction, Outcome, Verdict, compare
from indicators.catalog import TOTAL, Catalog, Observation, read_catalog
from indicators.cli.inputs import DataError, UsageError, find_document
from indicators.models import MeasureType
from indicators.text import english_number, period_text

KINDS = {
    Outcome.CHANGED: ("变化", "changed"),
    Outcome.UNCHANGED: ("未变", "unchanged"),
    Outcome.NEW: ("新增", "new"),
    Outcome.DROPPED: ("不再提及", "no longer made"),
}
VERDICTS = {
    Verdict.RISEN: ("可以肯定上升", "rose, certainly"),
    Verdict.FALLEN: ("可以肯定下降", "fell, certainly"),
    Verdict.NOT_FALLEN: ("可以肯定没有下降", "certainly did not fall"),
    Verdict.NOT_RISEN: ("可以肯定没有上升", "certainly did not rise"),
    Verdict.EQUAL: ("可以肯定相等", "equal, certainly"),
}
# A rank that grows is a worse one: never "rose".
RANK_VERDICTS = {
    Verdict.RISEN: ("名次可以肯定后移", "a lower place, certainly"),
    Verdict.FALLEN: ("名次可以肯定前移", "a higher place, certainly"),
    Verdict.NOT_FALLEN: ("名次可以肯定没有前移", "certainly no higher place"),
    Verdict.NOT_RISEN: ("名次可以肯定没有后移", "certainly no lower place"),
    Verdict.EQUAL: VERDICTS[Verdict.EQUAL],
}
DIRECTIONS = {
    Direction.UP: ("印出的数变大", "the printed number grew"),
    Direction.DOWN: ("印出的数变小", "the printed number shrank"),
    Direction.SAME: ("印出的数相同", "the printed number is the same"),
    None: ("印出的不是单个数", "a range is printed"),
}
OPEN = (",真实数的升降说不准(两个区间有重叠)", "; whether the number did can't be said (the intervals overlap)")
OPEN_SAME = (",真实数是否相等说不准", "; whether the numbers are equal can't be said")
SHRUNK = ("累计数不应减少,请核对口径", "a running count shouldn't fall: compare the scopes")


def run_diff(folder: Path, old: str, new: str, form: str, lang: str) -> int:
    """Print what changed between two documents, by sector.

    Returns:
        0; 1 if a document has errors; 2 if there is no such document.
    """
    catalog = read_catalog(folder)
    try:
        sources = [find_document(catalog, name, lang) for name in (old, new)]
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError:
        return 1
    result = compare(
        catalog,
        sources[0].observations.values(),
        sources[1].observations.values(),
        (sources[0].entry.document.id, sources[1].entry.document.id),
    )
    if form == "json":
        print(json.dumps(as_json(result, catalog, lang), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(result, catalog, lang)))
    return 0


def as_json(result: Comparison, catalog: Catalog, lang: str) -> dict[str, object]:
    """Return a comparison for machines; numbers are strings, so that no digit is lost."""
    return {
        "old": result.old,
        "new": result.new,
        "counts": result.counts,
        "sectors": [
            {
                "sector": sector,
                "name": _sector(sector, catalog, lang),
                "differences": [_object(item, catalog, lang) for item in listed],
            }
            for sector, listed in result.by_sector.items()
        ],
    }


def _object(item: Difference, catalog: Catalog, lang: str) -> dict[str, object]:
    return {
        "kind": str(item.kind),
        "indicator": item.indicator,
        "name": catalog.indicators[item.indicator].name.in_language(lang),
        "breakdown": item.breakdown,
        "ref_area": item.ref_area,
        "old": _side(item.old),
        "new": _side(item.new),
        "direction": item.direction and str(item.direction),
        "change": None if item.change is None else f"{item.change:f}",
        "verdict": item.verdict and str(item.verdict),
        "says": _says(item, catalog, lang),
        "shrunk": item.shrunk,
    }


def _side(row: Observation | None) -> dict[str, object] | None:
    if row is None:
        return None

    def number(value: Decimal | None) -> str | None:
        return None if value is None else f"{value:f}"

    return {
        "figure": row.figure,
        "time_period": row.time_period,
        "period_basis": row.period_basis,
        "section": row.section,
        "relation": str(row.relation),
        "value": number(row.value),
        "lower": number(row.lower),
        "upper": number(row.upper),
        "unit_measure": row.unit_measure,
        "file": row.file,
        "line": row.line,
    }


def as_text(result: Comparison, catalog: Catalog, lang: str) -> list[str]:
    """Return a comparison as lines: the counts, then sector by sector."""
    english = lang == "en"
    counts = result.counts
    comma, colon = (", ", ": ") if english else (",", ":")
    listed = comma.join(
        f"{counts[kind]} {words[1]}" if english else f"{words[0]} {counts[kind]}"
        for kind, words in KINDS.items()
    )
    lines = [f"{result.old} → {result.new}{colon}{listed}"]
    for sector, differences in result.by_sector.items():
        lines += ["", _sector(sector, catalog, lang)]
        for kind in Outcome:
            lines += [_line(item, catalog, lang) for item in differences if item.kind is kind]
    return lines


def _sector(sector: str, catalog: Catalog, lang: str) -> str:
    entry = catalog.sectors.get(sector)
    return entry.name.in_language(lang) if entry else sector


def _line(item: Difference, catalog: Catalog, lang: str) -> str:
    english = lang == "en"
    name = catalog.indicators[item.indicator].name.in_language(lang)
    label = _breakdown(item.breakdown, catalog, lang)
    if label:
        name += f" ({label})" if english else f"({label})"
    sides = " → ".join(_printed(row, lang) for row in (item.old, item.new) if row is not None)
    says = _says(item, catalog, lang)
    return f"  {KINDS[item.kind][english]}  {name}  {sides}" + (f"  {says}" if says else "")


def _printed(row: Observation, lang: str) -> str:
    period = period_text(row.time_period, lang)
    if row.period_basis == "document":
        period += " (date of document)" if lang == "en" else "(成文日期)"
    return f"{row.figure} [{period}]"


def _breakdown(breakdown: str, catalog: Catalog, lang: str) -> str:
    if breakdown == TOTAL:
        return ""
    names = []
    for part in breakdown.split(";"):
        key, _, code = part.partition("=")
        entry = catalog.breakdowns.get(key)
        known = {item.id: item for item in entry.codes} if entry else {}
        names.append(known[code].name.in_language(lang) if code in known else part)
    return (", " if lang == "en" else "、").join(names)


def _says(item: Difference, catalog: Catalog, lang: str) -> str:
    """Return in words what may be said; nothing for what only one document says."""
    english = lang == "en"
    if item.verdict is None:
        return ""
    ranked = catalog.indicators[item.indicator].measure_type is MeasureType.RANK
    if item.verdict is Verdict.OPEN:
        rest = OPEN_SAME if item.direction is Direction.SAME else OPEN
        text = DIRECTIONS[item.direction][english] + rest[english]
    else:
        text = (RANK_VERDICTS if ranked else VERDICTS)[item.verdict][english]
    if item.change:
        text += f" ({_signed(item.change, _change_label(item.indicator, catalog, lang), lang)})"
    if item.shrunk:
        text += ("; " if english else ";") + SHRUNK[english]
    return text


def _change_label(indicator: str, catalog: Catalog, lang: str) -> str:
    """Return the unit of a difference: that of two shares is percentage points."""
    entry = catalog.indicators[indicator]
    unit = catalog.units[entry.unit]
    if unit.kind == "ratio":
        points = next((other for other in catalog.units.values() if other.kind == "points"), unit)
        return points.label.in_language(lang)
    return (entry.unit_label or unit.label).in_language(lang)


def _signed(change: Decimal, label: str, lang: str) -> str:
    """Return the difference of the printed numbers with its sign and unit: +200家, −1.2万公里."""
    sign, size = ("+" if change > 0 else "−"), abs(change)
    if lang == "en":
        digits, power = english_number(size)
        unit = f"{power} {label}".strip()
        return f"{sign}{digits}{'' if unit.startswith('%') else ' '}{unit}".strip()
    places, word = next(
        ((places, word) for places, word in ((8, "亿"), (4, "万")) if size >= Decimal(10) ** places),
        (0, ""),
    )
    digits = f"{size.scaleb(-places):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f"{sign}{digits}{word}{label}"
