"""The script that runs for every address: language, navigation, then the page."""

import streamlit as st

from indicators.ui.cards import show_earlier_leads, show_place_choice
from indicators.ui.framework.speaking import speak
from indicators.ui.links import build_pages, enter
from indicators.ui.problems import show_banner, show_problems
from indicators.ui.room import watch_room
from indicators.ui.state import begin_run, language_switch, snapshot
from indicators.ui.words import word

# The navigation's words are short: what is wider than they need is the page's.
st.set_page_config(layout="wide", initial_sidebar_state=240)
with st.sidebar:
    lang = language_switch()
    speak(lang)
st.set_page_config(page_title=word("app", lang))
data = snapshot()
board = begin_run(data)
with st.sidebar:
    show_place_choice(board, lang)
page = st.navigation(build_pages(board, lang), expanded=True)
if not data.usable:
    show_problems(data.errors, lang)
else:
    watch_room()
    if data.outdated:
        show_banner(data.errors, lang)
    show_earlier_leads(board, lang)
    enter(page.url_path, board)
    page.run()
