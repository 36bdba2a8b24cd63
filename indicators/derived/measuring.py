"""From declared measures and printed figures to values: which figures are combined, and when not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.catalog.area_codes import level_of
from indicators.catalog.columns import fields
from indicators.catalog.places import ancestors_of, area_name
from indicators.derived.comparing import Compared, compare_places
from indicators.derived.values import Refusal, Value
from indicators.evidence import intervals
from indicators.evidence.intervals import Interval, interval_of
from indicators.evidence.standing import standing
from indicators.evidence.sums import Result, growth_in_percent, printed_interval
from indicators.figures.periods import period_end
from indicators.models import Derived, MeasureType, ObsStatus, Text
from indicators.table.codes import code_of
from indicators.table.rows import as_row

YEAR: Final = 12
MOST_KEPT: Final = 2_000
"""Of so many places and indicators the figures are kept at hand."""
UNSETTLED: Final = frozenset({ObsStatus.PROVISIONAL, ObsStatus.ESTIMATED})
"""What will be printed anew: it divides only what is as open."""
INDEX: Final = Derived(
    id="index", name=Text(zh="指数", en="Index"), kind="per", numerator="any", denominator="any", times=Decimal(100),
    unit="index", of=None, within=0, beside=None, because=Text(zh="以开始的时期为100。", en="The first period is 100."),
)
"""Not declared in any file: what every indicator may be given as."""
_WHOLE: Final = {"nation": ("全国", "the nation"), "province": ("全省", "the province")}


class Measures:
    """The figures of a catalogue by indicator and place, and what follows from them.

    Args:
        catalog: The catalogue. Its observations are gone through once.
        among: The observations to look at; None for all of the catalogue's.
    """

    def __init__(self, catalog: Catalog, among: Sequence[Observation] | None = None) -> None:
        self.catalog = catalog
        self._rows = catalog.observations if among is None else among
        self._places: dict[tuple[str, str], list[int]] = {}
        columns = fields(self._rows, "indicator", "ref_area", "breakdown", "obs_status")
        # A page asks for the same figures again and again: they are kept in columns, and made for each asking.
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._unpacked)
        self._over = lru_cache(maxsize=MOST_KEPT)(self._above)
        happened = {status.value for status in ObsStatus if status.happened}
        for place, (indicator, area, breakdown, status) in enumerate(columns):
            if breakdown == TOTAL and status in happened:
                self._places.setdefault((indicator, area), []).append(place)

    def rows(self, indicator: str, place: str) -> Sequence[Observation]:
        """Return the totals of what happened at a place, of all documents."""
        return self._kept(indicator, place)

    def _unpacked(self, indicator: str, place: str) -> tuple[Observation, ...]:
        return tuple(self._rows[at] for at in self._places.get((indicator, place), ()))

    def derive(self, measure: str, place: str, period: str | None = None) -> Value | Refusal:
        """Return what a measure comes to at a place.

        Args:
            measure: The measure's id.
            place: The place's code.
            period: The numerator's period; None for the newest from which something follows.

        Raises:
            KeyError: There is no such measure.
        """
        entry = self.catalog.derived[measure]
        rows = [row for row in self.rows(entry.numerator, place) if period in (None, row.time_period)]
        if not rows:
            return self._refused(place, "no-figure", entry.numerator)
        refusal: Refusal | None = None
        for row in self._newest_first(rows):
            found = self._derived(entry, place, row)
            if isinstance(found, Value):
                return found
            refusal = refusal or found
        return refusal or self._refused(place, "no-figure", entry.numerator)

    def growth(self, indicator: str, place: str, since: str, until: str) -> Value | Refusal:
        """Return the growth of an indicator between two periods, in per cent.

        Args:
            indicator: The indicator.
            place: The place's code.
            since: The earlier period.
            until: The later period.
        """
        ends = [self._of(indicator, place, period) for period in (since, until)]
        if ends[0] is None or ends[1] is None:
            return self._refused(place, "no-figure", indicator)
        return self.grown(ends[0], ends[1])

    def grown(self, old: Observation, new: Observation) -> Value | Refusal:
        """Return the growth from one figure to another in per cent, or the guard's reason against it."""
        return _grown(new.ref_area, growth_in_percent(self.catalog, old, new), old, new, None)

    def standing_rows(self, indicator: str, place: str) -> Iterator[Observation]:
        """Give the figure that stands of each period of a place, the newest first."""
        return self._newest_first(self.rows(indicator, place))

    def all_places(
        self, name: str, *, near: str | None = None, within: int = YEAR,
        among: Sequence[str] | None = None,
    ) -> Compared:
        """Return an indicator's printed figures, or a measure's values, of all places.

        Args:
            name: An indicator's code, or a measure's id.
            near: The period that the reader looks at; None for the newest of any place.
            within: How many months the ends of the periods may lie apart; what lies further is
                `Compared.apart`.
            among: The places to look at; None for all of ``areas.yaml``.

        Raises:
            KeyError: There is neither such an indicator nor such a measure.
        """
        entry = self.catalog.derived.get(name)
        indicator = self.catalog.indicators[entry.numerator if entry is not None else name]
        found: list[Value | Refusal] = []
        for place in self.catalog.areas if among is None else among:
            rows = self.rows(indicator.id, place)
            if near is not None and rows:
                least = min(months_between(row.time_period, near) for row in rows)
                rows = [row for row in rows if months_between(row.time_period, near) == least]
            row = standing(self.catalog, rows)
            if row is None:
                found.append(self._refused(place, "no-figure", indicator.id))
            elif entry is None:
                found.append(_printed(row))
            else:
                period = None if near is None else row.time_period
                found.append(self.derive(name, place, period))
        return compare_places(self.catalog, name, found, near, within)

    # ---- one value -----------------------------------------------------------------------------

    def _derived(self, entry: Derived, place: str, row: Observation) -> Value | Refusal:
        if entry.kind == "growth":
            return self._grown_since(entry, place, row)
        whole = place if entry.of is None else self._over(place, entry.of)
        if whole is None:
            zh, en = _WHOLE[str(entry.of)]
            return Refusal(place, "nothing-above", f"数据里没有它所在的{zh}。", f"The data has no {en} that it lies in.")
        if entry.denominator is None:
            return self._refused(place, "no-denominator", entry.numerator)
        below = self._denominator(entry, whole, row)
        if isinstance(below, Refusal):
            return Refusal(place, below.code, below.zh, below.en)
        interval = intervals.divide(interval_of(row), interval_of(below))
        printed = intervals.divide(_as_printed(row), _as_printed(below))
        if interval is None or printed is None:
            return Refusal(place, "divisor-zero", "分母可能是零，不能除。", "The denominator may be zero.")
        if entry.kind == "share" and interval.lower is not None and interval.lower > 1:
            return Refusal(
                place, "part-exceeds", "部分大于整体，比重不成立。", "The part exceeds the whole, so no share follows.",
            )
        if not interval.lower and interval.upper is None:
            return Refusal(
                place, "open", "两个数都只有下限，什么也定不下来。",
                "Both figures are lower bounds only, so anything is possible.",
            )
        inputs = row, below
        return Value(
            place, intervals.multiply(interval, entry.times), intervals.multiply(printed, entry.times),
            inputs, _codes(inputs), entry.unit, entry,
        )

    def _denominator(self, entry: Derived, place: str, row: Observation) -> Observation | Refusal:
        """Return the denominator whose date may be combined with a figure's, the nearest of them."""
        known = self.rows(str(entry.denominator), place)
        if not known:
            return self._refused(place, "no-denominator", str(entry.denominator))
        flows = {str(row.measure_type), str(known[0].measure_type)} == {MeasureType.FLOW.value}
        allowed = [
            one for one in known
            if months_between(one.time_period, row.time_period) <= entry.within
            and not (flows and one.time_period != row.time_period)
        ]
        if not allowed:
            nearest = min(known, key=lambda one: months_between(one.time_period, row.time_period))
            name = self.catalog.indicators[str(entry.denominator)].name
            where = [area_name(self.catalog.areas, place, lang) for lang in ("zh", "en")]
            return Refusal(
                place, "other-date",
                f"{where[0]}的“{name.zh}”最近的是{nearest.time_period}，与{row.time_period}不是同一时期。",
                f'The nearest "{name.en}" of {where[1]} is of {nearest.time_period}, not of {row.time_period}.',
            )
        settled = [one for one in allowed if one.obs_status not in UNSETTLED]
        if not settled and row.obs_status not in UNSETTLED:
            return Refusal(
                place, "provisional", "分母只有初步数或估计数，分子不是：两个数不是一次核算的。",
                "The denominator is preliminary or an estimate and the numerator isn't: they are of two accounts.",
            )
        least = min(months_between(one.time_period, row.time_period) for one in settled or allowed)
        nearest_ones = [
            one for one in settled or allowed if months_between(one.time_period, row.time_period) == least
        ]
        return standing(self.catalog, nearest_ones) or nearest_ones[0]

    def _grown_since(self, entry: Derived, place: str, row: Observation) -> Value | Refusal:
        """Return the growth to a figure from the one of a year before, as far as one is printed."""
        before = [
            one for one in self.rows(entry.numerator, place)
            if period_end(one.time_period) < period_end(row.time_period)
            and abs(months_between(one.time_period, row.time_period) - YEAR) <= entry.within
        ]
        old = standing(self.catalog, before)
        if old is None:
            return self._refused(place, "no-figure", entry.numerator)
        return _grown(place, growth_in_percent(self.catalog, old, row), old, row, entry)

    def _of(self, indicator: str, place: str, period: str) -> Observation | None:
        return standing(
            self.catalog, [row for row in self.rows(indicator, place) if row.time_period == period]
        )

    def _newest_first(self, rows: Sequence[Observation]) -> Iterator[Observation]:
        """Give the figure that stands of each period, the newest first; mostly the first will do."""
        for period in sorted({row.time_period for row in rows}, key=period_end, reverse=True):
            row = standing(self.catalog, [row for row in rows if row.time_period == period])
            if row is not None:
                yield row

    def _above(self, place: str, level: str) -> str | None:
        areas = self.catalog.areas
        return next((one for one in ancestors_of(areas, place) if level_of(areas[one]) == level), None)

    def _refused(self, place: str, code: str, indicator: str) -> Refusal:
        name = self.catalog.indicators[indicator].name
        where = [area_name(self.catalog.areas, place, lang) for lang in ("zh", "en")]
        return Refusal(
            place, code, f"{where[0]}没有可用的“{name.zh}”。", f'There is no "{name.en}" of {where[1]} to be used.',
        )


def _grown(
    place: str, result: Result, old: Observation, new: Observation, entry: Derived | None
) -> Value | Refusal:
    if result.interval is None:
        return Refusal(place, "guard", result.why_not("zh"), result.why_not("en"))
    inputs = old, new
    return Value(
        place, result.interval, result.printed or result.interval, inputs, _codes(inputs), "percent", entry
    )


def index_of(catalog: Catalog, base: Observation, row: Observation) -> Value | Refusal:
    """Return a figure as an index to an earlier one, which is 100: what growth the guard allows, from 100 on.

    Args:
        catalog: The catalogue.
        base: The figure that is 100.
        row: The same figure, or a later one of its kind.
    """
    measure = INDEX.model_copy(update={"numerator": row.indicator, "denominator": row.indicator})
    inputs = row, base
    hundred = intervals.point(100)
    if row == base:
        return Value(row.ref_area, hundred, hundred, inputs, _codes(inputs), measure.unit, measure)
    grown = growth_in_percent(catalog, base, row)
    if grown.interval is None:
        return Refusal(row.ref_area, "guard", grown.why_not("zh"), grown.why_not("en"))
    return Value(
        row.ref_area, intervals.add(hundred, grown.interval), intervals.add(hundred, grown.printed or grown.interval),
        inputs, _codes(inputs), measure.unit, measure,
    )


def _printed(row: Observation) -> Value:
    interval: Interval = interval_of(row)
    return Value(
        row.ref_area, interval, _as_printed(row), (row,), _codes((row,)), row.unit_measure, derived=False
    )


def _as_printed(row: Observation) -> Interval:
    """Return what the printed number says by itself, also of an "about": it is what one divides by."""
    if str(row.relation) == "about" and row.value is not None:
        return intervals.point(row.value, soft=True)
    return printed_interval(row)


def _codes(rows: Sequence[Observation]) -> tuple[str, ...]:
    return tuple(code_of(as_row(row)) for row in rows)


def months_between(one: str, other: str) -> int:
    """Return how many months lie between the ends of two periods."""
    first, second = period_end(one), period_end(other)
    return abs((first.year * YEAR + first.month) - (second.year * YEAR + second.month))
