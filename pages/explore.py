"""Explore: search and filters; what they find as cards, a table or charts."""

from indicators.ui.components import copy_button
from indicators.ui.filters import rows_of, show_filters, show_nothing_found
from indicators.ui.framework.speaking import name_window
from indicators.ui.html import show_title
from indicators.ui.results import (
    found_indicators,
    show_cards,
    show_count,
    show_result_charts,
    show_result_table,
)
from indicators.ui.state import dashboard, language
from indicators.ui.takeaways import show_found_takeaways
from indicators.ui.words import word

board = dashboard()
lang = language()
show_title(word("explore", lang), word("explore_lead", lang))
asked = show_filters(board, "explore", lang, views=True)
if asked.query:
    name_window(f"{word('explore', lang)}{word('colon', lang)}{asked.query}", lang)
rows = rows_of(board, asked)
if rows.empty:
    show_nothing_found(board, "explore", asked, lang)
else:
    indicators = found_indicators(board, rows, asked)
    show_count(rows, indicators, lang)
    if asked.view == "table":
        show_result_table(board, rows, indicators, lang)
    elif asked.view == "chart":
        show_result_charts(board, rows, indicators, lang)
    else:
        if asked.query:
            show_found_takeaways(board, indicators, lang)
        show_cards(board, rows, indicators, lang)
copy_button(word("copy_link", lang), None, lang, key="link")
