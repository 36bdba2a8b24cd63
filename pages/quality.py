"""How far the figures tally, what stands against what, and what is missing."""

from indicators.ui.confirmed import show_all_confirmed
from indicators.ui.html import show_title
from indicators.ui.quality import (
    show_age,
    show_contradictions,
    show_coverage,
    show_diff,
    show_unstated,
    show_verdicts,
)
from indicators.ui.state import dashboard, language
from indicators.ui.trends import show_growth
from indicators.ui.words import word

board = dashboard()
lang = language()
show_title(word("quality", lang), word("quality_lead", lang))
show_verdicts(board, lang)
show_contradictions(board, lang)
show_all_confirmed(board, lang)
show_growth(board, lang)
show_coverage(board, lang)
show_unstated(board, lang)
show_diff(board, lang)
show_age(board, lang)
