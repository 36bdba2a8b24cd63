"""The quiet menu at each figure and picture, through which it is taken away: a button, and no more.

What it opens is one menu for the whole page, made in the browser (``menu.js``): it needs no answer of
the server to open, and what is taken is fetched from the picture's address when it is wanted.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from indicators.models import Chart, DefinitionsFile
from indicators.pictures.placing import Placing
from indicators.pictures.slides import PLACES, TREND
from indicators.table.rows import CODE
from indicators.ui.state import Dashboard, Row
from indicators.ui.words import word


def slide_of(definitions: DefinitionsFile, chart: Chart) -> str:
    """Return the entry of a deck that shows what a chart shows."""
    declared = any(entry.id == chart.id for entry in definitions.charts)
    return f"{definitions.sector}.{chart.id}" if declared else f"@{chart.indicators[0]}"


def slide_of_row(board: Dashboard, row: Row) -> str:
    """Return the entry of a deck that shows one figure: its indicator's where it stands, else its own."""
    indicator = str(row["indicator"])
    stands = board.latest(indicator)
    if stands is not None and stands[CODE] == row[CODE]:
        return f"@{indicator}"
    return str(row[CODE])


def slide_of_trend(indicator: str) -> str:
    """Return the entry of a deck that shows an indicator's figures over time."""
    return f"@{indicator}.{TREND}"


def slide_of_places(indicator: str, asked: Placing) -> str:
    """Return the entry of a deck that shows an indicator's figures, or a derived measure's values, of all places."""
    return f"@{indicator}.{PLACES}{asked.suffix}"


def more(slide: str, name: str, lang: str, *, about: str = "", whole: bool = False) -> Markup:
    """Return the button that opens a figure's or picture's menu.

    Args:
        slide: The entry of a deck that shows it.
        name: What it is called.
        lang: ``zh`` or ``en``.
        about: The indicator whose page explains it; none where there are several.
        whole: Whether it stands for several slides, of which there is no picture.
    """
    further = Markup(' data-about="{}"').format(about) if about else Markup("")
    further += Markup(" data-whole") if whole else Markup("")
    return Markup(
        '<button type="button" class="ix-more" data-slide="{}"{} aria-haspopup="menu" aria-expanded="false"'
        ' aria-label="{}"></button>'
    ).format(slide, further, word("more_of", lang).format(name=name))


def show_more(slide: str, name: str, lang: str, *, about: str = "", whole: bool = False) -> None:
    """Show the button within a container whose key begins with ``figure-``: it takes no place there."""
    st.html(str(more(slide, name, lang, about=about, whole=whole)), width="content")
