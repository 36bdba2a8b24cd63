"""Targets and forecasts, and other documents' figures, wherever they are said."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.catalog import Catalog
from indicators.language.attribution import attribution
from indicators.language.marks import marks
from indicators.language.sentences import headline, sentence
from indicators.language.text import number_text, row_period, set_apart
from indicators.pictures.choosing import card_of, chart_picture
from indicators.pictures.slides import PALETTES
from indicators.pictures.slides.svg import render_svg
from indicators.table.frame import observations
from indicators.table.rows import as_row
from indicators.texts import compare


def row(catalog: Catalog, indicator: str = "base_stations_5g", **changes: object) -> dict[str, Any]:
    """Return the leading document's row of an indicator, changed."""
    found = next(
        one for one in catalog.observations
        if one.indicator == indicator and one.document == "gz-2025324" and one.breakdown == "_T"
    )
    return {**as_row(found), **changes}


@pytest.mark.parametrize(
    ("status", "zh", "en"),
    [
        ("T", "目标：到2027年，全市5G基站达到10.97万座",
         "Target for 2027: 5G base stations in Guangzhou, 109,700 sites"),
        ("F", "预测：2027年，全市5G基站为10.97万座",
         "Forecast for 2027: 5G base stations in Guangzhou, 109,700 sites"),
    ],
)
def test_what_has_not_happened_is_never_said_in_the_indicative(
    catalog: Catalog, status: str, zh: str, en: str
) -> None:
    """Headline and sentence name it and its period; the definition's own sentence isn't used."""
    ahead = row(catalog, time_period="2027", obs_status=status, period_basis="stated")
    name = catalog.indicators["base_stations_5g"].name
    assert headline(ahead, catalog, "zh") == zh.replace("5G基站", name.zh)
    assert sentence(ahead, catalog, "zh") == zh.replace("5G基站", name.zh) + "。"
    unit = number_text(ahead, catalog, "en").unit
    assert headline(ahead, catalog, "en") == en.replace("5G base stations", name.en).replace(
        "sites", unit)
    assert sentence(ahead, catalog, "en").endswith(".")
    assert marks(ahead, "zh") == (zh[:2],)
    assert row_period(ahead, "zh") == f"2027年 · {zh[:2]}"
    assert set_apart(number_text(ahead, catalog, "zh"), ahead, "zh").plain == f"{zh[:2]}10.97万座"


def test_a_bound_word_is_kept_in_a_target(catalog: Catalog) -> None:
    """超 stays, and nothing is said twice."""
    ahead = row(catalog, "optical_cable_length", time_period="2027", obs_status="T")
    assert headline(ahead, catalog, "zh").endswith("超43万公里")
    assert "达到" not in headline(ahead, catalog, "zh")
    parts = set_apart(number_text(ahead, catalog, "en"), ahead, "en")
    assert parts.plain == "target over 430,000 km"


def test_a_target_is_drawn_hollow_and_named_in_every_picture(catalog: Catalog) -> None:
    """Chart item, hatched bar, slide with a broken outline."""
    table = observations(catalog)
    own = table[(table["indicator"] == "optical_cable_length") & (table["breakdown"] == "_T")]
    ahead = own.assign(obs_status="T", time_period="2027")
    chart = card_of(catalog.indicators["optical_cable_length"])
    card = chart_picture(catalog, ahead, chart, "zh")
    assert card is not None
    (item,) = card.marks
    assert item.ahead
    assert item.parts.plain == "目标超43万公里"
    assert item.sentence.startswith("目标：到2027年")
    from indicators.pictures.slides.headlines import chart_slide

    parts = next(
        one for entry in catalog.definitions.values() for one in entry.charts
        if one.id == "optical_cable_by_operator"
    )
    cable = table[table["indicator"] == "optical_cable_length"]
    slide = chart_slide(catalog, cable.assign(obs_status="T", time_period="2027"), parts, "zh")
    assert slide is not None
    picture = render_svg(slide, next(iter(PALETTES.values())))
    assert picture.count('data-ahead="1"') == len(slide.marks)
    assert "目标超43万公里" in picture
    assert slide.heading.startswith("目标：")


def test_another_document_is_named_beside_its_figure(catalog: Catalog) -> None:
    """The leading document needs no name; every other has one, in caption and sentence."""
    assert attribution(catalog, row(catalog), "zh") == ""
    foreign = next(as_row(one) for one in catalog.observations if one.document == "gz-gwr-2024")
    assert attribution(catalog, foreign, "zh").startswith("据")
    assert attribution(catalog, foreign, "en").startswith("according to ")
    for lang in ("zh", "en"):
        whose = attribution(catalog, foreign, lang)
        assert whose.lower() in sentence(foreign, catalog, lang).lower()


def test_targets_are_compared_with_targets(catalog: Catalog) -> None:
    """What is aimed at now is no change of what was counted before."""
    fact = next(one for one in catalog.observations if one.indicator == "base_stations_5g"
                and one.document == "gz-2025324")
    from indicators.models import ObsStatus

    target = fact._replace(obs_status=ObsStatus.TARGET, time_period="2027")
    kinds = [str(one.kind) for one in compare(catalog, [fact], [target]).differences]
    assert sorted(kinds) == ["dropped", "new"]
