"""Pages are packed for those who take gzip; data is what it is, and parts of it never get mixed."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from indicators.routes import Packed
from indicators.routes.packing import takes_gzip

PAGE = "<html>" + "数据" * 2000 + "</html>"
ROWS = "a,b\n" * 2000


def _page(request: Request) -> Response:
    return HTMLResponse(PAGE if request.path_params["path"] != "small" else "<p>", headers={"ETag": '"x"'})


def _data(request: Request) -> Response:
    kind = "text/csv" if request.url.path.endswith(".csv") else "application/vnd.apache.parquet"
    return Response(ROWS, headers={"ETag": '"x"', "Content-Type": kind, "Accept": request.headers.get("accept-encoding", "")})


@pytest.fixture
def client() -> TestClient:
    """A client of pages and data; what is beneath packs as Streamlit does."""
    routes = [
        Route("/api/{name}", _data, methods=["GET", "HEAD"]), Route("/{path:path}", _page, methods=["GET", "HEAD"]),
    ]
    inner = Starlette(routes=routes, middleware=[Middleware(GZipMiddleware)])

    async def whole(scope, receive, send):  # type: ignore[no-untyped-def]
        """Pages come unpacked from beneath, as Streamlit's does."""
        if scope["type"] == "http" and not scope["path"].startswith("/api"):
            scope = {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}
        await inner(scope, receive, send)

    return TestClient(Packed(whole))


def raw(client: TestClient, place: str, accepted: str, method: str = "GET") -> tuple[bytes, dict[str, str]]:
    """Return the very bytes of an answer, and its headers."""
    with client.stream(method, place, headers={"Accept-Encoding": accepted}) as answer:
        return b"".join(answer.iter_raw()), dict(answer.headers)


def test_a_page_is_packed_for_who_takes_it(client: TestClient) -> None:
    """The same page, many times smaller, with its length; for others as it is."""
    body, headers = raw(client, "/connectivity", "gzip, br")
    assert gzip.decompress(body).decode() == PAGE
    assert len(body) * 10 < len(PAGE.encode())
    assert (headers["content-encoding"], headers["content-length"]) == ("gzip", str(len(body)))
    assert "Accept-Encoding" in headers["vary"] and headers["etag"] == 'W/"x"'
    body, headers = raw(client, "/connectivity", "identity")
    assert body.decode() == PAGE and "content-encoding" not in headers
    assert "Accept-Encoding" in headers["vary"] and headers["etag"] == '"x"'
    assert "content-encoding" not in raw(client, "/small", "gzip")[1]
    assert raw(client, "/connectivity", "gzip", "HEAD")[0] == b""


def test_a_packed_answer_has_another_tag(client: TestClient) -> None:
    """Else half of it could be put together with half of the plain one: If-Range takes no weak tag."""
    body, headers = raw(client, "/api/observations.csv", "gzip")
    assert gzip.decompress(body).decode() == ROWS
    assert headers["etag"] == 'W/"x"'
    assert raw(client, "/api/observations.csv", "")[1]["etag"] == '"x"'


def test_what_is_packed_already_is_left_alone(client: TestClient) -> None:
    """Its length is known, parts of it can be asked for, and nobody's processor works for nothing."""
    body, headers = raw(client, "/api/observations.parquet", "gzip")
    assert body.decode() == ROWS and "content-encoding" not in headers
    assert headers["etag"] == '"x"'


@pytest.mark.parametrize("accepted, wanted", [
    ("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("gzip; q=0.000", False), ("", False), ("br", False),
    ("xgzip", False), ("identity;q=1, gzip;q=1.0", True), (",;,", False),
])
def test_what_is_asked_for_is_heeded(accepted: str, wanted: bool) -> None:
    """Also a refusal in so many words."""
    assert takes_gzip(accepted) is wanted
