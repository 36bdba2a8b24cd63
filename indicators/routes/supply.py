"""Where the routes get the shared catalogue and table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pandas as pd

from indicators.catalog import Catalog


class Supply(Protocol):
    """A catalogue with its table; shared, read-only."""

    @property
    def catalog(self) -> Catalog:
        """What the data folder says."""

    @property
    def table(self) -> pd.DataFrame:
        """One row an observation."""


Supplier = Callable[[], Supply]


def dashboards_own() -> Supply:
    """Return the very catalogue and table that the pages show: a request makes no copy."""
    from indicators.ui.state import dashboard

    return dashboard()
