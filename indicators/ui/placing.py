"""Which figures of other places are looked at: the period, how far dates may lie apart, chosen places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.catalog.places import peers_of, short_area
from indicators.derived.measuring import YEAR
from indicators.language.counting import Count
from indicators.language.text import period_text
from indicators.pictures.placing import MOST, MOST_CHOSEN, MOST_MONTHS, Placing
from indicators.table.selection import Fault, shortened
from indicators.ui import address
from indicators.ui.filters import keep_in_address, said, widget
from indicators.ui.state import Dashboard
from indicators.ui.words import word

PAGE: Final = "indicator"
WITHIN: Final = (0, 3, YEAR, 24, 36, 60, 120)
"""The months that may be chosen; an address may say any other number up to `MOST_MONTHS`."""
_MOST_PERIODS: Final = 60
_NAMES: Final = ("near", "within", "also")


def parse(
    board: Dashboard, pairs: Sequence[tuple[str, str]], periods: Sequence[str], lang: str
) -> tuple[Placing, list[str]]:
    """Return what an indicator's address asks of other places, and in words what of it is wrong."""
    faults: list[Fault] = []
    chosen: dict[str, list[str]] = {name: [] for name in _NAMES}
    for name, value in pairs:
        if name in chosen:
            chosen[name].append(value)
        elif name != "id":
            faults.append(Fault("unknown-parameter", shortened(name), "", ("id", *_NAMES)))
    near, within = (_one(chosen[name], name, faults) for name in ("near", "within"))
    if near and near not in periods:
        faults.append(Fault("unknown-code", "near", shortened(near), tuple(periods)))
        near = ""
    if within and not (within.isascii() and within.isdecimal() and len(within) < 4 and int(within) <= MOST_MONTHS):
        faults.append(Fault("unknown-code", "within", shortened(within), tuple(str(months) for months in WITHIN)))
        within = ""
    codes = tuple(dict.fromkeys(code for code in chosen["also"] if code in board.catalog.areas))[:MOST_CHOSEN]
    for code in chosen["also"]:
        if code not in board.catalog.areas:
            faults.append(Fault("unknown-code", "also", shortened(code), tuple(board.catalog.areas)))
    return Placing(near, int(within) if within else YEAR, codes), said(faults, lang)


def placing_query(near: str, within: int) -> dict[str, str]:
    """Return the parameters of an indicator's address that say which figures of other places are looked at."""
    query = {"near": near} if near else {}
    return query if within == YEAR else {**query, "within": str(within)}


def _one(values: Sequence[str], name: str, faults: list[Fault]) -> str:
    if len(values) > 1:
        faults.append(Fault("repeated", name, "", ()))
    return values[0] if values else ""


def show_placing(board: Dashboard, indicator: str, periods: Sequence[str], lang: str) -> Placing:
    """Show what can be chosen, in step with the address; return what is."""
    keys = {name: widget(PAGE, name) for name in _NAMES}
    wanted = address.take(PAGE, keys["near"])
    if wanted is not None:
        asked, messages = parse(board, wanted, periods, lang)
        address.hold({keys["near"]: asked.near, keys["within"]: asked.within, keys["also"]: list(asked.chosen)})
        address.note_faults(PAGE, messages)
    address.keep_holding()
    stored = st.session_state
    options = ["", *periods[:_MOST_PERIODS]]
    if stored[keys["near"]] not in options:
        options.append(stored[keys["near"]])
    peers = peers_of(board.catalog.areas, board.catalog.place or board.catalog.home)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        near = st.selectbox(
            word("places_near", lang), options, key=keys["near"], width=240,
            format_func=lambda period: period_text(period, lang) if period else word("places_newest", lang),
        )
        within = st.selectbox(
            word("places_within", lang), sorted({*WITHIN, stored[keys["within"]]}), key=keys["within"], width=240,
            format_func=lambda months: word("months_apart" if months else "same_period", lang).format(count=Count(months)),
        )
        chosen = stored.get(keys["also"], [])
        if len(peers) > MOST:
            chosen = st.multiselect(
                word("places_also", lang), peers, key=keys["also"], max_selections=MOST_CHOSEN, select_all=False,
                placeholder="", format_func=lambda code: short_area(board.catalog.areas, code, lang),
            )
    now = Placing(near or "", within if within is not None else YEAR, tuple(chosen))
    pairs = [("id", indicator)]
    pairs += placing_query(now.near, now.within).items()
    pairs += [("also", code) for code in now.chosen]
    keep_in_address(PAGE, pairs, lang)
    return now
