"""What `check` says of an implausible figure: beside which one, how far off, and what may explain it."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.evidence.in_time import Finding
from indicators.evidence.likely import likely_slip, shifted_whole
from indicators.evidence.tolerance import Range, kind_of, taken, times_as_much
from indicators.evidence.wording import amount
from indicators.figures.periods import period_before, period_end
from indicators.language.text import period_text, unit_label
from indicators.models import Plausible
from indicators.reading.problems import Problem


def problem_of(catalog: Catalog, declared: Plausible, finding: Finding) -> Problem:
    """Return a finding as a problem at its claim."""
    row, other = finding.row, finding.other
    entry = catalog.indicators[row.indicator]
    details = {
        "found": row.figure, "written": _written(row.figure),
        "indicator_zh": f"“{entry.name.zh}”({row.indicator})",
        "indicator_en": f"{entry.name.en} ({row.indicator})",
        "this_zh": _beside(row, "zh", row), "this_en": _beside(row, "en", row),
        "other_zh": _beside(other, "zh", row), "other_en": _beside(other, "en", row),
        "unit_zh": unit_label(row.indicator, catalog, "zh"),
        "unit_en": unit_label(row.indicator, catalog, "en"),
    }
    for lang in ("zh", "en"):
        details[f"expected_{lang}"] = _range(finding.within, row, lang)
        details[f"reason_{lang}"] = _how_far(catalog, row, other, lang)
        details[f"apart_{lang}"] = _apart(finding.months, lang)
    details["expected"] = details["expected_zh"]
    if finding.code == "falling-cumulative":
        early, late = sorted((row, other), key=lambda one: period_end(one.time_period))
        for lang in ("zh", "en"):
            details[f"early_{lang}"] = _beside(early, lang, row)
            details[f"late_{lang}"] = _beside(late, lang, row)
    if finding.code == "period-hardly-begun":
        before = period_before(row.time_period)
        details |= {
            "period": row.time_period, "expected": before, "nearest": before,
            "dated": catalog.documents[row.document].document.date.isoformat(),
        }
    slip = None
    if finding.code == "fractional-count":
        slip = shifted_whole(row.figure)
    elif finding.within != (None, None):
        side = taken(row, declared.reach)
        # A part is rightly far from its whole; only the same thing tells how near is likely.
        near = _number(other) if finding.code in _OF_ONE_THING else None
        slip = likely_slip(row.figure, side, finding.within, near)
    if slip is not None:
        details |= {
            "nearest": slip.figure, "example_zh": f"像是{slip.zh}；",
            "example_en": f"it looks like {slip.en}; ",
        }
    return Problem(row.file, row.line, 1, finding.code, details)


_OF_ONE_THING: Final = ("implausible-change", "falling-cumulative")
_SPECIAL: Final = re.compile(r"[,:{}\[\]#'\"]|^[-?&*!|>%@`]")


def _written(figure: str) -> str:
    """Return a figure as it is written between braces: '13,000'."""
    if not _SPECIAL.search(figure):
        return figure
    return "'" + figure.replace("'", "''") + "'"


def _beside(row: Observation, lang: str, at: Observation) -> str:
    """Return a figure with its period and where it stands."""
    place = f"{row.file}:{row.line}"
    period = period_text(row.time_period, lang)
    if row is at:
        return f"{row.figure} ({period})" if lang == "en" else f"{row.figure}（{period}）"
    if lang == "en":
        return f"{row.figure} ({period}, {place})"
    return f"{row.figure}（{period}，{place}）"


def _number(row: Observation) -> Decimal | None:
    return row.value if row.value is not None else row.lower


def _how_far(catalog: Catalog, row: Observation, other: Observation, lang: str) -> str:
    """Return by how many times a figure differs, or by how much where that says more."""
    one, two = _number(row), _number(other)
    if one is None or two is None:
        return ""
    by_points = kind_of(catalog.indicators[row.indicator]) in ("growth", "rank")
    if by_points or one <= 0 or two <= 0:
        apart = amount(Fraction(abs(one - two)), lang, mult=row.unit_mult)
        return f"{apart} away from it" if lang == "en" else f"相差 {apart}"
    said = times_as_much(one, two)
    return f"{said} times as much" if lang == "en" else f"前者是后者的 {said} 倍"


def _range(within: Range, row: Observation, lang: str) -> str:
    """Return a range in words, in 万 or 亿 as the figure is printed, rounded outwards."""
    low, high = within
    if low is not None and low <= 0 < (high or 1):
        low = None
    texts = [
        "" if end is None else amount(
            Fraction(end), lang, mult=row.unit_mult, rounding=rounding
        )
        for end, rounding in ((low, ROUND_FLOOR), (high, ROUND_CEILING))
    ]
    if lang == "en":
        if all(texts):
            return f"between {texts[0]} and {texts[1]}"
        return f"at most {texts[1]}" if texts[1] else f"at least {texts[0]}" if texts[0] else "another"
    if all(texts):
        return f"在 {texts[0]} 与 {texts[1]} 之间"
    return f"不超过 {texts[1]}" if texts[1] else f"不低于 {texts[0]}" if texts[0] else "另一个数"


def _apart(months: int, lang: str) -> str:
    """Return a span of months in words."""
    years, rest = divmod(months, 12)
    if lang == "en":
        said = [f"{years} year{'s' * (years > 1)}"] if years else []
        said += [f"{rest} month{'s' * (rest > 1)}"] if rest else []
        return f"{' and '.join(said)} apart" if said else "at the same time"
    if not months:
        return "同一时期"
    return "相隔" + (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")
