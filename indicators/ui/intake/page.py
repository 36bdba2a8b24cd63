"""The page as a whole: where work begins, and the work itself."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from indicators.intake import files_of
from indicators.ui.html import show
from indicators.ui.intake.beginning import show_beginning
from indicators.ui.intake.desk import WORKED_ON, show_desk, tell
from indicators.ui.intake.head import show_head
from indicators.ui.intake.outlook import show_outlook, show_takeaway
from indicators.ui.intake.trial import try_work
from indicators.ui.intake.work import Work, current, leave_work
from indicators.ui.saving import show_saving
from indicators.ui.state import Dashboard, dashboard, language
from indicators.ui.words import word
from indicators.writing import Change, digest


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
    _show_saving(work, board, lang)


def _show_saving(work: Work, board: Dashboard, lang: str) -> None:
    """Show the way to save into the data folder, where the server was started for it."""
    intake = work.intake

    def wanted() -> list[Change]:
        return [
            # The document was made from what was read when the work began, the definitions a moment ago.
            Change(name, new, intake.before if name == intake.file else digest(old))
            for name, old, new in files_of(intake, board.catalog)
        ]

    def saved(changes: Sequence[Change]) -> None:
        data = next((one.data for one in changes if one.name == intake.file), None)
        work.intake = intake.model_copy(update={"before": digest(data) if data else intake.before})

    message = word("in_saved_as", lang).format(document=intake.said("id"))
    show_saving(board.catalog.folder, wanted, message, lang, saved)
