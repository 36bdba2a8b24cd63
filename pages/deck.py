"""The deck builder: choose, order, retitle, take away."""

import streamlit as st

from indicators.ui.builder import show_builder
from indicators.ui.html import show_title
from indicators.ui.stage import left_out_text, make_deck, read_request
from indicators.ui.state import dashboard, language
from indicators.ui.templated import show_template
from indicators.ui.words import word

board = dashboard()
lang = language()
request = read_request()
deck = make_deck(board, request, lang)
show_title(word("deck", lang), word("deck_lead", lang))
notice = left_out_text(deck, lang)
if notice:
    with st.container(border=True):
        st.text(notice)
show_builder(board, deck, request, lang)
show_template(board, deck, request, lang)
