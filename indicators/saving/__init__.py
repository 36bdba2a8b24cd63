"""Who may change the data folder from the dashboard, and what a save brings with it.

`save` holds the change against everything the folder says, records the new claims' codes, brings the
editor's schemas up to date, puts all of it in place as one (`indicators.writing`) and, where the folder
is in a git repository, makes one commit. `take_back` undoes a save in the same way.
"""

from indicators.saving.access import Access, Door, access_from
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
