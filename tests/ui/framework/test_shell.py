"""Streamlit's page is completed on its way, and passes unchanged where it isn't what was seen."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from indicators.ui.assets import SCRIPT, STYLE, address
from indicators.ui.framework import shell
from indicators.ui.links import ENTRIES
from indicators.ui.room import STEPS, early_measure
from indicators.ui.words import word

STATIC = Path(streamlit.__file__).parent / "static"
PAGE = (STATIC / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang, declared", [("zh", "zh-CN"), ("en", "en"), ("", "zh-CN"), ("xx", "zh-CN")])
def test_a_page_speaks_its_language_from_the_first_byte(lang: str, declared: str) -> None:
    made = shell.complete(PAGE, "/sources", f"lang={lang}")
    assert f'<html lang="{declared}"' in made
    sources, app = (word(key, "en" if lang == "en" else "zh") for key in ("sources", "app"))
    assert f"<title>{sources} · {app}</title>" in made


def test_styles_and_script_come_with_the_page() -> None:
    """The styles after those of the head, so that they win; the script before Streamlit's own."""
    made = shell.complete(PAGE, "/sources", "")
    assert made.count(f"./{address(STYLE)}") == made.count(f"./{address(SCRIPT)}") == 1
    assert made.index("<body>") < made.index(address(STYLE)) < made.index('<div id="root"></div>')
    assert made.index(address(SCRIPT)) < made.index("./static/js/index.")
    assert made.index(early_measure()) < made.index(address(SCRIPT))


@pytest.mark.parametrize("path, charts", [
    ("/connectivity", True), ("/indicator", True), ("/compare", True), ("/", False), ("/sources", False),
    ("/deck", False),
])
def test_only_pages_with_charts_fetch_what_draws_them(path: str, charts: bool) -> None:
    assert ("PlotlyChart." in shell.complete(PAGE, path, "")) == charts


def test_pages_come_into_sight_whole() -> None:
    """Those of words; a sector's charts have their places kept and needn't be waited for."""
    for entry in ENTRIES:
        assert 'class="opening"' in shell.complete(PAGE, f"/{entry.path}", "")
    assert 'class="opening drawing"' in shell.complete(PAGE, "/connectivity", "")


@pytest.mark.parametrize("page", [
    "", "<html></html>", PAGE.replace('<div id="root"></div>', ""), PAGE.replace("</title>", "<br>"),
    PAGE + '<div id="root"></div>',
])
def test_an_unknown_page_passes_unchanged(page: str) -> None:
    assert shell.complete(page, "/connectivity", "lang=en") == page


def test_nothing_is_fetched_twice() -> None:
    """What Streamlit's page fetches ahead itself isn't named again."""
    made = shell.complete(PAGE, "/connectivity", "")
    files = [part.partition('"')[0] for part in made.split('href="./static/js/')[1:]]
    assert len(files) == len(set(files))


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A client of pages and of what is none, through the shell."""
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")

    def page(request: Request) -> Response:
        return FileResponse(tmp_path / "index.html")

    def data(request: Request) -> Response:
        return JSONResponse({"encodings": request.headers.get("accept-encoding", "")})

    def refused(request: Request) -> Response:
        return Response("<title></title>" + PAGE, 404, media_type="text/html")

    routes = [
        Route("/api/x", data), Route("/refused", refused), Route("/json", data),
        Route("/static/index.html", page), Route("/{path:path}", page),
    ]
    app = Starlette(routes=routes)
    app.add_middleware(shell.Shell)
    return TestClient(app)


def test_pages_are_completed_with_their_new_length(client: TestClient) -> None:
    """Whatever the browser holds or accepts; the tag of the page as it was is gone."""
    for path in ("/", "/connectivity", "/indicator?id=x"):
        answer = client.get(path, headers={"If-None-Match": "*", "Range": "bytes=0-5"})
        assert answer.status_code == 200
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert address(SCRIPT) in answer.text
        assert "etag" not in answer.headers


def test_what_is_no_page_passes(client: TestClient) -> None:
    """Data, files of Streamlit's own, errors, and questions for the headers only."""
    assert "gzip" in client.get("/api/x").json()["encodings"]
    assert client.get("/json").headers["content-type"] == "application/json"
    assert client.get("/static/index.html").text == PAGE
    assert address(SCRIPT) not in client.get("/refused").text
    assert client.head("/connectivity").headers["content-length"] == str(len(PAGE.encode()))


def test_the_early_measure_knows_the_steps() -> None:
    """It tells one of the widths that pages are drawn for."""
    assert str(list(STEPS)) in early_measure()
