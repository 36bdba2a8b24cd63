"""Where work begins: a text pasted or uploaded, a data file, a draft, or what the browser kept."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.documents.opening import SUFFIXES
from indicators.intake import begin, take_up
from indicators.intake.starting import Begun
from indicators.limits.caps import DRAFT_FILE, SHEET, WORKBENCH
from indicators.reading.opening import read_bytes
from indicators.sheets import from_sheet
from indicators.ui.handed_in import bytes_of, paste_field, text_of, worked_out
from indicators.ui.html import show, show_note
from indicators.ui.intake.desk import show_kept, take_up_draft
from indicators.ui.intake.from_yaml import PROBLEMS, document_id, show_result
from indicators.ui.intake.work import current, start_work
from indicators.ui.state import Dashboard
from indicators.ui.words import word

HEIGHT: Final = 320
_YAML: Final = ("yaml", "yml")
_DRAFT: Final = ("json",)
_SHEETS: Final = ("xlsx", "csv")


def show_beginning(board: Dashboard, lang: str) -> None:
    """Show every way to begin; where one was taken, the session has its work afterwards."""
    show_kept(board, lang)
    st.subheader(word("in_text", lang), anchor=False)
    pasted = paste_field(
        word("in_text", lang), "bench-text", height=HEIGHT, placeholder=word("in_text_hint", lang),
        label_visibility="collapsed",
    )
    uploaded = st.file_uploader(
        word("in_upload", lang), [*SUFFIXES, *_YAML, *_DRAFT, *_SHEETS], key="bench-text-file"
    )
    kind = uploaded.name.lower().rpartition(".")[2] if uploaded is not None else ""
    sheet = _from_sheet(board, uploaded, lang) if kind in _SHEETS else b""
    if kind in _DRAFT:
        if data := bytes_of("", uploaded, DRAFT_FILE, lang):
            take_up_draft(data, lang)
        _enter_if_begun()
        return
    asked = st.button(word("in_start", lang), type="primary", key="intake-start")
    data, written = _yaml_input(board, uploaded if kind in _YAML else None, lang)
    data, written = (sheet, True) if sheet else (data, written)
    text = text_of(pasted, uploaded if kind not in (*_YAML, *_SHEETS, "") else None, lang)
    if written:
        if st.button(word("in_open", lang), type="primary", key="intake-open"):
            _take(worked_out("begun", lang, take_up, f"documents/{document_id(data)}.yaml", data, text, board.catalog), lang)
        show_result(board, data, text, lang)
    elif text.strip():
        # Also without the button: whoever pastes a text wants to begin with it. A run that is cut
        # short by another begins nothing, so that what is there is looked at, and no event.
        _take(worked_out("begun", lang, begin, text, board.catalog), lang)
    elif asked:
        st.warning(word("in_empty", lang))
    _enter_if_begun()


def _from_sheet(board: Dashboard, uploaded: Any, lang: str) -> bytes:
    """Return the YAML that a spreadsheet gives; what is wrong in it is shown cell by cell."""
    data = bytes_of("", uploaded, SHEET, lang)
    taken = worked_out("sheet", lang, from_sheet, data, uploaded.name, board.catalog) if data else None
    if taken is None:
        return b""
    for problem in taken.problems[:PROBLEMS]:
        show(Markup('<p class="beside">{}</p>').format(problem.as_text(lang)))
    return taken.yaml


def _enter_if_begun() -> None:
    if current() is not None:
        st.rerun()


def _take(begun: Begun | None, lang: str) -> None:
    """Let the session work on what was begun; say so where there is nothing to work on."""
    if begun is None or begun.intake is None:
        return
    intake = begun.intake
    said = ["in_twice"] if begun.twice else []
    if intake.text and not intake.rows:
        st.warning(word("in_none", lang))
        return
    if intake.said("language") == "other":
        said.append("in_other")
    if not intake.text:
        said.append("in_no_text")
    start_work(intake, tuple(said))


def _yaml_input(board: Dashboard, uploaded: Any, lang: str) -> tuple[bytes, bool]:
    """Show where a document's YAML goes in; return it, and whether there is any."""
    filled = bool(st.session_state.get("bench-yaml"))
    with st.expander(word("in_yaml", lang), expanded=filled):
        pasted = paste_field(
            word("bench_yaml", lang), "bench-yaml", height=HEIGHT,
            placeholder=word("bench_yaml_hint", lang),
        )
        own = st.file_uploader(word("bench_yaml", lang), list(_YAML), key="bench-yaml-file")
        _start_from(board.catalog, lang)
    data = bytes_of(pasted, uploaded or own, WORKBENCH, lang)
    return data, bool(data.strip())


def _start_from(catalog: Catalog, lang: str) -> None:
    """Offer to begin with a document that is there."""
    names = list(catalog.documents)

    def fill() -> None:
        chosen = st.session_state["bench-from"]
        if chosen:
            name = f"documents/{chosen}.yaml"
            filled = read_bytes(catalog.folder / name, name)
            if isinstance(filled, bytes):  # Else it was deleted a moment ago; the banner says so.
                st.session_state["bench-yaml"] = filled.decode("utf-8", "replace")

    st.selectbox(
        word("bench_from", lang), names, index=None, key="bench-from", on_change=fill,
        placeholder=word("bench_choose", lang),
        format_func=lambda key: catalog.documents[key].document.title.in_language(lang),
    )
    if not names:
        show_note(word("bench_choose", lang))
