"""The overview: what the main document says at a glance, and the way into each sector."""

import streamlit as st

from indicators.ui.builder import show_papers
from indicators.ui.cards import show_document, show_other_replies, show_sector_cell
from indicators.ui.state import dashboard, language

COLUMNS = 3

board = dashboard()
lang = language()
show_document(board, lang)
show_other_replies(board, lang)
sectors = board.sectors
with st.container(key="overview"):
    for start in range(0, len(sectors), COLUMNS):
        row = sectors[start : start + COLUMNS]
        for column, sector in zip(st.columns(COLUMNS, gap="medium"), row, strict=False):
            with column:
                show_sector_cell(board, sector, lang)
if board.catalog.main_document is not None:
    show_papers((), lang)
