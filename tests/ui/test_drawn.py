"""Charts are drawn once for all, and sent in few words that mean the same."""

from __future__ import annotations

import json
import re
import threading
import time
from copy import deepcopy
from html import unescape
from typing import Any

import plotly.graph_objects as go
import pytest
import streamlit as st
from plotly.tools import return_figure_from_figure_or_data
from streamlit.testing.v1 import AppTest

from indicators.catalog import read_catalog
from indicators.pictures.charts import build_chart
from indicators.pictures.charts.as_html import set_picture
from indicators.pictures.charts.sheet import Run, Sheet
from indicators.ui import charts, state, twins
from indicators.ui.drawn import Plain, compact, ready
from indicators.ui.state import make_dashboard
from tests.conftest import DATA
from tests.pages.test_pages import open_page, pictures

CATALOG = read_catalog(DATA)
BOARD = make_dashboard(CATALOG)


def results(lang: str) -> list[Any]:
    """Return every chart that the definitions declare."""
    found = [
        build_chart(CATALOG, BOARD.rows_of("sector", sector), chart, lang, width=480)
        for sector, entry in CATALOG.definitions.items() for chart in entry.charts
    ]
    return [result for result in found if result is not None]


def plotted(lang: str) -> list[Any]:
    """Return those of them that are plotted."""
    return [result for result in results(lang) if not result.html]


def meant(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure as plotly.js reads it: with every default put where it holds."""
    figure = deepcopy(figure)
    look = figure["layout"].pop("template", {}).get("layout", {})
    for marks, defaults in (("annotations", "annotationdefaults"), ("shapes", "shapedefaults")):
        for mark in figure["layout"].get(marks, ()):
            for key, value in look.get(defaults, {}).items():
                mark.setdefault(key, value)
    return figure


def alike(one: Any, other: Any) -> bool:
    """Tell whether two figures mean the same, to a hundredth of a pixel."""
    if isinstance(one, float) or isinstance(other, float):
        return one == pytest.approx(other, rel=1e-6, abs=1e-9)
    if isinstance(one, dict):
        return isinstance(other, dict) and one.keys() == other.keys() and all(
            alike(one[key], other[key]) for key in one
        )
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_means_the_same_in_fewer_words(lang: str) -> None:
    """Each mark with its place, text, font and bounds; at most half as many letters."""
    for result in plotted(lang):
        full = json.loads(json.dumps(result.figure.to_plotly_json(), default=list))
        small = compact(full)
        again, before = meant(small), meant(full)
        for part in ("annotations", "shapes"):
            assert alike(again["layout"].get(part), before["layout"].get(part))
        assert alike(again["data"], before["data"])
        left = set(before["layout"]) - set(again["layout"])
        assert left <= {"hoverlabel"}
        if left:
            assert all(trace["hoverinfo"] == "skip" for trace in small["data"])
        for key in again["layout"]:
            if key not in ("annotations", "shapes", "xaxis", "yaxis"):
                assert alike(again["layout"][key], before["layout"][key]), key
        for axis in ("xaxis", "yaxis"):
            gone = before["layout"][axis].keys() - again["layout"][axis].keys()
            assert gone <= {"showgrid", "zeroline", "showline"}
            assert not gone or before["layout"][axis]["visible"] is False


def test_what_is_compacted_is_not_changed() -> None:
    """The figure may be used again."""
    full = json.loads(plotted("zh")[0].figure.to_json())
    before = deepcopy(full)
    compact(full)
    assert full == before


def test_a_word_that_one_lacks_is_no_default() -> None:
    """It would be given a word that it hasn't; so would one that says less within a word."""
    def figure(*marks: dict[str, Any]) -> dict[str, Any]:
        return {"data": [{"type": "bar"}], "layout": {
            "annotations": list(marks), "template": {"data": {"bar": [{}]}, "layout": {}},
        }}

    silent = compact(figure({"text": "a", "xshift": 3}, {"text": "b", "xshift": 3}, {"text": "c"}))
    assert silent["layout"]["template"]["layout"]["annotationdefaults"] == {}
    assert silent["layout"]["annotations"][0] == {"text": "a", "xshift": 3}
    less = compact(figure(
        {"text": "a", "font": {"size": 1, "color": "red"}}, {"text": "b", "font": {"size": 1, "color": "red"}},
        {"text": "c", "font": {"size": 1}},
    ))
    assert less["layout"]["template"]["layout"]["annotationdefaults"] == {}
    most = compact(figure({"text": "a", "xshift": 3}, {"text": "b", "xshift": 3}, {"text": "c", "xshift": 0}))
    assert most["layout"]["template"]["layout"]["annotationdefaults"] == {"xshift": 3}
    assert most["layout"]["annotations"] == [{"text": "a"}, {"text": "b"}, {"text": "c", "xshift": 0}]


def test_other_kinds_of_charts_keep_their_look() -> None:
    """A map or a colour scale needs what a bar doesn't."""
    full = go.Figure(go.Heatmap(z=[[1, 2], [3, 4]]), layout={"template": "plotly"}).to_plotly_json()
    before = json.loads(json.dumps(full["layout"]["template"], default=list))
    assert alike(compact(full)["layout"]["template"], before)


def test_streamlit_takes_a_plain_figure_as_it_is() -> None:
    """It is neither checked nor copied (seen with Streamlit 1.67, plotly 7)."""
    content = {"data": [{"type": "bar", "x": [1], "y": [2]}], "layout": {"height": 100}}
    assert return_figure_from_figure_or_data(Plain(content), validate_figure=True) is content

    def script() -> None:
        import streamlit as st

        from indicators.ui.drawn import Plain

        plain = Plain({"data": [{"type": "bar", "x": [1], "y": [2]}], "layout": {"height": 100}})
        st.plotly_chart(plain, theme=None, height=100)

    test = AppTest.from_function(script).run()
    assert not test.exception
    [chart] = test.get("plotly_chart")
    assert json.loads(chart.proto.spec) == content


def test_a_chart_is_drawn_once_for_all_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second session draws nothing, in the same language and width; another language does."""
    st.cache_resource.clear()
    drawn: list[str] = []
    make = charts.chart_picture

    def counted(*parts: Any, **more: Any) -> Any:
        drawn.append(parts[3])
        return make(*parts, **more)

    monkeypatch.setattr(charts, "chart_picture", counted)
    first = open_page("connectivity", "zh")
    count = len(drawn)
    assert count
    again = open_page("connectivity", "zh")
    assert len(drawn) == count
    assert pictures(first) == pictures(again)
    open_page("connectivity", "en")
    assert len(drawn) > count
    assert set(drawn[count:]) == {"en"}


def test_other_rows_are_drawn_anew() -> None:
    """What a filter leaves is another picture than the whole; order counts, for it is shown."""
    rows = BOARD.rows_of("sector", "connectivity")
    assert twins.rows_key(rows) == twins.rows_key(BOARD.rows_of("sector", "connectivity"))
    assert twins.rows_key(rows) != twins.rows_key(rows.iloc[1:])
    assert twins.rows_key(rows) != twins.rows_key(rows.iloc[::-1])
    assert twins.rows_key(rows.iloc[:0]) != twins.rows_key(rows)


def test_what_is_kept_has_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last that were asked for are kept, also where many ask at once."""
    monkeypatch.setattr(state, "MOST_MADE", 3)
    board = make_dashboard(CATALOG)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 3, 1, 4):
        assert board.once(number, lambda number=number: make(number)) == number
    assert made == [1, 2, 3, 4]
    board.once(1, lambda: make(1))
    assert made == [1, 2, 3, 4]
    board.once(2, lambda: make(2))
    assert made == [1, 2, 3, 4, 2]

    def many() -> None:
        for number in range(200):
            assert board.once(number, lambda number=number: number) == number

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(board._made) == 3


def test_many_at_once_make_it_once() -> None:
    """After an edit all sessions ask at the same moment; one that fails lets the next one try."""
    board = make_dashboard(CATALOG)
    together = threading.Barrier(8)
    made: list[int] = []
    found: list[object] = []

    def make() -> int:
        made.append(1)
        time.sleep(0.05)
        if len(made) == 1:
            raise ValueError("the first one fails")
        return 7

    def ask() -> None:
        together.wait()
        try:
            found.append(board.once("x", make))
        except ValueError as error:
            found.append(error)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2
    assert found.count(7) == 7
    assert not board._making


def test_a_failure_is_not_kept() -> None:
    """The next who asks tries again."""
    board = make_dashboard(CATALOG)

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        board.once("x", fail)
    assert board.once("x", lambda: 5) == 5


def test_a_ready_chart_says_what_it_shows() -> None:
    """Alternative text and height are those of the drawing."""
    result = plotted("zh")[0]
    made = ready(result)
    assert (made.alt, made.height) == (result.alt, result.height)
    assert made.figure is not None
    assert made.figure.to_dict()["layout"]["height"] == result.height


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_set_large_needs_no_plotly(lang: str) -> None:
    """It is sent as HTML that says all that plotly would have drawn, at the same places."""
    large = [result for result in results(lang) if result.html]
    assert len(large) > 20
    for result in large:
        made = ready(result)
        assert made.figure is None
        said = unescape(re.sub(r"<[^>]+>", "", made.html))
        drawn = "".join(re.sub(r"<[^>]+>", "", one.text) for one in result.figure.layout.annotations)
        assert said == unescape(drawn)
        tops = [float(top) for top in re.findall(r"<p style=[^>]*;top:([\d.]+)px", made.html)]
        assert tops == [round(one.y, 1) for one in result.figure.layout.annotations]
        assert f"height:{result.height}px" in made.html
        assert unescape(made.html).count(result.alt) == 1
    assert not any("<svg" in result.html or "<script" in result.html for result in large)


def test_what_a_figure_set_large_says_is_never_markup() -> None:
    """Names and bound words come from files."""
    sheet = Sheet(room=300)
    sheet.text([Run("<b>超", 20, raised=True), Run("43<script>", 44, bold=True)], y=20)
    made = set_picture(sheet, '"><img src=x onerror=alert(1)>', "zh")
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;b&gt;超" in made
    sheet.box(0, 1, 0, 1, anchor=0)
    assert set_picture(sheet, "", "zh") == ""
