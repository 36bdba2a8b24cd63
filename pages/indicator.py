"""An indicator's page: what is counted, what the documents print, and what that means."""

import streamlit as st

from indicators.ui.confirmed import show_confirmed
from indicators.ui.details import (
    show_all,
    show_choice,
    show_definition,
    show_evidence_of,
    show_neighbours,
    show_observations,
)
from indicators.ui.evidence import show_evidence
from indicators.ui.framework.speaking import name_window
from indicators.ui.html import show_title
from indicators.ui.links import link_to_sector
from indicators.ui.places import show_places
from indicators.ui.state import dashboard, language
from indicators.ui.takeaways import show_takeaway
from indicators.ui.targets import show_targets
from indicators.ui.trends import show_trend
from indicators.ui.words import word

board = dashboard()
lang = language()
wanted = st.query_params.get("id", "")
indicator = board.catalog.indicators.get(wanted)
if indicator is None:
    unknown = word("unknown_indicator", lang).format(id=wanted[:64]) if wanted else ""
    show_title(word("which_indicator", lang), unknown)
    show_choice(board, lang)
    st.stop()

name_window(indicator.name.in_language(lang), lang)
link_to_sector(board.catalog.sectors[board.catalog.sector_of[indicator.id]])
show_title(indicator.name.in_language(lang), indicator.definition.in_language(lang))
rows = board.rows_of("indicator", indicator.id)
if rows.empty:
    st.info(word("no_observation", lang))
    show_definition(board, indicator, lang)
else:
    show_observations(board, rows, lang)
    show_takeaway(board, indicator, lang)
    show_trend(board, indicator, lang)
    show_places(board, indicator, lang)
    show_targets(board, indicator, lang)
    show_all(board, rows, lang)
    show_definition(board, indicator, lang)
    show_evidence_of(board, rows, lang)
    show_evidence(board, indicator, lang)
    show_confirmed(board, indicator.id, lang)
show_neighbours(board, indicator, lang)
