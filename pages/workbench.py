"""The workbench: a document's YAML and text, tried out before anything is saved."""

from indicators.ui.html import show_title
from indicators.ui.state import dashboard, language
from indicators.ui.words import word
from indicators.ui.workbench import show_inputs, show_result

board = dashboard()
lang = language()
show_title(word("workbench", lang), word("bench_lead", lang))
data, text = show_inputs(board, lang)
if data.strip():
    show_result(board, data, text, lang)
