"""The tidy table: one row an observation, with the columns of `indicators.table.rows.COLUMNS`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from indicators.catalog import Catalog
from indicators.catalog.claimed import Claimed
from indicators.catalog.columns import Observations, fields, packed
from indicators.table.codes import CLAIMED
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
        name: _codes(rows, dtype) if name == CODE else _column(rows, name, dtype)
        for name, (dtype, _) in COLUMNS.items()
    })


def _column(rows: Observations, name: str, dtype: str) -> Any:
    """Return a column: what a field's values become is worked out once for each of them."""
    field, make = OF_FIELDS[name]
    array, pool = rows.column(field)
    codes = np.frombuffer(array, dtype=array.typecode) if len(array) else np.empty(0, np.int8)
    cells = [make(value) for value in pool]
    if dtype not in ("str", "category"):
        return np.array(cells, dtype=dtype).take(codes) if cells else np.empty(0, dtype)
    texts = pd.Index(cells, dtype="str")
    if dtype == "str":
        return pd.Series(texts.take(codes)) if len(codes) else pd.Series([], dtype="str")
    used, again = np.unique(codes, return_inverse=True)
    numbers, categories = pd.factorize(texts.take(used), sort=True)
    return pd.Categorical.from_codes(numbers.take(again), categories)


def _codes(rows: Observations, dtype: str) -> pd.Series[str]:
    claims = (Claimed(*parts) for parts in fields(rows, *CLAIMED))
    return pd.Series([claim.code for claim in claims], dtype=dtype)


def as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of the table with texts in the place of categories: as they leave the program."""
    names = [name for name in rows.columns if isinstance(rows[name].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(names, "str"))
