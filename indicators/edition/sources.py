"""What an edition is made from: the files of a data folder, as far as they may be published.

Comments stay behind, which maintainers write for each other, and so does everything about a document that
may not go out: its file, its lines in the ledger, what ``evidence.yaml`` says of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final

import yaml

from indicators.catalog import Catalog
from indicators.catalog.columns import fields
from indicators.catalog.files import EVIDENCE_FILE, LEDGER_FILE, ROOT_FILES
from indicators.catalog.ledger import HEAD
from indicators.catalog.release import hold_of
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem

LICENCES: Final = ("LICENSE", "LICENSE.md")
"""What says how the data may be used; goes with it."""
_MOST_BYTES: Final = 500_000_000
_WIDE: Final = 2**31 - 1


def kept_back(catalog: Catalog, day: date) -> dict[str, str]:
    """Return the documents that may not be published on a day, and why.

    Only what is said to be public, or was cleared for use outside, goes out, and nothing that nobody
    has checked. An embargo has to be over on that day and on the one it is.

    Args:
        catalog: The catalogue.
        day: The day that the edition speaks of.

    Returns:
        Of each document ``draft``, or a value of `indicators.models.Release`.
    """
    rows: dict[str, set[str]] = {name: set() for name in catalog.documents}
    for name, clearance in fields(catalog.observations, "document", "clearance"):
        rows[name].add(str(clearance))
    found = {}
    for name, entry in catalog.documents.items():
        said = [{"document": name, "clearance": clearance} for clearance in rows[name]]
        hold = hold_of(catalog, said, day).with_(hold_of(catalog, said))
        if hold:
            found[name] = "draft" if hold.draft else hold.release.value
        elif not said and entry.document.release_on(day).held:
            found[name] = entry.document.release_on(day).value
    return found


def source_files(catalog: Catalog, left_out: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Give the files that an edition is made from: each one's name in a data folder, and its bytes.

    They are read anew, in the order of their names.

    Args:
        catalog: The catalogue of the folder, without errors.
        left_out: The documents that stay behind, by id.

    Raises:
        OSError: A file can't be read.
    """
    names = [
        *ROOT_FILES, *LICENCES,
        *(f"definitions/{sector}.yaml" for sector in catalog.definitions),
        *(f"documents/{name}.yaml" for name in catalog.documents if name not in left_out),
    ]
    for name in sorted(names):
        if name in (*ROOT_FILES, *LICENCES) and not (catalog.folder / name).is_file():
            continue
        data = read_bytes(catalog.folder / name, name, _MOST_BYTES)
        if isinstance(data, Problem):
            raise OSError(data.as_text("en"))
        if name == LEDGER_FILE:
            yield name, _ledger(data, left_out)
        elif name == EVIDENCE_FILE and left_out:
            yield name, _evidence(data, left_out)
        else:
            yield name, data if name in LICENCES else without_comments(data)


def without_comments(data: bytes) -> bytes:
    """Return YAML with the same content, in UTF-8 with line feeds, and no comments."""
    events = yaml.parse(data.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    return _emitted(events)


def _emitted(events: Any) -> bytes:
    text: str = yaml.emit(
        events, Dumper=yaml.CSafeDumper, allow_unicode=True, width=_WIDE, line_break="\n"
    )
    return text.encode()


def _ledger(data: bytes, left_out: Collection[str]) -> bytes:
    """Return the ledger's lines, but for those of some documents."""
    kept = [HEAD]
    for line in data.decode("utf-8-sig", "surrogateescape").splitlines():
        columns = line.split("\t")
        if line != HEAD and (len(columns) < 2 or columns[1] not in left_out):
            kept.append(line)
    return ("\n".join(kept) + "\n").encode("utf-8", "surrogateescape")


def _evidence(data: bytes, left_out: Collection[str]) -> bytes:
    """Return what is declared, but for entries that name one of some documents."""
    root = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    if not isinstance(root, Mapping):
        return without_comments(data)
    kept = {
        key: [entry for entry in value if not _names(entry, left_out)]
        if isinstance(value, list) else value
        for key, value in root.items()
    }
    text: str = yaml.dump(
        {key: value for key, value in kept.items() if value != []}, Dumper=_Plain,
        allow_unicode=True, sort_keys=False, width=_WIDE,
    )
    return text.encode()


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which the data's reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        """Say that nothing is written as a reference to what stands before."""
        return True


def _names(entry: object, documents: Collection[str]) -> bool:
    """Tell whether an entry names one of some documents, however deep within."""
    if isinstance(entry, Mapping):
        return any(_names(value, documents) for value in entry.values())
    if isinstance(entry, list):
        return any(_names(value, documents) for value in entry)
    return entry in documents
