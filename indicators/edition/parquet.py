"""The observations as Parquet, a file for each place and year, as Hive names them.

``place`` and ``year`` are the names of folders and no columns of the files: whoever asks for one place and
a few years opens those alone. ``ref_area`` and ``time_period`` stand in the files as well, as texts: a
folder's name is read as a number, which would take the zeros from the head of a code.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalog import Catalog
from indicators.exports.extract import ADDED_COLUMNS, with_sources
from indicators.figures.periods import parse_period
from indicators.table.rows import COLUMNS

FOLDER: Final = "observations"
_CHUNK: Final = 200_000
"""Rows that get their names and sources at a time."""
_TYPES: Final = {"float64": pa.float64(), "int64": pa.int64(), "bool": pa.bool_()}
SCHEMA: Final = pa.schema([
    *((name, _TYPES.get(dtype, pa.string())) for name, (dtype, _) in COLUMNS.items()),
    *((name, pa.bool_() if name == "stands" else pa.string()) for name in ADDED_COLUMNS),
])
"""The columns of each file: the table's, then names and sources; a number that isn't there is null."""


def observation_files(catalog: Catalog, table: pd.DataFrame) -> Iterator[tuple[str, bytes]]:
    """Give the files: ``observations/place=440100/year=2025/observations.parquet``, and its bytes.

    Args:
        catalog: The catalogue.
        table: Its observations.
    """
    years = {str(code): year_of(str(code)) for code in table["time_period"].unique()}
    parts: dict[tuple[str, int], list[int]] = {}
    for at, (place, period) in enumerate(zip(table["ref_area"], table["time_period"], strict=True)):
        parts.setdefault((place, years[period]), []).append(at)
    waiting: list[tuple[tuple[str, int], list[int]]] = []
    size = 0
    for name in sorted(parts):
        waiting.append((name, parts[name]))
        size += len(parts[name])
        if size >= _CHUNK:
            yield from _written(catalog, table, waiting)
            waiting, size = [], 0
    yield from _written(catalog, table, waiting)


def year_of(period: str) -> int:
    """Return the year in which a period ends."""
    return parse_period(period).end.year


def _written(
    catalog: Catalog, table: pd.DataFrame, parts: list[tuple[tuple[str, int], list[int]]]
) -> Iterator[tuple[str, bytes]]:
    """Give the files of some places and years, whose rows are completed together."""
    if not parts:
        return
    rows = with_sources(catalog, table.take([at for _, places in parts for at in places]))
    whole = pa.Table.from_pandas(rows, schema=SCHEMA, preserve_index=False).replace_schema_metadata()
    start = 0
    for (place, year), places in parts:
        target = io.BytesIO()
        pq.write_table(
            whole.slice(start, len(places)), target, compression="zstd", store_schema=False
        )
        start += len(places)
        yield f"{FOLDER}/place={place}/year={year}/observations.parquet", target.getvalue()
