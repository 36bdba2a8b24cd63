"""Saving into the data folder from a page, where the server was started for it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup
from streamlit import config

from indicators.language.counting import Count
from indicators.reading.problems import reason_of
from indicators.saving import (
    Access,
    Author,
    Door,
    Saved,
    WrongDataError,
    access_from,
    save,
    take_back,
)
from indicators.saving.access import Gate, at_this_machine
from indicators.saving.committing import CommitState
from indicators.ui.html import show, show_literal, show_note
from indicators.ui.labels import plain
from indicators.ui.problems import problem_table
from indicators.ui.words import word
from indicators.writing import Change, ConflictError, NameRefusedError, Past, digest, history
from indicators.writing.changes import contents
from indicators.writing.history import can_undo

_SIGNED_IN: Final = "_saving_signed_in"
_OUTCOME: Final = "_saving_outcome"
SHOWN: Final = 5
"""Saves of the history that are listed."""
_gate = Gate()


@cache
def access() -> Access:
    """Return who may save on this server; its settings don't change while it runs."""
    return access_from(os.environ, config.get_option("server.address"))


def show_saving(
    folder: Path, wanted: Callable[[], Sequence[Change]], message: str, lang: str,
    saved: Callable[[Sequence[Change]], None] = lambda changes: None,
) -> None:
    """Show the way to save, or why there is none; and what was saved lately, with the way back.

    Args:
        folder: The data folder.
        wanted: Works out what would be saved; asked of nobody who may not save.
        message: What to say of it in the history.
        lang: ``zh`` or ``en``.
        saved: Called with what was saved.
    """
    show(Markup('<h2 class="section">{}</h2>').format(word("saving", lang)))
    author = _author(lang)
    if author is None:
        return
    changes = wanted()
    _show_outcome(folder, changes, author, message, lang, saved)
    if not changes:
        show_note(word("saving_nothing", lang))
    else:
        show_note(word("saving_files", lang).format(files=word("and_then", lang).join(one.name for one in changes)))
        st.button(
            word("saving_save", lang), key="saving-save", type="primary", disabled=not author.name,
            on_click=_save, args=(folder, changes, author, message, saved),
        )
    _show_history(folder, author, lang)


def _author(lang: str) -> Author | None:
    """Show where one says who one is; return who may save, without a name until it is given."""
    known = access()
    headers = {key.lower(): value for key, value in st.context.headers.items()}
    if known.door is Door.CLOSED or (known.door is Door.OPEN and not at_this_machine(headers)):
        why = f"saving_{known.why or 'public'}".replace("-", "_")
        show_note(word(why, lang).format(command="indicators serve --edit"))
        return None
    if known.door is Door.HEADER:
        name = _decoded(headers.get(known.header, ""))
        if not name:
            show_note(word("saving_nobody", lang))
            return None
        show_note(word("saving_as", lang).format(name=name))
        return Author(name)
    if known.door is Door.PASSWORD and not st.session_state.get(_SIGNED_IN):
        _sign_in(known, lang)
        return None
    left, right = st.columns(2)
    name = left.text_input(word("saving_name", lang), key="saving-name", max_chars=60)
    email = right.text_input(word("saving_email", lang), key="saving-email", max_chars=100)
    return Author((name or "").strip(), (email or "").strip())


def _decoded(value: str) -> str:
    """Return a header's value, which may be UTF-8 read as Latin-1."""
    try:
        return value.encode("latin-1").decode("utf-8").strip()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return value.strip()


def _sign_in(known: Access, lang: str) -> None:
    with st.form("saving-sign-in", border=False):
        given = st.text_input(
            word("saving_password", lang), type="password", max_chars=200, autocomplete="current-password"
        )
        if not st.form_submit_button(word("saving_sign_in", lang)):
            return
    opens = _gate.opens(given or "", known.password)
    if opens:
        st.session_state[_SIGNED_IN] = True
        st.rerun()
    st.error(word("saving_too_many" if opens is None else "saving_wrong", lang))


def _save(
    folder: Path, changes: Sequence[Change], author: Author, message: str, saved: Callable[[Sequence[Change]], None]
) -> None:
    """Save, and keep what became of it.

    It is done before the page runs: a run may be broken off by the next one, and nobody would be told.
    """
    outcome: Saved | Exception
    try:
        outcome = save(folder, changes, author, message)
        saved(changes)
    except (ConflictError, WrongDataError, NameRefusedError, OSError) as error:
        outcome = error
    st.session_state[_OUTCOME] = "saving_done", outcome


def _take_back(folder: Path, one: Past, author: Author, message: str) -> None:
    """Take a save back, and keep what became of it."""
    outcome: Saved | Exception
    try:
        outcome = take_back(folder, one.name, author, message)
    except (ConflictError, WrongDataError, NameRefusedError, OSError) as error:
        outcome = error
    st.session_state[_OUTCOME] = "saving_took_back", outcome


def _show_outcome(
    folder: Path, changes: Sequence[Change], author: Author, message: str, lang: str,
    saved: Callable[[Sequence[Change]], None],
) -> None:
    """Say what became of the last save, until something else is saved."""
    key, outcome = st.session_state.get(_OUTCOME, ("", None))
    if isinstance(outcome, Saved):
        text = word(key, lang).format(files=word("and_then", lang).join(outcome.files))
        if outcome.commit.state is CommitState.MADE:
            text += word("saving_committed", lang).format(name=outcome.commit.said)
        st.success(plain(text))
        if outcome.commit.state is CommitState.FAILED:
            st.warning(word("saving_uncommitted", lang))
            show_literal(outcome.commit.said)
    elif isinstance(outcome, WrongDataError):
        st.error(word("saving_wrong_data", lang).format(count=Count(len(outcome.problems))))
        show(problem_table(outcome.problems, lang))
    elif isinstance(outcome, ConflictError):
        st.error(plain(word("saving_clash", lang).format(files=word("and_then", lang).join(outcome.names))))
        if key == "saving_done":
            _show_clash(folder, outcome.names, changes, author, message, lang, saved)
    elif isinstance(outcome, Exception):
        st.error(plain(_refused(outcome, lang)))


def _refused(error: Exception, lang: str) -> str:
    if isinstance(error, NameRefusedError):
        return word("saving_name_refused", lang).format(name=error)
    if isinstance(error, TimeoutError):
        return word("saving_busy", lang)
    reason = reason_of(error)[f"reason_{lang}"] if isinstance(error, OSError) else str(error)
    return word("saving_refused", lang).format(reason=reason)


def _show_clash(
    folder: Path, names: Sequence[str], changes: Sequence[Change], author: Author, message: str, lang: str,
    saved: Callable[[Sequence[Change]], None],
) -> None:
    """Show what somebody else has made of files meanwhile, beside what would be saved."""
    theirs = {name: contents(folder, name) for name in names}
    for change in changes:
        if change.name in theirs:
            show_literal(difference(theirs[change.name], change.data, change.name, lang))
    show_note(word("saving_clash_ways", lang))
    based = [
        replace(change, before=digest(theirs[change.name])) if change.name in theirs else change
        for change in changes
    ]
    st.button(
        word("saving_over", lang), key="saving-over", disabled=not author.name,
        on_click=_save, args=(folder, based, author, message, saved),
    )


def difference(theirs: bytes | None, ours: bytes | None, name: str, lang: str) -> str:
    """Return in which lines what is in the folder and what would be saved differ."""
    before, after = ((data or b"").decode("utf-8", "replace").splitlines() for data in (theirs, ours))
    return "\n".join(difflib.unified_diff(
        before, after, f"{name} {word('saving_theirs', lang)}", f"{name} {word('saving_ours', lang)}", lineterm="", n=2,
    ))


def _show_history(folder: Path, author: Author, lang: str) -> None:
    """List the last saves, and let the newest be taken back."""
    past = history(folder, SHOWN)
    if not past:
        return
    with st.expander(word("saving_history", lang)):
        for number, one in enumerate(past):
            show(Markup("<p><b>{}</b> {} {}<br>{}</p>").format(
                one.message, one.author.partition(" <")[0], f"{one.time.astimezone():%Y-%m-%d %H:%M}",
                word("and_then", lang).join(one.files),
            ))
            if number == 0 and can_undo(folder, one.name):
                said = word("saving_undone", lang).format(message=one.message)
                st.button(
                    word("saving_undo", lang), key="saving-undo", disabled=not author.name,
                    on_click=_take_back, args=(folder, one, author, said),
                )
