"""Compare."""

from indicators.ui.html import show_title
from indicators.ui.state import language
from indicators.ui.words import word

show_title(word("compare", language()), word("compare_lead", language()))
