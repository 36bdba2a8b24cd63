"""Slides of one indicator at several places: what an entry of a deck may say, and what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

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
