"""How a deck is parted: a section a sector, a contents slide whose lines lead to theirs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from indicators.catalog import Catalog
from indicators.pictures.picture import Picture

_P14: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of a presentation that lists its sections."""
_MOST_LINES: Final = 8
"""Contents name no more slides than this; of longer decks they name the sections."""
_LONG: Final = 3
"""Where sections have so many slides on average, or more, each begins with a slide of its own."""


class Part(NamedTuple):
    """Slides of one sector that follow each other.

    Attributes:
        name: What they are of; empty where that isn't known.
        slides: The slides.
        opens: Whether a slide of its own stands before them.
    """

    name: str
    slides: tuple[Picture, ...]
    opens: bool


def sectors_of(catalog: Catalog, slides: Sequence[Picture], lang: str) -> list[str]:
    """Return of which sector each slide is, by its first figure: the sector's name.

    Args:
        catalog: The catalogue that the slides are from.
        slides: The slides.
        lang: ``zh`` or ``en``.
    """
    keys = [str(slide.figures[0].row["sector"]) for slide in slides]
    return [catalog.sectors[key].name.in_language(lang) if key in catalog.sectors else "" for key in keys]


def parts_of(slides: Sequence[Picture], names: Sequence[str]) -> list[Part]:
    """Return a deck's parts, in the order of its slides.

    Args:
        slides: The slides.
        names: Of which sector each is; none for a deck without parts.
    """
    pairs = zip(slides, names or [""] * len(slides), strict=True)
    found = [(name, tuple(slide for slide, _ in group)) for name, group in groupby(pairs, key=lambda pair: pair[1])]
    long = len(found) > 1 and len(slides) >= _LONG * len(found)
    return [Part(name, own, long and bool(name)) for name, own in found]


def contents(parts: Sequence[Part], first: int) -> tuple[list[str], list[int]]:
    """Return the lines of the contents, and to which slide each leads.

    Args:
        parts: The deck's parts.
        first: The number of the first slide after the contents.
    """
    lines, numbers, number = list[str](), list[int](), first
    whole = sum(len(part.slides) for part in parts) > _MOST_LINES and len(parts) > 1
    for part in parts:
        if whole:
            lines.append(f"{number}  {part.name or part.slides[0].heading}")
            numbers.append(number)
        number += part.opens
        for slide in part.slides:
            if not whole:
                lines.append(f"{number}  {slide.heading}")
                numbers.append(number)
            number += 1
    return lines, numbers


def link_contents(deck: Any, page: Any, numbers: Sequence[int]) -> None:
    """Let each line of a contents slide lead to its slide, in the colour of its text.

    Args:
        deck: The deck, with all its slides.
        page: The contents slide.
        numbers: To which slide each line leads, from 1.
    """
    slides = list(deck.slides)
    title = page.shapes.title
    frames = [one.text_frame for one in page.placeholders if one.has_text_frame and one != title] or [
        one.text_frame for one in page.shapes if one.has_text_frame and one != title
    ]
    frame = max(frames, key=lambda one: len(one.paragraphs))
    for paragraph, number in zip(frame.paragraphs, numbers, strict=False):
        relation = page.part.relate_to(slides[number - 1].part, RELATIONSHIP_TYPE.SLIDE)
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(parse_xml(
                f'<a:hlinkClick {nsdecls("a", "r")} r:id="{relation}" action="ppaction://hlinksldjump"><a:extLst>'
                '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
                'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext>'
                "</a:extLst></a:hlinkClick>"
            ))


def put_sections(deck: Any, parts: Sequence[Part], before: int, lang: str) -> None:
    """Part a deck into sections, as office programs list its slides; one part alone is none.

    Args:
        deck: The deck, with all its slides.
        parts: Its parts.
        before: How many slides stand before the first of them: cover and contents.
        lang: ``zh`` or ``en``.
    """
    if len(parts) < 2:
        return
    front = "Cover and contents" if lang == "en" else "封面和目录"
    rest = "Further slides" if lang == "en" else "其他"
    counts = [(front, before)] if before else []
    counts += [(part.name or rest, len(part.slides) + part.opens) for part in parts]
    element = deck.part._element
    ids = [one.get("id") for one in element.find(qn("p:sldIdLst"))]
    listed = etree.Element(f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for place, (name, count) in enumerate(counts):
        section = etree.SubElement(listed, f"{{{_P14}}}section")
        section.set("name", name)
        # The same deck gives the same bytes.
        section.set("id", f"{{{str(uuid5(NAMESPACE_URL, f'{place} {name}')).upper()}}}")
        inside = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for number in ids[:count]:
            etree.SubElement(inside, f"{{{_P14}}}sldId").set("id", number)
        ids = ids[count:]
    extensions = element.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(element, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"))
    extension.set("uri", _SECTIONS)
    extension.append(listed)
