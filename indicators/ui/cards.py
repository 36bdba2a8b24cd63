"""Key figures as cards: the bound small and raised, the number large, the unit half as large."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from indicators.models import Sector
from indicators.text import number_text
from indicators.ui.html import show
from indicators.ui.links import link_to_indicator, link_to_sector
from indicators.ui.numbers import document_number, period
from indicators.ui.state import Dashboard, Row
from indicators.ui.words import word


def figure(board: Dashboard, row: Row, lang: str) -> Markup:
    """Return a figure set as a unit on one baseline."""
    parts = number_text(row, board.catalog, lang)
    bound = Markup('<span class="kf-bound">{}</span>').format(parts.bound) if parts.bound else ""
    unit = Markup('<span class="kf-unit">{}</span>').format(parts.unit) if parts.unit else ""
    return Markup('<p class="kf-figure"><span class="nowrap">{}<span class="kf-number">{}</span></span> {}</p>').format(
        bound, parts.number, unit
    )


def quiet(row: Row, lang: str) -> Markup:
    """Return the period and section that stand beneath a figure, neither of them broken."""
    parts = [Markup('<span class="nowrap">{}</span>').format(part)
             for part in (period(row, lang), row["section"]) if part]
    return Markup(" · ").join(parts)


def card(board: Dashboard, row: Row, lang: str, *, name: str = "", large: bool = False) -> Markup:
    """Return a card: name, figure, period and section."""
    above = Markup('<p class="kf-name">{}</p>').format(name) if name else ""
    return Markup('<div class="{}">{}{}<p class="kf-quiet">{}</p></div>').format(
        "kf kf-large" if large else "kf", above, figure(board, row, lang), quiet(row, lang)
    )


def short_name(board: Dashboard, indicator: str, lang: str) -> str:
    """Return an indicator's short name, or its name."""
    entry = board.catalog.indicators[indicator]
    return (entry.short or entry.name).in_language(lang)


def show_document(board: Dashboard, lang: str) -> None:
    """Show the main document's title, number, date and producer."""
    file = board.catalog.main_document
    if file is None:
        st.info(word("no_document", lang))
        return
    document = file.document
    basis = word("inferred", lang) if document.producer_basis == "inferred" else ""
    facts = (
        document_number(document.number, lang), f"{document.date:%Y-%m-%d}",
        f"{document.producer.in_language(lang)}{basis}",
    )
    show(Markup('<h1 class="title">{}</h1><p class="lead">{}</p>').format(
        document.title.in_language(lang), word("dot", lang).join(fact for fact in facts if fact)
    ))


def show_sector_cell(board: Dashboard, sector: Sector, lang: str) -> None:
    """Show a sector on the overview: the way in and its leading figures."""
    show(Markup('<hr class="rule">'))
    link_to_sector(sector, bold=True)
    definitions = board.catalog.definitions.get(sector.id)
    cards = []
    for indicator in definitions.leading if definitions else ():
        row = board.latest(indicator)
        if row is not None:
            cards.append(card(board, row, lang, name=short_name(board, indicator, lang)))
    body = Markup("").join(cards) or word("no_figures", lang)
    show(Markup('<div class="kf-pair kf-cell">{}</div>').format(body))


def show_key_figures(board: Dashboard, indicators: Sequence[str], lang: str) -> None:
    """Show key figures in a row, each under a link to its indicator."""
    rows = [(indicator, board.latest(indicator)) for indicator in indicators]
    known = [(indicator, row) for indicator, row in rows if row is not None]
    if not known:
        return
    for column, (indicator, row) in zip(st.columns(len(known), gap="medium"), known, strict=True):
        with column:
            show(Markup('<hr class="rule">'))
            link_to_indicator(indicator, short_name(board, indicator, lang))
            show(card(board, row, lang))
