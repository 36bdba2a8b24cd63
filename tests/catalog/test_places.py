"""Places: how they lie in each other, which is looked at, and what pages then show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.places import ancestors_of, lies_in, parent_of, peers_of
from indicators.evidence.standing import of_one_place, place_of, standing
from indicators.language.attribution import attribution
from indicators.language.sentences import sentence
from indicators.models import Area, Text
from indicators.pictures.choosing import card_of, chart_picture
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.pictures.trends import trend_picture
from indicators.table.frame import observations
from indicators.table.rows import as_row
from tests.catalog.sample import copied

AREAS = """\
areas:
  - id: 440100
    name: {zh: 广州市, en: Guangzhou}
    whole: {zh: 全市, en: Guangzhou}
  - id: CN
    name: {zh: 中国, en: China}
    whole: {zh: 全国, en: China}
  - id: 440000
    name: {zh: 广东省, en: Guangdong}
  - id: 440103
    name: {zh: 荔湾区, en: Liwan}
  - id: 110000
    name: {zh: 北京市, en: Beijing}
    whole: {zh: 全市, en: Beijing}
  - id: 110105
    name: {zh: 朝阳区, en: Chaoyang}
  - id: bay
    level: region
    name: {zh: 大湾区, en: Bay Area}
    members: [440100]
"""
BEIJING = """\
document:
  id: bj-news
  title: {zh: 北京的一份材料, en: A paper of Beijing}
  role: %s
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2025-07-01
  trust: official
  ref_area: 110000

claims:
  - indicator: base_stations_5g
    figure: 12.2万座
    period: 2024-06
    section: 一
  - indicator: base_stations_5g
    figure: 11.45万座
    period: 2024-04
    section: 一
  - indicator: base_stations_5g
    figure: 425.1万座
    period: 2024
    ref_area: CN
    section: 一
"""


def folder(tmp_path: Path, role: str = "context") -> Path:
    """Return the sample with more places and a document of Beijing."""
    made = copied(tmp_path)
    (made / "areas.yaml").write_text(AREAS, encoding="utf-8")
    (made / "documents" / "bj-news.yaml").write_text(BEIJING % role, encoding="utf-8")
    return made


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Return its catalogue."""
    found = read_catalog(folder(tmp_path))
    assert [problem.code for problem in found.errors] == []
    return found


def test_places_lie_in_each_other_as_their_codes_say(catalog: Catalog) -> None:
    """A district lies in its city, that in its province, and provinces in the one nation."""
    areas = catalog.areas
    assert ancestors_of(areas, "440103") == ["440100", "440000", "CN"]
    assert parent_of(areas, "110105") == "110000"
    assert parent_of(areas, "CN") is None
    assert lies_in(areas, "440103", "bay") and not lies_in(areas, "110105", "bay")


def test_a_municipality_stands_beside_cities_and_provinces(catalog: Catalog) -> None:
    """Beijing is a peer of Guangzhou and of Guangdong, which aren't each other's."""
    assert peers_of(catalog.areas, "440100") == ["440100", "110000"]
    assert peers_of(catalog.areas, "440000") == ["440000", "110000"]
    assert peers_of(catalog.areas, "110000") == ["440100", "440000", "110000"]


def test_a_circle_ends_where_it_closes() -> None:
    """Places that lie in each other are reported elsewhere; asking them costs no more for it."""
    one = Area(id="a1", name=Text(zh="甲", en="A"), short=None, whole=None, level="region", part_of="b1")
    areas = {"a1": one, "b1": one.model_copy(update={"id": "b1", "part_of": "a1"})}
    assert ancestors_of(areas, "a1") == ["b1"]


@pytest.mark.parametrize(("edited", "code", "line"), [
    ("  - id: 110000\n    part_of: 110105", "area-cycle", 13),
    ("  - id: 119900", "bad-area", 12),
    ("  - id: 130000\n    level: city", "bad-area", 13),
    ("  - id: 110104", "retired-area", 12),
    ("  - id: 110000\n    part_of: 110900", "unknown-area", 13),
    ("  - id: 110000\n    members: [440100]", "bad-area", 13),
])
def test_slips_in_the_hierarchy_are_reported_where_they_are(
    tmp_path: Path, edited: str, code: str, line: int
) -> None:
    """Each has its file and line, and the remedy of its kind."""
    made = copied(tmp_path)
    text = AREAS.replace("  - id: 110000", edited)
    (made / "areas.yaml").write_text(text, encoding="utf-8")
    found = [(p.code, p.file, p.line) for p in read_catalog(made).problems if p.file == "areas.yaml"]
    if code == "bad-area" and "119900" in edited:  # the form of a city, of a province that there is
        assert found == []
    else:
        assert (code, "areas.yaml", line) in found


def test_two_places_of_one_name_are_told_apart_by_what_they_lie_in(tmp_path: Path) -> None:
    """There are several 朝阳区: the message proposes the name with the city's."""
    made = copied(tmp_path)
    text = AREAS + "  - id: 220104\n    name: {zh: 朝阳区, en: Chaoyang in Changchun}\n    part_of: CN\n"
    (made / "areas.yaml").write_text(text, encoding="utf-8")
    found = [p for p in read_catalog(made).problems if p.code == "same-area-name"]
    assert [(p.file, p.details["found"], p.details["expected"]) for p in found] == [
        ("areas.yaml", "朝阳区", "朝阳区（中国）")
    ]


def test_home_is_declared_or_the_newest_main_documents(tmp_path: Path) -> None:
    """A newer main document of another place doesn't take the dashboard over once home is declared."""
    made = folder(tmp_path, role="main")
    assert read_catalog(made).home == "110000"
    (made / "areas.yaml").write_text("home: 440100\n" + AREAS, encoding="utf-8")
    found = read_catalog(made)
    assert found.home == "440100"
    assert [one.document.id for one in found.main_documents] == ["gz-example"]
    assert found.role_of("bj-news") == "leading"  # of Beijing
    assert not found.is_leading("bj-news")


def test_a_place_is_looked_at_with_its_own_leading_document(tmp_path: Path) -> None:
    """A reply that an address names brings its place along; what nobody knows changes nothing."""
    made = folder(tmp_path, role="main")
    (made / "areas.yaml").write_text("home: 440100\n" + AREAS, encoding="utf-8")
    home = read_catalog(made)
    there = home.led_by(None, "110000")
    assert there.main_document is not None and there.main_document.document.id == "bj-news"
    assert there.fingerprint != home.fingerprint
    assert home.led_by("bj-news").home == "110000"
    assert home.led_by("bj-news", "440100") is home
    assert home.led_by(None, "999999") is home
    assert there.led_by(None) == home


def test_a_place_without_a_main_document_can_be_looked_at(catalog: Catalog) -> None:
    """Its figures stand, though nothing leads."""
    there = catalog.led_by(None, "110000")
    assert there.main_document is None and there.home == "110000"
    row = standing(there, there.observations)
    assert row is not None and row.ref_area == "110000"


def test_a_picture_is_of_one_place(catalog: Catalog) -> None:
    """Beside a city's bars no other's; the place looked at goes first, and the head names it."""
    table = observations(catalog)
    chart = card_of(catalog.indicators["base_stations_5g"])
    for seen, name in ((catalog, "广州市"), (catalog.led_by(None, "110000"), "北京市")):
        picture = chart_picture(seen, table, chart, "zh")
        assert picture is not None and picture.area == name
        assert len({mark.row["ref_area"] for mark in picture.marks}) == 1
        trend = trend_picture(seen, table[table["indicator"] == "base_stations_5g"], seen.evidence, "zh")
        assert trend is not None and trend.area == name


def test_rows_of_one_place_are_those_looked_at_or_those_that_stand(catalog: Catalog) -> None:
    """An indicator without a figure of the place has those of the one whose figure stands."""
    table = observations(catalog)
    stations = table[table["indicator"] == "base_stations_5g"]
    assert set(of_one_place(catalog, stations)["ref_area"]) == {"440100"}
    elsewhere = stations[stations["ref_area"] != "440100"]
    assert set(of_one_place(catalog, elsewhere)["ref_area"]) == {"CN"}  # 2024 ends after June
    assert place_of(catalog, elsewhere.to_dict("records")) == "CN"
    assert of_one_place(catalog, stations.iloc[:0]).empty


def test_another_places_figure_is_said_to_be_so(catalog: Catalog) -> None:
    """全市 is the place that is looked at: beside it another is called by its name."""
    rows = [row for row in catalog.observations if row.document == "bj-news"]
    beijing, nation = as_row(rows[0]), as_row(rows[2])
    assert attribution(catalog, beijing, "zh") == "北京市，据某局（2025年）"
    assert "北京市" in sentence(beijing, catalog, "zh")
    assert "全国" in sentence(nation, catalog, "zh")
    there = catalog.led_by(None, "110000")
    assert attribution(there, beijing, "zh") == "据某局（2025年）"
    assert "全市" in sentence(beijing, there, "zh")


def test_a_deck_is_of_the_place_that_is_looked_at(catalog: Catalog) -> None:
    """Its slides hold no figure of another; what has none there is left out."""
    there = catalog.led_by(None, "110000")
    for seen in (catalog, there):
        deck = build_deck(seen, observations(seen), DeckSpec(), "zh")
        found = {str(mark.row["ref_area"]) for slide in deck.slides for mark in slide.marks}
        assert found == {seen.home}


def test_a_folder_of_one_place_knows_no_other(tmp_path: Path) -> None:
    """Without another place nothing is said of places."""
    found = read_catalog(copied(tmp_path))
    assert {row.ref_area for row in found.observations} == {"440100"}
    assert replace(found, place=None) == found
    assert all("广州市" not in attribution(found, as_row(row), "zh") for row in found.observations)
