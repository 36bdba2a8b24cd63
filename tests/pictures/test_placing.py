"""One indicator at several places: bounds stay bounds, one's own place is in colour, many stay legible."""

from __future__ import annotations

from pathlib import Path

from indicators.pictures.palette import Ink
from indicators.pictures.picture import Kind
from indicators.pictures.placing import MOST, places_picture
from indicators.table.rows import as_row
from tests.derived.test_measures import document, made


def test_places_are_sorted_and_ones_own_is_coloured(tmp_path: Path) -> None:
    """Over 40 of Shenzhen stands before Guangzhou's 30 and the 20 at most of Beijing, each as it is bound."""
    measures = made(
        tmp_path, document("440100", ("masts", "30座", "2024")), document("440300", ("masts", "超40座", "2024")),
        document("110000", ("masts", "不超过20座", "2023")),
    )
    rows = [as_row(value.inputs[0]) for value in measures.all_places("masts").values]
    picture = places_picture(measures.catalog, rows, "440100", "zh")
    assert picture.kind is Kind.BARS
    assert [mark.name for mark in picture.marks] == ["深圳市", "广州市", "北京市"]
    assert [mark.relation for mark in picture.marks] == ["greater_than", "equal", "at_most"]
    assert [mark.ink for mark in picture.marks] == [Ink.CONTEXT, Ink.MAIN, Ink.CONTEXT]
    assert [picture.caption(mark) for mark in picture.marks][2] == "北京市 · 2023年"
    assert len(picture.sources) == 3 and len(set(picture.codes)) == 3


def test_of_hundreds_of_places_the_ends_and_ones_own_are_drawn(tmp_path: Path) -> None:
    """Of 300 bars twenty and one's own are drawn, in their order, and it is said how many aren't."""
    measures = made(tmp_path, document("440100", ("masts", "30座", "2024")))
    [own] = [as_row(row) for row in measures.rows("masts", "440100")]
    rows = [
        {**own, "ref_area": "440100" if number == 150 else f"x{number}", "obs_value": float(number)}
        for number in range(1, 301)
    ]
    picture = places_picture(measures.catalog, rows, "440100", "en")
    heights = [mark.high for mark in picture.marks]
    assert len(heights) == MOST + 1 and heights == sorted(heights, reverse=True)
    assert {300.0, 1.0, 150.0} <= set(heights)
    assert any("279 more" in note for note in picture.notes)


def test_ranks_are_no_bars(tmp_path: Path) -> None:
    """A longer bar for a worse rank would mislead."""
    measures = made(tmp_path, document("440100", ("masts", "30座", "2024")))
    [own] = measures.rows("masts", "440100")
    rows = [{**as_row(own), "measure_type": "rank"}] * 2
    assert places_picture(measures.catalog, rows, "440100", "zh").kind is Kind.CARDS
