"""Pictures of derived measures: said to be derived, bounds as bounds, the codes of both figures of each."""

from __future__ import annotations

from pathlib import Path

from indicators.pictures.charts.build import draw
from indicators.pictures.deriving import derived_picture
from indicators.pictures.picture import Picture
from tests.derived.test_measures import document, made


def picture(tmp_path: Path, *papers: str, lang: str = "en") -> Picture | None:
    """Return the picture of the masts per hundred works."""
    measures = made(tmp_path, *papers)
    return derived_picture(measures.catalog, measures.all_places("masts_per_100_works"), "440100", lang)


def test_a_derived_picture_says_so_and_shows_bounds(tmp_path: Path) -> None:
    """30 of 40 is 75, over 30 of 50 is at least 60, 20 of over 40 at most 50: each with two codes."""
    found = picture(
        tmp_path, document("440100", ("masts", "超30座", "2024"), ("works", "50座", "2024")),
        document("440300", ("masts", "30座", "2024"), ("works", "40座", "2024")),
        document("110000", ("masts", "20座", "2024"), ("works", "超40座", "2024")),
    )
    assert found is not None
    assert [(mark.name, mark.high, mark.relation, mark.context) for mark in found.marks] == [
        ("Shenzhen", 75, "equal", True), ("Guangzhou", 60, "at_least", False), ("Beijing", 50, "at_most", True),
    ]
    assert [mark.parts.plain for mark in found.marks] == ["75.0", "at least 60.0", "at most 50.0"]
    assert all(mark.code.count("-") == 2 and " ÷ " in mark.code for mark in found.marks)
    assert "Derived; no document prints it." in found.note
    assert len(found.sources) == 3
    drawn = draw(found, width=700)
    assert "÷ 40 stations (2024) × 100 = 75.0" in drawn.alt and drawn.height > 0


def test_a_picture_of_what_isnt_public_carries_its_mark(tmp_path: Path) -> None:
    """The strictest document of numerators and denominators rules."""
    inner = document("440100", ("masts", "30座", "2024"), ("works", "50座", "2024"))
    found = picture(
        tmp_path, inner.replace("access: public", "access: internal"),
        document("440300", ("masts", "30座", "2024"), ("works", "40座", "2024")),
    )
    assert found is not None and found.watermark


def test_one_value_alone_is_no_picture(tmp_path: Path) -> None:
    """It is read in the table."""
    assert picture(tmp_path, document("440100", ("masts", "30座", "2024"), ("works", "40座", "2024"))) is None
