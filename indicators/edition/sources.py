"""What an edition is made from: the files of a data folder, as far as they may be published.

Comments stay behind, which maintainers write for each other, and so does everything about a document that
may not go out: its file, its lines in the ledger, what ``evidence.yaml`` says of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import yaml

from indicators.catalog import Catalog
from indicators.catalog.files import CODELIST_FILES, DERIVED_FILE, EVIDENCE_FILE, LEDGER_FILE
from indicators.catalog.ledger import HEAD
from indicators.models import Clearance, DocumentFile
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem

LICENCES: Final = ("LICENSE", "LICENSE.md")
"""What says how the data may be used; goes with it."""
_MOST_BYTES: Final = 500_000_000
_WIDE: Final = 2**31 - 1


def kept_back(catalog: Catalog) -> dict[str, str]:
    """Return the documents that may not be published, and why: ``draft``.

    A document with a claim that nobody has checked is a draft.
    """
    found = {}
    for name, entry in catalog.documents.items():
        if why := _reason(entry):
            found[name] = why
    return found


def _reason(entry: DocumentFile) -> str:
    return "draft" if any(claim.status is Clearance.DRAFT for claim in entry.claims) else ""


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
        *CODELIST_FILES, EVIDENCE_FILE, DERIVED_FILE, LEDGER_FILE, *LICENCES,
        *(f"definitions/{sector}.yaml" for sector in catalog.definitions),
        *(f"documents/{name}.yaml" for name in catalog.documents if name not in left_out),
    ]
    for name in sorted(names):
        if name in (EVIDENCE_FILE, DERIVED_FILE, LEDGER_FILE, *LICENCES) and not (catalog.folder / name).is_file():
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
    """Tell whether an entry of a list names one of some documents."""
    if not isinstance(entry, Mapping):
        return False
    named = entry.get("documents")
    one = entry.get("document")
    return one in documents or (
        isinstance(named, list) and any(name in documents for name in named)
    )
