"""The official sentence, with Streamlit's own copy button."""

from __future__ import annotations

import streamlit as st

from indicators.language.sentences import sentence
from indicators.ui.html import show_note
from indicators.ui.state import Dashboard, Row
from indicators.ui.words import word


def show_sentence(board: Dashboard, row: Row, lang: str) -> None:
    """Show the sentence an official text would print, ready to be copied."""
    show_note(word("sentence", lang))
    st.code(sentence(row, board.catalog, lang), language=None, wrap_lines=True)
