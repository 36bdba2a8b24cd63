"""Lines over time: what may stand on one axis, the index from the first common period, parts side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.catalog import Catalog
from indicators.decks.build import write_deck
from indicators.exports.picture_words import picture_words
from indicators.pictures.charts.timeline import draw_timeline
from indicators.pictures.comparing import parse_options
from indicators.pictures.picture import Picture
from indicators.pictures.series import index_groups, level_groups, lines_picture, series_of
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.table.frame import observations
from tests.decks.test_printed import found_in
from tests.derived.test_measures import document, made

PARTS = """
document:
  id: of-parts
  title: {zh: 分运营商的材料, en: A paper by operator}
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2025-06-01
  trust: official
  access: public
  ref_area: 440100
claims:
""".lstrip()


def parts(*claims: tuple[str, str, str]) -> str:
    """Return a document with claims of operators, and of their total: operator, figure, period."""
    return PARTS + "".join(
        "  - indicator: optical_cable_length\n"
        + (f"    breakdown: {{operator: {operator}}}\n" if operator else "")
        + f"    figure: {figure}\n    period: {period}\n"
        for operator, figure, period in claims
    )


def slide(catalog: Catalog, key: str, lang: str = "en") -> Picture | None:
    """Return the slide of an entry."""
    slides = build_deck(catalog, observations(catalog), DeckSpec((key,)), lang).slides
    return slides[0] if slides else None


def grown(tmp_path: Path) -> Catalog:
    """Return masts and works at three dates, which have the last two in common."""
    return made(tmp_path, document(
        "440100", ("masts", "20座", "2021"), ("masts", "1.2万座", "2022"), ("masts", "超1.5万座", "2024"),
        ("works", "40座", "2022"), ("works", "50座", "2023"), ("works", "60座", "2024"),
    )).catalog


def test_an_index_begins_at_100_in_the_first_common_period(tmp_path: Path) -> None:
    """2022: over 1.5万 of 1.2万 is at least 125, 50 of 40 is 125, 60 of 40 is 150; each with both codes."""
    catalog = grown(tmp_path)
    table = observations(catalog)
    lines = [line for name in ("masts", "works") for line in series_of(catalog, table[table["indicator"] == name])]
    found = lines_picture(catalog, lines, "en", index=True)
    assert found is not None and "2022 = 100" in found.subtitle
    said = {(mark.point.series, mark.row["time_period"]): mark.parts.plain for mark in found.marks if mark.point}
    assert said == {
        ("Masts", "2022"): "100.0", ("Works", "2022"): "100.0", ("Works", "2023"): "125.0",
        ("Masts", "2024"): "at least 125.0", ("Works", "2024"): "150.0",
    }
    masts = next(mark for mark in found.marks if mark.row["time_period"] == "2024" and mark.row["indicator"] == "masts")
    assert masts.relation == "at_least" and len({one.code for one in masts.inputs}) == 2
    # over 15000 of [11500, 12500): all that is certain is more than 120.
    assert masts.point is not None and float(masts.point.row.lower or 0) == 120 and masts.point.row.upper is None
    assert "÷" in masts.sentence and "× 100 = at least 125.0" in masts.sentence
    assert "derived" in found.note
    words = picture_words(catalog, found)
    assert words["rows"][-1][0] in ("Masts, index", "Works, index")
    assert all("index, 2022 = 100" in text for text in words["sentences"])


def test_an_index_is_drawn_alike_wherever_it_leaves(tmp_path: Path) -> None:
    """On the page, as a slide and in a deck that is read back; the last point of a line says which it is."""
    catalog = grown(tmp_path)
    found = slide(catalog, "@masts@works:index")
    assert found is not None
    drawn = draw_timeline(found, width=900)
    svg = render_svg(found, PALETTES["light"])
    for text in ("150.0", "at least 125.0", "Works 2024 [1]", "Masts 2024 [1]"):
        assert text in svg, text
        assert any(text in str(note.text) for note in drawn.figure.layout.annotations), text
    assert found_in(catalog, write_deck([found], PALETTES["light"], "en")) == []


def test_what_has_no_period_in_common_has_no_index(tmp_path: Path) -> None:
    """Masts of 2021 and 2022, works of 2023 and 2024: neither a slide nor one group."""
    catalog = made(tmp_path, document(
        "440100", ("masts", "20座", "2021"), ("masts", "30座", "2022"), ("works", "40座", "2023"), ("works", "50座", "2024"),
    )).catalog
    table = observations(catalog)
    lines = [line for name in ("masts", "works") for line in series_of(catalog, table[table["indicator"] == name])]
    assert [len(group) for group in index_groups(catalog, lines)] == [1, 1]
    assert slide(catalog, "@masts@works:index") is None


def test_levels_over_time_share_an_axis_where_the_guard_lets_them(tmp_path: Path) -> None:
    """Masts and works are both stocks in one unit; kilometres of cable are another."""
    catalog = grown(tmp_path)
    table = observations(catalog)
    lines = [
        line for name in ("masts", "works", "optical_cable_length")
        for line in series_of(catalog, table[table["indicator"] == name])
    ]
    assert [len(group) for group in level_groups(catalog, lines)] == [2, 1]
    found = slide(catalog, "@masts@works:time", "zh")
    assert found is not None and found.marks[0].row["time_period"] == "2021"
    assert "蓝色：铁塔；灰色：工厂" in found.note
    assert slide(catalog, "@masts@optical_cable_length:time") is None


def test_parts_stand_side_by_side_over_several_periods(tmp_path: Path) -> None:
    """Three operators at two dates: a line each, in the order of the codelist, bounds as bounds."""
    catalog = made(tmp_path, parts(
        ("", "50万公里", "2023"), ("", "60万公里", "2024"),
        ("china_telecom", "20万公里", "2023"), ("china_mobile", "10万公里", "2023"),
        ("china_mobile", "超15万公里", "2024"), ("china_telecom", "22万公里", "2024"),
    )).catalog
    found = slide(catalog, "@optical_cable_length:time:by-operator")
    assert found is not None
    lines = dict.fromkeys(mark.point.series for mark in found.marks if mark.point)
    assert len(lines) >= 2 and any("Telecom" in line for line in lines)
    bound = next(mark for mark in found.marks if mark.row["figure"] == "超15万公里")
    assert bound.bound.way > 0
    index = slide(catalog, "@optical_cable_length:index:by-operator")
    assert index is not None
    said = [mark.parts.plain for mark in index.marks if mark.row["time_period"] == "2024"]
    assert sorted(said) == ["110.0", "at least 150.0"]
    newest = slide(catalog, "@optical_cable_length:by-operator")
    assert newest is not None and len(newest.marks) >= 2


@pytest.mark.parametrize("texts", [
    ["time", "index"], ["time", "log"], ["index", "km"], ["by-nothing"], ["by-operator", "by-operator"], ["yearly"],
])
def test_what_isnt_understood_is_no_picture(tmp_path: Path, texts: list[str]) -> None:
    """Two ways at once, a scale or unit that lines don't have, a dimension that nobody knows."""
    assert parse_options(texts, grown(tmp_path)) is None


def test_an_index_is_asked_for_though_a_unit_is_called_so(tmp_path: Path) -> None:
    """The unit of a price index, say, is no way to write a comparison."""
    catalog = grown(tmp_path)
    named = replace(catalog, units={**catalog.units, "index": catalog.units["km"]})
    found = parse_options(["index"], named)
    assert found is not None and (found.over, found.unit) == ("index", "")


def test_one_period_alone_shows_no_course(tmp_path: Path) -> None:
    """There is nothing between two dates."""
    catalog = made(tmp_path, document("440100", ("masts", "20座", "2024"))).catalog
    table = observations(catalog)
    lines = series_of(catalog, table[table["indicator"] == "masts"])
    assert lines_picture(catalog, lines, "en") is None and lines_picture(catalog, lines, "en", index=True) is None


@pytest.mark.parametrize("text", ["", ":index", ":time", ":by-operator", ":time:by-operator", ":log:wan:km"])
def test_options_are_read_as_they_are_written(tmp_path: Path, text: str) -> None:
    """What is read is written alike."""
    found = parse_options([one for one in text.split(":") if one], grown(tmp_path))
    assert found is not None and found.suffix == text


def test_a_slide_of_lines_has_the_periods_of_the_first(tmp_path: Path) -> None:
    """Works of 2023 stand between: on the slide they are left to the data, which it says; on the page they are drawn."""
    catalog = grown(tmp_path)
    table = observations(catalog)
    lines = [line for name in ("masts", "works") for line in series_of(catalog, table[table["indicator"] == name])]
    page = lines_picture(catalog, lines, "en", index=True)
    found = slide(catalog, "@masts@works:index")
    assert page is not None and found is not None
    assert len(page.marks) == 5 and len(found.marks) == 4 and "1 more in the data" in found.note
    # Each of the four figures' codes once, though both lines begin with the same one again and again.
    assert len(found.codes) == 4 and len(set(found.codes)) == 4
