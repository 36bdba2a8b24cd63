"""A comparison on a logarithmic scale stays on one, wherever it leaves."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from lxml import etree
from pptx import Presentation

from indicators.catalog import Catalog
from indicators.decks.build import write_deck
from indicators.decks.holding import differences
from indicators.decks.reading import read_whole
from indicators.pictures.charts.compare import draw_comparison
from indicators.pictures.comparing import Options, parse_options
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Picture
from indicators.pictures.slides import DeckSpec, build_deck, render_svg
from indicators.table.codes import Register
from indicators.table.frame import observations
from tests.decks.soundness import VALIDATOR, faults, schema_errors

KEY = "@pooled_compute@own_compute:log"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    return observations(catalog)


def slide_of(catalog: Catalog, table: pd.DataFrame, lang: str = "zh", key: str = KEY) -> Picture:
    [slide] = build_deck(catalog, table, DeckSpec((key,)), lang).slides
    return slide


def mixed(slide: Picture) -> Picture:
    """Return it with a range, an upper bound, an about and a target: every end that there is."""
    first, second = slide.marks
    return replace(slide, marks=(
        replace(first, row={**first.row, "relation": "between"}, low=200.0, high=3000.0),
        replace(second, row={**second.row, "relation": "at_most"}),
        replace(second, row={**second.row, "relation": "about"}),
        replace(first, row={**first.row, "obs_status": "T"}),
    ))


def chart_of(data: bytes) -> etree._Element:
    [frame] = [shape for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_chart]
    return etree.fromstring(frame.chart.part.blob)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_screen_slide_and_chart_have_the_same_scale(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """300 and 4000 from 100 to 10,000, said in the subtitle: (log 300 − 2)/2 = 0.239 and 0.801 on all three."""
    slide = slide_of(catalog, table, lang)
    said = "logarithmic scale" if lang == "en" else "对数刻度"
    assert said in slide.subtitle and slide.log
    rows = [dict(mark.row) for mark in slide.marks]
    screen = draw_comparison(catalog, rows, lang, Options(log=True), width=600)
    assert said in screen.picture.subtitle
    on_screen = [trace.x[0] for trace in screen.figure.data]
    svg = ElementTree.fromstring(render_svg(slide, LIGHT))
    dots = [float(node.get("cx", 0)) for node in svg.iter("{http://www.w3.org/2000/svg}circle")]
    lines = [node for node in svg.iter("{http://www.w3.org/2000/svg}line") if node.get("y1") == node.get("y2")]
    start, end = float(lines[0].get("x1", 0)), float(lines[0].get("x2", 0))
    chart = chart_of(write_deck([slide], LIGHT, lang))
    axis = chart.find(f".//{C}scaling/{C}logBase")
    assert axis is not None and axis.get("val") == "10"
    ends = [float(str(chart.find(f".//{C}scaling[{C}logBase]/{C}{end}").get("val"))) for end in ("min", "max")]
    assert ends == [100, 10_000]
    assert [round(x, 3) for x in on_screen] == [0.801, 0.239]
    assert [round((dot - start) / (end - start), 3) for dot in dots] == [0.801, 0.239]
    assert not chart.findall(f".//{C}barChart")


def test_names_powers_and_labels_stand_on_the_native_chart(catalog: Catalog, table: pd.DataFrame) -> None:
    slide = slide_of(catalog, table)
    data = write_deck([slide], LIGHT, "zh")
    text = ["".join(node.itertext()) for node in chart_of(data).iter(f"{A}fld")]
    assert text == ["汇聚智算", "其中自建", "100", "1,000", "1万", "> 超过4000P", "300P"]
    assert faults(data) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_end_can_be_drawn(catalog: Catalog, table: pd.DataFrame, lang: str, tmp_path: Path) -> None:
    """A range is a line between two points, either bound an arrow, an about a band; a target is no solid point."""
    slide = mixed(slide_of(catalog, table, lang))
    svg = render_svg(slide, LIGHT)
    assert svg.count("<circle") == 5 and svg.count("<polygon") == 2 and 'data-ahead="1"' in svg
    data = write_deck([slide], LIGHT, lang)
    chart = chart_of(data)
    heads = {"".join(node.itertext()) for node in chart.iterfind(f".//{C}ser/{C}tx//{C}v")}
    assert ({"Range", "Arrow of a lower bound", "About, up"} if lang == "en" else {"区间", "下限箭头", "约数上"}) <= heads
    assert faults(data) == []
    if VALIDATOR is not None:
        assert schema_errors(data, tmp_path) == []


def test_an_altered_point_is_found(catalog: Catalog, table: pd.DataFrame) -> None:
    """The names and powers beside it are no figures; a point moved from 300 to 900 is one that differs."""
    data = write_deck([slide_of(catalog, table)], LIGHT, "zh")
    read = read_whole(data)
    drawn = {one.code: one.number for one in read.printed if one.place == "value"}
    assert drawn == {"V0AEB-190S1": 4000.0, "T5V6B-ES923": 300.0}
    register = Register.of(catalog)
    verdicts = [(one.slide, register.verify(one.code, one.kept, one.figure)) for one in read.found]
    assert differences(catalog, verdicts, read.printed) == []
    moved = [one._replace(number=900.0) if one.number == 300.0 else one for one in read.printed]
    assert {one.place for one in differences(catalog, verdicts, moved)} == {"value", "sheet"}


def test_the_entry_says_it_and_reads_it_back(catalog: Catalog, table: pd.DataFrame) -> None:
    """Beside a unit and a writing, in whatever order; twice is no entry; what shares no zero stays linear."""
    asked = Options(log=True, form="wan", unit="hectare")
    assert asked.suffix == ":log:wan:hectare"
    assert parse_options(asked.suffix[1:].split(":"), catalog) == asked
    assert parse_options(["hectare", "log"], catalog) == Options(log=True, unit="hectare")
    assert parse_options(["log", "log"], catalog) is None
    rank = slide_of(catalog, table, key="@unicorn_increment_rank:log")
    assert not rank.log and not re.search("对数", rank.subtitle)
