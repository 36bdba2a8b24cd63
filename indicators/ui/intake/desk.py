"""The desk: the text and its rows, drawn by the browser; each change comes here and is answered at once."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from indicators.intake import Intake, read_draft
from indicators.limits.caps import RefusedError
from indicators.ui.assets import component
from indicators.ui.filters import search
from indicators.ui.handed_in import show_refusal
from indicators.ui.intake.showing import desk_data, kept_data, place_of, problem_data
from indicators.ui.intake.trial import Tested
from indicators.ui.intake.work import Work, current, start_work, take
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_DESK: Final[Any] = component("desk", html='<div class="desk at-rows" role="group"></div>')
_KEPT: Final[Any] = component("desk-kept", html='<div class="kept"></div>')
_PROBLEMS: Final[Any] = component("desk-problems")
_KEY: Final = "intake-desk"
WORKED_ON: Final = "doc"
"""The parameter of the address that names the document worked on, to go on with it after a reload."""


def show_desk(board: Dashboard, work: Work, lang: str) -> None:
    """Show the text with its rows, as they are now; what is wrong with them is told by `tell`."""
    def changed() -> None:
        sent = getattr(st.session_state.get(_KEY), "sent", None)
        there = current()
        if there is not None:
            take(there, sent, board.catalog)

    folder = str(board.catalog.folder.absolute())
    hits = search(board, work.query) if work.query else []
    data = desk_data(work, board.catalog, hits, lang)
    data["kept"] = kept_data(work.intake, folder)
    data["words"] |= {
        key: word(key, lang) for key in ("not_unread", "not_no-indicator", "not_empty")
    } | {"desk_not_kept": word("in_not_kept", lang)}
    _DESK(key=_KEY, data=data, on_sent_change=changed)


def tell(work: Work, tested: Tested | None, lang: str) -> None:
    """Tell the desk what is wrong with each row."""
    rows = problem_data(tested.attached.rows, lang) if tested is not None else {}
    with st.container(key="intake-problems"):
        _PROBLEMS(key="intake-told", data={"work": work.number, "rows": rows})


def show_kept(board: Dashboard, lang: str) -> None:
    """Show what this browser keeps of unfinished work; what is chosen is taken up."""
    def taken() -> None:
        held = getattr(st.session_state.get("intake-kept"), "taken", None)
        if isinstance(held, str):
            take_up_draft(held.encode("utf-8", "surrogatepass"), lang)

    _KEPT(
        key="intake-kept",
        data={
            "place": place_of(str(board.catalog.folder.absolute())), "lang": lang,
            "resume": st.query_params.get(WORKED_ON, ""),
            "words": {key: word(f"in_{key}", lang) for key in ("kept", "resume", "remove", "sure")},
        },
        on_taken_change=taken,
    )


def take_up_draft(data: bytes, lang: str) -> None:
    """Go on with a draft: a file's contents, or the work alone as the browser keeps it."""
    try:
        start_work(_bare(data) or read_draft(data))
    except RefusedError as error:
        show_refusal(error, lang)


def _bare(data: bytes) -> Intake | None:
    """Return work as the browser keeps it: what a draft file holds, without what such a file says of itself."""
    if b'"format"' in data[:40]:
        return None
    return read_draft(b'{"format":"indicators-intake","version":1,"intake":' + data + b"}")
