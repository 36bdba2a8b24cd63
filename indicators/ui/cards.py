"""Key figures as cards: the bound small and raised, the number large, the unit half as large."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog.places import area_name
from indicators.catalog.release import hold_of
from indicators.catalog.today import today
from indicators.language.attribution import attribution
from indicators.language.releasing import access_text, stamp
from indicators.language.sections import located
from indicators.language.text import figure_with_marks, number_text, set_apart
from indicators.models import DefinitionsFile, Document, Sector
from indicators.pictures.making import short_name
from indicators.pictures.set_large import pieces
from indicators.table.selection import REPLY
from indicators.ui.html import in_own_tongue, lines, show, show_title
from indicators.ui.labels import plain
from indicators.ui.links import href, link_to_sector
from indicators.ui.numbers import document_number, period
from indicators.ui.state import Dashboard, Row, look_at
from indicators.ui.taking import more, slide_of_row
from indicators.ui.words import word

_FEWEST_PLACES: Final = 2
FIRST_DRAFT: Final = "indicators draft TEXT -o documents/CODE.yaml"
"""How the first document of a folder is entered."""


def figure(board: Dashboard, row: Row, lang: str) -> Markup:
    """Return a figure set as a unit on one baseline; its pieces' sizes are in the style sheet."""
    parts = set_apart(number_text(row, board.catalog, lang), row, lang)
    leads = board.catalog.is_leading(str(row["document"]))
    said = {
        piece.role: Markup('<span class="kf-{}">{}</span>').format(piece.role, piece.text)
        for piece in pieces(parts)
    }
    unit = said.pop("unit", Markup(""))
    measured = board.catalog.units[board.catalog.indicators[str(row["indicator"])].unit]
    if unit and any(sign.isupper() for sign in measured.label.in_language(lang)):
        # P, PFLOPS, GWh: what the letters stand for.
        unit = Markup('<abbr title="{}">{}</abbr>').format(measured.name.in_language(lang), unit)
    return Markup('<p class="{}"><span class="nowrap">{}</span> {}</p>').format(
        "kf-figure" if leads else "kf-figure kf-context", Markup("").join(said.values()), unit
    )


def quiet(board: Dashboard, row: Row, lang: str) -> Markup:
    """Return the period, and on lines of their own the section and whose it is, beneath a figure."""
    source = attribution(board.catalog, row, lang)
    section = located(str(row["section"]), lang)
    # "(date of document)" goes to the next line as a whole where the column is narrow.
    bracket, space = ("(", " ") if lang == "en" else ("（", "")
    date, _, rest = period(row, lang).partition(bracket)
    words = [date.rstrip(), *([f"{bracket}{rest}"] if rest else [])]
    when = Markup(space).join(Markup('<span class="nowrap">{}</span>').format(p) for p in words)
    return lines(part for part in (when, section, source) if part)


def card(
    board: Dashboard, row: Row, lang: str, *,
    name: str = "", large: bool = False,
) -> Markup:
    """Return a card: name, figure, period, section and, if it isn't the leading one, the document.

    Its menu takes the figure away. The name leads to the indicator's page, which the menu leads to
    as well: the tab key stops once at a figure.
    """
    indicator = str(row["indicator"])
    above = Markup('<p class="kf-name">{}</p>').format(way(board, indicator, name, lang)) if name else ""
    called = name or board.catalog.indicators[indicator].name.in_language(lang)
    return Markup('<div class="{}">{}{}{}<p class="kf-quiet">{}</p>{}</div>').format(
        "kf kf-large" if large else "kf", above, figure(board, row, lang),
        stamped(stamp(hold_of(board.catalog, [row]), lang)), quiet(board, row, lang),
        more(slide_of_row(board, row), called, lang, about=indicator),
    )


def stamped(said: str) -> Markup:
    """Return what keeps a figure from being shown freely, beneath it; nothing where nothing does."""
    return Markup('<p class="kf-stamp">{}</p>').format(said) if said else Markup("")


def way(board: Dashboard, indicator: str, name: str, lang: str) -> Markup:
    """Return a name that leads to its indicator's page, and says what is counted to who rests on it."""
    return Markup('<a href="{}" target="_self" tabindex="-1" title="{}">{}</a>').format(
        href("indicator", id=indicator), board.catalog.indicators[indicator].definition.in_language(lang),
        in_own_tongue(name, lang),
    )


def show_document(board: Dashboard, lang: str) -> None:
    """Show the main document's title, number, date and producer."""
    file, home = board.catalog.main_document, board.catalog.home
    if file is None and home and board.places:
        lead = word("no_leading_document", lang)
        show_title(area_name(board.catalog.areas, home, lang), lead)
        return
    if file is None:
        st.info(word("no_document", lang).format(command=f"`{FIRST_DRAFT}`"))
        return
    document = file.document
    basis = word("inferred", lang) if document.producer_basis == "inferred" else ""
    facts = (
        document_number(document.number, lang), document.date.isoformat(),
        f"{document.producer.in_language(lang)}{basis}",
        access_text(document, release, lang) if (release := document.release_on(today())).held else "",
    )
    show(Markup('<h1 class="title">{}</h1><p class="lead">{}</p>').format(
        in_own_tongue(document.title.in_language(lang), lang), word("dot", lang).join(fact for fact in facts if fact)
    ))


def show_place_choice(board: Dashboard, lang: str) -> None:
    """Let the reader choose whose figures are shown; nothing where all are of one place."""
    catalog, places = board.catalog, board.places
    if len(places) < _FEWEST_PLACES:
        return
    if catalog.home not in places:
        places = [*places, catalog.home]
    key = f"place-{lang}"
    st.session_state[key] = catalog.home
    with st.container(key="place-choice"):
        st.selectbox(
            word("ref_area", lang), places, key=key, on_change=lambda: look_at(st.session_state[key]),
            format_func=lambda code: plain(area_name(catalog.areas, code, lang)),
            label_visibility="collapsed",
        )


def show_other_replies(board: Dashboard, lang: str) -> None:
    """Show the way to the earlier replies, and, where one of them leads, to the newest."""
    catalog = board.catalog
    others = [file.document for file in catalog.main_documents
              if not catalog.is_leading(file.document.id)]
    if not others:
        return
    links = [
        Markup('<a href="{}" target="_self">{}</a>').format(
            href("", **{REPLY: document.id}), _dated(document, lang)
        )
        for document in others
    ]
    show(Markup('<p class="kf-quiet">{}{}{}</p>').format(
        word("other_replies", lang), word("colon", lang), Markup(word("dot", lang)).join(links)
    ))


def _dated(document: Document, lang: str) -> str:
    name = document_number(document.number, lang) or document.title.in_language(lang)
    return f"{name} ({document.date.isoformat()})" if lang == "en" else (
        f"{name}（{document.date.isoformat()}）"
    )


def show_earlier_leads(board: Dashboard, lang: str) -> None:
    """Say on every page that an earlier reply leads, where a reader's address asks for that."""
    catalog = board.catalog
    if catalog.lead is not None:
        st.info(word("earlier_leads", lang).format(
            this=plain(_dated(catalog.documents[catalog.lead].document, lang)),
            newest=plain(_dated(catalog.main_documents[0].document, lang)),
        ))


def show_sector_cell(board: Dashboard, sector: Sector, lang: str) -> None:
    """Show a sector on the overview: the way in and its leading figures."""
    show(Markup('<hr class="rule">'))
    link_to_sector(sector, bold=True)
    show(board.once(("cell", sector.id, lang), partial(_figures, board, sector, lang)))


def _figures(board: Dashboard, sector: Sector, lang: str) -> Markup:
    """Return a sector's leading figures as cards, and the others in a line."""
    definitions = board.catalog.definitions.get(sector.id)
    cards = []
    for indicator in _leading(board, definitions):
        row = board.latest_here(indicator)
        if row is not None:
            cards.append(card(board, row, lang, name=short_name(board.catalog, indicator, lang)))
    body = Markup("").join(cards) or word("no_figures", lang)
    pair = Markup('<div class="kf-pair kf-cell {}">{}</div>').format(lang, body)
    return pair if definitions is None else pair + _others(board, definitions, lang)


def _leading(board: Dashboard, definitions: DefinitionsFile | None) -> list[str]:
    """Return the indicators that lead a sector: those that are declared, else the first with a figure.

    A folder that began with definitions taken from a shelf has figures of some of them only.
    """
    if definitions is None:
        return []
    declared = [name for name in definitions.leading if board.latest_here(name) is not None]
    known = (entry.id for entry in definitions.indicators if board.latest_here(entry.id) is not None)
    return declared or list(islice(known, 2))


def _others(board: Dashboard, definitions: DefinitionsFile, lang: str) -> Markup:
    """Return the main document's other figures of a sector in one quiet line, with bound and unit.

    Figures of context documents would need their document's name beside them; they have their
    place on the sector's page.
    """
    main = board.catalog.main_document
    found, leading = [], _leading(board, definitions)
    for indicator in definitions.indicators:
        row = board.latest_here(indicator.id)
        if row is None or main is None or row["document"] != main.document.id:
            continue
        if indicator.id not in leading:
            figure_text = figure_with_marks(row.to_dict(), board.catalog, lang)
            name = short_name(board.catalog, indicator.id, lang)
            found.append(Markup('<span class="nowrap">{} <b>{}</b>{}</span>').format(
                way(board, indicator.id, name, lang), figure_text,
                more(slide_of_row(board, row), name, lang, about=indicator.id),
            ))
    return Markup('<p class="kf-others {}">{}</p>').format(lang, Markup(" ").join(found))
