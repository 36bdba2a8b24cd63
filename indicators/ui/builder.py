"""The deck builder: what is in the deck, in which order, under which titles.

Everything it knows stands in the address; nothing is kept on the server.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import hold_of
from indicators.decks.checking import template_of
from indicators.language.counting import Count
from indicators.language.releasing import held_back, way_out
from indicators.pictures.slides import KEY, PALETTES, TREND, Deck, DeckSpec, default_keys
from indicators.pictures.slides.formats import OWN, SLIDE_SIZES
from indicators.ui.fields import MOST_TITLE, most
from indicators.ui.filters import search, widget
from indicators.ui.html import show_download, show_note
from indicators.ui.labels import plain
from indicators.ui.links import link_to_page
from indicators.ui.stage import PARAMETERS, DeckRequest, thumbnail
from indicators.ui.state import Dashboard, kept_in_address
from indicators.ui.words import word

_ADD = "deck-add"
_MOST_HITS = 8


def link_to_builder(lang: str) -> None:
    """Show the way to the deck builder."""
    link_to_page("deck", word("deck", lang))


def show_papers(sectors: Sequence[str], lang: str) -> None:
    """Show the ways to paper: one page of A4, and a Word file; of sectors, or of the whole reply."""
    asked = urlencode({"sector": list(sectors), **kept_in_address()}, doseq=True)
    links = Markup(
        '<p class="papers"><a class="save" href="./api/brief.html?{0}" target="_blank">{1}</a>'
        '<a class="save" href="./api/report.docx?{0}" download>{2}</a></p>'
    ).format(asked, word("one_page", lang), word("as_word", lang))
    st.html(str(links), width="content")


def shortened(catalog: Catalog, keys: Sequence[str]) -> tuple[str, ...]:
    """Return a deck's entries with runs that are a sector's whole deck written as the sector."""
    short: list[str] = []
    place = 0
    whole = {sector: default_keys(catalog, [sector]) for sector in catalog.definitions}
    while place < len(keys):
        sector = keys[place].partition(".")[0]
        run = whole.get(sector, [])
        if run and list(keys[place : place + len(run)]) == run:
            short.append(sector)
            place += len(run)
        else:
            short.append(keys[place])
            place += 1
    return tuple(short)


def _go(board: Dashboard, request: DeckRequest, keys: Sequence[str]) -> None:
    """Make the address that of a deck with these slides."""
    titles = {key: text for key, text in request.spec.titles.items() if key in keys}
    spec = DeckSpec(shortened(board.catalog, keys), titles)
    _put(replace(request, spec=spec, empty=not keys))


def _put(request: DeckRequest) -> None:
    """Make the address that of a deck, in one step, which Back takes back."""
    now = st.query_params
    kept: dict[str, str | list[str]] = {key: now.get_all(key) for key in now if key not in PARAMETERS}
    now.from_dict({**kept, **request.query})


@st.cache_resource(max_entries=4, show_spinner=False)
def _options(fingerprint: str, lang: str, _board: Dashboard) -> dict[str, str]:
    del fingerprint
    table = _board.table
    totals = table[table["breakdown"] == TOTAL]
    several = totals.groupby("indicator")["time_period"].nunique()
    return options(_board.catalog, lang, set(several[several > 1].index))


def options(catalog: Catalog, lang: str, trends: Collection[str] = ()) -> dict[str, str]:
    """Return what can be added to a deck: each entry's key and name, sector by sector.

    Args:
        catalog: The catalogue.
        lang: ``zh`` or ``en``.
        trends: The indicators with figures of several periods.
    """
    found: dict[str, str] = {}
    gap = word("dot", lang)
    for sector, entry in catalog.definitions.items():
        name = catalog.sectors[sector].name.in_language(lang)
        found[sector] = f"{name}{gap}{word('whole_sector', lang)}"
        found[f"{sector}.{KEY}"] = f"{name}{gap}{word('key_figures', lang)}"
        for chart in entry.charts:
            found[f"{sector}.{chart.id}"] = f"{name}{gap}{chart.title.in_language(lang)}"
        for indicator in entry.indicators:
            label = f"{word('indicator', lang)}{word('colon', lang)}"
            called = indicator.name.in_language(lang)
            found[f"@{indicator.id}"] = f"{name}{gap}{label}{called}"
            if indicator.id in trends:
                label = f"{word('trend', lang)}{word('colon', lang)}"
                found[f"@{indicator.id}.{TREND}"] = f"{name}{gap}{label}{called}"
    return found


def show_builder(board: Dashboard, deck: Deck, request: DeckRequest, lang: str) -> None:
    """Show what can be added, the theme, and the deck's slides with their titles."""
    keys = [slide.key for slide in deck.slides]
    names = _options(board.catalog.fingerprint, lang, board)

    def add() -> None:
        chosen = st.session_state.get(_ADD)
        st.session_state[_ADD] = None
        if chosen is not None:
            more = default_keys(board.catalog, [chosen]) or [chosen]
            _go(board, request, [*keys, *(key for key in more if key not in keys)])

    def change_theme() -> None:
        _put(replace(request, theme=st.session_state.get("deck-theme") or request.theme))

    def change_size() -> None:
        _put(replace(request, size=st.session_state.get("deck-size") or ""))

    left, middle = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    field = widget("deck", "q")
    middle.text_input(
        word("pick_more", lang), key=field, max_chars=most(field), type="search", placeholder=word("search_hint", lang),
    )
    left.selectbox(
        word("add", lang), list(names), index=None, key=_ADD, on_change=add,
        format_func=names.__getitem__, placeholder=word("add_hint", lang),
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.session_state["deck-theme"] = request.theme
        st.segmented_control(
            word("theme", lang), list(PALETTES), key="deck-theme", on_change=change_theme,
            format_func=lambda name: word(f"theme_{name}", lang), required=True,
        )
        # A folder's own template has a size of its own, which nothing chosen leaves to it.
        st.session_state["deck-size"] = request.size or (None if template_of(board.catalog.folder) else OWN)
        st.segmented_control(
            word("slide_size", lang), SLIDE_SIZES, key="deck-size", on_change=change_size,
            format_func=lambda size: plain(size),
        )
        st.button(
            word("whole_reply", lang), on_click=lambda: _put(replace(request, spec=DeckSpec(), empty=False)),
        )
        st.button(word("clear_deck", lang), on_click=lambda: _go(board, request, []), disabled=not keys)
    _show_hits(board, request, keys, names, str(st.session_state.get(field) or ""), lang)
    _show_actions(deck, request, lang)
    _show_holds(board, deck, lang)
    if not deck.slides:
        st.info(word("empty_deck", lang))
    for number in range(len(deck.slides)):
        _show_row(board, deck, request, lang, number)


def _show_hits(
    board: Dashboard, request: DeckRequest, keys: Sequence[str], names: Mapping[str, str], query: str, lang: str
) -> None:
    """Show what a search finds, by name, pinyin or its initials, as buttons that add it."""
    if not query.strip():
        return
    found = hits(board.catalog, search(board, query), names, keys)[:_MOST_HITS]
    if not found:
        st.text(word("nothing_found", lang))
        return
    with st.container(horizontal=True):
        for key in found:
            st.button(
                plain(f"+ {names[key]}"), key=f"deck-hit-{key}",
                on_click=lambda key=key: _go(board, request, [*keys, key]),
            )


def hits(catalog: Catalog, indicators: Sequence[str], names: Container[str], keys: Container[str]) -> list[str]:
    """Return the entries that show indicators, those of one indicator first, without what a deck has.

    Args:
        catalog: The catalogue.
        indicators: The indicators, the best first.
        names: What can be added at all.
        keys: What the deck has.
    """
    found: dict[str, None] = {}
    for indicator in indicators:
        own = [f"@{indicator}", f"@{indicator}.{TREND}"]
        entry = catalog.definitions.get(catalog.sector_of[indicator])
        charts = entry.charts if entry is not None else ()
        own += [f"{catalog.sector_of[indicator]}.{chart.id}" for chart in charts if indicator in chart.indicators]
        found.update(dict.fromkeys(key for key in own if key in names and key not in keys))
    return list(found)


def deck_address(deck: Deck, request: DeckRequest, kept: Mapping[str, str]) -> str:
    """Return where the deck is to be had as a PowerPoint file, relative to any page.

    An address that asks for what isn't there is refused, so what was left out isn't asked for.

    Args:
        deck: The deck.
        request: What it was made from.
        kept: What every address carries on: the language, an earlier reply that leads.
    """
    spec = request.spec
    if deck.left_out:
        spec = DeckSpec(tuple(slide.key for slide in deck.slides), spec.titles)
    shown = {slide.key for slide in deck.slides}
    titles = {key: title for key, title in spec.titles.items() if key in shown}
    query = replace(request, spec=DeckSpec(spec.keys, titles)).query
    return f"api/deck.pptx?{urlencode({**query, **kept}, doseq=True)}"


def _show_actions(deck: Deck, request: DeckRequest, lang: str) -> None:
    """Show the ways to use the deck: present it, or take it away as PowerPoint."""
    if not deck.slides:
        return

    with st.container(horizontal=True, vertical_alignment="center"):
        show_download(word("powerpoint", lang), deck_address(deck, request, kept_in_address()), primary=True)
        link_to_page("present", word("show_now", lang), **request.query)
        show_papers(tuple(key for key in request.spec.keys if "." not in key and "@" not in key)[:1], lang)
        show_note(word("slides_count", lang).format(count=Count(len(deck.slides))))


def _show_holds(board: Dashboard, deck: Deck, lang: str) -> None:
    """Say why a deck is stamped: which documents aren't public or cleared, and how that is changed."""
    said: dict[str, str] = {}
    for mark in (mark for slide in deck.slides for mark in slide.marks):
        row = mark.row
        hold = hold_of(board.catalog, [row])
        if hold:
            entry = board.catalog.documents[str(row["document"])].document
            ways = [way_out(entry, hold.release, lang), word("way_checked", lang) if hold.draft else ""]
            said[f"{entry.title.in_language(lang)}{word('colon', lang)}{held_back(hold, lang)}"] = " ".join(filter(None, ways))
    if said:
        with st.container(border=True):
            st.text(word("why_stamped", lang))
            for reason, way in said.items():
                st.text(f"{reason}\n{way}")


def _show_row(
    board: Dashboard, deck: Deck, request: DeckRequest, lang: str, number: int
) -> None:
    slide = deck.slides[number]
    keys = [one.key for one in deck.slides]
    field = f"title-{slide.key}-{lang}"

    def retitle() -> None:
        text = " ".join(str(st.session_state.get(field, "")).split())[:MOST_TITLE]
        titles = {key: value for key, value in request.spec.titles.items() if key != slide.key}
        if text and text != slide.heading:
            titles[slide.key] = text
        elif text:
            return
        _put(replace(request, spec=DeckSpec(request.spec.keys, titles)))

    def move(step: int) -> None:
        order = list(keys)
        order.insert(number + step, order.pop(number))
        _go(board, request, order)

    def drop() -> None:
        _go(board, request, [key for place, key in enumerate(keys) if place != number])

    with st.container(key=f"slide-row-{number}"):
        picture, text, buttons = st.columns([3, 9, 3], gap="small", vertical_alignment="center")
        picture.image(thumbnail(board, slide, request.theme), width="stretch", alt=slide.heading)
        st.session_state[field] = slide.heading
        text.text_input(
            f"{number + 1}", key=field, on_change=retitle, max_chars=most(field),
        )
        if slide.doubt:
            text.text(slide.doubt)
        actions = (
            ("↑", "move_up", lambda: move(-1), number == 0),
            ("↓", "move_down", lambda: move(1), number == len(keys) - 1),
            ("✕", "take_out", drop, False),
        )
        row = buttons.container(horizontal=True)
        for sign, key, act, off in actions:
            row.button(
                sign, key=f"{key}-{number}-{slide.key}", on_click=act, disabled=off,
                help=word(key, lang),
            )
