"""Explore, Compare and Data: what an address asks for, and what is shown for it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog, data_folder, read_catalog
from indicators.ui.words import WORDS
from tests.hostile import NAMES, make_hostile
from tests.pages.test_pages import NAVIGATION, html, tables, words

CATALOG: Catalog = read_catalog(data_folder())


def go(path: str, query: str = "", lang: str = "zh") -> AppTest:
    """Open a page at an address."""
    test = AppTest.from_file(NAVIGATION, default_timeout=120)
    values: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        values.setdefault(name, []).append(value)
    test.query_params["lang"] = lang
    for name, found in values.items():
        test.query_params[name] = found if len(found) > 1 else found[0]
    test.run()
    move(test, path)
    return test


def move(test: AppTest, path: str) -> None:
    """Go to another page of the same session, with the address as it is."""
    pages = test._registered_pages
    test._page_hash = next(
        key for key, page in pages.items() if page.get("url_pathname") == path
    )
    test.run()


def shown(test: AppTest) -> str:
    """Return all that is said on the page."""
    parts = [words(test)]
    for kind in ("text", "info", "warning", "button", "page_link", "subheader", "caption"):
        parts += [str(getattr(element, "value", "") or getattr(element, "label", ""))
                  + str(getattr(element, "label", "")) for element in test.get(kind)]
    return "\n".join(parts)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", ["explore", "compare", "data"])
def test_pages_open(path: str, lang: str) -> None:
    """Each opens without parameters, with its title."""
    test = go(path, lang=lang)
    assert not test.exception
    assert WORDS[path][lang == "en"] in words(test)


def test_pinyin_finds_base_stations() -> None:
    """Typed into the box, it goes into the address; the count and the figure are shown."""
    test = go("explore")
    test.text_input(key="explore-q-zh").set_value("jizhan").run()
    assert not test.exception
    assert test.query_params["q"] in ("jizhan", ["jizhan"])
    assert re.search(r"[2-9] 个指标", shown(test))
    # The one that is asked for stands first.
    assert html(test).index("10.97") < html(test).index("一(二)2")


def test_a_selection_survives_another_page_and_back() -> None:
    """Left with a search and a filter, come back to without parameters: as it was left."""
    test = go("explore", "q=5G&measure_type=rank&view=table")
    assert len(tables(test)[0]) == 1
    for name in list(test.query_params):
        if name != "lang":
            del test.query_params[name]
    move(test, "compute")
    move(test, "explore")
    assert not test.exception
    assert test.text_input(key="explore-q-zh").value == "5G"
    assert len(tables(test)[0]) == 1
    assert set(test.query_params) == {"lang", "q", "measure_type", "view"}


def test_an_address_that_changes_wins_over_the_widgets() -> None:
    """A link to the page, followed inside a session, shows what it says."""
    test = go("explore", "q=5G")
    test.query_params.clear()
    test.query_params["lang"] = "zh"
    test.query_params["sector"] = "parks"
    test.run()
    assert test.text_input(key="explore-q-zh").value == ""
    assert test.multiselect(key="explore-sector-zh").value == ["parks"]
    assert "2 个指标" in shown(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_result_says_what_to_loosen(lang: str) -> None:
    """Ranks of the sector compute: none. Without either filter there are some, and a button each."""
    test = go("explore", "sector=compute&measure_type=rank", lang)
    said = shown(test)
    assert WORDS["nothing_found"][lang == "en"] in said
    ranks = sum(row.measure_type == "rank" for row in CATALOG.observations)
    computing = sum(row.sector == "compute" for row in CATALOG.observations)
    assert str(ranks) in test.button(key="explore-loosen-sector").label
    assert str(computing) in test.button(key="explore-loosen-measure_type").label
    test.button(key="explore-loosen-sector").click().run()
    assert test.multiselect(key=f"explore-sector-{lang}").value == []
    assert test.multiselect(key=f"explore-measure_type-{lang}").value == ["rank"]
    assert WORDS["nothing_found"][lang == "en"] not in shown(test)


HOSTILE = [
    "sector=nothing",
    "sector=compute&sector=compute",
    "q=a&q=b",
    "view=gallery",
    "nonsense=1",
    "time_period=2024-99",
    "sector=%3Cscript%3Ealert(1)%3C/script%3E",
    "indicator=" + "x" * 3000,
    "q=" + "%E5%9F%BA" * 500,
    "q=%00%1b%5B31m",
    "&".join(f"sector=s{number}" for number in range(300)),
    "sector=",
    "__class__=x&lang=xx",
    "unit=..%2F..&scale=cubic&figures=roman",
    "indicator=own_compute&" * 40,
]


@pytest.mark.parametrize("path", ["explore", "compare", "data"])
@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_address_opens_the_nearest_view(path: str, query: str) -> None:
    """Never an exception; what isn't used is said, and goes from the address."""
    test = go(path, query)
    assert not test.exception
    assert "<script>" not in "".join(element.proto.body for element in test.get("html"))
    assert sum(len(str(value)) for value in test.query_params.values()) < 500
    harmless = {"sector=compute&sector=compute", "indicator=own_compute&" * 40}
    if query not in harmless and not (query.startswith("q=%00") and path != "compare"):
        assert WORDS["address_faults"][0] in shown(test)


def test_a_note_on_the_address_goes_when_something_is_chosen() -> None:
    """It stays while the page is only drawn again."""
    test = go("explore", "sector=nothing")
    test.run()
    assert WORDS["address_faults"][0] in shown(test)
    test.multiselect(key="explore-sector-zh").set_value(["parks"]).run()
    assert WORDS["address_faults"][0] not in shown(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_units_are_not_put_on_one_axis(lang: str) -> None:
    """Base stations and cable: two pictures, and why in one sentence."""
    test = go("compare", "indicator=base_stations_5g&indicator=optical_cable_length", lang)
    assert len(test.get("plotly_chart")) == 2
    assert WORDS["not_one_axis"][lang == "en"].strip() in shown(test)
    assert list(tables(test)[0].iloc[:, 0]) == [
        CATALOG.indicators[key].name.in_language(lang)
        for key in ("base_stations_5g", "optical_cable_length")
    ]


def test_compute_of_different_precision_is_not_put_on_one_axis() -> None:
    """38P general and 1100P intelligent: the reason that is declared is said."""
    test = go("compare", "indicator=supercomputer_general_compute"
                         "&indicator=supercomputer_intelligent_compute")
    assert len(test.get("plotly_chart")) == 2
    assert "精度" in shown(test)


def test_a_whole_and_its_part_share_an_axis() -> None:
    """4000P and the 300P in it."""
    test = go("compare", "indicator=pooled_compute&indicator=own_compute")
    assert len(test.get("plotly_chart")) == 1
    assert WORDS["one_axis"][0] in shown(test)


def test_a_comparison_is_in_the_address() -> None:
    """Indicators in their order, scale, writing and unit; a hit of the search is added."""
    test = go("compare", "indicator=optical_cable_length&scale=log&figures=number&unit=metre")
    assert test.segmented_control(key="compare-scale-zh").value == "log"
    assert test.selectbox(key="compare-unit-zh").value == "metre"
    test.text_input(key="compare-q-zh").set_value("jz").run()
    test.button(key="compare-add-base_stations_5g").click().run()
    assert not test.exception
    assert test.query_params["indicator"] == ["optical_cable_length", "base_stations_5g"]
    assert (test.query_params["scale"], test.query_params["unit"]) in (
        ("log", "metre"), (["log"], ["metre"])
    )


def test_indicators_are_added_to_the_comparison_from_explore() -> None:
    """A button on a card; the link to the comparison carries them."""
    test = go("explore", "q=jizhan")
    test.button(key="compare-base_stations_5g").click().run()
    assert WORDS["in_compare"][0] in test.button(key="compare-base_stations_5g").label
    for name in list(test.query_params):
        if name != "lang":
            del test.query_params[name]
    move(test, "compare")
    assert test.multiselect(key="compare-indicator-zh").value == ["base_stations_5g"]


def test_every_format_can_be_downloaded() -> None:
    """Six links to files of the very selection, in the reader's language, and its address."""
    test = go("data", "sector=parks")
    links = re.findall(r'<a class="save" href="(.*?)" download>(.*?)</a>', html(test))
    assert links == [
        (f"./api/files/observations.{form}?sector=parks&lang=zh", label)
        for form, label in (
            ("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("parquet", "Parquet"),
            ("sdmx.csv", "SDMX-CSV"), ("zip", "ZIP"),
        )
    ]
    assert not test.get("download_button")
    assert "/api/observations.csv?sector=parks" in words(test)


@pytest.mark.parametrize("path, query", [
    ("explore", "sector=connectivity"), ("explore", "sector=connectivity&view=table"),
    ("explore", "sector=connectivity&view=chart"), ("data", "sector=connectivity"),
    ("compare", "&".join(f"indicator={key}" for key in NAMES)),
    ("indicator", "id=optical_cable_length"), ("connectivity", ""),
])
def test_hostile_names_are_shown_as_text(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch, path: str, query: str
) -> None:
    """HTML and Markdown in a name are neither run nor read as markup, on any page."""
    monkeypatch.setenv("INDICATORS_DATA", str(make_hostile(data_copy)))
    test = go(path, query)
    assert not test.exception
    assert "<script>" not in "".join(element.proto.body for element in test.get("html"))
    for element in [*test.get("page_link"), *test.get("button")]:
        # Every sign that Markdown reads is escaped.
        assert not re.search(r"(?<!\\)[\[\]*`$<>_]", element.label), element.label
