"""The small pages of a static site: each beside its file, with the lines where the site's address is known."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import indicator_page, sector_page
from tests.publishing.reading import pages, references, target_of

ADDRESS = "https://data.example.org/dei/"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_picture_has_its_page_its_file_and_its_lines(board: Board, lang: str) -> None:
    """The lines name the site's address; the page leads to the data beside it."""
    drawings = Drawings(board, ADDRESS)
    pages = [sector_page(board, drawings, "compute", lang), indicator_page(board, drawings, "base_stations_5g", lang)]
    copies = [copy for page in pages for block in page.blocks if block.kind == "copies" for copy in block.copies
              if copy.text.startswith(("<iframe", "<img"))]
    named = {copy.text.partition('src="')[2].partition('"')[0] for copy in copies}
    assert named and all(address.startswith(ADDRESS) for address in named)
    for address in named:
        data = drawings.files[address.removeprefix(ADDRESS)]
        if address.endswith(".svg"):
            etree.fromstring(data)
            continue
        page = lxml.html.document_fromstring(data.decode())
        [about] = page.xpath("//link[@type='application/json+oembed']/@href")
        told = json.loads(drawings.files[about.removeprefix(ADDRESS)])
        assert told["html"] in {copy.text for copy in copies} and told["title"] == page.findtext(".//title")
        depth = address.removeprefix(ADDRESS).count("/")
        assert page.xpath("//p[@class='to']/a/@href")[0].startswith(f"{'../' * depth}{lang}/")


def test_without_an_address_there_are_pages_and_no_lines(board: Board) -> None:
    """A line with nothing to name would be a line that doesn't work."""
    drawings = Drawings(board)
    page = indicator_page(board, drawings, "base_stations_5g", "zh")
    assert "embed/zh/indicator/base_stations_5g.html" in drawings.files
    assert not [path for path in drawings.files if path.endswith(".json")]
    assert not [copy for block in page.blocks if block.kind == "copies" for copy in block.copies if "<iframe" in copy.text]


def test_small_pages_lead_to_what_is_there(site: Path) -> None:
    """By the site's own paths, at any prefix; nothing else is fetched, and nothing runs but what tells the height."""
    for path, page in pages(site, small=True):
        every = [there for _, there in references(page)]
        assert every.count("data:,") == 1  # no icon: else a browser asks the host for one that isn't there
        found = [target_of(path, there) for there in every if there != "data:,"]
        assert found and all((site / str(target)).is_file() for target in found), path
        assert len(page.findall(".//script")) == 1 and "sha256-" in page.xpath("//meta[@http-equiv]/@content")[0]
        assert (site / path).stat().st_size < 60_000
