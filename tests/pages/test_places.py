"""Pages with figures of several places in the folder: each shows one, and says where it shows another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.derived.growing import GROWTH_OF_STATIONS
from tests.pages.test_pages import html, open_page, pictures, tables, words

AREAS = """
  - id: CN
    name: {zh: 中国, en: China}
    whole: {zh: 全国, en: China}
  - id: 110000
    name: {zh: 北京市, en: Beijing}
    whole: {zh: 全市, en: Beijing}
"""
BEIJING = """\
document:
  id: bj-news
  title: {zh: 北京的一份材料, en: A paper of Beijing}
  producer: {zh: 某单位, en: Some office}
  producer_basis: stated
  date: 2025-05-01
  trust: official
  ref_area: 110000
claims:
  - indicator: base_stations_5g
    figure: 77777座
    period: 2025-03
  - indicator: base_stations_5g
    figure: 66666座
    period: 2024
  - indicator: base_stations_5g
    figure: 425.1万座
    period: 2024
    ref_area: CN
"""
VIEWS = """\
views:
  - id: stations_2024
    name: {zh: 2024年的基站, en: Stations of 2024}
    indicator: base_stations_5g
    near: 2024
    within: 0
"""
PATHS = ("", "connectivity", "indicator", "explore", "compare", "sources", "quality", "present")


@pytest.fixture(autouse=True)
def several(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' data with a document of Beijing, newer than its reply isn't."""
    path = data_copy / "areas.yaml"
    path.write_text(path.read_text(encoding="utf-8") + AREAS, encoding="utf-8")
    (data_copy / "documents" / "bj-news.yaml").write_text(BEIJING, encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))


@pytest.mark.parametrize("path", ["", "connectivity", "present"])
def test_pages_of_one_place_hold_no_figure_of_another(path: str) -> None:
    """Neither in a card nor in a picture nor in the sector's table."""
    test = open_page(path, "zh")
    assert not test.exception
    shown = html(test) + "".join(pictures(test)) + "".join(str(table.to_dict()) for table in tables(test))
    assert "10.97" in shown or path == "present"
    assert "77777" not in shown and "77,777" not in shown and "425.1" not in shown


def test_an_indicators_page_has_other_places_apart() -> None:
    """They have a table of their own, with the place in each line."""
    test = open_page("indicator", "zh", id="base_stations_5g")
    assert not test.exception
    own, others = tables(test)[0], tables(test)[-1]
    assert "地区" not in own.columns and set(others["地区"]) == {"北京市", "中国"}
    assert "其他地区" in [head.value for head in test.subheader]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_open_for_a_place_whose_documents_none_leads(path: str, lang: str) -> None:
    """The address carries the place on, and the place is the one that is chosen."""
    query = {"id": "base_stations_5g"} if path == "indicator" else {}
    query |= {"indicator": "base_stations_5g"} if path == "compare" else {}
    test = open_page(path, lang, place="110000", **query)
    assert not test.exception
    assert test.query_params["place"] in ("110000", ["110000"])
    chosen = next(box for box in test.selectbox if str(box.key).startswith("place-"))
    assert chosen.value == "110000"
    if path in ("", "connectivity"):
        shown = html(test) + "".join(pictures(test))
        assert "10.97" not in shown and "109,700" not in shown


def test_the_overview_of_a_place_names_it_and_shows_its_figures() -> None:
    """Under its name stands that no document leads; the cards say whose the figures are."""
    said = words(open_page("", "zh", place="110000"))
    assert "北京市" in said and "没有主文件" in said
    assert "7.7777万座" in said or "77777" in said or "77,777" in said


def test_what_has_no_figure_here_says_whose_it_shows() -> None:
    """Of an indicator that only Guangzhou has, Beijing's page shows Guangzhou's, and says so."""
    test = open_page("indicator", "zh", place="110000", id="high_tech_enterprises")
    assert any("北京市没有这项数据" in note.value and "广州市" in note.value for note in test.info)


def test_a_place_is_chosen_in_the_sidebar() -> None:
    """The choice goes into the address, and back at home out of it."""
    test = open_page("connectivity", "en")
    box = next(box for box in test.selectbox if str(box.key).startswith("place-"))
    assert box.options == ["Guangzhou", "China", "Beijing"]
    box.set_value("110000").run()
    assert test.query_params["place"] in ("110000", ["110000"])
    assert "109,700" not in html(test) + "".join(pictures(test))
    next(box for box in test.selectbox if str(box.key).startswith("place-")).set_value("440100").run()
    assert "place" not in test.query_params
    assert "109,700" in html(test) + "".join(pictures(test))


def test_a_folder_of_one_place_has_no_choice(data_copy: Path) -> None:
    """Nothing in the sidebar, nothing in the address."""
    (data_copy / "documents" / "bj-news.yaml").unlink()
    test = open_page("", "zh")
    assert not [box for box in test.selectbox if str(box.key).startswith("place-")]
    assert "place" not in test.query_params


def test_each_places_growth_says_whose_its_figures_are(data_copy: Path) -> None:
    """No figure stands there without its document; the reply that leads needs no naming."""
    path = data_copy / "documents" / "bj-news.yaml"
    earlier = "  - indicator: base_stations_5g\n    figure: 55555座\n    period: 2023\n"
    path.write_text(BEIJING + earlier, encoding="utf-8")
    shown = html(open_page("indicator", "zh", id="base_stations_5g"))
    rows = [row for row in shown.split("<tr>") if "55555座" in row and "77777座" in row]
    assert any("55555座（北京市，据某单位（2025年）） → 77777座（北京市，据某单位（2025年））" in row for row in rows)
    assert any("9.17万座（据广州市人民政府（2024年）） → 10.97万座<" in row for row in shown.split("<tr>"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_indicators_page_sets_its_places_side_by_side(lang: str) -> None:
    """Guangzhou's 10.97万 beside Beijing's 77777, with the rank that follows; the nation's level is no city's peer."""
    test = open_page("indicator", lang, id="base_stations_5g")
    assert not test.exception
    assert ("各地" if lang == "zh" else "By place") in [head.value for head in test.subheader]
    drawn = next(chart for chart in pictures(test) if ("：各地" in chart or "by place" in chart))
    assert ("10.97" in drawn or "109,700" in drawn) and "77" in drawn
    assert "425.1" not in drawn and "4.251" not in drawn
    said = [text.value for text in test.text]
    assert any(("广州市排第1" in one or "Guangzhou stands 1" in one) for one in said), said
    assert "bj-news" in html(test)


def test_the_address_says_which_period_and_how_far_apart() -> None:
    """At the end of 2024 Guangzhou has no figure of that date: Beijing's alone is no comparison."""
    test = open_page("indicator", "en", id="base_stations_5g", near="2024", within="0")
    assert not test.exception and not test.warning
    boxes = {str(box.key): box.value for box in test.selectbox}
    assert (boxes["indicator-near-en"], boxes["indicator-within-en"]) == ("2024", 0)
    assert not [chart for chart in pictures(test) if "by place" in chart]
    assert "66666" in html(test) or "66,666" in html(test)


@pytest.mark.parametrize("query", [
    {"near": "1949"}, {"within": "often"}, {"within": "999"}, {"also": "999999"}, {"also": "<b>"}, {"colour": "red"},
])
def test_what_an_address_asks_wrongly_is_said(query: dict[str, str]) -> None:
    """The page opens all the same, with the newest figures."""
    test = open_page("indicator", "zh", id="base_stations_5g", **query)
    assert not test.exception
    assert len(test.warning) == 1
    assert any(next(iter(query)) in text.value or next(iter(query.values())) in text.value for text in test.text)
    assert [chart for chart in pictures(test) if "：各地" in chart]


def test_methodology_says_why_there_is_no_map() -> None:
    """In both languages, with the reason."""
    assert "审图号" in html(open_page("methodology", "zh"))
    assert "approval number" in html(open_page("methodology", "en"))


def test_a_declared_comparison_of_places_has_a_way_from_the_compare_page(data_copy: Path) -> None:
    """With its period and distance in the address; one of an unknown indicator is an error of the data."""
    path = data_copy / "derived.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else GROWTH_OF_STATIONS
    path.write_text(text + VIEWS, encoding="utf-8")
    shown = html(open_page("compare", "en"))
    assert "Stations of 2024" in shown
    assert "id=base_stations_5g" in shown and "near=2024" in shown and "within=0" in shown


def test_places_over_time_are_drawn_once_they_are_asked_for() -> None:
    """Both have several periods: behind a heading, and no chart before it is opened."""
    test = open_page("indicator", "en", id="base_stations_5g")
    labels = [box.label for box in test.expander]
    assert "Over time at each place" in labels
    closed = len(pictures(test))
    box = next(box for box in test.expander if box.label == "Over time at each place")
    assert closed >= 1 and not box.get("plotly_chart")


def test_one_place_alone_is_compared_with_none() -> None:
    """Where no other place has a figure, nothing is said of places."""
    test = open_page("indicator", "zh", id="high_tech_enterprises")
    assert "各地" not in [head.value for head in test.subheader]
