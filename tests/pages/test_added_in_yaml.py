"""A sector, an indicator, a unit and a document are added in YAML alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from tests.pages.test_pages import html, open_page, pictures, tables, words

SECTOR = """\
  - id: low_altitude
    name: {zh: 低空经济, en: Low-altitude economy}
    description: {zh: 无人机航线和起降场。, en: Drone routes and landing sites.}
"""
UNIT = """\
  - id: drone_route
    name: {zh: 云道, en: route}
    label: {zh: 条云道, en: routes}
    written: [条云道]
    kind: count
"""
DEFINITIONS = """\
sector: low_altitude
leading: [drone_routes]
indicators:
  - id: drone_routes
    name: {zh: 无人机航线, en: Drone routes}
    definition: {zh: 已开通的无人机航线数。, en: Drone routes in operation.}
    unit: drone_route
    measure_type: stock
    valid: {min: 1, max: 9000}
  - id: night_routes
    name: {zh: 夜间航线, en: Night routes}
    definition: {zh: 其中可夜间飞行的航线数。, en: Those of them flown at night.}
    unit: drone_route
    measure_type: stock
    valid: {min: 1, max: 9000}
    subset_of: drone_routes
charts:
  - id: routes_at_night
    kind: whole_with_subset
    title: {zh: 航线和其中的夜间航线, en: Routes and those flown at night}
    indicators: [drone_routes, night_routes]
"""
DOCUMENT = """\
document:
  id: made-2026
  title: {zh: 测试用的文件, en: A document made for the test}
  number: 第7号
  producer: {zh: 某局, en: Some bureau}
  producer_basis: stated
  date: 2026-03-01
  trust: official
  ref_area: 440100
claims:
  - indicator: drone_routes
    figure: 超120条云道
    period: 2025
    section: 二(一)3
  - indicator: night_routes
    figure: 36条云道
    period: 2025
    section: 二(一)3
"""


@pytest.fixture
def extended(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data with a sector, a unit, definitions and a document more."""
    for name, more in (("sectors.yaml", SECTOR), ("units.yaml", UNIT)):
        path = data_copy / name
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    (data_copy / "definitions" / "low_altitude.yaml").write_text(DEFINITIONS, encoding="utf-8")
    (data_copy / "documents" / "made-2026.yaml").write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    return data_copy


def test_the_additions_are_free_of_problems(extended: Path) -> None:
    """What the handbook would have a maintainer write passes the check."""
    assert [problem.as_text("en") for problem in read_catalog(extended).problems] == []


@pytest.mark.parametrize(
    ("lang", "name", "bound", "number", "unit"),
    [("zh", "低空经济", "超", "120", "条云道"), ("en", "Low-altitude economy", "over", "120", "routes")],
)
def test_the_overview_has_the_new_card(
    extended: Path, lang: str, name: str, bound: str, number: str, unit: str
) -> None:
    """The new sector stands on the overview and in the navigation, its figure with its bound."""
    test = open_page("", lang)
    assert not test.exception
    labels = [link.label.replace("\\", "") for link in test.get("page_link")]
    assert any(label.startswith(name) for label in labels)
    body = html(test)
    assert f'<span class="kf-bound">{bound}</span><span class="kf-number">{number}</span>' in body
    assert f'<span class="kf-unit">{unit}</span>' in body


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_new_sector_has_its_page_and_chart(extended: Path, lang: str) -> None:
    """The page draws a made card and the declared chart, with the new document as their source."""
    test = open_page("low-altitude", lang)
    assert not test.exception
    drawn = pictures(test)
    assert len(drawn) == 2
    title = "航线和其中的夜间航线" if lang == "zh" else "Routes and those flown at night"
    assert any(title in spec for spec in drawn)
    assert all(("第7号" if lang == "zh" else "No. 7") in spec for spec in drawn)
    assert len(tables(test)[0]) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_new_indicator_has_its_page(extended: Path, lang: str) -> None:
    """The indicator's page says what is counted and what the new document prints."""
    test = open_page("indicator", lang, id="night_routes")
    assert not test.exception
    assert "36条云道" in words(test)
    definition = "其中可夜间飞行的航线数。" if lang == "zh" else "Those of them flown at night."
    assert definition in words(test)
