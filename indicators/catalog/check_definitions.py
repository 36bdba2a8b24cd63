"""Whether what definitions refer to is there, and whether their charts can be drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from indicators.catalog.context import Context, known_or_reported
from indicators.models import (
    Chart,
    ChartKind,
    DefinitionsFile,
    Indicator,
)
from indicators.reading.consequences import ANY


def check_definitions(context: Context, file: str, entry: DefinitionsFile) -> None:
    """Check what a sector's definitions refer to."""
    likely = context.nearest(entry.sector, context.sectors)
    known_or_reported(
        context, file, ("sector",), "unknown-sector", entry.sector, context.sectors, "sectors",
        hides=frozenset({("definitions", likely)}) if likely else frozenset(),
    )
    for key in ("leading", "key_figures", "trends"):
        for number, indicator_id in enumerate(getattr(entry, key)):
            _check_indicator_id(context, file, (key, number), indicator_id)
    for number, indicator in enumerate(entry.indicators):
        place: tuple[int | str, ...] = ("indicators", number)
        known_or_reported(
            context, file, (*place, "unit"), "unknown-unit", indicator.unit, context.units,
            "units",
        )
        for key in ("breakdowns", "complete"):
            for item, breakdown in enumerate(getattr(indicator, key)):
                known_or_reported(
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
    known_or_reported(context, file, loc, "unknown-indicator", found, context.indicators, "indicators")


def _check_chart(
    context: Context, file: str, place: tuple[int | str, ...], chart: Chart
) -> None:
    for number, indicator_id in enumerate(chart.indicators):
        _check_indicator_id(context, file, (*place, "indicators", number), indicator_id)
    if chart.breakdown is not None and not known_or_reported(
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
            if indicator.id not in used and entry.shelf is None:
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
