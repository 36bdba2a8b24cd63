"""The work in progress, tried against all the data: what is wrong with it, and what it would make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from indicators.catalog import Catalog
from indicators.catalog.today import today
from indicators.catalog.trying import beside, try_document, with_document
from indicators.evidence.judging import problems_of
from indicators.intake import Attached, Intake, Trial, attach, document_yaml, make_trial
from indicators.limits.caps import BESIDE
from indicators.reading.problems import Problem
from indicators.ui.handed_in import worked_out
from indicators.ui.state import Dashboard, reading, snapshot

_KEY: Final = "intake-tested"


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of a trial.

    Attributes:
        catalog: The data with the document in it.
        attached: What is wrong, by rows; of other files only what wasn't wrong before.
        document: The document's id; empty if it can't be read yet.
    """

    catalog: Catalog
    attached: Attached
    document: str


def try_work(board: Dashboard, intake: Intake, lang: str) -> Tested | None:
    """Return what the data would say with the work in it; None if that was refused, which is said."""
    there = reading()
    day = today()
    asked = (
        document_yaml(intake, trial=day.isoformat()).text, tuple(intake.wanted()), there.catalog.fingerprint, lang,
    )
    kept = st.session_state.get(_KEY)
    if kept is not None and kept[0] == asked and isinstance(kept[1], Tested):
        return kept[1]  # Confirming a row changes nothing of what is tried.
    tested = _tried(board, make_trial(intake, there, day), intake.said("id"), lang)
    st.session_state[_KEY] = asked, tested
    return tested


def _tried(board: Dashboard, trial: Trial, document: str, lang: str) -> Tested | None:
    folder = trial.reading
    tried = worked_out(
        "intake-tried", lang, try_document, folder.catalog.folder, folder.vocabulary, trial.name,
        trial.written.data,
    )
    if tried is None:
        return None
    catalog = beside(with_document(folder, tried), document, BESIDE.most)
    problems = worked_out("intake-judged", lang, problems_of, catalog)
    if problems is None:
        return None
    found = attach(trial, [one for one in problems if one.file == trial.name or _is_new(one, board)])
    return Tested(catalog, found, document if document in catalog.documents else "")


def _is_new(problem: Problem, board: Dashboard) -> bool:
    """Tell whether a problem of another file wasn't there without the document."""
    return problem not in frozenset(snapshot().problems) and not board.judged.knows(problem)
