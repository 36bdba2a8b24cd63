"""The page that says of codes, or of a deck's codes, whether they still hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.catalog import Observation
from indicators.decks.holding import differences
from indicators.decks.reading import Found, read_whole
from indicators.evidence.standing import overtaken
from indicators.language.attribution import figure_and_whose, figure_now, short_document
from indicators.language.counting import Count
from indicators.language.sentences import breakdown_text
from indicators.language.text import period_text
from indicators.limits.caps import TYPED, TYPED_CODES, UPLOAD, RefusedError, check
from indicators.table.codes import Register, Status, Verdict, claim_of
from indicators.ui.components import Column, show_grid
from indicators.ui.fields import most
from indicators.ui.handed_in import show_refusal, worked_out
from indicators.ui.labels import plain
from indicators.ui.state import Dashboard
from indicators.ui.words import word


@st.cache_resource(max_entries=2, show_spinner=False)
def _register(fingerprint: str, _board: Dashboard) -> Register:
    del fingerprint
    return Register.of(_board.catalog)


def register(board: Dashboard) -> Register:
    """Return the register of codes, made once for a state of the data."""
    return _register(board.catalog.fingerprint, board)


def show_verification(board: Dashboard, lang: str) -> None:
    """Show the two ways in, and what is said of the codes."""
    known = register(board)
    left, right = st.columns(2, gap="large")
    asked = left.text_area(
        word("codes", lang), value=st.query_params.get("code", "")[: TYPED.most + 1], key="codes",
        placeholder="5QHHZ-TC8FS", height=120, max_chars=most("codes"),
    )
    with right.container(key=f"upload-{lang}"):
        file = st.file_uploader(word("deck_file", lang), type=None, key="deck-file")
    codes = _typed(asked, lang)
    if codes:
        _show(board, [(0, known.verify(code)) for code in codes], lang)
    if file is None:
        if not asked.strip():
            st.info(word("verify_hint", lang))
            if board.standing:
                code = claim_of(board.standing[0]).code
                st.button(
                    plain(word("for_example", lang).format(what=code)), type="tertiary",
                    on_click=lambda: st.session_state.update(codes=code),
                )
        return
    st.subheader(plain(file.name[:120]), anchor=False)
    try:
        check(UPLOAD, file.size)
    except RefusedError as error:
        show_refusal(error, lang)
        return
    deck = worked_out("deck", lang, read_whole, file.getvalue())
    if deck is None:
        return
    if not deck.found:
        st.warning(word("no_codes", lang))
        return
    verdicts = [(item.slide, _verify(known, item)) for item in deck.found]
    _show(board, verdicts, lang)
    other = differences(board.catalog, verdicts, deck.printed)
    if not other:
        return
    st.error(word("prints_otherwise", lang).format(count=Count(len(other))))
    slides = [one.slide for one in other]
    show_grid([
        Column(word("slide", lang), [str(slide) for slide in slides], slides),
        Column(word("deck_prints", lang), [one.said(lang) for one in other]),
    ], word("deck_prints", lang), lang, key="printed")


def _typed(text: str, lang: str) -> list[str]:
    """Return the codes that were typed in; none, and why, if there are too many."""
    try:
        check(TYPED, len(text))
        codes = [code for code in re.split(r"[\s,;，；、]+", text) if code]
        check(TYPED_CODES, len(codes))
    except RefusedError as error:
        show_refusal(error, lang)
        return []
    return codes


def _verify(known: Register, item: Found) -> Verdict:
    return known.verify(item.code, item.kept, item.figure)


def _show(board: Dashboard, verdicts: Sequence[tuple[int, Verdict]], lang: str) -> None:
    """Show the sum, then a line for each code, those that need attention first."""
    total = len(verdicts)
    good = sum(verdict.status is Status.CURRENT for _, verdict in verdicts)
    if good == total:
        st.success(word("all_current", lang).format(count=Count(total)))
    else:
        st.error(word("some_changed", lang).format(count=Count(total - good), total=Count(total)))
    rows = [verdict.row for _, verdict in verdicts if verdict.row is not None]
    named = dict.fromkeys(row.indicator for row in rows)
    among = [one for name in named for one in board.observations_of("indicator", name)]
    newer = overtaken(board.catalog, rows, among)
    if newer:
        st.warning(word("some_overtaken", lang).format(count=Count(sum(row in newer for row in rows))))
    ordered = sorted(
        verdicts, key=lambda pair: (pair[1].status is Status.CURRENT, pair[1].row not in newer)
    )
    lines = [_line(board, verdict, newer, lang) for _, verdict in ordered]
    keys = ["code", "code_verdict", "indicator", "period"]
    # What was and what is are the same where nothing was corrected.
    keys += ["then", "now"] if good < total else ["now"]
    if newer:
        keys.append("newer_figure")
    keys.append("document")
    columns = [Column(word(key, lang), [line[key] for line in lines]) for key in keys]
    if any(slide for slide, _ in verdicts):
        slides = [slide for slide, _ in ordered]
        columns.insert(0, Column(word("slide", lang), [str(slide) for slide in slides], slides))
    show_grid(columns, word("table", lang), lang, key=f"codes-{columns[0].label}")


def _line(
    board: Dashboard, verdict: Verdict, newer: Mapping[Observation, Observation], lang: str
) -> dict[str, str]:
    claim = verdict.now or verdict.then
    name = period = document = ""
    if claim is not None:
        entry = board.catalog.indicators.get(claim.indicator)
        part = breakdown_text(claim.breakdown, board.catalog, lang)
        name = entry.name.in_language(lang) if entry else claim.indicator
        name = word("dot", lang).join(text for text in (name, part) if text)
        period = period_text(claim.time_period, lang)
        document = short_document(board.catalog, claim.document, lang)
    overtaking = None if verdict.row is None else newer.get(verdict.row)
    kept = verdict.status is Status.CORRECTED and verdict.then is None
    return {
        "code": verdict.code,
        "code_verdict": word(f"status_{verdict.status}", lang),
        "indicator": name,
        "period": period,
        "document": document,
        "then": word("not_kept", lang) if kept else verdict.then.figure if verdict.then else "",
        "now": figure_now(verdict, lang),
        "newer_figure": "" if overtaking is None else figure_and_whose(board.catalog, overtaking, lang),
    }
