"""The pieces of the Quality page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Observation
from indicators.evidence.ages import Age, ages
from indicators.evidence.recalculation import Outcome
from indicators.evidence.vintages import rule_sentences, trust_words
from indicators.evidence.working import outcome_words
from indicators.language.attribution import attributed
from indicators.language.text import figure_with_marks, period_text
from indicators.models import Trust
from indicators.table.rows import as_row
from indicators.texts import compare
from indicators.ui.differences import differences_table
from indicators.ui.evidence import (
    check_grid,
    contradiction_card,
    document_link,
    table,
)
from indicators.ui.html import show
from indicators.ui.links import href
from indicators.ui.problems import problem_table
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_ORDER: Final = (Outcome.CONTRADICTORY, Outcome.EDGE, Outcome.OPEN, Outcome.CONSISTENT)
MOST: Final = 200
_PAIR: Final = 2


def show_verdicts(board: Dashboard, lang: str) -> None:
    """Show every check, what needs attention first."""
    judged = board.judged
    checks, counts = judged.checks, judged.outcomes
    st.subheader(word("verdicts", lang), anchor=False)
    show(_summary([
        *((outcome_words(key, lang), str(counts.get(key, 0))) for key in _ORDER),
        (word("recorded", lang), str(judged.recorded)),
    ]))
    problems = judged.catalog.problems
    if problems:
        with st.expander(word("open_problems", lang).format(count=len(problems))):
            show(problem_table(problems, lang))
    ordered = sorted(checks, key=lambda check: _ORDER.index(check.outcome))
    if ordered:
        show(check_grid(board, ordered[:MOST], lang))


def _summary(pairs: list[tuple[str, str]]) -> Markup:
    return Markup('<p class="lead">{}</p>').format(
        Markup(" · ").join(
            Markup('{} <b class="nowrap">{}</b>').format(name, count) for name, count in pairs
        )
    )


def show_contradictions(board: Dashboard, lang: str) -> None:
    """Show the figures that stand against each other, and the rule that orders them."""
    found = board.judged
    st.subheader(word("contradictions", lang), anchor=False)
    ordered = sorted(found.side_by_side, key=lambda one: not one.alarming)
    for one in ordered[:MOST]:
        show(contradiction_card(board, one, lang))
    sentences = rule_sentences(found.declared.content)
    show(Markup('<div class="ev"><h3>{}</h3>{}</div>').format(
        word("precedence", lang),
        Markup("").join(
            Markup("<p>{}</p>").format(text.in_language(lang)) for text in sentences
        ),
    ))


def show_coverage(board: Dashboard, lang: str) -> None:
    """Show what each sector has, documents by trust, and how many figures are bounds."""
    catalog = board.catalog
    st.subheader(word("coverage", lang), anchor=False)
    by_sector = Counter(row.sector for row in catalog.observations)
    used = {row.indicator for row in catalog.observations}
    documents: dict[str, set[str]] = {}
    for row in catalog.observations:
        documents.setdefault(row.sector, set()).add(row.document)
    body = [
        (
            sector.name.in_language(lang),
            str(len([one for one in catalog.sector_of.items() if one[1] == key and one[0] in used])),
            str(by_sector[key]), str(len(documents.get(key, ()))),
        )
        for key, sector in catalog.sectors.items()
    ]
    show(table([word(head, lang) for head in ("sectors", "indicators", "count", "documents")], body))
    st.subheader(word("by_trust", lang), anchor=False)
    trusts = Counter(entry.document.trust for entry in catalog.documents.values())
    claims = Counter(catalog.documents[row.document].document.trust for row in catalog.observations)
    show(table(
        [word(head, lang) for head in ("trust", "documents", "count")],
        [(trust_words(trust, lang), str(trusts[trust]), str(claims[trust])) for trust in Trust],
    ))
    st.subheader(word("bounds", lang), anchor=False)
    relations = Counter(str(row.relation) for row in catalog.observations)
    all_ = len(catalog.observations)
    show(table(
        [word(head, lang) for head in ("relation", "count", "share_of_all")],
        [(word(name, lang), str(count), f"{100 * count / all_:.0f}%")
         for name, count in relations.most_common()],
    ))


def show_diff(board: Dashboard, lang: str) -> None:
    """Show what two documents say differently, and what the newer one no longer says."""
    catalog = board.catalog
    by_document: dict[str, list[Observation]] = {}
    for row in catalog.observations:
        by_document.setdefault(row.document, []).append(row)
    main = catalog.main_document
    if main is None or len(by_document) < _PAIR:
        return
    st.subheader(word("diff", lang), anchor=False)
    new_default = main.document.id
    names = list(catalog.documents)

    def title(key: str) -> str:
        return catalog.documents[key].document.title.in_language(lang)

    left, right = st.columns(2, gap="medium")
    with left:
        old = st.selectbox(
            word("older", lang), names, format_func=title, key="diff-old",
            index=names.index(most_alike(by_document, new_default)),
        )
    with right:
        new = st.selectbox(
            word("newer", lang), names, format_func=title, key="diff-new",
            index=names.index(new_default),
        )
    result = compare(catalog, by_document.get(old, ()), by_document.get(new, ()), (old, new))
    show(differences_table(result, catalog, lang))


def most_alike(by_document: Mapping[str, Sequence[Observation]], document: str) -> str:
    """Return the other document that speaks of the most indicators of ``document``."""
    own = {row.indicator for row in by_document.get(document, ())}
    others = [key for key in by_document if key != document]
    return max(
        others, key=lambda key: len(own & {row.indicator for row in by_document[key]}),
        default=document,
    )


def show_unstated(board: Dashboard, lang: str) -> None:
    """Show the figures whose document states no period for them."""
    catalog = board.catalog
    rows = [row for row in catalog.observations if row.period_basis == "document"]
    st.subheader(f"{word('no_period_claims', lang)}{word('colon', lang)}{len(rows)}", anchor=False)
    body = [
        (
            Markup('<a href="{}" target="_self">{}</a>').format(
                href("indicator", id=row.indicator),
                catalog.indicators[row.indicator].name.in_language(lang),
            ),
            figure_with_marks(as_row(row), catalog, lang), document_link(board, row, lang),
        )
        for row in rows[:MOST]
    ]
    if body:
        show(table([word(head, lang) for head in ("indicator", "figure", "document")], body))


def show_age(board: Dashboard, lang: str) -> None:
    """Show how long ago the period of each indicator's newest figure ended, the oldest first."""
    today = date.today()
    st.subheader(word("age", lang), anchor=False)
    lead = word("age_lead", lang).format(date=period_text(today.isoformat(), lang))
    show(Markup('<p class="kf-quiet">{}</p>').format(lead))
    body = [
        (
            Markup('<a href="{}" target="_self">{}</a>').format(
                href("indicator", id=age.row.indicator),
                board.catalog.indicators[age.row.indicator].name.in_language(lang),
            ),
            attributed(
                figure_with_marks(as_row(age.row), board.catalog, lang), board.catalog,
                as_row(age.row), lang,
            ),
            period_text(age.row.time_period, lang), age_words(age, lang),
        )
        for age in ages(board.standing, today)[:MOST]
    ]
    show(table([word(head, lang) for head in ("indicator", "figure", "period", "age")], body))


def age_words(age: Age, lang: str) -> str:
    """Return an age in years and months."""
    if age.months < 0:
        return word("future", lang)
    years, months = divmod(age.months, 12)
    said = []
    if years:
        said.append(word("years" if years > 1 else "year_one", lang).format(years=years))
    if months:
        said.append(word("months" if months > 1 else "month_one", lang).format(months=months))
    gap = " " if lang == "en" else ""
    return gap.join(said) or word("this_month", lang)
