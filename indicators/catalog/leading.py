"""Which document leads: the newest main one, by itself; the earlier ones are what it follows.

Nothing is edited in an old reply when the next one comes. Two main documents of one area whose
dates don't tell which is newer are an error (`check_leading`), unless one says that it ``follows`` the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from indicators.figures.periods import Period
from indicators.models import Document, DocumentFile

Documents = Mapping[str, DocumentFile]


def main_documents(documents: Documents) -> list[DocumentFile]:
    """Return the main documents, the newest first.

    Of two that the dates don't tell apart, the one that follows the other is newer; where that isn't
    said either, the order is the ids', and `check_leading` reports it.
    """
    main = [entry for entry in documents.values() if entry.document.role == "main"]
    main.sort(key=lambda entry: (span_of(entry.document), entry.document.id), reverse=True)
    ordered: list[DocumentFile] = []
    while main:
        found = next(
            (entry for entry in main if not _is_followed(documents, entry, main)), main[0]
        )
        ordered.append(found)
        main.remove(found)
    return ordered


def span_of(document: Document) -> tuple[date, date]:
    """Return the last and the first day that a document may be of; the later sorts higher."""
    return document.date.end, document.date.start


def overlap(one: Period, other: Period) -> bool:
    """Tell whether two dates, known to the day, month or year, may be one day."""
    return one.start <= other.end and other.start <= one.end


def _is_followed(
    documents: Documents, entry: DocumentFile, others: Sequence[DocumentFile]
) -> bool:
    """Tell whether a document that the dates don't tell apart from this one follows it."""
    return any(
        other is not entry and overlap(other.document.date, entry.document.date)
        and entry.document.id in chain(documents, other.document.id)
        for other in others
    )


def chain(documents: Documents, document: str) -> list[str]:
    """Return the documents that one follows, the nearest first; it ends where it would go round."""
    found: list[str] = []
    entry = documents.get(document)
    while entry is not None and entry.document.follows is not None:
        following = entry.document.follows
        if following in found or following == document:
            break
        found.append(following)
        entry = documents.get(following)
    return found
