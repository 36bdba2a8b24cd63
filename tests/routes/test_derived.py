"""Derived measures by address: with their working, each key described."""

from __future__ import annotations

from pathlib import Path

from tests.derived.test_measures import document, made
from tests.routes.test_endpoints import client_of


def test_derived_measures_say_their_working_and_are_described(tmp_path: Path) -> None:
    """30 of 40 is 75 %; what a row and its inputs hold is what the description says, in its order."""
    measures = made(tmp_path, document("440100", ("masts", "30座", "2024"), ("works", "40座", "2024")))
    client = client_of(measures.catalog.folder)
    row = client.get("/api/derived.json").json()[0]
    assert row["working_en"].splitlines()[0] == "30 stations (2024) ÷ 40 stations (2024) × 100 = 75.0"
    assert (row["area_zh"], row["area_en"]) == ("广州市", "Guangzhou")
    schema = client.get("/api/openapi.json").json()["components"]["schemas"]["Derived"]
    assert list(schema["properties"]) == list(row)
    assert list(schema["properties"]["inputs"]["items"]["properties"]) == list(row["inputs"][0])
