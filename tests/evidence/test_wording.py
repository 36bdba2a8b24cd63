"""Numbers and intervals written out are never narrower than they are."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog
from indicators.evidence.ages import ages, months_since
from indicators.evidence.declared import declared_in
from indicators.evidence.intervals import Interval
from indicators.evidence.recalculation import recalculate, relatives
from indicators.evidence.wording import amount, percent, span
from indicators.models import ObsStatus
from tests.evidence.made import replace
from tests.evidence.test_intervals import with_member


@pytest.mark.parametrize(("number", "lang", "mult", "text"), [
    (Fraction(430000), "zh", 4, "43万"),
    (Fraction(430000), "en", 4, "430,000"),
    (Fraction(7000), "zh", 0, "7,000"),
    (Fraction(18658500000), "zh", 8, "186.585亿"),
    (Fraction(-5, 2), "zh", 0, "−2.5"),
    (Fraction(1, 3), "en", 0, "0.33"),
    (Fraction(599, 2), "en", 0, "299.5"),
])
def test_amounts(number: Fraction, lang: str, mult: int, text: str) -> None:
    """In the document's own 万 and 亿 in Chinese, in full in English."""
    assert amount(number, lang, mult=mult) == text


@pytest.mark.parametrize(("interval", "lang", "text"), [
    (Interval(Fraction(0), Fraction(601, 8000), False, False), "zh", "低于7.6%"),
    (Interval(Fraction(0), Fraction(1, 2), False, True), "en", "at most 50%"),
    (Interval(Fraction(1, 8), None, True), "zh", "不低于12.5%"),
    (Interval(Fraction(1, 8), None, False), "en", "over 12.5%"),
    (Interval(Fraction(1, 3), Fraction(2, 3)), "zh", "在33.3%与66.7%之间"),
    (Interval(Fraction(1, 3), Fraction(1, 3)), "en", "≈33.3%"),
    (Interval(Fraction(6, 5), Fraction(6, 5)), "en", "120%"),
    (Interval(None, None), "en", "any"),
])
def test_percentages(interval: Interval, lang: str, text: str) -> None:
    """A bound stays a bound; an end that must be rounded is rounded outwards."""
    assert percent(interval, lang, least=Fraction(0)) == text


@given(with_member())
def test_what_is_shown_holds_every_number(found: tuple[Interval, Fraction]) -> None:
    """Reading the shown interval back gives one that holds whatever the true one does."""
    interval, member = found
    shown = span(interval, "en", places=1)
    match = re.fullmatch(r"([\[(])(\S+), (\S+)([\])])", shown)
    if match is None:  # one number, written exactly
        assert Fraction(shown.replace("−", "-").replace(",", "")) == member
        return

    def end(text: str) -> Fraction | None:
        return None if "∞" in text else Fraction(text.replace("−", "-").replace(",", ""))

    read = Interval(end(match[2]), end(match[3]), match[1] == "[", match[4] == "]")
    assert read.contains(member)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_months_are_whole_and_never_too_many(end: date, today: date) -> None:
    """Counting the months on from the end never passes today."""
    months = months_since(end, today)
    assert (months == -1) == (end > today)
    if months >= 0:
        assert (end.year * 12 + end.month + months) <= today.year * 12 + today.month


def test_ages_by_hand(catalog: Catalog) -> None:
    """The city's stations speak of the first quarter of 2025, which ended on 31 March.

    To 31 October 2026 are 19 months; the twentieth isn't over on 24 November.
    """
    found = {age.row.indicator: age for age in ages(catalog.observations, date(2026, 11, 24))}
    assert found["base_stations_5g"].months == 19
    assert found["high_tech_enterprises"].row.time_period == "2025"
    assert found["core_digital_value_added"].row.time_period == "2024"  # 2025 is a forecast
    assert len(found) == len(catalog.indicators)


def test_dates_in_the_future_and_forecasts_are_no_newest_figure(catalog: Catalog) -> None:
    """A period that isn't over is said to be so; a forecast doesn't count."""
    row = catalog.observations[0]
    future = replace(row, time_period="2099")
    (age,) = ages([future], date(2026, 11, 24))
    assert age.months == -1
    assert ages([replace(row, obs_status=ObsStatus.FORECAST)], date(2026, 11, 24)) == []
    assert ages([replace(row, time_period="nonsense")], date(2026, 11, 24)) == []


def test_cycles_of_parts_end(catalog: Catalog) -> None:
    """A part of its own part is reported by the catalogue, and calculated without hanging."""
    one, other = "pooled_compute", "own_compute"
    ring = replace(
        catalog,
        indicators={
            **catalog.indicators,
            one: catalog.indicators[one].model_copy(update={"subset_of": other}),
        },
    )
    checks = recalculate(ring, declared_in(ring))
    # Which of the two is the whole isn't known, so neither is held against the other.
    touched = {row.indicator for check in checks for row in check.rows}
    assert not touched & {one, other}
    assert len(checks) == len(recalculate(catalog, declared_in(catalog))) - 1
    assert set(relatives(ring, [one])) == {one, other}


def test_relatives_go_both_ways(catalog: Catalog) -> None:
    """The fund's leverage needs both its ends, and each end leads to the leverage."""
    fund = {"mother_fund_levered", "mother_fund_invested", "mother_fund_leverage"}
    for name in fund:
        assert set(relatives(catalog, [name])) == fund
    assert "city_list_unicorns" in relatives(catalog, ["unicorn_enterprises"])
