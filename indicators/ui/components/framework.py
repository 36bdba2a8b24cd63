"""The page's language, declared to the browser, and Streamlit's own words in it.

Streamlit's page says ``lang="en"`` whatever it shows, which makes a screen reader spell Chinese as
English, and has no translations. A script puts both right, and back when the language is switched.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import streamlit as st

from indicators.ui.words.framework import PATTERNS, WHOLE

_component: Final[Any] = st.components.v2.component(
    "framework", js=Path(__file__).with_name("framework.js").read_text(encoding="utf-8")
)


def speak(lang: str) -> None:
    """Declare the language of the page, and have the framework's words in it."""
    with st.container(key="framework-words"):
        _component(
            key="framework",
            data={"lang": lang, "whole": list(WHOLE.items()), "patterns": list(PATTERNS)},
        )
