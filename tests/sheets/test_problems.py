"""What is wrong in a sheet is said with its cell: what was found, expected, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

import pytest

from indicators.catalog import Catalog
from indicators.reading.kinds.sheets import SHEET_KINDS
from indicators.sheets import SheetProblem, Taken, from_sheet, to_csv
from tests.sheets.made import YAML, as_date, claims, model, read


class Case(NamedTuple):
    """A slip, and what is said of it: code, cell, and words of the message in Chinese."""

    change: Callable[[Any], None]
    code: str
    cell: str
    words: str = ""


def put(**cells: Any) -> Callable[[Any], None]:
    """Return a change that puts values into the sheet of claims."""
    def change(book: Any) -> None:
        for cell, value in cells.items():
            claims(book)[cell] = value
    return change


def in_sheet(name: str, **cells: Any) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        for cell, value in cells.items():
            book[name][cell] = value
    return change


def on_claims(function: Callable[[Any], Any]) -> Callable[[Any], None]:
    return lambda book: function(claims(book))


def shaped(cell: str, value: float, shape: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        claims(book)[cell] = value
        claims(book)[cell].number_format = shape
    return change


def merged_section(sheet: Any) -> None:
    sheet["D3"] = sheet["D4"] = None
    sheet.merge_cells("D2:D4")


def second_header(book: Any) -> None:
    copy = book.copy_worksheet(claims(book))
    copy.title = "数据 (2)"


def second_and_other(book: Any) -> None:
    second_header(book)
    book["数据 (2)"]["A2"] = "11万座"


def hide(sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True


def no_head(book: Any) -> None:
    del book["文件"]


CASES = (
    Case(put(A2="=10+0.97"), "formula-figure", "A2"),
    Case(put(D2='="一(二)"&2'), "empty-formula", "D2"),
    Case(on_claims(lambda s: as_date(s, "A2", datetime(2025, 1, 6), "m月d日")), "date-for-text", "A2", "1-6"),
    Case(on_claims(lambda s: as_date(s, "C2", datetime(2025, 1, 6), "d-mmm")), "date-for-text", "C2"),
    Case(on_claims(lambda s: as_date(s, "C2", datetime(2025, 3, 1), "yyyy/m/d")), "date-read", "C2", "2025-03-01"),
    Case(put(A2=53), "number-for-figure", "A2", "53"),
    Case(shaped("A2", 10.974, "0.00"), "shown-otherwise", "A2", "10.974"),
    Case(shaped("A2", 10.97, '0.00"万座"'), "shown-otherwise", "A2"),
    Case(put(A2="#N/A"), "cell-error", "A2", "#N/A"),
    Case(on_claims(lambda s: s.merge_cells("A2:A3")), "merged-figure", "A2", "A2:A3"),
    Case(on_claims(lambda s: s.merge_cells("B2:D2")), "merged-figure", "B2"),
    Case(on_claims(merged_section), "merged", "D2", "一(二)2"),
    Case(on_claims(hide), "hidden", "3", "3:4"),
    Case(on_claims(lambda s: setattr(s.column_dimensions["D"], "hidden", True)), "hidden", "D", "D:D"),
    Case(on_claims(lambda s: setattr(s, "sheet_state", "hidden")), "hidden", "", "数据"),
    Case(put(AD1="核对人", AD2="王"), "unknown-column", "AD1", "核对人"),
    Case(put(B1="指标啊", AD1="x"), "missing-column", "B1", "指标"),
    Case(put(AD1="Figure as printed"), "same-column", "AD1", "A"),
    Case(second_and_other, "two-claims", ""),
    Case(second_header, "same-claims", ""),
    Case(lambda book: [book.remove(sheet) for sheet in book.worksheets[:1]], "no-claims", ""),
    Case(put(D9="注：以上为初步数"), "no-indicator", "9", "1"),
    Case(put(B3="optical_cable_length · 5G基站"), "name-and-code", "B3", "base_stations_5g"),
    Case(no_head, "no-head", ""),
    Case(in_sheet("文件", A40="书记", B40="书记", C40="王"), "unknown-row", "C40", "书记"),
    Case(in_sheet("文件", A40="date", C40="2025"), "same-row", "C40", "C17"),
    # What check says of the data stands at its cell too.
    Case(put(A3="超43里"), "unreadable-figure", "A3"),
    Case(put(B3="光缆长"), "unknown-indicator", "B3", "optical_cable_length"),
    Case(put(B3=None), "missing-key", "B3"),
    Case(put(C3="2025年3月"), "bad-period", "C3"),
    Case(put(E4="电信"), "unknown-breakdown-code", "E4", "china_telecom"),
    Case(put(F2="X"), "invalid-value", "F2"),
    Case(put(B3="base_stations_5g", A3="11万座"), "duplicate-claim", "B3", "第 2 行"),
    Case(in_sheet("文件", C2="2025年6月"), "invalid-value", "C2"),
    Case(in_sheet("文件", C19=None), "missing-key", "C19", "trust"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.cell}")
def test_a_slip_is_said_at_its_cell(catalog: Catalog, case: Case) -> None:
    """Once, in both languages, with a remedy; other cells have nothing to do with it."""
    taken = read(case.change, catalog)
    found = [one for one in taken.problems if one.code == case.code]
    assert found, [one.as_text("zh") for one in taken.problems]
    if case.cell:
        assert case.cell in [one.cell for one in found], [one.as_text("zh") for one in taken.problems]
    assert case.words in "".join(one.message("zh") + one.hint("zh") for one in found)
    for one in taken.problems:
        said = one.as_text("zh") + one.as_text("en")
        assert one.hint("zh") and one.hint("en") and "{" not in said and "documents/" not in said
        assert one.place.startswith("答复.xlsx")


def test_every_kind_is_brought_about() -> None:
    elsewhere = {"formula", "macros", "sheet-encoding", "odd-quotes", "two-meanings"}
    assert set(SHEET_KINDS) == {case.code for case in CASES if case.code in SHEET_KINDS} | elsewhere


def test_everything_is_said_at_once_in_the_order_of_the_cells(catalog: Catalog) -> None:
    taken = read(put(A2="=1", C3="2025年3月", B4="没有这个指标", A3="超43里"), catalog)
    assert [one.cell for one in taken.problems] == ["A2", "A3", "C3", "B4"]
    assert {one.severity for one in taken.problems} == {"error"}


def test_what_isnt_certain_is_left_to_be_filled_in(catalog: Catalog) -> None:
    """A formula's last result is no printed figure; the other claims are there."""
    taken = read(put(A2="=1+1"), catalog)
    assert b"figure: TODO" in taken.yaml and "超43万公里".encode() in taken.yaml


@pytest.mark.parametrize(
    ("shape", "period"), [("yyyy-mm", "2025-03"), ("mmm-yy", "2025-03"), ('yyyy"年"m"月"', "2025-03"), ("yyyy", "2025")],
)
def test_a_month_that_became_a_date_is_a_month_again(catalog: Catalog, shape: str, period: str) -> None:
    """Certain, for the program shows no more than that."""
    taken = read(on_claims(lambda s: as_date(s, "C2", datetime(2025, 3, 1), shape)), catalog)
    entry = model(taken.yaml)
    assert taken.problems == () and entry is not None and entry.claims[0].period == period


def test_a_day_stays_a_day(catalog: Catalog) -> None:
    taken = read(on_claims(lambda s: as_date(s, "C2", datetime(2024, 12, 31), "yyyy/m/d")), catalog)
    entry = model(taken.yaml)
    assert taken.problems == () and entry is not None and entry.claims[0].period == "2024-12-31"


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [(53, "0", "53"), (0.75, "0%", "75%"), (13000, "#,##0", "13,000"), (10.97, "General", "10.97"), (9.0, "0.0", "9.0"),
     (1234567890123, "General", "1234567890123")],
)
def test_a_number_is_read_as_it_is_shown(catalog: Catalog, value: float, shape: str, text: str) -> None:
    taken = read(shaped("A2", value, shape), catalog)
    assert taken.problems[0].code == "number-for-figure" and f"读作 {text}" in taken.problems[0].message("zh")


def test_merged_cells_count_for_each_of_their_rows(catalog: Catalog) -> None:
    taken = read(on_claims(merged_section), catalog)
    entry = model(taken.yaml)
    assert entry is not None and [claim.section for claim in entry.claims] == ["一(二)2"] * 3


def test_hidden_rows_are_data(catalog: Catalog) -> None:
    entry = model(read(on_claims(hide), catalog).yaml)
    assert entry is not None and len(entry.claims) == 3


def test_empty_rows_notes_above_and_other_columns_do_no_harm(catalog: Catalog) -> None:
    """A title above the header, a gap between rows, columns moved, headers in English."""
    def change(book: Any) -> None:
        sheet = claims(book)
        sheet.insert_rows(4, 2)
        sheet.insert_rows(1, 2)
        sheet["A1"] = "2025年数据汇总"
        sheet.move_range("A3:A8", cols=40)
        sheet["B3"], sheet["AO3"] = "Indicator", "figure"

    taken = read(change, catalog)
    assert taken.problems == () and model(taken.yaml) == model(YAML.encode())


def test_a_formula_with_a_result_is_read_outside_of_figures(catalog: Catalog) -> None:
    """Openpyxl keeps no results, Excel does; said, for nobody typed it."""
    import io
    import zipfile

    from tests.decks.damage import zipped
    from tests.sheets.made import changed

    data = changed(put(D2="=A1"), catalog)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert b"<f>A1</f><v></v>" in parts[name] or b"<f>A1</f><v />" in parts[name] or b"<f>A1</f><v/>" in parts[name]
    for empty in (b"<v></v>", b"<v />", b"<v/>"):
        parts[name] = parts[name].replace(b"<f>A1</f>" + empty, "<f>A1</f><v>一(二)9</v>".encode())
    parts[name] = parts[name].replace(b'r="D2" ', b'r="D2" t="str" ')
    taken = from_sheet(zipped(parts), "x.xlsx", catalog)
    entry = model(taken.yaml)
    assert [(one.code, one.cell) for one in taken.problems] == [("formula", "D2")]
    assert entry is not None and entry.claims[0].section == "一(二)9"


def test_a_name_of_two_is_asked_about(catalog: Catalog) -> None:
    from dataclasses import replace

    two = {**catalog.areas, "999999": catalog.areas["440100"].model_copy(update={"id": "999999"})}
    taken = read(in_sheet("文件", C26="广州市"), replace(catalog, areas=two))
    assert "two-meanings" in [one.code for one in taken.problems], [one.as_text("zh") for one in taken.problems]


# ---- CSV ---------------------------------------------------------------------------------

PLAIN = "指标,数字,时期,出处\r\n光缆线路长度,超43万公里,2025-Q1,一(二)2\r\n"


def csv(text: str, catalog: Catalog, encoding: str = "utf-8") -> Taken:
    name = catalog.indicators["optical_cable_length"].name.zh
    return from_sheet(text.replace("光缆线路长度", name).encode(encoding), "答复.csv", catalog)


def figures(taken: Taken) -> list[str]:
    return [line.strip() for line in taken.yaml.decode().splitlines() if "figure" in line]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "，"])
def test_a_csv_is_read_in_any_encoding_and_with_any_separator(catalog: Catalog, encoding: str, separator: str) -> None:
    """Claims alone give a document whose head is to be filled in; an odd encoding is said."""
    taken = csv(PLAIN.replace(",", separator), catalog, encoding)
    codes = {one.code for one in taken.problems}
    assert figures(taken) == ["- indicator: optical_cable_length", "figure: 超43万公里"][1:]
    assert codes == {"no-head"} | ({"sheet-encoding"} if encoding == "gb18030" else set())


@pytest.mark.parametrize(
    ("typed", "shown", "code"),
    [("1-6", "6-Jan", "date-for-text"), ("1-6", "1月6日", "date-for-text")],
)
def test_a_csv_that_excel_saved_again_gives_its_dates_away(catalog: Catalog, typed: str, shown: str, code: str) -> None:
    taken = csv(PLAIN.replace("超43万公里", shown), catalog)
    found = next(one for one in taken.problems if one.code == code)
    assert found.cell == "B2" and typed in found.message("en")


@pytest.mark.parametrize(("shown", "period"), [("Mar-25", "2025-03"), ("2025年3月", "2025-03"), ("2024/12/31", "2024-12-31")])
def test_a_month_in_a_csv_is_a_month_again(catalog: Catalog, shown: str, period: str) -> None:
    taken = csv(PLAIN.replace("2025-Q1", shown), catalog)
    assert f"period: {period}\n".encode() in taken.yaml


def test_quotes_that_dont_pair_are_said(catalog: Catalog) -> None:
    taken = csv(PLAIN + '光缆线路长度,"超44万公里,2025-Q2,一\r\n', catalog)
    assert ("odd-quotes", 3) in [(one.code, one.row) for one in taken.problems]


def test_a_guarded_formula_comes_back_as_it_was(catalog: Catalog) -> None:
    data = YAML.replace("10.97万座", "'=HYPERLINK(1)'").encode()
    made = to_csv(data, catalog, "zh")
    assert b"\r\n'=HYPERLINK(1)," in made
    assert b"figure: '=HYPERLINK(1)'" in from_sheet(made, "x.csv", catalog).yaml


def test_problems_go_out_as_json(catalog: Catalog) -> None:
    one: SheetProblem = read(put(A3="超43里"), catalog).problems[0]
    said = one.as_dict("en")
    assert (said["sheet"], said["row"], said["column"], said["cell"]) == ("数据", 3, "A", "A3")
    assert one.as_text("zh").splitlines()[0].startswith(f"答复.xlsx 数据!A3: {one.code} ")

