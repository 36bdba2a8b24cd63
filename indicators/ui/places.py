"""One indicator at all places: beside each other where dates and scopes allow it, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st
from markupsafe import Markup

from indicators.derived import Compared, measures_of
from indicators.evidence.guard import may_share_axis
from indicators.figures.periods import period_end
from indicators.language.counting import Count
from indicators.language.text import number_text, row_period
from indicators.models import Indicator
from indicators.pictures.charts.build import draw
from indicators.pictures.deriving import derived_picture
from indicators.pictures.placing import Placing, beside, places_picture
from indicators.table.rows import as_row
from indicators.ui.charts import CONFIG
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.evidence import document_link, table
from indicators.ui.html import folded, show
from indicators.ui.places_in_time import show_in_time
from indicators.ui.placing import show_placing
from indicators.ui.placing_tables import MOST_ROWS, derived_table, growth_table, named
from indicators.ui.ranking import places_texts
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.taking import show_more, slide_of_places
from indicators.ui.words import word


@dataclass(frozen=True)
class _Shown:
    """What the section shows, made once for all sessions."""

    asked: Placing
    compared: Compared
    drawn: Drawn | None
    texts: tuple[str, ...]
    table: Markup
    grown: Markup
    derived: tuple[tuple[str, str, str, Drawn | None, Markup], ...]


def show_places(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show an indicator's figures of all places, and what follows from them a head and of the whole.

    Nothing is shown where one place alone has figures and nothing is derived from them.
    """
    periods = board.once(("periods-of-places", indicator.id), partial(_periods, board, indicator.id))
    width = page_room() - 4

    def make(asked: Placing) -> _Shown:
        key = ("places", indicator.id, asked, lang, width)
        return board.once(key, partial(_shown, board, indicator, asked, lang, width))

    if not periods and not make(Placing()).derived:
        return
    st.subheader(word("by_place", lang), anchor=False)
    made = make(show_placing(board, indicator.id, periods, lang) if periods else Placing())
    if made.drawn is not None:
        with st.container(key=f"figure-places-{indicator.id}"):
            name = f"{word('by_place', lang)} {indicator.name.in_language(lang)}"
            # What is copied as its link is this page's address, which says the period and how far apart.
            show_more(slide_of_places(indicator.id, made.asked), name, lang)
            show_drawn(made.drawn, f"places-{indicator.id}-{lang}", CONFIG)
    for text in made.texts:
        st.text(text)
    if made.table:
        show(folded(word("each_place", lang), made.table, opened=made.drawn is None))
    if made.grown:
        show(folded(word("each_growth", lang), made.grown))
    show_in_time(board, indicator, made.compared, made.asked.chosen, lang)
    for measure, name, because, chart, body in made.derived:
        if chart is not None:
            with st.container(key=f"figure-derived-{measure}"):
                show_more(slide_of_places(measure, made.asked), name, lang)
                show_drawn(chart, f"derived-{measure}-{lang}", CONFIG)
        # A chart has its name within itself, and says that it is derived.
        show(_under(name, because, lang, drawn=chart is not None) + body)


def _periods(board: Dashboard, indicator: str) -> tuple[str, ...]:
    """Return the periods of an indicator's totals, the newest first; none where one place alone has any."""
    measures = measures_of(board.catalog)
    rows = [row for place in board.catalog.areas for row in measures.rows(indicator, place)]
    if len({row.ref_area for row in rows}) < 2:
        return ()
    return tuple(sorted({row.time_period for row in rows}, key=period_end, reverse=True))


def _under(name: str, because: str, lang: str, *, drawn: bool) -> Markup:
    """Return what is said of a derived measure: its name, that no document prints it, and what to mind."""
    if drawn:
        return Markup('<p class="kf-quiet">{}</p>').format(because)
    return Markup('<h3 class="ev-name">{}</h3><p class="kf-quiet">{}{}{}</p>').format(
        name, word("derived_measure", lang), word("dot", lang), because
    )


def _shown(board: Dashboard, indicator: Indicator, asked: Placing, lang: str, width: int) -> _Shown:
    catalog = board.catalog
    measures = measures_of(catalog)
    near = asked.near or None
    compared = measures.all_places(indicator.id, near=near, within=asked.within)
    own = catalog.place or catalog.home

    def chart(found: Compared) -> Drawn | None:
        picture = derived_picture(catalog, found, own, lang, chosen=asked.chosen)
        return None if picture is None else ready(draw(picture, width=width))

    derived = tuple(
        (
            entry.id, entry.name.in_language(lang), entry.because.in_language(lang), chart(found),
            derived_table(board, found, entry, lang),
        )
        for entry in catalog.derived.values() if entry.numerator == indicator.id
        if (found := measures.all_places(entry.id, near=near, within=asked.within)).values or found.apart
    )
    drawable = beside(catalog, compared, own)
    verdict = may_share_axis(catalog, drawable)
    drawn = None
    if len(drawable) > 1 and verdict.allowed:
        drawn = ready(draw(places_picture(catalog, drawable, own, lang, chosen=asked.chosen), width=width))
    reasons = [] if verdict.allowed else [reason.sentence(lang) for reason in verdict.reasons]
    return _Shown(
        asked, compared, drawn, (*reasons, *places_texts(catalog, compared, own, lang)), _table(board, compared, lang),
        growth_table(board, compared, lang), derived,
    )


def _table(board: Dashboard, compared: Compared, lang: str) -> Markup:
    """Return each place's figure with date and document, those of other dates last.

    Of hundreds the first are here, and one's own; the table of other places has them all.
    """
    heads = [word(head, lang) for head in ("place_name", "figure_said", "period", "document")]
    body = []
    own = board.catalog.place or board.catalog.home
    every = (*compared.values, *compared.apart)
    listed = [value for at, value in enumerate(every) if at < MOST_ROWS or value.place == own]
    for value in listed:
        row = value.inputs[0]
        cells = as_row(row)
        period = row_period(cells, lang)
        if value.place not in compared.by_place:
            period += word("apart_in_date", lang)
        body.append((
            named(board.catalog, value.place, lang), number_text(cells, board.catalog, lang).plain,
            period, document_link(board, row, lang),
        ))
    if len(body) < 2:
        return Markup("")
    left = len(every) - len(listed)
    more = word("more_places", lang).format(count=Count(left), name=word("elsewhere", lang)) if left else ""
    return table(heads, body) + (Markup('<p class="note">{}</p>').format(more) if more else Markup(""))
