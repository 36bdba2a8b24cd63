"""The workbook made for people: what it is, what was selected, data, definitions, sources, codes.

Text is written as text whatever it begins with, numbers as numbers beside the figure as printed.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter

from indicators.catalog.today import today
from indicators.derived import Value
from indicators.exports.derived import citations_with, used_with, values_of
from indicators.exports.derived_sheet import DERIVED_NOTE, derived_columns
from indicators.exports.dictionary import about, heading
from indicators.exports.extract import Extract, TooLargeError
from indicators.exports.plain import is_risky
from indicators.language.code_names import NAMES, code_name
from indicators.language.releasing import access_text, cleared_by, held_back
from indicators.language.text import period_text

MOST_ROWS: Final = 200_000
"""A workbook is built in memory; beyond this a person wants another format."""
_MOST_LINKS: Final = 60_000
_LONGEST_LINK: Final = 2000
_WIDEST: Final = 60
_MEASURED: Final = 500

SHEETS: Final = {
    "about": ("说明", "Read me"),
    "filters": ("筛选条件", "Filters"),
    "data": ("数据", "Data"),
    "derived": ("算出来的", "Derived"),
    "definitions": ("指标定义", "Indicators"),
    "sources": ("来源", "Sources"),
    "codes": ("代码表", "Codes"),
}
ABOUT: Final = (
    ("每行是一份文件里的一个数字。“原文数字”与原文一字不差；“数值”是换算到标准计量单位的结果，须与“数值关系”连用："
     "“大于 430000”不等于 430000。",
     "Each row is one figure of one document. “As printed” is the figure letter by letter; “Value” is the same in the "
     "canonical unit and must be read with “Relation”: “greater than 430000” is not 430000."),
    ("下限和上限是原文所断言的范围；空白表示原文没有给出这一侧的界限。",
     "The bounds are the range that the document asserts; an empty cell means that it bounds nothing on that side."),
    ("不同指标、不同时期、不同口径的数字不能随意相加；是否可比见“指标定义”。",
     "Figures of different indicators, periods or scopes must not be added; see “Indicators” for what is comparable."),
    ("引用时请写明来源文件、文号、出处和日期，格式见“来源”。",
     "Cite the document with its number, section and date; “Sources” has the forms."),
)
"""How to read an export, also in the README of the bundle."""


class _Book:
    """A workbook being written: formats made once, and the language."""

    def __init__(self, target: io.BytesIO, extract: Extract, derived: Sequence[Value]) -> None:
        self.extract = extract
        self.lang = extract.lang
        self.derived = derived
        self.book = xlsxwriter.Workbook(
            target,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
             "strings_to_numbers": False, "nan_inf_to_errors": False},
        )
        made = datetime(extract.made.year, extract.made.month, extract.made.day)
        self.book.set_properties({"title": SHEETS["about"][0], "created": made})
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
        self.text = self.book.add_format({**font, "text_wrap": True})
        self.line = self.book.add_format(font)
        self.literal = self.book.add_format({**font, "quote_prefix": True, "num_format": "@"})
        self.head = self.book.add_format(
            {**font, "bold": True, "bottom": 1, "bg_color": "#F4F6F9", "valign": "vcenter"}
        )
        self.title = self.book.add_format({**font, "bold": True, "font_size": 14})
        self.number = self.book.add_format({**font, "num_format": "#,##0.############"})
        self.whole = self.book.add_format({**font, "num_format": "#,##0"})
        self.day = self.book.add_format({**font, "num_format": "yyyy-mm-dd", "align": "left"})
        self.link = self.book.add_format({**font, "font_color": "#14428B", "underline": 1})

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def sheet(self, key: str) -> Any:
        return self.book.add_worksheet(SHEETS[key][self.lang == "en"])

    def put(self, sheet: Any, row: int, column: int, value: object, *, wrap: bool = False) -> None:
        """Write one cell: text stays text, a missing number an empty cell."""
        if value is None or value == "" or (isinstance(value, float) and not math.isfinite(value)):
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, self.line)
        elif isinstance(value, (int, float)):
            form = self.whole if float(value).is_integer() else self.number
            sheet.write_number(row, column, value, form)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.day)
        else:
            text = str(value)
            form = self.literal if is_risky(text) else (self.text if wrap else self.line)
            sheet.write_string(row, column, text, form)

    def put_link(self, sheet: Any, row: int, column: int, address: str) -> None:
        """Write an address as a link if it is one that a browser opens, else as text."""
        if address.startswith(("http://", "https://")) and len(address) <= _LONGEST_LINK:
            sheet.write_url(row, column, address, self.link, address)
        else:
            self.put(sheet, row, column, address)

    def table(
        self, sheet: Any, headings: Sequence[str], rows: Iterable[Sequence[object]], *, start: int = 0,
        wrap: bool = False, links: int | None = None,
    ) -> int:
        """Write a table with a frozen head, filters and fitting widths; return its last row."""
        widths = [_width(name) + 3 for name in headings]
        for column, name in enumerate(headings):
            sheet.write_string(start, column, name, self.head)
        last = start
        for last, cells in enumerate(rows, start + 1):
            for column, value in enumerate(cells):
                if column == links and last - start <= _MOST_LINKS and value:
                    self.put_link(sheet, last, column, str(value))
                else:
                    self.put(sheet, last, column, value, wrap=wrap)
                if last - start <= _MEASURED:
                    widths[column] = max(widths[column], _width(_shown(value)) + 2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, _WIDEST))
        sheet.freeze_panes(start + 1, 0)
        sheet.autofilter(start, 0, max(last, start), len(headings) - 1)
        return last


def workbook(extract: Extract, derived: Sequence[Value] | None = None) -> bytes:
    """Return the selection as a workbook.

    Args:
        extract: What is selected.
        derived: What follows from it (`values_of`), where that is known already.

    Raises:
        TooLargeError: More than `MOST_ROWS` observations.
    """
    if len(extract.rows) > MOST_ROWS:
        raise TooLargeError(len(extract.rows), MOST_ROWS)
    target = io.BytesIO()
    book = _Book(target, extract, values_of(extract) if derived is None else derived)
    _about(book)
    _filters(book)
    _data(book)
    _derived(book)
    _definitions(book)
    _sources(book)
    _codes(book)
    book.book.close()
    return target.getvalue()


def _day(text: str) -> date | str:
    """Return a date that is known to the day as a date, another as its text."""
    return date.fromisoformat(text) if len(text) == 10 else text


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.10g}" if math.isfinite(value) else ""
    return str(value)


def _width(text: str) -> int:
    """Return the width of a text in columns of a sheet: a Chinese character takes two."""
    lines = text.splitlines() or [""]
    return max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in lines)


def _about(book: _Book) -> None:
    sheet = book.sheet("about")
    extract = book.extract
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, book.say("数字经济指标", "Digital-economy indicators"), book.title)
    facts: list[tuple[str, object]] = [
        (book.say("观测值", "Observations"), len(extract.rows)),
        (book.say("其中未核对", "Of these unchecked"), extract.unchecked or ""),
        (book.say("公开范围", "Access"), held_back(extract.hold, book.lang)),
        (book.say("制作日期", "Made on"), extract.made),
        (book.say("数据指纹", "Data fingerprint"), extract.catalog.fingerprint),
        (book.say("同样的数据", "The same data"), extract.address),
    ]
    row = 2
    for label, value in facts:
        if value != "":
            book.put(sheet, row, 0, label)
            if isinstance(value, str):
                book.put_link(sheet, row, 1, value)
            else:
                book.put(sheet, row, 1, value)
            row += 1
    row += 1
    for zh, en in (*ABOUT, *((DERIVED_NOTE,) if book.derived else ())):
        book.put(sheet, row, 1, book.say(zh, en), wrap=True)
        row += 1
    row += 1
    book.put(sheet, row, 0, book.say("“数据”各列", "Columns of “Data”"))
    for name, (column, _) in _data_columns(book).items():
        row += 1
        book.put(sheet, row, 0, name)
        book.put(sheet, row, 1, about(column, book.lang), wrap=True)


def _filters(book: _Book) -> None:
    extract = book.extract
    rows = [
        (_parameter(parameter, book), code, _code_name(book, parameter, code))
        for parameter, code in extract.selection.pairs
    ] or [(book.say("全部", "Everything"), "", book.say("没有筛选", "Nothing was left out"))]
    headings = [book.say("条件", "Filter"), book.say("代码", "Code"), book.say("名称", "Name")]
    book.table(book.sheet("filters"), headings, rows)


def _parameter(parameter: str, book: _Book) -> str:
    names = {
        "document": ("来源文件", "Document"), "indicator": ("指标", "Indicator"),
        "sector": ("领域", "Sector"), "ref_area": ("地区", "Area"), "breakdown": ("分组", "Breakdown"),
        "time_period": ("时期", "Period"), "unit_measure": ("计量单位", "Unit"),
        "relation": ("数值关系", "Relation"), "measure_type": ("指标类型", "Measure type"),
        "obs_status": ("观测状态", "Status"),
    }
    return book.say(*names[parameter])


def _code_name(book: _Book, column: str, code: str) -> str:
    if column == "time_period":
        return period_text(code, book.lang)
    return code_name(book.extract.catalog, column, code, book.lang)


Cell = Callable[[dict[Any, Any]], object]


def _data_columns(book: _Book) -> dict[str, tuple[str, Cell]]:
    """Return heading → (column it explains, what a cell holds): names first, codes after."""
    documents = book.extract.catalog.documents
    names: dict[tuple[str, str], str] = {}

    def named(column: str) -> Cell:
        def cell(row: dict[Any, Any]) -> str:
            key = (column, str(row[column]))
            if key not in names:
                names[key] = _code_name(book, *key)
            return names[key]

        return cell

    def same(column: str) -> Cell:
        return lambda row: row.get(column, "")

    def producer(row: dict[Any, Any]) -> str:
        return documents[row["document"]].document.producer.in_language(book.lang)

    def day(row: dict[Any, Any]) -> date | str:
        return _day(documents[row["document"]].document.date.isoformat())

    def first_address(row: dict[Any, Any]) -> str:
        return str(row["document_address"])

    people: dict[str, tuple[str, Cell]] = {}
    for zh, en, column, cell in (
        ("领域", "Sector", "sector", named("sector")),
        ("指标", "Indicator", "indicator_name", named("indicator")),
        ("分组", "Breakdown", "breakdown", named("breakdown")),
        ("原文数字", "As printed", "figure", same("figure")),
        ("数值关系", "Relation", "relation", named("relation")),
        ("数值", "Value", "obs_value", same("obs_value")),
        ("计量单位", "Unit", "unit_measure", named("unit_measure")),
        ("下限", "Lower bound", "lower", same("lower")),
        ("上限", "Upper bound", "upper", same("upper")),
        ("时期", "Period", "time_period", named("time_period")),
        ("时期依据", "Period basis", "period_basis", named("period_basis")),
        ("地区", "Area", "ref_area", named("ref_area")),
        ("指标类型", "Measure type", "measure_type", named("measure_type")),
        ("观测状态", "Status", "obs_status", named("obs_status")),
        ("核对状态", "Clearance", "clearance", named("clearance")),
        ("出处", "Section", "section", same("section")),
        ("来源文件", "Document", "document_title", named("document")),
        ("文号", "Document number", "document_number", same("document_number")),
        ("成文日期", "Document date", "document_date", day),
        ("发布机构", "Producer", "producer", producer),
        ("机构依据", "Producer basis", "producer_basis", named("producer_basis")),
        ("公开范围", "Access", "document_access", named("document_access")),
        ("网址", "Address", "document_address", first_address),
        ("已确认", "Confirmed", book.say("confirmed", "confirmed_en"),
         same(book.say("confirmed", "confirmed_en"))),
    ):
        people[book.say(zh, en)] = (column, cell)
    shown = {"figure", "obs_value", "lower", "upper", "section", "document_number",
             "document_date", "document_title", "producer", "document_address",
             "indicator_name", "indicator_name_en"}
    # Then every column that isn't there yet, as its code: new ones come along by themselves.
    for column in map(str, book.extract.rows.columns):
        if column not in shown:
            name = heading(column, book.lang)
            people[column if name in people else name] = (column, same(column))
    return people


def _data(book: _Book) -> None:
    columns = _data_columns(book)
    headings = list(columns)
    address = headings.index(book.say("网址", "Address"))
    records = book.extract.table.to_dict("records")
    rows = ([cell(record) for _, cell in columns.values()] for record in records)
    sheet = book.sheet("data")
    book.table(sheet, headings, rows, links=address)
    sheet.freeze_panes(1, 2)


def _derived(book: _Book) -> None:
    """Put what follows from the observations on a sheet of its own; nothing where nothing does."""
    if book.derived:
        columns = derived_columns(book.extract.catalog, book.derived, book.lang)
        book.table(book.sheet("derived"), list(columns), zip(*columns.values(), strict=True), wrap=True)


def _definitions(book: _Book) -> None:
    catalog = book.extract.catalog
    rows = []
    for key in used_with(book.extract, "indicator", book.derived):
        entry = catalog.indicators[key]
        bans = [
            f"{catalog.indicators[ban.with_].name.in_language(book.lang)}"
            f"{book.say(':', ': ')}{ban.because.in_language(book.lang)}"
            for ban in entry.not_comparable if ban.with_ in catalog.indicators
        ]
        rows.append((
            entry.name.in_language(book.lang), entry.definition.in_language(book.lang),
            entry.excludes.in_language(book.lang) if entry.excludes else "",
            "\n".join(text.in_language(book.lang) for text in entry.caveats),
            entry.precision.in_language(book.lang) if entry.precision else "",
            "\n".join(bans),
            code_name(catalog, "unit_measure", entry.unit, book.lang),
            code_name(catalog, "measure_type", str(entry.measure_type), book.lang),
            code_name(catalog, "indicator", entry.subset_of or "", book.lang),
            key,
        ))
    headings = [
        book.say("指标", "Indicator"), book.say("统计什么", "What is counted"),
        book.say("不包括", "What is not counted"), book.say("使用时注意", "To mind"),
        book.say("口径", "Precision"), book.say("不能与之相加或同轴", "Not to be added to or drawn with"),
        book.say("计量单位", "Unit"), book.say("指标类型", "Measure type"),
        book.say("属于", "Part of"), book.say("指标代码", "Indicator code"),
    ]
    book.table(book.sheet("definitions"), headings, rows, wrap=True)


def _sources(book: _Book) -> None:
    extract = book.extract
    rows = []
    documents, citations = used_with(extract, "document", book.derived), citations_with(extract, book.derived)
    for key, citation in zip(documents, citations, strict=True):
        document = extract.catalog.documents[key].document
        rows.append((
            document.title.in_language(book.lang), document.number or "", _day(document.date.isoformat()),
            document.producer.in_language(book.lang),
            code_name(extract.catalog, "producer_basis", document.producer_basis, book.lang),
            document.producer_note.in_language(book.lang) if document.producer_note else "",
            code_name(extract.catalog, "document_trust", str(document.trust), book.lang),
            access_text(document, document.release_on(today()), book.lang), cleared_by(document, book.lang),
            document.addresses[0] if document.addresses else "",
            "\n".join(document.addresses[1:]),
            citation.gbt7714, citation.apa, key,
        ))
    headings = [
        book.say("来源文件", "Document"), book.say("文号", "Document number"),
        book.say("成文日期", "Document date"), book.say("发布机构", "Producer"),
        book.say("机构依据", "Producer basis"), book.say("推断的理由", "Why it is inferred"),
        book.say("副本可信程度", "Trust"), book.say("公开范围", "Access"),
        book.say("核准对外使用", "Cleared by"), book.say("网址", "Address"),
        book.say("其他网址", "Further addresses"), "GB/T 7714—2025", "APA 7",
        book.say("来源文件代码", "Document code"),
    ]
    book.table(book.sheet("sources"), headings, rows, wrap=True, links=9)


def _codes(book: _Book) -> None:
    catalog = book.extract.catalog
    rows: list[tuple[str, str, str]] = []
    for column in ("sector", "indicator", "breakdown", "ref_area", "unit_measure"):
        for code in used_with(book.extract, column, book.derived):
            rows.append((column, code, code_name(catalog, column, code, book.lang)))
    for column, names in NAMES.items():
        rows.extend((column, code, name[book.lang == "en"]) for code, name in names.items())
    headings = [book.say("列", "Column"), book.say("代码", "Code"), book.say("名称", "Name")]
    book.table(book.sheet("codes"), headings, rows)
