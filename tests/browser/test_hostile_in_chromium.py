"""Hostile text in every field of the data, opened in the live dashboard: it is seen, and nothing of it runs."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visits import until
from tests.publishing.test_hostile import hostile_data
from tests.serving import dashboard_server

PAGES = (
    "", "connectivity", "indicator?id=base_stations_5g", "explore?q=5G", "sources?document=gz-2025324", "data", "quality",
    "present?deck=connectivity", "embed/connectivity.KEY", "chart/@base_stations_5g.html",
)


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard all of whose texts are hostile."""
    with dashboard_server(INDICATORS_DATA=str(hostile_data(tmp_path_factory.mktemp("live")))) as url:
        yield url


@pytest.mark.parametrize("place", PAGES)
def test_nothing_runs(hostile_server: str, browser: Any, place: str) -> None:
    """No script, no picture that fails to load, no request to anybody; the text stands there as it was written."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url)
            if not asked.url.startswith((hostile_server, "data:", "blob:")) or asked.url.endswith("/x") else None)
    page.goto(f"{hostile_server}/{place}")
    until(page, "document.body.innerText.includes('window.ran') || document.body.textContent.includes('window.ran')")
    page.wait_for_timeout(1500)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.querySelectorAll('img[src=x], [onerror], i[x]').length") == 0
    page.close()
    assert wrong == []


def test_files_and_headers_stay_whole(hostile_server: str, tmp_path: Path) -> None:
    """A spreadsheet's file runs no formula; no line of a header is made of a text."""
    with urllib.request.urlopen(f"{hostile_server}/api/files/observations.csv") as answer:
        table = answer.read().decode("utf-8-sig")
        assert answer.headers["Content-Disposition"].isascii()
    assert "'=HYPERLINK" in table and ",=HYPERLINK" not in table
    with urllib.request.urlopen(f"{hostile_server}/api/picture.svg?slide=connectivity.KEY") as answer:
        assert b"<script" not in answer.read()
