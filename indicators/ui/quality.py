"""The pieces of the Quality page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import numpy as np
import streamlit as st
from markupsafe import Markup

from indicators.catalog.columns import fields
from indicators.evidence.ages import Age, ages
from indicators.evidence.findings import ORDER
from indicators.evidence.vintages import rule_sentences, trust_words
from indicators.evidence.working import outcome_words
from indicators.language.attribution import attributed
from indicators.language.counting import Count
from indicators.language.text import figure_with_marks, period_text
from indicators.models import NOT_PRINTED, Trust
from indicators.table.rows import as_row
from indicators.texts import compare
from indicators.ui.differences import differences_table
from indicators.ui.evidence import (
    check_grid,
    contradiction_card,
    document_link,
    table,
)
from indicators.ui.html import show, show_note, stacked
from indicators.ui.links import href
from indicators.ui.problems import listed
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST: Final = 200
MOST_UNSTATED: Final = 50
_PAIR: Final = 2
_MOST_OFFERED: Final = 500


def show_verdicts(board: Dashboard, lang: str) -> None:
    """Show every check, what needs attention first."""
    st.subheader(word("verdicts", lang), anchor=False)
    summary, grid = board.once(("verdicts", lang), partial(_verdicts, board, lang))
    show(summary)
    found = board.judged
    if found.problems:
        with st.expander(word("open_problems", lang).format(count=int(found.problems))):
            show(board.once(("problems", lang), partial(listed, found.listed, found.unlisted, lang)))
    if grid:
        show(grid)


def _verdicts(board: Dashboard, lang: str) -> tuple[Markup, Markup]:
    """Return how many checks came out how, and those that need attention first."""
    found = board.judged
    summary = _summary([
        *((outcome_words(key, lang), str(found.outcomes.get(key, 0))) for key in ORDER),
        (word("recorded", lang), str(found.recorded)),
    ])
    if not found.checks:
        return summary, Markup("")
    grid = check_grid(board, found.checks, lang)
    if not found.unshown:
        return summary, grid
    more = _pairs((outcome_words(key, lang), f"{count:,}") for key, count in found.unshown.items())
    return summary, Markup('{}<p class="note">{}{}{}</p>').format(
        grid, word("more_checks", lang), word("colon", lang), more
    )


def _summary(pairs: list[tuple[str, str]]) -> Markup:
    return Markup('<p class="lead">{}</p>').format(_pairs(pairs))


def _pairs(pairs: Iterable[tuple[str, str]]) -> Markup:
    return Markup(" · ").join(
        Markup('{} <b class="nowrap">{}</b>').format(name, count) for name, count in pairs
    )


def show_contradictions(board: Dashboard, lang: str) -> None:
    """Show the figures that stand against each other, and the rule that orders them."""
    st.subheader(word("contradictions", lang), anchor=False)
    show(board.once(("contradictions", lang), partial(_contradictions, board, lang)))


def _contradictions(board: Dashboard, lang: str) -> Markup:
    """Return a card for each group of figures that stand against each other, and the rule.

    They are one piece: of dozens of pieces each would be a message of its own in every run, and none
    of them large enough for the browser to keep it.
    """
    found = board.judged
    sentences = rule_sentences(found.declared.content)
    rule = Markup('<div class="ev"><h3>{}</h3>{}</div>').format(
        word("precedence", lang),
        Markup("").join(
            Markup("<p>{}</p>").format(text.in_language(lang)) for text in sentences
        ),
    )
    cards = [contradiction_card(board, one, lang) for one in found.side_by_side]
    if found.unshown_against:
        more = word("more_against", lang).format(count=Count(found.unshown_against))
        cards.append(Markup('<p class="note">{}</p>').format(more))
    return stacked([*cards, rule])


def show_coverage(board: Dashboard, lang: str) -> None:
    """Show what each sector has, documents by trust, and how many figures are bounds."""
    tables = board.once(("coverage", lang), partial(_coverage, board, lang))
    for head, found in zip(("coverage", "by_trust", "bounds"), tables, strict=True):
        st.subheader(word(head, lang), anchor=False)
        show(found)


def _coverage(board: Dashboard, lang: str) -> tuple[Markup, Markup, Markup]:
    catalog, rows = board.catalog, board.table
    sectors = rows.groupby("sector", observed=True)
    counts, documents = sectors.size(), sectors["document"].nunique()
    used = set(rows["indicator"].unique())
    sector_table = table([word(head, lang) for head in ("sectors", "indicators", "count", "documents")], [
        (
            sector.name.in_language(lang),
            str(sum(one == key and name in used for name, one in catalog.sector_of.items())),
            str(counts.get(key, 0)), str(documents.get(key, 0)),
        )
        for key, sector in catalog.sectors.items()
    ])
    trusts = Counter(entry.document.trust for entry in catalog.documents.values())
    claims: Counter[Trust] = Counter()
    for name, count in rows["document"].value_counts().items():
        claims[catalog.documents[str(name)].document.trust] += int(count)
    trust_table = table(
        [word(head, lang) for head in ("trust", "documents", "count")],
        [(trust_words(trust, lang), str(trusts[trust]), str(claims[trust])) for trust in Trust],
    )
    relations = Counter(map(str, rows["relation"]))
    relation_table = table(
        [word(head, lang) for head in ("relation", "count", "share_of_all")],
        [(word(name, lang), str(count), f"{100 * count / len(rows):.0f}%")
         for name, count in relations.most_common()],
    )
    return sector_table, trust_table, relation_table


def show_diff(board: Dashboard, lang: str) -> None:
    """Show what two documents say differently, and what the newer one no longer says."""
    main = board.catalog.main_document
    offered = board.once(("compared", lang), partial(_offered, board, lang))
    if main is None or len(offered.titles) < _PAIR:
        return
    st.subheader(word("diff", lang), anchor=False)
    names = list(offered.titles)
    chosen = []
    pairs = (("older", "diff-old", offered.alike), ("newer", "diff-new", main.document.id))
    for column, (label, key, first) in zip(st.columns(2, gap="medium"), pairs, strict=True):
        with column:
            chosen.append(st.selectbox(
                word(label, lang), names, format_func=offered.titles.__getitem__, key=key,
                index=names.index(first),
            ))
    old, new = chosen
    show(board.once(("diff", old, new, lang), partial(_diff, board, old, new, lang)))


@dataclass(frozen=True, slots=True)
class _Offered:
    """The documents that may be compared.

    Attributes:
        titles: What each is called, by its id.
        alike: The one that has most in common with the main document.
    """

    titles: Mapping[str, str]
    alike: str


def _offered(board: Dashboard, lang: str) -> _Offered:
    """Return the newest documents with figures, and the one to compare the main document with."""
    catalog = board.catalog
    main = catalog.main_document
    if main is None or board.table["document"].nunique() < _PAIR:
        return _Offered({}, "")
    alike = _most_alike(board, main.document.id)
    # A list of thousands helps nobody: the newest, and those that are to be compared first.
    newest = sorted(catalog.documents.values(), key=lambda one: -one.document.date.end.toordinal())
    kept = {alike, main.document.id, *(one.document.id for one in newest[:_MOST_OFFERED])}
    titles = {
        name: entry.document.title.in_language(lang)
        for name, entry in catalog.documents.items() if name in kept
    }
    return _Offered(titles, alike)


def _diff(board: Dashboard, old: str, new: str, lang: str) -> Markup:
    before, after = (board.observations_of("document", one) for one in (old, new))
    return differences_table(compare(board.catalog, before, after, (old, new)), board.catalog, lang)


def _most_alike(board: Dashboard, document: str) -> str:
    by_document: dict[str, set[str]] = {}
    for name, indicator in fields(board.catalog.observations, "document", "indicator"):
        by_document.setdefault(name, set()).add(indicator)
    return most_alike(by_document, document)


def most_alike(by_document: Mapping[str, Set[str]], document: str) -> str:
    """Return the other document that speaks of the most indicators of ``document``.

    Args:
        by_document: The indicators that each document speaks of.
        document: The document, by id.
    """
    own = by_document.get(document, frozenset())
    others = [key for key in by_document if key != document]
    return max(others, key=lambda key: len(own & by_document[key]), default=document)


def show_unstated(board: Dashboard, lang: str) -> None:
    """Show the figures whose document states no period for them."""
    places = board.once(("unstated",), partial(_places_unstated, board))
    st.subheader(
        f"{word('no_period_claims', lang)}{word('colon', lang)}{len(places)}", anchor=False
    )
    if places:
        first = places[:MOST_UNSTATED]
        show(board.once(("unstated", lang), partial(_unstated, board, first, lang)))
        if len(places) > len(first):
            show_note(word("and_more", lang).format(count=f"{len(places) - len(first):,}"))


def _places_unstated(board: Dashboard) -> list[int]:
    found: list[int] = np.flatnonzero(board.table["period_basis"].isin(NOT_PRINTED).to_numpy()).tolist()
    return found


def _unstated(board: Dashboard, places: Sequence[int], lang: str) -> Markup:
    catalog = board.catalog
    body = [
        (
            Markup('<a href="{}" target="_self">{}</a>').format(
                href("indicator", id=row.indicator),
                catalog.indicators[row.indicator].name.in_language(lang),
            ),
            figure_with_marks(as_row(row), catalog, lang), document_link(board, row, lang),
        )
        for row in (catalog.observations[place] for place in places)
    ]
    return table([word(head, lang) for head in ("indicator", "figure_said", "document")], body)


def show_age(board: Dashboard, lang: str) -> None:
    """Show how long ago the period of each indicator's newest figure ended, the oldest first."""
    today = date.today()
    st.subheader(word("age", lang), anchor=False)
    lead = word("age_lead", lang).format(date=period_text(today.isoformat(), lang))
    show(Markup('<p class="kf-quiet">{}</p>').format(lead))
    show(board.once(("age", today, lang), partial(_ages, board, today, lang)))


def _ages(board: Dashboard, today: date, lang: str) -> Markup:
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
    return table([word(head, lang) for head in ("indicator", "figure_said", "period", "age")], body)


def age_words(age: Age, lang: str) -> str:
    """Return an age in years and months."""
    if age.months < 0:
        return word("future", lang)
    years, months = divmod(age.months, 12)
    said = []
    if years:
        said.append(word("years", lang).format(years=Count(years)))
    if months:
        said.append(word("months", lang).format(months=Count(months)))
    gap = " " if lang == "en" else ""
    return gap.join(said) or word("this_month", lang)
