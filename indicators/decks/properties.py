"""What a file says of itself: true, and nothing of the tools that wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from indicators.catalog.release import together
from indicators.language.releasing import held_back
from indicators.pictures.picture import Picture

PROGRAM: Final = "Digital-economy indicators"
_LONGEST: Final = 255
"""Characters that a property may have."""
_APP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_FORMATS: Final = {
    (16, 9): "Widescreen", (4, 3): "On-screen Show (4:3)", (16, 10): "On-screen Show (16:10)",
    (13, 9): "A4 Paper (210x297 mm)",
}
"""What office programs call a slide's proportions."""


def set_properties(
    deck: Any, slides: Sequence[Picture], lang: str, title: str, author: str, made: datetime
) -> None:
    """Set a deck's properties: title, subject, codes, language, who publishes it, when it was made.

    Args:
        deck: The presentation, with all its slides.
        slides: What they show.
        lang: ``zh`` or ``en``.
        title: The deck's title; empty for that of the first slide.
        author: Who publishes it; empty where nobody says so.
        made: When.
    """
    own = deck.core_properties
    own.title = (title or slides[0].heading)[:_LONGEST]
    own.author = own.last_modified_by = author[:_LONGEST]
    own.subject = (
        "Indicators with bound, period, source and claim code" if lang == "en"
        else "指标数据，附界限词、时期、来源和核验码"
    )
    own.keywords = _whole_words(dict.fromkeys(mark.code for slide in slides for mark in slide.printed))
    own.category = held_back(together(slide.hold for slide in slides), lang) or (
        "public" if lang == "en" else "公开"
    )
    own.comments = ""
    own.language = "en-GB" if lang == "en" else "zh-CN"
    own.created = own.modified = made.replace(tzinfo=None)
    own.revision = 1
    app = deck.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    app._blob = _of_the_program(deck)


def _whole_words(words: Sequence[str] | dict[str, None]) -> str:
    """Return as many words as a property holds, none of them cut."""
    text = ""
    for word in words:
        longer = f"{text} {word}" if text else word
        if len(longer) > _LONGEST:
            break
        text = longer
    return text


def _of_the_program(deck: Any) -> bytes:
    """Return the extended properties: which program, which format, how many slides and notes."""
    root = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    count = len(deck.slides)
    for name, value in (
        ("Application", PROGRAM), ("PresentationFormat", format_of(deck.slide_width, deck.slide_height)),
        ("Slides", str(count)), ("Notes", str(sum(page.has_notes_slide for page in deck.slides))),
    ):
        etree.SubElement(root, f"{{{_APP}}}{name}").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def format_of(width: int, height: int) -> str:
    """Return what office programs call a slide of this size."""
    for (across, down), name in _FORMATS.items():
        if abs(width * down - height * across) < 0.01 * width * down:
            return name
    return "Custom"
