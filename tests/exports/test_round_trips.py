"""Each format, opened again by a library that didn't write it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pysdmx.io import read_sdmx

from indicators.catalog import Catalog, read_catalog
from indicators.exports import FORMATS, Extract, TooLargeError, file_name
from indicators.exports import workbook as workbook_module
from indicators.exports.dictionary import COLUMNS, SDMX_COLUMNS
from indicators.exports.extract import ADDED_COLUMNS, with_sources
from indicators.table.frame import observations
from indicators.table.selection import Selection, select
from tests.hostile import NAMES, make_hostile

MADE = date(2026, 11, 24)


def extract(catalog: Catalog, lang: str = "zh", **codes: list[str]) -> Extract:
    """Return an extract of the selected codes."""
    chosen = Selection.of(codes)
    return Extract(catalog, select(observations(catalog), chosen), chosen, lang, MADE, "http://x/y")


@pytest.fixture
def hostile(data_copy: Path) -> Extract:
    """A sector whose indicators have nasty names."""
    catalog = read_catalog(make_hostile(data_copy))
    return extract(catalog, sector=["connectivity"], document=["gz-2025324"])


def keys(catalog: Catalog, sector: str | None = None) -> list[tuple[Any, ...]]:
    """Return what every format must hold, from the observations themselves."""
    return [
        (
            row.indicator, row.breakdown, row.time_period, row.figure, str(row.relation),
            None if row.value is None else float(row.value),
            None if row.lower is None else float(row.lower),
            None if row.upper is None else float(row.upper),
            row.unit_measure, row.section, row.document,
            catalog.documents[row.document].document.number or "",
            catalog.documents[row.document].document.producer.zh,
        )
        for row in catalog.observations
        if sector in (None, row.sector)
    ]


def found(table: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Return the same of a table that was read back."""
    columns = ["indicator", "breakdown", "time_period", "figure", "relation", "obs_value", "lower",
               "upper", "unit_measure", "section", "document", "document_number", "producer"]
    return [
        tuple(None if isinstance(cell, float) and pd.isna(cell) else cell for cell in row)
        for row in table[columns].itertuples(index=False)
    ]


def text_columns(table: pd.DataFrame) -> pd.DataFrame:
    """An empty text comes back as a missing one from CSV; here both mean none."""
    return table.fillna({"section": "", "document_number": ""})


def test_csv_is_read_by_pandas(catalog: Catalog) -> None:
    """Both readings of CSV hold the observations, bounds and sources."""
    data = extract(catalog)
    for made in (FORMATS["csv"].make(data), FORMATS["csv"].make_for_people(data)):
        table = pd.read_csv(io.BytesIO(made))
        assert next(iter(table.columns)) == "document"
        assert found(text_columns(table)) == keys(catalog)


def test_only_the_csv_for_excel_has_a_mark(catalog: Catalog) -> None:
    """Programs get UTF-8 without a byte order mark; Excel needs it to read Chinese."""
    data = extract(catalog)
    assert not FORMATS["csv"].make(data).startswith(b"\xef\xbb\xbf")
    assert FORMATS["csv"].make_for_people(data).startswith(b"\xef\xbb\xbfdocument,")


def test_json_is_an_array_of_objects(catalog: Catalog) -> None:
    """A missing bound is null, and numbers come back exactly."""
    table = pd.DataFrame(json.loads(FORMATS["json"].make(extract(catalog))))
    assert found(table) == keys(catalog)
    assert FORMATS["json"].make(extract(catalog, time_period=["1950"])) == b"[]\n"


def test_parquet_is_read_by_pyarrow(catalog: Catalog) -> None:
    """Types come back too: numbers are doubles, flags booleans."""
    read = pyarrow.parquet.read_table(io.BytesIO(FORMATS["parquet"].make(extract(catalog))))
    assert str(read.schema.field("obs_value").type) == "double"
    assert str(read.schema.field("upper_included").type) == "bool"
    assert found(read.to_pandas()) == keys(catalog)


def test_sdmx_csv_is_read_by_pysdmx(catalog: Catalog, tmp_path: Path) -> None:
    """An SDMX library finds one data set with the dimensions, values and bounds."""
    path = tmp_path / "data.csv"
    path.write_bytes(FORMATS["sdmx.csv"].make(extract(catalog)))
    [data] = read_sdmx(path, validate=True).data
    assert str(data.structure) == "Dataflow=DEI:INDICATORS(2.0.0)"
    table = data.data.rename(columns=str.lower)
    parts = table["operator"].map(lambda code: code if code == "_T" else f"operator={code}")
    table = table.assign(
        breakdown=parts, time_period=table["time_period"].str.replace("-S", "-H"),
        **{name: pd.to_numeric(table[name]) for name in ("obs_value", "lower", "upper")},
    )
    assert found(table) == keys(catalog)
    key = ["indicator", "ref_area", "operator", "document", "time_period"]
    assert not table.duplicated(key).any()


def test_a_half_year_is_written_as_sdmx_writes_it(catalog: Catalog) -> None:
    """ISO has no half-years; SDMX writes 2025-S1 for the first half of 2025."""
    data = extract(catalog, indicator=["own_compute"])
    rows = data.rows.assign(time_period="2025-H1")
    made = FORMATS["sdmx.csv"].make(Extract(catalog, rows, Selection(), "zh", MADE))
    assert pd.read_csv(io.BytesIO(made))["TIME_PERIOD"].tolist() == ["2025-S1"]


SHEETS = {
    "zh": ["说明", "筛选条件", "数据", "指标定义", "来源", "代码表"],
    "en": ["Read me", "Filters", "Data", "Indicators", "Sources", "Codes"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_is_read_by_openpyxl(catalog: Catalog, lang: str) -> None:
    """Six sheets; real numbers beside the printed figure; a frozen head with filters."""
    made = FORMATS["xlsx"].make(
        extract(catalog, lang, sector=["connectivity"], document=["gz-2025324"])
    )
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == SHEETS[lang]
    sheet = book.worksheets[2]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref is not None
    head, *rows = sheet.iter_rows(values_only=True)
    names = {name: head.index(entry.en if lang == "en" else entry.zh)
             for name, entry in COLUMNS.items() if (entry.en if lang == "en" else entry.zh) in head}
    order = ["indicator", "breakdown", "time_period", "figure", "relation", "obs_value", "lower",
             "upper", "unit_measure", "section", "document", "document_number"]
    assert [tuple(row[names[name]] for name in order) for row in rows] == [
        key[:-1] for key in keys(catalog, "connectivity") if key[10] == "gz-2025324"
    ]
    assert {row[names["document_date"]] for row in rows} == {datetime(2025, 6, 20)}
    assert all(isinstance(row[names["obs_value"]], (int, float)) for row in rows)
    filters = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in filters] == ["connectivity", "gz-2025324"]
    sources = list(book.worksheets[4].iter_rows(min_row=2, values_only=True))
    assert catalog.documents["gz-2025324"].document.title.in_language(lang) in sources[0]
    assert any("[Z]" in str(cell) or "[EB/OL]" in str(cell) for cell in sources[0])


def test_addresses_are_links(catalog: Catalog) -> None:
    """A document's address can be followed from the sheets; only web addresses are links."""
    entry = catalog.documents["gz-2025324"]
    document = entry.document.model_copy(
        update={"addresses": ("https://example.org/a?b=1", "javascript:alert(1)")}
    )
    changed = catalog.documents | {"gz-2025324": entry.model_copy(update={"document": document})}
    data = extract(catalog, sector=["parks"])
    other = Extract(
        replace(catalog, documents=changed), data.rows, data.selection, "zh", MADE,
    )
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(other)))
    links = [cell.hyperlink.target for sheet in book for row in sheet for cell in row
             if cell.hyperlink]
    assert set(links) == {"https://example.org/a?b=1"}


def test_a_workbook_has_room_for_so_much(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A selection that doesn't fit is refused with both numbers, not cut."""
    monkeypatch.setattr(workbook_module, "MOST_ROWS", 3)
    with pytest.raises(TooLargeError, match=r"\b4 observations; this format holds 3"):
        FORMATS["xlsx"].make(extract(catalog, sector=["compute"]))


def test_the_bundle_holds_every_format(catalog: Catalog) -> None:
    """The zip opens with its README, dictionary and citations, and its files agree."""
    made = FORMATS["zip"].make(extract(catalog, sector=["compute"]))
    assert made == FORMATS["zip"].make(extract(catalog, sector=["compute"]))
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert archive.testzip() is None
    read = {name: archive.read(name) for name in archive.namelist()}
    text = read["README.txt"].decode("utf-8-sig")
    assert all(name in text for name in read)
    assert "sector = compute" in text
    expected = keys(catalog, "compute")
    assert found(pd.read_csv(io.BytesIO(read["observations.csv"]))) == expected
    assert found(pd.DataFrame(json.loads(read["observations.json"]))) == expected
    assert found(pd.read_parquet(io.BytesIO(read["observations.parquet"]))) == expected
    described = pd.read_csv(io.BytesIO(read["data-dictionary.csv"]))
    header = pd.read_csv(io.BytesIO(read["observations.csv"])).columns
    assert list(described["column"]) == [*header, *SDMX_COLUMNS]
    assert described.notna().all(axis=None)
    assert {entry["indicator"] for entry in json.loads(read["indicators.json"])} == {
        key[0] for key in expected
    }
    assert "gz-2025324" in read["citations.bib"].decode()


def test_every_column_is_described(catalog: Catalog) -> None:
    """A column without an entry in the dictionary would be exported unexplained."""
    assert set(with_sources(catalog, observations(catalog)).columns) == set(COLUMNS)
    assert set(ADDED_COLUMNS) <= set(COLUMNS)


def test_periods_have_days_units_labels_and_addresses_cells_of_their_own(catalog: Catalog) -> None:
    """2025-Q1 goes from 1 January to 31 March; a second address is in a cell beside the first."""
    rows = with_sources(catalog, observations(catalog))
    one = rows[rows["figure"] == "超43万公里"].iloc[0]
    assert (one["period_start"], one["period_end"]) == ("2025-01-01", "2025-03-31")
    assert (one["unit_label"], one["unit_label_en"]) == ("公里", "km")
    several = [key for key, entry in catalog.documents.items() if len(entry.document.addresses) > 1]
    for _, row in rows.iterrows():
        addresses = catalog.documents[row["document"]].document.addresses
        assert " " not in row["document_address"] and row["document_address"].startswith(("http", "")[not addresses])
        assert bool(row["document_address_2"]) == (row["document"] in several)


def test_hostile_names_come_through_unharmed(hostile: Extract, tmp_path: Path) -> None:
    """HTML, formulas, commas, quotes, line breaks: the very same text from every format."""
    rows = [str(code) for code in hostile.rows["indicator"]]
    expected = [NAMES[name] for name in rows]
    assert len(set(expected)) == len(NAMES)
    plain = pd.read_csv(io.BytesIO(FORMATS["csv"].make(hostile)))
    assert list(plain["indicator_name"]) == expected
    data = json.loads(FORMATS["json"].make(hostile))
    assert [row["indicator_name"] for row in data] == expected
    parquet = pd.read_parquet(io.BytesIO(FORMATS["parquet"].make(hostile)))
    assert list(parquet["indicator_name"]) == expected
    path = tmp_path / "data.csv"
    path.write_bytes(FORMATS["sdmx.csv"].make(hostile))
    [sdmx] = read_sdmx(path).data
    assert list(sdmx.data["INDICATOR_NAME"]) == expected
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(hostile)))
    assert [row[1] for row in book["数据"].iter_rows(min_row=2, values_only=True)] == expected


def test_hostile_names_are_not_executed(hostile: Extract) -> None:
    """No cell of the workbook is a formula; in the CSV for Excel an apostrophe stands before one."""
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(hostile)))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "d", "b"}
    assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink
                and "evil" in cell.hyperlink.target]
    made = FORMATS["csv"].make_for_people(hostile).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(made)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-", "\t", "\r"))]
    guarded = {cell for cell in cells if cell.startswith("'")}
    assert guarded >= {f"'{name}" for name in NAMES.values() if name[0] in "=+@-"}


@pytest.mark.parametrize(
    "codes, name",
    [
        ({}, "gz-2025324_2026-11-24.csv"),
        ({"sector": ["connectivity"]}, "gz-2025324_connectivity_2026-11-24.csv"),
        ({"sector": ["compute", "parks"], "time_period": ["2024"]},
         "gz-2025324_compute-parks_2024_2026-11-24.csv"),
        ({"sector": ["compute", "parks", "innovation"]}, "gz-2025324_3-sectors_2026-11-24.csv"),
        ({"breakdown": ["operator=china_unicom"]},
         "gz-2025324_operator-china-unicom_2026-11-24.csv"),
    ],
)
def test_a_file_is_named_for_what_is_inside(
    catalog: Catalog, codes: dict[str, list[str]], name: str
) -> None:
    """Document, codes and date, in ASCII; many codes are counted."""
    only = extract(catalog, document=["gz-2025324"], **codes)
    assert file_name(only, "csv") == name
    assert file_name(only, "csv", dated=False) == name.replace("_2026-11-24", "")
