"""Tables of what follows at each place: growth, and derived measures beside what documents print."""

from __future__ import annotations

from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.catalog.places import short_area
from indicators.derived import Compared, Measures, Value, measures_of, text_of, working
from indicators.derived.measuring import YEAR, months_between
from indicators.language.text import number_text, period_text, row_period
from indicators.models import Derived
from indicators.table.rows import as_row
from indicators.ui.evidence import document_link, more_note, table
from indicators.ui.html import folded, lines
from indicators.ui.state import Dashboard
from indicators.ui.trends import from_to, growth_said
from indicators.ui.words import word

MOST_ROWS = 30
"""So many places are listed; the data has the others."""


def named(catalog: Catalog, place: str, lang: str) -> Markup:
    """Return a place's name for a table's first cell, where no word is broken."""
    return Markup('<span class="ev-place">{}</span>').format(short_area(catalog.areas, place, lang))


def growth_table(board: Dashboard, compared: Compared, lang: str) -> Markup:
    """Return how far each place's figure grew up to its newest, from one at least a year earlier."""
    measures, body = measures_of(board.catalog), []
    for value in (*compared.values, *compared.apart)[:MOST_ROWS]:
        found = _grown(measures, compared.name, value.place)
        if found is None:
            continue
        old, new = found.inputs
        body.append((
            named(board.catalog, value.place, lang),
            " → ".join(period_text(row.time_period, lang) for row in (old, new)),
            from_to(board.catalog, old, new, lang),
            *growth_said(board.catalog, old, new, lang),
        ))
    if len(body) < 2:
        return Markup("")
    heads = ("place_name", "period", "figure_said", "rate", "calculation")
    return table([word(head, lang) for head in heads], body)


def _grown(measures: Measures, indicator: str, place: str) -> Value | None:
    """Return a place's growth to its newest figure from the one about a year before, if one follows."""
    new = next(measures.standing_rows(indicator, place), None)
    if new is None:
        return None
    for old in measures.standing_rows(indicator, place):
        if months_between(old.time_period, new.time_period) >= YEAR:
            found = measures.grown(old, new)
            return found if isinstance(found, Value) else None
    return None


def derived_table(board: Dashboard, compared: Compared, entry: Derived, lang: str) -> Markup:
    """Return a measure's value at each place with its working and the codes of what it rests on.

    What documents print of the same kind stands beneath it, with its own date and document.
    """
    heads = [word(head, lang) for head in ("place_name", "derived_value", "derived_working")]
    every = (*compared.values, *compared.apart)
    body = [
        (
            named(board.catalog, value.place, lang), text_of(value, lang),
            lines([*working(board.catalog, value, lang), word("and", lang).join(value.codes)]),
        )
        for value in every[:MOST_ROWS]
    ]
    made = table(heads, body) + more_note(max(0, len(every) - MOST_ROWS), lang)
    refused = [one.reason(lang) for one in compared.refused[:MOST_ROWS]]
    if refused:
        made += folded(word("not_derived", lang), lines(refused))
    return made + _printed(board, entry, lang)


def _printed(board: Dashboard, entry: Derived, lang: str) -> Markup:
    """Return what documents print of a measure's kind, every date of every place."""
    if entry.beside is None:
        return Markup("")
    measures = measures_of(board.catalog)
    rows = [row for place in board.catalog.areas for row in measures.standing_rows(entry.beside, place)]
    body = [
        (
            named(board.catalog, row.ref_area, lang), number_text(as_row(row), board.catalog, lang).plain,
            row_period(as_row(row), lang), document_link(board, row, lang),
        )
        for row in rows[:MOST_ROWS]
    ]
    if not body:
        return Markup("")
    heads = [word(head, lang) for head in ("place_name", "figure_said", "period", "document")]
    return folded(word("printed_beside", lang), table(heads, body) + more_note(max(0, len(rows) - MOST_ROWS), lang))
