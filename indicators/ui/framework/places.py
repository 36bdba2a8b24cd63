"""Which addresses are the framework's, which are our own, and beneath which path all of them lie."""

from __future__ import annotations

from typing import Final

from streamlit import config

FRAMEWORKS: Final = ("_stcore", "static", "media", "component")
"""Where Streamlit answers by itself."""
OWN: Final = (
    "api", "assets", "chart", "embed", "oembed", "robots.txt", "sitemap.xml", "catalog.jsonld", "healthz", "readyz", "metrics",
)
"""Where our own routes answer; a sector of such a name has another address (`indicators.ui.links`)."""


def prefix() -> str:
    """Return the path that the dashboard lies beneath, such as ``/dei``; nothing where it has its host for itself."""
    own = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{own}" if own else ""


def beneath(path: str, under: str) -> str:
    """Return a path as it is beneath a prefix; one that isn't beneath it stays."""
    if not under or not (path == under or path.startswith(f"{under}/")):
        return path
    return path[len(under) :] or "/"


def first_of(path: str) -> str:
    """Return the first part of a path, which says whose it is."""
    first = path.lstrip("/").partition("/")[0]
    return "sitemap.xml" if first.startswith("sitemap-") and first.endswith(".xml") else first


def is_own(path: str) -> bool:
    """Return whether our own routes answer at a path, without its prefix."""
    return path.startswith("/") and first_of(path) in OWN


def is_page(path: str) -> bool:
    """Return whether a path, without its prefix, is that of a page."""
    return first_of(path) not in (*FRAMEWORKS, *OWN)
