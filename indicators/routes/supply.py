"""Where the routes get the shared catalogue and table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from indicators.catalog import Catalog
from indicators.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class Supply:
    """A catalogue with its table; shared, read-only.

    Attributes:
        catalog: What the data folder says, or said when it was last free of errors.
        table: One row an observation.
        errors: What is wrong with the folder as it is now.
    """

    catalog: Catalog
    table: pd.DataFrame
    errors: tuple[Problem, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the catalogue may be given out."""
        return not self.catalog.errors


Supplier = Callable[[], Supply]


def dashboards_own() -> Supply:
    """Return the very catalogue and table that the pages show: a request makes no copy."""
    from indicators.ui.state import look, shared_dashboard

    data = look()
    board = shared_dashboard(data)
    return Supply(board.catalog, board.table, data.errors)
