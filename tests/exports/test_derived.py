"""Derived values leave with the observations that they follow from: flagged, with working, codes and citations."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from indicators.catalog import Catalog
from indicators.derived import kept, measures_of
from indicators.exports import FORMATS, Extract
from indicators.exports.derived import derived_rows, values_of
from indicators.exports.dictionary import DERIVED_COLUMNS
from indicators.table.frame import observations
from indicators.table.selection import Selection, select
from tests.derived.test_measures import document, made

MADE = date(2026, 11, 24)
ADDRESS = "http://x/api/observations.zip"


def folder(tmp_path: Path) -> Catalog:
    """Return masts and works of two places, in two years at one of them."""
    return made(
        tmp_path,
        document(
            "440100", ("masts", "超30座", "2024"), ("works", "50座", "2024"), ("masts", "20座", "2023"),
            ("works", "40座", "2023"),
        ),
        document("440300", ("masts", "30座", "2024"), ("works", "40座", "2024")),
    ).catalog


def extract(catalog: Catalog, lang: str = "en", **codes: list[str]) -> Extract:
    """Return an extract of the selected codes."""
    chosen = Selection.of(codes)
    return Extract(catalog, select(observations(catalog), chosen), chosen, lang, MADE, ADDRESS)


def test_what_follows_from_a_selection_has_its_numerator_among_it(tmp_path: Path) -> None:
    """Every period of the masts that are selected; none for the works, by which they are divided."""
    catalog = folder(tmp_path)
    found = values_of(extract(catalog, indicator=["masts"]))
    assert [(one.place, one.period, one.height) for one in found] == [
        ("440100", "2024", 60), ("440100", "2023", 50), ("440300", "2024", 75),
    ]
    assert [one.place for one in values_of(extract(catalog, indicator=["masts"], ref_area=["440300"]))] == ["440300"]
    assert values_of(extract(catalog, indicator=["works"])) == []
    assert values_of(extract(catalog, indicator=["masts"], document=["gz-2025324"])) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_has_a_sheet_of_them(tmp_path: Path, lang: str) -> None:
    """Place, value with its bound, ends as numbers, working, codes; the works' document stands among the sources."""
    data = FORMATS["xlsx"].make_for_people(extract(folder(tmp_path), lang, indicator=["masts"], ref_area=["440100"]))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["算出来的" if lang == "zh" else "Derived"]
    head, *rows = sheet.iter_rows(values_only=True)
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    first = cells[0]
    names = ("地区", "算得", "下限", "上限", "算出来的")
    if lang == "en":
        names = ("Area", "Comes to", "Lower bound", "Upper bound", "Derived")
    place, said = ("广州市", "至少60.0") if lang == "zh" else ("Guangzhou", "at least 60.0")
    assert [first[name] for name in names] == [place, said, 60, None, True]
    working, codes, figures = (
        first[name] for name in (("算法", "两边的核验码", "两边的原文数字") if lang == "zh" else
                                 ("Working", "Codes of the inputs", "Inputs as printed"))
    )
    assert "÷" in working and len(codes.split("\n")) == 2 and figures == "超30座\n50座"
    defined = book["指标定义" if lang == "zh" else "Indicators"]
    assert {row[-1] for row in defined.iter_rows(min_row=2, values_only=True)} == {"masts", "works"}
    about = " ".join(str(row[1]) for row in book.worksheets[0].iter_rows(values_only=True))
    assert ("没有一份文件这样印" if lang == "zh" else "no document prints it") in about


def test_a_workbook_without_any_has_no_such_sheet(tmp_path: Path) -> None:
    """An empty sheet would say nothing."""
    data = FORMATS["xlsx"].make_for_people(extract(folder(tmp_path), indicator=["works"]))
    assert "Derived" not in openpyxl.load_workbook(io.BytesIO(data)).sheetnames


def test_the_bundle_has_them_with_dictionary_and_citations(tmp_path: Path) -> None:
    """As CSV and JSON; each column explained; each value cited with its flag, its codes and its own address."""
    data = FORMATS["zip"].make(extract(folder(tmp_path), indicator=["masts"], ref_area=["440300"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = (name for name in archive.namelist() if not name.endswith(("parquet", "xlsx")))
        files = {name: archive.read(name).decode("utf-8-sig") for name in texts}
    rows = list(csv.DictReader(io.StringIO(files["derived.csv"])))
    assert [row["derived"] for row in rows] == ["true"] and list(rows[0]) == list(DERIVED_COLUMNS)
    assert rows[0]["input_figures"] == "30座;40座" and rows[0]["input_codes"].count("-") == 2
    assert json.loads(files["derived.json"])[0]["area_en"] == "Shenzhen"
    explained = [row for row in csv.DictReader(io.StringIO(files["data-dictionary.csv"])) if row["file"] == "derived"]
    assert [row["column"] for row in explained] == list(DERIVED_COLUMNS) and all(row["description"] for row in explained)
    code = rows[0]["input_codes"].split(";")[0]
    address = "http://x/api/derived.json?indicator=masts&ref_area=440300&time_period=2024"
    for name in ("citations.txt", "citations.bib", "citations.ris", "citations.json"):
        assert "Masts per hundred works, Shenzhen, 2024: 75.0" in files[name], name
        assert "no document prints it" in files[name] and code in files[name], name
    assert address in files["citations.txt"]
    assert "1 value derived" in files["README.txt"] and "derived.csv" in files["README.txt"]


def test_a_bundle_without_any_says_nothing_of_them(tmp_path: Path) -> None:
    """Neither a file nor a line."""
    data = FORMATS["zip"].make(extract(folder(tmp_path), indicator=["works"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "derived.csv" not in archive.namelist()
        assert "derived" not in archive.read("README.txt").decode("utf-8-sig")


def test_figures_are_gone_through_once_for_a_state_of_the_data(tmp_path: Path) -> None:
    """Asked again, the same measures; looked at from another place, others; after an edit nothing old is kept."""
    catalog = folder(tmp_path)
    first = measures_of(catalog)
    derived_rows(catalog)
    assert measures_of(catalog) is first
    other = catalog.led_by(None, "440300")
    assert measures_of(other) is not first and measures_of(other).catalog.home == "440300"
    assert measures_of(catalog) is first
    edited = made(tmp_path / "edited", document("440100", ("masts", "31座", "2024"))).catalog
    assert measures_of(edited) is not first
    before = len(kept._kept)
    measures_of(replace(catalog, fingerprint="another"))
    assert len(kept._kept) == before - 1 and measures_of(catalog) is not first
