"""Entering a document: from its text to confirmed data files."""

from indicators.ui.html import show_title
from indicators.ui.intake.page import show_page
from indicators.ui.intake.work import current
from indicators.ui.state import language
from indicators.ui.words import word

lang = language()
show_title(word("intake", lang), "" if current() else word("intake_lead", lang))
show_page()
