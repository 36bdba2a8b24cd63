"""How to cite what a page shows, in every form, each with a button that copies it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from indicators.language.citation import FORMS, Citation, joined
from indicators.ui.components import copy_button
from indicators.ui.html import show_literal, show_note
from indicators.ui.words import word

MOST: Final = 50


def show_citations(make: Callable[[], Sequence[Citation]], lang: str, *, key: str) -> None:
    """Show citations behind a heading; they are made once it is opened.

    Args:
        make: Makes them.
        lang: ``zh`` or ``en``.
        key: Tells several on one page apart.
    """
    box = st.expander(word("cite", lang), key=f"cite-{key}", on_change="rerun")
    if not box.open:
        return
    with box:
        made = make()
        citations = made[:MOST]
        for form, name in FORMS.items():
            text = joined(citations, form)
            st.markdown(f"**{name}**")
            show_literal(text)
            copy_button(word("copy", lang), text, lang, key=f"{key}-{form}")
        if len(made) > MOST:
            show_note(word("only_first", lang).format(count=MOST))
