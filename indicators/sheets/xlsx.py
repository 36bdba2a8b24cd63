"""An .xlsx as cells, with what its program knows of them: formulas, merged, hidden, shown as a date.

Libraries were tried. python-calamine is quick, but gives nothing for a formula whose result isn't
stored and knows neither hidden rows nor how a date is shown (2025-03 or 2025-03-01). openpyxl has all
of it, but not for reading as a stream; whole, it took ten times as long and stops at style sheets that
other programs write. The parts are counted before they are unpacked, as those of Word files are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from indicators.documents.package import OLE, Package, PackageCaps
from indicators.limits.caps import (
    SHEET,
    SHEET_CELLS,
    SHEET_ELEMENTS,
    SHEET_PARTS,
    SHEET_UNPACKED,
    RefusedError,
    check,
)
from indicators.sheets.grid import Area, Book, Cell, Sheet
from indicators.sheets.numbers import format_of, shown
from indicators.sheets.problems import UnreadableSheetError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_/.-]{1,80}")
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_HEAD: Final = b"PK"
_NOT_SHEETS: Final = (
    ("content.xml", "OpenDocument(.ods)", "OpenDocument (.ods)"), ("xl/workbook.bin", ".xlsb", ".xlsb"),
    ("word/document.xml", "Word 文件", "a Word file"), ("ppt/presentation.xml", "PowerPoint 文件", "a PowerPoint file"),
)
_CAPS: Final = PackageCaps(SHEET, SHEET_PARTS, SHEET_UNPACKED, SHEET_UNPACKED, SHEET_ELEMENTS)
_WIDEST: Final = 16_384
_LONGEST: Final = 1_048_576
_HIDDEN: Final = frozenset(("1", "true"))


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes are a workbook, or another office file that is refused as such."""
    return data[:2] == _HEAD or data[:8] == OLE


def read_xlsx(data: bytes) -> Book:
    """Return the cells of a workbook.

    Raises:
        UnreadableSheetError: It is none, or a damaged one.
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    if data[:8] == OLE:
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise UnreadableSheetError("password-sheet" if locked else "old-sheet")
    package = Package(data, _CAPS, _refuse)
    main = _main_part(package)
    book = package.xml(main)
    targets = _related(package, main)
    strings = _strings(package, targets.get("sharedStrings", ""))
    shapes = _shapes(package, targets.get("styles", ""))
    properties = next(book.iter("{*}workbookPr"), None)
    old_days = properties is not None and properties.get("date1904", "") in _HIDDEN
    sheets = []
    left = SHEET_CELLS.most
    for entry in book.iter("{*}sheet"):
        part = targets.get(_relation(entry), "")
        if part not in package.names:
            raise UnreadableSheetError("damaged-sheet", part if _PLAIN.fullmatch(part) else "sheet")
        root = package.xml(part)
        if etree.QName(root).localname != "worksheet":
            continue  # a sheet that is nothing but a chart
        sheet = _sheet(root, entry, strings, shapes, old_days, left)
        left -= len(sheet.cells)
        sheets.append(sheet)
    macros = any(name.endswith("vbaProject.bin") for name in package.names)
    return Book(tuple(sheets), (("macros", ""),) if macros else ())


def _refuse(reason: str, part: str) -> RefusedError:
    found = part if _PLAIN.fullmatch(part) else "zip"
    codes = {"old": "password-sheet", "odd-packing": "sheet-packing", "doctype": "sheet-entities"}
    return UnreadableSheetError(codes.get(reason, "damaged-sheet"), found)


def _main_part(package: Package) -> str:
    for name, zh, en in _NOT_SHEETS:
        if name in package.names:
            raise UnreadableSheetError("other-sheet", zh, en)
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels").iter("{*}Relationship"):
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in package.names:
                return target
    if "xl/workbook.xml" in package.names:
        return "xl/workbook.xml"
    raise UnreadableSheetError("no-sheet")


def _relation(entry: etree._Element) -> str:
    """Return the relation by which a workbook names a sheet's part."""
    for name, value in entry.attrib.items():
        if str(name).endswith("}id"):
            return f"#{value}"
    return ""


def _related(package: Package, main: str) -> dict[str, str]:
    """Return the workbook's parts, by the relation's id with ``#`` before it and by its kind."""
    folder, _, name = main.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    found: dict[str, str] = {}
    if listed not in package.names:
        return found
    for relation in package.xml(listed).iter("{*}Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = str(relation.get("Target", ""))
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        found[f"#{relation.get('Id', '')}"] = path
        found[str(relation.get("Type", "")).rpartition("/")[2]] = path
    return found


def _strings(package: Package, part: str) -> list[str]:
    if part not in package.names:
        return []
    return [_text(item) for item in package.xml(part).iterchildren("{*}si")]


def _text(node: etree._Element) -> str:
    """Return the text of a string, without the readings that stand above Japanese or Chinese."""
    pieces = []
    for child in node.iter("{*}t"):
        above = child.getparent()
        if above is None or etree.QName(above).localname != "rPh":
            pieces.append(child.text or "")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _shapes(package: Package, part: str) -> list[str]:
    """Return the number format of each cell style."""
    if part not in package.names:
        return []
    root = package.xml(part)
    own = {
        _number(item.get("numFmtId")): str(item.get("formatCode", "")) for item in root.iter("{*}numFmt")
    }
    listed = next(root.iterchildren("{*}cellXfs"), None)
    if listed is None:
        return []
    numbers = [_number(item.get("numFmtId")) for item in listed.iterchildren("{*}xf")]
    return [format_of(number, own.get(number)) for number in numbers]


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 9 else otherwise


def _sheet(
    root: etree._Element, entry: etree._Element, strings: Sequence[str], shapes: Sequence[str],
    old_days: bool, most: int,
) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    hidden = set()
    number = 0
    for row in root.iter("{*}row"):
        number = _number(row.get("r"), number + 1)
        count = len(cells)
        column = 0
        for node in row.iterchildren("{*}c"):
            place = _PLACE.fullmatch(str(node.get("r", "")))
            column = _column(place[1]) if place else column + 1
            if not (0 < number <= _LONGEST and 0 < column <= _WIDEST):
                raise UnreadableSheetError("damaged-sheet", f"{node.get('r', '')[:12]}")
            cell = _cell(node, strings, shapes, old_days)
            if cell.text.strip() or cell.formula:
                cells[number, column] = cell
                if len(cells) > most:
                    check(SHEET_CELLS, SHEET_CELLS.most + 1)
        if len(cells) > count and row.get("hidden", "") in _HIDDEN:
            hidden.add(number)
    return Sheet(
        str(entry.get("name", ""))[:100], cells, tuple(_merged(root)), frozenset(hidden),
        frozenset(_hidden_columns(root, cells)), entry.get("state", "visible") != "visible",
    )


def _column(name: str) -> int:
    column = 0
    for letter in name:
        column = 26 * column + ord(letter) - 64
    return column


def _cell(
    node: etree._Element, strings: Sequence[str], shapes: Sequence[str], old_days: bool
) -> Cell:
    kind = node.get("t", "n")
    formula = next(node.iterchildren("{*}f"), None) is not None
    value = next(node.iterchildren("{*}v"), None)
    stored = "" if value is None else value.text or ""
    if kind == "inlineStr":
        inner = next(node.iterchildren("{*}is"), None)
        return Cell("" if inner is None else _text(inner), formula=formula)
    if kind == "s":
        place = _number(stored, len(strings))
        if place >= len(strings):
            raise UnreadableSheetError("damaged-sheet", "sharedStrings")
        return Cell(strings[place], formula=formula)
    if kind == "e":
        return Cell(stored, "error", formula)
    if kind == "b":
        return Cell("TRUE" if stored == "1" else "FALSE", "text", formula)
    if kind == "d":
        return Cell(stored.partition("T")[0], "date", formula, "yyyy-mm-dd")
    if kind != "n" or not stored:
        return Cell(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), stored), formula=formula)
    style = _number(node.get("s"))
    shape = shapes[style] if style < len(shapes) else "General"
    return shown(stored, shape, since_1904=old_days)._replace(formula=formula)


def _merged(root: etree._Element) -> Iterator[Area]:
    for node in root.iter("{*}mergeCell"):
        ends = [_PLACE.fullmatch(end) for end in str(node.get("ref", "")).split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            yield Area(int(ends[0][2]), _column(ends[0][1]), int(ends[1][2]), _column(ends[1][1]))


def _hidden_columns(
    root: etree._Element, cells: Mapping[tuple[int, int], Cell]
) -> Iterator[int]:
    used = {column for _, column in cells}
    for node in root.iter("{*}col"):
        if node.get("hidden", "") in _HIDDEN:
            first, last = _number(node.get("min"), 1), _number(node.get("max"), 0)
            yield from (column for column in used if first <= column <= last)
