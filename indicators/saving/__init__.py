"""Who may change the data folder from the dashboard, and what a save brings with it.

`save` holds the change against everything the folder says, records the new claims' codes, brings the
editor's schemas up to date, puts all of it in place as one (`indicators.writing`) and, where the folder
is in a git repository, makes one commit. `take_back` undoes a save in the same way.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from indicators.saving.access import Access, Door, access_from

if TYPE_CHECKING:
    from indicators.saving.committing import Author, Commit
    from indicators.saving.saving import Saved, WrongDataError, save, take_back

__all__ = [
    "Access",
    "Author",
    "Commit",
    "Door",
    "Saved",
    "WrongDataError",
    "access_from",
    "save",
    "take_back",
]

_LATER = {"Author": "committing", "Commit": "committing"}


def __getattr__(name: str) -> object:
    """Return what is imported only where it is used, so that naming a command costs no catalogue."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"indicators.saving.{_LATER.get(name, 'saving')}"), name)
