"""What an export is made from: the selected observations with the source of each beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from indicators.catalog import Catalog
from indicators.catalog.model import IDENTITY
from indicators.catalog.release import Hold, hold_of
from indicators.catalog.today import today
from indicators.evidence.confirmations import reason_text, said_in
from indicators.evidence.standing import standing_totals
from indicators.figures.periods import PeriodError, parse_period
from indicators.language.citation import with_scheme
from indicators.language.text import unit_label
from indicators.models import Clearance, Document
from indicators.table.frame import as_text
from indicators.table.selection import Selection


class TooLargeError(ValueError):
    """A selection doesn't fit into a format; ``most`` rows would."""

    def __init__(self, rows: int, most: int) -> None:
        self.rows = rows
        self.most = most
        super().__init__(f"{rows} observations; this format holds {most}")


def _until(document: Document) -> str:
    return document.embargo_until.isoformat() if document.embargo_until is not None else ""


_OF_DOCUMENT: Final[dict[str, Callable[[Document], str]]] = {
    "document_number": lambda document: document.number or "",
    "document_date": lambda document: document.date.isoformat(),
    "document_title": lambda document: document.title.zh,
    "producer": lambda document: document.producer.zh,
    "producer_basis": lambda document: document.producer_basis,
    "document_trust": lambda document: str(document.trust),
    "document_address": lambda document: with_scheme("".join(document.addresses[:1])),
    "document_address_2": lambda document: with_scheme("".join(document.addresses[1:2])),
    "document_access": lambda document: str(document.release_on(today())),
    "embargo_until": _until,
}
ADDED_COLUMNS: Final = (
    "indicator_name", "indicator_name_en", *_OF_DOCUMENT, "document_role", "stands", "confirmed",
    "confirmed_en", "period_start", "period_end", "unit_label", "unit_label_en",
)
"""The columns that an export has beyond the table's: names, and where the figure comes from."""


def with_sources(catalog: Catalog, rows: pd.DataFrame) -> pd.DataFrame:
    """Return observations with their names and sources beside them.

    Args:
        catalog: The catalogue.
        rows: Rows of the table.

    Returns:
        The table's columns, then `ADDED_COLUMNS`, all text but ``stands``; nothing is empty that the document's
        entry states. A new table; ``rows`` isn't changed. Its index counts from 0.
    """
    rows = as_text(rows)
    names = {key: entry.name for key, entry in catalog.indicators.items()}
    added: dict[str, pd.Series[str]] = {
        "indicator_name": _looked_up(rows["indicator"], {k: n.zh for k, n in names.items()}),
        "indicator_name_en": _looked_up(rows["indicator"], {k: n.en for k, n in names.items()}),
    }
    for column, get in _OF_DOCUMENT.items():
        values = {key: get(entry.document) for key, entry in catalog.documents.items()}
        added[column] = _looked_up(rows["document"], values)
    added |= _confirmed(catalog, rows)
    added |= _periods(rows["time_period"])
    for column, lang in (("unit_label", "zh"), ("unit_label_en", "en")):
        added[column] = _looked_up(rows["indicator"], {key: unit_label(key, catalog, lang) for key in names})
    roles = {key: catalog.role_of(key) for key in catalog.documents}
    added["document_role"] = _looked_up(rows["document"], roles)
    totals = standing_totals(catalog, set(rows["indicator"].unique()))
    standing = {catalog.observations[at].identity for at in totals.values()}
    keys = zip(*(rows[key] for key in IDENTITY), strict=True)
    stands = pd.Series([key in standing for key in keys], index=rows.index, dtype="bool")
    return rows.assign(**added, stands=stands).reset_index(drop=True)


def _periods(periods: pd.Series[str]) -> dict[str, pd.Series[str]]:
    """Return the first and the last day of each period; nothing where it isn't known."""
    known = {}
    for text in map(str, periods.unique()):
        try:
            period = parse_period(text)
        except PeriodError:
            known[text] = "", ""
        else:
            known[text] = period.start.isoformat(), period.end.isoformat()
    return {
        column: _looked_up(periods, {text: days[at] for text, days in known.items()})
        for at, column in enumerate(("period_start", "period_end"))
    }


def _confirmed(catalog: Catalog, rows: pd.DataFrame) -> dict[str, pd.Series[str]]:
    """Return why figures that don't fit their neighbours are true all the same; mostly nothing."""
    said = said_in(catalog, [str(code) for code in rows["document"].unique()])
    texts: dict[str, pd.Series[str]] = {}
    places = list(rows[list(IDENTITY)].itertuples(index=False, name=None)) if said else []
    for column, lang in (("confirmed", "zh"), ("confirmed_en", "en")):
        found = [
            reason_text(catalog, said[place], lang) if place in said else "" for place in places
        ]
        texts[column] = pd.Series(found or "", index=rows.index, dtype="str")
    return texts


def _looked_up(codes: pd.Series[str], values: dict[str, str]) -> pd.Series[str]:
    # Each code is looked up once, however many rows have it.
    found = {code: values[str(code)] for code in codes.unique()}
    return codes.map(found).astype("str")


@dataclass(frozen=True)
class Extract:
    """A selection, ready to be written in any format.

    Attributes:
        catalog: The catalogue.
        rows: The selected observations, rows of the table.
        selection: What was selected.
        lang: ``zh`` or ``en``: the language of sheets, headings and explanations.
        made: The day it is made.
        address: The address that shows the same selection; may be empty.
    """

    catalog: Catalog
    rows: pd.DataFrame
    selection: Selection
    lang: str
    made: date
    address: str = ""

    @property
    def table(self) -> pd.DataFrame:
        """The observations with names and sources, made anew."""
        return with_sources(self.catalog, self.rows)

    @property
    def unchecked(self) -> int:
        """How many of the observations nobody has checked."""
        return list(self.rows["clearance"]).count(Clearance.DRAFT.value)

    @property
    def hold(self) -> Hold:
        """What keeps the observations from being shown freely: the strictest of their documents rules."""
        return hold_of(self.catalog, self.rows[["document", "clearance"]].drop_duplicates().to_dict("records"))

    def used(self, column: str) -> list[str]:
        """Return the codes of a column that the rows have, in the order of their appearance."""
        return [str(code) for code in self.rows[column].unique()]
