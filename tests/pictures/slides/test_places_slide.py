"""Slides of one indicator at several places: what an entry of a deck may say, and what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.exports.picture_words import picture_words
from indicators.pictures.placing import Placing, parse_placing, places_picture
from indicators.pictures.slides import DeckSpec, Picture, build_deck
from indicators.table.frame import observations
from indicators.table.rows import as_row
from tests.derived.test_measures import document, made


def slide(tmp_path: Path, key: str, *papers: str, lang: str = "en") -> Picture | None:
    """Return the slide of an entry, over a folder with these documents."""
    catalog = made(tmp_path, *papers).catalog
    slides = build_deck(catalog, observations(catalog), DeckSpec((key,)), lang).slides
    return slides[0] if slides else None


def papers() -> list[str]:
    """Return the masts of five places at two dates."""
    return [
        document("440100", ("masts", "40座", "2024"), ("masts", "30座", "2023")),
        document("440300", ("masts", "超60座", "2024"), ("masts", "35座", "2023")),
        document("110000", ("masts", "50座", "2024"), ("masts", "20座", "2023")),
        document("310000", ("masts", "45座", "2020")), document("CN", ("masts", "900座", "2024")),
    ]


def test_a_slide_of_places_shows_bounds_dates_and_codes(tmp_path: Path) -> None:
    """Shenzhen's over 60 is drawn as a bound; the nation's level is no city's peer; 2020 lies too far."""
    found = slide(tmp_path, "@masts.PLACES", *papers())
    assert found is not None
    assert [(mark.name, mark.row["relation"], mark.context) for mark in found.marks] == [
        ("Shenzhen", "greater_than", True), ("Beijing", "equal", True), ("Guangzhou", "equal", False),
    ]
    assert len(set(found.codes)) == 3 and len(found.sources) == 3
    # over 60 and 50 are more than 40 for certain.
    assert found.heading == "Masts: Guangzhou stands 3 among the 3 places with a figure"


def test_an_entry_says_period_and_distance(tmp_path: Path) -> None:
    """Of 2023 alone, Shenzhen is first; within ten years Shanghai's of 2020 is there, and no rank is said."""
    found = slide(tmp_path, "@masts.PLACES:2023:0", *papers())
    assert found is not None and [mark.high for mark in found.marks] == [35, 30, 20]
    wide = slide(tmp_path / "wide", "@masts.PLACES::120", *papers())
    assert wide is not None and len(wide.marks) == 4
    assert wide.heading == wide.title and "2020" in wide.note


@pytest.mark.parametrize("text", [
    ":2023:0", "::36", ":::440300", ":2025-Q1::440300+110000", "", ":2023",
])
def test_an_entry_is_read_as_it_is_written(tmp_path: Path, text: str) -> None:
    """What is read is written alike."""
    found = parse_placing(text, made(tmp_path).catalog)
    assert found is not None and found.suffix == text


@pytest.mark.parametrize("text", [
    "2023", ":never", ":2023:x", ":2023:-1", ":2023:999", ":::999999", ":::440300+", ":2023:0:440300:more", ":2023-13",
    ":::" + "+".join(["440300"] * 11),
])
def test_what_isnt_understood_is_no_slide(tmp_path: Path, text: str) -> None:
    """An unknown place, a period that is none, a distance that is none, too many places."""
    assert parse_placing(text, made(tmp_path).catalog) is None
    assert slide(tmp_path / "again", f"@masts.PLACES{text}", *papers()) is None


def test_one_place_alone_is_no_slide(tmp_path: Path) -> None:
    """There is nothing to compare it with."""
    assert slide(tmp_path, "@masts.PLACES", document("440100", ("masts", "40座", "2024"))) is None
    assert Placing().suffix == ""


def works() -> list[str]:
    """Return masts and works of three places and of the nation, at one date."""
    return [
        document("440100", ("masts", "超30座", "2024"), ("works", "50座", "2024")),
        document("440300", ("masts", "30座", "2024"), ("works", "40座", "2024")),
        document("110000", ("masts", "20座", "2024"), ("works", "超40座", "2024")),
    ]


def test_a_derived_measure_has_a_slide_with_both_codes_of_each_value(tmp_path: Path) -> None:
    """30 of 40 is 75, over 30 of 50 at least 60, 20 of over 40 at most 50; the title says the rank that follows."""
    found = slide(tmp_path, "@masts_per_100_works.PLACES", *works())
    assert found is not None
    assert [mark.label for mark in found.marks] == ["75.0", "at least 60.0", "at most 50.0"]
    assert found.heading == "Masts per hundred works: Guangzhou stands between 1 and 2 among the 3 places with a figure"
    assert len(found.printed) == 6 and len({mark.code for mark in found.printed}) == 6
    assert found.stem.startswith("masts-per-100-works_2024")
    words = picture_words(made(tmp_path / "again", *works()).catalog, found)
    assert words["rows"][0][0] == "Masts per hundred works, Shenzhen"
    assert words["rows"][0][2] == "2024 ÷ 2024" and words["rows"][0][5].count(" ÷ ") == 1
    assert words["sentences"][0] == "Masts per hundred works, Shenzhen: 30 stations (2024) ÷ 40 stations (2024) × 100 = 75.0. "


def test_a_slide_of_a_derived_measure_says_period_and_distance(tmp_path: Path) -> None:
    """Of 2023 there is nothing; another form than of places, or one that isn't understood, is no slide."""
    assert slide(tmp_path / "of", "@masts_per_100_works.PLACES:2024:0", *works()) is not None
    assert slide(tmp_path / "no", "@masts_per_100_works.PLACES:2024-13", *works()) is None
    catalog = made(tmp_path / "left", *works()).catalog
    keys = ("@masts_per_100_works", "@masts_per_100_works.TREND", "@masts_share.PLACES", "@nothing.PLACES")
    left = build_deck(catalog, observations(catalog), DeckSpec(keys), "en").left_out
    assert [entry.reason for entry in left] == ["unknown", "unknown", "withdrawn", "unknown"]


def test_of_hundreds_the_first_the_last_and_the_chosen_are_drawn(tmp_path: Path) -> None:
    """300 cities of 1 to 300: the ten greatest, the ten least, one's own and a chosen one; the rest is said to be left."""
    catalog = made(tmp_path, document("440100", ("masts", "150座", "2024"))).catalog
    row = as_row(catalog.observations[-1])
    codes = [f"{number:06}" for number in range(1, 301)]
    rows = [{**row, "ref_area": code, "obs_value": float(at), "lower": float(at), "upper": float(at)}
            for at, code in enumerate(codes, 1)]
    picture = places_picture(catalog, rows, "000150", "en", chosen=("000200",))
    heights = [mark.high for mark in picture.marks]
    assert heights == [*range(300, 290, -1), 200, 150, *range(10, 0, -1)]
    assert [mark.high for mark in picture.marks if not mark.context] == [150]
    assert "278 more in the data" in picture.note
