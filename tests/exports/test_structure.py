"""The SDMX structure, held against the standard's own schema and read with the data by pysdmx."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pysdmx.io import get_datasets, read_sdmx
from starlette.testclient import TestClient

from indicators.catalog import Catalog
from indicators.exports.extract import Extract
from indicators.exports.sdmx import sdmx_csv
from indicators.exports.structure import MIME, NoSdmxError, sdmx_structure
from indicators.table.frame import observations
from indicators.table.selection import Selection
from tests.conftest import DATA
from tests.routes.test_endpoints import client_of


@pytest.fixture(scope="module")
def written(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Data and structure as files."""
    place = tmp_path_factory.mktemp("sdmx")
    extract = Extract(catalog, observations(catalog), Selection(), "zh", date(2026, 11, 29))
    (place / "data.csv").write_bytes(sdmx_csv(extract))
    (place / "structure.json").write_bytes(sdmx_structure(extract))
    return place / "data.csv", place / "structure.json"


def test_the_structure_is_valid_and_named_by_the_data(written: tuple[Path, Path]) -> None:
    """The SDMX-JSON schema takes it; dataflow, data structure, concepts and codelists are there."""
    message = read_sdmx(written[1], validate=True)
    [dataflow] = message.get_dataflows()
    assert dataflow.short_urn == "Dataflow=DEI:INDICATORS(2.0.0)"
    assert str(read_sdmx(written[0]).data[0].structure) == dataflow.short_urn
    assert {one.id for one in message.get_codelists()} >= {"CL_INDICATOR", "CL_REF_AREA", "CL_OPERATOR", "CL_UNIT_MEASURE"}


def test_the_data_is_read_with_it(written: tuple[Path, Path]) -> None:
    """Every column is a component, every coded value is in its list, keys are unique."""
    [data] = get_datasets(*written, validate=True)
    components = data.structure.components
    table = data.data
    assert [one.id for one in components] == list(table.columns)
    assert [one.id for one in components.measures] == ["OBS_VALUE"]
    dimensions = [one.id for one in components.dimensions]
    assert dimensions[0] == "INDICATOR" and dimensions[-1] == "TIME_PERIOD"
    assert not table.duplicated(dimensions).any() and len(table) > 50
    coded = 0
    for one in components:
        if one.enumeration is not None:
            coded += 1
            known = {code.id for code in one.enumeration}
            values = {value for value in table[one.id].dropna() if value != ""}
            assert values <= known, (one.id, values - known)
    assert coded >= 12
    assert components["INDICATOR"].name.endswith("Indicator code")


def test_the_same_data_gives_the_same_structure(catalog: Catalog, written: tuple[Path, Path]) -> None:
    """No moment and no random id stand in it, and no row of the data."""
    rows = observations(catalog).head(0)
    assert sdmx_structure(Extract(catalog, rows, Selection(), "en", date(2020, 1, 1))) == written[1].read_bytes()


def test_by_address(monkeypatch: pytest.MonkeyPatch, written: tuple[Path, Path]) -> None:
    """The same; and without the library it is said that there is none."""
    answer = client_of(DATA).get("/api/structure.sdmx.json")
    assert answer.headers["content-type"] == MIME
    assert json.loads(answer.content) == json.loads(written[1].read_bytes())
    monkeypatch.setitem(sys.modules, "pysdmx.io", None)
    client: TestClient = client_of(DATA)
    assert client.get("/api/structure.sdmx.json").status_code == 501
    with pytest.raises(NoSdmxError):
        sdmx_structure(Extract(None, pd.DataFrame(), Selection(), "zh", date(2026, 1, 1)))
