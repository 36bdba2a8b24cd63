"""The table twin: what a picture shows, as a table that can be sorted, read out and copied."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st

from indicators.catalog.places import area_name
from indicators.language.code_names import code_name
from indicators.language.sections import section_text
from indicators.ui.components import Column, show_grid
from indicators.ui.numbers import breakdown_name, document_label, interval, period, unit_name
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST: Final = 200


def columns_of(board: Dashboard, rows: pd.DataFrame, lang: str) -> list[Column]:
    """Return observations as columns of text, in their order.

    With bound, interval, unit, period, section, status and document; the keys sort numbers as
    numbers and periods by their end.
    """
    entries: list[dict[Any, Any]] = rows.to_dict("records")
    catalog = board.catalog

    def texts(key: str, cells: list[str], keys: list[float] | list[str] | None = None) -> Column:
        return Column(word(key, lang), cells, keys)

    values = [float(row["obs_value"]) for row in entries]
    # Where all are of the place that is looked at, nobody needs it in every line.
    places = [str(row["ref_area"]) for row in entries]
    named = [] if all(map(catalog.is_home, places)) else [
        texts("ref_area", [area_name(catalog.areas, code, lang) for code in places])
    ]
    return [
        texts("indicator", [catalog.indicators[row["indicator"]].name.in_language(lang)
                            for row in entries]),
        *named,
        texts("breakdown", [breakdown_name(board, row["breakdown"], lang) for row in entries]),
        texts("figure", [row["figure"] for row in entries]),
        texts("period", [period(row, lang) for row in entries],
              [str(row["time_period"]) for row in entries]),
        texts("document", [document_label(board, row["document"], lang) for row in entries]),
        texts("section", [section_text(str(row["section"]), lang) for row in entries]),
        texts("relation", [word(row["relation"], lang) for row in entries]),
        texts("value", [_number(value) for value in values], values),
        texts("interval", ["" if pd.isna(row["lower"]) and pd.isna(row["upper"]) else interval(row)
                           for row in entries],
              [float(row["lower"]) for row in entries]),
        texts("unit", [unit_name(board, row, lang) for row in entries]),
        texts("obs_status", [code_name(catalog, "obs_status", row["obs_status"], lang)
                             for row in entries]),
    ]


def _number(value: float) -> str:
    return "" if pd.isna(value) else f"{value:,.15g}".replace("-", "−")


def show_rows(
    board: Dashboard, rows: pd.DataFrame, lang: str, *, key: str, order: pd.Series[int] | None = None
) -> None:
    """Show observations as a table, the first `MOST` of them.

    Args:
        board: The catalogue and the table.
        rows: The observations.
        lang: ``zh`` or ``en``.
        key: Tells tables on one page apart.
        order: What to order them by, one number a row; by default those of the main document
            stand first. Only the rows that are shown are moved.
    """
    columns = board.once(
        ("grid", rows_key(rows), None if order is None else _digest(order.to_numpy()), lang),
        partial(_first_columns, board, rows, lang, order),
    )
    show_grid(columns, word("table", lang), lang, key=key)
    if len(rows) > MOST:
        st.text(word("only_first", lang).format(count=MOST))


def rows_key(rows: pd.DataFrame) -> bytes:
    """Return what tells rows of a board's table from other rows of it, and their order."""
    places = rows.index
    if isinstance(places, pd.RangeIndex):  # the whole table, or a part in one piece
        return repr(places).encode()
    return _digest(places.to_numpy())


def _digest(numbers: np.ndarray[Any, Any]) -> bytes:
    return hashlib.blake2b(numbers.tobytes(), digest_size=16).digest()


def _first_columns(
    board: Dashboard, rows: pd.DataFrame, lang: str, order: pd.Series[int] | None
) -> list[Column]:
    if order is None:
        main = board.catalog.main_document
        order = (rows["document"] != (main.document.id if main is not None else "")).astype(int)
    first = rows.iloc[np.argsort(order.to_numpy(), kind="stable")[:MOST]]
    return columns_of(board, first, lang)


def show_twin(
    board: Dashboard, rows: pd.DataFrame | Callable[[], pd.DataFrame], lang: str, *, key: str
) -> None:
    """Show the table of a picture, behind a heading that opens it.

    It is only made once it is opened: a page with ten pictures would otherwise be sent twice.

    Args:
        board: The catalogue and the table.
        rows: The observations, or what finds them once they are asked for.
        lang: ``zh`` or ``en``.
        key: Tells tables on one page apart.
    """
    box = st.expander(word("table_twin", lang), key=f"twin-{key}", on_change="rerun")
    if box.open:
        with box:
            found = rows if isinstance(rows, pd.DataFrame) else rows()
            show_rows(board, found, lang, key=f"twin-{key}")
