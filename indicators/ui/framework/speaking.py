"""The page's language, declared to the browser, and Streamlit's own words in it.

Streamlit's page says ``lang="en"`` whatever it shows, which makes a screen reader spell Chinese as
English, and has no translations. A script puts both right, and back when the language is switched.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from indicators.ui.assets import STYLE, address, component
from indicators.ui.words import word

_component: Final[Any] = component("framework")


def speak(lang: str) -> None:
    """Declare the language of the page, and have the framework's words in it."""
    with st.container(key="framework-words"):
        _component(key="framework", data={"lang": lang, "style": f"./{address(STYLE)}"})


def name_window(name: str, lang: str) -> None:
    """Give the browser's window and tab the name of what is shown; the last name of a run stands."""
    st.set_page_config(page_title=f"{name} · {word('app', lang)}" if name else word("app", lang))
