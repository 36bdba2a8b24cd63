"""A text held against the catalogue as HTML: its figures coloured, what is to be changed, the others.

Made in a worker, away from Streamlit, which only shows it: a long text costs the server nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from indicators.catalog import Catalog
from indicators.language.counting import Count
from indicators.proof import Colour, Finding, Proof, proof
from indicators.proof.wording import indicator_name, source, to_say, verdict_name, when, why
from indicators.ui.links import indicator_address
from indicators.ui.words import word

MOST_LISTED: Final = 100
"""Findings that are listed; of the others it is said how many there are."""
_LEGEND: Final = {
    Colour.WRONG: "proof_fault", Colour.OLD: "proof_old", Colour.RIGHT: "proof_right", Colour.OPEN: "proof_open",
}


@dataclass(frozen=True, slots=True)
class ToMend:
    """A figure that has to be changed.

    Attributes:
        said: What is said of it.
        right: The sentence that would be right.
    """

    said: Markup
    right: str


@dataclass(frozen=True, slots=True)
class Proofed:
    """What is shown of a text.

    Attributes:
        summary: How many figures there are and have to be changed, and what the colours mean.
        text: The text itself.
        mend: What has to be changed, in the text's order.
        left: How many more have to be changed than are listed.
        others: A table of the other figures; empty if there are none.
    """

    summary: Markup
    text: Markup
    mend: tuple[ToMend, ...]
    left: int
    others: Markup


def proofed(text: str, catalog: Catalog, lang: str) -> Proofed:
    """Hold a text against the catalogue, and colour it.

    Raises:
        TooMuchError: The text is longer, or has more numerals, than is taken.
    """
    found = proof(text, catalog)
    mend = tuple(
        ToMend(_mend(finding, catalog, lang), to_say(finding, catalog, lang)) for finding in found.wrong[:MOST_LISTED]
    )
    others = [finding for finding in found.findings if not finding.is_wrong]
    return Proofed(
        _summary(found, lang), Markup('<div class="marked">{}</div>').format(
            Markup("").join(_pieces(found, catalog, lang))
        ),
        mend, max(0, len(found.wrong) - MOST_LISTED), _others(others, catalog, lang),
    )


def _summary(found: Proof, lang: str) -> Markup:
    total, wrong = len(found.findings), len(found.wrong)
    key = "proof_wrong" if wrong else "proof_clean" if total else "proof_none"
    said = word(key, lang).format(total=Count(total), wrong=Count(wrong))
    counts = {colour: sum(one.colour is colour for one in found.findings) for colour in Colour}
    legend = Markup(" ").join(
        Markup('<span class="legend"><mark class="p-{}">{}</mark> {}</span>').format(
            colour.value, word(name, lang), counts[colour]
        ) for colour, name in _LEGEND.items() if counts[colour]
    )
    return Markup('<p class="{}" role="status">{}</p><p>{}</p>').format(
        "verdict alert" if wrong else "verdict", said, legend
    )


def _pieces(found: Proof, catalog: Catalog, lang: str) -> Iterator[Markup]:
    done = 0
    for start, end, colour, number in found.stretches:
        finding = found.findings[number]
        yield escape(found.text[done:start])
        title = f"{verdict_name(finding.verdict, lang)}{word('colon', lang)}{why(finding, catalog, lang)}"
        mark = Markup('<mark class="p-{}" title="{}">{}</mark>').format(colour.value, title, found.text[start:end])
        yield _linked(finding, mark, lang)
        done = end
    yield escape(found.text[done:])


def _linked(finding: Finding, inside: Markup | str, lang: str) -> Markup:
    """Return something as a link to what its figure was held against; as it is where there is nothing."""
    if finding.row is None:
        return Markup("{}").format(inside)
    # A tab of its own: leaving the page would lose the text.
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(
        indicator_address(finding.row.indicator, lang), inside
    )


def _mend(finding: Finding, catalog: Catalog, lang: str) -> Markup:
    place = word("proof_place", lang).format(line=finding.line, column=finding.column)
    return Markup(
        '<div class="proof"><p><mark class="p-{}">{}</mark> <b>{}</b> <span class="kf-quiet">{}</span></p>'
        "<p>{}{}</p>{}</div>"
    ).format(
        finding.colour.value, finding.text, verdict_name(finding.verdict, lang), place,
        _why(finding, catalog, lang), word("stop", lang), _source(finding, catalog, lang),
    )


def _why(finding: Finding, catalog: Catalog, lang: str) -> str:
    """Return why a figure has its verdict, as a sentence begins."""
    said = why(finding, catalog, lang)
    return said[0].upper() + said[1:]


def _source(finding: Finding, catalog: Catalog, lang: str) -> Markup:
    if finding.row is None:
        return Markup("")
    return Markup('<p class="kf-quiet">{} {}</p>').format(
        _linked(finding, indicator_name(finding.row, catalog, lang), lang), source(finding.row, catalog, lang)
    )


def _others(findings: list[Finding], catalog: Catalog, lang: str) -> Markup:
    """Return a table of the figures that agree, and of those that aren't known."""
    if not findings:
        return Markup("")
    heads = [word(key, lang) for key in ("place", "figure", "proof_verdict", "indicator", "proof_why")]
    rows = Markup("").join(_row(finding, heads, catalog, lang) for finding in findings[:MOST_LISTED])
    head = Markup("").join(Markup("<th>{}</th>").format(text) for text in heads)
    table = Markup('<table class="ev-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(head, rows)
    left = len(findings) - MOST_LISTED
    return table if left <= 0 else Markup('{}<p class="note">{}</p>').format(
        table, word("and_more", lang).format(count=left)
    )


def _row(finding: Finding, heads: list[str], catalog: Catalog, lang: str) -> Markup:
    said: Markup | str = f"{_why(finding, catalog, lang)}{word('stop', lang)}"
    near = [
        f"{indicator_name(row, catalog, lang)} {row.figure} ({when(row, lang)})" for row in finding.candidates
    ]
    if near:
        said = Markup('{}<br><span class="kf-quiet">{}{}</span>').format(
            said, word("proof_perhaps", lang), word("dot", lang).join(near)
        )
    name: Markup | str = ""
    if finding.row is not None:
        name = _linked(finding, indicator_name(finding.row, catalog, lang), lang)
    cells = (
        word("proof_place", lang).format(line=finding.line, column=finding.column), finding.text,
        verdict_name(finding.verdict, lang), name, said,
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(
        Markup('<td data-head="{}">{}</td>').format(head, cell) for head, cell in zip(heads, cells, strict=True)
    ))
