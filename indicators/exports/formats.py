"""The formats, by the name that a data URL gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from indicators.exports.bundle import bundle
from indicators.exports.extract import Extract
from indicators.exports.plain import csv_for_excel, csv_for_programs, json_array, parquet
from indicators.exports.sdmx import sdmx_csv
from indicators.exports.workbook import workbook


class Format(NamedTuple):
    """A format.

    Attributes:
        extension: The end of the file's name, which is also that of the data URL.
        media_type: What HTTP calls it.
        make: Makes it for programs.
        make_for_people: Makes it for a download button.
    """

    extension: str
    media_type: str
    make: Callable[[Extract], bytes]
    make_for_people: Callable[[Extract], bytes]


FORMATS: Final[dict[str, Format]] = {
    "csv": Format("csv", "text/csv; charset=utf-8", csv_for_programs, csv_for_excel),
    "json": Format("json", "application/json", json_array, json_array),
    "xlsx": Format(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook,
        workbook,
    ),
    "parquet": Format("parquet", "application/vnd.apache.parquet", parquet, parquet),
    "sdmx.csv": Format(
        "sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", sdmx_csv,
        sdmx_csv,
    ),
    "zip": Format("zip", "application/zip", bundle, bundle),
}
