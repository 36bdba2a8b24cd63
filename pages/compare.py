"""Compare: indicators on one axis where that is honest, else beside each other, and why."""

import streamlit as st

from indicators.ui.address import grouped
from indicators.ui.comparison import (
    PAGE,
    selection_of,
    show_choices,
    show_comparison,
    show_example,
    show_views,
)
from indicators.ui.components import copy_button
from indicators.ui.framework.speaking import name_window
from indicators.ui.html import show_title
from indicators.ui.links import link_to_page
from indicators.ui.state import dashboard, language
from indicators.ui.words import word

FEW = 3

board = dashboard()
lang = language()
show_title(word("compare", lang), word("compare_lead", lang))
compared = show_choices(board, lang)
if compared.indicators:
    names = [board.catalog.indicators[key].name.in_language(lang) for key in compared.indicators[:FEW]]
    name_window(f"{word('compare', lang)}{word('colon', lang)}{word('and', lang).join(names)}", lang)
    show_comparison(board, compared, lang)
else:
    st.info(word("pick_first", lang))
    show_example(board, lang)
    show_views(board, lang)
with st.container(horizontal=True, vertical_alignment="center"):
    copy_button(word("copy_link", lang), None, lang, key=PAGE)
    if compared.indicators:
        link_to_page("data", word("download", lang), **grouped(selection_of(compared).pairs))
