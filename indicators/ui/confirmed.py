"""What was confirmed, and what is plausible between periods: for readers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.confirmations import Confirmation, confirmations, reason_text
from indicators.evidence.tolerance import Bounds, allowed, bounds_of, kind_of
from indicators.evidence.wording import amount
from indicators.language.text import number_text, row_period, unit_label
from indicators.table.rows import as_row
from indicators.ui.evidence import document_link, table
from indicators.ui.html import show
from indicators.ui.links import href
from indicators.ui.numbers import breakdown_name
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST: Final = 200
_KINDS: Final = ("stock", "flow", "cumulative", "share", "growth", "rank", "duration")


@st.cache_resource(max_entries=2, show_spinner=False)
def _confirmations(folder: str, fingerprint: str, _catalog: Catalog) -> tuple[Confirmation, ...]:
    del folder, fingerprint
    return tuple(confirmations(_catalog).values())


def confirmed(board: Dashboard, indicator: str | None = None) -> list[Confirmation]:
    """Return the confirmed claims of an indicator, or of all."""
    catalog = board.catalog
    found = _confirmations(str(catalog.folder), catalog.fingerprint, catalog)
    return [one for one in found if indicator in (None, one.row.indicator)]


def show_confirmed(board: Dashboard, indicator: str, lang: str) -> None:
    """Show which of an indicator's figures were confirmed, and why; nothing if none was."""
    found = confirmed(board, indicator)
    if found:
        st.subheader(word("confirmed", lang), anchor=False)
        show(Markup('<p class="kf-quiet">{}</p>').format(word("confirmed_lead", lang)))
        show(_table(board, found, lang, named=False))


def show_all_confirmed(board: Dashboard, lang: str) -> None:
    """Show every confirmed figure with its reason, or that there is none."""
    found = confirmed(board)
    st.subheader(word("confirmed", lang), anchor=False)
    lead = word("confirmed_lead" if found else "confirmed_none", lang)
    show(Markup('<p class="kf-quiet">{}</p>').format(lead))
    if found:
        show(_table(board, found[:MOST], lang, named=True))


def _table(
    board: Dashboard, found: Sequence[Confirmation], lang: str, *, named: bool
) -> Markup:
    catalog = board.catalog
    body: list[tuple[str | Markup, ...]] = []
    for row, said in found:
        figure = Markup("<b>{}</b>").format(number_text(as_row(row), catalog, lang).plain)
        if row.breakdown != TOTAL:
            part = breakdown_name(board, row.breakdown, lang)
            figure = Markup('{}<br><span class="kf-quiet">{}</span>').format(figure, part)
        name = Markup('<a href="{}" target="_self">{}</a>').format(
            href("indicator", id=row.indicator),
            catalog.indicators[row.indicator].name.in_language(lang),
        )
        body.append((
            *((name,) if named else ()), figure, row_period(as_row(row), lang),
            reason_text(catalog, said, lang), document_link(board, row, lang),
        ))
    heads = ("figure_said", "period", "confirmed_because", "document")
    return table([word(head, lang) for head in ((("indicator",) if named else ()) + heads)], body)


def show_tolerances(board: Dashboard, lang: str) -> None:
    """Show what is plausible between two periods: by kind, and where an indicator says otherwise."""
    declared = board.catalog.evidence.plausible
    st.subheader(word("plausible", lang), anchor=False)
    wide = word("plausible_wide", lang).format(
        reach=f"{declared.reach:f}", wide=f"{declared.wide:f}"
    )
    show(Markup('<div class="ev"><p>{}</p><p>{}</p></div>').format(
        word("plausible_lead", lang), wide
    ))
    heads = ("measure_type", "after_a_year", "after_two_years", "let_pass", "comes_again")
    show(table([word(head, lang) for head in heads], [
        (_kind_name(kind, lang), *_tolerance(bounds_of(declared, kind, None), "", lang))
        for kind in _KINDS
    ]))
    own = [entry for entry in board.catalog.indicators.values() if entry.plausible is not None]
    if own:
        st.subheader(word("own_tolerance", lang), anchor=False)
        show(table([word(head, lang) for head in ("indicator", *heads[1:])], [
            (
                Markup('<a href="{}" target="_self">{}</a>').format(
                    href("indicator", id=entry.id), entry.name.in_language(lang)
                ),
                *_tolerance(
                    bounds_of(declared, kind_of(entry), entry.plausible),
                    unit_label(entry.id, board.catalog, lang), lang,
                ),
            )
            for entry in own[:MOST]
        ]))


def _kind_name(kind: str, lang: str) -> str:
    return word("growth_rate" if kind == "growth" else kind, lang)


def _tolerance(bounds: Bounds, unit: str, lang: str) -> tuple[str, str, str, str]:
    """Return what a tolerance allows after one and two years, what it lets pass, and repetition."""
    gap = " " if lang == "en" and unit else ""
    again = word("not_looked_at", lang)
    if bounds.repeat is not None:
        part = f"{amount_of(bounds.repeat.scaleb(2), lang)}%"
        again = word("a_change_of", lang).format(part=part)
    return (
        _times(bounds, 1, lang), _times(bounds, 2, lang),
        f"{amount_of(bounds.slack, lang)}{gap}{unit}", again,
    )


def _times(bounds: Bounds, years: int, lang: str) -> str:
    if bounds.rise == 0 and bounds.fall == 0:
        return word("the_same", lang)
    one = Decimal(1)
    low, high = allowed((one, one), 12 * years, bounds.rise, bounds.fall, Decimal(0))
    if low is None and high is None:
        return word("no_limit", lang)
    key = "times_at_most" if low is None else "times_at_least" if high is None else "between_times"
    said = [None if end is None else amount_of(end, lang) for end in (low, high)]
    return word(key, lang).format(low=said[0], high=said[1])


def amount_of(number: Decimal, lang: str) -> str:
    """Return a number as the page writes it, to two decimals."""
    return amount(Fraction(number), lang)
