"""What several documents say of the same things: what stands against what, and the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL, Observation
from indicators.catalog.places import area_name
from indicators.evidence.contradictions import Contradiction, contradictions
from indicators.evidence.declared import Declared, declared_in
from indicators.evidence.intervals import interval_of
from indicators.evidence.recalculation import Check, Outcome, recalculate, relatives
from indicators.evidence.vintages import trust_words
from indicators.evidence.wording import span
from indicators.evidence.working import outcome_words, title, working
from indicators.language.attribution import attributions, place_named
from indicators.language.counting import Count
from indicators.language.sections import section_text
from indicators.language.text import number_text, period_text, row_period
from indicators.models import Indicator
from indicators.table.rows import as_row
from indicators.ui.html import folded, lines, show
from indicators.ui.links import href
from indicators.ui.numbers import breakdown_name
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST: Final = 24
"""Cards of one kind on a page."""
MOST_FIGURES: Final = 12
"""Figures on one card."""


@dataclass(frozen=True)
class Evidence:
    """What follows for some indicators, found once for all sessions.

    Attributes:
        declared: The content of ``evidence.yaml``.
        checks: Their figures calculated anew, the first `MOST`.
        attention: Of all checks, the first `MOST` that don't tally.
        side_by_side: The figures that stand against each other, the first `MOST` groups.
        more: How many checks, and how many such groups, there are beyond those.
    """

    declared: Declared
    checks: Sequence[Check]
    attention: Sequence[Check]
    side_by_side: Sequence[Contradiction]
    more: tuple[int, int]


@st.cache_resource(max_entries=256, show_spinner=False)
def _evidence_about(
    folder: str, fingerprint: str, indicators: tuple[str, ...], _board: Dashboard
) -> Evidence:
    """Find what follows for some indicators, from their own rows and those of their relatives."""
    del folder, fingerprint
    catalog = _board.catalog
    newest = [row for name in indicators if (row := _board.latest(name)) is not None]
    areas = list(dict.fromkeys(str(row["ref_area"]) for row in newest))
    # A page speaks of one place; another's only where an indicator has no figure of it.
    areas = [catalog.home] if catalog.home in areas else areas[:1]
    rows = [
        catalog.observations[place]
        for name in relatives(catalog, indicators)
        for place in _of_areas(_board.rows_of("indicator", name), areas).index
    ]
    part = replace(catalog, observations=tuple(rows))
    declared = declared_in(catalog)
    wanted = set(indicators)

    def about(found: Sequence[Observation]) -> bool:
        return any(row.indicator in wanted for row in found)

    checks = [check for check in recalculate(part, declared) if about(check.rows)]
    against = [one for one in contradictions(part, declared) if about(one.rows)]
    # What no page shows isn't kept: of much data it would be more than the data.
    return Evidence(
        declared, checks[:MOST],
        [one for one in checks if one.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY)][:MOST],
        against[:MOST], (max(0, len(checks) - MOST), max(0, len(against) - MOST)),
    )


def _of_areas(rows: pd.DataFrame, areas: Sequence[str]) -> pd.DataFrame:
    """Return the rows of some areas."""
    return rows[rows["ref_area"].isin(areas)]


def evidence_about(board: Dashboard, indicators: Sequence[str]) -> Evidence:
    """Return what follows for some indicators, in the areas of their newest figures.

    Only their rows are looked at, so that a page costs the same however much data there is.
    """
    catalog = board.catalog
    return _evidence_about(str(catalog.folder), catalog.fingerprint, tuple(indicators), board)


def show_attention(board: Dashboard, sector: str, lang: str) -> None:
    """Show beside a sector's charts which of its figures don't tally, with the calculation."""
    definitions = board.catalog.definitions.get(sector)
    names = [indicator.id for indicator in definitions.indicators] if definitions else []
    found = evidence_about(board, names).attention
    if found:
        show(check_grid(board, found, lang))


def document_link(board: Dashboard, row: Observation, lang: str) -> Markup:
    """Return a link to a figure's document on the Sources page, with date and trust."""
    document = board.catalog.documents[row.document].document
    facts = [
        section_text(row.section, lang), period_text(document.date.isoformat(), lang),
        trust_words(document.trust, lang),
    ]
    return Markup('<a href="{}" target="_self">{}</a><br><span class="kf-quiet">{}</span>').format(
        href("sources", id=document.id), document.title.in_language(lang),
        word("dot", lang).join(fact for fact in facts if fact),
    )


def show_evidence(board: Dashboard, indicator: Indicator, lang: str) -> None:
    """Show what stands against an indicator's figures, and the checks it has a part in."""
    against, checks = board.once(
        ("evidence", indicator.id, lang), partial(_evidence, board, indicator.id, lang)
    )
    if against:
        st.subheader(word("against_each_other", lang), anchor=False)
        for card in against:
            show(card)
    if checks:
        show(folded(word("recalculated", lang), Markup("").join(checks)))


def _evidence(board: Dashboard, indicator: str, lang: str) -> tuple[list[Markup], list[Markup]]:
    """Return the cards of what stands against an indicator's figures, and those of its checks."""
    found = evidence_about(board, [indicator])
    against = [contradiction_card(board, one, lang) for one in found.side_by_side]
    checks = [check_grid(board, found.checks, lang)] if found.checks else []
    for cards, more in zip((checks, against), found.more, strict=True):
        if more:
            cards.append(more_note(more, lang))
    return against, checks


def more_note(count: int, lang: str) -> Markup:
    """Return how many more there are that aren't shown; nothing where all are."""
    if count <= 0:
        return Markup("")
    return Markup('<p class="note">{}</p>').format(word("and_more", lang).format(count=f"{count:,}"))


def check_grid(board: Dashboard, checks: Sequence[Check], lang: str) -> Markup:
    """Return checks beside each other, as many as the page has room for."""
    cards = Markup("").join(check_card(board, check, lang) for check in checks)
    return Markup('<div class="ev-grid">{}</div>').format(cards)


def contradiction_card(board: Dashboard, one: Contradiction, lang: str) -> Markup:
    """Return figures side by side: intervals, documents, whether all can be true, and why."""
    heads = [word(head, lang) for head in ("figure_said", "interval", "period", "document")]
    body = []
    several = len({row.indicator for row in one.rows}) > 1
    places = len({row.ref_area for row in one.rows}) > 1
    for row in one.rows[:MOST_FIGURES]:
        figure = number_text(as_row(row), board.catalog, lang).plain
        name = board.catalog.indicators[row.indicator].name.in_language(lang)
        if places:
            name = f"{area_name(board.catalog.areas, row.ref_area, lang)}{word('dot', lang)}{name}"
        shown = Markup("<b>{}</b>").format(figure)
        if row not in one.first:
            shown = Markup("{}").format(figure)
        if several or places:
            shown = Markup('{}<br><span class="kf-quiet">{}</span>').format(shown, name)
        body.append((
            shown, span(interval_of(row), lang, mult=row.unit_mult),
            row_period(as_row(row), lang), document_link(board, row, lang),
        ))
    name = board.catalog.indicators[one.rows[0].indicator].name.in_language(lang)
    place = "" if places else place_named(board.catalog, as_row(one.rows[0]), lang)
    name = f"{name}{word('dot', lang)}{place}" if place else name
    if one.name is not None:
        name = one.name.in_language(lang)
    why = Markup("").join(
        Markup("<p>{}{}{}</p>").format(
            word("differs_why", lang), word("colon", lang), text.in_language(lang)
        )
        for text in one.because
    )
    mark = "ev-verdict alert" if one.alarming else "ev-verdict"
    part = breakdown_name(board, one.rows[0].breakdown, lang)
    whole = one.name is not None or one.rows[0].breakdown == TOTAL
    head = name if whole else f"{name}{word('dot', lang)}{part}"
    return Markup('<div class="ev"><h3>{}</h3><p class="{}">{}</p>{}{}</div>').format(
        head, mark, one.verdict(lang), table(heads, body) + _more_figures(len(one.rows), lang), why
    )


def _more_figures(count: int, lang: str) -> Markup:
    if count <= MOST_FIGURES:
        return Markup("")
    more = word("more_figures", lang).format(count=Count(count - MOST_FIGURES))
    return Markup('<p class="note">{}</p>').format(more)


def check_card(board: Dashboard, check: Check, lang: str) -> Markup:
    """Return a check: what is compared, the verdict, the calculation, and what is known of it."""
    alarming = check.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY)
    known = ""
    if check.known is not None:
        known = Markup("<p>{}{}{}</p>").format(
            word("known_fault", lang), word("colon", lang),
            check.known.because.in_language(lang),
        )
    rows = [as_row(row) for row in (check.against, *check.terms)]
    whose = attributions(board.catalog, rows, lang)
    return Markup(
        '<div class="ev"><h3>{}</h3>{}<p class="{}">{}</p><p class="ev-sum">{}</p>{}</div>'
    ).format(
        title(board.catalog, check, lang),
        Markup('<p class="kf-quiet">{}</p>').format(whose) if whose else "",
        "ev-verdict alert" if alarming else "ev-verdict",
        outcome_words(check.outcome, lang), lines(working(board.catalog, check, lang)), known,
    )


def table(heads: Sequence[str], body: Sequence[Sequence[str | Markup]]) -> Markup:
    """Return a small table; each row's first cell is what it is about."""
    head = Markup("").join(Markup("<th>{}</th>").format(text) for text in heads)
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup('<td data-head="{}">{}</td>').format(name, cell)
                for name, cell in zip(heads, row, strict=True)
            )
        )
        for row in body
    )
    return Markup('<table class="ev-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        head, rows
    )
