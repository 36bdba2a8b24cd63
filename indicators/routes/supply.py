"""Where the routes get the shared catalogue and table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalog import Catalog
from indicators.reading.problems import Problem
from indicators.table.selection import REPLY, Fault, nearest_code, shortened


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


def led(catalog: Catalog, asked: Sequence[str]) -> tuple[Catalog, list[Fault]]:
    """Return the catalogue led by the document that is asked for, and what is wrong with that.

    Args:
        catalog: The catalogue.
        asked: What the parameter `REPLY` was given, as often as it stands in the address.
    """
    known = tuple(entry.document.id for entry in catalog.main_documents)
    for document in asked:
        if document not in known:
            short = shortened(document)
            return catalog, [Fault("unknown-code", REPLY, short, known, nearest_code(short, known))]
    if len(asked) > 1:
        return catalog, [Fault("repeated", REPLY, "", known)]
    return catalog.led_by(asked[0] if asked else None), []


Supplier = Callable[[], Supply]


def dashboards_own() -> Supply:
    """Return the very catalogue and table that the pages show: a request makes no copy."""
    from indicators.ui.state import look, shared_dashboard

    data = look()
    board = shared_dashboard(data)
    return Supply(board.catalog, board.table, data.errors)
