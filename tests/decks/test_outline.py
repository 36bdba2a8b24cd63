"""How a deck is parted: sections for the slide sorter, contents that lead to their slides, sector slides."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.decks.build import write_whole_deck
from indicators.decks.sizes import SIZES
from indicators.decks.template import own_design
from indicators.pictures.palette import LIGHT
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.pictures.slides.formats import SLIDE_SIZES
from indicators.table.frame import observations

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    return observations(catalog)


def made(catalog: Catalog, table: pd.DataFrame, lang: str, *keys: str, size: str = "16:9") -> Any:
    slides = build_deck(catalog, table, DeckSpec(keys), lang).slides
    return Presentation(io.BytesIO(write_whole_deck(catalog, slides, LIGHT, lang, design=own_design(LIGHT, size))))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def sections(deck: Any) -> list[tuple[str, list[int]]]:
    """Return the deck's sections, each with the numbers of its slides."""
    order = [one.get("id") for one in deck.part._element.find(qn("p:sldIdLst"))]
    return [
        (str(one.get("name")), [order.index(slide.get("id")) + 1 for slide in one.iter(f"{P14}sldId")])
        for one in deck.part._element.iter(f"{P14}section")
    ]


def links(slide: Any) -> list[tuple[str, str]]:
    """Return the lines of a slide that lead somewhere, each with the title of the slide it leads to."""
    found = []
    for run in slide._element.iter(qn("a:r")):
        link = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
        if link is not None:
            assert link.get("action") == "ppaction://hlinksldjump"
            target = slide.part.related_part(link.get(qn("r:id"))).slide
            found.append((run.find(qn("a:t")).text, target.shapes.title.text_frame.text))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_section_a_sector_and_no_slide_outside(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """In the order of the slides: cover and contents first, then each sector under its name."""
    deck = made(catalog, table, lang)
    found = sections(deck)
    names = [catalog.sectors[key].name.in_language(lang) for key in catalog.definitions]
    assert [name for name, _ in found] == ["Cover and contents" if lang == "en" else "封面和目录", *names]
    assert [number for _, numbers in found for number in numbers] == list(range(1, len(deck.slides) + 1))
    assert len({one.get("id") for one in deck.part._element.iter(f"{P14}section")}) == len(found)


def test_long_contents_name_the_sectors_and_lead_to_their_first_slides(catalog: Catalog, table: pd.DataFrame) -> None:
    deck = made(catalog, table, "zh")
    lead = links(deck.slides[1])
    assert [line.split("  ")[1] for line, _ in lead] == [catalog.sectors[key].name.zh for key in catalog.definitions]
    firsts = [numbers[0] for _, numbers in sections(deck)[1:]]
    assert [int(line.split("  ")[0]) for line, _ in lead] == firsts
    assert [title for _, title in lead] == [titles(deck)[number - 1] for number in firsts]


def test_short_contents_name_the_slides(catalog: Catalog, table: pd.DataFrame) -> None:
    deck = made(catalog, table, "zh", "innovation", "connectivity", "parks")
    lead = links(deck.slides[1])
    assert [line.split("  ", 1)[1] for line, _ in lead] == [title for _, title in lead] == titles(deck)[2:]


def test_one_sector_alone_has_no_sections(catalog: Catalog, table: pd.DataFrame) -> None:
    assert sections(made(catalog, table, "zh", "connectivity")) == []


def test_long_sections_begin_with_a_slide_of_their_own(catalog: Catalog, table: pd.DataFrame) -> None:
    """Where they have three slides each on average; numbers and links count it."""
    own = [[f"@{one.id}" for one in catalog.definitions[key].indicators][:4] for key in ("connectivity", "innovation")]
    deck = made(catalog, table, "zh", *own[0], *own[1])
    said = titles(deck)
    for name in ("千兆网络", "创新主体"):
        place = said.index(name) + 1
        assert dict(sections(deck))[name] == list(range(place, place + 5))
    assert len(said) == 2 + 2 * 5
    assert all(title == said[int(line.split("  ")[0]) - 1] for line, title in links(deck.slides[1]))
    assert "千兆网络" not in titles(made(catalog, table, "zh", "parks", *own[0], "innovation.SLIDE", "compute.SLIDE"))


@pytest.mark.parametrize("size", SLIDE_SIZES)
def test_every_format_of_an_address_is_one_of_a_deck(catalog: Catalog, table: pd.DataFrame, size: str) -> None:
    assert tuple(SIZES) == SLIDE_SIZES
    deck = made(catalog, table, "zh", "connectivity", size=size)
    assert (deck.slide_width, deck.slide_height) == SIZES[size][:2]
