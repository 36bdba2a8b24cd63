"""Text in a deck: every run says its Latin and its East-Asian typeface.

python-pptx sets Latin typefaces only; without ``<a:ea>`` WPS shows Chinese in a wrong font.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from indicators.decks.template import EAST_ASIAN, LATIN


def set_typefaces(properties: etree._Element) -> None:
    """Put both typefaces into run properties (``a:rPr`` or ``a:defRPr``), in the schema's order."""
    for name in ("a:latin", "a:ea"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    after = [
        child for child in properties
        if child.tag in {qn(n) for n in ("a:ln", "a:solidFill", "a:noFill", "a:effectLst", "a:highlight")}
    ]
    place = list(properties).index(after[-1]) + 1 if after else 0
    for offset, (name, face) in enumerate((("a:latin", LATIN), ("a:ea", EAST_ASIAN))):
        element = etree.Element(qn(name))
        element.set("typeface", face)
        properties.insert(place + offset, element)


def put(
    paragraph: Any, text: str, *, lang: str, size: float | None = None, bold: bool | None = None,
    color: str = "",
) -> None:
    """Append a run to a paragraph.

    Args:
        paragraph: A paragraph of python-pptx.
        text: What it says; never markup.
        lang: ``zh`` or ``en``.
        size: Points; None leaves it to the layout.
        bold: None leaves it to the layout.
        color: A place of the colour scheme (``tx2``); empty leaves it to the layout.
    """
    run = paragraph.add_run()
    run.text = text
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "en-GB" if lang == "en" else "zh-CN")
    properties.set("altLang", "zh-CN" if lang == "en" else "en-US")
    if size is not None:
        properties.set("sz", str(round(size * 100)))
    if bold is not None:
        properties.set("b", str(int(bold)))
    if color:
        fill = etree.SubElement(properties, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:schemeClr")).set("val", color)
    set_typefaces(properties)


def put_lines(frame: Any, lines: list[str], *, lang: str, **style: Any) -> None:
    """Fill a text frame with one paragraph a line."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        put(paragraph, line, lang=lang, **style)
