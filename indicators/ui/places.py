"""One indicator at all places: beside each other where dates and scopes allow it, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.catalog.area_codes import level_of
from indicators.catalog.places import peers_of, short_area
from indicators.derived import Compared, Value, text_of, working
from indicators.evidence.guard import may_share_axis
from indicators.language.text import number_text, row_period
from indicators.models import Indicator, MeasureType
from indicators.pictures.charts.build import draw
from indicators.pictures.comparing import is_drawable
from indicators.pictures.placing import places_picture
from indicators.table.rows import as_row
from indicators.ui.charts import CONFIG
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.evidence import document_link, table
from indicators.ui.html import folded, lines, show
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.takeaways import measures_of
from indicators.ui.words import word

_MOST_MISSING: Final = 12


@dataclass(frozen=True)
class _Shown:
    """What the section shows, made once for all sessions."""

    drawn: Drawn | None
    texts: tuple[str, ...]
    table: Markup
    derived: tuple[tuple[str, str, Markup], ...]


def show_places(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show an indicator's figures of all places, and what follows from them a head and of the whole.

    Nothing is shown where one place alone has figures and nothing is derived from them.
    """
    width = page_room() - 4
    made = board.once(("places", indicator.id, lang, width), partial(_shown, board, indicator, lang, width))
    if made is None:
        return
    st.subheader(word("by_place", lang), anchor=False)
    if made.drawn is not None:
        show_drawn(made.drawn, f"places-{indicator.id}-{lang}", CONFIG)
    for text in made.texts:
        st.text(text)
    if made.table:
        show(folded(word("each_place", lang), made.table, opened=made.drawn is None))
    for name, because, body in made.derived:
        show(_under(name, because, body, lang))


def _under(name: str, because: str, body: Markup, lang: str) -> Markup:
    """Return a derived measure under its name, which says that no document prints it."""
    return Markup('<h3 class="ev-name">{}</h3><p class="kf-quiet">{}{}{}</p>{}').format(
        name, word("derived_measure", lang), word("dot", lang), because, body
    )


def _shown(board: Dashboard, indicator: Indicator, lang: str, width: int) -> _Shown | None:
    catalog = board.catalog
    measures = measures_of(board)
    compared = measures.all_places(indicator.id)
    derived = tuple(
        (entry.name.in_language(lang), entry.because.in_language(lang), _derived(catalog, found, lang))
        for entry in catalog.derived.values() if entry.numerator == indicator.id
        if (found := measures.all_places(entry.id)).values or found.apart
    )
    if len(compared.values) + len(compared.apart) < 2 and not derived:
        return None
    own = catalog.place or catalog.home or ""
    beside = [value for value in compared.values if _stands_beside(catalog, indicator, own, value.place)]
    rows = [as_row(value.inputs[0]) for value in beside]
    drawable = [row for row in rows if is_drawable(row)]
    verdict = may_share_axis(catalog, drawable)
    drawn = None
    if len(drawable) > 1 and verdict.allowed:
        drawn = ready(draw(places_picture(catalog, drawable, own, lang), width=width))
    reasons = [] if verdict.allowed else [reason.sentence(lang) for reason in verdict.reasons]
    return _Shown(drawn, (*reasons, *_texts(catalog, compared, beside, own, lang)),
                  _table(board, compared, lang), derived)


def _stands_beside(catalog: Catalog, indicator: Indicator, own: str, place: str) -> bool:
    """Tell whether a place's bar may stand beside one's own: a city's beside cities'; a whole's where it is a rate."""
    rate = indicator.measure_type is MeasureType.SHARE or catalog.units[indicator.unit].kind == "rate"
    whole = place in catalog.areas and level_of(catalog.areas[place]) == "nation"
    return place in peers_of(catalog.areas, own) or (rate and whole)


def _texts(catalog: Catalog, compared: Compared, beside: list[Value], own: str, lang: str) -> list[str]:
    """Return the rank that the figures allow, and which places have no figure."""
    said = []
    rank = compared.rank_of(own)
    name = short_area(catalog.areas, own, lang)
    if rank is not None and rank.of > 1:
        key = "rank_certain" if rank.certain else "rank_open"
        said.append(word(key, lang).format(place=name, best=rank.best, worst=rank.worst, of=rank.of))
    peers = set(peers_of(catalog.areas, own))
    missing = [short_area(catalog.areas, one, lang) for one in compared.missing if one in peers]
    if missing and beside:
        names = word("and", lang).join(missing[:_MOST_MISSING])
        key = "places_missing" if len(missing) <= _MOST_MISSING else "places_missing_more"
        said.append(word(key, lang).format(names=names, count=len(missing)))
    return said


def _table(board: Dashboard, compared: Compared, lang: str) -> Markup:
    """Return every place's figure with date and document, those of other dates last."""
    heads = [word(head, lang) for head in ("place_name", "figure", "period", "document")]
    body = []
    for value in (*compared.values, *compared.apart):
        row = value.inputs[0]
        cells = as_row(row)
        period = row_period(cells, lang)
        if value in compared.apart:
            period += word("apart_in_date", lang)
        body.append((
            _named(board.catalog, value.place, lang), number_text(cells, board.catalog, lang).plain,
            period, document_link(board, row, lang),
        ))
    return table(heads, body) if len(body) > 1 else Markup("")


def _named(catalog: Catalog, place: str, lang: str) -> Markup:
    """Return a place's name for a table's first cell, where no word is broken."""
    return Markup('<span class="ev-place">{}</span>').format(short_area(catalog.areas, place, lang))


def _derived(catalog: Catalog, compared: Compared, lang: str) -> Markup:
    """Return a measure's value at each place with its working and the codes of what it rests on."""
    heads = [word(head, lang) for head in ("place_name", "derived_value", "derived_working")]
    body = [
        (
            _named(catalog, value.place, lang), text_of(value, lang),
            lines([*working(catalog, value, lang), word("and", lang).join(value.codes)]),
        )
        for value in (*compared.values, *compared.apart)
    ]
    refused = [one.reason(lang) for one in compared.refused]
    made = table(heads, body)
    return made + folded(word("not_derived", lang), lines(refused)) if refused else made
