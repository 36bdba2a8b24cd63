"""The script that runs for every address: language, navigation, then the page."""

import streamlit as st

from indicators.ui.address import note_step
from indicators.ui.cards import show_earlier_leads, show_place_choice
from indicators.ui.framework.speaking import name_window, speak
from indicators.ui.links import build_pages, enter, name_of
from indicators.ui.problems import show_banner, show_problems
from indicators.ui.room import watch_room
from indicators.ui.state import begin_run, language_switch, snapshot

# The navigation's words are short: what is wider than they need is the page's.
st.set_page_config(layout="wide", initial_sidebar_state=240)
note_step()
with st.sidebar:
    lang = language_switch()
    speak(lang)
data = snapshot()
board = begin_run(data)
page = st.navigation(build_pages(board, lang), expanded=True)
name_window(name_of(page.url_path, board, lang), lang)
if not data.usable:
    show_problems(data.errors, lang)
else:
    watch_room()
    if data.outdated:
        show_banner(data.errors, lang)
    show_place_choice(board, lang)
    show_earlier_leads(board, lang)
    enter(page.url_path, board)
    page.run()
