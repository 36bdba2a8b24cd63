"""The page that holds any text against the data: a speech, a report, slides."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, Literal

import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.trying import beside
from indicators.documents.opening import SUFFIXES
from indicators.figures import Relation
from indicators.language.sentences import sentence
from indicators.language.text import number_text
from indicators.limits.caps import BESIDE
from indicators.table.rows import as_row
from indicators.ui.components.copying import copy_button
from indicators.ui.handed_in import paste_field, text_of, worked_out
from indicators.ui.html import show, show_note
from indicators.ui.labels import plain
from indicators.ui.proofed import Proofed, ToMend, proofed
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_FIELD: Final = 180
_TEXT: Final = 560
_EXAMPLES: Final = 2
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
        if uploaded is None and (example := board.once(("proof-example",), partial(example_of, board.catalog))):
            st.button(
                plain(word("proof_example", lang)), type="tertiary",
                on_click=lambda: st.session_state.update({"proof-text": example}),
            )
        return
    made = worked_out("proofed", lang, proofed, text, _weighed(board.catalog), lang)
    if made is not None:
        _show(made, lang)


def example_of(catalog: Catalog) -> str:
    """Return a text to try the page with, of the data's own figures: one as it is, one that lost its bound.

    Returns:
        Two sentences in Chinese, as speeches and reports are; nothing where no two figures are lower bounds.
    """
    main = catalog.main_document
    claims = catalog.observations if main is not None else ()
    bounds = (
        as_row(one) for one in claims
        if catalog.is_leading(one.document) and one.breakdown == TOTAL and one.relation is Relation.GREATER_THAN
        and one.obs_status.happened and not one.scope_word
    )
    found: dict[str, Any] = {}
    for row in bounds:
        parts, said = number_text(row, catalog, "zh"), sentence(row, catalog, "zh")
        if parts.bound and parts.plain in said:
            found.setdefault(str(row["indicator"]), (said, parts))
        if len(found) == _EXAMPLES:
            (right, _), (wrong, lost) = found.values()
            return f"{right}\n{wrong.replace(lost.plain, lost.plain.removeprefix(lost.bound).strip())}"
    return ""


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
