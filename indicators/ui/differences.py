"""What a document changes against the data as it is: changed, new, and no longer made."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.language.attribution import short_document
from indicators.language.differences import OUTCOMES, printed, says
from indicators.language.sentences import breakdown_text
from indicators.texts import Comparison, Difference, Outcome, compare
from indicators.ui.html import show
from indicators.ui.words import word

MOST: Final = 300
"""Differences that are listed; of the others it is said how many there are."""
_SHOWN = (Outcome.CHANGED, Outcome.NEW, Outcome.DROPPED)


def differences_table(result: Comparison, catalog: Catalog, lang: str) -> Markup:
    """Return a comparison as a table: what became of each claim, both figures, and what follows.

    What stayed the same is counted, not listed.
    """
    listed = [item for kind in _SHOWN for item in result.differences if item.kind is kind]
    sides = {"before": result.old, "after": result.new}
    head = Markup("").join(
        Markup("<th>{}</th>").format(word("dot", lang).join(filter(None, (
            word(key, lang), short_document(catalog, sides[key], lang) if sides.get(key) else "",
        ))))
        for key in ("what_changed", "indicator", "before", "after", "follows")
    )
    rows = Markup("").join(_row(item, catalog, lang) for item in listed[:MOST])
    counts = word("dot", lang).join(
        f"{OUTCOMES[kind][lang == 'en']} {result.counts[kind]}" for kind in Outcome
    )
    table = Markup('<table class="problems"><tr>{}</tr>{}</table>').format(head, rows)
    left = len(listed) - MOST
    rest = word("and_more", lang).format(count=left) if left > 0 else ""
    return Markup('<p class="verdict">{}</p>{}<p class="note">{}</p>').format(
        counts, table if listed else "", rest
    )


def _row(item: Difference, catalog: Catalog, lang: str) -> Markup:
    name = catalog.indicators[item.indicator].name.in_language(lang)
    part = breakdown_text(item.breakdown, catalog, lang)
    cells = (
        OUTCOMES[item.kind][lang == "en"], word("dot", lang).join(filter(None, (name, part))),
        printed(item.old, lang) if item.old else "", printed(item.new, lang) if item.new else "",
        says(item, catalog, lang),
    )
    return Markup("<tr>{}</tr>").format(
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    )


def show_differences(today: Catalog, changed: Catalog, document: str, lang: str) -> None:
    """Show what a document changes: against itself as saved, else against the main document."""
    if document in today.documents:
        against = document
    elif today.main_document is not None:
        against = today.main_document.document.id
    else:
        return
    result = compare(
        changed,
        [row for row in today.observations if row.document == against],
        [row for row in changed.observations if row.document == document],
        (against, document),
    )
    title = today.documents[against].document.title.in_language(lang)
    show(Markup('<h2 class="section">{}</h2><p class="beside">{}</p>').format(
        word("bench_changes", lang), word("bench_against", lang).format(document=title)
    ))
    show(differences_table(result, changed, lang))
