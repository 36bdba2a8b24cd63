"""The strip beneath a chart: PNG, SVG and copy, all made in the browser from the chart's slide.

The slide is fetched from its address when it is wanted: sent along, the pictures would be as large
as all the rest of the page.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from indicators.models import Chart, DefinitionsFile
from indicators.pictures.slides import TREND
from indicators.ui.state import kept_in_address
from indicators.ui.words import word

_ACTS: Final = (("png", "png"), ("svg", "svg"), ("copy", "copy_picture"))


def slide_of(definitions: DefinitionsFile, chart: Chart) -> str:
    """Return the entry of a deck that shows what a chart shows."""
    declared = any(entry.id == chart.id for entry in definitions.charts)
    return f"{definitions.sector}.{chart.id}" if declared else f"@{chart.indicators[0]}"


def show_picture_tools(slide: str, title: str, lang: str) -> None:
    """Show the ways to take a picture away, at slide size and with everything inside.

    Args:
        slide: The entry of a deck that shows it.
        title: What the picture is called.
        lang: ``zh`` or ``en``.
    """
    address = f"./api/picture.svg?{urlencode({'slide': slide, **kept_in_address()})}"
    buttons = Markup("").join(
        Markup('<button type="button" data-act="{}">{}</button>').format(act, word(key, lang))
        for act, key in _ACTS
    )
    strip = Markup(
        '<div class="ix-tools" role="group" aria-label="{}" lang="{}" data-picture="{}">{}'
        '<span role="status"></span></div>'
    ).format(title, "en" if lang == "en" else "zh-CN", address, buttons)
    st.html(str(strip), width="content")


def show_trend_tools(indicator: str, name: str, lang: str) -> None:
    """Show the ways to take the picture of an indicator's trend away."""
    show_picture_tools(f"@{indicator}.{TREND}", f"{word('trend', lang)} {name}", lang)
