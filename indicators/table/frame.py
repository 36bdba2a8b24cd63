"""The tidy table: one row an observation, with the columns of `indicators.table.rows.COLUMNS`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.catalog import Catalog
from indicators.catalog.columns import Observations, packed
from indicators.catalog.pools import Texts, letters_of
from indicators.table.many_codes import LENGTH, codes_of
from indicators.table.rows import CODE, COLUMNS, OF_FIELDS

__all__ = ["COLUMNS", "as_text", "observations"]


def observations(catalog: Catalog) -> pd.DataFrame:
    """Return the observations as a table.

    Args:
        catalog: The catalogue.

    Returns:
        One row an observation, in the order of documents and claims; the columns and dtypes of
        `COLUMNS`. ``obs_value``, ``lower`` and ``upper`` are in ``unit_measure``; NaN means no
        single value, or no bound on that side. The categories of a column are sorted as texts are.
    """
    rows = packed(catalog.observations)
    return pd.DataFrame({
        name: _codes(rows) if name == CODE else _column(rows, name, dtype)
        for name, (dtype, _) in COLUMNS.items()
    })


def _column(rows: Observations, name: str, dtype: str) -> Any:
    """Return a column: what a field's values become is worked out once for each of them."""
    field, make = OF_FIELDS[name]
    array, pool = rows.column(field)
    codes = np.frombuffer(array, dtype=array.typecode) if len(array) else np.empty(0, np.int8)
    if dtype == "str":
        return _texts(pool if isinstance(pool, Texts) else Texts(*letters_of(str(make(value)) for value in pool)), codes)
    cells = [make(value) for value in pool]
    if dtype != "category":
        return np.array(cells, dtype=dtype).take(codes) if cells else np.empty(0, dtype)
    texts = pd.Index(cells, dtype="str")
    used, again = np.unique(codes, return_inverse=True)
    numbers, categories = pd.factorize(texts.take(used), sort=True)
    return pd.Categorical.from_codes(numbers.take(again), categories)


def _texts(pool: Texts, codes: np.ndarray[Any, Any]) -> pd.Series[str]:
    """Return texts as a column, without making one of each."""
    buffers = pa.py_buffer(pool.starts), pa.py_buffer(pool.letters)
    return _of_arrow(pa.StringArray.from_buffers(len(pool), *buffers).take(pa.array(codes)))


def _of_arrow(texts: pa.Array) -> pd.Series[str]:
    return pd.Series(pd.array(texts, dtype="str"))


def _codes(rows: Observations) -> pd.Series[str]:
    """Return the claims' codes."""
    letters = codes_of(rows).tobytes()
    starts = np.arange(0, len(letters) + 1, LENGTH, dtype=np.int32)
    return _of_arrow(pa.StringArray.from_buffers(len(rows), pa.py_buffer(starts), pa.py_buffer(letters)))


def as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of the table with texts in the place of categories: as they leave the program."""
    names = [name for name in rows.columns if isinstance(rows[name].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(names, "str"))
