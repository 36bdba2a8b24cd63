"""Files that are no spreadsheets, or too much of one: refused with a reason, in bounded memory and time."""

from __future__ import annotations

import io
import pickle
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from indicators.catalog import Catalog
from indicators.limits.caps import RefusedError, TooMuchError
from indicators.reading.kinds.sheets import SHEET_REFUSALS
from indicators.sheets import UnreadableSheetError, from_sheet, from_sheet_apart, to_sheet
from tests.catalog.test_damage import watchdog
from tests.damaged_bytes import cut, flipped
from tests.decks.damage import zipped
from tests.documents.refused import LAUGHS, OLE, marked_as_locked
from tests.sheets.made import YAML, changed, model


def workbook(catalog: Catalog) -> bytes:
    return to_sheet(YAML.encode(), catalog, "zh")


def parts(catalog: Catalog) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook(catalog))) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(catalog: Catalog, name: str, data: bytes) -> bytes:
    return zipped({**parts(catalog), name: data})


def declaring(catalog: Catalog, dtd: str, use: str) -> bytes:
    """Return a workbook whose strings declare and use entities."""
    return with_part(catalog, "xl/sharedStrings.xml", (
        f'<?xml version="1.0"?><!DOCTYPE w [{dtd}]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<si><t>{use}</t></si></sst>"
    ).encode())


REFUSED: tuple[tuple[str, Callable[[Catalog], bytes]], ...] = (
    ("old-sheet", lambda c: OLE + "Workbook".encode("utf-16-le")),
    ("password-sheet", lambda c: OLE + "EncryptedPackage".encode("utf-16-le")),
    ("password-sheet", lambda c: marked_as_locked(workbook(c))),
    ("other-sheet", lambda c: zipped({"content.xml": b"<x/>"})),
    ("other-sheet", lambda c: zipped({"xl/workbook.bin": b"x"})),
    ("other-sheet", lambda c: zipped({"word/document.xml": b"<x/>"})),
    ("no-sheet", lambda c: zipped({"a.txt": b"x"})),
    ("no-sheet", lambda c: bytes(range(256)) * 20),
    ("no-sheet", lambda c: b"%PDF-1.7 " + bytes(99)),
    ("no-sheet", lambda c: "<html><table><tr><td>指标</td></tr></table></html>".encode()),
    ("damaged-sheet", lambda c: workbook(c)[:9000]),
    ("damaged-sheet", lambda c: with_part(c, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>")),
    ("damaged-sheet", lambda c: with_part(c, "xl/sharedStrings.xml", b"<sst/>")),
    ("damaged-sheet", lambda c: with_part(
        c, "xl/worksheets/sheet1.xml", b'<worksheet><sheetData><row r="9"><c r="ZZZ9"><v>1</v></c></row></sheetData></worksheet>')),
    ("damaged-sheet", lambda c: zipped({k: v for k, v in parts(c).items() if "sheet1" not in k})),
    ("damaged-sheet", lambda c: "指标\t数字\t全市的年数据\n".encode() * 9 + b"\xe5\x9f"),
    ("sheet-entities", lambda c: declaring(c, '<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")),
    ("sheet-entities", lambda c: declaring(c, LAUGHS, "&j;")),
    ("sheet-packing", lambda c: zipped(parts(c), zipfile.ZIP_LZMA)),
)


@pytest.mark.parametrize(("code", "make"), REFUSED, ids=[f"{n}-{code}" for n, (code, _) in enumerate(REFUSED)])
def test_what_is_no_spreadsheet_is_refused_with_a_remedy(
    catalog: Catalog, code: str, make: Callable[[Catalog], bytes]
) -> None:
    with pytest.raises(UnreadableSheetError) as refused:
        from_sheet(make(catalog), "答复.xlsx", catalog)
    assert refused.value.code == code
    kind = SHEET_REFUSALS[code]
    assert kind.zh_hint in refused.value.reason("zh") and kind.en_hint in refused.value.reason("en")
    assert "{" not in refused.value.reason("zh") + refused.value.reason("en")
    assert refused.value.__context__ is None and refused.value.__cause__ is None  # it goes with the next, where Dask is
    assert pickle.loads(pickle.dumps(refused.value)).reason("zh") == refused.value.reason("zh")


@pytest.mark.parametrize(
    "yaml", ["", "a: 1", "document: x", "document: {id: x}\nclaims: x", "document: {id: x}\nclaims: [x]", "document: [",
             "document: {id: x}\nunits: []"],
)
def test_no_sheet_is_made_of_what_is_no_document(catalog: Catalog, yaml: str) -> None:
    with pytest.raises(UnreadableSheetError) as refused:
        to_sheet(yaml.encode(), catalog, "zh")
    assert refused.value.code == "no-document"


def test_every_reason_is_brought_about() -> None:
    assert {code for code, _ in REFUSED} | {"no-document"} == set(SHEET_REFUSALS)


# ---- too much ----------------------------------------------------------------------------


def sheet_of(xml: bytes, catalog: Catalog) -> bytes:
    return with_part(catalog, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + xml + b"</sheetData></worksheet>")


def million_rows() -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = book.add_worksheet("数据")
    for row in range(300_000):
        sheet.write_number(row, 0, row)
    book.close()
    return target.getvalue()


def csv_of(rows: int) -> bytes:
    return "指标,数字\r\n".encode() + "base_stations_5g,1座\r\n".encode() * rows


TOO_MUCH: tuple[tuple[str, Callable[[Catalog], bytes]], ...] = (
    ("bomb", lambda c: sheet_of(b" " * 40_000_000, c)),
    ("empty rows with a format", lambda c: sheet_of(b'<row><c s="1"/></row>' * 400_000, c)),
    ("rows", lambda c: million_rows()),
    ("wide", lambda c: sheet_of(b"<row>" + b"<c><v>1</v></c>" * 250_000 + b"</row>", c)),
    ("bytes", lambda c: csv_of(300_000)),
    ("cells", lambda c: csv_of(150_000)),
    ("parts", lambda c: zipped({**parts(c), **{f"a{n}": b"" for n in range(600)}})),
)


@pytest.mark.parametrize(("name", "make"), TOO_MUCH, ids=[name for name, _ in TOO_MUCH])
def test_more_than_is_taken_is_refused_at_once(catalog: Catalog, name: str, make: Callable[[Catalog], bytes]) -> None:
    """In seconds, and in little memory: nothing is unpacked beyond the caps."""
    data = make(catalog)
    tracemalloc.start()
    begun = time.process_time()
    try:
        with watchdog(), pytest.raises((TooMuchError, UnreadableSheetError)):
            from_sheet(data, "x.xlsx", catalog)
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()
    assert time.process_time() - begun < 30


def test_damage_anywhere_gives_a_sheet_or_a_reason(catalog: Catalog) -> None:
    """No error of a library comes through, whatever byte is wrong."""
    data = workbook(catalog)
    rng = random.Random(13)
    for _ in range(60):
        for broken in (cut(rng, data), flipped(rng, data)):
            try:
                from_sheet(broken, "x.xlsx", catalog)
            except RefusedError as refused:
                assert refused.reason("zh")


def test_macros_are_left_alone_and_said(catalog: Catalog) -> None:
    taken = from_sheet(with_part(catalog, "xl/vbaProject.bin", b"Auto_Open"), "x.xlsm", catalog)
    assert [one.code for one in taken.problems] == ["macros"]
    assert model(taken.yaml) == model(YAML.encode())


def test_a_workbook_is_read_in_another_process(catalog: Catalog) -> None:
    data = changed(lambda book: None, catalog)
    assert from_sheet_apart(data, "x.xlsx", catalog) == from_sheet(data, "x.xlsx", catalog)
    with pytest.raises(UnreadableSheetError):
        from_sheet_apart(data[:3000], "x.xlsx", catalog)
