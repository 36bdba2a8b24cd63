"""What keeps figures from being shown freely although nothing in them is wrong.

A document that is internal, under an embargo, or doesn't say that it is public; a claim that nobody
has held against it. Where several figures stand together, the strictest of them rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from indicators.catalog.model import Catalog
from indicators.catalog.today import today
from indicators.models import Clearance, Document, Release
from indicators.reading.problems import Problem
from indicators.reading.reader import Node, YamlList, YamlMap, read_file

_ORDER: Final = tuple(Release)


@dataclass(frozen=True, slots=True)
class Hold:
    """What keeps figures from being shown freely.

    Attributes:
        release: How far they may be shown.
        until: The last day of their embargo, as the latest of the documents states it; else empty.
        draft: Whether nobody has checked one of them.
    """

    release: Release = Release.PUBLIC
    until: str = ""
    draft: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything of the kind."""
        return self.draft or self.release.held

    def with_(self, other: Hold) -> Hold:
        """Return what keeps two lots of figures from being shown together: the stricter of each."""
        release = max(self.release, other.release, key=_ORDER.index)
        days = [one.until for one in (self, other) if one.release is release]
        return Hold(release, max(days), self.draft or other.draft)


FREE: Final = Hold()
"""Nothing is in the way."""


def hold_of(catalog: Catalog, rows: Iterable[Mapping[Any, Any]], day: date | None = None) -> Hold:
    """Return what keeps rows of the table from being shown freely.

    Args:
        catalog: The catalogue.
        rows: Rows of the table.
        day: The day it is; None for today.
    """
    day = day or today()
    hold = FREE
    # Figures of a document differ in nothing but how far each was checked.
    for document, clearance in {(str(row["document"]), str(row["clearance"])) for row in rows}:
        entry = catalog.documents[document].document
        release = Release.PUBLIC if clearance == Clearance.CLEARED.value else entry.release_on(day)
        until = entry.embargo_until
        hold = hold.with_(Hold(
            release, until.isoformat() if release is Release.EMBARGOED and until else "",
            clearance == Clearance.DRAFT.value,
        ))
    return hold


def together(holds: Iterable[Hold]) -> Hold:
    """Return the strictest of several."""
    found = FREE
    for hold in holds:
        found = found.with_(hold)
    return found


def next_release(documents: Iterable[Document], day: date) -> date | None:
    """Return the last day of the embargo that is over first, of those that aren't; None if there is none."""
    ends = [
        one.embargo_until.end for one in documents
        if one.embargo_until is not None and one.release_on(day) is Release.EMBARGOED
    ]
    return min(ends, default=None)


def unsaid(catalog: Catalog) -> list[str]:
    """Return the ids of the documents that don't say whether they are public."""
    return [key for key, entry in catalog.documents.items() if entry.document.access is None]


def unreleased(catalog: Catalog, day: date | None = None) -> list[Problem]:
    """Return a problem for each document and each claim that the data can't be published with.

    Only files that hold one are looked at again, for the place of the word.

    Args:
        catalog: The catalogue, as read from its folder.
        day: The day it is; None for today.

    Returns:
        The problems in the order of the files and lines.
    """
    day = day or today()
    found: list[Problem] = []
    for name in sorted(catalog.documents):
        entry = catalog.documents[name]
        statuses = {claim.status for claim in entry.claims}
        release = entry.document.release_on(day)
        cleared = entry.document.cleared
        if (cleared is not None and cleared.what == "all") or statuses == {Clearance.CLEARED}:
            release = Release.PUBLIC
        if release is Release.EMBARGOED and entry.document.embargo_until is None:
            release = Release.PUBLIC  # An error of its own.
        if release.held or Clearance.DRAFT in statuses:
            file = f"documents/{name}.yaml"
            root = read_file(catalog.folder / file, file)[1].root
            if release.held:
                found.append(_held(root, file, entry.document, release))
            found += _drafts(root, file)
    return found


_HELD: Final = {
    Release.INTERNAL: ("内部文件", "an internal document"),
    Release.EMBARGOED: ("{} 以前不公开的文件", "a document under embargo until {}"),
    Release.UNSAID: ("没有写明可否公开的文件", "a document that doesn't say whether it is public"),
}


def _held(root: Node, file: str, document: Document, release: Release) -> Problem:
    until = document.embargo_until.isoformat() if document.embargo_until is not None else "?"
    head = root.get("document") if isinstance(root, YamlMap) else None
    place = (1, 1)
    if isinstance(root, YamlMap) and isinstance(head, YamlMap):
        place = head.value_at["access"] if "access" in head else root.place_of_key("document")
    zh, en = _HELD[release]
    return Problem(file, *place, "not-public", {"reason_zh": zh.format(until), "reason_en": en.format(until)})


def _drafts(root: Node, file: str) -> Iterator[Problem]:
    claims = root.get("claims") if isinstance(root, YamlMap) else None
    for claim in claims if isinstance(claims, YamlList) else ():
        if isinstance(claim, YamlMap) and claim.get("status") == Clearance.DRAFT.value:
            details = {
                "found": str(claim.get("figure", "")), "other": str(claim.get("indicator", "")),
                "expected": Clearance.CHECKED.value,
            }
            yield Problem(file, *claim.value_at["status"], "unchecked-claim", details)
