"""Any text, held against the data figure by figure."""

from indicators.ui.html import show_title
from indicators.ui.proofing import show_proof
from indicators.ui.state import dashboard, language
from indicators.ui.words import word

lang = language()
show_title(word("proof", lang), word("proof_lead", lang))
show_proof(dashboard(), lang)
