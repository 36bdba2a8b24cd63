"""What is drawn, worked by hand: lengths, order, colours, bounds, notes and codes. No pixels.

The letter gives optical cable as 超43万公里, of which 23, 12.8 and 6.8万公里. On an axis that ends at
the longest bar the parts are 23/43, 12.8/43 and 6.8/43 of it:

    23 / 43 = 0.534884    12.8 / 43 = 0.297674    6.8 / 43 = 0.158140
"""

from __future__ import annotations

import html
import re
from typing import Any

import pandas as pd
import pytest
from lxml import etree

from indicators.catalog import Catalog
from indicators.language.sections import sections_text
from indicators.pictures import theme
from indicators.pictures.charts import build_chart
from indicators.pictures.charts.compare import draw_comparison
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.choosing import card_of
from indicators.pictures.comparing import Options
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.pictures.slides.svg import WIDTH
from indicators.pictures.trends import trend_picture
from indicators.table.frame import observations

SVG = "{http://www.w3.org/2000/svg}"
CABLE = "optical_cable_by_operator"
SHARES = [1.0, 0.534884, 0.297674, 0.158140]
LIGHT = PALETTES["light"]


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    """The observations."""
    return observations(catalog)


def changed(table: pd.DataFrame, breakdown: str, **cells: object) -> pd.DataFrame:
    """Return the table with some cells of the cable's row of a breakdown changed."""
    other = table.astype({name: object for name in cells if isinstance(cells[name], str)})
    row = (other["indicator"] == "optical_cable_length") & (other["breakdown"] == breakdown)
    for name, value in cells.items():
        other.loc[row, name] = value
    return other


def chart(catalog: Catalog, table: pd.DataFrame, lang: str = "zh") -> Any:
    """Return the cable's chart as plotly has it."""
    entry = next(one for one in catalog.definitions["connectivity"].charts if one.id == CABLE)
    found = build_chart(catalog, table, entry, lang, width=480)
    assert found is not None
    return found.figure


def bars(figure: Any) -> list[Any]:
    """Return the bars that say a figure: those that have words to be read out."""
    return [trace for trace in figure.data if trace.type == "bar" and trace.hoverinfo == "text"]


def tracks(figure: Any) -> list[Any]:
    """Return the bars behind the parts."""
    return [trace for trace in figure.data if trace.type == "bar" and trace.hoverinfo == "skip"]


def said(figure: Any) -> list[str]:
    """Return the texts of a chart from the top down, without their markup."""
    placed = sorted(figure.layout.annotations, key=lambda one: (one.y, one.x))
    return [html.unescape(re.sub(r"<[^>]+>", "", one.text)) for one in placed]


def slide(catalog: Catalog, table: pd.DataFrame, key: str = f"connectivity.{CABLE}") -> Any:
    """Return a slide of the default language."""
    return build_deck(catalog, table, DeckSpec((key,)), "zh").slides[0]


def rectangles(picture: str, *colors: str) -> list[dict[str, float]]:
    """Return the rectangles of a colour, in the order in which they are drawn."""
    found = []
    for node in etree.fromstring(picture.encode()).iter(f"{SVG}rect"):
        if node.get("fill") in colors:
            found.append({key: float(node.get(key)) for key in ("x", "y", "width", "height")})
    return found


# --- Lengths --------------------------------------------------------------------------------------


def test_bars_are_as_long_as_their_values(catalog: Catalog, table: pd.DataFrame) -> None:
    """From zero, in proportion, the longest first; the whole behind each part at full length."""
    figure = chart(catalog, table)
    drawn = bars(figure)
    assert [bar.x[0] for bar in drawn] == pytest.approx(SHARES, abs=1e-6)
    assert [bar.base[0] for bar in drawn] == [0, 0, 0, 0]
    assert [bar.y[0] for bar in drawn] == sorted(bar.y[0] for bar in drawn)
    assert [track.x[0] for track in tracks(figure)] == [1, 1, 1]
    assert list(figure.layout.xaxis.range) == [0, 1]


def test_bars_of_a_slide_are_as_long_as_their_values(catalog: Catalog, table: pd.DataFrame) -> None:
    """The longest ends where its open end and its label still have room; the tracks do likewise."""
    picture = render_svg(slide(catalog, table), LIGHT)
    [whole] = [bar for bar in rectangles(picture, LIGHT.main) if bar["height"] > 20]
    parts = [bar for bar in rectangles(picture, LIGHT.part) if bar["height"] > 20]
    behind = [bar for bar in rectangles(picture, LIGHT.pale) if bar["height"] > 20]
    assert [bar["width"] / whole["width"] for bar in parts] == pytest.approx(SHARES[1:], abs=2e-3)
    assert [bar["width"] for bar in behind] == [whole["width"]] * 3
    assert {bar["x"] for bar in (whole, *parts, *behind)} == {whole["x"]}
    label = next(
        node for node in etree.fromstring(picture.encode()).iter(f"{SVG}text")
        if "".join(node.itertext()) == "> 超43万公里"
    )
    # The full track: from the names' column to where the open end and the label begin.
    assert whole["x"] + whole["width"] + 60 + 24 == pytest.approx(float(label.get("x")), abs=0.2)
    assert whole["width"] > 0.5 * WIDTH


def test_a_range_begins_at_its_lower_end(catalog: Catalog, table: pd.DataFrame) -> None:
    """20 to 23 of 43: from 0.465116, 0.069767 long."""
    other = changed(table, "operator=china_telecom", relation="between", lower=200000.0,
                    upper=230000.0, obs_value=float("nan"))
    [bar] = [bar for bar in bars(chart(catalog, other)) if bar.base[0] > 0]
    assert bar.base[0] == pytest.approx(0.465116, abs=1e-6)
    assert bar.x[0] == pytest.approx(0.069767, abs=1e-6)


def test_points_stand_where_their_values_are(catalog: Catalog, table: pd.DataFrame) -> None:
    """On a timeline from zero: 4.6万 is 0.419325 of 10.97万 above the zero line."""
    rows = table[table["indicator"] == "base_stations_5g"]
    result = build_timeline(catalog, rows, catalog.evidence, "zh", width=760)
    assert result is not None
    marks = next(trace for trace in result.figure.data if trace.mode == "markers")
    places = dict(zip(marks.hovertext, marks.y, strict=True))
    base = next(shape.y0 for shape in result.figure.layout.shapes
                if shape.type == "line" and (shape.x0, shape.x1) == (0, 1))
    newest = next(y for text, y in places.items() if "10.97万" in text)
    older = next(y for text, y in places.items() if "4.6万" in text)
    assert (base - older) / (base - newest) == pytest.approx(4.6 / 10.97, abs=1e-3)


def test_a_logarithmic_scale_counts_decades(catalog: Catalog, table: pd.DataFrame) -> None:
    """10 and 1000 are as far apart as 1000 and 100 000."""
    part = table[table["breakdown"].str.startswith("operator=") &
                 (table["indicator"] == "optical_cable_length")].head(3).to_dict("records")
    for row, value in zip(part, (10.0, 1000.0, 100000.0), strict=True):
        row.update(obs_value=value, lower=value, upper=value)
    drawn = draw_comparison(catalog, part, "zh", Options(log=True), width=600).figure
    across = sorted(trace.x[0] for trace in drawn.data if trace.mode == "markers")
    assert across[1] - across[0] == pytest.approx(across[2] - across[1])


# --- Order ----------------------------------------------------------------------------------------


def test_periods_stand_in_their_order(catalog: Catalog, table: pd.DataFrame) -> None:
    """On a timeline from left to right, on a slide from the top down."""
    rows = table[table["indicator"] == "base_stations_5g"]
    result = build_timeline(catalog, rows, catalog.evidence, "zh", width=760)
    assert result is not None
    marks = next(trace for trace in result.figure.data if trace.mode == "markers")
    order = ["20246", "4.6万", "4.8万", "9.17万", "10.97万"]
    found = [next(place for place, number in enumerate(order) if number in text)
             for text in marks.hovertext]
    assert found == sorted(found) == [0, 1, 2, 3, 4]
    assert list(marks.x) == sorted(marks.x)
    trend = slide(catalog, table, "@base_stations_5g.TREND")
    assert [str(figure.row["figure"]) for figure in trend.marks] == [
        "20246座", "4.6万座", "4.8万座", "9.17万座", "10.97万座",
    ]


def test_a_trend_without_room_for_all_shows_the_newest(catalog: Catalog, table: pd.DataFrame) -> None:
    """Of 2.0, 4.6, 4.8, 9.17 and 10.97万座 the last two, their documents numbered anew, and the rest said."""
    rows = table[table["indicator"] == "base_stations_5g"]
    picture = trend_picture(catalog, rows, catalog.evidence, "zh", most=2)
    assert picture is not None
    assert [mark.parts.plain for mark in picture.marks] == ["9.17万座", "10.97万座"]
    assert [mark.number for mark in picture.marks] == [1, 2]
    assert picture.notes == ("另有3个更早的数字见数据表",)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_source_names_every_section(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """The key figures of innovation stand in 一(一)2 and 一(一)3: both are cited; so it is on all slides."""
    slides = {one.key: one for one in build_deck(catalog, table, DeckSpec(), lang).slides}
    assert sections_text(("一(一)2", "一(一)3"), lang) in slides["innovation.SLIDE"].sources[0]
    for one in slides.values():
        cited = " ".join(one.sources)
        for mark in one.marks:
            part, _, item = one.section(mark).partition(" item ")
            # Several items of a part are named together: part 1 (1) items 2, 3.
            together = rf"{re.escape(part)} items? (?:\d+, )*{item}\b" if item else re.escape(part)
            assert re.search(together, cited), one.key


@pytest.mark.parametrize(("indicator", "figure"), [
    ("core_digital_value_added", "4470.30亿元"),  # of 2024, before the forecast for 2025
    ("high_tech_enterprises", "突破1.35万家"),  # the leading document's, before 2025's of another
])
def test_the_figure_that_stands_is_drawn(
    catalog: Catalog, table: pd.DataFrame, indicator: str, figure: str
) -> None:
    """A fact before a forecast, the leading document before context: on cards, charts and slides."""
    entry = catalog.indicators[indicator]
    drawn = build_chart(catalog, table, card_of(entry), "zh", width=480)
    assert drawn is not None
    assert figure in "".join(said(drawn.figure)).replace(" ", "")
    assert slide(catalog, table, f"@{indicator}").marks[0].row["figure"] == figure


def test_a_deck_is_in_the_order_of_its_keys(catalog: Catalog, table: pd.DataFrame) -> None:
    """By default that of the definitions: a sector's slide, then its trends, which name its indicators."""
    keys = [one.key for one in build_deck(catalog, table, DeckSpec(), "zh").slides]
    parts = [key.partition(".")[0] for key in keys]
    sectors = [catalog.sector_of[part[1:]] if part.startswith("@") else part for part in parts]
    assert list(dict.fromkeys(sectors)) == list(catalog.definitions)
    assert sectors == sorted(sectors, key=list(catalog.definitions).index)
    assert keys[:2] == ["innovation.SLIDE", "@high_tech_enterprises.TREND"]
    assert keys[-1] == "parks.SLIDE"


# --- Words ----------------------------------------------------------------------------------------


SIGNS = {
    "greater_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "about": "≈ ",
    "equal": "", "between": "",
}


@pytest.mark.parametrize("relation", SIGNS)
def test_a_bar_says_its_sign_its_bound_word_and_its_unit(
    catalog: Catalog, table: pd.DataFrame, relation: str
) -> None:
    """> 超43万公里: as printed, and the sign where the relation is a bound."""
    cells: dict[str, object] = {"relation": relation, "lower": 400000.0, "upper": 430000.0}
    if relation == "between":
        cells["obs_value"] = float("nan")
    assert f"{SIGNS[relation]}超43万公里" in said(chart(catalog, changed(table, "_T", **cells)))


def test_a_picture_carries_its_note_its_source_and_every_code(
    catalog: Catalog, table: pd.DataFrame
) -> None:
    """In both languages, on charts, timelines and slides: a cropped picture keeps them."""
    for lang in ("zh", "en"):
        for sector, entry in catalog.definitions.items():
            for one in entry.charts:
                drawn = build_chart(catalog, table[table["sector"] == sector], one, lang, width=480)
                if drawn is None:
                    continue
                words = "".join(said(drawn.figure)).replace(" ", "")
                own = slide_of(catalog, table, f"{sector}.{one.id}", lang)
                for code in own.codes:
                    assert code in words, (one.id, code)
                for source in own.sources:
                    assert source.replace(" ", "") in words, one.id
                if one.note is not None:
                    assert one.note.in_language(lang).replace(" ", "") in words, one.id
                picture = render_svg(own, LIGHT)
                shown = "".join("".join(node.itertext()) for node in
                                etree.fromstring(picture.encode()).iter(f"{SVG}text")).replace(" ", "")
                assert all(code in shown for code in own.codes)
                assert own.note[:20].replace(" ", "") in shown


def slide_of(catalog: Catalog, table: pd.DataFrame, key: str, lang: str) -> Any:
    """Return a slide in a language."""
    return build_deck(catalog, table, DeckSpec((key,)), lang).slides[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_unit_is_named_on_the_axis_and_at_each_bar(
    catalog: Catalog, table: pd.DataFrame, lang: str
) -> None:
    """公里 in the subtitle and in every figure."""
    unit = {"zh": "公里", "en": "km"}[lang]
    words = said(chart(catalog, table, lang))
    head = {"zh": "单位：公里 · 2025年一季度 · 广州市", "en": "Unit: km · Q1 2025 · Guangzhou"}[lang]
    assert head in words
    assert sum(text.endswith(unit) for text in words) >= 4


# --- Bounds and colours ---------------------------------------------------------------------------


@pytest.mark.parametrize("relation", ["less_than", "at_most"])
def test_what_is_short_of_its_bound_is_hollow(
    catalog: Catalog, table: pd.DataFrame, relation: str
) -> None:
    """Only the ground's colour within an outline, in charts and on slides; nobody else is."""
    other = changed(table, "operator=china_telecom", relation=relation)
    drawn = bars(chart(catalog, other))
    assert [bar.marker.color for bar in drawn] == [
        theme.BLUE, theme.GROUND, theme.BLUE_PART, theme.BLUE_PART,
    ]
    assert [bar.marker.line.width for bar in drawn] == [0, 2, 0, 0]
    picture = render_svg(slide(catalog, other), LIGHT)
    outlined = [node for node in etree.fromstring(picture.encode()).iter(f"{SVG}rect")
                if node.get("stroke")]
    assert [(node.get("fill"), node.get("stroke")) for node in outlined] == [(LIGHT.ground, LIGHT.part)]


@pytest.mark.parametrize("relation", ["greater_than", "at_least"])
def test_an_open_end_lies_beyond_its_bar(
    catalog: Catalog, table: pd.DataFrame, relation: str
) -> None:
    """Strokes and a chevron from the bar's own end to the right, in its own colour."""
    figure = chart(catalog, changed(table, "_T", relation=relation))
    marks = [shape for shape in figure.layout.shapes if shape.type == "path"]
    assert len(marks) == 4
    assert {shape.xanchor for shape in marks} == {1.0}
    assert {shape.fillcolor for shape in marks} == {theme.BLUE}
    across = [float(x) for shape in marks for x in re.findall(r"[ML]([-\d.]+),", shape.path)]
    assert min(across) > 0


def test_what_is_about_so_much_fades(catalog: Catalog, table: pd.DataFrame) -> None:
    """Steps of the ground's colour, ever stronger towards the bar's end; in charts and on slides."""
    other = changed(table, "_T", relation="about")
    figure = chart(catalog, other)
    marks = [shape for shape in figure.layout.shapes if shape.type == "path"]
    assert {shape.fillcolor for shape in marks} == {theme.GROUND}
    assert [shape.opacity for shape in marks] == sorted(shape.opacity for shape in marks)
    assert len(marks) == 8
    root = etree.fromstring(render_svg(slide(catalog, other), LIGHT).encode())
    faded = [node for node in root.iter(f"{SVG}polygon") if node.get("fill") == LIGHT.ground]
    assert len(faded) == 8


def test_marks_are_alike_in_charts_and_on_slides(catalog: Catalog, table: pd.DataFrame) -> None:
    """The same polygons, twice as large on a slide but for how thick the bar is."""
    for relation in ("greater_than", "less_than", "about"):
        other = changed(table, "_T", relation=relation)
        small = [shape.path for shape in chart(catalog, other).layout.shapes if shape.type == "path"]
        root = etree.fromstring(render_svg(slide(catalog, other), LIGHT).encode())
        large = [node.get("points") for node in root.iter(f"{SVG}polygon")]
        assert len(small) == len(large)
        for one, two in zip(small, large, strict=True):
            across = [float(x) for x in re.findall(r"[ML]([-\d.]+),", one)]
            wide = [float(pair.split(",")[0]) for pair in two.split()]
            assert max(wide) - min(wide) == pytest.approx(2 * (max(across) - min(across)), abs=0.21)


def test_context_is_never_in_the_house_blue(catalog: Catalog, table: pd.DataFrame) -> None:
    """Bars, figures set large and points of other documents are grey, in charts and on slides."""
    other = changed(table, "operator=china_telecom", document="hurun-2024")
    entry = catalog.definitions["connectivity"].charts[0].model_copy(update={
        "id": "x", "indicators": ("optical_cable_length",),
    })
    part = other[(other["breakdown"] == "operator=china_telecom") &
                 (other["indicator"] == "optical_cable_length")].assign(breakdown="_T")
    whole = build_chart(catalog, part, entry.model_copy(update={"breakdown": None}), "zh", width=480)
    assert whole is not None
    assert [bar.marker.color for bar in bars(whole.figure)] == [theme.GREY]
    blues = (theme.BLUE, theme.BLUE_PART)
    context = card_of(catalog.indicators["core_digital_value_added"])
    card = build_chart(catalog, table, context, "zh", width=480)
    assert card is not None
    set_large = next(one.text for one in card.figure.layout.annotations if "4470.30" in one.text)
    assert theme.GREY in set_large
    assert not any(blue in set_large for blue in blues)
    rows = table[table["indicator"] == "core_digital_gdp_share"]
    trend = build_timeline(catalog, rows, catalog.evidence, "zh", width=760)
    assert trend is not None
    assert not any(blue in str(trend.figure.to_plotly_json()) for blue in blues)
    for key in ("@core_digital_value_added", "@core_digital_gdp_share.TREND"):
        root = etree.fromstring(render_svg(slide(catalog, table, key), LIGHT).encode())
        marks = [node for node in root.iter(f"{SVG}rect", f"{SVG}tspan")
                 if node.get("fill") in (LIGHT.main, LIGHT.part)]
        # The short stroke above every title is the house's own.
        assert len(marks) == 1
        assert marks[0].get("height") == "8.0"


def test_a_forecast_is_never_solid(catalog: Catalog, table: pd.DataFrame) -> None:
    """On a slide a ring with a broken outline, on a page's timeline a dotted one."""
    key = "@core_digital_gdp_share.TREND"
    root = etree.fromstring(render_svg(slide(catalog, table, key), LIGHT).encode())
    ahead = [node for node in root.iter(f"{SVG}circle") if node.get("data-ahead")]
    assert [node.get("fill") for node in ahead] == [LIGHT.ground]
    assert all(node.get("stroke-dasharray") for node in ahead)
    rows = table[table["indicator"] == "core_digital_gdp_share"]
    trend = build_timeline(catalog, rows, catalog.evidence, "zh", width=760)
    assert trend is not None
    rings = [shape for shape in trend.figure.layout.shapes if shape.type == "circle"]
    assert [shape.line.dash for shape in rings].count("dot") == 1
