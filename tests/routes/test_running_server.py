"""The data URLs of a running dashboard, read with the tools that people use."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest

from tests.browser.conftest import ROOT, dashboard_server


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The dashboard, running."""
    with dashboard_server() as url:
        yield url


def test_pandas_reads_the_same_table_as_the_command_prints(server: str) -> None:
    """``pandas.read_csv`` on the URL gives the same table as ``python -m indicators table``."""
    printed = subprocess.run(
        [sys.executable, "-m", "indicators", "table"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    from_url = pd.read_csv(f"{server}/api/observations.csv")
    pd.testing.assert_frame_equal(from_url, pd.read_csv(BytesIO(printed)))
    assert from_url.columns[0] == "document"
    with urllib.request.urlopen(f"{server}/api/observations.csv") as answer:
        assert answer.read() == printed


def test_a_second_request_is_a_304(server: str) -> None:
    """The tag of the first answer saves the second."""
    url = f"{server}/api/observations.csv"
    with urllib.request.urlopen(url) as answer:
        tag = answer.headers["ETag"]
    request = urllib.request.Request(url, headers={"If-None-Match": tag})
    with pytest.raises(urllib.error.HTTPError) as stopped:
        urllib.request.urlopen(request)
    assert stopped.value.code == 304


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_curl_saves_under_the_name_that_is_given(server: str, tmp_path: Path) -> None:
    """``curl -OJ`` takes the file name from the answer."""
    subprocess.run(
        ["curl", "-sSfOJ", f"{server}/api/observations.xlsx?sector=compute"], cwd=tmp_path,
        check=True,
    )
    assert [path.name for path in tmp_path.iterdir()] == ["gz-2025324_compute.xlsx"]


def test_nothing_under_api_is_answered_with_a_page(server: str) -> None:
    """Streamlit answers every other address with its page; a data URL never."""
    with pytest.raises(urllib.error.HTTPError) as stopped:
        urllib.request.urlopen(f"{server}/api/observations")
    assert stopped.value.code == 404
    assert stopped.value.headers["Content-Type"] == "application/json"


def test_an_edit_that_breaks_the_data_leaves_the_last_good_data(data_copy: Path) -> None:
    """Requests go on being answered, and say that the data is not the newest."""
    with dashboard_server(INDICATORS_DATA=str(data_copy)) as url:
        with urllib.request.urlopen(f"{url}/api/observations.csv?sector=parks") as answer:
            good = answer.read()
            assert answer.headers["X-Data-Outdated"] is None
        (data_copy / "sectors.yaml").write_text("sectors: [\n", encoding="utf-8")
        time.sleep(1)
        with urllib.request.urlopen(f"{url}/api/observations.csv?sector=parks") as answer:
            assert answer.read() == good
            assert answer.headers["X-Data-Outdated"] == "true"
