"""The catalogue for data portals is sound by a validator of others, and every link in it leads somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.publishing import dcat as room
from indicators.publishing.board import Board
from indicators.publishing.site import catalog_file
from indicators.routes import build_crawling_routes, build_routes
from indicators.routes.supply import Supply
from tests.publishing.test_hostile import NASTY

rdflib = pytest.importorskip("rdflib")
pyshacl = pytest.importorskip("pyshacl")

SHAPES = Path(__file__).with_name("shapes.ttl")
ADDRESS = "https://data.example.org/dei/"
DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"


def graph_of(data: bytes, base: str):  # type: ignore[no-untyped-def]
    """Return a catalogue's statements, once they are found to be as they should."""
    graph = rdflib.Graph().parse(data=data, format="json-ld", publicID=base)
    sound, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES), advanced=False, inference="none")
    assert sound, report
    return graph


def links(graph, name: str) -> set[str]:  # type: ignore[no-untyped-def]
    """Return what a property of DCAT leads to."""
    return {str(found) for found in graph.objects(None, rdflib.URIRef(DCAT + name))}


def test_the_site_s_catalogue_is_sound_and_leads_to_its_files(board: Board, site: Path) -> None:
    """Without an address, seen from the file; each dataset has its page and its file."""
    graph = graph_of((site / "catalog.jsonld").read_bytes(), "https://anywhere.example/x/catalog.jsonld")
    kinds = graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{DCAT}Dataset"))
    known = {code for code in board.catalog.indicators if not board.rows_of("indicator", code).empty}
    assert {str(one).partition("#")[2] for one in kinds} == {"data", *known}
    for name in ("downloadURL", "accessURL", "landingPage"):
        found = links(graph, name)
        assert found
        for link in found:
            assert link.startswith("https://anywhere.example/x/"), link
            assert (site / unquote(urlsplit(link).path).removeprefix("/x/")).is_file(), link
    assert len(links(graph, "downloadURL")) == len(known) + 5


def test_with_an_address_every_link_is_whole(board: Board) -> None:
    """As harvesters want it, who keep the file elsewhere."""
    value = catalog_file(board, {"CSV": "data/observations.csv"}, ADDRESS)
    graph = graph_of(value, "https://elsewhere.example/")
    assert "elsewhere" not in graph.serialize(format="turtle")
    assert links(graph, "downloadURL") > {f"{ADDRESS}data/observations.csv"}


def test_the_dashboard_s_catalogue_leads_to_its_data(board: Board) -> None:
    """Pages by their own addresses, files by the data URLs, which answer; a second question is answered by its tag."""
    supply = Supply(board.catalog, board.table)
    routes = [*build_routes(lambda: supply), *build_crawling_routes(lambda: supply)]
    client = TestClient(Starlette(routes=routes))
    answer = client.get("/catalog.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    graph = graph_of(answer.content, "http://wrong.example/")
    [service] = graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{DCAT}DataService"))
    assert str(service) == "http://testserver/catalog.jsonld#service"
    for link in [*sorted(links(graph, "downloadURL"))[:12], *links(graph, "endpointDescription")]:
        assert link.startswith("http://testserver/")
        assert client.get(link.removeprefix("http://testserver")).status_code == 200, link
    assert client.get("/catalog.jsonld", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    foreign = client.get("/catalog.jsonld", headers={"Host": "evil.example"})
    assert b"evil" not in foreign.content
    graph_of(foreign.content, "https://data.example.org/dei/catalog.jsonld")


def test_licence_and_texts(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """A licence where the data has one, as documents of it; hostile names are texts without hidden characters."""
    monkeypatch.setattr(room, "licence_of", lambda _: "CC-BY-4.0")
    name = type(next(iter(board.catalog.sectors.values())).name)(zh=f"{NASTY}\u202e", en=f"{NASTY}\r\n\u2066")
    sector = next(iter(board.catalog.definitions))
    sectors = {**board.catalog.sectors, sector: board.catalog.sectors[sector].model_copy(update={"name": name})}
    changed = Board(board.edition, _with(board.catalog, sectors), board.table)
    data = catalog_file(changed, {"CSV": "data/observations.csv"}, ADDRESS)
    graph = graph_of(data, ADDRESS)
    assert len(set(graph.objects(None, rdflib.URIRef(f"{DCT}license")))) == 1
    keywords = {str(found) for found in graph.objects(None, rdflib.URIRef(f"{DCAT}keyword"))}
    assert NASTY in keywords
    assert not any(sign in data.decode() for sign in "\u202e\u2066")
    assert json.loads(data)["@type"] == "dcat:Catalog"


def _with(catalog, sectors):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(catalog, sectors=sectors)


def test_the_shapes_find_what_is_missing(board: Board) -> None:
    """A dataset without a title, and one without a file, are none."""
    value = json.loads(catalog_file(board, {"CSV": "data/observations.csv"}, ADDRESS))
    for key in ("title", "distribution", "description"):
        spoiled = json.loads(json.dumps(value))
        del spoiled["dataset"][0][key]
        graph = rdflib.Graph().parse(data=json.dumps(spoiled), format="json-ld", publicID=ADDRESS)
        assert not pyshacl.validate(graph, shacl_graph=str(SHAPES))[0], key
