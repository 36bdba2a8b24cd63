"""The page as a whole: where work begins, and the work itself."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from indicators.ui.html import show
from indicators.ui.intake.beginning import show_beginning
from indicators.ui.intake.desk import WORKED_ON, show_desk, tell
from indicators.ui.intake.head import show_head
from indicators.ui.intake.outlook import show_outlook, show_takeaway
from indicators.ui.intake.trial import try_work
from indicators.ui.intake.work import current, leave_work
from indicators.ui.state import dashboard, language
from indicators.ui.words import word


def show_page() -> None:
    """Show the work that this session has begun, or the ways to begin."""
    work = current()
    board, lang = dashboard(), language()
    if work is None:
        show_beginning(board, lang)
        return
    for key in work.said:
        st.info(word(key, lang))
    if st.query_params.get(WORKED_ON) != work.intake.said("id"):
        st.query_params[WORKED_ON] = work.intake.said("id")
    _show_work()
    if st.button(word("in_leave", lang), key="intake-leave"):
        leave_work()
        st.query_params.pop(WORKED_ON, None)
        st.rerun()


@st.fragment
def _show_work() -> None:
    """Show the desk, and beneath it what follows; a change of the desk runs this alone."""
    work = current()
    if work is None:  # Left, while a change was on its way.
        return
    board, lang = dashboard(), language()
    show_head(work, board.catalog, lang)
    if wrong := st.session_state.get("intake-head-wrong"):
        show(Markup('<p class="verdict alert">{}</p>').format(wrong))
    show_desk(board, work, lang)
    tested = try_work(board, work.intake, lang)
    tell(work, tested, lang)
    show_takeaway(work.intake, board.catalog, lang)
    show_outlook(board, work.intake, tested, lang)
