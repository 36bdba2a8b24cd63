"""From claim to observation: the printed figure read, in the indicator's own unit."""

from __future__ import annotations

import decimal
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.catalog.check_dates import check_periods
from indicators.catalog.context import Context, named
from indicators.catalog.hiding import entry_of, row_of
from indicators.catalog.model import TOTAL, Observation
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.catalog.standing_in import is_dated
from indicators.figures import Figure, FigureError, FigureReader, Relation, Spans
from indicators.figures.periods import Period, PeriodError, parse_period, suggest_period
from indicators.figures.units import Units
from indicators.models import (
    MAX_NUMBER_LENGTH,
    NO_PERIOD,
    Claim,
    Clearance,
    DocumentFile,
    Indicator,
)
from indicators.reading.consequences import ANY
from indicators.reading.problems import Thing

_OF_UNITS = frozenset(("unknown-unit", "no-unit", "unread-text", "ambiguous-unit"))
"""Why a figure is refused where its unit isn't known, for want of the units perhaps."""

_EXACT: Final = decimal.Context(prec=4 * MAX_NUMBER_LENGTH)
"""Digits enough for any two numbers that may be stated."""

_AS_SAID: Final = {status: status for status in Clearance}
_CLEARED: Final = {**_AS_SAID, Clearance.CHECKED: Clearance.CLEARED}
"""What a claim's status comes to, where all that is checked of its document was cleared."""

Row = tuple[int, Observation]
Stated = tuple[str, "str | None", str]
EXPLICIT: Final = ("value", "relation", "unit")
"""What a claim states beside a figure that can't be read."""


_figure_reader = lru_cache(maxsize=4)(FigureReader)
_stated_period = lru_cache(maxsize=4096)(parse_period)


def forget() -> None:
    """Forget the words of all figures and all periods; for measuring."""
    _figure_reader.cache_clear()
    _stated_period.cache_clear()


def breakdown_code(breakdown: Mapping[str, str]) -> str:
    """Return a breakdown as the table writes it: ``_T`` or ``operator=china_telecom``."""
    if not breakdown:
        return TOTAL
    return ";".join(f"{key}={breakdown[key]}" for key in sorted(breakdown))


def observe(
    context: Context, file: str, entry: DocumentFile, lines: Sequence[int]
) -> list[Row]:
    """Return the observations of a document, each with the number of its claim.

    A claim that can't be read is reported and left out.

    Args:
        context: What may be said, and where problems go.
        file: The document's file.
        entry: The document.
        lines: The line at which each claim begins.
    """
    rows: list[Row] = []
    figures = _figure_reader(context.unit_table)
    document, area = entry.document.id, entry.document.ref_area
    clearance = _CLEARED if entry.document.cleared and entry.document.cleared.what == "all" else _AS_SAID
    stated: frozenset[Stated] = frozenset()
    periods: dict[bool, list[tuple[int, Period]]] = {True: [], False: []}
    for number, claim in enumerate(entry.claims):
        indicator_id = claim.indicator
        indicator = context.indicators.get(indicator_id)
        if indicator is None:
            stated = stated or _stated(entry)
            figure = _figure(context, file, number, claim, figures)
            _unknown(context, file, number, claim, figure, stated)
            _period(context, file, number, claim, entry, periods)  # What else is wrong is said at once.
            continue
        figure = _figure(context, file, number, claim, figures)
        period = _period(context, file, number, claim, entry, periods)
        if figure is None or period is None:
            continue
        unit = indicator.unit
        if figure.unit == unit:
            value, lower, upper = figure.value, figure.lower, figure.upper
        else:
            converted = _in_unit(context, file, number, claim, figure, indicator)
            if converted is None:
                continue
            value, lower, upper = converted
        # By position, in the order of the fields: this runs for every claim there is.
        row = Observation(
            document, indicator_id, context.sector_of[indicator_id], claim.ref_area or area,
            breakdown_code(claim.breakdown), period, _basis(claim),
            value, lower, upper, figure.lower_included, figure.upper_included, unit,
            figure.relation, figure.word, figure.text, figure.stated_value, figure.unit_mult,
            figure.stated_unit, figure.decimals, indicator.measure_type, claim.obs_status,
            clearance[claim.status], claim.section or "", file, lines[number], figure.scope, figure.spans,
        )
        rows.append((number, row))
    check_periods(context, file, entry, periods[True], periods[False])
    return rows


def _unknown(
    context: Context, file: str, number: int, claim: Claim, figure: Figure | None,
    stated: frozenset[Stated],
) -> None:
    """Report an indicator that isn't defined.

    One that is meant is counted in such a unit, and the document doesn't state it already.
    """
    if claim.indicator == PLACEHOLDER:
        return
    near = context.nearest(claim.indicator, context.indicators)
    if near and (
        (figure is not None and not _counts(context, figure, context.indicators[near]))
        or (near, claim.stated_period, breakdown_code(claim.breakdown)) in stated
    ):
        near = ""
    context.report(
        file, ("claims", number, "indicator"), "unknown-indicator", found=claim.indicator,
        nearest=near, needs=(("indicators", claim.indicator),),
        hides=entry_of(
            file, "claims", [near or claim.indicator], part=bool(claim.breakdown)
        ),
    )


def _stated(entry: DocumentFile) -> frozenset[Stated]:
    """Return what a document states, by indicator, period and breakdown."""
    return frozenset(
        (claim.indicator, claim.stated_period, breakdown_code(claim.breakdown))
        for claim in entry.claims
    )


def _counts(context: Context, figure: Figure, indicator: Indicator) -> bool:
    """Say whether an indicator may be what a figure states, by their units."""
    units: Units = context.unit_table
    if indicator.unit not in units or figure.unit not in units:
        return True
    source, target = units.by_id(figure.unit), units.by_id(indicator.unit)
    generic = context.units[source.id].generic == "yes" and target.kind == "count"
    return generic or source.base == target.base


def _figure(
    context: Context, file: str, number: int, claim: Claim, figures: FigureReader
) -> Figure | None:
    """Return the claim's figure, read from the text or, where that fails, as stated explicitly."""
    stated = (
        [] if claim.value is None and claim.relation is None and claim.unit is None
        else [key for key in EXPLICIT if getattr(claim, key) is not None]
    )
    try:
        indicator = context.indicators.get(claim.indicator)
        figure = figures.read(claim.figure, "" if indicator is None else indicator.unit)
    except FigureError as error:
        if claim.value is not None and claim.relation is not None and claim.unit is not None:
            explicit = _explicit(
                context, file, number, claim, claim.value, claim.relation, claim.unit
            )
            if explicit is None or error.code != "no-unit":
                return explicit
            return _with_its_unit(context, claim.unit, explicit)
        lost = row_of(file, claim)
        if stated:
            context.report(
                file, ("claims", number, "figure"), "incomplete-explicit-value", hides=lost,
                found=claim.figure,
                expected=", ".join(key for key in EXPLICIT if key not in stated),
            )
        elif claim.figure[0] in "“”‘’＂＇「":
            context.report(
                file, ("claims", number, "figure"), "full-width-quote", found=claim.figure[0],
                expected="'", hides=lost,
            )
        else:
            indicator = context.indicators.get(claim.indicator)
            needs: tuple[Thing, ...] = ()
            if error.code in _OF_UNITS:
                # Without the units, and with one of them missing, this can't be read.
                needs = (("units", ANY), ("unit table", ANY))
                if error.code == "unknown-unit":
                    needs = (("words", error.found), *needs)
                if indicator is None and error.code == "ambiguous-unit":
                    needs = (*needs, ("indicators", claim.indicator))  # It would tell which.
                elif indicator is not None and indicator.unit not in context.units:
                    needs = (("units", indicator.unit), *needs)
            context.report(
                file, ("claims", number, "figure"), "unreadable-figure", found=claim.figure,
                reason_zh=error.zh, reason_en=error.en, word=error.found,
                nearest=_with_unit(context, claim) if error.code == "no-unit" else "",
                needs=needs, hides=lost,
            )
        return None
    stated += ["rounded_to"] if claim.rounded_to is not None else []
    if stated:
        context.report(
            file, ("claims", number, stated[0]), "needless-explicit-value", found=claim.figure,
            expected=", ".join(stated),
        )
    return figure


def _with_unit(context: Context, claim: Claim) -> str:
    """Return the figure with the unit that its indicator is counted in, if that can be read.

    A long number without 万 was converted by hand, and a unit alone wouldn't mend it.
    """
    indicator = context.indicators.get(claim.indicator)
    unit = context.units.get(indicator.unit) if indicator is not None else None
    if unit is None or re.search(r"[0-9]{5}", claim.figure):
        return ""
    try:
        return _figure_reader(context.unit_table).read(claim.figure + unit.label.zh).text
    except FigureError:
        return ""


def _explicit(
    context: Context, file: str, number: int, claim: Claim, value: Decimal, relation: Relation,
    unit: str,
) -> Figure | None:
    if unit not in context.unit_table:
        if unit != PLACEHOLDER:
            context.report(
                file, ("claims", number, "unit"), "unknown-unit", found=unit,
                nearest=context.nearest(unit, context.units),
                needs=(("units", unit), ("unit table", ANY)), hides=row_of(file, claim),
            )
        return None
    if relation in (Relation.BETWEEN, Relation.ABOUT):
        # One number states neither the ends of a range nor how far "about" reaches.
        context.report(
            file, ("claims", number, "relation"), "invalid-value", key="relation", found=relation,
            expected="equal, greater_than, at_least, less_than, at_most",
            reason_zh="一个数值说不清范围", reason_en="one number can't state a range",
            hides=row_of(file, claim),
        )
        return None
    rounded = claim.rounded_to is not None and relation is Relation.EQUAL
    half = _EXACT.divide(claim.rounded_to, 2) if claim.rounded_to and rounded else Decimal(0)
    above = relation in (Relation.GREATER_THAN, Relation.AT_LEAST)
    below = relation in (Relation.LESS_THAN, Relation.AT_MOST)
    return Figure(
        text=claim.figure, relation=relation, stated_value=value, unit_mult=0, unit=unit,
        stated_unit="", decimals=max(0, -int(value.as_tuple().exponent)), value=value,
        lower=Decimal(0) if below else _EXACT.subtract(value, half),
        upper=None if above else _EXACT.add(value, half),
        lower_included=relation is not Relation.GREATER_THAN,
        upper_included=not rounded and relation in (Relation.EQUAL, Relation.AT_MOST),
        word="", change=None, change_word="", scope="", stated_lower=None, stated_upper=None,
        spans=None,
    )


def _with_its_unit(context: Context, unit: str, figure: Figure) -> Figure:
    """Return a figure that prints no unit (超43万) with the one stated beside it, to be shown after it."""
    label, end = context.units[unit].label.zh, len(figure.text)
    try:
        spans = _figure_reader(context.unit_table).read(figure.text + label).spans
    except FigureError:
        spans = Spans(0, end, end, end + len(label))
    return figure._replace(stated_unit=label, spans=spans)


def _basis(claim: Claim) -> str:
    """Return what a period rests on: the text, the document's date, or that for want of better."""
    if claim.stated_period is not None:
        return claim.period_basis
    return "document" if claim.period else "unsaid"


_NONE: Final = frozenset(("无", "没有", "未写", "未写明", "不详", "n/a", "na", "no", "nil", "unknown", "-", "—"))
"""How people say that there is none."""


def _period(
    context: Context, file: str, number: int, claim: Claim, entry: DocumentFile,
    periods: dict[bool, list[tuple[int, Period]]],
) -> str | None:
    """Return the period of a claim; one that is stated is added to those of facts, or the others."""
    ahead = not claim.obs_status.happened
    stated = claim.stated_period
    if stated is None and claim.period_basis != "stated":
        context.report(
            file, ("claims", number, "period_basis"), "basis-without-period", found=claim.period_basis
        )
    if stated is None:
        if ahead:
            context.report(
                file, ("claims", number), "without-period", found=claim.figure, expected="period"
            )
            return None
        dated = entry.document.date.isoformat()
        if claim.period is None:
            known = is_dated(entry)
            context.report(
                file, ("claims", number), "period-not-said", found=claim.figure,
                expected=dated if known else "",
            )
        return dated
    try:
        period = _stated_period(stated)
    except PeriodError as error:
        none = stated.lower() in _NONE or stated.lower() == NO_PERIOD
        context.report(
            file, ("claims", number, "period"), "bad-period", found=stated,
            reason_zh=error.zh, reason_en=error.en,
            nearest=NO_PERIOD if none else suggest_period(stated), hides=row_of(file, claim),
        )
        return None
    periods[not ahead].append((number, period))
    return stated


def _in_unit(
    context: Context, file: str, number: int, claim: Claim, figure: Figure,
    indicator: Indicator,
) -> tuple[Decimal | None, Decimal | None, Decimal | None] | None:
    """Return value and interval in the indicator's unit, or None where the unit is wrong."""
    units: Units = context.unit_table
    if indicator.unit not in units:
        return None  # reported with the definition
    source, target = units.by_id(figure.unit), units.by_id(indicator.unit)
    entry = context.units[source.id]
    if entry.generic == "yes" and target.kind == "count":
        source = target
    if source.base != target.base:
        wanted, printed = context.units[target.id].name, context.units[source.id].name
        context.report(
            file, ("claims", number, "figure"), "wrong-unit", found=figure.text,
            **named(context, indicator.id), expected=target.id,
            expected_zh=f"“{wanted.zh}”", expected_en=f"{wanted.en} ({target.id})",
            unit_zh=f"“{printed.zh}”", unit_en=f"{printed.en} ({source.id})",
            hides=row_of(file, claim),
        )
        return None

    def convert(number: Decimal | None) -> Decimal | None:
        return None if number is None else units.convert(number, source.id, target.id)

    return convert(figure.value), convert(figure.lower), convert(figure.upper)


