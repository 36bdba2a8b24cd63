"""Decks and pictures by address, asked through Starlette's own client."""

from __future__ import annotations

import io
import shutil
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.catalog import read_catalog
from indicators.decks.build import MIME, deck_name
from indicators.decks.reading import read_deck
from indicators.decks.sizes import SIZES
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, default_keys, render_svg
from indicators.routes import build_routes
from indicators.routes import slides as routes
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from indicators.ui.builder import deck_address
from indicators.ui.stage import parse_request
from tests.catalog.test_leading import SAMPLE, add
from tests.conftest import DATA
from tests.routes.test_endpoints import client_of

CATALOG = read_catalog(DATA)
TABLE = observations(CATALOG)
SECTOR = "connectivity"
KEYS = default_keys(CATALOG, [SECTOR])


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client over the tests' own data."""
    return client_of(DATA)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_deck_is_what_its_page_shows(client: TestClient, lang: str) -> None:
    """The slides in their order, under their titles, in the language, with their codes."""
    query = f"deck={SECTOR},parks.KEY&title={KEYS[1]}~A~b&theme=deep&lang={lang}"
    answer = client.get(f"/api/deck.pptx?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MIME
    titles = {KEYS[1]: "A~b"}
    slides = build_deck(CATALOG, TABLE, DeckSpec((SECTOR, "parks.KEY"), titles), lang).slides
    name = deck_name(slides, lang)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    deck = Presentation(io.BytesIO(answer.content))
    before = len(deck.slides) - len(slides)
    assert before == (0 if len(slides) < 6 else 2)
    shown = [slide.shapes.title.text for slide in deck.slides][before:]
    assert shown == [slide.heading for slide in slides] and shown[1] == "A~b"
    codes = {found.code for found in read_deck(answer.content)}
    assert codes == {code for slide in slides for code in slide.codes}


def test_nothing_asked_is_the_whole_reply(client: TestClient) -> None:
    """As on the deck's page."""
    answer = client.get("/api/deck.pptx")
    deck = Presentation(io.BytesIO(answer.content))
    # After a cover and the contents.
    assert len(deck.slides) == 2 + len(build_deck(CATALOG, TABLE, DeckSpec(), "zh").slides)


@pytest.mark.parametrize("size", ["4:3", "A4"])
def test_an_address_says_the_size_of_the_slides(client: TestClient, size: str) -> None:
    deck = Presentation(io.BytesIO(client.get(f"/api/deck.pptx?deck={SECTOR}&size={size}").content))
    assert (deck.slide_width, deck.slide_height) == SIZES[size][:2]


@pytest.mark.parametrize("query", [
    {}, {"deck": [SECTOR]}, {"deck": [f"nothing,{SECTOR}"], "theme": ["deep"]},
    {"deck": [f"{SECTOR}.KEY"], "title": [f"{SECTOR}.KEY~甲 & 乙", "nothing~x"]},
])
def test_the_pages_own_link_is_answered(client: TestClient, query: dict[str, list[str]]) -> None:
    """Also where the page had to leave something out."""
    request = parse_request(query)
    deck = build_deck(CATALOG, TABLE, request.spec, "en")
    answer = client.get("/" + deck_address(deck, request, {"lang": "en"}))
    assert answer.status_code == 200
    made = Presentation(io.BytesIO(answer.content))
    titles = [slide.shapes.title.text for slide in made.slides]
    assert titles[-len(deck.slides):] == [slide.heading for slide in deck.slides]


@pytest.mark.parametrize("address, parameter, allowed, near", [
    ("deck.pptx?deck=connectivty", "deck", SECTOR, SECTOR),
    ("deck.pptx?deck=parks,connectivity.no_such", "deck", "parks", None),
    ("deck.pptx?deck=", "deck", SECTOR, ""),
    ("deck.pptx?theme=pink", "theme", "deep", None),
    ("deck.pptx?size=letter", "size", "4:3", None),
    ("deck.pptx?size=A4&size=4:3", "size", None, ""),
    ("deck.pptx?theme=deep&theme=light", "theme", None, ""),
    ("deck.pptx?slide=3", "slide", "deck", None),
    ("deck.pptx?sector=parks", "sector", "deck", None),
    ("deck.pptx?lang=fr", "lang", "zh", None),
    ("picture.svg", "slide", f"{SECTOR}.rank_5g", ""),
    ("picture.svg?slide=connectivity", "slide", f"{SECTOR}.rank_5g", None),
    ("picture.svg?slide=@base_station_5g", "slide", None, "@base_stations_5g"),
    ("picture.svg?slide=parks.KEY,parks.KEY", "slide", None, None),
    ("picture.svg?deck=parks", "deck", "slide", None),
])
def test_wrong_addresses_are_told_what_is_allowed(
    client: TestClient, address: str, parameter: str, allowed: str | None, near: str | None
) -> None:
    """A 400 in JSON that names the parameter, what it takes, and the nearest to what was given."""
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 400
    fault = answer.json()["faults"][0]
    assert fault["parameter"] == parameter
    assert allowed is None or allowed in fault["allowed"]
    assert near is None or (fault["nearest"] or "") == near
    assert fault["message"] and fault["message_zh"]


def test_an_entry_without_figures_is_refused() -> None:
    """It is known, and there is nothing to draw."""
    gone = "base_stations_5g"
    supplied = Supply(CATALOG, TABLE[TABLE["indicator"] != gone])
    client = TestClient(Starlette(routes=build_routes(lambda: supplied)))
    for address in (f"deck.pptx?deck=@{gone}", f"picture.svg?slide=@{gone}"):
        fault = client.get(f"/api/{address}").json()["faults"][0]
        assert (fault["code"], fault["found"]) == ("no-figures", f"@{gone}")


@pytest.mark.parametrize("query", [
    "deck=" + ",".join(["parks.KEY"] * 201),
    "&".join(f"title=k{number}~x" for number in range(201)),
    "title=parks.KEY~" + "x" * 2000,
    "deck=" + "x" * 40_000,
])
def test_a_deck_has_its_bounds(client: TestClient, query: str) -> None:
    """In entries, titles and letters; the answer doesn't repeat what was asked."""
    answer = client.get(f"/api/deck.pptx?{query}")
    assert answer.status_code == 400
    assert answer.json()["faults"][0]["code"] == "too-long"
    assert len(answer.content) < 4000


@pytest.mark.parametrize("address", [f"deck.pptx?deck={SECTOR}.KEY", f"picture.svg?slide={SECTOR}.KEY"])
def test_a_copy_with_its_tag_is_still_right(client: TestClient, address: str) -> None:
    """The tag follows entries, titles, theme and language."""
    tag = client.get(f"/api/{address}").headers["etag"]
    again = client.get(f"/api/{address}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    for more in ("&lang=en", "&theme=deep"):
        assert client.get(f"/api/{address}{more}").headers["etag"] != tag
    if address.startswith("deck"):
        assert client.get(f"/api/{address}&title={SECTOR}.KEY~x").headers["etag"] != tag
    assert client.options(f"/api/{address}").status_code == 204
    assert client.head(f"/api/{address}").headers["etag"] == tag


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("key", [f"{SECTOR}.rank_5g", f"{SECTOR}.KEY", "@base_stations_5g", "@base_stations_5g.TREND"])
def test_a_picture_is_the_slide(client: TestClient, key: str, theme: str) -> None:
    """Named for its figure; opened by itself it runs nothing."""
    answer = client.get("/api/picture.svg", params={"slide": key, "theme": theme, "lang": "zh"})
    [slide] = build_deck(CATALOG, TABLE, DeckSpec((key,)), "zh").slides
    assert answer.text == render_svg(slide, PALETTES[theme])
    ET.fromstring(answer.text)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert f'filename="{slide.stem}.svg"' in answer.headers["content-disposition"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_broken_data_is_not_drawn(data_copy: Path) -> None:
    """A 503 with the problems."""
    (data_copy / "sectors.yaml").write_text("sectors: [\n", encoding="utf-8")
    broken = client_of(data_copy)
    for address in ("deck.pptx", f"picture.svg?slide={SECTOR}.KEY"):
        assert broken.get(f"/api/{address}").status_code == 503


def test_few_decks_are_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who would wait for long is asked to come again; what was written lately is given at once."""
    going, go_on = threading.Semaphore(0), threading.Event()
    write = routes.write_whole_deck

    def slow(*parts: object, **more: object) -> bytes:
        going.release()
        assert go_on.wait(20)
        return write(*parts, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(routes, "write_whole_deck", slow)
    monkeypatch.setattr(routes, "PATIENCE", 0.05)
    supplied = Supply(CATALOG, TABLE)
    client = TestClient(Starlette(routes=build_routes(lambda: supplied)))
    codes: list[int] = []

    def ask(key: str) -> None:
        codes.append(client.get(f"/api/deck.pptx?deck={key}").status_code)

    threads = [threading.Thread(target=ask, args=(key,)) for key in KEYS[: routes.AT_ONCE]]
    for thread in threads:
        thread.start()
        assert going.acquire(timeout=60)
    late = client.get("/api/deck.pptx?deck=parks.KEY")
    assert (late.status_code, late.json()["error"]) == (503, "busy")
    assert late.headers["retry-after"] == "10"
    # Others are served meanwhile.
    assert client.get("/api/observations.csv").status_code == 200
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert codes == [200] * routes.AT_ONCE
    go_on.clear()  # Nothing is written now: the answer is the one that was kept.
    assert client.get(f"/api/deck.pptx?deck={KEYS[0]}").status_code == 200


def test_an_earlier_reply_may_lead(tmp_path: Path) -> None:
    """As in the addresses of pages: decks, pictures and files have its figures; others are refused."""
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "data"))
    add(folder, "gz-next", "2026-06-18")
    client = client_of(folder)
    for address in ("picture.svg?slide=@base_stations_5g", "deck.pptx?deck=@base_stations_5g"):
        newest = client.get(f"/api/{address}")
        earlier = client.get(f"/api/{address}&reply=gz-example")
        assert newest.status_code == earlier.status_code == 200
        assert "gz-next" in newest.headers["content-disposition"]
        assert "gz-example" in earlier.headers["content-disposition"]
        assert newest.headers["etag"] != earlier.headers["etag"]
        assert client.get(f"/api/{address}&reply=gz-next").content == newest.content or (
            address.startswith("deck")  # A deck holds the time at which it was made.
        )
        fault = client.get(f"/api/{address}&reply=gz-other").json()["faults"][0]
        assert (fault["parameter"], fault["allowed"]) == ("reply", ["gz-next", "gz-example"])
    for form in ("observations.json", "files/observations.json"):
        stands = [
            {row["document"]: row["stands"] for row in client.get(f"/api/{form}{query}").json()}
            for query in ("", "?reply=gz-example")
        ]
        assert stands[0] != stands[1]
        assert client.get(f"/api/{form}?reply=nothing").status_code == 400
        assert client.get(f"/api/{form}?reply=gz-next&reply=gz-next").status_code == 400


def test_what_a_picture_says(client: TestClient) -> None:
    """Its table has a row a figure, bound and unit included, and every code; its sentences have the same figures."""
    said = client.get("/api/picture.json", params={"slide": f"{SECTOR}.optical_cable_by_operator"}).json()
    assert [row[1] for row in said["rows"]][:2] == ["超43万公里", "23万公里"]
    assert len({len(row) for row in said["rows"]} | {len(said["head"])}) == 1
    assert all(any(row[1] in sentence for sentence in said["sentences"]) for row in said["rows"])
    assert all(any(row[-1] in line for line in said["source"]) for row in said["rows"])
    assert said["indicators"] == ["optical_cable_length"] * 4


def test_comparisons_and_single_claims_have_pictures(client: TestClient) -> None:
    """As the comparison page parts them: what may share no axis is no picture; a code is one claim's."""
    deck = build_deck(CATALOG, TABLE, DeckSpec((
        "@own_compute@pooled_compute", "@optical_cable_length:number", "@own_compute@optical_cable_length",
        "@own_compute@nothing", "@own_compute:nothing",
    )), "zh")
    both, full = deck.slides
    assert [str(mark.row["indicator"]) for mark in both.marks] == ["pooled_compute", "own_compute"]
    assert [mark.parts.plain for mark in full.marks] == ["> 430,000 公里"]
    assert [(one.key, one.reason) for one in deck.left_out] == [
        ("@own_compute@optical_cable_length", "withdrawn"), ("@own_compute@nothing", "unknown"),
        ("@own_compute:nothing", "withdrawn"),
    ]
    older = TABLE[TABLE["document"] != "gz-2025324"].iloc[0]
    answer = client.get("/api/picture.json", params={"slide": older["code"]})
    assert [row[-1] for row in answer.json()["rows"]] == [older["code"]]
    assert client.get("/api/picture.json", params={"slide": "00000-00000"}).status_code == 400
