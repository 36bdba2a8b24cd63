"""What PowerPoint is told to draw, worked by hand: lengths, order, colours, bounds. No pixels."""

from __future__ import annotations

import io
import itertools
import zipfile
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.decks import template
from indicators.decks.build import write_deck
from indicators.decks.colors import color_of_ground, is_dark
from indicators.decks.own_template import own_template
from indicators.decks.sizes import SIZES
from indicators.pictures.ends import Fill
from indicators.pictures.palette import PALETTES, Ink
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.table.frame import observations
from tests.pictures.test_one_picture import ink_of, points_in_deck

CABLE = "connectivity.optical_cable_by_operator"


def pages(catalog: Catalog, *keys: str) -> list[Any]:
    """Return the slides of a deck as PowerPoint finds them."""
    slides = build_deck(catalog, observations(catalog), DeckSpec(keys), "zh").slides
    return list(Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], "zh"))).slides)


def chart(page: Any) -> Any:
    """Return a slide's native chart."""
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def colors(drawn: Any) -> list[Ink]:
    """Return what each bar's colour means: its fill's, or its outline's if it is hollow."""
    found = []
    for point in drawn.plots[0].series[0]._element.findall(qn("c:dPt")):
        found.append(ink_of(next(point.iter(qn("a:schemeClr")))))
    return found


def test_the_axis_begins_at_zero_and_ends_beyond_the_longest(catalog: Catalog) -> None:
    """430 000, 230 000, 128 000 and 68 000 km, from the top down; a part is no longer than it is."""
    drawn = chart(pages(catalog, CABLE)[0])
    assert list(drawn.plots[0].series[0].values) == [430000, 230000, 128000, 68000]
    assert drawn.value_axis.minimum_scale == 0
    assert drawn.value_axis.maximum_scale is None
    assert drawn.category_axis.reverse_order is True
    assert list(drawn.plots[0].categories)[:2] == ["广州市", "中国电信"]
    assert colors(drawn) == [Ink.MAIN, Ink.PART, Ink.PART, Ink.PART]


def test_the_open_end_belongs_to_the_lower_bound_alone(catalog: Catalog) -> None:
    """超43万公里 has its arrow beyond the bar, to the right; the exact parts have none."""
    series = chart(pages(catalog, CABLE)[0]).plots[0].series[0]._element
    [bars] = series.findall(qn("c:errBars"))
    assert bars.find(qn("c:errBarType")).get("val") == "plus"
    assert [point.get("idx") for point in bars.iter(qn("c:pt"))] == ["0"]


def test_context_is_in_the_colour_of_context_and_a_forecast_hollow(catalog: Catalog) -> None:
    """Shares of GDP from other documents, the last a forecast: grey, and a broken outline."""
    seen = points_in_deck(pages(catalog, "@core_digital_gdp_share.TREND")[0])
    assert [one.ink for one in seen] == [Ink.CONTEXT] * 3
    assert [one.fill for one in seen] == [Fill.SOLID, Fill.SOLID, Fill.BROKEN]


@pytest.mark.parametrize("keys", [("parks.KEY", CABLE, "compute.KEY"), ("compute.KEY", "parks.KEY")])
def test_slides_come_in_the_order_asked(catalog: Catalog, keys: tuple[str, ...]) -> None:
    """Each under its own title."""
    titles = [page.shapes.title.text_frame.text for page in pages(catalog, *keys)]
    table = observations(catalog)
    known = {key: build_deck(catalog, table, DeckSpec((key,)), "zh").slides[0].heading for key in keys}
    assert len(set(known.values())) == len(keys)
    assert titles == [known[key] for key in keys]


def test_an_open_end_has_the_colour_of_its_bar(catalog: Catalog) -> None:
    """Grey for another document's; the whole's among its parts; that of text beside another's."""
    table = observations(catalog).astype({"document": object, "relation": object})
    cable = (table["indicator"] == "optical_cable_length")
    other = table.assign(document=table["document"].where(~cable, "hurun-2024"))
    parts = table["breakdown"].isin(["operator=china_telecom"])
    mixed = table.assign(relation=table["relation"].where(~parts, "at_least"))
    for rows, wanted in ((table, Ink.MAIN), (other, Ink.CONTEXT), (mixed, Ink.MAIN)):
        slides = build_deck(catalog, rows, DeckSpec((CABLE,)), "zh").slides
        [page] = Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], "zh"))).slides
        [bars] = chart(page).plots[0].series[0]._element.findall(qn("c:errBars"))
        assert ink_of(next(bars.iter(qn("a:schemeClr")))) is wanted


@pytest.mark.parametrize("name", PALETTES)
def test_the_templates_colours_are_the_palettes(name: str) -> None:
    """Text, ground and the main colour are the palette's, in the light deck and the dark one."""
    palette = PALETTES[name]
    design = template.own_design(palette)
    master = design.deck.slide_master
    theme = etree.fromstring(master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme").blob)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    mapped = master._element.find(qn("p:clrMap"))
    for ink in (Ink.INK, Ink.GROUND, Ink.MAIN):
        place = mapped.get(design.colors.fill(ink)[0].get("val"))
        value = scheme.find(qn(f"a:{place}")).find(qn("a:srgbClr")).get("val")
        assert value == palette.color(ink)[1:].upper(), ink
    assert color_of_ground(design.deck) == palette.ground[1:].upper()
    assert is_dark(color_of_ground(design.deck)) is design.colors.dark is (name == "deep")


def test_the_template_is_the_one_that_is_written() -> None:
    """The file in the room is that of ``python -m indicators.decks.own_template``."""
    with zipfile.ZipFile(template.FILE) as kept, zipfile.ZipFile(io.BytesIO(own_template())) as made:
        assert kept.namelist() == made.namelist()
        assert [kept.read(name) for name in kept.namelist()] == [made.read(name) for name in made.namelist()]


@pytest.mark.parametrize("size", SIZES)
def test_the_templates_places_dont_overlap(size: str) -> None:
    """Title, subtitle, contents, sources and number stand one beneath the other, in every size."""
    design = template.own_design(PALETTES["light"], size)
    deck, found = design.deck, design.layouts.figures
    assert (deck.slide_width, deck.slide_height) == SIZES[size][:2]
    assert None not in (found.title, found.subtitle, found.main, found.note, found.source)
    assert found.numbered and design.layouts.cover and design.layouts.section and not design.remarks
    places = {one.placeholder_format.idx: one for one in found.layout.placeholders}
    order = [places[one] for one in (found.title, found.subtitle, found.main, found.source)]
    for one, other in itertools.pairwise(order):
        assert one.top + one.height <= other.top
    note = places[found.note]
    assert note.top + note.height <= order[-1].top and note.top > order[2].top
    for one in places.values():
        assert one.left >= 0.04 * deck.slide_width and one.left + one.width <= 0.96 * deck.slide_width
