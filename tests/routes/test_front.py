"""What stands between the web and the routes: addresses beneath a path, headers, limits, crawlers, watching."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from lxml import etree
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import config

from indicators.catalog import Catalog, read_catalog
from indicators.routes import (
    BeneathPath,
    FewCostly,
    FilesAreFiles,
    SafeAnswers,
    Watched,
    build_crawling_routes,
    build_routes,
    build_watching_routes,
)
from indicators.routes.addresses import ADDRESS, base_of
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from tests.conftest import DATA


@pytest.fixture(scope="module")
def supply() -> Supply:
    """The tests' own data."""
    catalog = read_catalog(DATA)
    return Supply(catalog, observations(catalog), catalog.errors)


@pytest.fixture
def under() -> Iterator[None]:
    """The dashboard lies beneath ``/dei``."""
    config.set_option("server.baseUrlPath", "dei")
    yield
    config.set_option("server.baseUrlPath", "")


def client_of(supply: Supply, **options: object) -> TestClient:
    """Return a client of all routes, with what stands before them; a page answers everything else."""
    async def page(request: Request) -> Response:
        return HTMLResponse("<html></html>")

    routes = [
        *build_routes(lambda: supply), *build_crawling_routes(lambda: supply), *build_watching_routes(lambda: supply),
        Route("/embed/x", page), Route("/{rest:path}", page),
    ]
    middleware = [
        Middleware(Watched), Middleware(SafeAnswers), Middleware(FewCostly, options.get("most", 0)), Middleware(BeneathPath),
        Middleware(FilesAreFiles),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware), client=("127.0.0.1", 1))


def test_beneath_a_path_data_is_data(supply: Supply, under: None) -> None:
    """Not the page with a 200; what a file says of its own address has the path too."""
    client = client_of(supply)
    for address in ("observations.csv", "indicators.json", "openapi.json"):
        assert client.get(f"/dei/api/{address}").headers["content-type"].partition(";")[0] in ("text/csv", "application/json")
    assert client.get("/dei/api/nothing").status_code == 404
    assert client.get("/dei/healthz").text == "ok\n"
    assert "Sitemap: http://testserver/dei/sitemap.xml" in client.get("/dei/robots.txt").text
    assert client.get("/dei/compare").headers["content-type"].startswith("text/html")
    assert client.get("/deix/api/openapi.json").status_code == 404
    assert client.get("/deix/api").headers["content-type"].startswith("text/html")
    book = client.get("/dei/api/observations.zip?sector=parks").content
    assert b"http://testserver/dei/api/observations.zip?sector=parks" in _unzipped(book)


@pytest.mark.parametrize("place", [
    "nonsense.csv", "nonsense.CSV", "a/b.json", "static/js/nonsense.js", "_stcore/nonsense.json", "media/x.png", "x.html",
    "connectivity/x.parquet", "%F0%9F%93%A6.txt", "..csv", "wp-login.php",
])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_that_is_nobody_s_is_no_page(supply: Supply, under: None, place: str, method: str) -> None:
    """Beneath a path and without one: a 404 that says what there is, never a page with a 200."""
    client = client_of(supply)
    for address in (f"/dei/{place}", f"/{place}"):
        answer = client.request(method, address)
        assert answer.status_code == 404, address
        assert answer.headers["content-type"] == "application/json"
        assert method == "HEAD" or "/api/observations.csv" in answer.json()["allowed"]


def test_what_is_a_page_stays_one(supply: Supply, under: None) -> None:
    """Pages have no endings; the framework's own page has one, and small pages for frames do."""
    client = client_of(supply)
    for address in ("/dei/", "/dei/compare", "/dei/index.html", "/dei/compare?x=a.csv", "/dei/embed/connectivity.KEY",
                    "/embed/connectivity.KEY"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("text/html")


def _unzipped(data: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize(("headers", "scheme", "told", "base"), [
    ({"host": "testserver"}, "http", "", "http://testserver"),
    ({"host": "localhost:8501"}, "https", "", "https://localhost:8501"),
    ({"host": "evil.example"}, "http", "", ""),
    ({"host": "evil.example/x?y#z@testserver"}, "http", "", ""),
    ({"host": "testserver"}, "javascript", "", "http://testserver"),
    ({"host": "evil.example"}, "http", "https://data.example.org/dei/", "https://data.example.org/dei"),
    ({"host": "testserver"}, "http", "javascript:alert(1)", "http://testserver"),
    ({"host": "testserver"}, "http", 'https://a.org/"><script>', "http://testserver"),
])
def test_only_known_names_become_addresses(
    headers: dict[str, str], scheme: str, told: str, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A foreign host, whoever writes it into a request, stands in no file; what the settings say comes first."""
    monkeypatch.setenv(ADDRESS, told)
    scope = {
        "type": "http", "method": "GET", "path": "/api/openapi.json", "query_string": b"", "scheme": scheme,
        "server": ("testserver", 80), "headers": [(name.encode(), text.encode()) for name, text in headers.items()],
    }
    assert base_of(Request(scope)) == base


def test_parts_of_files_are_given(supply: Supply) -> None:
    """One part, the end, several, none that is there; by HEAD the length alone; a changed file as a whole."""
    client = client_of(supply)
    address = "/api/observations.parquet?sector=parks"
    whole = client.get(address)
    assert whole.headers["accept-ranges"] == "bytes"

    def part(asked: str, **more: str) -> Response:
        return client.get(address, headers={"Range": asked, **more})

    assert client.head(address).headers["content-length"] == str(len(whole.content))
    first = part("bytes=0-3")
    assert (first.status_code, first.content, first.headers["content-range"]) == (
        206, b"PAR1", f"bytes 0-3/{len(whole.content)}")
    assert part("bytes=-4").content == b"PAR1"
    assert part("bytes=0-3,8-11").status_code == 206
    assert part(f"bytes={len(whole.content)}-").status_code == 416
    assert part("bytes=0-3", **{"If-Range": whole.headers["etag"]}).status_code == 206
    assert part("bytes=0-3", **{"If-Range": '"another"'}).content == whole.content


def test_browsers_are_told_what_answers_are(supply: Supply) -> None:
    """Types aren't guessed, referrers cut short, frames for our own pages alone, but for what is made for them."""
    client = client_of(supply)
    for address in ("/", "/api/observations.csv", "/api/nothing", "/robots.txt", "/api/picture.svg?slide=parks.KEY"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff", address
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert "object-src 'none'" in client.get("/").headers["content-security-policy"]
    framed = client.get("/embed/x").headers
    assert "x-frame-options" not in framed and "content-security-policy" not in framed


def test_other_sites_may_ask(supply: Supply) -> None:
    """Data may be read by scripts of other sites, parts of it too; nothing may be changed by them."""
    answer = client_of(supply).options("/api/observations.parquet", headers={
        "Origin": "https://other.example", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "range"})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Range" in answer.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    assert client_of(supply).post("/api/observations.csv").status_code == 405


def test_costly_answers_are_few_and_plain_ones_as_many_as_wanted(supply: Supply) -> None:
    """The fourth workbook within a minute is a 429 that says when to come back."""
    client = client_of(supply, most=3)
    statuses = [client.get("/api/observations.xlsx?sector=parks").status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = client.get("/api/deck.pptx?deck=parks")
    assert refused.status_code == 429 and int(refused.headers["retry-after"]) <= 60
    assert refused.json()["error"] == "too-often"
    assert {client.get("/api/observations.csv?sector=parks").status_code for _ in range(20)} == {200}


def test_crawlers_find_the_pages(supply: Supply) -> None:
    """Every page for reading in both languages; nothing where the request's host is nobody's."""
    client = client_of(supply)
    catalog: Catalog = supply.catalog
    root = etree.fromstring(client.get("/sitemap.xml").content)
    found = root.xpath("//*[local-name()='loc']/text()")
    assert len(found) == len(set(found)) >= 2 * (len(catalog.indicators) + len(catalog.sectors))
    assert "http://testserver/compute?lang=en" in found
    assert not any("intake" in address or "deck" in address for address in found)
    assert client.get("/sitemap-2.xml").status_code == 404
    foreign = {"Host": "evil.example"}
    assert client.get("/sitemap.xml", headers=foreign).status_code == 404
    assert "evil" not in client.get("/robots.txt", headers=foreign).text


def test_alive_and_ready_are_two_things(supply: Supply, tmp_path) -> None:
    """A server without sound data lives, and takes no readers."""
    assert client_of(supply).get("/readyz").json() == {
        "ready": True, "fingerprint": supply.catalog.fingerprint, "observations": len(supply.table), "problems": 0}
    (tmp_path / "sectors.yaml").write_text("sectors: [\n", encoding="utf-8")
    broken = read_catalog(tmp_path)
    client = client_of(Supply(broken, observations(broken), broken.errors))
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_what_is_counted_is_shown_to_neighbours_alone(supply: Supply) -> None:
    """Prometheus' own parser reads it; kinds of addresses are counted, not addresses."""
    client = client_of(supply)

    def counted() -> tuple[dict[str, Metric], set[str]]:
        found = {family.name: family for family in text_string_to_metric_families(client.get("/metrics").text)}
        return found, {sample.labels["place"] for sample in found["indicators_requests"].samples}

    _, before = counted()
    for n in range(30):
        client.get(f"/api/observations.csv?sector=parks&x={n}")
        client.get(f"/somewhere-{n}")
    families, places = counted()
    assert families["indicators_observations"].samples[0].value == len(supply.table)
    # Other tests of this process are counted as well.
    assert {"api .csv", "page"} <= places and places - before <= {"api .csv", "page", "metrics"}
    far = TestClient(client.app, client=("93.184.216.34", 1))
    assert far.get("/metrics").status_code == 404


def test_requests_are_lines_of_json_where_that_is_wanted(
    supply: Supply, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line each, whatever the address says; nobody's address stands in it."""
    monkeypatch.setenv("INDICATORS_LOG", "json")
    client = client_of(supply)
    client.get("/api/observations.csv?sector=parks%0d%0a&x=\u202e", headers={"X-Request-ID": "r\\1"})
    [line] = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    assert (line["status"], line["path"], line["request"]) == (400, "/api/observations.csv", "r\\1")
    assert line["ms"] >= 0 and line["bytes"] > 0
    assert "127.0.0.1" not in json.dumps(line)


def test_what_fails_is_counted_too() -> None:
    """An error passes on, as what it is."""
    async def fail(request: Request) -> Response:
        raise RuntimeError

    app = Starlette(routes=[Route("/", fail)], middleware=[Middleware(Watched)])
    assert TestClient(app, raise_server_exceptions=False).get("/").status_code == 500
