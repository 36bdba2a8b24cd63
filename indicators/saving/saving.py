"""A save: held against all that the folder says, with all that follows from it, as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from indicators.catalog import Catalog, CatalogReader
from indicators.catalog.claimed import GONE, Claimed
from indicators.catalog.files import LEDGER_FILE, list_files
from indicators.evidence.judging import sound
from indicators.handbook.schemas import as_json, schema_file, schemas
from indicators.reading.problems import Problem
from indicators.saving.committing import Author, Commit, CommitState, commit
from indicators.table.changes import to_record
from indicators.table.codes import ledger_lines
from indicators.writing import Change, ConflictError, changed_elsewhere, digest, write_all
from indicators.writing.history import taken_back

_SCHEMAS: Final = "schema/"
_TRIES: Final = 3
"""How often a save is begun anew because what follows from it was changed meanwhile."""


class WrongDataError(ValueError):
    """With this change the folder would have errors, and every dashboard would stand still for them.

    Attributes:
        problems: Those that the change brings.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.as_text("en") for problem in problems[:3]))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved.

    Attributes:
        name: The save's name in the history, to take it back by.
        files: The files that were changed, in their order: with the ledger and the schemas.
        commit: What became of the commit.
    """

    name: str
    files: tuple[str, ...]
    commit: Commit


def save(folder: Path, changes: Sequence[Change], author: Author, message: str) -> Saved:
    """Change files of the data folder, with the ledger and the schemas, as one.

    Args:
        folder: The data folder.
        changes: Documents, definitions and other files that people write.
        author: Who saves.
        message: What was done, for the history and the commit.

    Returns:
        What was saved; nothing is written for changes that change nothing.

    Raises:
        WrongDataError: The folder would have errors that it hasn't now.
        ConflictError: A file was changed by somebody else since.
        NameRefusedError: A file has a name that nothing is written under.
        OSError: The folder can't be written; all is as it was.
    """
    changes = [change for change in changes if digest(change.data) != change.before]
    for left in reversed(range(_TRIES)):
        if names := changed_elsewhere(folder, changes):
            raise ConflictError(names)
        together = [*changes, *_following(folder, changes)]
        if not together:
            return Saved("", (), Commit(CommitState.NOTHING))
        try:
            name = write_all(folder, together, author=author.signature, message=message)
        except ConflictError as error:
            if not left or {change.name for change in changes} & set(error.names):
                raise
            continue  # The ledger, say: what follows is worked out from what it says now.
        files = tuple(change.name for change in together)
        return Saved(name, files, commit(folder, files, author, message))
    raise AssertionError("unreachable")


def take_back(folder: Path, name: str, author: Author, message: str) -> Saved:
    """Undo a save, as another save.

    The ledger is never taken back: it says then that the claims are made no more, so that a picture
    with one of their codes can still be told what became of it.

    Args:
        folder: The data folder.
        name: The save's name in the history.
        author: Who undoes it.
        message: What to say of it.

    Raises:
        As `save`; OSError too if the save isn't kept any more.
    """
    changes = [
        change for change in taken_back(folder, name)
        if change.name != LEDGER_FILE and not change.name.startswith(_SCHEMAS)
    ]
    return save(folder, changes, author, message)


def _following(folder: Path, changes: Sequence[Change]) -> list[Change]:
    """Return what has to change with the changes: the ledger, and schemas that list other codes now."""
    reader = CatalogReader(folder)
    before = sound(reader.read())
    gone = {change.name for change in changes if change.data is None}
    listing = list_files(folder)
    listing = replace(listing, files={key: of for key, of in listing.files.items() if key not in gone})
    instead = {change.name: change.data for change in changes if change.data is not None}
    after = sound(reader.read(instead, listing))
    known = {_kind(problem) for problem in before.errors}
    # Who takes a document back says that it is gone: the ledger is told below.
    new = [
        problem for problem in after.errors
        if _kind(problem) not in known and not (problem.code == "vanished-document" and problem.file in gone)
    ]
    if new:
        raise WrongDataError(new)
    return [*_ledger(folder, after, changes), *_schemas(folder, after)]


def _kind(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return what a problem is wherever its line has moved to."""
    return problem.file, problem.code, tuple(sorted(problem.details.items()))


def _ledger(folder: Path, after: Catalog, changes: Iterable[Change]) -> list[Change]:
    """Return the ledger with the claims of the documents that are saved; others' edits stay to be seen."""
    documents = {
        change.name.removeprefix("documents/").removesuffix(".yaml"): change.data is None
        for change in changes if change.name.startswith("documents/")
    }
    claims = [claim for claim in to_record(after) if documents.get(claim.document) is False]
    claims += [
        replace(claim, figure=GONE) for claim in after.ledger.last().values()
        if documents.get(claim.document) and claim.figure != GONE
    ]
    return _appended(folder, claims)


def _appended(folder: Path, claims: Sequence[Claimed]) -> list[Change]:
    path = folder / LEDGER_FILE
    known = path.read_bytes() if path.exists() else None
    lines = ledger_lines(known, claims)
    return [Change(LEDGER_FILE, (known or b"") + lines, digest(known))] if lines else []


def _schemas(folder: Path, after: Catalog) -> list[Change]:
    """Return the schemas that aren't as they should be; a folder that keeps none gets none."""
    if not (folder / _SCHEMAS).is_dir():
        return []
    found = []
    for kind, schema in schemas(after).items():
        path = folder / _SCHEMAS / schema_file(kind)
        data = as_json(schema).encode()
        now = path.read_bytes() if path.exists() else None
        # A checkout may have other line ends.
        if now is None or now.replace(b"\r\n", b"\n") != data:
            found.append(Change(f"{_SCHEMAS}{schema_file(kind)}", data, digest(now)))
    return found
