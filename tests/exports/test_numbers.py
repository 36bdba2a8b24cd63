"""Each figure, computed from an export as its reader would, is the figure that was read.

A program that knows SDMX multiplies OBS_VALUE by 10 to the UNIT_MULT. In the other formats the
value is obs_value, and unit_mult belongs to the number printed. Both are worked out here from the
bytes alone and held against the observation and its interval.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pysdmx.io import read_sdmx
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.catalog import Catalog, Observation
from indicators.exports import FORMATS, Extract
from indicators.exports.dictionary import COLUMNS, SDMX_COLUMNS, about
from indicators.exports.sdmx import RENAMED, STATUS_KINDS
from indicators.routes import build_routes
from indicators.routes.openapi import describe
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from indicators.table.selection import Selection
from tests.exports.test_round_trips import MADE, extract

Record = dict[str, Any]

# Rows of the table that the shipped data may not have, and OBS_VALUE as the standard wants it:
# value, lower, upper, stated value, multiplier, decimals → OBS_VALUE, DECIMALS
AWKWARD = [
    # 43万: 43 × 10^4.
    ((430000.0, 430000.0, float("nan"), "43", 4, 0), "430000", 0),
    # 10.97万: its last digit is a hundred, so no decimals are left.
    ((109700.0, 109650.0, 109750.0, "10.97", 4, 2), "109700", 0),
    # 3.12345万 is 31234.5.
    ((31234.5, 31234.45, 31234.55, "3.12345", 4, 5), "31234.5", 1),
    # 50.0% is said to a tenth.
    ((50.0, 49.95, 50.05, "50.0", 0, 1), "50.0", 1),
    # 三成 in per cent: converted, so its own decimals say nothing.
    ((30.0, 25.0, 35.0, "3", 0, 0), "30", 0),
    # 2万亩 in hectares: 20000/15, as many digits as a float holds.
    ((20000 / 15, 20000 / 15, float("nan"), "2", 4, 0), "1333.3333333333333", 13),
    # 4.5EFLOPS in PFLOPS is 4500: the decimal was printed for another unit.
    ((4500.0, 4450.0, 4550.0, "4.5", 0, 1), "4500", 0),
    ((-2.1, -2.15, -2.05, "-2.1", 0, 1), "-2.1", 1),
    # 4.5%—5%: no single value, its ends have one decimal.
    ((float("nan"), 4.5, 5.0, "", 0, 1), "", 1),
    ((3.0e17, 2.5e17, 3.5e17, "30", 16, 0), "300000000000000000", 0),
]


def sdmx(data: bytes) -> list[Record]:
    """Return the rows of an SDMX-CSV as texts."""
    return list(csv.DictReader(io.StringIO(data.decode())))


def by_the_standard(row: Record) -> Decimal | None:
    """Return the value as SDMX defines it: OBS_VALUE × 10^UNIT_MULT."""
    text = row["OBS_VALUE"]
    return Decimal(text).scaleb(int(row["UNIT_MULT"])) if text else None


def holds(observation: Observation, value: Decimal | None) -> bool:
    """Tell whether a value read from an export is the observation's, in its interval or at its end."""
    if observation.value is None:
        return value is None
    exact = float(observation.value)
    low, high = observation.lower, observation.upper
    inside = (low is None or float(low) <= exact) and (high is None or exact <= float(high))
    return value is not None and float(value) == exact and inside


def test_every_value_is_what_the_standard_computes(catalog: Catalog) -> None:
    """OBS_VALUE × 10^UNIT_MULT is the figure, and DECIMALS are those that OBS_VALUE has."""
    rows = sdmx(FORMATS["sdmx.csv"].make(extract(catalog)))
    assert len(rows) == len(catalog.observations)
    for row, observation in zip(rows, catalog.observations, strict=True):
        assert holds(observation, by_the_standard(row)), row["FIGURE"]
        assert row["UNIT_MULT"] == "0"
        decimals = len(row["OBS_VALUE"].partition(".")[2])
        assert not row["OBS_VALUE"] or int(row["DECIMALS"]) == decimals
    assert any(row.unit_mult for row in catalog.observations), "nothing to go wrong"


def test_an_sdmx_library_computes_the_same(catalog: Catalog, tmp_path: Path) -> None:
    """A library reads the file; what it gives, multiplied as the standard says, is the figure."""
    path = tmp_path / "data.csv"
    path.write_bytes(FORMATS["sdmx.csv"].make(extract(catalog)))
    [data] = read_sdmx(path, validate=True).data
    records = data.data.to_dict("records")
    for row, observation in zip(records, catalog.observations, strict=True):
        text = "" if pd.isna(row["OBS_VALUE"]) else str(row["OBS_VALUE"])
        assert holds(observation, by_the_standard({**row, "OBS_VALUE": text})), row["FIGURE"]


@pytest.mark.parametrize(("numbers", "value", "decimals"), AWKWARD, ids=lambda case: str(case)[:40])
def test_awkward_numbers(
    catalog: Catalog, numbers: tuple[Any, ...], value: str, decimals: int
) -> None:
    """Written out in full, with the decimals that it has, whatever was printed. Worked by hand."""
    names = ("obs_value", "lower", "upper", "stated_value", "unit_mult", "decimals")
    rows = observations(catalog).head(1).assign(**dict(zip(names, numbers, strict=True)))
    [row] = sdmx(FORMATS["sdmx.csv"].make(Extract(catalog, rows, Selection(), "zh", MADE)))
    assert (row["OBS_VALUE"], row["DECIMALS"], row["UNIT_MULT"]) == (value, str(decimals), "0")
    assert row["STATED_UNIT_MULT"] == str(numbers[4])
    assert row["STATED_DECIMALS"] == str(numbers[5])


@pytest.mark.parametrize(("code", "status"), [("A", "A"), ("E", "E"), ("F", "F"), ("P", "P"), ("T", "F")])
def test_a_target_is_a_forecast_to_sdmx_and_told_apart(
    catalog: Catalog, code: str, status: str
) -> None:
    """CL_OBS_STATUS has no target; a column of our own says which it is."""
    rows = observations(catalog).head(1).assign(obs_status=code)
    [row] = sdmx(FORMATS["sdmx.csv"].make(Extract(catalog, rows, Selection(), "zh", MADE)))
    assert (row["OBS_STATUS"], row["STATUS_KIND"]) == (status, STATUS_KINDS[code])
    assert len(set(STATUS_KINDS.values())) == len(STATUS_KINDS)


def read_back(form: str, data: bytes) -> list[Record]:
    """Return the rows of a format that has the table's own names."""
    if form == "csv":
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    if form == "json":
        return list(json.loads(data))
    if form == "parquet":
        return list(pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist())
    sheet = openpyxl.load_workbook(io.BytesIO(data))["数据"]
    head, *rows = sheet.iter_rows(values_only=True)
    names = {entry.zh: name for name, entry in COLUMNS.items()}
    return [dict(zip((names[str(name)] if name in names else str(name) for name in head), row, strict=True))
            for row in rows]


def _number(cell: object) -> Decimal | None:
    return None if cell in (None, "") or cell != cell else Decimal(str(cell))


def check_own_names(rows: list[Record], catalog: Catalog) -> None:
    """Hold a table under its own names against the observations."""
    assert len(rows) == len(catalog.observations)
    for row, observation in zip(rows, catalog.observations, strict=True):
        assert holds(observation, _number(row["obs_value"])), row["figure"]
        stated = _number(row["stated_value"])
        if stated is not None:
            # What is printed: stated_value × 10^unit_mult, in the stated unit.
            printed = stated.scaleb(int(row["unit_mult"]))
            assert observation.stated_value is not None
            assert printed == observation.stated_value.scaleb(observation.unit_mult)
            assert len(str(row["stated_value"]).partition(".")[2]) == int(row["decimals"])
        assert not {name for name in row if name in SDMX_COLUMNS}


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "xlsx"])
def test_own_names_say_what_they_say(catalog: Catalog, form: str) -> None:
    """obs_value is the figure in full; stated_value and unit_mult make what is printed."""
    data = extract(catalog)
    for made in {FORMATS[form].make(data), FORMATS[form].make_for_people(data)}:
        check_own_names(read_back(form, made), catalog)


def test_the_bundle_agrees_with_itself(catalog: Catalog) -> None:
    """Every file of the zip says the same numbers, and its dictionary explains both kinds of name."""
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["zip"].make(extract(catalog))))
    for form in ("csv", "json", "parquet", "xlsx"):
        check_own_names(read_back(form, archive.read(f"observations.{form}")), catalog)
    rows = sdmx(archive.read("observations.sdmx.csv"))
    assert all(holds(o, by_the_standard(row)) for row, o in zip(rows, catalog.observations, strict=True))
    described = pd.read_csv(io.BytesIO(archive.read("data-dictionary.csv"))).set_index("column")
    for name in rows[0]:
        native = next((key for key, value in RENAMED.items() if value == name), name.lower())
        assert name in described.index or native in described.index or name == "OPERATOR"
    assert "OBS_VALUE" in described.loc["UNIT_MULT", "description"]


def test_the_addresses_give_the_same_numbers(catalog: Catalog) -> None:
    """What a data URL sends is what the download has."""
    supplied = Supply(catalog, observations(catalog), ())
    client = TestClient(Starlette(routes=build_routes(lambda: supplied)))
    rows = sdmx(client.get("/api/observations.sdmx.csv").content)
    assert all(holds(o, by_the_standard(row)) for row, o in zip(rows, catalog.observations, strict=True))
    for form in ("csv", "json", "parquet", "xlsx"):
        data = client.get(f"/api/observations.{form}").content
        check_own_names(read_back(form, data), catalog)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_described_is_what_is_done(catalog: Catalog, lang: str) -> None:
    """Dictionary and OpenAPI say which number the multiplier belongs to, in both namings."""
    for own, standard in RENAMED.items():
        assert "stated_value" in about(own, lang)
        assert "OBS_VALUE" in about(own.upper(), lang)
        assert own in about(standard, lang)
    described = describe(catalog)
    own_names = described["components"]["schemas"]["Observation"]["properties"]
    assert set(own_names) == set(COLUMNS)
    assert about("unit_mult", lang) in own_names["unit_mult"]["description"]
    answer = described["paths"]["/api/observations.sdmx.csv"]["get"]["responses"]["200"]
    [content] = answer["content"].values()
    for name in SDMX_COLUMNS:
        assert about(name, lang) in content["schema"]["description"]
