"""Where everything of a site lies: paths from its root, and from one page to another."""

from __future__ import annotations

from typing import Final

ROOT_PAGE: Final = "index.html"
EDITION: Final = "edition"
"""The folder with the edition itself, as it was built."""
DATA: Final = "data"
PICTURES: Final = "pictures"
ASSETS: Final = "assets"
EMBEDS: Final = "embed"
"""The folder with the small pages that others show in frames."""


def overview() -> str:
    """Return the overview's place."""
    return ROOT_PAGE


def sector(code: str) -> str:
    """Return a sector's place."""
    return f"sector/{code}.html"


def indicator(code: str) -> str:
    """Return an indicator's place."""
    return f"indicator/{code}.html"


def document(code: str) -> str:
    """Return a document's place."""
    return f"document/{code}.html"


def comparison(code: str) -> str:
    """Return a comparison's place."""
    return f"compare/{code}.html"


def relative(page: str, target: str) -> str:
    """Return the way from a page to another file of the site, which holds at any prefix and from a folder."""
    return "../" * page.count("/") + target
