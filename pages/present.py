"""The slides of a deck, one at a time, over the whole window."""

import streamlit as st

from indicators.ui.builder import link_to_builder
from indicators.ui.html import show_title
from indicators.ui.stage import left_out_text, make_deck, read_request, show_stage
from indicators.ui.state import dashboard, language
from indicators.ui.words import word

board = dashboard()
lang = language()
request = read_request()
deck = make_deck(board, request, lang)
show_title(word("present", lang), left_out_text(deck, lang))
if deck.slides:
    show_stage(board, deck, request, lang)
else:
    st.info(word("empty_deck", lang))
    link_to_builder(lang)
