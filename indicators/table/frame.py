"""The tidy table: one row an observation, with the columns of `indicators.table.rows.COLUMNS`."""

from __future__ import annotations

import pandas as pd

from indicators.catalog import Catalog
from indicators.table.rows import COLUMNS

__all__ = ["COLUMNS", "observations"]


def observations(catalog: Catalog) -> pd.DataFrame:
    """Return the observations as a table.

    Args:
        catalog: The catalogue.

    Returns:
        One row an observation, in the order of documents and claims; the columns and dtypes of
        `COLUMNS`. ``obs_value``, ``lower`` and ``upper`` are in ``unit_measure``; NaN means no
        single value, or no bound on that side.
    """
    rows = catalog.observations
    return pd.DataFrame(
        {
            name: pd.Series([cell(row) for row in rows], dtype=dtype)
            for name, (dtype, cell) in COLUMNS.items()
        }
    )
