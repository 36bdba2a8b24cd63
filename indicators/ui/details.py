"""The pieces of an indicator's page."""

from __future__ import annotations

import math
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from indicators.catalog.places import area_name
from indicators.evidence.confirmations import reason_text, said_in
from indicators.language.citation import Citation, cite_figure
from indicators.language.code_names import code_name
from indicators.language.sections import section_text
from indicators.language.text import cited_document
from indicators.models import NOT_PRINTED, Document, Indicator
from indicators.table.rows import as_observation
from indicators.ui.address import own_url
from indicators.ui.cards import card
from indicators.ui.citations import show_citations
from indicators.ui.html import definition_list, folded, lines, show
from indicators.ui.labels import plain
from indicators.ui.links import link_to_indicator, link_to_overview
from indicators.ui.numbers import interval, meaning, period
from indicators.ui.sentences import show_sentence
from indicators.ui.state import Dashboard, Row
from indicators.ui.twins import show_rows
from indicators.ui.words import word

MOST = 3


def show_observations(board: Dashboard, rows: pd.DataFrame, lang: str) -> None:
    """Show the newest total in full; without a total, the last parts.

    Older totals and those of other documents have their place on the timeline.
    """
    place = str(board.rows_in_one_place(str(rows["indicator"].iloc[0]))["ref_area"].iloc[0])
    catalog = board.catalog
    if not catalog.is_home(place):
        here, other = (area_name(catalog.areas, code, lang) for code in (catalog.home, place))
        st.info(word("here_only", lang).format(place=plain(here), other=plain(other)))
    for row in reversed(_shown(board, rows)):
        show(card(board, row, lang, large=True))


def show_evidence_of(board: Dashboard, rows: pd.DataFrame, lang: str) -> None:
    """Show what the documents print of the figures above, what that means, and how it is said and cited."""
    for row in reversed(_shown(board, rows)):
        show_sentence(board, row, lang)
        show(folded(word("printed_and_source", lang), _observation(board, row, lang)))
        show_citations(
            partial(_citations, board, row, lang), lang,
            key=f"{row['document']}-{row['time_period']}-{row['breakdown']}",
        )


def _shown(board: Dashboard, rows: pd.DataFrame) -> list[dict[Any, Any]]:
    """Return the newest total of the place that is shown, or the last parts."""
    indicator = str(rows["indicator"].iloc[0])
    newest, own = board.latest(indicator), board.rows_in_one_place(indicator)
    if newest is None or str(newest["ref_area"]) != str(own["ref_area"].iloc[0]):
        return own.tail(MOST).to_dict("records")
    return [newest.to_dict()]


def show_all(board: Dashboard, rows: pd.DataFrame, lang: str) -> None:
    """Show every observation as a table, where there are several; those of other places apart."""
    own = board.rows_in_one_place(str(rows["indicator"].iloc[0]))
    others = rows[~rows.index.isin(own.index)]
    for key, found, least in (("table", own, 2), ("elsewhere", others, 1)):
        if len(found) >= least:
            st.subheader(word(key, lang), anchor=False)
            show_rows(board, found, lang, key="observations" if key == "table" else key)


def _observation(board: Dashboard, row: Row, lang: str) -> Markup:
    """Return what the document prints, and what it means."""
    document = board.catalog.documents[row["document"]].document
    relation = word(row["relation"], lang)
    sections = [row["section"]] if row["section"] else []
    source = cited_document(board.catalog, document.id, sections, lang)
    return definition_list([
        (word("printed", lang), row["figure"]),
        (word("meaning", lang), f"{meaning(board, row, lang)}{_aside(relation, lang)}"),
        (word("interval", lang), "" if math.isnan(row["lower"]) and math.isnan(row["upper"])
         else lines((interval(row), Markup('<span class="kf-quiet">{}</span>').format(word("interval_hint", lang))))),
        (word("period", lang), period_and_basis(board, row, lang)),
        (word("section", lang), section_text(str(row["section"]), lang)),
        (word("producer", lang), _producer(document, lang)),
        (word("source", lang), source),
        (word("citation", lang), _cited(board, row, lang).gbt7714),
        (word("code", lang), row["code"]),
        (word("confirmed", lang), _confirmed(board, row, lang)),
    ])


def period_and_basis(board: Dashboard, row: Row, lang: str) -> str:
    """Return the period, and where the document prints it if that isn't with the figure."""
    said, basis = period(row, lang), str(row["period_basis"])
    if basis == "stated" or basis in NOT_PRINTED:
        return said
    return f"{said}{_aside(code_name(board.catalog, 'period_basis', basis, lang), lang)}"


def _confirmed(board: Dashboard, row: Row, lang: str) -> str:
    """Return why a figure is true that doesn't fit its neighbours; mostly nothing."""
    observation = as_observation(row)
    said = said_in(board.catalog, [observation.document]).get(observation.identity)
    return "" if said is None else reason_text(board.catalog, said, lang)


def _cited(board: Dashboard, row: Row, lang: str) -> Citation:
    """Return how to cite an observation: its document, and where it was read."""
    address = own_url("indicator", [("id", str(row["indicator"]))])
    return cite_figure(board.catalog, row, lang, accessed=date.today(), address=address)


def _citations(board: Dashboard, row: Row, lang: str) -> list[Citation]:
    return [_cited(board, row, lang)]


def _aside(text: str, lang: str) -> str:
    return f" ({text})" if lang == "en" else f"（{text}）"


def _producer(document: Document, lang: str) -> str:
    # That it is inferred, and why, is said on the document's own page.
    return document.producer.in_language(lang)


def show_definition(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show, beneath the definition in the page's lead, what isn't counted and what to mind."""
    unit = board.catalog.units[indicator.unit]
    excludes = indicator.excludes.in_language(lang) if indicator.excludes else ""
    reasons = [
        f"{board.catalog.indicators[entry.with_].name.in_language(lang)}{word('colon', lang)}"
        f"{entry.because.in_language(lang)}"
        for entry in indicator.not_comparable
        if entry.with_ in board.catalog.indicators
    ]
    show(definition_list([
        (word("excludes", lang), excludes),
        (word("caveats", lang), lines(text.in_language(lang) for text in indicator.caveats)),
        (word("unit", lang), unit.name.in_language(lang)),
        (word("measure_type", lang), word(indicator.measure_type, lang)),
        (word("not_comparable", lang), lines(reasons)),
    ]))


def show_neighbours(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show links to related indicators and to those it must not be compared with."""
    wanted = dict.fromkeys(
        [*([indicator.subset_of] if indicator.subset_of else []), *indicator.related,
         *(entry.with_ for entry in indicator.not_comparable)]
    )
    known = [board.catalog.indicators[key] for key in wanted if key in board.catalog.indicators]
    if known:
        st.subheader(word("related", lang), anchor=False)
        with st.container(horizontal=True):
            for entry in known:
                link_to_indicator(entry.id, entry.name.in_language(lang))


def show_choice(board: Dashboard, lang: str) -> None:
    """Show the way to every indicator, sector by sector."""
    link_to_overview()
    for sector in board.catalog.sectors.values():
        definitions = board.catalog.definitions.get(sector.id)
        st.subheader(plain(sector.name.in_language(lang)), anchor=False)
        with st.container(horizontal=True):
            for indicator in definitions.indicators if definitions else ():
                link_to_indicator(indicator.id, indicator.name.in_language(lang))
