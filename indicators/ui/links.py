"""The pages of this session, and links to them that keep the language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from indicators.models import Sector
from indicators.ui.framework.places import FRAMEWORKS, OWN
from indicators.ui.labels import plain
from indicators.ui.state import Dashboard, kept_in_address, language
from indicators.ui.words import word

_PAGES = "_pages"
_CURRENT = "_sector"


class Entry(NamedTuple):
    """A page that isn't made from the data.

    Attributes:
        key: Its script is ``pages/<key>.py``, its title the word of the same key.
        path: Its address; empty for the start page.
        section: Key of the word its group has in the navigation; empty for none.
        hidden: Whether the navigation leaves it out, because it needs a parameter.
    """

    key: str
    path: str
    section: str = ""
    hidden: bool = False


ENTRIES: Final = (
    Entry("overview", ""),
    Entry("explore", "explore", "analysis"),
    Entry("compare", "compare", "analysis"),
    Entry("data", "data", "analysis"),
    Entry("indicator", "indicator", hidden=True),
    Entry("sources", "sources", section="evidence"),
    Entry("quality", "quality", section="evidence"),
    Entry("methodology", "methodology", section="evidence"),
    Entry("deck", "deck", "slides"),
    Entry("present", "present", "slides"),
    Entry("verify", "verify", "slides"),
    Entry("proof", "proof", "slides"),
    Entry("intake", "intake", section="maintain"),
    Entry("workbench", "workbench", hidden=True),
)
"""The pages beside those of the sectors, in the order of the navigation."""
_SECTORS: Final = "sectors"
_RESERVED: Final = {entry.path for entry in ENTRIES} | {"overview", *OWN, *FRAMEWORKS}


def address(sector: str) -> str:
    """Return the path of a sector's page."""
    path = sector.replace("_", "-").strip("-")
    return f"{path}-sector" if path in _RESERVED else path


def build_pages(board: Dashboard, lang: str) -> Mapping[str, list[Any]]:
    """Make the session's pages from the data, by section of the navigation."""
    pages: dict[str, Any] = {}
    sections: dict[str, list[Any]] = {"": [], _SECTORS: []}
    for entry in ENTRIES:
        page = st.Page(
            f"{entry.key}.py", title=word(entry.key, lang), url_path=entry.path or None,
            default=not entry.path, visibility="hidden" if entry.hidden else "visible",
        )
        pages[entry.key] = page
        sections.setdefault(entry.section, []).append(page)
    for sector in board.sectors:
        page = st.Page(
            "sector.py", title=plain(sector.name.in_language(lang)), url_path=address(sector.id)
        )
        pages[f"sector:{sector.id}"] = page
        sections[_SECTORS].append(page)
    st.session_state[_PAGES] = pages
    return {word(key, lang) if key else "": found for key, found in sections.items()}


def name_of(path: str, board: Dashboard, lang: str) -> str:
    """Return what the page at ``path`` is called; the overview has the dashboard's own name."""
    for entry in ENTRIES:
        if entry.path == path:
            return word(entry.key, lang) if path else ""
    found = [sector for sector in board.sectors if address(sector.id) == path]
    return found[0].name.in_language(lang) if found else ""


def enter(path: str, board: Dashboard) -> None:
    """Note which sector the page at ``path``, which is about to run, shows."""
    st.session_state[_CURRENT] = next(
        (key for key in board.catalog.sectors if address(key) == path), None
    )


def current_sector(board: Dashboard) -> Sector | None:
    """Return the sector whose page is running."""
    return board.catalog.sectors.get(st.session_state.get(_CURRENT) or "")


def _link(key: str, label: str, **query: str | list[str]) -> None:
    page = st.session_state.get(_PAGES, {}).get(key)
    if page is None:
        st.text(label)
        return
    st.page_link(page, label=plain(label), query_params={**kept_in_address(), **query})


def indicator_address(indicator: str, lang: str) -> str:
    """Return the address of an indicator's page, relative to any other page's."""
    return f"indicator?{urlencode({'id': indicator, 'lang': lang})}"


def go_to(key: str) -> None:
    """Show another page of `ENTRIES` instead of the one whose address was asked for."""
    st.switch_page(st.session_state[_PAGES][key], query_params=kept_in_address())


def link_to_page(key: str, label: str, **query: str | list[str]) -> None:
    """Show a link to a page of `ENTRIES`."""
    with st.container(key=f"link-page-{key}", width="content"):
        _link(key, label, **query)


def link_to_overview() -> None:
    """Show a link to the overview."""
    _link("overview", word("overview", language()))


def link_to_sector(sector: Sector, *, bold: bool = False) -> None:
    """Show a link to a sector's page."""
    name = sector.name.in_language(language())
    with st.container(key=f"{'way' if bold else 'link'}-sector-{sector.id}"):
        _link(f"sector:{sector.id}", f"{name} →" if bold else name)


def link_to_indicator(indicator: str, name: str, *, place: str | None = "") -> None:
    """Show a link to an indicator's page.

    Args:
        indicator: The indicator.
        name: What the link says.
        place: Tells several on one page apart; None for one in a container that is styled itself.
    """
    if place is None:
        _link("indicator", name, id=indicator)
        return
    with st.container(key=f"link-{place}-{indicator}", width="content"):
        _link("indicator", name, id=indicator)


def link_to(key: str, label: str, *, place: str = "", **query: str) -> None:
    """Show a link to a page of `ENTRIES`; ``place`` tells several on one page apart."""
    with st.container(key=f"link-{place}-{key}", width="content"):
        _link(key, label, **query)


def href(path: str, **query: str) -> str:
    """Return the address of a page for a link within HTML, in the reader's language."""
    return f"{path}?{urlencode({**kept_in_address(), **query})}"
