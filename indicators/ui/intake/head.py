"""What is said of a document as a whole: read from its text, typed, and confirmed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.catalog import Catalog
from indicators.intake import Intake, changes
from indicators.intake.changes import NotReadyError
from indicators.intake.model import HEAD, OPTIONAL
from indicators.language.code_names import NAMES
from indicators.models import Access
from indicators.ui.fields import most
from indicators.ui.intake.work import Work, change
from indicators.ui.labels import plain
from indicators.ui.words import word

_TYPED: Final = ("title_zh", "title_en", "number", "producer_zh", "producer_en", "date", "embargo_until", "id")
_CHOSEN: Final = ("producer_basis", "area", "role", "trust", "access")
_ROWS: Final = (
    ("title_zh", "title_en"), ("producer_zh", "producer_en"), ("number", "date", "id"),
    ("area", "role", "trust", "producer_basis"), ("access", "embargo_until"),
)


def to_confirm(intake: Intake) -> int:
    """Return how much of the head somebody still has to say or confirm."""
    unsure = [
        name for name in HEAD
        if name != "language" and intake.said(name) and not intake.head[name].confirmed
    ]
    return len({*unsure, *intake.missing})


def show_head(work: Work, catalog: Catalog, lang: str) -> None:
    """Show the head as a form; sending it confirms what stands in it."""
    intake, count = work.intake, to_confirm(work.intake)
    first, second = ("title_en", "title_zh") if lang == "en" else ("title_zh", "title_en")
    title = word("in_head_open" if count else "in_head_done", lang).format(
        count=count, title=intake.said(first) or intake.said(second) or intake.said("id"),
    )
    # What can't be done without is asked for at once; the rest may wait until the figures are done.
    with st.expander(plain(title), expanded=bool(intake.missing)), st.form(f"intake-form-{work.number}", border=False):
        for names in _ROWS:
            for column, name in zip(st.columns(len(names)), names, strict=True):
                with column:
                    _field(work, name, catalog, lang)
        st.form_submit_button(
            word("in_confirm_head", lang), type="primary", on_click=_confirm, args=(work, lang),
        )


def _key(work: Work, name: str, lang: str) -> str:
    return f"intake-head-{name}-{work.number}-{lang}"


def _field(work: Work, name: str, catalog: Catalog, lang: str) -> None:
    intake = work.intake
    found = intake.head.get(name)
    label = word(f"in_{name}", lang)
    if found is not None and found.value and not found.confirmed:
        label += f" · {word(f'in_found_{found.found}', lang)}"
    key = _key(work, name, lang)
    if name in _TYPED:
        st.text_input(plain(label), intake.said(name), key=key, max_chars=most(key))
        return
    options = _options(name, catalog)
    said = intake.said(name)
    st.selectbox(
        plain(label), options, index=options.index(said) if said in options else None, key=key,
        format_func=lambda code: plain(_named(name, code, catalog, lang)), placeholder=word("desk_pick", lang),
    )


def _options(name: str, catalog: Catalog) -> Sequence[str]:
    if name == "area":
        return list(catalog.areas)
    if name == "role":
        return ["main", "context"]
    if name == "access":
        return [access.value for access in Access]
    return list(NAMES["producer_basis" if name == "producer_basis" else "document_trust"])


def _named(name: str, code: str, catalog: Catalog, lang: str) -> str:
    if name == "area":
        return catalog.areas[code].name.in_language(lang)
    if name == "role":
        return word(f"in_role_{code}", lang)
    if name == "access":
        return word(f"in_access_{code}", lang)
    return NAMES["producer_basis" if name == "producer_basis" else "document_trust"][code][lang == "en"]


def _confirm(work: Work, lang: str) -> None:
    """Take what stands in the form, and confirm it."""
    intake = work.intake
    for name in (*_TYPED, *_CHOSEN):
        value = st.session_state.get(_key(work, name, lang)) or ""
        try:
            intake = changes.set_head(intake, name, str(value))
        except NotReadyError:
            st.session_state["intake-head-wrong"] = word("in_bad_id", lang)
            return
    st.session_state.pop("intake-head-wrong", None)
    change(work, changes.confirm_head(intake))


def missing_names(intake: Intake, lang: str) -> list[str]:
    """Return what of the head isn't there yet, by the names of its fields."""
    return [word(f"in_{name}", lang) for name in intake.missing if name not in OPTIONAL or "_" in name]
