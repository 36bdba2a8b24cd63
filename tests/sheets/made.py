"""Sheets as people send them back: opened, changed and saved by another program."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalog import Catalog
from indicators.catalog.sources import make_source
from indicators.models import DocumentFile
from indicators.sheets import Taken, from_sheet, to_sheet

YAML = """\
document:
  id: made-up
  title: {zh: 一份答复, en: A reply}
  number: 第1号
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2025-06-20
  trust: official
  ref_area: 440100
claims:
  - indicator: base_stations_5g
    figure: 10.97万座
    period: 2025-Q1
    section: 一(二)2
  - indicator: optical_cable_length
    figure: 超43万公里
    period: 2025-Q1
    section: 一(二)2
  - indicator: optical_cable_length
    breakdown: {operator: china_telecom}
    figure: 23万公里
    period: 2025-Q1
    section: 一(二)2
"""
"""Claims in rows 2, 3 and 4; columns: A figure, B indicator, C period, D section, E operator."""

Change = Callable[[Any], None]


def model(data: bytes) -> DocumentFile | None:
    """Return what a YAML says."""
    return make_source("documents/x.yaml", DocumentFile, data).entry


def changed(change: Change, catalog: Catalog, yaml: str = YAML, lang: str = "zh") -> bytes:
    """Return a document's workbook as openpyxl saves it after a change."""
    book = openpyxl.load_workbook(io.BytesIO(to_sheet(yaml.encode(), catalog, lang)))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(change: Change, catalog: Catalog, yaml: str = YAML) -> Taken:
    """Return what a changed workbook gives."""
    return from_sheet(changed(change, catalog, yaml), "答复.xlsx", catalog)


def claims(book: Any) -> Worksheet:
    """Return the sheet of claims."""
    sheet = book["数据"]
    assert isinstance(sheet, Worksheet)
    return sheet


def as_date(sheet: Worksheet, cell: str, day: datetime, shape: str) -> None:
    """Put a date into a cell, shown in a format."""
    sheet[cell] = day
    sheet[cell].number_format = shape


def documents() -> list[Path]:
    """Return every document of the project and of its tests."""
    root = Path(__file__).parents[2]
    found = [*sorted((root / "data/documents").glob("*.yaml")), *sorted((root / "tests/data/documents").glob("*.yaml"))]
    assert len(found) > 20
    return found
