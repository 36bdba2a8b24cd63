"""Addresses of data, decks and pictures look at a place as pages do."""

from __future__ import annotations

from pathlib import Path

from indicators.catalog import read_catalog
from indicators.routes.supply import led
from tests.catalog.test_places import AREAS, folder


def test_addresses_say_which_place_and_which_reply(tmp_path: Path) -> None:
    """A reply brings its place along, a place its leading reply; what is wrong is said of either."""
    made = folder(tmp_path, role="main")
    (made / "areas.yaml").write_text("home: 440100\n" + AREAS, encoding="utf-8")
    catalog = read_catalog(made)
    seen, faults = led(catalog, [], ["110000"])
    assert (seen.home, faults) == ("110000", []) and seen.is_leading("bj-news")
    seen, faults = led(catalog, ["bj-news"], [])
    assert (seen.home, faults) == ("110000", [])
    for replies, places, wanted in (
        ([], ["119999"], [("unknown-code", "place")]),
        ([], ["110000", "440100"], [("repeated", "place")]),
        (["nothing"], ["119999"], [("unknown-code", "reply"), ("unknown-code", "place")]),
    ):
        seen, faults = led(catalog, replies, places)
        assert seen is catalog
        assert [(fault.code, fault.parameter) for fault in faults] == wanted
