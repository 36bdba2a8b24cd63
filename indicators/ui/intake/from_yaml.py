"""A document's YAML as it is: what is wrong with it, beside its lines, and what it would make.

What is pasted or uploaded is read in memory against the data as it is; nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.catalog.trying import beside, try_document, with_document
from indicators.evidence.judging import problems_of
from indicators.limits.caps import BESIDE
from indicators.reading.problems import Problem
from indicators.ui.charts import show_charts
from indicators.ui.differences import show_differences
from indicators.ui.handed_in import worked_out
from indicators.ui.html import show, show_note
from indicators.ui.labels import plain
from indicators.ui.marked import show_audit
from indicators.ui.state import Dashboard, make_dashboard, reading, snapshot
from indicators.ui.twins import show_rows
from indicators.ui.words import word

NEAR: Final = 3
"""Lines shown before and after one with a problem."""
LONGEST: Final = 300
"""Characters shown of a line."""
PROBLEMS: Final = 100
"""Problems that are listed; of the others it is said how many there are."""
_DOCUMENT: Final = re.compile(rb"^(?:\xef\xbb\xbf)?document:", re.M)
_ID: Final = re.compile(
    rb"""^[ ]+id:[ ]*(["']?)([a-z0-9][a-z0-9-]{0,63})\1[ \r]*(?:[ ]#.*)?$""", re.M
)
_KEY: Final = re.compile(rb"^(?:\xef\xbb\xbf)?([a-z_]+):", re.M)
_OTHER_FILES: Final = {
    b"sector": "definitions/…", b"indicators": "definitions/…", b"units": "units.yaml",
    b"sectors": "sectors.yaml", b"areas": "areas.yaml", b"breakdowns": "breakdowns.yaml",
    b"precedence": "evidence.yaml", b"known": "evidence.yaml", b"differs": "evidence.yaml",
    b"withdrawn": "evidence.yaml", b"plausible": "evidence.yaml",
}
"""What a file that is no document is recognised by, and its name."""


def show_result(board: Dashboard, data: bytes, text: str, lang: str) -> None:
    """Show what is wrong with the YAML or, if nothing is, what it makes."""
    if (mistaken := _mistaken(data, lang)) is not None:
        show(Markup('<p class="verdict alert">{}</p>').format(mistaken))
        return
    document = document_id(data)
    name = f"documents/{document}.yaml"
    folder = reading()
    tried = worked_out(
        "tried", lang, try_document, folder.catalog.folder, folder.vocabulary, name, data
    )
    if tried is None:
        return
    catalog = beside(with_document(folder, tried), document, BESIDE.most)
    problems = worked_out("judged", lang, problems_of, catalog)
    if problems is None:
        return
    own = [problem for problem in problems if problem.file == name]
    known, now = board.judged, frozenset(snapshot().problems)
    new = [
        one for one in problems
        if one.file != name and one not in now and not known.knows(one)
    ]
    show(Markup('<h2 class="section">{}</h2>').format(word("bench_problems", lang)))
    if own:
        show(Markup('<p class="verdict alert">{}</p>').format(
            word("bench_found", lang).format(count=len(own))
        ))
        show(numbered(data.decode("utf-8", "replace"), own[:PROBLEMS], lang))
        _show_rest(len(own), lang)
    elif new:
        show(Markup('<p class="verdict alert">{}</p>').format(
            word("bench_elsewhere", lang).format(count=len(new))
        ))
    else:
        show(Markup('<p class="verdict">{}</p>').format(word("bench_clean", lang)))
    for problem in new[:PROBLEMS]:
        show(Markup('<p class="beside">{}:{} {} {}</p>').format(
            problem.file, problem.line, problem.message(lang), problem.advice(lang)
        ))
    _show_rest(len(new), lang)
    entry = catalog.documents.get(document)
    if entry is None:
        return
    if not any(problem.severity == "error" for problem in problems):
        show_pages(catalog, document, lang)
        show_differences(board.catalog, catalog, document, lang)
    if text.strip():
        show(Markup('<h2 class="section">{}</h2>').format(word("bench_audit", lang)))
        show_audit(board, entry, text, catalog.unit_table, lang, key="bench-held")


def _show_rest(count: int, lang: str) -> None:
    """Say how many problems aren't listed."""
    if count > PROBLEMS:
        show_note(word("and_more", lang).format(count=count - PROBLEMS))


def document_id(data: bytes) -> str:
    """Return the code that a document's YAML states; ``pasted`` if none can be found."""
    start = _DOCUMENT.search(data)
    found = _ID.search(data, start.end()) if start is not None else None
    return found[2].decode() if found is not None else "pasted"


def _mistaken(data: bytes, lang: str) -> str | None:
    """Return what to say of a file that is plainly something else than a document's YAML."""
    keys = {found[1] for found in _KEY.finditer(data)}
    if keys & {b"document", b"claims"}:
        return None
    for key, name in _OTHER_FILES.items():
        if key in keys:
            return word("bench_other_file", lang).format(file=name)
    written = data.decode("utf-8", "replace")
    prose = sum("\u3400" <= character <= "\u9fff" for character in written[:4000])
    if not keys and ":" not in written.replace("://", "") and prose > 20:
        return word("bench_is_text", lang)
    return None


def show_pages(catalog: Catalog, document: str, lang: str) -> None:
    """Show the cards and charts that the document's claims would make."""
    made = make_dashboard(catalog)
    rows = made.table[made.table["document"] == document]
    show(Markup('<h2 class="section">{}</h2>').format(
        word("bench_makes", lang).format(count=len(rows))
    ))
    counts = rows["sector"].value_counts()
    sectors = [key for key in catalog.definitions if counts.get(key, 0)]
    if not sectors:
        return
    chosen = st.pills(
        word("sectors", lang), sectors, default=sectors[0], required=True, key="bench-sector",
        format_func=lambda key: plain(f"{catalog.sectors[key].name.in_language(lang)} {counts[key]}"),
        label_visibility="collapsed",
    )
    if chosen in sectors:
        own = rows[rows["sector"] == chosen]
        show_charts(made, catalog.definitions[chosen], own, lang)
        show_rows(made, own, lang, key="bench")


def numbered(text: str, problems: Sequence[Problem], lang: str) -> Markup:
    """Return lines with their numbers, and beneath each its problems.

    Args:
        text: The YAML.
        problems: What is wrong with it.
        lang: ``zh`` or ``en``.

    Returns:
        An HTML list of the lines around each problem.
    """
    lines = text.split("\n")
    by_line: dict[int, list[Problem]] = {}
    for problem in problems:
        by_line.setdefault(min(problem.line, len(lines)), []).append(problem)
    near = {at for line in by_line for at in range(line - NEAR, line + NEAR + 1)}
    pieces = []
    last = 0
    for at in sorted(near & set(range(1, len(lines) + 1))):
        if at > last + 1 and last:
            pieces.append(Markup('<li class="gap">⋯</li>'))
        last = at
        wrong = by_line.get(at, [])
        pieces.append(
            Markup('<li value="{}" class="{}"><code>{}</code>{}</li>').format(
                at, "wrong" if wrong else "", _clipped(lines[at - 1]),
                Markup("").join(
                    Markup("<p><b>{}</b> {}</p>").format(p.message(lang), p.advice(lang))
                    for p in wrong
                ),
            )
        )
    return Markup('<ol class="yaml">{}</ol>').format(Markup("").join(pieces))


def _clipped(line: str) -> str:
    """Return a line, or its beginning if it is too long to be looked at."""
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"
