"""Two templates as an office might have them, made for tests: none has our layouts, names or places."""

from __future__ import annotations

import io
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu


def _themed(deck: Any, colors: dict[str, str], latin: str, chinese: str) -> None:
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(theme.blob)
    for place, color in colors.items():
        node = root.find(f".//{qn('a:clrScheme')}/{qn(f'a:{place}')}")
        for child in list(node):
            node.remove(child)
        etree.SubElement(node, qn("a:srgbClr")).set("val", color)
    for font in (*root.iter(qn("a:majorFont")), *root.iter(qn("a:minorFont"))):
        font.find(qn("a:latin")).set("typeface", latin)
        font.find(qn("a:ea")).set("typeface", chinese)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _saved(deck: Any) -> bytes:
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def four_to_three() -> bytes:
    """Return the library's own template: 4:3, eleven layouts, and two slides of somebody's."""
    deck = Presentation()
    _themed(deck, {"accent1": "8C1D18", "dk1": "202020"}, "Georgia", "仿宋")
    for title in ("旧幻灯片", "另一页"):
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = title
    return _saved(deck)


def dark() -> bytes:
    """Return a wide template with a dark ground, faces of its own, and a picture on its master."""
    deck = Presentation()
    across = 12_192_000 / deck.slide_width
    deck.slide_width = Emu(12_192_000)
    for one in (deck.slide_master, *deck.slide_layouts):
        for name, key in (("a:off", "x"), ("a:ext", "cx")):
            for node in one._element.iter(qn(name)):
                if node.get(key):
                    node.set(key, str(round(int(node.get(key)) * across)))
    _themed(deck, {"dk1": "10261F", "lt1": "F3EFE4", "accent1": "E8B84A"}, "Verdana", "方正小标宋简体")
    colors = deck.slide_master._element.find(qn("p:clrMap"))
    for place, name in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colors.set(place, name)
    return _saved(deck)
