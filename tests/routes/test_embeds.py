"""Pictures by address, for the pages of others, asked through Starlette's own client."""

from __future__ import annotations

import html
import json
import struct

import lxml.html
import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.catalog import read_catalog
from indicators.publishing import embeds
from indicators.routes.embeds import asked_for, build_embed_routes
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from tests.conftest import DATA

KEYS = ("compute.KEY", "compute.pooled_with_own", "@base_stations_5g", "@base_stations_5g.TREND", "@own_compute@pooled_compute")


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client over the tests' own data."""
    catalog = read_catalog(DATA)
    supplied = Supply(catalog, observations(catalog), catalog.errors)
    return TestClient(Starlette(routes=build_embed_routes(lambda: supplied)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_picture_in_every_form(client: TestClient, key: str, lang: str) -> None:
    """As a file, as a frame's page, with its words: source and code are inside, and no script but the frame's own."""
    drawn = client.get(f"/chart/{key}.svg?lang={lang}")
    assert drawn.headers["content-type"] == "image/svg+xml"
    root = etree.fromstring(drawn.content)
    said = "".join(root.itertext())
    assert ("code" if lang == "en" else "核验码") in said.lower() and "2025324" in said
    assert not root.xpath("//*[local-name()='script' or local-name()='a' or local-name()='image']")
    for place in (f"/embed/{key}", f"/chart/{key}.html"):
        answer = client.get(f"{place}?lang={lang}")
        assert answer.headers["content-security-policy"] == embeds.POLICY
        page = lxml.html.document_fromstring(answer.content)
        assert page.get("lang") == ("en" if lang == "en" else "zh-CN")
        assert len(page.xpath("//script")) == 1 and page.xpath("//figure[@class='narrow']/svg")
        assert page.xpath("//p[@class='to']/a/@href")[0].startswith("http://testserver/")
    assert page.xpath("//tbody/tr")


def test_light_dark_and_png(client: TestClient) -> None:
    """A file follows the reader's screen unless it is told; a PNG is twice as sharp, and can be dark too."""
    key = "/chart/compute.pooled_with_own"
    assert "prefers-color-scheme" in client.get(f"{key}.svg").text
    light, dark = (client.get(f"{key}.svg?theme={theme}").text for theme in ("light", "dark"))
    assert "prefers" not in light + dark and light != dark
    pictures = [client.get(f"{key}.png?theme={theme}").content for theme in ("light", "dark")]
    assert [struct.unpack(">I", data[16:20])[0] for data in pictures] == [1528, 1528]
    assert pictures[0] != pictures[1]


def test_without_the_library_there_is_no_png(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, and what there is instead."""
    monkeypatch.setattr("indicators.routes.embeds.png", lambda svg, width: None)
    answer = client.get("/chart/compute.KEY.png")
    assert answer.status_code == 501 and "SVG" in answer.json()["message"]


@pytest.mark.parametrize("place", [
    "/chart/nothing.svg", "/chart/compute.svg", "/embed/@nothing", "/embed/@", "/chart/compute.KEY.svg?theme=deep",
    "/embed/compute.KEY?lang=fr", "/chart/compute.KEY.svg?x=1", "/embed/" + "a" * 1000, "/embed/观\u202e😀",
    "/embed/compute.KEY,compute.KEY",
])
def test_what_is_not_known_is_said(client: TestClient, place: str) -> None:
    """A 400 in few words, that says what there is."""
    answer = client.get(place)
    assert answer.status_code == 400
    assert answer.json()["faults"] and len(answer.content) < 20_000
    assert "\u202e" not in answer.text


@pytest.mark.parametrize("place", ["/chart/compute.KEY.exe", "/chart/a/b.svg", "/embed/a/b", "/chart", "/embed", "/chart/"])
def test_other_addresses_are_none(client: TestClient, place: str) -> None:
    """Never a page with a 200."""
    assert client.get(place).status_code == 404


def test_a_second_question_is_answered_by_its_tag(client: TestClient) -> None:
    """Nothing is drawn again."""
    tag = client.get("/chart/compute.KEY.svg").headers["etag"]
    assert client.get("/chart/compute.KEY.svg", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/chart/compute.KEY.svg?lang=en", headers={"If-None-Match": tag}).status_code == 200


def test_oembed_describes_our_own_addresses(client: TestClient) -> None:
    """A rich one with the frame's line; the indicator's page counts too; nobody else's address does."""
    for url in ("http://testserver/embed/@base_stations_5g?lang=en", "http://testserver/chart/@base_stations_5g.html?lang=en",
                "http://testserver/indicator?id=base_stations_5g&lang=en"):
        told = client.get("/oembed", params={"url": url}).json()
        assert (told["type"], told["version"]) == ("rich", "1.0")
        frame = lxml.html.fragment_fromstring(told["html"].partition("<script")[0])
        assert frame.get("src") == "http://testserver/embed/@base_stations_5g?lang=en"
        assert frame.get("title") == told["title"]
        assert f"height:{told['height']}px" in frame.get("style")
    narrow = client.get("/oembed", params={"url": url, "maxwidth": "400"}).json()
    assert narrow["width"] == 400 and narrow["height"] != told["height"]
    assert client.get("/oembed", params={"url": url, "format": "xml"}).status_code == 501
    for foreign in ("", "//[", "/embed/x", "javascript:alert(1)", "http://evil.example/embed/compute.KEY",
                    "http://testserver.evil/embed/x"):
        assert client.get("/oembed", params={"url": foreign}).status_code == 404, foreign
    assert client.get("/oembed", params={"url": url}, headers={"Host": "evil.example"}).status_code == 404


def test_a_page_says_where_its_description_is(client: TestClient) -> None:
    """The link that readers of oEmbed look for leads to the same picture."""
    page = lxml.html.document_fromstring(client.get("/embed/compute.KEY?lang=en").content)
    [there] = page.xpath("//link[@type='application/json+oembed']/@href")
    assert client.get(there.removeprefix("http://testserver")).json()["title"] == page.findtext(".//title")


def test_keys_with_signs_are_read_back() -> None:
    """What is written into an address is what is read from it."""
    for key in ("@a@b:per_head", "sector.KEY", "@观"):
        assert asked_for(f"http://h/embed/{embeds.segment(key)}?lang=en", "http://h") == (key, {"lang": ["en"]})


def test_hostile_titles_stay_texts() -> None:
    """In the lines to copy, in the page, in the description."""
    catalog = read_catalog(DATA)
    one = embeds.embedded(catalog, observations(catalog), "compute.KEY", "zh")
    assert one is not None
    one.words["title"] = '"><script>alert(1)</script>\u202e'
    one.words["sentences"] = ["<img src=x onerror=alert(1)>"]
    page = embeds.page_of(one, home="", whole=True).decode()
    assert page.count("<script>") == 1 and "<img" not in page and "\u202e" not in page
    frame = embeds.frame_line(one, 'http://h/"x', "http://h/s")
    assert frame.count("<script") == 1 and html.escape('"><script>') in frame
    assert json.loads(json.dumps(embeds.oembed(one, address="a", image="b", script="c", provider="")))["title"].startswith('">')
