"""Beneath the desk: what is wrong besides the rows, what will change, what will be drawn, the files."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.intake import Intake, bundle, document_yaml, draft_file, files_of, patch
from indicators.intake.files import SUFFIX, Changed, changed_meanwhile
from indicators.language.counting import Count
from indicators.reading.problems import Problem
from indicators.ui.differences import show_differences
from indicators.ui.html import show, show_literal, show_note
from indicators.ui.intake.from_yaml import PROBLEMS, show_pages
from indicators.ui.intake.head import missing_names
from indicators.ui.intake.trial import Tested
from indicators.ui.labels import plain
from indicators.ui.marked import show_audit
from indicators.ui.problems import problem_table
from indicators.ui.state import Dashboard
from indicators.ui.words import word

_VIEWS = ("check", "changes", "pictures", "files")


def show_outlook(board: Dashboard, intake: Intake, tested: Tested | None, lang: str) -> None:
    """Show what the reader asks for of what follows from the work so far."""
    chosen = st.segmented_control(
        word("in_view", lang), _VIEWS, default="check", key=f"intake-view-{lang}", required=True,
        format_func=lambda view: word(f"in_view_{view}", lang), label_visibility="collapsed",
    )
    if tested is None:
        return
    if chosen == "check":
        _show_check(board, intake, tested, lang)
    elif chosen == "changes" and tested.document:
        show_differences(board.catalog, tested.catalog, tested.document, lang)
    elif chosen == "pictures" and tested.document:
        show_pages(tested.catalog, tested.document, lang)
    elif chosen == "files":
        for name, _, _ in files_of(intake, board.catalog):
            show(Markup('<h3 class="beside">{}</h3>').format(name))
        show_literal(patch(files_of(intake, board.catalog)))
    else:
        show_note(word("in_missing", lang).format(names=word("dot", lang).join(missing_names(intake, lang))))


def _show_check(board: Dashboard, intake: Intake, tested: Tested, lang: str) -> None:
    found = tested.attached
    missing = missing_names(intake, lang)
    if missing:
        names = word("dot", lang).join(missing)
        show(Markup('<p class="verdict alert">{}</p>').format(word("in_missing", lang).format(names=names)))
    others = [problem for listed in found.head.values() for problem in listed]
    if not (others or found.elsewhere or any(found.rows.values()) or missing):
        show(Markup('<p class="verdict">{}</p>').format(word("in_clean", lang)))
    _list([*others, *(one for listed in found.rows.values() for one in listed)], lang)
    if found.elsewhere:
        title = word("in_beside", lang).format(count=Count(len(found.elsewhere)))
        with st.expander(plain(title)):
            show(problem_table(found.elsewhere, lang))
    entry = tested.catalog.documents.get(tested.document)
    if entry is not None and intake.text.strip():
        with st.expander(word("bench_audit", lang)):
            if st.toggle(word("in_audit", lang), key="intake-audit"):
                show_audit(board, entry, intake.text, tested.catalog.unit_table, lang, key="intake-held")


def _list(problems: Sequence[Problem], lang: str) -> None:
    for problem in problems[:PROBLEMS]:
        show(Markup('<p class="beside"><b>{}</b> {}</p>').format(problem.message(lang), problem.advice(lang)))
    if len(problems) > PROBLEMS:
        show_note(word("and_more", lang).format(count=len(problems) - PROBLEMS))


def show_takeaway(intake: Intake, catalog: Catalog, lang: str) -> None:
    """Show the ways to take the work along: the files, a patch, a draft to go on with."""
    if changed_meanwhile(intake, catalog):
        key = "in_elsewhere" if intake.before else "in_exists"
        show(Markup('<p class="verdict alert">{}</p>').format(word(key, lang).format(file=intake.file)))
    stem = intake.said("id") or "document"

    def files() -> tuple[Changed, ...]:
        return files_of(intake, catalog) or ((intake.file, None, document_yaml(intake).data),)

    left, middle, right = st.columns(3)
    with left:
        st.download_button(
            word("in_zip", lang), lambda: bundle(files()), f"{plain_stem(stem)}.zip", "application/zip",
            key="intake-zip", on_click="ignore", width="stretch",
        )
    with middle:
        st.download_button(
            word("in_patch", lang), lambda: patch(files_of(intake, catalog)), f"{plain_stem(stem)}.patch",
            "text/x-patch", key="intake-patch", on_click="ignore", width="stretch",
        )
    with right:
        st.download_button(
            word("in_draft", lang), lambda: draft_file(intake), f"{plain_stem(stem)}{SUFFIX}",
            "application/json", key="intake-draft", on_click="ignore", width="stretch",
        )


def plain_stem(stem: str) -> str:
    """Return a document's code as a file may be called."""
    return plain(stem).replace("\\", "") or "document"
