"""A sector's page: key figures, charts, and the table they were drawn from."""

import streamlit as st

from indicators.ui.builder import show_papers
from indicators.ui.charts import show_charts
from indicators.ui.evidence import show_attention
from indicators.ui.html import show_title
from indicators.ui.links import current_sector, link_to_overview
from indicators.ui.state import dashboard, language
from indicators.ui.taking import more
from indicators.ui.trends import show_trends
from indicators.ui.twins import show_rows
from indicators.ui.words import word

board = dashboard()
lang = language()
sector = current_sector(board)
if sector is None:
    st.warning(word("unknown_sector", lang))
    link_to_overview()
    st.stop()

definitions = board.catalog.definitions.get(sector.id)
rows = board.own_rows_of(sector.id)
name = sector.name.in_language(lang)
slides = None if definitions is None or rows.empty else more(sector.id, name, lang, whole=True)
show_title(name, sector.description.in_language(lang), slides)
if definitions is None or rows.empty:
    st.info(word("no_figures", lang))
    st.stop()
show_charts(board, definitions, rows, lang)
show_attention(board, sector.id, lang)
show_trends(board, definitions.trends, lang)
st.subheader(word("table", lang), anchor=False)
show_rows(board, rows, lang, key="sector")
show_papers((sector.id,), lang)
