"""Text in a deck: what it says and in which language; how it looks is the master's or the theme's.

A run names a size only where it stands in no placeholder, and never a typeface: the theme's are asked
for once, by the master's styles and by charts.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

FACES: Final = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
"""The theme's faces for text, Latin and East Asian, as chart text asks for them.

Without the second, WPS shows Chinese in a wrong font.
"""


def put(
    paragraph: Any, text: str, *, lang: str, size: float | None = None, bold: bool | None = None,
    color: etree._Element | None = None,
) -> None:
    """Append a run to a paragraph.

    Args:
        paragraph: A paragraph of python-pptx.
        text: What it says; never markup.
        lang: ``zh`` or ``en``.
        size: Points; None leaves it to the layout.
        bold: None leaves it to the layout.
        color: A fill; None leaves it to the layout.
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
    if color is not None:
        properties.append(color)


def put_lines(frame: Any, lines: list[str], *, lang: str, **style: Any) -> None:
    """Fill a text frame with one paragraph a line."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        put(paragraph, line, lang=lang, **style)
