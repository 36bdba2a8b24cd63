"""The pages follow the files: the last good data under a banner while they are broken."""

from __future__ import annotations

import time
from pathlib import Path

import pandas as pd
import pytest

from indicators.catalog import TOTAL, Catalog, read_catalog
from indicators.evidence.standing import standing
from indicators.ui.state import make_dashboard
from indicators.ui.words import WORDS
from tests.benchmarks.made import write_catalog
from tests.conftest import DATA
from tests.pages.test_pages import html, open_page, pictures, tables, words

REPLY = "documents/gz-2025324.yaml"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_banner_stands_above_the_last_good_data(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """It names file, line and remedy, escaped; it goes when the file is mended."""
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    path = data_copy / REPLY
    good = path.read_text(encoding="utf-8")
    test = open_page("connectivity", lang)
    lead = WORDS["banner_lead"][lang == "en"]
    assert lead not in words(test)

    path.write_text(good.replace("超43万公里", "<b>43万公里"), encoding="utf-8")
    time.sleep(0.05)
    test.run()
    assert not test.exception
    assert lead in words(test)
    assert REPLY in words(test)
    line = good[: good.index("超43万公里")].count("\n") + 1
    assert f" {line}" in words(test)
    assert "&lt;b&gt;43" in "".join(element.proto.body for element in test.get("html"))
    assert pictures(test)
    assert len(tables(test)) == 1
    twins = WORDS["table_twin"]
    assert not [box for box in test.expander if box.label not in twins]  # one slip, one report

    path.write_text(good, encoding="utf-8")
    time.sleep(0.05)
    test.run()
    assert lead not in words(test)
    assert "banner" not in html(test).replace(".banner", "")


def slow_latest(table: pd.DataFrame, catalog: Catalog, indicator: str) -> tuple[str, ...] | None:
    """Return the total that stands, looked up among all rows of the table."""
    row = standing(catalog, [
        row for row in table.to_dict("records")
        if row["indicator"] == indicator and row["breakdown"] == TOTAL
    ])
    return row and (row["document"], row["time_period"], row["figure"])


def test_the_newest_total_is_found(tmp_path: Path) -> None:
    """For each indicator it is the one that the rule of `test_standing` lets stand."""
    write_catalog(DATA, tmp_path / "data", claims=200, documents=4)
    file = tmp_path / "data" / "documents" / "made-00002.yaml"
    text = file.read_text(encoding="utf-8").replace("role: context", "role: main")
    file.write_text(text, encoding="utf-8")
    catalog = read_catalog(tmp_path / "data")
    board = make_dashboard(catalog)
    assert not catalog.errors
    found = 0
    for indicator in catalog.indicators:
        row = board.latest(indicator)
        wanted = slow_latest(board.table, catalog, indicator)
        got = None if row is None else (row["document"], row["time_period"], row["figure"])
        assert got == wanted
        found += got is not None
        rows = board.rows_of("indicator", indicator)
        assert rows.equals(board.table[board.table["indicator"] == indicator])
        rows["figure"] = "changed"  # What a page does to its rows stays its own.
        assert not board.rows_of("indicator", indicator)["figure"].eq("changed").any()
    assert found > 20


def test_an_empty_catalogue_has_an_empty_table(tmp_path: Path) -> None:
    """Nothing is looked up in vain."""
    board = make_dashboard(read_catalog(tmp_path))
    assert board.table.empty
    assert board.latest("optical_cable_length") is None
    assert board.rows_of("sector", "connectivity").empty
