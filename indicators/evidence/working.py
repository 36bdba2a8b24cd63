"""A check spelled out: the calculation that anyone can do again by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.evidence.intervals import Interval, interval_of
from indicators.evidence.recalculation import Check, Outcome
from indicators.evidence.sums import printed_interval
from indicators.evidence.wording import amount, is_written_exactly, percent, span
from indicators.language.sentences import breakdown_text
from indicators.language.text import figure_with_marks, period_text
from indicators.table.rows import as_row

OUTCOMES: Final = {
    Outcome.CONSISTENT: ("一致", "consistent"),
    Outcome.EDGE: ("只在舍入的边缘说得通", "possible only at the edge of rounding"),
    Outcome.CONTRADICTORY: ("矛盾", "contradictory"),
    Outcome.OPEN: ("说不准", "can't be said"),
}
_SIGNS: Final = {"parts": " + ", "increment": " + ", "ratio": " ÷ ", "growth": " → "}
_RATIO_PLACES: Final = 4


def outcome_words(outcome: Outcome, lang: str) -> str:
    """Return an outcome in words."""
    return OUTCOMES[outcome][lang == "en"]


def title(catalog: Catalog, check: Check, lang: str) -> str:
    """Return what a check compares: the parts of the cable with its total, and when."""
    english = lang == "en"
    row = check.terms[0] if check.kind == "subset" else check.against
    name = catalog.indicators[row.indicator].name.in_language(lang)
    if check.kind == "subset" and (code := _part_name(catalog, row, lang)):
        name = f"{name} ({code})" if english else f"{name}（{code}）"
    if check.kind == "increment":
        name = catalog.indicators[check.terms[-1].indicator].name.in_language(lang)
    what = {
        "parts": ("各部分之和与总数", "parts against the total"),
        "subset": ("部分与整体", "part against the whole"),
        "increment": ("上年水平、增量与本年水平", "last year's level, increase and this year's"),
        "ratio": ("两数之比与印出的倍数", "the ratio of two figures against the printed one"),
        "growth": ("两年水平与印出的增速", "two levels against the printed growth rate"),
    }[check.kind][english]
    when = period_text(check.against.time_period, lang)
    return f"{name}, {when}: {what}" if english else f"{name}，{when}：{what}"


def claim_name(catalog: Catalog, row: Observation, lang: str) -> str:
    """Return what a figure is of, and when: 光缆长度（中国电信），2025年一季度."""
    english = lang == "en"
    name = catalog.indicators[row.indicator].name.in_language(lang)
    part, when = breakdown_text(row.breakdown, catalog, lang), period_text(row.time_period, lang)
    if part:
        name = f"{name} ({part})" if english else f"{name}（{part}）"
    return f"{name}, {when}" if english else f"{name}，{when}"


def _part_name(catalog: Catalog, row: Observation, lang: str) -> str:
    dimension, _, code = row.breakdown.partition("=")
    entry = catalog.breakdowns.get(dimension)
    found = next((item for item in entry.codes if item.id == code), None) if entry else None
    return found.name.in_language(lang) if found else ""


def working(catalog: Catalog, check: Check, lang: str) -> list[str]:
    """Return a check's calculation, a line a step, its numbers as exact as they are."""
    lines: list[str] = []
    if check.left is not None and check.printed is not None and check.right is not None:
        lines = (
            _order_lines(catalog, check, lang) if check.kind == "subset"
            else _sum_lines(catalog, check, lang)
        )
    elif check.right is not None and check.terms:
        lines = [_printed_line(catalog, row, lang) for row in dict.fromkeys(check.rows)]
    elif check.right is not None:
        lines = [_printed_line(catalog, check.against, lang)]
    if check.reason is not None:
        lines.append(check.reason.sentence(lang))
    return lines


def _mult(rows: Sequence[Observation]) -> int:
    """Return the power of ten that fits all rows: the greatest they print."""
    return max((row.unit_mult for row in rows), default=0)


def _sum_lines(catalog: Catalog, check: Check, lang: str) -> list[str]:
    """Spell out terms joined by a sign, against a printed result."""
    left, printed, right = check.left, check.printed, check.right
    if left is None or printed is None or right is None:
        return []
    english = lang == "en"
    terms = check.terms
    mult = 0 if check.kind in ("ratio", "growth") else _mult(check.rows)
    places = _RATIO_PLACES if check.kind == "ratio" else 2
    sign = _SIGNS[check.kind]
    inner = _mult(terms)

    def part(interval: Interval) -> str:
        return span(interval, lang, mult=inner)

    def whole(interval: Interval) -> str:
        return span(interval, lang, mult=mult, places=places)

    lines = []
    if printed.is_point and printed.lower is not None:
        shown = [part(printed_interval(term)) for term in terms]
        equal = amount(printed.lower, lang, mult=mult, places=places)
        about = "=" if _is_exact(printed, places) else "≈"
        label = "As printed: " if english else "按印出的数："
        lines.append(f"{label}{sign.join(shown)} {about} {equal}")
    if not left.is_point or not printed.is_point:
        shown = [part(interval_of(term)) for term in terms]
        label = "With rounding and bounds: " if english else "连同舍入和界限："
        lines.append(f"{label}{sign.join(shown)} = {whole(left)}")
    lines.append(_stated(catalog, check.against, right, whole(right), lang))
    lines.append(_both_line(check, whole, lang))
    return lines


def _is_exact(interval: Interval, places: int) -> bool:
    return interval.lower is not None and is_written_exactly(interval.lower, places)


def _stated(
    catalog: Catalog, row: Observation, right: Interval, shown: str, lang: str
) -> str:
    figure = figure_with_marks(as_row(row), catalog, lang)
    if right.is_point:
        return f"Printed: {figure}" if lang == "en" else f"印作：{figure}"
    return f"Printed: {figure}, which is {shown}" if lang == "en" else f"印作：{figure}，即 {shown}"


def _both_line(check: Check, whole: Callable[[Interval], str], lang: str) -> str:
    both = check.both
    english = lang == "en"
    if both is None or both.is_empty:
        return (
            "No number is allowed by both sides." if english else "没有两边都允许的数。"
        )
    return (
        f"Allowed by both sides: {whole(both)}" if english else f"两边都允许：{whole(both)}"
    )


def _order_lines(catalog: Catalog, check: Check, lang: str) -> list[str]:
    left, right = check.left, check.right
    if left is None or right is None:
        return []
    english = lang == "en"
    rows = [*check.terms, check.against]
    labels = ("Part", "Whole") if english else ("部分", "整体")
    lines = []
    for label, row, interval in zip(labels, rows, (left, right), strict=True):
        figure = figure_with_marks(as_row(row), catalog, lang)
        colon = ": " if english else "："
        shown = span(interval, lang, mult=row.unit_mult)
        aside = "" if interval.is_point else (
            f", which is {shown}" if english else f"，即 {shown}"
        )
        lines.append(f"{label}{colon}{figure}{aside}")
    if check.share is not None:
        words = percent(check.share, lang, least=Fraction(0))
        lines.append(f"Share: {words}" if english else f"占比：{words}")
    return lines


def _printed_line(catalog: Catalog, row: Observation, lang: str) -> str:
    name = catalog.indicators[row.indicator].name.in_language(lang)
    figure = figure_with_marks(as_row(row), catalog, lang)
    period = period_text(row.time_period, lang)
    if lang == "en":
        return f"{name}, {period}: {figure}"
    return f"{name}，{period}：{figure}"

