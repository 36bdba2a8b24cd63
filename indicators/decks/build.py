"""From slides to a PowerPoint file whose charts and tables stay charts and tables."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.catalog.release import together
from indicators.decks.charts import put_chart
from indicators.decks.properties import set_properties
from indicators.decks.reading import TAG
from indicators.decks.runs import put, put_lines
from indicators.decks.tables import put_cards
from indicators.decks.template import (
    BODY,
    BODY_BOTTOM,
    BODY_TOP,
    NOTE,
    NOTE_HEIGHT,
    NUMBER,
    SOURCE,
    SUBTITLE,
    SUBTITLE_TOP,
    new_deck,
    px,
)
from indicators.decks.watermark import put_watermark
from indicators.language.marks import marks
from indicators.language.releasing import stamp
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Palette
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.slides.svg import MARGIN, ROOM
from indicators.table.codes import claimed

MIME: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TAGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
_TAGS_RELATION: Final = RELATIONSHIP_TYPE.TAGS


def deck_name(slides: Sequence[Picture], lang: str) -> str:
    """Return a deck's file name: its documents and how many slides it has."""
    documents = dict.fromkeys(str(mark.row["document"]) for slide in slides for mark in slide.marks)
    head = "_".join(list(documents)[:2]) or "indicators"
    return f"{head}_{len(slides)}-slides_{lang}.pptx"


def write_whole_deck(
    catalog: Catalog, slides: Sequence[Picture], palette: Palette, lang: str
) -> bytes:
    """Return a deck whose properties name the leading document and who issued it.

    Args:
        catalog: The catalogue that the slides are from.
        slides: The slides, at least one.
        palette: The theme's colours.
        lang: ``zh`` or ``en``.
    """
    main = catalog.main_document
    return write_deck(
        slides, palette, lang,
        title=main.document.title.in_language(lang) if main else "",
        # An issuer that is inferred is no author of a file.
        author=main.document.producer.in_language(lang)
        if main and main.document.producer_basis == "stated" else "",
    )


def write_deck(
    slides: Sequence[Picture], palette: Palette, lang: str, *, title: str = "", author: str = "",
    made: datetime | None = None,
) -> bytes:
    """Return a deck.

    Args:
        slides: The slides, at least one.
        palette: The theme's colours, which become the deck's colour scheme.
        lang: ``zh`` or ``en``.
        title: The deck's title, for its properties.
        author: Who publishes it.
        made: When; default: now.

    Returns:
        A .pptx file.
    """
    deck = new_deck(palette)
    if said := stamp(together(slide.hold for slide in slides), lang):
        put_watermark(deck, said, lang)
    chart_layout, table_layout = deck.slide_layouts[0], deck.slide_layouts[1]
    for number, slide in enumerate(slides, 1):
        native = slide.kind is not Kind.CARDS
        page = deck.slides.add_slide(chart_layout if native else table_layout)
        _fill(page, slide, number, native=native)
    set_properties(deck, slides, lang, title, author, made or datetime.now(UTC))
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _fill(page: Any, slide: Picture, number: int, *, native: bool) -> None:
    places = {shape.placeholder_format.idx: shape for shape in page.placeholders}
    lang = slide.lang
    size, lines_taken = _title_size(slide.heading)
    put(page.shapes.title.text_frame.paragraphs[0], slide.heading, lang=lang, size=size)
    put_lines(places[SUBTITLE].text_frame, [slide.subtitle], lang=lang)
    codes = " · ".join(part for part in (slide.code_line, slide.warning) if part)
    lines = [*slide.source_lines, codes]
    taken = sum(math.ceil(measure(line, 24) / (ROOM - 200)) for line in lines)
    # Many documents take many lines: smaller, but never below what is promised.
    put_lines(places[SOURCE].text_frame, lines, lang=lang, size=None if taken <= 3 else 9.5)
    # Under a title of one line everything else moves up.
    lift = 76 if lines_taken == 1 else 0
    top = BODY_TOP - lift
    # Whoever wants a note beneath gets the room that it takes; an empty place would ask to be filled.
    note, height = places[NOTE], BODY_BOTTOM - top
    if slide.note:
        height -= NOTE_HEIGHT
        lines_of_note = math.ceil(measure(slide.note, 28) / ROOM)
        put_lines(note.text_frame, [slide.note], lang=lang, size=None if lines_of_note <= 2 else 12)
    else:
        note._element.getparent().remove(note._element)
    frame = put_chart(places[BODY], slide) if native else put_cards(places[BODY], slide, height)
    frame.left, frame.top, frame.width = px(MARGIN), px(top), px(ROOM)
    if native:
        frame.height = px(height)
    if lift:
        line = places[SUBTITLE]
        line.left, line.top = px(MARGIN), px(SUBTITLE_TOP - lift)
        line.width, line.height = px(ROOM), px(44)
    _slide_number(page, number)
    _notes(page, slide)
    _tag(page, slide, number)


def _title_size(title: str) -> tuple[float, int]:
    """Return the points in which a title fits its place, and the lines it takes."""
    width = measure(title, 1, bold=True)
    for size in (60, 56, 52, 48):
        if width * size <= ROOM:
            return size / 2, 1
    for size in (52, 48, 44, 40):
        if width * size <= ROOM * 1.85:
            return size / 2, 2
    # As many lines as it takes, in a frame of 150 pixels.
    size = math.floor(math.sqrt(150 * ROOM / (1.25 * width)) * 0.9)
    return max(18, size) / 2, 3


def _slide_number(page: Any, number: int) -> None:
    """Put the layout's place for the number on the slide, which has none unless it is asked for."""
    layout = page.slide_layout.placeholders
    [place] = [shape for shape in layout if shape.placeholder_format.idx == NUMBER]
    element = deepcopy(place._element)
    element.find(f".//{qn('p:cNvPr')}").set("id", "9000")
    body = element.find(qn("p:txBody"))
    for own in (element.find(qn("p:spPr")), body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))):
        own.clear()  # Where it stands, and how it looks, is the layout's.
    element.find(f".//{qn('a:t')}").text = str(number)
    page.shapes._spTree.append(element)


def note_lines(slide: Picture) -> list[str]:
    """Return the speaker notes: sentences, definitions, note, sources, codes with figures."""
    english = slide.lang == "en"
    lines = [mark.sentence for mark in slide.marks]
    head = "What is counted: " if english else "统计什么："
    seen: dict[str, None] = {}
    for mark in slide.marks:
        seen.setdefault(mark.definition)
    lines += [f"{head}{definition}" for definition in seen]
    if slide.note:
        lines.append(f"{'Note: ' if english else '注：'}{slide.note}")
    lines += slide.source_lines
    # After the code stands the figure alone, which is read back; so the mark goes before.
    lines += [
        " ".join((*marks(mark.row, slide.lang), f"{mark.code} = {mark.row['figure']}"))
        for mark in slide.marks
    ]
    return lines


def _notes(page: Any, slide: Picture) -> None:
    put_lines(page.notes_slide.notes_text_frame, note_lines(slide), lang=slide.lang)


def _tag(page: Any, slide: Picture, number: int) -> None:
    """Keep what each code stands for in the slide's tags, which travel with it."""
    root = etree.Element(qn("p:tagLst"), nsmap={"p": page._element.nsmap["p"]})
    for place, mark in enumerate(slide.marks, 1):
        tag = etree.SubElement(root, qn("p:tag"))
        tag.set("name", f"{TAG}{place}")
        tag.set("val", "|".join(claimed(mark.row).parts))
    part = Part(
        PackURI(f"/ppt/tags/tag{number}.xml"), _TAGS_TYPE, page.part.package,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
    )
    relation = page.part.relate_to(part, _TAGS_RELATION)
    listed = etree.Element(qn("p:custDataLst"))
    etree.SubElement(listed, qn("p:tags")).set(qn("r:id"), relation)
    page._element.find(qn("p:cSld")).append(listed)
