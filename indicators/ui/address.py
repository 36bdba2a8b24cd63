"""Keeping a page's widgets and its address in step.

A widget's own ``bind="query-params"`` writes labels into the address, in the reader's language, and
refuses what it doesn't know; here codes are written, and what is wrong is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from indicators.table.selection import VIEWED

_TAKEN: Final = "_addresses"
_FAULTS: Final = "_address_faults"
_HELD: Final = "_address_held"
_STEPPED: Final = "_stepped"
_STEP: Final = "step"
_OF_ALL: Final = ("lang", *VIEWED, "tray")
"""What the address of every page may have; ``tray`` is the browser's own, see ``tray.js``."""
Pairs = list[tuple[str, str]]


def asked() -> Pairs:
    """Return the parameters of the address, but for what every page's has: language, place, reply, own deck."""
    return [
        (name, value)
        for name in st.query_params
        for value in st.query_params.get_all(name)
        if name not in _OF_ALL
    ]


def note_step() -> None:
    """Note whether the reader came here by Back or Forward, which the browser says once (``tray.js``).

    An address without parameters is then what it says, and no wish to see the page as it was left.
    """
    st.session_state[_STEPPED] = _STEP in st.query_params
    if _STEP in st.query_params:
        del st.query_params[_STEP]


def take(page: str, widget: str) -> Pairs | None:
    """Return what the widgets must be set to; None if they are right as they are.

    An address that changed wins over the widgets; a page that is come back to without parameters
    opens as it was left.

    Args:
        page: The page's key.
        widget: The key of one of its widgets, whose state Streamlit drops when the page is left.
    """
    known: dict[str, Pairs] = st.session_state.setdefault(_TAKEN, {})
    now = asked()
    fresh = widget not in st.session_state
    stepped = st.session_state.get(_STEPPED, False)
    if (now or stepped) and sorted(now) != sorted(known.get(page, [])):
        return now
    if fresh:
        return now or known.get(page, [])
    return None


def grouped(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return parameters with all their values, as a link takes them."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return values


def hold(values: Mapping[str, Any]) -> None:
    """Set widgets to what an address asks for, and hold them to it; see `keep_holding`."""
    st.session_state.update(values)
    st.session_state[_HELD] = dict(values)


def keep_holding() -> None:
    """Set widgets again to what the address asked for, until the reader chooses something else.

    Streamlit tells the browser such a value once. If the script runs again before the browser has
    drawn the widget, as it does when the page turns out to be wider than thought, the widget stays
    empty while the script goes on as if it weren't.
    """
    held: dict[str, Any] = st.session_state.get(_HELD, {})
    for key, value in list(held.items()):
        if key in st.session_state and st.session_state[key] == value:
            st.session_state[key] = value
        else:
            del held[key]


def put(page: str, pairs: Pairs) -> None:
    """Write what the page shows into the address, and remember it."""
    known: dict[str, Pairs] = st.session_state.setdefault(_TAKEN, {})
    known[page] = pairs
    if sorted(asked()) != sorted(pairs):
        kept = {
            name: st.query_params[name] for name in _OF_ALL if name in st.query_params
        }
        values: dict[str, Any] = {**grouped(pairs), **kept}
        st.query_params.from_dict(values)


def remembered(page: str) -> Pairs:
    """Return the parameters that a page was left with."""
    known: dict[str, Pairs] = st.session_state.setdefault(_TAKEN, {})
    return list(known.get(page, []))


def remember(page: str, pairs: Pairs) -> None:
    """Have a page open with these parameters when it is next come to."""
    st.session_state.setdefault(_TAKEN, {})[page] = pairs


def note_faults(page: str, messages: Sequence[str]) -> None:
    """Keep what was wrong with the address, until something else is chosen."""
    st.session_state[_FAULTS] = (page, None, tuple(messages))


def faults(page: str, pairs: Pairs) -> tuple[str, ...]:
    """Return what was wrong with the address that led to what the page shows now."""
    found, shown, messages = st.session_state.get(_FAULTS, ("", None, ()))
    if found != page:
        return ()
    if shown is None:
        st.session_state[_FAULTS] = (page, pairs, messages)
    elif shown != pairs:
        st.session_state[_FAULTS] = ("", None, ())
        return ()
    return tuple(messages)


def base_url(path: str) -> str:
    """Return where the dashboard is, without a slash at the end.

    Args:
        path: The path of the page that runs, which the browser's address ends with.
    """
    address = str(st.context.url or "http://localhost:8501").partition("?")[0].rstrip("/")
    return address.removesuffix(f"/{path}") if path else address


def own_url(path: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Return the address of the page that runs, with parameters: what one cites or sends."""
    query = urlencode(list(pairs))
    return f"{base_url(path)}/{path}" + (f"?{query}" if query else "")
