"""The one sentence that an indicator's figures allow, with how it follows behind a line that opens it."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from indicators.derived import Measures, find_takeaway, takeaway_text, takeaway_working
from indicators.models import Indicator
from indicators.ui.html import folded, lines, show
from indicators.ui.state import Dashboard
from indicators.ui.words import word


def measures_of(board: Dashboard) -> Measures:
    """Return what follows from the figures, made once for all sessions."""
    return board.once(("measures",), partial(Measures, board.catalog))


def show_takeaway(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show what may be said of an indicator in one sentence; nothing where nothing certain can be said."""
    made = board.once(("takeaway", indicator.id, lang), partial(_takeaway, board, indicator.id, lang))
    if made:
        show(made)


def _takeaway(board: Dashboard, indicator: str, lang: str) -> Markup:
    catalog = board.catalog
    found = find_takeaway(measures_of(board), indicator, catalog.place or catalog.home)
    if found is None:
        return Markup("")
    return Markup('<p class="takeaway">{}</p>{}').format(
        takeaway_text(catalog, found, lang),
        folded(word("takeaway_working", lang), lines(takeaway_working(catalog, found, lang))),
    )
