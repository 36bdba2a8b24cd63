"""A document's text with every numeral coloured by what accounts for it.

The text is what a reader pasted or uploaded: it is shown, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from indicators.texts import Audit, Finding, Mark, State
from indicators.ui.html import show
from indicators.ui.links import indicator_address
from indicators.ui.state import Dashboard
from indicators.ui.words import word

HEIGHT = 560


def show_audit(board: Dashboard, found: Audit, lang: str) -> None:
    """Show how much of a text is accounted for, what is wrong, and the text itself."""
    counts = found.counts
    summary = word("audit_summary", lang).format(
        accounted=counts["accounted"], total=counts["total"]
    )
    show(Markup('<p class="{}">{}</p>').format(
        "verdict" if found.complete else "verdict alert", summary
    ))
    show(_legend(counts, lang))
    if found.findings:
        show(_findings(found.findings, lang))
    with st.container(height=HEIGHT, border=True):
        show(Markup('<div class="marked">{}</div>').format(
            Markup("").join(_pieces(board, found, lang))
        ))


def _legend(counts: dict[str, int], lang: str) -> Markup:
    items = Markup(" ").join(
        Markup('<span class="legend"><mark class="m-{}">{}</mark> {}</span>').format(
            state, word(f"state_{state}", lang), counts[state]
        )
        for state in State
    )
    return Markup("<p>{}</p>").format(items)


def _findings(findings: tuple[Finding, ...], lang: str) -> Markup:
    head = Markup("<tr><th>{}</th><th>{}</th><th>{}</th></tr>").format(
        word("place", lang), word("found", lang), word("remedy", lang)
    )
    rows = Markup("").join(
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            _place(finding, lang), finding.message(lang), finding.hint(lang)
        )
        for finding in findings
    )
    return Markup('<table class="problems">{}{}</table>').format(head, rows)


def _place(finding: Finding, lang: str) -> str:
    """Return where a finding stands: in the text, or at which claim or ignored line."""
    if finding.line:
        return word("text_place", lang).format(line=finding.line, column=finding.column)
    if finding.claim is not None:
        return word("claim_place", lang).format(number=finding.claim + 1)
    if finding.ignore is not None:
        return word("ignore_place", lang).format(number=finding.ignore + 1)
    return ""


def _pieces(board: Dashboard, found: Audit, lang: str) -> Iterator[Markup]:
    for stretch in found.stretches():
        words = found.text[stretch.start : stretch.end]
        if stretch.mark is None or stretch.state is None:
            yield Markup("{}").format(words)
            continue
        shown = Markup('<mark class="m-{}" title="{}">{}</mark>').format(
            stretch.state, _why(board, stretch.mark, lang), words
        )
        indicators = stretch.mark.indicators
        if indicators:
            # A tab of its own: leaving the page would lose the text.
            shown = Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(
                indicator_address(indicators[0], lang), shown
            )
        yield shown


def _why(board: Dashboard, mark: Mark, lang: str) -> str:
    """Return what accounts for a numeral: the indicators it serves, or why it is left out."""
    known = board.catalog.indicators
    names = [
        known[key].name.in_language(lang) if key in known else key for key in mark.indicators
    ]
    if names:
        return word("dot", lang).join(names)
    return mark.reason.in_language(lang) if mark.reason else word(f"state_{mark.state}", lang)
