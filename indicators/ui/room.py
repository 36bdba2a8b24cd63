"""How wide the page is: charts wrap their text on the server, so it has to know.

The browser reports the width of the page's content in steps, at first sight and whenever it
changes for good; a cookie of the dashboard's own spares a returning reader the second run.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

STEPS: Final = (336, 420, 520, 640, 760, 880, 1000, 1200, 1400)
"""Pixels of text that are told apart; what is drawn for one fits every wider page."""
_USUAL: Final = 880
_PHONE: Final = 336
_KEY: Final = "room"

_MEASURE: Final = """
export default function ({ data, setStateValue }) {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!main) return;
  let known = data.room;
  let timer;
  const app = document.querySelector('[data-testid="stApp"]');
  const measure = () => {
    // A report that cuts a run short would take away what that run sets in other widgets.
    if (app?.dataset.testScriptState === "running") {
      timer = setTimeout(measure, 50);
      return;
    }
    const style = getComputedStyle(main);
    const width = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const room = data.steps.reduce((best, step) => (step <= width ? step : best), data.steps[0]);
    document.cookie = `room=${room};path=/;max-age=31536000;SameSite=Strict`;
    if (room !== known) {
      known = room;
      setStateValue("room", room);
    }
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(measure, 200);
  });
  observer.observe(main);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
"""
_component: Final[Any] = st.components.v2.component("room", js=_MEASURE)


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
