"""How to cite what a page shows, in three forms, each with a button that copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.citation import Citation, joined
from indicators.ui.components import copy_button
from indicators.ui.html import show_literal
from indicators.ui.words import word

FORMS: Final = {"gbt7714": "GB/T 7714—2015", "apa": "APA", "bibtex": "BibTeX"}


def show_citations(citations: Sequence[Citation], lang: str, *, key: str) -> None:
    """Show citations behind a heading that opens them."""
    if not citations:
        return
    with st.expander(word("cite", lang), key=f"cite-{key}"):
        for form, name in FORMS.items():
            text = joined(citations, form)
            st.markdown(f"**{name}**")
            show_literal(text)
            copy_button(word("copy", lang), text, lang, key=f"{key}-{form}")
