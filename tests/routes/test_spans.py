"""A claim of a span (2023年1—10月) on its way through the house: check, table, words, chart, addresses."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from indicators.catalog import read_catalog
from indicators.language.sentences import sentence
from indicators.language.text import period_text
from indicators.pictures.dated import when
from indicators.table.frame import observations
from tests.routes.test_endpoints import client_of

_CLAIM = "    figure: 新增1.52万座\n    period: 2023\n"
SPANS = {
    # 304 days, of which half are 152: 1 January + 152 days - half a day is 1 June (a day is a date).
    "2023-01/2023-10": ("2023年1—10月", "Jan–Oct 2023", "2023-01-01/P10M", date(2023, 6, 1)),
    # 273 days from 1 January: the 136th after it is 17 May.
    "2023-Q1/2023-Q3": ("2023年前三季度", "Q1–Q3 2023", "2023-01-01/P9M", date(2023, 5, 17)),
    # 1826 days (2020 was a leap year) from 1 January 2019: the 912th after it is 1 July 2021.
    "2019/2023": ("2019—2023年", "2019–2023", "2019-01-01/P5Y", date(2021, 7, 1)),
}


@pytest.mark.parametrize("span", SPANS)
def test_a_claim_may_be_of_a_span(data_copy: Path, span: str) -> None:
    """It is checked, exported in every form, asked for by its code, said in words and placed on the chart."""
    path = data_copy / "documents" / "gz-gwr-2024.yaml"
    text = path.read_text(encoding="utf-8")
    assert _CLAIM in text
    path.write_text(text.replace(_CLAIM, _CLAIM.replace("2023\n", f"{span}\n")), encoding="utf-8")
    catalog = read_catalog(data_copy)
    assert [problem.code for problem in catalog.problems if problem.file.endswith("gz-gwr-2024.yaml")] == []
    (row,) = [row for row in catalog.observations if row.time_period == span]
    zh, en, sdmx, day = SPANS[span]
    assert (period_text(span, "zh"), period_text(span, "en")) == (zh, en)
    (shown,) = observations(catalog).query("time_period == @span").to_dict("records")
    assert zh in sentence(shown, catalog, "zh") and "截至" not in sentence(shown, catalog, "zh")
    assert f"in {en}" in sentence(shown, catalog, "en").replace("In ", "in ")
    assert when(row, catalog) == day
    client = client_of(data_copy)
    asked = {"time_period": span}
    assert [one["time_period"] for one in client.get("/api/observations.json", params=asked).json()] == [span]
    table = pd.read_csv(io.BytesIO(client.get("/api/observations.csv", params=asked).content))
    assert table["time_period"].tolist() == [span]
    parquet = pd.read_parquet(io.BytesIO(client.get("/api/observations.parquet", params=asked).content))
    assert parquet["time_period"].tolist() == [span]
    ranges = pd.read_csv(io.BytesIO(client.get("/api/observations.sdmx.csv", params=asked).content))
    assert ranges["TIME_PERIOD"].tolist() == [sdmx]


def test_a_span_in_other_words_is_answered_with_its_code(data_copy: Path) -> None:
    """And one that has a code of its own with that."""
    path = data_copy / "documents" / "gz-gwr-2024.yaml"
    text = path.read_text(encoding="utf-8")
    for wrong, right in (("2023年1—10月", "2023-01/2023-10"), ("2023-01/2023-06", "2023-H1")):
        path.write_text(text.replace(_CLAIM, _CLAIM.replace("2023\n", f"{wrong}\n")), encoding="utf-8")
        (problem,) = [one for one in read_catalog(data_copy).problems if one.code == "bad-period"]
        assert right in problem.message("zh") and right in problem.message("en")
