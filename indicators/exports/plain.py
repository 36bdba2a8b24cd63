"""The formats that are one table under its own names: CSV, JSON and Parquet.

CSV comes in two readings. That of the data URLs and of the command line is for programs: UTF-8
without a mark, every text letter by letter. That of the download buttons is for Excel: with the
mark that makes it read Chinese, and with an apostrophe before a text that Excel would take for a
formula.
"""

from __future__ import annotations

import io
import json
import math
import re
from typing import Any, Final

import pandas as pd

from indicators.exports.extract import Extract

BOM: Final = b"\xef\xbb\xbf"
_FORMULA: Final = re.compile(r"^[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"^[+\-]?[0-9][0-9.,]*[%％万亿]*\Z")


def is_risky(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula; a plain number is harmless."""
    return bool(_FORMULA.match(text)) and not _NUMBER.match(text)


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV for programs (RFC 4180, but with line feeds only); ``true`` and ``false`` are the web's."""
    flags = {name: cells.map({True: "true", False: "false"}) for name, cells in table.items()
             if pd.api.types.is_bool_dtype(cells)}
    return table.assign(**{str(name): cells for name, cells in flags.items()}).to_csv(index=False, lineterminator="\n").encode()


def csv_for_programs(extract: Extract) -> bytes:
    """Return the observations as CSV without a byte order mark."""
    return to_csv(extract.table)


def csv_for_excel(extract: Extract) -> bytes:
    """Return the observations as CSV that Excel opens as UTF-8, no text of it as a formula."""
    return BOM + to_csv(guarded(extract.table))


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose risky texts have an apostrophe before them."""
    columns = {}
    for name in table.columns:
        if pd.api.types.is_string_dtype(table[name]):
            risky = {text: f"'{text}" for text in table[name].unique() if is_risky(str(text))}
            if risky:
                columns[name] = table[name].replace(risky)
    return table.assign(**columns) if columns else table


def to_json(table: pd.DataFrame) -> bytes:
    """Return a table as an array of objects, one a line; what isn't a number is null."""
    lines = [
        json.dumps({key: _plain(value) for key, value in record.items()},
                   ensure_ascii=False, allow_nan=False)
        for record in table.to_dict("records")
    ]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def json_array(extract: Extract) -> bytes:
    """Return the observations as a JSON array of objects."""
    return to_json(extract.table)


def parquet(extract: Extract) -> bytes:
    """Return the observations as Parquet."""
    target = io.BytesIO()
    extract.table.to_parquet(target, index=False)
    return target.getvalue()
