"""What a run of the script starts from: the catalogue, the table and the language.

The catalogue and the table are made once for a state of the data folder and shared, read-only, by
all sessions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from indicators.catalog import Catalog, data_folder, folder_fingerprint, read_catalog
from indicators.models import Sector
from indicators.table import observations
from indicators.ui.words import LANGUAGE_LABEL, LANGUAGES

Row = Any
"""An observation: a row of the table, by the names of its columns."""

_URL_LANGUAGE = "_lang_of_url"


@dataclass(frozen=True)
class Dashboard:
    """The catalogue with its table, and where each sector's and indicator's rows are.

    Attributes:
        catalog: What the data folder says.
        table: One row an observation; not to be changed.
    """

    catalog: Catalog
    table: pd.DataFrame
    _rows: dict[str, dict[str, Any]] = field(repr=False)

    def rows_of(self, column: str, value: str) -> pd.DataFrame:
        """Return the rows whose ``sector`` or ``indicator`` is ``value``."""
        return self.table.take(self._rows[column].get(value, []))

    def latest(self, indicator: str) -> pd.Series[Any] | None:
        """Return the newest total of an indicator, from the main document where it has one."""
        rows = self.rows_of("indicator", indicator)
        rows = rows[rows["breakdown"] == "_T"]
        main = self.catalog.main_document
        if main is not None and (rows["document"] == main.document.id).any():
            rows = rows[rows["document"] == main.document.id]
        if rows.empty:
            return None
        return rows.sort_values("time_period", kind="stable").iloc[-1]

    @property
    def sectors(self) -> list[Sector]:
        """The sectors, in the order of the navigation."""
        return list(self.catalog.sectors.values())


def _positions(table: pd.DataFrame, column: str) -> dict[str, Any]:
    """Return where the rows of each value of a column are."""
    return {str(key): places for key, places in table.groupby(column).indices.items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _load(folder: str, fingerprint: str) -> Dashboard:
    """Read the data folder; ``fingerprint`` makes the cache follow its files."""
    del folder, fingerprint
    catalog = read_catalog(data_folder())
    table = observations(catalog)
    rows: dict[str, dict[str, Any]] = {"sector": {}, "indicator": {}}
    if not table.empty:
        rows = {column: _positions(table, column) for column in rows}
    return Dashboard(catalog, table, rows)


def dashboard() -> Dashboard:
    """Return the shared catalogue and table for the data folder as it is now."""
    folder = data_folder()
    return _load(str(folder), folder_fingerprint(folder))


def language() -> str:
    """Return the reader's language, ``zh`` or ``en``."""
    chosen = st.session_state.get("lang")
    return chosen if chosen in LANGUAGES else "zh"


def language_switch() -> str:
    """Show the switch that the URL carries, and return the language.

    The widget's own ``bind="query-params"`` would write the label into the URL (``lang=English``),
    so the two are kept in step here: an address that changed wins over the widget.
    """
    stored = st.session_state
    asked = st.query_params.get("lang")
    if asked in LANGUAGES and asked != stored.get(_URL_LANGUAGE):
        stored["lang"] = asked
    if stored.get("lang") not in LANGUAGES:
        # A run that begins before the browser has drawn the switch finds it without a choice.
        stored["lang"] = asked if asked in LANGUAGES else "zh"
    st.segmented_control(
        LANGUAGE_LABEL, list(LANGUAGES), required=True, key="lang",
        format_func=LANGUAGES.__getitem__, label_visibility="collapsed",
    )
    chosen = language()
    if asked != chosen:
        st.query_params["lang"] = chosen
    stored[_URL_LANGUAGE] = chosen
    return chosen
