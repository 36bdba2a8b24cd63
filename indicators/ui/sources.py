"""The pieces of the Sources page."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from indicators.catalog import TOTAL
from indicators.catalog.normalising import breakdown_code
from indicators.catalog.places import area_name
from indicators.catalog.today import today
from indicators.documents.opening import SUFFIXES
from indicators.evidence.confirmations import reason_text, said_in
from indicators.evidence.vintages import trust_words
from indicators.language.attribution import ROLES, role_name
from indicators.language.counting import Count
from indicators.language.releasing import access_text, cleared_by, way_out
from indicators.language.sections import section_text
from indicators.language.text import number_text, period_text, row_period
from indicators.models import Document, DocumentFile, Trust
from indicators.table.rows import as_row
from indicators.ui.evidence import table
from indicators.ui.handed_in import paste_field, text_of
from indicators.ui.html import definition_list, lines, show, show_title
from indicators.ui.links import href, link_to
from indicators.ui.marked import show_audit
from indicators.ui.numbers import breakdown_name, document_number
from indicators.ui.state import Dashboard
from indicators.ui.words import word

MOST_CLAIMS = 1000
STEP_DOCUMENTS = 300
"""How many documents are listed at first, and with each wish for more."""
_LISTED = "_sources_listed"
_FIELD = 160


def show_overview(board: Dashboard, lang: str) -> None:
    """List the documents, the leading one first, then the other main ones, each the latest first.

    Of very many the first are listed, and more where a reader wants them.
    """
    count = len(board.catalog.documents)
    most = max(STEP_DOCUMENTS, int(st.session_state.get(_LISTED, STEP_DOCUMENTS)))
    show(board.once(("documents", min(most, count), lang), partial(_overview, board, most, lang)))
    if count > most:
        st.button(
            word("more_documents", lang).format(count=Count(min(STEP_DOCUMENTS, count - most))), key="more-documents",
            on_click=lambda: st.session_state.update({_LISTED: most + STEP_DOCUMENTS}),
        )


def _overview(board: Dashboard, most: int, lang: str) -> Markup:
    entries = sorted(
        board.catalog.documents.values(),
        key=lambda entry: (
            list(ROLES).index(board.catalog.role_of(entry.document.id)),
            -entry.document.date.end.toordinal(),
        ),
    )
    body = []
    several = len({entry.document.ref_area for entry in entries}) > 1
    for entry in entries[:most]:
        document = entry.document
        title = Markup('<a href="{}" target="_self">{}</a>').format(
            href("sources", id=document.id), document.title.in_language(lang)
        )
        role = board.catalog.role_of(document.id)
        if several:
            named = area_name(board.catalog.areas, document.ref_area, lang)
            title = Markup('{}<br><span class="kf-quiet">{}</span>').format(title, named)
        if role != "context":
            shown = Markup("<b>{}</b>") if role == "leading" else Markup("{}")
            title = shown.format(title) + word("dot", lang) + role_name(role, lang)
        release = document.release_on(today())
        if release.held:
            title += word("dot", lang) + access_text(document, release, lang)
        body.append((
            title, _producer(document, lang),
            Markup('<span class="nowrap">{}</span>').format(
                period_text(document.date.isoformat(), lang)
            ),
            trust_words(document.trust, lang), str(len(entry.claims)),
        ))
    heads = ("document", "producer", "date", "trust", "count")
    return table([word(head, lang) for head in heads], body)


def _producer(document: Document, lang: str) -> str:
    inferred = word("inferred", lang) if document.producer_basis == "inferred" else ""
    return f"{document.producer.in_language(lang)}{inferred}"


def show_document(board: Dashboard, entry: DocumentFile, lang: str) -> None:
    """Show one document: what is known of it, and its claims in its own order."""
    document = entry.document
    link_to("sources", word("all_sources", lang), place="back")
    show_title(
        document.title.in_language(lang), role_name(board.catalog.role_of(document.id), lang)
    )
    release = document.release_on(today())
    basis = "is_inferred" if document.producer_basis == "inferred" else "stated"
    note = document.producer_note.in_language(lang) if document.producer_note else ""
    known = word(basis, lang) + (f"{word('colon', lang)}{note}" if note else "")
    fingerprint = ""
    if document.text is not None:
        length = word("fingerprint_length", lang).format(length=f"{document.text.length:,}")
        fingerprint = f"SHA-256 {document.text.sha256}{word('dot', lang)}{length}"
    show(definition_list([
        (word("producer", lang), document.producer.in_language(lang)),
        (word("how_known", lang), known),
        (word("number", lang), document_number(document.number, lang)),
        (word("date", lang), period_text(document.date.isoformat(), lang)),
        (word("ref_area", lang), area_name(board.catalog.areas, document.ref_area, lang)),
        (word("trust", lang), trust_words(document.trust, lang)),
        (word("access", lang), lines(
            part for part in (access_text(document, release, lang), way_out(document, release, lang)) if part
        )),
        (word("cleared_by", lang), cleared_by(document, lang) or (word("nobody_cleared", lang) if release.held else "")),
        (word("addresses", lang), lines(_address(document, text) for text in document.addresses)
         if document.addresses else word("no_page", lang)),
        (word("fingerprint", lang), fingerprint),
        (word("note", lang), document.note.in_language(lang) if document.note else ""),
    ]))
    count = word("claims_of", lang).format(count=len(entry.claims))
    st.subheader(f"{word('claims', lang)}{word('colon', lang)}{count}", anchor=False)
    show(board.once(("claims", document.id, lang), partial(_claims, board, entry, lang)))
    show_text_check(board, entry, lang)


def show_text_check(board: Dashboard, entry: DocumentFile, lang: str) -> None:
    """Let the reader paste or upload the document's text, and show it with every figure marked.

    The text is in this session's memory alone, and is gone with the page.
    """
    st.subheader(word("hold_text", lang), anchor=False)
    show(Markup('<p class="kf-quiet">{}</p>').format(word("hold_text_lead", lang)))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        pasted = paste_field(
            word("hold_paste", lang), f"text-{entry.document.id}", height=_FIELD,
            placeholder=word("bench_text_hint", lang), label_visibility="collapsed",
        )
    with right:
        uploaded = st.file_uploader(
            word("bench_upload", lang), list(SUFFIXES), key=f"text-file-{entry.document.id}"
        )
    text = text_of(pasted, uploaded, lang)
    if text.strip():
        show_audit(board, entry, text, board.catalog.unit_table, lang, key="held")


def _address(document: Document, address: str) -> Markup:
    """Return a page's address: a link where it is the issuer's or a newspaper's, else as text.

    Reposts stand on sites of any kind, taken-over domains among them, to which nobody is sent.
    """
    return Markup("{}").format(address) if document.trust is Trust.REPOST else address_link(address)


def address_link(address: str) -> Markup:
    """Return a page's address as a link that tells the page nothing of where it was followed."""
    secure = address if "://" in address else f"https://{address}"
    if not secure.lower().startswith(("https://", "http://")):
        return Markup("{}").format(address)
    return Markup('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>').format(
        secure, address
    )


def _claims(board: Dashboard, entry: DocumentFile, lang: str) -> Markup:
    """Return the claims as printed, each with its indicator, period, section and note."""
    rows = board.observations_of("document", entry.document.id)
    # A claim that can't be read has no row; the others keep the file's order.
    notes = {
        (claim.indicator, breakdown_code(claim.breakdown), claim.figure): claim.note
        for claim in entry.claims if claim.note is not None
    }
    said = said_in(board.catalog, [entry.document.id])
    sections = any(row.section for row in rows)
    body = []
    for row in rows[:MOST_CLAIMS]:
        indicator = board.catalog.indicators[row.indicator]
        name = Markup('<a href="{}" target="_self">{}</a>').format(
            href("indicator", id=indicator.id), indicator.name.in_language(lang)
        )
        if row.breakdown != TOTAL:
            name = Markup("{}{}{}").format(
                name, word("dot", lang), breakdown_name(board, row.breakdown, lang)
            )
        if row.ref_area != entry.document.ref_area:
            name = Markup("{}{}{}").format(
                name, word("dot", lang), area_name(board.catalog.areas, row.ref_area, lang)
            )
        note = notes.get((row.indicator, row.breakdown, row.figure))
        if note is not None:
            name = Markup('{}<br><span class="kf-quiet">{}</span>').format(
                name, note.in_language(lang)
            )
        if (reason := said.get(row.identity)) is not None:
            name = Markup('{}<br><span class="kf-quiet">{}{}{}</span>').format(
                name, word("confirmed", lang), word("colon", lang),
                reason_text(board.catalog, reason, lang),
            )
        figure = Markup("<b>{}</b>").format(row.figure)
        if lang == "en":
            meaning = number_text(as_row(row), board.catalog, lang).plain
            figure = Markup('{}<br><span class="kf-quiet">{}</span>').format(figure, meaning)
        when = row_period(as_row(row), lang)
        body.append((figure, name, when, *([section_text(row.section, lang)] if sections else [])))
    heads = ("figure", "indicator", "period", *(("section",) if sections else ()))
    return table([word(head, lang) for head in heads], body)
