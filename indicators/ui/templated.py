"""A deck in an office's own template, which a reader uploads for it: nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.decks.build import MIME, cover_lines, deck_name, write_on_template
from indicators.decks.checking import template_of, template_problems
from indicators.decks.outline import sectors_of
from indicators.limits.caps import UPLOAD, RefusedError, check
from indicators.pictures.slides import Deck
from indicators.reading.problems import Problem
from indicators.ui.handed_in import show_refusal, worked_out
from indicators.ui.html import show_note
from indicators.ui.labels import plain
from indicators.ui.stage import DeckRequest
from indicators.ui.state import Dashboard
from indicators.ui.words import word


@st.cache_resource(max_entries=4, show_spinner=False)
def _problems(folder: str, found: tuple[str, ...]) -> list[Problem]:
    del found  # What tells one state of the file from another.
    return template_problems(Path(folder))


def show_template(board: Dashboard, deck: Deck, request: DeckRequest, lang: str) -> None:
    """Show the way to a deck in somebody's own template, and what that lacks.

    Args:
        board: The dashboard.
        deck: The deck.
        request: What it was made from.
        lang: ``zh`` or ``en``.
    """
    folder = board.catalog.folder
    for problem in _problems(str(folder), template_of(folder)):
        with st.container(border=True):
            st.text(plain(f"{problem.message(lang)}\n{problem.hint(lang)}"))
    if not deck.slides:
        return
    with st.expander(word("own_template", lang)), st.container(key=f"upload-{lang}"):
        file = st.file_uploader(word("template_file", lang), type=None, key="template-file")
        if file is None:
            show_note(word("template_lead", lang))
            return
        try:
            check(UPLOAD, file.size)
        except RefusedError as error:
            show_refusal(error, lang)
            return
        main = board.catalog.main_document
        title = main.document.title.in_language(lang) if main else ""
        made = worked_out(
            "template", lang, write_on_template, file.getvalue(), deck.as_one.slides, request.theme, lang,
            title=title, cover=tuple(cover_lines(board.catalog, lang)),
            sectors=tuple(sectors_of(board.catalog, deck.slides, lang)), size=request.size,
        )
        if made is None:
            return
        data, remarks = made
        st.download_button(
            word("powerpoint", lang), data, deck_name(deck.slides, lang), MIME, key="template-deck", type="primary",
        )
        for remark in remarks:
            st.text(plain(remark.said(lang)))
