"""Headlines conclude what the intervals allow, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.pictures.slides.concluding import since_last
from indicators.table.frame import observations


def slide(catalog: Catalog, key: str, lang: str = "zh", title: str = "") -> Picture:
    spec = DeckSpec((key,), {key: title} if title else {})
    return build_deck(catalog, observations(catalog), spec, lang).slides[0]


def say(folder: Path, document: str, old: str, new: str) -> Catalog:
    path = folder / "documents" / f"{document}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return read_catalog(folder)


def test_a_rise_that_is_certain_is_said(catalog: Catalog) -> None:
    """10.97万 is at least 109650, 9.17万 of 2023 below 91750."""
    assert slide(catalog, "connectivity.KEY").heading.endswith(
        "5G基站10.97万座，高于2023年的9.17万座，据广州市人民政府（2024年）"
    )
    assert slide(catalog, "connectivity.KEY", "en").heading.endswith(
        "109,700 base stations for 5G, up from 91,700 stations in 2023, according to "
        "Guangzhou Municipal People's Government (2024)"
    )


def test_where_bounds_leave_it_open_nothing_is_said(catalog: Catalog) -> None:
    """突破1.35万 in 2024 may be the very number that 1.37万 is in 2025."""
    table = observations(catalog)
    rows = table[table["indicator"] == "high_tech_enterprises"].to_dict("records")
    [newest] = [row for row in rows if row["time_period"] == "2025"]
    assert since_last(catalog, newest, rows, "zh") == since_last(catalog, newest, rows, "en") == ""
    # 13,000 of 2023 was rounded to the thousand: 突破1.35万 of 2024 begins where it ends.
    [leading] = [row for row in rows if row["time_period"] == "2024"]
    assert since_last(catalog, leading, rows, "zh").startswith("高于2023年的13,000家")


@pytest.mark.parametrize("figure, said", [
    ("9.2万座", "10.97万座，高于2023年的9.2万座"), ("10.97万座", "10.97万座"), ("超9万座", "10.97万座"),
    ("11万座", "10.97万座"), ("11.2万座", "10.97万座，低于2023年的11.2万座"), ("超11万座", "10.97万座，低于2023年的超11万座"),
    ("近10万座", "10.97万座，高于2023年的近10万座"),
])
def test_each_way_the_last_figure_may_stand(data_copy: Path, figure: str, said: str) -> None:
    """11万 is [105000, 115000) and tells nothing of 10.97万; 超9万 has no upper end; 超11万 begins above it."""
    old = "  - indicator: base_stations_5g\n    figure: 9.17万座\n"
    catalog = say(data_copy, "gz-gwr-2024", old, old.replace("9.17万座", figure))
    whose = "，据广州市人民政府（2024年）" if "2023" in said else ""
    assert slide(catalog, "connectivity.KEY").heading.endswith(f"5G基站{said}{whose}")


def test_what_is_highest_and_what_its_share_is_at_most(catalog: Catalog) -> None:
    """23万 is below 235000, of more than 430000: less than 235 / 430 = 54.65…%, rounded outwards."""
    heading = slide(catalog, "connectivity.optical_cable_by_operator").heading
    assert heading == "全市建成光缆超43万公里，中国电信居首（23万公里，占比低于54.7%）"
    assert slide(catalog, "connectivity.optical_cable_by_operator", "en").heading.endswith(
        "; China Telecom leads with 230,000 km, under 54.7% of the total"
    )


def test_none_leads_where_two_may_be_equal(data_copy: Path) -> None:
    """超23万 and 24万 may be the same, or either the greater."""
    old = "    breakdown: {operator: china_telecom}\n    figure: 23万公里\n"
    say(data_copy, "gz-2025324", old, old.replace("23万", "超12万"))
    catalog = read_catalog(data_copy)
    assert "居首" not in slide(catalog, "connectivity.optical_cable_by_operator").heading


def test_a_title_that_agrees_is_left_alone(catalog: Catalog) -> None:
    """In other words, with the figures of the slide or of an earlier year."""
    for title in ("全市5G基站已有10.97万座", "5G基站由2023年的9.17万座增到10.97万座", "5G领跑全省"):
        made = slide(catalog, "@base_stations_5g", title=title)
        assert made.heading == title and not made.doubts and not made.doubt


@pytest.mark.parametrize("key, title, wrong", [
    ("@base_stations_5g", "全市5G基站109.7万座", "109.7万座"),
    ("connectivity.optical_cable_by_operator", "全市光缆43万公里", "43万公里"),
])
@pytest.mark.parametrize("lang, said", [("zh", "标题与数据不符"), ("en", "The title doesn't agree with the data")])
def test_a_title_that_does_not_agree_is_marked(
    catalog: Catalog, key: str, title: str, wrong: str, lang: str, said: str
) -> None:
    """A power of ten off, a bound lost: the foot says so in every way out, and the title stays as written."""
    made = slide(catalog, key, lang, title)
    assert made.heading == title and made.doubts == (wrong,)
    assert said in made.warning and wrong in made.warning


def test_a_headline_may_stand_in_the_yaml(data_copy: Path) -> None:
    """It takes the place of the made one, and is marked once the figure is another."""
    path = data_copy / "definitions" / "connectivity.yaml"
    text = path.read_text(encoding="utf-8")
    place = "  - id: optical_cable_by_operator\n"
    assert text.count(place) == 1
    path.write_text(text.replace(
        place, f"{place}    headline: {{zh: 光缆超43万公里，电信最长, en: 'Over 430,000 km of cable'}}\n"
    ), encoding="utf-8")
    key = "connectivity.optical_cable_by_operator"
    made = slide(read_catalog(data_copy), key)
    assert (made.heading, made.doubts) == ("光缆超43万公里，电信最长", ())
    old = "  - indicator: optical_cable_length\n    figure: 超43万公里\n"
    made = slide(say(data_copy, "gz-2025324", old, old.replace("43", "45")), key)
    assert made.heading == "光缆超43万公里，电信最长" and made.doubts == ("超43万公里",)


def test_no_title_says_more_in_one_language(catalog: Catalog) -> None:
    """What is concluded in Chinese is concluded in English, where both have room."""
    table: pd.DataFrame = observations(catalog)
    chinese, english = (build_deck(catalog, table, DeckSpec(), lang).slides for lang in ("zh", "en"))
    for one, other in zip(chinese, english, strict=True):
        if one.kind is Kind.TREND:
            continue  # Its sentence takes the room in English.
        assert ("居首" in one.heading) is ("leads with" in other.heading)
        assert ("高于" in one.heading) is ("up from" in other.heading)
