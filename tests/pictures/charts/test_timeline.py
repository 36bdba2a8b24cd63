"""A trend keeps its dates, bounds, gaps, scopes and documents."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog, Observation
from indicators.figures import Relation
from indicators.models import DEFAULT_EVIDENCE, ObsStatus
from indicators.pictures.charts.labels import Box, Wish, place
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.dated import has_trend, is_broken, points_of, when
from indicators.table.frame import observations
from indicators.table.rows import as_observation, as_row
from tests.evidence.made import replace

TRENDS = ("base_stations_5g", "high_tech_enterprises", "unicorn_enterprises")


def rows_of(catalog: Catalog, indicator: str) -> list[Observation]:
    return [
        row for row in catalog.observations if row.indicator == indicator and row.breakdown == "_T"
    ]


def frame(rows: list[Observation]) -> pd.DataFrame:
    return pd.DataFrame([as_row(row) for row in rows])


def texts(result: Any) -> list[str]:
    return [annotation.text for annotation in result.figure.layout.annotations]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [336, 880])
@pytest.mark.parametrize("indicator", TRENDS)
def test_a_trend_names_every_document(
    catalog: Catalog, indicator: str, width: int, lang: str
) -> None:
    """Every figure's document stands inside the picture with its number, and the alt text says all."""
    rows = rows_of(catalog, indicator)
    result = build_timeline(catalog, frame(rows), DEFAULT_EVIDENCE, lang, width=width)
    assert result is not None
    documents = {row.document for row in rows}
    assert sum(text.startswith("[") for text in texts(result)) == len(documents)
    for row in rows:
        producer = catalog.documents[row.document].document.producer.in_language(lang)
        assert producer in result.alt


def test_time_is_to_scale(catalog: Catalog) -> None:
    """From the end of 2015 to that of 2019 is four times as far as from there to 2020."""
    rows = rows_of(catalog, "high_tech_enterprises")
    result = build_timeline(catalog, frame(rows), DEFAULT_EVIDENCE, "zh", width=880)
    assert result is not None
    x = list(result.figure.data[0].x)
    assert (x[1] - x[0]) / (x[2] - x[1]) == pytest.approx(1461 / 366)


def test_a_level_stands_at_the_end_of_its_period_but_not_after_its_document(
    catalog: Catalog,
) -> None:
    """What was given on 23 December isn't the state of the 31st; a flow stands in the middle."""
    by_period = {row.time_period: row for row in rows_of(catalog, "base_stations_5g")}
    assert when(by_period["2020-12"], catalog) == date(2020, 12, 23)
    assert when(by_period["2020"], catalog) == date(2020, 12, 31)
    assert when(by_period["2025-Q1"], catalog) == date(2025, 3, 31)
    (flow, _) = rows_of(catalog, "core_digital_value_added")
    assert when(flow, catalog) == date(2024, 7, 1)


def test_no_line_crosses_a_gap_or_a_bound_unsaid(catalog: Catalog) -> None:
    """2020 to 2023 is dashed, and so is whatever ends in 突破; the picture says what dashes mean."""
    points, _ = points_of(catalog, rows_of(catalog, "base_stations_5g"), DEFAULT_EVIDENCE)
    periods = [point.row.time_period for point in points]
    assert periods == ["2019", "2020-12", "2020", "2023", "2025-Q1"]
    assert [is_broken(a, b) for a, b in itertools.pairwise(points)] == [
        False, False, True, False,
    ]
    points, _ = points_of(catalog, rows_of(catalog, "high_tech_enterprises"), DEFAULT_EVIDENCE)
    broken = {
        (a.row.time_period, b.row.time_period): is_broken(a, b)
        for a, b in itertools.pairwise(points)
    }
    assert broken == {
        ("2015", "2019"): True, ("2019", "2020"): False, ("2020", "2022"): True,
        ("2022", "2023"): True, ("2023", "2024"): True, ("2024", "2025"): True,
    }
    result = build_timeline(catalog, frame(rows_of(catalog, "base_stations_5g")), DEFAULT_EVIDENCE, "zh")
    assert result is not None
    assert any("虚线" in text for text in texts(result))
    dashes = [s.line.dash for s in result.figure.layout.shapes if s.layer == "below"]
    assert dashes == ["solid", "solid", "4px,4px", "solid"]


def test_a_lower_bound_is_an_arrow_upwards_and_hollow(catalog: Catalog) -> None:
    """突破1.35万 isn't a point at 13,500."""
    (row,) = [r for r in rows_of(catalog, "high_tech_enterprises") if r.time_period == "2024"]
    equal = replace(row, relation=Relation.EQUAL, lower=row.value, upper=row.value)

    def shapes(one: Observation) -> tuple[int, str]:
        other = replace(equal, time_period="2023", document="gz-gwr-2024")
        result = build_timeline(catalog, frame([one, other]), DEFAULT_EVIDENCE, "zh")
        assert result is not None
        circles = [s for s in result.figure.layout.shapes if s.type == "circle"]
        paths = [s for s in result.figure.layout.shapes if s.type == "path"]
        return len(paths), circles[-1].fillcolor

    assert shapes(row) == (1, "#ffffff")
    assert shapes(equal) == (0, "#12406f")


def test_the_main_document_is_blue_and_context_grey(catalog: Catalog) -> None:
    """Whoever looks at the picture sees which point is the reply's."""
    rows = rows_of(catalog, "base_stations_5g")
    result = build_timeline(catalog, frame(rows), DEFAULT_EVIDENCE, "en")
    assert result is not None
    colors = [s.line.color for s in result.figure.layout.shapes if s.type == "circle"]
    assert colors == ["#7d858c"] * 4 + ["#12406f"]


def test_another_claim_of_the_same_thing_is_a_ring(catalog: Catalog) -> None:
    """24 by the reply is filled, 24 by the list a ring around it, on the same day."""
    points, _ = points_of(catalog, rows_of(catalog, "unicorn_enterprises"), DEFAULT_EVIDENCE)
    last = [point for point in points if point.row.time_period == "2024"]
    assert [(p.row.document, p.full) for p in last] == [("gz-2025324", True), ("hurun-2024", False)]
    assert last[0].when == last[1].when


def test_a_forecast_is_set_apart(catalog: Catalog) -> None:
    """No line leads to it, its ring is dotted, and its label says so."""
    rows = rows_of(catalog, "core_digital_gdp_share")
    result = build_timeline(catalog, frame(rows), DEFAULT_EVIDENCE, "zh", width=880)
    assert result is not None
    assert any("预测 [" in text for text in texts(result))
    assert [s.line.dash for s in result.figure.layout.shapes if s.type == "circle"].count("dot") == 1
    assert len([s for s in result.figure.layout.shapes if s.layer == "below"]) == 1
    assert "预测：" in result.alt


def test_rounding_is_a_whisker_where_it_can_be_seen(catalog: Catalog) -> None:
    """13% of [12.5, 13.5) sticks out of its point; 9.17万座 of [91,650, 91,750) doesn't."""

    def whiskers(indicator: str) -> int:
        result = build_timeline(catalog, frame(rows_of(catalog, indicator)), DEFAULT_EVIDENCE, "zh")
        assert result is not None
        return len([s for s in result.figure.layout.shapes if s.type == "rect"])

    # The whisker and its two ends, and the shaft of the forecast's arrow.
    assert whiskers("core_digital_gdp_share") == 4
    assert whiskers("base_stations_5g") == 0


def test_scopes_and_areas_never_share_a_line(catalog: Catalog) -> None:
    """The province's count isn't drawn with the city's, and of two areas one's own alone."""
    rows = rows_of(catalog, "base_stations_5g")
    other = rows_of(catalog, "base_stations_5g_province_count")
    assert build_timeline(catalog, frame(rows + other), DEFAULT_EVIDENCE, "zh") is None
    elsewhere = [replace(rows[0], ref_area="440000"), *rows[1:]]
    result = build_timeline(catalog, frame(elsewhere), DEFAULT_EVIDENCE, "zh")
    assert result is not None
    assert {str(mark.row["ref_area"]) for mark in result.picture.marks} == {"440100"}
    assert len(result.picture.marks) == len(rows) - 1


@pytest.mark.parametrize("count", [1, 100, 500])
def test_a_hundred_vintages_are_drawn(catalog: Catalog, count: int) -> None:
    """However many claims there are, the picture holds them, and says how many have no label."""
    row = rows_of(catalog, "unicorn_enterprises")[0]
    rows = [
        replace(row, value=Decimal(20 + n), lower=Decimal(20 + n), upper=Decimal(20 + n),
                figure=f"{20 + n}家", stated_value=Decimal(20 + n))
        for n in range(count)
    ]
    result = build_timeline(catalog, frame(rows), DEFAULT_EVIDENCE, "zh")
    assert result is not None
    assert len(result.figure.data[0].x) == min(count, 400)
    assert any("没有地方标注" in text for text in texts(result)) == (count > 1)


def test_odd_figures_are_drawn_or_refused_never_a_crash(catalog: Catalog) -> None:
    """Zeros, negative numbers, ranges, future dates and empty intervals."""
    row = rows_of(catalog, "unicorn_enterprises")[0]
    zero = replace(row, value=Decimal(0), lower=Decimal(0), upper=Decimal(0))
    assert build_timeline(catalog, frame([zero, zero]), DEFAULT_EVIDENCE, "zh") is None
    below = replace(row, value=Decimal(-3), lower=Decimal(-3), upper=Decimal(-3))
    assert build_timeline(catalog, frame([row, below]), DEFAULT_EVIDENCE, "zh") is None
    span = replace(row, value=None, lower=Decimal(5), upper=Decimal(9), time_period="2019",
                   relation=Relation.BETWEEN, figure="5—9家", stated_value=None)
    future = replace(row, time_period="2099", obs_status=ObsStatus.FORECAST)
    empty = replace(row, lower=Decimal(9), upper=Decimal(1), time_period="2020")
    about = replace(row, relation=Relation.ABOUT, lower=Decimal(15), upper=Decimal(25),
                    time_period="2018")
    for lang in ("zh", "en"):
        assert build_timeline(catalog, frame([row, span, future, empty, about]), DEFAULT_EVIDENCE, lang)
    assert build_timeline(catalog, frame([row]).head(0), DEFAULT_EVIDENCE, "zh") is None


def test_a_row_of_the_table_is_the_observation_it_was_made_of(catalog: Catalog) -> None:
    """Nothing but file and line is lost on the way."""
    for row, told in zip(
        catalog.observations, observations(catalog).to_dict("records"), strict=True
    ):
        assert as_observation(told) == replace(row, file="", line=0)


def test_a_trend_needs_two_periods(catalog: Catalog) -> None:
    """Three operators of one quarter are no trend."""
    table = observations(catalog)
    assert has_trend(table[table["indicator"] == "base_stations_5g"])
    assert not has_trend(table[table["indicator"] == "optical_cable_length"])


NUMBERS = st.floats(min_value=0, max_value=600)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.floats(20, 150)), max_size=12))
def test_labels_never_touch_each_other_or_a_point(found: list[tuple[float, float, float]]) -> None:
    """A label that has no room is left out rather than laid over another."""
    wishes = [Wish(x, y, width, 36, 10, 10) for x, y, width in found]
    room = Box(0, 0, 600, 600)
    boxes = [box for box in place(wishes, room) if box is not None]
    for number, box in enumerate(boxes):
        assert not any(box.touches(other) for other in boxes[number + 1 :])
        assert not any(box.touches(wish.mark) for wish in wishes)
        assert box.left >= 0
        assert box.right <= 600
