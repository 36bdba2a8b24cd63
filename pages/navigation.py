"""The script that runs for every address: language, navigation, then the page."""

import streamlit as st

from indicators.ui.html import show_style
from indicators.ui.links import build_pages, enter
from indicators.ui.problems import show_problems
from indicators.ui.room import watch_room
from indicators.ui.state import dashboard, language_switch
from indicators.ui.words import word

st.set_page_config(layout="wide")
show_style()
with st.sidebar:
    lang = language_switch()
st.set_page_config(page_title=word("app", lang))
board = dashboard()
page = st.navigation(build_pages(board, lang), expanded=True)
if board.catalog.errors:
    show_problems(board.catalog.errors, lang)
else:
    watch_room()
    enter(page.url_path, board)
    page.run()
