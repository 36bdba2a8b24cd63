"""Whether it can be told which document leads, and what passes for older than it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from indicators.catalog.context import Context
from indicators.catalog.hiding import date_of
from indicators.catalog.leading import (
    Documents,
    chain,
    in_circles,
    main_documents,
    overlap,
    span_of,
)
from indicators.catalog.standing_in import is_dated
from indicators.models import Document, DocumentFile
from indicators.reading.consequences import ANY

MOST_NAMED: Final = 10
"""Documents that a message lists."""


def check_leading(
    context: Context, files: Mapping[str, str], documents: Documents
) -> None:
    """Report documents of which none leads, or of which can't be told which does.

    Args:
        context: Where problems go.
        files: The file of each document.
        documents: The documents that could be read.
    """
    main = main_documents(documents)
    circles, spans = in_circles(documents), _Spans(main)
    for entry in documents.values():
        if entry.document.follows is not None:
            _check_follows(context, files, documents, entry.document, circles, spans)
    dated = {key: entry for key, entry in documents.items() if is_dated(entry)}
    if not main and documents:
        newest = max(documents.values(), key=lambda entry: span_of(entry.document)).document
        context.report(
            files[newest.id], ("document",), "no-leading-document", found=newest.id,
            expected="role: main", needs=(("documents", ANY),),
        )
    areas: dict[str, DocumentFile] = {}
    older: dict[str, frozenset[str]] = {}
    for entry in main_documents(dated):
        leading = areas.setdefault(entry.document.ref_area, entry)
        if leading is entry or not overlap(leading.document.date, entry.document.date):
            continue
        area = leading.document.ref_area
        if area not in older:
            older[area] = frozenset(chain(documents, leading.document.id))
        if entry.document.id not in older[area]:
            context.report(
                files[leading.document.id], ("document", "date"), "two-leading-documents",
                found=leading.document.date.isoformat(), other=files[entry.document.id],
                expected=entry.document.id,
                needs=tuple(date_of(files[one.document.id]) for one in (leading, entry)),
            )
    stated = {area: {*entry.indicators} for area, entry in areas.items()}
    for entry in dated.values():
        known = areas.get(entry.document.ref_area)
        if known is not None and entry.document.role != "main":
            _check_newer(context, files, known, entry, stated[entry.document.ref_area])


class _Spans:
    """The main documents by their dates, to name those that another one may follow."""

    def __init__(self, main: Sequence[DocumentFile]) -> None:
        self._main = sorted(main, key=lambda entry: (span_of(entry.document), entry.document.id))
        self._spans = [span_of(entry.document) for entry in self._main]

    def before(self, document: Document) -> str:
        """Return the main documents that are no newer than one, the newest first, as a message lists them."""
        end = bisect_right(self._spans, span_of(document))
        first = max(0, end - MOST_NAMED - 1)
        found = [entry.document.id for entry in self._main[first:end]]
        names = [name for name in reversed(found) if name != document.id]
        more = "…" if first or len(names) > MOST_NAMED else ""
        return ", ".join(names[:MOST_NAMED]) + (more and f", {more}") or "-"


def _check_follows(
    context: Context, files: Mapping[str, str], documents: Documents, document: Document,
    circles: frozenset[str], spans: _Spans,
) -> None:
    """Report a document that follows itself, nothing known, or one that is newer than it."""
    followed = str(document.follows)
    place = (files[document.id], ("document", "follows"))
    other = documents.get(followed)
    earlier = spans.before(document)
    if followed == document.id:
        context.report(
            *place, "bad-follows", found=followed, expected=earlier, reason_zh="这就是它自己",
            reason_en="that is the document itself",
        )
    elif other is None:
        context.report(
            *place, "unknown-document", found=followed, nearest=context.nearest(followed, documents),
            needs=(("documents", followed),),
        )
    elif document.id in circles:
        context.report(
            *place, "bad-follows", found=followed, expected=earlier, reason_zh="绕成了圈：后者又接续前者",
            reason_en="they go in a circle: that one follows this one",
        )
    elif other.document.role != "main":
        context.report(
            *place, "bad-follows", found=followed, expected=earlier, reason_zh="那是背景文件，不是主文件",
            reason_en="that is a context document, not a main one",
        )
    elif (
        other.document.date.start > document.date.end
        and is_dated(other) and is_dated(documents[document.id])
    ):
        context.report(
            *place, "bad-follows", found=followed, expected=earlier,
            reason_zh=f"那份文件的日期({other.document.date.isoformat()})更晚",
            reason_en=f"that document is newer ({other.document.date.isoformat()})",
            needs=tuple(date_of(files[one]) for one in (document.id, other.document.id)),
        )


def _check_newer(
    context: Context, files: Mapping[str, str], leading: DocumentFile, entry: DocumentFile,
    stated: set[str],
) -> None:
    """Warn of a context document that is newer than the leading one and speaks of the same."""
    document = entry.document
    if document.role_because is not None or document.date.start <= leading.document.date.end:
        return
    shared = stated.intersection(entry.indicators)
    if shared:
        context.report(
            files[document.id], ("document",), "newer-context", found=document.id,
            other=leading.document.id, number=str(len(shared)), expected="role: main, role_because",
            needs=(
                *(date_of(files[one]) for one in (document.id, leading.document.id)),
                ("documents", ANY),
            ),
        )
