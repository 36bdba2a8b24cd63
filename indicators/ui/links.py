"""The pages of this session, and links to them that keep the language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from indicators.models import Sector
from indicators.ui.state import Dashboard, language
from indicators.ui.words import word

_PAGES = "_pages"
_CURRENT = "_sector"
_RESERVED = {"indicator", "overview", "api"}


def address(sector: str) -> str:
    """Return the path of a sector's page."""
    path = sector.replace("_", "-").strip("-")
    return f"{path}-sector" if path in _RESERVED else path


def build_pages(board: Dashboard, lang: str) -> Mapping[str, list[Any]]:
    """Make the session's pages from the data, by section of the navigation."""
    overview = st.Page("overview.py", title=word("overview", lang), default=True)
    sectors = {
        sector.id: st.Page(
            "sector.py", title=sector.name.in_language(lang), url_path=address(sector.id)
        )
        for sector in board.sectors
    }
    indicator = st.Page(
        "indicator.py", title=word("indicator", lang), url_path="indicator", visibility="hidden"
    )
    st.session_state[_PAGES] = {"overview": overview, "indicator": indicator, **{
        f"sector:{key}": page for key, page in sectors.items()
    }}
    return {
        "": [overview, indicator],
        word("sectors", lang): list(sectors.values()),
    }


def enter(path: str, board: Dashboard) -> None:
    """Note which sector the page at ``path``, which is about to run, shows."""
    st.session_state[_CURRENT] = next(
        (key for key in board.catalog.sectors if address(key) == path), None
    )


def current_sector(board: Dashboard) -> Sector | None:
    """Return the sector whose page is running."""
    return board.catalog.sectors.get(st.session_state.get(_CURRENT) or "")


def _link(key: str, label: str, **query: str) -> None:
    page = st.session_state.get(_PAGES, {}).get(key)
    if page is None:
        st.text(label)
        return
    st.page_link(page, label=_plain(label), query_params={**query, "lang": language()})


def link_to_overview() -> None:
    """Show a link to the overview."""
    _link("overview", word("overview", language()))


def link_to_sector(sector: Sector, *, bold: bool = False) -> None:
    """Show a link to a sector's page."""
    name = sector.name.in_language(language())
    with st.container(key=f"{'way' if bold else 'link'}-sector-{sector.id}"):
        _link(f"sector:{sector.id}", f"{name} →" if bold else name)


def link_to_indicator(indicator: str, name: str) -> None:
    """Show a link to an indicator's page."""
    with st.container(key=f"link-{indicator}", width="content"):
        _link("indicator", name, id=indicator)


def _plain(text: str) -> str:
    """Return ``text`` so that Streamlit's Markdown shows it letter by letter."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~$:<>" else sign for sign in text)
