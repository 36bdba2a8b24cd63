"""Where the routes get the shared catalogue and table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalog import Catalog
from indicators.reading.problems import Problem
from indicators.table.selection import PLACE, REPLY, Fault, nearest_code, shortened


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


def led(
    catalog: Catalog, replies: Sequence[str], places: Sequence[str]
) -> tuple[Catalog, list[Fault]]:
    """Return the catalogue as it is asked to be looked at, and what is wrong with that.

    Args:
        catalog: The catalogue.
        replies: What the parameter `REPLY` was given, as often as it stands in the address.
        places: The same of `PLACE`.
    """
    documents = tuple(entry.document.id for entry in catalog.all_main_documents)
    faults: list[Fault] = []
    for name, asked, known in ((REPLY, replies, documents), (PLACE, places, tuple(catalog.areas))):
        wrong = next((code for code in asked if code not in known), None)
        if wrong is not None:
            short = shortened(wrong)
            faults.append(Fault("unknown-code", name, short, known, nearest_code(short, known)))
        elif len(asked) > 1:
            faults.append(Fault("repeated", name, "", known))
    if faults:
        return catalog, faults
    return catalog.led_by(*(next(iter(asked), None) for asked in (replies, places))), []


Supplier = Callable[[], Supply]


def dashboards_own() -> Supply:
    """Return the very catalogue and table that the pages show: a request makes no copy."""
    from indicators.ui.state import look, shared_dashboard

    data = look()
    board = shared_dashboard(data)
    return Supply(board.catalog, board.table, data.errors)
