"""Requests that nobody makes by accident: each is answered, at a cost that follows its size."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.conftest import DATA
from tests.operations import operations
from tests.routes.test_endpoints import client_of

LONG: dict[str, Callable[[int], str]] = {
    "one filter again": lambda n: "observations.csv?" + "sector=compute&" * n,
    "unknown codes": lambda n: "observations.csv?" + "".join(f"indicator=optical_cable_{k}&" for k in range(n)),
    "unknown parameters": lambda n: "observations.json?" + "".join(f"a{k}=b&" for k in range(n)),
    "one long value": lambda n: "observations.csv?indicator=" + "optical_cable_lengt" * n,
    "one long name": lambda n: "observations.csv?" + "sector" * n + "=a",
    "periods": lambda n: "observations.csv?" + "".join(f"time_period={k}-Q9&" for k in range(n)),
    "breakdowns": lambda n: "observations.csv?breakdown=" + "operator=x;" * n,
    "slides": lambda n: "picture.svg?" + "slide=connectivity.rank_5g&" * n,
    "a deck's slides": lambda n: "deck.pptx?deck=" + ",".join(f"a.b{k}" for k in range(n)),
    "titles": lambda n: "deck.pptx?deck=compute&" + "".join(f"title=a.b{k}~x&" for k in range(n)),
    "languages": lambda n: "indicators.json?" + "lang=zh&" * n,
    "ampersands": lambda n: "observations.csv?" + "&" * n,
    "NUL signs": lambda n: "observations.csv?sector=" + "%00" * n,
    "half characters": lambda n: "observations.csv?sector=" + "%e4%b8" * n,
    "plus signs": lambda n: "observations.csv?sector=" + "+" * n,
    "a long path": lambda n: "observations." + "x" * n,
    "a deep path": lambda n: "a/" * n,
}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client over the tests' own data; an error of the server is raised here."""
    return client_of(DATA)


@pytest.mark.parametrize("name", LONG)
def test_a_long_address_is_refused_in_few_words(client: TestClient, name: str) -> None:
    """Or answered; what is quoted of it in the answer is short, and no work grows with its square."""
    counted = []
    for size in (150, 600):
        address = "/api/" + LONG[name](size)
        answer = client.get(address)
        assert answer.status_code in (200, 400, 404), answer.text[:300]
        if answer.status_code != 200:
            assert len(answer.content) < 60_000  # twenty faults, each with the codes there are
        counted.append(operations(lambda address=address: client.get(address)))
    assert counted[1] < 4.6 * counted[0] + 2000


HEADERS = {
    "many tags": {"If-None-Match": ", ".join(f'"{n}"' for n in range(5000))},
    "a broken tag": {"If-None-Match": 'W/"\\'}, "any tag": {"If-None-Match": "*"},
    "no date": {"If-Modified-Since": "yesterday" * 500}, "a far date": {"If-Modified-Since": "Fri, 31 Dec 99999 23:59:59 GMT"},
    "many ranges": {"Range": "bytes=" + ",".join(f"{n}-{n}" for n in range(2000))}, "a range backwards": {"Range": "bytes=9-1"},
    "a range beyond": {"Range": "bytes=99999999999999999999-"}, "encodings": {"Accept-Encoding": "gzip;q=0," * 2000},
    "languages": {"Accept-Language": "zh;q=0.1," * 2000}, "a host": {"Host": "a" * 8000},
    "a host with a line": {"Host": "a/b?c#d@e"},
    "an origin": {"Origin": "http://" + "a." * 3000}, "forwarded": {"X-Forwarded-Proto": "javascript", "X-Forwarded-Host": "evil"},
    "a type": {"Accept": "a/b;" * 3000}, "a cookie": {"Cookie": "a=b;" * 3000},
}


@pytest.mark.parametrize("form", ["csv", "xlsx", "zip"])
@pytest.mark.parametrize("name", HEADERS)
def test_odd_headers_change_nothing_but_whether_it_is_sent(client: TestClient, name: str, form: str) -> None:
    """The answer is the whole file or that it is unchanged; nothing of a header is repeated in it."""
    answer = client.get(f"/api/observations.{form}?sector=parks", headers=HEADERS[name])
    assert answer.status_code in (200, 206, 304, 400, 416)
    assert all("evil" not in value and len(value) < 2000 for value in answer.headers.values())
    assert b"javascript" not in answer.content


def test_random_addresses_are_answered(client: TestClient) -> None:
    """Two hundred of signs that mean something in an address, always the same ones."""
    rng = random.Random(11)
    signs = ["%00", "%ff", "%", "&", "=", ";", ",", "~", "..", "/", "//", "?", "#", "%2f", "+", "'", '"', "<", "{0}", "{figure}",
             "sector", "indicator", "deck", "slide", "lang", "en", "compute", "parks", "观", "\u202e", "１", "_T", "2024"]
    for _ in range(200):
        path = "".join(rng.choice(signs) for _ in range(rng.randrange(1, 30))).lstrip("/")
        rest = "".join(rng.choice(signs) for _ in range(rng.randrange(0, 30)))
        for address in (f"{path}", f"observations.csv?{rest}", f"deck.pptx?deck={rest}", f"picture.svg?slide={rest}"):
            try:
                answer = client.get(f"/api/{address}")
            except ValueError:  # httpx doesn't send it
                continue
            assert answer.status_code < 500, address
