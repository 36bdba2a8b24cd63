"""Search and filters, as Explore and Data have them, with the selection they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from indicators.language.code_names import code_name
from indicators.language.text import period_text
from indicators.table.facts import Facts
from indicators.table.search import LONGEST, SearchIndex
from indicators.table.selection import (
    PARAMETERS,
    Fault,
    Selection,
    kept_positions,
    parse_selection,
    select,
    shortened,
)
from indicators.ui import address
from indicators.ui.fields import most
from indicators.ui.labels import plain
from indicators.ui.state import Dashboard, language
from indicators.ui.words import WORDS, word

VIEWS: Final = ("cards", "table", "chart")
SHOWN: Final = (
    "sector", "indicator", "document", "time_period", "measure_type", "relation", "unit_measure",
    "obs_status", "ref_area", "breakdown",
)
"""The columns that have a filter, in the order in which they stand."""
_COLUMNS: Final = 3
_NAMED_IN_HEAD: Final = 4
_MOST_OPTIONS: Final = 1000
"""More codes than this are narrowed by searching; a list that long helps nobody."""


@dataclass(frozen=True)
class Asked:
    """What a page was asked for.

    Attributes:
        selection: The codes chosen.
        query: What is searched.
        view: One of `VIEWS`.
    """

    selection: Selection
    query: str = ""
    view: str = VIEWS[0]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of the address."""
        pairs = [("q", self.query)] if self.query else []
        pairs += self.selection.pairs
        return pairs + ([("view", self.view)] if self.view != VIEWS[0] else [])


def parse(
    board: Dashboard, pairs: Sequence[tuple[str, str]], lang: str
) -> tuple[Asked, list[str]]:
    """Return what an address asks for, and in words what of it is wrong."""
    faults: list[Fault] = []
    own: dict[str, list[str]] = {"q": [], "view": []}
    for name, value in pairs:
        if name in own:
            own[name].append(value)
    for name, values in own.items():
        if len(values) > 1:
            faults.append(Fault("repeated", name, "", ()))
    query = _clean((own["q"] or [""])[0])
    if len(query) > LONGEST:
        faults.append(Fault("too-long", "q", shortened(query), ()))
        query = query[:LONGEST]
    view = (own["view"] or [VIEWS[0]])[0]
    if view not in VIEWS:
        faults.append(Fault("unknown-code", "view", shortened(view), VIEWS))
        view = VIEWS[0]
    rest = [(name, value) for name, value in pairs if name not in own]
    selection, more = parse_selection(rest, board.catalog)
    faults += more
    return Asked(selection, query, view), said(faults, lang)


_NAMED: Final = {"q": "search", "figures": "written", "unit": "unit_shown", "by": "by_parts"}


def said(faults: Sequence[Fault], lang: str) -> list[str]:
    """Return faults in words, each parameter by the name that the page has for it."""
    messages = []
    for fault in faults:
        key = _NAMED.get(fault.parameter, fault.parameter)
        known = fault.code != "unknown-parameter" and key in WORDS
        messages.append(fault.message(lang, word(key, lang) if known else ""))
    return messages


def keep_in_address(page: str, pairs: list[tuple[str, str]], lang: str) -> None:
    """Put what a page shows into its address, and say what of the address that was asked for is left out."""
    address.put(page, pairs)
    messages = list(address.faults(page, pairs))
    if messages:
        st.warning(word("address_faults", lang))
        for message in messages:
            st.text(message)


def _clean(text: str) -> str:
    """Return what is searched without characters that can't be typed, in single spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


@st.cache_resource(max_entries=2, show_spinner=False)
def _index(fingerprint: str, _board: Dashboard) -> SearchIndex:
    del fingerprint
    return SearchIndex(_board.catalog)


def search(board: Dashboard, query: str) -> list[str]:
    """Return the indicators that a query finds, the best first."""
    index = _index(board.catalog.fingerprint, board)
    facts = board.once(("facts",), lambda: Facts(board.catalog, board.table))
    return board.once(("found", query), lambda: [hit.indicator for hit in index.search(query, facts.find)])


def widget(page: str, name: str) -> str:
    """Return a widget's key: another for each language.

    The browser keeps what is chosen by its label, so a widget that changes its language under one
    key goes on showing the old one. The address carries the choice over.
    """
    return f"{page}-{name}-{language()}"


def show_filters(
    board: Dashboard, page: str, lang: str, *, views: bool
) -> Asked:
    """Show the search box and the filters, in step with the address; return what they say."""
    wanted = address.take(page, widget(page, "q"))
    if wanted is not None:
        asked, messages = parse(board, wanted, lang)
        _set(page, asked)
        address.note_faults(page, messages)
    address.keep_holding()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            word("search", lang), key=widget(page, "q"), max_chars=most(widget(page, "q")), type="search",
            placeholder=word("search_hint", lang),
        )
        if views:
            st.segmented_control(
                word("view", lang), VIEWS, key=widget(page, "view"), required=True,
                format_func=lambda view: word(f"view_{view}", lang),
            )
    chosen = _chosen(page)
    count = sum(len(codes) for _, codes in chosen.chosen)
    with st.expander(_summary(board, chosen, lang), key=f"{page}-filters"):
        # Row by row, so that the keyboard goes through them as one reads.
        for start in range(0, len(SHOWN), _COLUMNS):
            row = SHOWN[start : start + _COLUMNS]
            for column, name in zip(st.columns(_COLUMNS, gap="medium"), row, strict=False):
                with column:
                    _filter(board, page, name, lang)
        st.button(word("clear", lang), on_click=clear, args=(page,), key=f"{page}-clear",
                  disabled=not count and not st.session_state.get(widget(page, "q")))
    query = _clean(str(st.session_state.get(widget(page, "q")) or ""))
    view = st.session_state.get(widget(page, "view")) if views else None
    asked = Asked(_chosen(page), query, view if view in VIEWS else VIEWS[0])
    keep_in_address(page, asked.pairs, lang)
    return asked


def _summary(board: Dashboard, chosen: Selection, lang: str) -> str:
    """Return what the closed filters are headed with: what is chosen, the first few by name."""
    if not chosen:
        return word("filters", lang)
    names = [label(board, name, code, lang) for name, code in chosen.pairs]
    shown = [shortened(name) for name in names[:_NAMED_IN_HEAD]]
    if len(names) > len(shown):
        shown.append(f"+{len(names) - len(shown)}")
    joined = ("、" if lang == "zh" else ", ").join(shown)
    return plain(f"{word('filters', lang)}{word('colon', lang)}{joined}")


def _set(page: str, asked: Asked) -> None:
    address.hold({
        widget(page, "q"): asked.query,
        widget(page, "view"): asked.view,
        **{widget(page, name): list(asked.selection[name]) for name in PARAMETERS},
    })


def clear(page: str) -> None:
    """Lift every restriction; for a button."""
    _set(page, Asked(Selection(), "", st.session_state.get(widget(page, "view"), VIEWS[0])))


def loosen(page: str, parameter: str) -> None:
    """Lift one restriction, ``q`` for the search; for a button."""
    st.session_state[widget(page, parameter)] = "" if parameter == "q" else []


def _chosen(page: str) -> Selection:
    return Selection.of({
        name: st.session_state.get(widget(page, name)) or [] for name in PARAMETERS
    })


def _filter(board: Dashboard, page: str, name: str, lang: str) -> None:
    chosen = list(st.session_state.get(widget(page, name)) or [])
    names = board.once(("options", name, lang), partial(_options, board, name, lang))
    options = list(names)
    if not names.keys() >= set(chosen):  # What an address asks for may be none of the data's.
        order = _catalogue_order(board, name)
        options = sorted({*names, *chosen}, key=lambda code: (order.get(code, len(order)), code))
    st.multiselect(
        word(name, lang), options, key=widget(page, name), select_all=False,
        placeholder=word("all_of_them", lang),
        format_func=lambda code: names.get(code) or label(board, name, code, lang),
    )


def _options(board: Dashboard, name: str, lang: str) -> dict[str, str]:
    """Return the codes that the data has in a column, in order, with what they are called."""
    order = _catalogue_order(board, name)
    found = list(kept_positions(board.table).of(name))[:_MOST_OPTIONS]
    found.sort(key=lambda code: (order.get(code, len(order)), code))
    return {code: label(board, name, code, lang) for code in found}


def _catalogue_order(board: Dashboard, name: str) -> dict[str, int]:
    entries = {"sector": board.catalog.sectors, "indicator": board.catalog.indicators}
    return {code: place for place, code in enumerate(entries.get(name, ()))}


def label(board: Dashboard, name: str, code: str, lang: str) -> str:
    """Return what a code of a filter is called."""
    if name == "time_period":
        return period_text(code, lang)
    return code_name(board.catalog, name, code, lang)


def rows_of(board: Dashboard, asked: Asked) -> pd.DataFrame:
    """Return the observations asked for, in the table's order."""
    selection = asked.selection
    if asked.query:
        found = set(search(board, asked.query))
        if selection["indicator"]:
            found &= set(selection["indicator"])
        if not found:
            return board.table.iloc[:0]
        selection = selection.replace("indicator", found)
    return select(board.table, selection, kept_positions(board.table))


def as_selection(board: Dashboard, asked: Asked) -> Selection:
    """Return what was asked for as a selection: a search as the indicators that it found."""
    if not asked.query:
        return asked.selection
    found = set(search(board, asked.query))
    if asked.selection["indicator"]:
        found &= set(asked.selection["indicator"])
    return asked.selection.replace("indicator", found)


def show_nothing_found(board: Dashboard, page: str, asked: Asked, lang: str) -> None:
    """Say what to loosen: for each restriction, how many observations there are without it."""
    st.info(word("nothing_found", lang))
    ways = []
    if asked.query:
        found = len(rows_of(board, Asked(asked.selection)))
        text = word("loosen_search", lang).format(id=shortened(asked.query), count=found)
        ways.append((found, "q", text))
    for name, _ in asked.selection.chosen:
        found = len(rows_of(board, Asked(asked.selection.replace(name, ()), asked.query)))
        noun = word(name, lang).lower() if lang == "en" else word(name, lang)
        ways.append((found, name, word("loosen_filter", lang).format(id=noun, count=found)))
    useful = [way for way in ways if way[0]]
    st.text(word("loosen" if useful else "loosen_none", lang))
    with st.container(horizontal=True):
        for _, name, text in useful:
            st.button(plain(text), on_click=loosen, args=(page, name), key=f"{page}-loosen-{name}")
        st.button(word("loosen_all", lang), on_click=clear, args=(page,), key=f"{page}-loosen-all")
