"""The first HTML of a live page says what the page is of, to those who run no script."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
import streamlit
from lxml.html import HtmlElement
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from indicators.catalog import read_catalog
from indicators.routes import build_embed_routes, live_heads
from indicators.routes import heads as room
from indicators.routes.supply import Supply
from indicators.ui.framework.shell import Shell
from indicators.ui.state import Dashboard, make_dashboard
from tests.conftest import DATA
from tests.publishing.test_hostile import hostile_data

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def client_of(board: Dashboard | None) -> TestClient:
    """Return a client of Streamlit's own page, completed, and of the pictures that it names."""
    def page(request: Request) -> Response:
        return FileResponse(INDEX)

    routes = [Route("/{path:path}", page)]
    if board is not None:
        supply = Supply(board.catalog, board.table)
        routes = [*build_embed_routes(lambda: supply), *routes]
    middleware = [Middleware(Shell, lambda: "zh", live_heads(lambda: board))]
    return TestClient(Starlette(routes=routes, middleware=middleware))


@pytest.fixture(scope="module")
def board() -> Dashboard:
    """The tests' own data."""
    return make_dashboard(read_catalog(DATA))


@pytest.fixture(scope="module")
def client(board: Dashboard) -> TestClient:
    """A client over the tests' own data."""
    return client_of(board)


def head_of(client: TestClient, place: str) -> tuple[HtmlElement, dict[str, str], str]:
    """Return a page, its facts for previews, and its title."""
    answer = client.get(place)
    page = lxml.html.document_fromstring(answer.content.decode())
    facts = {str(meta.get("property") or meta.get("name")): str(meta.get("content")) for meta in page.iter("meta")}
    [title] = page.xpath("/html/head/title/text()")
    return page, facts, title


@pytest.mark.parametrize("place, lang, title, about", [
    ("/?lang=en", "en", "Guangzhou", ""),
    ("/connectivity", "zh", "", ""),
    ("/indicator?id=optical_cable_length", "zh", "光缆长度", "超43万公里"),
    ("/indicator?id=optical_cable_length&lang=en", "en", "Optical cable", "over 430,000 km"),
    ("/sources?id=gz-2025324", "zh", "", "广州市工业和信息化局"),
    ("/explore", "zh", "", "拼音"),
])
def test_each_page_says_what_it_is_of(
    client: TestClient, board: Dashboard, place: str, lang: str, title: str, about: str
) -> None:
    """Language, title, description and preview, without a script; nothing of it twice."""
    page, facts, shown = head_of(client, place)
    assert page.get("lang") == ("en" if lang == "en" else "zh-CN")
    assert shown != "Streamlit"
    assert title in shown or place.startswith("/?")
    assert about in facts["description"]
    assert 10 <= len(facts["description"]) <= 300
    assert facts["og:description"] == facts["description"]
    assert facts["og:locale"] == ("en_GB" if lang == "en" else "zh_CN")
    names = [meta.get("property") or meta.get("name") for meta in page.iter("meta")]
    assert len(set(names) - {None}) == len([name for name in names if name])


def test_titles_are_those_that_the_script_gives(client: TestClient, board: Dashboard) -> None:
    """The window isn't renamed once the page is drawn."""
    app = head_of(client, "/")[2]
    for code, entry in board.catalog.indicators.items():
        assert head_of(client, f"/indicator?id={code}")[2] == f"{entry.name.zh} · {app}"
    for code, sector in board.catalog.sectors.items():
        assert head_of(client, f"/{code.replace('_', '-')}")[2] == f"{sector.name.zh} · {app}"


def test_pictures_and_addresses_are_our_own_and_there(client: TestClient, board: Dashboard) -> None:
    """Every picture that a head names is given out as a PNG; languages and the canonical one lead back."""
    places = ["/", "/connectivity", *(f"/indicator?id={code}" for code in list(board.catalog.indicators)[:8])]
    seen = 0
    for place in places:
        page, facts, _ = head_of(client, place)
        if "og:image" in facts:
            seen += 1
            assert facts["og:image"].startswith("http://testserver/chart/")
            drawn = client.get(facts["og:image"].removeprefix("http://testserver"))
            assert drawn.status_code == 200 and drawn.content.startswith(b"\x89PNG"), place
        [canonical] = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == facts["og:url"]
        again = head_of(client, canonical.removeprefix("http://testserver"))[1]
        assert again["og:title"] == facts["og:title"]
        tongues = page.xpath("//link[@rel='alternate']/@hreflang")
        assert sorted(tongues) == ["en", "zh-CN"]
    assert seen > 5
    page, *_ = head_of(client, "/indicator?id=base_stations_5g&lang=en")
    [about] = page.xpath("//link[@type='application/json+oembed']/@href")
    assert client.get(about.removeprefix("http://testserver")).json()["type"] == "rich"


def test_where_nothing_is_drawn_no_picture_is_named(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library; and without an address that anybody could ask."""
    foreign = client.get("/connectivity", headers={"Host": "evil.example"}).text
    assert "evil" not in foreign and "og:image" not in foreign and "canonical" not in foreign
    assert "og:title" in foreign
    monkeypatch.setattr(room, "_draws", lambda: False)
    assert "og:image" not in client.get("/connectivity").text


def test_a_place_that_an_address_asks_for_is_said(client: TestClient, board: Dashboard) -> None:
    """In the preview's title, in the picture's address and in the canonical one; a place that isn't known, nowhere."""
    facts = head_of(client, "/connectivity?place=440000")[1]
    assert "广东" in facts["og:title"]
    assert "place=440000" in facts["og:image"] and "place=440000" in facts["og:url"]
    strange = client.get("/connectivity?place=%22%3E%3Cscript%3E&x=1&id=2").text
    assert "place=" not in strange.partition("</head>")[0]


@pytest.mark.parametrize("place, status", [
    ("/connectivity", 200), ("/", 200), ("/compare", 200), ("/indicator?id=no-such", 200), ("/nonsense", 404),
    ("/connectivity/x", 404), ("/%F0%9F%93%A6", 404),
])
def test_a_page_that_is_none_is_said_to_be_none(client: TestClient, place: str, status: int) -> None:
    """By its status, which search engines heed; what stands on it is the framework's page all the same."""
    answer = client.get(place)
    assert answer.status_code == status
    assert ("noindex" in answer.text) == (status == 404)
    assert "<title>" in answer.text and "Streamlit</title>" not in answer.text


def test_while_there_is_no_data_pages_have_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is said to be none for a sector that can't be read."""
    client = client_of(None)
    assert client.get("/whatever").status_code == 200
    assert head_of(client, "/sources?lang=en")[2].startswith("Sources")


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """No element is made of a name, a definition or a parameter; nothing turns the line around."""
    client = client_of(make_dashboard(read_catalog(hostile_data(tmp_path))))
    plain = client.get("/quality").text.count("<script")
    for place in ("/", "/connectivity", "/indicator?id=base_stations_5g", "/sources?id=gz-2025324",
                  "/indicator?id=%22%3E%3Cscript%3E", "/%22%3E%3Cscript%3E"):
        text = client.get(place).text
        assert text.count("<script") == plain, place
        assert "<img" not in text and "\u202e" not in text
        page = lxml.html.document_fromstring(text)
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")], place
