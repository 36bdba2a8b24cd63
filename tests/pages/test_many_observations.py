"""Pages select before they compute: a second look goes through no observation but those it shows."""

from __future__ import annotations

from array import array
from collections.abc import ItemsView, Iterator, ValuesView
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from indicators.catalog.columns import Observations
from tests.pages.test_pages import open_page

PAGES: dict[str, dict[str, str]] = {
    "": {}, "connectivity": {}, "indicator": {"id": "base_stations_5g"}, "explore": {},
    "data": {}, "compare": {"indicator": "base_stations_5g"}, "sources": {}, "quality": {},
    "methodology": {}, "verify": {}, "deck": {}, "present": {}, "intake": {}, "proof": {},
}
_LISTS_ALL = ("intake",)
"""Pages that let one choose among all documents."""


class Watched(Observations):
    """Observations that tell when somebody goes through all of them, or through a field of all."""

    gone_through = 0

    def column(self, field: str) -> tuple[array[int], tuple[Any, ...]]:
        """Count, and give it."""
        Watched.gone_through += 1
        return super().column(field)


class WatchedDocuments(dict[str, Any]):
    """Documents that tell when somebody goes through all of them."""

    gone_through = 0

    def _count(self) -> None:
        WatchedDocuments.gone_through += 1

    def __iter__(self) -> Iterator[str]:
        """Count, and go through them."""
        self._count()
        return super().__iter__()

    def items(self) -> ItemsView[str, Any]:
        """Count, and give them."""
        self._count()
        return super().items()

    def values(self) -> ValuesView[Any]:
        """Count, and give them."""
        self._count()
        return super().values()


@pytest.mark.parametrize("name", PAGES)
def test_a_second_look_goes_through_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither through the catalogue's observations or documents nor, row by row, through the table."""
    st.cache_resource.clear()
    page = open_page(name, "zh", **PAGES[name])
    assert not page.exception
    board = page.session_state["_board"]
    rows = board.catalog.observations
    watched = Watched(rows.columns, rows.start, rows.stop)
    assert next(iter(watched)) == rows[0]
    assert Watched.gone_through > 0, "nobody would notice"
    object.__setattr__(board.catalog, "observations", watched)
    documents = WatchedDocuments(board.catalog.documents)
    assert list(documents)
    assert WatchedDocuments.gone_through > 0, "nobody would notice"
    if name not in _LISTS_ALL:
        object.__setattr__(board.catalog, "documents", documents)
    whole: list[Any] = []
    to_dict = pd.DataFrame.to_dict

    def counted(frame: pd.DataFrame, *parts: Any, **more: Any) -> Any:
        if len(frame) == len(board.table):
            whole.append(parts)
        return to_dict(frame, *parts, **more)

    monkeypatch.setattr(pd.DataFrame, "to_dict", counted)
    Watched.gone_through = WatchedDocuments.gone_through = 0
    page.run()
    assert not page.exception
    assert Watched.gone_through == WatchedDocuments.gone_through == 0
    assert whole == []
    st.cache_resource.clear()
