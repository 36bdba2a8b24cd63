"""Whether the figures behind the codes of older slides still hold."""

from indicators.ui.html import show_title
from indicators.ui.state import dashboard, language
from indicators.ui.verifying import show_verification
from indicators.ui.words import word

lang = language()
show_title(word("verify", lang), word("verify_lead", lang))
show_verification(dashboard(), lang)
