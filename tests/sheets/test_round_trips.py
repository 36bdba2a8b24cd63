"""A document goes into a spreadsheet and comes back with nothing lost."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalog import Catalog, read_catalog
from indicators.sheets import from_sheet, moved_comments, to_csv, to_sheet
from indicators.sheets.trees import Row, Tables, exact, tables_of, yaml_of
from indicators.texts import draft, draft_yaml
from tests.conftest import DATA
from tests.sheets.made import YAML, claims, documents, model, read
from tests.texts.letter import LETTER

FORMS = {".xlsx": to_sheet, ".csv": to_csv}
read_once = cache(read_catalog)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", documents(), ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_every_document_comes_back_as_it_was(path: Path, form: str) -> None:
    """In both languages, with no problem, and a second time to the same bytes."""
    catalog, data = read_once(path.parents[1]), path.read_bytes()
    for lang in ("zh", "en"):
        taken = from_sheet(FORMS[form](data, catalog, lang), path.stem + form, catalog)
        assert taken.problems == ()
        assert model(taken.yaml) == model(data) is not None
        again = from_sheet(FORMS[form](taken.yaml, catalog, lang), path.stem + form, catalog)
        assert again.yaml == taken.yaml


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_travels_with_all_that_is_to_be_filled_in(catalog: Catalog, form: str) -> None:
    """``TODO`` and the draft's remarks come back; what is to be filled in is said cell by cell."""
    data = draft_yaml(draft(LETTER, catalog), "letter", catalog, "zh").encode()
    taken = from_sheet(FORMS[form](data, catalog, "zh"), f"letter{form}", catalog)
    before, after = tables_of(data), tables_of(taken.yaml)
    assert [without(row) for row in after.claims] == [without(row) for row in before.claims]
    assert without(after.head) == without(before.head)
    assert [row.get("comment", "") for row in after.claims] == [row.get("comment", "") for row in before.claims]
    placeholders = [one for one in taken.problems if one.code == "placeholder"]
    assert len(placeholders) == data.decode().count(": TODO") and all(one.row for one in placeholders)


def without(row: Row) -> Row:
    return {key: text for key, text in row.items() if not key.startswith("comment")}


def test_comments_come_back_above_what_they_were_said_of(catalog: Catalog) -> None:
    data = ("# 文件说明\n" + YAML.replace(
        "  - indicator: optical_cable_length\n    figure",
        "  # 光缆一节\n  - indicator: optical_cable_length # 核对过\n    figure", 1,
    ) + "# 到此为止\n").encode()
    assert moved_comments(data) == 1  # that behind a value
    yaml = from_sheet(to_sheet(data, catalog, "zh"), "x.xlsx", catalog).yaml.decode()
    assert yaml.startswith("# 文件说明\ndocument:\n")
    assert "  # 光缆一节\n  # 核对过\n  - indicator: optical_cable_length\n" in yaml
    assert yaml.endswith("\n# 到此为止\n")


def test_a_number_sign_within_a_value_is_no_comment(catalog: Catalog) -> None:
    data = YAML.replace("    section: 一(二)2\n", "    section: 一(二)2\n    note: {zh: '第 #1 号', en: 'no # 1'}\n", 1).encode()
    assert moved_comments(data) == 0
    assert model(from_sheet(to_sheet(data, catalog, "en"), "x.xlsx", catalog).yaml) == model(data)


def test_a_comment_cannot_become_data(catalog: Catalog) -> None:
    """Whatever ends a line to YAML, what follows stays a comment."""
    def change(book: openpyxl.Workbook) -> None:
        sheet = claims(book)
        column = next(cell.column for cell in sheet[1] if cell.value == "注释")
        sheet.cell(2, column).value = "一\u2028document: x\x85claims: []\nignore: []"

    taken = read(change, catalog)
    assert taken.problems == () and model(taken.yaml) == model(YAML.encode())


# ---- made-up documents -------------------------------------------------------------------

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=40,
).map(str.strip).filter(lambda text: bool(text) and text.isprintable() and "\ufffd" not in text)
_PROSE = st.lists(_TEXT, min_size=1, max_size=3).map("\n".join)
_FORMULAS = st.sampled_from(
    ["=1+1", "@SUM(A1)", "-5%", "+86", "'=x", "''=x", "1-6", "2025-03", "10.97万", "null", "~", "_x0041_", "a: b", "- a",
     "{x}", "[x]", "a #b", "0123", "1e5", "超 43 万公里", "TRUE", "#N/A"]
)
_FIGURE = st.one_of(_TEXT, _FORMULAS)


@st.composite
def _claim(draw: st.DrawFn) -> Row:
    row = {"indicator": draw(_TEXT), "figure": draw(_FIGURE)}
    keys = {
        "breakdown.operator": _TEXT, "period": _FIGURE, "section": _FIGURE, "note.zh": _PROSE, "note.en": _PROSE,
        "value": st.integers().map(str), "confirmed.because.zh": _PROSE, "sentence.full.en": _TEXT, "caption.zh": _FORMULAS,
        "ref_area": st.just("440100"), "unit": _TEXT,
    }
    for key in draw(st.lists(st.sampled_from(sorted(keys)), unique=True)):
        row[key] = draw(keys[key])
    return row


@settings(max_examples=25)
@given(
    rows=st.lists(_claim(), min_size=1, max_size=5), title=_PROSE,
    addresses=st.lists(_FIGURE, max_size=3), ignored=st.lists(st.tuples(_FIGURE, _PROSE), max_size=2),
    form=st.sampled_from(sorted(FORMS)), lang=st.sampled_from(("zh", "en")),
)
def test_whatever_a_document_says_comes_back(
    rows: list[Row], title: str, addresses: list[str], ignored: list[tuple[str, str]], form: str, lang: str
) -> None:
    """True of what is wrong as well: a sheet is no place to lose what a draft has yet to have mended."""
    catalog = read_once(DATA)
    head = {"id": "made-up", "title.zh": title, "title.en": title, "date": "2025"}
    head |= {f"addresses.{number}": text for number, text in enumerate(addresses, 1)}
    tables = Tables(head, rows, [{"text": text, "reason.zh": why} for text, why in ignored])
    data = yaml_of(tables).data
    assert tables_of(data) == tables
    back = tables_of(from_sheet(FORMS[form](data, catalog, lang), "made-up" + form, catalog).yaml)
    assert back == tables


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
def test_a_scalar_is_read_back_letter_by_letter(text: str) -> None:
    """As YAML reads it; whether such a character may stand there is for the reader to say."""
    import yaml

    value = yaml.load(f"k: {exact(text)}\n", Loader=yaml.BaseLoader)["k"]
    assert value == text or (not text.strip() and not text.isprintable())


def test_the_workbook_is_as_other_programs_read_it(catalog: Catalog) -> None:
    """Text whatever it looks like, no formula, a frozen header, lists that hold code and name."""
    yaml = YAML.replace("10.97万座", "'=1+1'").replace("超43万公里", "1-6")
    book = openpyxl.load_workbook(io.BytesIO(to_sheet(yaml.encode(), catalog, "zh")))
    sheet = claims(book)
    assert [sheet["A2"].value, sheet["A3"].value, sheet["A4"].value] == ["=1+1", "1-6", "23万公里"]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row if cell.value} == {"s"}
    assert {cell.number_format for cell in sheet["A"][1:]} == {"@"}
    assert sheet["B2"].value == "base_stations_5g · 5G基站" and sheet["E4"].value == "china_telecom · 中国电信"
    assert sheet.freeze_panes == "C2" and book.sheetnames[0] == "数据"
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    first, last = (int(end.rpartition("$")[2]) for end in lists["B2"].split("!")[1].split(":"))
    listed = [book["代码"].cell(row, 2).value for row in range(first, last + 1)]
    assert listed[0].partition(" · ")[0] in catalog.indicators and len(listed) == len(catalog.indicators)
    explained = {book["填表说明"].cell(row, 2).value for row in range(1, book["填表说明"].max_row + 1)}
    assert {"`figure`", "`trust`", "`reason.zh`"} <= explained
