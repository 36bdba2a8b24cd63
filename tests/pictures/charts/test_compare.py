"""Comparisons: what shares an axis, and what is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from indicators.catalog import Catalog
from indicators.evidence.guard import may_share_axis
from indicators.language.sections import section_text
from indicators.pictures.charts.compare import draw_comparison
from indicators.pictures.comparing import Options, groups, is_drawable
from indicators.pictures.decades import power_text
from indicators.table.frame import observations


@pytest.fixture(scope="module")
def rows(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """The total of each indicator in the main document."""
    table = observations(catalog)
    table = table[(table["breakdown"] == "_T") & (table["document"] == "gz-2025324")]
    return {row["indicator"]: row for row in table.to_dict("records")}


def texts(figure: Any) -> str:
    """Return all text of a picture."""
    return "\n".join(str(annotation.text) for annotation in figure.layout.annotations)


def test_three_kinds_of_compute_stand_apart(catalog: Catalog, rows: dict[str, Any]) -> None:
    """Pooled with its own part; the supercomputer's two precisions each by itself."""
    keys = ["pooled_compute", "supercomputer_general_compute", "supercomputer_intelligent_compute",
            "own_compute"]
    parted = groups(catalog, [rows[key] for key in keys])
    assert [[row["indicator"] for row in group] for group in parted] == [
        ["pooled_compute", "own_compute"], ["supercomputer_general_compute"],
        ["supercomputer_intelligent_compute"],
    ]


def test_every_group_is_allowed_and_nothing_is_lost(
    catalog: Catalog, rows: dict[str, Any]
) -> None:
    """Whatever is compared: each row in one group, and the guard agrees with each group."""
    parted = groups(catalog, list(rows.values()))
    assert sorted(row["indicator"] for group in parted for row in group) == sorted(rows)
    assert all(may_share_axis(catalog, group).allowed for group in parted)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("options", [
    Options(), Options(log=True), Options(form="number"), Options(form="wan"), Options(form="yi"),
    Options(unit="hectare"), Options(log=True, form="number", unit="metre"),
])
def test_every_indicator_can_be_drawn(
    catalog: Catalog, rows: dict[str, Any], lang: str, options: Options
) -> None:
    """Title, unit, source and document number stand inside the picture; the alt text says it all."""
    for row in rows.values():
        made = draw_comparison(catalog, [row], lang, options, width=400)
        inside = texts(made.figure)
        assert "2025324" in inside
        assert section_text(str(row["section"]), lang) in inside
        assert catalog.indicators[row["indicator"]].name.in_language(lang) in made.alt
        assert made.height > 100


def test_bars_begin_at_zero_and_points_have_no_zero(
    catalog: Catalog, rows: dict[str, Any]
) -> None:
    """Linear: bars from zero. Logarithmic: points, ticks at powers of ten, no zero."""
    pair = [rows["pooled_compute"], rows["own_compute"]]
    bars = draw_comparison(catalog, pair, "zh", Options(), width=600).figure
    drawn = [trace for trace in bars.data if trace.type == "bar"]
    assert len(drawn) == 2
    assert {(trace.base or (0,))[0] for trace in drawn} == {0}
    points = draw_comparison(catalog, pair, "zh", Options(log=True), width=600).figure
    assert [trace.type for trace in points.data] == ["scatter", "scatter"]
    # 300 and 4000 on a scale from 100 to 10,000: (log 4000 − 2)/2 = 0.801, (log 300 − 2)/2 = 0.239.
    assert [round(trace.x[0], 3) for trace in points.data] == [0.801, 0.239]
    assert "\n0\n" not in f"\n{texts(points)}\n"


def test_the_normalised_figure_keeps_its_bound(catalog: Catalog, rows: dict[str, Any]) -> None:
    """超43万公里 becomes > 430,000 公里, and who can't see it hears both."""
    made = draw_comparison(
        catalog, [rows["optical_cable_length"]], "zh", Options(form="number"), width=600
    )
    assert "&gt; 430,000 公里" in texts(made.figure)
    assert "超43万公里" in made.alt and "> 430,000 公里" in made.alt


def test_a_converted_unit_is_named_in_the_picture(catalog: Catalog, rows: dict[str, Any]) -> None:
    """The subtitle has the unit that is drawn, and the axis its numbers."""
    made = draw_comparison(
        catalog, [rows["benchmark_park_land"]], "zh", Options(unit="hectare"), width=600
    )
    assert "单位：公顷" in texts(made.figure)
    assert "1,000" in texts(made.figure)


def test_a_rank_is_no_bar(catalog: Catalog, rows: dict[str, Any]) -> None:
    """A second place isn't twice a first."""
    made = draw_comparison(catalog, [rows["unicorn_increment_rank"]], "zh", Options(), width=400)
    assert not [trace for trace in made.figure.data if trace.type == "bar"]
    assert "第二" in texts(made.figure)


def test_hostile_names_are_text(catalog: Catalog, rows: dict[str, Any]) -> None:
    """Plotly reads a little HTML; a name's isn't read."""
    entry = catalog.indicators["own_compute"]
    name = entry.name.model_copy(update={"zh": '<a href="javascript:alert(1)">x</a>'})
    hostile = replace(catalog, indicators={
        **catalog.indicators, "own_compute": entry.model_copy(update={"name": name, "short": None}),
    })
    made = draw_comparison(hostile, [rows["own_compute"]], "zh", Options(), width=500)
    assert "<a" not in texts(made.figure)


def test_what_cannot_be_drawn_is_told(rows: dict[str, Any]) -> None:
    """No value, or one below zero, isn't drawn from zero."""
    row = rows["own_compute"]
    assert is_drawable(row)
    assert not is_drawable({**row, "obs_value": float("nan")})
    assert not is_drawable({**row, "obs_value": -1.0})
    assert is_drawable({**row, "relation": "between", "obs_value": float("nan")})


@pytest.mark.parametrize(
    "power, zh, en",
    [(0, "1", "1"), (3, "1,000", "1,000"), (4, "1万", "10,000"), (7, "1,000万", "10 million"),
     (8, "1亿", "100 million"), (12, "10,000亿", "1 trillion"), (-2, "0.01", "0.01")],
)
def test_powers_of_ten(power: int, zh: str, en: str) -> None:
    """Ticks are written as people say them."""
    assert (power_text(power, "zh"), power_text(power, "en")) == (zh, en)
