"""The documents: who issued them, how that is known, where they stand, what they claim."""

import streamlit as st

from indicators.ui.framework.speaking import name_window
from indicators.ui.html import show_title
from indicators.ui.labels import plain
from indicators.ui.sources import show_document, show_overview
from indicators.ui.state import dashboard, language
from indicators.ui.words import sources_lead, word

board = dashboard()
lang = language()
wanted = st.query_params.get("id", "")
document = board.catalog.documents.get(wanted)
if document is not None:
    name_window(document.document.title.in_language(lang), lang)
    show_document(board, document, lang)
    st.stop()
lead = sources_lead(len(board.catalog.documents), len(board.catalog.main_documents), len(board.table), lang)
show_title(word("sources", lang), lead)
if wanted:
    st.warning(word("unknown_document", lang).format(id=plain(wanted[:64])))
show_overview(board, lang)
