"""The guard, which says whether figures may be added, divided, or drawn on one axis.

Every sum, stack, share, growth rate and common axis asks here first. The answer is yes, or no and
why. Nothing is additive unless it is declared so: the parts of one breakdown that the indicator
declares, of one document, area and period.

All functions are pure and take time in proportion to their rows and to what the indicators declare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.evidence.named import (
    name_of,
    names_of,
    periods_of,
    title_of,
    types_of,
    unit_name,
)
from indicators.evidence.reasons import Reason, Verdict
from indicators.figures.periods import PeriodError, parse_period
from indicators.models import Indicator, ObsStatus

Row = Mapping[Any, Any] | Observation
"""An observation, or a row of the table with the columns of `indicators.table.frame.COLUMNS`."""

NEVER_ADDED: Final = ("share", "rank", "duration")
"""Measure types of which no sum means anything."""
LEVELS: Final = ("stock", "cumulative")
"""Measure types that are states at a date, so that they may share an axis."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guard looks at in a row."""

    document: str
    indicator: str
    ref_area: str
    breakdown: str
    time_period: str
    unit_measure: str
    measure_type: str
    obs_status: str


def facts(row: Row) -> Facts:
    """Return what the guard looks at in an observation or a row of the table."""
    if isinstance(row, Observation):
        return Facts(
            row.document, row.indicator, row.ref_area, row.breakdown, row.time_period,
            row.unit_measure, str(row.measure_type), str(row.obs_status),
        )
    return Facts(
        str(row["document"]), str(row["indicator"]), str(row["ref_area"]), str(row["breakdown"]),
        str(row["time_period"]), str(row["unit_measure"]), str(row["measure_type"]),
        str(row["obs_status"]),
    )


def may_add(catalog: Catalog, rows: Iterable[Row]) -> Verdict:
    """Tell whether the rows may be added, stacked, or shown as parts of their sum.

    Args:
        catalog: The catalogue, for what the indicators declare.
        rows: The rows; one alone is its own sum.

    Returns:
        Yes for the parts of one declared breakdown of one indicator, document, area and period.
        Otherwise no, with every reason found.
    """
    found = [facts(row) for row in rows]
    known, reasons = _known(catalog, found)
    reasons += _shared_reasons(catalog, found, known)
    types = sorted({row.measure_type for row in found} & {*NEVER_ADDED})
    if types and len(found) > 1:
        reasons.append(Reason("measure-type", types_of(types)))
    if len({row.measure_type for row in found}) > 1:
        reasons.append(Reason("measure-types", types_of([row.measure_type for row in found])))
    if len(found) > 1:
        reasons += _overlaps(catalog, found, known)
        reasons += _differing(catalog, found, areas=True, dates=True, documents=True)
        if any(ObsStatus(row.obs_status).ahead for row in found):
            reasons.append(Reason("ahead"))
        first = found[0].indicator
        other = next((row.indicator for row in found if row.indicator != first), None)
        if other is not None and not reasons and first in known and other in known:
            reasons.append(Reason("indicators", names_of(known[first], known[other])))
    return Verdict(not reasons, tuple(reasons))


def may_share_axis(catalog: Catalog, rows: Iterable[Row]) -> Verdict:
    """Tell whether the rows may be drawn on one axis.

    Differing areas, dates and documents are no reason against it, but are noted, because the
    chart has to say them.
    """
    found = [facts(row) for row in rows]
    known, reasons = _known(catalog, found)
    reasons += _shared_reasons(catalog, found, known)
    kinds = {"level" if row.measure_type in LEVELS else row.measure_type for row in found}
    if len(kinds) > 1:
        reasons.append(Reason("measure-types", types_of([row.measure_type for row in found])))
    notes = _differing(catalog, found, areas=True, dates=True, documents=True)
    if _mixed(found):
        notes.append(Reason("forecast"))
    return Verdict(not reasons, tuple(reasons), tuple(notes))


def may_take_share(catalog: Catalog, part: Row, whole: Row) -> Verdict:
    """Tell whether ``part`` may be given as a share of ``whole``.

    Yes where the part is declared a subset of the whole, or is one part of a breakdown of it, with
    the same unit, area and period.
    """
    one, other = facts(part), facts(whole)
    found = [one, other]
    known, reasons = _known(catalog, found)
    reasons += _shared_reasons(catalog, found, known)
    if one.measure_type != other.measure_type:
        reasons.append(Reason("measure-types", types_of([one.measure_type, other.measure_type])))
    if one.measure_type in NEVER_ADDED:
        reasons.append(Reason("measure-type", types_of([one.measure_type])))
    reasons += _differing(catalog, found, areas=True, dates=True, documents=False)
    if _mixed(found):
        reasons.append(Reason("forecast"))
    if not reasons and not _is_part(known, one, other):
        reasons.append(
            Reason("not-part", names_of(known[one.indicator], known[other.indicator]))
        )
    notes = _differing(catalog, found, areas=False, dates=False, documents=True)
    return Verdict(not reasons, tuple(reasons), tuple(notes))


def may_take_growth(catalog: Catalog, old: Row, new: Row) -> Verdict:
    """Tell whether the change from ``old`` to ``new`` may be given as a growth rate.

    Yes for levels and flows of one indicator, area and breakdown at different periods; flows must
    cover spans of the same length. A forecast or a target is never what growth starts from. Differing
    documents are noted, and so are a forecast and, for levels, spans of different kinds (2024,
    2025-Q1).
    """
    one, other = facts(old), facts(new)
    found = [one, other]
    known, reasons = _known(catalog, found)
    reasons += _shared_reasons(catalog, found, known)
    reasons += _differing(catalog, found, areas=True, dates=False, documents=False)
    if not reasons and one.indicator != other.indicator:
        reasons.append(Reason("indicators", names_of(known[one.indicator], known[other.indicator])))
    if one.breakdown != other.breakdown and one.indicator in known:
        reasons.append(Reason("two-breakdowns", name_of(known[one.indicator])))
    if one.measure_type in ("rank", "duration", "share"):
        reasons.append(Reason("no-growth-of", types_of([one.measure_type])))
    notes = _differing(catalog, found, areas=False, dates=False, documents=True)
    if one.time_period == other.time_period:
        reasons.append(Reason("same-date"))
    elif _span(one.time_period) != _span(other.time_period):
        span = Reason("span", periods_of(row.time_period for row in found))
        (notes if one.measure_type in LEVELS else reasons).append(span)
    if ObsStatus(one.obs_status).ahead:
        reasons.append(Reason("ahead"))
    elif _mixed(found):
        notes.append(Reason("forecast"))
    return Verdict(not reasons, tuple(reasons), tuple(notes))


def may_add_increase(catalog: Catalog, old: Row, added: Row) -> Verdict:
    """Tell whether a year's increase may be added to the level of the year before.

    Yes where the increase is declared ``increment_of`` the level's indicator, for the year after, of
    the same unit, area and breakdown.
    """
    one, other = facts(old), facts(added)
    found = [one, other]
    known, reasons = _known(catalog, found)
    reasons += _shared_reasons(catalog, found, known)
    reasons += _differing(catalog, found, areas=True, dates=False, documents=False)
    if _mixed(found):
        reasons.append(Reason("forecast"))
    if not reasons:
        entry = known[other.indicator]
        if entry.increment_of != one.indicator or one.breakdown != other.breakdown:
            reasons.append(Reason("indicators", names_of(known[one.indicator], entry)))
        elif not _year_after(one.time_period, other.time_period):
            reasons.append(Reason("dates", periods_of(row.time_period for row in found)))
    notes = _differing(catalog, found, areas=False, dates=False, documents=True)
    return Verdict(not reasons, tuple(reasons), tuple(notes))


def may_take_ratio(catalog: Catalog, numerator: Row, denominator: Row) -> Verdict:
    """Tell whether one observation may be divided by another.

    Yes where an indicator is declared to be just this ratio (``ratio_of``), for the same area,
    breakdown and period.
    """
    one, other = facts(numerator), facts(denominator)
    found = [one, other]
    known, reasons = _known(catalog, found)
    reasons += _differing(catalog, found, areas=True, dates=True, documents=False)
    if _mixed(found):
        reasons.append(Reason("forecast"))
    if not reasons and (
        one.breakdown != other.breakdown
        or not any(
            entry.ratio_of is not None
            and (entry.ratio_of.numerator, entry.ratio_of.denominator)
            == (one.indicator, other.indicator)
            for entry in catalog.indicators.values()
        )
    ):
        reasons.append(
            Reason("no-ratio", names_of(known[one.indicator], known[other.indicator]))
        )
    notes = _differing(catalog, found, areas=False, dates=False, documents=True)
    return Verdict(not reasons, tuple(reasons), tuple(notes))


def _year_after(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def ancestors(catalog: Catalog, indicator: str) -> list[str]:
    """Return the wholes an indicator is a subset of, nearest first; a cycle ends where it closes."""
    path: list[str] = []
    entry = catalog.indicators.get(indicator)
    while entry is not None and entry.subset_of is not None:
        if entry.subset_of in path or entry.subset_of == indicator:
            break
        path.append(entry.subset_of)
        entry = catalog.indicators.get(entry.subset_of)
    return path


def _known(
    catalog: Catalog, found: Sequence[Facts]
) -> tuple[dict[str, Indicator], list[Reason]]:
    """Return the rows' indicators by id, and a reason for each that isn't defined."""
    known: dict[str, Indicator] = {}
    reasons: list[Reason] = []
    for name in dict.fromkeys(row.indicator for row in found):
        entry = catalog.indicators.get(name)
        if entry is None:
            reasons.append(Reason("unknown-indicator", {"one": name}))
        else:
            known[name] = entry
    return known, reasons


def _shared_reasons(
    catalog: Catalog, found: Sequence[Facts], known: Mapping[str, Indicator]
) -> list[Reason]:
    """Return the reasons that keep rows from being added and from one axis alike."""
    reasons: list[Reason] = []
    units = list(dict.fromkeys(row.unit_measure for row in found))
    if len(units) > 1:
        names = [(unit_name(catalog, unit, "zh"), unit_name(catalog, unit, "en")) for unit in units]
        reasons.append(
            Reason(
                "unit",
                {"units_zh": "、".join(zh for zh, _ in names),
                 "units_en": ", ".join(en for _, en in names)},
            )
        )
    pairs: set[frozenset[str]] = set()
    for one, entry in known.items():
        for code, bans in (("not-comparable", entry.not_comparable), ("scope", entry.other_scope)):
            for ban in bans:
                pair = frozenset((one, ban.with_))
                if ban.with_ in known and len(pair) == 2 and pair not in pairs:
                    pairs.add(pair)
                    because = {"because_zh": ban.because.zh, "because_en": ban.because.en}
                    reasons.append(
                        Reason(code, {**names_of(entry, known[ban.with_]), **because})
                    )
    reasons += _precisions(catalog, known, pairs)
    return reasons


def _precisions(
    catalog: Catalog, known: Mapping[str, Indicator], told: set[frozenset[str]]
) -> list[Reason]:
    """Return a reason for two indicators whose declared precisions aren't the same.

    A subset has the precision of its whole; a precision on one side only can't be assumed on the
    other.
    """
    if all(entry.precision is None for entry in known.values()):
        return []
    kinds: dict[tuple[str, str], str] = {}
    for name in known:
        top = next((whole for whole in ancestors(catalog, name)[::-1] if whole in known), name)
        precision = known[top].precision
        kinds.setdefault(("", "") if precision is None else (precision.zh, precision.en), top)
    return [
        Reason("precision", names_of(known[one], known[other]))
        for one, other in pairwise(kinds.values())
        if frozenset((one, other)) not in told
    ]


def _overlaps(
    catalog: Catalog, found: Sequence[Facts], known: Mapping[str, Indicator]
) -> Iterator[Reason]:
    for name, entry in known.items():
        whole = next((other for other in ancestors(catalog, name) if other in known), None)
        if whole is not None:
            yield Reason("subset", names_of(entry, known[whole]))
        rows = [row for row in found if row.indicator == name]
        breakdowns = [row.breakdown for row in rows]
        if TOTAL in breakdowns and any(code != TOTAL for code in breakdowns):
            yield Reason("total-with-part", name_of(entry))
        dimensions = {_dimensions(code) for code in breakdowns if code != TOTAL}
        if len(dimensions) > 1:
            yield Reason("two-breakdowns", name_of(entry))
        places = [(row.ref_area, row.breakdown, row.time_period) for row in rows]
        if len(set(places)) < len(places):
            yield Reason("same-part-twice", name_of(entry))
        if any(set(dimension) - set(entry.breakdowns) for dimension in dimensions):
            yield Reason("breakdown-not-declared", name_of(entry))


def _dimensions(breakdown: str) -> tuple[str, ...]:
    """Return what a breakdown splits by: ``("operator",)``."""
    return tuple(part.partition("=")[0] for part in breakdown.split(";"))


def _is_part(known: Mapping[str, Indicator], part: Facts, whole: Facts) -> bool:
    if part.indicator == whole.indicator:
        return (
            whole.breakdown == TOTAL
            and part.breakdown != TOTAL
            and set(_dimensions(part.breakdown)) <= set(known[part.indicator].breakdowns)
        )
    return known[part.indicator].subset_of == whole.indicator and part.breakdown == whole.breakdown


def _differing(
    catalog: Catalog, found: Sequence[Facts], *, areas: bool, dates: bool, documents: bool
) -> list[Reason]:
    reasons: list[Reason] = []
    if areas and len(codes := dict.fromkeys(row.ref_area for row in found)) > 1:
        entries = [catalog.areas.get(code) for code in codes]
        names = [
            (code, code) if entry is None else (entry.name.zh, entry.name.en)
            for code, entry in zip(codes, entries, strict=True)
        ]
        reasons.append(
            Reason(
                "areas",
                {"areas_zh": "、".join(zh for zh, _ in names),
                 "areas_en": ", ".join(en for _, en in names)},
            )
        )
    if dates and len({row.time_period for row in found}) > 1:
        reasons.append(Reason("dates", periods_of(row.time_period for row in found)))
    if documents and len(ids := dict.fromkeys(row.document for row in found)) > 1:
        titles = [title_of(catalog, document) for document in ids]
        reasons.append(
            Reason(
                "documents",
                {"documents_zh": "、".join(zh for zh, _ in titles),
                 "documents_en": "; ".join(en for _, en in titles)},
            )
        )
    return reasons


def _mixed(found: Sequence[Facts]) -> bool:
    """Tell whether facts, forecasts and targets stand beside each other."""
    return len({ObsStatus(row.obs_status).ahead for row in found}) > 1


def _span(period: str) -> int:
    """Return a period's kind of length: about how many months, 0 for a day."""
    try:
        parsed = parse_period(period)
    except PeriodError:
        return -1
    return round((parsed.end - parsed.start).days / 30)
