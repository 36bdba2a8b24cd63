"""A Word file's text: paragraphs with their automatic numbers, tables as rows, notes where they belong.

Word prints 一、 or (二) of a numbered heading without storing it; sections can only be told by it, so
the numbers are counted as Word counts them. What is deleted, hidden or on the page's edge (heads,
feet, page numbers) is left out; text of a box follows the paragraph that it is anchored to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from indicators.documents.numbering import Numbering
from indicators.documents.package import Package, PackageCaps
from indicators.documents.refusals import UnreadableError
from indicators.documents.tables import Cell, rows_as_lines
from indicators.limits.caps import DOCUMENT, ELEMENTS, ENTRIES, UNPACKED, RefusedError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_/.-]{1,80}")
_MAIN: Final = "word/document.xml"
_GONE: Final = frozenset(("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "Fallback", "rt"))
"""Elements whose text isn't the document's: deletions, properties, field codes, a second drawing."""
_NOTE_MARK: Final = re.compile(r"[\[［〔(（]?[0-9①-⑳*]{1,3}[\]］〕)）]?")
_STOPS: Final = tuple("。！？；：，、!?;:,…")
_OTHERS: Final = (
    ("OFD.xml", "ofd", ""),
    ("xl/workbook.xml", "other-office", "Excel"),
    ("xl/workbook.bin", "other-office", "Excel"),
    ("content.xml", "other-office", "OpenDocument (.odt)"),
)
"""What other files in a zip are told by."""


def read_docx(data: bytes) -> str:
    """Return the text of a Word file.

    Raises:
        UnreadableError: It is no Word file, or a damaged one.
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    caps = PackageCaps(DOCUMENT, ENTRIES, UNPACKED, UNPACKED, ELEMENTS)
    package = Package(data, caps, refuse_zip)
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    styles = _part(package, f"{folder}/styles.xml")
    numbers = _part(package, f"{folder}/numbering.xml")
    notes = {
        kind: _notes(_part(package, f"{folder}/{kind}s.xml"), kind) for kind in ("footnote", "endnote")
    }
    body = next(package.xml(main).iter("{*}body"), None)
    if body is None:
        raise UnreadableError("damaged-document", main)
    lines = _Story(Numbering(numbers, styles), notes).lines(body)
    return "\n".join(lines).strip("\n") + "\n"


def refuse_zip(reason: str, part: str) -> RefusedError:
    """Return the error for what is wrong with the file's zip."""
    found = part if _PLAIN.fullmatch(part) else "zip"
    codes = {"old": "password", "odd-packing": "odd-packing", "doctype": "declared-entities"}
    return UnreadableError(codes.get(reason, "damaged-document"), found)


def _main_part(package: Package) -> str:
    """Return the part that holds the text."""
    for name, code, found in _OTHERS:
        if name in package.names:
            raise UnreadableError(code, found)
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels").iter("{*}Relationship"):
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in package.names:
                return target
    if _MAIN in package.names:
        return _MAIN
    raise UnreadableError("other-office", "zip")


def _part(package: Package, name: str) -> etree._Element | None:
    return package.xml(name) if name in package.names else None


def _notes(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    """Return the notes by their number, without those that only draw a line."""
    if root is None:
        return {}
    return {
        attribute(note, "id"): note for note in root.iter(f"{{*}}{kind}") if not attribute(note, "type")
    }


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute whatever its namespace is; empty if it isn't there."""
    return next(
        (str(value) for key, value in element.items() if etree.QName(key).localname == name), ""
    )


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


class _Story:
    """Goes through a document from top to bottom, counting its numbers.

    Args:
        numbering: The automatic numbers.
        notes: Footnotes and endnotes by number.
    """

    def __init__(
        self, numbering: Numbering, notes: dict[str, dict[str, etree._Element]]
    ) -> None:
        self._numbering = numbering
        self._notes = notes

    def lines(self, parent: etree._Element) -> Iterator[str]:
        """Yield the lines of all that stands in an element."""
        for block in _blocks(parent):
            if local(block) == "tbl":
                yield ""
                yield from rows_as_lines(list(self._rows(block)))
                yield ""
            else:
                yield from self._paragraph(block)

    def _paragraph(self, block: etree._Element) -> Iterator[str]:
        runs = _Runs()
        runs.read(block)
        text = runs.text().strip("\n")
        if text.strip():
            label = self._numbering.label(block)
            if label and label[-1].isdecimal():
                label += " "
            yield label + text
            if len(text) < 40 and not text.rstrip().endswith(_STOPS) and runs.heading:
                yield ""
        for note in runs.notes:
            found = self._notes.get(note[0], {}).get(note[1])
            if found is not None:
                yield ""
                yield "注：" + " ".join(line.strip() for line in self.lines(found) if line.strip())
                yield ""
        for box in runs.boxes:
            yield ""
            yield from self.lines(box)
            yield ""

    def _rows(self, table: etree._Element) -> Iterator[list[Cell]]:
        for row in _inner(table, "tr"):
            if any(local(mark) == "del" for mark in row.iterfind("{*}trPr/*")):
                continue
            cells = []
            for cell in _inner(row, "tc"):
                lines = [line.strip() for line in self.lines(cell)]
                span = cell.find("{*}tcPr/{*}gridSpan")
                merge = cell.find("{*}tcPr/{*}vMerge")
                wide = attribute(span, "val") if span is not None else ""
                cells.append(Cell(
                    [line.replace("\t", " ") for line in lines if line],
                    int(wide) if wide.isdecimal() and len(wide) < 4 else 1,
                    merge is not None and attribute(merge, "val") != "restart",
                ))
            yield cells


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of an element, through whatever else wraps them."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif local(child) in ("p", "tbl"):
            yield child
        elif local(child) not in _GONE and local(child) not in ("tcPr", "sectPr", "tblPr", "sdtPr"):
            stack.append(iter(child))


def _inner(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, through controls, not into inner tables."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            stack.append(iter(child))


class _Runs:
    """The text of one paragraph, with the notes and boxes that it carries."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[etree._Element] = []
        self.heading = False

    def text(self) -> str:
        """Return the text."""
        return "".join(self._parts)

    def read(self, block: etree._Element) -> None:
        """Read a paragraph."""
        style = block.find("{*}pPr/{*}outlineLvl")
        named = block.find("{*}pPr/{*}pStyle")
        self.heading = style is not None or named is not None
        stack = [iter(block)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            name = local(child)
            if name in _GONE or not name:
                continue
            if name == "txbxContent":
                self.boxes.append(child)
            elif name == "r":
                if not _is_hidden(child):
                    self._run(child, stack)
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), attribute(child, "id")))
            else:
                self._leaf(name, child)
                stack.append(iter(child))

    def _run(self, run: etree._Element, stack: list[Iterator[etree._Element]]) -> None:
        raised = run.find("{*}rPr/{*}vertAlign")
        if raised is not None and attribute(raised, "val") == "superscript":
            mark = "".join(str(text) for text in run.itertext()).strip()
            before = self.text()[-1:]
            # m² is a unit; 10.97万座¹ is a figure with a note.
            if _NOTE_MARK.fullmatch(mark) and not (before.isascii() and before.isalpha()):
                return
        stack.append(iter(run))

    def _leaf(self, name: str, element: etree._Element) -> None:
        if name == "t":
            self._parts.append(str(element.text or ""))
        elif name in ("tab", "ptab"):
            self._parts.append(" ")
        elif name in ("br", "cr"):
            self._parts.append("\n")
        elif name == "noBreakHyphen":
            self._parts.append("-")


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}vanish")
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")
