"""The data URLs of a running dashboard, read with the tools that people use."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pandas as pd
import pytest

from indicators.exports.examples import data_url, examples
from indicators.limits.caps import UPLOAD
from indicators.table.selection import Selection
from tests.serving import ROOT, dashboard_server


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
        seen = None
        for _ in range(600):  # A busy machine takes longer than an idle one.
            with urllib.request.urlopen(f"{url}/api/observations.csv?sector=parks") as answer:
                assert answer.read() == good
                seen = answer.headers["X-Data-Outdated"]
            if seen is not None:
                break
            time.sleep(0.1)
        assert seen == "true"


def test_polars_reads_the_address(server: str) -> None:
    """They ask for the file's end first, then for the columns they want."""
    import polars

    url = f"{server}/api/observations.parquet"
    found = polars.scan_parquet(url).filter(polars.col("indicator") == "base_stations_5g").select("figure").collect()
    expected = pd.read_parquet(url).query("indicator == 'base_stations_5g'")["figure"].tolist()
    assert found["figure"].to_list() == expected != []


def test_beneath_a_path_everything_answers() -> None:
    """Data is data there, and the page knows its assets; a copy is known again by its tag; stopping takes no time."""
    with dashboard_server(STREAMLIT_SERVER_BASE_URL_PATH="dei") as url:
        assert len(pd.read_csv(f"{url}/dei/api/observations.csv?sector=compute")) > 3
        with urllib.request.urlopen(f"{url}/dei/compute") as answer:
            page = answer.read().decode()
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert 'rel="modulepreload"' in page  # a sector's page, told from others in spite of the path
        script = page.partition('<script type="module" src="./assets/')[2].partition('"')[0]
        with urllib.request.urlopen(f"{url}/dei/assets/{script}") as answer:
            assert answer.headers["Content-Type"].startswith("text/javascript")
        with urllib.request.urlopen(f"{url}/dei/readyz") as answer:
            assert json.load(answer)["ready"]
        begun = time.monotonic()
    assert time.monotonic() - begun < 10


CHOSEN = Selection.of({"sector": ["compute"], "breakdown": ["_T"]})


def test_the_example_for_pandas_runs(server: str) -> None:
    """What the Data page offers to copy prints the four figures of computing power."""
    text = examples(server, CHOSEN)["pandas"]
    run = subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, check=True
    )
    for figure in ("超过4000P", "300P", "超过 38P", "超过 1100P"):
        assert figure in run.stdout
    assert "greater_than" in run.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_the_example_for_curl_runs(server: str, tmp_path: Path) -> None:
    """The workbook is saved under its name, the JSON printed."""
    text = examples(server, CHOSEN)["curl"]
    run = subprocess.run(
        ["bash", "-ec", text], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert len(json.loads(run.stdout)) == 4
    [saved] = tmp_path.iterdir()
    assert saved.name == "gz-2025324_compute_T.xlsx"
    assert openpyxl.load_workbook(saved)["数据"].max_row == 5


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="there is no R here")
def test_the_example_for_r_runs(server: str) -> None:
    """R's own reader reads the address."""
    run = subprocess.run(
        ["Rscript", "-e", examples(server, CHOSEN)["r"]], capture_output=True, text=True,
        check=True,
    )
    assert "greater_than" in run.stdout


def test_the_example_for_power_query_asks_for_the_same(server: str) -> None:
    """Power Query can't be run here; its address at least must be the one that pandas reads."""
    text = examples(server, CHOSEN)["power_query"]
    url = text.partition('Web.Contents("')[2].partition('"')[0]
    assert url == data_url(server, CHOSEN)
    assert len(pd.read_csv(url)) == 4
    assert text.count("(") == text.count(")") and text.count('"') % 2 == 0


def put(server: str, session: str, size: int, *, says_so: bool) -> int:
    """Upload a file of so many bytes as the browser does; return the status of the answer."""
    address = urlsplit(server)
    with urllib.request.urlopen(f"{server}/_stcore/health") as answer:
        cookie = answer.headers.get("Set-Cookie", "").partition(";")[0]
    head = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.pptx"\r\n\r\n'
    body = head + bytes(size) + b"\r\n--x--\r\n"
    pieces = (body[start : start + 65_536] for start in range(0, len(body), 65_536))
    headers = {
        "Content-Type": "multipart/form-data; boundary=x", "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
    }
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
    try:
        connection.request(
            "PUT", f"/_stcore/upload_file/{session}/f", body if says_so else pieces, headers,
            encode_chunked=not says_so,
        )
        return connection.getresponse().status
    except (ConnectionResetError, BrokenPipeError):
        return 413  # it was hung up on while it was still sending
    finally:
        connection.close()


@pytest.mark.parametrize("says_so", [True, False], ids=["with its length", "in pieces"])
def test_an_upload_over_the_cap_is_refused(server: str, says_so: bool) -> None:
    """Whether or not the request says beforehand how much is to come; a small one is taken."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.sync.client import connect

    with connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream", origin=server, max_size=None) as socket:
        message = BackMsg()
        message.rerun_script.page_name = "verify"
        socket.send(message.SerializeToString())
        told = ForwardMsg()
        while told.WhichOneof("type") != "new_session":
            told = ForwardMsg.FromString(socket.recv(timeout=60))
        session = told.new_session.initialize.session_id
        assert put(server, session, 1000, says_so=says_so) == 204
        assert put(server, session, UPLOAD.most + 1_000_000, says_so=says_so) == 413
