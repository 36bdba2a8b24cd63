"""How files of the data folder change together, or not at all.

A saved document is several files: the document, new definitions, the ledger of codes, the editor's
schemas. `write_all` puts them all in place or leaves all as they were, whatever happens meanwhile: a
full disk, a killed process, somebody else who saves. `undo` takes a save back.
"""

from indicators.writing.changes import (
    Change,
    ConflictError,
    NameRefusedError,
    changed_elsewhere,
    digest,
)
from indicators.writing.folder import put_folder, replace_folder
from indicators.writing.history import Past, history, undo
from indicators.writing.whole import settle, write_all

__all__ = [
    "Change",
    "ConflictError",
    "NameRefusedError",
    "Past",
    "changed_elsewhere",
    "digest",
    "history",
    "put_folder",
    "replace_folder",
    "settle",
    "undo",
    "write_all",
]
