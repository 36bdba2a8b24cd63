"""Showing a document's text with every numeral coloured by what accounts for it.

The text is what a reader pasted or uploaded: it is shown, and kept nowhere.
"""

from __future__ import annotations

import streamlit as st

from indicators.figures.units import Units
from indicators.models import DocumentFile
from indicators.ui.handed_in import worked_out
from indicators.ui.html import show
from indicators.ui.links import indicator_address
from indicators.ui.marking import mark_text
from indicators.ui.state import Dashboard

HEIGHT = 560


def show_audit(
    board: Dashboard, entry: DocumentFile, text: str, units: Units, lang: str, *, key: str
) -> None:
    """Show how much of a text is accounted for, what is wrong, and the text itself.

    Args:
        board: For the indicators' names.
        entry: The document that the text is held against.
        text: The text.
        units: The units that the document may use.
        lang: ``zh`` or ``en``.
        key: Tells the text of one page from that of another.
    """
    known = board.catalog.indicators
    indicators = {
        claim.indicator: (
            known[claim.indicator].name.in_language(lang), indicator_address(claim.indicator, lang)
        )
        for claim in entry.claims if claim.indicator in known
    }
    marked = worked_out(key, lang, mark_text, entry, text, units, indicators, lang)
    if marked is None:
        return
    show(marked.verdict)
    if marked.findings:
        show(marked.findings)
    with st.container(height=HEIGHT, border=True):
        show(marked.text)
