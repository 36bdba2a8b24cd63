"""Whether a derived measure can be derived: what it names is there, and its kind has what it needs."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.catalog.context import Context, known_or_reported, period_or_reported
from indicators.catalog.files import DERIVED_FILE
from indicators.models import Derived, DerivedFile


def check_derived(context: Context, entry: DerivedFile, known: Mapping[str, Derived]) -> None:
    """Report names that nobody knows, and measures that lack a part or have one too many.

    Args:
        context: What may be said, and where problems go.
        entry: What the file says.
        known: Its measures, each id once.
    """
    for number, one in enumerate(entry.derived):
        if known.get(one.id) is not one:
            continue
        place: tuple[int | str, ...] = ("derived", number)
        for key, found in (
            ("numerator", one.numerator), ("denominator", one.denominator), ("beside", one.beside),
        ):
            if found is not None:
                known_or_reported(
                    context, DERIVED_FILE, (*place, key), "unknown-indicator", found, context.indicators,
                    "indicators",
                )
        known_or_reported(
            context, DERIVED_FILE, (*place, "unit"), "unknown-unit", one.unit, context.units, "units"
        )
        if one.id in context.indicators:
            _bad(context, (*place, "id"), one, "已经是一个指标的代码", "it is an indicator's code already")
        if one.kind == "growth" and one.denominator is not None:
            _bad(context, (*place, "denominator"), one, "增长没有分母", "growth has no denominator")
        if one.kind != "growth" and one.denominator is None:
            _bad(context, place, one, "要有分母 denominator", "it takes a denominator")
        if (one.kind == "share") != (one.of is not None):
            _bad(
                context, place, one, "占全国或全省的比重写 of，别的不写",
                "a share says of what (nation or province), and nothing else does",
            )


def check_views(context: Context, entry: DerivedFile) -> None:
    """Report comparisons of an indicator that nobody knows, and around what is no period."""
    for number, one in enumerate(entry.views):
        known_or_reported(
            context, DERIVED_FILE, ("views", number, "indicator"), "unknown-indicator", one.indicator,
            context.indicators, "indicators",
        )
        if one.near is not None:
            period_or_reported(context, DERIVED_FILE, ("views", number, "near"), one.near)


def _bad(context: Context, loc: tuple[int | str, ...], one: Derived, zh: str, en: str) -> None:
    context.report(DERIVED_FILE, loc, "bad-derived", found=one.id, reason_zh=zh, reason_en=en)
