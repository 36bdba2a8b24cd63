"""Data: any selection as a file, as an address, and as a citation."""

from functools import partial

import streamlit as st

from indicators.language.counting import Count
from indicators.ui.address import own_url
from indicators.ui.citations import show_citations
from indicators.ui.downloads import (
    PATH,
    citations_of,
    extract_of,
    show_addresses,
    show_derived,
    show_dictionary,
    show_downloads,
)
from indicators.ui.filters import as_selection, rows_of, show_filters, show_nothing_found
from indicators.ui.html import show_title
from indicators.ui.state import dashboard, language
from indicators.ui.twins import show_twin
from indicators.ui.words import word

board = dashboard()
lang = language()
show_title(word("data", lang), word("data_lead", lang))
asked = show_filters(board, PATH, lang, views=False)
rows = rows_of(board, asked)
if rows.empty:
    show_nothing_found(board, PATH, asked, lang)
    st.stop()
selection = as_selection(board, asked)
extract = extract_of(board, rows, selection, lang)
count = word("download_what", lang).format(count=Count(len(rows)))
st.subheader(count, anchor=False)
show_downloads(extract, lang)
show_derived(extract, lang)
show_twin(board, rows, lang, key=PATH)
cited = partial(citations_of, extract, word("app", lang), own_url(PATH, asked.pairs))
show_citations(cited, lang, key=PATH)
show_addresses(selection, lang)
show_dictionary(lang)
