"""The text of a PowerPoint file: slide by slide as they are shown, a line a paragraph, rows of tables with tabs.

Notes aren't read, and neither is what a chart draws: what stands on a slide in words is what is said.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from indicators.documents.package import Package, PackageCaps
from indicators.limits.caps import (
    DOCUMENT,
    ELEMENTS,
    ENTRIES,
    SLIDES,
    UNPACKED,
    RefusedError,
    check,
)

PRESENTATION: Final = "ppt/presentation.xml"
_SLIDE: Final = re.compile(r"ppt/slides/slide([0-9]{1,6})\.xml")
_CAPS: Final = PackageCaps(DOCUMENT, ENTRIES, UNPACKED, UNPACKED, ELEMENTS)
_HIDDEN: Final = frozenset(("0", "false"))


def read_pptx(data: bytes, refuse: Callable[[str, str], RefusedError]) -> str:
    """Return the text of a PowerPoint file; slides that are hidden are left out.

    Args:
        data: The file.
        refuse: Makes the error for what is wrong with its zip.

    Raises:
        RefusedError: It is damaged.
        TooMuchError: It is larger, unpacks to more, or has more slides, than is taken.
    """
    package = Package(data, _CAPS, refuse)
    lines: list[str] = []
    for name in _slides(package):
        root = package.xml(name)
        if root.get("show") not in _HIDDEN:
            # An empty line parts the slides: no sentence goes on from one to the next.
            lines += [*_lines(root), ""]
    return "\n".join(lines)


def _slides(package: Package) -> list[str]:
    """Return the slides' parts in the order in which they are shown."""
    found: dict[str, str] = {}
    listed = "ppt/_rels/presentation.xml.rels"
    if listed in package.names:
        for relation in package.xml(listed).iter("{*}Relationship"):
            target = posixpath.normpath(posixpath.join("ppt", str(relation.get("Target", ""))[:200]))
            found[str(relation.get("Id", ""))] = target.lstrip("/")
    order = [
        found.get(str(value), "") for slide in package.xml(PRESENTATION).iter("{*}sldId")
        for key, value in slide.attrib.items() if str(key).endswith("}id")
    ]
    slides = [name for name in dict.fromkeys(order) if _SLIDE.fullmatch(name) and name in package.names]
    if not slides:
        numbered = {name: int(match[1]) for name in package.names if (match := _SLIDE.fullmatch(name))}
        slides = sorted(numbered, key=lambda name: (numbered[name], name))
    check(SLIDES, len(slides))
    return slides


def _lines(root: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a slide, and each row of its tables as one line."""
    for node in root.iter("{*}p", "{*}tr"):
        if etree.QName(node).localname == "tr":
            yield "\t".join(
                " ".join(_text(part) for part in cell.iter("{*}p")) for cell in node.iterchildren("{*}tc")
            )
        elif next(node.iterancestors("{*}tr"), None) is None:
            yield _text(node)


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's text; a line broken by hand goes on after a blank."""
    pieces = [
        " " if etree.QName(node).localname == "br" else node.text or "" for node in paragraph.iter("{*}t", "{*}br")
    ]
    return "".join(pieces).strip()
