"""How figures are read, rounded, converted, ordered and put together."""

from indicators.ui.confirmed import show_tolerances
from indicators.ui.html import show_title
from indicators.ui.methodology import (
    show_conversions,
    show_limits,
    show_phrases,
    show_places_rule,
    show_precedence,
    show_readings,
    show_reasons,
    show_words,
)
from indicators.ui.state import dashboard, language
from indicators.ui.words import word

board = dashboard()
lang = language()
show_title(word("methodology", lang), word("method_lead", lang))
show_readings(lang)
show_words(lang)
show_phrases(lang)
show_precedence(board, lang)
show_tolerances(board, lang)
show_reasons(lang)
show_places_rule(lang)
show_conversions(board, lang)
show_limits(lang)
