"""Sites as files: their pages, and what these refer to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

REFERRING = ("href", "src", "srcset", "data-index", "data-root")


def pages(site: Path, *, small: bool = False) -> Iterator[tuple[str, HtmlElement]]:
    """Give every page of a site: its path, and what it says; the small ones for frames of others only if asked for."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    found = [path for path in found if path.startswith("embed/") == small]
    assert found
    for path in found:
        yield path, lxml.html.document_fromstring((site / path).read_bytes().decode())


def references(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Give what a page refers to: the attribute, and the address."""
    for element in page.iter():
        for name in REFERRING:
            if (value := element.get(name)) is not None:
                yield name, value


def target_of(path: str, address: str) -> str | None:
    """Return the file of the site that a page's address leads to; None if it leads elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path
    place = [*path.split("/")[:-1]]
    for step in unquote(parts.path).split("/"):
        if step == "..":
            place.pop()
        elif step not in ("", "."):
            place.append(step)
    return "/".join(place)


def text(element: HtmlElement) -> str:
    """Return a text without its white space, which HTML doesn't tell apart."""
    return "".join(str(element.text_content()).split())
