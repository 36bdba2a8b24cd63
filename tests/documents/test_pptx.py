"""PowerPoint files: what stands on the slides, in the order in which they are shown."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Inches

from indicators.catalog import Catalog
from indicators.documents import UnreadableError, read_document
from indicators.proof import Verdict, proof
from tests.decks.damage import zipped
from tests.documents.refused import marked_as_locked, parts_of


def slides() -> bytes:
    """Return three slides: a title with a text, a table, one that is hidden."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "数字基础设施"
    first.placeholders[1].text = "截至2025年一季度，全市5G基站10.97万座\n光缆43万公里"
    second = deck.slides.add_slide(deck.slide_layouts[6])
    table = second.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(6), Inches(2)).table
    for place, text in enumerate(("指标", "数值", "独角兽企业", "24家")):
        table.cell(place // 2, place % 2).text = text
    third = deck.slides.add_slide(deck.slide_layouts[6])
    third.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1)).text_frame.text = "不放映"
    third._element.set("show", "0")
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def test_slides_are_read_as_lines_and_tables_as_rows() -> None:
    lines = [line for line in read_document(slides(), "讲稿.pptx").text.splitlines() if line]
    assert lines == ["数字基础设施", "截至2025年一季度，全市5G基站10.97万座", "光缆43万公里", "指标\t数值", "独角兽企业\t24家"]


def test_a_deck_is_proofed_like_any_text(catalog: Catalog) -> None:
    found = proof(read_document(slides()).text, catalog).findings
    assert [(one.text, one.verdict) for one in found[:2]] == [
        ("10.97万座", Verdict.AGREES), ("43万公里", Verdict.LOST_BOUND)]


def test_the_order_of_the_slides_is_that_in_which_they_are_shown() -> None:
    deck = Presentation(io.BytesIO(slides()))
    listed = deck.slides._sldIdLst
    listed.append(listed[0])  # moves it to the end
    target = io.BytesIO()
    deck.save(target)
    assert read_document(target.getvalue()).text.startswith("指标\t数值")


@pytest.mark.parametrize(
    ("data", "code"),
    [(slides()[:9000], "damaged-document"), (marked_as_locked(slides()), "password"),
     (zipped({**parts_of(slides()), "ppt/slides/slide1.xml": b"<p:sld><"}), "damaged-document"),
     (zipped({**parts_of(slides()), "ppt/presentation.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "declared-entities")],
    ids=["cut", "locked", "bad slide", "entities"],
)
def test_a_damaged_deck_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_document(data, "讲稿.pptx")
    assert refused.value.code == code
