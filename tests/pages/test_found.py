"""What a search shows: the sentence that its figures allow, and the leading document's charts first."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import Catalog, data_folder, read_catalog
from indicators.ui.results import _narrowed
from tests.pages.test_pages import html, open_page

CATALOG: Catalog = read_catalog(data_folder())


def test_a_search_says_what_may_be_said_of_what_it_found(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing 基站 shows the sentence with its working and the way to the page; another view or no query doesn't."""
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    shown = html(open_page("explore", "zh", q="5G基站"))
    assert 'class="takeaway"' in shown and "增长19.6%" in shown
    working = shown.split('class="takeaway"', 1)[1]
    assert "÷" in working and "id=base_stations_5g" in working.split("</details>", 1)[0]
    assert 'class="takeaway"' not in html(open_page("explore", "zh"))


def test_charts_of_a_search_begin_with_the_leading_documents() -> None:
    """What stands alone, declared as a card or not, and the charts: own ones first, the rest in the file's order."""
    definitions = CATALOG.definitions["connectivity"]
    keys = [entry.id for entry in definitions.indicators]
    cards = {chart.indicators[0] for chart in definitions.charts if chart.kind == "card"}
    own = next(key for key in reversed(keys) if key in cards)
    narrowed = _narrowed(definitions, set(keys), {own})
    assert narrowed is not None and narrowed.key_figures[0] == own
    rest = [key for key in narrowed.key_figures if key != own]
    assert rest == [key for key in keys if key in rest] and len(rest) > 1
    assert own in narrowed.charts[0].indicators
