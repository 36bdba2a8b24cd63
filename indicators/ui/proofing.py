"""The page that holds any text against the data: a speech, a report, slides."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.catalog.trying import beside
from indicators.documents.opening import SUFFIXES
from indicators.limits.caps import BESIDE
from indicators.ui.components.copying import copy_button
from indicators.ui.handed_in import paste_field, text_of, worked_out
from indicators.ui.html import show, show_note
from indicators.ui.proofed import Proofed, ToMend, proofed
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_FIELD: Final = 180
_TEXT: Final = 560
_SHORT: Final = 6000
"""Characters of a marked text that need no frame of their own to scroll in."""


def show_proof(board: Dashboard, lang: str) -> None:
    """Show where the text goes in and, once it is there, what is to be said of its figures."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        pasted = paste_field(
            word("proof_paste", lang), "proof-text", height=_FIELD, placeholder=word("proof_hint", lang),
        )
    with right.container(key=f"upload-proof-{lang}"):
        uploaded = st.file_uploader(word("bench_upload", lang), list(SUFFIXES), key="proof-file")
    text = text_of(pasted, uploaded, lang)
    if not text.strip():
        return
    made = worked_out("proofed", lang, proofed, text, _weighed(board.catalog), lang)
    if made is not None:
        _show(made, lang)


def _weighed(catalog: Catalog) -> Catalog:
    """Return what a text is held against: of very large data what is said of the leading area."""
    main = catalog.main_document
    document = main.document.id if main is not None else next(iter(catalog.documents), "")
    return beside(catalog, document, BESIDE.most)


def _show(made: Proofed, lang: str) -> None:
    show(made.summary)
    left, right = st.columns([3, 2], gap="large")
    height: int | Literal["content"] = _TEXT if len(made.text) > _SHORT else "content"
    with left, st.container(height=height, border=True):
        show(made.text)
    with right:
        if made.mend:
            show(Markup('<h2 class="section">{}</h2>').format(word("proof_to_mend", lang)))
        for number, finding in enumerate(made.mend):
            _show_mend(number, finding, lang)
        if made.left:
            show_note(word("and_more", lang).format(count=made.left))
    if made.others:
        show(Markup('<h2 class="section">{}</h2>').format(word("proof_other", lang)))
        show(made.others)


def _show_mend(number: int, finding: ToMend, lang: str) -> None:
    show(finding.said)
    if finding.right:
        show(Markup('<p class="proof-right"><span class="kf-quiet">{}</span> {}</p>').format(
            word("proof_say", lang), finding.right
        ))
        copy_button(word("proof_copy", lang), finding.right, lang, key=f"proof-{number}")
