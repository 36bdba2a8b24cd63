"""A text held against its claims, as HTML with every numeral coloured by what accounts for it.

Made in a worker, away from Streamlit, which only shows it: a long text costs the server nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from markupsafe import Markup, escape

from indicators.figures import find_numerals
from indicators.figures.units import Units
from indicators.limits.caps import NUMERALS, TEXT, check
from indicators.models import DocumentFile
from indicators.texts.auditing import Audit, audit
from indicators.texts.findings import Finding
from indicators.texts.marks import Mark, State
from indicators.ui.words import word

MOST_FINDINGS: Final = 200
"""Findings that are listed; of the others it is said how many there are."""

Indicators = Mapping[str, tuple[str, str]]
"""Name and address of each indicator that claims are of."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """What is shown of a text.

    Attributes:
        verdict: How much is accounted for.
        findings: What is wrong; empty if nothing is.
        text: The text itself.
    """

    verdict: Markup
    findings: Markup
    text: Markup


def mark_text(
    entry: DocumentFile, text: str, units: Units, indicators: Indicators, lang: str
) -> MarkedText:
    """Hold a text against a document's claims, and colour it.

    Args:
        entry: The document.
        text: The text that a reader handed in.
        units: The known units.
        indicators: What its indicators are called, and where they are explained.
        lang: ``zh`` or ``en``.

    Raises:
        TooMuchError: The text is longer, or has more numerals, than is taken.
    """
    check(TEXT, len(text))
    # Signs such as ½ and ① are numbers by themselves, and looked at like the others.
    signs = sum(category(character) == "No" for character in text)
    check(NUMERALS, len(find_numerals(text)) + signs)
    found = audit(entry, text, units)
    counts = found.counts
    summary = word("audit_summary", lang).format(
        accounted=counts["accounted"], total=counts["total"]
    )
    verdict = Markup('<p class="{}">{}</p>{}').format(
        "verdict" if found.complete else "verdict alert", summary, _legend(counts, lang)
    )
    return MarkedText(
        verdict, _findings(found.findings, lang) if found.findings else Markup(""),
        Markup('<div class="marked">{}</div>').format(
            Markup("").join(_pieces(found, indicators, lang))
        ),
    )


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
        for finding in findings[:MOST_FINDINGS]
    )
    table = Markup('<table class="problems">{}{}</table>').format(head, rows)
    left = len(findings) - MOST_FINDINGS
    return table if left <= 0 else Markup('{}<p class="note">{}</p>').format(
        table, word("and_more", lang).format(count=left)
    )


def _place(finding: Finding, lang: str) -> str:
    """Return where a finding stands: in the text, or at which claim or ignored line."""
    if finding.line:
        return word("text_place", lang).format(line=finding.line, column=finding.column)
    if finding.claim is not None:
        return word("claim_place", lang).format(number=finding.claim + 1)
    if finding.ignore is not None:
        return word("ignore_place", lang).format(number=finding.ignore + 1)
    return ""


def _pieces(found: Audit, indicators: Indicators, lang: str) -> Iterator[Markup]:
    # What stands around the words is written once for all that are accounted for alike.
    around: dict[tuple[object, ...], tuple[Markup, Markup]] = {}
    for stretch in found.stretches():
        words = escape(found.text[stretch.start : stretch.end])
        mark = stretch.mark
        if mark is None or stretch.state is None:
            yield words
            continue
        alike = stretch.state, mark.indicators, mark.rule, mark.ignore
        if alike not in around:
            around[alike] = _around(mark, stretch.state, indicators, lang)
        before, after = around[alike]
        yield before
        yield words
        yield after


def _around(
    mark: Mark, state: State, indicators: Indicators, lang: str
) -> tuple[Markup, Markup]:
    """Return what stands before and after the words of a numeral."""
    before = Markup('<mark class="m-{}" title="{}">').format(state, _why(mark, indicators, lang))
    known = [key for key in mark.indicators if key in indicators]
    if not known:
        return before, Markup("</mark>")
    # A tab of its own: leaving the page would lose the text.
    link = Markup('<a href="{}" target="_blank" rel="noopener">').format(indicators[known[0]][1])
    return link + before, Markup("</mark></a>")


def _why(mark: Mark, indicators: Indicators, lang: str) -> str:
    """Return what accounts for a numeral: the indicators it serves, or why it is left out."""
    names = [indicators[key][0] if key in indicators else key for key in mark.indicators]
    if names:
        return word("dot", lang).join(names)
    return mark.reason.in_language(lang) if mark.reason else word(f"state_{mark.state}", lang)
