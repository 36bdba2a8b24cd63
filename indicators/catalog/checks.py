"""The rules across files, each a small function that reports what breaks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.catalog.hiding import rows_of
from indicators.catalog.model import TOTAL, Observation
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.catalog.standing_in import NO_AREA
from indicators.catalog.validation import nearest
from indicators.figures.units import Units, fold_width
from indicators.models import (
    Area,
    Breakdown,
    Chart,
    ChartKind,
    DefinitionsFile,
    DocumentFile,
    Indicator,
    Sector,
    Text,
    UnitEntry,
)
from indicators.reading.consequences import ANY
from indicators.reading.problems import Thing

Rows = Sequence[tuple[int, Observation]]

_ZERO: Final = Decimal(0)
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


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules need to know, and where they report."""

    sectors: Mapping[str, Sector]
    units: Mapping[str, UnitEntry]
    unit_table: Units
    areas: Mapping[str, Area]
    breakdowns: Mapping[str, Breakdown]
    indicators: Mapping[str, Indicator]
    sector_of: Mapping[str, str]
    file_of: Mapping[str, str]
    report: Callable[..., None]


def _known(
    context: Context, file: str, loc: tuple[int | str, ...], code: str, found: str,
    known: Mapping[str, object], kind: str, hides: frozenset[Thing] = frozenset(), **details: str,
) -> bool:
    """Report ``found`` if it isn't known; ``kind`` is the kind of thing that it would be."""
    if found in known:
        return True
    if found != PLACEHOLDER:  # that is reported as such
        context.report(
            file, loc, code, found=found, nearest=nearest(found, known, meant_by(known)),
            needs=((kind, found),), hides=hides, **details,
        )
    return False


def meant_by(entries: Mapping[str, object]) -> dict[str, str]:
    """Return the code that each name of the entries stands for, in either language."""
    meant: dict[str, str] = {}
    for code, entry in entries.items():
        for text in (getattr(entry, "name", None), getattr(entry, "short", None)):
            if isinstance(text, Text):
                meant |= {text.zh: code, text.en: code}
        meant |= dict.fromkeys(getattr(entry, "written", ()), code)
    return meant


def check_definitions(context: Context, file: str, entry: DefinitionsFile) -> None:
    """Check what a sector's definitions refer to."""
    likely = nearest(entry.sector, context.sectors, meant_by(context.sectors))
    _known(
        context, file, ("sector",), "unknown-sector", entry.sector, context.sectors, "sectors",
        hides=frozenset({("definitions", likely)}) if likely else frozenset(),
    )
    for key in ("leading", "key_figures", "trends"):
        for number, indicator_id in enumerate(getattr(entry, key)):
            _check_indicator_id(context, file, (key, number), indicator_id)
    for number, indicator in enumerate(entry.indicators):
        place: tuple[int | str, ...] = ("indicators", number)
        _known(
            context, file, (*place, "unit"), "unknown-unit", indicator.unit, context.units,
            "units",
        )
        for key in ("breakdowns", "complete"):
            for item, breakdown in enumerate(getattr(indicator, key)):
                _known(
                    context, file, (*place, key, item), "unknown-breakdown", breakdown,
                    context.breakdowns, "breakdowns",
                )
        if indicator.valid is not None and indicator.valid.min >= indicator.valid.max:
            found = f"{indicator.valid.min}—{indicator.valid.max}"
            context.report(file, (*place, "valid"), "range-reversed", found=found)
        for loc, other_id in _relations(indicator):
            _check_indicator_id(context, file, (*place, *loc), other_id)
        for item, other in enumerate(indicator.related):
            _check_indicator_id(context, file, (*place, "related", item), other)
        for key in ("not_comparable", "other_scope"):
            for item, comparison in enumerate(getattr(indicator, key)):
                _check_indicator_id(
                    context, file, (*place, key, item, "with"), comparison.with_
                )
    seen: dict[str, int] = {}
    for number, chart in enumerate(entry.charts):
        if chart.id in seen:
            context.report(
                file, ("charts", number, "id"), "duplicate-id", found=chart.id,
                other=f"charts[{seen[chart.id]}]",
            )
        seen.setdefault(chart.id, number)
        _check_chart(context, file, ("charts", number), chart)


def _relations(indicator: Indicator) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield place and id of each indicator that another is made from."""
    if indicator.subset_of is not None:
        yield ("subset_of",), indicator.subset_of
    if indicator.increment_of is not None:
        yield ("increment_of",), indicator.increment_of
    if indicator.growth_of is not None:
        yield ("growth_of", "indicator"), indicator.growth_of.indicator
    if indicator.ratio_of is not None:
        yield ("ratio_of", "numerator"), indicator.ratio_of.numerator
        yield ("ratio_of", "denominator"), indicator.ratio_of.denominator


def _check_indicator_id(
    context: Context, file: str, loc: tuple[int | str, ...], found: str
) -> None:
    _known(context, file, loc, "unknown-indicator", found, context.indicators, "indicators")


def _check_chart(
    context: Context, file: str, place: tuple[int | str, ...], chart: Chart
) -> None:
    for number, indicator_id in enumerate(chart.indicators):
        _check_indicator_id(context, file, (*place, "indicators", number), indicator_id)
    if chart.breakdown is not None and not _known(
        context, file, (*place, "breakdown"), "unknown-breakdown", chart.breakdown,
        context.breakdowns, "breakdowns",
    ):
        return
    drawn = [context.indicators[i] for i in chart.indicators if i in context.indicators]
    if len(drawn) < len(chart.indicators):
        return

    def bad(key: str, zh: str, en: str) -> None:
        context.report(
            file, (*place, key), "bad-chart", found=chart.id, reason_zh=zh, reason_en=en
        )

    if chart.kind is ChartKind.TOTAL_WITH_PARTS:
        if len(drawn) != 1 or chart.breakdown is None:
            bad("kind", "总量与构成图要一个指标和一个分组", "it takes one indicator and a breakdown")
        elif chart.breakdown not in drawn[0].breakdowns:
            bad("breakdown", "该指标没有这个分组", "the indicator has no such breakdown")
    elif chart.kind is ChartKind.WHOLE_WITH_SUBSET and (
        len(drawn) < 2 or any(part.subset_of != drawn[0].id for part in drawn[1:])
    ):
        bad(
            "indicators", "第一个应是整体，其余应以 subset_of 指向它",
            "the first must be the whole, the others subset_of it",
        )
    if chart.kind in (ChartKind.SIDE_BY_SIDE, ChartKind.WHOLE_WITH_SUBSET):
        if len({indicator.unit for indicator in drawn}) > 1:
            bad("indicators", "单位不同，不能同轴", "units differ, so they share no axis")
        ids = {indicator.id for indicator in drawn}
        if any(other.with_ in ids for indicator in drawn for other in indicator.not_comparable):
            bad(
                "indicators", "其中有声明为不可比的指标(not_comparable)",
                "some are declared not comparable",
            )


def check_cycles(
    context: Context, definitions: Mapping[str, tuple[str, DefinitionsFile]]
) -> None:
    """Report subset_of relations that lead back to where they began."""
    reported: set[str] = set()
    places = {
        indicator.id: number
        for _, entry in definitions.values() for number, indicator in enumerate(entry.indicators)
    }
    for start in context.indicators:
        path = [start]
        parent = context.indicators[start].subset_of
        while parent is not None and parent in context.indicators and parent not in path:
            path.append(parent)
            parent = context.indicators[parent].subset_of
        if parent == start and not reported & set(path):
            reported |= set(path)
            context.report(
                context.file_of[start], ("indicators", places[start], "subset_of"), "cycle",
                found=" → ".join([*path, start]),
            )


def check_document(context: Context, file: str, entry: DocumentFile, rows: Rows) -> None:
    """Check a document and its observations."""
    if entry.document.ref_area != NO_AREA:
        _known(
            context, file, ("document", "ref_area"), "unknown-area", entry.document.ref_area,
            context.areas, "areas",
        )
    _check_claims(context, file, entry)
    _check_ranges(context, file, rows)
    _check_duplicates(context, file, rows)
    _check_parts(context, file, entry, rows)


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
            _known(
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
            if not _known(
                context, file, loc, "unknown-breakdown", key, context.breakdowns, "breakdowns"
            ):
                continue
            allowed = indicator.breakdowns if indicator is not None else (key,)
            if key not in allowed:
                context.report(
                    file, loc, "unknown-breakdown", found=key, nearest=nearest(key, allowed)
                )
                continue
            codes = {item.id: item for item in context.breakdowns[key].codes}
            if code not in codes:
                # What the document claims already isn't meant by another code.
                stated = stated or _codes_of(entry)
                for other in stated[claim.indicator, claim.stated_period, key] & codes.keys():
                    del codes[other]
                _known(
                    context, file, loc, "unknown-breakdown-code", code, codes, f"codes of {key}",
                    expected=key,
                )


def _section(text: str) -> str:
    """Return the section that may be meant: with plain brackets, without 、 and spaces."""
    folded = re.sub(r"[\s、.．]+(?![0-9])|、", "", fold_width(text))
    return folded if SECTION.fullmatch(folded) else ""


def _check_ranges(context: Context, file: str, rows: Rows) -> None:
    for number, row in rows:
        valid = context.indicators[row.indicator].valid
        if valid is None:
            continue
        # A part may be far smaller than the total that the range is written for.
        least = valid.min if row.breakdown == TOTAL else min(valid.min, _ZERO)
        value = row.value
        if value is not None and least <= value <= valid.max:
            continue
        ends = [end for end in (row.lower, row.upper) if end is not None]
        values = ends if value is None else [value]
        # A range that has its ends exchanged is reported with the definition.
        if valid.min < valid.max and any(not least <= value <= valid.max for value in values):
            unit = context.units[row.unit_measure]
            context.report(
                file, ("claims", number, "figure"), "out-of-range", found=row.figure,
                value=", ".join(f"{value:,f}" for value in values),
                **named(context, row.indicator),
                expected_zh=f"{least:,f}—{valid.max:,f} {unit.label.zh}".rstrip(),
                expected_en=f"{least:,f}—{valid.max:,f} {unit.label.en}".rstrip(),
                nearest=_other_power(row, values, least, valid.max),
            )


def named(context: Context, indicator_id: str) -> dict[str, str]:
    """Return an indicator's name and code for a message, in both languages."""
    name = context.indicators[indicator_id].name
    return {
        "indicator_zh": f"“{name.zh}”({indicator_id})", "indicator_en": f"{name.en} ({indicator_id})"
    }


def _other_power(
    row: Observation, values: Sequence[Decimal], least: Decimal, most: Decimal
) -> str:
    """Return the figure with 万 for 亿, or the like, if that one lies within the range."""
    for old, new, power in (("亿", "万", -4), ("万", "亿", 4), ("万", "", -4), ("亿", "", -8)):
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


def check_unused(
    context: Context, definitions: Mapping[str, tuple[str, DefinitionsFile]],
    used: Collection[str],
) -> None:
    """Report indicators that no claim uses, and sectors without definitions.

    Args:
        context: What may be said.
        definitions: The definitions, by sector.
        used: The indicators that claims name.
    """
    for name, entry in definitions.values():
        for number, indicator in enumerate(entry.indicators):
            if indicator.id not in used:
                context.report(
                    name, ("indicators", number, "id"), "unused-definition", found=indicator.id,
                    needs=(("claims", indicator.id),),
                )
    for number, sector in enumerate(context.sectors):
        if sector not in definitions:
            context.report(
                "sectors.yaml", ("sectors", number, "id"), "sector-without-definitions",
                found=sector, expected=f"definitions/{sector}.yaml",
                needs=(("definitions", sector),), hides=frozenset({("indicators", ANY)}),
            )
