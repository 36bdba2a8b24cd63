"""A document as a workbook, or as a CSV, for people to fill in.

Every cell is text, so that 1-6 stays no date and 10.97万 no error, and nothing that begins like a
formula is one. Codes are chosen from lists that show their names beside them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from indicators.catalog import Catalog
from indicators.exports.plain import BOM, is_risky
from indicators.sheets.columns import (
    BREAKDOWN,
    COMMENT_AFTER,
    Column,
    claim_columns,
    head_columns,
    ignored_columns,
)
from indicators.sheets.finding import MARKS, VALUE
from indicators.sheets.trees import Row, Tables, tables_of

SHEETS: Final[Mapping[str, tuple[str, str]]] = {
    "claims": ("数据", "Claims"), "document": ("文件", "Document"),
    "ignore": ("不是数据的数字", "No figures"), "columns": ("填表说明", "Columns"), "codes": ("代码", "Codes"),
}
SPARE: Final = 500
"""Empty rows beneath the claims that have their lists of codes too."""
_WIDTHS: Final = {"figure": 20, "indicator": 38, "period": 13, "section": 12}
_WIDE: Final = ("note", "sentence", "caption", "confirmed.because", "comment")
_ITEM: Final = (("代码", "Code"), ("项目", "Item"), VALUE, ("说明", "What it is"))
_EXPLAINED: Final = (
    ("表", "Sheet"), ("代码", "Code"), ("中文名", "Chinese name"), ("英文名", "English name"),
    ("要填", "Needed"), ("中文说明", "What it holds, in Chinese"), ("英文说明", "What it holds, in English"),
)
_LISTED: Final = (("列", "Column"), ("代码和名称", "Code and name"), ("中文名", "Chinese"), ("英文名", "English"))
_HOW: Final = (
    ("一行一个数字。“原文数字”照原文一字不差地写，连同超、突破、近、约等字和单位；不换算，不写公式。",
     "One figure a row. Write the figure exactly as the document prints it, bound word and unit included; convert "
     "nothing, write no formula."),
    ("有下拉列表的格子写代码、名称，或从列表里选；空着就是不写。列的次序随意，多余的列可以删去。",
     "Where a cell has a list choose from it, or write the code or the name; leave empty what isn't said. Columns may "
     "stand in any order, and those not needed may be deleted."),
    ("YAML 的注释放在“注释”一列；写在一个值后面的，回到 YAML 时移到那一条的上方。",
     "YAML's comments stand in the column ‘Comment’; one that stood behind a value comes back above its claim."),
    ("填好后：indicators sheet 文件.xlsx -o 文件.yaml，或在录入页上传；哪一格有问题会逐格说明。",
     "Then: indicators sheet FILE.xlsx -o FILE.yaml, or hand it in at the intake page; whatever is wrong is said cell by cell."),
)


def to_sheet(data: bytes, catalog: Catalog, lang: str) -> bytes:
    """Return a document as a workbook (``.xlsx``).

    Args:
        data: The document's YAML; what is still ``TODO`` travels as that.
        catalog: For the codes and their names.
        lang: Language of headers and lists, ``zh`` or ``en``.

    Raises:
        UnreadableSheetError: It is no document, or can't be read as YAML.
    """
    tables = tables_of(data)
    target = io.BytesIO()
    book = _Book(target, lang, catalog)
    columns = claim_columns(catalog, tables.keys)
    book.rows("claims", columns, tables.claims, spare=SPARE)
    book.head(tables)
    book.rows("ignore", ignored_columns(catalog), tables.ignored, spare=SPARE)
    book.explain(columns)
    book.close()
    return target.getvalue()


def to_csv(data: bytes, catalog: Catalog, lang: str) -> bytes:
    """Return a document as a CSV: its claims, then its head and ignored numerals, each after its name.

    UTF-8 with the mark by which Excel reads Chinese. A program that opens it takes 2025-03 and 1-6 for
    dates all the same: whoever works in one had better take the workbook.

    Raises:
        UnreadableSheetError: As `to_sheet`.
    """
    tables = tables_of(data)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    columns = claim_columns(catalog, tables.keys)

    def put(cells: Iterable[str]) -> None:
        writer.writerow([_guarded(cell) for cell in cells])

    def table(columns: Sequence[Column], rows: Sequence[Row]) -> None:
        put(column.name(lang) for column in columns)
        for row in rows:
            put(column.label(row.get(column.key, ""), lang) for column in columns)

    table(columns, tables.claims)
    put([])
    put([f"# {' · '.join(MARKS['document'])}"])
    put(_words(_ITEM[:3], lang))
    for column, text in _head_rows(tables, catalog):
        put([column.key, column.name(lang), column.label(text, lang)])
    if tables.ignored:
        put([])
        put([f"# {' · '.join(MARKS['ignore'])}"])
        table(ignored_columns(catalog), tables.ignored)
    return BOM + target.getvalue().encode("utf-8", "surrogatepass")


def _guarded(text: str) -> str:
    """Return a text with an apostrophe before what a program would run, or already has one."""
    return f"'{text}" if is_risky(text.lstrip("'")) else text


def _words(names: Iterable[tuple[str, str]], lang: str) -> list[str]:
    return [name[lang == "en"] for name in names]


def _head_rows(tables: Tables, catalog: Catalog) -> list[tuple[Column, str]]:
    """Return the rows of the sheet about the document, a list's items each in a row."""
    known = head_columns(catalog)
    rows: list[tuple[Column, str]] = []
    keys = {column.key for column in known}
    for column in known:
        if column.key == "addresses":
            listed = [text for key, text in tables.head.items() if key.startswith("addresses.")]
            rows += [(column, text) for text in (listed or [""])]
        else:
            rows.append((column, tables.head.get(column.key, "")))
    rows += [
        (Column(key, key, key, ("", ""), {}), text) for key, text in tables.head.items()
        if key not in keys and not key.startswith("addresses.")
    ]
    return [(column, text) for column, text in rows if text or column.key != COMMENT_AFTER]


class _Book:
    """A workbook being written."""

    def __init__(self, target: io.BytesIO, lang: str, catalog: Catalog) -> None:
        self._lang = lang
        self._catalog = catalog
        self._book = xlsxwriter.Workbook(target, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False,
        })
        # The same document gives the same bytes, whenever it is made.
        self._book.set_properties({"created": datetime(2025, 1, 1)})
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
        self._text = self._book.add_format({**font, "num_format": "@"})
        self._prose = self._book.add_format({**font, "num_format": "@", "text_wrap": True})
        self._literal = self._book.add_format({**font, "num_format": "@", "quote_prefix": True})
        head = {**font, "bold": True, "bottom": 1, "bg_color": "#F4F6F9", "text_wrap": True, "valign": "vcenter"}
        self._head = self._book.add_format(head)
        self._needed = self._book.add_format({**head, "font_color": "#14428B"})
        # In the order in which people need them; the codes are written as lists are wanted.
        self._sheets = {key: self._book.add_worksheet(name[lang == "en"]) for key, name in SHEETS.items()}
        self._lists: dict[tuple[str, ...], str] = {}
        self._coded = 1
        for number, name in enumerate(_words(_LISTED, lang)):
            self._sheets["codes"].write_string(0, number, name, self._head)
        self._sheets["codes"].set_column(0, 0, 22)
        self._sheets["codes"].set_column(1, 3, 44)
        self._sheets["codes"].freeze_panes(1, 0)

    def _put(self, sheet: Any, row: int, column: int, text: str, *, wrap: bool = False) -> None:
        if text:
            shape = self._literal if is_risky(text) else self._prose if wrap else self._text
            sheet.write_string(row, column, text, shape)

    def rows(self, key: str, columns: Sequence[Column], rows: Sequence[Row], spare: int) -> None:
        """Write a table with a frozen header, and lists of codes in its columns."""
        sheet = self._sheets[key]
        for number, column in enumerate(columns):
            wide = column.key.startswith(_WIDE)
            width = _WIDTHS.get(column.key, 40 if wide else 30 if column.key.startswith(BREAKDOWN) else 16)
            sheet.set_column(number, number, width, self._prose if wide else self._text)
            sheet.write_string(
                0, number, column.name(self._lang), self._needed if column.required else self._head
            )
            if column.codes:
                sheet.data_validation(1, number, len(rows) + spare, number, self._validation(column))
        for line, row in enumerate(rows, 1):
            for number, column in enumerate(columns):
                text = column.label(row.get(column.key, ""), self._lang)
                self._put(sheet, line, number, text, wrap=column.key.startswith(_WIDE))
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 2 if key == "claims" else 0)

    def head(self, tables: Tables) -> None:
        """Write the sheet about the document: an item a row."""
        sheet = self._sheets["document"]
        for number, (name, width) in enumerate(zip(_words(_ITEM, self._lang), (20, 26, 60, 70), strict=True)):
            sheet.set_column(number, number, width, self._prose)
            sheet.write_string(0, number, name, self._head)
        for line, (column, text) in enumerate(_head_rows(tables, self._catalog), 1):
            self._put(sheet, line, 0, column.key)
            self._put(sheet, line, 1, column.name(self._lang))
            self._put(sheet, line, 2, column.label(text, self._lang), wrap=True)
            self._put(sheet, line, 3, column.about[self._lang == "en"], wrap=True)
            if column.codes:
                sheet.data_validation(line, 2, line, 2, self._validation(column))
        sheet.freeze_panes(1, 2)

    def explain(self, columns: Sequence[Column]) -> None:
        """Write what the columns mean, in both languages whatever the workbook's."""
        sheet = self._sheets["columns"]
        for number, width in enumerate((18, 24, 26, 30, 8, 60, 70)):
            sheet.set_column(number, number, width, self._prose)
        line = 0
        for pair in _HOW:
            for text in pair if self._lang != "en" else pair[::-1]:
                sheet.write_string(line, 0, text, self._text)
                line += 1
        line += 1
        for number, name in enumerate(_words(_EXPLAINED, self._lang)):
            sheet.write_string(line, number, name, self._head)
        tables = {
            "claims": columns, "document": head_columns(self._catalog), "ignore": ignored_columns(self._catalog),
        }
        for key, listed in tables.items():
            for column in listed:
                line += 1
                needed = ("要填", "needed")[self._lang == "en"] if column.required else ""
                cells = (
                    SHEETS[key][self._lang == "en"], f"`{column.key}`", column.zh, column.en, needed, *column.about,
                )
                for number, text in enumerate(cells):
                    self._put(sheet, line, number, text, wrap=True)

    def _validation(self, column: Column) -> dict[str, Any]:
        """Return the list of a column's codes; another text is asked about and not refused."""
        english = self._lang == "en"
        return {
            "validate": "list", "source": self._range(column), "error_type": "warning",
            "error_title": "Not in the list" if english else "不在列表里",
            "error_message": "Choose from the list, or write a code or a name that is in it."
            if english else "请从列表里选，或写列表里有的代码或名称。",
        }

    def _range(self, column: Column) -> str:
        """Return where the codes of a column stand; they are written once."""
        codes = tuple(column.codes)
        if codes not in self._lists:
            sheet = self._sheets["codes"]
            first = self._coded + 1
            for code in codes:
                cells = (column.name(self._lang), column.label(code, self._lang), *column.codes[code])
                for number, text in enumerate(cells):
                    self._put(sheet, self._coded, number, text)
                self._coded += 1
            name = SHEETS["codes"][self._lang == "en"]
            self._lists[codes] = f"='{name}'!$B${first}:$B${self._coded}"
        return self._lists[codes]

    def close(self) -> None:
        """Finish the file; it opens at the claims."""
        self._sheets["claims"].activate()
        self._book.close()
