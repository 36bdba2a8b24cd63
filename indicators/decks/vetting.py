"""Somebody's template, looked through before it is opened, and packed anew without what isn't needed.

Only what masters and layouts stand on is taken over: themes, pictures, fonts. Slides, notes, comments,
custom data and links stay behind. What would run, or fetch something, refuses the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import unquote

from lxml import etree

from indicators.decks.package import NotADeckError
from indicators.documents import package
from indicators.limits.caps import (
    ELEMENTS,
    ENTRIES,
    TEMPLATE,
    TEMPLATE_PART,
    TEMPLATE_PARTS,
    RefusedError,
)

_MAIN: Final = "ppt/presentation.xml"
_TYPES: Final = "[Content_Types].xml"
_PML: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_SPACE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TAKEN: Final = frozenset({
    "slideMaster", "slideLayout", "theme", "themeOverride", "image", "notesMaster", "presProps", "viewProps",
    "tableStyles", "font", "hdphoto", "tags",
})
"""Kinds of relations that are followed, by the end of their names."""
_REFUSED: Final = frozenset({
    "oleObject", "control", "package", "video", "audio", "media", "vbaProject", "activeXControlBinary",
    "attachedTemplate", "slideUpdateInfo", "linkedStyle",
})
_LISTS: Final = frozenset({
    "sldIdLst", "handoutMasterIdLst", "custShowLst", "photoAlbum", "custDataLst", "modifyVerifier", "extLst",
    "smartTags",
})
"""What a presentation lists that stays behind."""
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Vetted:
    """A template that may be opened.

    Attributes:
        data: Its masters and layouts as a presentation without slides.
        slides: How many slides of its own were left out.
    """

    data: bytes
    slides: int


class _Package(package.Package):
    """The parts of a template, with its own caps."""

    def __init__(self, data: bytes) -> None:
        caps = package.PackageCaps(TEMPLATE, ENTRIES, TEMPLATE_PART, TEMPLATE_PARTS, ELEMENTS)
        refuse: Callable[[str, str], RefusedError] = NotADeckError
        super().__init__(data, caps, refuse)


def vetted(data: bytes) -> Vetted:
    """Return a template without anything that isn't needed.

    Args:
        data: A ``.pptx`` or ``.potx``.

    Raises:
        NotADeckError: It is no presentation, damaged, has macros, embedded objects, links to the
            outside or parts that are missing, or no layout.
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    found = _Package(data)
    if _TYPES not in found.names or _MAIN not in found.names:
        raise NotADeckError("not-deck")
    types = found.xml(_TYPES)
    kinds = {unquote(str(one.get("PartName", "")))[1:]: str(one.get("ContentType", "")) for one in types.iter("{*}Override")}
    endings = {str(one.get("Extension", "")).lower(): str(one.get("ContentType", "")) for one in types.iter("{*}Default")}
    macros = [name for name in found.names if name.lower().endswith(("vbaproject.bin", ".vba"))]
    if macros or any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in kinds.values()):
        raise NotADeckError("macros")
    parts: dict[str, bytes] = {}
    relations: dict[str, list[tuple[str, str, str]]] = {}
    waiting = [_MAIN]
    slides = 0
    while waiting:
        name = waiting.pop()
        if name in parts:
            continue
        related, left = _related(found, name)
        relations[name] = related
        waiting += [target for _, _, target in related]
        if name == _MAIN:
            root = found.xml(name)
            slides = sum(1 for _ in root.iter("{*}sldId"))
            parts[name] = _presentation(root)
        elif name.endswith((".xml", ".vml")):
            root = found.xml(name)
            _forget(root, left)
            parts[name] = _written(root)
        else:
            parts[name] = found.data(name)
    layouts = [name for name in parts if name.startswith("ppt/slideLayouts/")]
    if not layouts or not any(name.startswith("ppt/slideMasters/") for name in parts):
        raise NotADeckError("no-layouts")
    return Vetted(_packed(parts, relations, kinds, endings), slides)


def _related(found: _Package, name: str) -> tuple[list[tuple[str, str, str]], set[str]]:
    """Return the relations of a part that are followed (id, kind, part), and the ids of those left out."""
    folder, _, file = name.rpartition("/")
    own = f"{folder}/_rels/{file}.rels"
    taken: list[tuple[str, str, str]] = []
    left: set[str] = set()
    if own not in found.names:
        return taken, left
    for relation in found.xml(own).iter("{*}Relationship"):
        number, kind = str(relation.get("Id", "")), str(relation.get("Type", ""))
        last = kind.rpartition("/")[2]
        if name != _MAIN and relation.get("TargetMode") == "External":
            raise NotADeckError("external", name)
        if last in _REFUSED:
            raise NotADeckError("embedded", name)
        if last not in _TAKEN or relation.get("TargetMode") == "External":
            left.add(number)
            continue
        target = str(relation.get("Target", ""))
        if len(target) > _LONGEST:
            raise NotADeckError("missing", name)
        part = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
        if part not in found.names:
            raise NotADeckError("missing", part)
        taken.append((number, kind, part))
    return taken, left


def _presentation(root: etree._Element) -> bytes:
    """Return the main part without what it lists of slides and extras."""
    for child in list(root):
        if etree.QName(child).localname in _LISTS:
            root.remove(child)
    return _written(root)


def _forget(root: etree._Element, left: Iterable[str]) -> None:
    """Take away what refers to relations that were left out: custom data, links."""
    gone = set(left)
    for node in list(root.iter(etree.Element)):
        if not any(str(key).startswith(f"{{{_OFFICE}}}") and value in gone for key, value in node.attrib.items()):
            continue
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(
    parts: dict[str, bytes], relations: dict[str, list[tuple[str, str, str]]], kinds: dict[str, str],
    endings: dict[str, str],
) -> bytes:
    """Return the parts as a presentation, with properties that say nothing."""
    declared = {
        name: kinds.get(name, endings.get(name.rpartition(".")[2].lower(), "application/octet-stream"))
        for name in parts
    }
    declared[_MAIN] = f"{_PML}.presentation.main+xml"
    whole = {
        **parts,
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_SPACE}/metadata/core-properties"/>'.encode(),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}"/>'.encode(),
        "_rels/.rels": _relations([
            ("rId1", f"{_OFFICE}/officeDocument", _MAIN),
            ("rId2", f"{_SPACE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]),
    }
    declared["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    declared["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    for name, related in relations.items():
        folder, _, file = name.rpartition("/")
        whole[f"{folder}/_rels/{file}.rels"] = _relations(related)
    overrides = "".join(
        f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in declared.items()
    )
    whole[_TYPES] = (
        f'<Types xmlns="{_SPACE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    ).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in whole.items():
            target.writestr(name, content)
    return packed.getvalue()


def _relations(related: Iterable[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{escape(number)}" Type="{escape(kind)}" Target="/{escape(target)}"/>'
        for number, kind, target in related
    )
    return f'<Relationships xmlns="{_SPACE}/relationships">{inside}</Relationships>'.encode()
