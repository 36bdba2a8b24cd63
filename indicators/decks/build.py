"""From slides to a PowerPoint file whose charts and tables stay charts and tables."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from indicators.catalog import Catalog
from indicators.decks.charts import put_chart
from indicators.decks.reading import TAG
from indicators.decks.runs import put, put_lines
from indicators.decks.tables import put_cards
from indicators.decks.template import (
    BODY,
    BODY_TOP,
    EAST_ASIAN,
    FOOT,
    LATIN,
    NUMBER,
    SOURCE,
    SUBTITLE,
    SUBTITLE_TOP,
    new_deck,
    px,
)
from indicators.language.marks import marks
from indicators.pictures.slides import Palette, Slide
from indicators.pictures.slides.canvas import measure
from indicators.pictures.slides.svg import (
    BOTTOM,
    HEIGHT,
    MARGIN,
    ROOM,
    WIDTH,
    code_line,
    watermark,
)
from indicators.table.codes import claimed

MIME: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TAGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
_TAGS_RELATION: Final = RELATIONSHIP_TYPE.TAGS


def deck_name(slides: Sequence[Slide], lang: str) -> str:
    """Return a deck's file name: its documents and how many slides it has."""
    documents = dict.fromkeys(str(f.row["document"]) for slide in slides for f in slide.figures)
    head = "_".join(list(documents)[:2]) or "indicators"
    return f"{head}_{len(slides)}-slides_{lang}.pptx"


def write_whole_deck(
    catalog: Catalog, slides: Sequence[Slide], palette: Palette, lang: str
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
        author=main.document.producer.in_language(lang) if main else "",
    )


def write_deck(
    slides: Sequence[Slide], palette: Palette, lang: str, *, title: str = "", author: str = "",
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
    chart_layout, table_layout = deck.slide_layouts[0], deck.slide_layouts[1]
    for number, slide in enumerate(slides, 1):
        native = slide.kind != "cards" and all(f.relation != "between" for f in slide.figures)
        page = deck.slides.add_slide(chart_layout if native else table_layout)
        _fill(page, slide, number, native=native)
    _properties(deck.core_properties, slides, lang, title, author, made or datetime.now(UTC))
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _fill(page: Any, slide: Slide, number: int, *, native: bool) -> None:
    places = {shape.placeholder_format.idx: shape for shape in page.placeholders}
    lang = slide.lang
    size, lines_taken = _title_size(slide.title)
    put(page.shapes.title.text_frame.paragraphs[0], slide.title, lang=lang, size=size)
    put_lines(places[SUBTITLE].text_frame, [slide.subtitle], lang=lang)
    lines = [*slide.sources, code_line(slide)]
    taken = sum(math.ceil(measure(line, 24) / (ROOM - 200)) for line in lines)
    # Many documents take many lines: smaller, but never below what is promised.
    put_lines(places[SOURCE].text_frame, lines, lang=lang, size=None if taken <= 3 else 9.5)
    # Under a title of one line everything else moves up.
    lift = 76 if lines_taken == 1 else 0
    top, height = BODY_TOP - lift, BOTTOM - FOOT - 30 - BODY_TOP + lift
    frame = put_chart(places[BODY], slide) if native else put_cards(places[BODY], slide, height)
    frame.left, frame.top, frame.width = px(MARGIN), px(top), px(ROOM)
    if native:
        frame.height = px(height)
    if lift:
        line = places[SUBTITLE]
        line.left, line.top = px(MARGIN), px(SUBTITLE_TOP - lift)
        line.width, line.height = px(ROOM), px(44)
    _slide_number(page, number)
    if said := watermark(slide):
        _watermark(page, said)
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
    shape = (
        f'<p:sp {nsdecls("p", "a", "r")}><p:nvSpPr><p:cNvPr id="9000" name="页码 Slide number"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldNum" sz="quarter" idx="{NUMBER}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>'
        '<a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" '
        f'type="slidenum"><a:rPr lang="zh-CN"><a:latin typeface="{LATIN}"/>'
        f'<a:ea typeface="{EAST_ASIAN}"/></a:rPr><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
    page.shapes._spTree.append(parse_xml(shape))


def _watermark(page: Any, text: str) -> None:
    size = min(300, 1400 / measure(text, 1, bold=True))
    width, height = measure(text, size, bold=True) + 80, size * 1.5
    shape = (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="9001" name="水印 Watermark"/>'
        '<p:cNvSpPr txBox="1"><a:spLocks noGrp="1" noSelect="1"/></p:cNvSpPr><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm rot="{(360 - 18) * 60000}"><a:off x="{px((WIDTH - width) / 2)}" '
        f'y="{px((HEIGHT - height) / 2)}"/><a:ext cx="{px(width)}" cy="{px(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r>'
        f'<a:rPr lang="zh-CN" sz="{round(size * 50)}" b="1"><a:solidFill><a:schemeClr val="tx1">'
        f'<a:alpha val="8000"/></a:schemeClr></a:solidFill><a:latin typeface="{LATIN}"/>'
        f'<a:ea typeface="{EAST_ASIAN}"/></a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    page.shapes._spTree.insert(2, parse_xml(shape))


def note_lines(slide: Slide) -> list[str]:
    """Return the speaker notes: sentences, definitions, note, sources, codes with figures."""
    english = slide.lang == "en"
    lines = [figure.sentence for figure in slide.figures]
    head = "What is counted: " if english else "统计什么："
    seen: dict[str, None] = {}
    for figure in slide.figures:
        seen.setdefault(figure.definition)
    lines += [f"{head}{definition}" for definition in seen]
    if slide.note:
        lines.append(f"{'Note: ' if english else '注：'}{slide.note}")
    lines += slide.sources
    # After the code stands the figure alone, which is read back; so the mark goes before.
    lines += [
        " ".join((*marks(figure.row, slide.lang), f"{figure.code} = {figure.row['figure']}"))
        for figure in slide.figures
    ]
    return lines


def _notes(page: Any, slide: Slide) -> None:
    put_lines(page.notes_slide.notes_text_frame, note_lines(slide), lang=slide.lang)


def _tag(page: Any, slide: Slide, number: int) -> None:
    """Keep what each code stands for in the slide's tags, which travel with it."""
    root = etree.Element(qn("p:tagLst"), nsmap={"p": page._element.nsmap["p"]})
    for place, figure in enumerate(slide.figures, 1):
        tag = etree.SubElement(root, qn("p:tag"))
        tag.set("name", f"{TAG}{place}")
        tag.set("val", "|".join(claimed(figure.row).parts))
    part = Part(
        PackURI(f"/ppt/tags/tag{number}.xml"), _TAGS_TYPE, page.part.package,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
    )
    relation = page.part.relate_to(part, _TAGS_RELATION)
    listed = etree.Element(qn("p:custDataLst"))
    etree.SubElement(listed, qn("p:tags")).set(qn("r:id"), relation)
    page._element.find(qn("p:cSld")).append(listed)


def _properties(
    properties: Any, slides: Sequence[Slide], lang: str, title: str, author: str, made: datetime
) -> None:
    codes = [code for slide in slides for code in slide.codes]
    properties.title = (title or slides[0].title)[:255]
    properties.author = author[:255]
    properties.last_modified_by = author[:255]
    properties.subject = (
        "Indicators with bound, period, source and claim code" if lang == "en"
        else "指标数据，附界限词、时期、来源和核验码"
    )
    properties.keywords = " ".join(codes)[:255]
    properties.category = "draft" if any(not slide.cleared for slide in slides) else "cleared"
    properties.language = "en-GB" if lang == "en" else "zh-CN"
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1
