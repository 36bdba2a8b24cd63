"""Whether a document's claims can stand: names, sections, ranges, repetitions, parts and totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.catalog.context import Context, known_or_reported, named
from indicators.catalog.hiding import rows_of
from indicators.catalog.model import TOTAL, Observation
from indicators.catalog.nearest import nearest
from indicators.catalog.standing_in import NO_AREA
from indicators.figures.units import fold_width
from indicators.models import Access, Document, DocumentFile, MeasureType

Rows = Sequence[tuple[int, Observation]]

_ZERO: Final = Decimal(0)
_COUNTS: Final = frozenset((MeasureType.STOCK, MeasureType.FLOW, MeasureType.CUMULATIVE))
"""What a larger place has more of."""
_NUMERALS: Final = "一二三四五六七八九十百"
SECTION: Final = re.compile(
    rf"(?=.)(?:[{_NUMERALS}]{{1,7}})??(?:[(\uff08][{_NUMERALS}]{{1,7}}[)\uff09])?"
    rf"(?:[0-9]{{1,7}})?(?:[(\uff08][0-9]{{1,7}}[)\uff09])?[①-⑳]?(?:[{_NUMERALS}]{{1,7}}是)?"
    r"|[0-9]{1,7}(?:\.[0-9]{1,7})*|p\.[0-9]{1,7}"
)
"""Sections as official documents number them, decimal ones (3.2.1) and pages (p.12).

Levels in their order, any of which a document may leave out: 一, (二), 2, (1), ①, 三是.
"""


@lru_cache(maxsize=4096)
def _is_section(text: str) -> bool:
    """Say whether a text is how a section is written."""
    return SECTION.fullmatch(text) is not None


def check_document(context: Context, file: str, entry: DocumentFile, rows: Rows) -> None:
    """Check a document and its observations."""
    if entry.document.ref_area != NO_AREA:
        known_or_reported(
            context, file, ("document", "ref_area"), "unknown-area", entry.document.ref_area,
            context.areas, "areas",
        )
    _check_embargo(context, file, entry.document)
    _check_claims(context, file, entry)
    _check_ranges(context, file, rows)
    _check_duplicates(context, file, rows)
    _check_parts(context, file, entry, rows)


def _check_embargo(context: Context, file: str, document: Document) -> None:
    """Report an embargo without its last day, and a last day of none."""
    embargoed = document.access is Access.EMBARGOED
    if embargoed and document.embargo_until is None:
        context.report(file, ("document", "access"), "embargo-without-day", found=Access.EMBARGOED.value)
    elif document.embargo_until is not None and not embargoed:
        context.report(
            file, ("document", "embargo_until"), "day-without-embargo",
            found=document.embargo_until.isoformat(), expected=f"access: {Access.EMBARGOED}",
        )


def _codes_of(entry: DocumentFile) -> dict[tuple[str, str | None, str], set[str]]:
    """Return the codes that a document has claims for, by indicator, period and breakdown."""
    found: dict[tuple[str, str | None, str], set[str]] = {}
    for claim in entry.claims:
        for key, code in claim.breakdown.items():
            found.setdefault((claim.indicator, claim.stated_period, key), set()).add(code)
    return found


def _check_claims(context: Context, file: str, entry: DocumentFile) -> None:
    stated: dict[tuple[str, str | None, str], set[str]] = {}
    for number, claim in enumerate(entry.claims):
        place: tuple[int | str, ...] = ("claims", number)
        if claim.ref_area is not None:
            known_or_reported(
                context, file, (*place, "ref_area"), "unknown-area", claim.ref_area,
                context.areas, "areas",
            )
        if claim.section is None:
            if entry.document.role == "main":
                context.report(file, place, "missing-section")
        elif not _is_section(claim.section):
            context.report(
                file, (*place, "section"), "bad-section", found=claim.section,
                nearest=_section(claim.section),
            )
        if not claim.breakdown:
            continue
        indicator = context.indicators.get(claim.indicator)
        for key, code in claim.breakdown.items():
            loc = (*place, "breakdown", key)
            if not known_or_reported(
                context, file, loc, "unknown-breakdown", key, context.breakdowns, "breakdowns"
            ):
                continue
            allowed = indicator.breakdowns if indicator is not None else (key,)
            if key not in allowed:
                context.report(
                    file, loc, "unknown-breakdown", found=key, nearest=nearest(key, allowed)
                )
                continue
            if code not in context.codes(key):
                # What the document claims already isn't meant by another code.
                stated = stated or _codes_of(entry)
                known_or_reported(
                    context, file, loc, "unknown-breakdown-code", code, context.codes(key),
                    f"codes of {key}", expected=key,
                    without=stated[claim.indicator, claim.stated_period, key],
                )


def _section(text: str) -> str:
    """Return the section that may be meant: with plain brackets, without 、 and spaces."""
    folded = re.sub(r"[\s、.．]+(?![0-9])|、", "", fold_width(text))
    return folded if SECTION.fullmatch(folded) else ""


def _check_ranges(context: Context, file: str, rows: Rows) -> None:
    for number, row in rows:
        valid = context.indicators[row.indicator].valid
        if valid is None or valid.min >= valid.max:  # ends exchanged are reported with the definition
            continue
        # A part may be far smaller than the total that the range is written for.
        least = valid.min if row.breakdown == TOTAL else min(valid.min, _ZERO)
        most = valid.max
        if row.measure_type in _COUNTS:
            has_least, has_most = context.reach_of(row.ref_area)
            least = least if has_least else min(least, _ZERO)
            most = most if has_most else Decimal("Infinity")
        value = row.value
        if value is not None and least <= value <= most:
            continue
        ends = [end for end in (row.lower, row.upper) if end is not None]
        values = ends if value is None else [value]
        if any(not least <= value <= most for value in values):
            unit = context.units[row.unit_measure]
            shown = f"{least:,f}—{most:,f}" if most.is_finite() else f"{least:,f}—"
            context.report(
                file, ("claims", number, "figure"), "out-of-range", found=row.figure,
                value=", ".join(f"{value:,f}" for value in values),
                **named(context, row.indicator),
                expected_zh=f"{shown} {unit.label.zh}".rstrip(),
                expected_en=f"{shown} {unit.label.en}".rstrip(),
                nearest=_other_power(row, values, least, most),
            )


_SLIPS: Final = (("亿", "万", -4), ("万", "亿", 4), ("亿", "万亿", 4), ("万", "", -4), ("亿", "", -8))
"""What may have been printed instead, and by which power of ten that is another."""
_SLIPS_OF_BOTH: Final = (("万亿", "亿", -4), ("万亿", "万", -8))


def _other_power(
    row: Observation, values: Sequence[Decimal], least: Decimal, most: Decimal
) -> str:
    """Return the figure with 万 for 亿, or the like, if that one lies within the range."""
    for old, new, power in _SLIPS_OF_BOTH if "万亿" in row.figure else _SLIPS:
        changed = [value.scaleb(power) for value in values]
        if old in row.figure and all(least <= value <= most for value in changed):
            return row.figure.replace(old, new, 1)
    last = re.search(r"[0-9](?=[^0-9]*$)", row.figure)
    if last and not row.unit_mult:
        for word, power in (("万", 4), ("亿", 8)):
            if all(least <= value.scaleb(power) <= most for value in values):
                return row.figure[: last.end()] + word + row.figure[last.end() :]
    return ""


def _check_duplicates(context: Context, file: str, rows: Rows) -> None:
    seen: dict[tuple[str, str, str, str, str], Observation] = {}
    for number, row in rows:
        # A document may print what was aimed at for a year, and what came of it.
        key = (row.indicator, row.ref_area, row.breakdown, row.time_period, row.obs_status.ahead)
        if key in seen:
            context.report(
                file, ("claims", number), "duplicate-claim",
                found=f"{row.indicator} {row.breakdown} {row.time_period}".replace(" _T", ""),
                other=str(seen[key].line),
            )
        seen.setdefault(key, row)


def _check_parts(context: Context, file: str, entry: DocumentFile, rows: Rows) -> None:
    """Check parts against their total and subsets against their whole, by printed values.

    A total stated as a lower bound excludes no part, but a part that is printed greater than its
    whole is a slip until someone has looked at it.
    """
    totals = {
        (row.indicator, row.ref_area, row.time_period): row
        for _, row in rows if row.breakdown == TOTAL
    }
    for number, row in rows:
        indicator = context.indicators[row.indicator]
        place = ("claims", number, "figure")
        if row.breakdown != TOTAL:
            total = totals.get((row.indicator, row.ref_area, row.time_period))
            if total is None:
                keys = set(entry.claims[number].breakdown)
                if keys <= set(indicator.complete):
                    # A total that was reported and left out isn't missing.
                    lacking = ("totals", f"{file} {row.indicator} {row.ref_area} {row.time_period}")
                    context.report(
                        file, place, "breakdown-without-total",
                        found=f"{row.indicator} {row.time_period}",
                        needs=(lacking, rows_of(file, row.indicator)),
                    )
            else:
                _check_part(context, file, place, row, total)
        elif indicator.subset_of is not None:
            whole = totals.get((indicator.subset_of, row.ref_area, row.time_period))
            if whole is not None:
                _check_part(context, file, place, row, whole)


def _check_part(
    context: Context, file: str, place: tuple[int | str, ...], part: Observation,
    whole: Observation,
) -> None:
    if part.unit_measure != whole.unit_measure or part.value is None or whole.value is None:
        return
    if part.value > whole.value:
        context.report(
            file, place, "part-exceeds-whole", found=part.figure, expected=whole.figure,
            other=str(whole.line),
        )
