"""What readers paste or upload: taken up to its cap, and worked on apart from the server.

A result is kept in the reader's session, so that a change of language or a look at another part of
the page doesn't work it out again.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from indicators.documents.opening import read_document
from indicators.documents.tidying import tidy
from indicators.limits.apart import BusyError, run_apart
from indicators.limits.caps import TEXT, UPLOAD, Cap, RefusedError, TooMuchError, check
from indicators.ui.fields import most
from indicators.ui.labels import plain
from indicators.ui.words import word

P = ParamSpec("P")
T = TypeVar("T")


def paste_field(label: str, key: str, **options: Any) -> str:
    """Show a field to paste into, and return what it holds.

    It takes one character more than its cap, so that what was cut off is noticed.
    """
    return str(st.text_area(label, key=key, max_chars=most(key), **options) or "")


def text_of(pasted: str, uploaded: Any, lang: str) -> str:
    """Return a text that was pasted or, before that, uploaded; say so if it can't be taken.

    Args:
        pasted: What stands in the field.
        uploaded: The file, if there is one: Word, PDF, web page or plain text.
        lang: ``zh`` or ``en``.

    Returns:
        The text, without page numbers and the like; nothing if it can't be read or is too long.
    """
    text = tidy(pasted)
    if uploaded is not None:
        if uploaded.size > UPLOAD.most:
            show_refusal(TooMuchError(UPLOAD), lang)
            return ""
        read = worked_out("read", lang, read_document, uploaded.getvalue(), uploaded.name)
        if read is None:
            return ""
        for said in read.said(lang):
            st.warning(plain(said))
        text = read.text
    try:
        check(TEXT, len(text))
    except RefusedError as error:
        show_refusal(error, lang)
        return ""
    return text


def bytes_of(pasted: str, uploaded: Any, cap: Cap, lang: str) -> bytes:
    """Return what was pasted or, before that, uploaded; nothing, and why, if it is too much."""
    try:
        if uploaded is not None:
            check(cap, uploaded.size)
            return bytes(uploaded.getvalue())
        data = pasted.encode("utf-8", "replace")
        check(cap, len(data))
    except RefusedError as error:
        show_refusal(error, lang)
        return b""
    return data


def show_refusal(error: RefusedError, lang: str) -> None:
    """Say that something isn't taken, and why."""
    st.error(f"{word('not_taken', lang)}{plain(error.reason(lang))}")


def worked_out(
    key: str, lang: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """Return what a function makes in a worker; None, and why, if it was refused.

    Args:
        key: Tells one piece of work of a page from another.
        lang: ``zh`` or ``en``.
        function: A function of a module, whose arguments and result pickle.
        args: Its arguments.
        kwargs: Its arguments by name.
    """
    made_of = hashlib.blake2b(pickle.dumps((function.__qualname__, args, kwargs))).digest()
    place = f"_worked_out_{key}"
    kept = st.session_state.get(place)
    if kept is None or kept[0] != made_of:
        st.session_state.pop(place, None)
        made: T | RefusedError
        try:
            with st.spinner(word("working", lang)):
                made = run_apart(function, *args, **kwargs)
        except BusyError as error:
            show_refusal(error, lang)
            return None
        except RefusedError as error:
            made = error  # as it was: trying again would only take as long again
        kept = st.session_state[place] = made_of, made
    if isinstance(kept[1], RefusedError):
        show_refusal(kept[1], lang)
        return None
    result: T = kept[1]
    return result
