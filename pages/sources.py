"""The documents: who issued them, how that is known, where they stand, what they claim."""

import streamlit as st

from indicators.language.counting import Count
from indicators.ui.framework.speaking import name_window
from indicators.ui.html import show_title
from indicators.ui.labels import plain
from indicators.ui.sources import show_document, show_overview
from indicators.ui.state import dashboard, language
from indicators.ui.words import word

board = dashboard()
lang = language()
wanted = st.query_params.get("id", "")
document = board.catalog.documents.get(wanted)
if document is not None:
    name_window(document.document.title.in_language(lang), lang)
    show_document(board, document, lang)
    st.stop()
which = "several" if len(board.catalog.main_documents) > 1 else "one" if len(board.catalog.documents) == 1 else ""
lead = word("_".join(filter(None, ("sources_lead", which))), lang).format(
    documents=Count(len(board.catalog.documents)), claims=Count(len(board.table))
)
show_title(word("sources", lang), lead)
if wanted:
    st.warning(word("unknown_document", lang).format(id=plain(wanted[:64])))
show_overview(board, lang)
