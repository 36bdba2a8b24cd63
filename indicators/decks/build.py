"""From slides to a PowerPoint file whose charts and tables stay charts and tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part as PackedPart
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.catalog.places import area_name
from indicators.catalog.release import together
from indicators.decks.charts import bars_xml, put_chart
from indicators.decks.dated import trend_xml
from indicators.decks.logarithmic import points_xml
from indicators.decks.outline import (
    Part,
    contents,
    link_contents,
    parts_of,
    put_sections,
    sectors_of,
)
from indicators.decks.page import Page
from indicators.decks.properties import set_properties
from indicators.decks.reading import TAG, TITLE_TAG
from indicators.decks.remarks import Remark
from indicators.decks.runs import put_lines
from indicators.decks.tables import put_cards
from indicators.decks.template import Design, office_design, own_design
from indicators.decks.watermark import put_watermark
from indicators.language import text
from indicators.language.marks import marks
from indicators.language.releasing import stamp
from indicators.pictures.grid import beside
from indicators.pictures.palette import PALETTES, Palette
from indicators.pictures.picture import Kind, Picture
from indicators.table.codes import claimed

MIME: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TAGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
_TAGS_RELATION: Final = RELATIONSHIP_TYPE.TAGS
_BETWEEN: Final = 48.0
"""Pixels of the slide on screen between a chart and the figures beside it."""
_MANY: Final = 6
"""Decks of so many slides, or more, have a cover and contents."""


def deck_name(slides: Sequence[Picture], lang: str) -> str:
    """Return a deck's file name: its documents and how many slides it has."""
    documents = dict.fromkeys(str(mark.row["document"]) for slide in slides for mark in slide.printed)
    head = "_".join(list(documents)[:2]) or "indicators"
    return f"{head}_{len(slides)}-slides_{lang}.pptx"


def write_whole_deck(
    catalog: Catalog, slides: Sequence[Picture], palette: Palette, lang: str, *,
    design: Design | None = None,
) -> bytes:
    """Return a deck with a cover and contents, whose properties name the leading document, or the place.

    Args:
        catalog: The catalogue that the slides are from.
        slides: The slides, at least one.
        palette: The theme's colours.
        lang: ``zh`` or ``en``.
        design: What it is built on; our own template by default.
    """
    main = catalog.main_document
    own = None if main is None else main.document
    return write_deck(
        slides, palette, lang, design=design, cover=cover_lines(catalog, lang),
        title=own.title.in_language(lang) if own else area_name(catalog.areas, catalog.home, lang),
        # An issuer that is inferred is no author of a file.
        author=own.producer.in_language(lang) if own and own.producer_basis == "stated" else "",
        sectors=sectors_of(catalog, slides, lang),
    )


def write_on_template(
    template: bytes, slides: Sequence[Picture], theme: str, lang: str, *, title: str, cover: Sequence[str],
    sectors: Sequence[str] = (), size: str = "",
) -> tuple[bytes, tuple[Remark, ...]]:
    """Return a deck in somebody's template, and what that lacks: all of it at once, for a worker.

    Args:
        template: The template.
        slides: The slides, at least one.
        theme: Which of our palettes the pictures have.
        lang: ``zh`` or ``en``.
        title: The deck's title.
        cover: What stands beneath it on its cover.
        sectors: Of which sector each slide is.
        size: Another size than the template's own; empty for its own.

    Raises:
        NotADeckError: The template can't be used.
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    design = office_design(template, size)
    made = write_deck(slides, PALETTES[theme], lang, title=title, cover=cover, design=design, sectors=sectors)
    return made, design.remarks


def cover_lines(catalog: Catalog, lang: str) -> list[str]:
    """Return what stands beneath a cover's title: who issued the leading document, its number and date."""
    main = catalog.main_document
    if main is None:
        return []
    own = main.document
    return [
        text.cited_document(catalog, own.id, (), lang),
        text.period_text(own.date.isoformat(), lang),
    ]


def write_deck(
    slides: Sequence[Picture], palette: Palette, lang: str, *, title: str = "", author: str = "",
    made: datetime | None = None, design: Design | None = None, cover: Sequence[str] = (),
    sectors: Sequence[str] = (),
) -> bytes:
    """Return a deck.

    Args:
        slides: The slides, at least one.
        palette: The theme's colours, which become those of our own template.
        lang: ``zh`` or ``en``.
        title: The deck's title, for its cover and properties.
        author: Who publishes it.
        made: When; default: now.
        design: What it is built on, used up by it; our own template by default.
        cover: What stands beneath the title of its cover; nothing for a deck without one.
        sectors: Of which sector each slide is, for the deck's sections; none for a deck without.

    Returns:
        A .pptx file.
    """
    design = design or own_design(palette)
    deck = design.deck
    if said := stamp(together(slide.hold for slide in slides), lang):
        put_watermark(design, said, lang)
    parts = parts_of(slides, sectors)
    if design.layouts.section is None:
        parts = [part._replace(opens=False) for part in parts]
    numbers = _front(design, parts, lang, title, cover) if cover and title and len(slides) >= _MANY else []
    before = len(deck.slides)
    for part in parts:
        if part.opens and design.layouts.section is not None:
            page = Page(design, design.layouts.section, lang)
            page.title(part.name)
            page.finish(len(deck.slides))
        for slide in part.slides:
            _put(design, slide)
    if numbers:
        link_contents(deck, deck.slides[before - 1], numbers)
    put_sections(deck, parts, before, lang)
    set_properties(deck, slides, lang, title, author, made or datetime.now(UTC))
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _front(
    design: Design, parts: Sequence[Part], lang: str, title: str, cover: Sequence[str]
) -> list[int]:
    """Put cover and contents before the slides; return to which slide each line of the contents leads."""
    found = design.layouts.cover
    before = 0
    if found is not None:
        page = Page(design, found, lang)
        page.title(title)
        page.text(cover)
        page.finish(1)
        before += 1
    page = Page(design, design.layouts.contents, lang)
    page.title("Contents" if lang == "en" else "目录")
    lines, numbers = contents(parts, before + 2)
    page.text(lines)
    page.finish(before + 1)
    return numbers


def _put(design: Design, slide: Picture) -> None:
    """Put a slide into the deck."""
    page = Page(design, design.layouts.figures, slide.lang)
    page.title(slide.heading)
    page.subtitle(slide.subtitle)
    codes = " · ".join(part for part in (slide.code_line, slide.warning) if part)
    page.foot([*slide.source_lines, codes], slide.note)
    page.contents(_frames(page, slide, design))
    number = len(design.deck.slides)
    page.finish(number)
    put_lines(page.slide.notes_slide.notes_text_frame, note_lines(slide), lang=slide.lang)
    _tag(page.slide, slide, number)


def _frames(page: Page, slide: Picture, design: Design) -> list[Any]:
    """Put a slide's chart and tables on it; return their elements in the order of reading."""
    room = page.room
    if slide.kind is Kind.CARDS:
        return [put_cards(page.slide, slide, slide.marks, room, design)]
    draw = trend_xml if slide.kind is Kind.TREND else points_xml if slide.log else bars_xml
    if not slide.numbers:
        return [put_chart(page.slide, draw(slide, room, design), slide, room)]
    wide = round(room.width * beside(design.pixels(room.width)))
    gap = design.emu(_BETWEEN)
    left = room._replace(width=room.width - wide - gap)
    right = room._replace(left=room.right - wide, width=wide)
    return [
        put_chart(page.slide, draw(slide, left, design), slide, left),
        put_cards(page.slide, slide, slide.numbers, right, design),
    ]


def note_lines(slide: Picture) -> list[str]:
    """Return the speaker notes: sentences, definitions, note, sources, codes with figures."""
    english = slide.lang == "en"
    lines = [mark.sentence for mark in slide.figures]
    head = "What is counted: " if english else "统计什么："
    seen: dict[str, None] = {}
    for mark in slide.printed:
        seen.setdefault(mark.definition)
    lines += [f"{head}{definition}" for definition in seen]
    if slide.note:
        lines.append(f"{'Note: ' if english else '注：'}{slide.note}")
    lines += slide.source_lines
    # After the code stands the figure alone, which is read back; so the mark goes before.
    lines += [
        " ".join((*marks(mark.row, slide.lang), f"{mark.code} = {mark.row['figure']}"))
        for mark in slide.printed
    ]
    return lines


def _tag(page: Any, slide: Picture, number: int) -> None:
    """Keep what each code stands for, and the title, in the slide's tags, which travel with it."""
    root = etree.Element(qn("p:tagLst"), nsmap={"p": page._element.nsmap["p"]})
    for place, mark in enumerate(slide.printed, 1):
        tag = etree.SubElement(root, qn("p:tag"))
        tag.set("name", f"{TAG}{place}")
        tag.set("val", "|".join(claimed(mark.row).parts))
    title = etree.SubElement(root, qn("p:tag"))
    title.set("name", TITLE_TAG)
    title.set("val", slide.heading)
    part = PackedPart(
        PackURI(f"/ppt/tags/tag{number}.xml"), _TAGS_TYPE, page.part.package,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
    )
    relation = page.part.relate_to(part, _TAGS_RELATION)
    listed = etree.Element(qn("p:custDataLst"))
    etree.SubElement(listed, qn("p:tags")).set(qn("r:id"), relation)
    page._element.find(qn("p:cSld")).append(listed)
