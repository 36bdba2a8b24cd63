"""How wide the page is: charts wrap their text on the server, so it has to know.

The browser tells the width of the page's content in steps: with its first request, in a cookie of
the dashboard's own that a script sets before anything is drawn, and whenever it changes for good.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from indicators.ui.assets import component

STEPS: Final = (336, 420, 520, 640, 760, 880, 1000, 1200, 1400)
"""Pixels of text that are told apart; what is drawn for one fits every wider page."""
_USUAL: Final = 880
_PHONE: Final = 336
_KEY: Final = "room"

_component: Final[Any] = component("room")


_EARLY: Final = """\
(() => {
  const wide = innerWidth;
  const bar = wide > 768 ? 240 : 0;
  const edge = wide <= 640 ? 16 : wide <= 1500 ? 48 : 80;
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;visibility:hidden;overflow:scroll;width:50px;height:50px";
  document.documentElement.append(probe);
  const scroll = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  const left = wide - bar - scroll - 2 * edge;
  const steps = %s;
  const room = steps.reduce((best, step) => (step <= left ? step : best), steps[0]);
  document.cookie = `room=${room};path=/;max-age=31536000;SameSite=Strict`;
})();"""
"""The sidebar's width and the margins are those of ``framework/frame.css`` and ``pages/navigation.py``."""


def early_measure() -> str:
    """Return a script that tells the width before anything is drawn, as far as it can be foreseen."""
    return _EARLY % list(STEPS)


def page_room() -> int:
    """Return how many pixels wide the page's content is at least."""
    reported = getattr(st.session_state.get(_KEY), "room", None)
    for said in (reported, st.context.cookies.get("room")):
        if str(said).isdecimal() and int(str(said)) in STEPS:
            return int(str(said))
    phone = "Mobi" in st.context.headers.get("User-Agent", "")
    return _PHONE if phone else _USUAL


def watch_room() -> None:
    """Have the browser report the page's width; the script runs again if it isn't as thought."""
    with st.container(key="room-watch"):
        _component(
            key=_KEY, data={"room": page_room(), "steps": list(STEPS)},
            on_room_change=lambda: None,
        )
