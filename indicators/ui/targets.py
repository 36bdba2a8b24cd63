"""An indicator's targets whose time is up, each beside what came of it."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Observation
from indicators.evidence.targets import outcomes
from indicators.language.text import number_text, row_period
from indicators.models import Indicator
from indicators.table.rows import as_observation, as_row
from indicators.ui.evidence import MOST, document_link, more_note, table
from indicators.ui.html import show
from indicators.ui.state import Dashboard
from indicators.ui.words import word


def show_targets(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show target, outcome, and whether the figures allow saying that it was reached."""
    today = date.today()
    found = board.once(
        ("targets", indicator.id, today, lang),
        partial(_targets, board, indicator.id, today, lang),
    )
    if not found:
        return
    st.subheader(word("targets", lang), anchor=False)
    show(Markup('<p class="kf-quiet">{}</p>').format(word("targets_lead", lang)))
    show(found)


def _targets(board: Dashboard, indicator: str, today: date, lang: str) -> Markup:
    rows = board.rows_in_one_place(indicator).to_dict("records")
    found = outcomes(board.catalog, [as_observation(row) for row in rows], today)
    body = [
        (
            _figure(board, one.target, lang), _figure(board, one.outcome, lang),
            word(f"target_{one.verdict}", lang) + (
                "" if one.same_time else word("later_than_target", lang)
            ),
        )
        for one in found[:MOST]
    ]
    if not body:
        return Markup("")
    made = table([word(head, lang) for head in ("target", "outcome", "reached")], body)
    return made + more_note(len(found) - MOST, lang)


def _figure(board: Dashboard, row: Observation, lang: str) -> Markup:
    cells = as_row(row)
    return Markup("<b>{}</b><br>{}<br>{}").format(
        number_text(cells, board.catalog, lang).plain, row_period(cells, lang),
        document_link(board, row, lang),
    )
