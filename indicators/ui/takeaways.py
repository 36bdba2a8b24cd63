"""The one sentence that an indicator's figures allow, with how it follows behind a line that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from markupsafe import Markup

from indicators.derived import find_takeaway, measures_of, takeaway_text, takeaway_working
from indicators.models import Indicator
from indicators.ui.html import folded, lines, show
from indicators.ui.links import href
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST_FOUND: Final = 2
"""So many sentences stand above what a search found."""
MOST_TRIED: Final = 6


def show_takeaway(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show what may be said of an indicator in one sentence; nothing where nothing certain can be said."""
    made = board.once(("takeaway", indicator.id, lang), partial(_takeaway, board, indicator.id, lang))
    if made:
        show(made)


def show_found_takeaways(board: Dashboard, indicators: Sequence[str], lang: str) -> None:
    """Show what may be said of the first of what was found, each sentence with its working and the way to its page."""
    key = tuple(indicators[:MOST_TRIED])
    made = board.once(("takeaways", key, lang), partial(_found, board, key, lang))
    if made:
        show(made)


def _found(board: Dashboard, indicators: Sequence[str], lang: str) -> Markup:
    made = (_takeaway(board, indicator, lang, named=True) for indicator in indicators)
    return Markup("").join([one for one in made if one][:MOST_FOUND])


def _takeaway(board: Dashboard, indicator: str, lang: str, *, named: bool = False) -> Markup:
    catalog = board.catalog
    found = find_takeaway(measures_of(catalog), indicator, catalog.place or catalog.home)
    if found is None:
        return Markup("")
    working: list[str | Markup] = [*takeaway_working(catalog, found, lang)]
    if named:
        working.append(Markup('<a href="{}" target="_self">{}</a>').format(
            href("indicator", id=indicator), catalog.indicators[indicator].name.in_language(lang)
        ))
    return Markup('<p class="takeaway">{}</p>{}').format(
        takeaway_text(catalog, found, lang), folded(word("takeaway_working", lang), lines(working)),
    )
