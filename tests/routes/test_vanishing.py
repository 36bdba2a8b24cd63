"""Data URLs answer whatever happens to the files meanwhile."""

from __future__ import annotations

import shutil
import threading
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.routes import build_routes
from tests.catalog.sample import OTHER, REPLY, copied, edit
from tests.routes.test_endpoints import client_of

ADDRESSES = ("observations.csv", "observations.json", "indicators.json", "documents.json")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_date_is_that_of_the_newest_file_when_it_was_read(tmp_path: Path, address: str) -> None:
    """It is there without another look at the folder, even where that is gone by now."""
    folder = copied(tmp_path)
    newest = max(path.stat().st_mtime for path in folder.rglob("*") if path.is_file())
    client = client_of(folder)
    shutil.rmtree(folder)
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 200
    assert parsedate_to_datetime(answer.headers["last-modified"]).timestamp() == int(newest)


def test_no_request_fails_while_files_come_and_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are renamed, deleted, emptied and put back all the while: the last good data is given."""
    folder = copied(tmp_path)
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    client = TestClient(Starlette(routes=build_routes()), raise_server_exceptions=False)
    assert client.get("/api/observations.csv").status_code == 200
    ended = threading.Event()

    def disturb() -> None:
        good = {name: (folder / name).read_bytes() for name in (REPLY, OTHER, "evidence.yaml")}
        while not ended.is_set():
            for name, data in good.items():
                (folder / name).rename(folder / f"{name}.aside")
                (folder / name).write_bytes(data[:40])
                (folder / name).unlink()
                (folder / f"{name}.aside").rename(folder / name)

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        answers = [client.get(f"/api/{ADDRESSES[n % len(ADDRESSES)]}") for n in range(60)]
    finally:
        ended.set()
        thread.join()
    assert {answer.status_code for answer in answers} == {200}


def test_data_that_is_older_than_the_folder_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in evidence.yaml keeps the last good data, marked as outdated."""
    folder = copied(tmp_path)
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    client = TestClient(Starlette(routes=build_routes()))
    first = client.get("/api/observations.csv")
    assert "x-data-outdated" not in first.headers
    edit(folder, "evidence.yaml", "first: later", "first: latest")
    second = client.get("/api/observations.csv")
    assert second.headers["x-data-outdated"] == "true"
    assert second.content == first.content
    assert second.headers["last-modified"] == first.headers["last-modified"]
