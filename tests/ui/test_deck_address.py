"""What an address says of a deck, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog
from indicators.pictures.slides import DeckSpec, default_keys
from indicators.ui.builder import options, shortened
from indicators.ui.stage import DeckRequest, parse_request

TEXTS = st.lists(st.text(max_size=40), max_size=5)


def back(request: DeckRequest) -> DeckRequest:
    query = request.query
    return parse_request({
        key: value if isinstance(value, list) else [value] for key, value in query.items()
    })


def test_an_address_says_deck_titles_theme_and_slide() -> None:
    request = parse_request({
        "deck": ["connectivity,parks.KEY", "@base_stations_5g"], "theme": ["deep"], "slide": ["3"],
        "title": ["parks.KEY~一个标题", "no mark", "x~ "],
    })
    assert request.spec.keys == ("connectivity", "parks.KEY", "@base_stations_5g")
    assert request.spec.titles == {"parks.KEY": "一个标题"}
    assert (request.theme, request.slide, request.empty) == ("deep", 3, False)


def test_nothing_is_the_whole_reply_and_an_empty_deck_is_empty() -> None:
    assert not parse_request({}).empty
    assert parse_request({"deck": [""]}).empty
    assert parse_request({"deck": [" , "]}).empty


def test_nonsense_is_as_if_it_were_not_there() -> None:
    request = parse_request({"theme": ["pink"], "slide": ["-1"]})
    assert (request.theme, request.slide) == ("light", 1)
    assert parse_request({"size": ["letter"]}).size == ""
    assert parse_request({"slide": ["99999999999"]}).slide == 1


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
def test_any_address_can_be_read_and_written_again(
    deck: list[str], title: list[str], theme: list[str], slide: list[str], size: list[str]
) -> None:
    request = parse_request({"deck": deck, "title": title, "theme": theme, "slide": slide, "size": size})
    again = back(request)
    assert again.size == request.size
    assert again.spec.keys == request.spec.keys
    assert again.theme == request.theme
    assert back(again).spec == again.spec


def test_whole_sectors_are_written_short(catalog: Catalog) -> None:
    keys = [*default_keys(catalog, ["parks"]), "compute.KEY", *default_keys(catalog, ["connectivity"])]
    assert shortened(catalog, keys) == ("parks", "compute.KEY", "connectivity")
    assert shortened(catalog, default_keys(catalog)) == tuple(catalog.definitions)


def test_everything_of_a_sector_can_be_added(catalog: Catalog) -> None:
    for lang in ("zh", "en"):
        found = options(catalog, lang)
        assert {f"@{indicator}" for indicator in catalog.indicators} <= found.keys()
        assert set(catalog.definitions) <= found.keys()
        assert len(set(found.values())) == len(found)
        assert "@base_stations_5g.TREND" in options(catalog, lang, {"base_stations_5g"})
    assert back(DeckRequest(DeckSpec(), "deep")).theme == "deep"
    assert back(DeckRequest(DeckSpec(), size="4:3")).size == "4:3"
