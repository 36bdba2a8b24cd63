"""What a run of the script starts from: the catalogue, the table and the language.

The catalogue and the table are made once for a state of the data folder and shared, read-only, by
all sessions. An edit that breaks the data leaves the last good state in place.
"""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

import pandas as pd
import streamlit as st

from indicators.catalog import Catalog, CatalogStore, Observation, Snapshot, data_folder
from indicators.catalog.assembling import Reading
from indicators.evidence.findings import Findings, find
from indicators.evidence.judging import sound
from indicators.evidence.standing import of_one_place, standing_totals
from indicators.limits.memory import give_back
from indicators.models import Sector
from indicators.table.frame import observations
from indicators.table.selection import PLACE, REPLY, kept_positions
from indicators.ui import live
from indicators.ui.framework.sessions import SHOWN
from indicators.ui.words import LANGUAGE_LABEL, LANGUAGES

T = TypeVar("T")
Row = Any
"""An observation: a row of the table, by the names of its columns."""

_URL_LANGUAGE = "_lang_of_url"
_BOARD = "_board"
MOST_MADE = 1000
"""Pieces of pages that are kept for a state of the data."""
_REPLY = "_reply"
_PLACE = "_place"


@dataclass(frozen=True)
class Dashboard:
    """The catalogue with its table, and where each sector's and indicator's rows are.

    Attributes:
        catalog: What the data folder says.
        table: One row an observation; not to be changed.
    """

    catalog: Catalog
    table: pd.DataFrame
    _latest: dict[str, int] = field(repr=False)
    _gathered: dict[tuple[str, str], pd.DataFrame] = field(default_factory=dict, repr=False)
    _judged: list[Findings] = field(default_factory=list, repr=False)
    _judging: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _made: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict, repr=False)
    _making: dict[Hashable, threading.Lock] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def judged(self) -> Findings:
        """What follows from all the figures together, found once for all sessions, when asked for.

        It takes far longer than reading an edit, and only some pages show it.
        """
        with self._judging:
            if not self._judged:
                self._judged.append(find(self.catalog))
                give_back()
            return self._judged[0]

    def rows_of(self, column: str, value: str) -> pd.DataFrame:
        """Return the rows whose ``sector`` or ``indicator`` is ``value``.

        They are gathered once for all sessions; who changes what is returned changes a copy.
        """
        rows = self._gathered.get((column, value))
        if rows is None:
            rows = self.table.take(kept_positions(self.table).of(column).get(value, []))
            if len(rows):  # Names that an address made up aren't kept.
                self._gathered[column, value] = rows
        return rows.copy(deep=False)

    @property
    def places(self) -> list[str]:
        """The places that have figures, by code, in the order of the file; what may be looked at."""
        known = kept_positions(self.table).of("ref_area")
        return [code for code in self.catalog.areas if code in known]

    def own_rows_of(self, sector: str) -> pd.DataFrame:
        """Return a sector's rows of the place that is looked at, and of no other."""
        rows = self.rows_of("sector", sector)
        return rows[rows["ref_area"] == self.catalog.home]

    def rows_in_one_place(self, indicator: str) -> pd.DataFrame:
        """Return an indicator's rows of the place that is looked at.

        One that has no figure of it has those of the place whose figure stands; who shows them
        says which place that is.
        """
        return of_one_place(self.catalog, self.rows_of("indicator", indicator))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for ``key`` before, by whichever session, or make it.

        What follows from the data alone, the language and the width of the page needn't be made for
        every run of every session. It is kept as long as the board is, the last `MOST_MADE` of it.

        Args:
            key: What is made, and for which language and width; equal for equal things only.
            make: Makes it; nobody may change it afterwards.
        """
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast(T, self._made[key])
            making = self._making.setdefault(key, threading.Lock())
        # After an edit twenty sessions ask at once: one makes it, for the others would only take
        # its processor from it.
        with making:
            with self._lock:
                if key in self._made:
                    return cast(T, self._made[key])
            try:
                made = make()
                with self._lock:
                    self._made[key] = made
                    while len(self._made) > MOST_MADE:
                        self._made.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def observations_of(self, column: str, value: str) -> list[Observation]:
        """Return what a document claims, or all say of an indicator; no other rows are looked at."""
        places = kept_positions(self.table).of(column).get(value, ())
        return [self.catalog.observations[place] for place in places]

    @property
    def standing(self) -> list[Observation]:
        """The figure that stands for each indicator, by `indicators.evidence.standing`."""
        return [self.catalog.observations[place] for place in self._latest.values()]

    def latest(self, indicator: str) -> pd.Series[Any] | None:
        """Return the total that stands for an indicator, by `indicators.evidence.standing`."""
        place = self._latest.get(indicator)
        return None if place is None else self.table.iloc[place]

    def latest_here(self, indicator: str) -> pd.Series[Any] | None:
        """Return the total that stands for an indicator, if it is of the place that is looked at."""
        row = self.latest(indicator)
        return row if row is not None and self.catalog.is_home(str(row["ref_area"])) else None

    @property
    def sectors(self) -> list[Sector]:
        """The sectors, in the order of the navigation."""
        return list(self.catalog.sectors.values())


def make_dashboard(catalog: Catalog, table: pd.DataFrame | None = None) -> Dashboard:
    """Return a catalogue with its table; what pages look up again and again is found here once.

    Args:
        catalog: The catalogue.
        table: Its table, if there is one: it is the same whichever document leads.
    """
    made = observations(catalog) if table is None else table
    kept_positions(made).of("indicator")
    return Dashboard(catalog, made, standing_totals(catalog))


@st.cache_resource(show_spinner=False)
def _store(folder: str) -> CatalogStore:
    """Return the store that all sessions share."""
    return CatalogStore(Path(folder), further=sound)


@st.cache_resource(max_entries=8, show_spinner=False)
def _dashboard(folder: str, fingerprint: str, _catalog: Catalog) -> Dashboard:
    """Make the table, once for all sessions and for each state of the data."""
    del fingerprint
    newest = _catalog.led_by(None)
    table = None if newest is _catalog else _dashboard(folder, newest.fingerprint, newest).table
    board = make_dashboard(_catalog, table)
    # What is there now stays until the data changes, so the collector needn't go through it again
    # and again. A replaced catalogue holds no circles, and is freed without it; whatever else does
    # is looked for at each change. (Streamlit's own collection after each run is off.)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()
    return board


def look(wait: float = 0.0) -> Snapshot:
    """Look at the folder; return the data as it is now. `CatalogStore.snapshot` says more."""
    return _store(str(data_folder().absolute())).snapshot(wait)


def snapshot() -> Snapshot:
    """Return the data that pages show, and what is wrong with it.

    Where the files are being followed this costs nothing; elsewhere it is a look at the folder.
    """
    return live.followed() or look()


def dashboard() -> Dashboard:
    """Return the shared catalogue and table: the newest that are free of errors.

    All of a run of the script sees the same ones, even if a file is saved meanwhile.
    """
    board = st.session_state.get(_BOARD)
    return board if isinstance(board, Dashboard) else begin_run(snapshot())


def shared_dashboard(
    data: Snapshot, lead: str | None = None, place: str | None = None
) -> Dashboard:
    """Return the catalogue of ``data`` with its table, made once for sessions and data URLs.

    Args:
        data: The data.
        lead: The earlier main document that is to lead; None for the newest.
        place: The place to look at; None for the one that the dashboard opens with.
    """
    catalog = data.catalog.led_by(lead, place)
    return _dashboard(str(catalog.folder.absolute()), catalog.fingerprint, catalog)


def _view_asked(catalog: Catalog) -> Catalog:
    """Return the catalogue as the address, or an earlier one of this session, asks to look at it.

    Which reply leads and which place is looked at stand in the address of every page, so that what
    is sent to others shows the same. A reply that an address names brings its place along.
    """
    for name, key in ((REPLY, _REPLY), (PLACE, _PLACE)):
        asked = st.query_params.get(name)
        if asked is not None:
            st.session_state[key] = asked
            if name == REPLY and PLACE not in st.query_params:
                st.session_state.pop(_PLACE, None)
    seen = catalog.led_by(st.session_state.get(_REPLY), st.session_state.get(_PLACE))
    for name, value in ((REPLY, seen.lead), (PLACE, seen.place)):
        asked = st.query_params.get(name)
        if value is not None and asked != value:
            st.query_params[name] = value
        elif value is None and asked is not None:
            del st.query_params[name]
    return seen


def look_at(place: str) -> None:
    """Show the figures of another place from the next run on; for the callback of a widget."""
    st.session_state.pop(_REPLY, None)
    st.session_state[_PLACE] = place
    st.query_params[PLACE] = place
    if REPLY in st.query_params:
        del st.query_params[REPLY]


def kept_in_address() -> dict[str, str]:
    """Return what every link carries on: the language, the place, and an earlier reply that leads."""
    board = st.session_state.get(_BOARD)
    if not isinstance(board, Dashboard):
        return {"lang": language()}
    seen = ((REPLY, board.catalog.lead), (PLACE, board.catalog.place))
    return {"lang": language()} | {name: value for name, value in seen if value}


def begin_run(data: Snapshot) -> Dashboard:
    """Let the run that begins show ``data``; pages get it from `dashboard`."""
    seen = _view_asked(data.catalog)
    board = shared_dashboard(data, seen.lead, seen.place)
    st.session_state[_BOARD] = board
    st.session_state[SHOWN] = data.fingerprint
    return board


def reading() -> Reading:
    """Return the folder as it was last read, to try a document in it."""
    return _store(str(data_folder().absolute())).reading()


def language() -> str:
    """Return the reader's language, ``zh`` or ``en``."""
    chosen = st.session_state.get("lang")
    return chosen if chosen in LANGUAGES else own_language()


def own_language() -> str:
    """Return the language that the data folder is written in first, in which the dashboard opens."""
    return snapshot().catalog.languages[0]


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
        stored["lang"] = asked if asked in LANGUAGES else own_language()
    st.segmented_control(
        LANGUAGE_LABEL, list(LANGUAGES), required=True, key="lang",
        format_func=LANGUAGES.__getitem__, label_visibility="collapsed",
    )
    chosen = language()
    if asked != chosen:
        st.query_params["lang"] = chosen
    stored[_URL_LANGUAGE] = chosen
    return chosen
