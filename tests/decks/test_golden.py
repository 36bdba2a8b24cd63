"""What PowerPoint is told to draw, worked by hand: lengths, order, colours, bounds. No pixels."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.decks import template
from indicators.decks.build import write_deck
from indicators.pictures.palette import PALETTES, Ink
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.pictures.slides.svg import HEIGHT, MARGIN, ROOM, WIDTH
from indicators.table.frame import observations

CABLE = "connectivity.optical_cable_by_operator"


def pages(catalog: Catalog, *keys: str) -> list[Any]:
    """Return the slides of a deck as PowerPoint finds them."""
    slides = build_deck(catalog, observations(catalog), DeckSpec(keys), "zh").slides
    return list(Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], "zh"))).slides)


def chart(page: Any) -> Any:
    """Return a slide's native chart."""
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def colors(drawn: Any) -> list[str]:
    """Return each bar's place in the colour scheme: its fill's, or its outline's if it is hollow."""
    found = []
    for point in drawn.plots[0].series[0]._element.findall(qn("c:dPt")):
        found.append(next(node.get("val") for node in point.iter(qn("a:schemeClr"))))
    return found


def test_the_axis_begins_at_zero_and_ends_beyond_the_longest(catalog: Catalog) -> None:
    """430 000, 230 000, 128 000 and 68 000 km, from the top down; a part is no longer than it is."""
    drawn = chart(pages(catalog, CABLE)[0])
    assert list(drawn.plots[0].series[0].values) == [430000, 230000, 128000, 68000]
    assert drawn.value_axis.minimum_scale == 0
    assert 430000 <= drawn.value_axis.maximum_scale <= 2.5 * 430000
    assert drawn.category_axis.reverse_order is True
    assert list(drawn.plots[0].categories)[:2] == ["广州市", "中国电信"]
    assert colors(drawn) == ["accent1", "accent2", "accent2", "accent2"]


def test_the_open_end_belongs_to_the_lower_bound_alone(catalog: Catalog) -> None:
    """超43万公里 has its arrow beyond the bar, to the right; the exact parts have none."""
    series = chart(pages(catalog, CABLE)[0]).plots[0].series[0]._element
    [bars] = series.findall(qn("c:errBars"))
    assert bars.find(qn("c:errBarType")).get("val") == "plus"
    assert [point.get("idx") for point in bars.iter(qn("c:pt"))] == ["0"]


def test_context_is_in_the_colour_of_context_and_a_forecast_hollow(catalog: Catalog) -> None:
    """Shares of GDP from other documents, the last a forecast: grey, and a broken outline."""
    drawn = chart(pages(catalog, "@core_digital_gdp_share.TREND")[0])
    assert set(colors(drawn)) == {"accent3"}
    points = drawn.plots[0].series[0]._element.findall(qn("c:dPt"))
    assert [point.find(f"{qn('c:spPr')}/{qn('a:noFill')}") is not None for point in points] == [
        False, False, True,
    ]
    assert points[-1].find(f".//{qn('a:prstDash')}") is not None


@pytest.mark.parametrize("keys", [("parks.KEY", CABLE, "compute.KEY"), ("compute.KEY", "parks.KEY")])
def test_slides_come_in_the_order_asked(catalog: Catalog, keys: tuple[str, ...]) -> None:
    """Each under its own title."""
    titles = [page.shapes.title.text_frame.text for page in pages(catalog, *keys)]
    made = build_deck(catalog, observations(catalog), DeckSpec(), "zh").slides
    known = {slide.key: slide.heading for slide in made}
    assert titles == [known[key] for key in keys]


def test_an_open_end_has_the_colour_of_its_bar(catalog: Catalog) -> None:
    """Grey for another document's; the whole's among its parts; that of text beside another's."""
    table = observations(catalog).astype({"document": object, "relation": object})
    cable = (table["indicator"] == "optical_cable_length")
    other = table.assign(document=table["document"].where(~cable, "hurun-2024"))
    parts = table["breakdown"].isin(["operator=china_telecom"])
    mixed = table.assign(relation=table["relation"].where(~parts, "at_least"))
    for rows, wanted in ((table, "accent1"), (other, "accent3"), (mixed, "accent1")):
        slides = build_deck(catalog, rows, DeckSpec((CABLE,)), "zh").slides
        [page] = Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], "zh"))).slides
        [bars] = chart(page).plots[0].series[0]._element.findall(qn("c:errBars"))
        assert next(bars.iter(qn("a:schemeClr"))).get("val") == wanted


@pytest.mark.parametrize("name", PALETTES)
def test_the_templates_colours_are_the_palettes(name: str) -> None:
    """Each meaning's place in the colour scheme has its colour, in the light deck and the dark one."""
    palette = PALETTES[name]
    master = template.new_deck(palette).slide_master
    theme = etree.fromstring(master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme").blob)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    mapped = master._element.find(qn("p:clrMap"))
    for ink in Ink:
        place = mapped.get(template.SCHEME[ink])
        value = scheme.find(qn(f"a:{place}")).find(qn("a:srgbClr")).get("val")
        assert value == palette.color(ink)[1:].upper(), ink


def test_the_templates_places_are_those_of_the_slides_on_screen() -> None:
    """Margins, the body, and what stands beneath it, in pixels of 1920 × 1080; nothing overlaps."""
    deck = template.new_deck(PALETTES["light"])
    assert (deck.slide_width, deck.slide_height) == (template.px(WIDTH), template.px(HEIGHT))
    for layout in deck.slide_layouts:
        places = {one.placeholder_format.idx: one for one in layout.placeholders}
        tops = {number: one.top / template.EMU for number, one in places.items()}
        ends = {number: (one.top + one.height) / template.EMU for number, one in places.items()}
        for number, one in places.items():
            if number != template.NUMBER:
                assert one.left == template.px(MARGIN)
                assert one.width <= template.px(ROOM)
        assert tops[template.SUBTITLE] == template.SUBTITLE_TOP
        assert (tops[template.BODY], ends[template.BODY]) == (template.BODY_TOP, template.BODY_BOTTOM)
        assert tops[template.NOTE] >= template.BODY_BOTTOM - template.NOTE_HEIGHT
        assert ends[template.NOTE] <= tops[template.SOURCE] - 16
        assert ends[0] <= tops[template.SUBTITLE]
        assert ends[template.SUBTITLE] <= tops[template.BODY]
