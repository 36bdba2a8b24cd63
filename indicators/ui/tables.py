"""The table beneath the charts: every observation, as text and number."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.charts.sheet import text_width
from indicators.ui.numbers import breakdown_name, document_label, interval, period, unit_name
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST = 1000
_SIZE = 14
_PADDING = 24


def twin(board: Dashboard, rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return observations under translated names: the main document's first, in its order."""
    indicators = board.catalog.indicators
    main = board.catalog.main_document
    context = rows["document"] != (main.document.id if main is not None else "")
    rows = pd.concat([rows[~context], rows[context]])
    entries = rows.head(MOST).to_dict("records")
    columns = {
        "indicator": [indicators[row["indicator"]].name.in_language(lang) for row in entries],
        "breakdown": [breakdown_name(board, row["breakdown"], lang) for row in entries],
        "figure": [row["figure"] for row in entries],
        "period": [period(row, lang) for row in entries],
        "document": [document_label(board, row["document"], lang) for row in entries],
        "section": [row["section"] for row in entries],
        "relation": [word(row["relation"], lang) for row in entries],
        "value": [row["obs_value"] for row in entries],
        "interval": [interval(row) for row in entries],
        "unit": [unit_name(board, row, lang) for row in entries],
    }
    return pd.DataFrame({word(key, lang): values for key, values in columns.items()})


def show_table(board: Dashboard, rows: pd.DataFrame, lang: str) -> None:
    """Show the table twin of what a page draws."""
    table = twin(board, rows, lang)
    room = page_room()

    def pixels(key: str, share: float) -> int:
        """Return the width that shows a column's texts whole, within its share of the page."""
        texts = [word(key, lang), *(
            f"{value:,}" if isinstance(value, float) else value for value in table[word(key, lang)]
        )]
        need = max(text_width(text, _SIZE) for text in texts) + _PADDING
        return round(min(need, room * share))

    st.dataframe(
        table, hide_index=True, alt=word("table", lang),
        column_config={
            word("value", lang): st.column_config.NumberColumn(
                format="localized", width=pixels("value", 0.4)
            ),
            word("indicator", lang): st.column_config.TextColumn(
                width=pixels("indicator", 0.4), pinned=True
            ),
            word("interval", lang): st.column_config.TextColumn(width=pixels("interval", 0.4)),
            word("document", lang): st.column_config.TextColumn(width=pixels("document", 0.2)),
            word("period", lang): st.column_config.TextColumn(width=pixels("period", 0.4)),
        },
    )
