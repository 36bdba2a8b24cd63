"""What a comparison says, in words: for the command line and for the pages."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalog import Catalog, Observation
from indicators.language.text import english_number, row_period
from indicators.models import MeasureType
from indicators.table.rows import as_row
from indicators.texts import Difference, Direction, Outcome, Verdict

OUTCOMES = {
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
OPEN = ("，真实数的升降说不准（两个区间有重叠）", "; whether the number did can't be said (the intervals overlap)")
OPEN_SAME = ("，真实数是否相等说不准", "; whether the numbers are equal can't be said")
SHRUNK = ("累计数不应减少，请核对口径", "a running count shouldn't fall: compare the scopes")


def printed(row: Observation, lang: str) -> str:
    """Return a figure as printed, with its period: 超1.35万家 [2024年]."""
    return f"{row.figure} [{row_period(as_row(row), lang)}]"


def says(item: Difference, catalog: Catalog, lang: str) -> str:
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
