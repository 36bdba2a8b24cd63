"""DuckDB, Polars and pandas read the observations as they are."""

from __future__ import annotations

import math
import re
from pathlib import Path

import duckdb
import pandas as pd
import polars
import pytest

from indicators.catalog import Catalog
from indicators.edition import Edition
from indicators.table.frame import as_text, observations

README = (Path(__file__).parents[2] / "indicators" / "edition" / "README.md").read_text(encoding="utf-8")
SQL, POLARS, PANDAS = re.findall(r"```(?:sql|python)\n(.*?)```", README, re.S)


@pytest.fixture(autouse=True)
def there(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask from within the edition, as its README does."""
    monkeypatch.chdir(edition.folder)


def test_the_readme_s_questions_have_one_answer() -> None:
    """The three examples give the same rows, and not all of them."""
    by_duckdb = duckdb.sql(SQL).fetchall()
    space: dict[str, polars.DataFrame] = {}
    exec(POLARS, space)
    frame: dict[str, pd.DataFrame] = {}
    exec(PANDAS, frame)
    by_polars = space["rows"].rows()
    assert sorted(by_duckdb) == sorted(by_polars)
    assert len(by_duckdb) == len(frame["rows"]) > 20
    assert {str(row[4])[:4] for row in by_duckdb} >= {"2024", "2025"}


def test_every_row_of_the_table_is_there(catalog: Catalog) -> None:
    """With every column, type and digit; what isn't there is null."""
    expected = as_text(observations(catalog))
    found = duckdb.sql(
        "SELECT * FROM read_parquet('observations/**/*.parquet', hive_partitioning = true)"
    ).df().set_index("code")
    assert len(found) == len(expected)
    for row in expected.to_dict("records"):
        other = found.loc[str(row["code"])]
        if isinstance(other, pd.DataFrame):  # a target and a fact of one claim have one code
            other = other[other["obs_status"] == row["obs_status"]].iloc[0]
        for key, value in row.items():
            if key == "code":
                continue
            if isinstance(value, float) and math.isnan(value):
                assert pd.isna(other[key])
            else:
                assert other[key] == value, key
        assert int(other["year"]) >= int(str(row["time_period"])[:4])


def test_codes_stay_texts() -> None:
    """A place's folder may be read as a number; the column isn't."""
    types = dict(duckdb.sql(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "
        "read_parquet('observations/**/*.parquet', hive_partitioning = true))"
    ).fetchall())
    assert types["ref_area"] == types["time_period"] == "VARCHAR"
    assert types["obs_value"] == "DOUBLE"
    assert types["stands"] == "BOOLEAN"
    schema = polars.scan_parquet("observations/**/*.parquet", hive_partitioning=True).collect_schema()
    assert schema["ref_area"] == polars.String
