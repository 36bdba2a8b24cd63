"""What is wrong with the data folder itself: what lies in it and isn't read, what is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from indicators.catalog.files import EVIDENCE_FILE, LEDGER_FILE, Listing, Stray
from indicators.catalog.hiding import all_in, all_of
from indicators.catalog.ledger import Ledger
from indicators.reading.consequences import ANY
from indicators.reading.limits import MAX_PROBLEMS
from indicators.reading.problems import Problem, Thing
from indicators.reading.report import not_listed
from indicators.writing.whole import ASIDE, PENDING


def check_listing(listing: Listing, told: Collection[str] = ()) -> Iterator[Problem]:
    """Give what is wrong with the folders, whatever stands in the files.

    Args:
        listing: What lies in them.
        told: Files that another problem speaks of.
    """
    if not listing.whole:
        yield Problem(".", 1, 1, "unfinished-save", {"found": f"{ASIDE}/{PENDING}"})
    for stray in listing.strays:
        if stray.name not in told:
            yield _unexpected(stray)
    for name, reason in listing.unreadable.items():
        details = {"found": name, **dict(reason)}
        yield Problem(name or ".", 1, 1, "unreadable-folder", details, hides=all_in(name))
    for name, code in (("definitions", "no-definitions"), ("documents", "no-documents")):
        if name not in listing.unreadable and not listing.names(name):
            yield Problem(name, 1, 1, code, hides=all_in(name), needs=((name, ANY),))
    for name, code in ((EVIDENCE_FILE, "no-evidence"), (LEDGER_FILE, "no-ledger")):
        if name not in listing.files and listing.names("documents"):
            yield Problem(name, 1, 1, code, {"found": name}, needs=(("files", name),))


def the_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems of the folder, of one kind in one folder the first hundred and a count."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.code, problem.file.rpartition("/")[0]), []).append(problem)
    kept: list[Problem] = []
    for (_, folder), alike in found.items():
        kept += alike[:MAX_PROBLEMS]
        if len(alike) > MAX_PROBLEMS:
            rest = not_listed(folder or ".", (1, 1), alike[0].code, len(alike) - MAX_PROBLEMS)
            kept.append(rest)
    return kept


def _unexpected(stray: Stray) -> Problem:
    """Report what won't be read, with what to do about what it seems to be."""
    if stray.kind == "folder":
        code = "unexpected-folder"
    elif stray.expected:
        code = "file-twice" if stray.taken else "misnamed-file"
    elif stray.kind == "text" and stray.name.startswith("documents/"):
        code = "text-file"
    else:
        code = "unexpected-file"
    details = {"found": stray.name, "expected": stray.expected}
    return Problem(stray.name, 1, 1, code, details, hides=_in_stray(stray))


def _in_stray(stray: Stray) -> frozenset[Thing]:
    """Return what may lie where it isn't read."""
    if stray.kind == "folder":
        return all_in(stray.name.partition("/")[0])
    if (stray.kind == "yaml" or stray.expected) and not stray.taken:
        named = stray.expected or stray.name
        return all_of(named) | {("files", named)}
    return frozenset()


def check_vanished(
    listing: Listing, ledger: Ledger, documents: Collection[str], withdrawn: Collection[str]
) -> Iterator[Problem]:
    """Give the documents that the ledger knows and that are no longer there.

    Args:
        listing: The folder's files. A document whose file is there isn't gone, whatever is wrong
            with it.
        ledger: What was recorded.
        documents: The documents that could be read, whatever their files are called.
        withdrawn: The documents that ``evidence.yaml`` declares withdrawn.
    """
    names = listing.names("documents")
    if not names:
        return  # That the folder is empty, or can't be looked into, is reported.
    there = {name.removeprefix("documents/").removesuffix(".yaml") for name in names}
    renamed = {stray.expected: stray.name for stray in listing.strays}
    known = there.union(documents, withdrawn)
    for document, mention in ledger.documents.items():
        if document not in known:
            other = renamed.get(f"documents/{document}.yaml", "")
            yield vanished(document, str(mention.claims), other)


def vanished(document: str, claims: str, renamed: str = "") -> Problem:
    """Report a document that is gone.

    Args:
        document: Its code.
        claims: How many figures it stated.
        renamed: The file that may be it under another name.
    """
    file = f"documents/{document}.yaml"
    zh = en = ""
    if renamed:
        zh, en = f"：把 {renamed} 改名为 {file}", f": rename {renamed} to {file}"
    return Problem(file, 1, 1, "vanished-document", {
        "found": document, "expected": file, "number": claims, "other": renamed,
        "example_zh": zh, "example_en": en,
    }, hides=all_of(file))
