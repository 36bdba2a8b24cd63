"""Comparisons of places that the data declares: what they name has to be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from tests.derived.growing import GROWTH_OF_STATIONS


@pytest.mark.parametrize(("indicator", "near", "code", "nearest"), [
    ("base_stations_5g", "2O23", "bad-period", ""),
    ("base_stations_5g", "2024年", "bad-period", "2024"),
    ("base_stations_5g", "2025-Q5", "bad-period", ""),
    ("base_station_5g", "2024", "unknown-indicator", "base_stations_5g"),
    ("base_stations_5g", "2024", None, ""),
])
def test_a_views_slip_is_reported_where_it_stands(
    data_copy: Path, indicator: str, near: str, code: str | None, nearest: str
) -> None:
    """With its line, and with what may have been meant; nothing is drawn around a date that is none."""
    path = data_copy / "derived.yaml"
    lines = [f"{GROWTH_OF_STATIONS}views:", "  - id: stations", "    name: {zh: 基站, en: Stations}",
             f"    indicator: {indicator}", f"    near: {near}", "    within: 0"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [one for one in read_catalog(data_copy).problems if one.file == "derived.yaml"]
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        said = path.read_text(encoding="utf-8").splitlines()[one.line - 1]
        assert (near if code == "bad-period" else indicator) in said
        assert nearest in one.message("en")
