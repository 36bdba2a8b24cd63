"""Which document leads: the newest main one, by itself; the earlier ones are what it follows.

Nothing is edited in an old reply when the next one comes. Two main documents of one area whose
dates don't tell which is newer are an error (`check_leading`), unless one says that it ``follows`` the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Final

from indicators.figures.periods import Period
from indicators.models import Document, DocumentFile

Documents = Mapping[str, DocumentFile]

MOST_FOLLOWED: Final = 300
"""Documents that one follows, from each to the one before, as far as they are told."""


def main_documents(documents: Documents) -> list[DocumentFile]:
    """Return the main documents, the newest first.

    Of two that the dates don't tell apart, the one that follows the other is newer; where that isn't
    said either, the order is the ids', and `check_leading` reports it.
    """
    main = [entry for entry in documents.values() if entry.document.role == "main"]
    main.sort(key=lambda entry: (span_of(entry.document), entry.document.id), reverse=True)
    places = {entry.document.id: place for place, entry in enumerate(main)}
    followed = [_followed(documents, entry, places) for entry in main]
    newer = [0] * len(main)
    for one in followed:
        for place in one:
            newer[place] += 1
    ready = [place for place, count in enumerate(newer) if not count]
    heapify(ready)
    left = iter(range(len(main)))
    taken = [False] * len(main)
    ordered: list[DocumentFile] = []
    while len(ordered) < len(main):
        # Where all that are left follow each other in a circle, the first of them goes on.
        at = heappop(ready) if ready else next(place for place in left if not taken[place])
        if taken[at]:
            continue
        taken[at] = True
        ordered.append(main[at])
        for place in followed[at]:
            newer[place] -= 1
            if not newer[place] and not taken[place]:
                heappush(ready, place)
    return ordered


def _followed(
    documents: Documents, entry: DocumentFile, places: Mapping[str, int]
) -> list[int]:
    """Return the places of the main documents that this one follows and its date isn't told from."""
    return [
        places[one] for one in chain(documents, entry.document.id)
        if one in places and overlap(entry.document.date, documents[one].document.date)
    ]


def span_of(document: Document) -> tuple[date, date]:
    """Return the last and the first day that a document may be of; the later sorts higher."""
    return document.date.end, document.date.start


def overlap(one: Period, other: Period) -> bool:
    """Tell whether two dates, known to the day, month or year, may be one day."""
    return one.start <= other.end and other.start <= one.end


def chain(documents: Documents, document: str) -> list[str]:
    """Return the documents that one follows, the nearest first; it ends where it would go round.

    A reply follows last year's: of a longer chain than anybody writes the nearest are told.
    """
    found: dict[str, None] = {}
    entry = documents.get(document)
    while entry is not None and entry.document.follows is not None and len(found) < MOST_FOLLOWED:
        following = entry.document.follows
        if following in found or following == document:
            break
        found[following] = None
        entry = documents.get(following)
    return list(found)


def in_circles(documents: Documents) -> frozenset[str]:
    """Return the documents that follow each other in a circle, by id."""
    circles: set[str] = set()
    walked: dict[str, str] = {}  # The document from which each was come to first.
    for start in documents:
        at: str | None = start
        path: list[str] = []
        while at is not None and at in documents and at not in walked:
            walked[at] = start
            path.append(at)
            at = documents[at].document.follows
        if at is not None and walked.get(at) == start:
            circles.update(path[path.index(at) :])
    return frozenset(circles)
